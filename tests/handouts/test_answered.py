#!/usr/bin/env python3
"""How many answered a prompt stands above the answers, never alone at the end of a page: tried with tables and quotes of many heights."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

PROMPTS = 5
FORM = "id: f\nen: {title: Comments}\nkm: {title: មតិ}\nprompts:\n" + "".join(
    f"  - {{id: q{i}, type: open, en: Question {i}?, km: សំណួរ {i}?}}\n" for i in range(PROMPTS))
HEAD = "form_no,session,lang,role," + ",".join(f"q{i}" for i in range(PROMPTS)) + ",quote_ok,legible\n"

def row(n): return f"{n},d1s01,en,teacher," + ",".join(f"Answer {i} of sheet {n} is made up." for i in range(PROMPTS)) + ",yes,yes\n"

seen, stranded = 0, []
for sheets in range(6, 26):
    base = write(folder("answered"), {**SMALL, "programme.csv": "day,session,title_en,title_km\n1,d1s01,Opening,ពិធីបើក\n", "forms/f.yml": FORM,
                                      "reflections/f.csv": HEAD + "".join(row(n) for n in range(1, sheets + 1))})
    for page in re.split(r"(?m)^page ", text(sastra("dump", "pages", "report.en", "-i", base).stdout)):
        body = [l for l in page.split("\n") if re.match(r"  text (?!root)", l)]
        seen += sum(" answered" in l for l in body)
        if body and " answered" in body[-1]: stranded.append((sheets, body[-1].strip()))
check(seen >= 20 * PROMPTS, "the line is there for each prompt", seen)
check(not stranded, "no page ends in it", stranded[:4])
done()
