#!/usr/bin/env python3
"""Captions, numbers, references, boxes and bars in the PDFs: both languages and all editions have the same numbers, each reference is a link
to its figure, a chart is a table for those who listen, headings are bookmarks; and each PDF's structure is sound."""
import os, re, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from lib import *
from pdfread import Pdf

NAMES = ("report", "report.en", "report.km")
GOLDEN = os.path.join(ROOT, "tests", "golden")

def made(case):
    out = os.path.join(folder("out-" + case), "out")
    r = build(os.path.join(GOLDEN, case, "input"), out, "--only", ",".join(NAMES), "-q")
    check(r.returncode == 0, f"{case} is built", text(r.stderr))
    for name in NAMES:
        path = os.path.join(out, name + ".pdf")
        s = subprocess.run([sys.executable, os.path.join(ROOT, "tests", "pdf", "structure.py"), path], capture_output=True)
        check(not s.returncode and b"not ok" not in s.stdout, f"{case}, {name}: its structure is sound", [l for l in text(s.stdout).splitlines() if l.startswith("not ok")][:5])
    return {name: os.path.join(out, name + ".pdf") for name in NAMES}

def annotations(pdf):
    """Where each link leads: a name, or nothing."""
    for ref in pdf.pages:
        for a in pdf.get(pdf.get(ref).get("/Annots")) or []:
            dest = pdf.get(a).get("/Dest") if pdf.get(a).get("/Subtype") == "/Link" else None
            if dest is not None: yield pdf.text(dest) if isinstance(dest, (bytes, str)) else ""

def outline(pdf):
    work, titles = [pdf.get(pdf.get(pdf.catalog["/Outlines"]).get("/First"))], []
    while work:
        x = work.pop()
        if not x: continue
        titles.append(pdf.text(x["/Title"]))
        work += [pdf.get(x.get("/Next")), pdf.get(x.get("/First"))]
    return titles

files = made("captions")
said = {name: pdftext(path) for name, path in files.items()}
flat = {name: re.sub(r"\s+", " ", s) for name, s in said.items()}
for name in ("report", "report.en"):
    for words in ("Table 1. Books in three reading corners", "Figure 1. A reading corner along a wall", "Table 2. Hours in which the corner was open", "Figure 2. A shelf made by parents", "Table 3. Wishes, counted by hand"):
        check(words in flat[name], f"{name}: {words}", flat[name][:3000])
    check("[@fig:nobody]" in flat[name] and "[@fig:corner]" not in flat[name] and "{#" not in flat[name], f"{name}: an unknown label is shown as typed, no other")
plain = {name: re.sub(r"[\s\u200b]", "", s) for name, s in said.items()}
for name in ("report", "report.km"):
    for words in ("តារាង១៖សៀវភៅក្នុងជ្រុងអំណានបី", "រូបភាព១៖ជ្រុងអំណានតាមជញ្ជាំង", "តារាង២៖ម៉ោងបើកជ្រុងអំណាន", "តារាង៣៖សំណើដែលរាប់ដោយដៃ"):
        check(words in plain[name], f"{name}: {words}", plain[name][:3000])
for name, path in files.items():
    there = list(annotations(Pdf(path)))
    for label in ("fig:corner", "fig:shelf", "tab:books", "d1s02-asked", "d1s01-corners"): check(label in there, f"{name}: a link to {label}", sorted(set(there)))

files = made("boxes")
for name, path in files.items():
    elems = [e for root in Pdf(path).structure() for e in [root]]
    tables, work = 0, list(elems)
    while work:
        e = work.pop()
        work += e.elems()
        tables += e.tag == "Table"
    check(tables >= 3, f"{name}: charts are tables", tables)
flat = {name: re.sub(r"\s+", " ", pdftext(path)) for name, path in files.items()}
check("1. The schools keep" in re.sub("\u2002", " ", flat["report.en"]) and "3. Each school tells" in re.sub("\u2002", " ", flat["report.en"]), "paragraphs are numbered", flat["report.en"][:1500])

files = made("levels")
for name, path in files.items():
    titles = " ".join(outline(Pdf(path)))
    check("Of one class alone" in titles if name != "report.km" else "ថ្នាក់តែមួយ" in titles, f"{name}: the lowest headings are bookmarks", titles)
check("Their teachers" in flat["report.en"] or pdftext(files["report.en"]).count("Their teachers") == 2, "three levels stand in the contents")
done()
