"""Spaces as PDF readers give them back, line by line, beside the lines that were set.

A space is invented where a reader has one and the line has none, lost where it is the other way about. What a reader
does between lines is its own affair. Lines are looked for by their letters in what the reader says of their page.
"""
import os, subprocess
from lib import PATIENCE

HERE = os.path.dirname(os.path.abspath(__file__))
POPPLER = {"pdftotext": ["pdftotext", "{}", "-"], "pdftotext -raw": ["pdftotext", "-raw", "{}", "-"],
           "mutool": ["mutool", "draw", "-q", "-F", "text", "{}"]}
LEAST = 8 # letters of a line that is looked for
NODE = ("pdfjs", "pdfium", "mupdf")  # npm: pdfjs-dist, @embedpdf/pdfium, mupdf

def readers(packages=""):
    """Name → command; packages: a folder with node_modules, or nothing."""
    found = dict(POPPLER)
    for name in NODE if packages else (): found[name] = ["node", os.path.join(HERE, "reader.mjs"), name, packages, "{}"]
    return found

def read(command, pdf):
    r = subprocess.run([pdf if c == "{}" else c for c in command], capture_output=True, timeout=PATIENCE)
    return r.stdout.decode("utf-8", "replace")

def is_space(c): return c.isspace() or c in "\u00a0\u200b"

def parts(said):
    """Letters, and before which of them a space stands."""
    letters, spaces = [], set()
    for c in said:
        if is_space(c): spaces.add(len(letters))
        elif c != "\u00ad": letters.append(c)
    return "".join(letters), spaces

def lines(page):
    """What stands on one baseline without a gap: (text, justified)."""
    run = []
    for i in [i for i in page.items if i.kind == "text"] + [None]:
        if run and (i is None or abs(i.y - run[-1].y) > 0.01 or abs(run[-1].x + run[-1].width - i.x) > 0.01):
            yield "".join(r.text for r in run), any(r.scale != 100 or r.track for r in run)
            run = []
        if i: run.append(i)

def find(whole, letters, at, taken):
    """Near after the last line; else where the reader put it."""
    here = whole.find(letters, at)
    return here if 0 <= here <= at + 400 else whole.find(letters, taken.get(letters, 0))

def as_set(whole, spaces, letters, want, here):
    """Where the reader has the line with its own spaces; the same letters may stand over two lines before."""
    at = here
    while at >= 0:
        if all((at + k in spaces) == (k in want) for k in range(1, len(letters))): return at
        at = whole.find(letters, at + 1)
    return here

def compare_page(page, said):
    (whole, spaces), at, taken = parts(said), 0, {}
    for line, justified in lines(page):
        letters, want = parts(line)
        if len(letters) < LEAST: continue
        here = find(whole, letters, at, taken)
        here = as_set(whole, spaces, letters, want, here)
        if here < 0:
            yield "lost line", justified, line.strip()
            continue
        at, taken[letters] = here + len(letters), here + 1
        yield "found", justified, ""
        for k in range(1, len(letters)):
            if (here + k in spaces) != (k in want):
                yield "lost space" if k in want else "invented space", justified, letters[max(0, k - 12):k] + "|" + letters[k:k + 12]

def compare(pages, said):
    """One reader's text, its pages parted by form feeds: [(page, what, justified, where)]; what: found, lost line, lost
    space, invented space."""
    return [(page.number, *f) for page, text in zip(pages, said.split("\f")) for f in compare_page(page, text)]
