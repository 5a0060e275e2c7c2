"""A PDF file as qpdf sees it, for the checks beside this file: objects, pages, what each page's content paints and marks,
fonts with their programs, the structure tree. Python's standard library and the command qpdf alone."""
import base64, json, re, struct, subprocess

REF = re.compile(r"^(\d+) (\d+) R$")
TOKEN = re.compile(rb"\((?:[^()\\]|\\[\s\S])*\)|<<|>>|<[0-9A-Fa-f\s]*>|[\[\]]|/[^\s()<>\[\]{}/%]*|[^\s()<>\[\]{}/%]+")
ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r?\n)")
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

def unescape(s):
    def one(m):
        c = m.group(1)
        if c in ESCAPED: return ESCAPED[c]
        if c[:1].isdigit(): return bytes([int(c, 8) & 255])
        return b"" if c.endswith(b"\n") else c
    return ESCAPE.sub(one, s) if b"\\" in s else s

PDF_DOC = {**dict(zip("\u02d8\u02c7\u02c6\u02d9\u02dd\u02db\u02da\u02dc", range(0x18, 0x20))),
           **dict(zip("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", range(0x80, 0x9f))), "€": 0xa0}

def stored(x):
    """A string object's bytes, which qpdf shows as text where PDFDocEncoding has a character for each."""
    if x.startswith("b:"): return bytes.fromhex(x[2:])
    if all(c in PDF_DOC or ord(c) < 256 for c in x[2:]): return bytes(PDF_DOC.get(c, ord(c)) for c in x[2:])
    return b"\xfe\xff" + x[2:].encode("utf-16-be")

class Elem:
    """A structure element. kids: ("mark", page index, MCID), ("object", reference), ("elem", Elem)"""
    def __init__(self, ref, d, parent):
        self.ref, self.d, self.parent, self.kids = ref, d, parent, []
        self.tag = d.get("/S", "")[1:]

    def elems(self): return [k[1] for k in self.kids if k[0] == "elem"]

    def up(self):
        e = self
        while e:
            yield e
            e = e.parent

class Mark:
    """A marked-content sequence on a page: its tag, its properties, the (font reference, code) pairs it shows."""
    def __init__(self, tag, props, parent):
        self.tag, self.props, self.parent, self.shown, self.painted = tag, props, parent, [], False

class Pdf:
    def __init__(self, path):
        self.path = path
        with open(path, "rb") as f: self.raw = f.read()
        r = subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized", path],
                           capture_output=True)
        if r.returncode not in (0, 3): raise ValueError(r.stderr.decode("utf-8", "replace").strip()[:300])
        self.objects = json.loads(r.stdout)["qpdf"][1]
        self.trailer = self.objects["trailer"]["value"]
        self.catalog = self.get(self.trailer["/Root"])
        self.info = self.get(self.trailer.get("/Info")) or {}
        self.pages = []
        self._pages(self.catalog["/Pages"])
        self.page_at = {ref: i for i, ref in enumerate(self.pages)}
        self._fonts = {}

    # -- objects --
    def get(self, x):
        """What a reference leads to: a value, or a stream's dictionary."""
        while isinstance(x, str) and REF.match(x):
            o = self.objects.get("obj:" + x)
            if o is None: return None
            x = o["stream"]["dict"] if "stream" in o else o["value"]
        return x

    def data(self, ref):
        return base64.b64decode(self.objects["obj:" + ref]["stream"].get("data", ""))

    def places(self):
        """(name, offset) of every object that stands in no object stream."""
        told = subprocess.run(["qpdf", "--show-xref", self.path], capture_output=True).stdout.decode()
        return [(f"{n} {g} R", int(at)) for n, g, at in re.findall(r"^(\d+)/(\d+): uncompressed; offset = (\d+)$", told, re.M)]

    @staticmethod
    def text(x):
        """A string object as text; None where it is none."""
        if not isinstance(x, str): return None
        if x.startswith("u:"): return x[2:]
        return bytes.fromhex(x[2:]).decode("latin-1") if x.startswith("b:") else None

    @staticmethod
    def is_name(x): return isinstance(x, str) and x.startswith("/")

    def _pages(self, ref):
        stack = [ref]
        while stack:
            r = stack.pop()
            d = self.get(r)
            if d.get("/Type") == "/Pages": stack.extend(reversed(self.get(d["/Kids"])))
            else: self.pages.append(r)

    def tree(self, root, leaf):
        """The pairs of a name tree (leaf "/Names") or number tree ("/Nums"), in order."""
        node, out = self.get(root), []
        if node is None: return out
        if leaf in node:
            flat = self.get(node[leaf])
            out += [(flat[i], flat[i + 1]) for i in range(0, len(flat) - 1, 2)]
        for k in self.get(node.get("/Kids", [])) or []: out += self.tree(k, leaf)
        return out

    # -- content --
    def content(self, page):
        c = self.get(page).get("/Contents")
        many = self.get(c) if not ("stream" in self.objects.get("obj:" + str(c), {})) else None
        return b"\n".join(self.data(x) for x in many) if isinstance(many, list) else self.data(c)

    def operations(self, page):
        """(operator, operands) of a page's content, dictionaries as Python's, strings as bytes."""
        args, stacks = [], []
        for m in TOKEN.finditer(self.content(page)):
            t = m.group()
            c = t[:1]
            if c == b"(": args.append(unescape(t[1:-1]))
            elif t in (b"[", b"<<"):
                stacks.append((t, args)); args = []
            elif t == b"]":
                inner = args; args = stacks.pop()[1]; args.append(inner)
            elif t == b">>":
                inner = args; args = stacks.pop()[1]
                args.append(dict(zip(inner[0::2], inner[1::2])))
            elif c == b"<": args.append(bytes.fromhex(t[1:-1].decode()))
            elif c == b"/": args.append(t.decode("latin-1"))
            elif c in b"+-.0123456789": args.append(float(t) if b"." in t else int(t))
            elif not stacks:
                yield t.decode("latin-1"), args
                args = []

    # -- fonts --
    def font(self, ref):
        if ref not in self._fonts: self._fonts[ref] = Font(self, ref)
        return self._fonts[ref]

    # -- structure --
    def structure(self):
        """The root elements, made without recursion; faults are left to the checks."""
        root = self.get(self.catalog.get("/StructTreeRoot"))
        if root is None: return []
        top = [Elem(k, self.get(k), None) for k in self.listed(root.get("/K"))]
        later = list(top)
        while later: self._fill(later.pop(), later)
        return top

    def _fill(self, e, later):
        for k in self.listed(e.d.get("/K")):
            d = self.get(k) if not isinstance(k, int) else None
            if isinstance(k, int): e.kids.append(("mark", self.page_at.get(e.d.get("/Pg")), k))
            elif d.get("/Type") == "/MCR": e.kids.append(("mark", self.page_at.get(d.get("/Pg", e.d.get("/Pg"))), d["/MCID"]))
            elif d.get("/Type") == "/OBJR": e.kids.append(("object", d["/Obj"]))
            else:
                x = Elem(k, d, e)
                e.kids.append(("elem", x)); later.append(x)

    def listed(self, x):
        if x is None: return []
        v = self.get(x)
        return v if isinstance(v, list) else [x]

class Font:
    """A Type 0 font: widths and Unicode by code, and what its program says."""
    def __init__(self, pdf, ref):
        self.d = pdf.get(ref)
        self.name = self.d.get("/BaseFont", "")[1:]
        self.below = pdf.get(pdf.listed(self.d.get("/DescendantFonts"))[0])
        self.descriptor = pdf.get(self.below.get("/FontDescriptor")) or {}
        self.encoding = self.d.get("/Encoding", "")
        self.coding = Coding(b"" if pdf.is_name(self.encoding) else pdf.data(self.encoding))
        self.unicode = read_cmap(pdf.data(self.d["/ToUnicode"])) if "/ToUnicode" in self.d else {}
        self.default = self.below.get("/DW", 1000)
        self.widths = read_widths(pdf.get(self.below.get("/W", [])))
        g = self.below.get("/CIDToGIDMap", "/Identity")
        raw = b"" if pdf.is_name(g) else pdf.data(g)
        self.gids = struct.unpack(f">{len(raw) // 2}H", raw)
        self.program = Program(pdf.data(self.descriptor["/FontFile2"])) if "/FontFile2" in self.descriptor else None

    def width(self, cid): return self.widths.get(cid, self.default)

class Coding:
    """A CMap from codes to CIDs; empty: Identity-H. A code is a number; no two of different length are the same one."""
    def __init__(self, data):
        hexes = lambda *names: [m for b in re.findall(b"begin%s(.*?)end%s" % (names * 2), data, re.S)
                                for m in re.findall(rb"<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*(\d*)", b)]
        self.spaces = [(bytes.fromhex(a.decode()), bytes.fromhex(b.decode())) for a, b, _ in hexes(b"codespacerange")] or [(b"\0\0", b"\xff\xff")]
        self.ranges = [(int(a, 16), int(b, 16), int(c)) for a, b, c in hexes(b"cidrange")] if data else [(0, 65535, 0)]

    def codes(self, s):
        """A shown string's codes; None for bytes that are none."""
        out, i = [], 0
        while i < len(s):
            n = next((len(a) for a, b in self.spaces if len(s) - i >= len(a) and all(x <= y <= z for x, y, z in zip(a, s[i:], b))), 0)
            out.append(int.from_bytes(s[i:i + n], "big") if n else None)
            i += n or 1
        return out

    def cid(self, code): return next((c + code - a for a, b, c in self.ranges if a <= code <= b), 0)

def read_widths(w):
    out, i = {}, 0
    while i < len(w):
        if isinstance(w[i + 1], list):
            for k, v in enumerate(w[i + 1]): out[w[i] + k] = v
            i += 2
        else:
            for c in range(w[i], w[i + 1] + 1): out[c] = w[i + 2]
            i += 3
    return out

def read_cmap(data):
    out = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.S):
        for code, value in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            out[int(code, 16)] = bytes.fromhex(value.decode()).decode("utf-16-be", "surrogatepass")
    return out

class Program:
    """A TrueType font: its tables, advances by glyph in 1/1000 em, glyph count."""
    def __init__(self, data):
        self.tables = {}
        for i in range(struct.unpack(">H", data[4:6])[0]):
            tag, _, at, n = struct.unpack(">4sIII", data[12 + 16 * i:28 + 16 * i])
            self.tables[tag.decode("latin-1")] = data[at:at + n]
        self.em = struct.unpack(">H", self.tables["head"][18:20])[0]
        self.glyphs = struct.unpack(">H", self.tables["maxp"][4:6])[0]
        n = struct.unpack(">H", self.tables["hhea"][34:36])[0]
        self.advances = [struct.unpack(">H", self.tables["hmtx"][4 * i:4 * i + 2])[0] for i in range(n)]

    def advance(self, gid):
        return self.advances[min(gid, len(self.advances) - 1)] * 1000 / self.em
