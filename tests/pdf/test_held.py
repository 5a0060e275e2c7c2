#!/usr/bin/env python3
"""A picture that says how it was held (EXIF, CIPA DC-008: tag 0x0112) is shown upright: all eight values, both byte orders, JPEG and PNG."""
import os, struct, subprocess, sys, zlib
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

BLOCK, MANY = 8, 8
UPRIGHT = [[v for v in r for _ in range(MANY)] for r in ((20, 250, 90), (160, 60, 200)) for _ in range(MANY)] # six greys: 192 × 128 pixels

def mirrored(rows): return [r[::-1] for r in rows]
def turned(rows): return [list(r) for r in zip(*rows[::-1])] # clockwise
# What is stored, so that the standard's rule makes it upright: the rule's inverse.
def stored(value):
    rows = UPRIGHT
    turns = {1: 0, 2: 0, 3: 2, 4: 2, 5: 1, 6: 3, 7: 3, 8: 1}[value]
    for _ in range(turns): rows = turned(rows)
    return mirrored(rows) if value in (2, 4, 5, 7) else rows

def tiff(value, little, size=3):
    e = "<" if little else ">"
    entry = struct.pack(e + "HHIHH", 0x0112, 3, 1, value, 0) if size == 3 else struct.pack(e + "HHII", 0x0112, 4, 1, value)
    other = struct.pack(e + "HHIHH", 0x0100, 3, 1, 7, 0)
    return (b"II*\0" if little else b"MM\0*") + struct.pack(e + "IH", 8, 2) + other + entry + struct.pack(e + "I", 0)

def jpeg(rows, exif):
    """Grey, one flat block after the other: DC differences alone (ISO/IEC 10918-1)."""
    def segment(marker, data): return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data
    bits, before = "", 128
    for v in [v for r in rows for v in r]:
        d, before = (v - before) * 8, v
        n = abs(d).bit_length()
        bits += f"{n:04b}" + (f"{d if d > 0 else d + (1 << n) - 1:0{n}b}" if n else "") + "0"
    bits += "1" * (-len(bits) % 8)
    coded = int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xFF", b"\xFF\0")
    dc = bytes([0, 0, 0, 0, 12] + [0] * 12) + bytes(range(12))
    return (b"\xFF\xD8" + (segment(0xE1, b"Exif\0\0" + exif) if exif else b"") + segment(0xDB, b"\0" + b"\1" * 64)
            + segment(0xC0, struct.pack(">BHHBBBB", 8, len(rows) * BLOCK, len(rows[0]) * BLOCK, 1, 1, 0x11, 0))
            + segment(0xC4, dc) + segment(0xC4, bytes([0x10, 1] + [0] * 15 + [0])) + segment(0xDA, bytes([1, 1, 0, 0, 63, 0])) + coded + b"\xFF\xD9")

def png(rows, exif):
    def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    pixels = b"".join((b"\0" + b"".join(bytes([v]) * BLOCK for v in r)) * BLOCK for r in rows)
    head = struct.pack(">IIBBBBB", len(rows[0]) * BLOCK, len(rows) * BLOCK, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + (chunk(b"eXIf", exif) if exif else b"") + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")

def shown(name, picture):
    """The pages that show it, in grey."""
    base, out = write(folder("held"), {**SMALL, "photos/" + name: picture, "sessions/d1s01-opening.en.md": f"# Opening\n\n![Six greys](photos/{name})\n"}), os.path.join(FOLDER, "out")
    r = build(base, out, "--only", "report.en")
    if r.returncode: return text(r.stderr)
    pages = os.path.join(FOLDER, "page")
    subprocess.run(["pdftoppm", "-gray", "-r", "96", os.path.join(out, "report.en.pdf"), pages], check=True)
    made = sorted(f for f in os.listdir(FOLDER) if f.startswith("page-"))
    read = b"".join(open(os.path.join(FOLDER, f), "rb").read() for f in made)
    for f in made: os.remove(os.path.join(FOLDER, f))
    return read

def far(a, b):
    """How much of the picture differs; its edges may lie a pixel aside."""
    if not isinstance(a, bytes) or not isinstance(b, bytes) or len(a) != len(b): return (a[-300:], b[-300:])
    return sum(abs(x - y) > 8 for x, y in zip(a, b)) / (192 * 128)

def same(a, b): return isinstance(far(a, b), float) and far(a, b) < 0.05

for name, make in (("a.jpg", jpeg), ("a.png", png)):
    upright = shown(name, make(UPRIGHT, b""))
    check(isinstance(upright, bytes) and far(upright, shown(name, make(mirrored(UPRIGHT), b""))) > 0.5, f"{name}: the test sees a mirrored picture")
    for value in range(1, 9):
        little, size = value % 2 == 0, 4 if value in (4, 7) else 3
        held = shown(name, make(stored(value), tiff(value, little, size)))
        check(same(upright, held), f"{name}: value {value} is shown upright", far(upright, held))
check(same(upright, shown("a.png", png(UPRIGHT, tiff(9, True)))), "a value that the standard lacks is none")
done()
