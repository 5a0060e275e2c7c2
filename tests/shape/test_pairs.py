#!/usr/bin/env python3
"""Both languages side by side, in notes made by chance: items and quotes level, pages that end in both at one place, tables of
one shape as one, of which no two rows go on alone.

  NOTES=12 SEED=1   how many, from which seed"""
import itertools, os, random, re, sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import measure_pages as m
from lib import *

NOTES, SEED = (int(os.environ.get(k, v)) for k, v in (("NOTES", 12), ("SEED", 1)))
EN = "the mentor watches a lesson and then asks one question before any advice is given to teachers of science in lower secondary school".split()
KM = "គ្រូ ប្រឹក្សា គរុកោសល្យ មើល មេរៀន រួច សួរ សំណួរ មួយ មុន ពេល ផ្តល់ យោបល់ ដល់ គ្រូបង្រៀន វិទ្យាសាស្ត្រ នៅ អនុវិទ្យាល័យ".split()
rnd, counted = random.Random(SEED), itertools.count(1000)

def words(lang, n):
    if lang == "en": return " ".join(rnd.choice(EN) for _ in range(n)) + "."
    return "".join(rnd.choice(KM) for _ in range(n)) + "។"

class Both:
    """One text in both languages, line by line."""
    def __init__(self): self.km, self.en = [], []
    def say(self, before, least, most):
        n = rnd.randint(least, most)
        said = next(counted) # no two texts begin alike: each line is found in its paragraph
        for lang, lines in (("km", self.km), ("en", self.en)):
            lines.append(f"{before}{said} {words(lang, max(1, n * rnd.randint(8, 12) // 10))}")
    def both(self, line): self.km.append(line); self.en.append(line)
    def paragraph(self): self.say("", 3, 90); self.both("")
    def heading(self): self.say("## ", 2, 4); self.both("")
    def items(self):
        mark = rnd.choice(["- ", "1. "])
        for _ in range(rnd.randint(2, 9)):
            self.say(mark, 2, 40)
            for _ in range(rnd.choice([0, 0, 0, 2, 3])): self.say("   - ", 2, 20)
        self.both("")
    def quote(self):
        for _ in range(rnd.randint(1, 2)): self.say("> ", 5, 30); self.both(">")
        self.km.append("> — គ្រូម្នាក់"); self.en.append("> — A teacher"); self.both("")
    def table(self):
        n = rnd.randint(3, 24)
        self.say("| ", 1, 2); self.km[-1] += " | ចំនួន |"; self.en[-1] += " | Count |"
        self.both("|---|---|")
        for k in range(n):
            value = rnd.randint(100, 999)
            self.km.append(f"| ជួរ{words('km', 2)} | {''.join(chr(0x17E0 + int(d)) for d in str(value))} |")
            self.en.append(f"| row {words('en', 3)} | {value} |")
        self.both("")

def note(kinds):
    text = Both()
    for kind in kinds: getattr(text, kind)()
    return text

files = {"event.yml": "languages: [km, en]\nsample: yes\nen: {title: Sample of pairs}\nkm: {title: គំរូគូ}\n"}
for n in range(NOTES):
    kinds = ["paragraph"] + [rnd.choice(["paragraph", "paragraph", "heading", "items", "items", "quote", "table"]) for _ in range(rnd.randint(6, 12))] + ["paragraph"]
    made = note(kinds)
    for lang in ("km", "en"):
        title = {"km": "គំរូ", "en": "Sample"}[lang]
        files[f"sessions/d1s{n + 1:02}.{lang}.md"] = f"# {title} {n + 1}\n\n" + "\n".join(getattr(made, lang)) + "\n"
source = write(folder("pairs"), files)

doc = m.load(source, "report")
found = m.measure_dump(doc)
check(len(doc.pages) > NOTES and doc.lost < doc.nlines / 20, "the notes were set", f"{len(doc.pages)} pages, {doc.lost} of {doc.nlines} lines not found")
for kind in ("items not level", "a side begins a page alone", "heading at a page's foot"):
    worst = next((f for f in found if f.kind == kind), None)
    check(worst is None, "no " + kind, worst and f"{sum(f.kind == kind for f in found)}, first on page {worst.page}: {worst.what}")

# Each table is one for both, its numbers stand once, and three rows or more go on.
tree = text(sastra("dump", "tree", "report", "-i", source).stdout)
asked = sum(lang == "km" and line.startswith("|---") for name, said in files.items() for lang in [name[-5:-3]] for line in said.splitlines())
one = len(re.findall(r'cell.*"ចំនួន".*"Count"', tree))
check(asked > 3 and one == asked, "a table for both languages", f"{one} for {asked} pairs of tables")
annexes = min(page for _, page, _, title in doc.bookmarks if "Annex" in title) # they count what is here
numbers = [i for p in doc.pages[:annexes - 1] for i in p.items if i.kind == "text" and i.role == "cell" and re.fullmatch(r"[0-9\u17e0-\u17e9]{3} ?", i.text)]
rows = len(re.findall(r"^\| row", "\n".join(v for k, v in files.items() if k.endswith(".en.md")), re.M))
check(len(numbers) == rows, "equal numbers stand once", f"{len(numbers)} for {rows} rows")
overleaf = 0
for page in doc.pages[1:annexes - 1]:
    top = [i for i in page.items if i.kind == "text" and i.role == "cell" and i.artifact]
    if not top: continue # no table goes on here
    y = max(i.y for i in top)
    end = min((l.y for l in page.lines if l.y > y and l.par.role != "cell"), default=1e9)
    went = sum(y < i.y < end for i in numbers if i in page.items)
    overleaf += 1
    check(went >= 3, f"page {page.number}: three rows go on or more", went)
check(overleaf, "some table goes on overleaf", f"none of {one}")

# Notes in one language that end in a heading: it holds no session that follows, and each has its number in both columns.
notes = 40
files = {"event.yml": files["event.yml"], **{f"sessions/d1s{n + 1:02}.en.md": ("# Sample\n\n" if n % 2 else "") + (words("en", 150) + "\n\n" if n % 6 == 0 else "") + f"## One {n}\n\n## Two {n}\n" for n in range(notes)}}
doc = m.load(write(folder("one-sided"), files), "report")
ends = [max(l.y for l in p.lines if l.y < 760) for p in doc.pages if any(l.par.role == "h3" for l in p.lines)]
check(len(ends) > 2 and min(ends[:-1]) > 600, "one language alone: no page is left white", ends)
numbers = {i.text.strip() for p in doc.pages for i in p.items if i.kind == "text" and i.role == "h2" and not i.artifact}
for n in range(notes):
    latin = f"1.{n + 1}"
    khmer = "".join(chr(0x17E0 + int(c)) if c.isdigit() else c for c in latin)
    if not {latin, khmer} <= numbers: check(False, f"{latin} stands in both columns", sorted(numbers)[:40]); break
else: check(True, "each session's number stands in both columns")
done()
