#!/usr/bin/env python3
"""readback.py [-i INPUT] FILE.pdf|FOLDER …: reads PDFs back with poppler and MuPDF, page by page, and compares them with
what `sastra dump pages` says was set: Khmer letter for letter, and all else but white space, ZWSP and soft hyphens; in
poppler's column mode Khmer word for word; and in structure order with what `sastra dump tree` says was composed, spaces and all. Also qpdf's check, and fonts embedded, subset, with Unicode.
--pages DUMP: a dump made before, for one file. Lines "ok FILE: what", "not ok FILE: what: why"."""
import json, os, re, subprocess, sys
from collections import Counter

SASTRA = os.environ.get("SASTRA", os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "build", "sastra"))
BLANK = re.compile(r"[\s\u200b\u200c\u200d\u00ad\u2060\ufeff\f]+")
KHMER = re.compile(r"[^\u1780-\u17ff\u19e0-\u19ff]+")
TEXT = re.compile(r'^\s+text .*?("(?:[^"\\]|\\.)*")\s*$')

def run(*command):
    r = subprocess.run(command, capture_output=True)
    return r.returncode, r.stdout.decode("utf-8", "replace"), r.stderr.decode("utf-8", "replace")

def set_pages(dump):
    """The texts of each page's items, in order."""
    pages = []
    for line in dump.splitlines():
        if line.startswith("page "): pages.append([])
        m = TEXT.match(line)
        if m and pages: pages[-1].append(json.loads(m.group(1)))
    return pages

def poppler(path): return run("pdftotext", "-raw", path, "-")[1].split("\f")[:-1]

def columns(path): return run("pdftotext", path, "-")[1].split("\f")[:-1]

def mupdf(path): return run("mutool", "draw", "-q", "-F", "text", path)[1].split("\f")[:-1]

def differs(want, got, strip):
    """None where they are the same, else where they part."""
    a, b = strip.sub("", want), strip.sub("", got)
    if a == b: return None
    i = next((k for k, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    return f"set {a[max(0, i - 8):i + 12]!r}, read {b[max(0, i - 8):i + 12]!r}"

def spaced(text): return re.sub(r"[\u200b\u00ad]", "", re.sub(r"[ \t\u00a0]+", " ", text)).strip()

def unspaced(want, got):
    """An item whose spaces are not those that were set: one too many, or one lost."""
    got = spaced(got)
    odd = next((t for t in want if spaced(t) not in got), None)
    return odd and f"spaces in {odd[:40]!r}"

def compare(path, name, want, got, say):
    bad, letters = [], 0
    if len(want) != len(got): bad.append(f"{len(want)} pages set, {len(got)} read")
    for i, (items, b) in enumerate(zip(want, got)):
        a = "".join(items)
        letters += len(KHMER.sub("", a))
        why = differs(a, b, KHMER) or differs(a, b, BLANK) or unspaced(items, b)
        if why: bad.append(f"page {i + 1}: {why}")
    say(f"not ok {path}: {name}: {'; '.join(bad[:4])}" if bad else f"ok {path}: {name}: {letters} Khmer letters on {len(got)} pages")
    return bool(bad)

def words(text): return Counter(KHMER.sub(" ", re.sub("[\u200b\u200c\u200d\u2060]", "", text)).split())

def compare_columns(path, raw, got, say):
    """Poppler's column mode takes lines in an order of its own; each is whole, letters and spaces."""
    bad = [f"page {i + 1}: {list((words(a) - words(b)).elements())[:3]} became {list((words(b) - words(a)).elements())[:3]}"
           for i, (a, b) in enumerate(zip(raw, got)) if words(a) != words(b)]
    return told(path, "poppler, in columns", "; ".join(bad[:4]) if len(raw) == len(got) else f"{len(got)} pages", say)

STRUCTURE_MOST = 24  # pages: poppler's walk through the structure takes a minute for three times as many
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')

def composed(tree):
    """(whether its place is the tree's, text) of what each node says; a forced end is a space. Contents and notes
    stand in an order of their own; a chart sets what its width allows."""
    body, spare = True, None
    for line in tree.splitlines()[1:]:
        deep = len(line) - len(line.lstrip())
        if spare is not None and deep > spare: continue # a page that is set only where one is wanted
        spare = deep if re.match(r"\s*sect\b.* spare\b", line) else None
        if re.match(r"\s*chart\b", line): continue
        body = body and not line.startswith("note")
        line = re.sub(r' alt-(km|en) "(?:[^"\\]|\\.)*"', "", line)
        line = re.sub(r' low ".*', "", line) # said where it goes on overleaf
        here, said, at = body and not line.lstrip().startswith("toc-item"), "", None
        for m in QUOTED.finditer(line):
            one = json.loads(m.group())
            if at is not None and line[at:m.start()].strip() == "|": said += " " + one
            else:
                yield here, said
                said = one
            at = m.end()
        yield here, said

def one_space(text): return re.sub(r"[\s\u00a0]+", " ", re.sub("[\u200b\u00ad]", "", text)).strip()

def structure_text(path):
    """The text that poppler reads in structure order, a space between blocks."""
    parts = []
    for line in run("pdfinfo", "-struct-text", path)[1].splitlines():
        line = line.strip()
        if "(block)" in line: parts.append(" ")
        elif len(line) > 1 and line[0] == line[-1] == '"': parts.append(line[1:-1])
    return one_space("".join(parts))

def in_structure(tree, got):
    """What of the tree is not in the text, or not after what stands before it."""
    bad, at, last = [], 0, ""
    for here, said in composed(tree):
        said = one_space(said)
        i = got.find(said)
        if i < 0: bad.append(f"nowhere {said[:60]!r}")
        elif here and len(said) > 11 and got.find(said, i + 1) < 0:
            if i < at: bad.append(f"{said[:40]!r} before {last[:40]!r}")
            at, last = i, said
    return "; ".join(bad[:4])

def told(path, name, why, say):
    say(f"not ok {path}: {name}: {why}" if why else f"ok {path}: {name}")
    return bool(why)

def fonts(path):
    rows = run("pdffonts", path)[1].splitlines()[2:]
    return "; ".join(r.split()[0] for r in rows if not re.search(r"\byes yes yes\s+\d+\s+\d+$", r))

def check(path, dump=None, folder="input", say=print):
    """Returns how many checks failed."""
    status, out, err = run("qpdf", "--check", path)
    failed = told(path, "qpdf --check", "" if status == 0 else (err or out).strip()[-300:], say)
    failed += told(path, "fonts embedded, subset, with Unicode", fonts(path), say)
    if dump is None:
        status, dump, err = run(SASTRA, "dump", "pages", os.path.basename(path)[:-4], "-i", folder)
        if status not in (0, 1): return failed + told(path, "dump pages", f"status {status}: {err[-300:]}", say)
    want = set_pages(dump)
    raw = poppler(path)
    failed += compare(path, "poppler", want, raw, say)
    failed += compare_columns(path, raw, columns(path), say)
    failed += compare(path, "mupdf", want, mupdf(path), say)
    return failed + (compare_structure(path, folder, say) if len(want) <= STRUCTURE_MOST else 0)

def compare_structure(path, folder, say):
    status, tree, err = run(SASTRA, "dump", "tree", os.path.basename(path)[:-4], "-i", folder)
    if status not in (0, 1): return told(path, "dump tree", f"status {status}: {err[-300:]}", say)
    return told(path, "structure order", in_structure(tree, structure_text(path)), say)

def files(paths):
    for p in paths:
        if not os.path.isdir(p):
            yield p; continue
        for base, _, names in sorted(os.walk(p)):
            yield from (os.path.join(base, n) for n in sorted(names) if n.endswith(".pdf"))

def main(args):
    folder, dump, paths = "input", None, []
    while args:
        a = args.pop(0)
        if a == "-i" and args: folder = args.pop(0)
        elif a == "--pages" and args:
            with open(args.pop(0), encoding="utf-8") as f: dump = f.read()
        else: paths.append(a)
    if not paths: sys.exit(__doc__)
    sys.exit(1 if sum(check(p, dump, folder) for p in files(paths) if os.path.basename(p) != "problems.pdf") else 0)

if __name__ == "__main__": main(sys.argv[1:])
