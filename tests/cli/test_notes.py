#!/usr/bin/env python3
"""Notes as people and their programs type them: lists with every sign, lines of minutes, tables, pictures by odd paths. All texts are made up."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *
from word_file import png, word, p, level, NUMBERING

BASE = {n: SMALL[n] for n in ("event.yml", "programme.csv")}

def made(name, note, more={}):
    """The note's part of the tree, and what was told."""
    base = write(folder(re.sub(r"\W+", "-", name)), dict(BASE, **{"sessions/d1s01-a.en.md": note}, **more))
    tree = text(sastra("dump", "tree", "report.en", "-i", base, "--lang", "en").stdout)
    return re.split(r"h2 en #d1s01", tree, maxsplit=1)[-1].split("#annex-method")[0], text(sastra("check", "-i", base, "--lang", "en").stdout)

def marks(note): return re.findall(r'item en "(\S+)"', made("marks", note)[0])

# name → note, lists' marks in order
LISTS = {
    "Roman": ("i. one\nii. two\niii. three\niv. four\nv. five\n", ["i.", "ii.", "iii.", "iv.", "v."]),
    "Roman in brackets": ("i) one\nii) two\n", ["i)", "ii)"]),
    "the ninth letter": ("g. one\nh. two\ni. three\nj. four\n", ["g.", "h.", "i.", "j."]),
    "capitals": ("A. one\nB. two\nC. three\n", ["A.", "B.", "C."]),
    "an initial": ("A. Sample said so.\n\nMore.\n", []),
    "a later initial": ("D. Sample said so.\n\nE. Other, too.\n", []),
    "one bracket, then two": ("1) one\n2) two\n\n(1) three\n(2) four\n", ["1)", "2)", "(1)", "(2)"]),
    "begun again": ("(1) one\n(2) two\n\n(1) three\n(2) four\n", ["(1)", "(2)", "(1)", "(2)"]),
    "the same number always": ("(1) one\n(1) two\n(1) three\n", ["(1)", "(2)", "(3)"]),
    "strokes": ("1/ one\n2/ two\n", ["1.", "2."]),
    "Khmer strokes": ("១/ មួយ\n២/ ពីរ\n", ["១.", "២."]),
    "halves and with": ("1/2 cup\n\nw/ milk\n\n1/ 2 of them\n", []),
    "a star behind a tab": ("* \tone\n* \ttwo\n", ["•", "•"]),
    "no blank behind the number": ("1.First\n2.Second\n3.**Third**\n", ["1.", "2.", "3."]),
    "no list": ("1.5 million\n2.5 million\n\n1.jpg\n2.jpg\n\n1.Alone stands here\n\n1.One\n5.Five\n", []),
    "arrows": ("→ one\n→ two\n", ["•", "•"]),
}
for name, (note, want) in LISTS.items():
    got = marks(note)
    check(got == want, f"lists: {name}", got)
for form, want in (("lowerRoman", "ii."), ("upperRoman", "II."), ("upperLetter", "B."), ("lowerLetter", "b.")):
    numbering = NUMBERING.replace('<w:abstractNum w:abstractNumId="1">', '<w:abstractNum w:abstractNumId="1">' + level(0, form, "%1.").replace('w:ilvl="0"', 'w:ilvl="0"'), 1).replace(level(0, "decimal", "%1."), "")
    data = word("".join(p(t, "", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>') for t in ("one", "two")), more={"word/numbering.xml": numbering})
    base = write(folder("word-" + form), dict(BASE, **{"sessions/d1s01-a.en.docx": data}))
    got = re.findall(r'item en "(\S+)"', text(sastra("dump", "tree", "report.en", "-i", base).stdout))
    check(got[-1:] == [want], f"Word's {form}", got)

part, told = made("names in brackets", "# Opening\n[[_TOC_]]\n\n[[gone|words]] then [[d1s01-a]], `[[code]]` and [[#Below]], [[#Not]] <!-- [[remark]] -->.\n\n- **b** [[item]]\n\n"
                  "```\n[[verbatim]]\n```\n\n| a | [[cell\\|Q]] |\n|---|---|\n| 1 | ^[see [[inner]]] |\n\n## Below\n\nText[^1].\n\n[^1]: See [[foot]].\n")
got = re.findall(r"(\d+:\d+): warning: this link leads nowhere: there is no (\S+)", told)
check(sorted(n for at, n in got) == ["#Not", "cell", "foot", "gone", "inner", "item"], "[[names]] that lead nowhere, each told once", told)
check(("4:1", "gone") in got, "where its brackets stand", told)

part, told = made("unwilling", "---\ntitle: Words of Zuna Qorin\n---\nText[^1].\n\n![Zuna Qorin at the door](photos/a.png)\n\n[^1]: Zuna Qorin said so.\n", {"photos/a.png": png(),
                  "participants.csv": "id,name_en,role_en,sex,consent_name,consent_photo\np1,Zuna Qorin,Mentor,F,no,no\n"})
got = re.findall(r"d1s01-a.en.md:(\d+)\S* .*\[name-consent\]", told)
check(got == ["2", "6", "8"], "who has not agreed to be named is seen in a title, a picture's description and a footnote", told)

part, told = made("web", "It was ++put **in** later++, in C++ and D++. {%youtube abc %}\n*[NGS]: A school\nThe NGS began.\n\n{% hackmd x %}\n\n*[it leans]: so*\n\n50 {% open.\n")
check('It was put ' in part and '" later, in C++ and D++. ' in part and "hackmd" not in part and "youtube" not in part and "A school" not in part, "signs of notes on the web", part)
check("The NGS began." in part and '[it leans]: so' in part and "{% open." in part and told.count("[program-left-out]") == 3, "what they leave out is told", told)

part, told = made("minutes", "Date: 4 April\nPlace: the hall\n\nMs. A: We need time.\n**Mr. B:** Yes.\n\nA line that is long and wrapped by hand: it\ngoes on here.\n")
check('"Date: 4 April" | "Place: the hall"' in part and '"Ms. A: We need time." | "Mr. B:"*' in part, "lines of minutes stay lines", part)
check("by hand: it " in part and "hand: it\" |" not in part, "a wrapped line goes on", part)
part, told = made("definitions", "Mentor\n: Helps a teacher\n  at a school.\n\n: Comes each week.\n\nCoach\n: Watches.\n\nAfter.\n")
check('"Comes each week."' in part and '": Comes' not in part and part.count('"Coach"*') == 1 and 'p en "After."' in part, "a term with two meanings", part)
part, told = made("caption", "  -------------------------\n  Group        Points\n  ------------ ------------\n  One          More hours\n\n  Two          Fewer forms\n  -------------------------\n  : Needs of the groups\n\nAfter.\n")
check("Needs of the groups" in part and '": Needs' not in part, "a caption right below its table", part)
part, told = made("printed", "+-------+--------+\n| Group | Points |\n+-------+--------+\n| One   | 5      |\n| Two   | 6      |\n+-------+--------+\n")
check(part.count("cell en") == 6 and 'row en head' in part and '"One"' in part, "a table as databases print it: a row a line", part)
part, told = made("wrapped", "+-------+--------+\n| Group | Points |\n+-------+--------+\n| One   | more   |\n|       | hours  |\n+-------+--------+\n")
check('"more hours"' in part, "and one with wrapped cells", part)
part, told = made("signs", "\\newpage\n\n:::spoiler More about it\nInside.\n:::\n\n:::info\nOutside.\n:::\n\n- [] open\n- [\u200b] open too\n- [x] done\n- [/] half\n")
check("newpage" not in part and '"More about it"*' in part and ":::" not in part and '"Inside."' in part, "page ends and boxes of other programs", part)
check(part.count("☐") == 3 and part.count("☑") == 1, "boxes to tick", part)
PATHS = ["photos/a.png", "../photos/a.png", "/photos/a.png", "photos//a.png", "photos/./a.png", "sessions/../photos/a.png", "file:///home/me/photos/a.png",
         "C:\\Users\\me\\a.png", "photos/a.png?raw=true"]
part, told = made("paths", "".join(f"![A wall]({path})\n\n" for path in PATHS) + "![Two](photos/my wall (1).png)\n", {"photos/a.png": png(), "photos/my wall (1).png": png(40, 30, 9)})
check(re.findall(r"picture (\S+) alt", part) == ["photos/a.png"] * len(PATHS) and "picture photos/my wall (1).png" in part, "one picture has one path", part)
check("[picture-web]" not in told and "[picture-missing" not in told and "[link-broken]" not in told, "and is found", told)
part, told = made("web", "![A wall](https://example.org/a.png)\n")
check("[picture-web]" in told, "a picture from the web is told", told)

# what a note may hold besides Markdown, written as it is not: told where it stands
part, told = made("boxes", "# Opening\n\n> [!bocks] Rules\n> Begin small.\n\n> [!box Rules\n> Begin small.\n\n> [!box] Rules\n> Begin small.\n\n> [!TIP] Try\n> it.\n\n> [!abstract]\n> Short.\n")
got = re.findall(r"en.md:(\d+:\d+): note: what begins with \[!(\w+) .*\[box-mark\]", told)
check(got == [("3:3", "bocks"), ("6:3", "box")], "marks of boxes that cannot be read", told)
check('"Summary"*' in part and "[!abstract]" not in part, "and Obsidian's other names are known", part)
part, told = made("labels", "# Opening\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: Counted {#tab:one}\n\nSee [@tab:one], [@one] and [@two]; `[@code]`, \\[@tab.\n\n| [@tab:one |\n|---|\n| 1 |\n")
check(re.findall(r"en.md:(\d+:\d+): note: .*\[label-kind\]", told) == ["9:17", "11:3"], "brackets that begin as a reference does, once a paragraph", told)
check('"Table 1"<#tab:one>' in part and "[@one] and [@two]" in part, "are shown as typed", part)
part, told = made("fences", "# Opening\n\n```chart bar Books\n```\n\n```csv\n\n```\n\n```csv\na,b\n1,2\n```\n")
check(re.findall(r"en.md:(\d+:\d+): warning: .*\[fence-empty\]", told) == ["3:1", "6:1"] and part.count("table ") == 1, "a table or chart without a row", told)
part, told = made("tags", "# Opening\n\n<table><tr><th>a</th></tr><tr><td>1</td></tr>\n\nWords.\n\n<table><tr><td>a</td></tr><tr><td>1</td></tr></table>\n")
check(re.findall(r"en.md:(\d+:\d+): warning: .*\[table-tags\]", told) == ["3:1"] and '"<table><tr><th>a' in part, "a table whose tags are not closed", told)
check("[table-no-head]" in told and "in HTML write <th>" in told, "and one without a head, with HTML's cure", told)
for words, codes in (("contents: two", ["value-number"]), ("contents: 5", ["contents-levels"]), ("contents: ៣", []), ("languages: []", ["value-missing"])):
    base = write(folder("levels"), {"event.yml": f"en: {{title: A forum}}\nkm: {{title: វេទិកា}}\n{words}\n"})
    got = re.findall(r"event.yml:3:\d+: .*\[(\S+)\]", text(sastra("check", "-i", base).stdout + sastra("check", "-i", base).stderr))
    check(got == codes, f"{words}: one complaint a fault", got)
done()
