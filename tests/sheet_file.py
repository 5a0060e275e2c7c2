"""Office files for tests: rows of values to .xlsx and .ods, as Excel and LibreOffice would hold them; parts to any archive."""
import datetime, io, zipfile
from xml.sax.saxutils import escape, quoteattr

def archive(parts):
    """Name → text or bytes, to the bytes of a ZIP file."""
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts.items(): z.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return to.getvalue()

def rows_of(csv_text, separator=","):
    """A CSV's cells, with the numbers, dates and times that a spreadsheet makes of them when it is opened."""
    import csv
    return [[typed(c) for c in row] for row in csv.reader(io.StringIO(csv_text.lstrip("\ufeff")), delimiter=separator)]

def typed(text):
    for read in (lambda t: int(t) if str(int(t)) == t else None,
                 lambda t: datetime.date.fromisoformat(t) if len(t) == 10 else None,
                 lambda t: datetime.time.fromisoformat(t) if len(t) == 5 else None):
        try: value = read(text)
        except ValueError: continue
        if value is not None: return value
    return text

# -- .xlsx --

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = {MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main", DOC: "http://purl.oclc.org/ooxml/officeDocument/relationships"}
# Cell styles of ours: General, a date, a time, a day with its time, per cent, in Limon.
STYLES = f'''<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-409]dd/mm/yyyy\\ hh:mm"/></numFmts>
<fonts count="2"><font><name val="Calibri"/></font><font><name val="Limon S1"/></font></fonts>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0"/></cellStyleXfs>
<cellXfs count="6"><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0"/><xf numFmtId="20" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="9" fontId="0"/>
<xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>'''

def column(n):
    """0: A, 26: AA"""
    return (column(n // 26 - 1) if n >= 26 else "") + chr(65 + n % 26)

def serial(day): return (day - datetime.date(1899, 12, 30)).days

def xlsx_cell(ref, value, texts):
    if value is None or value == "": return ""
    if isinstance(value, bool): return f'<c r="{ref}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, (int, float)): return f'<c r="{ref}"><v>{value!r}</v></c>'
    if isinstance(value, datetime.datetime):
        return f'<c r="{ref}" s="3"><v>{serial(value.date()) + (value.hour * 60 + value.minute) / 1440!r}</v></c>'
    if isinstance(value, datetime.date): return f'<c r="{ref}" s="1"><v>{serial(value)}</v></c>'
    if isinstance(value, datetime.time): return f'<c r="{ref}" s="2"><v>{(value.hour * 60 + value.minute) / 1440!r}</v></c>'
    return f'<c r="{ref}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'

def xlsx_sheet(rows, texts):
    lines = (f'<row r="{i}">' + "".join(xlsx_cell(f"{column(k)}{i}", v, texts) for k, v in enumerate(row)) + "</row>"
             for i, row in enumerate(rows, 1) if any(v not in (None, "") for v in row))
    return f'<worksheet xmlns="{MAIN}"><sheetData>' + "".join(lines) + "</sheetData></worksheet>"

def xlsx_parts(sheets, strict=False, states={}, texts=None, is_1904=False):
    """sheets: name → rows, or the XML of a whole sheet. states: name → "hidden"."""
    texts = {} if texts is None else texts
    parts = {f"xl/worksheets/sheet{i}.xml": s if isinstance(s, str) else xlsx_sheet(s, texts) for i, s in enumerate(sheets.values(), 1)}
    entries = "".join(f'<sheet name={quoteattr(n)} sheetId="{i}" r:id="rId{i}"' + (f' state="{states[n]}"' if n in states else "") + "/>"
                      for i, n in enumerate(sheets, 1))
    n = len(sheets)
    relation = lambda i, kind, target: f'<Relationship Id="rId{i}" Type="{DOC}/{kind}" Target="{target}"/>'
    relations = lambda body: f'<Relationships xmlns="{REL}">{body}</Relationships>'
    shared = "".join(f'<si><t xml:space="preserve">{escape(t)}</t></si>' for t in texts)
    parts.update({
        "_rels/.rels": relations(relation(1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{DOC}"><workbookPr date1904="{int(is_1904)}"/><sheets>{entries}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations("".join(relation(i, "worksheet", f"worksheets/sheet{i}.xml") for i in range(1, n + 1)) +
                                                relation(n + 1, "sharedStrings", "sharedStrings.xml") + relation(n + 2, "styles", "styles.xml")),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
        "xl/styles.xml": STYLES,
    })
    if strict:
        for name in parts:
            for plain, other in STRICT.items(): parts[name] = parts[name].replace(plain, other)
    return parts

def xlsx(sheets, **more):
    return archive(xlsx_parts(sheets if isinstance(sheets, dict) else {"Sheet1": sheets}, **more))

# -- .ods --

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = " ".join(f'xmlns:{p}="{OASIS}{u}:1.0"' for p, u in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"),
                                                           ("draw", "drawing"), ("fo", "xsl-fo-compatible")))
NAMES += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'

def ods_value(value):
    if isinstance(value, bool): return f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"', str(value).upper()
    if isinstance(value, (int, float)): return f'office:value-type="float" office:value="{value!r}"', f"{value:g}"
    if isinstance(value, datetime.datetime): return f'office:value-type="date" office:date-value="{value.isoformat()}"', f"{value:%d/%m/%y %H:%M}"
    if isinstance(value, datetime.date): return f'office:value-type="date" office:date-value="{value.isoformat()}"', f"{value:%d/%m/%y}"
    if isinstance(value, datetime.time): return f'office:value-type="time" office:time-value="PT{value:%HH%MM}00S"', f"{value:%H:%M}"
    return 'office:value-type="string"', value

def ods_cell(value):
    if value is None or value == "": return "<table:table-cell/>"
    attributes, shown = ods_value(value)
    return f"<table:table-cell {attributes}>" + "".join(f"<text:p>{escape(line)}</text:p>" for line in shown.split("\n")) + "</table:table-cell>"

def ods_table(name, rows):
    body = "".join("<table:table-row>" + "".join(map(ods_cell, row)) + "</table:table-row>" for row in rows)
    # as LibreOffice ends each sheet
    return (f"<table:table table:name={quoteattr(name)}>{body}<table:table-row table:number-rows-repeated=\"1048000\">"
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>')

def ods_parts(sheets, styles=""):
    """sheets: name → rows, or the XML of a whole table."""
    tables = "".join(s if isinstance(s, str) else ods_table(n, s) for n, s in sheets.items())
    return {"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
                           f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"}

def ods(sheets, **more):
    return archive(ods_parts(sheets if isinstance(sheets, dict) else {"Sheet1": sheets}, **more))
