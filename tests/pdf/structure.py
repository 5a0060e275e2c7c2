#!/usr/bin/env python3
"""structure.py FILE.pdf …: walks PDFs clause by clause (PDF/A-3a: ISO 19005-3; PDF/UA-1: ISO 14289-1; ISO 32000-1).
A clause is a function below: it yields what it finds wrong. Lines "ok FILE: clause" and "not ok FILE: clause: what"."""
import os, re, sys
import xml.etree.ElementTree as ET
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from pdfread import Mark, Pdf, stored

KHMER = re.compile("(?<!\u17d2)[\u1780-\u17b3\u17d7-\u17dc\u19e0-\u19ff]")  # subscripts, vowels and signs go with the letter they stand on
LATIN = re.compile("[A-Za-z]{2}")
OTHERS = [(re.compile(letters), tags) for letters, tags in (  # what no document is in by itself: letters → their languages' tags
    ("[\u0e00-\u0e7f]", ("th",)), ("[\u0e80-\u0eff]", ("lo",)), ("[\u1000-\u109f]", ("my",)), ("[\uac00-\ud7af]", ("ko",)), ("[\u3040-\u30ff]", ("ja",)),
    ("[\u4e00-\u9fff]", ("zh", "ja")), ("[\u0370-\u03ff]{3}", ("el",)), ("[\u0400-\u04ff]", ("und-Cyrl",)), ("[\u0600-\u06ff]", ("und-Arab",)),
    ("[\u0590-\u05ff]", ("he",)), ("[\u0900-\u097f]", ("und-Deva",)), ("[\u0980-\u09ff]", ("und-Beng",)), ("[\u0b80-\u0bff]", ("ta",)), ("[\u10a0-\u10ff]", ("ka",)), ("[\u0530-\u058f]", ("hy",)))]
VIETNAMESE = re.compile("[ơưƠƯ\u0309\u031b]|(?![\u1eb8\u1eb9\u1ebc\u1ebd\u1eca-\u1ecd\u1ee4\u1ee5\u1ef8\u1ef9])[\u1ea0-\u1ef9]")  # but for those of Yoruba, Igbo and Guarani
NUMBER = re.compile("[-+−\\d\u17e0-\u17e9.,%/:–\\s·]+$")
CLAUSES = []

def clause(name):
    def add(f):
        CLAUSES.append((name, f)); return f
    return add

class File(Pdf):
    """The file, with what several clauses look at made once."""
    def __init__(self, path):
        super().__init__(path)
        self.roots = self.structure()
        self.elems, work = [], list(reversed(self.roots))
        while work:
            e = work.pop()
            self.elems.append(e)
            work.extend(reversed(e.elems()))
        self.by_ref = {e.ref: e for e in self.elems}
        self.parents = dict(self.tree(self.get(self.catalog.get("/StructTreeRoot") or {}).get("/ParentTree"), "/Nums")) \
            if "/StructTreeRoot" in self.catalog else {}
        self.drawn = [Drawn(self, i) for i in range(len(self.pages))]

    def lang(self, e):
        for x in e.up():
            if "/Lang" in x.d: return self.text(x.d["/Lang"])
        return self.text(self.catalog.get("/Lang"))

    def owner(self, page, mcid):
        row = self.get(self.parents.get(self.get(self.pages[page]).get("/StructParents"))) or []
        return self.by_ref.get(row[mcid]) if mcid < len(row) else None

    def shown(self, m):
        """The text of a mark."""
        return "".join(self.font(r).unicode.get(c, "") for r, c in m.shown if r)

    def words(self, e, but=()):
        """What an element and all below it show, but for some tags."""
        if not hasattr(self, "said"):
            self.said = {(i, m.props.get("/MCID")): self.shown(m) for i, d in enumerate(self.drawn) for m in d.marks if m.tag != "/Artifact"}
        out, work = [], [("elem", e)]
        while work:
            k = work.pop()
            if k[0] == "mark": out.append(self.said.get(k[1:], ""))
            elif k[0] == "elem" and k[1].tag not in but: work += reversed(k[1].kids)
        return "".join(out)

PAINT = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "Tj", "TJ", "'", '"', "sh", "BI", "INLINE"}
KNOWN = PAINT | {"BT", "ET", "Td", "Tf", "Tw", "Tz", "re", "rg", "RG", "w", "q", "Q", "cm", "BDC", "EMC", "m", "l", "c", "h", "g", "G", "d", "J", "j"}

class Drawn:
    """What a page's content does: its marks in order, and its faults by clause."""
    def __init__(self, pdf, index):
        self.pdf, self.marks, self.faults, self.images, self.colours = pdf, [], [], [], set()
        page = pdf.get(pdf.pages[index])
        resources = pdf.get(page.get("/Resources")) or {}
        self.fonts = pdf.get(resources.get("/Font", {}))
        self.xobjects = pdf.get(resources.get("/XObject", {}))
        self.mark, self.depth, self.text, self.font = None, 0, False, None
        for op, args in pdf.operations(pdf.pages[index]): self.step(op, args)
        if self.mark or self.depth or self.text: self.faults.append("content ends inside a mark, q or BT")

    def step(self, op, args):
        if op not in KNOWN: self.faults.append(f"operator {op}")
        if op in PAINT:
            if not self.mark: self.faults.append(f"{op} outside marked content")
            else: self.mark.painted = True
        if op == "BDC":
            if self.mark: self.faults.append("nested marks")
            self.mark = Mark(args[0], args[1], self.mark)
            self.mark.in_text = self.text
            self.marks.append(self.mark)
        elif op == "EMC":
            if not self.mark: self.faults.append("EMC without BDC")
            elif self.mark.in_text != self.text: self.faults.append("a mark and BT cross")
            self.mark = self.mark and self.mark.parent
        elif op in ("q", "Q"):
            self.depth += 1 if op == "q" else -1
            if not 0 <= self.depth <= 28: self.faults.append("q nests out of bounds")
        elif op in ("BT", "ET"):
            if self.text == (op == "BT"): self.faults.append(f"{op} out of place")
            self.text = op == "BT"
        elif op == "Tf":
            self.font = self.fonts.get(args[0])
            if not self.font: self.faults.append(f"font {args[0]} is not in the resources")
        elif op == "TJ": self.show(args[0])
        elif op == "Tj": self.show(args)
        elif op == "Do":
            if args[0] not in self.xobjects: self.faults.append(f"{args[0]} is not in the resources")
            else: self.images.append(self.xobjects[args[0]])

    def show(self, parts):
        if not self.text: self.faults.append("text outside BT")
        for s in parts:
            if not isinstance(s, bytes): continue
            if len(s) > 32767: self.faults.append("a string longer than 32767 bytes")
            codes = self.pdf.font(self.font).coding.codes(s) if self.font else []
            if None in codes: self.faults.append("half a code")
            if self.mark: self.mark.shown += [(self.font, c) for c in codes if c is not None]

# -- the file ---------------------------------------------------------------------------------------------------------

@clause("A 6.1.2 header")
def header(f):
    if not re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}", f.raw): yield "no PDF 1.7 header with a binary comment"

@clause("A 6.1.3 trailer")
def trailer(f):
    ids = f.trailer.get("/ID")
    if not isinstance(ids, list) or len(ids) != 2: yield "no /ID"
    if "/Encrypt" in f.trailer: yield "encrypted"
    if not f.raw.endswith(b"%%EOF\n"): yield "bytes after the end"

@clause("A 6.1.6-9 bytes")
def objects_bytes(f):
    """Keywords of objects and streams stand in lines of their own, and a stream is as long as it says."""
    for name, at in f.places():
        d = f.objects["obj:" + name]
        head = re.compile(rb"\d+ \d+ obj\r?\n").match(f.raw, at)
        if not head or f.raw[at - 1:at] not in (b"\n", b"\r"): yield f"{name}: the line of obj"; continue
        if "stream" not in d: end = f.raw.find(b"endobj", head.end())
        else:
            begin = re.compile(rb"stream(\r\n|\n)").search(f.raw, head.end())
            says = re.search(rb"/Length\s+(\d+)(\s+\d+\s+R)?", f.raw[head.end():begin.start()]) if begin else None
            n = says and (f.get((says[1] + says[2]).decode()) if says[2] else int(says[1]))
            end = begin.end() + n if begin and isinstance(n, int) else -1
            tail = re.compile(rb"((?<=\n)|\r?\n)endstream\r?\n").match(f.raw, end) if end >= 0 else None
            if not tail: yield f"{name}: a stream that is not {n} bytes long"; continue
            end = tail.end()
        if f.raw[end - 1:end] != b"\n" or not re.compile(rb"endobj\r?\n").match(f.raw, end): yield f"{name}: the line of endobj"

@clause("A 6.1.7 streams")
def streams(f):
    for name, o in f.objects.items():
        d = o["stream"]["dict"] if "stream" in o else {}
        if "/F" in d or "/FFilter" in d or "/FDecodeParms" in d: yield f"{name}: an outside file"
        for x in f.listed(d.get("/Filter")):
            if x not in ("/FlateDecode", "/DCTDecode"): yield f"{name}: {x}"

XMP = {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/",
       "pdf": "http://ns.adobe.com/pdf/1.3/", "a": "http://www.aiim.org/pdfa/ns/id/", "ua": "http://www.aiim.org/pdfua/ns/id/",
       "ext": "http://www.aiim.org/pdfa/ns/extension/", "prop": "http://www.aiim.org/pdfa/ns/property#"}

KNOWN_XMP = set(XMP.values()) | {"adobe:ns:meta/", "http://www.aiim.org/pdfa/ns/schema#"}

def xmp(f):
    return ET.fromstring(f.data(f.catalog["/Metadata"]).decode("utf-8"))

def default(x, name):
    for li in x.findall(f".//dc:{name}//rdf:li", XMP):
        if li.get("{http://www.w3.org/XML/1998/namespace}lang") in (None, "x-default"): return li.text
    return None

@clause("A 6.6.2, UA 5 XMP")
def metadata(f):
    if "/Metadata" not in f.catalog:
        yield "no metadata"; return
    d, x = f.get(f.catalog["/Metadata"]), xmp(f)
    if "/Filter" in d or d.get("/Type") != "/Metadata" or d.get("/Subtype") != "/XML": yield "the stream is packed or has no type"
    for path, want in (("a:part", "3"), ("a:conformance", "A"), ("ua:part", "1")):
        got = x.find(f".//{path}", XMP)
        if got is None or got.text != want: yield f"{path} is not {want}"
    if not default(x, "title"): yield "no dc:title"
    if not x.findall(".//dc:language//rdf:li", XMP): yield "no dc:language"
    if [p.text for p in x.findall(".//ext:schemas//prop:name", XMP)] != ["part"]: yield "pdfuaid has no extension schema"
    if [p.text for p in x.findall(".//ext:schemas//prop:category", XMP)] != ["internal"]: yield "pdfuaid's part is not internal"
    begin = re.match(rb"<\?xpacket begin=[^>]*\?>", f.data(f.catalog["/Metadata"]))
    if not begin or b"bytes=" in begin.group() or b"encoding=" in begin.group(): yield "the packet's head"
    for e in x.iter():
        if e.tag[1:].split("}")[0] not in KNOWN_XMP: yield f"{e.tag} of no schema that is known"

@clause("A 6.6.2 XMP and Info say the same")
def info(f):
    x = xmp(f)
    def tag(path):
        e = x.find(f".//{path}", XMP)
        return None if e is None else e.text
    def date(s):
        m = re.match(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$", s or "")
        return "{}-{}-{}T{}:{}:{}Z".format(*m.groups()) if m else s
    for key, other in (("/Title", default(x, "title")), ("/Author", default(x, "creator")), ("/Subject", default(x, "description")),
                       ("/Creator", tag("xmp:CreatorTool")), ("/Producer", tag("pdf:Producer")),
                       ("/CreationDate", tag("xmp:CreateDate")), ("/ModDate", tag("xmp:ModifyDate"))):
        mine = f.text(f.info.get(key))
        if (date(mine) if "Date" in key else mine) != other: yield f"{key}: {mine!r} and {other!r}"

@clause("UA 7.1, A 6.7 catalog")
def catalog(f):
    c = f.catalog
    if not re.match(r"[a-z]{2,3}$", f.text(c.get("/Lang")) or ""): yield "no /Lang"
    if (f.get(c.get("/MarkInfo")) or {}).get("/Marked") is not True: yield "not marked"
    if (f.get(c.get("/ViewerPreferences")) or {}).get("/DisplayDocTitle") is not True: yield "no DisplayDocTitle"
    if (f.get(c.get("/MarkInfo")) or {}).get("/Suspects"): yield "suspects"
    if "/RoleMap" in (f.get(c.get("/StructTreeRoot")) or {}): yield "a role map"
    for name, o in f.objects.items():
        d = o.get("value") if "value" in o else o["stream"]["dict"]
        if isinstance(d, dict) and {"/AA", "/PresSteps", "/AlternatePresentations"} & set(d): yield f"{name}: actions or presentations"
    for key in ("/OpenAction", "/AcroForm", "/Requirements", "/Perms", "/OCProperties"):
        if key in c: yield key

@clause("A 6.2.3 output intent")
def intent(f):
    intents = [f.get(i) for i in f.get(f.catalog.get("/OutputIntents", []))]
    if [i.get("/S") for i in intents] != ["/GTS_PDFA1"]:
        yield "not one GTS_PDFA1"; return
    profile = f.data(intents[0]["/DestOutputProfile"])
    if profile[12:20] != b"mntrRGB " or profile[36:40] != b"acsp" or int.from_bytes(profile[:4], "big") != len(profile): yield "no RGB profile"
    if f.get(intents[0]["/DestOutputProfile"]).get("/N") != 3: yield "/N is not 3"
    if profile[8] > 4: yield f"profile of version {profile[8]}"

@clause("A 6.1.13 limits")
def limits(f):
    if len(f.objects) > 8388607: yield "too many objects"
    for name, o in f.objects.items():
        for s in strings(o.get("value") if "value" in o else o["stream"]["dict"]):
            if s.startswith("/") and len(s.encode()) > 128: yield f"{name}: a name of {len(s)}"
            if s.startswith("u:") and len(s) * 2 > 32767: yield f"{name}: a string of {len(s)} characters"

    for i, p in enumerate(f.pages):
        box = f.get(f.get(p).get("/MediaBox"))
        if not all(3 <= b - a <= 14400 for a, b in zip(box[:2], box[2:])): yield f"page {i + 1}: {box}"

def strings(x):
    work = [x]
    while work:
        x = work.pop()
        if isinstance(x, str): yield x
        elif isinstance(x, list): work += x
        elif isinstance(x, dict): work += list(x.values()) + list(x)

# -- what is painted --------------------------------------------------------------------------------------------------

@clause("UA 7.1-3, A 6.2.2 everything painted is marked")
def painted(f):
    for i, d in enumerate(f.drawn):
        for fault in d.faults: yield f"page {i + 1}: {fault}"

@clause("UA 7.1-3 artifacts have types")
def artifacts(f):
    for i, d in enumerate(f.drawn):
        for m in d.marks:
            if m.tag != "/Artifact":
                if not isinstance(m.props.get("/MCID"), int): yield f"page {i + 1}: {m.tag} has no MCID"
                continue
            kind = m.props.get("/Type")
            if kind not in ("/Pagination", "/Layout", "/Page", "/Background"): yield f"page {i + 1}: artifact of type {kind}"
            if kind == "/Pagination" and m.props.get("/Subtype") not in ("/Header", "/Footer", "/Watermark"): yield f"page {i + 1}: no subtype"

@clause("32000 14.7.4.4 marks and parent tree")
def marks(f):
    held = {}
    for e in f.elems:
        for k in e.kids:
            if k[0] != "mark": continue
            if k[1:] in held: yield f"page {k[1]}: MCID {k[2]} has two elements"
            held[k[1:]] = e
    for i, d in enumerate(f.drawn):
        if f.get(f.pages[i]).get("/StructParents") is None: yield f"page {i + 1}: no /StructParents"
        ids = [m.props["/MCID"] for m in d.marks if m.tag != "/Artifact" and "/MCID" in m.props]
        if ids != list(range(len(ids))): yield f"page {i + 1}: MCIDs do not count from 0"
        row = f.get(f.parents.get(f.get(f.pages[i]).get("/StructParents"))) or []
        if len(row) != len(ids): yield f"page {i + 1}: {len(ids)} marks, {len(row)} in the parent tree"
        for n in ids:
            e = held.pop((i, n), None)
            if e is None: yield f"page {i + 1}: MCID {n} is in no element"
            elif n < len(row) and row[n] != e.ref: yield f"page {i + 1}: MCID {n} belongs to {e.ref}, the parent tree says {row[n]}"
        for m in d.marks:
            e = f.owner(i, m.props["/MCID"]) if m.tag != "/Artifact" and "/MCID" in m.props else None
            if e and m.tag[1:] != e.tag: yield f"page {i + 1}: a mark {m.tag} of a {e.tag}"
    for (page, n), e in held.items(): yield f"{e.tag} {e.ref}: no MCID {n} on page {page}"

def profile(f, space):
    """ISO 32000-1, 8.6.5.5; ISO 19005-3, 6.2.4.2; ICC.1, 7.2"""
    if space[0] != "/ICCBased" or len(space) != 2: yield f"{space}"; return
    d, icc = f.get(space[1]), f.data(space[1])
    device = {b"RGB ": (3, "/DeviceRGB"), b"GRAY": (1, "/DeviceGray")}.get(icc[16:20])
    if icc[36:40] != b"acsp" or int.from_bytes(icc[:4], "big") != len(icc): yield "no profile"
    if icc[8] > 4 or icc[12:16] not in (b"scnr", b"mntr", b"prtr", b"spac"): yield f"a profile of version {icc[8]}, class {icc[12:16]}"
    if (d.get("/N"), d.get("/Alternate")) != device: yield f"{d.get('/N')} colours, {d.get('/Alternate')}, of {icc[16:20]}"
    for k in sorted(set(d) - {"/N", "/Alternate", "/Length", "/Filter"}): yield f"a profile's {k}"

@clause("A 6.2.4 colours, pictures")
def pictures(f):
    for i, d in enumerate(f.drawn):
        for ref in d.images:
            x = f.get(ref)
            if x.get("/Subtype") != "/Image": yield f"page {i + 1}: an XObject that is no picture"
            space = x.get("/ColorSpace")
            if isinstance(space, list): yield from (f"page {i + 1}: {what}" for what in profile(f, space))
            elif space not in ("/DeviceRGB", "/DeviceGray"): yield f"page {i + 1}: {space}"
            if x.get("/BitsPerComponent") not in (1, 2, 4, 8): yield f"page {i + 1}: {x.get('/BitsPerComponent')} bits"
            if x.get("/Interpolate") is True or "/Alternates" in x or "/OPI" in x: yield f"page {i + 1}: a forbidden key"
            if "/SMask" in x and "/Group" not in f.get(f.pages[i]): yield f"page {i + 1}: transparency without a blend space"

# -- fonts ------------------------------------------------------------------------------------------------------------

def used_codes(f):
    used = {}
    for d in f.drawn:
        for m in d.marks:
            for ref, code in m.shown: used.setdefault(ref, set()).add(code)
    return used

def encoding(f, x):
    """6.2.11.3.3: an embedded CMap says in its dictionary what it says itself, and stands alone."""
    d, data = f.get(x.encoding) or {}, f.data(x.encoding)
    if d.get("/Type") != "/CMap" or f"/CMapName{d.get('/CMapName')} def".encode() not in data: yield f"{x.name}: CMap's name"
    if f"/WMode {d.get('/WMode')} def".encode() not in data or b"usecmap" in data or "/UseCMap" in d: yield f"{x.name}: CMap's WMode"
    if f.get(d.get("/CIDSystemInfo")) != f.get(x.below.get("/CIDSystemInfo")): yield f"{x.name}: CMap's CIDSystemInfo"

@clause("A 6.2.11 fonts")
def fonts(f):
    for ref, codes in used_codes(f).items():
        if ref is None:
            yield "text in no font"; continue
        x = f.font(ref)
        if x.d.get("/Subtype") != "/Type0": yield f"{x.name}: not Type 0"
        if x.encoding != "/Identity-H": yield from encoding(f, x)
        if x.program is None:
            yield f"{x.name}: not embedded"; continue
        if not re.match(r"[A-Z]{6}\+", x.name) or x.below.get("/BaseFont") != x.d.get("/BaseFont"): yield f"{x.name}: names"
        if x.descriptor.get("/FontName") != x.d.get("/BaseFont"): yield f"{x.name}: FontName is {x.descriptor.get('/FontName')}"
        if "/CIDSet" in x.descriptor: yield f"{x.name}: a CIDSet"
        if f.get(x.below.get("/CIDSystemInfo")).get("/Ordering") != "u:Identity": yield f"{x.name}: CIDSystemInfo"
        for c in sorted(codes):
            cid = x.coding.cid(c)
            gid = x.gids[cid] if cid < len(x.gids) else 0
            if not cid or not gid or gid >= x.program.glyphs: yield f"{x.name}: code {c} shows glyph {gid}"
            elif abs(x.width(cid) - x.program.advance(gid)) > 1: yield f"{x.name}: code {c} is {x.width(cid)} wide, its glyph {x.program.advance(gid):.1f}"

@clause("A 6.2.11.7 Unicode for every code")
def unicode(f):
    for ref, codes in used_codes(f).items():
        if ref is None: continue
        x = f.font(ref)
        for c in sorted(codes):
            u = x.unicode.get(c)
            if not u: yield f"{x.name}: code {c} has no Unicode"
            elif any(ord(ch) in (0, 0xFFFE, 0xFEFF) or 0xD800 <= ord(ch) < 0xE000 for ch in u): yield f"{x.name}: code {c} is {u!r}"

@clause("A 6.2.11.7 private use is told")
def private_use(f):
    for i, d in enumerate(f.drawn):
        for m in d.marks:
            said = f.shown(m)
            if not any(0xE000 <= ord(c) <= 0xF8FF or ord(c) >= 0xF0000 for c in said): continue
            e = f.owner(i, m.props["/MCID"]) if "/MCID" in m.props else None
            if "/ActualText" not in (e.d if e else m.props): yield f"page {i + 1}: {said!r}"

# -- structure --------------------------------------------------------------------------------------------------------

GROUPS = {"Document", "Sect", "Part", "Art", "Div", "BlockQuote", "NonStruct", "Note", "TD", "TH", "LBody", "Caption"}
BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "Table", "TOC", "BlockQuote", "Div", "Sect", "Caption", "Figure", "Note", "Form"}
INLINE = {"Span", "Link", "Reference", "Code", "Figure", "Form", "Lbl"}
TEXTS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "Lbl", "Span", "Reference", "Code", "Link"}
KIDS = {"L": {"LI", "Caption"}, "LI": {"Lbl", "LBody"}, "Table": {"TR", "Caption"}, "TR": {"TH", "TD"}, "TOC": {"TOCI", "TOC", "Caption"},
        "TOCI": {"Lbl", "Reference", "P", "TOC"}, "Figure": {"Lbl", "Caption", "Span", "P"}, "Form": set()}
PARENTS = {"LI": {"L"}, "LBody": {"LI"}, "Lbl": {"LI", "Note", "TOCI", "Figure"}, "TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}, "TOCI": {"TOC"}, "Caption": {"Figure", "Table", "L", "TOC"}, "Document": {None}}

@clause("32000 14.8.4 types and their nesting")
def nesting(f):
    if [e.tag for e in f.roots] != ["Document"]: yield "the root is not one Document"
    for e in f.elems:
        up = e.parent.tag if e.parent else None
        if e.d.get("/P") != (e.parent.ref if e.parent else f.catalog["/StructTreeRoot"]): yield f"{e.tag} {e.ref}: /P leads elsewhere"
        if e.tag in PARENTS and up not in PARENTS[e.tag]: yield f"{e.tag} in {up}"
        allowed = KIDS.get(e.tag) or (INLINE if e.tag in TEXTS else GROUPS | BLOCKS | INLINE)
        for k in e.elems():
            if k.tag not in allowed or (e.tag in KIDS and k.tag not in KIDS[e.tag]): yield f"{k.tag} in {e.tag}"

@clause("UA 7.2 captions first, languages well-formed")
def captions(f):
    for e in f.elems:
        at = [i for i, k in enumerate(e.elems()) if k.tag == "Caption"]
        if e.tag in ("L", "TOC", "Table") and at not in ([], [0]): yield f"{e.ref}: Caption at {at}"
        if "/Lang" in e.d and not re.match(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$", f.text(e.d["/Lang"]) or ""): yield f"{e.ref}: /Lang {e.d['/Lang']}"

@clause("UA 7.4 headings skip no level")
def headings(f):
    last = 0
    for e in f.elems:
        m = re.match(r"H([1-6])$", e.tag)
        if not m: continue
        if int(m.group(1)) > last + 1: yield f"{e.tag} after H{last}"
        last = int(m.group(1))

@clause("UA 7.5 tables")
def tables(f):
    for e in f.elems:
        if e.tag == "Table": yield from (f"{e.ref}: {what}" for what in table(f, e))
        if e.tag == "TH" and attribute(f, e, "/Table").get("/Scope") not in ("/Column", "/Row", "/Both"): yield f"{e.ref}: TH without Scope"

class Cell:
    """A cell with the place that it covers."""
    def __init__(self, f, e, row, column):
        d = attribute(f, e, "/Table")
        self.e, self.row, self.column, self.scope, self.heads = e, row, column, e.tag == "TH" and d.get("/Scope"), d.get("/Headers") or []
        self.across, self.down = d.get("/ColSpan", 1), d.get("/RowSpan", 1)
        self.said = f.words(e).strip()

def grid(f, rows):
    """The cells, and how many columns each row has, with those that cells from above cover."""
    taken, cells, widths = {}, [], []
    for r, row in enumerate(rows):
        at = 0
        for e in row.elems():
            while (r, at) in taken: at += 1
            c = Cell(f, e, r, at)
            cells.append(c)
            taken.update({(r + i, at + k): c for i in range(c.down) for k in range(c.across)})
        widths.append(sum(1 for x, _ in taken if x == r))
    return cells, widths

def table(f, e):
    rows = [k for k in e.elems() if k.tag == "TR"]
    cells, widths = grid(f, rows)
    if len(set(widths)) > 1: yield f"rows of {sorted(set(widths))} columns"
    if not any(c.scope for c in cells): yield "no header"
    yield from unheaded(cells)
    yield from unnamed(cells, max(widths, default=0))
    own = {f.text(c.e.d.get("/ID")): c for c in cells if c.scope}
    width = max(widths, default=0)
    themes = [c for c in cells if c.scope == "/Column" and c.row and c.across == width > 1]
    for c in cells:
        heads = [own.get(f.text(h)) for h in c.heads]
        if None in heads: yield f"row {c.row + 1}: a header that is none of this table"
        elif themes and not c.scope and c.across < width:
            above = [h for h in themes if h.row < c.row]
            if above and above[-1] not in heads: yield f"row {c.row + 1}: a cell that does not name its theme"

def unheaded(cells):
    """Each cell has a header of its column, or of its row."""
    columns, sides = set(), {c.row + i for c in cells if c.scope in ("/Row", "/Both") for i in range(c.down)}
    for c in cells:
        if c.scope in ("/Column", "/Both"): columns.update(range(c.column, c.column + c.across))
        elif not c.scope and c.row not in sides and c.column not in columns: yield f"a cell in column {c.column + 1} without a header"

def unnamed(cells, width):
    """Names in the first column head their rows, and a cell across the table heads the rows after it."""
    body = [c for c in cells if c.scope != "/Column"]
    first = [c for c in body if c.column == 0 and c.across < width]
    names = [c.said for c in first]
    if width > 1 and all(n and not NUMBER.match(n) and len(n) < 25 for n in names) and len(set(names)) == len(names):
        for c in first:
            if not c.scope: yield f"row {c.row + 1}: a name that heads no row"
    for c in body:
        if width > 1 and c.across == width and not c.scope and any(x.row == c.row + 1 and x.across < width for x in cells):
            yield f"row {c.row + 1}: a cell across the table that heads nothing"

def attribute(f, e, owner):
    for a in f.listed(e.d.get("/A")):
        if f.get(a).get("/O") == owner: return f.get(a)
    return {}

@clause("UA 7.6 lists")
def lists(f):
    for e in f.elems:
        if e.tag != "L": continue
        how = attribute(f, e, "/List").get("/ListNumbering")
        labels = any(k.tag == "Lbl" for li in e.elems() for k in li.elems())
        if labels and how in (None, "/None"): yield f"{e.ref}: labels, but ListNumbering {how}"

@clause("UA 7.3 figures")
def figures(f):
    for e in f.elems:
        if e.tag == "Figure":
            if not (f.text(e.d.get("/Alt")) or "").strip(): yield f"{e.ref}: no Alt"
            box = attribute(f, e, "/Layout").get("/BBox")
            if not box or not (box[0] < box[2] and box[1] < box[3]): yield f"{e.ref}: BBox {box}"

@clause("32000 14.8.5.6 forms")
def forms(f):
    """A blank tells what it asks for: what stands beside it, or the heading before it; boxes of one group are of one kind."""
    heading, told = "", set()
    for e in f.elems:
        if re.match("H[1-6]$", e.tag): heading, told = f.words(e), set()
        if e.tag == "L":
            roles = {attribute(f, x, "/PrintField").get("/Role") for x in below(e) if x.tag == "Form"}
            if len(roles) > 1: yield f"{e.ref}: boxes of {sorted(map(str, roles))}"
        if e.tag != "Form": continue
        d = attribute(f, e, "/PrintField")
        role, desc = d.get("/Role"), f.text(d.get("/Desc")) or ""
        if role not in ("/tv", "/cb", "/rb", "/pb"): yield f"{e.ref}: no PrintField"
        if role in ("/cb", "/rb") and d.get("/checked") != "/off": yield f"{e.ref}: not off"
        asked = [w for w in (heading + " " + f.words(e.parent)).split() if len(w) > 1]
        if not desc: yield f"{e.ref}: no /Desc"
        elif asked and not any(w in desc for w in asked): yield f"{e.ref}: {desc[:40]!r} tells nothing of {heading[:40]!r}"
        if desc in told: yield f"{e.ref}: a second {desc[:40]!r}"
        told.add(desc)

def below(e):
    work = [e]
    while work:
        x = work.pop()
        yield x
        work += x.elems()

@clause("UA 7.9 notes")
def notes(f):
    ids = [f.text(e.d.get("/ID")) for e in f.elems if e.tag == "Note"]
    if None in ids or len(set(ids)) != len(ids): yield "notes without an ID of their own"
    ids += [f.text(e.d["/ID"]) for e in f.elems if e.tag != "Note" and "/ID" in e.d]
    named = dict(f.tree(f.get(f.catalog["/StructTreeRoot"]).get("/IDTree"), "/Names"))
    if sorted(f.text(k) for k in named) != sorted(i for i in ids if i): yield "the IDTree holds others"
    for k, ref in named.items():
        if f.text(f.get(ref).get("/ID")) != f.text(k): yield f"ID {k} leads elsewhere"

@clause("UA 7.2 language of text")
def language(f):
    for i, d in enumerate(f.drawn):
        for m in d.marks:
            e = f.owner(i, m.props.get("/MCID", 1 << 30)) if m.tag != "/Artifact" else None
            if not e: continue
            lang, said = f.lang(e), f.shown(m)
            other = next((tags for letters, tags in OTHERS + [(VIETNAMESE, ("vi",))] if letters.search(said)), None)
            if lang == "vi" and not other and e.tag == "Span" and VIETNAMESE.search(f.words(e.parent)): other = ("vi",)  # Hà beside Nội
            if lang not in (other or ("km", "en")): yield f"page {i + 1}: language {lang!r} of {said[:30]!r}"
            if other: continue
            if lang != "km" and KHMER.search(said): yield f"page {i + 1}: Khmer said to be {lang}: {said[:30]}"
            if lang == "km" and LATIN.search(said): yield f"page {i + 1}: Latin letters said to be Khmer: {said[:30]}"

# -- links, bookmarks, labels, files ------------------------------------------------------------------------------------

def names(f, key):
    root = f.get(f.get(f.catalog.get("/Names") or {}).get(key)) if "/Names" in f.catalog else None
    return f.tree(root, "/Names") if root else []

def leads(f, dest, named):
    if f.text(dest) is not None and not f.is_name(dest): dest = named.get(dest)
    dest = f.get(dest)
    return isinstance(dest, list) and dest and dest[0] in f.page_at and dest[1] == "/XYZ"

@clause("UA 7.18 links")
def links(f):
    named = dict(names(f, "/Dests"))
    objects = {k[1]: e for e in f.elems for k in e.kids if k[0] == "object"}
    for i, p in enumerate(f.pages):
        page = f.get(p)
        if page.get("/Tabs") != "/S": yield f"page {i + 1}: /Tabs is not S"
        for ref in f.get(page.get("/Annots", [])):
            a, e = f.get(ref), objects.pop(ref, None)
            if a.get("/Subtype") != "/Link": yield f"page {i + 1}: annotation {a.get('/Subtype')}"
            if a.get("/F", 0) & 4 == 0 or a.get("/F", 0) & (1 | 2 | 32 | 256): yield f"page {i + 1}: flags"
            if not f.text(a.get("/Contents")): yield f"page {i + 1}: a link without Contents"
            if e is None or e.tag != "Link": yield f"page {i + 1}: a link in no Link element"
            elif f.parents.get(a.get("/StructParent")) != e.ref: yield f"page {i + 1}: /StructParent leads elsewhere"
            if "/A" in a and f.get(a["/A"]).get("/S") not in ("/URI", "/GoTo"): yield f"page {i + 1}: action {f.get(a['/A']).get('/S')}"
            if not lines_within(a): yield f"page {i + 1}: /QuadPoints are not within /Rect"
            uri = f.get(a["/A"]).get("/URI") if "/A" in a else None
            if uri is None and not leads(f, a.get("/Dest"), named): yield f"page {i + 1}: a link to nowhere: {a.get('/Dest')}"
            if uri is not None and not re.match(r"u:[!-~]+$", uri): yield f"page {i + 1}: address {uri!r}"
    for ref in objects: yield f"OBJR {ref} on no page"
    for e in f.elems:
        if e.tag == "Link" and not any(k[0] == "object" for k in e.kids): yield f"Link {e.ref} without OBJR"
        yield from pieces(f, e)

def lines_within(a):
    """One box is /Rect alone; else each line's: upper left and right, lower left and right."""
    q, r = a.get("/QuadPoints"), a["/Rect"]
    if q is None: return True
    boxes = [q[i:i + 8] for i in range(0, len(q), 8)]
    return len(boxes) > 1 and all(len(b) == 8 and r[0] <= b[0] == b[4] < b[2] == b[6] <= r[2] and r[1] <= b[5] == b[7] < b[1] == b[3] <= r[3]
                                  for b in boxes)

def aim(f, e):
    """Where a Link leads, by its first annotation."""
    a = next((f.get(k[1]) for k in e.kids if k[0] == "object"), {})
    return str(f.get(a.get("/A")) or a.get("/Dest"))

def pieces(f, e):
    """A link is one element, with one annotation on each page that it reaches."""
    pages = [f.get(k[1]).get("/P") for k in e.kids if k[0] == "object"]
    if len(set(pages)) < len(pages): yield f"{e.tag} {e.ref}: {len(pages)} annotations on {len(set(pages))} pages"
    for a, b in zip(e.kids, e.kids[1:]):
        if a[0] == b[0] == "elem" and a[1].tag == b[1].tag == "Link" and aim(f, a[1]) == aim(f, b[1]): yield f"Link {b[1].ref}: a piece of {a[1].ref}"

@clause("32000 7.9.6 names in order")
def name_trees(f):
    for key in ("/Dests", "/EmbeddedFiles"):
        keys = [k for k, _ in names(f, key)]
        raw = [stored(k) for k in keys]
        if raw != sorted(set(raw)): yield f"{key} are not sorted, or one stands twice"
    for key, value in f.parents.items():
        if not isinstance(key, int) or value is None: yield f"parent tree {key}"

@clause("UA 7.17 bookmarks")
def bookmarks(f):
    if "/Outlines" not in f.catalog: return
    named, seen = dict(names(f, "/Dests")), set()
    letters = lambda s: re.sub("[\\s\u200b]", "", s)
    headings = [letters(f.words(e, ("Reference", "Note"))) for e in f.elems if re.match("H[1-6]$", e.tag)]
    work = [(f.catalog["/Outlines"], 0)]
    while work:
        ref, depth = work.pop()
        node, prev, kid = f.get(ref), None, f.get(ref).get("/First")
        while kid and kid not in seen:
            seen.add(kid)
            d = f.get(kid)
            if d.get("/Parent") != ref or d.get("/Prev") != prev: yield f"{kid}: parent or brother"
            title = re.split(" [/·] ", f.text(d.get("/Title")) or "")[0]
            if not title: yield f"{kid}: no title"
            elif not any(h.startswith(letters(title)) for h in headings): yield f"{kid}: {title[:40]!r} is no heading"
            if not leads(f, d.get("/Dest"), named): yield f"{kid}: leads nowhere"
            if "/First" in d: work.append((kid, depth + 1))
            prev, kid = kid, d.get("/Next")
        if node.get("/Last") != prev: yield f"{ref}: /Last"

@clause("A 6.8 attached files")
def attached(f):
    named = {f.text(k): v for k, v in names(f, "/EmbeddedFiles")}
    if sorted(f.get(f.catalog.get("/AF", []))) != sorted(named.values()): yield "/AF and EmbeddedFiles hold other files"
    for name, ref in named.items():
        d = f.get(ref)
        if not d.get("/F") or f.text(d.get("/UF")) != name: yield f"{name}: no F, or UF is another"
        if d.get("/AFRelationship") not in ("/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"): yield f"{name}: relationship"
        ef = f.get(d.get("/EF")) or {}
        stream = f.get(ef.get("/F")) or {}
        if ef.get("/F") != ef.get("/UF") or not re.match(r"/[-\w+.]+/[-\w+.]+$", stream.get("/Subtype") or ""): yield f"{name}: no type"
        params = f.get(stream.get("/Params")) or {}
        if not f.text(params.get("/ModDate")): yield f"{name}: no ModDate"
        if params.get("/Size") != len(f.data(ef["/F"])): yield f"{name}: size"

KEYS = {  # kind → what its dictionary must hold, what it may hold besides (ISO 32000-1)
    "/Catalog": ("/Type /Pages", "/AF /Lang /MarkInfo /Metadata /Names /Outlines /OutputIntents /PageLabels /PageMode /StructTreeRoot /ViewerPreferences"),
    "/Pages": ("/Type /Kids /Count", "/Parent"),
    "/Page": ("/Type /Parent /MediaBox /Resources", "/Annots /Contents /StructParents /Tabs /Group"),
    "/Annot": ("/Subtype /Rect", "/Type /A /Border /Contents /Dest /F /P /QuadPoints /StructParent"),
    "/XObject": ("/Subtype /Width /Height /ColorSpace /BitsPerComponent", "/Type /Length /Filter /DecodeParms /SMask"),
    "/FontDescriptor": ("/Type /FontName /Flags /FontBBox /ItalicAngle /Ascent /Descent /CapHeight /StemV", "/FontFile2"),
    "/StructTreeRoot": ("/Type /K /ParentTree /ParentTreeNextKey", "/IDTree"),
    "/OutputIntent": ("/S /OutputConditionIdentifier", "/Type /DestOutputProfile /Info /RegistryName"),
    "/Metadata": ("/Type /Subtype", "/Length"),
    "/EmbeddedFile": ("/Type /Subtype /Params", "/Length /Filter /DecodeParms"),
    "/Filespec": ("/Type /F /UF /EF /AFRelationship", "/Desc"),
    "/Outlines": ("/First /Last", "/Type /Count"),
}

@clause("32000 keys")
def keys(f):
    for name, o in f.objects.items():
        d = o.get("value") if "value" in o else o["stream"]["dict"]
        kind = d.get("/Type") if isinstance(d, dict) else None
        if kind in KEYS: yield from odd_keys(name, d, *KEYS[kind])
    for e in f.elems: yield from odd_keys(e.tag, e.d, "/S /P", "/A /ActualText /Alt /ID /K /Lang /Pg")

def odd_keys(name, d, must, may):
    for k in must.split():
        if k not in d: yield f"{name}: no {k}"
    for k in sorted(set(d) - set(must.split()) - set(may.split())): yield f"{name}: {k}"

# -- all ----------------------------------------------------------------------------------------------------------------

def check(path, say=print, only=""):
    """Tells every clause whose name begins so; returns how many failed."""
    try: f = File(path)
    except (ValueError, KeyError, AttributeError, IndexError, TypeError) as why:
        say(f"not ok {path}: cannot be read: {why!r}")
        return 1
    failed = 0
    for name, look in CLAUSES:
        if not name.startswith(only): continue
        try: found = list(look(f))
        except (KeyError, AttributeError, IndexError, TypeError, ET.ParseError) as why: found = [f"cannot be read: {why!r}"]
        if found: failed += 1
        say(f"not ok {path}: {name}: {'; '.join(found[:5])}{' …' if len(found) > 5 else ''}" if found else f"ok {path}: {name}")
    return failed

if __name__ == "__main__":
    if len(sys.argv) < 2: sys.exit("structure.py FILE.pdf …")
    sys.exit(1 if sum(check(p) for p in sys.argv[1:]) else 0)
