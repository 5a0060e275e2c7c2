#!/usr/bin/env python3
"""Tables of the sample's report: their edges, how far their lines stand apart, their heads, totals, and where lists begin."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

LINE = re.compile(r'  text cell (artifact )?(-?[\d.]+) (-?[\d.]+) ([\d.]+) (km|en) \w+ "(.*)"$')
RULE = re.compile(r"  rect table artifact (-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+) (\w+)$")
WIDTH, GUTTER = 464.882, 19.843
COLUMN = (WIDTH - GUTTER) / 2

class Page:
    """Cells' lines and rules: (x, y, width, language, words), (x, y, width, weight)."""
    def __init__(self, dump):
        found = [LINE.match(line) for line in dump.splitlines()]
        self.lines = [(float(x), float(y), float(w), lang, words.strip()) for m in found if m for _, x, y, w, lang, words in [m.groups()]]
        self.rules = [tuple(map(float, m.groups()[:4])) for m in map(RULE.match, dump.splitlines()) if m]
        self.left = min((r[0] for r in self.rules if r[2] > WIDTH - 1), default=min((r[0] for r in self.rules), default=0))
    def find(self, words): return next((line for line in self.lines if line[4] == words), None)

def pages(name): return [Page(p) for p in re.split(r"(?m)^page ", exact(sastra("dump", "pages", name, "-i", SAMPLE).stdout))[1:]]
def page_with(book, *words): return next((p for p in book if all(p.find(w) for w in words)), None)

book = pages("report")
for words in (["In Khmer", "In English", "mentor"], ["Session", "Lunch – Courtyard"], ["Goal", "Sessions"], ["Name", "Role"], ["Acronym", "In English", "HEAD Foundation"]):
    page = page_with(book, *words)
    at = page and page.find(words[1] if words[0] != "Session" else "Session")[0] - page.left - COLUMN - GUTTER
    check(page and abs(at) < 0.01, f"{words[0]} … {words[-1]}: the second language's column begins with the page's second", at)

def ratio(page, first):
    """How far a name stands from the same in English, in parts of how far that stands from the next name; the largest."""
    lines = sorted({(y, lang) for x, y, w, lang, words in page.lines if abs(x - first) < 0.01})
    found = [(b[0] - a[0]) / (c[0] - b[0]) for a, b, c in zip(lines, lines[1:], lines[2:]) if (a[1], b[1], c[1]) == ("km", "en", "km")]
    return max(found[1:], default=9)
page = page_with(book, "Name", "Role")
check(ratio(page, page.find("Name")[0]) < 0.73, "a list's names are nearer to themselves in English than to the next", ratio(page, page.find("Name")[0]))
page = page_with(book, "Hope", "Cards")
check(ratio(page, page.left) < 0.67, "so are those of a table in a note", ratio(page, page.left))
for words in (["Hope", "Cards"], ["Task", "Hours a week"]):
    page = page_with(book, *words)
    head = page.find(words[1])
    check(abs(head[0] + head[2] - page.left - WIDTH) < 0.1, f"{words[1]}: a lone column of numbers ends at the table's edge", head)

page = page_with(book, "Very useful", "Of little use")
heads = [page.find(w) for w in ("Answers", "Very useful", "Useful", "Of little use", "50 of 52 answered")]
check(len({y for _, y, *_ in heads}) == 1 and not [l for l in page.lines if l[3] == "km" and l[1] == heads[0][1]],
      "a head's English stands on one line, and no Khmer with it", heads)

page = page_with(book, "named below", "not named")
at, women = page.find("named below"), [l for l in page.lines if l[4] == "25"]
km = min((l for l in page.lines if l[1] == at[1]), key=lambda l: l[0])
check(abs(km[0] - page.left) < 0.01 and women and women[0][1] == at[1], "totals stand over the whole measure", (km, women))
check([r for r in page.rules if abs(r[0] - page.left) < 0.01 and abs(r[2] - WIDTH) < 0.1 and 0 < at[1] - r[1] < 15], "under a rule as wide", page.rules[-4:])
rows = sorted({y for x, y, w, lang, words in page.lines if x == page.left and at[1] - 80 < y < at[1] - 1})
steps = [b - a for a, b in zip(rows, rows[1:])]
check(len(steps) > 3 and max(steps) - min(steps) < 1.5, "what one half says makes no row of the other higher", steps)
check(all(r[1] + r[3] + 8.9 < y for x, y, w, lang, words in page.lines if lang == "km" and abs(x - page.find("In Khmer")[0]) < 0.01
          for r in page.rules if 0 < y - r[1] < 12), "Khmer keeps off the rule above it")

for name in ("report.km", "report.en"):
    page = next(p for p in pages(name) if [l for l in p.lines if re.match("(ល.រ|No\\.)$", l[4])])
    head = next(l for l in page.lines if re.match("(ល.រ|No\\.)$", l[4]))
    rows = {y for x, y, w, lang, words in page.lines if y > head[1] and x < head[0] + head[2] and re.fullmatch("[0-9០-៩]+", words)}
    check(len(rows) >= 6, f"{name}: a list of names begins with six of them", len(rows))

for name in ("report", "report.km", "report.en"):
    dump = exact(sastra("dump", "pages", name, "-i", SAMPLE).stdout)
    parted = re.findall(r'text cell (?:artifact )?[\d. ]+(?:km|en) \w+ "((?:តាម|By )[^"]*)"\n(?:.*\n)?.*"[^"]*(?:continued|បន្ត)', dump)
    check(not parted and re.search('"(តាម|By )', dump), f"{name}: a table of numbers is parted between its groups", parted)

def dumps(name): return re.split(r"(?m)^page ", exact(sastra("dump", "pages", name, "-i", SAMPLE).stdout))[1:]
days = [sum(f"Day {n}: " in p for p in dumps("report.en") if "Programme as of" in p) for n in (1, 2)]
check(days == [1, 1], "in English the two days of the programme stand on one page", days)
for name, first in (("report.en", "* Suggested by"), ("report.en", "Groups of fewer"), ("report.en", "Notes: "), ("report.km", "* ស្នើ")):
    at = [float(m[1]) - min(r[0] for r in Page(p).rules) for p in dumps(name) if Page(p).rules for m in re.finditer(rf'text \w+ (-?[\d.]+) [\d. ]+\w\w \w+ "{re.escape(first)}', p)]
    check(at and max(map(abs, at)) < 0.01, f"{name}: “{first} …” stands at its table's edge", at)

done()
