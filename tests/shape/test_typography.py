#!/usr/bin/env python3
"""What the README says of the pages' typography, as limits: one table, held by the sample and by long running text.

The long text is the sample's own: its notes' paragraphs, three or five of them set as one, in both languages.
"""
import glob, os, re, sys
from collections import Counter
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import measure_pages as m
from pages import words
from lib import SAMPLE, SMALL, check, done, folder, sastra, text, write

NAMES = ("report", "report.km", "report.en")
ALL, BOTH, KM, EN = NAMES, NAMES[:1], NAMES[1:2], NAMES[2:]
NONE = (0, 0)

# what; in which editions; least and most in the sample, and in the long text; in %: of all there are
LIMITS = [
    ("overfull line",                                       ALL, NONE,           NONE),
    ("overfull line (words)",                               EN,  NONE,           NONE),
    ("line starts with a forbidden sign",                   ALL, NONE,           NONE),
    ("line starts with an ellipsis",                        ALL, NONE,           NONE),
    ("line ends with an opening sign",                      ALL, NONE,           NONE),
    ("widow",                                               ALL, NONE,           NONE),
    ("orphan",                                              ALL, NONE,           NONE),
    ("heading at a page's foot",                            ALL, NONE,           NONE),
    ("last line of one short word",                         ALL, (0, 1),         NONE),
    ("uneven leading",                                      ALL, NONE,           NONE),
    ("two hyphens in a row",                                ALL, NONE,           NONE),
    ("hyphen at a page's foot",                             ALL, NONE,           NONE),
    ("hyphen in a heading",                                 ALL, NONE,           NONE),
    ("line short of its measure in a justified paragraph",  ALL, NONE,           NONE),
    ("line left ragged in a justified paragraph",           EN,  NONE,           NONE),
    ("river",                                               EN,  NONE,           (0, 2)),
    ("inner English lines that end in a hyphen, %",         ALL, (0, 5),         (0, 5)),
    ("Khmer paragraphs justified, %",                       KM,  (95, 100),      (100, 100)), # as in English
    ("English paragraphs justified, %",                     EN,  (94.5, 100),    (100, 100)), # the sample's recommendations are ragged
    ("Khmer lines that end at a word's end, %",             KM,  (98, 100),      (98, 100)),
    ("in half columns: Khmer lines at a word's end, %",     BOTH,(97.5, 100),    (97, 100)),
    ("English word gap, least, em",                         EN,  (0.19, 0.28),   (0.19, 0.28)),
    ("English word gap, median, em",                        EN,  (0.24, 0.32),   (0.24, 0.32)),
    ("English word gap, most, em",                          EN,  (0.28, 0.60),   (0.28, 0.60)),
    ("justified and ragged paragraphs on one page",         KM,  NONE,           NONE),
    ("letters' width, least, %",                            BOTH + EN, (97.4, 100), (97.4, 100)),
    ("letters' width, most, %",                             BOTH + EN, (97.4, 102.6), (97.4, 102.6)),
    ("tracking, most, em",                                  BOTH + EN, (0, 0.021), (0, 0.021)),
    ("tracking, most, em",                                  KM,  (0, 0.026),     (0, 0.026)),
    ("letters' width, least, %",                            KM,  (93.4, 100),    (93.4, 100)),
    ("letters' width, most, %",                             KM,  (97.4, 109.1),  (97.4, 109.1)),
    ("paragraphs whose letters give further, %",            KM,  (0, 5),         (0, 5)),
    ("justified line, farthest from its measure, pt",       ALL, (0, 1),         (0, 1)),
]
LONGEST = 12  # syllables of Khmer without a place where a line may end

def percent(part, all_): return 100 * part / all_ if all_ else None

# -- the long text --

def paragraphs(lang):
    """Running text of the sample's notes, each note's by itself."""
    for path in sorted(glob.glob(os.path.join(SAMPLE, "s*s", f"*.{lang}.md")) + glob.glob(os.path.join(SAMPLE, "summaries", f"*.{lang}.md"))):
        with open(path, encoding="utf-8") as f: body = re.sub(r"\A---.*?\n---\n", "", f.read(), flags=re.S)
        yield from (" ".join(p.split()) for p in re.split(r"\n\s*\n", body) if len(p) > 60 and not re.match(r"[\s#>|`\-*+\d\[:!]", p) and "[^" not in p)

def long_note(lang, title, each):
    said = list(paragraphs(lang))
    return f"# {title}\n\n" + "\n\n".join(" ".join(said[i:i + each]) for i in range(0, len(said), each)) + "\n"

def long_input():
    files = dict(SMALL)
    for i, each in enumerate((3, 5), 1):
        files["programme.csv"] += f"1,{8 + i:02}:00,{9 + i:02}:00,d1s{1 + i:02},talk,Long text,អត្ថបទវែង\n"
        for lang, title in (("en", "Long text"), ("km", "អត្ថបទវែង")): files[f"sessions/d1s{1 + i:02}-long.{lang}.md"] = long_note(lang, title, each)
    return write(folder("typography-long"), files)

# -- measured --

def values(doc, source):
    """What of the table is known of a document."""
    found, v = m.measure_dump(doc), {}
    inner = [l.text for par in doc.pars if par.role == "p" and par.lang == "en" for l in par.lines[:-1]]
    v["inner English lines that end in a hyphen, %"] = percent(sum(t.endswith("\u00ad") for t in inner), len(inner))
    for lang, what in (("km", "Khmer paragraphs justified, %"), ("en", "English paragraphs justified, %")):
        pars, even, _, _ = m.justified(doc, lang)
        v[what] = percent(even, pars)
    ends, good = m.break_quality(doc, source)
    v["Khmer lines that end at a word's end, %"] = v["in half columns: Khmer lines at a word's end, %"] = percent(good, ends)
    far = [p for p in m.long_pars(doc, "km") if any(not 95.4 <= i.scale <= 105.1 for l in p.lines for i in l.items)]
    v["paragraphs whose letters give further, %"] = percent(len(far), len(m.long_pars(doc, "km")))
    v["letters' width, least, %"], v["letters' width, most, %"], v["tracking, most, em"] = m.stretch(doc)
    v["justified line, farthest from its measure, pt"] = max(m.reach(doc, "km"), m.reach(doc, "en"))
    if doc.name in EN:
        more, gaps, _ = words.collect(doc, words.boxes(m.make_pdf(source, doc.name)), m.Finding)
        found, gaps = found + more, sorted(gaps)
        if gaps: v["English word gap, least, em"], v["English word gap, median, em"], v["English word gap, most, em"] = gaps[0], gaps[len(gaps) // 2], gaps[-1]
    return found, v

def hold(doc, source, which):
    found, v = values(doc, source)
    count = Counter(f.kind for f in found)
    for row in LIMITS:
        what, least, most = row[0], *row[2 + which]
        if doc.name not in row[1] or v.get(what, 0) is None: continue
        worst = next((f for f in found if f.kind == what), None)
        value = v.get(what, count[what])
        check(least <= value <= most, f"{('sample', 'long text')[which]}, {doc.name}: {what}: {value:.4g} ({least} to {most})", worst and f"first on page {worst.page}: {worst.what}")

# -- breaks --

def syllables(said):
    """Letters that carry a syllable: bases that do not hang under another."""
    return sum("\u1780" <= c <= "\u17b3" and (not i or said[i - 1] != "\u17d2") for i, c in enumerate(said))

def longest_stretch(said):
    """The most syllables between two places where a line may end, and the letters."""
    worst = (0, "")
    for line, offsets in zip(said, text(sastra("dump", "breaks", stdin="\n".join(said) + "\n").stdout).splitlines()):
        at = [0, *map(int, offsets.split()), len(line)]
        for run in (piece for a, b in zip(at, at[1:]) for piece in re.findall("[\u1780-\u17dd]+", line[a:b])): worst = max(worst, (syllables(run), run))
    return worst

def stretches():
    most, where = longest_stretch(list(paragraphs("km")))
    check(0 < most <= LONGEST, f"sample: Khmer without a break: {most} syllables (at most {LONGEST})", where)
    most, where = longest_stretch(["ការ" * n for n in range(2, 40)])
    check(0 < most <= LONGEST, f"joint after joint: {most} syllables (at most {LONGEST})", where)

for which, source in enumerate((SAMPLE, long_input())):
    for name in NAMES:
        doc = m.load(source, name)
        lines = sum(len(p.lines) for p in doc.pars if p.role == "p")
        check(lines > 300 and doc.lost < doc.nlines / 20, f"{('sample', 'long text')[which]}, {name}: {lines} lines of running text were read", f"{doc.lost} items without a paragraph")
        hold(doc, source, which)
stretches()
done()
