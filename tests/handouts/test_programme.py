#!/usr/bin/env python3
"""The programme: a day is read on one side, in the pocket too; what its lines hold together; what its marks mean on each side."""
import os, re, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

LINE = re.compile(r'^  text ([\w-]+)(\.\S+)?(?: artifact)? ([-\d.]+) ([-\d.]+) ([-\d.]+) (km|en) \S+ "(.*)"$')

def sides(base, name, two):
    """Each side's lines, from its top down: (where it begins, all of its words)."""
    said, all = text(sastra("dump", "pages", name, "-i", base).stdout), []
    for page in re.split("^page ", said, flags=re.M)[1:]:
        width, rows = float(page.split()[1 - (page[0] not in "0123456789")]), {}
        for line in page.split("\n"):
            m = LINE.match(line)
            if not m: continue
            side = int(two and float(m[3]) > width / 2)
            rows.setdefault(side, []).append((m[1], float(m[3]), float(m[4]), m[7]))
        all += [rows.get(k, []) for k in range(2 if two else 1)]
    return [s for s in all if s]

def days(side): return [t for role, _, _, t in side if role == "h2" and re.search("Day|ថ្ងៃទី(មួយ|ពីរ)", t)]

DATES = "14 March 2023", "28 February 2023", "ថ្ងៃទី១៤ ខែមីនា ឆ្នាំ២០២៣", "ថ្ងៃទី២៨ ខែកុម្ភៈ ឆ្នាំ២០២៣"

def judge(name, all):
    lines = [t for side in all for _, _, _, t in side]
    check(all_in(DATES, lines), f"{name}: dates stand on one line each", [t for t in lines if re.search("March|មីនា|Febr|កុម្ភៈ", t)])
    for n, side in enumerate(all, 1):
        words = [t.strip() for role, _, _, t in side if role in ("cell", "lead", "small", "detail")]
        marked, told = any(t.endswith("◆") for t in words), any(re.search("[Cc]hanged since|បានផ្លាស់ប្តូរ", t) for t in words)
        heads = [t.strip() for role, _, _, t in side if role == "cell" and re.match("Session|វគ្គ( ·|$)", t.strip())]
        check(heads and set(heads) <= {"Session", "វគ្គ"}, f"{name}, side {n}: a column's head is its name alone", heads)
        twice = [t for t in words if re.search("· *◆|◆[^◆]*·[^◆]*◆", t)] # what is told of two languages is parted once
        told_lines = [t for t in words if re.search("changed since|បានផ្លាស់ប្តូរ ធៀប", t) and "Changed since the programme" not in t and "អ្វីដែល" not in t]
        check(not twice and sum("◆" in t for t in told_lines) <= 1, f"{name}, side {n}: the mark stands once before what it means", told_lines)
        check(told or not marked, f"{name}, side {n}: the mark of changes is explained where it stands")
        check(all_whole("សាលប្រជុំធំ", words) and all_whole("Main hall", words), f"{name}, side {n}: a room's name is whole")

def all_in(dates, lines): return all(any(d in t for t in lines) for d in dates)

def all_whole(name, words):
    """No line ends with a part of it that the next goes on with."""
    return not any(a.endswith(name[:k]) and b.startswith(name[k:]) for a, b in zip(words, words[1:]) for k in range(3, len(name) - 1))

pocket, large = sides(SAMPLE, "programme-a5", True), sides(SAMPLE, "programme", False)
check([len(days(s)) for s in pocket] == [1] * 4, "in the pocket a day in each language stands on a side of its own", [days(s) for s in pocket])
# Printed on both sides and folded, the sheets are a booklet: the last side and the first, then the second and the third. Cut, they are a card in each language.
order = [days(s)[0] for s in pocket]
around = re.findall(r'^  text \S+ (?:header|footer) ([-\d.]+) [-\d.]+ [-\d.]+ \S+ \S+ "(.*)"', text(sastra("dump", "pages", "programme-a5", "-i", SAMPLE).stdout), re.M)
around = [t for _, t in around if not re.search("SAMPLE|DRAFT|គំរូ|ព្រាង|^ *· *$", t)]
check(around and sum(bool(re.search("[a-z]", t)) for t in around) == sum(bool(re.search("[ក-អ]", t)) for t in around) == len(around) // 2, "what stands around a side in one language is in it", around)
def foot(side): return max(y for role, _, y, _ in side if role in ("cell", "item", "p"))
check(max(map(foot, pocket)) - min(map(foot, pocket)) < 75, "the pocket's sides are filled alike", [foot(s) for s in pocket])
check("Day 2" in order[0] and "មួយ" in order[1] and "ពីរ" in order[2] and "Day 1" in order[3], "the pocket's sheets fold to a booklet, a language behind the other", order)
check([len(days(s)) for s in large] == [2, 2] or [len(days(s)) for s in large] == [1, 1], "on A4 a day a side", [days(s) for s in large])
rooms = {lang: {round(x % 420.945, 2) for side in pocket for role, x, _, t in side if role == "cell" and t.strip() == lang} for lang in ("Room", "បន្ទប់")}
check(all(len(at) == 1 for at in rooms.values()), "in the pocket rooms stand in one place on all sides of a language", rooms)
begin = {lang: {round(x % 420.945, 2) for side in pocket for role, x, _, t in side if role == "cell" and t.strip() == lang} for lang in ("Session", "វគ្គ")}
check(all(len(at) == 1 for at in begin.values()) and min(begin["Session"]) < min(begin["វគ្គ"]) - 8, "English hours, which are narrower, leave the room to the titles", begin)
places = [t for side in large for role, _, _, t in side if role == "cell" and "Main hall" in t]
check(len(places) > 5 and all(t.startswith("Main hall ·") or t.startswith("Main hall; ") for t in places), "on A4 a room begins its line, a dot behind it", places)
rests = [(y, t) for side in large for role, _, y, t in side if role == "cell" and re.search("· (Courtyard|Entrance)", t)]
check(len(rests) > 5 and all(t.startswith(("Courtyard", "Entrance", "Coffee", "Lunch", "Registration")) for _, t in rests), "on A4 a break's words are what it is and where", rests)
hours = [(round(x, 1), y, t) for side in large for role, x, y, t in side if role == "cell" and re.fullmatch(r"[\d០-៩:]+–[\d០-៩:]+ *", t)]
check(len(hours) == 22 and len({x for x, _, _ in hours}) == 1 and all(re.match(r"\d\d:\d\d–", t) and not re.search("[០-៩]", t) for _, _, t in hours), "on A4 each time stands once, in one column, breaks too", hours)
check(all(any(abs(y - at) < 0.01 for _, at, _ in hours) for y, _ in rests), "a break stands level with its time", rests)
heads = re.findall(r'text \S+ header .*"(.*)"', text(sastra("dump", "pages", "programme", "-i", SAMPLE).stdout))
check("Programme" in " ".join(heads) and "កម្មវិធី" in " ".join(heads), "an overleaf side of the programme is known by its name", heads)
titles = [y for role, _, y, _ in sides(SAMPLE, "form-evaluation-a5", True)[0] if role == "title"]
leads = [y for role, _, y, _ in large[0] if role == "lead"]
check(titles[-1] - titles[-2] >= 28, "a title's English stands half a Khmer line clear of the Khmer", titles)
under = [y for role, _, y, _ in large[0] if role == "title"]
check(min(leads) - under[-1] >= 27, "the event and its dates stand a line under the title", (under, leads))
ends = [m for page in text(sastra("dump", "pages", "programme", "-i", SAMPLE).stdout).split("\n") for m in [re.match(r"  text cell ([-\d.]+) [-\d.]+ ([-\d.]+) (km|en) \S+ \".*\S\"$", page)] if m] # a blank that ends a line is no ink
left = min(float(m[1]) for m in ends if m[3] == "en" and float(m[1]) > 200)
right = max(float(m[1]) + float(m[2]) for m in ends if m[3] == "km" and float(m[1]) > 100)
check(left - right >= 11.2, "4 mm, to a tenth of one, between the languages' columns", (right, left))
judge("pocket", pocket)
judge("A4", large)

# a programme of one language, and one whose days fit beside each other
short = dict(SMALL, **{"programme.csv": "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,opening,Opening,ពិធីបើក\n2,08:00,09:00,d2s01,closing,Closing,ពិធីបិទ\n"})
for lang in ("[km, en]", "[en]", "[km]"):
    base = write(folder("short" + lang.strip("[]").replace(", ", "-")), dict(short, **{"event.yml": SMALL["event.yml"].replace("[km, en]", lang)}))
    both = sides(base, "programme-a5", True)
    check(len({tuple(days(s)) for s in both}) == 1 and len([t for s in both[:1] for t in days(s)]) >= 2, f"{lang}: short days share a side", [days(s) for s in both])

# three days: three sides of four, the last is for notes; a long day's name is told again overleaf
days3 = ["day,start,end,session,type,title_en,title_km,speakers_en,speakers_km,room"] + [
    f"{d},{8 + k:02}:00,{9 + k:02}:00,d{d}s{k + 1:02},talk,A talk of a length that is not unusual {k},បទបង្ហាញមួយដែលមានចំណងជើងវែងបន្តិច ទី{k},A speaker,អ្នកនិយាយម្នាក់,Hall" for d in (1, 2, 3) for k in range(9)]
base = write(folder("three"), {"event.yml": "languages: [en]\ndates: [2023-04-04, 2023-04-05, 2023-04-06]\nen: {title: Sample}\n", "programme.csv": "\n".join(days3) + "\n"})
three = sides(base, "programme-a5", True)
check(len(three) == 4 and "Notes" in str(three[0]) and "Day 1" in str(three[1]) and "Day 2" in str(three[2]) and "Day 3" in str(three[3]), "what a booklet has left is for notes", [s[:3] for s in three])
out = os.path.join(folder("three-out"), "out")
build(base, out, "-q")
hours = [[t for role, x, _, t in s if role == "cell" and re.match("[0-9០-៩]+:", t.strip())] for s in pocket]
check(all(h and {"Day" in days(s)[0]} == {bool(re.match("[0-9]", t.strip())) for t in h} for s, h in zip(pocket, hours)),
      "in the pocket each side's hours have its own language's digits", hours)
asks = {n: text(subprocess.run(["mutool", "show", os.path.join(out, "handouts", n + ".pdf"), "trailer/Root/ViewerPreferences"], capture_output=True).stdout) for n in ("programme-a5", "programme", "session-sheets")}
check("FlipShortEdge" in asks["programme-a5"] and "FlipLongEdge" in asks["programme"] and "Flip" not in asks["session-sheets"], "a printer is asked to turn a booklet on its short edge, a leaf on its long one, a sheet of its own not at all", asks)
long_day = [r for r in days3[:1]] + [f"1,{6 + k // 4:02}:{k % 4 * 15:02},{6 + (k + 1) // 4:02}:{(k + 1) % 4 * 15:02},d1s{k + 1:02},talk,A talk of a length that is not unusual {k},បទបង្ហាញ,A speaker,អ្នកនិយាយ,Hall" for k in range(40)]
base = write(folder("long"), {"event.yml": "languages: [en]\ndates: [2023-04-04]\nen: {title: Sample}\n", "programme.csv": "\n".join(long_day) + "\n"})
overleaf = sides(base, "programme", False)[1:]
check(overleaf and all("Day 1" in str(s) and "continued" in str(s) for s in overleaf), "a day that goes on overleaf is named there", [s[:4] for s in overleaf])

# a day's heading, and what its marks mean, stand over its sessions and at no side's foot
def stranded(first):
    rows = days3[:1] + [f"{d},{6 + k // 4:02}:{k % 4 * 15:02},{6 + (k + 1) // 4:02}:{(k + 1) % 4 * 15:02},d{d}s{k + 1:02},talk,A talk {k},បទបង្ហាញ {k},A speaker,អ្នកនិយាយ,Hall" for d, n in ((1, first), (2, 34)) for k in range(n)]
    base = write(folder(f"days{first}"), {"event.yml": "languages: [km, en]\ndates: [2023-04-04, 2023-04-05]\nen: {title: Sample}\nkm: {title: គំរូ}\n", "programme.csv": "\n".join(rows) + "\n",
                                          "programme-2023-03-01.csv": "\n".join(rows[:1] + [r.replace("A talk", "Another talk") for r in rows[1:]]) + "\n"})
    return [(first, n) for n, s in enumerate(sides(base, "programme", False), 1) for at, (role, _, y, _) in enumerate(s) if role == "h2" and days([s[at]]) and not any(r == "cell" and below > y for r, _, below, _ in s)]
lost = [x for first in range(20, 44) for x in stranded(first)]
check(not lost, "no day's heading is at a side's foot without its sessions", lost)
# -- white above and below a row's words is the same, whatever languages it ends in; bands end at the rules
at = text(sastra("dump", "pages", "programme", "-i", SAMPLE).stdout)
columns = set(re.findall(r"^  text cell ([\d.]+) [\d.]+ [\d.]+ en 1A1A1A \"\d\.\d ", at, re.M))
check(len(columns) == 1, "columns stand in one place on both sides", columns)
second = {x for role in ("lead", "small") for x in re.findall(rf"^  text {role} ([\d.]+) [\d.]+ [\d.]+ en \S+ \"[A-Z\d]", at, re.M)}
labels = set(re.findall(r"^  text item\.label ([\d.]+) ", at, re.M))
check(columns <= second and len(second) <= 3 and labels == {"51.023", *columns}, "what stands beside the first language's begins at the table's column: the head, the changes, their list", (columns, second, labels))
first = at.split("\npage 2")[0]
check("Ministry of Education, Youth and Sport" in first and "ក្រសួងអប់រំ យុវជន និងកីឡា" in first, "whose event it is stands in its head")
check(len(re.findall(r"^page ", at, re.M)) == 2, "two days are two sides of one sheet")
bands = {(float(x), float(w)) for x, w in re.findall(r"^  rect table artifact ([\d.]+) [\d.]+ ([\d.]+) [\d.]+ DBE3E8", at, re.M)}
ruled = {(float(x), float(w)) for x, w in re.findall(r"^  rect table artifact ([\d.]+) [\d.]+ ([\d.]+) 0\.\d+ ", at, re.M)}
high = [float(h) for h in re.findall(r"^  rect table artifact [\d.]+ [\d.]+ [\d.]+ ([\d.]+) DBE3E8", at, re.M)]
check(len(high) > 5 and max(high) - min(high) < 2.5, "breaks are as high on both days but for what their letters ask: rows are padded alike, and the shorter day ends higher", high)
words_ = [(float(x), float(x) + float(w)) for x, w in re.findall(r"^  text cell ([\d.]+) [\d.]+ ([\d.]+) ", at, re.M)]
check(bands and bands == ruled, "the tint of a break ends where the rules do", (bands, ruled))
check(bands and all(min(a for a, _ in words_) > x + 5 and x + w > max(b for _, b in words_) for x, w in bands), "words stand in from the edge of a tint", bands)
for page in re.split("^page ", at, flags=re.M)[1:]:
    rules = [float(y) for y in re.findall(r"^  rect table artifact [\d.]+ ([\d.]+) [\d.]+ 0\.[58]00 ", page, re.M)]
    lines = [(float(y), lang) for y, lang in re.findall(r"^  text cell [\d.]+ ([\d.]+) [\d.]+ (km|en) \S+ \"", page, re.M)]
    under = [(r - max(y for y, _ in lines if y < r), max(lines, key=lambda l: (l[0] < r, l[0]))[1]) for r in rules[2:]]
    check(under and all(3 < u < 13 for u, _ in under), "rows end as far from their rule as their ink asks", under)
heads = [float(y) for y in re.findall(r"^  text \S+ header [\d.]+ ([\d.]+) ", at, re.M)]
check(heads and min(heads) > 37, "an overleaf side's head begins a centimetre from the paper's edge", heads)
done()
