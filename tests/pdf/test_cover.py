#!/usr/bin/env python3
"""Cover and back cover: the event's hue everywhere, a picture in the field or a pattern, the status once, the code that a camera
reads; at a glance; long titles and short events; who has not agreed is not on the cover."""
import os, re, sys
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..")]
from lib import *
import structure
from qr_reader import read, squares
from word_file import png

BLUE, WHITE = "0B3C5D", "FFFFFF"
EVENT = ("status: draft\nsample: yes\nlanguages: [km, en]\ndates: [2023-04-04, 2023-04-05]\n"
         "en: {title: A small forum, venue: Phnom Penh, host: Ministry of Education}\n"
         "km: {title: វេទិកាតូច, venue: រាជធានីភ្នំពេញ, host: ក្រសួងអប់រំ}\nnational_heading: yes\n")

def pages(base, name="report"):
    """Of each page its items: (kind, role, artifact, x, y, width, height, the rest)"""
    said = text(sastra("dump", "pages", name, "-i", base).stdout)
    all_ = []
    for page in re.split(r"^page ", said, flags=re.M)[1:]:
        items = []
        for line in page.split("\n"):
            m = re.match(r"  (text|rect|frame|picture|link) (\S+)((?: \w+)?) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) ?(.*)", line)
            if not m: continue
            kind, role, artifact, x, y, w, rest = m.groups()
            h = 0
            if kind != "text": h, _, rest = rest.partition(" ")
            items.append((kind, role.split(".")[0], artifact.strip(), float(x), float(y), float(w), float(h), rest))
        all_.append(items)
    return all_

def input_of(name, event, **files):
    return write(folder(name), dict(SMALL, **{"event.yml": event}, **files))

def colours(page): return {i[7][:6] for i in page if i[0] == "rect"} | {i[7].split()[1] for i in page if i[0] == "text"}

# -- a field, a pattern, one status, a code
base = input_of("plain", EVENT + "url: https://forum.example/រ\n")
p = pages(base)
field = [i for i in p[0] if i[0] == "rect" and i[7] == BLUE][0]
check(field[3] <= 0 and field[4] <= 0 and field[5] >= 595 and 0.54 * 842 < field[6] < 0.68 * 842, "the field reaches over the paper's edges, about two thirds down", field)
check(sum(i[0] == "rect" and i[2] == "artifact" for i in p[0]) < 150, "the pattern is few artifacts")
edges = []
for name in ("report", "report.km", "report.en"):
    for n, page in enumerate(q := pages(base, name)):
        edges += [(n % 2, i[3], i[3] + i[5]) for i in page if n in (0, len(q) - 1) and i[0] == "rect" and i[1] == "cover" and i[7] == BLUE]
check({n for n, _, _ in edges} == {0, 1} and all(l <= -8.5 and r >= 595.2 + 8.5 for _, l, r in edges), "on left and right pages the field bleeds 3 mm over both edges", edges)
for name, own, other in (("report.en", "SAMPLE", "គំរូ"), ("report.km", "គំរូ", "SAMPLE")):
    marks = [i[7] for page in pages(base, name) for i in page if i[0] == "text" and (own in i[7] or other in i[7]) and (i[2] or i[1] == "cover-status")]
    check(len(marks) > 2 and not any(other in m for m in marks), f"{name}: the status is told in its own language alone", marks[:3])
titles = [i for i in p[0] if i[1] == "cover-title"]
check(titles and all(i[7].split()[1] == WHITE and i[4] < field[6] for i in titles), "the title stands in it, white")
check(sum("SAMPLE" in i[7] for i in p[0]) == 1 and sum("គំរូ" in i[7] for i in p[0]) == 1, "the status is told once")
dark = [i[3:7] for i in p[-1] if i[1] == "qr" and not i[2]]
side = max(x + w for x, y, w, h in dark) - min(x for x, y, w, h in dark)
check(side >= 56.6, "the code is 20 mm wide or more", side)
ground, square = [i[3:7] for i in p[-1] if i[1] == "qr" and i[2]], side / len(squares(dark))
left, top, quiet = min(x for x, y, w, h in dark), min(y for x, y, w, h in dark), 4 * square - 0.01 # ISO/IEC 18004: four squares
check(len(ground) == 1 and left - ground[0][0] >= quiet and top - ground[0][1] >= quiet and ground[0][0] + ground[0][2] - left - side >= quiet
      and ground[0][1] + ground[0][3] - top - side >= quiet, "light is four squares wide around the code", (ground, left, top, side))
near = [i for i in p[-1] if i[1] != "qr" and i[3] < left + side + quiet and i[3] + i[5] > left - quiet and i[4] + i[6] > top - quiet and i[4] - (12 if i[0] == "text" else 0) < top + side + quiet]
check(not near, "and nothing stands in it", near[:3])
check(read(squares(dark)) == "https://forum.example/%E1%9E%9A", "a camera reads the address", dark[:3])
out = folder("plain-out")
r = build(base, out, "-q")
report = os.path.join(out, "report.pdf")
told = []
check(r.returncode < 2 and not structure.check(report, say=told.append), "the structure is sound", [t for t in told if t.startswith("not")])

# -- at a glance
tree = text(sastra("dump", "tree", "report", "-i", SAMPLE).stdout)
tiles = re.findall(r'total \w+ "([^"]+)"\n +detail "([^"]*)" \| "([^"]*)"', tree)
LATIN = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
check(len(tiles) > 3 and all(second.startswith(n.translate(LATIN) + " ") and n not in first for n, first, second in tiles),
      "at a glance: under the first language's number stand words, the other language's with the number in its own digits", tiles)
rows = tree[tree.index("h1 #annex-organizations"):tree.index("h1 #annex-participants")].count("\n      row")
check(any(second == f"{rows - 1} organizations" for _, _, second in tiles), "it counts the organizations that annex A lists", (rows, tiles))
one = re.findall(r'total \w+ "([^"]+)"\n +detail \w+ "([^"]*)"', text(sastra("dump", "tree", "report.en", "-i", SAMPLE).stdout))
check(len(one) == len(tiles) and not any(re.match(r"\d", words) for _, words in one), "in one language the words say no number again", one)

# -- the event's hue
p = pages(input_of("hue", EVENT + "colour: '#5A1A3C'\n"))
used = set().union(*map(colours, p))
check("5A1A3C" in used and BLUE not in used and "1D4A69" not in used, "no blue is left", sorted(used))
used = set().union(*map(colours, pages(input_of("black", EVENT + "colour: '#000000'\n"))))
check("000000" in used and not used & {BLUE, "1D4A69", "000001"}, "black is a colour, too", sorted(used))

# -- a picture
p = pages(input_of("picture", EVENT + "cover: hall.png\n", **{"photos/hall.png": png(900, 600)}))
shown = [i for i in p[0] if i[0] == "picture"]
check(len(shown) == 1 and shown[0][5] >= 595 and shown[0][2] == "artifact", "a picture lies in the field, a decoration where nothing describes it", shown)
over = p[0][p[0].index(shown[0]) + 1:][:3] if shown else []
check([i[7] for i in over] == [BLUE, BLUE, WHITE] and shown[0][4] <= over[0][6] and over[1][4] <= shown[0][4] + shown[0][6],
      "the field covers what is too much of it", over)
check(not any("hall.png" in i[7] for page in p[1:] for i in page if i[0] == "picture"), "it is no photograph of the report's besides")
told = input_of("described", EVENT + "cover: photos/hall.png\n", **{"photos/hall.png": png(900, 600),
                "photos/photos.csv": "file,session,caption_en,caption_km,alt_en,alt_km,credit\nhall.png,d1s01,Hall,សាល,The hall,សាលប្រជុំ,\n"})
check([i[2] for i in pages(told)[0] if i[0] == "picture"] == [""], "a figure where photos.csv describes it")
p = pages(input_of("tall", EVENT + "cover: hall.png\n", **{"photos/hall.png": png(200, 900)}))
check(len(p[0]) > 5 and [i for i in p[0] if i[0] == "picture"][0][6] > 842, "a tall one is cut above and below")
gone = input_of("gone", EVENT + "cover: photos/none.jpg\n")
out = folder("gone-out")
build(gone, out, "-q")
check("picture-missing" in [d["code"] for d in problems(out)] and any(i[7] == "1D4A69" for i in pages(gone)[0]), "one that is not there is told; the pattern stands in its place")

# -- who has not agreed
PEOPLE = "id,name_en,name_km,sex,consent_name,consent_photo\np1,Sok Dara,សុខ ដារ៉ា,m,yes,no\n"
LISTED = "file,session,caption_en,caption_km,alt_en,alt_km,credit,people\nhall.png,d1s01,Hall,សាល,The hall,សាល,,p1\n"
for name, files in (("listed", {"photos/photos.csv": LISTED, "photos/hall.png": png(900, 600)}), ("named", {"photos/Sok Dara.png": png(900, 600)})):
    cover = [f for f in files if f.endswith("png")][0]
    base = input_of("refused-" + name, EVENT + f"cover: {cover}\n", **dict(files, **{"participants.csv": PEOPLE}))
    out = folder("refused-out")
    build(base, out, "-q")
    check(not any(i[0] == "picture" for i in pages(base)[0]) and "photo-consent" in [d["code"] for d in problems(out)],
          f"who does not agree is not on the cover ({name})")

# -- what is long, what is short
LONG = "A forum with a name that is as long as those of ministries are, which goes on over three lines and more, for all who teach"
KM = "វេទិកាជាតិស្តីពីការប្រឹក្សាគរុកោសល្យ និងការអភិវឌ្ឍវិជ្ជាជីវៈជាប្រចាំ សម្រាប់គ្រូបង្រៀនស្ទែម និងគណៈគ្រប់គ្រងសាលានៅកម្ពុជា"
CASES = {"long": f"languages: [km, en]\nnational_heading: yes\ndates: [2023-04-04]\nlunar_date_km: ថ្ងៃអង្គារ ១៤កើត\nen: {{title: '{LONG}', host: H, venue: V}}\nkm: {{title: {KM}, host: ក, venue: ខ}}\n",
         "longest": f"title: '{' '.join([LONG] * 6)}'\nnational_heading: yes\n",
         "least": "title: X\n", "one": "languages: [en]\ntitle: A forum\ndates: [2023-04-04]\n"}
for name, event in CASES.items():
    p = pages(input_of(name, event))
    first = p[0]
    field = [i for i in first if i[0] == "rect" and i[7] == BLUE][0]
    titles = [i for i in first if i[1] in ("cover-title", "cover-subtitle") and i[0] == "text"]
    inside = all(i[4] < field[6] for i in titles)
    said = "".join(m for i in titles for m in re.findall(r'"(.*)"', i[7])).replace(" ", "").replace("\u200b", "")
    whole = [t.replace(" ", "") for t in re.findall("title: '?([^',}\\n]*)", event)]
    check(whole and all(t in said for t in whole), f"{name}: the title is whole", (whole, said))
    others = all(i[4] > field[6] for i in first if i[0] == "text" and i[1] in ("cover-line", "cover-status"))
    check(titles and others and inside, f"{name}: what is white stands on the field, what is not below it")
done()
