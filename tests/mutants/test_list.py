#!/usr/bin/env python3
"""Every fault of mutants.txt can be planted: its text stands once, and its tests are there. What is amiss in a list is seen."""
import os, sys
sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")]
from lib import *
import faults

root = sys.argv[1] if len(sys.argv) > 1 else ROOT
listed = faults.read()
wrong = list(faults.complaints(listed, root))
for w in wrong: check(False, w)
check(len(listed) >= 40 and not wrong, f"{len(listed)} faults can be planted", f"{len(wrong)} cannot")

base = write(folder("mutants-list"), {"src/a/one.c": "int a = 1;\nint b =\n    1;\nint b2 = 12;\n", "src/b/two.c": "", "src/c/two.c": "", "tests/unit/a.c": ""})
GOOD = "name: what\n  in one.c\n  - int b = 1;\n  + int b = 2;\n  by a\n"
def told(text):
    write(base, {"list": text})
    try: return " ".join(faults.complaints(faults.read(os.path.join(base, "list")), base))
    except ValueError as e: return str(e)
check(not told(GOOD), "a text over two lines is found", told(GOOD))
for name, old, new, says in [
    ("gone", "int b = 1;", "int c = 1;", "stands 0 times"), ("twice", "int b = 1;", "int", "not once"), ("no file", "one.c", "three.c", "0 files"),
    ("two files", "one.c", "two.c", "2 files"), ("no test", "by a", "by c", "no test c"), ("no change", "int b = 2;", "int  b = 1;", "changes nothing"),
    ("no key", "by a", "bye a", "line 5"), ("no name", "name: what", "name what", "line 1"), ("the name again", GOOD, GOOD + GOOD, "stands twice")]:
    check(says in told(GOOD.replace(old, new, 1)), f"a list is refused: {name}", told(GOOD.replace(old, new, 1)))
with open(os.path.join(base, "src/a/one.c")) as f: planted = faults.read(write(base, {"list": GOOD}) + "/list")[0].plant(f.read())
check(planted == "int a = 1;\nint b = 2;\nint b2 = 12;\n", "a fault is planted in its place alone", planted)
done()
