#!/usr/bin/env python3
"""The walk through the structure finds what is wrong: a sound file of every feature, then one fault of each kind put in."""
import os, re, subprocess, sys
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..")]
from lib import *
import profiles, readback, structure

FEATURES = dict(SMALL)
FEATURES["sessions/d1s01-opening.en.md"] = """# Opening

The forum **began** with a note[^1] and [a link](https://example.org/a?b=1), another [that **goes** on, over the end of its line and the next one, however wide](https://example.org/c).

## Points

1. One
2. Two

   - deep

> Said by a mentor.

| Who | How many |
| --- | ---: |
| Teachers | 12 |

<table><tr><th>Who</th><th>How many</th></tr><tr><td colspan="2">In the south</td></tr><tr><td>Kampot</td><td>12</td></tr></table>

`code` in a line, \ue000 in private use, ภาษาไทย and Tiếng Việt, Nội Hà, a [![picture](photos/a.png)](https://example.org/b) and [words](https://example.org/b).

| \ue000 of a head that stands again |
| --- |
{ROWS}

![Two teachers at a board](photos/a.png "At the board")

![A board in a wide gamut](photos/b.png)

[^1]: The note's own text.
"""
FEATURES["sessions/d1s01-opening.en.md"] = FEATURES["sessions/d1s01-opening.en.md"].replace("{ROWS}", "".join(f"| Row {i} |\n" for i in range(60)))
FEATURES["sessions/d1s01-opening.km.md"] = """# ពិធីបើក

វេទិកា STEM បាន**ចាប់ផ្តើម**[^1] និង [តំណ](https://example.org/ខ្មែរ)។

## ចំណុច

១. មួយ
២. ពីរ

> សម្តីរបស់គ្រូប្រឹក្សា។

| អ្នកណា | ចំនួន |
| --- | ---: |
| គ្រូ | ១២ |

[^1]: កំណត់សម្គាល់។
"""
FEATURES["photos/a.png"] = profiles.png(alpha=True)
FEATURES["photos/b.png"] = profiles.png(profiles.icc())
FEATURES["forms/comments.yml"] = """id: comments
en: {title: Comments and questions}
km: {title: មតិយោបល់ និងសំណួរ}
prompts:
  - {id: q1, type: open, lines: 4, en: What did you notice?, km: តើអ្នកសង្កេតឃើញអ្វី?}
  - {id: q2, type: yesno, en: Was it useful?, km: តើមានប្រយោជន៍ទេ?}
  - {id: q3, type: scale, points: 5, en: How useful?, km: មានប្រយោជន៍កម្រិតណា?, low_en: little, low_km: តិច, high_en: much, high_km: ច្រើន}
"""

MUTANTS = [  # the clause that must tell it, what to find in the file as qpdf spreads it, what to put there
    ("A 6.1.2", rb"%PDF-1\.7", b"%PDF-1.4"),
    ("A 6.1.3 trailer", rb"/ID \[<", b"/Id [<"),
    ("A 6.6.2, UA 5", rb"<pdfaProperty:category>internal", b"<pdfaProperty:category>whatever"),
    ("A 6.6.2, UA 5", rb"<xmp:CreatorTool>sastra</xmp:CreatorTool>", b"<xmp:CreatorTool>sastra</xmp:CreatorTool><other xmlns='http://example.org/'>x</other>"),
    ("A 6.6.2, UA 5", rb"<\?xpacket begin=", b"<?xpacket bytes='9' begin="),
    ("A 6.6.2, UA 5", rb"<pdfaid:part>3", b"<pdfaid:part>2"),
    ("A 6.6.2, UA 5", rb"<pdfaid:conformance>A", b"<pdfaid:conformance>B"),
    ("A 6.6.2, UA 5", rb"<pdfuaid:part>1", b"<pdfuaid:part>2"),
    ("A 6.6.2, UA 5", rb"<pdfaProperty:name>part", b"<pdfaProperty:name>trap"),
    ("A 6.6.2 XMP and Info", rb"/Creator \(sastra\)", b"/Creator (sastro)"),
    ("A 6.6.2 XMP and Info", rb"/ModDate \(D:20230405", b"/ModDate (D:20230406"),
    ("UA 7.1, A 6.7", rb"/Marked true", b"/Marked null"),
    ("UA 7.1, A 6.7", rb"/Marked true", b"/Marked true /Suspects true"),
    ("UA 7.1, A 6.7", rb"/Type /StructTreeRoot", b"/RoleMap <</Q /P>> /Type /StructTreeRoot"),
    ("UA 7.1, A 6.7", rb"/Tabs /S", b"/AA <<>> /Tabs /S"),
    ("A 6.1.7", rb"/DCTDecode|/Subtype /EmbeddedFile|/Type /EmbeddedFile", b"/Type /EmbeddedFile /F (other)"),
    ("A 6.1.13", rb"/MediaBox \[(\s+)0(\s+)0(\s+)[\d.]+", rb"/MediaBox [\g<1>0\g<2>0\g<3>20000"),
    ("UA 7.1, A 6.7", rb"/DisplayDocTitle true", b"/DisplayDocTitle null"),
    ("A 6.2.3", rb"/S /GTS_PDFA1", b"/S /GTS_PDFX1"),
    ("UA 7.1-3, A 6.2.2", rb"\nBT\n", b"\nEMC BT\n"),
    ("UA 7.1-3, A 6.2.2", rb" rg\n", b" rg 0 0 1 1 k\n"),
    ("UA 7.1-3 artifacts", rb"/Artifact<</Type/Layout>>", b"/Artifact<</Type/Nothing>>"),
    ("32000 14.7.4.4", rb"<</MCID 2>>BDC", b"<</MCID 99>>BDC"),
    ("A 6.2.4", rb"/ColorSpace /DeviceRGB", b"/ColorSpace /DeviceCMYK"),
    ("A 6.2.4", rb"/Group <<", b"/Grope <<"),
    ("A 6.2.4", rb"/N 3\n", b"/N 1\n"),
    ("A 6.2.4", rb"/Alternate /DeviceRGB", b"/Alternate /DeviceGray"),
    ("A 6.2.4", rb"/Alternate /DeviceRGB", b"/Alternate /DeviceRGB /Range [0 1]"),
    ("A 6.2.4", rb"mntrRGB (XYZ [^a]*)acsp", rb"linkRGB \1acsp"),
    ("A 6.2.4", rb"/ICCBased", b"/CalRGB"),
    ("A 6.2.11 fonts", rb"/W \[(\s+\d+\s+)\[(\s+)(\d+)", rb"/W [\1[\g<2>4000"),
    ("A 6.2.11 fonts", rb"/FontFile2", b"/FontFile7"),
    ("A 6.2.11 fonts", rb"/WMode 0\n", b"/WMode 1\n"),
    ("A 6.2.11 fonts", rb"begincidrange\n<(..)><FF>\d+", rb"begincidrange\n<\1><FF>300"),
    ("UA 7.1-3, A 6.2.2", rb"<(0[0-9])><FF>\n", b"<38><FF>\n"),
    ("A 6.2.11.7 Unicode", rb"<30><[0-9A-F]+>", b"<30><>"),
    ("A 6.2.11 fonts", rb"/FontName /[A-Z]{6}", b"/FontName /AAAAAA"),
    ("A 6.2.11 fonts", rb"/CapHeight", b"/CIDSet 1 0 R /CapHeight"),
    ("A 6.2.11.7 private", rb"(/Artifact<<[^>]*)/ActualText", rb"\1/ActualTexx"),
    ("A 6.2.11.7 private", rb"/ActualText <feffe000>", b"/ActualTexx <feffe000>"),
    ("32000 14.8.4", rb"/S /LI\n", b"/S /TR\n"),
    ("32000 14.8.4", rb"/S /TOCI\n", b"/S /P\n"),
    ("UA 7.4", rb"/S /H2\n", b"/S /H4\n"),
    ("UA 7.17", rb"/S /H2\n", b"/S /P\n"),
    ("32000 14.8.4", rb"/S /Figure\n", b"/S /Div\n"),
    ("UA 7.5", rb"/Scope /Column", b"/Scope /Nothing"),
    ("UA 7.6", rb"/ListNumbering /Decimal", b"/ListNumbering /None"),
    ("UA 7.5", rb"/S /TH\n", b"/S /TD\n"),
    ("UA 7.5", rb"/Scope /Row", b"/Scope /Roow"),
    ("UA 7.5", rb"/Scope /Row\n((?:.*\n){0,12}?.*)/S /TH\n", rb"\1/S /TD\n"),
    ("UA 7.5", rb"/ColSpan 2\n(\s*/O /Table\n)\s*/Scope /Column\n((?:.*\n){0,12}?.*)/S /TH\n", rb"/ColSpan 2\n\1\2/S /TD\n"),
    ("UA 7.5", rb"/Headers \[", b"/Heads ["),
    ("UA 7.5", rb"/Headers \[\s+\(head0", b"/Headers [(head9"),
    ("UA 7.2 captions", rb"/Lang \(en\)", b"/Lang (en_GB)"),
    ("UA 7.3", rb"/Alt ", b"/Alz "),
    ("UA 7.3", rb"/BBox \[", b"/Bbox ["),
    ("UA 7.9", rb"/ID \(note000002\)", b"/ID (note000001)"),
    ("UA 7.2", rb"/Lang \(en\)", b"/Lang (km)"),
    ("UA 7.2 language", rb"/Lang \(th\)", b"/Lang (en)"),
    ("UA 7.2 language", rb"/Lang \(vi\)", b"/Lang (en)"),
    ("UA 7.2 language", rb"(?s)\A(.*?)/Lang \(en\)", rb"\1/Lang (vi)"),
    ("UA 7.18", rb"/S /Link\n", b"/S /Span\n"),
    ("UA 7.18", rb"/S /Reference\n", b"/S /Link\n"),
    ("UA 7.18", rb"/QuadPoints \[\s+\d+", b"/QuadPoints [9"),
    ("UA 7.18", rb"/QuadPoints \[(?:\s+[\d.]+){8}", b"/QuadPoints ["),
    ("UA 7.18", rb"/Obj (\d+) 0 R\n(\s*)/Pg (\d+) 0 R\n(\s*)/Type /OBJR\n(\s*)>>", rb"/Obj \1 0 R /Pg \3 0 R /Type /OBJR >> << /Obj \1 0 R /Pg \3 0 R /Type /OBJR >>"),
    ("UA 7.18", rb"/F 4\n", b"/F 2\n"),
    ("UA 7.18", rb"/F 4\n", b"/F 36\n"),
    ("UA 7.18", rb"/S /URI\n", b"/S /Launch\n"),
    ("32000 keys", rb"/Tabs /S", b"/Tabz /S"),
    ("32000 keys", rb"/StemV", b"/StemW"),
    ("32000 keys", rb"/ParentTreeNextKey", b"/ParentTreeNext"),
    ("UA 7.18", rb"/Contents \(", b"/Contentz ("),
    ("UA 7.18", rb"/Tabs /S", b"/Tabs /R"),
    ("UA 7.17", rb"/Next (\d+) 0 R\n(.*)/Parent", rb"\n\2/Parent"),
    ("A 6.8", rb"/Subtype /text#2fmarkdown", b"/Subtype /textmarkdown"),
    ("A 6.8", rb"/AFRelationship /\w+", b"/AFRelationship /Nothing"),
]

FORMS = [  # the same in a form; and what is told, where more than one thing could be
    ("32000 14.8.5.6", rb"/Desc (?:\([^\\)]*\)|<[0-9a-f]*>)", b"", "no /Desc"),
    ("32000 14.8.5.6", rb"/Role /tv", b"/Role /tx"),
    ("32000 14.8.5.6", rb"/checked /off", b"/checked /on"),
    ("32000 14.8.5.6", rb"/Desc \([^\\)]*\)|/Desc <[0-9a-f]*>", b"/Desc (space to write in)"),
    ("32000 14.8.5.6", rb"(/Desc (?:<[0-9a-f]*>|\([^)]*\))((?:.*\n){0,12}?.*)/Role /rb\n((?:.*\n){0,40}?.*))/Desc (?:<[0-9a-f]*>|\([^)]*\))((?:.*\n){0,12}?.*)/Role /rb", rb"\1/Desc (Yes)\4/Role /cb"),
    ("32000 14.8.5.6", rb"/S /H2\n", b"/S /P\n"),
]

BYTES = [  # the same in the file as it is written; as many bytes as before
    ("A 6.1.6-9", rb"(\d 0 obj)\n", rb"\1 "),
    ("A 6.1.6-9", rb"\nendobj", b" endobj"),
    ("A 6.1.6-9", rb"\nendstream", b" endstream"),
    ("A 6.1.6-9", rb"/Length 1", b"/Length 2"),
]

def mutate(raw, find, put, path):
    changed, n = re.subn(find, put, raw, flags=re.S if b"/Next" in find else 0)
    if not n: return False
    fixed = subprocess.run(["fix-qdf"], input=changed, capture_output=True).stdout
    with open(path, "wb") as f: f.write(fixed)
    return True

def called(clause, find, put):
    """A fault by the clause that must tell it, what is looked for and what comes in its place."""
    return " ".join(f"{clause}: {text(find)} → {text(put) or 'nothing'}".split())

def failing(path, only=""):
    lines = []
    structure.check(path, say=lines.append, only=only)
    return [l for l in lines if l.startswith("not ok")]

base = folder("mutants")
out = os.path.join(base, "out")
r = build(write(os.path.join(base, "input"), FEATURES), out, "-q")
report, form = os.path.join(out, "report.pdf"), os.path.join(out, "handouts", "form-comments.pdf")
if not check(os.path.exists(report), "a file of every feature", text(r.stderr)[-2000:]): done()
for path in (report, form):
    check(readback.check(path, folder=os.path.join(base, "input"), say=lambda l: None) == 0, f"{os.path.basename(path)} reads back")
    check(not failing(path), f"{os.path.basename(path)} is sound", failing(path)[:5])
def spread(name):
    path = os.path.join(base, "spread.pdf")
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", name, path])
    with open(path, "rb") as f: raw = f.read()
    check(not failing(path), f"{os.path.basename(name)}, spread out, is sound", failing(path)[:5])
    return raw

raw, blank = spread(report), spread(form)
for i, (name, find, put, *said) in enumerate(FORMS):
    path = os.path.join(base, f"form{i}.pdf")
    told = failing(path, name) if mutate(blank, find, put, path) else []
    check(any(f": {name}" in l and all(s in l for s in said) for l in told), f"in a form, {called(name, find, put)}", told[:3])
for i, (name, find, put) in enumerate(MUTANTS):
    if b"AFRelationship" in find and b"/AFRelationship" not in raw: continue  # nothing attached
    path = os.path.join(base, f"mutant{i}.pdf")
    if not mutate(raw, find, put, path):
        check(False, called(name, find, put), f"nothing like {find!r} in the file"); continue
    told = failing(path, name)
    check(any(f": {name}" in l or "cannot be read" in l for l in told), called(name, find, put), told[:3])
with open(report, "rb") as f: written = f.read()
for i, (name, find, put) in enumerate(BYTES):
    path = os.path.join(base, f"bytes{i}.pdf")
    changed, n = re.subn(find, put, written, count=1)
    with open(path, "wb") as f: f.write(changed)
    told = failing(path)
    check(n and any(f": {name}" in l for l in told), f"as it is written, {called(name, find, put)}", told[:3])
done()
