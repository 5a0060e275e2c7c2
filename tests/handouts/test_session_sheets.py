#!/usr/bin/env python3
"""Session sheets: each fact of a session stands level in its two languages; titles of all are of one size, facts of 10 pt."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

def pages(base):
    said = text(sastra("dump", "pages", "handouts/session-sheets", "-i", base).stdout)
    return [re.findall(r"^  text (\S+) ([\d.]+) ([\d.]+) ([\d.]+) (\w\w) \S+ \"(.*)\"", page, re.M) for page in re.split(r"^page ", said, flags=re.M)[1:]]

def labels(page, lang): return [float(y) for role, x, y, w, l, words in page if role == "fact.label" and l == lang]

sample = pages(SAMPLE)
check(len(sample) == 15 and all(len(labels(p, "km")) > 2 for p in sample), "each session has its sheet", len(sample))
off = [(n + 1, labels(p, "km"), labels(p, "en")) for n, p in enumerate(sample) if labels(p, "km") != labels(p, "en")]
check(not off, "facts stand level in both languages", off[:1])

MM, set_once = 72 / 25.4, {}
for n, page in enumerate(sample, 1):
    values = {l: {round(float(x), 2) for role, x, y, w, lang, words in page if role == "fact" and lang == l} for l in ("km", "en")}
    first = {l: min(float(x) for role, x, y, w, lang, words in page if role == "fact.label" and lang == l) for l in ("km", "en")}
    check(all(len(v) == 1 for v in values.values()), f"sheet {n}: values begin at one edge", values)
    after = {l: min(values[l]) - first[l] for l in values}
    check(abs(after["km"] - after["en"]) < 0.01 and after == set_once.setdefault("after", after), f"sheet {n}: as far behind their labels' edge in both languages, on every sheet", after)
    gap = min(min(values[l]) - float(x) - float(w) for role, x, y, w, l, words in page if role == "fact.label")
    check(gap >= 3.5 * MM, f"sheet {n}: label and value stand well apart", gap / MM)
    asked = [float(y) for role, x, y, w, l, words in page if role == "prompt" and l == "en"]
    check(len(asked) == 2 and asked[1] - asked[0] > 100, f"sheet {n}: two questions, each with room of its own", asked)
tops = [sorted({float(y) for role, x, y, w, l, words in page if role == "prompt"}) for page in sample]
check(len({t[-2] for t in tops}) == 1, "what is asked second begins at one height on all sheets", tops)
far = [t[0] - max(float(y) for role, x, y, *_ in page if role == "fact") for t, page in zip(tops, sample)]
check(all(11 * MM <= d <= 17 * MM for d in far), "what is asked first follows the facts", [round(d / MM, 1) for d in far])
said = text(sastra("dump", "pages", "handouts/session-sheets", "-i", SAMPLE).stdout)
blanks = []
for page in re.split(r"^page ", said, flags=re.M)[1:]:
    second = max(float(y) for y in re.findall(r"^  text prompt [\d.]+ ([\d.]+)", page, re.M))
    ys = [float(y) for y in re.findall(r"^  rect lines [\d.]+ ([\d.]+)", page, re.M)]
    blanks.append((sum(y < second for y in ys), sum(y > second for y in ys)))
    rules = re.findall(r"^  rect facts artifact [\d.]+ ([\d.]+) ([\d.]+) ", page, re.M)
    check(len(rules) == len(re.findall(r"^  text fact\.label .* en ", page, re.M)) + 1 and all(float(w) > 480 for _, w in rules), f"sheet {len(blanks)}: a hair line parts each fact from the next, a rule ends them", rules)
check(len({b for a, b in blanks}) == 1 and min(a - b for a, b in blanks) in (0, 1), "the second question has as many lines on all sheets, the first no fewer", set(blanks))
apart = [[(float(b[2]) - float(a[2])) / MM for a, b in zip(rows, rows[1:]) if b[-1].startswith("Slides: what")] for rows in [[r for r in page if r[0] == "fact" and r[4] == "en"] for page in sample]]
check(sum(map(len, apart)) == 1 and sum(apart, [])[0] > 7.5, "one document stands apart from the next in one fact", apart)
parted = []
for page in sample:
    rows = [(role, words.strip()) for role, x, y, w, l, words in page if l == "en" and role in ("fact.label", "fact")]
    label = ""
    for (role, words), after in zip(rows, rows[1:] + [("fact.label", "")]):
        label = words if role == "fact.label" else label
        if role == "fact" and label == "Speakers" and after[0] == "fact" and not words.endswith(";"): parted.append((words, after[1]))
check(not parted, "a line's end parts no speaker from the own role", parted)
facts = [words for page in sample for role, x, y, w, l, words in page if role == "fact" and l == "en"]
check(any("Welcome note" in t for t in facts) and not any(role == "small" and "Welcome note" in words for page in sample for role, x, y, w, l, words in page), "a session's documents are among its facts", facts[:8])

for langs in ("km, en", "en", "km"):
    base = write(folder("sheets-" + langs[:2] + str(len(langs))), {k: v for k, v in files_of(SAMPLE).items() if k.startswith(("event", "programme", "documents"))})
    event = open(os.path.join(base, "event.yml"), encoding="utf-8").read()
    write(base, {"event.yml": re.sub(r"(?m)^languages:.*$", f"languages: [{langs}]", event)})
    out = os.path.join(base, "out")
    check(build(base, out, "-q", "--only", "session-sheets").returncode == 0, f"[{langs}]: builds")
    shown = [run for _, _, lines in stext(os.path.join(out, "handouts", "session-sheets.pdf")) for _, line in lines for run in line if re.search(r"\w", run.text)]
    for khmer in (True, False):
        large = {round(run.size, 1) for run in shown if run.khmer == khmer and run.size > 12}
        if ("km" if khmer else "en") in langs: check(len(large) == 1, f"[{langs}]: titles of all sessions are of one size", (khmer, large))
        facts = [(run.size, run.text) for run in shown if run.khmer == khmer and re.search("Main hall|Rapporteur|Chair of|សាលប្រជុំធំ|អ្នកកត់ត្រា", run.text) and run.size < 13]
        check((facts and min(facts)[0] >= 10 - 0.01) or not facts, f"[{langs}]: facts are of 10 pt at least", min(facts, default=None))
said = text(sastra("dump", "tree", "session-sheets", "-i", SAMPLE).stdout)
register = text(sastra("dump", "tree", "documents", "-i", SAMPLE).stdout)
marked = re.findall(r"^ +cell (.*[✓–].*)", register, re.M)
check(len(marked) > 15 and all(re.fullmatch(r'"✓"( \(.*\))?', c) for c in marked), "documents: a cell has one tick for both languages", marked[:4])
lead = re.findall(r"lead .*", register)
check(lead and "✓" not in str(lead), "documents: a tick needs no key where what is missing is a word", lead)
check(0 < said.count("(not yet received)") == register.count('"Original document') , "a document that is not there is told so on its session's sheet", (said.count("(not yet received)"), register.count('"Original document')))
done()
