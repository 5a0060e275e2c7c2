"""Ink of one line that touches the next, from rendered pages.

Between two consecutive baselines of one column there should be a blank row of pixels. Where there is none, connected
spots are followed: one that begins in the upper line's ink and ends in the lower line's is a touch.
"""
import os, re, shutil, subprocess, tempfile

DPI = 200
DARK = bytes(1 if v < 128 else 0 for v in range(256))
UPPER, LOWER = 0.23, 0.52 # parts of the leading: where ink of the upper line begins, where that of the lower must have begun

def render(pdf, first, last):
    base = tempfile.mkdtemp()
    try:
        subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", "-f", str(first), "-l", str(last), pdf, base + "/p"], check=True)
        for name in sorted(os.listdir(base)):
            with open(os.path.join(base, name), "rb") as f: yield int(re.search(r"-(\d+)\.pgm$", name).group(1)), read_pgm(f.read())
    finally:
        shutil.rmtree(base)

def read_pgm(data):
    m = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    return int(m.group(1)), int(m.group(2)), data[m.end():].translate(DARK)

def runs(row): return [m.span() for m in re.finditer(b"\x01+", row)]

def spots(rows):
    """Connected spots of a band: [(top, bottom)] in rows, 8-connected."""
    parent, box = [], []
    def root(i):
        while parent[i] != i: parent[i] = i = parent[parent[i]]
        return i
    above = []
    for y, row in enumerate(rows):
        here = []
        for a, b in runs(row):
            mine = None
            for la, lb, k in above:
                if la <= b and a <= lb:
                    r = root(k)
                    if mine is None: mine = r
                    elif r != mine:
                        parent[r] = mine
                        box[mine] = (min(box[mine][0], box[r][0]), max(box[mine][1], box[r][1]))
            if mine is None:
                mine = len(parent); parent.append(mine); box.append((y, y))
            box[mine] = (box[mine][0], y)
            here.append((a, b, mine))
        above = here
    return [box[i] for i in range(len(parent)) if parent[i] == i]

def pairs(page):
    """Consecutive lines of one column: (upper y, lower y, left, right, text)."""
    lines = sorted(page.lines, key=lambda l: l.y)
    for k, a in enumerate(lines):
        for b in lines[k + 1:]:
            if b.y - a.y > 34: break
            if b.y - a.y < 4: continue
            left, right = max(a.x, b.x), min(a.right, b.right)
            if right - left > 4:
                yield a.y, b.y, min(a.x, b.x) if abs(a.x - b.x) < 40 else left, max(a.right, b.right) if abs(a.x - b.x) < 40 else right, a.text.strip()[:34] + " / " + b.text.strip()[:34]
                break

def look(picture, upper, lower, left, right):
    """True, where no blank row parts the lines; and where a spot spans both."""
    width, height, data = picture
    k = DPI / 72
    x0, x1 = max(0, int((left - 1) * k)), min(width, int((right + 1) * k))
    y0, y1 = int(upper * k), min(height, int(lower * k))
    band = [data[y * width + x0:y * width + x1] for y in range(y0, y1)]
    if not all(1 in row for row in band): return False, False
    h = len(band)
    return True, any(t <= UPPER * h and b >= LOWER * h for t, b in spots(band))

def measure(doc, pdf, n, finding):
    found, total, tight = [], 0, 0
    pages = {p.number: p for p in doc.pages}
    for first in range(1, n + 1, 20):
        for number, picture in render(pdf, first, min(n, first + 19)):
            for upper, lower, left, right, what in () if pages[number].cover else pairs(pages[number]): # a cover's ground is dark
                total += 1
                no_row, touch = look(picture, upper, lower, left, right)
                tight += no_row
                if touch: found.append(finding("ink touches the next line", number, 20 / (lower - upper), what))
    return found, [f"{total} pairs of lines rendered, {tight} without a blank row of pixels, {len(found)} touch"]
