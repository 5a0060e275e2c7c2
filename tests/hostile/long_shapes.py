#!/usr/bin/env python3
"""Long inputs of sixty shapes, each at two sizes: time grows as the input does, memory is bounded. `make hostile` runs it; with
names it measures those shapes alone, --table prints what was measured, --count counts instructions whatever the clock says."""
import base64, concurrent.futures, math, os, random, re, struct, sys, tempfile, zipfile, zlib
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *
import sheet_file, word_file

EN, KM = "sessions/d1s01-opening.en.md", "sessions/d1s01-opening.km.md"
TIMES = 4           # the larger input is so many times the smaller
EXPONENT = 1.15     # of the growth that is let pass
MOST = 700          # MB that no shape may take
CLOCK = 0.02        # seconds: what takes less says nothing
SHOWN = 0.3         # seconds that a build takes where its growth shows
LARGEST = 8 << 20   # bytes of an input that is tried to make it show: of more, caches and pages of memory tell more than we do
COUNTED = "--count" in sys.argv
SECONDS = 24 * SLOWER # of CPU for a build, after which it is stopped

# -- parts of inputs
def note(body, **more): return {EN: "# Opening\n\n" + body + "\n", **more}
def lines(n, line): return "".join(line(i) + "\n" for i in range(n))
def table(name, head, line): return lambda n: {name: head + "\n" + lines(n, line)}
def yaml(body): return {"event.yml": SMALL["event.yml"] + body}
def form(prompts, more=""):
    return "id: comments\nen: {title: Comments}\nkm: {title: មតិ}\nprompts:\n" + prompts + more
OPEN = "  - {id: q1, type: open, en: What did you notice?, km: តើអ្នកសង្កេតឃើញអ្វី?}\n"
def answers(head, line, prompts=OPEN, more=""):
    return lambda n: {"forms/comments.yml": form(prompts(n) if callable(prompts) else prompts, more),
                      "reflections/comments.csv": (head(n) if callable(head) else head) + "\n" + lines(n if not callable(head) else 3, line if not callable(head) else line(n))}
def chosen(options, n):
    """A form with one prompt of so many options."""
    return "  - id: q1\n    type: multi\n    en: Which?\n    km: មួយណា?\n    options:\n" + "".join(f"      - {{id: o{i}, en: Option {i}, km: ជម្រើស {i}}}\n" for i in range(options))

def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
def png(width, height, colour, depth, interlaced=0):
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    row = b"\0" + bytes(range(256)) * ((width * samples * depth // 8) // 256 + 1)
    rows = row[:1 + width * samples * depth // 8] * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
def picture(data): return note("![A sample picture](../photos/a.png)", **{"photos/a.png": data})
def jpeg(height):
    """The sample's picture, made higher: a decoder fills up what is missing."""
    with open(os.path.join(SAMPLE, "photos", "coloured-cups.jpg"), "rb") as f: data = bytearray(f.read())
    at = next(i for i in range(len(data)) if data[i] == 0xFF and data[i + 1] in (0xC0, 0xC2))
    data[at + 5:at + 7] = struct.pack(">H", height)
    return bytes(data)

def docx(body): return {KM: None, EN: None, "sessions/d1s01-opening.en.docx": word_file.word(body)}
def odt(body): return {KM: None, EN: None, "sessions/d1s01-opening.en.odt": word_file.writer(body)}
def paragraph(text): return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
def paragraph_odt(text): return f"<text:p>{text}</text:p>"

# -- name → size, files of an input of that size
SHAPES = {
    # notes
    "a long paragraph": (4000, lambda n: note("word of a sentence. " * n)),
    "a paragraph of Khmer without breaks": (4000, lambda n: {KM: "# ពិធីបើក\n\n" + "វេទិកាបានចាប់ផ្តើម" * n + "\n"}),
    "one Khmer letter": (20000, lambda n: {KM: "# ពិធីបើក\n\n" + "ក" * n + "\n"}),
    "one Latin word": (20000, lambda n: note("a" * n)),
    "one hyphenated word": (5000, lambda n: note("self-" * n)),
    "one address": (5000, lambda n: note("https://example.org/" + "a/b?c=" * n)),
    "paragraphs": (1000, lambda n: note(lines(n, lambda i: f"Paragraph {i} of the note.\n"))),
    "lines": (4000, lambda n: note(lines(n, lambda i: f"Line {i}."))),
    "hard breaks": (2000, lambda n: note(lines(n, lambda i: f"Line {i}.\\"))),
    "headings": (400, lambda n: note(lines(n, lambda i: f"## Part {i}\n\nText.\n"))),
    "blank lines": (200000, lambda n: note("a\n" + "\n" * n + "b")),
    "blank lines with spaces": (100000, lambda n: note("a\n" + " \n" * n + "b")),
    "spaces": (400000, lambda n: note("a" + " " * n + "b")),
    "tabs": (400000, lambda n: note("a" + "\t" * n + "b")),
    "rules": (2000, lambda n: note("---\n\n" * n)),
    "footnotes": (400, lambda n: note(" ".join(f"word[^{i}]" for i in range(n)) + "\n\n" + lines(n, lambda i: f"[^{i}]: Note {i}."))),
    "footnotes in paragraphs": (400, lambda n: note(lines(n, lambda i: f"Word[^{i}].\n\n[^{i}]: Note {i}.\n"))),
    "marks of one footnote": (2000, lambda n: note("word[^1] " * n + "\n\n[^1]: A note.")),
    "footnotes that nothing marks": (4000, lambda n: note("a\n\n" + lines(n, lambda i: f"[^{i}]: Note {i}."))),
    "marks without footnotes": (4000, lambda n: note(" ".join(f"word[^{i}]" for i in range(n)))),
    "links": (1000, lambda n: note(" ".join(f"[word {i}](https://example.org/{i})" for i in range(n)))),
    "links to headings": (500, lambda n: note(lines(n, lambda i: f"## Part {i}\n\n[see](#part-{n - 1 - i})\n"))),
    "links to nothing": (2000, lambda n: note(" ".join(f"[word {i}](#no-{i})" for i in range(n)))),
    "reference definitions": (2000, lambda n: note(" ".join(f"[word {i}][r{i}]" for i in range(n)) + "\n\n" + lines(n, lambda i: f"[r{i}]: https://example.org/{i}"))),
    "one reference, often": (5000, lambda n: note("[r] " * n + "\n\n[r]: https://example.org/" + "a" * 500)),
    "pictures in brackets": (20000, lambda n: note("![[]()" * n)),
    "brackets open": (100000, lambda n: note("[" * n)),
    "links open": (20000, lambda n: note("[a](" * n)),
    "links open before pointed brackets": (20000, lambda n: note("[a](<b" * n)),
    "brackets nested": (50000, lambda n: note("[" * n + "a" + "]" * n)),
    "backticks of each length": (500, lambda n: note("".join("e" + "`" * i for i in range(int((n * 500) ** 0.5))))),
    "backticks": (100000, lambda n: note("` " * n)),
    "stars": (20000, lambda n: note("**a " * n + "*b_ " * n)),
    "stars closed": (20000, lambda n: note("*a**" * n)),
    "underscores": (50000, lambda n: note("_a " * n)),
    "tildes": (50000, lambda n: note("~~a " * n)),
    "bars": (20000, lambda n: note("|" * n + "\n" + "-|" * n)),
    "bars alone": (100000, lambda n: note("|" * n)),
    "entities": (20000, lambda n: note("&amp;&#6016;&nbsp;" * n)),
    "ampersands": (100000, lambda n: note("&a" * n)),
    "pointed brackets": (100000, lambda n: note("<" * n)),
    "remarks open": (20000, lambda n: note("a <!-- " * n)),
    "instructions open": (20000, lambda n: note("a <? <![CDATA[ " * n)),
    "unknown tags": (10000, lambda n: note("<w:tag a='b'>word</w:tag> " * n)),
    "tags that stay open": (10000, lambda n: note("<b><i><span> " * n)),
    "blocks of tags": (2000, lambda n: note("<div>\n\nword\n\n" * n)),
    "quotes in quotes": (10000, lambda n: note("> " * n + "a")),
    "lists in lists": (1000, lambda n: note("- " * n + "a")),
    "items": (1000, lambda n: note(lines(n, lambda i: f"- Item {i}"))),
    "numbered items": (1000, lambda n: note(lines(n, lambda i: f"{i + 1}. Item"))),
    "items in steps": (70, lambda n: note("".join("  " * i + f"- word {i}\n" for i in range(int((n * 70) ** 0.5))))),
    "definition lists": (500, lambda n: note(lines(n, lambda i: f"Term {i}\n: What it means.\n"))),
    "code": (1000, lambda n: note("```\n" + lines(n, lambda i: f"line {i}") + "```")),
    "fences": (2000, lambda n: note("```\na\n```\n\n" * n)),
    "rows of a table": (500, lambda n: note("|a|b|\n|---|---|\n" + lines(n, lambda i: f"|cell {i}|b|"))),
    "cells of one row": (10000, lambda n: note("| a | b |\n|---|---|\n|" + " x |" * n)),
    "columns of a table": (200, lambda n: note("|" + " h |" * n + "\n|" + "---|" * n + "\n|" + " x |" * n)),
    "tables": (200, lambda n: note("|a|b|\n|---|---|\n|c|d|\n\n" * n)),
    "rows of a grid table": (200, lambda n: note("+---+---+\n" + "| a | b |\n+---+---+\n" * n)),
    "columns of a grid table": (200, lambda n: note("+" + "---+" * n + "\n|" + " a |" * n + "\n+" + "---+" * n)),
    "an HTML table": (300, lambda n: note("<table>" + "<tr><td>a</td><td>b</td></tr>\n" * n + "</table>")),
    "cells that span": (100, lambda n: note("<table>" + f'<tr><td rowspan="{n}">a</td><td>b</td></tr>\n' + "<tr><td>b</td></tr>\n" * (n - 1) + "</table>")),
    "cells that go on in a csv fence": (300, lambda n: note("```csv\nA,B,<\n1,2,3\n" + "^,b,<\n" * n + "```")),
    "one cell over a csv fence": (20, lambda n: note("```csv\n" + "h," * 59 + "h\na" + ",<" * 59 + "\n" + ("^" + ",^" * 59 + "\n") * n + "```")),
    "cells tied all over": (20, lambda n: note("```csv\n" + "h," * 29 + "h\na" + ",b" * 29 + "\n" + ("^" + ",c" * 29 + "\n") * n + "```")),
    "tables that turn": (20, lambda n: note(("|" + " Internationalization |" * 9 + "\n|" + "---|" * 9 + "\n|" + " x |" * 9 + "\n\n") * n)),
    "rows of a table that turns": (100, lambda n: note("|" + " Internationalization |" * 9 + "\n|" + "---|" * 9 + "\n" + ("|" + " x |" * 9 + "\n") * n)),
    "a picture in base64": (400000, lambda n: note("![A sample](data:image/png;base64," + base64.b64encode(random.Random(1).randbytes(n)).decode() + ")")),
    "pictures in base64": (400, lambda n: note("![A sample](data:image/png;base64," .join([""] + [base64.b64encode(random.Random(i).randbytes(300)).decode() + ")\n\n" for i in range(n)]))),
    "formulas open": (20000, lambda n: note("$a_ $$ " * n)),
    "dates in words": (4000, lambda n: note("On 4 April 2023, 40 of 50 teachers came. " * n)),
    "both languages in one note": (500, lambda n: {KM: None, EN: None, "sessions/d1s01-opening.md": "# Opening / ពិធីបើក\n\n" + lines(n, lambda i: f"Word {i} of it.\n\nពាក្យ {i}។\n")}),
    "two languages that part": (400, lambda n: {EN: "# Opening\n\n" + lines(n, lambda i: f"## Part {i}\n\nText.\n" if i % 3 else "- item\n"), KM: "# ពិធីបើក\n\n" + lines(n, lambda i: f"អត្ថបទ {i}។\n" if i % 2 else f"## ផ្នែក {i}\n")}),
    "plain text": (2000, lambda n: {EN: None, "sessions/d1s01-opening.en.txt": "Opening\n\n" + lines(n, lambda i: f"Line {i} of it.")}),
    "front matter": (4000, lambda n: {EN: "---\n" + lines(n, lambda i: f"key{i}: value") + "---\n# Opening\n\nText.\n"}),
    "controls": (100000, lambda n: note("a\x01" * n)),
    "complaints": (25000, lambda n: note("word \ufffd\n\n" * (n // 2) + "[^x] " * n)),
    # event.yml and forms
    "dates": (1000, lambda n: {"event.yml": SMALL["event.yml"].replace("2023-04-05", ", ".join(f"2023-{1 + i // 28 % 12:02}-{1 + i % 28:02}" for i in range(n)))}),
    "unknown keys": (5000, lambda n: yaml(lines(n, lambda i: f"key{i}: value"))),
    "one key again": (5000, lambda n: yaml(lines(n, lambda i: "paper: a4"))),
    "signatories": (500, lambda n: yaml("signatories:\n" + lines(n, lambda i: f"  - {{role_en: Role {i}, role_km: តួនាទី {i}}}"))),
    "flow nesting": (20000, lambda n: yaml("x: " + "[" * n + "]" * n + "\n")),
    "maps nested": (2000, lambda n: yaml("x:\n" + "".join(" " * (i + 1) + "a:\n" for i in range(int((n * 100) ** 0.5))))),
    "aliases": (5000, lambda n: yaml("x: &a [1]\ny: [" + "*a, " * n + "]\n")),
    "aliases of aliases": (5, lambda n: yaml("a0: &a0 [x]\n" + lines(n, lambda i: f"a{i + 1}: &a{i + 1} [" + ", ".join([f"*a{i}"] * 9) + "]"))),
    "quotes open in YAML": (100000, lambda n: yaml('x: "' + "a\n  " * n)),
    "remarks in YAML": (50000, lambda n: yaml("# a remark\n" * n)),
    "documents of YAML": (5000, lambda n: yaml("---\n" * n)),
    "prompts": (150, lambda n: {"forms/comments.yml": form(lines(n, lambda i: f"  - {{id: q{i}, type: open, en: What {i}?, km: អ្វី {i}?}}"))}),
    "options": (150, lambda n: {"forms/comments.yml": form(chosen(n, n))}),
    "options that are chosen": (500, lambda n: answers("form_no,session,lang,role,q1", lambda i: f"{i},d1s01,en,teacher,Option {i}", chosen(200, 0))(n)),
    "themes": (300, lambda n: {"forms/comments.yml": form(OPEN, "themes:\n" + lines(n, lambda i: f"  - {{id: t{i}, en: Theme {i}, km: ប្រធានបទ {i}, words_en: [word{i}], words_km: [ពាក្យ{i}]}}")),
                               "reflections/comments.csv": "form_no,session,lang,role,q1,quote_ok\n" + lines(n, lambda i: f"{i},d1s01,en,teacher,It was word{i} for me.,yes")}),
    "forms": (60, lambda n: {f"forms/f{i}.yml": form(OPEN).replace("comments", f"f{i}") for i in range(n)}),
    # answers
    "sheets": (1000, answers("form_no,session,lang,role,q1,quote_ok,legible", lambda i: f"{i},d1s01,en,teacher,I noticed {i}.,yes,yes")),
    "answers in both languages": (500, answers("form_no,session,lang,role,q1,quote_ok,legible,q1_en,q1_km", lambda i: f"{i},d1s01,{'km' if i % 2 else 'en'},teacher,ខ្ញុំឃើញ {i}។ I saw {i}.,yes,yes,I saw it.,ខ្ញុំឃើញ។")),
    "roles": (500, answers("form_no,session,lang,role,q1,quote_ok", lambda i: f"{i},d1s01,en,role {i},I noticed {i}.,yes")),
    "columns of answers": (5000, answers(lambda n: "form_no,session,lang,role,q1," + ",".join(f"column {i}" for i in range(n)), lambda n: lambda i: f"{i},d1s01,en,teacher,Noticed," + "x," * n)),
    "columns of one name": (5000, answers(lambda n: "form_no,session,lang,role,q1" + ",q1" * n, lambda n: lambda i: f"{i},d1s01,en,teacher,Noticed" + ",x" * n)),
    "a long answer": (10000, lambda n: answers("form_no,session,lang,role,q1,quote_ok", lambda i: f"{i},d1s01,en,teacher,{'I noticed it. ' * n},yes")(1)),
    "contacts in an answer": (4000, lambda n: answers("form_no,session,lang,role,q1,quote_ok", lambda i: f"{i},d1s01,en,teacher,{'012 345 678 a@b.example ' * n},yes")(1)),
    "digits in an answer": (50000, lambda n: answers("form_no,session,lang,role,q1,quote_ok", lambda i: f"{i},d1s01,en,teacher,{'1-' * n},yes")(1)),
    "titles in an answer": (4000, lambda n: answers("form_no,session,lang,role,q1,quote_ok", lambda i: f"{i},d1s01,en,teacher,{'Mr Dara លោក ដារា ' * n},yes")(1)),
    # tables
    # looked through though not quoted: no page of one word is set
    "titles in one run": (20000, lambda n: answers("form_no,session,lang,role,q1,quote_ok", lambda i: f"{i},d1s01,en,teacher,{'លោក' * n},no")(1)),
    "digits in words in one run": (10000, lambda n: answers("form_no,session,lang,role,q1,quote_ok", lambda i: f"{i},d1s01,en,teacher,{'zero two seventy ' * n},no")(1)),
    "names behind titles in one run": (10000, lambda n: answers("form_no,session,lang,role,q1,quote_ok", lambda i: f"{i},d1s01,en,teacher,{'លោកសុខាសុភា' * n},no")(1)),
    "services in one run": (50000, lambda n: answers("form_no,session,lang,role,q1,quote_ok", lambda i: f"{i},d1s01,en,teacher,{'fb.' * n},no")(1)),
    "providers in one run": (20000, lambda n: answers("form_no,session,lang,role,q1,quote_ok", lambda i: f"{i},d1s01,en,teacher,{'gmail-' * n},no")(1)),
    "participants": (300, table("participants.csv", "id,name_en,name_km,role_en,role_km,organization,sex,consent_name", lambda i: f"p{i},Sample {i},គំរូ {i},Teacher,គ្រូ,NGS,F,yes")),
    "participants and answers": (250, lambda n: {**table("participants.csv", "id,name_en,name_km,consent_name", lambda i: f"p{i},Sokha{i} Dara,សុខា ដារា{i},yes")(n), **answers("form_no,session,lang,role,q1,quote_ok", lambda i: f"{i},d1s01,en,teacher,Sokha{i} said so to Dara.,yes")(n)}),
    "organizations": (400, table("organizations.csv", "acronym,name_en,name_km,logo", lambda i: f"ORG{i},Organization {i},អង្គការ {i},")),
    "organizations with participants": (250, lambda n: {**table("organizations.csv", "acronym,name_en,name_km,logo", lambda i: f"ORG{i},Organization {i},អង្គការ {i},")(n), **table("participants.csv", "id,name_en,name_km,role_en,role_km,organization,sex,consent_name", lambda i: f"p{i},Sample {i},គំរូ {i},Teacher,គ្រូ,ORG{i},F,yes")(n)}),
    "sessions": (100, table("programme.csv", "day,start,end,session,type,title_en,title_km", lambda i: f"{1 + i % 2},08:00,09:00,d{1 + i % 2}s{i:02},talk,Talk {i},បទបង្ហាញ {i}")),
    "sessions with notes": (40, lambda n: {EN: None, KM: None, **table("programme.csv", "day,start,end,session,type,title_en,title_km", lambda i: f"1,08:00,09:00,d1s{i:02},talk,Talk {i},បទបង្ហាញ {i}")(n), **{f"sessions/d1s{i:02}.en.md": f"# Talk {i}\n\nText.\n" for i in range(n)}, **{f"sessions/d1s{i:02}.km.md": f"# បទបង្ហាញ {i}\n\nអត្ថបទ។\n" for i in range(n)}}),
    "notes without sessions": (500, lambda n: {f"sessions/d3s{i:02}.en.md": f"# Talk {i}\n\nText.\n" for i in range(n)}),
    "photos": (2000, table("photos/photos.csv", "file,session,caption_en,caption_km", lambda i: f"p{i}.png,d1s01,Photo {i},រូប {i}")),
    "pictures": (100, lambda n: {f"photos/p{i}.png": word_file.png(40, 30, i % 200) for i in range(n)} | table("photos/photos.csv", "file,session,caption_en,caption_km", lambda i: f"p{i}.png,d1s01,Photo {i},រូប {i}")(n)),
    "glossary": (400, table("glossary.csv", "term_en,term_km,acronym,note", lambda i: f"term{i} of it,ពាក្យ{i},T{i},")),
    "glossary and notes": (250, lambda n: {**table("glossary.csv", "term_en,term_km,acronym,note", lambda i: f"term{i} word,ពាក្យ{i},T{i},")(n), **note(" ".join(f"The term{i} word came up (T{i})." for i in range(n)))}),
    "recommendations": (300, table("recommendations.csv", "text_en,text_km,addressee_en,addressee_km,horizon", lambda i: f"Do {i} now.,ធ្វើ {i}។,Ministry,ក្រសួង,short")),
    "documents": (400, table("documents.csv", "session,title_en,title_km,received,translated_en,translated_km,file", lambda i: f"d1s01,Slides {i},ស្លាយ {i},2023-03-06,yes,yes,s{i}.pdf")),
    "names": (4000, table("names.txt", "# names", lambda i: f"Sokha{i}")),
    "translations": (5000, table("translations.tsv", "file\tplace\thash_en\thash_km", lambda i: f"sessions/d1s01-opening\t{i}\t{i:016x}\t{i:016x}")),
    "columns of a table of ours": (5000, lambda n: {"participants.csv": "id,name_en,name_km," + ",".join(f"c{i}" for i in range(n)) + "\np1,Sample 1,គំរូ," + "x," * n + "\n"}),
    "cells beyond the columns": (20000, lambda n: {"participants.csv": "id,name_en,name_km\np1,Sample 1,គំរូ" + ",x" * n + "\n"}),
    "rows cells short": (2000, table("participants.csv", "id,name_en,name_km,role_en,role_km,organization,sex,consent_name", lambda i: f"p{i},Sample {i},yes")),
    "ids that come twice": (1000, table("participants.csv", "id,name_en,name_km", lambda i: "p1,Sample,គំរូ")),
    "quotes in a CSV": (50000, lambda n: {"participants.csv": 'id,name_en,name_km\np1,"' + '""' * n + '",គំរូ\n'}),
    "a quote open in a CSV": (50000, lambda n: {"participants.csv": 'id,name_en,name_km\np1,"' + "a,b\n" * n}),
    "blank rows": (50000, lambda n: {"participants.csv": "id,name_en,name_km\n" + ",,\n" * n + "p1,Sample,គំរូ\n"}),
    "files that nobody knows": (2000, lambda n: {f"sessions/what {i}.xyz": "a" for i in range(n)}),
    # office files
    "rows of a workbook": (300, lambda n: {"participants.xlsx": sheet_file.xlsx([["id", "name_en", "name_km", "consent_name"]] + [[f"p{i}", f"Sample {i}", f"គំរូ {i}", "yes"] for i in range(n)])}),
    "shared strings": (20000, lambda n: {"participants.xlsx": sheet_file.xlsx([["id", "name_en", "name_km"], ["p1", "Sample", "គំរូ"]], texts={f"text {i}": i for i in range(n)})}),
    "columns of a workbook": (2000, lambda n: {"participants.xlsx": sheet_file.xlsx([["id", "name_en", "name_km"] + [f"c{i}" for i in range(n)], ["p1", "Sample", "គំរូ"] + ["x"] * n])}),
    "rows of an .ods": (300, lambda n: {"participants.ods": sheet_file.ods([["id", "name_en", "name_km", "consent_name"]] + [[f"p{i}", f"Sample {i}", f"គំរូ {i}", "yes"] for i in range(n)])}),
    "paragraphs of a .docx": (1000, lambda n: docx(paragraph("Opening") + "".join(paragraph(f"Paragraph {i} of it.") for i in range(n)))),
    "runs of a .docx": (5000, lambda n: docx(paragraph("Opening") + "<w:p>" + "".join(f"<w:r><w:rPr><w:b w:val='{i % 2}'/></w:rPr><w:t xml:space='preserve'>word </w:t></w:r>" for i in range(n)) + "</w:p>")),
    "nested tables of a .docx": (50, lambda n: docx(paragraph("Opening") + "<w:tbl><w:tr><w:tc>" * n + paragraph("a") + ("</w:tc></w:tr></w:tbl>" + paragraph("b")) * n)),
    "rows of a .docx": (500, lambda n: docx(paragraph("Opening") + "<w:tbl>" + ("<w:tr><w:tc>" + paragraph("a") + "</w:tc><w:tc>" + paragraph("b") + "</w:tc></w:tr>") * n + "</w:tbl>")),
    "elements nested in a .docx": (20000, lambda n: docx(paragraph("Opening") + "<w:sdt>" * n + paragraph("a") + "</w:sdt>" * n)),
    "paragraphs of an .odt": (1000, lambda n: odt(paragraph_odt("Opening") + "".join(paragraph_odt(f"Paragraph {i} of it.") for i in range(n)))),
    # pictures: the size is the number of rows
    "PNG of 16 bit": (1000, lambda n: picture(png(2000, n, 6, 16))),
    "PNG of 8 bit, interlaced": (1000, lambda n: picture(png(2000, n, 0, 8))),
    "JPEG": (1000, lambda n: note("![A sample picture](../photos/a.jpg)", **{"photos/a.jpg": jpeg(min(n, 65535))})),
}

# -- what they cost
def weight_of(path):
    """Bytes to be read, unpacked where they are packed."""
    if path.endswith((".docx", ".odt", ".xlsx", ".ods")):
        with zipfile.ZipFile(path) as z: return sum(i.file_size for i in z.infolist())
    return os.path.getsize(path)

def cost(name, place, size, under=(), slower=1):
    """Seconds of a program's own CPU and its most MB, of a build that no thread shares; its end, what it said; and the bytes it read.
    `under`: what runs it, and so many times slower."""
    base, out = folder(place), os.path.join(FOLDER, place + "-out")
    # Another process makes the files: what this one holds when it begins a build counts as the build's.
    subprocess.run([sys.executable, __file__, "--write", name, str(size), base], check=True)
    weight = sum(weight_of(os.path.join(d, f)) for d, _, names in os.walk(base) for f in names)
    limits = ((resource.RLIMIT_CPU, SECONDS * slower), (resource.RLIMIT_AS, 6 << 30))
    with tempfile.TemporaryFile() as err:
        p = subprocess.Popen([*under, SASTRA, "build", "-q", "-j", "1", "--lang", "en", "-i", base, "-o", out], cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=err,
                             preexec_fn=lambda: [resource.setrlimit(what, (most, most)) for what, most in limits])
        _, state, used = os.wait4(p.pid, 0)
        p.returncode = os.waitstatus_to_exitcode(state)
        err.seek(0)
        said = text(err.read(100000))
    shutil.rmtree(base)
    shutil.rmtree(out, ignore_errors=True)
    return used.ru_utime, used.ru_maxrss // 1024, p.returncode, said, weight

def instructions(name, place, size):
    """What such a build executes, as valgrind counts it: the same on every machine, and whatever runs beside it. 0: not counted."""
    log = os.path.join(FOLDER, place + ".counted")
    if not shutil.which("valgrind"): return 0
    cost(name, place, size, ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", "--log-file=" + log], 100)
    with open(log) as f: found = re.search(r"I\s+refs:\s+([\d,]+)", f.read())
    return int(found.group(1).replace(",", "")) if found else 0

class Shape:
    """What was measured of one: by size, the least seconds, the most MB."""
    def __init__(self, name):
        self.name, self.place, self.seconds, self.most, self.bad = name, name.replace(" ", "-").replace(",", "").replace(".", ""), {}, {}, ""
        self.weight = 0

    def run(self, size):
        self.lighter = self.weight
        seconds, most, status, said, self.weight = cost(self.name, self.place, size)
        self.seconds[size], self.most[size] = min(seconds, self.seconds.get(size, seconds)), max(most, self.most.get(size, most))
        if status not in (0, 1) or "Sanitizer" in said: self.bad = f"size {size}, status {status}: {said[-300:]}"
        return seconds

    def grown(self, size, base):
        """The exponent of the growth from a TIMES-th of the size to it."""
        return math.log(max(self.seconds[size] - base, CLOCK) / max(self.seconds[size // TIMES] - base, CLOCK), TIMES)

    def show(self, size, base):
        """Sizes grow until the build takes time that shows; where it grows too much, the two sizes once more, then larger ones: a
        cache that is full at last is no growth of its own, and what another program takes of the machine is not there twice."""
        self.run(size)
        size *= TIMES
        self.first, again = size, 0
        while True:
            self.run(size)
            if self.bad: return size
            more = self.lighter < self.weight and self.weight * TIMES < LARGEST
            if self.seconds[size] - base < SHOWN and more: size *= TIMES
            elif self.linear(size, base) or again == 3: return size
            elif again == 1 and more and self.seconds[size] < SECONDS / 8: size *= TIMES; again = 2
            else: self.run(size // TIMES); again = 1 if again == 0 else 3

    def linear(self, size, base): return self.seconds[size] - base < SHOWN or self.grown(size, base) < EXPONENT

def measure(name, size, base):
    shape = Shape(name)
    shape.last = shape.show(size, base)
    return shape

def counted(shape):
    """The exponent of its growth in instructions, above those of a small build."""
    base, less, more = (instructions(name, shape.place, size) for name, size in (("", 0), (shape.name, shape.last // TIMES), (shape.name, shape.last)))
    return math.log((more - base) / max(less - base, 1), TIMES) if base < more else None

def tell(shape, base):
    """What a shape costs. One that seems to grow is measured again now that no other is: the pool's two builds share caches. If it
    seems so still, what it executes is counted: a clock also tells how a virtual machine's memory does."""
    last = shape.last
    if not shape.bad and not shape.linear(last, base):
        shape.run(last // TIMES)
        shape.run(last)
    name, kept, most = shape.name, shape.seconds, shape.most[shape.first]
    grown = shape.grown(last, base) if not shape.bad else 0
    linear = shape.bad or shape.linear(last, base)
    by = "by the clock"
    if COUNTED or not linear:
        count = counted(shape)
        if count is not None: grown, linear, by = count, count < EXPONENT, "in instructions"
    said = f"{name:<38} {last:>8} {kept[last]:7.2f} s {grown:6.2f} {most:6} MB{'' if not shape.bad else '  ' + shape.bad[:40]}" + ("" if kept[last] - base >= SHOWN else "  (quick)")
    ok = check(not shape.bad, f"{name} build", shape.bad)
    if ok:
        check(linear, f"{name} take time as they grow", f"{kept[last // TIMES] - base:.2f} s, of {TIMES} times as many {kept[last] - base:.2f} s: exponent {by} {grown:.2f}")
        check(most < MOST or "asan" in SASTRA, f"{name} take bounded memory", f"{most} MB")
    if "--table" in sys.argv: print(said, flush=True)

if __name__ == "__main__":
    names = [a for a in sys.argv[1:] if not a.startswith("--")]
    if "--write" in sys.argv:
        name, size, base = sys.argv[2:]
        write(base, {k: v for k, v in {**SMALL, **(SHAPES[name][1](int(size)) if name else {})}.items() if v is not None})
        sys.exit()
    base = min(cost("", "base", 0)[0] for _ in range(5))
    todo = [(name, size) for name, (size, _) in SHAPES.items() if not names or any(a in name for a in names)]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        shapes = [job.result() for job in [pool.submit(measure, *t, base) for t in todo]]
    for shape in shapes: tell(shape, base)
    done()
