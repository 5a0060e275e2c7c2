#!/usr/bin/env python3
"""Every PDF of the sample: read back letter for letter, and walked clause by clause."""
import os, sys
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..")]
from lib import *
import readback, structure

out = os.path.join(folder("pdf"), "out")
r = build(SAMPLE, out, "-q")
check(r.returncode == 0, "the sample builds", text(r.stderr)[-2000:])
made = sorted(n for n in files_of(out) if n.endswith(".pdf")) if os.path.isdir(out) else []
check("report.pdf" in made, "there is a report", made)
bad = 0
for name in made:
    say = lambda line, name=name: print(line.replace(os.path.join(out, name), name), flush=True)
    if name != "problems.pdf": bad += readback.check(os.path.join(out, name), folder=SAMPLE, say=say)
    bad += structure.check(os.path.join(out, name), say=say)
if bad: sys.exit(1)
done()
