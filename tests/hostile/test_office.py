#!/usr/bin/env python3
"""Workbooks that mean harm, or are damaged: a message each, no crash, little time and memory, and the rest of the report is made."""
import os, resource, struct, sys, zlib

sys.path[:0] = [os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")]
from lib import *
from sheet_file import *

MEMORY = 1 << 30 # bytes of address space; the sanitizers reserve more than there is
def bounded():
    if SLOWER < 12: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

BASE = {k: v for k, v in SMALL.items() if k != "programme.csv"}
HEAD = ["day", "session", "title_en"]
GOOD = xlsx_parts({"Sheet1": [HEAD, [1, "d1s01", "Opening"]]})

def tried(name, data, ending="xlsx"):
    base = write(folder("in"), {**BASE, "programme." + ending: data})
    out = folder("out")
    r = sastra("build", "-i", base, "-o", out, prepare=bounded)
    check(not crashed(r) and os.path.exists(os.path.join(out, "report.pdf")), f"{name}: the report is made", text(r.stderr))
    check(r.cpu < 20 * SLOWER, f"{name}: in good time", f"{r.cpu:.1f} s")
    return [p["code"] for p in problems(out) if p["file"].startswith("programme.") and p["code"] != "title-one-language"]

def refused(name, data, *wanted, ending="xlsx"):
    found = tried(name, data, ending)
    check(found == list(wanted), f"{name}: one clear complaint", f"{found}, not {list(wanted)}")

# -- archives --
refused("64 MB of zeros", archive({**GOOD, "xl/worksheets/sheet1.xml": b"<a>" + bytes(1 << 26)}), "office-bomb")
refused("100,000 parts", archive({**GOOD, **{f"x/{i}": "" for i in range(100000)}}), "office-parts")
refused("no archive behind the head", b"PK\3\4" + bytes(1000), "office-damaged")
refused("parts that lead out", archive({"../../etc/passwd": "x", "/etc/passwd": "x", "a\\b": "x"}), "office-damaged")
whole = archive(GOOD)
for n in (100, len(whole) // 2, len(whole) - 30): refused(f"cut off after {n} bytes", whole[:n], "office-damaged")
way_out = {**GOOD, "xl/_rels/workbook.xml.rels": GOOD["xl/_rels/workbook.xml.rels"].replace("worksheets/", "../../../")}
refused("a relation that leads out", archive(way_out), "sheet-none")
refused("a workbook that is no XML (.xlsb)", archive({"_rels/.rels": GOOD["_rels/.rels"].replace("workbook.xml", "workbook.bin"), "xl/workbook.bin": b"\x83\x01\x00"}), "sheet-none")
refused("a picture's name on a workbook", archive({"word/document.xml": "<a/>"}), "sheet-none")
refused("a locked one of Excel", b"\xD0\xCF\x11\xE0" + bytes(500) + "EncryptedPackage".encode("utf-16-le"), "office-locked")
locked = {"content.xml": bytes(range(256)), "META-INF/manifest.xml": '<m xmlns="x"><encryption-data/></m>'}
refused("a locked one of LibreOffice", archive(locked), "office-locked", ending="ods")

def quine_sizes(size):
    """One part that says it is this large."""
    z = bytearray(archive({"content.xml": "x"}))
    at = z.index(b"PK\1\2")
    z[at + 24:at + 28] = struct.pack("<I", size)
    z[22:26] = struct.pack("<I", size)
    return bytes(z)
refused("a part that says 4 GB", quine_sizes(0xFFFFFFF0), "office-unpacked", ending="ods")
refused("a part that says less than it is", quine_sizes(0), "office-part", ending="ods")

# Each entry shows the same packed bytes: 200 parts of 60 MB out of one.
def overlapping():
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = b"<a>" + b"x" * (1 << 22)
    body = packed.compress(raw) + packed.flush()
    local = lambda n: struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 33, zlib.crc32(raw), len(body), len(raw), len(n), 0) + n
    entry = lambda n: struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 8, 0, 33, zlib.crc32(raw), len(body), len(raw), len(n), 0, 0, 0, 0, 0, 0) + n
    name = b"content.xml"
    start = local(name) + body
    central = b"".join(entry(name) for _ in range(200))
    return start + central + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 200, 200, len(central), len(start), 0)
found = tried("overlapping entries", overlapping(), "ods")
check(len(found) == 1, "overlapping entries: one complaint", str(found))

# -- XML --
def with_sheet(xml): return archive({**GOOD, "xl/worksheets/sheet1.xml": xml})
laughs = '<!DOCTYPE l [<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10)) + "]><a>&l9;</a>"
refused("nested entities", with_sheet(laughs), "office-entity")
refused("entities from elsewhere", with_sheet('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'), "office-entity")
refused("a hundred thousand elements deep", with_sheet("<a>" * 100000), "office-deep")
refused("a sheet that breaks off", with_sheet(f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>day'), "office-xml")
refused("no XML at all", with_sheet("day,session,title_en\n"), "office-xml")
refused("texts that are not there", with_sheet(f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="s"><v>99</v></c></row></sheetData></worksheet>'), "office-part")
long = "x" * 4000000
refused("a namespace of 4 MB", with_sheet(f'<w xmlns:p="{long}">' + "<p:a p:b=''/>" * 10000 + "</w>"), "file-empty")

# -- sheets --
cells = "<row>" + '<c t="s" s="5"><v>0</v></c>' * 1000 + "</row>"
long = {" " * 50000 + "day" * 15000 + " " * 50000: 0}
found = tried("one long text in 100,000 cells", xlsx({"S": f'<worksheet xmlns="{MAIN}"><sheetData>{cells * 100}</sheetData></worksheet>'}, texts=long))
check(sorted(set(found)) == ["column-missing", "sheet-big", "sheet-font", "sheet-font-more"] and len(found) == 23, "one long text in 100,000 cells: told", f"{len(found)} {set(found)}")
refused("a cell in the last corner", xlsx({"S": xlsx_sheet([HEAD, [1, "d1s01", "Opening"]], {}).replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')},
        texts={t: i for i, t in enumerate(HEAD + ["d1s01", "Opening"])}), "sheet-big")
row = '<table:table-row table:number-rows-repeated="1073741824"><table:table-cell table:number-columns-repeated="1073741824" office:value-type="string"><text:p>day</text:p></table:table-cell></table:table-row>'
found = tried("2^30 rows of 2^30 cells", ods({"S": f'<table:table table:name="S">{row}</table:table>'}), "ods")
check("sheet-big" in found, "2^30 rows of 2^30 cells: told", str(found))
row = row.replace(' table:number-columns-repeated="1073741824"', "")
found = tried("2^30 rows", ods({"S": f'<table:table table:name="S">{row}</table:table>'}), "ods")
check("sheet-big" in found, "2^30 rows: told", str(found[:9]))
done()
