#!/usr/bin/env python3
"""The blank forms as hands meet them: lines to write on 9 mm apart, boxes of 4 mm, nothing within 10 mm of an edge or of
the cut between two A5, a place for everything that the table asks; and print in one bit, where nothing may vanish."""
import os, re, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sample"))
from lib import *
import sheets

MM = 72 / 25.4

def pages(doc, base):
    """[(width, height, [(kind, role, x, y, width, height)], text)]"""
    found = []
    for line in text(sastra("dump", "pages", doc, "-i", base).stdout).splitlines():
        m = re.match(r'page \d+ ([\d.]+) ([\d.]+)', line)
        if m: found.append((float(m[1]), float(m[2]), [], [])); continue
        m = re.match(r'  (text|rect|frame) (\S+)((?: header| footer| artifact)?) ([-\d.]+) ([-\d.]+) ([-\d.]+)(?: ([-\d.]+) [0-9A-F]{6})?', line)
        tick = m and m[1] == "rect" and m[2] == "root" and m[7] and float(m[6]) < 0.3 # where the paper is cut
        if m and not tick: found[-1][2].append((m[1], m[2].split(".")[0], *(float(x or 0) for x in m.groups()[3:])))
        m = re.search(r'"((?:[^"\\]|\\.)*)"$', line)
        if m: found[-1][3].append(m[1])
    return found

def look(which, doc, base, up):
    all_pages = pages(doc, base)
    said = "\n".join(t for p in all_pages for t in p[3])
    for word in ("Form no.", "Session", "Your role", "Your language", "May we quote you, without your name?", "លេខទម្រង់", "វគ្គ", "ភាសាដែលលោកអ្នកសរសេរ"):
        if word in ("Session", "វគ្គ") and "evaluation" in doc: continue
        check(word.replace(" ", "") in said.replace("\n", "").replace(" ", ""), f"{which} {doc}: a place for “{word}”")
    steps, boxes, near, lines = [], [], [], 0
    for width, height, items, _ in all_pages:
        halves = [(0, width / 2), (width / 2, width)] if up else [(0, width)]
        for kind, role, x, y, w, h in items:
            left, right = next(s for s in halves if x < s[1])
            top = y - 6 if kind == "text" else y
            if x < left + 10 * MM - 0.01 or x + w > right - 10 * MM + 0.01 or top < 10 * MM - 0.01 or y + h > height - 10 * MM + 0.01: near.append((kind, role, x, y))
            if kind == "frame": boxes += [w, h]
        for left, right in halves:
            ys = sorted(y + h for kind, role, x, y, w, h in items if role == "lines" and left <= x < right)
            lines += len(ys)
            steps += [b - a for a, b in zip(ys, ys[1:])]
    check(lines and min(steps, default=9 * MM) >= 9 * MM - 0.01, f"{which} {doc}: lines stand 9 mm apart at least", min(steps, default=0) / MM)
    check(boxes and all(abs(b - 4 * MM) < 0.01 for b in boxes), f"{which} {doc}: boxes are 4 mm wide and high", sorted(set(boxes)))
    check(not near, f"{which} {doc}: nothing is within 10 mm of an edge", near[:4])
    return lines

def one_bit(path, page):
    """Rows of a page's picture at one bit and 150 dpi, each a list of its black columns' runs."""
    raw = subprocess.run(["pdftoppm", "-mono", "-r", "150", "-f", str(page), "-l", str(page), path], capture_output=True).stdout
    m = re.match(rb"P4\s+(\d+)\s+(\d+)\s", raw)
    w, h = int(m[1]), int(m[2])
    step = (w + 7) // 8
    return w, h, [bin(int.from_bytes(raw[m.end() + i * step:m.end() + (i + 1) * step], "big"))[2:].zfill(step * 8) for i in range(h)]

def black(rows, x, y, w, h):
    """The share of black in a box of points."""
    k = 150 / 72
    x0, x1 = int(x * k), max(int(x * k) + 1, int((x + w) * k + 0.5))
    best = 0
    for r in rows[max(0, int(y * k) - 1):int((y + h) * k) + 2]: best = max(best, r[x0:x1].count("1") / (x1 - x0))
    return best

made = write(folder("forms"), sheets.files(0)[0])
prompts = "".join(f"  - {{id: more{i}, type: open, lines: {2 + i % 4}, en: What else did you notice of part {i}?, km: តើលោកអ្នកបានកត់សម្គាល់អ្វីទៀតក្នុងផ្នែកទី {i}?}}\n" for i in range(24))
many = write(folder("forms-many"), dict(sheets.files(0)[0], **{"forms/comments.yml": sheets.form_text().replace("themes:\n", prompts + "themes:\n", 1)}))
def asked(base, form):
    return sum(int(n) for n in re.findall(r"lines: (\d+)", open(os.path.join(base, "forms", form + ".yml"), encoding="utf-8").read()))

def ends(doc, base):
    """How far down each page (the left half of an A5 sheet: the right one is the same) is filled, as a share of its height."""
    up, found = doc.endswith("-a5"), []
    for width, height, items, _ in pages(doc, base):
        found.append(max([y + h for kind, role, x, y, w, h in items if role != "root" and x < (width / 2 if up else width)], default=0) / height)
    return found

for which, base, forms in (("the sample's", SAMPLE, ("comments", "evaluation")), ("five prompts", made, ("comments",)), ("many prompts", many, ("comments",))):
    for f in forms:
        for doc, up in ((f"form-{f}", False), (f"form-{f}-a5", True)):
            lines = look(which, doc, base, up) // (2 if up else 1)
            check(lines >= asked(base, f) * 2 // 3, f"{which} {doc}: no more than a third of the lines is given up", (lines, asked(base, f)))
            low = ends(doc, base)
            if base == many: low = low[:-1] # the last holds what is left, and that may have no lines
            check(low and all(e > 0.75 for e in low), f"{which} {doc}: lines to write on fill each page, no page holds a few lines", low)
            check((len(low) > 2) == (base == many), f"{which} {doc}: many prompts take more than a sheet's sides, few do not", len(low))
for lang in ("en", "km"):
    alone = write(folder("forms-" + lang), {k: v for k, v in files_of(SAMPLE).items() if k.startswith(("forms/", "event"))})
    event = open(os.path.join(alone, "event.yml"), encoding="utf-8").read()
    write(alone, {"event.yml": re.sub(r"(?m)^languages:.*$", f"languages: [{lang}]", event)})
    for doc in ("form-comments", "form-comments-a5", "form-evaluation", "form-evaluation-a5"):
        low = ends(doc, alone)
        check(low and all(e > (0.82 if doc == "form-evaluation-a5" else 0.84) for e in low), f"{lang} alone, {doc}: each side is filled to its foot", low)
        said = text(sastra("dump", "pages", doc, "-i", alone).stdout)
        blanks, at = [], [(float(x) > 400 and doc.endswith("a5"), float(y)) for x, y in re.findall(r"^  rect lines\S* ([-\d.]+) ([-\d.]+) ", said, re.M)]
        for (half, y), (before, over) in zip(at, [(None, 0.0)] + at):
            if half == before and 0 < y - over < 26: blanks[-1] += 1
            else: blanks.append(1)
        check(max(blanks) - min(blanks) <= (4 if "comments" in doc else 1), f"{lang} alone, {doc}: no question has most of the lines", blanks)
def asks_session(doc, base):
    return "Session" in str(re.findall(r"^ +field .*", text(sastra("dump", "tree", doc, "-i", base).stdout), re.M))
# A form for the whole event has sheets that tell no session; one that nobody filled in may be of a session, as may sheets of sessions that the programme lacks.
check(not asks_session("form-evaluation", SAMPLE) and asks_session("form-comments", SAMPLE), "a form for the whole event asks for no session")
given = {k: v for k, v in files_of(SAMPLE).items() if k.startswith(("forms/", "event", "programme"))}
check(asks_session("form-evaluation", write(folder("forms-unused"), given)), "a form that nobody filled in asks for the session")
strange = dict(given, **{"reflections/evaluation.csv": "form_no,session,q1\n" + "".join(f"{n},d9s77,4\n" for n in range(1, 8))})
check(asks_session("form-evaluation", write(folder("forms-strange"), strange)), "so does one whose sheets tell a session that the programme lacks")
for doc in ("form-comments", "form-evaluation"):
    check(len(pages(doc, SAMPLE)) == 1, f"{doc}: what fits on a side with three lines a question has one side")
for doc in ("form-comments", "form-evaluation", "form-comments-a5", "form-evaluation-a5"):
    for width, height, items, _ in pages(doc, SAMPLE):
        at = sorted((y + h if kind == "rect" else y, kind, role) for kind, role, x, y, w, h in items if x < width / (2 if doc.endswith("a5") else 1) and role in ("prompt", "lines"))
        to = [(b[0] - a[0]) / MM for a, b in zip(at, at[1:]) if a[2] == "prompt" and b[2] == "lines"]
        under = [(b[0] - a[0]) / MM for a, b in zip(at, at[1:]) if a[2] == "lines" and b[2] == "prompt"]
        check(all(8 <= t < 9.6 for t in to) and all(u > 9 for u in under), f"{doc}: lines are nearer to what is asked than to what is asked next", (to, under))
        check((at[0][0] if not items else min(y for kind, role, x, y, w, h in items)) < 20 * MM, f"{doc}: a side begins high", at[:1])

# -- a sheet that comes loose is known: at each later side's head its form's name, and a blank for its number
def dumped(doc, base): return text(sastra("dump", "pages", f"handouts/{doc}", "-i", base).stdout)
def heads(said): return re.findall(r'^  text \S+ header ([-\d.]+) [-\d.]+ .*"(.*)"', said, re.M), re.findall(r'^  rect \S+ header [-\d.]+ [-\d.]+ ([-\d.]+) [-\d.]+ 1A1A1A', said, re.M)
for doc, name in (("form-evaluation-a5", "Evaluation of the forum"), ("form-comments-a5", "Comments and questions")):
    words, blanks = heads(dumped(doc, SAMPLE))
    said = " ".join(t for _, t in words)
    check(name in said and "Form no." in said and blanks and all(float(b) >= 22 * MM - 0.1 for b in blanks), f"{doc}: its second side has its name, and a blank for its number", (said, blanks))

# -- what stands together looks alike; a label's two languages are nearer to each other than to the next label
def rows(said, role): return [(round(float(x), 1), float(y), lang, t) for x, y, lang, t in re.findall(rf'^  text {role}(?: \w+)? ([-\d.]+) ([-\d.]+) [-\d.]+ (km|en) \S+ "(.*)"', said, re.M)]
for doc in ("form-evaluation", "form-comments", "form-evaluation-a5", "form-comments-a5"):
    said = dumped(doc, SAMPLE)
    for page in re.split("^page ", said, flags=re.M)[1:]:
        cells, near, far = rows(page, "option"), [], []
        for x in sorted({c[0] for c in cells}):
            column = sorted(c[1:3] for c in cells if c[0] == x)
            for (y, lang), (under, other) in zip(column, column[1:]):
                if under - y < 40 and lang != other: (near if lang == "km" else far).append(under - y)
        check(not far or not near or max(near) + 2 < min(far), f"{doc}: a label's languages are nearer to each other than to the next label", (near, far))
for doc in ("form-evaluation", "form-comments", "form-evaluation-a5", "form-comments-a5"):
    for page in re.split("^page ", dumped(doc, SAMPLE), flags=re.M)[1:]:
        for role in ("prompt", "option"):
            km = [(x, y) for x, y, lang, t in rows(page, role) if lang == "km" and re.search("[ក-អ]", t)]
            en = [(x, y) for x, y, lang, t in rows(page, role) if lang == "en" and re.search("[A-Za-z]{2}", t)]
            check(km and all(any(abs(x - a) < 0.2 and 0 < b - y < 60 for a, b in en) for x, y in km) and {x for x, _ in km} == {x for x, _ in en},
                  f"{doc}: {role}s stand language over language", (km, en))
        words = [(float(x), float(w)) for x, w in re.findall(r'^  text scale\S* ([-\d.]+) [-\d.]+ ([-\d.]+) en \S+ "[a-z]', page, re.M)]
        ticks = [float(x) for x in re.findall(r"^  frame scale\S* ([-\d.]+) ", page, re.M)]
        half = [t for t in ticks if t < 420 or not doc.endswith("a5")]
        away = [half[0] - x - w if x < half[0] else x - max(half) - 4 * MM for x, w in words if half and (x < 420 or not doc.endswith("a5"))]
        check(all(0 < a < 50 for a in away) and len({round(t) for t in half}) in (0, 5), f"{doc}: a scale's words stand near its boxes, and its boxes under each other's", away)
useful = {y for _, y, lang, t in rows(dumped("form-comments-a5", SAMPLE), "option") if lang == "en" and re.match("Very useful|Useful|Of little use", t)}
check(len(useful) == 1, "three boxes share a row of A5", useful)

# -- twenty options, some of them long, and ten points
options = "".join(f"      - {{id: o{i}, en: Option number {i} of a long list{' with many more words than the others have' if i % 5 == 0 else ''}, km: ជម្រើសទី{i} នៃបញ្ជីវែងមួយ}}\n" for i in range(1, 21))
scale = "  - {id: s10, type: scale, points: 10, en: How sure are you?, km: តើលោកអ្នកជឿជាក់កម្រិតណា?, low_en: not at all, low_km: មិនជឿសោះ, high_en: fully sure, high_km: ជឿជាក់ទាំងស្រុង}\n"
wide = "  - id: q9\n    type: choices\n    en: Which of these would you use?\n    km: តើលោកអ្នកនឹងប្រើមួយណា?\n    options:\n" + options + scale
files = {k: v for k, v in files_of(SAMPLE).items() if k.startswith(("forms/", "event"))}
files["forms/comments.yml"] = text(files["forms/comments.yml"]).replace("themes:\n", wide + "themes:\n", 1)
twenty = write(folder("forms-twenty"), files)
said = dumped("form-comments", twenty)
lefts = {x for x, _, _, t in rows(said, "option") if t.startswith("Option number")}
check(len(lefts) > 1, "a few long labels do not cost the others their columns", lefts)
for doc in ("form-comments", "form-comments-a5"):
    digits = [(y, lang) for x, y, lang, t in rows(dumped(doc, twenty), "scale") if re.fullmatch(r"([\d]+|[០-៩]+) *", t)]
    each = 20 if doc.endswith("a5") else 10
    check(sorted(lang for _, lang in digits) in (["en"] * each + ["km"] * each, ["en"] * each) and len({y for y, _ in digits}) == 1, f"{doc}: a scale's numbers stand on one line, in both languages' digits where there is room", digits)
low = ends("form-comments", twenty)
check(all(e > 0.75 for e in low[:-1]), "no side of a form with many options is left white", low)
# Cut through its middle, a sheet of A4 with a front and a back is two A5 forms.
for f in ("comments", "evaluation"):
    halves = []
    for width, _, items, _ in pages(f"form-{f}-a5", SAMPLE):
        for left in (0, width / 2): halves.append(sorted((kind, role, round(x - left, 1), round(y, 1)) for kind, role, x, y, *_ in items if left <= x < left + width / 2))
    check(len(halves) == 4 and halves[0] == halves[1] != halves[2] == halves[3], f"each side of the A5 form {f} stands twice on its side of the sheet", [len(h) for h in halves])

# -- both sides of a sheet are filled alike: no question stands nearer to the next on one of them than on the other
def airs(doc):
    """From each question's last line down to the next question, by page."""
    for page in re.split("^page ", dumped(doc, SAMPLE), flags=re.M)[1:]:
        at = [(float(y), role) for kind, role, x, y in re.findall(r"^  (text|rect|frame) (prompt|option|scale|lines)\S* ([-\d.]+) ([-\d.]+) ", page, re.M) if float(x) < 400]
        at.sort()
        yield [b - a for (a, was), (b, role) in zip(at, at[1:]) if role == "prompt" and was != "prompt" and b - a > 5]
air = list(airs("form-evaluation-a5"))
check(len(air) == 2 and all(air) and max(map(max, air)) - min(map(min, air)) <= 17, "the questions of both sides of the A5 evaluation stand apart alike", air)
rows_ = sorted({float(y) for y in re.findall(r"^  rect field\S* [-\d.]+ ([-\d.]+) ", dumped("form-evaluation-a5", SAMPLE), re.M)})
check(len(rows_) == 1, "on A5 a role and the sheet's number share a row", rows_)
rows_ = sorted({float(y) for y in re.findall(r"^  rect field\S* [-\d.]+ ([-\d.]+) ", dumped("form-comments-a5", SAMPLE), re.M)})
check(len(rows_) == 2 and rows_[1] - rows_[0] >= 9 * MM - 0.1, "blanks for a session and a role are as far apart as lines to write on", rows_)

# -- what one row says in two languages is level; who writes comes before those who sort the sheets
for doc in ("form-evaluation", "form-evaluation-a5", "form-comments"):
    said = dumped(doc, SAMPLE)
    words = [(role, float(x), float(y), lang, t) for role, x, y, lang, t in re.findall(r'^  text (prompt|scale\S*|option)(?: \w+)? ([-\d.]+) ([-\d.]+) [-\d.]+ (km|en) \S+ "(.*)"', said, re.M)]
    for page, lang in [(page, lang) for page in re.split("^page ", said, flags=re.M)[1:] for lang in ("km", "en")]:
        ys = sorted(float(y) for y, l, t in re.findall(r'^  text (?:prompt|scale\S*|option)(?: \w+)? [-\d.]+ ([-\d.]+) [-\d.]+ (km|en) \S+ "(.*)"', page, re.M) if l == lang and re.search("[ក-អ]" if lang == "km" else "[A-Za-z]", t))
        near = [(a, b) for a, b in zip(ys, ys[1:]) if 0.29 < b - a < 6]
        check(ys and not near, f"{doc}: lines of a row are level to a tenth of a millimetre in {lang}", near[:3])
    digits = [(y, lang, t.strip()) for role, _, y, lang, t in words if role == "scale" and re.fullmatch(r"[\d០-៩]+ *", t)]
    ends_ = {y for role, _, y, lang, t in words if role.startswith("scale.") and lang == "en"}
    check("comments" in doc or {t for _, _, t in digits} == set("12345១២៣៤៥"), f"{doc}: a scale's numbers are in both languages' digits", digits[:6])
    check(all(any(abs(y - e) < 0.29 for e in ends_) for y, _, _ in digits), f"{doc}: they are level with the words at its ends", (digits[:3], sorted(ends_)))
    at = [(float(x), float(y), float(w)) for x, y, w in re.findall(r'^  rect field\S* ([-\d.]+) ([-\d.]+) ([-\d.]+) ', said, re.M)]
    number = next((float(x) for x, t in re.findall(r'^  text field ([-\d.]+) .* en \S+ "(.*)"', said, re.M) if "Form no." in t), 0)
    first = [a for a in at if a[1] == at[0][1]][:2]
    check(len(first) == 2 and first[0][0] + first[0][2] < number < first[1][0] and first[0][2] > first[1][2], f"{doc}: the sheet's number ends the first row, after what is asked of who writes", (first, number))
    check(not re.search(r'text small .* en \S+ "(Please fill|Write in)', said), f"{doc}: what the sheet is for is not in its smallest type")
lines_of = {t[0]: len(set(y for y, l, u in [(y, l, u) for r, x, y, l, u in re.findall(r'^  text (prompt)(?: \w+)? ([-\d.]+) ([-\d.]+) [-\d.]+ (km|en) \S+ "(.*)"', dumped("form-evaluation", SAMPLE), re.M)] if u.startswith(t))) for t in ("១. វេទិកានេះមានប្រយោជន៍សម្រាប់ការងាររបស់ខ្ញុំ។",)}
check(set(lines_of.values()) == {1}, "a scale leaves its prompt the room of its line", lines_of)
lefts = {words: {round(x) for x, _, _, t in rows(dumped("form-comments", SAMPLE), "option") if re.match(words, t)} for words in ("Very useful|Useful|Of little", "Hours in|Material in|Training for")}
check(len(set(map(frozenset, lefts.values()))) == 1 and len(min(lefts.values())) == 3, "three boxes in a row begin where columns of boxes do, of different width where that spares a row", lefts)
for doc in ("form-comments", "form-evaluation"):
    at = sorted((y, role) for role in ("prompt", "option") for x, y, lang, t in rows(dumped(doc, SAMPLE), role))
    apart = [(b[0] - a[0]) / MM for a, b in zip(at, at[1:]) if a[1] == "option" and b[1] == "prompt" and b[0] - a[0] > 5]
    check(apart and min(apart) >= 9.5, f"{doc}: a question is as far from the next as the side has room", apart)
said = dumped("form-evaluation", SAMPLE)
ends_, asks = [float(x) for x in re.findall(r'^  text scale\.low (?:\w+ )?([-\d.]+) .* km ', said, re.M)], [(float(x) + float(w)) for x, w in re.findall(r'^  text prompt (?:\w+ )?([-\d.]+) [-\d.]+ ([-\d.]+) km \S+ "[១២៣]\.', said, re.M)]
check(ends_ and asks and (min(ends_) - max(asks)) / MM >= 6.5, "a scale's first words stand well behind what is asked", (ends_, asks))
check(all("0B3C5D" not in line for d in ("form-evaluation-a5", "form-comments-a5") for line in re.findall(r"^  rect \S+ header .*", dumped(d, SAMPLE), re.M)), "the blank for a sheet's number is the one line of its second side's head")

out = os.path.join(folder("forms-out"), "out")
check(build(SAMPLE, out, "-q").returncode == 0, "the sample builds")
for doc in ("form-comments", "form-evaluation", "form-comments-a5", "programme", "programme-a5", "session-sheets", "documents", "reflections-digest"):
    for k, (width, height, items, _) in enumerate(pages(doc, SAMPLE)):
        if k > 1: break
        _, _, rows = one_bit(os.path.join(out, f"handouts/{doc}.pdf"), k + 1)
        lost = [(role, x, y, w, h) for kind, role, x, y, w, h in items if kind == "rect" and w > 1 and black(rows, x, y, w, h) < 0.2]
        lost += [(role, x, y, w, h) for kind, role, x, y, w, h in items if kind == "frame" and role != "chart" and min(black(rows, x, y - 1, w, 2), black(rows, x, y + h - 1, w, 2)) < 0.5]
        check(not lost, f"{doc}, page {k + 1}: no rule, bar or box is lost in one bit", lost[:4])

# -- the event's name is whole; what is answered by yes or no looks alike
for form in ("comments", "evaluation"):
    for paper in ("", "-a5"):
        said = text(sastra("dump", "pages", f"handouts/form-{form}{paper}", "-i", SAMPLE).stdout)
        check(re.search(r'text small .*"Forum on Mentoring STEM Teachers in Cambodia', said), f"{form}{paper}: no line's end parts the event's name")
        yes = {round(float(x) % 420.945 if paper else float(x)) for x in re.findall(r'text option (?:artifact )?(\S+) .*"Yes', said)}
        check(len(yes) == 1, f"{form}{paper}: boxes for yes and no stand in one place", yes)
        both = [{round(float(x), 1) for x in re.findall(rf'text option (?:artifact )?(\S+) .*"(?:{words}) ?"', said)} for words in ("Khmer|Yes", "English|No")]
        check(paper or all(len(x) == 1 for x in both), f"{form}: boxes beside what they answer stand under each other, all first and all second ones", both)
done()
