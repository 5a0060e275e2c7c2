#!/usr/bin/env python3
"""The report as a book: its back cover lies on a left page, its main body's chapters begin alike, no page is nearly white
but where a chapter ends.

The sample in three editions; the same without some of its files, so that the number of pages is another; and a short event.
"""
import os, re, shutil, sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import measure_pages as m
from lib import SAMPLE, SMALL, check, done, folder, write

NAMES = ("report", "report.km", "report.en")
BODY = ("programme", "sessions", "reflections", "recommendations", "conclusion", "annex-organizations")
SHORT = ("recommendations", "conclusion")
MOST = {"report": 64, "report.en": 46}
EMPTY = 40    # per cent of the text's height
TOP = m.MARGINS["top"] + 0.1

def destinations(dump):
    """anchor → (page, y)"""
    found = {}
    for line in dump.splitlines():
        w = line.split()
        if w[:1] == ["destination"]: found[m.strings(line)[-1]] = (int(w[1]), float(w[3]))
    return found

def empty(doc):
    """Pages of which more is white than may be, covers aside."""
    height = m.MARGINS["bottom"] - m.MARGINS["top"]
    ends = ((p, max((i.y + i.height for i in p.body() if i.kind != "link"), default=0)) for p in doc.pages if not p.cover)
    return [p.number for p, end in ends if m.MARGINS["bottom"] - end > height * EMPTY / 100]

def chapters_begin(name, what, at):
    parts = [a for a in BODY if a in at]
    ends = [a for a, b in zip(parts[1:], parts) if (a in SHORT or b in SHORT) and at[a][0] == at[b][0]] # on the page of the part before
    tops = [at[a][1] <= TOP for a in parts if a not in ends]
    check(len(set(tops)) == 1 and tops, f"{what}, {name}: chapters of the main body begin alike", str({a: at.get(a) for a in BODY}))
    return tops and all(tops)

def short_part(doc, at, name):
    """The conclusion follows the recommendations where they take no more than a page, and is not parted."""
    first, second = at["recommendations"][0], at["conclusion"][0]
    check(second in (first, first + 1), f"{name}: the conclusion stands on the recommendations' page or the next", str((first, second)))
    check(at["annex-organizations"][0] in (second, second + 1), f"{name}: and goes no further", str(at["annex-organizations"]))

def left_behind(doc):
    """Pages whose last entry of the contents has its first part overleaf, which is set farther in."""
    def entries(page): return [i for i in page.items if i.role == "toc-item" and i.kind == "text" and i.part != "page-number"]
    def edge(some, y): return min(i.x for i in some if abs(i.y - y) < 0.1) - min(i.x for i in some)
    return [page.number for page, after in zip(doc.pages, doc.pages[1:]) if (here := entries(page)) and (there := entries(after))
            and edge(there, min(i.y for i in there)) > edge(here, max(i.y for i in here)) + 5]

def parted_in_contents(doc):
    """Pages of the contents that end within a chapter's entries."""
    def entries(page): return [i for i in page.items if i.role == "toc-item" and i.kind == "text" and i.part != "page-number"]
    return [page.number for page, after in zip(doc.pages, doc.pages[1:]) if (here := entries(page)) and (there := entries(after))
            and min(i.x for i in there if abs(i.y - min(t.y for t in there)) < 0.1) > min(i.x for i in here) + 5]

def shares_in_bars(doc, name):
    """A part of a scale that holds a tenth of the answers or more has its number on it, besides that in the legend."""
    for page in doc.pages:
        said = [i for i in page.items if i.role == "chart" and i.kind == "text" and re.fullmatch("[0-9០-៩]+%", i.text.strip())]
        bars = {round(i.y) for i in page.items if i.role == "chart" and i.kind == "rect" and i.height > 12 and i.width > 30}
        for y in bars:
            on = {int(i.text.strip()[:-1]) for i in said if 0 < i.y - y < 16}
            legend = {int(i.text.strip()[:-1]) for i in said if 16 <= i.y - y < 50}
            missing = [n for n in legend if n >= 10 and n not in on and legend & on]
            check(not missing, f"{name}: page {page.number}: a tenth or more has its number on the bar", str(missing))

def days_begin(at, what, name, days):
    """Each day's name stands right over the first of its sessions, behind all of the day before; a single day has none."""
    sessions = {a: at[a] for a in at if re.match(r"d\d+s\d+", a)}
    found = sorted((at[a], int(a[4:])) for a in at if re.fullmatch(r"day-\d+", a))
    check([d for _, d in found] == list(range(1, days + 1)) if days > 1 else not found, f"{what}, {name}: {days} days", str(found))
    for (page, y), day in found:
        first = min(v for a, v in sessions.items() if a.startswith(f"d{day}s"))
        before = max((v for a, v in sessions.items() if int(re.match(r"d(\d+)", a)[1]) < day), default=(0, 0))
        check(before < (page, y) and first[0] == page and 0 < first[1] - y < 60, f"{what}, {name}: day {day} over its first session", str((before, (page, y), first)))

def edge_tabs(dump, page):
    """Tabs at a page's edges (pages from 1)."""
    body = re.split(r"^page .*$", dump, flags=re.M)[page]
    return [float(y) for x, y, w, h in re.findall(r"^  rect \S+ artifact ([\d.-]+) ([\d.]+) ([\d.]+) ([\d.]+) ", body, re.M) if abs(float(w) - 11.339) < 0.01 and abs(float(h) - 68.031) < 0.01]

def day_at_top():
    """Where a day begins a page, nothing of the day before has a tab there."""
    note = lambda title, n: f"# {title}\n\n" + "A sentence of a session that is told at some length.\n\n" * n
    rows = "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,talk,One,\n2,08:00,09:00,d2s01,talk,Two,\n"
    tops = 0
    for n in range(36, 66, 3):
        where = folder(f"day-{n}")
        write(where, {"event.yml": "languages: [en]\ntitle: A forum\ndates: {start: 2023-04-04, end: 2023-04-05}\n", "programme.csv": rows,
                      "sessions/d1s01.en.md": note("One", n), "sessions/d2s01.en.md": note("Two", 3)})
        dump = m.text(m.sastra("dump", "pages", "report", "-i", where).stdout)
        at = destinations(dump)
        page, y = at["day-2"]
        tabs = edge_tabs(dump, page)
        top = y < 80
        tops += top
        if (70.866 in tabs) == top or 150.236 not in tabs: check(False, f"a day at {'the top' if top else y}: its tabs, {n} paragraphs before it", str(tabs))
    check(0 < tops < 10, "a day that begins a page has its own tab alone", str(tops))

def hold(source, what, names=NAMES, days=2):
    for name in names:
        dump = m.text(m.sastra("dump", "pages", name, "-i", source).stdout)
        doc = m.load(source, name)
        n, at = len(doc.pages), destinations(dump)
        check(n % 2 == 0 and doc.pages[-1].cover, f"{what}, {name}: the back cover is on a left page", str(n))
        days_begin(at, what, name, days)
        if what == "a short event": continue # there they share pages
        check(not left_behind(doc), f"{what}, {name}: no entry of the contents leaves its first part overleaf", str(left_behind(doc)))
        begin = chapters_begin(name, what, at)
        if what != "sample": continue
        check(begin, f"{name}: they begin a page")
        shares_in_bars(doc, name)
        if name != "report": check(not parted_in_contents(doc), f"{name}: no chapter's entries in the contents are parted", str(parted_in_contents(doc)))
        short_part(doc, at, name)
        check(n <= MOST.get(name, 52), f"{name}: {n} pages")
        check(len(empty(doc)) <= 3, f"{name}: few pages are much white", str(empty(doc)))
        starts = {p for level, p, y, _ in doc.bookmarks if level == 1}
        check(all(p + 1 in starts or p + 1 == n for p in empty(doc)), f"{name}: white only where a chapter ends", str(empty(doc)))

def without(*files):
    where = folder("book-" + files[0].replace("/", "-"))
    shutil.rmtree(where)
    shutil.copytree(SAMPLE, where)
    for f in files: os.remove(os.path.join(where, f))
    return where

def rows_on(page):
    return len({i.y for i in page.body() if i.role == "cell" and i.kind == "text" and i.text.startswith("Person")})

def tables():
    """Where a list is parted, three or more of its rows stand on either page."""
    for k in range(17, 23): # organizations above the list of persons: it begins lower and lower
        organizations = "acronym,name_en,name_km\n" + "".join(f"A{i},Organization {i},\n" for i in range(k))
        persons = "id,name_en,role_en,organization,sex,consent_name\n" + "".join(f"p{i},Person Number{i},teacher,A{i % k},f,yes\n" for i in range(45))
        files = {"event.yml": "languages: [en]\nen:\n  title: Rows\n", "organizations.csv": organizations, "participants.csv": persons}
        rows = [r for r in map(rows_on, m.load(write(folder(f"book-rows-{k}"), files), "report").pages) if r]
        check(sum(rows) == 45 and min(rows) >= 3, f"{k} organizations, then a list: no one or two rows alone", str(rows))

def head_width(name, first=1):
    """Of the word over the sessions of a timetable."""
    pages = [p for p in m.load(SAMPLE, name).pages if p.number >= first]
    return next((i.width for p in pages for i in p.body() if i.kind == "text" and i.text == "Session" and i.role == "cell"), 0)

def programme_type():
    """The programme in the report is read as well as the sheet of paper."""
    sheet = head_width("programme")
    for name in NAMES[::2]:
        dump = m.text(m.sastra("dump", "pages", name, "-i", SAMPLE).stdout)
        book = head_width(name, destinations(dump)["programme"][0])
        check(book >= 0.9 * sheet > 0, f"{name}: its programme's type is about the handout's", f"{book} {sheet}")

def recommendations_are_ragged():
    """All of them, not those alone that no line fills."""
    for name in NAMES[1:]:
        doc, at = m.load(SAMPLE, name), destinations(m.text(m.sastra("dump", "pages", name, "-i", SAMPLE).stdout))
        page, end = at["recommendations"][0], at["conclusion"] if at["conclusion"][0] == at["recommendations"][0] else (0, 1e9)
        lines = [l for p in doc.pages if p.number == page for l in p.lines if l.par.role == "p" and l.y < end[1]]
        check(lines and not any(l.justified for l in lines), f"{name}: no recommendation is justified", str([l.text for l in lines if l.justified]))

def ties_are_told():
    """At a glance: as many wrote of two more themes as of the last that has a bar."""
    for name, said in (("report", "2 more themes: 6 each"), ("report.km", "ប្រធានបទ ២ ទៀត៖ ៦ ដូចគ្នា"), ("report.en", "2 more themes: 6 each")):
        tree = m.text(m.sastra("dump", "tree", name, "-i", SAMPLE).stdout)
        check(said in tree, f"{name}: themes that tie with the last one shown are told")

def paler_is_shown():
    """At a glance: words about the paler part of the bars begin with a square of it."""
    for name in NAMES:
        page = next(p for p in m.load(SAMPLE, name).pages if any("paler" in i.text or "ពណ៌ស្រាល៖" in i.text for i in p.items))
        frames = [i for i in page.items if i.kind == "frame" and i.role == "detail" and i.artifact]
        for said in (i for i in page.items if "paler:" in i.text or "ពណ៌ស្រាល៖" in i.text):
            own = [f for f in frames if f.y < said.y < f.y + 2 * f.height and said.x - 24 < f.x and f.x + f.width < said.x]
            check(len(own) == 1, f"{name}: what paler means is shown before it is said", str((said, frames)))

def labels_are_by_their_numbers():
    """At a glance: under each number its label, begun where it begins, much nearer to it than to the number below."""
    letter, digit = 7, 22 # about as high in pt
    for name in NAMES:
        page = next(p for p in m.load(SAMPLE, name).pages if any(i.role == "total" for i in p.items))
        totals = [i for i in page.items if i.role == "total" and i.kind == "text"]
        below = lambda t: sorted((i for i in page.items if i.kind == "text" and i is not t and abs(i.x - t.x) < 4 and i.y > t.y), key=lambda i: i.y)
        check(len(totals) == 6, f"{name}: six numbers at a glance", str(len(totals)))
        for t in totals:
            label, following = below(t)[0], next((i for i in below(t) if i.role == "total"), None)
            check(label.role == "detail" and label.y - t.y < 18.5, f"{name}: {t.text}: its label is near", f"{label.y - t.y}")
            if following is None: continue
            last = max(i.y for i in below(t) if i.y < following.y)
            check(following.y - digit - last > 1.5 * (label.y - letter - t.y), f"{name}: {t.text}: its label is nearer to it than to what is below", f"{label.y - t.y} {following.y - last}")

def cover_tells_things_apart():
    """Where, and under whom: in one language, too, there is space between them."""
    for name in NAMES[1:]:
        lines = [i for i in m.load(SAMPLE, name).pages[0].items if i.kind == "text" and i.role == "cover-line"]
        right = sorted({i.y for i in lines if i.x > max(l.x for l in lines) - 100 and i.x > min(l.x for l in lines) + 100})
        steps = [b - a for a, b in zip(right, right[1:])]
        check(len(steps) > 1 and max(steps) > min(steps) + 3, f"{name}: the cover parts where from under whom", str(steps))

def lunar_date_is_balanced():
    """No era's year alone on a second line: lines of one date are nearly of one length."""
    first, second = [i for i in m.load(SAMPLE, "report.km").pages[0].items if i.kind == "text" and i.role == "cover-line"][:2]
    check("ព.ស." in second.text and second.width > first.width * 0.6, "the cover's lunar date is on two even lines", f"{first.text} | {second.text}")

def edges_are_two():
    """A thematic break begins with the text, in each language's column; at a glance headings have one level."""
    for name in NAMES:
        page = next(p for p in m.load(SAMPLE, name).pages if any(i.role == "rule" for i in p.items))
        rules, edges = sorted(i.x for i in page.items if i.role == "rule"), {round(i.x, 1) for i in page.items if i.role == "p"}
        check(len(rules) == (2 if name == "report" else 1) and all(round(x, 1) in edges for x in rules), f"{name}: a thematic break begins where text does", str((rules, edges)))
    glance = next(p for p in m.load(SAMPLE, "report").pages if any(i.text.startswith("At a glance") for i in p.items if i.role == "h1"))
    check({i.role for i in glance.items if i.role in ("h2", "h3")} == {"h2"}, "at a glance headings are of one level")

def main():
    programme_type()
    edges_are_two()
    lunar_date_is_balanced()
    cover_tells_things_apart()
    recommendations_are_ragged()
    ties_are_told()
    paler_is_shown()
    labels_are_by_their_numbers()
    tables()
    day_at_top()
    hold(SAMPLE, "sample")
    hold(without("glossary.csv"), "without a glossary")
    hold(without("summaries/conclusion.en.md", "summaries/conclusion.km.md"), "without a conclusion")
    hold(without("participants.csv", "documents.csv"), "without participants and documents")
    hold(write(folder("book-small"), dict(SMALL)), "a short event", days=1)
    done()

main()
