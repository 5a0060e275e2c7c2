#!/usr/bin/env python3
"""What speakers handed in and is passed on: to whom, under which name, with which sums; what is held back and told. All
files are made up here."""
import hashlib, io, os, re, sys, zipfile
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

def packed(**parts):
    b = io.BytesIO()
    with zipfile.ZipFile(b, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in parts.items(): z.writestr(zipfile.ZipInfo(name.replace("__", "/"), (2023, 1, 1, 0, 0, 0)), data)
    return b.getvalue()
CORE = ('<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:creator>{}</dc:creator><cp:lastModifiedBy>{}</cp:lastModifiedBy></cp:coreProperties>")
def office(creator="", last="", **more): return packed(**{"[Content_Types].xml": "<Types/>", "docProps__core.xml": CORE.format(creator, last), **more})
def pdf(info="", more=b""): return f"%PDF-1.4\n1 0 obj\n<<{info}>>\nendobj\n".encode() + more + b"%%EOF\n"

HEAD = "session,title_en,title_km,received,translated_en,translated_km,file,file_en,file_km,share\n"
ROW = "d1s01,Welcome,សូមស្វាគមន៍,2023-03-06,yes,yes,{},,,{}\n"
def event(documents, files, more=""):
    return {**SMALL, "event.yml": SMALL["event.yml"] + more, "documents.csv": HEAD + documents, **{"documents/" + n: d for n, d in files.items()}}
def told(out, *codes): return [(p["code"], p["file"], p["line"]) for p in problems(out) if not codes or p["code"] in codes]
def sums(out): return {l[66:]: l[:64] for l in open(out + "/SHA256SUMS", encoding="utf-8").read().splitlines()}
def manifest(out): return {l[66:]: l[:64] for l in open(out + "/.sastra-manifest", encoding="utf-8").read().splitlines()}
def passed(out): return sorted(n for n in files_of(out) if n.startswith(("documents/", "participants/")))
def right(out): return all(hashlib.sha256(files_of(out)[n]).hexdigest() == s for n, s in manifest(out).items())

# -- a PDF for the public; slides with their translation for participants; one that no row names
base, out = folder("passed"), os.path.join(FOLDER, "passed-out")
slides, khmer, paper = office(), pdf(more=b"slides in Khmer\n"), pdf(more=b"a paper" * 30000)
write(base, event("d1s01,A paper,ឯកសារ,2023-03-06,yes,yes,Paper FINAL v2.PDF,,,public\n"
                  "d1s01,Slides: mentors,ស្លាយ៖ គ្រូប្រឹក្សា,2023-03-09,yes,,documents\\slides (1).pptx,,day 1/slides-km.pdf,\n",
                  {"paper final v2.pdf": paper, "slides (1).pptx": slides, "day 1/slides-km.pdf": khmer, "stray.pdf": pdf()},
                  "url: https://forum.example.org/2023/report.pdf\n"))
r = build(base, out)
files = files_of(out)
NAMES = ["documents/d1s01-A-paper-original.pdf", "participants/d1s01-Slides-mentors-original.pptx", "participants/d1s01-ស្លាយ-គ្រូប្រឹក្សា-km.pdf", "participants/index.html"]
check(r.returncode == 0 and passed(out) == NAMES, "files go out under session, title and language", (r.returncode, passed(out), text(r.stderr)))
check(files[NAMES[0]] == paper and files[NAMES[1]] == slides and files[NAMES[2]] == khmer, "as they came, to the byte")
check(right(out) and set(manifest(out)) >= set(NAMES), "the manifest names them all with their sums")
check(NAMES[0] in sums(out) and not [n for n in sums(out) if n.startswith(("participants/", "problems"))], "SHA256SUMS, which is published, names public ones alone", sorted(sums(out)))
page, front = files["participants/index.html"].decode(), files["index.html"].decode()
check(all(hashlib.sha256(d).hexdigest() in page for d in (slides, khmer)) and "PPTX, 1 KB" in page and 'lang="km"' in page and 'lang="en"' in page and "Opening" in page,
      "their page tells sums, sizes and sessions in both languages", page[-1500:])
check(NAMES[1][13:] in page and NAMES[2][13:] in page and "A-paper" not in page, "and no others")
check("https://forum.example.org/2023/participants/" in page and "<svg" in page, "and its address, as a code too")
check(NAMES[0] in front and "206 KB" in front and "participants/" not in front, "the download page lists public ones, with their sizes", front[-1500:])
check(told(out) == [("document-unlisted", "documents/stray.pdf", 0)], "what no row names is told, and passed on to nobody", told(out))
text_ = re.sub(r"\s+", " ", pdftext(out + "/handouts/documents.pdf") + pdftext(out + "/report.en.pdf"))
check(text_.count("Shared with the public: 1; with participants: 1.") == 2 and "participants" in text_, "register and annex say which are passed on", text_[-1500:])
again = os.path.join(FOLDER, "passed-again")
build(base, again, "-j", "1")
check(files_of(again) == files, "the same bytes on each run")

# -- what is passed on no more is gone, whatever is built
write(base, {"documents.csv": HEAD + ROW.format("paper final v2.pdf", "no")})
r = build(base, out, "--only", "report.km")
check(r.returncode == 0 and not passed(out) and "handouts/documents.pdf" in files_of(out), "--only keeps other files, but none that nobody may have any more", passed(out))
check(not told(out, "document-missing"), "a file that nobody may have is named, and no fault", told(out))
check("documents/" not in files_of(out)["index.html"].decode(), "and the page lists it no more")

# -- held back, told
cases = [("a program by how it begins", "tool.pdf", b"MZ\x90\0" + bytes(90), "document-program"), ("a program by its ending", "tool.exe", b"x", "document-program"),
         ("a script", "run.txt", b"#!/bin/sh\n", "document-program"), ("a program for Linux", "run", b"\x7fELF" + bytes(90), "document-program"),
         ("macros by the ending", "a.pptm", office(), "document-macros"), ("macros by what is packed", "a.docx", office(word__vbaProject_bin="x").replace(b"vbaProject_bin", b"vbaProject.bin"), "document-macros"),
         ("macros of the old format", "a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(70000) + "_VBA_PROJECT".encode("utf-16-le") + bytes(200), "document-macros"),
         ("macros of LibreOffice", "a.odt", packed(**{"Basic__script-lc.xml": "x"}), "document-macros"),
         ("an empty file", "a.pdf", b"", "file-empty")]
for name, file, data, code in cases:
    b = write(folder("held"), event(ROW.format(file, "public"), {file: data}))
    o = os.path.join(FOLDER, "held-out")
    r = build(b, o, "--only", "documents")
    check(r.returncode == 0 and not passed(o) and told(o) == [(code, "documents/" + file, 0)], f"{name}: told, passed on to nobody", (r.returncode, passed(o), told(o), text(r.stderr)))

# -- passed on, told
NAME = "Sok Sample"
cases = [("who made it", "a.docx", office(NAME), True), ("who saved it last", "a.xlsx", office("", NAME), True), ("a PDF's author", "a.pdf", pdf(f"/Author ({NAME})"), True),
         ("a PDF's author in UTF-16", "a.pdf", pdf("/Author <FEFF1780>"), True), ("a PDF's author where two pieces of it meet", "a.pdf", pdf(more=b"x" * 65490 + f"\n<</Author({NAME})>>\n".encode()), True),
         ("a PDF's dc:creator", "a.pdf", pdf(more=f"<dc:creator><rdf:Seq><rdf:li>{NAME}</rdf:li></rdf:Seq></dc:creator>".encode()), True),
         ("LibreOffice's meta.xml", "a.odt", packed(**{"meta.xml": f'<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"><meta:initial-creator>{NAME}</meta:initial-creator></office:document-meta>'}), True),
         ("nobody", "a.docx", office("", "Microsoft Office User"), False), ("no author", "a.pdf", pdf("/Author () /Creator (x)"), False), ("an empty author in UTF-16", "a.pdf", pdf("/Author <FEFF>"), False),
         ("a damaged file", "a.docx", office(NAME)[:60], False), ("a packed file without parts", "a.zip", b"PK\5\6" + bytes(18), False)]
for name, file, data, person in cases:
    b = write(folder("person"), event(ROW.format(file, "public"), {file: data}))
    o = os.path.join(FOLDER, "person-out")
    r = build(b, o, "--only", "documents")
    got = told(o)
    check(len(passed(o)) == 1 and got == ([("document-person", "documents/" + file, 0)] if person else []), f"{name}: passed on, a name in its properties {'told' if person else 'not told'}", (passed(o), got, text(r.stderr)))
    check(NAME not in text(r.stderr) + files_of(o)["problems.json"].decode() + files_of(o)["index.html"].decode(), f"{name}: no message says the name")
b = write(folder("large"), event(ROW.format("big.bin", "public"), {"big.bin": b"b"}))
os.truncate(b + "/documents/big.bin", (50 << 20) + 1)
o = os.path.join(FOLDER, "large-out")
def little(): resource.setrlimit(resource.RLIMIT_DATA, (1 << 29, 1 << 29))
r = build(b, o, "--only", "documents", "-j", "1")
check(len(passed(o)) == 1 and told(o) == [("document-large", "documents/big.bin", 0)], "over 50 MB: told, passed on all the same", (passed(o), told(o)))
check("50.0 MB" in files_of(o)["index.html"].decode() and right(o), "its size and sum are told")
shutil.rmtree(b); shutil.rmtree(o)

# -- rows
b = write(folder("rows"), event(ROW.format("a.txt", "public") + ROW.format("a.txt", "no") + ROW.format("b.txt", "everybody?") + ROW.format("c.txt", "") + ROW.format("C.TXT", "អ្នកចូលរួម")
                                + ROW.format("gone.txt", "") + "d1s01,Untranslated,មិនទាន់បកប្រែ,2023-03-06,yes,no,d.txt,,,\n", {n: "x" for n in ("a.txt", "b.txt", "c.txt", "d.txt")}))
o = os.path.join(FOLDER, "rows-out")
build(b, o, "--only", "documents")
check(told(o) == [("share-word", "documents.csv", 4), ("document-missing", "documents.csv", 7), ("document-untranslated", "documents.csv", 8), ("document-refused", "documents/a.txt", 0)],
      "each misuse is told in its place", told(o))
check(passed(o) == ["participants/d1s01-Untranslated-original.txt", "participants/d1s01-Welcome-original-2.txt", "participants/d1s01-Welcome-original.txt", "participants/index.html"],
      "equal titles get numbers; who may have it is never guessed", passed(o))
check("Not in Khmer yet" in files_of(o)["participants/index.html"].decode(), "what is not translated says so")
r = sastra("todo", "-i", b, "--lang", "en")
check("documents.csv:8: not translated (document → km)" in text(r.stdout) and "sastra: 1 part" in text(r.stderr), "and stands on the work list", text(r.stdout + r.stderr))
short = write(folder("short"), event("d1s01,Welcome,សូមស្វាគមន៍,2023-03-06,yes,yes,a.txt,,,,public\n", {"a.txt": "x"}))
build(short, o + "2", "--only", "documents")
check(not passed(o + "2") and ("share-row", "documents.csv", 2) in told(o + "2"), "a row out of step passes nothing on", (passed(o + "2"), told(o + "2")))
long_ = write(folder("long"), event(f"d1s01,{'Very long title ' * 30},,2023-03-06,yes,yes,a.en.txt,,,\n", {"a.en.txt": "x"}))
build(long_, o + "3", "--only", "documents")
check(len(passed(o + "3")[0].encode()) < 115 and passed(o + "3")[0].endswith("-en.txt"), "a long title is cut, the language stays", passed(o + "3"))
hostile = write(folder("hostile"), event(ROW.format("../event.yml", "public") + ROW.format("/etc/passwd", "public") + ROW.format("link.txt", "public") + ROW.format("pipe.txt", "public") +
                                        '"d1s01","<script>alert(1)</script>","../../x",2023-03-06,yes,yes,"a"".txt",,,\n', {'a".txt': "x"}))
os.symlink("/etc/passwd", hostile + "/documents/link.txt")
os.mkfifo(hostile + "/documents/pipe.txt")
r = build(hostile, o + "4", "--only", "documents")
page = files_of(o + "4").get("participants/index.html", b"").decode()
check(not crashed(r) and passed(o + "4") == ["participants/d1s01-script-alert-1-script-original.txt", "participants/index.html"] and "<script" not in page, "no path leads out, no title is code", (passed(o + "4"), told(o + "4")))
check({c for c, _, _ in told(o + "4")} == {"document-missing", "file-outside", "file-kind"}, "links that lead out and pipes are told", told(o + "4"))

# -- without the folder, nothing is asked for
bare = write(folder("bare"), event(ROW.format("a.txt", ""), {}))
build(bare, o + "5", "--only", "documents")
check(not told(o + "5") and not passed(o + "5") and "Shared with" not in pdftext(o + "5/handouts/documents.pdf"), "a register alone asks for no files, and says nothing of them", told(o + "5"))

# -- an event in one language
mono = write(folder("mono"), {**event("d1s01,Slides,,2023-03-09,yes,yes,a.pptx,,b.pdf,\n", {"a.pptx": office(), "b.pdf": pdf()}), "event.yml": "title: A forum\nlanguages: [en]\n"})
build(mono, o + "6", "--only", "documents")
page = files_of(o + "6")["participants/index.html"].decode()
check(len(passed(o + "6")) == 3 and "In Khmer" in page and not re.search("[\u1780-\u17ff]", page), "its page is in that language, and has every file", page[-900:])

# -- whole or not at all
write(base, event(ROW.format("paper.pdf", "public"), {"paper.pdf": paper}))
check(build(base, out).returncode == 0 and right(out), "built anew")
before = files_of(out)
def small_files():
    import signal
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (190000, 190000))
write(base, {"documents/paper.pdf": paper + b"more"})
r = build(base, out, prepare=small_files)
check(r.returncode == 2 and files_of(out) == before, "a disk that is full while a document is copied: the last good files stay", (r.returncode, text(r.stderr)[-300:]))
done()
