#!/usr/bin/env python3
"""How small the type of report and handouts is, as a reader of the PDF finds it: nothing under 8 pt in Khmer and 7.5 in other letters,
no smaller than 9 and 8 in the digest, 10 and 9.5 in the programme on A4, 8.5 and 8 in the one for the pocket, however much they hold; on slides each part
as large as it must be to be read from the last row."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

LEAST = {"handouts/programme": (10, 9.5), "handouts/programme-a5": (8.5, 8)}
OTHERS = (8, 7.5)
DIGEST = {"handouts/reflections-digest": (9, 8)}
SLIDES = {"cover-title": 36, "cover-line": 20, "cover-status": 17.5, "total": 96, "h2": 26.5, "chart": 23.5, "detail": 16, "source": 16, "root": 14}
# all else 24; chart: digits beside Khmer ones look as large; small: when and where, how many answered, who said it, which nobody reads out

def judge(out, name):
    shown = [r for r in runs(os.path.join(out, name + ".pdf")) if re.search(r"\w", r.text)]
    for khmer, least in zip((True, False), (LEAST | DIGEST).get(name, OTHERS)):
        of = [r for r in shown if r.khmer == khmer]
        small = min(of, key=lambda r: r.size, default=None)
        check(small and small.size >= least - 0.001, f"{name}: {'Khmer' if khmer else 'other letters'} of {least} pt at least", small and (small.size, small.text[:60]))

def slides(out, name, base):
    """Roles stand in the dump, sizes in the file: a run is where its item is."""
    said, least, numbers, words, alike = text(sastra("dump", "pages", os.path.basename(name), "-i", base).stdout), {}, set(), set(), {}
    for page, (_, _, lines) in zip(re.split("^page ", said, flags=re.M)[1:], stext(os.path.join(out, name + ".pdf"))):
        shown = [run for _, line in lines for run in line if re.search(r"\w", run.text)]
        for role, x, y in re.findall(r"^  text ([\w-]+)\S*(?: \w+)? ([-\d.]+) ([-\d.]+) [-\d.]+ ", page, re.M):
            run = min(shown, key=lambda r: abs(r.x - float(x)) + abs(r.y - float(y)))
            if abs(run.x - float(x)) + abs(run.y - float(y)) >= 1: continue
            least[role] = min(run.size, least.get(role, run.size))
            if role in ("voice", "h2"): alike.setdefault((role, run.khmer), set()).add(round(run.size, 2))
        for x, y in re.findall(r"^  text total\S*(?: \w+)? ([-\d.]+) ([-\d.]+) ", page, re.M): numbers.add(float(y))
        at = sorted(numbers)[0] if numbers else None
        beside = re.findall(r"^  text lead\S*(?: \w+)? ([-\d.]+) ([-\d.]+) ", page, re.M) if "text total" in page else []
        words |= {float(x) for x, _ in beside}
        if beside: check(abs(max(float(y) for _, y in beside) - at) < 0.01, f"{name}: words end on their number's line", beside)
    check(len(numbers) == 1 and len(words) == 1, f"{name}: large numbers stand on one line of all slides, their words at one place", (numbers, words))
    check(len(alike) == 4 and all(len(sizes) == 1 for sizes in alike.values()), f"{name}: quotes are of one size, titles too", alike)
    check(set(SLIDES) < set(least), f"{name}: each part is there", sorted(set(SLIDES) - set(least)))
    for role, size in sorted(least.items()): check(size >= SLIDES.get(role, 24) - 0.01, f"{name}: {role} of {SLIDES.get(role, 24)} pt at least", size)

def crowd(days, sessions):
    rows = ["day,start,end,session,type,title_en,title_km,speakers_en,speakers_km,room"]
    for d in range(1, days + 1):
        for k in range(1, sessions + 1):
            rows.append(f"{d},{7 + k // 2:02}:{k % 2 * 30:02},{7 + (k + 1) // 2:02}:{(k + 1) % 2 * 30:02},d{d}s{k:02},talk,A sample of a title that is long {k},"
                        f"ចំណងជើងគំរូមួយដែលវែង,A speaker of the sample,អ្នកនិយាយគំរូម្នាក់,សាល / Hall")
    event = ("status: draft\nsample: yes\nlanguages: [km, en]\ndates: [2023-04-04, 2023-04-05]\nen: {title: Sample}\nkm: {title: គំរូ}\n"
             "documents: [programme]\n")
    return write(folder("crowd"), {"event.yml": event, "programme.csv": "\n".join(rows) + "\n"})

def made(name, base):
    out = os.path.join(folder(name), "out")
    r = build(base, out, "-q")
    check(r.returncode == 0, f"{name}: builds", text(r.stderr)[-300:])
    return out

out = made("sizes", SAMPLE)
names = sorted(n[:-4] for n in files_of(out) if n.endswith(".pdf"))
check(len(names) > 14 and set(LEAST) < set(names), "there is something to look at", names)
for name in names: judge(out, name)
slides(out, "handouts/reflections-slides", SAMPLE)
long = {k: v for k, v in files_of(SAMPLE).items() if k.startswith(("event", "programme", "forms/", "reflections/"))}
long["forms/comments.yml"] = text(long["forms/comments.yml"]).replace("Hours in the timetable", "Hours in the timetable that are kept free for observing lessons and talking them over afterwards").replace(
    "Material in Khmer", "Material in Khmer, with the terms of each subject explained for teachers of every grade from seven to twelve")
base = write(folder("sizes-long"), long)
small = [run for _, _, lines in stext(os.path.join(made("sizes-long-out", base), "handouts/reflections-slides.pdf")) for _, line in lines for run in line if re.search("Hours in the|seven to twelve|Simple equip", run.text)]
check(small and min(r.size for r in small) >= 23.99, "long labels take more slides, not smaller type", sorted((r.size, r.text[:40]) for r in small)[:3])
full = made("sizes-crowd", crowd(2, 20))
for name in LEAST: judge(full, name)
done()
