#!/usr/bin/env python3
"""Inputs that nobody should write and everybody does, and inputs that somebody writes to do harm."""
import os, re, resource, signal, struct, sys, zlib
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
    """A build of the small forum with these files; status, seconds of CPU, complaints (code → places) and the report's text."""
    base, out = folder(name), os.path.join(FOLDER, name + "-out")
    write(base, {k: v for k, v in {**SMALL, **files}.items() if v is not None})
    if prepare: prepare(base)
    r = build(base, out, "--lang", "en", *(["--only", only] if only else []), prepare=limit)
    r.out, r.places = out, {}
    if os.path.exists(out + "/problems.json"):
        for p in problems(out): r.places.setdefault(p["code"], []).append((p["file"], p["line"]))
    check(not crashed(r) and r.returncode < 2, name + " builds", f"status {r.returncode}: {text(r.stderr)[-800:]}")
    return r

def report(r): return pdftext(r.out + "/report.pdf")
def told(r, name, code, *places):
    check(r.places.get(code) == list(places), f"{name}: {code} is told", r.places)
def silent(r, name): # but of sessions without notes, which these tables name and nobody took
    check(not set(r.places) - {"session-noteless"}, f"{name}: nothing is told", r.places)
def shown(r, name, *words):
    seen = report(r)
    check(all(w in seen for w in words), f"{name}: its text is there", [w for w in words if w not in seen])

# -- time: twice the size, about twice the time; here only that the quadratic ones stay quadratic no more
def quick(name, files, most=6):
    r = make(name, files)
    check(r.cpu < most * SLOWER, name + " is quick", f"{r.cpu:.1f} s")
    return r

quick("a quote that is never closed before 100000 lines", {"programme.csv": "day,start\n1,\"" + "x\n" * 100000})

def words(n, mark="w"): return [f"{mark}{i}x" for i in range(n)]
def all_there(name, note, wanted):
    """Every word of a note is on the pages, and it took no time that grows faster than the note."""
    seen = re.sub(r"\s", "", report(quick(name, {EN: note})))
    found = set(re.findall(r"[whn]\d+x", seen))
    lost = [w for w in wanted if w not in found]
    check(not lost, name + ": every word is there", f"{len(lost)} of {len(wanted)} lost, as {lost[:5]}")

W = words(3000)
all_there("a heading of 3000 words", "# " + " ".join(W) + "\n\nText.\n", W)
all_there("a list item of 3000 words", "- " + " ".join(W) + "\n", W)
all_there("a table cell of 3000 words", "|a|b|\n|---|---|\n|" + " ".join(W) + "|y|\n", W)
all_there("a footnote of 3000 words", "x[^1]\n\n[^1]: " + " ".join(W) + "\n", W)
all_there("a line of code of 1000 words", "```\n" + " ".join(W[:1000]) + "\n```\n", W[:1000])
all_there("a table of 1000 columns", "|" + "|".join(words(1000, "h")) + "|\n" + "|---" * 1000 + "|\n|" + "|".join(W[:1000]) + "|\n", W[:1000])
all_there("a table of 3000 rows", "|a|b|\n|---|---|\n" + "".join(f"|w{i}x|y|\n" for i in range(3000)), words(3000))
all_there("1000 footnotes in a paragraph", " ".join(f"w{i}x[^{i}]" for i in range(1000)) + "\n\n" + "".join(f"[^{i}]: n{i}x\n" for i in range(1000)), words(1000, "n"))
all_there("2000 footnotes, each marked in the one before", "x[^0]\n\n" + "".join(f"[^{i}]: n{i}x[^{i + 1}]\n\n" for i in range(1999)) + "[^1999]: n1999x\n", words(2000, "n"))
all_there("1500 headings", "".join(f"# w{i}x\n" for i in range(1500)), words(1500))
all_there("lists 300 deep", "".join("  " * i + f"- w{i}x\n" for i in range(300)), words(300))
all_there("quotes 300 deep", "".join("> " * (i + 1) + f"w{i}x\n\n" for i in range(300)), words(300))
all_there("footnotes that name each other", "x[^1]\n\n[^1]: w0x [^1] [^2]\n[^2]: w1x [^1]\n", words(2))
for name, note in {"half a megabyte without a space": "# x\n\n" + "a" * 500000, "a megabyte of Khmer": "# x\n\n" + "វេទិកា" * 50000,
                   "brackets": "[" * 50000 + "x" + "]" * 50000, "stars": "**a " * 20000 + "*b_ " * 20000, "links": "[a](b) " * 20000 + "[a](<b) " * 20000,
                   "backticks": "".join("e" + "`" * i for i in range(500)), "signs of quoting": "> " * 20000 + "x", "signs of lists": "- " * 5000 + "x",
                   "subscripts": "ក" + "្ក" * 20000, "vowels": "ា" * 20000, "accents": "e" + "\u0301" * 50000}.items():
    quick(name, {EN: note + "\n"})

# -- letters that no font has, or that mean nothing
for name, what in {"right to left": "العربية עברית \u202eabc\u202c", "Chinese and emoji": "漢字かな 👩‍👩‍👧‍👦 🇰🇭", "Zalgo": "Z" + "".join(chr(0x300 + i % 0x6f) for i in range(500)),
                   "invisible": "a\u200bb\u200c\u200d\u2060\ufeff\u00ad" * 50, "control": "".join(map(chr, range(1, 32))) + "\x7f\x85\u2028",
                   "no characters": "\ufffe\uffff\U0010ffff\ue000"}.items():
    r = make("letters: " + name, {EN: f"# Opening\n\nbefore {what} after\n"})
    shown(r, "letters: " + name, "after")
r = make("letters of other scripts", {EN: "# Opening\n\nbefore 漢字かな हिन्दी မြန်မာ தமிழ் ไทย ລາວ\nand ∑ ✓ → ½ after 한국어\n"})
told(r, "letters of other scripts", "glyph-missing", (EN, 4))
r = make("a footnote on a title", {EN: "# Opening[^1]\n\nbody\n\n[^1]: zebra stripes.\n"})
shown(r, "a footnote on a title", "Opening", "zebra stripes.")
r = make("twelve columns", {EN: "# x\n\n" + "|" + "".join(f" Column {i} |" for i in range(1, 13)) + "\n|" + "---|" * 12 + "\n|" + " 1 |" * 12 + "\n"})
check("table-wide" not in r.places, "twelve columns: no word is cut", r.places)
shown(r, "twelve columns", "Column")
r = make("half surrogates", {EN: b"\xff\xfe" + "# Opening\n\nbefore ".encode("utf-16-le") + b"\0\xd8x\0\0\xdc" + " after.\n".encode("utf-16-le")})
told(r, "half surrogates", "encoding-byte", (EN, 3), (EN, 3))
shown(r, "half surrogates", "before", "after.")
r = make("zero bytes", {EN: b"# Opening\n\nbefore \0\0 after.\n"})
told(r, "zero bytes", "encoding-nul", (EN, 3))

# -- settings
DEEP = {"brackets": "title: x\nen: " + "[" * 20000, "braces": "title: x\nen: " + "{a: " * 20000, "lines": "title: x\n" + "".join(" " * i + f"a{i}:\n" for i in range(1000))}
for name, settings in DEEP.items():
    check("yaml-deep" in make(f"settings: {name} without end", {"event.yml": settings}).places, f"settings: {name} without end are told")
make("settings: anchors in circles", {"event.yml": "title: x\npresided_by: &a [*a, *a]\nen: &b {title: *b}\n"})
make("settings: anchors that multiply", {"event.yml": "title: x\na: &a [x,x,x]\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(12))})
make("settings: all bytes", {"event.yml": bytes(range(256)) * 20})
make("forms of absurd size", {"forms/comments.yml": FORM.replace("points: 5", "points: 2000000000") + "  - {id: q3, type: open, lines: 2000000000, en: x, km: ក}\n"}, only=None)

# -- tables
quick("20000 answers", {"forms/comments.yml": FORM, "reflections/comments.csv": ANSWERS + "".join(f"{i},d1s01,en,teacher,Good {i},4,yes,yes\n" for i in range(20000))})
quick("a million quotes", {"programme.csv": "day,start\n1," + '"' * 1000001 + "\n"})
quick("300000 cells in a row", {"programme.csv": "day,start" + ",x" * 200000 + "\n1,08:00" + ",y" * 300000 + "\n"})
quick("days and times out of all bounds", {"programme.csv": "day,start,end,session,type,title_en\n2147483648,99:99,-1,d99999999999s1,talk,T\n-1,,,d0s0,talk,T\n"})
for name, data in {"semicolons and a mark": PROGRAMME.replace(",", ";").encode("utf-8-sig"), "UTF-16 and tabs": PROGRAMME.replace(",", "\t").encode("utf-16"),
                   "old line ends": PROGRAMME.replace("\n", "\r").encode(), "a first line sep=": b"sep=;\r\n" + PROGRAMME.replace(",", ";").replace("\n", "\r\n").encode(),
                   "empty columns": re.sub(r"\n", ",,,,\n", PROGRAMME).encode() + b",,,,,,\n"}.items():
    r = make("a table with " + name, {"programme.csv": data})
    silent(r, "a table with " + name)
    shown(r, "a table with " + name, "Labs")

# -- one fault made many times is told 2,500 times by itself, then in one line for all the rest, and counted in full
r = quick("20000 people of no sex and no word", {"participants.csv": "id,name_en,sex,consent_name,consent_photo\n" + "".join(
    f"p{i},Person {i},{'q' if i % 2 else 'f'},maybe,maybe\n" for i in range(20000))})
check(r.places.get("person-sex") == [("participants.csv", 2 * i + 3) for i in range(2501)], "20000 people: 2501 of no sex that is known",
      len(r.places.get("person-sex", [])))
check(len(r.places.get("value-yesno", [])) == 2 * 2501, "20000 people: 2501 places in each of two columns", len(r.places.get("value-yesno", [])))
check(b"0 errors, 50000 warnings" in r.stderr, "20000 people: every one is counted", r.stderr[-99:])
many = [p for p in problems(r.out) if "more like this" in p["en"]]
check([p["en"].split(" and ")[-1] for p in many if p["code"] == "value-yesno"] == ["17499 more like this, in lines 2503\u201320001"] * 2
      and all(p["cure_km"] and "ទៀតដូចនេះ" in p["km"] for p in many), "20000 people: the lines of the rest are told", many[:9])

# -- pictures
for name, data in {"of no size": png(0, 0, data=b""), "larger than the world": png(0x7fffffff, 0x7fffffff, 6, data=b"\0" * 9), "cut short": png(40, 30)[:60], "no PNG": b"\x89PNG\r\n\x1a\n" + b"x" * 100,
                   "half a JPEG": b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG without end": b"\xff\xd8" * 5000, "marker of no length": b"\xff\xd8\xff\xe1\0\0" + b"x" * 99}.items():
    told(make("a picture " + name, {"photos/a.png": data}), "a picture " + name, "picture-broken", ("photos/a.png", 0))
told(make("a picture of 100 million points", {"photos/a.png": png(10000, 10000, 0, data=b"\0")}), "a picture of 100 million points", "picture-big", ("photos/a.png", 0))
for form in ((6, 16), (3, 1), (0, 1), (4, 8)):
    palette = chunk(b"PLTE", b"\1\2\3" * 2) + chunk(b"tRNS", b"\0") if form[0] == 3 else b""
    r = make("a picture of form %d, %d bits" % form, {"photos/a.png": png(20, 20, *form, extra=palette)})
    check(list(r.places) == ["photo-unlisted"], "a picture of form %d, %d bits is shown" % form, r.places)
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
                    "Word's dashes": "—\ntitle: Welcome\nsession: d1s01\n—\n",
                    "two hyphens": "--\ntitle: Welcome\n--\n", "lines further in": "---\n  title: Welcome\n  session: d1s01\n---\n"}.items():
    r = make("facts with " + name, {EN: facts + BODY})
    silent(r, "facts with " + name)
    shown(r, "facts with " + name, "Welcome", "The forum began.")
    check("title" not in report(r).lower(), f"facts with {name} are no text", report(r)[-400:])
for name, facts, codes in (("the Khmer keyboard", "---\ntitle៖\u200bWelcome\nsession:\u200bd1s01\n---\n", {"yaml-colon-sign", "yaml-blank"}),
                           ("Word's quotes", "---\ntitle: “Welcome”\nsession: ‘d1s01’\n---\n", {"yaml-quotes"}),
                           ("stars for the rule", "***\ntitle: Welcome\n***\n", {"front-rule"}), ("a rule with blanks", "- - -\ntitle: Welcome\n- - -\n", {"front-rule"}),
                           ("no rule", "title: Welcome\nsession: d1s01\n\n", {"front-bare"}), ("a rule below alone", "title: Welcome\n---\n", {"front-bare"}),
                           ("no spaces", "---\ntitle:Welcome\nsession:d1s01\n---\n", {"yaml-no-space"})):
    r = make("facts with " + name, {EN: facts + BODY})
    check({c for c in r.places if r.places[c][0][0] == EN} == codes, f"facts with {name}: told once", r.places)
    shown(r, "facts with " + name, "Welcome", "The forum began.")
    check("title" not in report(r).lower(), f"facts with {name} are no text", report(r)[-400:])
r = make("a note that begins like facts", {EN: "Question: who leads?\n\nTitle of it all\n"})
shown(r, "a note that begins like facts", "Question: who leads?", "Title of it all")
r = make("tabs in facts and settings", {EN: "---\n\ttitle: Welcome\n---\n" + BODY, "event.yml": SMALL["event.yml"].replace(
    "en: {title: A small forum}", "en:\n\ttitle: A small forum\n\tvenue: Great hall")})
told(r, "tabs in facts and settings", "yaml-tab-read", ("event.yml", 5), (EN, 2))
shown(r, "tabs in facts and settings", "Welcome", "Great hall")
r = make("a number sign in a text", {"event.yml": SMALL["event.yml"] + "venue: Hall #3\nhost: us # them\n"})
told(r, "a number sign in a text", "yaml-remark", ("event.yml", 6))
r = make("a line further in than the one above", {"event.yml": " title: A forum\n  status: draft\ndates: [2023-04-04]\n"})
told(r, "a line further in than the one above", "yaml-indent", ("event.yml", 2))

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

def cured(r, name, cure):
    check(any(p["file"] == name and cure in p["en"] + " " + p["cure_en"] for p in problems(r.out)), f"{name}: told how to cure it", r.places)
r = make("names nearly right", {"notes.txt": "x\n", "name.txt": "x\n", "coments.csv": "form_no\n1\n", "sesions/d1s01-a.en.md": "x\n", "partcipants.csv": "x\n",
                                "session.csv": "x\n", "forms/comments.yml": FORM, "programm.csv": "day\n1\n", "organisations.csv": "x\n", "summaries": None})
told(r, "names nearly right", "file-unknown-near", ("name.txt", 0), ("organisations.csv", 0), ("partcipants.csv", 0))
told(r, "names nearly right, in place of which others stand", "file-beside", ("programm.csv", 0))
told(r, "a table by a folder's name", "file-unknown", ("session.csv", 0))
told(r, "a misspelt folder where the right one is", "folder-unread", ("sesions", 0))
for name, cure in {"notes.txt": "move it to sessions/", "coments.csv": "move it to reflections/comments.csv", "name.txt": "Rename it names.txt"}.items(): cured(r, name, cure)
r = make("names nearly right, alone", {KM: None, EN: None, "sesions/d1s01-a.en.md": "x\n", "programme.csv": None, "programm.csv": "day\n1\n"})
told(r, "names nearly right, alone", "file-unknown-near", ("programm.csv", 0), ("sesions", 0))

r = make("pictures of other kinds", {"photos/b.heic": b"\0\0\0\x18ftypheic", "photos/c.webp": b"RIFF\0\0\0\0WEBPVP8 ",
    "photos/d.gif": b"GIF89a", "photos/e.avif": b"\0\0\0\x18ftypavif", "photos/f.jpg": b"RIFF\0\0\0\0WEBPVP8 ", "photos/g.png": b"\0\0\0\x18ftypisom"})
for name, kind in {"b.heic": "HEIC", "c.webp": "WebP", "d.gif": "GIF", "e.avif": "AVIF", "f.jpg": "WebP", "g.png": "MP4"}.items():
    cured(r, "photos/" + name, f"is a picture of kind {kind}, which cannot be set Open it in a picture program")
# Drawings: what would take for ever, or is another's, is told; the rest is drawn, in the build's own fonts.
SVG = "<?xml version='1.0'?>\n<!-- drawn -->\n%s<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 90 30'>%s</svg>"
LAUGHS = "<!DOCTYPE svg [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY {chr(98 + i)} '{('&' + chr(97 + i) + ';') * 10}'>" for i in range(9)) + "]>"
NESTED = "".join(f"<g id='n{i}'>" + f"<use xlink:href='#n{i + 1}'/>" * 10 + "</g>" for i in range(12)) + "<g id='n12'><rect width='9' height='9'/></g>"
DRAWINGS = {"sound": ("", "<rect width='80' height='20' fill='#0B3C5D'/><text x='4' y='14' font-size='9'>ស្ពាន</text><text y='28' font-size='9'>A bridge</text>", None),
            "empty": ("", "", None), "laughs": (LAUGHS, "<text y='20'>&j;</text>", "picture-undrawn"), "cut": ("", "<rect width='80' <g></svg", "picture-undrawn"),
            "uses": ("", NESTED, "picture-undrawn"), "own": ("", "<g id='a'><use xlink:href='#a'/></g><rect width='9' height='9'/>", None),
            "filters": ("", "<filter id='f' x='-9999%%' y='-9999%%' width='99999%%' height='99999%%'>" + "<feTurbulence baseFrequency='.9' numOctaves='99999'/><feGaussianBlur stdDeviation='900'/>" * 60 + "</filter><rect width='80' height='20' filter='url(#f)'/>", "picture-undrawn"),
            "others": ("", "<image width='90' height='30' xlink:href='secret.png'/><image width='90' height='30' xlink:href='file:///etc/passwd'/><rect width='9' height='9'/>", None)}
for name, (before, inside, code) in DRAWINGS.items():
    r = make("a drawing: " + name, {"photos/a.svg": SVG % (before, inside.replace("%%", "%")), "photos/secret.png": png(9, 9), "photos/photos.csv": "file,session,caption_en,caption_km\na.svg,d1s01,A,ក\n"})
    found = [p["code"] for p in problems(r.out) if p["file"] == "photos/photos.csv" and p["code"] in ("picture-undrawn", "picture-drawer", "picture-broken")]
    check(found == ([code] if code else []), f"a drawing, {name}: {code or 'drawn'}", found or text(r.stderr)[-400:])
r = make("files of other programs", {"programme.xlsx": b"PK\3\4", "sessions/d1s02-talk.docx": b"PK\3\4", "sessions/d1s02-scan.pdf": b"%PDF-1.4", "old.doc": b"\xd0\xcf\x11\xe0", "notes.rtf": "{\\rtf1 x}"})
for name, what, cure in (("programme.xlsx", "programme.csv stands beside it", "take programme.csv out of the folder"), ("sessions/d1s02-talk.docx", "is damaged or cut off", "save it again"),
                         ("sessions/d1s02-scan.pdf", "this is a PDF", "that it was made from"), ("old.doc", "older word processor", "Word Document (.docx)"),
                         ("notes.rtf", "older word processor", "Word Document (.docx)")):
    cured(r, name, what)
    cured(r, name, cure)
for order, mark in (("le", b"\xff\xfe\0\0"), ("be", b"\0\0\xfe\xff")):
    r = make("UTF-32 " + order, {EN: mark + "# Opening\n\nThe forum ពិធី began.\n".encode("utf-32-" + order)})
    silent(r, "UTF-32 " + order)
    shown(r, "UTF-32 " + order, "The forum", "ពិធី", "began.")
told(make("UTF-32 cut short", {EN: b"\xff\xfe\0\0" + "# Opening\n".encode("utf-32-le") + b"\0\0\x11\0"}), "UTF-32 cut short", "encoding-byte", (EN, 2))
for date in ("2-Jan", "02-Jan", "1-Feb", "Jan-02", "2023-01-02", "2/1/2023", "2 Jan"):
    r = make("a session that became " + date, {"programme.csv": PROGRAMME, "documents.csv": f"session,title_en\n{date},Slides\n",
                                              "forms/comments.yml": FORM, "reflections/comments.csv": ANSWERS + f"1,{date},en,teacher,Good,4,yes,yes\n"}, only=None)
    cured(r, "documents.csv", "Is d1s02 meant?")
    cured(r, "reflections/comments.csv", "Is d1s02 meant?")
r = make("a programme's session that became a date", {"programme.csv": PROGRAMME.replace("d1s02", "2-Jan")})
told(r, "a programme's session that became a date", "session-date", ("programme.csv", 3))
cured(r, "programme.csv", "Is d1s02 meant?")

# -- names and things that are no files
r = make("names to confuse a terminal", {"sessions/a\nb.en.md": "x\n", "sessions/d1s01-\x1b[31m.km.md": "x\n", "photos/x\ny\".png": png(4, 4), "sessions/d1s02-<b>&.en.md": "y\n"}, only=None)
check(b"\x1b[31m" not in r.stderr and "\x1b" not in open(r.out + "/problems.txt").read(), "names to confuse a terminal do not reach it")
make("names that are no text", {"photos/a.png": png(4, 4)}, lambda b: os.rename(b + "/photos/a.png", b.encode() + b"/photos/\xff\xfe.png"), only=None)
def things(b):
    os.mkfifo(b + "/sessions/d1s02-pipe.en.md")
    os.symlink("d1s03-loop.en.md", b + "/sessions/d1s03-loop.en.md")
    os.symlink("/dev/zero", b + "/sessions/d1s04-zero.en.md")
    os.symlink("/etc/passwd", b + "/sessions/d1s05-users.en.md")
    os.symlink("..", b + "/photos")
    os.makedirs(b + "/programme.csv")
r = make("pipes, devices and links in files' places", {"programme.csv": None}, things)
told(r, "pipes and folders", "file-kind", ("programme.csv", 0), ("sessions/d1s02-pipe.en.md", 0))
told(r, "links that lead out", "file-outside", ("photos", 0), ("sessions/d1s03-loop.en.md", 0), ("sessions/d1s04-zero.en.md", 0), ("sessions/d1s05-users.en.md", 0))
check("root:" not in report(r), "nothing from outside is in the report")

# -- the same bytes again, whatever the input
for name, files in {"bad spelling": {KM: "# x\n\n" + "កា្រ ្ក េក " * 300}, "noise": {EN: bytes((i * i * 7 + i // 3) % 251 for i in range(8000))}}.items():
    first, again = files_of(make("same: " + name, files).out), files_of(make("same: " + name, files).out)
    check(first == again, name + " gives the same bytes again", [n for n in first if first[n] != again.get(n)])

# -- the disk
def little_memory(): resource.setrlimit(resource.RLIMIT_AS, (100 << 20, 100 << 20))
def little_room():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
good = files_of(make("small", {}).out)
write(folder("large"), {**SMALL, EN: "# x\n\n" + "word " * 300000})
limits = {"no room on the disk": (FOLDER + "/small", little_room)}
if "asan" not in SASTRA: limits["no memory"] = (FOLDER + "/large", little_memory)
for name, (base, limit) in limits.items():
    r = build(base, FOLDER + "/small-out", prepare=limit)
    check(r.returncode and r.stderr, name + ": refused, and said so", (r.returncode, text(r.stderr)[-300:]))
    check(files_of(FOLDER + "/small-out") == good, name + ": out/ stays as it was")

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

done()
