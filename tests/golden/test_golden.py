#!/usr/bin/env python3
"""Golden trees, pages and complaints: each folder here with an input/ is built and compared with what it holds.

  test_golden.py            compares
  test_golden.py --accept   shows the differences, asks, and writes the new goldens (a maintainer's step)

  want/status                    exit status of the build
  want/problems.json             the complaints
  want/NAME.tree, NAME.pages     `sastra dump tree|pages NAME`, for each such file that is there

Pages hang on the fonts: they are compared where the fonts are those that the goldens were made with (fonts.sha256).
"""
import difflib, glob, hashlib, os, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

HERE = os.path.dirname(os.path.abspath(__file__))
accept = "--accept" in sys.argv
changed = {}

def fonts_sum():
    h = hashlib.sha256()
    for path in sorted(glob.glob(os.path.join(ROOT, "fonts", "*.ttf"))): h.update(open(path, "rb").read())
    return h.hexdigest() + "\n"

FONTS = os.path.join(HERE, "fonts.sha256")
if accept: changed[FONTS] = fonts_sum()
same_fonts = accept or open(FONTS).read() == fonts_sum()

def compare(path, got, name):
    want = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
    if want == got: return check(True, name)
    diff = list(difflib.unified_diff(want.splitlines(), got.splitlines(), "want", "got", lineterm="", n=1))
    if accept: print("\n".join([path] + diff)); changed[path] = got
    else: check(False, name, "\n" + "\n".join(diff[:40]))

for case in sorted(os.listdir(HERE)):
    source, want = os.path.join(HERE, case, "input"), os.path.join(HERE, case, "want")
    if not os.path.isdir(source): continue
    out = os.path.join(folder("golden"), "out")
    r = build(source, out, "-q", env={"LC_ALL": "C.UTF-8"})
    if crashed(r): check(False, case, text(r.stderr)); continue
    compare(want + "/status", f"{r.returncode}\n", case + " status")
    if r.returncode < 2: compare(want + "/problems.json", open(out + "/problems.json", encoding="utf-8").read(), case + " problems")
    for name in sorted(os.listdir(want)) if os.path.isdir(want) else []:
        stem, _, kind = name.rpartition(".")
        if kind not in ("tree", "pages"): continue
        if kind == "pages" and not same_fonts: print(f"ok {case} {name} # SKIP other fonts"); continue
        d = sastra("dump", kind, stem, "-i", source)
        compare(os.path.join(want, name), exact(d.stdout), f"{case} {name}")

if changed and input("write these goldens? [y/N] ").lower().startswith("y"):
    for path, got in changed.items():
        os.makedirs(os.path.dirname(path), exist_ok=True)
        open(path, "w", encoding="utf-8").write(got)
done()
