#!/usr/bin/env python3
"""The sample's pages hold together: nothing outside or on another thing, heads, contents and notes that are right, ink apart.

What is measured of their typography has its limits in test_typography.py.
"""
import os, sys
from collections import Counter
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import measure_pages as m
from pages import ink, words
from lib import SAMPLE, check, done

NEVER = ("item outside the text's width", "item outside the text's height", "overlapping items", "text on a picture", "table goes on without its head",
         "contents line without its heading", "contents number is wrong", "no running head", "running head cut or of another section",
         "footnote not on its mark's page", "footnote without a mark on its page", "items not level", "a side begins a page alone", "word gap too wide", "word gap too narrow", "ink touches the next line")
AT_MOST = {"loose (short) line inside a paragraph": 9, "white at a page's foot": 4}
INKED = {"report": 12}

for name in ("report", "report.km", "report.en"):
    doc = m.load(SAMPLE, name)
    found = m.measure_dump(doc)
    if name == "report.en" or name in INKED:
        pdf = m.make_pdf(SAMPLE, name)
    if name == "report.en": found += words.measure(doc, words.boxes(pdf), m.Finding)[0]
    if name in INKED: found += ink.measure(doc, pdf, INKED[name], m.Finding)[0]
    check(len(doc.pages) > 20 and doc.nlines > 1000 and doc.lost < doc.nlines / 20, name + " was read", f"{doc.lost} items without a paragraph")
    count = Counter(f.kind for f in found)
    for kind in NEVER:
        worst = next((f for f in found if f.kind == kind), None)
        check(not count[kind], f"{name}: no {kind}", worst and f"{count[kind]}, first on page {worst.page}: {worst.what}")
    for kind, most in AT_MOST.items():
        check(count[kind] <= most, f"{name}: {kind}, at most {most}", count[kind])
done()
