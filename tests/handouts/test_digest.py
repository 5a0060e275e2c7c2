#!/usr/bin/env python3
"""What one side of the digest and one sheet of the wall hold: three numbers, three themes with a quote each, what was ticked as small
bars, three open questions, what became of the sheets at the foot; the lead theme's per cent that is read from afar, three themes, a quote or
two, lines for a pen. Each form's side is as full as it can be, whatever the others hold."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sample"))
from lib import *
import sheets

def sides(name, base):
    """A part of the tree for each form."""
    r = sastra("dump", "tree", name, "-i", base)
    check(not crashed(r), f"{name} is composed", text(r.stderr)[-300:])
    return re.split(r"^  sect ", text(r.stdout), flags=re.M)[1:]

def rules(base):
    """The depths of the lines to write on, by page."""
    said = text(sastra("dump", "pages", "reflections-wall", "-i", base).stdout)
    return [sorted(float(y) for y in re.findall(r"^  rect lines\S* [-\d.]+ ([-\d.]+) ", page, re.M)) for page in re.split("^page ", said, flags=re.M)[1:]]

# -- the sample ----------------------------------------------------------------------------------------------------------
digest, wall = sides("reflections-digest", SAMPLE), sides("reflections-wall", SAMPLE)
check(len(digest) == len(wall) == 2, "a side a form", (len(digest), len(wall)))
for side in digest:
    name = re.search(r"#(\w+)", side)[1]
    check(len(re.findall(r"^ +total ", side, re.M)) == 3, f"{name}: three numbers")
    check(len(re.findall(r"^    keep\n(?:      (?:h2|detail) .*\n)*      chart bar", side, re.M)) >= 3, f"{name}: three themes", side[:1500])
    check("answers ticked" in side and "days with forms" not in side, f"{name}: what was ticked is counted, not days")
    ticked = side[side.index("What people ticked"):]
    check("chart bar" in ticked and not re.search(r'detail [^\n]*\d% \(\d+\) ·', ticked), f"{name}: what was ticked is drawn, not told", ticked[:900])
    foot = side[side.index("keep at-foot"):]
    check("forms received" in foot and "may be quoted" in foot and "Empty rows" not in side and "not counted" not in side and side.count("forms received") == 1 and "h2" not in foot, f"{name}: what became of the sheets is at the foot", foot[:400])
    themes, closed = side[:side.index("What people ticked")], side[side.index("What people ticked"):].split("Questions still open")[0]
    ticks = len(re.findall("(?m)^ *type: (?!open)|\\{id: \\w+, type: (?!open)", text(files_of(SAMPLE)[f"forms/{name}.yml"])))
    check(len(re.findall("chart bar", themes)) == 3, f"{name}: three themes and no more", themes.count("chart bar"))
    check(3 <= ticks <= 5 and len(re.findall("chart bar", closed)) == ticks and "more of this form" not in side, f"{name}: all that was ticked, where one side holds it", (ticks, closed.count("chart bar")))
shown = re.split("^page ", text(sastra("dump", "pages", "reflections-digest", "-i", SAMPLE).stdout).split("\nbookmark ")[0], flags=re.M)[1:]
for page in shown:
    edge = 595.276 - 16 * 72 / 25.4
    tracks = [(float(x) + float(w), float(h)) for x, w, h in re.findall(r"^  rect chart artifact ([-\d.]+) [-\d.]+ ([-\d.]+) ([-\d.]+) E9EFF3", page, re.M)]
    check(len(tracks) > 3 and len({round(end, 1) for end, _ in tracks}) == 1, "bars of themes and of questions are of one scale", tracks)
    behind = [float(x) for x, w in re.findall(r'^  text chart ([-\d.]+) [-\d.]+ [-\d.]+ \w\w \S+ "(\d+%) ?"', page, re.M)]
    check(all(any(0 < x - end < 30 for x in behind) for end, _ in tracks), "numbers stand behind the bars", (tracks, behind))
    axes = [(float(x), float(y), float(w)) for x, y, w, h in re.findall(r"^  rect chart artifact ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) 333333", page, re.M) if float(w) > 200]
    ends = [(float(x), float(y)) for x, y in re.findall(r'^  text chart ([-\d.]+) ([-\d.]+) [-\d.]+ en \S+ "(?:not at all|very much|far too little|quite enough)"', page, re.M)]
    parts = [tuple(map(float, r)) for r in re.findall(r"^  rect chart ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) ", page, re.M)]
    check(len({(x, w) for x, _, w in axes}) == (len(axes) > 0) and len(ends) == 2 * len(axes) and all(any(0 < y - a < 32 for _, a, _ in axes) for _, y in ends), "scales stand on one axis, and its ends' words right under it", (axes, ends))
    keys = [[w for y, w in re.findall(r'^  text chart [-\d.]+ ([-\d.]+) [-\d.]+ en \S+ "(\d+%) ?"', page, re.M) if 28 < float(y) - a < 52] for _, a, _ in axes]
    check(all(len(k) == 5 for k in keys), "a scale's key has all its shares", keys)
    code = max(float(x) + float(w) for x, w in re.findall(r"^  rect qr(?: artifact)? ([-\d.]+) [-\d.]+ ([-\d.]+) [-\d.]+ 1A1A1A", page, re.M))
    web = max(float(x) + float(w) for x, w in re.findall(r'^  text small ([-\d.]+) [-\d.]+ ([-\d.]+) en \S+ "[^"]*[^ "]"', page, re.M))
    check(abs(code - edge) < 0.1 and abs(web - edge) < 1, "the code and its words end at the measure's edge", (code, web, edge))
    totals = [float(x) for x in re.findall(r"^  text total ([-\d.]+) ", page, re.M)]
    check(len(totals) == 3 and abs((totals[1] - totals[0]) - (totals[2] - totals[1])) < 4, "its numbers stand in equal columns", totals)
    ruled = sorted(float(y) for y in re.findall(r"^  rect (?:h2|keep)(?: artifact)? [-\d.]+ ([-\d.]+) 5\d\d\.", page, re.M))
    heads = sorted({float(y) for y in re.findall(r"^  text h2 [-\d.]+ ([-\d.]+) ", page, re.M)})
    check(len(ruled) == len(heads) + 1 and all(0 < h - r < 24 for r, h in zip(ruled, heads)), "a rule over each part, and over the foot", (ruled, heads))
    if not ruled: continue
    foot = min((float(y) for y in re.findall(r"^  text detail [-\d.]+ ([-\d.]+) [-\d.]+ km ", page, re.M) if float(y) > ruled[-1]), default=0)
    check(foot - ruled[-1] >= 11, "no letter of the foot touches its rule", (foot, ruled[-1:]))
    ends = [float(y) for y in re.findall(r"^  (?:text|rect|frame) \S+(?: artifact)? [-\d.]+ ([-\d.]+) ", page, re.M) if float(y) < ruled[-1]]
    check(ruled[-1] - max(ends) >= 10, "air over the foot", (max(ends), ruled[-1]))
asked = digest[0][digest[0].index("Questions still open"):digest[0].index("keep at-foot")]
check(len(re.findall(r"^ +(?:pair|quote)\b", asked, re.M)) >= 3, "three open questions", asked)
for side in wall:
    check(len(re.findall(r"^      chart bar.*; bar.*; bar", side, re.M)) == 1 and re.search("^ +voice ", side, re.M), "the wall: three themes and a quote", side[:1500])
out = os.path.join(folder("digest-out"), "out")
check(build(SAMPLE, out, "-q", "--only", "reflections-wall").returncode == 0, "the wall is built")
shown = stext(os.path.join(out, "handouts", "reflections-wall.pdf"))
check(len(shown) == 2, "the wall has two sides", len(shown))
for _, _, lines in shown:
    largest = max(run.size for _, line in lines for run in line)
    check(largest >= 200 - 0.01, "its number is of 200 pt", largest)
    read = [run.size for box, line in lines for run in line if box[1] < 1120 and not re.search("forum.example|mentoring-2023|The report online", run.text) and run.text.strip(" ·")]
    check(min(read) >= 22 - 0.01, "nothing of it is of less than 22 pt but its foot and what stands by the code, which is read from as near as that", min(read))
    lesser = [run.text for box, line in lines for run in line if box[1] < 1120 and 0 < run.size < 24 - 0.01 and re.search("[A-Za-z]{3}", run.text)]
    check(all(re.search("paler|suggested|key words|form|teacher|mentor|participant|translated|forum.example|mentoring-2023|The report online", t) for t in lesser), "no less than 24 pt but what is paler, who said it and what the code leads to", lesser)
    foot = [" ".join(run.text for run in line) for box, line in lines if box[1] > 1120]
    check(any("Forum on Mentoring" in words for words in foot) and any("SAMPLE" in words for words in foot), "its foot says of what event it is, and that it is a draft", foot)
    web = [" ".join(run.text for run in line).strip() for _, line in lines if any("forum.example" in run.text or "mentoring" in run.text for run in line)]
    check("forum.example/" in web and "stem-mentoring-2023" in web, "its address breaks at its stroke alone", web)
    by = [" ".join(run.text for run in line) for box, line in lines if box[1] < 397 and box[0] > 500]
    check(any("The report online" in w for w in by) and any("របាយការណ៍" in w for w in by), "by its code stands in both languages what it leads to", by)
    small = min(run.size for _, line in lines for run in line if re.search("[«“]", run.text) and not re.search("អំពី|mention", run.text))
    check(small >= 30 - 0.01, "its quotes are of 30 pt at least", small)
    check(not any("Page" in run.text or "ទំព័រ" in run.text for _, line in lines for run in line), "a poster has no page number")
    named = [run.size for _, line in lines for run in line if re.search("Time|workload|Practical", run.text)]
    check(named and min(named) >= 24 - 0.01, "its themes are of 24 pt at least, as three metres ask", named)
for page in re.split("^page ", text(sastra("dump", "pages", "reflections-wall", "-i", SAMPLE).stdout).split("\nbookmark ")[0], flags=re.M)[1:]:
    number = min(float(y) for y in re.findall(r"^  text total [-\d.]+ ([-\d.]+) ", page, re.M))
    over = max(float(y) for y in re.findall(r"^  text title [-\d.]+ ([-\d.]+) ", page, re.M))
    check(number - 134 - over >= 20, "air over the number: its letters are 134 pt high", (number, over))
    field = max(float(y) + float(h) for y, h in re.findall(r"^  rect keep artifact [-\d.]+ ([-\d.]+) [-\d.]+ ([-\d.]+) 0B3C5D", page, re.M))
    first = min(float(y) for x, y in re.findall(r"^  text chart ([-\d.]+) ([-\d.]+) ", page, re.M))
    check(first - 20 - field >= 24, "air between its field and the first bar's label", (field, first))
    label = sorted({float(y) for x, y in re.findall(r"^  text chart ([-\d.]+) ([-\d.]+) ", page, re.M) if float(x) < 64})[:3]
    bars = [(float(x), float(y), float(w), float(h)) for x, y, w, h in re.findall(r"^  rect chart(?: artifact)? ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) ", page, re.M)]
    for k, y in enumerate(label):
        mine = [b for b in bars if 0 < b[1] - y < 30 and b[3] >= 14]
        near, far = (mine[0][1] - y, label[k + 1] - 0.586 * 27 - mine[0][1] - mine[0][3]) if mine and k + 1 < len(label) else (1, 2)
        check(mine and near <= 16 and far >= 1.75 * near, "a theme's bar is nearer to its label by far than to the next theme's", (near, far, label))
        check(mine and max(x + w for x, _, w, _ in mine) - min(x for x, _, _, _ in mine) > 0.7 * 717, "it may be as long as the measure but its number", mine)
    said = max(float(y) for y in re.findall(r"^  text chart [-\d.]+ ([-\d.]+) ", page, re.M))
    quote = min(float(y) for y in re.findall(r"^  text voice [-\d.]+ ([-\d.]+) ", page, re.M))
    check(quote - 30 - said >= 18, "air over the quotes", (said, quote))
    check({float(x) for x in re.findall(r"^  text voice ([-\d.]+) [-\d.]+ [-\d.]+ \w\w \S+ \"[«“]", page, re.M)} == {min(float(x) for x in re.findall(r"^  text chart ([-\d.]+) ", page, re.M))}, "a quote has the whole measure, one language over the other")
    source = max(float(y) for y in re.findall(r"^  text source [-\d.]+ ([-\d.]+) ", page, re.M))
    prompt = min(float(y) for y in re.findall(r"^  text prompt [-\d.]+ ([-\d.]+) ", page, re.M))
    check(prompt - 27 - source >= 20, "air over the question", (source, prompt))
    rule = [float(y) for y in re.findall(r"^  rect prompt artifact [-\d.]+ ([-\d.]+) [-\d.]+ [-\d.]+ 0B3C5D", page, re.M)]
    check(len(rule) == 1 and source + 12 < rule[0] < prompt - 20, "a rule parts it from what others said", (source, rule, prompt))
    steps = [b - a for a, b in zip(label, label[1:])]
    check(steps and min(steps) >= 54, "its themes stand apart", label)
for page in rules(SAMPLE):
    steps = [b - a for a, b in zip(page, page[1:])]
    check(len(page) >= 5 and steps and min(steps) >= 14 * 72 / 25.4 - 0.1 and max(steps) <= 20 * 72 / 25.4, "five lines or more, 14 to 20 mm apart, to write on", page)
    foot = 1190.55 - 14.6 * 72 / 25.4 - 14  # over the footer's letters, two lines of them
    check(page and foot - page[-1] >= 8 * 72 / 25.4, "the last stands 8 mm over the footer: words stand over it", (page[-1:], foot))
for side, (_, _, lines) in zip(wall, shown):
    first = re.search(r"^ +prompt .*\n(?: +prompt .*\n)* +lines ", side, re.M)
    check(first and re.search("What (?:did you notice|was most useful to you)", first[0]), "over them stands the first question that asks for words", side[-900:])
    large = [run.size for _, line in lines for run in line if re.search("did you notice|most useful to you", run.text)]
    check(large and min(large) >= 24, "in large type", large)
    said = [" ".join(run.text for run in line) for _, line in lines]
    check(not any(re.match("នាក់", line.strip()) for line in said), "a number is not parted from what it counts", said)
for page in re.split("^page ", text(sastra("dump", "pages", "reflections-wall", "-i", SAMPLE).stdout).split("\nbookmark ")[0], flags=re.M)[1:]:
    code = [(float(x), float(w)) for x, w in re.findall(r"^  rect qr(?: artifact)? ([-\d.]+) [-\d.]+ ([-\d.]+) ", page, re.M)]
    field = [tuple(map(float, r)) for r in re.findall(r"^  rect keep artifact ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) 0B3C5D", page, re.M)][0]
    check(field[0] < 0 and field[1] < 0 and field[0] + field[2] > 842, "a field of colour from edge to edge, at the top", field)
    over = {w: float(y) for y, w in re.findall(r'^  text total [-\d.]+ ([-\d.]+) [-\d.]+ km \S+ "(.*)"', page, re.M)}
    check(len(over) == 1 and all(re.fullmatch("[០-៩]+%", w) and y < field[1] + field[3] for w, y in over.items()), "on it the lead theme's per cent, in the digits of the first language", over)
    head = " ".join(w for y, w in re.findall(r'^  text h2 [-\d.]+ ([-\d.]+) [-\d.]+ en \S+ "(.*)"', page, re.M) if float(y) < field[1] + field[3])
    bars = re.findall(r'^  text chart [-\d.]+ [-\d.]+ [-\d.]+ (\w\w) \S+ "(\S+%) *"', page, re.M)
    check(bars and re.match(rf"{bars[0][1]}: \d+ of \d+ forms with a theme +mention “", head), "under it a sentence tells the number in the other digits, and how many of how many", (head, bars[:1]))
    check(field[1] + field[3] < 140 * 72 / 25.4, "the field leaves two thirds of the sheet", field)
    check(len(re.findall(r'^  text prompt [-\d.]+ [-\d.]+ [-\d.]+ km ', page, re.M)) >= 1 and len(re.findall(r'^  text prompt [-\d.]+ [-\d.]+ [-\d.]+ en ', page, re.M)) == 1, "a question stands in both languages, on one line where that is wide enough")
    check({lang for lang, _ in bars} == {"en"} and len(bars) == 3, "beside bars a number stands once, in the digits that all read", bars)
    measure = max(float(x) + float(w) for x, w in re.findall(r"^  rect lines\S* ([-\d.]+) [-\d.]+ ([-\d.]+) ", page, re.M))
    check(code and abs(max(x + w for x, w in code) - measure) < 1, "the code stands in the corner", measure)
    squares = [(x, w) for x, w in code if w < 100]
    check(max(x + w for x, w in squares) - min(x for x, _ in squares) >= 35 * 72 / 25.4, "it is 35 mm wide at least", squares[:3])

for doc in ("reflections-digest", "reflections-wall"):
    said = re.findall(r'^  text chart [^"]*"(.*)"', text(sastra("dump", "pages", doc, "-i", SAMPLE).stdout), re.M)
    check(said and not any(re.search(r"[+*]", w) for w in said), f"{doc}: one count beside a theme's bar, not a sum with a star", [w for w in said if re.search(r"[+*]", w)][:4])
    sources = re.findall(r'^ +source "([^"]*)"', text(sastra("dump", "tree", doc, "-i", SAMPLE).stdout), re.M)
    sources += re.findall(r'^ +source en "([^"]*)"', text(sastra("dump", "tree", doc, "-i", SAMPLE).stdout), re.M)
    check(sources and all(re.search(r"form \d+, ", w) or not w.startswith("form") for w in sources), f"{doc}: under every quote stands who said it, be it a participant", sources)

# -- slides: a label goes with its other language, what belongs to a title stands near it -------------------------------
for doc in ("reflections-digest", "reflections-wall"):
    for page in re.split("^page ", text(sastra("dump", "pages", doc, "-i", SAMPLE).stdout).split("\nbookmark ")[0], flags=re.M)[1:]:
        check("9DB6C7" in page or "suggested by key words" not in page, f"{doc}: what is said to be paler is drawn so")
said = text(sastra("dump", "tree", "reflections-digest", "-i", SAMPLE).stdout)
chosen = sorted(f"{int(100 * int(n) / int(of) + 0.5)}%" for line in re.findall(r"^ +chart (.*) scale alt-km", said, re.M) for n, of in re.findall(r'@en (\d+) of (\d+)', line) if n != "0")
told = re.findall(r'^  text chart .*"(?:\d+: )?(\d+%) ?"$', text(sastra("dump", "pages", "reflections-digest", "-i", SAMPLE).stdout), re.M)
check(len(chosen) > 9 and all(told.count(share) >= chosen.count(share) for share in chosen), "digest: no part of a scale is without its share, however short it is", (chosen, told))
pages = re.split("^page ", text(sastra("dump", "pages", "reflections-slides", "-i", SAMPLE).stdout).split("\nbookmark ")[0], flags=re.M)[1:]
def at(role, page): return [(float(x), float(y), w) for x, y, w in re.findall(rf'^  text {role}\S* ([-\d.]+) ([-\d.]+) [-\d.]+ (?:km|en) \S+ "(.*)"', page, re.M)]
for page in pages:
    ys = [y for x, y, _ in at("chart", page) if x < 60]
    steps = [b - a for a, b in zip(ys, ys[1:])]
    if len(ys) >= 6 and "rect chart" in page and len(set(round(s) for s in steps)) <= 4:
        check(min(steps[1::2]) >= 1.15 * max(steps[0::2]), "slides: labels stand nearer to their other language than to the next row", (page[:4], steps))
    for x, y, w in at("detail", page): check("of them suggested by key" not in w or w.endswith("words"), "slides: a note on one line", w)
    total = at("total", page)
    if total: check(total[0][1] < 300, "slides: what is under a title begins near it", total)
asked = [page for page in pages if "Which questions are still open" in page]
check(asked and all(len(at("voice", page)) >= 8 for page in asked), "slides: more than one open question", [at("voice", p) for p in asked])
check(not any(re.search("named on the sheet", page) for page in pages) and any("paler: suggested by key words" in page for page in pages), "slides: what is paler is told under the title")

for page in pages:
    total = at("total", page)
    if total: # Khmer digits are 0.586 em high, some rise
        high = 0.586 if re.search("[០១៣]", total[0][2]) else 0.711
        top, last, title = total[0][1] - high * 96, max(y for _, y, _ in at("lead", page)), max(y for _, y, _ in at("h2", page))
        check(abs(total[0][1] - last) < 0.01, "slides: the words beside a large number end on its line", (total, last))
        check(top - title > 24, "slides: a large number keeps a distance from its title", (top, title))
        check(len({y for _, y, _ in at("detail", page)}) <= 1, "slides: the note on a large number is one line in two languages under it", at("detail", page))
        check(max(y for role in ("voice", "source", "chart") for _, y, _ in at(role, page)) < 540 - 42 - 5, "slides: what is under a large number keeps clear of the foot", at("source", page))
    scale = re.search("far too little|not at all", page) and re.findall(r"^  rect chart [-\d.]+ ([-\d.]+) [-\d.]+ ([-\d.]+) ", page, re.M)
    if not scale: continue
    check(" E9EFF3" not in page, "slides: what a scale could reach is no band, which looks like its lowest point", page[:80])
    told = set(re.findall(r'^  text chart [-\d.]+ [-\d.]+ [-\d.]+ en \S+ "(\d+%)"', page, re.M))
    chosen = {share for share, n in re.findall(r'"(\d+%) ?"\n  text chart [-\d.]+ [-\d.]+ [-\d.]+ en \S+ " ?\((\d+)\)"', page) if n != "0"}
    large = {share for share in chosen if int(share[:-1]) >= 13}
    check(large <= told, "slides: on each part of a scale that has room for it stands its number", (chosen, told))
    parts = [tuple(map(float, r)) for r in re.findall(r"^  rect chart ([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) ", page, re.M)]
    shares = [(x, y) for x, y, w in at("chart", page) if re.fullmatch(r"\d+%", w) and y < max(b + h for _, b, _, h in parts)]
    check(shares and all(any(a <= x <= a + w and b < y < b + h for a, b, w, h in parts) for x, y in shares), "slides: none stands beside its part: the key tells those of small ones", (shares, parts))
    named = [(x, y, w) for x, y, w in at("chart", page) if re.match("not at all|far too little|very much|quite enough", w)]
    check(named and all(0 < y - max(b + h for _, b, _, h in parts) < 40 for _, y, _ in named), "slides: the words of its ends stand right under the axis", (named, parts))
    keys = [w for _, y, w in at("chart", page) if re.match(r"\d+%", w) and y > max(b + h for _, b, _, h in parts)]
    check(len(keys) == 5, "slides: the key has all shares", keys)
parts = [page for page in pages if "Which parts should be kept" in page]
check(parts and all("more than one may be ticked" in page for page in parts), "slides: where several may be ticked that is told", len(parts))
thick = {float(h) for page in pages if " E9EFF3" in page for h in re.findall(r"^  rect chart(?: artifact)? [-\d.]+ [-\d.]+ [-\d.]+ ([-\d.]+) E9EFF3", page, re.M)}
numbers = [at("total", page)[0] for page in pages if at("total", page)]
check(len(numbers) >= 5 and len({at("total", page)[0][1] for page in pages if at("total", page) and len(at("h2", page)) < 3}) == 1, "slides: large numbers stand on one line, slide after slide, but under a title of three lines", numbers)
for k, page in enumerate(pages[1:], 2):
    heads = {y for _, y, _ in at("h2", page)}
    check(len(heads) >= 2, "slides: a title stands over itself in the other language, however short it is", (k, heads))
    tracks = [(float(y), float(h)) for y, h in re.findall(r"^  rect chart artifact [-\d.]+ ([-\d.]+) [-\d.]+ ([-\d.]+) E9EFF3", page, re.M)]
    if not tracks or at("detail", page)[-1][1] > tracks[0][0]: continue
    first, end = min(y for _, y, _ in at("chart", page)) - 24 - max(y for role in ("detail", "h2") for _, y, _ in at(role, page)), max(y + h for y, h in tracks)
    check(540 - 42 - end >= 11, "slides: the last bar keeps a distance from the foot", (k, end))
    if len(tracks) == 2: check(abs(498 - end - first) < 24, "slides: two bars stand in the middle of what is under the title", (k, first, 498 - end))
check(thick and max(thick) <= 9 * 72 / 25.4 + 0.01, "slides: no bar is thicker than 9 mm", thick)

measure = 960 - 2 * 54
for page in [p for p in pages if " E9EFF3" in p]:
    bars = [(float(x), float(x) + float(w)) for x, w in re.findall(r"^  rect chart(?: artifact)? ([-\d.]+) [-\d.]+ ([-\d.]+) [-\d.]+ (?:E9EFF3|0B3C5D)", page, re.M)]
    check(max(b for _, b in bars) - min(a for a, _ in bars) >= 0.8 * measure, "slides: a bar may be four fifths of the measure", bars)
    check(min(y for x, y, _ in at("h2", page)) < 60, "slides: no chart without its title", page[:200])
for k, page in enumerate(pages[1:-1]):
    low = max(float(y) + float(h or 0) for y, h in re.findall(r"^  (?:text|rect) (?!root|cover)\S+(?: artifact)? [-\d.]+ ([-\d.]+) [-\d.]+(?: ([-\d.]+) [0-9A-F]{6}$)?", page, re.M))
    check(low >= 0.72 * 540, "slides: the lower third is not empty", (k + 2, low))
for page in pages:
    if "People wrote" in page: check(re.search(r"^  text voice \S+ \S+ \S+ km ", page, re.M) and re.search(r"^  text voice \S+ \S+ \S+ en ", page, re.M), "slides: a theme's quote stands in both languages", at("voice", page))

titles = [" ".join(w for _, _, w in at("h2", page)) for page in pages[1:]]
check(all(re.search(r"[?។?]|People wrote|Read the|\d\. ", t) for t in titles) and len(set(titles)) == len(titles), "slides: each title asks, or says what was found", titles)
check(sum("People wrote most about" in t for t in titles) == 2, "slides: what people wrote about most is said", titles)
for page in pages:
    if at("total", page): check(re.search(r'^  text lead \S+ \S+ \S+ en \S+ "(\d+%: |\d\.\d of \d on average)', page, re.M), "slides: under a large number the other language's stands in its words", at("lead", page))
    shares = {lang for lang, _ in re.findall(r'^  text chart [-\d.]+ [-\d.]+ [-\d.]+ (\w\w) \S+ "(\S+%) *"', page, re.M)}
    check(shares <= {"en"}, "slides: beside a bar a number stands once, in the digits that all read", shares)
    last = lambda role, lang, x: max((float(y) for a, y, l in re.findall(rf"^  text {role} ([-\d.]+) ([-\d.]+) [-\d.]+ (\w\w) ", page, re.M) if l == lang and (float(a) < 480) == (x < 480)), default=0)
    gaps = [min(float(y) for a, y in re.findall(r"^  text source ([-\d.]+) ([-\d.]+) ", page, re.M) if (float(a) < 480) == left) - last("voice", lang, 0 if left else 960) for left, lang in ((True, "km"), (False, "en"))] if "People wrote" in page else []
    check(not gaps or all(15 < g < 48 for g in gaps), "slides: who said it stands near what was said, in both languages", gaps)

feet = [" ".join(re.findall(r'^  text root footer .* "(.*)"$', page, re.M)) for page in pages]
for form in ("Comments and questions", "Evaluation of the forum"):
    mine = [k for k, foot in enumerate(feet) if form in foot]
    heads = [k for k, page in enumerate(pages) if (form + ": what did people write") in re.sub(" +", " ", " ".join(w for _, _, w in at("h2", page)))]
    check(len(heads) == 1 and len(mine) >= 6 and mine == list(range(heads[0] + 1, heads[0] + 1 + len(mine))), f"slides: {form}: its name stands at the foot of all that follow its own", (heads, mine))
check("forum" not in feet[-1] and "questions" not in feet[-1], "slides: the last is no form's", feet[-1:])
barred = [page for page in pages if " E9EFF3" in page]
begins = {float(x) for page in barred for x in re.findall(r"^  rect chart ([-\d.]+) [-\d.]+ [-\d.]+ [-\d.]+ 0B3C5D", page, re.M)}
ends = {round(float(x) + float(w)) for page in pages for x, w in re.findall(r"^  rect chart artifact ([-\d.]+) [-\d.]+ ([-\d.]+) [-\d.]+ E9EFF3", page, re.M)}
check(len(barred) >= 5 and len(begins) == 1 and max(ends) - min(ends) <= 1, "slides: all bars begin at one place, and end at one", (begins, ends))
slides = os.path.join(folder("digest-slides"), "out")
build(SAMPLE, slides, "-q", "--only", "reflections-slides")
labels = [run.size for _, _, lines in stext(os.path.join(slides, "handouts", "reflections-slides.pdf")) for _, line in lines for run in line if run.text.strip() in ("Yes", "No", "Useful", "Talks", "Working", "Practical")]
check(len(labels) >= 6 and 23.9 < min(labels) and max(labels) < 28, "slides: few answers are not much larger than many", sorted(labels))
check(not any(w.strip().endswith("ដែល") for page in pages for _, _, w in at("lead", page)), "slides: a line does not end with the head of what follows")

for doc in ("reflections-digest", "reflections-slides"):
    said = text(sastra("dump", "pages", doc, "-i", SAMPLE).stdout)
    ends = [[float(y) for y in re.findall(rf'^  text chart [-\d.]+ ([-\d.]+) .*"{w}"', said, re.M)] for w in ("not at all", "very much")]
    check(len(ends[0]) == len(ends[1]) == 2 and all(abs(a - b) < 0.1 for a, b in zip(*ends)), f"{doc}: the words of a scale's two ends stand alike", ends)

tree = text(sastra("dump", "tree", "reflections-slides", "-i", SAMPLE).stdout)
for asked in ("Will you try something", "Would you take part", "There was enough time"):
    one = next(s for s in re.split(r"^  sect", tree, flags=re.M) if asked in s)
    check(re.search(r"(?m)^ +total ", one) and re.search(r"chart bar.* (stacked|scale)", one), f"slides: {asked}: one answer of two, or a mean, stands large over one bar", one[:900])
cover = tree.split("  sect")[0]
check("Ministry of Education" in cover and "Phnom Penh" in cover, "slides: the first says where, and under whom", cover)
sources = re.findall(r'^ +source km "([^"]*)"', tree, re.M)
check(sources and all(re.match("ទម្រង់លេខ.[០-៩]+ · ", s) for s in sources if "ទម្រង់" in s), "a form's number and who wrote it are parted in Khmer, too", sources[:4])
short = {k: v for k, v in files_of(SAMPLE).items() if k.startswith(("event", "programme", "forms/", "reflections/"))}
short["forms/evaluation.yml"] = "".join(line for line in text(short["forms/evaluation.yml"]).splitlines(True) if not re.search("id: (q2|q3|q7),", line))
side = next(s for s in sides("reflections-digest", write(folder("digest-better"), short)) if "#evaluation" in s)
better = side.split("What people ticked")[1]
check(re.search(r"(?m)^ +h2 .*What should be better next time", better) and len(re.findall(r"(?m)^ +(?:pair|quote)\b", better)) >= 3, "where nobody asks and there is room, what the last question asks for", better[:1500])

# -- a question of many lines with very many options ---------------------------------------------------------------------
km, en = "តើអ្វីខ្លះនឹងអាចជួយលោកអ្នកបានច្រើនជាងគេ នៅក្នុងសាលារៀនរបស់លោកអ្នកផ្ទាល់ ជាមួយសហការីដែលមាន ក្នុងឆ្នាំសិក្សាខាងមុខនេះ ", "Which of these would help you most in your own school with the colleagues whom you have in the coming school year"
many = f"id: many\nen: {{title: Many}}\nkm: {{title: ច្រើន}}\nprompts:\n  - id: q1\n    type: choices\n    en: \"{en}, {en}?\"\n    km: \"{km}{km}?\"\n    options:\n" + "".join(
    f"      - {{id: o{i}, en: \"Option {i} with a label of some length\", km: \"ជម្រើសទី{i} ដែលមានស្លាកវែងបន្តិច\"}}\n" for i in range(20))
rows = "form_no,q1\r\n" + "".join(f"{k},o{k % 20};o{k * 7 % 20};o1\r\n" for k in range(1, 31))
base = write(folder("digest-many"), {"event.yml": sheets.EVENT, "programme.csv": sheets.PROGRAMME, "forms/many.yml": many, "reflections/many.csv": rows})
asked = [p for p in re.split("^page ", text(sastra("dump", "pages", "reflections-slides", "-i", base).stdout).split("\nbookmark ")[0], flags=re.M)[1:] if " E9EFF3" in p or "Which of these" in p]
check(1 <= len(asked) <= 3, "slides: of very many options those that most chose, on three at most", len(asked))
check(all("\n  rect chart" in p and at("h2", p) for p in asked), "slides: under a long question stand its bars", [p[:160] for p in asked if "\n  rect chart" not in p])
check(any("more" in w for w in [w for _, _, w in at("detail", asked[-1] if asked else "")]), "slides: how many options are not there is told", at("detail", asked[-1]) if asked else "")

plain = "id: plain\nen: {title: Plain}\nkm: {title: ធម្មតា}\nprompts:\n  - {id: q1, type: open, en: \"What did you notice?\", km: \"តើលោកអ្នកបានកត់សម្គាល់អ្វី?\"}\n"
rows = "form_no,lang,q1,quote_ok,legible\r\n" + "".join(f"{k},en,The students did the explaining by themselves in group {k}.,yes,yes\r\n" for k in range(1, 13))
base = write(folder("digest-plain"), {"event.yml": sheets.EVENT, "programme.csv": sheets.PROGRAMME, "forms/plain.yml": plain, "reflections/plain.csv": rows})
said = "".join(sides("reflections-digest", base))
check("explaining" in said and re.search('source "?[^\n]*form \\d+"', said) and "participant" not in said, "where nobody told a role, nobody is called a participant", said[-900:])

# -- a long form beside a short one --------------------------------------------------------------------------------------
long = "id: long\nen: {title: Long}\nprompts:\n" + "".join(f"  - {{id: q{i}, type: yesno, en: \"Question {i}?\"}}\n" for i in range(1, 40))
short = "id: short\nen: {title: Short}\nprompts:\n" + "".join(f"  - {{id: q{i}, type: yesno, en: \"Short {i}?\"}}\n" for i in range(1, 5))
def table(n): return "".join(",".join(row) + "\r\n" for row in [["form_no"] + [f"q{i}" for i in range(1, n + 1)]] + [[str(k)] + ["yes" if (i * k) % 3 else "no" for i in range(n)] for k in range(1, 13)])
base = write(folder("digest-long"), {"event.yml": sheets.EVENT, "programme.csv": sheets.PROGRAMME, "forms/long.yml": long, "forms/short.yml": short,
                                     "reflections/long.csv": table(39), "reflections/short.csv": table(4)})
both = sides("reflections-digest", base)
bars = {re.search(r"#(\w+)", s)[1]: len(re.findall(r"^ +chart bar.* stacked", s, re.M)) for s in both}
check(bars["short"] == 4, "a long form takes nothing from a short one's side", bars)
left = int(re.search(r"In the report, annex [A-Z]: (\d+) more of this form’s questions", both[0])[1])
check(3 < bars["long"] < 39 and left == 39 - bars["long"], "what does not fit is counted, and said to be in the annex", (bars, left))
out = os.path.join(folder("digest-long-out"), "out")
r = build(base, out, "-q", "--only", "reflections-digest,reflections-wall")
check(r.returncode in (0, 1), "it builds", text(r.stderr)[-300:])
for k in ("digest", "wall"): check(len(stext(os.path.join(out, f"handouts/reflections-{k}.pdf"))) == 2, f"{k}: a side a form")
check(all("What would you add?" in s for s in sides("reflections-wall", base)), "a form that asks for no words has a question over its lines, too")
check("stacked" in "".join(sides("reflections-wall", base)), "without themes the wall shows what most ticked")

# -- the wall of other data: in one language, without an address, without themes --------------------------------------------
held = {k: v for k, v in files_of(SAMPLE).items() if k.startswith(("event", "programme", "forms/", "reflections/", "participants", "names", "organizations"))}
def other(name, event=lambda s: s, form=lambda s: s):
    changed = {k: event(text(v)) if k == "event.yml" else form(text(v)) if k.startswith("forms/") else v for k, v in held.items()}
    return write(folder("digest-" + name), changed)
for name, base in (("sample", SAMPLE), ("English", other("en", lambda s: re.sub(r"(?m)^languages:.*", "languages: [en]", s))), ("Khmer", other("km", lambda s: re.sub(r"(?m)^languages:.*", "languages: [km]", s))),
                   ("no address", other("nourl", lambda s: re.sub(r"(?m)^url:.*\n", "", s))), ("no themes", other("nothemes", form=lambda s: s.split("\nthemes:")[0] + "\n"))):
    for k, page in enumerate(re.split("^page ", text(sastra("dump", "pages", "reflections-wall", "-i", base).stdout).split("\nbookmark ")[0], flags=re.M)[1:]):
        lines = [float(y) for y in re.findall(r"^  rect lines\S* [-\d.]+ ([-\d.]+) ", page, re.M)]
        field = [float(y) + float(h) for y, h in re.findall(r"^  rect keep artifact [-\d.]+ ([-\d.]+) [-\d.]+ ([-\d.]+) 0B3C5D", page, re.M)][0]
        foot = re.findall(r"^  text root footer .*", page, re.M)
        said = {role: [float(y) for y in re.findall(rf"^  text {role} [-\d.]+ ([-\d.]+) ", page, re.M)] for role in ("title", "total", "h2", "lead", "small", "prompt", "chart")}
        above, under = min(said["title"]) - 0.72 * 25, field - max(y for role in ("h2", "lead", "small") for y in said[role] if y < field)
        check(abs(above - under) < 8 and min(above, under) > 25, f"wall, {name}, side {k + 1}: as much of the field is left over its words as under them", (above, under))
        first = min(y for y in lines) - max(said["prompt"] or [0])
        check(first > 14 * 72 / 25.4 and all(b - a >= 14 * 72 / 25.4 - 0.01 for a, b in zip(lines, lines[1:])), f"wall, {name}, side {k + 1}: 14 mm to write on, on the first line, too", (first, lines))
        if "9DB6C7" in page: check(min(said["chart"]) - 0.72 * 27 - field > 26, f"wall, {name}, side {k + 1}: the first bar's label keeps a distance from the field", (field, min(said["chart"])))
        check(len(lines) >= 5 and max(lines) < 1190.55 - 27 * 72 / 25.4 and field < 140 * 72 / 25.4, f"wall, {name}, side {k + 1}: its field a third of it at most, five lines", (field, lines))
        check(len(re.findall(r"^  text total ", page, re.M)) == 1 and foot, f"wall, {name}, side {k + 1}: a number and a foot", foot)
done()
