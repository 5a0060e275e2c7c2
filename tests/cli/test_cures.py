#!/usr/bin/env python3
"""Every complaint that text files can cause has an example in base/diag_examples.def: before, it is told at its place, in both
languages, with a cure; after, it is gone and no other has come. Which codes have none is a list, and exact; office files
that hold what no text shows are made here, and tried in the same way."""
import os, re, subprocess, sys
from concurrent.futures import ThreadPoolExecutor
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *
import sheet_file, word_file

# -- the catalogue and its examples: calls that Python reads as C does
class Names(dict):
    def __missing__(self, name): return name
def read(name, **calls):
    with open(os.path.join(ROOT, "src", "base", name), encoding="utf-8") as f: source = f.read()
    exec(re.sub(r"/\*.*?\*/", "", source, flags=re.S), Names(calls, NULL=None))
CODES, EXAMPLES, BESIDE, NONE = {}, {}, {}, {}
read("diag.def", DIAG=lambda code, name, severity, *texts: CODES.update({code: (name, severity, texts)}))
read("diag_examples.def", EXAMPLE=lambda code, *x: EXAMPLES.setdefault(code, []).append(x), BESIDE=lambda code, *x: BESIDE.setdefault(code, []).append(x),
     NO_EXAMPLE=lambda code, why: NONE.update({code: why}))
idle = [name for name, severity, texts in CODES.values() if str(severity) != "NOTE" and any(re.match(r"Nothing needs doing[.;]", t) for t in texts if t)]
check(not idle, "what needs nothing done is a note: nobody is given a box to tick off", idle)

# -- the folder that an example stands in
FORM = """id: fb
en: {title: Comments}
km: {title: មតិ}
prompts:
  - {id: q1, type: open, en: What did you notice?, km: អ្វីដែលអ្នកឃើញ?}
  - {id: q2, type: choice, en: Which one?, km: មួយណា?, options: [{id: a, en: Talks, km: ការពិភាក្សា}, {id: b, en: Visits, km: ទស្សនកិច្ច}]}
  - {id: q3, type: scale, points: 5, en: How useful?, km: មានប្រយោជន៍ប៉ុណ្ណា?}
  - {id: q4, type: yesno, en: Again?, km: ម្តងទៀតទេ?}
  - {id: q5, type: ranking, most: 2, en: What first?, km: អ្វីមុនគេ?, options: [{id: a, en: Books, km: សៀវភៅ}, {id: b, en: Rooms, km: បន្ទប់}, {id: c, en: Time, km: ពេល}]}
themes:
  - {id: time, en: Time, km: ពេលវេលា, words_en: [schedule], words_km: [កាលវិភាគ]}
"""
BASE = {"event.yml": "title: {en: A forum, km: វេទិកា}\nleast_group: 1\n", "forms/fb.yml": FORM,
        "programme.csv": "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,opening,Opening,ពិធីបើក\n1,09:00,10:00,d1s02,talk,Mentors,គ្រូប្រឹក្សា\n",
        "participants.csv": "id,name_en,name_km,sex,consent_name,consent_photo\np1,Sok Dara,សុខ ដារ៉ា,f,yes,yes\n",
        "organizations.csv": "acronym,name_en,name_km\nKAPE,Kampuchean Action,សកម្មភាពកម្ពុជា\n"}
for stem, en, km in (("d1s01-opening", "The forum began.", "វេទិកាបានចាប់ផ្តើម។"), ("d1s02-mentors", "A mentor spoke.", "គ្រូប្រឹក្សាបាននិយាយ។")):
    BASE[f"sessions/{stem}.en.md"], BASE[f"sessions/{stem}.km.md"] = f"# {stem[6:].title()}\n\n{en}\n", f"# {'ពិធីបើក' if en[0] == 'T' else 'គ្រូប្រឹក្សា'}\n\n{km}\n"
# -- files of office programs: place, what stands there before, and after
OLD = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(600)
TERMS = [["term_en", "term_km", "acronym", "note"], ["Mentor", "គ្រូប្រឹក្សា", "", ""], ["Lesson", "មេរៀន", "", ""]]
EN, KM, DOCX = "sessions/d1s01-opening.en.md", "sessions/d1s01-opening.km.md", "sessions/d1s01-opening.en.docx"
def sheet(rows, attributes={}, columns="", cells={}, style=None):
    """A glossary whose rows, columns or cells are as told: row → attributes, cell → its XML."""
    texts = {}
    lines = []
    for i, row in enumerate(rows, 1):
        held = "".join(cells.get(f"{sheet_file.column(k)}{i}") or sheet_file.xlsx_cell(f"{sheet_file.column(k)}{i}", v, texts) for k, v in enumerate(row))
        lines.append(f'<row r="{i}"{attributes.get(i, "")}>{held}</row>')
    xml = f'<worksheet xmlns="{sheet_file.MAIN}">{columns}<sheetData>{"".join(lines)}</sheetData></worksheet>'
    return {"glossary.xlsx": sheet_file.xlsx({"Sheet1": xml}, texts=texts)}
def styled(ref, text): return f'<c r="{ref}" s="5" t="inlineStr"><is><t>{text}</t></is></c>'
def docx(before, after, line="", **more):
    """A note in Word, of which one paragraph is cured."""
    beside = more.pop("beside", {})
    made = lambda x, y: {EN: None, DOCX: word_file.word(word_file.p("Opening", "Titel") + x, **y), **beside}
    return [(DOCX + line, made(before, more), made(after, SHOWN))]
def run(text, properties=""): return word_file.r(text, properties)
WORDS = word_file.p("The forum began.")
SHOWN = {"pictures": [("p1", "image1.png", word_file.png())]}
def shown(alt="", like="r:embed"): return WORDS + word_file.p(word_file.picture("p1", alt).replace("r:embed", like))
BOARD = {KM: "# ពិធីបើក\n\nវេទិកាបានចាប់ផ្តើម។\n\n![ក្តារ](photos/a.png)\n", "photos/a.png": word_file.png(),
         "photos/photos.csv": "file,session,caption_en,caption_km,alt_en,alt_km,credit,people\na.png,d1s01,A board,ក្តារ,A board,ក្តារ,,\n"}
FINAL = {**BOARD, "event.yml": "title: {en: A forum, km: វេទិកា}\nstatus: final\nleast_group: 1\n"}
METAFILE = b"\1\0\0\0" + bytes(36) + b" EMF" + bytes(60)
GLOSSARY, PARTS = sheet(TERMS), sheet_file.xlsx_parts({"Sheet1": TERMS})
FACTS = [("event.yml", "languages: [km, en]\ntitle: {en: A forum, km: វេទិកា}\n")]
def handed_in(**parts):
    """A document that is passed on, with these parts."""
    return {"documents.csv": "session,title_en,title_km,received,translated_en,translated_km,file,file_en,file_km,share\nd1s02,Slides,ស្លាយ,2023-03-09,yes,yes,slides.docx,,,\n",
            "documents/slides.docx": sheet_file.archive({"[Content_Types].xml": "<Types/>", **{n.replace("__", "/") + ".xml": t for n, t in parts.items()}})}
MADE_BY = '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{}</dc:creator></cp:coreProperties>'
MADE = {
    "DOCUMENT_PERSON": [("documents/slides.docx", handed_in(docProps__core=MADE_BY.format("A sample")), handed_in(docProps__core=MADE_BY.format("")))],
    "DOCUMENT_MACROS": [("documents/slides.docx", {**handed_in(), "documents/slides.docx": sheet_file.archive({"word/vbaProject.bin": "x"})}, handed_in())],
    "OFFICE_DAMAGED": [("glossary.xlsx", {"glossary.xlsx": GLOSSARY["glossary.xlsx"][:700]}, GLOSSARY)],
    "OFFICE_XML": [("glossary.xlsx", {"glossary.xlsx": sheet_file.archive({**PARTS, "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row></sheetData>"})}, GLOSSARY)],
    "OFFICE_OLD_TABLE": [("glossary.xls", {"glossary.xls": OLD}, GLOSSARY)],
    "SHEET_NONE": [("glossary.xlsx", {"glossary.xlsx": word_file.word(WORDS)}, GLOSSARY)],
    "SHEET_CHOSEN": [("glossary.xlsx", {"glossary.xlsx": sheet_file.xlsx({"Draft": TERMS, "Notes": TERMS})}, {"glossary.xlsx": sheet_file.xlsx({"glossary": TERMS})})],
    "SHEET_HIDDEN": [("glossary.xlsx", {"glossary.xlsx": sheet_file.xlsx({"Terms": TERMS, "Old": TERMS}, states={"Old": "hidden"})}, GLOSSARY)],
    "SHEET_HIDDEN_ROWS": [("glossary.xlsx:Sheet1!A3", sheet(TERMS, {3: ' hidden="1"'}), GLOSSARY)],
    "SHEET_HIDDEN_COLUMNS": [("glossary.xlsx:Sheet1!D1", sheet(TERMS, columns='<cols><col min="4" max="4" hidden="1"/></cols>'), GLOSSARY)],
    "SHEET_ERROR": [("glossary.xlsx:Sheet1!D3", sheet(TERMS, cells={"D3": '<c r="D3" t="e"><v>#REF!</v></c>'}), GLOSSARY)],
    "SHEET_FORMULA": [("glossary.xlsx:Sheet1!D3", sheet(TERMS, cells={"D3": '<c r="D3"><f>A1</f></c>'}), GLOSSARY)],
    "SHEET_FONT": [("glossary.xlsx:Sheet1!B3", sheet(TERMS, cells={"B3": styled("B3", "emeron")}), GLOSSARY)],
    "SHEET_FONT_MORE": [("glossary.xlsx:Sheet1!B22", sheet([TERMS[0]] + [[f"Term {i}", "", "", ""] for i in range(60)], cells={f"B{i}": styled(f"B{i}", "emeron") for i in range(2, 62)}), GLOSSARY)],
    "WORD_NOT_A_NOTE": [(DOCX, {EN: None, DOCX: GLOSSARY["glossary.xlsx"]}, {EN: None, DOCX: word_file.word(word_file.p("Opening", "Titel") + WORDS)})],
    "WORD_CHANGES": docx(word_file.p('<w:ins><w:r><w:t>The forum </w:t></w:r></w:ins>' + run("began.")), WORDS, ":¶2"),
    "WORD_COMMENTS": docx(word_file.p('<w:commentRangeStart w:id="1"/>' + run("The forum began.") + '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'), WORDS, ":¶2"),
    "WORD_HIDDEN": docx(word_file.p(run("The forum began.") + run(" Late.", "<w:vanish/>")), WORDS, ":¶2"),
    "WORD_STRUCK": docx(word_file.p(run("The forum ") + run("ended ", "<w:strike/>") + run("began.")), WORDS, ":¶2"),
    "WORD_LEGACY_FONT": docx(word_file.p(run("The forum began.") + run("emeron", '<w:rFonts w:ascii="Limon S1" w:hAnsi="Limon S1"/>')), word_file.p("The forum began: មេរៀន។"), ":¶2"),
    "WORD_LINK": docx(word_file.p('<w:hyperlink r:id="l1"><w:r><w:t>The forum began.</w:t></w:r></w:hyperlink>'), WORDS, ":¶2", links=[("l1", "file:///C:/notes.docx")]),
    "WORD_OBJECT": docx(WORDS + word_file.p('<w:r><w:drawing><wp:inline><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/></wp:inline></w:drawing></w:r>'), WORDS, ":¶3"),
    "WORD_SIGN": docx(word_file.p(run("The forum began. ") + '<w:r><w:sym w:font="Webdings" w:char="F0FF"/></w:r>'), WORDS, ":¶2"),
    "WORD_PICTURE_KIND": docx(shown("A board"), shown("A board"), ":¶3", pictures=[("p1", "image1.emf", METAFILE)], beside=BOARD),
    "WORD_PICTURE_LINKED": docx(shown("A board", "r:link"), shown("A board"), ":¶3", links=[("p1", "file:///C:/a.png")], beside=BOARD),
    "WORD_PICTURE_GONE": docx(shown("A board"), shown("A board"), ":¶3", beside=BOARD),
    "WORD_PICTURE_ALT": docx(shown(), shown("A board"), ":¶3", **SHOWN, beside=BOARD),
    "WORD_PICTURE_UNDESCRIBED": docx(shown(), shown("A board"), ":¶3", **SHOWN, beside=FINAL),
    "NOTE_BOTH": [("sessions/d1s01-opening.md", {EN: None, KM: None, "sessions/d1s01-opening.md": "# Opening\n\n# ពិធីបើក\n\nThe forum began in the morning.\n\nវេទិកាបានចាប់ផ្តើមនៅពេលព្រឹក។\n\nTeachers came from each province.\n\nគ្រូបង្រៀនបានមកពីគ្រប់ខេត្ត។\n", **dict(FACTS)}, dict(FACTS))],
}
LINE = re.compile(r"^(?:(.*?)(?::(\d+):(\d+))?: )?(?:note|warning|error|កំណត់សម្គាល់|ការព្រមាន|កំហុស): (.*) \[([a-z0-9-]+)\]$")

def told(base, name, lang="en", build_too=False):
    r = build(base, os.path.join(FOLDER, name + "-out"), "--only", "report.en,form-fb", "--lang", lang, "-j", "1") if build_too else sastra("check", "-i", base, "--lang", lang)
    lines = text(r.stderr if build_too else r.stdout).splitlines()
    found = []
    for i, l in enumerate(lines):
        m = LINE.match(l)
        if m: found.append((m[5], (m[1] or "") + (":" + m[2] if m[2] else ""), m[4], lines[i + 1].strip() if i + 1 < len(lines) else ""))
    return found, r

# A file as an example writes it: its text, or what kind it is and what it holds.
def held(content):
    if content == "(a picture)\n": return word_file.png(8, 8)
    kind, _, rest = content.partition("\n") if isinstance(content, str) else ("", "", "")
    if kind == "(a workbook)": return sheet_file.xlsx(sheet_file.rows_of(rest))
    if kind == "(a Word file)": return word_file.word("".join(word_file.p(l, "" if i else "Titel") for i, l in enumerate(rest.splitlines())))
    return content

def make(name, files):
    return write(folder(name), {f: held(t) for f, t in {**BASE, **files}.items() if t is not None})

def example(code):
    out = []
    name, beside = CODES[code][0], dict(BESIDE.get(code, []))
    tried = [(place, {**beside, file: before}, {**beside, cured: after}) for place, file, before, cured, after in EXAMPLES.get(code, [])] + MADE.get(code, [])
    for n, (place, before, after) in enumerate(tried):
        what = f"{name}{'' if not n else ' ' + str(n + 1)}"
        was, now = make(f"{name}-{n}-before", before), make(f"{name}-{n}-after", after)
        found, r = told(was, f"{name}-{n}")
        built = not any(f[0] == name for f in found)
        if built: found, r = told(was, f"{name}-{n}", build_too=True)
        here = [f for f in found if f[0] == name and f[1] == place]
        out.append((bool(here), f"{what}: told at {place}", found or text(r.stderr)[-300:]))
        km = [f for f in told(was, f"{name}-{n}-km", "km", built)[0] if f[0] == name and f[1] == place]
        good = here and km and all(f[3].startswith("→ ") and f[2] and not re.search(r"\{\d", f[2]) for f in here + km) and re.search("[ក-៹]", km[0][2]) and here[0][2] != km[0][2] and here[0][3] != km[0][3]
        out.append((bool(good) or not here, f"{what}: a message and a cure in both languages", (here, km)))
        after_, r = told(now, f"{name}-{n}-cured", build_too=built)
        left = [f for f in after_ if f[0] == name]
        out.append((not left, f"{what}: gone when cured", left))
        new = [f for f in after_ if f[0] not in {x[0] for x in found}]
        out.append((not new and r.returncode in (0, 1), f"{what}: and no other has come", new))
    return out

found, r = told(write(folder("base"), BASE), "base")
check(not found and r.returncode == 0, "the folder of the examples has nothing to tell", found)
wanted = [c for c in sys.argv[1:]] or [c for c in CODES if c in EXAMPLES or c in MADE]
with ThreadPoolExecutor(2) as pool:
    for results in pool.map(example, wanted):
        for good, name, why in results: check(good, name, why)
for code in CODES:
    if not sys.argv[1:]: check((code in EXAMPLES) != (code in NONE), f"{CODES[code][0]}: has an example, or a reason why not", "DIAG(" + code + ") lacks a line in base/diag_examples.def")
for code in [*EXAMPLES, *BESIDE, *NONE, *MADE]: check(code in CODES, f"example of a code that is there: {code}") if code not in CODES else None
for code, why in NONE.items(): check(len(why) > 10, f"{CODES[code][0]}: why it has no example") if len(why) <= 10 else None
check(len(EXAMPLES) >= 60, "at least 60 kinds of mistakes are tried", len(EXAMPLES))

# -- a library that is loaded when it is needed, and is another one here
stub = folder("stub")
name = os.path.basename(os.path.realpath(os.path.join(text(subprocess.run(["pkg-config", "--variable=libdir", "libzip"], capture_output=True).stdout).strip(), "libzip.so")))
soname = re.sub(r"(\.so\.\d+).*", r"\1", name)
subprocess.run(["cc", "-shared", "-fPIC", "-Wl,-soname," + soname, "-x", "c", os.devnull, "-o", os.path.join(stub, soname)], check=True)
at = write(folder("no-libzip"), {**BASE, **GLOSSARY})
if "glossary.csv" in BASE: os.remove(os.path.join(at, "glossary.csv"))
r = sastra("check", "-i", at, "--lang", "en", env={"LD_LIBRARY_PATH": stub})
check("[office-library]" in text(r.stdout + r.stderr) and "apt-get install" in text(r.stdout + r.stderr) and not crashed(r), "an office file without the library that opens it", text(r.stdout + r.stderr)[-600:])
r = sastra("check", "-i", write(folder("no-office"), BASE), "--lang", "en", env={"LD_LIBRARY_PATH": stub})
check(r.returncode == 0, "what holds no office file does not miss it", text(r.stdout + r.stderr)[-600:])

# -- words
AVOID = r"\b(BOM|UTF-?8|UTF-?16|NULL|NUL|regex|YAML|JSON|parse[ds]?|null|string|flow|scalar|token|byte-order|bytes?|syntax|encoding|map)\b"
for code, (name, severity, texts) in CODES.items():
    en, km, cure_en, cure_km = texts
    check(all(texts) and re.search("[ក-៹]", km) and re.search("[ក-៹]", cure_km), f"{name}: both languages", texts) if not (all(texts) and re.search("[ក-៹]", km) and re.search("[ក-៹]", cure_km)) else None
    plain = re.sub(r"“[^”]*”", "", en + " " + cure_en)
    bad = re.search(AVOID, plain)
    if bad: check(False, f"{name}: no code words", bad[0])
    args = lambda t: set(re.findall(r"\{(\d)\}", t))
    if args(en) != args(km) and code not in {"GROUP_SMALL"}: check(False, f"{name}: both languages say the same", (args(en), args(km)))
    several = re.search(r"\{(\d)\} (rows|cells|letters|parts|columns|forms|sheets|words|places|times|options|groups|bytes|sessions|pictures|paragraphs)\b", en)
    if several: check(False, f"{name}: singular and plural", several[0])
check(True, "the catalogue's words")
done()
