#!/usr/bin/env python3
"""`sastra catalogue`: one page for the reports of many events, of what their folders hold: what it tells, where its links
lead, that it is sound and asks for nothing; and folders that are none."""
import html.parser, os, re, sys, urllib.parse
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

VOID = {"meta", "link", "img", "br", "hr", "input"}
INSIDE = {"li": {"ul"}, "h1": {"main"}, "h2": {"section"}, "section": {"main"}, "ul": {"section"}, "p": {"section"}, "small": {"a"}, "span": {"h1", "h2", "a", "p", "title"}}

class Page(html.parser.HTMLParser):
    """Every tag is closed in its turn and stands where it may; ids are each one's own; every sign is a sign."""
    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.ids, self.links, self.said, self.refs = [], [], [], [], [], []
        self.source = source
        self.feed(source)
        self.close()
        if self.open: self.faults.append(f"left open: {self.open}")
        if len(self.ids) != len(set(self.ids)): self.faults.append("an id twice")
        self.faults += [f"no id {r}" for r in self.refs if r not in self.ids]
        if re.search(r"&(?!(amp|lt|gt|quot|#\d+|#x[0-9a-f]+);)", source): self.faults.append("a bare &")
    def handle_starttag(self, tag, attributes):
        names = [k for k, _ in attributes]
        if len(names) != len(set(names)): self.faults.append(f"{tag}: an attribute twice")
        if tag in INSIDE and (not self.open or self.open[-1] not in INSIDE[tag]): self.faults.append(f"{tag} in {self.open}")
        a = dict(attributes)
        if "id" in a: self.ids.append(a["id"])
        if "aria-labelledby" in a: self.refs.append(a["aria-labelledby"])
        if tag == "a": self.links.append(a["href"])
        if tag in ("script", "link", "img", "iframe", "object") or "src" in a: self.faults.append(f"{tag} asks for something")
        if tag not in VOID: self.open.append(tag)
    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag: self.faults.append(f"/{tag}")
    def handle_data(self, data):
        if data.strip() and self.open and self.open[-1] != "style": self.said.append(data)

base = folder("catalogue")
def place(*names): return os.path.join(base, *names)
def event(name, languages, date, titles, **more):
    lines = [f"languages: [{languages}]", f"dates: [{date}]"] + [f"{l}: {{title: '{t}', venue: 'Hall {l}'}}" for l, t in titles.items()]
    lines += [f"{k}: {v}" for k, v in more.items() if k != "only"]
    where = write(place(name, "input"), {"event.yml": "\n".join(lines) + "\n", "sessions/d1s01-a.en.md": "# A\n\nText.\n", "sessions/d1s01-a.km.md": "# ក\n\nអក្សរ។\n"})
    r = build(where, place(name, "out"), "-q", "--only", more.get("only", "report,report.km,report.en"))
    check(r.returncode in (0, 1), f"{name}: built", text(r.stderr)[-500:])
event("both", "km, en", "2023-04-04", {"km": "វេទិកា <ក>", "en": "A forum & more"}, status="draft", sample="yes")
event("a b#1", "en", "2024-05-06", {"en": "English alone", "km": "មិនបានបោះពុម្ព"}, status="final", only="report")
event("ខ្មែរ", "km", "2022-01-02", {"km": "ខ្មែរតែម្នាក់ឯង"}, status="final", only="report", editions="[both]")
OUTS = [place("both", "out"), place("a b#1", "out"), place("ខ្មែរ", "out")]
before = [files_of(o) for o in OUTS]

def catalogue(*args, cwd=base, lang="en"): return sastra("catalogue", *args, "--lang", lang, cwd=cwd)
r = catalogue(*OUTS)
check(r.returncode == 0 and not r.stderr, "three events", text(r.stderr))
page = Page(exact(r.stdout))
check(not page.faults, "the page is sound, and asks for nothing", page.faults)
order = [page.source.index(t) for t in ("English alone", "A forum &amp; more", "ខ្មែរតែម្នាក់ឯង")]
check(order == sorted(order) and "វេទិកា &lt;ក&gt;" in page.source, "newest first, each title in its event's languages", order)
check("មិនបានបោះពុម្ព" not in page.source, "what an event's own report does not print is not told")
check(all(w in page.said for w in ("6 May 2024", "4 April 2023", "Hall en", "Hall km", "SAMPLE · DRAFT", "Khmer · English", "ភាសាខ្មែរ · ភាសាអង់គ្លេស", "English", "Khmer")), "dates, venues, languages, marks", page.said)
check(page.said.count("SAMPLE · DRAFT") == 1 and not {"SAMPLE", "DRAFT"} & set(page.said), "marks where they belong", page.said)
check(all(os.path.isfile(os.path.join(base, urllib.parse.unquote(l))) for l in page.links) and len(page.links) == len(set(page.links)), "every link leads to a file", page.links)
check(all(re.fullmatch(r"[A-Za-z0-9/._~%-]+", l) for l in page.links), "and is an address", page.links)
wanted = {os.path.relpath(os.path.join(o, n), base) for o in OUTS for n in os.listdir(o) if n == "index.html" or n.startswith("report")}
check({urllib.parse.unquote(l) for l in page.links} == wanted, "each report and each download page is there", wanted ^ {urllib.parse.unquote(l) for l in page.links})
said = re.findall(r"<small>(.*?)</small>", page.source)
def size(path):
    kilo = (os.path.getsize(path) + 1023) >> 10
    return f"{kilo} KB"
for l, s in zip([l for l in page.links if "report" in l], said):
    path = os.path.join(base, urllib.parse.unquote(l))
    n = re.search(r"Pages:\s+(\d+)", text(subprocess.run(["pdfinfo", path], capture_output=True).stdout))
    want = (f"PDF, {n[1]} ទំព័រ, " if n else path.rsplit(".")[-1].upper() + ", ") + size(path)
    check(s == want, f"{os.path.relpath(path, base)}: pages and size", (s, want))
check([files_of(o) for o in OUTS] == before, "nothing is written into any of them")

# -- where it is written
os.makedirs(place("site", "deep"))
r = catalogue("-o", place("site", "deep", "index.html"), *OUTS)
check(r.returncode == 0 and not r.stdout, "into a file", text(r.stderr))
there = Page(open(place("site", "deep", "index.html"), encoding="utf-8").read())
check(not there.faults and all(os.path.isfile(os.path.join(base, "site", "deep", urllib.parse.unquote(l))) for l in there.links), "links are relative to it", there.links[:2])
again = catalogue("both/out", "./both/../both/out/", "-o", "site/deep/index.html")
one = Page(open(place("site", "deep", "index.html"), encoding="utf-8").read())
check(again.returncode == 0 and len(re.findall("<section", one.source)) == 1, "written over; what is named twice is listed once", text(again.stderr))
inside = catalogue(".", cwd=place("both", "out"))
check(Page(exact(inside.stdout)).links[0] == "index.html", "of the folder that one is in", Page(exact(inside.stdout)).links)
r = catalogue("out", "-o", "catalogue.html", cwd=place("both"))
check(r.returncode == 0 and not Page(open(place("both", "catalogue.html"), encoding="utf-8").read()).faults, "beside a folder")
check([files_of(o) for o in OUTS] == before, "still nothing is written into any of them")

# -- what is refused
def refused(name, code, *args, **more):
    for lang in ("en", "km"):
        r = catalogue(*args, lang=lang, **more)
        err = text(r.stderr)
        check(r.returncode == 2 and not r.stdout and f"[{code}]" in err and re.search("→ .{10}", err) and (lang == "en" or re.search("[ក-៹]", err)), f"{name} ({lang})", (r.returncode, err[:400]))
write(place("others"), {"index.html": "<p>", "report.pdf": "x"})
refused("a folder of other files", "catalogue-others", OUTS[0], place("others"))
refused("an empty folder", "catalogue-others", folder("catalogue/empty"))
refused("an input folder", "catalogue-others", place("both", "input"))
refused("a file", "catalogue-others", place("both", "input", "event.yml"))
refused("nothing there", "report-unread", place("none"))
refused("a file that is no such page", "catalogue-taken", OUTS[0], "-o", place("both", "input", "event.yml"))
refused("a download page", "catalogue-taken", OUTS[0], "-o", os.path.join(OUTS[0], "index.html"))
refused("a folder to write to", "catalogue-taken", OUTS[0], "-o", place("site"))
refused("a file in no folder", "out-write", OUTS[0], "-o", place("nowhere", "x.html"))
event("web", "km, en", "2024-01-01", {"en": "On the web"}, editions="[html]", only="report")
refused("no PDF", "report-none", place("web", "out"))
shutil.copytree(OUTS[0], place("damaged"))
with open(place("damaged", "report.km.pdf"), "wb") as f: f.write(b"words")
refused("a damaged PDF", "report-damaged", place("damaged"))
r = catalogue(place("others"), place("damaged"), place("none"))
check(all(w in text(r.stderr) for w in ("catalogue-others", "report-damaged", "report-unread")), "all that is wrong is told at once", text(r.stderr))
check(catalogue().returncode == 2, "none is wrong usage")
check([files_of(o) for o in OUTS] == before, "and nothing was written")
done()
