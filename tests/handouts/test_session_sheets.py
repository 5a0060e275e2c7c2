#!/usr/bin/env python3
"""Session sheets: each fact of a session stands level in its two languages; a heading that just misses its measure is on one line."""
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

for n, page in enumerate(sample, 1):
    asked = [float(y) for role, x, y, w, l, words in page if role == "prompt" and l == "en"]
    check(len(asked) == 2 and asked[1] - asked[0] > 100, f"sheet {n}: two questions, each with room of its own", asked)
facts = [words for page in sample for role, x, y, w, l, words in page if role == "fact" and l == "en"]
check(any("Welcome note" in t for t in facts) and not any(role == "small" and "Welcome note" in words for page in sample for role, x, y, w, l, words in page), "a session's documents are among its facts", facts[:8])

def heading(title):
    base = write(folder("heading"), {"event.yml": "languages: [en]\nen: {title: A forum}\n",
                                     "programme.csv": f"session,day,start,end,title_en,room\nd1s01,1,08:00,09:00,{title},Hall\n"})
    return [i for p in pages(base) for i in p if i[0] == "h1"]
one, two = heading("STEM policy and national plans and the place of mentoring"), heading("STEM policy and national plans and the place of mentoring in schools of all kinds")
check(len(one) == 1 and len(two) == 2, "a heading that just misses its measure is set smaller on one line; a longer one keeps its size on two", (one, two))
said = text(sastra("dump", "tree", "session-sheets", "-i", SAMPLE).stdout)
register = text(sastra("dump", "tree", "documents", "-i", SAMPLE).stdout)
check(0 < said.count("(not yet received)") == register.count('"Original document') , "a document that is not there is told so on its session's sheet", (said.count("(not yet received)"), register.count('"Original document')))
done()
