#!/usr/bin/env python3
"""report.html: the whole of the tree's text, letter for letter; both languages, and each alone; our line breaks; nothing that asks
for anything elsewhere; sound for those who listen. Browsers, axe and the Nu checker are run by hand (src/README.md)."""
import base64, json, os, re, struct, sys, zlib
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from lib import *
from page import Page, lines, squeezed

KHMER = re.compile("[\u1780-\u17ff]")
def page_of(out): return exact(files_of(out)["report.html"])
def report(name, files, *args):
    base, out = write(folder(name), files), os.path.join(FOLDER, name + "-out")
    r = build(base, out, *args)
    check(r.returncode in (0, 1) and not crashed(r), f"{name}: built", text(r.stderr)[-500:])
    return base, out

def sound(name, source):
    """What every page must hold to (WCAG 2.2: 1.1.1, 1.3.1, 2.4.1, 2.4.2, 3.1.1, 4.1.2)."""
    p = Page(source)
    check(not p.faults, f"{name}: elements nest", p.faults[:3])
    ids = [e.attrs["id"] for e in p.root.all() if "id" in e.attrs]
    check(len(ids) == len(set(ids)), f"{name}: each anchor stands once", [i for i in ids if ids.count(i) > 1][:5])
    links = [e.attrs["href"] for e in p.root.all("a")]
    lost = [l for l in links if l.startswith("#") and l[1:] not in set(ids)]
    check(not lost, f"{name}: what leads inside leads somewhere", lost[:5])
    other = [l for l in links if not re.match(r"#|https?://|mailto:|tel:", l)]
    check(not other, f"{name}: no other kinds of addresses", other[:5])
    asked = [str(e.attrs) for e in p.root.all() if e.tag in ("link", "iframe", "object", "embed", "base") or not e.attrs.get("src", "data:").startswith("data:")]
    asked += re.findall(r"url\((?!data:)[^)]*\)|@import[^;]*", source.split("<body>")[0])
    check(not asked, f"{name}: it asks for nothing elsewhere", asked[:3])
    check(all("alt" in e.attrs for e in p.root.all("img")) and all(e.attrs.get("aria-hidden") or e.attrs.get("aria-label") for e in p.root.all("svg")), f"{name}: pictures are described")
    check(all(e.attrs.get("scope") for e in p.root.all("th")), f"{name}: heads of tables say what they head")
    levels = [int(e.tag[1]) for e in p.root.all(*"h1 h2 h3 h4 h5 h6".split())]
    check(levels and levels[0] == 1 and all(b <= a + 1 for a, b in zip(levels, levels[1:])), f"{name}: no level of headings is left out", levels[:20])
    # each row of a table covers as many columns, those that a cell above covers among them
    bad = []
    for t in p.root.all("table"):
        widths, covered = set(), {}
        for i, row in enumerate(t.all("tr")):
            cells = [c for c in row.inside if getattr(c, "tag", "") in ("td", "th")]
            widths.add(sum(int(c.attrs.get("colspan", 1)) for c in cells) + covered.pop(i, 0))
            for c in cells:
                for k in range(1, int(c.attrs.get("rowspan", 1))): covered[i + k] = covered.get(i + k, 0) + int(c.attrs.get("colspan", 1))
        if len(widths) > 1: bad.append((widths, squeezed(t.text())[:80]))
    check(not bad, f"{name}: rows of a table are of one width", bad[:3])
    return p

# -- the sample: nothing is lost, nothing is changed
out = os.path.join(FOLDER, "sample-out")
r = build(SAMPLE, out, "--only", "report")
source = page_of(out)
page = sound("sample", source)
said = squeezed(page.root.text())
dump = exact(sastra("dump", "tree", "report", "-i", SAMPLE).stdout)
dump = re.sub(r"(?m)^( *)sect .*spare.*\n(\1 .*\n)*", "", dump) # a page of the print alone
strings = [json.loads('"%s"' % m[2]) for l in re.sub(r"(?m)(^ *(row|table).*?) low .*", r"\1", dump).splitlines() if not re.match(r" *(toc-item|tree)\b", l)
           for m in re.finditer(r'(alt-\w\w )?"((?:[^"\\]|\\.)*)"', l) if not m[1]]
lost = [s for s in strings if squeezed(s) not in said]
check(len(strings) > 3000 and not lost, "sample: every text of the tree, letter for letter", (len(strings), lost[:5]))
check("\u200b" not in source, "sample: no sign stands in it that nobody typed")
photos = sum(len(m) for m in re.findall(r'src="data:image/[^"]*"', source))
check(len(source.encode()) - photos < 1 << 20, "sample: under 1 MB without photos", len(source.encode()) - photos)
check('<html lang="km">' in source and 'name="viewport"' in source and "<title>" in source, "sample: language, title, width")

# -- breaks: where dump breaks has them, and no other; but for words that the event's own notes taught it
text_lines = [e.breaks().replace("\n", " ") for e in page.root.all("p") if KHMER.search(e.text()) and not list(e.all("span", "sup", "strong", "em", "br", "a"))]
plain = [t.replace("|", "") for t in text_lines]
known = exact(sastra("dump", "breaks", stdin="\n".join(plain) + "\n").stdout).splitlines()
wrong, kept, all_ = [], 0, 0
for marked, t, k in zip(text_lines, plain, known):
    may, at, here = {int(x) for x in k.split()}, 0, set()
    for c in marked:
        if c == "|": here.add(at)
        else: at += 1
    inner = {b for b in may if 0 < b < len(t) and KHMER.match(t[b]) and KHMER.match(t[b - 1])}
    if "@" not in t and here - may: wrong.append((marked, here - may))
    kept, all_ = kept + len(inner & here), all_ + len(inner)
check(len(plain) > 100 and len(plain) == len(known) and len(wrong) < len(plain) * 0.02, "sample: lines may end where our breaker says, and nowhere else", (len(plain), len(known), wrong[:3]))
# names and terms of the event are kept whole beyond what the breaker alone knows
check(kept > all_ * 0.93, "sample: and wherever it says so", (kept, all_))
words = [e.text() for e in page.root.all("k-w")]
check(len(words) > 3000 and not [e for e in page.root.all("k-w") if list(e.all("wbr"))], "sample: words are kept from a browser's own breaks", len(words))

# -- a reader of one language sees its half, whole
main = next(page.root.all("main"))
km, en = page.root.text(("en", "between")), main.text(("km", "between"))
body = km[km.index("ព្រះរាជាណាចក្រ"):]
english = [l for l in lines(body) if len(re.findall("[A-Za-z]{3,}", l)) > 4 and not KHMER.search(l)]
check(len(english) < 15, "sample: who reads Khmer sees no English paragraphs", (len(english), english[:3]))
khmer = [l for l in lines(en) if len(KHMER.findall(l)) > 70]
check(len(khmer) < 3, "sample: who reads English sees no Khmer paragraphs", khmer[:3])
seen, leaves = squeezed(km) + squeezed(en), [x for e in main.all() if "between" not in e.classes() for x in e.inside if isinstance(x, str)]
check(all(squeezed(x) in seen for x in leaves), "sample: what either sees is all there is", [x for x in leaves if squeezed(x) not in seen][:3])
check(re.search(r":has\(#show-km:checked\)", source) and "localStorage" in source and source.count("<script") == 1, "sample: a switch that needs no script, and one that remembers")

# -- notes lead both ways
notes = [e for e in page.root.all("a") if e.attrs.get("role") == "doc-noteref"]
backs = [e for e in page.root.all("a") if e.attrs.get("role") == "doc-backlink"]
check(len(notes) == len(backs) == 6, "sample: footnotes both ways", (len(notes), len(backs)))

# -- the fonts are whole, and of the characters that stand there
families = re.findall(r'font-family:"s ([^"]+)";font-weight:(\d+);[^}]*?base64,([A-Za-z0-9+/=]+)\)', source)
check({f for f, _, _ in families} >= {"Noto Serif Khmer", "Khmer OS Muol Light", "Noto Serif", "Noto Sans", "Noto Sans Khmer"}, "sample: the faces of the print", [f[:2] for f in families])
for family, weight, data in families:
    b = base64.b64decode(data, validate=True)
    n, tags = struct.unpack(">H", b[12:14])[0], []
    for i in range(n):
        tag, at, small, whole = struct.unpack(">4sIII", b[44 + 20 * i:60 + 20 * i])
        if len(b[at:at + small] if small == whole else zlib.decompress(b[at:at + small])) == whole: tags.append(tag.decode())
    check(b[:4] == b"wOFF" and len(b) == struct.unpack(">I", b[8:12])[0] and len(tags) == n and {"cmap", "glyf", "hmtx", "OS/2"} <= set(tags) and ("GSUB" in tags or "Khmer" not in family),
          f"sample: {family} {weight} is whole", tags)

# -- the same from build to build
again = os.path.join(FOLDER, "sample-again")
build(SAMPLE, again, "--only", "report", "-j", "1")
check(page_of(again) == source, "sample: the same bytes again, on one thread")
base = write(folder("changed"), {k: v for k, v in files_of(SAMPLE).items()})
note = "sessions/d1s03-observation.en.md"
write(base, {note: files_of(base)[note].decode().replace("The mentor from Phnom Penh", "The first mentor from Phnom Penh")})
build(base, again, "--only", "report")
anchors = lambda s: [e.attrs["id"] for e in Page(s).root.all() if "id" in e.attrs]
check(anchors(page_of(again)) == anchors(source), "sample: a changed paragraph moves no anchor")

# -- one language
for lang, alone in (("en", lambda s: not KHMER.search(s)), ("km", lambda s: not re.search("[A-Za-z]{3,}", s))):
    files = {k: v for k, v in SMALL.items() if f".{'km' if lang == 'en' else 'en'}." not in k}
    files["event.yml"] = f"status: draft\nlanguages: [{lang}]\ndates: [2023-04-04]\n{lang}: {{title: {'A small forum' if lang == 'en' else 'វេទិកាតូច'}}}\n"
    base, out = report("alone-" + lang, files)
    p = sound("alone in " + lang, page_of(out))
    shown = p.root.text() + " ".join(str(v) for e in p.root.all() for k, v in e.attrs.items() if k in ("alt", "aria-label", "content", "title"))
    shown = re.sub(r"width=device-width|sastra|article|PDF|Noto \w+( \w+)?|Khmer OS[\w ]*", "", shown)
    check(alone(shown), f"an event in {lang} alone has no word of another language on its page", [l for l in lines(shown) if not alone(l)][:5])
    check("show-km" not in page_of(out).split("<body>")[1] and f'<html lang="{lang}">' in page_of(out), f"alone in {lang}: no switch")

# -- what asks for it
for asked, wanted in (("[html]", {"report.html"}), ("[km, html]", {"report.km.pdf", "report.html"}), ("[en]", {"report.en.pdf"}), ("[en, html]", {"report.en.pdf", "report.html"})):
    base, out = report("asked", {**SMALL, "event.yml": SMALL["event.yml"] + f"editions: {asked}\ndocuments: [report]\n"})
    got = {n for n in files_of(out) if n.startswith("report")}
    check(got == wanted, f"editions: {asked}", got)
    shutil.rmtree(out)
base, out = report("by-default", {**SMALL, "event.yml": SMALL["event.yml"] + "documents: [report]\n"})
check({"report.html", "report.pdf", "report.epub"} <= set(files_of(out)), "without editions: all")
check('href="report.html"' in exact(files_of(out)["index.html"]) and "  report.html" in exact(files_of(out)["SHA256SUMS"]), "the download page and SHA256SUMS name it")

# -- what people type stays text
EVIL = "# Opening <script>alert(1)</script>\n\nA [link](javascript:alert(1)) and [one](https://example.org/?a=1&b=\"2\") & <b>bold</b> \"quotes\" 'apostrophes' <img src=x onerror=alert(1)>\n\n## Part \" onclick=\"x\n\n| a | b<c |\n|---|---|\n| \"x\" | &amp; |\n\n```\n<style>*{}</style>\n```\n"
base, out = report("evil", {**SMALL, "sessions/d1s01-opening.en.md": EVIL, "event.yml": SMALL["event.yml"].replace("A small forum", "'\"><script>alert(2)</script>'")})
source = page_of(out)
p = sound("evil", source)
check(source.count("<script") == 1 and not [e for e in p.root.all() if any(k.startswith("on") for k in e.attrs)] and "javascript:" not in " ".join(e.attrs.get("href", "") for e in p.root.all("a")),
      "what is typed starts nothing")
check("<style>*{}</style>" in p.root.text(), "code is shown as it was typed")

# neither a title nor a chapter: nothing of the input can be shown but that it is one
base, out = report("bare", {"event.yml": "status: draft\nsample: yes\nlanguages: [km, en]\ndates: [2023-04-04]\n"})
check("tree-broken" not in [p["code"] for p in problems(out)], "a report without title or chapter is composed soundly", [p["code"] for p in problems(out)])
sound("a report without title or chapter", page_of(out))

# a font's name is anybody's text
base = write(folder("font/in"), {**SMALL, "event.yml": SMALL["event.yml"] + "documents: [report]\nfonts: {en: {body: NotoSerif-Regular}}\n"})
shutil.copytree(os.path.join(ROOT, "fonts"), os.path.join(FOLDER, "font", "fonts"))
path = os.path.join(FOLDER, "font", "fonts", "NotoSerif-Regular.ttf")
data = open(path, "rb").read()
name = "Noto Serif".encode("utf-16-be")
check(name in data, "the face's name is found in it")
with open(path, "wb") as f: f.write(data.replace(name, 'a"}</style'.encode("utf-16-be")))
build(base, os.path.join(FOLDER, "font", "out"))
source = page_of(os.path.join(FOLDER, "font", "out"))
check(source.count("</style>") == 1 and '"s a' in source and 'a"}' not in source, "the name of a font ends no rule and no element", re.findall('font-family:"s a[^;]*', source))

# -- other inputs
for golden in ("merged-cells", "footnotes-tables", "levels", "one-language", "boxes", "pictures", "quotes", "unpaired", "action-plan", "wide-tables", "workshop"):
    base = os.path.join(ROOT, "tests", "golden", golden, "input")
    out = os.path.join(FOLDER, golden)
    files = files_of(base)
    if "event.yml" in files: files["event.yml"] = re.sub(rb"(?m)^(editions|documents):.*\n", b"", files["event.yml"])
    if "event.yml" not in files: continue
    build(write(folder(golden + "-in"), files), out, "--only", "report")
    if check("report.html" in files_of(out), f"{golden}: has a page", os.listdir(out)): sound(golden, page_of(out))
# -- what is focused is seen; faces of the reader's own machine, where they are wanted
style = re.sub(r"url\(data:[^)]*\)", "url()", source.split("<style>")[1].split("</style>")[0])
check(".cover a:focus-visible{outline-color:#fff}" in style and "max-width:30rem){html{scroll-padding-top:6.5rem}" in style, "sample: the ring is seen on the cover's field, and the bar hides nothing that is led to")
_, with_system = report("system-faces", {**SMALL, "event.yml": SMALL["event.yml"] + "fonts: {web: system}\n"}, "--only", "report", "--lang", "en")
system = page_of(with_system)
check('--body-km:"Noto Serif Khmer",' in system and "--sans-en:system-ui," in system and '"s Noto Serif Khmer"' in system.split("--body-km")[1][:400], "fonts: {web: system}: the reader's own faces first, ours behind them")
check("system-ui" not in source and "system-ui" not in style, "else ours alone")
_, odd = report("odd-faces", {**SMALL, "event.yml": SMALL["event.yml"] + "fonts: {web: mine}\n"}, "--only", "report", "--lang", "en")
check(any(p["file"] == "event.yml" and "mine" in p["en"] for p in problems(odd)), "another word there is told", [p["en"] for p in problems(odd)])

# answers stand two to a line on paper, and one under the other here: in the order of their sheets, under one head
ROWS = "".join(f"{n},d1s01,teacher,en,yes,Answer {n} of many\n" for n in range(1, 8))
base, out = report("answers", {"event.yml": "title: A forum\nlanguages: [en]\neditions: [both, html]\ndocuments: [report]\n",
    "forms/f.yml": "id: f\nen: {title: A form}\nprompts:\n  - {id: q1, type: open, en: What now}\n", "reflections/f.csv": "form_no,session,role,lang,quote_ok,q1\n" + ROWS})
p = sound("answers", page_of(out))
table = next(t for t in p.root.all("table") if "Answer 1 of many" in t.text())
check(re.findall(r"Answer (\d) of", table.text()) == list("1234567"), "answers in the order of their sheets", table.text()[:300])
check(re.findall(r"No\.|answered|Answer\b(?! \d)", table.text()) == ["No.", "Answer", "answered"], "under one head", table.text()[:120])
# in both languages an answer's other words stand under it: neither is beyond a phone's edge
base, out = report("answers-both", {"event.yml": "title: A forum\nlanguages: [km, en]\neditions: [both, html]\ndocuments: [report]\n",
    "forms/f.yml": "id: f\nen: {title: A form}\nkm: {title: ទម្រង់}\nprompts:\n  - {id: q1, type: open, en: What now, km: អ្វី}\n",
    "reflections/f.csv": "form_no,session,role,lang,quote_ok,q1,q1_km\n" + "".join(f"{n},d1s01,teacher,en,yes,Answer {n} of many,ចម្លើយទី {n}\n" for n in range(1, 8))})
table = next(t for t in sound("answers-both", page_of(out)).root.all("table") if "Answer 1 of many" in t.text())
lines = [[(c.attrs.get("class") or "").split()[-1] for c in r.all("th", "td")] for r in table.all("tr")]
check(lines == [["km", "km"], ["en", "en"]] * 8, "a line of each language for the head and for every answer", lines)

# a fence of bars: its table, a bar under each name as long as its number
base, out = report("bars", {"event.yml": "title: A forum\nlanguages: [en]\neditions: [both, html, epub]\ndocuments: [report]\n",
    "sessions/d1s01-a.en.md": "# Opening\n\n```chart bar Books\nplace,books\nKampot,20\nTakeo,5\nKep,0\n```\n\n| a | b |\n|---|---|\n| c | 1 |\n"})
p = sound("bars", page_of(out))
drawn, plain = p.root.all("table")
check([[float(b.attrs["width"]) for b in s.all("rect") if b.attrs["class"] == "firm"] for s in drawn.all("svg")] == [[100], [25], []], "bars of a note's chart")
check(not list(plain.all("svg")), "other tables have none")
done()
