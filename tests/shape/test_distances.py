#!/usr/bin/env python3
"""The sample's vertical space is a system: each fixed distance has one size in a document, and running text one leading; a
heading of a pair has words under it in each column."""
import os, sys
from collections import defaultdict
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import measure_pages as m
from lib import SAMPLE, check, done

VARIES = 1.0 # pt: a first line whose ink is high stands a little lower
LEADING = 0.15

def texts(page): return sorted((i for i in page.items if i.kind == "text" and i.artifact in ("", "artifact")), key=lambda i: (i.y, i.x))

def below(page, item, lang): return next((i for i in texts(page) if i.y > item.y + 1 and i.lang == lang), None)

def distances(doc):
    """kind: (pt, page) from bar, heading or last fact down to the baseline that follows in its language."""
    found = defaultdict(list)
    for page in doc.pages:
        for bar in (i for i in page.items if i.kind == "rect" and i.role == "h1"):
            head = next((i for i in texts(page) if i.role == "h1" and i.y > bar.y), None)
            if head: found["bar to head"].append((head.y - bar.y, page.number))
        for item in texts(page):
            if item.role not in ("h1", "h2", "fact") or item.part: continue
            under = below(page, item, item.lang)
            one_line = any(i.role == item.role and abs(i.y - item.y) < .1 and "·" in i.text for i in texts(page)) # both languages on it
            if under and under.role == "p": found[f"{item.role}{' of one line' * one_line} to text, {item.lang}"].append((under.y - item.y, page.number))
    return found

def leadings(doc):
    found = defaultdict(list)
    for line in (l for l in doc.pages for l in l.lines if l.par.role == "p"):
        found[id(line.par)].append(line)
    for lines in found.values():
        for a, b in zip(lines, lines[1:]):
            if a.page == b.page and 0 < b.y - a.y < 22 and a.x == b.x: yield a.par.lang, b.y - a.y, a.page.number

HEADS = ("h2", "h3", "h4")

def alone(page):
    """Headings side by side of which one has words of its column under it, and the other has none."""
    heads = [i for i in texts(page) if i.role in HEADS]
    foot = min((i.y for i in texts(page) if i.role == "note"), default=1e9)
    for head in heads:
        pair = [i for i in heads if abs(i.y - head.y) < .1 and i.lang != head.lang]
        under = {i.lang for i in texts(page) if head.y + 1 < i.y < foot}
        if pair and len(under & {"km", "en"}) == 1: yield page.number, head.text

def run_on(page):
    """Small words of an English reader that run on behind the Khmer ones, in the first column."""
    first, khmer = {}, {i.y for i in texts(page) if i.role == "detail" and i.lang == "km"}
    for i in (i for i in texts(page) if i.role == "detail" and i.lang == "en"): first.setdefault(i.y, i)
    return [(page.number, i.text) for i in first.values() if i.x < page.width / 2 and i.y in khmer]

OVER_CHART, OVER_BLOCK = (16, 18), 29.5 # pt, baseline to baseline

def blocks(page):
    """Of a page of questions: how far who answered stands over the chart's first words, and what is asked under the question before."""
    lines = {}
    for i in texts(page): lines.setdefault(i.y, i)
    rows = sorted(lines.values(), key=lambda i: i.y)
    charts = [(b.y - a.y, page.number, b.text) for a, b in zip(rows, rows[1:]) if (a.role, b.role) == ("detail", "chart")]
    asked = [(b.y - a.y, page.number, b.text) for a, b in zip(rows, rows[1:]) if b.role == "h3" and a.role in ("chart", "source", "detail") and charts]
    return charts, asked

OVER_RULE = 10 # pt: a heading's last baseline over its table's first rule, in either language

def crowded(page):
    """Headings of both languages that stand nearer to the rule under them."""
    rules = [i for i in page.items if i.kind == "rect" and i.role == "table" and i.height > 0.7]
    for rule in rules:
        over = max((i for i in texts(page) if i.y < rule.y), key=lambda i: i.y, default=None)
        if over and over.role == "h3" and rule.y - over.y < OVER_RULE: yield rule.y - over.y, page.number, over.text

def uneven(sizes): return max(sizes)[0] - min(sizes)[0] > VARIES

check(uneven([(28.5, 1), (30.4, 2)]) and not uneven([(28.5, 1), (29.3, 2)]), "planted: a head that stands too far above its text")
for name in ("report", "report.km", "report.en"):
    doc = m.load(SAMPLE, name)
    found = distances(doc)
    stranded = [h for page in doc.pages for h in alone(page)]
    if name == "report": check(not any(run_on(page) for page in doc.pages), name + ": who answered is said in each language's column", [r for page in doc.pages for r in run_on(page)])
    charts, asked = (sum(found, []) for found in zip(*map(blocks, doc.pages)))
    far = [c for c in charts if not OVER_CHART[0] < c[0] < OVER_CHART[1]]
    check(len(charts) > 8 and not far, name + ": who answered stands near the chart of it", far)
    near = [a for a in asked if a[0] < OVER_BLOCK]
    check(len(asked) > 6 and not near, name + ": a question stands apart from the one before it", near)
    if name == "report": check(not any(list(crowded(page)) for page in doc.pages), name + ": headings of both languages stand off their table's rule", [c for page in doc.pages for c in crowded(page)])
    check(not stranded, name + ": headings of a pair have words under both", stranded)
    check(len(found["bar to head"]) > 8 and any(k.startswith("fact") for k in found), name + ": distances were found", {k: len(v) for k, v in found.items()})
    for kind, sizes in found.items():
        check(not uneven(sizes), f"{name}: {kind}: one distance", f"{min(sizes)} {max(sizes)}")
    lead = defaultdict(list)
    for lang, size, page in leadings(doc): lead[lang].append((size, page))
    for lang, sizes in lead.items():
        usual = sorted(sizes)[len(sizes) // 2][0]
        other = [s for s in sizes if abs(s[0] - usual) > LEADING]
        check(len(sizes) > 50 and len(other) * 20 < len(sizes), f"{name}: {lang}: one leading", f"{usual} {other[:4]}")
done()
