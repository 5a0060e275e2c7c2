#!/usr/bin/env python3
"""The ledger of translations by paragraph, and the translators' work list: made, filled in, dropped in. All texts are made up."""
import csv, io, os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

def told(base, *codes):
    out = text(sastra("check", "-i", base, "--lang", "en").stdout)
    return out if not codes else [l for l in out.splitlines() if any(f"[{c}]" in l for c in codes)]

def read(path):
    data = open(path, "rb").read()
    return data, list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))

def fill(path, rows, to=None):
    with open(to or path, "w", encoding="utf-8-sig", newline="") as f:
        w = csv.DictWriter(f, rows[0].keys())
        w.writeheader()
        w.writerows(rows)

# -- the ledger --
KM = ["# ពិធីបើក", "វេទិកាបានចាប់ផ្តើមនៅព្រឹកថ្ងៃអង្គារ។", "អ្នកចូលរួម ៤០ នាក់បានមកដល់។", "កម្មវិធីបានចប់នៅម៉ោង ១២។"]
EN = ["# Opening", "The forum began on Tuesday morning.", "Participants came, **40** of them.", "It ended at 12."]
def note(parts): return "\n\n".join(parts) + "\n"
base = write(folder("ledger"), dict(SMALL, **{"sessions/d1s01-opening.km.md": note(KM), "sessions/d1s01-opening.en.md": note(EN)}))
CODES = ("translation-old", "translation-unaccepted", "translation-ledger")
r = sastra("accept", "-i", base)
ledger = open(base + "/translations.tsv", encoding="utf-8").read()
check(r.returncode == 0 and ledger.startswith("note\tparagraph\tkm\ten\n") and ledger.count("\n") == 5, "a line a paragraph", ledger)
check(not told(base, *CODES), "what was accepted is current", told(base))
sastra("accept", "-i", base)
check(open(base + "/translations.tsv", encoding="utf-8").read() == ledger, "accepted again, the ledger is the same")
write(base, {"sessions/d1s01-opening.en.md": note([EN[0], EN[1].replace(" on ", "\non   "), EN[3], EN[2].replace("**40**", "*40*")]),
             "sessions/d1s01-opening.km.md": note([KM[0], KM[1].replace("បាន", "\u200bបាន"), KM[3], KM[2]]).replace("\n", "\r\n")})
check(not told(base, *CODES), "moved, wrapped anew, with other emphasis and U+200B: current", told(base))
write(base, {"sessions/d1s01-opening.km.md": note(KM), "sessions/d1s01-opening.en.md": note([EN[0], EN[1], EN[2].replace("40", "41"), EN[3]])})
lines = told(base, *CODES)
check(len(lines) == 1 and "d1s01-opening.km.md:5:" in lines[0] and "d1s01-opening.en.md:5" in lines[0] and "[translation-old]" in lines[0], "one paragraph changed: the other side of that one is told", lines)
build(base, base + "-out", "--only", "report")
method = re.sub(r"\s+", " ", pdftext(base + "-out/report.pdf"))
check("Out of date" in method and "accepted as current: 3; out of date: 1" in method, "coverage counts what is out of date", method[-900:])
write(base, {"sessions/d1s01-opening.km.md": note([KM[0], KM[1], KM[2].replace("៤០", "៤១"), KM[3]])})
lines = told(base, *CODES)
check(len(lines) == 1 and "[translation-unaccepted]" in lines[0] and "note:" in lines[0], "both changed: to be accepted", lines)
sastra("accept", "d1s01-opening", "-i", base)
check(not told(base, *CODES), "and then current", told(base))
# a note that cannot be read is missing from both, and told; the exit status is a build's
hidden = write(folder("hidden"), SMALL)
closed = os.path.join(hidden, "sessions/d1s02-closed.en.md")
def unread(code):
    made = build(hidden, hidden + "-out", "-q", "--only", "report")
    for command in (("accept",), ("todo",), ("todo", hidden + "-todo.csv")):
        r = sastra(*command, "-i", hidden)
        check(r.returncode == made.returncode == 1 and b"d1s02-closed.en.md" in r.stderr and f"[{code}]" in text(r.stderr), f"{command[0]} tells a note that cannot be read: {code}", text(r.stderr))
os.mkfifo(closed)
unread("file-kind")
os.remove(closed)
os.symlink(os.path.join(ROOT, "Makefile"), closed)
unread("file-outside")
os.remove(closed)
write(hidden, {"sessions/d1s02-closed.en.md": "# Closed\n\nNobody reads this.\n"})
os.chmod(closed, 0)
if os.getuid(): unread("file-unreadable")
else: print("ok # SKIP a note without permission to read it: root reads all")
check("d1s01-opening" in open(hidden + "/translations.tsv", encoding="utf-8").read() and os.path.exists(hidden + "-todo.csv"), "what can be read is done")
# older ledgers
old = write(folder("old-ledger"), SMALL)
def fnv(name):
    h = 1469598103934665603
    for b in SMALL[name].encode(): h = (h ^ b) * 0x100000001B3 & (1 << 64) - 1
    return f"{h:016x}"
write(old, {"translations.tsv": "note\tkm\ten\nd1s01-opening\t%s\t%s\n" % (fnv("sessions/d1s01-opening.km.md"), fnv("sessions/d1s01-opening.en.md"))})
lines = told(old, *CODES)
check(len(lines) == 1 and "[translation-ledger]" in lines[0] and "translations.tsv" in lines[0], "an older ledger is read, and how to renew it told", lines)
write(old, {"sessions/d1s01-opening.en.md": "# Opening\n\nThe forum began late.\n"})
check(any("d1s01-opening.km.md: " in l and "[translation-old]" in l for l in told(old, *CODES)), "as it was: by note", told(old))
sastra("accept", "-i", old)
check(not told(old, *CODES), "the cure renews it", told(old))

# -- the work list --
GLOSSARY = "term_en,term_km\nmentor,គ្រូប្រឹក្សា\nforum,វេទិកា\n"
EN_NOTE = ("# The mentors\n\nA mentor met the *new* teachers.[^1]\n\n- First point\n- Second point\n\n> Said in the forum.\n\n"
           "=1+1 is a formula\n\n@home and +855\n\n| Year | Number |\n|---|---|\n| one | two |\n\n[^1]: In the capital.\n")
FILES = dict(SMALL, **{
    "event.yml": SMALL["event.yml"].replace("km: {title: វេទិកាតូច}", "km: {title: វេទិកាតូច, venue: រាជធានីភ្នំពេញ}"),
    "programme.csv": "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,opening,Opening,ពិធីបើក\n1,09:00,10:00,d1s02,talk,Mentors,\n",
    "glossary.csv": GLOSSARY, "sessions/d1s02-mentors.en.md": EN_NOTE,
    "forms/fb.yml": "id: fb\nen: {title: Feedback}\nkm: {title: មតិ}\nprompts:\n  - {id: q1, type: open, en: What did you notice?}\n",
    "reflections/fb.csv": "form_no,session,lang,role,q1,quote_ok\n1,d1s02,en,teacher,SECRETANSWER is here,no\n",
    "participants.csv": "id,name_en,consent_name\np1,SECRETNAME,no\n"})
base = write(folder("todo"), FILES)
path = os.path.join(FOLDER, "todo.csv")
r = sastra("todo", path, "-i", base, "--lang", "en")
data, rows = read(path)
check(r.returncode == 0 and data.startswith(b"\xef\xbb\xbf") and len(rows) == int(re.search(r"(\d+) part", text(r.stderr)).group(1)), "a table with a byte-order mark", text(r.stderr))
check(all(row["status"] == "missing" and bool(row["km"]) != bool(row["en"]) and row["file"] for row in rows), "one side is to be filled in", rows)
by = {row["km"] or row["en"]: row for row in rows}
check([by.get(t, {}).get("file") for t in ("Mentors", "What did you notice?", "រាជធានីភ្នំពេញ")] == ["programme.csv", "forms/fb.yml", "event.yml"], "tables, forms and event.yml too", list(by))
para = next(row for row in rows if row["en"].startswith("A mentor"))
check(para["line"] == "3" and para["terms"] == "mentor = គ្រូប្រឹក្សា", "file, line and the glossary's terms", para)
check(b"SECRET" not in data, "nobody's answer, nobody's name")
check(not any(cell[:1] in ("=", "+", "@", "-") for row in rows for cell in row.values()), "no cell is a formula", rows)
check(sastra("todo", path, "-i", base).returncode == 0 and open(path, "rb").read() == data, "made again: the same bytes")
shown = text(sastra("todo", "-i", base, "--lang", "en").stdout)
check("sessions/d1s02-mentors.en.md:3: not translated (para → km)" in shown and "mentor = គ្រូប្រឹក្សា" in shown, "as text", shown)
def khmer(en):
    if en.startswith("'- "): return "- ចំណុចទីមួយ\n- ចំណុចទីពីរ"
    if en.startswith("| "): return "| ឆ្នាំ | ចំនួន |\n|---|---|\n| មួយ | ពីរ |"
    if en.startswith("> "): return "> បាននិយាយក្នុងវេទិកា។"
    if "formula" in en: return "=1+1 ជារូបមន្ត"
    return "បកប្រែ៖ គ្រូ*ថ្មី*ទី" + str(len(en))
for row in rows: row["km" if row["key"].startswith("km") else "en"] = khmer(row["en"]) if row["key"].startswith("km") else "The capital"
fill(path, rows, base + "/todo.csv")
filled = [list(rows[0])] + [list(row.values()) for row in rows]
fill(path, rows, path)
r = sastra("todo", path, "-i", base, "--lang", "en")
check(r.returncode == 2 and "[todo-filled]" in text(r.stderr) and read(path)[1] == rows, "what somebody has filled in is not written over", text(r.stderr))
before = files_of(base)
for name in ("todo.csv", "participants.csv", "new.csv", "sessions/../new.csv"):
    r = sastra("todo", os.path.join(base, name), "-i", base, "--lang", "en")
    check(r.returncode == 2 and "[todo-input]" in text(r.stderr), f"{name}: nothing is written into the folder that is read", text(r.stderr))
    r = sastra("todo", name, "-i", ".", "--lang", "en", cwd=base)
    check(r.returncode == 2 and "[todo-input]" in text(r.stderr), f"{name}: nor from within it", text(r.stderr))
check(files_of(base) == before, "and all there is as it was")
for name, data in (("own.csv", b"my,own\n1,2\n"), ("empty.csv", b""), ("list.csv", b"key,km,en\n,,\n")):
    mine = os.path.join(FOLDER, name)
    with open(mine, "wb") as f: f.write(data)
    r = sastra("todo", mine, "-i", base, "--lang", "en")
    check(r.returncode == 2 and "[todo-taken]" in text(r.stderr) and open(mine, "rb").read() == data, f"{name}: a file of somebody's own is not written over", text(r.stderr))
os.remove(path)
left = [l for l in told(base).splitlines() if re.search(r"\[(pair-|note-partner|todo-|translation-|form-one|footnote|file-unknown|file-else|title|markdown)", l)]
check(not left, "filled in and dropped in: nothing is missing", told(base))
check("sastra: 0 parts" in text(sastra("todo", "-i", base, "--lang", "en").stderr), "and nothing is left to do")
tree = text(sastra("dump", "tree", "report", "-i", base).stdout)
check(all(t in tree for t in ("ចំណុចទីពីរ", "ចំនួន", "បាននិយាយក្នុងវេទិកា។", "=1+1 ជារូបមន្ត", "The capital")) and "(todo.csv:" in tree, "its texts stand in the report, with their places", tree[:400])
items = re.findall(r'^ +list km[^\n]*\n(?: +item km[^\n]*\n(?: +p [^\n]*\n)?)+', tree, re.M)
check(any("ចំណុចទីមួយ" in t and "ចំណុចទីពីរ" in t and t.count(" item ") == 2 for t in items), "a list stays a list", items)
outs = []
for i in range(2):
    out = os.path.join(FOLDER, f"filled-out{i}")
    r = build(base, out)
    outs.append(files_of(out))
check(r.returncode in (0, 1) and outs[0] == outs[1], "built twice: the same bytes", text(r.stderr))
method = re.sub(r"\s+", " ", pdftext(os.path.join(FOLDER, "filled-out0", "report.pdf")))
check("without a partner: 0" in method and "in both 2" in method, "coverage is full", method[-600:])
r = sastra("accept", "-i", base)
check(r.returncode == 0 and not told(base, *CODES), "what came from the list can be accepted", told(base))

# the source changes after the list was made
write(base, {"sessions/d1s02-mentors.en.md": EN_NOTE.replace("A mentor met", "Two mentors met")})
lines = told(base, "todo-changed")
check(len(lines) == 1 and lines[0].startswith("todo.csv:") and told(base, "pair-alone"), "a row whose paragraph has changed is told, and not used", told(base))
# a translation of its own
write(base, {"sessions/d1s02-mentors.en.md": EN_NOTE, "programme.csv": FILES["programme.csv"].replace("Mentors,", "Mentors,គ្រូ")})
check(len(told(base, "todo-done")) == 1, "a row that is not needed any more is told", told(base))
# the key is gone
write(base, {"programme.csv": FILES["programme.csv"]})
fill(path, [dict(row, key="") if row["what"] == "heading" else row for row in rows], base + "/todo.csv")
check(len(told(base, "todo-key")) == 1, "a row without its key is told", told(base))
# empty cells, semicolons and another name, as spreadsheets save them
half = write(folder("half"), FILES)
semi = io.StringIO(newline="")
w = csv.DictWriter(semi, rows[0].keys(), delimiter=";", lineterminator="\r\n")
w.writeheader()
w.writerows([row if row["what"] == "heading" else dict(row, **{row["key"][:2]: ""}) for row in rows])
write(half, {"Translations Sok.csv": "\ufeff" + semi.getvalue()})
out = told(half)
check("todo-" not in out and "file-" not in out and "គ្រូ" in text(sastra("dump", "tree", "report", "-i", half).stdout), "semicolons, another name; empty cells are no translations", out)
check(len(re.findall(r"parts? to translate", text(sastra("todo", "-i", half, "--lang", "en").stderr))) == 1, "the rest stays on the list")
# out of date: the present translation beside it, replaced by the list's
stale = write(folder("stale"), dict(SMALL, **{"sessions/d1s01-opening.km.md": note(KM), "sessions/d1s01-opening.en.md": note(EN)}))
sastra("accept", "-i", stale)
write(stale, {"sessions/d1s01-opening.en.md": note([EN[0], EN[1], "Participants came, 41 of them.", EN[3]])})
sastra("todo", path, "-i", stale)
rows = read(path)[1]
check(len(rows) == 1 and rows[0]["status"] == "stale" and rows[0]["present"] == KM[2] and rows[0]["file"].endswith("km.md") and rows[0]["line"] == "5", "stale: its place, and the present translation", rows)
fill(path, [dict(rows[0], km="អ្នកចូលរួម ៤១ នាក់បានមកដល់។")], stale + "/translations-2.csv")
tree = text(sastra("dump", "tree", "report", "-i", stale).stdout)
check("៤១" in tree and "៤០" not in tree and not told(stale, *CODES, "todo-changed", "todo-done"), "the new translation stands in its place", told(stale))
sastra("accept", "-i", stale)
check(not told(stale, *CODES, "todo-changed"), "and is current when accepted", told(stale))
# nothing to do, nothing there
check(sastra("todo", "-i", write(folder("full"), SMALL)).stdout == b"", "a full folder: nothing")
check(sastra("todo", "-i", os.path.join(FOLDER, "nowhere")).returncode == 2, "no folder")
check(sastra("todo", os.path.join(FOLDER, "no", "such", "todo.csv"), "-i", base).returncode == 2, "a file that cannot be written")
mono = write(folder("mono"), dict(FILES, **{"event.yml": FILES["event.yml"].replace("[km, en]", "[en]")}))
check(sastra("todo", "-i", mono).stdout == b"", "an event in one language wants no translation")
# saved as a workbook
import sheet_file
book = write(folder("workbook"), dict(FILES, **{"todo.xlsx": sheet_file.xlsx({"todo": filled})}))
left = [l for l in told(book).splitlines() if re.search(r"\[(pair-|note-partner|todo-|translation-|form-one|file-unknown|file-else|title)", l)]
check(not left and "sastra: 0 parts" in text(sastra("todo", "-i", book, "--lang", "en").stderr), "a list saved as .xlsx is read", told(book))
# a list from anybody: broken, hostile
hostile = write(folder("hostile"), dict(FILES, **{"todo.csv": "key,km,en\nkm-zz,\"open\nen-0000000000000000,,x\n\x00km,=cmd|' /C calc'!A0,\n" + "km-1," + "x" * 100000 + ",\n"}))
r = sastra("check", "-i", hostile)
check(not crashed(r) and b"todo" in r.stdout, "a broken list is told", text(r.stdout)[:400])
done()
