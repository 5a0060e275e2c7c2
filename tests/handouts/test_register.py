#!/usr/bin/env python3
"""The list of speakers' documents: on one side where it fits one; no letter stands at a rule, a date on one line; what is missing in
plain words."""
import os, re, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

def pages(base):
    said = text(sastra("dump", "pages", "documents", "-i", base).stdout)
    return re.split("^page ", said.split("\nbookmark ")[0], flags=re.M)[1:]

def under_rules(pdf, page, n):
    """How much ink there is close under each of a table's rules."""
    k, found = 200 / 72, []
    raw = subprocess.run(["pdftoppm", "-gray", "-r", "200", "-f", str(n), "-l", str(n), pdf], capture_output=True).stdout
    m = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", raw)
    width = int(m[1])
    for x, y, w, h in {tuple(map(float, r)) for r in re.findall(r"^  rect table artifact ([-\d.]+) ([-\d.]+) ([-\d.]+) (0\.\d+) ", page, re.M)}:
        for row in range(int((y + h) * k) + 2, int((y + h + 1) * k) + 1):
            at = m.end() + row * width
            found.append(sum(b < 128 for b in raw[at + int(x * k):at + int((x + w) * k)]))
    return found

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
    out = os.path.join(folder("register-out-" + name), "out")
    build(base, out, "-q", "--only", "documents")
    near = [n for k, p in enumerate(sides, 1) for n in under_rules(os.path.join(out, "handouts", "documents.pdf"), p, k)]
    check(len(near) > 3 and max(near) == 0, f"{name}: no letter is nearer than a point to the rule above it", (len(near), max(near, default=None)))
    dates = [t.strip() for p in sides for t in re.findall(r'^  text cell .*"(.*2023|.*២០២៣) ?"$', p, re.M)]
    check(dates and all(re.fullmatch(r"\d+ \w+ 2023|ថ្ងៃទី[០-៩]+ ខែ\S+ ឆ្នាំ២០២៣", d) for d in dates), f"{name}: dates stand on one line", dates[:4])
def head(base): return max(float(w) for w in re.findall(r'^  text cell [-\d.]+ [-\d.]+ ([-\d.]+) en .*"Session ?"$', pages(base)[0], re.M))
check(head(listed(3)) > head(SAMPLE), "what is short is in a page's type, which becomes small before it takes a second side", (head(listed(3)), head(SAMPLE)))
edges = [sorted({float(x) for x in re.findall(r'^  text cell ([-\d.]+) [-\d.]+ [-\d.]+ en ', part, re.M)}) for part in re.split(r"(?m)^  text h2 .*Documents received", sample[0])]
check(len(edges) == 2 and len(edges[0]) == 3 and edges[0] == edges[1][:3], "what is missing stands in the columns of the list of all", edges)
check(flat.count("missing") - flat.count("Still missing") == 9 and "–" not in flat, "what is missing is a word in the list of all, no dash", flat[-900:])
level = {}
for y, l, t in re.findall(r'^  text cell [-\d.]+ ([-\d.]+) [-\d.]+ (km|en) \S+ "(.*)"', sample[0], re.M):
    if l == "en": level.setdefault(round(float(y) / 4), set()).add(float(y))
check(all(max(ys) - min(ys) < 0.02 for ys in level.values()), "what a row says in a language stands on one baseline", [ys for ys in level.values() if len(ys) > 1][:4])
check(len(pages(listed(90))) > 1, "a long list goes on overleaf")
done()
