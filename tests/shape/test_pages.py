#!/usr/bin/env python3
"""The sample's pages hold what measure_pages.py measures: no fault of the kinds below, and few of those that are weighed."""
import os, sys
from collections import Counter
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import measure_pages as m
from pages import ink, words
from lib import SAMPLE, check, done

NEVER = ("overfull line", "overfull line (words)", "line starts with a forbidden sign", "line ends with an opening sign", "widow", "orphan",
         "heading at a page's foot", "three hyphens in a row", "hyphen in a heading", "item outside the text's width",
         "item outside the text's height", "overlapping items", "text on a picture", "table goes on without its head", "contents line without its heading",
         "contents number is wrong", "no running head", "running head cut or of another section", "footnote not on its mark's page",
         "footnote without a mark on its page", "word gap too wide", "word gap too narrow", "ink touches the next line",
         "hyphen at a page's foot", "line starts with an ellipsis", "line short of its measure in a justified paragraph", "uneven leading")
AT_MOST = {"loose (short) line inside a paragraph": 5, "last line of one short word": 1, "white at a page's foot": 4, "river": 0,
           "line left ragged in a justified paragraph": 0}
HYPHENS = 0.05  # of the inner lines of English
EVEN = {"report.km": ("km", 0.85), "report.en": ("en", 0.98)} # of the paragraphs of more than a line, at least
JOINTS = 0.03   # of Khmer line ends, at most: not at a word's end
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
    inner = [l.text for par in doc.pars if par.role == "p" and par.lang == "en" for l in par.lines[:-1]]
    n = sum(t.endswith("\u00ad") for t in inner)
    check(n <= HYPHENS * len(inner), f"{name}: few hyphens", f"{n} of {len(inner)} lines")
    pars, even, lines, full = m.justified(doc, EVEN[name][0]) if name in EVEN else (0, 0, 0, 0)
    check(even >= pars * EVEN.get(name, (0, 0))[1], f"{name}: justified", f"{even} of {pars} paragraphs")
    check(m.reach(doc, "km") < 1 and m.reach(doc, "en") < 1, f"{name}: justified lines end at the measure", f"{m.reach(doc, 'km')} {m.reach(doc, 'en')}")
    least, widest, track = m.stretch(doc)
    check(least >= 97.4 and widest <= 102.6 and track <= 0.021, f"{name}: letters as wide as they are", f"{least} {widest} {track}")
    ends, good = m.break_quality(doc, SAMPLE)
    check(ends - good <= JOINTS * ends, f"{name}: few Khmer lines end inside a compound", f"{ends - good} of {ends}")
    for kind, most in AT_MOST.items():
        check(count[kind] <= most, f"{name}: {kind}, at most {most}", count[kind])
done()
