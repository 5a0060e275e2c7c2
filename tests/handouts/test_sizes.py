#!/usr/bin/env python3
"""How small the type of report and handouts is, as a reader of the PDF finds it: nothing under 8 pt in Khmer and 7.5 in other letters,
and no smaller than 10 and 9.5 in the programme on A4, 8.5 and 8 in the one for the pocket, however much they hold."""
import html, os, re, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

LEAST = {"programme": (10, 9.5), "programme-a5": (8.5, 8)}
OTHERS = (8, 7.5)

def smallest(path):
    """{True: Khmer, False: other letters: (size, text)}"""
    out = text(subprocess.run(["mutool", "draw", "-q", "-F", "stext", "-o", "-", path], capture_output=True).stdout)
    found = {}
    for size, run in re.findall(r'<font name="[^"]*" size="([\d.]+)">(.*?)</font>', out, re.S):
        said = html.unescape("".join(re.findall(r' c="([^"]*)"', run)))
        khmer = bool(re.search("[\u1780-\u17ff]", said))
        if re.search(r"\w", said) and (khmer not in found or float(size) < found[khmer][0]): found[khmer] = (float(size), said)
    return found

def judge(out, name, stem):
    km, en = LEAST.get(stem, OTHERS)
    for khmer, (size, said) in smallest(os.path.join(out, name)).items():
        least = km if khmer else en
        check(size >= least - 0.01, f"{name}: {'Khmer' if khmer else 'other letters'} of {least} pt at least", (size, said[:60]))

def crowd(days, sessions):
    rows = ["day,start,end,session,type,title_en,title_km,speakers_en,speakers_km,room"]
    for d in range(1, days + 1):
        for k in range(1, sessions + 1):
            rows.append(f"{d},{7 + k // 2:02}:{k % 2 * 30:02},{7 + (k + 1) // 2:02}:{(k + 1) % 2 * 30:02},d{d}s{k:02},talk,A sample of a title that is long {k},"
                        f"ចំណងជើងគំរូមួយដែលវែង,A speaker of the sample,អ្នកនិយាយគំរូម្នាក់,សាល / Hall")
    event = ("status: draft\nsample: yes\nlanguages: [km, en]\ndates: [2023-04-04, 2023-04-05]\nen: {title: Sample}\nkm: {title: គំរូ}\n"
             "documents: [programme]\n")
    return write(folder("crowd"), {"event.yml": event, "programme.csv": "\n".join(rows) + "\n"})

out = os.path.join(folder("sizes"), "out")
check(build(SAMPLE, out, "-q").returncode == 0, "the sample builds")
for stem in ("programme", "programme-a5", "form-comments", "form-comments-a5", "form-evaluation", "form-evaluation-a5", "session-sheets"):
    judge(out, f"handouts/{stem}.pdf", stem)
for stem in ("documents", "reflections-digest", "reflections-slides", "reflections-wall"): judge(out, f"handouts/{stem}.pdf", stem)
for stem in ("report", "report.km", "report.en", "problems"): judge(out, stem + ".pdf", stem)
judge(out, "problems.pdf", "problems")
full = os.path.join(folder("sizes-crowd"), "out")
build(crowd(2, 20), full, "-q")
for stem in ("programme", "programme-a5"): judge(full, f"handouts/{stem}.pdf", stem)
done()
