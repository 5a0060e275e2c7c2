#!/usr/bin/env python3
"""problems.pdf as the organizers meet it: each file once, what is lost first, what is told of many rows once with its places, and the
cure in both languages."""
import os, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

FORM = """id: sample
en: {title: Sample}
km: {title: គំរូ}
prompts:
  - {id: q1, type: scale, points: 5, en: How much?, km: ប៉ុន្មាន?, low_en: little, low_km: តិច, high_en: much, high_km: ច្រើន}
"""
EVENT = "status: draft\nsample: yes\nlanguages: [km, en]\nen: {title: Sample event}\nkm: {title: ព្រឹត្តិការណ៍គំរូ}\n"
rows = "".join(f"{i},en,teacher,{9 if i in (2, 3, 5) else 4},yes,yes\n" for i in range(1, 7))
base = write(folder("problems"), {"event.yml": EVENT, "forms/sample.yml": FORM, "reflections/sample.csv": "form_no,lang,role,q1,quote_ok,legible\n" + rows,
                                  "programme.csv": "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,talk,Sample,\n"})
out = os.path.join(folder("problems-out"), "out")
build(base, out, "-q")
told = [p for p in problems(out) if p["code"] == "answer-range"]
check(len(told) == 3 and len({p["en"] for p in told}) == 1, "three rows have one thing to tell", told)
said = pdftext(os.path.join(out, "problems.pdf"))
flat = " ".join(said.split())
check(flat.count("reflections/sample.csv") == 1, "a file's problems stand under its name, once", flat[:400])
check(flat.count("is not one number on the scale") == 1, "what is told of three rows is told once", flat[:600])
check(all(f"{p['line']}:{p['column']}" in flat for p in told), "each place is named")
check("→" in flat and "type one number from 1 to 5" in flat, "the cure stands with it")

full = os.path.join(folder("problems-sample"), "out")
build(SAMPLE, full, "-q")
flat, order = " ".join(pdftext(os.path.join(full, "problems.pdf")).split()), {"error": 0, "warning": 1, "note": 2}
for name in {p["file"] for p in problems(full)}:
    worst = sorted({order[p["severity"]] for p in problems(full) if p["file"] == name})
    places = [flat.index(p["en"][:24]) for k in worst for p in problems(full) if p["file"] == name and order[p["severity"]] == k and flat.count(p["en"][:24]) == 1]
    check(places == sorted(places), f"{name}: what is lost comes first", places)
done()
