#!/usr/bin/env python3
"""A picture keeps its colour profile: byte for byte in the file, once for all pictures that have it; sRGB needs none; what is no
profile for the picture is left out and told."""
import os, subprocess, sys, zlib
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..")]
from lib import *
import profiles, structure
from pdfread import Pdf

with open(os.path.join(SAMPLE, "photos", "coloured-cups.jpg"), "rb") as f: JPEG = f.read()
WIDE, GREY, SRGB = profiles.icc(), profiles.icc(space=b"GRAY"), profiles.icc(b"sRGB IEC61966-2.1", profiles.SRGB)
CUT = len(WIDE) // 3

def parts(icc): return [(2, 2, icc[CUT:]), (1, 2, icc[:CUT])]

# name → the picture, the profile that must come out (None: device colours), told
CASES = {
    "jpeg.jpg": (profiles.jpeg(JPEG, parts(WIDE)), WIDE, False),
    "png.png": (profiles.png(WIDE), WIDE, False),
    "other.png": (profiles.png(profiles.icc(b"Other")), profiles.icc(b"Other"), False),
    "alpha.png": (profiles.png(WIDE, alpha=True, seed=1), WIDE, False),
    "grey.png": (profiles.png(GREY, colours=1), GREY, False),
    "srgb.png": (profiles.png(SRGB, seed=2), None, False),
    "srgb.jpg": (profiles.jpeg(JPEG, [(1, 1, SRGB)]), None, False),
    "named.png": (profiles.png(profiles.icc(b"no sRGB"), seed=8), profiles.icc(b"no sRGB"), False),
    "none.png": (profiles.png(seed=3), None, False),
    "five.jpg": (profiles.jpeg(JPEG, [(1, 1, profiles.icc(version=5))]), None, True),
    "link.jpg": (profiles.jpeg(JPEG, [(1, 1, profiles.icc(kind=b"link"))]), None, True),
    "unsigned.jpg": (profiles.jpeg(JPEG, [(1, 1, WIDE.replace(b"acsp", b"ACSP"))]), None, True),
    "wrong.jpg": (profiles.jpeg(JPEG, [(1, 1, GREY)]), None, True),
    "wrong.png": (profiles.png(GREY, seed=4), None, True),
    "short.jpg": (profiles.jpeg(JPEG, [(1, 1, WIDE[:-40])]), None, True),
    "missing.jpg": (profiles.jpeg(JPEG, [(1, 3, WIDE[:CUT]), (3, 3, WIDE[CUT:])]), None, True),
    "twice.jpg": (profiles.jpeg(JPEG, [(1, 2, WIDE[:CUT]), (1, 2, WIDE[CUT:])]), None, True),
    "outside.jpg": (profiles.jpeg(JPEG, [(1, 1, WIDE[:136] + b"\xff\xff\xff\xf0" + WIDE[140:])]), None, True),
    "more.png": (profiles.png(packed=zlib.compress(WIDE + bytes(16 << 20)), seed=5), WIDE, False),  # what follows its end is none of it
    "huge.png": (profiles.png(packed=zlib.compress((6 << 20).to_bytes(4, "big") + WIDE[4:] + bytes((6 << 20) - len(WIDE))), seed=7), None, True),
    "torn.png": (profiles.png(packed=zlib.compress(WIDE)[:-20], seed=6), None, True),
}
NOTE = "# Opening\n\n" + "".join(f"![Picture {n}](photos/{n})\n\n" for n in CASES)
base = folder("colours")
write(os.path.join(base, "input"), {**SMALL, **{f"photos/{n}": c[0] for n, c in CASES.items()}, "sessions/d1s01-opening.en.md": NOTE})
out = os.path.join(base, "out")
r = build(os.path.join(base, "input"), out, "-q", "--only", "report.en")
path = os.path.join(out, "report.en.pdf")
if not check(r.returncode == 0 and os.path.exists(path), "it builds", text(r.stderr)[-2000:]): done()

told = {p["en"].split("the picture ")[1].split(" tells ")[0] for p in problems(out) if p["code"] == "picture-profile"}
want = {f"photos/{n}" for n, c in CASES.items() if c[2]}
check(told == want, "each profile that is left out is told, and no other", sorted(told ^ want))

pdf = Pdf(path)
shown = {}  # Alt → picture
for i, page in enumerate(pdf.pages):
    images = pdf.get(pdf.get(pdf.get(page)["/Resources"]).get("/XObject", {})) or {}
    for ref in images.values(): shown[ref] = pdf.get(ref)
spaces = [x["/ColorSpace"] for x in shown.values()]
ours = [s for s in spaces if isinstance(s, list)]
carried = {ref: pdf.data(ref) for ref in {s[1] for s in ours}}
wanted = {c[1] for c in CASES.values() if c[1]}
check(len(shown) == len(CASES), "every picture is shown", len(shown))
check(sorted(carried.values()) == sorted(wanted), "the profiles come out byte for byte, each once", [len(b) for b in carried.values()])
check(len(ours) == sum(1 for c in CASES.values() if c[1]), "as many pictures have one as should", spaces)
check(all((pdf.get(r_)["/N"], pdf.get(r_)["/Alternate"]) == ((1, "/DeviceGray") if d == GREY else (3, "/DeviceRGB")) for r_, d in carried.items()),
      "N and Alternate are the profile's")
listed = text(subprocess.run(["pdfimages", "-list", path], capture_output=True).stdout).split("\n")[2:]
kinds = [l.split()[5] for l in listed if l and l.split()[2] == "image"]
check(kinds.count("icc") == len(ours), "poppler sees them", kinds)
lines = []
structure.check(path, say=lines.append)
check(lines and not [l for l in lines if l.startswith("not ok")], "it is sound", [l for l in lines if l.startswith("not ok")])

# The parts of a file's pictures need not come in order; the file's own order of pictures says which space is whose.
first = next(x for x in shown.values() if x.get("/Filter") == "/DCTDecode")
check(isinstance(first["/ColorSpace"], list) and carried[first["/ColorSpace"][1]] == WIDE, "a JPEG's segments are put together by their numbers", first["/ColorSpace"])
done()
