#!/usr/bin/env python3
"""Handouts of a family: of one paper all begin at one height and end at one, with the event over the title, and say the two languages of a
title by one rule. One page is not counted; a table's bands end at its rules."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

TEXT = re.compile(r'^  text (\S+)( header| footer| artifact)? ([-\d.]+) ([-\d.]+) ([-\d.]+) (\w\w) \S+(?: [-\d.]+ [-\d.]+)? "(.*)"', re.M)

def pages(doc, base):
    said = text(sastra("dump", "pages", doc, "-i", base).stdout).split("\nbookmark ")[0]
    return [[(role, (kind or "").strip(), float(x), float(y), float(w), lang, t) for role, kind, x, y, w, lang, t in TEXT.findall(page)] for page in re.split("^page ", said, flags=re.M)[1:]], said

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "golden")
A4 = {doc: SAMPLE for doc in ("programme", "form-evaluation", "form-comments", "session-sheets", "documents")}
A4["guide"], A4["attendance"] = os.path.join(GOLDEN, "documents", "input"), os.path.join(GOLDEN, "participants", "input")
TALLER = {"programme": 6.7} # its title is 20 pt, the others' 14.4: as far under the line over it, so much of Muol's depth lower
found = {}
for doc, base in A4.items():
    (first, *later), said = pages(doc, base)
    words = [i for i in first if not i[1]]
    title = [i for i in words if i[0] in ("title", "h1")]
    found[doc] = {"left": words[0][2], "first": round(words[0][3], 1), "title": round(title[0][3] - TALLER.get(doc, 0), 1) if title else None}
    check(words[0][0] == "small" and title and words[0][3] < title[0][3], f"{doc}: the event stands over the title", words[0])
    foot = [i for i in first if i[1] == "footer"]
    found[doc]["foot"] = round(foot[0][3], 1) if foot else None
    counted = any(re.search("Page|ទំព័រ", i[6]) for i in foot)
    check(counted == bool(later), f"{doc}: its pages are counted where there are several", (len(later) + 1, [i[6] for i in foot]))
    km, en = [i for i in title if i[5] == "km" and i[6].strip()], [i for i in title if i[5] == "en" and i[6].strip()]
    fits = sum(i[4] for i in km) + sum(i[4] for i in en) < 440
    if doc != "session-sheets" and fits: check(km[0][3] == en[0][3], f"{doc}: a title that is short enough is on one line in both languages", title)
    if doc == "session-sheets":
        joined = set()
        for page in [first, *later]:
            at = [i for i in page if i[0] == "h1"]
            joined.add({i[3] for i in at if i[5] == "km"} == {i[3] for i in at if i[5] == "en"})
        check(joined == {False}, "sheets' titles look alike: none shares a line, as some cannot", joined)
    bands = {(x, w) for x, w in re.findall(r"^  rect table artifact ([\d.]+) [\d.]+ ([\d.]+) [\d.]+ (?:E9EFF3|DBE3E8)", said, re.M)}
    ruled = {(x, w) for x, w in re.findall(r"^  rect table artifact ([\d.]+) [\d.]+ ([\d.]+) 0\.\d+ ", said, re.M)}
    check(bands <= ruled, f"{doc}: no band reaches past the rules", (bands, ruled))
for what, where in (("left", "begins at one edge"), ("first", "begins at one height"), ("title", "has its title at one height"), ("foot", "ends at one height")):
    at = {doc: f[what] for doc, f in found.items() if f[what] is not None}
    check(at and max(at.values()) - min(at.values()) <= 0.71, f"every handout {where}, to a quarter of a millimetre", at)

# -- no title ends in a single word
alone = []
for page in pages("programme", SAMPLE)[0]:
    cells = [i for i in page if i[0] == "cell" and i[5] == "en" and i[2] > 300]
    for a, b in zip(cells, cells[1:]):
        if re.match(r"\d\.\d ", a[6]) and not re.match(r"Main hall|First|Second|Room|\d\.\d|All|.* – |.* · ", b[6]) and len(b[6].replace("◆", "").split()) < 2: alone.append((a[6], b[6]))
check(not alone, "no title of the programme ends in a line of one word", alone)
done()
