#!/usr/bin/env python3
"""problems.pdf as the organizers meet it: each file once, what is lost first, what is told of many rows once with its places, and the
cure in both languages."""
import os, re, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

FORM = """id: sample
en: {title: Sample}
km: {title: គំរូ}
prompts:
  - {id: q1, type: scale, points: 5, en: How much?, km: ប៉ុន្មាន?, low_en: little, low_km: តិច, high_en: much, high_km: ច្រើន}
"""
EVENT = "status: draft\nsample: yes\nlanguages: [km, en]\nen: {title: Sample event}\nkm: {title: ព្រឹត្តិការណ៍គំរូ}\n"
rows = "".join(f"{i},en,teacher,{9 if i in (2, 3, 5) else 4},yes,yes\n" for i in range(1, 7))
base = write(folder("problems"), {"event.yml": EVENT, "forms/sample.yml": FORM, "reflections/sample.csv": "form_no,lang,role,q1,quote_ok,legible\n" + rows,
                                  "programme.csv": "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,talk,Sample,\n"})
out = os.path.join(folder("problems-out"), "out")
build(base, out, "-q")
told = [p for p in problems(out) if p["code"] == "answer-range"]
check(len(told) == 3 and len({p["en"] for p in told}) == 1, "three rows have one thing to tell", told)
said = pdftext(os.path.join(out, "problems.pdf"))
flat = " ".join(said.split())
check(flat.count("reflections/sample.csv") == 1, "a file's problems stand under its name, once", flat[:400])
check(flat.count("is not one number on the scale") == 1, "what is told of three rows is told once", flat[:600])
check(all(f"{p['line']}:{p['column']}" in flat for p in told), "each place is named")
check("type one number from 1 to 5" in flat, "the cure stands with it")
lines = [(box, "".join(run.text for run in line).strip()) for box, line in stext(os.path.join(out, "problems.pdf"))[0][2]]
def begins(words): return [box for box, said in lines if said.startswith(words)]
heads = [min(box[0] for box, said in lines if said == w) for w in ("Place", "What", "Cure") if w in [said for _, said in lines]]
check(len(heads) == 3 and heads == sorted(heads), "where, what and the cure have a column each", heads)
what, cure = begins("This answer to"), begins("Look at the paper form")
check(what and cure and abs(what[0][3] - cure[0][3]) < 0.1 and abs(what[0][0] - heads[1]) < 1 and abs(cure[0][0] - heads[2]) < 1, "what is said in English begins level in both", (what, cure))


base = write(folder("problems-told"), {"event.yml": EVENT, "forms/sample.yml": FORM, "reflections/sample.csv": "form_no,lang,role,q1,quote_ok,legible\n,,,,,\n" + rows,
                                       "programme.csv": "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,talk,Sample,\n"})
out = os.path.join(folder("problems-told-out"), "out")
build(base, out, "-q")
told, flat = problems(out), " ".join(pdftext(os.path.join(out, "problems.pdf")).split())

# A message is a sentence in both languages; what it names keeps its letters, and a question its mark.
def sentences():
    said = "".join(flat.split())
    for p in told:
        for lang, stop in (("en", "."), ("km", "។")):
            p = dict(p, **{lang: re.sub("(?<=[A-Za-z])'(?=[A-Za-z])", "’", p[lang])})
            own = p[lang][:1].upper() + p[lang][1:] if lang == "en" and not p["file"].endswith(p[lang].split()[0]) else p[lang]
            own += "" if own[-1] in "?.!…:។" else stop
            if "".join(own.split()) not in said: yield own
check(not list(sentences()), "each message begins with a capital and ends with its language's full stop", list(sentences())[:3])
rows = {(p["severity"], p["file"], p["en"], p["cure_en"]) for p in told}
boxes = len(re.findall(r"^\s*LI\b", text(subprocess.run(["pdfinfo", "-struct", os.path.join(out, "problems.pdf")], capture_output=True).stdout), re.M))
check(0 < boxes == sum(r[0] != "note" for r in rows) < len(rows), "what is to be mended or looked at has a box to tick off, a note has none", (boxes, len(rows)))
printed = os.path.join(folder("problems-printed"), "out")
build(SAMPLE, printed, "-q", "--only", "programme")
printed = " ".join(pdftext(os.path.join(printed, "problems.pdf")).split())
check(not re.search("[a-z]'[a-z]", printed) and re.search("[a-z]’s ", printed), "apostrophes are those of print", re.findall(".{20}[a-z]'[a-z].{9}", printed))
idle = [p for p in told if p["severity"] == "note" and p["cure_en"] == "Nothing needs doing."]
check(idle and "Nothing needs doing." not in flat and "Nothing needs doing, except" in flat, "that a note asks for nothing is said once, over them all", flat[-600:])

# Of a file what is lost comes first, and so do the files: here each stands the other way round.
NOTE = "# Sample\n\nA word <!-- a remark --> of it.\n\nA mark[^9] of no note.\n\n![A sample](../photos/none.png)\n"
base = write(folder("problems-order"), {"event.yml": EVENT, "aaa.xyz": "sample", "sessions/d1s01-sample.en.md": NOTE, "sessions/d1s01-sample.km.md": "# គំរូ\n\nពាក្យ។[^9]\n",
                                        "programme.csv": "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,talk,Sample,គំរូ\n"})
out = os.path.join(folder("problems-order-out"), "out")
build(base, out, "-q")
told, flat = problems(out), " ".join(pdftext(os.path.join(out, "problems.pdf")).split())
def first(file, severity): return next((p["en"][1:24] for p in told if p["file"] == file and p["severity"] == severity), None)
asked = [first("sessions/d1s01-sample.en.md", s) for s in ("error", "warning", "note")]
places = [flat.find(w) if w else -1 for w in asked]
check(-1 < places[0] < places[1] < places[2], "an error stands before a warning, and that before a note", list(zip(asked, places)))
files = ["sessions/d1s01-sample.en.md", "sessions/d1s01-sample.km.md", "aaa.xyz"] # an error, a warning, a note is their worst
worst = [[p["severity"] for p in told if p["file"] == name] for name in files]
check("error" in worst[0] and "warning" in worst[1] and "error" not in worst[1] and set(worst[2]) == {"note"}, "three files, not equally bad", worst)
places = [flat.find(name) for name in files]
check(-1 < places[0] < places[1] < places[2], "a file that loses something stands before one that does not", places)
# A file's problems that go on overleaf have its name there; what heads nothing more is not said again.
NOTES = {f"sessions/d1s01-{w}.en.md": "# Sample\n\n" + "".join(f"![A sample](../photos/{w}{i}.png)\n\n" for i in range(30)) for w in ("long", "next")}
base = write(folder("problems-long"), {"event.yml": EVENT, **NOTES, "programme.csv": "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,talk,Sample,គំរូ\n"})
out = os.path.join(folder("problems-long-out"), "out")
build(base, out, "-q")
pages = pdftext(os.path.join(out, "problems.pdf")).split("\f")[:-1]
names = [re.findall(r"sessions/d1s01-(\w+)\.en\.md( \(បន្ត · continued\))?", p) for p in pages]
rows = [[m[:4] for m in re.findall(r"There is no\s+picture\s+\S*/(\w+)", p)] for p in pages]
check(len(pages) > 3 and all(n and (not r or n[0][0] == r[0]) for n, r in zip(names, rows)), "each page names the file that it begins with", (names, rows))
goes_on = [bool(p and r and p[-1] == r[0]) for p, r in zip([[]] + rows, rows)]
check(all(bool(n[0][1]) == g for n, g, r in zip(names, goes_on, rows) if r), "and says where that goes on", (names, goes_on))
check([len(re.findall("continued", p)) for p in pages] == [sum(bool(c) for _, c in n) for n in names], "nothing else does")
done()
