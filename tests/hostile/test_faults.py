#!/usr/bin/env python3
"""Seeded faults in copies of the sample: no crash, the rest of the report is there, each told with file, line, cure.

  test_faults.py [SEED [COUNT]]     prints one line a fault; FAULTS=COUNT too, of another seed. Unless told: two of each kind
"""
import collections, glob, os, random, re, shutil, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

SEED = int(sys.argv[1]) if len(sys.argv) > 1 else 20230404 + int(os.environ.get("FAULTS", 0))
rnd = random.Random(SEED)

def read(base, name):
    with open(os.path.join(base, name), "rb") as f: return f.read()

def lines_of(base, name): return read(base, name).split(b"\n")

def put(base, name, lines):
    with open(os.path.join(base, name), "wb") as f: f.write(b"\n".join(lines))

def pick(pattern):
    found = sorted(os.path.relpath(p, SAMPLE) for p in glob.glob(os.path.join(SAMPLE, pattern)))
    return rnd.choice(found) if found else None

def note(lang="*"):
    """A note with running text in it."""
    while True:
        n = pick(f"s*s/*.{lang}.md")
        if plain_line(lines_of(SAMPLE, n)) is not None: return n
def plain_line(ls):
    """A line of a note that is running text."""
    body = [i for i, l in enumerate(ls) if len(l) > 40 and re.match(rb"[^\s#>|`\-*+\d\[:!]", l) and i > 8]
    return rnd.choice(body) if body else None
def utf8_csv(): return rnd.choice([n for n in ("programme.csv", "documents.csv", "recommendations.csv", "glossary.csv", "organizations.csv") if os.path.exists(os.path.join(SAMPLE, n))])

# Each fault changes a copy and returns (file, line or None): where it must be told.
def bad_byte(b):
    n = note(); ls = lines_of(b, n); i = plain_line(ls)
    ls[i] = ls[i][:4].decode("utf-8", "ignore").encode() + b"\xff\xfe" + ls[i][4:].decode("utf-8", "ignore").encode(); put(b, n, ls); return n, i + 1
def nul_byte(b):
    n = note("en"); ls = lines_of(b, n); i = plain_line(ls); ls[i] = ls[i][:3] + b"\0" + ls[i][3:]; put(b, n, ls); return n, i + 1
def missing_partner(b):
    n = note("km"); os.remove(os.path.join(b, n)); return n.replace(".km.", ".en."), None
def extra_paragraph(b):
    n = note("en"); put(b, n, lines_of(b, n) + [b"", b"One more paragraph that no translator has seen so far, long enough to be told from its neighbours.", b""])
    return n, len(lines_of(b, n)) - 1
def unknown_front_key(b):
    n = note(); ls = lines_of(b, n)
    if ls[0].strip() != b"---": return None
    ls.insert(1, b"sesion: x"); put(b, n, ls); return n, 2
def unclosed_front(b):
    n = note(); ls = lines_of(b, n)
    if ls[0].strip() != b"---": return None
    end = next(i for i, l in enumerate(ls) if i and l.strip() == b"---"); del ls[end]; put(b, n, ls); return n, 1
def unknown_event_key(b):
    ls = lines_of(b, "event.yml"); i = next(i for i, l in enumerate(ls) if re.match(rb"status:", l)); ls.insert(i, b"statuss: draft"); put(b, "event.yml", ls); return "event.yml", i + 1
def bad_status(b):
    ls = lines_of(b, "event.yml"); i = next(i for i, l in enumerate(ls) if re.match(rb"status:", l)); ls[i] = b"status: finished"; put(b, "event.yml", ls); return "event.yml", i + 1
def bad_date(b):
    ls = lines_of(b, "event.yml"); i = next(i for i, l in enumerate(ls) if re.match(rb"dates:", l)); ls[i] = b"dates: [2023-13-45]"; put(b, "event.yml", ls); return "event.yml", i + 1
def broken_yaml(b):
    ls = lines_of(b, "event.yml"); ls += [b"contact2: {name: [unclosed", b""]; put(b, "event.yml", ls); return "event.yml", None
def broken_form(b):
    n = pick("forms/*.yml"); ls = lines_of(b, n) + [b"  bad: indent: here", b""]; put(b, n, ls); return n, None
def unknown_column(b):
    n = utf8_csv(); ls = lines_of(b, n); ls[0] = ls[0].rstrip(b"\r") + b",titel_enn"; put(b, n, ls); return n, 1
def ragged_row(b):
    n = utf8_csv(); ls = lines_of(b, n); i = rnd.randrange(1, max(2, len(ls) - 1)); ls.insert(i, b"x,y" + b",z" * 14); put(b, n, ls); return n, i + 1
def unclosed_quote(b):
    n = utf8_csv(); ls = lines_of(b, n); i = max(i for i, l in enumerate(ls) if l.strip())
    if b'"' in ls[i]: return None # it would end there
    ls[i] = b'"' + ls[i]; put(b, n, ls); return n, i + 1
def bad_time(b):
    ls = lines_of(b, "programme.csv"); i = rnd.randrange(1, len(ls) - 1); m = re.search(rb",\d\d:\d\d,", ls[i])
    if not m: return None
    ls[i] = ls[i].replace(m[0], b",25:99,", 1); put(b, "programme.csv", ls); return "programme.csv", i + 1
def bad_type(b):
    ls = lines_of(b, "programme.csv"); rows = [i for i, l in enumerate(ls) if b",talk," in l]
    if not rows: return None
    i = rnd.choice(rows); ls[i] = ls[i].replace(b",talk,", b",tlak,", 1); put(b, "programme.csv", ls); return "programme.csv", i + 1
def unknown_session(b):
    ls = lines_of(b, "documents.csv"); i = rnd.randrange(1, len(ls) - 1); ls[i] = re.sub(rb"^[^,]*", b"d9s99", ls[i]); put(b, "documents.csv", ls); return "documents.csv", i + 1
def missing_picture(b):
    n = note(); put(b, n, lines_of(b, n) + [b"", b"![a picture](photos/not-there.png)", b""]); return n, len(lines_of(b, n)) - 1
def outside_picture(b):
    n = note(); put(b, n, lines_of(b, n) + [b"", b"![a picture](../../etc/passwd.png)", b""]); return n, len(lines_of(b, n)) - 1
def broken_picture(b):
    n = pick("photos/*.png"); data = read(b, n); write(b, {n: data[:len(data) // 2]}); return n, None
def not_a_picture(b):
    n = pick("photos/*.png"); write(b, {n: b"GIF89a not really"}); return n, None
def undefined_note(b):
    n = note(); ls = lines_of(b, n); i = plain_line(ls); ls[i] = ls[i].rstrip(b"\r") + b" more[^nowhere]"; put(b, n, ls); return n, i + 1
def unused_note(b):
    n = note(); put(b, n, lines_of(b, n) + [b"", b"[^never]: A note that nothing refers to.", b""]); return n, len(lines_of(b, n)) - 1
def ragged_table(b):
    n = note(); put(b, n, lines_of(b, n) + [b"", b"| a | b |", b"|---|---|", b"| 1 | 2 | 3 |", b""]); return n, len(lines_of(b, n)) - 1
def dotted_circle(b):
    n = note("km"); ls = lines_of(b, n); i = plain_line(ls)
    ls[i] = ls[i].rstrip(b"\r") + " ក្្ក".encode(); put(b, n, ls); return n, i + 1
def wrong_order(b):
    n = note("km"); ls = lines_of(b, n); i = plain_line(ls)
    ls[i] = ls[i].rstrip(b"\r") + " លេាក".encode(); put(b, n, ls); return n, i + 1
def missing_glyph(b):
    n = note("en"); ls = lines_of(b, n); i = plain_line(ls); ls[i] = ls[i].rstrip(b"\r") + " \U00013000".encode(); put(b, n, ls); return n, i + 1
def strange_file(b):
    name = f"sessions/scan{rnd.randrange(99)}.docx"; write(b, {name: b"PK\x03\x04rest"}); return name, None
def second_copy(b):
    n = note("en"); other = n.replace(".en.md", "_en.md"); write(b, {other: read(b, n)}); return other, None
def unknown_session_note(b):
    write(b, {"sessions/d7s07-lost.en.md": "# Lost\n\nA note of no session.\n", "sessions/d7s07-lost.km.md": "# បាត់\n\nកំណត់ត្រាគ្មានវគ្គ។\n"}); return "sessions/d7s07-lost.", None
def reflections_of_none(b):
    write(b, {"reflections/nowhere.csv": "form_no,q1\n1,hello\n"}); return "reflections/nowhere.csv", None
def scale_out_of_range(b):
    for n in sorted(os.listdir(os.path.join(SAMPLE, "forms"))):
        m = re.search(rb"id:\s*(\w+),\s*type:\s*scale", read(b, "forms/" + n))
        if m: break
    else: return None
    name = f"reflections/{n[:-4]}-more.csv"; write(b, {name: b"form_no,lang,%s\n901,en,99\n" % m[1]}); return name, 2
def utf16_half(b):
    n = note("en"); write(b, {n: b"\xff\xfe" + read(b, n).decode().encode("utf-16-le")[:-1]}); return n, None
def question_marks(b):
    n = note("km"); ls = lines_of(b, n); i = plain_line(ls); ls[i] = b"?????? ???? ????????? ???????? ???? ??????"; put(b, n, ls); return n, i + 1
def wrong_font(b):
    ls = lines_of(b, "event.yml"); i = next((i for i, l in enumerate(ls) if b"body: Noto Serif Khmer" in l), None)
    if i is None: return None
    ls[i] = ls[i].replace(b"Noto Serif Khmer", b"Noto Serf Khmer"); put(b, "event.yml", ls); return "event.yml", i + 1

KINDS = [f for n, f in sorted(globals().items()) if callable(f) and getattr(f, "__code__", None) and f.__code__.co_varnames[:1] == ("b",) and f.__code__.co_argcount == 1 and n not in ("text", "problems")]

COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else int(os.environ.get("FAULTS", 2 * len(KINDS)))

def key(p): return (p["file"], p["code"], p["en"])

def size_of(out): return os.path.getsize(out + "/report.pdf")

base_out = os.path.join(folder("base"), "out")
r = build(SAMPLE, base_out, "-q", "--only", "report")
if not check(r.returncode == 0, "the sample builds", text(r.stderr)[-2000:]): done()
known = collections.Counter(key(p) for p in problems(base_out))
size = size_of(base_out)
made = turn = 0
planted = set()
while made < COUNT and turn < 3 * COUNT:
    kind = KINDS[turn % len(KINDS)]
    turn += 1
    copy = os.path.join(FOLDER, "copy"); shutil.rmtree(copy, ignore_errors=True); shutil.copytree(SAMPLE, copy)
    where = kind(copy)
    if where is None: continue  # the sample has no place for it just there
    made += 1
    planted.add(kind)
    name = f"{made:3} {kind.__name__} in {where[0]}:{where[1] or ''}"
    out = os.path.join(FOLDER, "faulty"); shutil.rmtree(out, ignore_errors=True)
    r = build(copy, out, "-q", "--only", "report")
    if crashed(r) or r.returncode == 2:
        check(False, name, f"status {r.returncode}: {text(r.stderr)[-600:]}"); continue
    new, seen = [], collections.Counter()
    for p in problems(out):
        seen[key(p)] += 1
        if seen[key(p)] > known[key(p)]: new.append(p)
    told = [p for p in new if (p["file"].startswith(where[0]) or where[0] in p["en"]) and (where[1] is None or abs(p["line"] - where[1]) <= 0)]
    brief = [(p["file"], p["line"], p["column"], p["code"], p["en"]) for p in new]
    if not told: check(False, name, f"not told there; new: {brief[:4]}"); continue
    if len(new) > 2: check(False, name, f"told {len(new)} times: {brief[:5]}"); continue
    if not all(p["cure_en"] and p["cure_km"] and p["km"] for p in new): check(False, name, "no cure"); continue
    left = size_of(out)
    check(left > size * 0.85, name, f"the report shrank from {size} to {left} bytes")
if COUNT >= 2 * len(KINDS): check(planted == set(KINDS), "the sample has a place for each kind", [k.__name__ for k in KINDS if k not in planted])
done()
