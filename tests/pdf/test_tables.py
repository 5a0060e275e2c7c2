#!/usr/bin/env python3
"""Tables wider than the text, and cells that cover others: pages, tags, and what a screen reader is told."""
import os, re, subprocess, sys
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..")]
from lib import *
import readback, structure

def quiet(line):
    if not line.startswith("ok"): print(line)

def made(case):
    source, out = os.path.join(ROOT, "tests/golden", case, "input"), os.path.join(folder("tables"), case)
    r = build(source, out, "-q")
    check(r.returncode == 0, case + " builds", text(r.stderr)[-2000:])
    for name in ("report.pdf", "report.km.pdf", "report.en.pdf"):
        path = os.path.join(out, name)
        check(not structure.check(path, say=quiet), f"{case} {name}: its structure")
        check(not readback.check(path, folder=source, say=quiet), f"{case} {name}: read back letter for letter")
        check(subprocess.run(["qpdf", "--check", path], capture_output=True).returncode == 0, f"{case} {name}: qpdf")
    return out

def sizes(path):
    return [(float(w), float(h), int(turn)) for w, h, turn in re.findall(r"size: +([\d.]+) x ([\d.]+).*\nPage +\d+ rot: +(\d+)",
            text(subprocess.run(["pdfinfo", "-f", "1", "-l", "99", path], capture_output=True).stdout))]

def words(path, page):
    return text(subprocess.run(["pdftotext", "-layout", "-f", str(page), "-l", str(page), path, "-"], capture_output=True).stdout)

out = made("wide-tables")
for name in ("report.pdf", "report.en.pdf"):
    path = os.path.join(out, name)
    pages = sizes(path)
    wide = [i + 1 for i, (w, h, turn) in enumerate(pages) if w > h]
    check(wide and not any(turn for w, h, turn in pages), f"{name}: pages that lie on their long side are upright as they are", pages)
    check(f"on page {wide[0]}" in words(path, wide[0] - 1), f"{name}: the text tells where the table is")
    check("After the plan" not in words(path, wide[0]) and "Mondulkiri" in words(path, wide[-1]), f"{name}: the table alone is there")
    full = words(path, wide[0] - 1)
    check(full.count("Mentors met the teachers") >= 3, f"{name}: the text goes on over it", full)

out = made("merged-cells")
qdf = text(subprocess.run(["qpdf", "--qdf", "--object-streams=disable", os.path.join(out, "report.pdf"), "-"], capture_output=True).stdout)
check(qdf.count("/ColSpan 2") == 6 and qdf.count("/RowSpan 2") == 6, "cells tell what they cover")
check(qdf.count("/Headers") == 26, "numbers tell their heads", qdf.count("/Headers"))

# A list that is set two to a line is told a record a row, in its own order, under one head.
out = os.path.join(folder("tables"), "participants")
build(os.path.join(ROOT, "tests/golden/participants/input"), out, "-q", "--only", "report")
path = os.path.join(out, "report.pdf")
check(not structure.check(path, say=quiet), "a list two to a line: its structure")
told = text(subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True).stdout)
tables = [[re.findall(r'"(.*?)"', row) for row in re.split(r"\n +TR\b", t)[1:]] for t in re.split(r"\n +Table\b", told)[1:]]
said = next(t for t in tables if ["KAPE"] == t[1][:1])
check([r[0] for r in said][1:5] == ["KAPE", "NGS", "NIE", "VSO"] and all(len(r) == 3 for r in said[1:4]), "a list two to a line: a row for each record", said)
beside = [l for l in text(subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True).stdout).splitlines() if "KAPE" in l or "In full" in l]
check(beside[0].count("In full") == 2 and "NIE" in beside[1], "its head stands over both halves of a line", beside)
done()
