#!/usr/bin/env python3
"""One file that holds both languages becomes the pair that a person would make; a note in one language stays one. All texts are made up."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *
import word_file

K = ["គ្រូប្រឹក្សាម្នាក់បានជួបគ្រូថ្មីរៀងរាល់សប្តាហ៍នៅសាលារៀន។", "ការប្រជុំទាំងនោះមានរយៈពេលមួយម៉ោង ហើយអ្នកទាំងអស់បានចូលរួម។",
     "គម្រោង STEM នឹងបន្តនៅឆ្នាំក្រោយ ប្រសិនបើមានថវិកា។", "នាយកសាលាបានបង្ហាញបន្ទប់ពិសោធន៍ថ្មីដល់ភ្ញៀវទាំងអស់។"]
E = ["A mentor met the new teachers every week at the school.", "These meetings took one hour, and all of them took part.",
     "The STEM project goes on next year if there is money for it.", "The head of the school showed the new laboratory to all guests."]
# name → what the file holds, and the rows of the report: heading, paragraphs … of each language beside each other
PAIRS = {
    "paragraphs in turn": (f"# ការប្រឹក្សា\n\n# Mentoring\n\n{K[0]}\n\n{E[0]}\n\n{K[1]}\n\n{E[1]}\n\n{K[2]}\n\n{E[2]}\n", 3),
    "two halves behind a rule": (f"# ការប្រឹក្សា\n\n{K[0]}\n\n{K[1]}\n\n{K[2]}\n\n{K[3]}\n\n---\n\n# Mentoring\n\n{E[0]}\n\n{E[1]}\n\n{E[2]}\n\n{E[3]}\n", 4),
    "two halves under their languages": (f"# ការប្រឹក្សា / Mentoring\n\n## English\n\n{E[0]}\n\n{E[1]}\n\n## ភាសាខ្មែរ\n\n{K[0]}\n\n{K[1]}\n", 2),
    "a table with a language a column": (f"| ភាសាខ្មែរ | English |\n|---|---|\n| **ការប្រឹក្សា** | **Mentoring** |\n" + "".join(f"| {k} | {e} |\n" for k, e in zip(K, E)), 4),
    "lines that hold both": (f"# ការប្រឹក្សា / Mentoring\n\n{K[0]} / {E[0]}\n\n{K[1]}\\\n{E[1]}\n\n{K[2]} / {E[2]}\n", 3),
    "each under its language's name": ("# ការប្រឹក្សា / Mentoring\n\n" + "".join(f"**ខ្មែរ៖** {k}\n\n**English:** {e}\n\n" for k, e in zip(K, E)), 4),
    "each behind its language's letters": ("# ការប្រឹក្សា / Mentoring\n\n" + "".join(f"KH: {k}\n\n[EN] {e}\n\n" for k, e in zip(K, E)), 4),
    "a title in brackets": (f"# ការប្រឹក្សា (Mentoring)\n\n{K[0]}\n\n{E[0]}\n\n{K[1]}\n\n{E[1]}\n\n{K[2]}\n\n{E[2]}\n", 3),
    "sections in turn with lists": (f"# ការប្រឹក្សា / Mentoring\n\n## បញ្ហា\n\n{K[0]}\n\n- {K[1]}\n- {K[2]}\n\n## Key issues\n\n{E[0]}\n\n- {E[1]}\n- {E[2]}\n\n"
                                    f"## ផ្លូវទៅមុខ\n\n{K[3]}\n\n## Way forward\n\n{E[3]}\n", 3),
}
ONE = {
    "one English paragraph": f"# ការប្រឹក្សា\n\n{K[0]}\n\n{K[1]}\n\n{E[1]}\n\n{K[2]}\n\n{K[3]}\n",
    "English headings over Khmer": f"# ការប្រឹក្សា\n\n## Key issues\n\n{K[0]}\n\n## Discussion\n\n{K[1]}\n\n## Way forward\n\n{K[2]}\n",
    "quotations in English": f"# ការប្រឹក្សា\n\n{K[0]}\n\n> {E[0]}\n\n{K[1]}\n\n> {E[1]}\n\n{K[2]}\n",
    "a glossary": "# វាក្យសព្ទ\n\n" + K[0] + "\n\n| Term | ពាក្យ |\n|---|---|\n| mentor | គ្រូប្រឹក្សា |\n| school visit | ទស្សនកិច្ច |\n",
    "terms in brackets": "# ការប្រឹក្សា (Mentoring)\n\nការប្រឹក្សា (mentoring) និងការបង្វឹក (coaching) ជាកិច្ចការពីរផ្សេងគ្នា។\n\n" + K[1] + "\n\n" + K[2] + "\n",
    "terms in brackets behind sentences": "# ការប្រឹក្សា\n\n" + "".join(f"{k} (Professional Learning Community)\n\n" for k in K),
    "English with names in Khmer": f"# Mentoring\n\n{E[0]}\n\n- លោកគ្រូ ក\n- អ្នកគ្រូ ខ\n\n{E[1]}\n\n{E[2]}\n",
}
BASE = {n: SMALL[n] for n in ("event.yml", "programme.csv")}

def made(name, files):
    """The tree's session section, and what was told."""
    base = write(folder(re.sub(r"\W+", "-", name)), dict(BASE, **files))
    r = sastra("dump", "tree", "report", "-i", base, "--lang", "en")
    part = re.split("h2 (?:km )?#d1s01", text(r.stdout), maxsplit=1)[-1].split("#annex-method")[0]
    return part, text(sastra("check", "-i", base, "--lang", "en").stdout)

def pairs_of(part):
    """Texts of side km and side en of each pair that holds notes' text."""
    found = []
    for pair in re.split(r"\n +pair\n", part)[1:]:
        km, _, en = pair.partition("side en")
        both = [re.findall(r' (?:p|item|quote)? ?(?:km|en) "(.*?)"', side) for side in (km, en)]
        if any(any(t in K + E for t in side) for side in both): found.append([[t for t in side if t in K + E] for side in both])
    return found

def docx(body):
    """The same as Word has it: styles for headings and quotations, numbered lists, tables, a line break in a run."""
    break_ = lambda t: "<w:br/>".join(word_file.r(x) for x in t.split("\\\n")).replace("</w:r><w:br/><w:r>", "</w:r><w:r><w:br/></w:r><w:r>")
    bold = lambda t: word_file.p(word_file.r(t.strip("*"), "<w:b/>")) if t.startswith("**") else word_file.p(t)
    def part(t):
        if t.startswith("|"):
            rows = [[c.strip() for c in l.strip("|").split("|")] for l in t.splitlines() if not l.startswith("|--")]
            return word_file.table(*(word_file.row(*(word_file.cell(bold(c)) for c in cells)) for cells in rows))
        if t.startswith("- "): return "".join(word_file.item(l[2:]) for l in t.splitlines())
        if t == "---": return word_file.p("", "", '<w:pBdr><w:bottom w:val="single"/></w:pBdr>')
        for mark, style in (("### ", "Kapitel"), ("## ", "berschrift2"), ("# ", "berschrift1"), ("> ", "Zitat")):
            if t.startswith(mark): return word_file.p(t[len(mark):], style)
        if t.startswith("**"): return word_file.p(word_file.r(t.split("**")[1], "<w:b/>") + word_file.r(t.split("**")[2]))
        return word_file.p(break_(t))
    return word_file.word("".join(part(t) for t in body.strip().split("\n\n")))

for name, (body, rows) in PAIRS.items():
    for ending, as_typed in ((".md", body), (".en.md", body)) + ((".docx", docx(body)),):
        part, told = made(name + ending, {"sessions/d1s01-mentoring" + ending: as_typed})
        got = pairs_of(part)
        check(len(got) == rows and all(len(km) == len(en) and [K.index(t) for t in km] == [E.index(t) for t in en] for km, en in got),
              f"{name}, {ending}: paired", got)
        check('"ការប្រឹក្សា" |' in part.splitlines()[0] and '"Mentoring"@en' in part.splitlines()[0], f"{name}, {ending}: a heading in both", part[:300])
        check(told.count("[note-both]") == 1 and not re.search(r"\[(pair-alone|note-partner|name-language|note-not-\w+)", told), f"{name}, {ending}: told once, and nothing else", told)
for name, body in ONE.items():
    for ending, as_typed in ((".md", body),) + ((".docx", docx(body)),):
        part, told = made(name + ending, {"sessions/d1s01-mentoring" + ending: as_typed})
        check("[note-both]" not in told and "[note-partner]" in told and all(t in part for t in K + E if t in body), f"one language, {ending}: {name}", told)
body = PAIRS["paragraphs in turn"][0]
part, told = made("beside", {"sessions/d1s01-mentoring.km.md": body, "sessions/d1s01-mentoring.en.md": f"# Mentoring\n\n{E[0]}\n"})
check("[note-both]" not in told and told.count("[note-both-beside]") == 1 and all(t in part for t in K[:3] + E[:3]), "a file of the other language beside: not split, told, nothing lost", told)
part, told = made("monolingual", {"event.yml": SMALL["event.yml"].replace("[km, en]", "[km]"), "sessions/d1s01-mentoring.md": body})
check("[note-both]" not in told and all(t in part for t in K[:3] + E[:3]), "an event in one language: one note, nothing lost", told)
base = write(folder("attached"), dict(BASE, **{"sessions/d1s01-mentoring.md": body}))
out = os.path.join(FOLDER, "attached-out")
r = build(base, out, "--only", "report")
names = text(subprocess.run(["pdfdetach", "-list", out + "/report.pdf"], capture_output=True).stdout)
check(names.count("d1s01-mentoring.md") == 1, "the file is attached once", names)
for ending, data in ((".md", "| ល.រ | ខ្មែរ | English |\n|---|---|---|\n" + "".join(f"| {i} | {k} | {e} |\n" for i, (k, e) in enumerate(zip(K, E), 1))),
                     (".docx", word_file.word(word_file.table(*(word_file.row(*map(word_file.cell, cells)) for cells in [("ល.រ", "ខ្មែរ", "English"), *((str(i), k, e) for i, (k, e) in enumerate(zip(K, E), 1))]))))):
    part, told = made("three columns" + ending, {"sessions/d1s01-mentoring" + ending: data})
    cells = [re.sub(r'^ +cell (?:\w+ )?|(?:@en)? \(.*$', "", l) for l in part.splitlines() if re.match(" +cell ", l)]
    wanted = ['"ល.រ"', '"ខ្មែរ" | "English"'] + [t for i, (k, e) in enumerate(zip(K, E), 1) for t in (f'"{i}"', f'"{k}" | "{e}"')]
    check(told.count("[note-both]") == 1 and cells == wanted, f"a language a column beside one of numbers, {ending}: one table for both", part)
plain = write(folder("plain"), dict(BASE, **{"sessions/d1s01-mentoring.txt": "\n".join(t for pair in zip(K, E) for t in pair) + "\n"}))
check("[note-both]" in text(sastra("check", "-i", plain, "--lang", "en").stdout), "plain text, lines in turn")
r = [sastra("dump", "tree", "report", "-i", plain).stdout for _ in range(2)]
check(r[0] == r[1], "the same each time")
done()
