#!/usr/bin/env python3
"""Measures set pages: what a master would be ashamed of, counted, with the worst places.

  measure_pages.py INPUT [NAME …] [--ink all|N] [--worst N]    documents of an input folder (report, report.km, report.en)
  measure_pages.py                                            plants each fault in doctored pages and shows that it is found

Reads `sastra dump pages` and `dump tree`; gaps between words come from pdftotext, ink from pdftoppm (200 dpi).
Lengths in pt; a page's origin is its top left corner, and a text's y is its baseline.
"""
import json, os, re, sys
from collections import Counter, defaultdict, namedtuple
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import check, done, folder, sastra, text
from pages import ink, words

Finding = namedtuple("Finding", "kind page amount what")
Item = namedtuple("Item", "kind role part artifact x y width height lang text scale track")
NOT_FIRST = "។៕៖ៗ៘៚%៛)»”’]}?!,.;:"
NOT_LAST = "«“‘([{"
HEADINGS = ("h1", "h2", "h3", "h4", "title")
BODY = ("p", "small", "quote", "missing", "fault")
SPACE = 0.3            # em: no face's space is wider
SIZE = 11.2            # of body text, at most
SHORT_LAST = 0.08      # of the measure
LOOSE = 0.70           # a ragged line shorter than this part of its measure
WHITE = 0.25           # of the text's height
UNDER = 3              # lines that a page shows under a heading
MARGINS = {"top": 70.866, "bottom": 841.89 - 73.701}


class Line:
    """One line of one paragraph: its items that share a baseline."""
    def __init__(self, par, page, y):
        self.par, self.page, self.y, self.items = par, page, y, []
        self.x, self.right, self.text, self.forced = 1e9, -1e9, "", False
        self.end = 0 # in the paragraph's text

    def add(self, item):
        self.items.append(item)
        self.x, self.right = min(self.x, item.x), max(self.right, item.x + item.width)
        self.text += item.text

    @property
    def justified(self): return any(i.scale != 100 or i.track for i in self.items)

    @property
    def ink_right(self):
        """Without the space at its end, whose width the dump does not tell; stretched, it may be half an em."""
        return self.right - (0.5 * SIZE if self.text != self.text.rstrip(" ") else 0)


class Par:
    def __init__(self, role, lang, whole):
        self.role, self.lang, self.whole, self.left, self.lines = role, lang, whole, whole, []

    @property
    def done(self): return not self.left.strip()


class Page:
    def __init__(self, number, width, height, label):
        self.number, self.width, self.height, self.label = number, width, height, label
        self.items, self.lines = [], []

    @property
    def cover(self): return any(i.kind == "rect" and i.role == "cover" for i in self.items)

    def body(self): return [i for i in self.items if i.artifact in ("", "artifact")]


# -- reading --

def strings(line): return [json.loads(s) for s in re.findall(r'"(?:[^"\\]|\\.)*"', line)]

def read_pages(dump):
    pages, bookmarks = [], []
    for line in dump.splitlines():
        w = line.split()
        if line.startswith("page "):
            pages.append(Page(int(w[1]), float(w[2]), float(w[3]), strings(line)[0]))
        elif line.startswith("bookmark "):
            bookmarks.append((int(w[1]), int(w[2]), float(w[3]), strings(line)[0]))
        elif line.startswith("  "):
            pages[-1].items.append(read_item(w, line))
    return pages, bookmarks

def read_item(w, line):
    kind, (role, _, part), rest = w[0], w[1].partition("."), w[2:]
    artifact = rest.pop(0) if rest[0] in ("header", "footer", "artifact") else ""
    n = 3 if kind == "text" else 4
    box = [float(v) for v in rest[:n]] + [0.0]
    lang = rest[3] if kind == "text" else ""
    said, fit = strings(line), re.match(r'  text .*? [0-9A-F]{6} ([\d.]+) ([\d.]+) "', line)
    return Item(kind, role, part, artifact, *box[:4], lang, said[0] if said else "", *(map(float, fit.groups()) if fit else (100.0, 0.0)))

def squeeze(s): return re.sub(r"[\s\u200b\u00ad\u2010\u2011\u2060-]+", "", s)

def tree_pars(dump):
    """(role, text), in reading order; a forced line end is a line feed."""
    found = []
    for line in dump.splitlines():
        m = re.match(r"\s+([a-z0-9-]+)", line)
        if not m or m.group(1) in ("figure", "tree"): continue
        body = re.sub(r"\salt-..\s.*$", "", line)
        joined = re.sub(r'(?<=["*/_`a-z])\s\|\s(?=")', ' "\\\\n" ', body)
        s = "".join(strings(joined))
        if s: found.append((m.group(1), s))
    return found

def within(dump, outer):
    """The texts of paragraphs in nodes of a role."""
    lines = [(len(l) - len(l.lstrip()), l.split()[:1], "".join(strings(l))) for l in dump.splitlines()]
    inside, found = None, set()
    for depth, role, said in lines:
        if inside is not None and depth <= inside: inside = None
        if role == [outer]: inside = depth
        elif inside is not None and role == ["p"]: found.add(said)
    return found

class Threader:
    """Gives each text item its paragraph: one already begun, else the next in the tree that begins with its text."""
    def __init__(self, pars):
        self.waiting, self.open, self.all = defaultdict(list), defaultdict(list), []
        for role, s in pars: self.waiting[role].append(s)
        for q in self.waiting.values(): q.reverse()

    def take(self, item):
        t = squeeze(item.text)
        for par in reversed(self.open[item.role]):
            if squeeze(par.left[:3 * len(item.text) + 40]).startswith(t): return self.eat(par, t)
        queue = self.waiting[item.role]
        for back in range(1, min(120, len(queue)) + 1): # two lists side by side are set item by item
            whole = queue[-back]
            if squeeze(whole[:3 * len(item.text) + 40]).startswith(t):
                del queue[-back]
                par = Par(item.role, item.lang, whole)
                self.all.append(par); self.open[item.role].append(par)
                return self.eat(par, t)
        return None

    def eat(self, par, t):
        n = at = 0
        while n < len(t):
            n += 1 if squeeze(par.left[at]) else 0
            at += 1
        par.left = par.left[at:]
        if par.done: self.open[par.role] = [p for p in self.open[par.role] if p is not par]
        return par

def thread(pages, pars):
    """Lines of every page; returns the paragraphs and how many items found none."""
    threader, lost = Threader(pars), 0
    for page in pages:
        for item in page.items:
            if item.kind != "text" or item.artifact or item.part: continue
            if not squeeze(item.text): # a space by itself ends the line that it stands behind
                for line in page.lines[-3:]:
                    if abs(line.y - item.y) < 1 and abs(line.right - item.x) < 1: line.add(item)
                continue
            par = threader.take(item)
            if par is None:
                lost += item.role not in ("chart", "fact") # put together by the layout
                continue
            line = par.lines[-1] if par.lines else None
            if line is None or line.page is not page or abs(line.y - item.y) > 1:
                line = Line(par, page, item.y)
                par.lines.append(line); page.lines.append(line)
            line.add(item)
            line.end = len(par.whole) - len(par.left)
            line.forced = par.left.lstrip(" ").startswith("\n") or par.done
    return threader.all, lost

class Document:
    def __init__(self, name, pages_dump, tree_dump):
        self.name = name
        self.pages, self.bookmarks = read_pages(pages_dump)
        self.tree = tree_dump
        self.both = re.search(r"^tree \S+ both", tree_dump) is not None
        self.pars, self.lost = thread(self.pages, tree_pars(tree_dump))
        self.apart = within(tree_dump, "pull-quote") | within(tree_dump, "note")
        self.nlines = sum(len(p.lines) for p in self.pages)

    def frame(self, page):
        """Left and right edge of the text, from what stands in head and foot, else the widest of its items."""
        rules = [i.x for i in page.items if i.artifact == "header" and i.kind == "rect" and i.width > 200]
        foot = [i.x for i in page.items if i.artifact == "footer" and i.x > 40]
        left = min(rules or foot or [i.x for i in page.body()], default=0)
        return left, page.width - (62.362 + 68.031 - left)

    def measure(self, line):
        """Right edge of a body line's column, or None where the dump does not tell it."""
        left, right = self.frame(line.page)
        gutter = 19.843
        column = (right - left - gutter) / 2
        if not self.both and line.x > left + 90: return min(right, left + 96.378 + 374.173)
        if not self.both: return min(right, left + 374.173) if line.par.role == "p" else right
        if line.par.role not in BODY: return right
        second = left + column + gutter
        if line.x >= second - 1: return right
        return left + column if line.par.role == "p" and not self.spans_both(line, second) else right

    def spans_both(self, line, second): return line.right > second


# -- what may be wrong --

def tidy(s): return s.strip()[:70]

def lines_of(doc, roles=None):
    for par in doc.pars:
        for i, line in enumerate(par.lines):
            if roles is None or par.role in roles: yield par, i, line

def overfull(doc):
    for par, i, line in lines_of(doc):
        over = line.ink_right - (doc.measure(line) or 1e9)
        if over > 0.5 and not line.page.cover: yield Finding("overfull line", line.page.number, over, tidy(line.text))

def bad_starts(doc):
    for par, i, line in lines_of(doc):
        t = line.text.lstrip(" \u200b")
        if i and t and (t[0] in NOT_FIRST or "\u17b4" <= t[0] <= "\u17d3" or t[0] == "\u17dd"):
            yield Finding("line starts with a forbidden sign", line.page.number, 1, tidy(line.text))
        if i and t.startswith("…"): yield Finding("line starts with an ellipsis", line.page.number, 1, tidy(line.text))

def bad_ends(doc):
    for par, i, line in lines_of(doc):
        t = line.text.rstrip(" \u200b")
        if i + 1 < len(par.lines) and t and t[-1] in NOT_LAST:
            yield Finding("line ends with an opening sign", line.page.number, 1, tidy(line.text[-70:]))

def widows(doc):
    for par in doc.pars:
        if par.role == "chart": continue # its words are short labels
        runs = Counter(l.page.number for l in par.lines)
        if len(runs) < 2: continue
        where = "in a cell" if par.role == "cell" else "in " + par.role
        first, last = par.lines[0], par.lines[-1]
        if runs[first.page.number] == 1: yield Finding("orphan", first.page.number, len(par.lines), f"{where}: {tidy(first.text)}")
        if runs[last.page.number] == 1: yield Finding("widow", last.page.number, len(par.lines), f"{where}: {tidy(last.text)}")

def below(doc, page, line):
    """Baselines under a heading, and whether any is no heading's."""
    left = line.x - 1 if doc.both else 0
    right = line.x + 210 if doc.both else page.width
    under = set()
    for i in page.body():
        beside = (i.x > right or i.x + i.width < left) and i.role != "cell" # a table is for both columns
        level = not doc.both and i.x > line.x + 60 and abs(i.y - line.y) < 2 # beside a heading that hangs
        if i.kind in ("link", "frame") or i.y <= line.y + 2 and not level or beside or i.role == "note": continue
        if i.kind == "picture": under |= {(i.y, True), (i.y + 9, True)}
        elif i.kind == "text": under.add((i.y, i.role not in HEADINGS))
    return under

def headings_at_foot(doc):
    for k, par in enumerate(doc.pars):
        if par.role not in HEADINGS or not par.lines: continue
        after = next((p for p in doc.pars[k + 1:] if p.lines and p.lang == par.lang), None)
        if after and after.role in HEADINGS[:4] and par.role in HEADINGS[:4] and after.role <= par.role: continue # nothing under it
        last = par.lines[-1] if doc.both else par.lines[0] # where it hangs, its text begins beside it
        under = below(doc, last.page, last)
        content = [u for u in under if u[1]]
        new = next((i.role in HEADINGS for p in doc.pages if p.number == last.page.number + 1 for i in p.body() if i.kind in ("text", "picture")), False)
        if len(content) >= (2 if new else UNDER): continue # all that is under it, where the next page begins with another
        follows = next((p for p in doc.pars[k + 1:] if p.lines and p.role not in HEADINGS and (not doc.both or p.lang == par.lang)), None)
        if follows is None or content and len(follows.lines) == 1: continue
        if follows.lines[0].page.number == last.page.number and len(content) >= min(UNDER, len(follows.lines)): continue
        if any(p.role in HEADINGS and p.lines and p.lines[0].page is not last.page for p in doc.pars[k + 1:doc.pars.index(follows)] if p.lang == par.lang): continue
        yield Finding("heading at a page's foot", last.page.number, UNDER - len(content), f"{par.role}: {tidy(last.text)}")

def half(doc, page, left, right):
    """Which of the two columns something stands in; None where it goes over both."""
    edge, end = doc.frame(page)
    second = (edge + end + 19.843) / 2
    return "first" if right < second - 1 else "second" if left > second - 1 else None

def untranslated(doc, page, side, y):
    """What stands last before y in a half of the pages says that there is no translation: the other half goes on by itself."""
    where = page
    while where:
        above = [i for i in where.body() if half(doc, where, i.x, i.x + i.width) == side and i.kind == "text" and (where is not page or i.y < y + 2)]
        if above: return max(above, key=lambda i: i.y).role == "missing"
        where = next((p for p in doc.pages if p.number == where.number - 1), None)
    return False

def alone(doc):
    """Where a page begins with words in one language, the other's begin it too."""
    for page in doc.pages if doc.both else ():
        lines = [l for l in page.lines if l.par.role in ("p", "source", "small")]
        if not lines or min(lines, key=lambda l: l.y) is not min(page.lines, key=lambda l: l.y): continue
        top = min(lines, key=lambda l: l.y)
        side = half(doc, page, top.x, top.ink_right)
        level = [l for l in lines if abs(l.y - top.y) < 0.2 and half(doc, page, l.x, l.ink_right) not in (side, None)]
        other = "second" if side == "first" else "first"
        if side and not level and not untranslated(doc, page, other, top.y): yield Finding("a side begins a page alone", page.number, 1, tidy(top.text))

def unlevel(doc):
    """The marks of lists' items stand level in both columns."""
    for page in doc.pages if doc.both else ():
        marks = [(half(doc, page, i.x, i.x + i.width), i.y) for i in page.items if i.kind == "text" and i.role == "item" and i.part == "label"]
        first, second = ([y for h, y in marks if h == side] for side in ("first", "second"))
        for y, others, other_side in [(y, second, "second") for y in first] + [(y, first, "first") for y in second]:
            if not any(abs(y - other) < 0.1 for other in others) and not untranslated(doc, page, other_side, y): yield Finding("items not level", page.number, 1, f"at {y:.1f}")

def loose(doc):
    """Not of pull quotes, whose lines are balanced."""
    for par, i, line in lines_of(doc, ("p",)):
        right = doc.measure(line)
        if par.whole in doc.apart or line.forced or i + 1 == len(par.lines) or not right or right - line.x < 60: continue
        part = (line.ink_right - line.x) / (right - line.x)
        if part < LOOSE: yield Finding("loose (short) line inside a paragraph", line.page.number, 1 - part, tidy(line.text))

def short_last(doc):
    for par in doc.pars:
        if par.role not in BODY or len(par.lines) < 2: continue
        line = par.lines[-1]
        right = doc.measure(line)
        if right and len(line.text.split()) == 1 and (line.ink_right - line.x) < SHORT_LAST * (right - line.x):
            yield Finding("last line of one short word", line.page.number, 1 - (line.ink_right - line.x) / (right - line.x), tidy(line.text))

def hyphens(doc):
    for par in doc.pars:
        run = 0
        for line in par.lines:
            run = run + 1 if line.text[-1:] in "\u00ad-\u2010" and line.text else 0
            if run == 2: yield Finding("two hyphens in a row", line.page.number, 2, tidy(line.text))
            if line.text.endswith("\u00ad") and run and line is not par.lines[-1] and par.lines[par.lines.index(line) + 1].page is not line.page:
                yield Finding("hyphen at a page's foot", line.page.number, 1, tidy(line.text))
            if line.text.endswith("\u00ad") and par.role in HEADINGS: yield Finding("hyphen in a heading", line.page.number, 1, tidy(line.text))

def uneven(doc):
    """Lines of one paragraph that do not stand at one distance."""
    for par in doc.pars:
        if par.role not in BODY: continue
        one = lambda a, b: a.page is b.page and a.items[0].lang == b.items[0].lang # each script has a leading of its own
        steps = [(round(b.y - a.y, 2), b) for a, b in zip(par.lines, par.lines[1:]) if one(a, b)]
        if not steps or par.lines[0].page.cover: continue # a cover's lines mix scripts
        usual = min(s for s, _ in steps)
        for step, line in steps:
            if step - usual > 0.2: yield Finding("uneven leading", line.page.number, step - usual, tidy(line.text))

def inner_lines(par): return [l for l in par.lines[:-1] if not l.forced]

def right_edge(line): return line.right - (0.26 * SIZE if line.text.endswith(" ") else 0)

def half_even(doc):
    """A paragraph is justified or ragged, not both."""
    for par in doc.pars:
        inner = [l for l in inner_lines(par) if doc.measure(l)]
        if par.role != "p" or not any(i.scale > 100 or i.track for l in inner for i in l.items): continue
        for l in inner:
            short = doc.measure(l) - right_edge(l)
            if short > 1.5: yield Finding("line short of its measure in a justified paragraph", l.page.number, short, tidy(l.text))

def mixed(doc):
    """A page's Khmer paragraphs are all justified, or none is."""
    styles = {}
    for par in [] if doc.both else long_pars(doc, "km"):
        even = all(l.justified for l in inner_lines(par))
        for page in {l.page.number for l in par.lines}:
            if styles.setdefault(page, even) != even: yield Finding("justified and ragged paragraphs on one page", page, 1, tidy(par.whole))

def white(doc):
    chapters = {p for level, p, y, _ in doc.bookmarks if level == 1}
    height = MARGINS["bottom"] - MARGINS["top"]
    for page, after in zip(doc.pages, doc.pages[1:]):
        text_items = [i for i in page.body() if i.kind in ("text", "picture", "rect", "frame") and i.role != "note"]
        opens = any(i.role in ("h1", "title", "cover-title", "cover") for i in after.body()[:3]) # a chapter; the back cover
        if not text_items or after.number in chapters or opens or page.number < 3: continue
        end = max(i.y + i.height for i in text_items)
        notes = [i.y for i in page.body() if i.role == "note"]
        gap = (min(notes) if notes else MARGINS["bottom"]) - end
        first = next((i for i in after.body() if i.kind in ("text", "picture") and not i.artifact), None)
        if gap > WHITE * height:
            yield Finding("white at a page's foot", page.number, gap / height, f"{gap:.0f} pt; next page begins with {first and first.role}: {tidy(first.text) if first else ''}")

def head_cells(tree):
    """What stands in tables' heads: where a page begins with it, a new table begins."""
    found, inside = set(), False
    for line in tree.splitlines():
        m = re.match(r"\s+(row|cell)\b", line)
        if m and m.group(1) == "row": inside = " head" in line.split('"')[0]
        elif m and inside: found.add(squeeze("".join(strings(line)[:1])))
    return found

def table_heads(doc):
    new = head_cells(doc.tree)
    for before, page in zip(doc.pages, doc.pages[1:]):
        last = [i for i in before.body() if i.kind == "text" and i.role != "note"][-1:]
        first = [i for i in page.body() if i.kind == "text"][:1]
        if not last or not first or last[0].role != "cell" or first[0].role != "cell" or first[0].artifact: continue
        if any(h.startswith(squeeze(first[0].text)) for h in new): continue
        yield Finding("table goes on without its head", page.number, 1, tidy(first[0].text))

def outside(doc):
    for page in doc.pages:
        left, right = (0, page.width) if page.cover else doc.frame(page)
        for i in page.items:
            tab = i.artifact and i.kind == "rect" and i.width < 20 and (i.x < 1 or i.x + i.width > page.width - 1)
            if i.kind == "link" or tab or page.cover and i.artifact: continue
            slack = 0.5 + (SPACE * SIZE * 1.5 if i.text.endswith(" ") else 0) + (2 if i.role == "total" else 0) # its ink begins at the edge
            by = max(left - i.x, i.x + i.width - right)
            low = i.y + i.height - MARGINS["bottom"] if not i.artifact else 0
            high = MARGINS["top"] - i.y if not i.artifact and not page.cover and page.number > 1 else 0
            if by > slack: yield Finding("item outside the text's width", page.number, by, f"{i.kind} {i.role}: {tidy(i.text)}")
            if low > 1 or high > 1: yield Finding("item outside the text's height", page.number, max(low, high), f"{i.kind} {i.role}: {tidy(i.text)}")

def right_of(i): return i.x + i.width - SPACE * SIZE * (len(i.text) - len(i.text.rstrip()))

def overlaps(doc):
    for page in doc.pages:
        items = sorted((i for i in page.items if i.kind == "text" and i.text.strip()), key=lambda i: i.y)
        for k, a in enumerate(items):
            for b in items[k + 1:]:
                if b.y - a.y > 6: break
                if a.part == "mark" or b.part == "mark": continue
                by = min(right_of(a), right_of(b)) - max(a.x, b.x)
                if by > 1: yield Finding("overlapping items", page.number, by, f"{tidy(a.text)[:30]} / {tidy(b.text)[:30]}")
        for p in page.items:
            if p.kind != "picture": continue
            for a in items:
                if p.y + 2 < a.y < p.y + p.height and a.x < p.x + p.width and right_of(a) > p.x:
                    yield Finding("text on a picture", page.number, 1, tidy(a.text))

def number_of(s):
    digits = s.translate({0x17e0 + i: str(i) for i in range(10)})
    return int(digits) if digits.isdigit() else None

def contents(doc):
    wanted = [(level, page, title) for level, page, y, title in doc.bookmarks if level <= 2]
    entries, title = [], ""
    for page in doc.pages:
        for i in page.items:
            if i.role != "toc-item" or i.kind != "text": continue
            if i.part == "page-number":
                entries.append((page.number, squeeze(title), number_of(i.text.strip())))
                title = ""
            else: title += i.text
    at = {0: 0, -1: 0}  # the line's place for each language, which has its own number
    begins = lambda k, side: title.startswith(squeeze(wanted[k][2]).split("/")[side][:20])
    captions = {p.number: squeeze("".join(i.text for i in p.items if i.kind == "text" and i.role == "caption")) for p in doc.pages}
    for page, title, number in entries:
        if squeeze(title)[:20] in captions.get(number, ""): continue # of the lists of tables and figures
        hit, side = next(((k, side) for side in at for k in range(at[side], len(wanted)) if begins(k, side)), (None, 0))
        if hit is None: yield Finding("contents line without its heading", page, 1, tidy(title)); continue
        at[side] = hit + 1
        real = doc.pages[wanted[hit][1] - 1]
        if number != number_of(real.label): yield Finding("contents number is wrong", page, abs((number or 0) - real.number), f"{title[:40]}: {number}, stands on {real.label}")

def phrases(title):
    """What a title may be shortened to: up to a sign of punctuation, a space in Khmer; more than its number."""
    ends = (squeeze(title[:m.start()]) for m in re.finditer("[:៖,;–—]|(?<=[\u1780-\u17d3]) ", title))
    return [p for p in ends if len(p) > 8]

def names(said, title):
    """A head tells a title, in one of its languages, whole, to the end of a phrase or to the dots."""
    to_dots = [m for m in re.findall("(.*?)…", said) if m]
    if any(p in said for t in title.split(" / ") for p in phrases(t)): return True
    return any(t and (t in said or any(m.endswith(t[:k]) for m in to_dots for k in range(len(t) - 1, 9, -1))) for t in (squeeze(t) for t in title.split(" / ")))

PART = re.compile(r"[\d\u17e0-\u17e9]+\.[\d\u17e0-\u17e9]") # a session's number opens its title; other headings are the chapter's own

def heads(doc):
    """Left pages tell the event, right ones the section or the session that is open at their top."""
    if not any(i.artifact == "header" for p in doc.pages for i in p.items): return
    event = next((title for level, page, y, title in doc.bookmarks if page == 1), None)
    for page in doc.pages:
        marks = [(level, p, y, title) for level, p, y, title in doc.bookmarks if p > 1 and level <= 2]
        opens = any(p == page.number and level == 1 and y < 100 for level, p, y, _ in marks)
        chapter, part = None, None
        for level, p, y, title in marks:
            if p > page.number or p == page.number and y > MARGINS["top"] + 1: break
            chapter, part = (title, None) if level == 1 else (chapter, title if PART.match(title) else None)
        for_notes = any(i.role == "lines" for i in page.items)
        if opens or not chapter or page.cover or for_notes: continue
        said = squeeze("".join(i.text for i in page.items if i.artifact == "header" and i.kind == "text"))
        wanted = event if event and page.number % 2 == 0 else part or chapter
        if not said: yield Finding("no running head", page.number, 1, chapter)
        elif not names(said, wanted): yield Finding("running head cut or of another section", page.number, 1, f"{said[:60]} for {wanted}")

def notes(doc):
    for page in doc.pages:
        marks = [(i.text.strip(), i.lang) for i in page.items if i.part == "mark" and i.kind == "text" and not i.artifact]
        labels = [(i.text.strip(), i.lang) for i in page.items if i.role == "note" and i.part == "label"]
        for m in marks:
            if m not in labels: yield Finding("footnote not on its mark's page", page.number, 1, " ".join(m))
        for m in labels:
            if m not in marks: yield Finding("footnote without a mark on its page", page.number, 1, " ".join(m))

CHECKS = (overfull, bad_starts, bad_ends, widows, headings_at_foot, alone, unlevel, loose, short_last, hyphens, uneven, half_even, mixed, white, table_heads, outside, overlaps, contents, heads, notes)

def measure_dump(doc): return [f for c in CHECKS for f in c(doc)]


# -- a whole document --

def hyphen_rate(doc):
    inner = [l for par in doc.pars if par.role == "p" and par.lang == "en" for l in par.lines[:-1]]
    n = sum(l.text.endswith("\u00ad") for l in inner)
    return [f"{n} of {len(inner)} inner English lines end in a hyphen ({100 * n / len(inner):.1f} %)"] if inner else []

def long_pars(doc, lang):
    """Running text: pull quotes, footnotes and narrow columns are ragged. Of two lines the first is even with no other: it may be short, lest it be all gaps."""
    alone = lambda p: lang == "km" and len(p.lines) == 2 and not p.lines[0].justified
    wide = lambda p: max(l.right for l in p.lines) - p.lines[0].x > 200
    return [p for p in doc.pars if p.role == "p" and p.lang == lang and inner_lines(p) and p.whole not in doc.apart and (doc.both or wide(p)) and not alone(p)]

def justified(doc, lang):
    """(paragraphs of more than a line, those whose inner lines all reach the measure, inner lines, those that do)"""
    pars = [[l.justified for l in inner_lines(p)] for p in long_pars(doc, lang)]
    return len(pars), sum(map(all, pars)), sum(map(len, pars)), sum(map(sum, pars))

def reach(doc, lang):
    """How far from its measure a justified inner line ends: the farthest, pt, less about a space where one ends it."""
    full = [l for p in long_pars(doc, lang) for l in inner_lines(p) if l.justified and doc.measure(l)]
    return max((abs(right_edge(l) - doc.measure(l)) for l in full), default=0)

def stretch(doc):
    """Least and most width of letters, per cent; most tracking, em of 10.7 pt."""
    items = [i for p in doc.pars for l in p.lines for i in l.items if l.justified]
    return min((i.scale for i in items), default=100), max((i.scale for i in items), default=100), max((i.track for i in items), default=0) / 10.7

def break_quality(doc, source):
    """Khmer lines that end inside a paragraph: (all, those that end at a word's end or better)"""
    pars = [p for p in long_pars(doc, "km")]
    names = os.path.join(source, "names.txt")
    said = "".join(p.whole.replace("\n", " ") + "\n" for p in pars)
    usable = text(sastra("dump", "breaks", *([names] if os.path.exists(names) else []), stdin=said).stdout).splitlines()
    lines = good = 0
    for par, offsets in zip(pars, usable):
        at = set(map(int, offsets.split()))
        for l in inner_lines(par):
            end = l.end
            while end < len(par.whole) and par.whole[end] in " \u200b\n": end += 1
            lines += 1
            good += end in at
    return lines, good

def setting(doc, source):
    """Facts, one a line."""
    facts = []
    for lang in ("km", "en"):
        pars, even, lines, full = justified(doc, lang)
        if pars: facts.append(f"{lang}: {even} of {pars} paragraphs justified ({100 * even / pars:.1f} %), {full} of {lines} inner lines ({100 * full / lines:.1f} %)")
    least, most, track = stretch(doc)
    if most > 100: facts.append(f"letters {least:.1f} to {most:.1f} % wide, tracking at most {track:.3f} em")
    lines, good = break_quality(doc, source)
    if lines: facts.append(f"{good} of {lines} Khmer line ends at a word's end or better ({100 * good / lines:.1f} %), the rest at a compound's joint")
    return facts

def load(source, name):
    dumps = [sastra("dump", kind, name, "-i", source) for kind in ("pages", "tree")]
    for d in dumps:
        if d.returncode > 1: sys.exit(f"dump of {name}: {text(d.stderr)}")
    return Document(name, *[text(d.stdout) for d in dumps])

def make_pdf(source, name):
    out = folder("pages-pdf-" + name)
    sastra("build", "-i", source, "-o", out, "-q", "--only", name)
    return os.path.join(out, name + ".pdf")

def report(doc, found, facts, worst):
    print(f"== {doc.name}: {len(doc.pages)} pages, {doc.nlines} lines, {len(doc.pars)} paragraphs, {doc.lost} items without one")
    for fact in facts: print("   " + fact)
    by = defaultdict(list)
    for f in found: by[f.kind].append(f)
    for kind in sorted(by, key=lambda k: -len(by[k])):
        print(f"   {len(by[kind]):5} {kind}")
        for f in sorted(by[kind], key=lambda f: (-f.amount, f.page))[:worst]:
            print(f"         page {f.page}: {f.amount:.2f}  {f.what}")
    if not found: print("       nothing found")

def main(args):
    options = {"--ink": "all", "--worst": "5"}
    rest = []
    while args:
        a = args.pop(0)
        if a in options: options[a] = args.pop(0)
        else: rest.append(a)
    source, names = rest[0], rest[1:] or ["report", "report.km", "report.en"]
    for name in names:
        doc = load(source, name)
        pdf = make_pdf(source, name)
        found, facts = measure_dump(doc), []
        n = len(doc.pages) if options["--ink"] == "all" else int(options["--ink"])
        gaps, gap_facts = words.measure(doc, words.boxes(pdf), Finding)
        touches, ink_facts = ink.measure(doc, pdf, n, Finding)
        report(doc, found + gaps + touches, gap_facts + hyphen_rate(doc) + setting(doc, source) + ink_facts, int(options["--worst"]))

if __name__ == "__main__":
    if len(sys.argv) > 1: main(sys.argv[1:])
    else:
        from pages import planted
        planted.run(sys.modules[__name__], check)
        done()
