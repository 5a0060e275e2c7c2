#!/usr/bin/env python3
"""An event in one language: nothing that the program brings is in the other. The sample with one language taken out of every
file of it, and the congress of tests/wide; each PDF is read back, its page texts and the strings of its objects (bookmarks,
alternative texts, metadata, attachments' descriptions), and index.html; what the input itself holds may stand there.
Then the same sample whole with languages: [en], with [en, km], and on each paper."""
import csv, io, os, re, sys
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, ".."), os.path.join(HERE, "..", "wide")]
from lib import *
import congress, pdfread

KHMER = re.compile("[\u1780-\u17ff]+")
LATIN = re.compile("[A-Za-z]{3,}")
# names that are the same in every language: of programs, faces, kinds of files
NAMES = {"sastra", "noto", "serif", "sans", "khmer", "muol", "light", "pdf", "csv", "txt", "json", "libharu", "harfbuzz", "docx", "problems",
         "event", "yml", "least", "https", "http", "www"}

# -- the sample in one language --
def columns(data, other):
    whole = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    first = whole.split("\n", 1)[0]
    sign = max(",;\t", key=first.count)
    rows = list(csv.reader(io.StringIO(whole), delimiter=sign))
    kept = [i for i, name in enumerate(rows[0]) if not name.endswith("_" + other)]
    out = io.StringIO()
    csv.writer(out, delimiter=sign, lineterminator="\n").writerows([[row[i] for i in kept if i < len(row)] for row in rows])
    return out.getvalue()

def yaml(data, other):
    """Blocks en:, keys en: and …_en: of the sample's own way of writing."""
    lines, block = [], None
    for line in data.decode().splitlines():
        indent = len(line) - len(line.lstrip(" -"))
        if block is not None and (indent > block and not line.lstrip().startswith("-")): continue
        block = None
        if re.match(rf"\s*{other}:\s*$", line): block = indent; continue
        if re.match(rf"\s+{other}: \{{.*\}}$", line) or re.match(rf"\s+{other}: [^{{]", line) or re.match(rf"\s+\w+_{other}: ", line) or line.startswith("#"): continue
        line = re.sub(rf"(?:, )?\b(?:low_|high_|words_|place_|)?{other}: (?:\[[^\]]*\]|\"[^\"]*\"|[^,}}]*)", "", line)
        lines.append(re.sub(r"\{, ", "{", line))
    return "\n".join(lines) + "\n"

def alone(lang):
    other = "km" if lang == "en" else "en"
    files = {}
    for name, data in files_of(SAMPLE).items():
        if re.search(rf"\.{other}\.(md|txt)$", name): continue
        if name.endswith(".csv"): data = columns(data, other)
        if name.endswith(".yml"): data = yaml(data, other)
        files[name] = data
    event = re.sub(r"languages: .*", f"languages: [{lang}]", files["event.yml"])
    files["event.yml"] = re.sub(r"editions: .*\n", "", re.sub(r"(?s)fonts:\n( .*\n)+?(?=\S)", "", event))
    return files

# -- what stands in out/ --
def strings(pdf):
    """Texts of objects that a reader meets: bookmarks, descriptions, metadata."""
    todo = [o.get("value", o.get("stream", {}).get("dict")) for k, o in pdf.objects.items() if k.startswith("obj:")]
    while todo:
        x = todo.pop()
        if isinstance(x, list): todo += x
        if not isinstance(x, dict): continue
        for key, v in x.items():
            if key in ("/Alt", "/ActualText", "/E", "/Title", "/Desc", "/Contents", "/Subject", "/Author", "/T") and isinstance(v, str) and v.startswith("u:"): yield v[2:]
            elif isinstance(v, (dict, list)): todo.append(v)

def xmp(pdf):
    meta = pdf.catalog.get("/Metadata")
    whole = pdf.data(meta).decode("utf-8", "replace") if meta else ""
    return re.sub(r"(?s)<pdfaExtension:schemas>.*?</pdfaExtension:schemas>", "", whole)

def page(html): return re.sub(r"(?s)<style>.*?</style>|<[^>]*>|SHA256SUMS", " ", html)

def plain(s): return re.sub("[\u200b\u200c\u200d\u2060\u00ad]", "", s)

def foreign(lang, said, known):
    """Words of the other language that the input does not hold."""
    if lang == "en": return sorted({w for w in KHMER.findall(plain(said)) if w not in known})
    return sorted({w for w in LATIN.findall(plain(said)) if w.lower() not in known and w.lower() not in NAMES})

def known_of(lang, files):
    whole = plain("\n".join(text(d) if isinstance(d, bytes) else d for n, d in files.items() if not n.endswith((".png", ".jpg"))) + "\n" + "\n".join(files))
    return whole if lang == "en" else {w.lower() for w in LATIN.findall(whole)}

def is_all(lang, what, files, most=0):
    out = os.path.join(FOLDER, "one-language-out")
    shutil.rmtree(out, ignore_errors=True)
    r = build(write(folder("one-language"), files), out, "-q", "--lang", lang)
    if not check(r.returncode == 0, what + ": is built", text(r.stderr)[-600:]): return None
    known, made, found = known_of(lang, files), files_of(out), {}
    for name in sorted(n for n in made if n.endswith(".pdf")):
        pdf = pdfread.Pdf(os.path.join(out, name))
        said = pdftext(os.path.join(out, name)) + "\n" + "\n".join(strings(pdf)) + ("" if lang == "km" else xmp(pdf))
        if foreign(lang, said, known): found[name] = foreign(lang, said, known)[:8]
        if pdf.text(pdf.catalog["/Lang"]) != lang: found[name] = found.get(name, []) + ["Lang"]
    html = text(made["index.html"])
    # kinds of files and their sums are no language's
    words = foreign(lang, re.sub(r"\b(PDF|HTML|EPUB|SHA|KB|MB)\b", "", page(re.sub(r"<code>.*?</code>", "", html))), known)
    check(not found, what + ": no PDF has a word of the other language", found)
    check(not words and f'<html lang="{lang}">' in html and f'lang="{"km" if lang == "en" else "en"}"' not in html, what + ": nor has the download page", words)
    missing = [p["code"] for p in problems(out) if p["code"] in ("note-partner", "title-one-language", "title-one-language-many", "event-one-language", "form-one-language", "note-both-beside")]
    check(not missing, what + ": nothing asks for a translation", missing)
    check("report.pdf" in made and not any(re.match(r"report\.(km|en)\.pdf", n) for n in made), what + ": one report", sorted(made))
    return out

for lang in ("en", "km"): is_all(lang, f"the sample in {lang} alone", alone(lang))
out = is_all("en", "the congress", congress.made())
if out:
    said = pdftext(os.path.join(out, "report.pdf"))
    check("visit" not in said.replace("Visit at harvest", "") and "translat" not in said and "In English" not in said, "no visits, no columns of languages where there are none",
          re.findall(r".*(?:visit|ranslat|In English).*", said)[:5])
    check("3.12 Closing of the congress" in said and all(f"{d}.{n} " in said for d, n in ((1, 13), (2, 15), (3, 12))), "all forty sessions are there")

# -- both languages there, one asked for; English first --
def sample(**change):
    files = dict(files_of(SAMPLE))
    event = text(files["event.yml"])
    for key, value in change.items(): event = re.sub(rf"(?m)^{key}: .*", f"{key}: {value}", event)
    return {**files, "event.yml": event}

def made_of(what, files):
    out = os.path.join(FOLDER, "one-language-out")
    shutil.rmtree(out, ignore_errors=True)
    r = build(write(folder("one-language"), files), out, "-q")
    check(r.returncode == 0, what + ": is built", text(r.stderr)[-600:])
    return out

out = made_of("languages: [en] beside Khmer files", sample(languages="[en]", editions="[both]", documents="[report]"))
told = [p for p in problems(out) if p["code"] in ("notes-left-out", "note-partner", "note-other-language")]
check([p["code"] for p in told] == ["notes-left-out"] and told[0]["line"] == 4, "the Khmer notes are told, once, and not read", told)
check("Translation missing" not in pdftext(os.path.join(out, "report.pdf")), "no passage is called untranslated")

out = made_of("languages: [en, km]", sample(languages="[en, km]", editions="[both]", documents="[report, programme]"))
html, pdf = text(files_of(out)["index.html"]), pdfread.Pdf(os.path.join(out, "report.pdf"))
first = [re.search(r'lang="(\w+)">', line)[1] for line in html.splitlines() if line.startswith(("<html", "<h1", "<h2", "<li"))]
check(set(first) == {"en"}, "English stands first on the download page", first)
check(pdf.text(pdf.catalog["/Lang"]) == "en", "and is the report's language")
marks = [pdf.text(o["value"]["/Title"]) for o in pdf.objects.values() if isinstance(o.get("value"), dict) and "/Title" in o["value"] and "/Dest" in o["value"]]
late = [m for m in marks if m and KHMER.match(m) and LATIN.search(m)]
check(marks and not late, "and first in the bookmarks", late[:5])
lines = pdftext(os.path.join(out, "report.pdf"))
check(lines.index("Foreword") < lines.index("អារម្ភកថា"), "and in the contents")

# -- papers --
SIZES = {"letter": (612, 792), "a5": (419.5, 595.3), "b5": (498.9, 708.7)}
def sizes(path):
    said = text(subprocess.run(["pdfinfo", "-f", "1", "-l", "999", path], capture_output=True).stdout)
    return {(float(w), float(h)) for w, h in re.findall(r"size:\s+([\d.]+) x ([\d.]+)", said)}
small = {k: v for k, v in sample(editions="[both]").items() if not re.match("sessions/d2|sessions/d1s0[3-9]|summaries|photos|reflections/eval", k)}
for paper in SIZES if os.environ.get("WIDE") else ["a5"]: # make wide: the others too
    w, h = SIZES[paper]
    out = made_of(f"paper: {paper}", {**small, "event.yml": re.sub(r"(?m)^paper: .*", f"paper: {paper}", small["event.yml"])})
    odd = {}
    for name in sorted(n for n in files_of(out) if n.endswith(".pdf")):
        got, own = sizes(os.path.join(out, name)), "-a5" in name or "slides" in name or "wall" in name
        is_it = all(abs(x - w) < 1 and abs(y - h) < 1 for x, y in got)
        if is_it == own: odd[name] = got
    check(not odd, f"{paper}: report and handouts are set on it, what has a size by its name keeps it", odd)
    cover = " ".join(text(subprocess.run(["pdftotext", "-l", "1", os.path.join(out, "report.pdf"), "-"], capture_output=True).stdout).split())
    check("HEAD Foundation" in cover and "Preah Sisowath" in cover, f"{paper}: all of the cover is on its page", cover[-200:])
done()
