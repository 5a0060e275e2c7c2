#!/usr/bin/env python3
"""A picture that says nothing to a blind reader: a note with file and line in a draft; a final report is refused, and out/ stays."""
import os, re, struct, sys, zlib
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 9, 9, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress((b"\0" + b"\x80" * 27) * 9)) + chunk(b"IEND", b"")
NOTE = "sessions/d1s01-opening.en.md"
PHOTOS = "file,caption_en,caption_km,alt_en,alt_km\n"
FINAL = SMALL["event.yml"].replace("draft", "final")
CASES = {  # files, where it is told, the word for it in a draft
    "a picture of its own": ({NOTE: "# Opening\n\n![](photos/a.png)\n"}, (NOTE, 3), "picture-alt"),
    "a picture in a line": ({NOTE: "# Opening\n\nA ![ ](photos/a.png) word.\n"}, (NOTE, 3), "picture-alt"),
    "a picture in a footnote": ({NOTE: "# Opening\n\nA word[^1].\n\n[^1]: - a ![](photos/a.png)\n"}, (NOTE, 5), "picture-alt"),
    "a photo described in one language": ({"photos/photos.csv": PHOTOS + "a.png,A board,ក្តារខៀន,A board,\n"}, ("photos/photos.csv", 2), "photo-alt"),
    "a photo without a row": ({}, ("photos/a.png", 0), "photo-unlisted"),
}

def places(out, code): return [(p["file"], p["line"]) for p in problems(out) if p["code"] == code]

base, out = folder("input"), os.path.join(FOLDER, "out")
for name, (files, place, word) in CASES.items():
    write(folder("input"), {**SMALL, "photos/a.png": PNG, **files})
    r = build(base, out)
    check(r.returncode == 0 and places(out, word) == [place], f"{name}: told in a draft", (r.returncode, problems(out)))
    good = files_of(out)
    write(base, {"event.yml": FINAL})
    r = build(base, out, "--lang", "en")
    lines = [l for l in text(r.stdout + r.stderr).splitlines() if "[picture-undescribed]" in l and ": error: " in l]
    where = place[0] + (f":{place[1]}:" if place[1] else ": ")
    check(r.returncode == 2 and len(lines) == 1 and lines[0].startswith(where), f"{name}: an error in a final report", (r.returncode, lines))
    check(files_of(out) == good, f"{name}: out/ stays as it was")

write(folder("input"), {**SMALL, "event.yml": FINAL, "photos/a.png": PNG, "photos/b.png": PNG, "photos/photos.csv": PHOTOS + "b.png,,,A board,ក្តារខៀន\n",
                        NOTE: "# Opening\n\n![A board](photos/a.png)\n", "sessions/d1s01-opening.km.md": "# ពិធីបើក\n\n![ក្តារខៀន](photos/a.png)\n"})
r = build(base, out)
check(r.returncode == 0, "with every picture described, the final report is made", text(r.stderr)[-400:])
write(base, {"event.yml": FINAL.replace("[km, en]", "[en]"), "photos/photos.csv": PHOTOS + "b.png,,,A board,\n"})
r = build(base, out)
check(r.returncode == 0, "a report in one language needs no other's description", text(r.stderr)[-400:])

# A drawing is described by what it says of itself, else by the words in it; what is typed goes before.
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 30'>%s<rect width='80' height='20'/><text y='9'>A  bridge</text><text y='28'><tspan>ស្ពាន</tspan></text><text y='29'>of paper</text></svg>"
for name, inside, typed, want in (("its words", "", "", ("A bridge, of paper", "ស្ពាន")), ("its title", "<title>How a bridge holds</title><g><title>not this</title></g>", "", ("How a bridge holds", None)),
                                  ("what is typed", "<title>How a bridge holds</title>", "Typed words", ("Typed words", None))):
    write(folder("input"), {**SMALL, "photos/a.svg": SVG % inside, NOTE: f"# Opening\n\n![{typed}](photos/a.svg)\n"})
    tree = text(sastra("dump", "tree", "report", "-i", base).stdout)
    found = tuple((re.search(f'figure.*alt-{l} "([^"]*)"', tree) or [None] * 2)[1] for l in ("en", "km"))
    check(found == want, f"a drawing is described by {name}", (found, tree[-600:]))
    r = build(base, out)
    check(places(out, "picture-alt") == [] and r.returncode == 0, f"a drawing described by {name}: nothing is told", problems(out))
r = build(base, out, "--lang", "en", env={"PATH": "/nonexistent"})
check(places(out, "picture-drawer") == [(NOTE, 3)] and b"apt-get install librsvg2-bin" in r.stderr, "without the program that draws, it is told what to install", text(r.stderr)[-400:])
done()
