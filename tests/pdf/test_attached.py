#!/usr/bin/env python3
"""What the report carries comes out of it as it went in: two readers give the same bytes, notes are the files that were typed,
tables are the same in each edition; and none of its sources is carried where that is switched off. The two lists for programs
always are: tests/publish/test_changes.py."""
import os, re, subprocess, sys
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..")]
from lib import *
import structure

def run(*command): return subprocess.run(command, capture_output=True).stdout

LISTS = {"event.tsv", "sections.tsv"}
def sources(found): return {n: data for n, data in found.items() if n not in LISTS}

def carried(path):
    """name → bytes, as qpdf and as poppler take them out"""
    # by its object: where some names are ASCII and some are not, qpdf looks for one in another order than the standard's
    names = re.findall(r"^(.*) -> (\d+),\d+$", run("qpdf", "--list-attachments", path).decode(), re.M)
    ours = {n: run("qpdf", f"--show-object={id_}", "--filtered-stream-data", path) for n, id_ in names}
    inside = folder("inside")
    run("pdfdetach", "-saveall", "-o", inside, path)
    theirs = files_of(inside)
    check(LISTS <= ours.keys() & theirs.keys() and all(ours[n] == theirs[n] for n in LISTS), "the lists for programs are carried", sorted(ours))
    return sources(ours), sources(theirs)

def typed(base):
    """The notes of an input folder by their names alone; what is not UTF-8 is carried as such."""
    return {os.path.basename(n): data.decode("utf-16").encode() if data[:2] == b"\xff\xfe" else data
            for n, data in files_of(base).items() if n.split(os.sep)[0] in ("sessions", "summaries")}

base = folder("attached")
out = os.path.join(base, "out")
r = build(SAMPLE, out, "-q", "--only", "report,report.en,report.km")
check(r.returncode == 0, "the sample builds", text(r.stderr)[-2000:])
notes, tables = typed(SAMPLE), []
for name, tags in (("report", (".en.", ".km.")), ("report.en", (".en.",)), ("report.km", (".km.",))):
    ours, theirs = carried(os.path.join(out, name + ".pdf"))
    check(ours and ours == theirs, f"{name}: qpdf and poppler take out the same", sorted(set(ours) ^ set(theirs)))
    csv = {n: data for n, data in ours.items() if n.endswith(".csv")}
    want = {n: data for n, data in notes.items() if any(t in n for t in tags)}
    got = {n: data for n, data in ours.items() if n not in csv}
    check(got == want, f"{name}: {len(want)} notes, byte for byte", [n for n in sorted(set(want) | set(got)) if want.get(n) != got.get(n)])
    tables.append(csv)
check(tables[0] and tables[0] == tables[1] == tables[2], "the tables are the same in each edition", [sorted(t) for t in tables])
check(all(t.decode("utf-8-sig").count("\n") > 1 for t in tables[0].values()), "each table has rows")

ODD = {**SMALL, "sessions/d1s01-opening.en.md": b"\xef\xbb\xbf# Opening\r\n\r\nThe forum (began) \\ <here>.\r\n",
       "sessions/d1s01-ពិធីបើក.en.md": "# Opening\n\nNamed in Khmer.\n", "sessions/d1s01-ｆ.en.md": "# Opening\n\nFull width.\n", "summaries/a😀.en.md": "# Face\n\nText.\n",
       "summaries/conclusion.km.md": "# សន្និដ្ឋាន\n\nអក្សរ\u200bខ្មែរ។"}
write(os.path.join(base, "odd"), ODD)
build(os.path.join(base, "odd"), os.path.join(base, "odd-out"), "-q", "--only", "report")
ours, theirs = carried(os.path.join(base, "odd-out", "report.pdf"))
khmer = ours.get("d1s01-ពិធីបើក.en.md")
told = []
structure.check(os.path.join(base, "odd-out", "report.pdf"), say=told.append)
check(told and not [l for l in told if l.startswith("not ok")], "odd names are sound", [l for l in told if l.startswith("not ok")])
ours = {n: data for n, data in ours.items() if n.isascii()}  # others poppler lists under names of its own making
check(all(theirs.get(n) == data for n, data in ours.items()) and "conclusion.km.md" in ours, "odd notes come out of both readers alike", sorted(ours))
check(ours.get("conclusion.km.md") == ODD["summaries/conclusion.km.md"].encode(), "a note without a last line end is as it was typed", ours.get("conclusion.km.md"))
check(khmer == b"# Opening\n\nNamed in Khmer.\n", "a note whose name is Khmer is found by it", sorted(ours))
check(b"The forum (began) \\ <here>." in ours.get("d1s01-opening.en.md", b""), "signs that PDF uses are as they were typed", ours.get("d1s01-opening.en.md"))

ILL = {"sessions/d1s01 \x1b[31m(two\nlines).en.md": "# Opening\n\nNamed ill.\n", "summaries/same.en.md": "# S\n\nOne.\n", "sessions/same.en.md": "# S\n\nTwo.\n"}
write(os.path.join(base, "ill"), {"event.yml": SMALL["event.yml"], **ILL})
build(os.path.join(base, "ill"), os.path.join(base, "ill-out"), "-q", "--only", "report")
for carrier in carried(os.path.join(base, "ill-out", "report.pdf")):
    check(carrier == {"d1s01-31m-two-lines.en.md": b"# Opening\n\nNamed ill.\n", "same.en.md": b"# S\n\nOne.\n", "sessions-same.en.md": b"# S\n\nTwo.\n"},
          "names hold no control character and no separator, and no two are one", sorted(carrier))

write(os.path.join(base, "odd"), {"event.yml": SMALL["event.yml"] + "attach_sources: no\n"})
build(os.path.join(base, "odd"), os.path.join(base, "none-out"), "-q", "--only", "report")
check(carried(os.path.join(base, "none-out", "report.pdf")) == ({}, {}), "switched off, no source is carried")
done()
