#!/usr/bin/env python3
"""Inputs that nobody should write and everybody does, and inputs that somebody writes to do harm."""
import os, re, socket, struct, sys, time, zlib
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

EN, KM = "sessions/d1s01-opening.en.md", "sessions/d1s01-opening.km.md"
PROGRAMME = ("day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,opening,Opening,ពិធីបើក\n"
             "1,09:00,10:00,d1s02,talk,Labs,បន្ទប់ពិសោធន៍\n")
FORM = """id: comments
en: {title: Comments}
km: {title: មតិ}
prompts:
  - {id: q1, type: open, en: What did you notice?, km: តើអ្នកសង្កេតឃើញអ្វី?}
  - {id: q2, type: scale, points: 5, en: How useful?, km: មានប្រយោជន៍ប៉ុណ្ណា?}
"""
ANSWERS = "form_no,session,lang,role,q1,q2,quote_ok,legible\n"

def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
def png(width, height, colour=2, depth=8, data=None, extra=b""):
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    rows = (b"\0" + b"\x80" * ((width * samples * depth + 7) // 8)) * height if data is None else data
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)) + extra
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))

def make(name, files, prepare=None, limit=None, only="report"):
    """A build of the small forum with these files; status, seconds, complaints (code → places) and the report's text."""
    base, out = folder(name), os.path.join(FOLDER, name + "-out")
    write(base, {k: v for k, v in {**SMALL, **files}.items() if v is not None})
    if prepare: prepare(base)
    start = time.monotonic()
    r = build(base, out, "--lang", "en", *(["--only", only] if only else []), prepare=limit)
    r.seconds = time.monotonic() - start
    r.out, r.places = out, {}
    if os.path.exists(out + "/problems.json"):
        for p in problems(out): r.places.setdefault(p["code"], []).append((p["file"], p["line"]))
    check(not crashed(r) and r.returncode < 2, name + " builds", f"status {r.returncode}: {text(r.stderr)[-800:]}")
    return r

def report(r): return pdftext(r.out + "/report.pdf")
def told(r, name, code, *places):
    check(r.places.get(code) == list(places), f"{name}: {code} is told", r.places)
def silent(r, name): check(not r.places, f"{name}: nothing is told", r.places)
def shown(r, name, *words):
    seen = report(r)
    check(all(w in seen for w in words), f"{name}: its text is there", [w for w in words if w not in seen])

# -- time: twice the size, about twice the time; here only that the quadratic ones stay quadratic no more
def quick(name, files, most=6):
    r = make(name, files)
    check(r.seconds < most, name + " is quick", f"{r.seconds:.1f} s")
    return r

quick("a quote that is never closed before 100000 lines", {"programme.csv": "day,start\n1,\"" + "x\n" * 100000})

# -- pictures
r = make("one picture in twenty places", {"photos/p.png": png(40, 30), EN: "# x\n\n" + "![a](photos/p.png)\n\n" * 20})
with open(r.out + "/report.pdf", "rb") as f: pdf = f.read()
check(pdf.count(b"/Subtype/Image") + pdf.count(b"/Subtype /Image") == 1, "one picture in twenty places is in the file once",
      pdf.count(b"/Image"))
r = make("a broken picture under two spellings", {"photos/A.PNG": png(9, 9)[:40], EN: "# x\n\n![a](photos/a.png)\n\n![a](A.PNG)\n"})
check(len(r.places.get("picture-broken", [])) == 1, "a broken picture under two spellings is told once", r.places)

# -- tables as people type them
for day in ("Day 1", "ថ្ងៃទី១", "ថ្ងៃទី ១", "D1", "4/4/2023", "៤ មេសា ២០២៣"):
    silent(make(f"the day typed as {day}", {"programme.csv": PROGRAMME.replace("\n1,", f"\n{day},")}), f"the day typed as {day}")

# -- letters
r = make("a cluster without end", {KM: "# ពិធីបើក\n\nក" + "ំា" * 20000 + "\n"})
told(r, "a cluster without end", "order-unknown", (KM, 3))
check(len(open(r.out + "/problems.txt").read()) < 2000, "a cluster without end is not told without end")
r = make("the languages of two notes swapped", {EN: SMALL[KM], KM: SMALL[EN]})
told(r, "the languages of two notes swapped", "note-not-khmer", (KM, 0))
told(r, "the languages of two notes swapped", "note-not-english", (EN, 0))
r = make("a paragraph typed with a tab", {EN: "# Opening\n\n\tThe forum began.\n"})
told(r, "a paragraph typed with a tab", "code-indent", (EN, 3))
shown(r, "a paragraph typed with a tab", "The forum began.")

# -- facts as people type them
BODY = "# Opening\n\nThe forum began.\n"
for name, facts in {"blank lines before": "\n\n---\nTitle : Welcome\nSession: d1s01\n---\n",
                    "Word's dashes and quotes": "—\ntitle: “Welcome”\nsession: ‘d1s01’\n—\n",
                    "two hyphens": "--\ntitle: Welcome\n--\n", "lines further in": "---\n  title: Welcome\n  session: d1s01\n---\n"}.items():
    r = make("facts with " + name, {EN: facts + BODY})
    silent(r, "facts with " + name)
    shown(r, "facts with " + name, "Welcome", "The forum began.")
    check("title" not in report(r).lower(), f"facts with {name} are no text", report(r)[-400:])
r = make("tabs in facts and settings", {EN: "---\n\ttitle: Welcome\n---\n" + BODY, "event.yml": SMALL["event.yml"].replace(
    "en: {title: A small forum}", "en:\n\ttitle: A small forum\n\tvenue: Great hall")})
told(r, "tabs in facts and settings", "yaml-tab-read", ("event.yml", 5), (EN, 2))
shown(r, "tabs in facts and settings", "Welcome", "Great hall")
r = make("a number sign in a text", {"event.yml": SMALL["event.yml"] + "venue: Hall #3\nhost: us # them\n"})
told(r, "a number sign in a text", "yaml-remark", ("event.yml", 6))
r = make("a line further in than the one above", {"event.yml": " title: A forum\n  status: draft\ndates: [2023-04-04]\n"})
told(r, "a line further in than the one above", "yaml-syntax", ("event.yml", 2))

# -- files in the wrong place or under the wrong name
r = make("two folders of notes", {"Sessions/d1s01-talk.en.md": "# Talk\n"})
told(r, "two folders of notes", "name-beside", ("Sessions", 0))
r = make("things that lie elsewhere", {
    "d1s01-opening.en.md": "x\n", "sessions/programme.csv": "x\n", "comments-day1.csv": "x\n", "forms/comments.yml": FORM,
    "sessions/day1/d1s01-a.en.md": "x\n", "photos/day1/a.txt": "x\n"})
told(r, "things that lie elsewhere", "file-elsewhere", ("comments-day1.csv", 0), ("d1s01-opening.en.md", 0), ("sessions/programme.csv", 0))
told(r, "a folder within sessions", "folder-unread", ("sessions/day1", 0))
r = make("a misspelt folder beside the right one", {"session/d1s01-a.en.md": "x\n"})
told(r, "a misspelt folder beside the right one", "folder-unread", ("session", 0))
r = make("a name without a language", {EN: None, "sessions/d1s01-opening.md": "# Opening\n\nThe forum began.\n"})
told(r, "a name without a language", "name-language", ("sessions/d1s01-opening.md", 0))
check(len(r.places) == 1, "a name without a language is that of the missing partner", r.places)
r = make("a session that is none, in the facts", {EN: "---\nsession: d1s08\n---\n# Opening\n\nThe forum began.\n"})
told(r, "a session that is none, in the facts", "note-session", (EN, 2))

# -- the disk
def nobody():
    if os.getuid() == 0: os.setgid(65534); os.setuid(65534)
def open_to_all(base):
    for at, names, files in os.walk(base):
        os.chmod(at, 0o777)
        for f in files: os.chmod(os.path.join(at, f), 0o666)
def others_reach(path):
    """To root nothing is closed; nobody is locked out only where nobody gets to the program at all."""
    while path != "/" and os.stat(path).st_mode & 1: path = os.path.dirname(path)
    return path == "/"
for above in (FOLDER, folder("closed")): os.chmod(above, 0o777)
if os.getuid() or (others_reach(os.path.abspath(SASTRA)) and others_reach(FOLDER)):
    r = make("closed/note", {}, lambda b: (open_to_all(b), os.chmod(os.path.join(b, EN), 0)), nobody)
    told(r, "a note that may not be read", "file-unreadable", (EN, 0))
    shown(r, "a note that may not be read", "ចាប់ផ្តើម")
    r = make("closed/folder", {}, lambda b: (open_to_all(b), os.chmod(b + "/sessions", 0)), nobody)
    told(r, "a folder that may not be read", "folder-unreadable", ("sessions", 0))
    os.chmod(os.path.join(FOLDER, "closed/folder/sessions"), 0o777)

stale = os.path.join(FOLDER, ".swept-out.sastra-")
for pid in ("999999999", str(os.getpid()), "notes"): os.makedirs(stale + pid + "/handouts", exist_ok=True)
make("swept", {})
check(not os.path.exists(stale + "999999999"), "what a killed build left behind is swept away")
check(os.path.exists(stale + str(os.getpid())) and os.path.exists(stale + "notes"), "what another build needs is not")
done()
