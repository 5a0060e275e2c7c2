#!/usr/bin/env python3
"""Tables and charts of the report on the page's two edges: heads over their columns, the same white under every rule, tables of both
languages over the measure, each language's words and digits in its own column, a heading with its chart. On the sample, and on made-up
forms and tables."""
import collections, os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

MEASURE, SECOND = 464.882, 242.362 # how wide the text is, how far from its left edge the second column begins
KHMER, LATIN = "០១២៣៤៥៦៧៨៩", "0123456789"
DIGITS = str.maketrans(KHMER, LATIN)
Item = collections.namedtuple("Item", "kind role x y w h text lang colour")

def pages(document, base):
    """Of each page its items in their order: rectangles, and texts without a blank at their end."""
    found = []
    for line in exact(sastra("dump", "pages", document, "-i", base).stdout).split("\n"):
        if line.startswith("page "): found.append([])
        elif m := re.match(r"  rect (.+?) (-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+) (\w+)", line):
            found[-1].append(Item("rect", m[1].removesuffix(" artifact"), *map(float, m.group(2, 3, 4, 5)), "", "", m[6]))
        elif m := re.match(r'  text (.+?) (-?[\d.]+) (-?[\d.]+) ([\d.]+) (\w\w) (\w+) "(.*)"$', line):
            found[-1].append(Item("text", m[1], *map(float, m.group(2, 3, 4)), 0, m[7], m[5], m[6]))
    return found

def is_rule(i): return i.kind == "rect" and i.role == "table" and i.h < 1

def tables(page):
    """Of each table on a page: the rule over it, its head's items, its body's."""
    found, state = [], None
    for i in page:
        if is_rule(i) and i.h == .8:
            state = None if state == "body" else "head"
            if state: found.append((i, [], []))
        elif is_rule(i) and i.h == .5 and state == "head": state = "body"; found[-1][2].append(i)
        elif state: found[-1][1 if state == "head" else 2].append(i)
    return [t for t in found if t[2]]

def right(i): return i.x + i.w - (2.3 if i.text.endswith(" ") else 0) # a blank that ends a line hangs beyond it

def off_grid(body, head):
    cells = [i for i in body if i.kind == "text"]
    return [h.text for h in head if h.kind == "text" and h.text.strip() not in ("", "·", "Time")
            and not any(abs(c.x - h.x) < .7 or abs(right(c) - right(h)) < 1.2 for c in cells)]

def gaps(body):
    """From each rule's foot to the first baseline under it, by that one's language and colour; the head's first."""
    found, foot = [], None
    for i in body:
        if is_rule(i): foot = i.y + i.h
        elif i.kind == "text" and foot is not None: found.append((i.lang, i.colour, i.y - foot)); foot = None
    return found

EDITIONS = ("report", "report.km", "report.en")
SHOWN = {d: pages(d, SAMPLE) for d in EDITIONS}
for d in EDITIONS:
    off = [(n + 1, t) for n, page in enumerate(SHOWN[d]) for _, head, body in tables(page) for t in off_grid(body, head)]
    check(not off, f"{d}: what heads a column begins or ends with its cells", off[:6])
    uneven = []
    for n, page in enumerate(SHOWN[d]):
        for _, head, body in tables(page):
            found = gaps(body)
            alike = [g for l, c, g in found[1:] if (l, c) == found[0][:2]]
            if alike and not min(alike) - .2 <= found[0][2] <= max(alike) + .2: uneven.append((n + 1, found[0], alike[:4]))
    check(not uneven, f"{d}: the same white under a head's rule as under the others", uneven[:4])

# -- numerals ----------------------------------------------------------------------------------------------------------
def numbers(page, digits): return [i for i in page if i.kind == "text" and re.search(f"[{digits}]", i.text) and not re.search("[ក-ឳa-zA-Z]", i.text)]
unread = []
for n, page in enumerate(SHOWN["report"]):
    latin = collections.Counter(t for i in page if i.kind == "text" for t in re.findall(r"\d+", i.text) if not re.search("[ក-ឳ]", i.text))
    for i in numbers(page, KHMER):
        for t in re.findall(f"[{KHMER}]+", i.text):
            if not latin[t.translate(DIGITS)]: unread.append((n + 1, i.role, i.text))
check(not unread, "no number of the report in both languages stands in Khmer digits alone", unread[:8])
shares = [i.text for page in SHOWN["report"] for i in page if i.role == "chart" and i.colour == "FFFFFF" and i.text.strip().endswith("%")]
check(len(shares) > 4 and not [s for s in shares if re.search(f"[{KHMER}]", s)], "a share on a bar stands once: in Latin digits", shares)
labels = re.findall(r'(?m)^page \d+ \S+ \S+ "(.*)"', exact(sastra("dump", "pages", "report", "-i", SAMPLE).stdout))
check(labels == [str(i + 1) for i in range(len(labels))], "so does what programs call a page", labels[:3])
check(not [i for page in SHOWN["report.km"] for i in numbers(page, LATIN) if i.role in ("chart", "total", "cell")][:3], "in Khmer alone numbers are Khmer",
      [i for page in SHOWN["report.km"] for i in numbers(page, LATIN) if i.role in ("chart", "total", "cell")][:3])

# -- bars --------------------------------------------------------------------------------------------------------------
astray, bars = [], 0
for n, page in enumerate(SHOWN["report"]):
    charts = [i for i in page if i.role == "chart"]
    for band in [i for i in charts if i.kind == "rect" and i.h < 8 and i.colour == "E9EFF3"]:
        left = min(i.x for i in charts if i.kind == "rect" and abs(i.y - band.y) < .01)
        said = [i for i in charts if i.kind == "text" and 0 < band.y - i.y < 8 and re.search("[a-zA-Z]{2}", i.text)]
        bars += 1
        if not said or min(abs(i.x - left - SECOND) for i in said) > .1: astray.append((n + 1, [(i.text, i.x - left) for i in said]))
check(bars > 15 and not astray, "each bar's English words begin where the second column does", astray[:4])

# -- tables of both languages ------------------------------------------------------------------------------------------
EVENT = "status: draft\nlanguages: [km, en]\ndates: [2023-04-04]\nen: {title: The forum}\nkm: {title: វេទិកា}\n"
PROGRAMME = "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,talk,A talk,បទបង្ហាញ\n"
def table(*heads): return "| " + " | ".join(heads) + " |\n" + "|---" * len(heads) + "|\n" + "".join("| " + " | ".join([f"{heads[0]} {i}"] + [str(7 * i + k) for k in range(1, len(heads))]) + " |\n" for i in range(1, 4))
TEXT = 368.505 # of one language, beside the margin that headings stand in
EN, KM = ["School", "Girls", "Boys", "In all"], ["សាលា", "ស្រី", "ប្រុស", "សរុប"]
for width in (2, 3, 4):
    base = write(folder("edges"), {"event.yml": EVENT, "programme.csv": PROGRAMME,
        "sessions/d1s01-a.en.md": "# A talk\n\nSome words.\n\n" + table(*EN[:width]) + "\nMore words.\n", "sessions/d1s01-a.km.md": "# បទបង្ហាញ\n\nពាក្យ។\n\n" + table(*KM[:width]) + "\nពាក្យទៀត។\n"})
    shown = [t for page in pages("report", base) for t in tables(page) if any(i.text == "School" for i in t[1])]
    check(len(shown) == 1, f"{width} columns: a table for both")
    rule, head, body = shown[0]
    first, cells = [i for i in head if i.text in ("Girls", "ស្រី ", "ស្រី")], [i for i in body if re.fullmatch(r"\d+", i.text)]
    check(abs(rule.w - MEASURE) < .01 and all(abs(i.w - MEASURE) < .01 for i in body if is_rule(i)), f"{width} columns: it fills the measure", rule)
    check(min(i.x for i in cells) >= rule.x + SECOND, f"{width} columns: names in the first column, numbers from the second on", first)
    if width == 2: check(all(abs(right(i) - rule.x - MEASURE) < .1 for i in cells), "2 columns: a lone column of numbers ends at the table's edge", cells[:3])
    else:
        check(abs(min(i.x for i in first) - rule.x - SECOND) < .1, f"{width} columns: the first numbers' names begin with the second column", first)
        check(max(right(i) for i in cells) <= rule.x + MEASURE + .1 and min(right(i) for i in cells) < rule.x + SECOND + 45, f"{width} columns: near to their names", cells[:3])
    alone = [t for page in pages("report.en", base) for t in tables(page) if any(i.text == "School" for i in t[1])]
    words = [i for page in pages("report.en", base) for i in page if i.text.startswith("More words")]
    check(len(alone) == 1 and abs(alone[0][0].w - TEXT) < .01 and words and abs(words[0].x - alone[0][0].x) < .1,
          f"{width} columns: in one language a small table fills the measure of its text", alone[0][0])

# -- a form's heading, its first chart; the ends of scales --------------------------------------------------------------
def form(ident, low): return (f"id: {ident}\nen: {{title: The {ident} form}}\nkm: {{title: ទម្រង់ {ident}}}\nprompts:\n" + "".join(
    f"  - {{id: s{i}, type: scale, points: 5, low_en: {l}, high_en: very much, low_km: តិច, high_km: ច្រើនណាស់, en: How good?, km: ល្អប៉ុណ្ណា?}}\n" for i, l in enumerate(low)) +
    "  - {id: w, type: open, en: In words?, km: ជាពាក្យ?}\nthemes:\n" + "".join(f"  - {{id: t{i}, en: Theme {i}, km: ប្រធានបទ {i}}}\n" for i in range(6)))
def sheets(n): return f"form_no,s0,{'s1,' if n > 1 else ''}w,theme,quote_ok\n" + "".join(f"{i},{i % 5 + 1},{'4,' if n > 1 else ''}Words {i},t{i % 6},yes\n" for i in range(1, 31))
apart = []
for filler in range(1, 12, 2):
    base = write(folder("edges-form"), {"event.yml": EVENT, "programme.csv": PROGRAMME, "forms/a.yml": form("aa", ["little"] * filler), "forms/b.yml": form("bb", ["little"]),
        "reflections/aa.csv": "form_no," + ",".join(f"s{i}" for i in range(filler)) + ",w,theme,quote_ok\n" + "".join(f"{k},{','.join(['3'] * filler)},Words,t{k % 6},yes\n" for k in range(1, 31)),
        "reflections/bb.csv": sheets(1)})
    for d in EDITIONS:
        for page in pages(d, base):
            at = [k for k, i in enumerate(page) if i.role == "h2" and ("bb form" in i.text or i.text.endswith("bb"))]
            if at and any(i.role == "h3" for i in page) and not any(i.role == "chart" for i in page[at[0]:]) and not any(i.role == "cell" for i in page): apart.append((filler, d))
            elif at and not any(i.role in ("chart", "cell") for i in page[at[0]:]) and any(i.role == "lead" for i in page[at[0]:]): apart.append((filler, d, "end"))
check(not apart, "a form's heading stands with its first chart", apart[:6])
LONG = "so very little that it takes more than half of all the room that there is for these words"
base = write(folder("edges-ends"), {"event.yml": EVENT, "programme.csv": PROGRAMME, "forms/b.yml": form("bb", [LONG, "little"]), "reflections/bb.csv": sheets(2)})
ends = [i for page in pages("report", base) for i in page if i.role == "chart" and i.text.strip() in ("ច្រើនណាស់", "very much")]
steps = [round(b.y - a.y, 1) for a, b in zip(ends[::2], ends[1::2])]
check(len(ends) == 4 and steps[0] == steps[1] > 5, "the words of scales' ends stand alike over all of them", steps)
done()
