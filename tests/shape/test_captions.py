#!/usr/bin/env python3
"""A caption beside its picture: at the page's second column, or in a report of one language no farther than a small picture needs."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *
from word_file import png

def gap(languages, width):
    """From a picture's right edge to its caption, in points; the picture's width."""
    base = write(folder(f"{len(languages)}-{width}"), {"event.yml": f"languages: {languages}\nen: {{title: A forum}}\nkm: {{title: វេទិកា}}\n", "photos/a.png": png(width, 40),
        "sessions/d1s01-a.en.md": '# Opening\n\nText.\n\n![A wall](photos/a.png "The wall")\n\nText.\n', "sessions/d1s01-a.km.md": "# ពិធីបើក\n\nអត្ថបទ។\n"})
    said = text(sastra("dump", "pages", "report", "-i", base).stdout)
    x, wide = map(float, re.search(r"picture figure (\S+) \S+ (\S+)", said).groups())
    return min(float(c) for c in re.findall(r"text caption (\S+)", said)) - x - wide, wide

for width in (20, 60, 120, 200, 600):
    space, wide = gap("[en]", width)
    check(0 < space < max(90, wide * 1.3), f"a picture {width} pixels wide has its caption near it", (space, wide))
check(len({round(sum(gap("[km, en]", width))) for width in (20, 200)}) == 1, "in two languages captions begin with the second column")
done()
