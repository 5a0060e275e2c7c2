#!/usr/bin/env python3
"""Where lines of the sample end: hardly ever inside a compound, in large type never; never between a number and its word."""
import os, re, sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import measure_pages as m
from lib import ROOT, SAMPLE, check, done

# In justified Khmer over the whole measure a compound is parted where nothing else lets the line reach it; in both
# reports a narrow column's head is: In English.
MOST = {"report": 1, "report.km": 6, "report.en": 0, "handouts/programme": 0, "handouts/session-sheets": 0, "handouts/documents": 0}
NARROW = ("p", "cell")
UNITS = ("នាក់ រូប ដង លើក ម៉ោង នាទី ថ្ងៃ ខែ ឆ្នាំ ភាគរយ គីឡូម៉ែត្រ ម៉ែត្រ លីត្រ រៀល ដុល្លារ សប្តាហ៍ "
         "minutes hours days weeks months years km riels a.m. p.m.").split()
NUMBERED = "ថ្ងៃទី ទំព័រ តារាង រូបភាព ឧបសម្ព័ន្ធ Day day page pages Annex Figure Table Group Grade".split()

def compounds():
    with open(os.path.join(ROOT, "src/khmer/compounds.def"), encoding="utf-8") as f:
        rows = re.findall(r'COMPOUND\("([^"]+)",\s*"([^"]+)"\)', f.read())
    return [(head, tail) for head, tails in rows for tail in tails.split()]

def ends(doc):
    """(paragraph, what a line ends with, what the next begins with)"""
    for par in doc.pars:
        for a, b in zip(par.lines, par.lines[1:]):
            if not a.forced: yield par, a.text, b.text

def parted(doc, pairs):
    for par, a, b in ends(doc):
        if a.endswith(" "): continue
        if any(a.endswith(head) and b.startswith(tail) for head, tail in pairs): yield par.role, f"{a[-30:]} | {b[:30]}"

def numbers(doc):
    for _, a, b in ends(doc):
        last, first = a.rstrip(" ").rsplit(" ", 1)[-1], b.split(" ", 1)[0].strip("។.,;:)")
        if re.search("[0-9០-៩]$", last) and any(first == u or (u > "~" and first.startswith(u)) for u in UNITS): yield f"{a[-30:]} | {b[:30]}"
        if re.match("[0-9០-៩]", first) and any(last.lstrip("(") == w or (w > "~" and last.endswith(w)) for w in NUMBERED): yield f"{a[-30:]} | {b[:30]}"

pairs = compounds()
check(len(pairs) > 400, f"{len(pairs)} compounds were read")
for name, most in MOST.items():
    doc = m.load(SAMPLE, name)
    found = list(parted(doc, pairs))
    check(len(found) <= most, f"{name}: {len(found)} lines end inside a compound (at most {most})", "\n".join(s for _, s in found))
    large = [s for role, s in found if role not in NARROW]
    check(not large, f"{name}: none of them in headings, contents, small or large type", "\n".join(large))
    split = list(numbers(doc))
    check(not split, f"{name}: no number is parted from its word", "\n".join(split))
done()
