#!/usr/bin/env python3
"""Everything that was typed is accounted for: 2,000 rows with bad ones among them, counted here and in the documents."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sample"))
from lib import *
import sheets

def number(s): return int(s.replace(",", ""))

def times(told, code):
    """How often a complaint was told; the same one many times is told together."""
    return sum(1 + sum(int(n) for n in re.findall(r"and (\d+) more like this", p["en"])) for p in told if p["code"] == code)

def block(tree, heading):
    """What stands under a heading, up to the next."""
    at = tree.index(heading)
    return tree[at:tree.index(" h3 ", at)] if " h3 " in tree[at:] else tree[at:]

def counts(part):
    """Answer → count: a prompt's table names the answers in its head, or marks them there and names them above, and counts all
    sheets in its first row."""
    head, all_sheets = re.split(r"\n +row\b", re.split(r"\n +table ", part)[1])[1:3]
    words, numbers = (re.findall(r'cell(?: en)? "([^"]*)"', row) for row in (head, all_sheets))
    key = re.search(r'\n +caption[^"\n]*"([^"]*)"', part)
    named = dict(re.match(r"(\(\w\)|\d+)(?: (.*))?$", one).groups() for one in key[1].split(" · ")) if key else {}
    return {named.get(a) or a: number(n) for a, n in zip(words[2:], numbers[2:])} if numbers[0] == "All" else {}

for seed in (1, 2, 3):
    files, truth = sheets.files(2000, seed)
    base, out = write(folder("totals"), files), os.path.join(folder("totals-out"), "out")
    r = build(base, out, "-q", "--only", "report.en,reflections-digest")
    if not check(r.returncode == 0, f"{seed}: builds", text(r.stderr)[-300:]): continue
    tree, digest = (text(sastra("dump", "tree", d, "-i", base).stdout) for d in ("report.en", "reflections-digest"))
    told = problems(out)
    # A row that repeats the head is no form that anybody handed in.
    lines = (f"{truth['counted']:,} forms received, {truth['counted']:,} read and counted.",
             f"Empty rows in the tables, not counted as forms: {truth['blank']}. "
             f"Answers not counted, since the form has no such point or choice: {truth['out']}.")
    # … in its chapter, and what is left out in the annex of the method
    chapter, method = tree[:tree.rindex(" #annex-method")], tree[tree.rindex(" #annex-method"):]
    check(chapter.count(f"lead en \"{lines[0]}") == 1 and len(re.findall(f'p en "[^"]*: {re.escape(lines[1])}', method)) == 1 and lines[1] not in chapter, f"{seed}: the report says what became of every row", re.findall(r"[\d,]+ forms came in[^\"]*", tree)[:1])
    opened = re.search(r".* #reflections-comments.*?\n +detail en \"[^\"]*How answers were counted and how the charts are read: annex ([A-Z])", chapter, re.S)
    check(opened and f"Annex {opened[1]}: Method" in tree and "light grey band" in method and "light grey band" not in chapter, f"{seed}: the chapter leads to how they were counted", opened and opened[1])
    # A row with an answer off the scale may also be one whose cells have moved: it is counted, told, and not quoted.
    doubtful, quotable = times(told, "csv-shifted"), number(re.search(r"may be quoted: ([\d,]+)", digest)[1])
    check(lines[0] in digest and lines[1] not in digest and doubtful <= 5 and truth["quotable"] - doubtful <= quotable <= truth["quotable"], f"{seed}: so does the digest",
          f"{quotable} of {truth['quotable']}, {doubtful} doubtful")
    check(truth["rows"] == truth["counted"] + truth["blank"] + truth["head"], f"{seed}: which is all of them")
    check(times(told, "reply-repeats-head") == truth["head"], f"{seed}: rows left out are told", times(told, "reply-repeats-head"))
    blank = sum(number(re.search(r"[\d,]+", p["en"])[0]) for p in told if p["code"] == "reply-blank")
    check(blank == truth["blank"], f"{seed}: blank rows are told", blank)
    out_told = sum(times(told, c) for c in ("answer-range", "answer-option", "answer-option-near", "answer-yesno"))
    check(out_told == truth["out"], f"{seed}: answers that cannot be counted are told", out_told)
    annex = tree[tree.rindex(" #annex-results-comments "):]
    scale = counts(block(annex, '"2. How useful was it?"'))
    check([scale.get(k) for k in ("(not at all)", "2", "3", "4", "(very)")] == [truth["scale"][k] for k in range(1, 6)], f"{seed}: the scale adds up", (scale, truth["scale"]))
    check(counts(block(annex, '"3. What would help you?"')) == {o[1]: truth["options"][o[0]] for o in sheets.OPTIONS}, f"{seed}: so do the options", counts(block(annex, '"3. What would help you?"')))
    check(counts(block(annex, '"4. Will you try something?"')) == {"Yes": truth["yes"], "No": truth["no"]}, f"{seed}: and yes and no")
    check(f"{truth['q1']:,} of {truth['counted']:,} answered" in annex and f"{truth['q5']:,} of {truth['counted']:,} answered" in annex, f"{seed}: and the open ones")
done()
