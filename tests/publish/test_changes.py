#!/usr/bin/env python3
"""What changed since the last build: the list of sections that a report carries, the line after a build, `sastra diff`; and
that no PDF, whatever it is, does more than be refused."""
import hashlib, os, re, subprocess, sys, time, zlib
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

base = folder("changes")
def place(name): return os.path.join(base, name)
def note(n, *parts): return f"# Part {n}\n\n" + "\n\n".join(f"## Heading {p}\n\nWhat {p} says of {n}." for p in parts) + "\n"
FILES = {"event.yml": "status: draft\nlanguages: [en]\ntitle: A forum\n",
         "programme.csv": "day,start,end,session,type,title_en\n" + "".join(f"1,0{7 + n}:00,0{8 + n}:00,d1s0{n},talk,Part {n}\n" for n in (1, 2, 3)),
         **{f"sessions/d1s0{n}-part.en.md": note(n, "A", "B", "C") for n in (1, 2, 3)}}
ONE = ("--only", "report", "-j", "1", "--lang", "en")

def made(files, out, *args, quiet=False):
    """Builds, and gives the lines on standard output that tell of changes."""
    where = write(folder("changes-input"), {n: t for n, t in files.items() if t is not None})
    r = build(where, place(out), *(args or ONE), *(["-q"] if quiet else []))
    check(r.returncode in (0, 1), "built", text(r.stderr)[-800:])
    return [l for l in text(r.stdout).splitlines() if re.match(r"report\S*\.pdf", l)]

def carried(pdf, name): return exact(subprocess.run(["qpdf", f"--show-attachment={name}", pdf], capture_output=True).stdout)
def rows(pdf): return [dict(zip(*[l.split("\t") for l in (carried(pdf, "sections.tsv").split("\n")[0], line)])) for line in carried(pdf, "sections.tsv").splitlines()[1:]]
def diff(was, now, lang="en"): return sastra("diff", was, now, "--lang", lang)
def kinds(r): return [(l.split("\t")[0], l.split("\t")[2]) for l in text(r.stdout).splitlines()[1:]]

# -- the list
check(made(FILES, "out") == [], "nothing is told of the first build")
pdf = place("out/report.pdf")
first = rows(pdf)
titles = [r["title"] for r in first]
check(titles.count("Heading A") == 3 and "Part 2" in titles, "each heading is a section", titles)
check(all(re.fullmatch("[0-9a-f]{64}", r["sha256"]) and 1 <= int(r["first_page"]) <= int(r["last_page"]) for r in first), "with pages and a sum", first)
part = next(r for r in first if r["title"] == "Part 2")
check(part["number"] == "1.2" and part["anchor"] == "d1s02-part" and part["level"] == "2", "number, anchor and level are the heading's", part)
pages = [text(subprocess.run(["pdftotext", "-f", str(p), "-l", str(p), pdf, "-"], capture_output=True).stdout) for p in range(1, 10)]
check(all(text(r["title"].encode()) in pages[int(r["first_page"]) - 1] for r in first), "each stands on the page that is told", first)
spec = exact(subprocess.run(["qpdf", "--json", "--json-key=qpdf", pdf], capture_output=True).stdout)
check(spec.count('"/AFRelationship": "/Supplement"') == 2 and carried(pdf, "event.tsv").startswith("what\tlanguage\ttext\n"), "both lists stand among the file's own attachments")
check('"/Desc": "u:Sections, their pages and sums, for programs"' in spec, "and are described in the report's language")

# -- the line after a build, and diff
def tried(name, files, line, want, keep=False):
    was = place("was")
    shutil.rmtree(was, ignore_errors=True)
    shutil.copytree(place("out"), was)
    said = made(files, "out")
    if line: check(said == ["report.pdf: " + line], f"{name}: the line after the build", said)
    r = diff(was, place("out"))
    if line: check(r.returncode == 0 and sorted(kinds(r)) == sorted(want), f"{name}: diff", (r.returncode, text(r.stdout), text(r.stderr)))
    files_ = diff(os.path.join(was, "report.pdf"), pdf)
    check(text(files_.stdout) == text(r.stdout), f"{name}: the same of the PDFs themselves", text(files_.stdout))
    mixed = diff(os.path.join(was, "report.pdf"), place("out"))
    check(text(mixed.stdout) == text(r.stdout), f"{name}: and of a PDF and a folder", text(mixed.stdout))
    if not keep: made(FILES, "out", quiet=True)
    return r

def page_of(title, under):
    """In the last build: where a section stands that has its title from a writer."""
    seen = False
    for r in rows(pdf):
        seen = seen or r["anchor"] == under
        if seen and r["title"] == title: return r["first_page"]

TWO = "1.2 Part 2"
tried("nothing", FILES, "no section changed", [])
edited = {**FILES, "sessions/d1s02-part.en.md": note(2, "A", "B", "C").replace("What B", "What, then, B")}
p = page_of("Heading B", "d1s02-part")
tried("a paragraph", edited, f"1 section changed (p. {p})", [("changed", TWO + " › Heading B")])
more = {**FILES, "sessions/d1s02-part.en.md": note(2, "A", "B", "N", "C")}
tried("a heading more", more, f"1 added (p. {p})".replace("1 added", "1 section added"), [("added", TWO + " › Heading N")])
fewer = {**FILES, "sessions/d1s02-part.en.md": note(2, "A", "C")}
tried("a heading less", fewer, f"1 section gone (was p. {p})", [("gone", TWO + " › Heading B")])
turned = {**FILES, "sessions/d1s02-part.en.md": note(2, "B", "C", "A")}
p = page_of("Heading A", "d1s02-part")
tried("a heading elsewhere", turned, f"1 section moved (p. {p})", [("moved", TWO + " › Heading A")])
bold = {**FILES, "sessions/d1s02-part.en.md": note(2, "A", "B", "C").replace("What B", "**What** B").replace("says of 2.", "says\nof 2.")}
tried("bold type and lines typed anew", bold, "no section changed", [])
renamed = {**FILES, "sessions/d1s02-part.en.md": None, "sessions/d1s02-other-name.en.md": FILES["sessions/d1s02-part.en.md"]}
tried("a file's name", renamed, "no section changed", [])
noted = {**FILES, "sessions/d1s03-part.en.md": note(3, "A", "B", "C").replace("of 3.", "of 3.[^x]", 1) + "\n[^x]: A note, which names itself[^x].\n"}
p = page_of("Heading A", "d1s03-part")
tried("a footnote", noted, f"1 section changed (p. {p})", [("changed", "1.3 Part 3 › Heading A")])
last = {"sessions/d1s03-part.en.md": note(3, "A", "B", "C").replace("of 3.", "of 3.[^y]", 1) + "\n[^y]: The last note.\n"}
made({**FILES, **last}, "out", quiet=True)
p = page_of("Heading A", "d1s01-part")
tried("a footnote before others", {**FILES, **last, "sessions/d1s01-part.en.md": note(1, "A", "B", "C").replace("of 1.", "of 1.[^x]", 1) + "\n[^x]: A note.\n"},
      f"1 section changed (p. {p})", [("changed", "1.1 Part 1 › Heading A")])
counted = {"event.yml": FILES["event.yml"] + "numbered: yes\n"}
longer = {**FILES, **counted, "sessions/d1s01-part.en.md": note(1, "A", "B", "C").replace("of 1.", "of 1.\n\nOne more.", 1)}
made(longer, "out", quiet=True)
p = page_of("Heading A", "d1s01-part")
made({**FILES, **counted}, "out", quiet=True)
tried("a paragraph before others that are counted", longer, f"1 section changed (p. {p})", [("changed", "1.1 Part 1 › Heading A")])
fewer = {**FILES, "sessions/d1s01-part.en.md": None, "programme.csv": FILES["programme.csv"].replace("1,08:00,09:00,d1s01,talk,Part 1\n", "")}
r = tried("a session less", fewer, None, None)
check(sorted(kinds(r)) == sorted([("changed", "Day 1"), ("changed", "Annex A: Method"), *(("gone", "1.1 Part 1" + h) for h in ("", " › Heading A", " › Heading B", " › Heading C"))]), "a session less: those behind it have other numbers and the same text", kinds(r))
many = {**edited, "sessions/d1s01-part.en.md": note(1, "A", "B"), "sessions/d1s03-part.en.md": note(3, "A", "N", "B", "C")}
r = tried("several at once", many, "1 section changed (p. {}), 1 added (p. {}), 1 gone (was p. {})".format(
    page_of("Heading B", "d1s02-part"), page_of("Heading A", "d1s03-part"), page_of("Heading C", "d1s01-part")),
    [("changed", TWO + " › Heading B"), ("added", "1.3 Part 3 › Heading N"), ("gone", "1.1 Part 1 › Heading C")], keep=True)
km = diff(place("was"), place("out"), "km")
check(km.returncode == 0 and "ផ្នែកបានកែ 1 (ទំព័រ" in text(km.stdout) and "បន្ថែម\tទំព័រ" in text(km.stdout), "in Khmer", text(km.stdout))
check(made(FILES, "out", *ONE, quiet=True) == [], "-q tells none of it")
km = sastra("build", "-i", os.path.join(FOLDER, "changes-input"), "-o", place("out"), *ONE[:4], "--lang", "km")
check("report.pdf៖ គ្មានផ្នែកណាផ្លាស់ប្តូរទេ" in text(km.stdout), "the line in Khmer", text(km.stdout))
sums = [subprocess.run(["sha256sum", pdf], capture_output=True).stdout for _ in (0, 1) if made(FILES, "out", *ONE[:2], "-j", str(1 + _), "--lang", "en") is not None]
check(sums[0] == sums[1], "the same bytes with one thread and with two")

addressed = {**FILES, "event.yml": FILES["event.yml"] + "url: https://example.org/forum\n"}
tried("the back cover", addressed, "1 section changed (p. 1–2)", [("changed", "A forum")])

# -- editions
BOTH = {**SMALL, "event.yml": SMALL["event.yml"]}
ALL = ("--only", "report,report.km,report.en", "--lang", "en")
made(BOTH, "both", *ALL)
said = made({**BOTH, "sessions/d1s01-opening.km.md": BOTH["sessions/d1s01-opening.km.md"].replace("។", "ហើយ។")}, "both", *ALL)
check(len(said) == 1 and said[0].startswith("report.pdf: 1 section changed (p. "), "of an event in two languages the edition in both is told", said)
said = made(BOTH, "both", "--only", "report.km,report.en", "--lang", "en")
check([l.split(":")[0] for l in said] == ["report.km.pdf", "report.en.pdf"] and said[1].endswith("no section changed"), "each edition where that one was not built", said)
km = diff(place("both/report.km.pdf"), place("both"))
check(km.returncode == 0 and "report.km.pdf → " in text(km.stdout) and "both/report.km.pdf:" in text(km.stdout), "a PDF and a folder: the same edition", text(km.stdout))
r = diff(place("both"), place("out"))
check(r.returncode == 0 and text(r.stdout).count(" → ") >= 1, "two events: all is added and gone", text(r.stdout)[:300])
none = write(folder("changes/apart"), {"report.km.pdf": open(place("both/report.km.pdf"), "rb").read()})

# -- what is no report
def pdf_of(*objects, extra=b""):
    out, at = bytearray(b"%PDF-1.7\n"), []
    for i, o in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n" % i + o + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % a for a in at)
    return bytes(out + b"trailer\n<</Root 1 0 R/Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, extra, start))
def stream(data, keys=b""): return b"<</Length %d%s>>stream\n" % (len(data), keys) + data + b"\nendstream"
PAGES = b"<</Type/Pages/Kids[]/Count 0>>"
def carrying(data, keys=b"", name=b"sections.tsv"):
    return pdf_of(b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(%s)3 0 R]>>>>>>" % name, PAGES, b"<</EF<</F 4 0 R>>>>", stream(data, keys))
def bomb(megabytes):
    """Packed, of zeros; each megabyte by itself, so that one is enough to make them all."""
    c = zlib.compressobj(9)
    head = c.compress(b"\0" * (1 << 20)) + c.flush(zlib.Z_FULL_FLUSH)
    piece = c.compress(b"\0" * (1 << 20)) + c.flush(zlib.Z_FULL_FLUSH)
    return head + piece * megabytes
good = open(pdf, "rb").read()
sound = carried(pdf, "sections.tsv").encode()
HOSTILE = {
    "words": (b"What is this?\n", "report-damaged"), "nothing": (b"", "report-damaged"), "half a report": (good[:len(good) // 2], "report-damaged"),
    "a report that lost its middle": (good[:5000] + good[9000:], "report-damaged"),
    "another PDF": (pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", PAGES), "report-others"),
    "a PDF with a list of another name": (carrying(sound, name=b"other.tsv"), "report-others"),
    "a list that is none": (carrying(b"Sections\n"), "report-others"), "a list with a page that is none": (carrying(sound.replace(b"\t1\t", b"\tx\t")), "report-others"),
    "a list that is not UTF-8": (carrying(sound + b"\xff\n"), "report-others"),
    "names that lead into themselves": (pdf_of(b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>", PAGES, b"<</Kids[3 0 R 3 0 R 3 0 R 3 0 R]>>"), "report-others"),
    "a list that is a page": (pdf_of(b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(sections.tsv)2 0 R]>>>>>>", PAGES), "report-others"),
    "a list that unpacks to a gigabyte": (carrying(bomb(1024), b"/Filter/FlateDecode"), "report-damaged"),
    "a list that unpacks to 20 MB": (carrying(zlib.compress(b"a" * (20 << 20)), b"/Filter/FlateDecode"), "report-damaged"),
    "brackets without end": (pdf_of(b"[" * 500000), "report-damaged"),
    "a stream that tells a wrong length": (carrying(sound).replace(b"/Length %d" % len(sound), b"/Length 99999999"), "report-damaged"),
    "objects that refer to each other": (pdf_of(b"3 0 R", PAGES, b"1 0 R"), "report-"),
}
def refused(name, path, code, beside=None):
    start = time.monotonic()
    for lang in ("en", "km"):
        for was, now in ((path, beside or pdf), (beside or pdf, path)):
            r = diff(was, now, lang)
            err = text(r.stderr)
            cure = re.search(r"→ .{10}", err)
            check(r.returncode == 2 and not r.stdout and f"[{code}" in err and cure and (lang == "en" or re.search("[ក-៹]", err)) and "memory" not in err,
                  f"{name}: refused, with a cure ({lang})", (r.returncode, err[:300]))
    check(time.monotonic() - start < 60 * SLOWER, f"{name}: at once")
for name, (data, code) in HOSTILE.items():
    refused(name, os.path.join(write(folder("changes/hostile"), {"a.pdf": data}), "a.pdf"), code)
where = folder("changes/kinds")
subprocess.run(["qpdf", "--encrypt", "secret", "owner", "256", "--", pdf, where + "/locked.pdf"], check=True)
refused("a locked one", where + "/locked.pdf", "report-locked")
subprocess.run(["qpdf", "--encrypt", "", "owner", "256", "--", pdf, where + "/open.pdf"], check=True)
check(diff(where + "/open.pdf", pdf).returncode == 0, "one that anybody may open is read", text(diff(where + "/open.pdf", pdf).stderr))
os.mkfifo(where + "/pipe.pdf")
refused("a pipe", where + "/pipe.pdf", "report-damaged")
with open(where + "/big.pdf", "wb") as f: f.truncate((1 << 30) + 1)
refused("one that is larger than a gigabyte", where + "/big.pdf", "report-big")
refused("nothing there", where + "/none.pdf", "report-unread")
refused("a folder of other files", where, "report-none")
refused("a folder in other languages", none, "report-apart", place("out"))
subprocess.run(["qpdf", "--linearize", pdf, where + "/again.pdf"], check=True)
r = diff(where + "/again.pdf", pdf)
check(r.returncode == 0 and text(r.stdout).endswith(": no section changed\n"), "a report that another program wrote anew is read", text(r.stderr))
steered = carrying(sound.replace(b"Heading A", "Heading \u202e\x1b[31m".encode()))
r = diff(os.path.join(write(folder("changes/hostile"), {"a.pdf": steered}), "a.pdf"), pdf)
check(r.returncode in (0, 2), "a title that would steer the terminal is no reason to fail", r.returncode)
for words in (("diff",), ("diff", pdf), ("diff", pdf, pdf, pdf)):
    check(sastra(*words).returncode == 2, f"{len(words) - 1} words are wrong usage")

# -- an out/ that somebody has been at
made(FILES, "spoilt")
for name, data in (("words", b"words"), ("a bomb", carrying(bomb(1024), b"/Filter/FlateDecode"))):
    path, list_ = place("spoilt/report.pdf"), place("spoilt/.sastra-manifest")
    old = hashlib.sha256(open(path, "rb").read()).hexdigest()
    with open(path, "wb") as f: f.write(data)
    lines = open(list_).read().replace(old, hashlib.sha256(data).hexdigest())
    with open(list_, "w") as f: f.write(lines)
    check(made(FILES, "spoilt") == [], f"{name} in the old report's place: the build is made, and nothing told")
check(made(FILES, "spoilt") == ["report.pdf: no section changed"], "and the next one tells again")
done()
