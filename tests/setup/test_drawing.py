#!/usr/bin/env python3
"""src/README.md against the tree: each file that it names is there, each function is defined, each room is drawn."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

SRC = os.path.join(ROOT, "src")
with open(os.path.join(SRC, "README.md"), encoding="utf-8") as f: drawing = f.read()
code = {}
for where, _, names in os.walk(SRC):
    for n in names:
        if n.endswith((".c", ".h")):
            with open(os.path.join(where, n), encoding="utf-8") as f: code[os.path.relpath(os.path.join(where, n), SRC)] = f.read()

def section(title): return re.split(r"^## ", drawing.split(f"## {title}\n")[1], flags=re.M)[0]
def files_in(text_): return re.findall(r"`((?:\.\./)?[\w./-]+(?:/|\.\w+)|\.\./Makefile)`", text_)
def functions_in(text_): return re.findall(r"`(\w+)\(\)`", text_)
def there(name): return os.path.exists(os.path.join(SRC, name))
def defined(name, among): return any(re.search(rf"^[\w][^;{{}}=]*\b{name}\(", among[p], re.M) for p in among)

rows = [r for r in section("Where to change what").split("\n") if r.startswith("| ") and "---" not in r][1:]
check(len(rows) >= 25, "where to change what: at least 25 rows", len(rows))
for row in rows:
    named, functions = files_in(row), functions_in(row)
    lost = [n for n in named if not there(n)]
    # of a row that names files, a function stands in one of them, or in the header beside
    near = {p: t for p, t in code.items() if not named or any(os.path.splitext(p)[0] == os.path.splitext(n)[0] or p.startswith(n) for n in named)}
    missing = [n for n in functions if not defined(n, near) and not (n == "diag_tell" and "diag_tell" in code["base/diag.h"])]
    check(named and not lost and not missing, "where to change: " + row[2:].split(" | ")[0], f"no file {lost}, no function {missing}")
way = section("One word's way")
for name in functions_in(way): check(defined(name, code), f"one word's way passes {name}()", "not defined")
check(len(way.strip().split("\n")) <= 17, "one word's way takes no more than fifteen lines")
rooms = {p.split("/")[0] for p in code if "/" in p}
check(all(f"| `{r}/`" in drawing for r in rooms), "every room is drawn", [r for r in rooms if f"| `{r}/`" not in drawing])
lost = [n for n in files_in(drawing) if "/" in n and not there(n) and not n.startswith(("sessions/", "tests/")) and n not in ("input/", "out/")]
check(not lost, "every file that the drawing names is there", lost)
done()
