#!/usr/bin/env python3
"""Fonts that somebody drops into fonts/, damaged behind a sound head: told where they were asked for, and the text set without them."""
import os, shutil, struct, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

BASE = folder("fonts-damaged")
FONTS = os.path.join(BASE, "fonts")
os.makedirs(FONTS)
for n in os.listdir(os.path.join(ROOT, "fonts")):
    if n.endswith(".ttf"): os.symlink(os.path.join(ROOT, "fonts", n), os.path.join(FONTS, n))
with open(os.path.join(ROOT, "fonts", "KhmerOS.ttf"), "rb") as f: SOUND = f.read()

def u16(b, at): return struct.unpack(">H", b[at:at + 2])[0]
def u32(b, at): return struct.unpack(">I", b[at:at + 4])[0]
TABLES = {SOUND[at:at + 4].decode(): (u32(SOUND, at + 8), u32(SOUND, at + 12)) for at in range(12, 12 + 16 * u16(SOUND, 4), 16)}
IS_LONG, GLYPHS, LOCA, GLYF = u16(SOUND, TABLES["head"][0] + 50), u16(SOUND, TABLES["maxp"][0] + 4), TABLES["loca"][0], TABLES["glyf"][0]

def outlines():
    """Where each glyph that draws something stands, its length and number."""
    at = [u32(SOUND, LOCA + 4 * i) if IS_LONG else 2 * u16(SOUND, LOCA + 2 * i) for i in range(GLYPHS + 1)]
    return [(GLYF + a, b - a, i) for i, (a, b) in enumerate(zip(at, at[1:])) if b > a]

def damaged(change):
    font = bytearray(SOUND)
    for at, n, glyph in outlines(): change(font, at, n, glyph)
    return font

def contours(font, at, n, glyph): font[at:at + 2] = b"\x7f\xff"
def ends(font, at, n, glyph):
    if u16(font, at) > 1: font[at + 10:at + 12] = b"\xff\xfe"
def instructions(font, at, n, glyph):
    if u16(font, at) < 1000: font[at + 10 + 2 * u16(font, at):at + 12 + 2 * u16(font, at)] = b"\xff\xff"
def of_itself(font, at, n, glyph):
    if n >= 18: font[at:at + 2], font[at + 10:at + 18] = b"\xff\xff", struct.pack(">HHHH", 1, glyph, 0, 0)
def no_end(font, at, n, glyph):
    if n >= 18: font[at:at + 2], font[at + 10:at + n] = b"\xff\xff", (struct.pack(">HHBB", 0x20, 3, 0, 0) * n)[:n - 10]
def of_none(font, at, n, glyph):
    if n >= 18: font[at:at + 2], font[at + 10:at + 18] = b"\xff\xff", struct.pack(">HHHH", 1, 0xFFF0, 0, 0)

def made(name, font, wish):
    files = dict(SMALL)
    if font: write(FONTS, {"Broken.ttf": bytes(font)})
    files["event.yml"] = SMALL["event.yml"] + ("fonts: {km: {body: Broken.ttf}}\n" if wish else "")
    write(os.path.join(BASE, "input"), files)
    out = os.path.join(BASE, "out")
    r = build(os.path.join(BASE, "input"), out, "--only", "report")
    check(not crashed(r) and r.returncode == 0, name + ": the report is made", f"status {r.returncode}: {text(r.stderr)[-300:]}")
    return pdftext(out + "/report.pdf"), [(p["code"], p["line"]) for p in problems(out)]

plain, _ = made("without a wish", None, False)
line = SMALL["event.yml"].count("\n") + 1
sound, told = made("a sound font", SOUND, True)
check(("font-damaged", line) not in told, "a sound font: nothing is told", told)
for change in (contours, ends, instructions, of_itself, no_end, of_none):
    name = "glyphs: " + change.__name__
    shown, told = made(name, damaged(change), True)
    check(told.count(("font-damaged", line)) == 1, name + ": told where it was asked for", told)
    check(shown == plain, name + ": the text is that of the house's font")
shutil.rmtree(BASE)
done()
