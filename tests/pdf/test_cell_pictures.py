#!/usr/bin/env python3
"""A picture in a table's cell is set in it, in each edition, with its description; and the PDF's structure is sound."""
import os, struct, subprocess, sys, zlib
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
def png(grey, width): return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, 30, 8, 0, 0, 0, 0)) +
                              chunk(b"IDAT", zlib.compress((b"\0" + bytes([grey]) * width) * 30)) + chunk(b"IEND", b""))
TABLE = "# {0}\n\n| {0} | B |\n| --- | --- |\n| ![{0}](photos/a.png) | x |\n| ![{0}](photos/b.png) and words | y |\n"
files = {**SMALL, "photos/a.png": png(90, 40), "photos/b.png": png(160, 50), "sessions/d1s01-opening.en.md": TABLE.format("Board"), "sessions/d1s01-opening.km.md": TABLE.format("ក្តារ")}
base, out = write(folder("input"), files), os.path.join(FOLDER, "out")
r = build(base, out, "--only", "report,report.en,report.km")
check(r.returncode == 0, "a table with pictures is built", text(r.stderr))
for name in ("report", "report.en", "report.km"):
    path = os.path.join(out, name + ".pdf")
    rows = [l.split() for l in text(subprocess.run(["pdfimages", "-list", path], capture_output=True).stdout).splitlines()[2:]]
    widths = [int(c[3]) for c in rows]
    check(widths.count(40) >= 1 and widths.count(50) >= 1, f"{name}: both pictures are set", rows)
    s = subprocess.run([sys.executable, os.path.join(ROOT, "tests", "pdf", "structure.py"), path], capture_output=True)
    check(not s.returncode and b"not ok" not in s.stdout, f"{name}: its structure is sound", [l for l in text(s.stdout).splitlines() if l.startswith("not ok")])
done()
