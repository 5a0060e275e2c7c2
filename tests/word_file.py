"""Makes small .docx and .odt files for tests: word() with Word's own markup, writer() with LibreOffice's. Both take the body's
XML and what goes along; nothing of it comes from a real document."""
import io, struct, zipfile, zlib

W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
     'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
     'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
     'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"')
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ODF = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for p, n in (
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"), ("fo", "xsl-fo-compatible"),
    ("svg", "svg-compatible"))) + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'

def png(w=40, h=30, tint=120):
    """A picture, different by its tint."""
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + bytes(v for x in range(w) for v in (x % 256, y % 256, tint)) for y in range(h))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, 8, 2, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) +
            chunk(b"IEND", b""))

def zipped(parts):
    """name → text or bytes, in this order"""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts.items(): z.writestr(zipfile.ZipInfo(name, (2023, 4, 4, 0, 0, 0)), data)
    return out.getvalue()

# -- as Word writes it --

def p(text, style="", extra=""):
    """A paragraph; text: plain, or runs where it begins with <"""
    runs = text if text.startswith("<") else r(text)
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{style}{extra}</w:pPr>{runs}</w:p>"

def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

def item(text, depth=0, number=1):
    return p(text, "", f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')

def field(code, result):
    mark = lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    return mark("begin") + f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>' + mark("separate") + result + mark("end")

def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{text if text.startswith('<w:p') or text.startswith('<w:tbl') else p(text)}</w:tc>"

def row(*cells, properties=""):
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"

def table(*rows):
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(rows) + "</w:tbl>"

def picture(id_, alt="", kind="inline"):
    return (f'<w:r><w:drawing><wp:{kind}><wp:extent cx="1800000" cy="1500000"/><wp:docPr id="1" name="Picture 1" descr="{alt}"/><a:graphic>'
            f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{id_}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
            f"</wp:{kind}></w:drawing></w:r>")

# Word in German names its styles so; the names within are English in each of its languages.
STYLES = f"""<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Alt"><w:name w:val="Old Khmer"/><w:rPr><w:rFonts w:ascii="Limon S1" w:hAnsi="Limon S1"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style></w:styles>"""

def level(depth, form, text, start=1):
    return (f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            f'<w:pPr><w:ind w:left="{720 * (depth + 1)}" w:hanging="360"/></w:pPr></w:lvl>')

# 1: bullets; 2: 1. a) ; 3: the same list as 2, begun again at 5; 4: Khmer letters
NUMBERING = (f'<w:numbering {W}>'
             f'<w:abstractNum w:abstractNumId="0">{level(0, "bullet", "")}{level(1, "bullet", "o")}</w:abstractNum>'
             f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2)")}</w:abstractNum>'
             f'<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="custom" w:format="ក, ខ, គ, ..."/>'
             '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
             '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
             '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
             '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num></w:numbering>')

def word(body, footnotes="", links=(), pictures=(), more=None):
    """links: (id, address); pictures: (id, name, bytes); footnotes: the XML of w:footnote elements"""
    relation = lambda id_, kind, target, mode="": f'<Relationship Id="{id_}" Type="{OFFICE}{kind}" Target="{target}"{mode}/>'
    rels = relation("s", "styles", "styles.xml") + relation("n", "numbering", "numbering.xml") + relation("f", "footnotes", "footnotes.xml")
    rels += "".join(relation(i, "hyperlink", a, ' TargetMode="External"') for i, a in links)
    rels += "".join(relation(i, "image", "media/" + n) for i, n, _ in pictures)
    parts = {
        "[Content_Types].xml": HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": HEAD + f'<Relationships {PACKAGE}>{relation("d", "officeDocument", "word/document.xml")}</Relationships>',
        "docProps/core.xml": HEAD + '<x><title>Secret title</title><creator>Secret Author</creator></x>',
        "word/document.xml": HEAD + f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": HEAD + f"<Relationships {PACKAGE}>{rels}</Relationships>",
        "word/styles.xml": HEAD + STYLES, "word/numbering.xml": HEAD + NUMBERING,
        "word/footnotes.xml": HEAD + f"<w:footnotes {W}>{footnotes}</w:footnotes>",
        "word/comments.xml": HEAD + f"<w:comments {W}><w:comment w:id=\"1\" w:author=\"Secret Author\">{p('Secret remark')}</w:comment></w:comments>"}
    parts.update({"word/media/" + n: data for _, n, data in pictures})
    parts.update(more or {})
    return zipped({n: d for n, d in parts.items() if d is not None})

# -- as LibreOffice writes it --

def span(text, style): return f'<text:span text:style-name="{style}">{text}</text:span>'
def op(text, style="Standard"): return f'<text:p text:style-name="{style}">{text}</text:p>'
def oh(text, n): return f'<text:h text:style-name="Heading_20_{n}" text:outline-level="{n}">{text}</text:h>'
def olist(style, *items): return f'<text:list text:style-name="{style}">' + "".join(f"<text:list-item>{i}</text:list-item>" for i in items) + "</text:list>"
def inner(*items): return "<text:list>" + "".join(f"<text:list-item>{i}</text:list-item>" for i in items) + "</text:list>"
def onote(text): return f'<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>{op(text, "Footnote")}</text:note-body></text:note>'
def oframe(name, alt): return (f'<draw:frame text:anchor-type="as-char" svg:width="5cm" svg:height="4cm"><draw:image xlink:href="Pictures/{name}"/>'
                               f"<svg:desc>{alt}</svg:desc></draw:frame>")
def ocell(text="", across=1, down=1): return (f'<table:table-cell table:number-columns-spanned="{across}" table:number-rows-spanned="{down}">'
                                              f"{op(text)}</table:table-cell>")
COVERED = "<table:covered-table-cell/>"
def orow(*cells): return "<table:table-row>" + "".join(cells) + "</table:table-row>"
def otable(head, *rows): return f'<table:table><table:table-header-rows>{head}</table:table-header-rows>{"".join(rows)}</table:table>'

def numbers(name, *formats):
    levels = "".join(f'<text:list-level-style-number text:level="{i}" style:num-format="{f}" style:num-suffix="{s}"/>' for i, (f, s) in enumerate(formats, 1))
    return f'<text:list-style style:name="{name}">{levels}</text:list-style>'

def look(name, properties, family="text", parent=""):
    return (f'<style:style style:name="{name}" style:family="{family}"' + (f' style:parent-style-name="{parent}"' if parent else "") +
            f"><style:text-properties {properties}/></style:style>")

OSTYLES = (look("B", 'fo:font-weight="bold" style:font-weight-complex="bold"') + look("I", 'fo:font-style="italic"') +
           look("Hid", 'text:display="none"') + look("Cut", 'style:text-line-through-style="solid"') + look("Lim", 'fo:font-family="ABC-TEXT-05"') + look("Sub", 'style:text-position="sub 58%"') +
           look("Sup", 'style:text-position="super 58%"') + look("P1", "", "paragraph", "Title") +
           numbers("N", ("1", "."), ("a", ")")) + numbers("K", ("ក, ខ, គ, ...", ".")) + numbers("D", ("១, ២, ៣, ...", ")")) +
           '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
           '<text:list-level-style-bullet text:level="2" text:bullet-char="◦"/></text:list-style>')

def writer(body, pictures=()):
    parts = {"mimetype": "application/vnd.oasis.opendocument.text",
             "content.xml": HEAD + f"<office:document-content {ODF}><office:automatic-styles>{OSTYLES}</office:automatic-styles><office:body>"
                                   f"<office:text>{body}</office:text></office:body></office:document-content>",
             "styles.xml": HEAD + f'<office:document-styles {ODF}><office:styles>'
                                  "</office:styles></office:document-styles>",
             "meta.xml": HEAD + f"<office:document-meta {ODF}><office:meta><dc:creator>Secret Author</dc:creator></office:meta></office:document-meta>"}
    parts.update({"Pictures/" + n: data for n, data in pictures})
    return zipped(parts)
