#!/usr/bin/env python3
"""Copies, searches and weighs the same notes set by sastra and by its peers, and prints the README's tables. Not a test.

  notes.py NPM NOTES N                    first: a folder of N notes (the Universal Declaration in Khmer and English)
  peers.py [-k] [-w] -n NPM … NOTES OUT [PEER …]   NPM: node_modules folders with pdfjs-dist, @embedpdf/pdfium, mupdf and
                                          @myriaddreamin/typst-ts-node-compiler, each left out where it is missing;
                                          -k keeps the peers' PDFs that stand in OUT, -w weighs only;
                                          PEER sastra: no peer

Peers, where they are installed (Debian: weasyprint, pandoc, texlive-luatex, texlive-xetex, texlive-latex-recommended,
texlive-lang-other, texlive-fonts-recommended, lmodern, chromium, libreoffice-writer): see make.py for what each is told.
Sources are put in normal spelling order first, so that nobody is charged with what sastra mends.

letters   the share of Khmer letters (U+1780 to U+17FF) that come out wrong, lost, doubled or in another order: 1 - longest
          common subsequence / letters of the source, or of what is read where that is more. White space, ZWSP and line ends
          do not count, nor what sastra sets beside the notes (contents, running heads). For English (a to z) the letters of
          the source alone are counted, since some readers show Khmer glyphs as Latin letters.
words     of 200 different words of six letters or more, all the places where they stand: the share that a search for the word
          finds. pdf.js, PDFium and MuPDF search themselves, as they come, so that a word over a line's end is lost where they
          do not join lines. In the text of the others lines are joined (Khmer without, English with a space), soft hyphens
          and ZWSP taken out.
spaces    spaces read within a line between Khmer letters where nobody typed one, for 1,000 letters; told only where the three
          letters on both sides came out right.
"""
import argparse, json, os, re, subprocess, sys
sys.dont_write_bytecode = True
import make
from collections import namedtuple

# close: each six letters in a row; apart: those of them with a space in their middle
Text = namedtuple("Text", "letters joined words close apart")
READERS = ("pdftotext", "pdftotext -raw", "mutool", "pdfjs", "pdfium", "mupdf")
PACKAGES = {"pdfjs": "pdfjs-dist", "pdfium": "@embedpdf/pdfium", "mupdf": "mupdf"}
KHMER, LATIN = "\u1780-\u17ff", "A-Za-z"
LETTERS = {"km": re.compile(f"[^{KHMER}]+"), "en": re.compile(f"[^{LATIN}]+")}
WORDS = 200
LONG = 6

def run(*command, text=None):
    return subprocess.run(command, input=text, capture_output=True, text=True, errors="replace").stdout

def modules(folders):
    """package -> the node_modules folder that holds it"""
    wanted = list(PACKAGES.values()) + [make.TYPST]
    return {p: f for p in wanted for f in reversed(folders) if os.path.isdir(os.path.join(f, p))}

def ordered(text):
    return "".join(line.rsplit("\t", 1)[0] + "\n" for line in run(make.SASTRA, "dump", "order", text=text).splitlines())

def notes(folder):
    """(Khmer, English) of each note, as Markdown"""
    sessions = os.path.join(folder, "sessions")
    for name in sorted(os.listdir(sessions)):
        if not name.endswith(".km.md"): continue
        km, en = (os.path.join(sessions, name[:-5] + end) for end in ("km.md", "en.md"))
        yield ordered(open(km, encoding="utf-8").read()), open(en, encoding="utf-8").read()

def together(pairs, path):
    make.write(path, "".join(f"::: {{lang=km}}\n\n{km}\n:::\n\n{en}\n" for km, en in pairs))

def plain(markdown):
    """(is it a heading, its text) for each line"""
    for line in markdown.splitlines():
        mark, text = re.match(r"(#+ |- )?(.*)", line).groups()
        yield bool(mark and mark[0] == "#"), re.sub(r"\\(.)", r"\1", text)

def khmer_words(text):
    for line, cuts in zip(text.splitlines(), run(make.SASTRA, "dump", "breaks", text=text).splitlines()):
        at = 0
        for cut in [int(c) for c in cuts.split()] + [len(line)]:
            yield line[at:cut].strip()
            at = cut

def some(words, heads, pattern):
    """WORDS different ones, evenly taken in the order of the text; those in headings stand in contents and running heads too."""
    good = [w for w in dict.fromkeys(words) if re.fullmatch(pattern, w) and w not in heads]
    return [good[i * len(good) // WORDS] for i in range(WORDS)] if len(good) > WORDS else good

def join(text, lang):
    text = re.sub(r"[\u200b\u2060\ufeff]|\u00ad[ \t\r\f]*\n?", "", text.replace("\r", ""))
    return re.sub(r"[ \t\f]*[\n\f][ \t\n\f]*", "" if lang == "km" else " ", text)

def source(pairs):
    out = {}
    for lang, texts, letter in (("km", [km for km, _ in pairs], KHMER), ("en", [en for _, en in pairs], LATIN)):
        blocks = [list(plain(note)) for note in texts]
        whole = "\n".join(text for note in blocks for _, text in note)
        heads = "\n".join(text for head, text in blocks[0] if head)
        body = "\n".join(text for head, text in blocks[0] if not head)
        words = khmer_words(body) if lang == "km" else re.findall(f"[{LATIN}]+", body)
        joined = join(whole, lang)
        near = list(neighbours(joined, lang))
        out[lang] = Text(LETTERS[lang].sub("", whole), joined, some(words, heads, f"[{letter}]{{{LONG},}}"),
                         {six for six, _ in near}, {six for six, space in near if space})
    return out

def neighbours(joined, lang):
    """Each six letters that stand together, and whether a space parts the third from the fourth."""
    letter = KHMER if lang == "km" else LATIN
    for run_ in re.findall(f"[{letter} \u00a0]+", joined):
        letters, spaced = [], []
        for c in run_:
            if c not in " \u00a0":
                letters.append(c)
                spaced.append(False)
            elif letters: spaced[-1] = True
        for i in range(len(letters) - 5): yield "".join(letters[i:i + 6]), spaced[i + 2]

def common(a, b):
    """The length of the longest common subsequence, a bit for each letter of a (Hyyrö's way)."""
    places = {}
    for i, c in enumerate(a): places.setdefault(c, []).append(i)
    masks = {}
    for c, where in places.items():
        bits = bytearray(len(a) // 8 + 1)
        for i in where: bits[i >> 3] |= 1 << (i & 7)
        masks[c] = int.from_bytes(bits, "little")
    full = (1 << len(a)) - 1
    v = full
    for c in b:
        m = masks.get(c)
        if m is None: continue
        u = v & m
        v = ((v + u) | (v - u)) & full
    return len(a) - bin(v).count("1")

def share_found(text, counts):
    wanted = [text.joined.count(w) for w in text.words]
    return sum(map(min, wanted, counts)) / max(1, sum(wanted))

def added(text, joined):
    return sum(space and six in text.close and six not in text.apart for six, space in neighbours(joined, "km"))

def read(reader, path, npm, words):
    """the text, and {word: how often the reader's own search finds it} where it has one"""
    if reader.startswith("pdftotext"): return run(*reader.split(), path, "-"), {}
    if reader == "mutool": return run("mutool", "draw", "-q", "-F", "text", path), {}
    here = os.path.dirname(os.path.abspath(__file__))
    got = json.loads(run("node", os.path.join(here, "read.mjs"), npm[PACKAGES[reader]], reader, path, text=json.dumps(words)))
    return got["text"], dict(zip(words, got["found"]))

def beside(name, folder, text):
    """How many letters of each language sastra sets that are not in the notes."""
    dump = run(make.SASTRA, "dump", "pages", name, "-i", folder)
    items = "".join(json.loads(m) for m in re.findall(r'^\s+text .*?("(?:[^"\\]|\\.)*")\s*$', dump, re.M))
    return {lang: len(LETTERS[lang].sub("", items)) - len(t.letters) for lang, t in text.items()}

def measure(text, got, counts, lang, more):
    """letters wrong, words found, spaces added; more: letters that are rightly there besides the text's"""
    joined, letters = join(got, lang), LETTERS[lang].sub("", got)
    most = max(len(text.letters), len(letters) - more if lang == "km" else 0)
    wrong = 1 - common(text.letters, letters) / most
    found = share_found(text, [counts.get(w, joined.count(w)) for w in text.words])
    return wrong, found, 1000 * added(text, joined) / len(text.letters) if lang == "km" else 0

def weigh(path):
    facts = dict(re.findall(r"^([^:\n]+): +(.*)$", run("pdfinfo", path), re.M))
    rows = run("pdffonts", path).splitlines()[2:]
    inside = sum(bool(re.search(r"\byes (yes|no) +(yes|no)\s+\d+\s+\d+$", r)) for r in rows)
    return os.path.getsize(path), int(facts["Pages"]), facts["Tagged"], f"{inside} of {len(rows)}"

def percent(x): return "0" if x == 0 else f"{100 * x:.1f} %" if x >= 0.0005 else "< 0.1 %"

def share(x): return "all" if x == 1 else f"{100 * min(x, 0.999):.1f} %"

def table(title, head, rows):
    print(f"\n{title}\n\n| {' | '.join(head)} |\n|{' --- |' * len(head)}")
    for r in rows: print(f"| {' | '.join(str(c) for c in r)} |")

def copying(files, text, npm, folder):
    readers = [r for r in READERS if r not in PACKAGES or PACKAGES[r] in npm]
    for r in READERS:
        if r not in readers: print(f"{r}: not found, skipped", file=sys.stderr)
    results = {}
    for name, path, langs in files:
        more = beside(name.split()[1], folder, text) if name.startswith("sastra ") else dict.fromkeys(langs, 0)
        for r in readers:
            got, counts = read(r, path, npm, [w for lang in langs for w in text[lang].words])
            for lang in langs: results[name, r, lang] = measure(text[lang], got, counts, lang, more[lang])
            print(name, r, {lang: results[name, r, lang] for lang in langs}, file=sys.stderr)
    for lang, word, kinds in (("km", "Khmer", (0, 1, 2)), ("en", "English", (0, 1))):
        names = [n for n, _, langs in files if lang in langs]
        for k in kinds:
            what, show = (("letters wrong", percent), ("words found", share), ("spaces added", "{:.0f}".format))[k]
            table(f"{word}: {what}", ["", *readers], [[n] + [show(results[n, r, lang][k]) for r in readers] for n in names])

def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("-n", "--npm", action="append", default=[])
    p.add_argument("-k", "--keep", action="store_true")
    p.add_argument("-w", "--weigh", action="store_true")
    p.add_argument("notes")
    p.add_argument("out")
    p.add_argument("peers", nargs="*")
    o = p.parse_args()
    npm, pairs = modules(o.npm), list(notes(o.notes))
    os.makedirs(o.out, exist_ok=True)
    together(pairs, os.path.join(o.out, "all.md"))
    spent = {f"sastra {n}": s for n, s in make.sastra(o.notes, o.out).items()}
    files = [(f"sastra {n}", os.path.join(o.out, f"sastra-{n}.pdf"), langs)
             for n, langs in (("report.km", ["km"]), ("report.en", ["en"]), ("report", ["km", "en"]))]
    for name in o.peers or make.MAKERS:
        if name == "sastra": continue
        path, title = os.path.join(o.out, name + ".pdf"), make.MAKERS[name][0]
        if not (o.keep and os.path.exists(path)):
            spent[title] = make.make(name, o.out, npm)
        if os.path.exists(path): files.append((title, path, ["km", "en"]))
    if not o.weigh: copying(files, source(pairs), npm, o.notes)
    rows = []
    for name, path, _ in files:
        size, pages, tagged, fonts = weigh(path)
        time = spent.get(name)
        rows.append([name, pages, f"{size / 1e6:.2f} MB", f"{size / pages / 1e3:.1f} KB", tagged, fonts,
                     f"{time / spent['sastra report']:.1f}" if time else ""])
    table("Size", ["", "pages", "file", "a page", "tagged", "fonts embedded", "CPU time ÷ sastra report's"], rows)

if __name__ == "__main__": main()
