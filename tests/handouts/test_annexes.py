#!/usr/bin/env python3
"""The annexes' tables: every count and every answer stands in one, once; a question's own words head its columns where they fit;
nothing is told of participants who are not named. Made-up answers and people, a sample."""
import csv, io, os, re, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

def rows(*lines):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(lines)
    return out.getvalue()

EVENT = "status: draft\nlanguages: [km, en]\ndates: [2023-04-04, 2023-04-05]\nen: {title: The forum}\nkm: {title: វេទិកា}\n"
PROGRAMME = "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,talk,A talk,បទបង្ហាញ\n2,08:00,09:00,d2s01,talk,Another talk,បទបង្ហាញទីពីរ\n"
LONG = [f"A rather long answer that nobody could set over a column of numbers, number {i}" for i in range(5)]

SCALE = "  - {id: how, type: scale, points: 5, low_en: not at all, high_en: very, low_km: មិនសូវ, high_km: ខ្លាំងណាស់, en: How good?, km: ល្អប៉ុណ្ណា?}\n"

def form(few=3, many=14):
    def options(words, km): return "".join(f"      - {{id: o{i}, en: \"{w}\", km: \"{km} {i}\"}}\n" for i, w in enumerate(words))
    return ("id: f\nen: {title: A form}\nkm: {title: ទម្រង់}\nprompts:\n"
            "  - {id: words, type: open, en: In words?, km: ជាពាក្យ?}\n"
            "  - id: few\n    type: choice\n    en: Which?\n    km: មួយណា?\n    options:\n" + options([f"Short {i}" for i in range(few)], "ខ្លី") +
            "  - id: long\n    type: choice\n    en: And which?\n    km: ហើយមួយណា?\n    options:\n" + options(LONG, "វែង") +
            "  - id: many\n    type: choices\n    en: Which of many?\n    km: មួយណាខ្លះ?\n    options:\n" + options([f"One {i}" for i in range(many)], "មួយ") +
            "themes:\n  - {id: time, en: Time, km: ពេលវេលា, words_en: [hours]}\n")

def sheet(i):
    """Sheets 0 to 3 are in both languages, 4 to 8 in one."""
    km, en = i % 2 == 0, i % 2 == 1
    said = "" if i > 8 else f"ចម្លើយទី{i}" if km else f"The answer {i}, with hours" if i == 5 else f"The answer {i}"
    other = f"Translated {i}" if i < 4 and km else f"បកប្រែទី{i}" if i < 4 else ""
    return [i + 1, "d1s01" if i < 12 else "d2s01", "km" if km else "en", "teacher", said, f"o{i % 3}", f"o{i % 5}", f"o{i % 14}",
            other if en else "", other if km else "", "yes", "yes"]

HEAD = ["form_no", "session", "lang", "role", "words", "few", "long", "many", "words_km", "words_en", "quote_ok", "legible"]
BASE = {"event.yml": EVENT, "programme.csv": PROGRAMME, "forms/f.yml": form(), "reflections/f.csv": rows(HEAD, *map(sheet, range(24)))}

def made(name, files, document="report.en"):
    base = write(folder(name), files)
    return base, text(sastra("dump", "tree", document, "-i", base).stdout)

def part(tree, heading):
    """Rows of cells of the table under a heading; *: the cell goes over the whole table."""
    at = tree.index(" table ", tree.index(heading))
    end = re.search(r"\n +(?:pair|h[1-4])\b", tree[at + 1:])
    below = tree[at:at + 1 + end.start()] if end else tree[at:]
    def cell(line): return " | ".join(re.findall(r'"(.*?)"', line)) + ("*" if " across " in line else "")
    return [[cell(c) for c in re.findall(r"\n +cell\b(.*)", row)] for row in re.split(r"\n +row\b", below)[1:]]

# -- questions ---------------------------------------------------------------------------------------------------------
base, en = made("annexes", BASE)
annex = en[en.rindex("#annex-results-f "):]
few = part(annex, '"2. Which?"')
check(few[0] == ["24 of 24 answered", "Answers", "Short 0", "Short 1", "Short 2"], "the options' words head their columns", few[0])
check(few[1:3] == [["All", "24", "8", "8", "8"], ["Per cent", "", "33", "33", "33"]], "all sheets: count and per cent", few[1:3])
ways = [r[0] for r in few[3:] if r[0].endswith("*")]
check(ways == ["By session*", "By day*", "By language*"], "groups of rows in one table", ways)
by = {r[0]: r[1:] for r in few[3:]}
check(by.get("1.1 A talk") == ["12", "4", "4", "4"] == by.get("2.1 Another talk") and by.get("Khmer") == ["12", "4", "4", "4"], "each with its counts", by)
long = annex[annex.index('"3. And which?"'):annex.index('"4. Which of many?"')]
above, shown = re.findall(r' low "(\(a\)[^"]*)"', long), re.findall(r'caption en "([^"]*)"', long)
check(shown == above == [" · ".join(f"({c}) {w}" for c, w in zip("abcde", LONG))] and all(long.count(w) == 2 for w in LONG),
      "words too long for a column stand in a key above the table, and once more where it goes on", (shown, above))
lettered = part(annex, '"3. And which?"')
check(lettered[0][2:] == ["(a)", "(b)", "(c)", "(d)", "(e)"] and lettered[1] == ["All", "24", "5", "5", "5", "5", "4"], "letters head the columns", lettered[:2])
many = part(annex, '"4. Which of many?"')
check(many[0] == ["Answer", "Count", "Per cent"] and [r[0] for r in many[1:]] == [f"One {i}" for i in range(14)] and many[1] == ["One 0", "2", "8"], "more than a table has columns: listed, one a row", many)
both = text(sastra("dump", "tree", "report", "-i", base).stdout)
both = both[both.rindex("#annex-results-f "):]
check(part(both, '"2. Which?"')[1] == ["ទាំងអស់ |  ·  | All", "24", "8", "8", "8"], "one numeral a cell in both languages", part(both, '"2. Which?"')[1])
check(part(both, '"2. Which?"')[0][2] == "ខ្លី 0 | Short 0", "words in both", part(both, '"2. Which?"')[0])
names = [r[0] for q in ("2. Which?", "3. And which?", "4. Which of many?") for r in part(both, f'"{q}"')[1:]]
check(len(names) > 20 and all(" |  · " in n for n in names), "names of rows stand in both languages on one line, in all tables", names)
check("១.១ |  · | 1.1" in [n.replace("·  |", "· |") for n in names] and both.count('"Sessions: 1.1 A talk; 2.1 Another talk."') == 1, "a session by its number; the titles once", names)
check(part(both, '"4. Which of many?"')[0] == ["ចម្លើយ | Answer", "ចំនួន | Count", "ភាគរយ | Per cent"], "a list whose names are in both languages goes down the measure", part(both, '"4. Which of many?"')[0])

# -- answers -----------------------------------------------------------------------------------------------------------
answers = part(both, '"1. In words?"')
check(answers[0] == ["លេខ", "ចម្លើយ (បានឆ្លើយ ៩ ក្នុងចំណោម ២៤)", "No.", "Answer (9 of 24 answered)"], "each column of either half has its head", answers[0])
check(answers[1:3] == [["ពេលវេលា |  ·  | Time · 1*"], ["៦", "(មិនទាន់បានបកប្រែ)", "6", "The answer 5, with hours"]], "an answer under its theme", answers[1:3])
check(answers[4] == ["១", "ចម្លើយទី0", "1", "Translated 0"] and answers[5] == ["២", "បកប្រែទី1", "2", "The answer 1"], "translated ones side by side", answers[4:6])
check(answers[8:] == [["៥", "ចម្លើយទី4", "5", "(not yet translated)"], ["៧", "ចម្លើយទី6", "7", "(not yet translated)"],
                      ["៨", "(មិនទាន់បានបកប្រែ)", "8", "The answer 7"], ["៩", "ចម្លើយទី8", "9", "(not yet translated)"]],
      "the others come last, each under its own language's head; the other column says why it is empty", answers[8:])
one = part(annex, '"1. In words?"')
flat = [c for r in one for c in r]
check(flat[flat.index("5") + 1] == "ចម្លើយទី4 |   | (not yet translated)", "in a document of one language an answer in another says so, its number in the document's digits", one)
above = text(sastra("dump", "tree", "report", "-i", base).stdout)
above = above[above.rindex("#annex-results "):above.rindex("#annex-results-f ")]
check(above.count("The number after a theme counts the answers listed under it") == 1 and en.count("The number after a theme counts") == 1, "what a theme's number counts is said, once")
def stars(tree):
    tree = tree[tree.rindex("#annex-results-f "):]
    return tree.count("* Suggested by key words"), len(re.findall(r'"\d+ \+ \d+\*"', tree))
check(stars(en) == (1, 1), "a number that key words add to has its star, and the star is explained", stars(en))
whole = text(sastra("dump", "tree", "report", "-i", base).stdout)
check(re.search(r'side en\n +detail en "\* Suggested by key words[^"|]*"\n', whole), "in two languages each explains it in its own column", re.findall(r".*Suggested by.*", whole)[-1:])
NAMED = rows(HEAD + ["theme"], *[sheet(i) + ["time"] for i in range(24)])
base_named, tree = made("annexes-named", dict(BASE, **{"reflections/f.csv": NAMED}))
check("#annex-results-f" in tree and "Time" in tree and stars(tree) == (0, 0), "no star stands there that explains none", stars(tree))
single = part(annex, '"1. In words?"')
flat = [c for r in single[1:] for c in r]
check(all(sum(f"{w} {i}" in c or f"ទី{i}" in c for c in flat) == 1 for i, w in [(i, "Translated" if i < 4 and i % 2 == 0 else "The answer") for i in range(9)]),
      "each answer once in one language", single)

# -- columns of one kind, groups in one piece --------------------------------------------------------------------------
def alike(files, name):
    """The x of each number's right edge in a row of all sheets, and how many lines the deepest head over numbers has."""
    base = write(folder(name), files)
    found = []
    for doc in ("report", "report.km", "report.en"):
        pages = text(sastra("dump", "pages", doc, "-i", base).stdout)
        rules = [i for i, l in enumerate(pages.split("\n")) if "rect table artifact" in l and " 0.800 " in l]
        lines = pages.split("\n")
        for i in rules:
            head = []
            for l in lines[i + 1:]:
                if "rect table artifact" in l: break
                if m := re.match(r'  text cell (?:artifact )?(\S+) (\S+) (\S+) .*?"(.*)"', l): head.append((round(float(m[1]) + float(m[3]) - 2.5 * m[4].endswith(" "), 0), float(m[2]), m[4]))
            found.append((doc, head))
    return found

WIDE = ["Hours", "Material", "Recognition", "Visits"]
def choice(words): return "".join(f"      - {{id: o{i}, en: {w}, km: ពាក្យ {i}}}\n" for i, w in enumerate(words))
KINDS = ("id: f\nen: {title: A form}\nkm: {title: ទម្រង់}\nprompts:\n" + SCALE.replace("how", "scale") +
         "  - id: few\n    type: choice\n    en: Which?\n    km: មួយណា?\n    options:\n" + choice(WIDE))
def kind(i): return [i + 1, "d1s01" if i < 12 else "d2s01", "km" if i % 2 else "en", "teacher", i % 5 + 1, f"o{i % 4}", "yes", "yes"]
FEW = rows(["form_no", "session", "lang", "role", "scale", "few", "quote_ok", "legible"], *map(kind, range(24)))
base_kinds, tree = made("annexes-kinds", dict(BASE, **{"forms/f.yml": KINDS, "reflections/f.csv": FEW}), "report")
scale = tree[tree.rindex('"1. How good?"'):tree.rindex('"2. Which?"')]
check(part(scale + "\n h3", '"1. How good?"')[0][2:] == [f"{k} | {e}" for k, e in zip("១២៣៤៥", "12345")], "a scale's points stand over its columns, in numbers alone", part(scale + "\n h3", '"1. How good?"')[0])
check('caption "១ (មិនសូវ) · ៥ (ខ្លាំងណាស់)" | "1 (not at all) · 5 (very)"@en' in scale, "the words of its ends above the table", re.findall("caption.*", scale))
tables = [t for t in alike(dict(BASE, **{"forms/f.yml": KINDS, "reflections/f.csv": FEW}), "annexes-kinds") if any(h[2].startswith(("ចម្លើយ", "Answers")) for h in t[1])]
uneven, deep = [], []
for doc, head in tables:
    lefts = sorted({x for x, _, _ in head})
    firsts = [h for h in head if h[1] == min(y for _, y, _ in head)][1:]
    steps = [b[0] - a[0] for a, b in zip(firsts, firsts[1:])]
    if max(steps) - min(steps) > 3: uneven.append((doc, steps))
    if len({y for _, y, _ in head}) > (4 if doc == "report" else 2): deep.append((doc, head))
check(len(tables) >= 6 and not uneven, "columns of numbers are of one width, in each edition", (len(tables), uneven))
check(not deep, "no head over them is deeper than two lines a language", deep[:1])

# Fourteen sessions: a table fills most of a page, and a page ends in many places.
MANY = {"programme.csv": "day,start,end,session,type,title_en,title_km\n" + "".join(
            f"{d},{8 + i:02}:00,{8 + i:02}:50,d{d}s{i:02},talk,What mentors learn from watching lesson {i},អ្វីដែលគ្រូប្រឹក្សារៀនពីការសង្កេត {i}\n" for d in (1, 2) for i in range(1, 8)),
        "reflections/f.csv": rows(["form_no", "session", "lang", "role", "scale", "few", "quote_ok", "legible"], *[
            [i + 1, f"d{i % 14 // 7 + 1}s{i % 7 + 1:02}", "km" if i % 28 < 14 else "en", "teacher", i % 5 + 1, f"o{i % 4}", "yes", "yes"] for i in range(168)])}
parted, torn, seen = [], [], 0
for filler in range(2, 30, 3):
    notes = {"annexes/a.en.md": "# Before\n\n" + "A made-up paragraph.\n\n" * 3, "forms/f.yml": KINDS, **MANY,
             "documents.csv": "session,title_en,title_km\n" + "".join(f"d1s01,Document {i},ឯកសារ {i}\n" for i in range(filler))}
    base_ = write(folder("annexes-parted"), dict(BASE, **notes))
    for doc in ("report", "report.km", "report.en"):
        annex = False
        for page in re.split(r"(?m)^page ", text(sastra("dump", "pages", doc, "-i", base_).stdout)):
            body = [l for l in page.split("\n") if re.match(r"  text (?!root)", l)]
            annex |= any("text h1" in l and ("Form results" in l or "លទ្ធផលទម្រង់" in l or "លទ្ធផល" in l) for l in body)
            if annex and body and re.match(r"  text (lead|h[1-5])", body[-1]) and "  rect lines " not in page: torn.append((filler, doc, body[-1]))
            seen += sum("By session" in l or "តាមវគ្គ" in l for l in body)
            top = page.split("\n")[1:]
            top = top[next((i for i, l in enumerate(top) if re.match(r"  text (?!root)", l)), len(top)):]
            rule = next((i for i, l in enumerate(top) if " 0.500 " in l), 0)
            if rule and top[0].startswith("  text cell") and any("Answers" in l or "ចម្លើយ" in l for l in top[:rule]):
                first = next((l for l in top[rule:] if l.startswith("  text cell")), "")
                if not re.search('"(By |តាម)', first): parted.append((filler, doc, first))
            small = [i for i, l in enumerate(body) if re.match(r"  text small", l) and ("put together" in l or "បូកបញ្ចូលគ្នា" in l)]
            if small and not any(re.match(r"  text h1", l) for l in body[:small[0]]): torn.append((filler, doc)) # with its own heading; a part may begin overleaf
check(seen >= 40 and not parted, "no page ends in a group of a form's table", (seen, parted[:4]))
check(not torn, "words under a heading stand with the table that follows them", torn[:4])

# sheets as they came, not by their numbers
mixed = [sheet(i) for i in (9, 7, 2, 11, 8, 0, 3, 1, 10, 6, 5, 4)]
for r in mixed: r[0] += 5
base_mixed, tree = made("annexes-mixed", dict(BASE, **{"reflections/f.csv": rows(HEAD, *mixed)}), "report")
listed = [r[0] for r in part(tree[tree.rindex("#annex-results-f "):], '"1. In words?"')[1:] if len(r) > 1]
check(listed == ["១១", "៦", "៧", "៨", "៩", "១០", "១២", "១៣", "១៤"], "answers stand by their sheets' numbers, as numbers, those in both languages first", listed)

# -- participants ------------------------------------------------------------------------------------------------------
def people(unnamed, unknown=0):
    """Org A: six named, four of them women; B: two named; so many who are not."""
    head = "id,name_en,name_km,role_en,role_km,organization,sex,consent_name,consent_photo".split(",")
    list_ = [["F" if i % 3 else "M", "A"] for i in range(6)] + [["F", "B"], ["M", "B"]]
    for i in range(unknown): list_[i][0] = ""
    return rows(head, *[[f"p{i}", f"Person {chr(65 + i)}", f"មនុស្ស {chr(65 + i)}", "", "", org, sex, "yes", ""] for i, (sex, org) in enumerate(list_)],
                *[[f"u{i}", f"Hidden {chr(65 + i)}", f"លាក់ {chr(65 + i)}", "", "", "A", "F", "", ""] for i in range(unnamed)])

def organizations(name, *args):
    base, tree = made(name, {"event.yml": EVENT, "participants.csv": people(*args)})
    for document in ("report", "report.km", "report.en"):
        said = tree if document == "report.en" else text(sastra("dump", "tree", document, "-i", base).stdout)
        named = set(re.findall("(?:Person|មនុស្ស) ([A-Z])\\b", said))
        check(named == set("ABCDEFGH") and "Hidden" not in said and "លាក់" not in said, f"{name}: {document} names those who agreed, and nobody else", sorted(named))
    found = part(tree[tree.rindex("#annex-participants"):], "#annex-participants")
    return found[0], found[1:found.index(["No.", "Name", "Role", "Organization"])]
HEADS = ["Organization", "Total", "Women"]
told = organizations("people-5", 5)
check(told == (HEADS, [["A", "6", "4"], ["B", "2", "–"], ["named below", "8", "–"], ["not named", "5", "–"], ["Total", "13", "10"]]), "of those who are named, by organization; what adds them up ends the list, the total last", told)
told = organizations("people-2", 2)
check(told == (HEADS, [["A", "6", "–"], ["B", "2", "–"], ["named below", "8", "–"], ["not named", "2", "–"], ["Total", "10", "7"]]), "few who are not named: their sex is not to be worked out", told)
told = organizations("people-unknown", 0, 1)
check(told == (HEADS, [["A", "6", "–"], ["B", "2", "–"], ["Total", "8", "5"]]), "where somebody's sex is not known, no number of women", told)
head = "id,name_en,name_km,organization,sex,consent_name,consent_photo".split(",")
base, tree = made("people-many", {"event.yml": EVENT, "participants.csv": rows(head, *[[f"p{i}", f"Person {i}", f"មនុស្ស {i}", "AB"[i % 2], "FM"[i // 2 % 2], "yes" if i < 24 else "", ""] for i in range(36)])})
told = part(tree[tree.rindex("#annex-participants"):], "#annex-participants")[1:6]
check(told == [["A", "12", "6"], ["B", "12", "6"], ["named below", "24", "12"], ["not named", "12", "6"], ["Total", "36", "18"]], "where every group tells its women, their sums do", told)

ORGS = ["B"] + [""] * 4 + ["A"] * 2 + ["C"] * 3 + ["D"]
base, tree = made("annexes-order", {"event.yml": EVENT, "participants.csv": rows("id,name_en,name_km,organization,sex,consent_name,consent_photo".split(","),
    *[[f"p{i}", f"Person {chr(65 + i)}", f"មនុស្ស {chr(65 + i)}", o, "F", "yes", ""] for i, o in enumerate(ORGS)])})
found = part(tree[tree.rindex("#annex-participants"):], "#annex-participants")
found = found[1:next(i for i, r in enumerate(found) if "Name" in r)]
listed = [r[:2] for r in found]
check(listed == [["C", "3"], ["A", "2"], ["B", "1"], ["D", "1"], ["not stated", "4"], ["Total", "11"]], "organizations by how many came from each, ties as they are listed, those not stated last", listed)

# -- lists of figures and tables ---------------------------------------------------------------------------------------
tables = "# A talk\n\n" + "".join(f"| a | b |\n|---|---|\n| {i} | 1 |\n\nTable: Counted, part {i}\n\n" for i in range(3))
base, en = made("annexes-lists", {"event.yml": EVENT, "programme.csv": PROGRAMME, "sessions/d1s01-a.en.md": tables, "summaries/acknowledgements.en.md": "Thanks.\n"})
entries = re.findall(r'toc-item en 1 "(.*?)"', en)
check("Tables" in entries and re.search(r'h1 (?:en )?#list-of-tables ', en), "the list of tables is a chapter that the contents name", entries)

# -- coverage, acronyms, dates -----------------------------------------------------------------------------------------
notes = {"sessions/d1s01-a.en.md": "# A talk\n\nOne.\n\nTwo.\n", "sessions/d1s01-a.km.md": "# បទបង្ហាញ\n\nមួយ។\n\nពីរ។\n", "summaries/foreword.en.md": "Words.\n"}
terms = "term_en,term_km,acronym,note\n" + "".join(f"Term {w},ពាក្យ {w},{w},\n" for w in ("AA", "BB", "CC"))
documents = "session,title_en,title_km,received,translated_en,translated_km,file\nd1s01,Slides,ស្លាយ,2023-03-16,yes,no,\n"
base, tree = made("coverage", {"event.yml": EVENT, "programme.csv": PROGRAMME, "glossary.csv": terms, "documents.csv": documents, **notes})
table = part(tree[tree.rindex("#annex-method"):], "#annex-method")
check([r[0] for r in table] == ["Note", "Foreword", "1.1 A talk", "Total"], "notes by their titles, then all of them", table)
check([r[1:6] for r in table[1:]] == [["–", "✓", "", "1"], ["✓", "✓", "3", ""], ["1", "2", "3", "1"]], "nothing is left empty, and no column is of nothing", table)
short = part(tree[tree.rindex("#acronyms"):], "#acronyms")
check(short[1:] == [["AA", "Term AA"], ["BB", "Term BB"], ["CC", "Term CC"]], "a short list of acronyms, one a row", short)
said = text(sastra("dump", "pages", "report", "-i", base).stdout)
km, en_, below = [float(re.search(rf'text cell \S+ (\S+) .*"{w}"', said)[1]) for w in ("AA", "Term AA", "BB")]
beside, column = [float(re.search(rf'text cell (\S+) (\S+) .*"CC"', said)[i]) for i in (2, 1)]
check(beside == km and column > 200, "on paper two of them stand on a line, down the left half and down the right one", (beside, km, column))
check(below - en_ > en_ - km + 3.5, "an entry is farther from the next than its languages from each other", (km, en_, below))
out = os.path.join(folder("coverage-out"), "out")
check(build(base, out, "-q", "--only", "report,documents").returncode in (0, 1), "builds")
for name in ("report.pdf", "handouts/documents.pdf"):
    lines = text(subprocess.run(["pdftotext", "-layout", os.path.join(out, name), "-"], capture_output=True).stdout)
    check(re.search(r"ថ្ងៃទី១៦\s+ខែមីនា\s+ឆ្នាំ២០២៣", lines) and "\n" not in re.search(r"ថ្ងៃទី១៦\s+ខែមីនា\s+ឆ្នាំ២០២៣", lines)[0], f"{name}: a date stands on one line")
# A term says something by its other language or its meaning; one with neither is in no glossary.
for languages, terms, want in (("[en]", "mulch,,\nNew School,NS,\n", []), ("[en]", "mulch,,straw on a bed\ncompost,,\n", ["mulch"]), ("[km, en]", "mulch,,\ncompost,,leaves\n", ["compost"])):
    base = write(folder("glossary"), {**SMALL, "event.yml": SMALL["event.yml"].replace("[km, en]", languages), "glossary.csv": "term_en,acronym,meaning_en\n" + terms})
    tree = text(sastra("dump", "tree", "report", "-i", base).stdout)
    part = (re.split(r"\n    h1 (?:\w\w )?#glossary", tree) + [""])[1].split("\n  sect")[0]
    check(sorted(t for t in ("mulch", "compost") if f'"{t}"' in part) == want and ("#glossary" in tree) == bool(want), f"a glossary of {languages}: {want}", part[:500])
done()
