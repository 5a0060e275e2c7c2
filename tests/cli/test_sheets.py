#!/usr/bin/env python3
"""Excel and LibreOffice files in the place of CSV: the same report, places by cell, and what is told of files that are not read."""
import os, shutil, sys

sys.path[:0] = [os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")]
from lib import *
from sheet_file import *

def read(path):
    with open(path, encoding="utf-8") as f: return f.read()

# -- the sample's own tables, saved by other programs --
TABLES = ["programme", "participants", "documents", "recommendations", "glossary", "organizations", "programme-2023-02-28",
          "reflections/evaluation", "reflections/evaluation-online", "reflections/comments-day1", "photos/photos"]
PAGES = ["handouts/reflections-digest.pdf", "handouts/programme.pdf", "handouts/documents.pdf", "report.pdf"]

def saved_as(ending, make, **more):
    base = folder("in-" + ending)
    shutil.rmtree(base)
    shutil.copytree(SAMPLE, base)
    for t in TABLES:
        path = os.path.join(base, t)
        text_ = read(path + ".csv")
        separator = ";" if text_.split("\n")[0].count(";") > 3 else ","
        os.remove(path + ".csv")
        with open(f"{path}.{ending.split('-')[-1]}", "wb") as f: f.write(make(rows_of(text_, separator), **more))
    return base

out = folder("out-csv")
r = build(SAMPLE, out)
check(r.returncode == 0, "the sample from CSV", text(r.stderr))
expected = files_of(out)
told = [(p["code"], p["line"]) for p in problems(out)]
for ending, make, more in (("xlsx", xlsx, {}), ("strict-xlsx", xlsx, {"strict": True}), ("ods", ods, {})):
    out = folder("out-" + ending)
    r = build(saved_as(ending, make, **more), out)
    found = files_of(out)
    check(r.returncode == 0, f"the sample from {ending}", text(r.stderr))
    for page in PAGES: check(found.get(page) == expected[page], f"{page} from {ending} is that from CSV", "other bytes")
    codes = sorted(p["code"] for p in problems(out))
    check(codes == sorted(c for c, _ in told), f"{ending}: the same complaints", str(codes))
places = [p["file"] for p in problems(out) if p["code"] == "answer-option"]
lines = [l for l in text(r.stderr + r.stdout).splitlines() if "[answer-option]" in l]
check(any(l.startswith("reflections/evaluation.ods:Sheet1!") for l in lines), "a complaint tells the cell", str(lines))

# -- one small event, file by file --
PROGRAMME = [["day", "start", "end", "session", "type", "title_en", "title_km"],
             [1, datetime.time(8, 0), datetime.time(9, 0), "d1s01", "opening", "Opening", "ពិធីបើក"]]
def small(name, files):
    base = write(folder(name), {k: v for k, v in SMALL.items() if k != "programme.csv"})
    write(base, files)
    out = folder(name + "-out")
    return build(base, out), problems(out)

def codes(found, *without): return sorted(p["code"] for p in found if p["code"] not in without)

r, found = small("upper", {"Programme.XLSX": xlsx(PROGRAMME)})
check(codes(found) == ["name-read-as"] and "programme.xlsx" in found[0]["en"], "Programme.XLSX is read as programme.xlsx", str(found))
r, found = small("renamed", {"programme.csv": xlsx(PROGRAMME)})
check(codes(found) == [], "a workbook that was given the name .csv is read", str(found))
r, found = small("beside", {"programme.csv": SMALL["programme.csv"], "programme.xlsx": xlsx([["x"]]), "programme.ods": ods([["x"]])})
check(codes(found) == ["office-beside"] * 2 and all(p["severity"] == "note" for p in found), "beside a CSV workbooks are told and not read", str(found))
r, found = small("two", {"programme.ods": ods(PROGRAMME), "programme.xlsx": xlsx(PROGRAMME)})
check(codes(found) == ["name-beside"], "of two workbooks one is read", str(found))
r, found = small("near", {"programme.csv": SMALL["programme.csv"], "glosary.xlsx": xlsx([["en", "km"], ["a", "ក"]]), "budget.xlsx": xlsx([["x"]])})
check(codes(found) == ["file-unknown", "file-unknown-near"] and any("glossary.xlsx" in p["en"] for p in found), "a workbook's name is suggested with its own ending", str(found))
OLD = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(600)
r, found = small("old", {"programme.csv": SMALL["programme.csv"], "glossary.xls": OLD})
check(codes(found) == ["office-old-table"], "an old .xls is told", str(found))
r, found = small("pdf", {"programme.pdf": b"%PDF-1.4 x"})
check("file-pdf" in codes(found), "a PDF in a table's place is told", str(found))
r, found = small("heic", {"programme.heic": b"\0\0\0\x18ftypheic" + bytes(20)})
check("file-picture" in codes(found), "a photo in a table's place is told", str(found))

r, found = small("faulty", {"programme.xlsx": xlsx([[""], ["x", "y"], [1, 2]])})
shown = pdftext(os.path.join(FOLDER, "faulty-out", "report.pdf"))
check("programme.xlsx:Sheet1!A2" in shown.split("The forum began")[0], "a draft shows a workbook's faults in the programme, where the CSV's are", shown)

# -- what was typed stays what was typed --
HEAD = ["id", "name_en", "name_km", "organization", "role", "photo_ok"]
ROSTER = [HEAD, ["p1", "Sok Dara", "សុខ ដារ៉ា", "", "teacher", True], ["p2", "Chan Thy", "", "", "teacher", False]]
SAY = {"forms/f.yml": "id: f\ntitle: F\nprompts:\n  - {id: q1, type: open, en: What?}\n  - {id: q2, type: scale, en: How?}\n",
       "programme.xlsx": xlsx(PROGRAMME)}
ANSWERS = [["session", "q1", "q2", "quote_ok"], ["d1s01", "A fine day with Sok Dara", 4, True], ["d1s01", "Rain", 5.0, False]]
for ending, make in (("xlsx", xlsx), ("ods", ods)):
    base = write(folder("say-" + ending), {**{k: v for k, v in SMALL.items() if k != "programme.csv"}, **SAY,
                                           "participants." + ending: make(ROSTER), "reflections/f-day1." + ending: make({"Notes": [[]], "f": ANSWERS})})
    out = folder("say-out-" + ending)
    r = build(base, out)
    digest = pdftext(os.path.join(out, "handouts", "reflections-digest.pdf"))
    check("A fine day with" in digest and "Sok Dara" not in digest, f"{ending}: who agreed is quoted, a participant's name masked", digest)
    check("Rain" not in digest, f"{ending}: who did not agree is not", digest)
    check("answer-range" not in codes(problems(out)), f"{ending}: whole numbers are answers on a scale", str(problems(out)))

# The workbook holds its author, comments and hidden sheets: it is attached to nothing.
base = write(folder("attach"), {**{k: v for k, v in SMALL.items() if k != "programme.csv"}, **SAY,
                                "event.yml": SMALL["event.yml"] + "attach_sources: true\n", "reflections/f.xlsx": xlsx(ANSWERS)})
out = folder("attach-out")
r = build(base, out)
check(r.returncode in (0, 1), "attach_sources with workbooks", text(r.stderr))
listed = subprocess.run(["pdfdetach", "-list", os.path.join(out, "report.pdf")], capture_output=True, text=True).stdout
check("xlsx" not in listed and "f.csv" in listed, "what is attached is the counted table, not the workbook", listed)
done()
