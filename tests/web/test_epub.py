#!/usr/bin/env python3
"""report.epub: a sound archive, every file of it named and well-formed, every link and page of the print found, all of the text.
epubcheck is run by hand (src/README.md)."""
import io, os, re, sys, zipfile
import xml.etree.ElementTree as ET
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from lib import *
from page import Page, squeezed

def local(tag): return tag.split("}")[-1]

def sound(name, data):
    check(data[30:58] == b"mimetypeapplication/epub+zip", f"{name}: the first bytes tell what it is (OCF 4.3)", data[:60])
    z = zipfile.ZipFile(io.BytesIO(data))
    check(z.testzip() is None and len(z.namelist()) == len(set(z.namelist())), f"{name}: the archive is whole")
    check({i.date_time for i in z.infolist()} == {(1980, 1, 1, 0, 0, 0)}, f"{name}: no times of this machine")
    files = {n: z.read(n) for n in z.namelist()}
    trees, bad = {}, []
    for n, d in files.items():
        if n.endswith((".xhtml", ".opf", ".xml")):
            try: trees[n] = ET.fromstring(d)
            except ET.ParseError as e: bad.append((n, str(e)))
    if not check(not bad, f"{name}: each document is well-formed", bad): return files
    package = trees["book/package.opf"]
    listed = {e.attrib["href"]: e.attrib for e in package.iter() if local(e.tag) == "item"}
    inside = {n[5:] for n in files if n.startswith("book/") and not n.endswith(".opf")}
    check(set(listed) == inside, f"{name}: the package names each file, and no other", set(listed) ^ inside)
    drawn = {n[5:] for n, d in files.items() if b"<svg" in d}
    check(drawn == {h for h, a in listed.items() if "svg" in a.get("properties", "")}, f"{name}: it says which hold drawings")
    spine = [e.attrib["idref"] for e in package.iter() if local(e.tag) == "itemref"]
    check(len(spine) == len(set(spine)) and set(spine) == {a["id"] for a in listed.values() if a["media-type"] == "application/xhtml+xml"}, f"{name}: all chapters are read, in one order")
    ids = {n[5:]: [e.attrib["id"] for e in t.iter() if "id" in e.attrib] for n, t in trees.items() if n.startswith("book/")}
    check(all(len(i) == len(set(i)) for i in ids.values()), f"{name}: each anchor stands once in its file")
    lost = []
    for n, t in trees.items():
        for e in t.iter():
            href = e.attrib.get("href") or e.attrib.get("src") or ""
            if not n.endswith(".xhtml") or re.match(r"https?:|mailto:|tel:", href) or not href: continue
            file, _, anchor = href.partition("#")
            if (file or n[5:]) not in inside or anchor and anchor not in ids[file or n[5:]]: lost.append((n, href))
    check(not lost, f"{name}: what leads inside leads somewhere", lost[:5])
    css = files["book/sheet.css"].decode()
    check({m for m in re.findall(r"url\(([^)]*)\)", css)} <= inside and ":has" not in css, f"{name}: the sheet names files of the book alone")
    return files

out = os.path.join(FOLDER, "sample-out")
build(SAMPLE, out, "--only", "report")
made = files_of(out)
files = sound("sample", made["report.epub"])
page = Page(exact(made["report.html"]))
html = squeezed(next(page.root.all("main")).text() + next(e for e in page.root.all("section") if "front" in e.classes()).text())
book = squeezed("".join(Page(re.sub(r"<(span|div|p|td|th|a)([^>]*)/>", r"<\1\2></\1>", exact(d))).root.text() for n, d in sorted(files.items()) if n.startswith("book/chapter")) +
                Page(exact(files["book/notes.xhtml"])).root.text())
missing = [w for e in page.root.all("p", "li", "td", "th", "dd") for w in [squeezed(e.text())] if w and w in html and w not in book and not list(e.all("p", "li", "br"))]
check(not missing, "sample: the book says what the page says", missing[:3])
nav = ET.fromstring(files["book/nav.xhtml"])
lists = {e.attrib.get("{http://www.idpf.org/2007/ops}type"): [a for a in e.iter() if local(a.tag) == "a"] for e in nav.iter() if local(e.tag) == "nav"}
printed = subprocess.run(["pdfinfo", os.path.join(out, "report.pdf")], capture_output=True, text=True).stdout
pages = int(re.search(r"Pages: *(\d+)", printed)[1])
check(pages - 12 < len(lists.get("page-list", [])) <= pages, "sample: the pages of the print are found in it", (len(lists.get("page-list", [])), pages))
check(len(lists["toc"]) > 40, "sample: contents", len(lists["toc"]))
text_ = files["book/package.opf"].decode()
check(all(w in text_ for w in ("dcterms:modified", "schema:accessMode", "schema:accessibilityFeature", "<dc:language>km", "<dc:language>en", "urn:uuid:")), "sample: what readers ask of a book is told")
again = os.path.join(FOLDER, "again")
build(SAMPLE, again, "--only", "report", "-j", "1")
check(files_of(again)["report.epub"] == made["report.epub"], "sample: the same bytes again, on one thread")
check('href="report.epub" download="Forum-on-Mentoring-STEM-Teachers-in-Cambodia-2023-report-km-en.epub"' in exact(made["index.html"]), "the download page has it, under a name of its own",
      re.findall('href="report.epub"[^>]*', exact(made["index.html"])))

odd = {**SMALL, "sessions/d1s01-opening.en.md": "# Opening & <more>\n\nA \x01 b \x0b c \ufffe d \uffff e ]]> f &#1; g &#xFFFE; h\n", "event.yml": SMALL["event.yml"].replace("A small forum", "'Forum \ufffe & \"x\"'")}
build(write(folder("odd"), odd), os.path.join(FOLDER, "odd-out"))
sound("signs that no XML may hold", files_of(os.path.join(FOLDER, "odd-out"))["report.epub"])

for golden in ("footnotes-tables", "levels", "one-language", "pictures", "unpaired", "boxes"):
    base = write(folder(golden + "-in"), files_of(os.path.join(ROOT, "tests", "golden", golden, "input")))
    event = open(base + "/event.yml", encoding="utf-8").read()
    write(base, {"event.yml": re.sub(r"(?m)^(editions|documents):.*\n", "", event) + "editions: [epub]\ndocuments: [report]\n"})
    build(base, os.path.join(FOLDER, golden))
    got = files_of(os.path.join(FOLDER, golden))
    if check("report.epub" in got and "report.pdf" not in got, f"{golden}: made alone", sorted(got)): sound(golden, got["report.epub"])
done()
