#!/usr/bin/env python3
"""The Reflections box as it is handed out, for the sample and for 20, 300 and 2,000 sheets: the digest on an A4 side a form at
reading size, the wall on an A3 sheet a form that is read from three metres, slides with one thought each. What does not
fit is left out by rank, never made smaller."""
import os, re, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sample"))
from lib import *
import sheets

def sizes(shown):
    """(Khmer or not, size) of each run of type, the running head and foot left out."""
    return [(run.khmer, run.size) for _, height, lines in shown for box, line in lines if 50 <= box[1] <= height - 50 for run in line]

def overflow(shown):
    """Lines nearer than 10 mm to a side of their page, or at its top or foot; a large number's box is much higher than its digits."""
    return sum(x0 < 28 or x1 > width - 28 or y1 > height - 4 or (y0 < 12 and max(run.size for run in line) < 150)
               for width, height, lines in shown for (x0, y0, x1, y1), line in lines)

def paper(path): return re.search(r"Page size:\s+(\S+) x (\S+)", text(subprocess.run(["pdfinfo", path], capture_output=True).stdout)).groups()

def look(name, base):
    out = os.path.join(folder("box-out"), "out")
    r = build(base, out, "-q", "--only", "reflections-digest,reflections-wall,reflections-slides")
    if not check(r.returncode in (0, 1) and not crashed(r), f"{name}: builds", text(r.stderr)[-300:]): return
    at = {k: os.path.join(out, f"handouts/reflections-{k}.pdf") for k in ("digest", "wall", "slides")}
    shown = {k: stext(p) for k, p in at.items()}
    pages = {k: len(s) for k, s in shown.items()}
    check(pages["digest"] <= 2, f"{name}: the digest has two pages at most", pages["digest"])
    km = [s for k, s in sizes(shown["digest"]) if k]
    check(km and min(km) >= 9 - 0.01, f"{name}: its Khmer is 9 pt or more", min(km, default=0))
    check(pages["wall"] <= 2 and abs(float(paper(at["wall"])[0]) - 841.9) < 1, f"{name}: the wall is two A3 sheets at most", (pages["wall"], paper(at["wall"])))
    for k, least in (("wall", 16), ("slides", 14)):
        small = min((s for _, s in sizes(shown[k])), default=0)
        check(small >= least - 0.01, f"{name}: nothing on the {k} is under {least} pt", small)
    check(paper(at["slides"]) == ("960", "540") and pages["slides"] <= 30, f"{name}: slides are 16 : 9, and not too many", pages["slides"])
    tree = text(sastra("dump", "tree", "reflections-slides", "-i", base).stdout)
    check(len(re.findall(r"^  (?:sect|cover)\b", tree, re.M)) == pages["slides"], f"{name}: no slide runs over", pages["slides"])
    bars = [line.count("bar ") for line in re.findall(r"^ +chart (bar .*?)(?: alt-|$)", tree, re.M) if " scale" not in line]
    check(bars and max(bars) <= 5, f"{name}: no slide has more than five bars", bars)
    check("*" not in re.sub(r'alt-\w+ "[^"]*"', "", tree) and "suggested by key words" in tree, f"{name}: no number on a slide is a riddle", re.findall(r'"[^"]*\*[^"]*"', tree)[:3])
    check(re.search(r'cover-line .*"[\d,]+ forms read and counted"', tree), f"{name}: the title slide says what it counts", tree[:1200])
    check(not re.search(r" (?:header|footer) ", text(sastra("dump", "pages", "reflections-slides", "-i", base).stdout).split("\npage ")[0]), f"{name}: the title slide has its field alone")
    for k in shown: check(overflow(shown[k]) == 0, f"{name}: nothing leaves the {k}'s page", overflow(shown[k]))
    if name != "20 sheets":
        t = pdftext(at["digest"])
        check(re.search(r"\d+ more (?:questions )?in the report, annex [A-Z]", " ".join(t.split())), f"{name}: the digest says how many questions are left", t[-300:])
    return tree

look("sample", SAMPLE)
for n in (20, 300, 2000):
    look(f"{n} sheets", write(folder(f"box-{n}"), sheets.files(n)[0]))
base = os.path.join(FOLDER, "box-300")
little = write(folder("box-little"), SMALL)
def took(inside, only): return build(inside, os.path.join(FOLDER, "box-fast-" + only), "-q", "--only", only).cpu
pairs = [(took(base, "reflections-digest,reflections-slides"), took(little, "programme")) for _ in range(4)]
ratio = min(a for a, _ in pairs) / min(b for _, b in pairs)
check(ratio < 8, "300 sheets: digest and slides in less than eight times what a little programme takes", ratio)

many = {k: v for k, v in sheets.files(60)[0].items() if "comments" not in k}
for i in range(9):
    many[f"forms/f{i}.yml"] = sheets.form_text(f"f{i}", f"Form {i}", f"ទម្រង់ {i}")
    many[f"reflections/f{i}.csv"] = sheets.make(40, i + 1)[0]
out = os.path.join(FOLDER, "box-many-out")
build(write(folder("box-many"), many), out, "-q", "--only", "reflections-slides")
check(0 < len(stext(os.path.join(out, "handouts/reflections-slides.pdf"))) <= 40, "nine forms make no sixty slides")
named = {k: v for k, v in files_of(SAMPLE).items() if k.startswith(("event", "programme", "forms/", "reflections/"))}
named["forms/comments.yml"] = text(named["forms/comments.yml"]).replace("Time and workload", "Time, workload and how many teachers each mentor accompanies in a term").replace(
    "ពេលវេលា និងបន្ទុកការងារ", "ពេលវេលា បន្ទុកការងារ និងចំនួនគ្រូដែលគ្រូប្រឹក្សាម្នាក់អមដំណើរ")
for name, base in (("nine forms", os.path.join(FOLDER, "box-many")), ("a theme of a long name", write(folder("box-named"), named)), ("the sample", SAMPLE)):
    shown = re.split("^page ", text(sastra("dump", "pages", "reflections-slides", "-i", base).stdout).split("\nbookmark ")[0], flags=re.M)[2:]
    lost = [p[:200] for p in shown if not re.search("^  text h2 ", p, re.M)]
    check(shown and not lost, f"{name}: no slide holds what another had no room for", lost[:2])
wide = {k: v for k, v in sheets.files(60)[0].items()}
wide["forms/comments.yml"] = wide["forms/comments.yml"].rstrip() + "\n" + "".join(f"  - {{id: x{i}, en: Theme {i}, km: ប្រធានបទ {i}, words_en: [{w}]}}\n" for i, w in enumerate(("the", "there", "class", "lesson")))
tree = text(sastra("dump", "tree", "reflections-slides", "-i", write(folder("box-wide"), wide)).stdout)
check(re.search(r'"[1-9] more in the report, annex [A-Z]"', tree.split("\n  sect")[1]), "themes that a slide has no room for are told", tree[:900])
none = write(folder("box-none"), {k: v for k, v in sheets.files(20)[0].items() if not k.startswith("reflections/")})
r = build(none, os.path.join(FOLDER, "box-none-out"), "-q")
check(r.returncode == 0, "a box with nothing in it builds", text(r.stderr))
done()
