#!/usr/bin/env python3
"""The list of speakers' documents: on one side where it fits one; no letter stands at a rule, a date on one line; what is missing in
plain words."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

INK = 9.5 # of Khmer of 8.5 pt, from its baseline to the top of its highest signs

def pages(base):
    said = text(sastra("dump", "pages", "documents", "-i", base).stdout)
    return re.split("^page ", said.split("\nbookmark ")[0], flags=re.M)[1:]

def under_rules(page):
    """How far under a table's rule the first line stands, for each."""
    rules = [(float(y) + float(h)) for y, h in re.findall(r"^  rect table artifact [-\d.]+ ([-\d.]+) [-\d.]+ ([-\d.]+) ", page, re.M)]
    lines = sorted(float(y) for y in re.findall(r"^  text cell [-\d.]+ ([-\d.]+) [-\d.]+ km ", page, re.M))
    nearest = [min((y - r for y in lines if y > r), default=None) for r in sorted(set(rules))]
    return [n for n in nearest if n is not None]

def listed(n, event=SMALL["event.yml"]):
    heads = "session,title_en,title_km,received,translated_km,translated_en,file\n"
    rows = "".join(f"d1s01,A paper of speaker {i},ឯកសាររបស់វាគ្មិនទី{i},2023-03-{i % 28 + 1:02},yes,{'yes' if i % 2 else 'no'},x{i}.pdf\n" for i in range(1, n + 1))
    return write(folder(f"register-{n}-{len(event)}"), dict(SMALL, **{"event.yml": event, "documents.csv": heads + rows}))

sample = pages(SAMPLE)
check(len(sample) == 1, "the sample's list is on one side", len(sample))
flat = " ".join(re.findall(r'"(.*)"$', "\n".join(sample), re.M))
check("English translation" in flat and not re.search(r"\bits (English|Khmer)\b", flat), "what is missing is said in plain words", flat[:500])
for name, base in (("sample", SAMPLE), ("three", listed(3)), ("ninety", listed(90)), ("Khmer alone", listed(9, SMALL["event.yml"].replace("[km, en]", "[km]")))):
    sides = pages(base)
    near = [n for p in sides for n in under_rules(p)]
    check(len(near) > 3 and min(near) >= INK + 0.5, f"{name}: no Khmer touches the rule above it", (len(near), min(near, default=None)))
    dates = [t.strip() for p in sides for t in re.findall(r'^  text cell .*"(.*2023|.*២០២៣) ?"$', p, re.M)]
    check(dates and all(re.fullmatch(r"\d+ \w+ 2023|ថ្ងៃទី[០-៩]+ ខែ\S+ ឆ្នាំ២០២៣", d) for d in dates), f"{name}: dates stand on one line", dates[:4])
def head(base): return max(float(w) for w in re.findall(r'^  text cell [-\d.]+ [-\d.]+ ([-\d.]+) en .*"Session ?"$', pages(base)[0], re.M))
check(head(listed(3)) > 31 > head(SAMPLE), "what is short is in a page's type, which becomes small before it takes a second side", (head(listed(3)), head(SAMPLE)))
check(len(pages(listed(90))) > 1, "a long list goes on overleaf")
done()
