#!/usr/bin/env python3
"""Word processors' files: the same note in Markdown, as Word writes it and as LibreOffice does gives the same tree; what they hide
is hidden, what is lost is told by its paragraph, and hostile ones are refused with a message."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *
from word_file import *

BASE = {"event.yml": "languages: [en, km]\ndates: [2023-04-04]\nen: {title: A sample forum}\nkm: {title: វេទិកាគំរូ}\n",
        "programme.csv": "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s02,talk,A talk,បទបង្ហាញ\n"}
BLUE, RED = png(), png(tint=9)
PHOTOS = {"photos/blue.png": BLUE, "photos/red.png": RED}

def note(name, data, **more):
    return write(folder("in"), dict(BASE, **{"sessions/d1s02-talk.en." + name: data}, **more))

def tree(name, data, **more):
    r = sastra("dump", "tree", "report.en", "-i", note(name, data, **more))
    if crashed(r): check(False, "dump tree", text(r.stderr))
    whole = re.sub(r" \((sessions|photos)[^)]*\)", "", text(r.stdout))
    at = whole.find('"1.2 ') if '#d1s02-talk "1.2 ' in whole else 0
    return whole[whole.find("#d1s02-talk"):] if "#d1s02-talk" in whole else whole

def body(name, data, **more):
    """The note's own lines of the tree, without the indent they all have."""
    lines = tree(name, data, **more).splitlines()
    inside = [l for l in lines if re.match(r"      \S|       ", l)]
    return "\n".join(l[6:] for l in inside if not l.startswith("      lead") and not l.startswith("      h2"))

def told(name, data, **more):
    """code → places"""
    out = os.path.join(folder("out"), "o")
    r = build(note(name, data, **more), out, "-q", "--only", "report.en")
    if crashed(r): check(False, name, text(r.stderr))
    found = {}
    for x in problems(out) if os.path.exists(out + "/problems.json") else []: found.setdefault(x["code"], []).append((x["file"], x["line"]))
    return found

def same(want, got, name):
    import difflib
    check(want == got, name, "\n" + "\n".join(difflib.unified_diff(want.splitlines(), got.splitlines(), "want", "got", lineterm="", n=1)))

# -- one note, three ways --

MARKDOWN = """---
title: How lessons are studied
session: d1s02
rapporteur: Sok Sample
---

# Key issues

Teachers met **in groups**, *not alone*, and read [the guide](https://example.org/guide).[^1]

- First
- Second
  - Below
- Third

1. Plan
2. Teach
   1. Watch
   2. Write
3. Talk

![A teacher](photos/blue.png)

## ការពិភាក្សា

គ្រូបានជួបគ្នា **ជាក្រុម** ហើយពិភាក្សា។[^2]

ក. សំណួរទីមួយ
ខ. សំណួរទីពីរ

| Grade | Pupils |
| --- | --- |
| 4 | 31 |
| 5 | ល្អ |

Table: Pupils in two grades

Behind the table.

![A plan](photos/red.png "The plan that was used")

> A word of a teacher.

[^1]: The guide is short.
[^2]: កំណត់សម្គាល់។
"""
SEQ = '<w:fldSimple w:instr=" SEQ Figure \\* ARABIC "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
LINK = '<w:hyperlink r:id="l1"><w:r><w:t>the guide</w:t></w:r></w:hyperlink>'
FOOT = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'
def foot(n, t): return f'<w:footnote w:id="{n}">{p(r("") + r(t))}</w:footnote>'
WORD = word(
    p("How lessons are studied", "Titel") + p("Session: d1s02") + p("Rapporteur: Sok Sample") + p("Key issues", "berschrift1") +
    p(r("Teachers met ") + r("in groups", "<w:b/>") + r(", ") + r("not alone", "<w:i/>") + r(", and read ") + LINK + r(".") + FOOT.format(2)) +
    item("First") + item("Second") + item("Below", 1) + item("Third") +
    item("Plan", 0, 2) + item("Teach", 0, 2) + item("Watch", 1, 2) + item("Write", 1, 2) + item("Talk", 0, 2) +
    p(picture("p1", "A teacher")) + p("ការពិភាក្សា", "Kapitel") +
    p(r("គ្រូបានជួបគ្នា ") + r("ជាក្រុម", '<w:rStyle w:val="Fett"/>') + r(" ហើយពិភាក្សា។") + FOOT.format(3)) +
    item("សំណួរទីមួយ", 0, 4) + item("សំណួរទីពីរ", 0, 4) +
    p(r("Table ") + SEQ.replace("Figure", "Table") + r(". Pupils in two grades"), "Beschriftung") +
    table(row(cell(p(r("Grade", "<w:b/>"))), cell(p(r("Pupils", "<w:b/>"))), properties="<w:tblHeader/>"), row(cell("4"), cell("31")), row(cell("5"), cell("ល្អ"))) +
    p("Behind the table.") + p(picture("p2", "A plan", "anchor")) + p(r("Figure ") + SEQ + r(": The plan that was used"), "Beschriftung") +
    p("A word of a teacher.", "Zitat"),
    foot(2, "The guide is short.") + foot(3, "កំណត់សម្គាល់។"), [("l1", "https://example.org/guide")],
    [("p1", "image1.png", BLUE), ("p2", "image2.png", RED)])
WRITER = writer(
    op("How lessons are studied", "P1") + op("Session: d1s02") + op("Rapporteur: Sok Sample") + oh("Key issues", 1) +
    op("Teachers met " + span("in groups", "B") + ", " + span("not alone", "I") +
       ', and read <text:a xlink:href="https://example.org/guide">the guide</text:a>.' + onote("The guide is short.")) +
    olist("L", op("First"), op("Second") + inner(op("Below")), op("Third")) +
    olist("N", op("Plan"), op("Teach") + inner(op("Watch"), op("Write")), op("Talk")) +
    op(oframe("a.png", "A teacher")) + oh("ការពិភាក្សា", 2) +
    op("គ្រូបានជួបគ្នា " + span("ជាក្រុម", "B") + " ហើយពិភាក្សា។" + onote("កំណត់សម្គាល់។")) +
    olist("K", op("សំណួរទីមួយ"), op("សំណួរទីពីរ")) +
    otable(orow(ocell("Grade"), ocell("Pupils")), orow(ocell("4"), ocell("31")), orow(ocell("5"), ocell("ល្អ"))) +
    op('Table <text:sequence text:name="Table">1</text:sequence>: Pupils in two grades', "Table") +
    op("Behind the table.") + op(oframe("b.png", "A plan")) +
    op('Illustration <text:sequence text:name="Illustration">1</text:sequence>: The plan that was used', "Illustration") +
    op("A word of a teacher.", "Quotations"),
    [("a.png", BLUE), ("b.png", RED)])
letters = lambda t: t.replace('"a)"', '"1."').replace('"b)"', '"2."') # Markdown has no a) within 1.
want = tree("md", MARKDOWN, **PHOTOS)
check('h4 en "ការពិភាក្សា"' in want and "Sok Sample" in want, "the note in Markdown", want)
same(want, letters(tree("docx", WORD, **PHOTOS)), "as Word writes it: the same tree")
same(want, letters(tree("odt", WRITER, **PHOTOS)), "as LibreOffice writes it: the same tree")
check('alt-en "A teacher"' in tree("docx", WORD), "pictures come out of the file itself")
for name, data in (("docx", WORD), ("odt", WRITER)):
    codes = told(name, data, **PHOTOS)
    check(set(codes) <= {"note-partner", "paragraph-language", "photo-unlisted", "programme-older"}, f"{name}: nothing to complain of", codes)

# -- what is hidden stays hidden, in the text and in what the report carries --

tracked = word(
    p('<w:ins w:author="Secret Author"><w:r><w:t>Added words </w:t></w:r></w:ins>' + r("stay.") +
      '<w:del w:author="Secret Author"><w:r><w:delText>Secret deleted</w:delText></w:r></w:del>') +
    p('<w:commentRangeStart w:id="1"/>' + r("Remarked.") + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>') +
    p(r("Seen ") + r("Secret hidden", "<w:vanish/>") + r("Secret struck ", "<w:strike/>") + r("text.")) +
    p('<w:moveFrom><w:r><w:t>Secret moved</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>Moved here.</w:t></w:r></w:moveTo>') +
    p("First half", "", "<w:rPr><w:del/></w:rPr>") + p(" second half."))
got = body("docx", tracked)
check('"Added words stay."' in got and '"Moved here."' in got and '"First half second half."' in got, "changes as accepted", got)
check('"Seen text."' in got and "Secret" not in got, "no deleted, hidden or moved text, no comment", got)
codes = told("docx", tracked)
check(codes.get("word-changes") == [("sessions/d1s02-talk.en.docx", 1)] and codes.get("word-comments") == [("sessions/d1s02-talk.en.docx", 2)] and
      codes.get("word-hidden") == codes.get("word-struck") == [("sessions/d1s02-talk.en.docx", 3)], "all four told once, by paragraph", codes)
source = note("docx", tracked)
out = os.path.join(folder("carried"), "out")
build(source, out, "-q", "--only", "report.en")
pdf = os.path.join(out, "report.en.pdf")
names = text(subprocess.run(["qpdf", "--list-attachments", pdf], capture_output=True).stdout)
carried = subprocess.run(["qpdf", "--show-attachment=d1s02-talk.en.docx.txt", pdf], capture_output=True).stdout
check(b"Added words stay." in carried and b"Secret" not in carried and ".docx ->" not in names, "the report carries the shown text, not the file", names)

# -- text boxes, fields, signs, line ends --

BOX = ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wp:anchor>'
       '</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>'
       '</mc:AlternateContent></w:r>')
got = body("docx", word(p(r("Before.") + BOX.format(p("In the box."))) +
    p(field('TOC \\o "1-3"', r("Contents entry 7"))) + p("Entry 8", "Verzeichnis1") +
    p(r("See ") + field('HYPERLINK "https://example.org/x"', r("this page")) + r(" on page ") + field("PAGE", r("77")) + r("end.")) +
    p('<w:r><w:t>One</w:t><w:br/><w:t>two</w:t></w:r>') +
    p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> done, H</w:t></w:r>' + r("2", '<w:vertAlign w:val="subscript"/>') + r("O soft")
      + "<w:r><w:softHyphen/></w:r>" + r("ened") + "<w:r><w:noBreakHyphen/></w:r>" + r("x"))))
check(got.count("In the box.") == 1 and got.find("Before.") < got.find("In the box."), "a text box's words once, behind their paragraph", got)
check("entry" not in got.lower() and "77" not in got and "TOC" not in got and "HYPERLINK" not in got, "no contents, no page number, no code", got)
check('"this page"<https://example.org/x>' in got, "a link that is a field", got)
check('"One" | "two"' in got, "a line end", got)
check(re.search(r'"✓ done, H" "2"\S* "O softened‑x"', got), "signs, subscripts, hyphens", got)

# -- lists --

got = body("docx", word(item("One", 0, 2) + item("Two", 0, 2) + p("Between.") + item("Three", 0, 2) + item("Five", 0, 3) + item("Six", 0, 3)))
check(re.findall(r'item en "(\S+)"', got) == ["1.", "2.", "3.", "5.", "6."], "numbers go on behind a paragraph, and begin again where told", got)
got = body("docx", word(item("One", 0, 2) + p("More of it.", "", '<w:ind w:left="720"/>') + item("Two", 0, 2)))
check(re.findall(r'item en "(\S+)"', got) == ["1.", "2."] and got.count("list en 2") == 1, "an indented paragraph belongs to its item", got)
got = body("docx", word(p("១- សំណួរទីមួយ") + p("២- សំណួរទីពីរ") + p("Text.") + p("- a dash") + p("•\tbullet") + p("1.5 metres") + p("(១) ក្នុងតង្កៀប")))
check(re.findall(r'item en "(\S+)"', got) == ["១.", "២.", "•", "•", "(១)"] and '"1.5 metres"' in got, "marks that were typed", got)
got = body("odt", writer(olist("N", op("One"), op("Two")) + op("Text.") + '<text:list text:style-name="N" text:continue-numbering="true"><text:list-item>'
                         + op("Three") + '</text:list-item><text:list-item text:start-value="9">' + op("Nine") + op("its second") + "</text:list-item></text:list>" + olist("D", op("ខ្មែរ"))))
check(re.findall(r'item en "(\S+)"', got) == ["1.", "2.", "3.", "9.", "១)"], "LibreOffice's numbers", got)

oddities = writer(op("Seen " + span("Secret hidden", "Hid") + span("Secret struck", "Cut") + "text, H" + span("2", "Sub") + "O."
    '<office:annotation><dc:creator>Secret</dc:creator><text:p>Secret remark</text:p></office:annotation>') +
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>Secret deleted</text:p></text:deletion></text:changed-region></text:tracked-changes>" +
    op(span("sala", "Lim")) + op('A<text:s text:c="2"/>b<text:line-break/>c') + '<text:section text:display="none">' + op("Secret section") + "</text:section>" +
    op('<draw:frame><draw:text-box>' + op("In the box.") + "</draw:text-box></draw:frame>Before it.") + "<text:table-of-content><text:index-body>" +
    op("Contents entry") + "</text:index-body></text:table-of-content>")
got, codes, oname = body("odt", oddities), told("odt", oddities), "sessions/d1s02-talk.en.odt"
check("Secret" not in got and re.search(r'"Seen text, H" "2"\S* "O."', got) and '"A  b" | "c"' in got and "entry" not in got, "LibreOffice's hidden, struck and deleted text stays away", got)
check(got.find("Before it.") < got.find("In the box.") and got.count("In the box.") == 1, "LibreOffice's text box", got)
check(codes.get("word-hidden") == codes.get("word-struck") == codes.get("word-comments") == [(oname, 1)] and codes.get("word-legacy-font") == [(oname, 2)]
      and "word-changes" in codes, "and is told", codes)

# -- tables --

merged = word(table(row(cell("Head", '<w:gridSpan w:val="2"/>'), cell("Right"), properties="<w:tblHeader/>"),
                    row(cell("Down", '<w:vMerge w:val="restart"/>'), cell("a"), cell("b")), row(cell("", "<w:vMerge/>"), cell("c"), cell("d")),
                    row(cell(table(row(cell("Inner one"), cell("Inner two"))) + p("")), cell("e"))))
omerged = writer(otable(orow(ocell("Head", 2), COVERED, ocell("Right")), orow(ocell("Down", 1, 2), ocell("a"), ocell("b")), orow(COVERED, ocell("c"), ocell("d")),
                        orow(ocell("Inner one"), ocell("e"))))
got, ogot = body("docx", merged), body("odt", omerged)
for g, name in ((got, "Word"), (ogot, "LibreOffice")):
    check("columns 3" in g and g.count("cell en") >= 9 and g.count("Down") == 1 and g.index('"c"') < g.index('"d"'), f"{name}'s merged cells", g)
check('"Inner one" | "Inner two"' in got, "a table in a table keeps its words", got)
got = body("docx", word(table(row(cell(p(r("Name", "<w:b/>"))), cell(p(r("Sum", "<w:b/>")))), row(cell("x"), cell(p("1") + p("2"))))))
check("row en head" in got and '"Name"*' not in got and '"1" | "2"' in got, "a bold first row is the head; paragraphs in a cell are lines", got)
strong = lambda text: cell(p(r(text, "<w:b/>")))
over = lambda text: cell(p(r(text, "<w:b/>")), '<w:gridSpan w:val="2"/>')
got = body("docx", word(table(row(strong("Province"), over("Teachers")), row(strong(""), strong("Women"), strong("Men")), row(cell("North"), cell("1"), cell("2")))))
check(got.count("row en head") == 2 and '"Women"*' not in got, "bold names under one that stands over them are of the head", got)
got = body("docx", word(table(row(strong("Name"), strong("Sum")), row(strong("All"), strong("9")), row(cell("x"), cell("1")))))
check(got.count("row en head") == 1, "a bold row under plain heads is none", got)
got = body("docx", word(p('<w:r><w:t>Name</w:t><w:tab/><w:t>Sum</w:t></w:r>') + p('<w:r><w:t>x</w:t><w:tab/><w:t>1</w:t></w:r>') + p("Text.")))
check("table en columns 2" in got, "lines parted by tabs are a table", got)
bold = lambda t: f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{t}</w:t></w:r>'
plain = lambda t: f'<w:r><w:t xml:space="preserve">{t}</w:t></w:r>'
TAB = "<w:r><w:tab/></w:r>"
got = body("docx", word(p(plain("Name ") + bold("one") + TAB + plain("Sum")) + p(bold("x") + plain(" ") + bold("y ") + TAB + plain("1")) + p("Text.")))
check('"Name " "one"*' in got and '"x"* " " "y"*' in got, "blanks between words of unlike looks stay in such cells", got)
field = lambda code, shown, end=True: (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
    plain(shown) + ('<w:r><w:fldChar w:fldCharType="end"/></w:r>' if end else ""))
pages = word(p("One.") + p(plain("Page ") + field("PAGE", "7") + plain(" of ") + field("NUMPAGES", "9")) + p(plain("x ") + field("PAGE", "7", False)) + p("Last."))
got, codes = body("docx", pages), told("docx", pages)
check('"Page  of"' in got and '"x"' in got and '"Last."' in got, "page numbers are not printed; one that never ends hides its paragraph's rest alone", got)
check(len(codes.get("word-counted", [])) == 1, "and are told once", codes)
began = lambda code: field(code, "", False)
deep = began("PAGE") + began("QUOTE") * 35 + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 35 + plain("of the page") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + plain("behind")
got = body("docx", word(p(plain("x ") + deep)))
check("of the page" not in got and "behind" in got, "fields within one another past the limit are counted", got)
for name, data in (("docx", word(p(field("TOC", "Contents entry")) + p("Text."))), ("docx", word(p("Text.") + p('<w:fldSimple w:instr=" PAGE ">' + plain("7") + "</w:fldSimple>"))),
                   ("odt", writer(op("Text.") + "<text:table-of-content><text:index-body>" + op("Contents entry") + "</text:index-body></text:table-of-content>")),
                   ("odt", writer(op("Page <text:page-number>7</text:page-number>")))):
    codes = told(name, data)
    check(len(codes.get("word-counted", [])) == 1, name + ": contents and page numbers are told", codes)
check("word-counted" not in told("docx", word(p(field("DATE", "4 April")))), "no other field is")
form = lambda data, code, shown="": (f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="x"/>{data}</w:ffData></w:fldChar></w:r><w:r><w:instrText> {code} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + plain(shown) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
box = lambda inside: form(f"<w:checkBox><w:sizeAuto/>{inside}</w:checkBox>", "FORMCHECKBOX")
chosen = lambda inside, shown="": form(f'<w:ddList>{inside}<w:listEntry w:val="Mentor"/><w:listEntry w:val="Guest"/></w:ddList>', "FORMDROPDOWN", shown)
got = body("docx", word(p(box('<w:default w:val="0"/><w:checked/>') + plain(" Yes ") + box('<w:default w:val="0"/>') + plain(" No ") + box('<w:default w:val="1"/><w:checked w:val="0"/>') + plain(" Perhaps")) +
    p(plain("Role: ") + chosen('<w:result w:val="1"/>', "Guest") + plain(".")) + p(plain("First: ") + chosen("") + plain("."))))
check('"☑ Yes ☐ No ☐ Perhaps"' in got and '"Role: Guest."' in got and '"First: Mentor."' in got, "what was chosen in boxes and lists of old forms is shown, once", got)
got = tree("docx", word(p(bold("The policy talk")) + p("Text.") + p(bold("Way forward")) + p("More.")))
check(re.search(r'h2 en #d1s02-talk "1.2 "\S* "The policy talk"', got) and got.count('"The policy talk"') == 1 and 'h3 en "Way forward"' in got, "a bold line that begins a note without a title is its title", got)
links = "See [the talk](d1s02-talk.en.md), [it](../sessions/d1s02-talk.en.md#way-forward), [nothing](d1s09-none.en.md), [a part](#no-part) and [out](https://example.org/x)."
got = sastra("dump", "pages", "report.en", "-i", note("md", links))
hrefs = set(re.findall(r'"(#[^"]*|[^"]*\.md[^"]*|https://example[^"]*)"', text(got.stdout)))
check({"#d1s02-talk", "https://example.org/x"} <= hrefs and not any(".md" in h or h == "#no-part" for h in hrefs), "a link to a note's file leads to its session; one that leads nowhere is plain text", sorted(hrefs))

# -- headings --

got = body("docx", word(p("Intro.") + p(r("Bold alone", "<w:b/>")) + p("Text.") + p(r("All of this is bold, and a sentence.", "<w:b/>")) + p("More.")
                       + p("By its outline", "", '<w:outlineLvl w:val="1"/>') + p("End.")))
check(re.findall(r'(h\d) en "([^"]*)"', got)[:2] == [("h4", "Bold alone"), ("h4", "By its outline")] or
      [x[1] for x in re.findall(r'(h\d) en "([^"]*)"', got)] == ["Bold alone", "By its outline"], "bold lines and outline levels are headings", got)
check('"All of this is bold, and a sentence."*' in got, "a bold sentence is none", got)

# -- facts --

got = tree("docx", word(p("Session: d1s02") + p("អ្នកកត់ត្រា៖ សុខ គំរូ") + p("Venue: the hall") + p("Text with a colon: yes.")))
check("សុខ គំរូ" in got and '"Venue: the hall"' in got and '"Session: d1s02"' not in got and '"Text with a colon: yes."' in got, "facts in the first paragraphs", got)

# -- told by place --

name = "sessions/d1s02-talk.en.docx"
codes = told("docx", word(p("Good.") + p("RbCaCn kñúg Ex", "Alt") + p("GaC", "Alt") + p("Good again.") + p(r("sala", '<w:rFonts w:ascii="ABC-TEXT-05"/>')) + p("ខ្មែរ", "Alt")))
check(codes.get("word-legacy-font") == [(name, 2), (name, 5)], "old fonts by paragraph; Khmer in one is Khmer", codes)
codes = told("docx", word(p("Text.") + p(picture("p1", "A drawing")), pictures=[("p1", "image1.emf", b"\1\0\0\0" + bytes(36) + b" EMF" + bytes(60))]))
check(codes.get("word-picture-kind") == [(name, 2)], "a picture of another kind", codes)
codes = told("docx", word(p("Text.") + p(picture("p1")), pictures=[("p1", "image1.png", BLUE)]))
check(codes.get("word-picture-alt") == [(name, 2)], "a picture without a description", codes)
check("word-object" in told("docx", word(p('<w:r><w:drawing><wp:inline><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></wp:inline></w:drawing></w:r>') + p("x"))), "a chart")
got = body("docx", word(p("Text.") + p(r("x") + '<w:hyperlink r:id="l1"><w:r><w:t>a file</w:t></w:r></w:hyperlink>'), links=[("l1", "file:///C:/Users/Secret/x.docx")]))
check("a file" in got and "Secret" not in got, "a link into somebody's computer", got)

# -- two files of one note, old ones, broken and hostile ones --

codes = told("md", "Text of the Markdown file.\n", **{"sessions/d1s02-talk.en.docx": WORD})
check(codes.get("word-beside") == [(name, 0)], "a text file beside it is read, and that is told", codes)
check("Text of the Markdown file." in tree("md", "Text of the Markdown file.\n", **{"sessions/d1s02-talk.en.docx": WORD}), "the text file is what is read")
codes = told("md", "Text.\n", **{"sessions/d1s03-old.en.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)})
check(codes.get("word-old") == [("sessions/d1s03-old.en.doc", 0)], "an old file", codes)
check("file-elsewhere" in told("md", "Text.\n", **{"note.docx": WORD}), "one that lies in the wrong place")
bomb = f"<w:document {W}><w:body>" + "<w:p/>" * 4000000 + "</w:body></w:document>"
deep = f"<w:document {W}><w:body>" + "<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000 + "</w:body></w:document>"
entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + f"<w:document {W}><w:body>{p('&b;')}</w:body></w:document>"
grid = "".join(row(*[cell("x", f'<w:gridSpan w:val="{i % 7 * 99}"/><w:vMerge/>') for i in range(90)]) for _ in range(30))
for what, data, code in (
        ("no zip", b"PK\3\4 and then nothing", "office-damaged"), ("nothing at all", b"", None), ("text by name alone", b"Plain text.", "office-damaged"),
        ("another kind of office file", zipped({"xl/workbook.xml": "<x/>"}), "word-not-a-note"), ("an OLE file by the new name", b"\xd0\xcf\x11\xe0" + bytes(600), "office-damaged"),
        ("a bomb", word("", more={"word/document.xml": bomb}), "word-long"), ("too deep", word("", more={"word/document.xml": deep}), "office-deep"),
        ("entities", word("", more={"word/document.xml": entity}), "office-entity"), ("half a part", word("", more={"word/document.xml": f"<w:document {W}><w:body>{p('Half')}<w:p>"}), "office-xml"),
        ("an absurd table", word(table(grid)), None), ("a style made from itself", word(p("x", "A"), more={"word/styles.xml":
            f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="A"/></w:style></w:styles>'}), None),
        ("a field without end", word(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("x")) + p("Still there.")), None),
        ("a picture that leads out", word(p(picture("p1")), pictures=[("p1", "../../../../etc/passwd", b"x")]), "word-picture-gone")):
    codes = told("docx", data)
    check(code is None or code in codes, f"hostile: {what}", codes)
check("Still there." in body("docx", word(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("x")) + p("Still there."))), "a field that nobody ends takes no text away")
check("Half" in body("docx", word("", more={"word/document.xml": f"<w:document {W}><w:body>{p('Half')}<w:p>"})), "what could be read of a broken part is kept")
done()
