#!/usr/bin/env python3
"""What is justified copies with the spaces that were typed.

  test_spaces.py                                        the sample, in poppler's and MuPDF's tools
  test_spaces.py INPUT [NAME …] [--packages FOLDER]     any input; pdf.js, PDFium and MuPDF too, from FOLDER/node_modules
"""
import os, sys
from collections import Counter
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import measure_pages as m
from pages import readers
from lib import SAMPLE, check, done, sastra, text

def planted():
    """A reader that invents a space and loses one is found out."""
    page = m.Page(1, 595, 842, "1")
    page.items = [m.read_item(l.split(), l) for l in ['  text p 10.000 20.000 100.000 en 1A1A1A 101.000 0.000 "some words here "', '  text p 10.000 40.000 100.000 en 1A1A1A "and more words"']]
    found = lambda said: [w[1] for w in readers.compare([page], said) if w[1] != "found"]
    check(found("some words here and more words") == [], "spaces as they were set")
    check(found("some wor ds here\nand more words") == ["invented space"], "planted: a space invented")
    check(found("some words here\nand morewords") == ["lost space"], "planted: a space lost")
    check(found("some words\nand more words") == ["lost line"], "planted: a line lost")
    check(found("some words\nhere some words here\nand more words") == [], "the same letters over two lines before are not the line")

def document(source, name, packages, worst):
    doc = m.load(source, name)
    pdf = m.make_pdf(source, name)
    for reader, command in readers.readers(packages).items():
        said = readers.read(command, pdf)
        # what an em parts may be two columns to a reader: a chart's labels in both languages
        told = [w for w in readers.compare(doc.pages, said) if not (w[1] == "lost line" and "\u2003" in w[3] and all(part in said for part in w[3].split("\u2003")))]
        even = Counter(w[1] for w in told if w[2])
        rest = Counter(w[1] for w in told if not w[2])
        print(f"{name}, {reader}: justified lines: {dict(even)}; others: {dict(rest)}")
        wrong = sorted((w for w in told if w[1] != "found"), key=lambda w: (not w[2], "line" in w[1]))
        for w in wrong[:worst]: print("    ", *w)
        check(even["found"] > (0 if doc.both else 100) and len(even) == 1, f"{name}: {reader} has the justified lines, their spaces as they were set", str(wrong[:3]))
        check(not any("space" in w[1] for w in wrong) and len(wrong) * 100 < len(told), f"{name}: {reader} has the other lines", str(wrong[:3]))

def main(args):
    packages = args[args.index("--packages") + 1] if "--packages" in args else ""
    rest = [a for a in args if a not in ("--packages", packages)]
    planted()
    for name in rest[1:] or ["report", "report.km", "report.en"]: document(rest[0] if rest else SAMPLE, name, packages, 5)
    done()

main(sys.argv[1:])
