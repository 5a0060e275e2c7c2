#!/usr/bin/env python3
"""No line starts with a footnote's mark, whatever the mark follows: footnotes are sown into the sample's own notes, behind every
third word, in both languages and every edition. Lines end behind marks where they might without them."""
import glob, os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import SAMPLE, SMALL, check, done, folder, sastra, text, write

BEHIND = {"a word": "", "a khan": "។", "a camnuc": " ៖ ", "a dash": "–", "a space": " ", "a ZWSP": "\u200b", "a slash": "/",
          "an ellipsis": "…", "a guillemet": "»", "a forced end": "  \n"}
ZWSP = "\u200b"

def words(line, lang):
    """A paragraph's words; those of Khmer as they are known."""
    if lang == "en": return [w + " " for w in line.split()]
    at = [int(x) for x in text(sastra("dump", "breaks", stdin=line + "\n").stdout).split()]
    return [line[a:b] for a, b in zip([0] + at, at + [len(line)])]

def paragraphs(lang):
    for path in sorted(glob.glob(os.path.join(SAMPLE, "sessions", f"*.{lang}.md")))[:8]:
        with open(path, encoding="utf-8") as f: body = re.sub(r"\A---.*?\n---\n", "", f.read(), flags=re.S)
        yield from (" ".join(p.split()) for p in re.split(r"\n\s*\n", body) if len(p) > 120 and re.match(r"[A-Zក-អ]", p) and "[" not in p)

def sown(line, lang, kinds, n):
    out, notes = "", []
    for i, word in enumerate(words(line, lang)):
        core = word.rstrip()
        out += word
        if i % 3 != 2 or not core: continue
        n += 1
        notes.append(f"[^{n}]: {'ន។' if lang == 'km' else 'N.'}")
        out = out[:len(out) - len(word)] + core + kinds[n % len(kinds)] + f"[^{n}]" + word[len(core):]
    return out, notes, n

def note(lang):
    body, notes, n, kinds = "# Marks\n\n", [], 0, list(BEHIND.values())
    for line in list(paragraphs(lang))[:24]:
        out, more, n = sown(line, lang, kinds, n)
        body += out + "\n\n"
        notes += more
    cell = "".join(f"គ្រូ។[^c{i}]" for i in range(4))
    body += f"| a | b | c | d | e | f |\n|-|-|-|-|-|-|\n|{cell}| x | y | z | v | w |\n\n"
    return body + "\n".join(notes + [f"[^c{i}]: n" for i in range(4)]) + "\n"

def texts(name, base):
    """(page, x, y, whether a mark) of each text, in order."""
    page = 0
    for line in text(sastra("dump", "pages", name, "-i", base).stdout).splitlines():
        if line.startswith("page "): page += 1
        m = re.match(r'  text (\S+(?: \S+)*?) (-?[\d.]+) (-?[\d.]+) -?[\d.]+ \w+ .*?"(.*)"$', line)
        if m: yield page, float(m[2]), float(m[3]), "mark" in re.split(r"[ .]", m[1])

def first_marks(items):
    marks, first, before = 0, 0, None
    for page, x, y, mark in items:
        if mark:
            marks += 1
            first += before is None or before[0] != page or before[2] != y or before[1] > x
        before = page, x, y
    return marks, first

files = dict(SMALL)
for lang in ("en", "km"): files[f"sessions/d1s01-opening.{lang}.md"] = note(lang)
base = write(folder("marks"), files)
for name in ("report", "report.km", "report.en"):
    marks, first = first_marks(list(texts(name, base)))
    check(marks > 200 and first == 0, f"{name}: no line starts with one of {marks} marks", f"{first} of {marks}")

# Where the text between marks has no space at all, lines end behind the marks.
km = "# ម៉ាក\n\n" + "".join(f"នៅនៅនៅនៅនៅនៅនៅនៅនៅនៅ{BEHIND[k]}[^{i}]" for i, k in enumerate(("a khan", "a word", "a ZWSP", "a khan") * 6)) + "\n\n"
files = dict(SMALL, **{"sessions/d1s01-opening.km.md": km + "\n".join(f"[^{i}]: ន។" for i in range(24)) + "\n"})
base = write(folder("marks-row"), files)
items = [i for i in texts("report.km", base)]
behind = sum(a[3] and (a[0], a[2]) != (b[0], b[2]) for a, b in zip(items, items[1:]))
check(behind >= 2 and first_marks(items) [1] == 0, "lines end behind marks", f"{behind} do")
done()
