#!/usr/bin/env python3
"""Folders made by chance (tests/wide/making.py) and then damaged by chance, as files are damaged: cells, keys, marks, code points,
pictures, fonts, names. Each is built into an out/ that holds somebody's own file.

  FOLDERS=100 SEED=1         how many, from which seed
  QPDF=4                     every so manieth folder's PDFs are read by qpdf
  KEEP=FOLDER                leaves the folders that fail there"""
import hashlib, json, os, random, shutil, struct, subprocess, sys, zlib
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", "wide"), os.path.join(HERE, "..")]
from lib import *
import making

FOLDERS, SEED, QPDF = (int(os.environ.get(k, v)) for k, v in (("FOLDERS", 100), ("SEED", 1), ("QPDF", 4)))
MOST_SECONDS = 5
KHMER = [chr(c) for c in range(0x1780, 0x17FA)] + ["\u17d2"] * 20 + ["\u200b", "\u200c", "\u200d", "\u2060", "\u25cc", "\ufeff"]
YAML = ["- ", ": ", "? ", "&a ", "*a", "!!binary ", "!x ", "[", "]", "{", "}", "|\n", ">-\n", "---\n", "...\n", "\t", "'", '"', "# ", "%YAML 1.1\n", "<<: *a\n", "~", "yes", "1e999"]
CELLS = [",", ";", "\t", '"', '""', "\n", "\r", "=1+1", "total", "សរុប", "N/A", "yes", "no", "បាទ", "-", "?", "0", "-1", "99999999999999999999", "08:00", "២៤:៦០", "d1s01", "d9s99", "1/2/3"]
MARKS = ["**", "_", "`", "```\n", "~~~\n", "# ", "###### ", "> ", "- ", "1. ", "១. ", "(ក) ", "| a |\n|---|\n", "[^1]", "[^1]: ", "[x](", "![](photos/p.png)", "](", "<br>", "<table><tr><td rowspan=9>",
         "</table>", "<!-- ", "-->", "%%", "==", "~~", "^[", "{#x}", "{.y", ":::", "[[x|y]]", "![[", "+---+\n| a |\n+===+\n", "term\n: what\n", "&#x17D2;", "&nbsp;", "\\", "\f", "\v"]

def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

def little(seed):
    """A small forum with something of everything: most damage shows there, in a tenth of the time."""
    rnd, prompts = random.Random(seed), ["open", "choice", "scale", "yesno", "choices", "ranking"]
    options = ", options: [{id: a, en: One, km: មួយ}, {id: b, en: Two, km: ពីរ}, {id: c, en: Three, km: បី}]"
    form = "id: comments\nen: {title: Comments}\nkm: {title: មតិ}\nprompts:\n" + "".join(
        f"  - {{id: q{i}, type: {t}, en: Question {i}?, km: សំណួរ {i}{options if t in ('choice', 'choices', 'ranking') else ', points: 5' if t == 'scale' else ''}}}\n" for i, t in enumerate(prompts))
    answers = "form_no,session,lang,role,q0,q1,q2,q3,q4,q5,quote_ok,legible\n" + "".join(
        f"{i},{rnd.choice(['d1s01', 'd1s02', ''])},{rnd.choice(['km', 'en'])},{rnd.choice(['teacher', 'គ្រូបង្រៀន', 'mentor'])},{rnd.choice(['Short hours.', 'ម៉ោងខ្លី។', 'Mr. Made Upname, 012 345 678'])},"
        f"{rnd.choice('abc')},{rnd.randint(1, 5)},{rnd.choice(['yes', 'ទេ', '?'])},{rnd.choice(['a;b', 'c', ''])},{rnd.choice(['a>b', 'c;a', ''])},{rnd.choice(['yes', 'no'])},yes\n" for i in range(rnd.randint(0, 30)))
    return {**SMALL, "photos/p.png": making.png(rnd), "forms/comments.yml": form, "reflections/comments.csv": answers,
            "programme.csv": "day,start,end,session,type,title_en,title_km,speakers_en,room\n1,08:00,09:00,d1s01,opening,Opening,ពិធីបើក,A speaker,Hall\n1,09:00,10:00,d1s02,talk,Labs,បន្ទប់,,\n",
            "participants.csv": "id,honorific_en,name_en,name_km,organization,sex,consent_name,consent_photo\np1,Mr,Made Upname,គំរូ ឈ្មោះ,NS,M,no,no\np2,Ms,Sample Persontwo,គំរូ ពីរ,NS,F,yes,yes\n",
            "organizations.csv": "acronym,name_en,name_km\nNS,New School (sample),សាលាថ្មី\n", "glossary.csv": "term_en,term_km\nlesson,មេរៀន\n",
            "photos/photos.csv": "file,session,caption_en,caption_km,alt_en,alt_km,people\np.png,d1s01,A,ក,a,ក,p1\n", "names.txt": "ភ្នំពេញ\n",
            "sessions/d1s02-labs.en.md": "# Labs\n\n- one\n  1. two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nWords.[^1]\n\n[^1]: A note.\n", "sessions/d1s02-labs.km.md": "# បន្ទប់\n\n- មួយ\n\nពាក្យ ១២។\n"}

class Damage:
    def __init__(self, seed):
        self.rnd = random.Random(seed)
        whole = little(seed) if seed % 16 else making.made(seed % 400)
        self.files = {n: d.encode() if isinstance(d, str) else d for n, d in whole.items()}
        self.names = {} # where a file is renamed: bytes
        self.font = None

    def one_of(self, *endings):
        names = sorted(n for n in self.files if n.endswith(endings))
        return self.rnd.choice(names) if names else None

    def change(self, name, how):
        if name: self.files[name] = how(self.files[name])

    def insert(self, words, times):
        def how(b):
            s = b.decode("utf-8", "replace")
            for _ in range(self.rnd.randint(1, times)):
                at = self.rnd.randint(0, len(s))
                s = s[:at] + self.rnd.choice(words) * self.rnd.choice([1, 1, 1, 2, 9]) + s[at:]
            return s.encode("utf-8", "surrogatepass")
        return how

    def lines(self, b):
        rows = b.split(b"\n")
        for _ in range(self.rnd.randint(1, 4)):
            i, k = self.rnd.randrange(len(rows)), self.rnd.randrange(len(rows))
            what = self.rnd.randrange(5)
            if what == 0: rows.insert(k, rows[i])
            elif what == 1 and len(rows) > 1: del rows[i]
            elif what == 2: rows[i], rows[k] = rows[k], rows[i]
            elif what == 3: rows[i] = b" " * self.rnd.randint(1, 9) + rows[i]
            else: rows[i] = rows[i].strip()
        return b"\n".join(rows)

    def cells(self, b):
        rows = b.split(b"\n")
        i = self.rnd.randrange(len(rows))
        cells = rows[i].split(b",")
        k = self.rnd.randrange(len(cells))
        what = self.rnd.randrange(5)
        if what == 0: cells.insert(k, b"")
        elif what == 1: del cells[k]
        elif what == 2: cells[k] = cells[self.rnd.randrange(len(cells))]
        elif what == 3: self.rnd.shuffle(cells)
        else: cells[k] = cells[k] * self.rnd.randint(2, 400)
        rows[i] = b",".join(cells)
        return b"\n".join(rows)

    def bits(self, b):
        b = bytearray(b)
        for _ in range(self.rnd.randint(1, 20)):
            if b: b[self.rnd.randrange(len(b))] = self.rnd.randrange(256)
        return bytes(b)

    def cut(self, b): return b[:self.rnd.randrange(len(b) + 1)]
    def encoded(self, b): return b.decode("utf-8", "replace").encode(self.rnd.choice(["utf-16", "utf-16-be", "utf-32", "cp1252", "gb18030", "utf-7"]), "replace")
    def separated(self, b): return b.replace(b",", self.rnd.choice([b";", b"\t", b"|", b",,"]))
    def ended(self, b): return b.replace(b"\n", self.rnd.choice([b"\r", b"\r\n", b"\n\r", b"\n\n\n", b""]))
    def soup(self, b): return b + ("".join(self.rnd.choice(KHMER) for _ in range(self.rnd.randint(1, 3000)))).encode()

    def pixels(self, b):
        try: return zlib.compress(self.bits(zlib.decompress(b)))
        except zlib.error: return self.cut(b) # damaged before

    def picture(self, b):
        if not b.startswith(b"\x89PNG") or self.rnd.random() < 0.3: return self.rnd.choice([self.bits, self.cut])(b)
        out, at = b[:8], 8
        while at + 12 <= len(b): # chunks that are damaged, and say that they are sound
            n = struct.unpack(">I", b[at:at + 4])[0]
            kind, data = b[at + 4:at + 8], b[at + 8:at + 8 + n]
            if self.rnd.random() < 0.4 and data: data = self.bits(data) if kind != b"IDAT" or self.rnd.random() < 0.5 else self.pixels(data)
            if kind == b"IHDR" and len(data) >= 8: # not so large that time and room are about the size
                data = struct.pack(">II", *(min(v, 3000) for v in struct.unpack(">II", data[:8]))) + data[8:]
            out += chunk(kind, data) * (2 if self.rnd.random() < 0.1 else 1)
            at += 12 + n
        return out

    def typeface(self):
        taken = self.rnd.choice(["KhmerOS.ttf", "NotoSerifKhmer-Regular.ttf", "NotoSerif-Regular.ttf"])
        with open(os.path.join(ROOT, "fonts", taken), "rb") as f: b = bytearray(f.read())
        tables = [struct.unpack(">4sIII", b[i:i + 16]) for i in range(12, 12 + 16 * struct.unpack(">H", b[4:6])[0], 16)]
        for _ in range(self.rnd.randint(1, 60)):
            _, _, at, n = self.rnd.choice(tables)
            if n: b[at + self.rnd.randrange(min(n, self.rnd.choice([64, n])))] = self.rnd.randrange(256)
        self.font = bytes(b[:self.rnd.choice([len(b)] * 4 + [self.rnd.randrange(len(b))])])
        self.change("event.yml", lambda e: e + b"\nfonts: {km: {body: Dropped.ttf, heading: Dropped.ttf}, en: {body: Dropped.ttf}}\n")

    def rename(self):
        name = self.one_of("")
        folder_of, base = os.path.split(name)
        odd = self.rnd.choice([b"\xff\xfe", b"a" * 240, " ".encode() + base.encode(), base.encode() + b" (1)", ("\u200b" + base).encode(), base.upper().encode(), b"-o", b"$(x)", ("ក្" * 30 + base).encode(),
                               b"Copy of " + base.encode(), base.encode() + b".txt", b"\x1b[31m" + base.encode(), base.replace(".", "..").encode(), b"con.csv", base.encode()[:-1]])
        if name != "event.yml": self.names[name] = os.path.join(folder_of.encode(), odd)

    def again(self):
        name = self.one_of("")
        stem, ending = os.path.splitext(name)
        self.files[stem + self.rnd.choice([" (1)", " - Copy", "-2", ".en", ".km"]) + ending] = self.files[name]

    def nested(self): self.files["/".join(["sessions"] + ["deep"] * self.rnd.randint(1, 60)) + "/a.en.md"] = b"x\n"

    def step(self):
        texts, rnd = (".yml", ".csv", ".md", ".txt", ".tsv"), self.rnd
        rnd.choice([lambda: self.change(self.one_of(".yml"), self.insert(YAML, 6)), lambda: self.change(self.one_of(".yml"), self.lines),
                    lambda: self.change(self.one_of(".csv"), self.insert(CELLS, 6)), lambda: self.change(self.one_of(".csv"), self.cells), lambda: self.change(self.one_of(".csv"), self.cells),
                    lambda: self.change(self.one_of(".csv"), self.separated), lambda: self.change(self.one_of(".md", ".txt"), self.insert(MARKS, 12)),
                    lambda: self.change(self.one_of(".md", ".txt"), self.lines), lambda: self.change(self.one_of(*texts), self.soup), lambda: self.change(self.one_of(*texts), self.insert(KHMER, 30)),
                    lambda: self.change(self.one_of(*texts), self.bits), lambda: self.change(self.one_of(*texts), self.cut), lambda: self.change(self.one_of(*texts), self.encoded),
                    lambda: self.change(self.one_of(*texts), self.ended), lambda: self.change(self.one_of(".png", ".jpg"), self.picture), lambda: self.change(self.one_of(".png"), self.picture),
                    self.typeface, self.rename, self.again, self.nested])()

    def write(self, base):
        for name, data in sorted(self.files.items()):
            path = self.names.get(name, name.encode())
            full = os.path.join(base.encode(), path)
            try:
                os.makedirs(os.path.dirname(full), exist_ok=True)
                with open(full, "wb") as f: f.write(data)
            except OSError: pass # a file stands where a folder would, or a name is longer than can be

def hash_of(base):
    h = hashlib.sha256()
    for d, dirs, files in os.walk(base.encode()):
        dirs.sort()
        for n in sorted(files):
            h.update(os.path.join(d, n))
            with open(os.path.join(d, n), "rb") as f: h.update(f.read())
    return h.digest()

def unsound(out):
    for n in sorted(files_of(out)):
        if n.endswith(".pdf"):
            r = subprocess.run(["qpdf", "--check", os.path.join(out, n)], capture_output=True)
            if r.returncode: yield f"qpdf {n}: {text(r.stderr or r.stdout).strip()[-200:]}"

def faults_of(r, out, seconds, seed):
    if crashed(r): yield f"status {r.returncode}: {text(r.stderr)[-1500:]}"
    if seconds > MOST_SECONDS * SLOWER: yield f"{seconds:.1f} s"
    if r.returncode == 2 and not r.stderr.strip(): yield "status 2, and nothing is said"
    if b"\x1b" in r.stderr: yield "an escape reaches the terminal"
    with open(os.path.join(out, "mine.txt"), "rb") as f:
        if f.read() != b"somebody's own\n": yield "somebody's file is another"
    if r.returncode > 1: return
    problems(out)
    if seed % QPDF == 0: yield from unsound(out)

ROOM = folder("folders")
FONTS, BASE, OUT = (os.path.join(ROOM, n) for n in ("fonts", "input", "out"))
os.makedirs(FONTS)
for n in os.listdir(os.path.join(ROOT, "fonts")):
    if n.endswith((".ttf", ".otf")): os.symlink(os.path.join(ROOT, "fonts", n), os.path.join(FONTS, n))
write(BASE, SMALL)
build(BASE, OUT, "-q")
write(OUT, {"mine.txt": "somebody's own\n"})
bad = statuses = 0
seen = {}
for seed in range(SEED, SEED + FOLDERS):
    damage = Damage(seed)
    for _ in range(damage.rnd.randint(1, 8)): damage.step()
    shutil.rmtree(BASE)
    os.makedirs(BASE)
    damage.write(BASE)
    if os.path.lexists(FONTS + "/Dropped.ttf"): os.remove(FONTS + "/Dropped.ttf")
    if damage.font: write(FONTS, {"Dropped.ttf": damage.font})
    before, start = hash_of(BASE), cpu()
    r = build(BASE, OUT, "-q", "-j", "1", *(["--only", damage.rnd.choice(["report", "report.km", "programme", "forms", "reflections"])] if seed % 4 else []))
    faults = list(faults_of(r, OUT, cpu() - start, seed))
    if hash_of(BASE) != before: faults.append("input/ is another")
    seen[r.returncode] = seen.get(r.returncode, 0) + 1
    if faults:
        bad += 1
        print(f"not ok folder {seed}: " + " | ".join(faults), flush=True)
        if os.environ.get("KEEP"): shutil.copytree(ROOM, os.path.join(os.environ["KEEP"], str(seed)), symlinks=True, dirs_exist_ok=True)
check(2 * seen.get(2, 0) <= FOLDERS, "most of them are built all the same", sorted(seen.items()))
check(not bad, f"{FOLDERS} damaged folders from seed {SEED}: statuses {sorted(seen.items())}", f"{bad} with faults")
shutil.rmtree(ROOM)
done()
