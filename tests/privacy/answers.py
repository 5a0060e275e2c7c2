"""A folder with one form and its answers, and what a report carries of them."""
import csv, os, subprocess
from lib import *

OPEN = "  - {id: q1, type: open, en: What did you notice?, km: តើឃើញអ្វី?}\n"
YESNO = "  - {id: q2, type: yesno, en: Was it good?, km: តើល្អទេ?}\n"
HEAD = "form_no,session,lang,role,q1,quote_ok,legible\n"

def form(prompts): return "id: f\nen: {title: Comments}\nkm: {title: មតិ}\nprompts:\n" + prompts

BASE = {"event.yml": "status: draft\nattach_sources: yes\nen: {title: The forum}\nkm: {title: វេទិកា}\n",
        "programme.csv": "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,talk,One,មួយ\n"}

def quoted(text): return '"' + text.replace('"', '""') + '"'

def attached(pdf, name):
    """What a PDF carries: name → bytes."""
    inside = folder(name)
    subprocess.run(["pdfdetach", "-saveall", "-o", inside, pdf], capture_output=True)
    return files_of(inside)

def masked(people, answers):
    """What the report's table holds of each answer, by its form's number, and by line what was told of it. people: names, English and
    Khmer; None: no list. Groups of one: where a smaller group is put with others, rows lose their numbers and stand in the order of their letters."""
    files = {**BASE, "event.yml": BASE["event.yml"] + "least_group: 1\n", "forms/f.yml": form(OPEN),
             "reflections/f.csv": HEAD + "".join(f"{i + 1},d1s01,en,teacher,{quoted(a)},yes,yes\n" for i, a in enumerate(answers))}
    if people is not None:
        files["participants.csv"] = "id,name_en,name_km,consent_name\n" + "".join(f"p{i},{en},{km},no\n" for i, (en, km) in enumerate(people))
    base, out = write(folder("answers"), files), os.path.join(folder("answers-out"), "out")
    r = build(base, out, "-q", "--only", "report")
    check(r.returncode in (0, 1) and not crashed(r), "builds", text(r.stderr)[-400:])
    rows = list(csv.reader(attached(os.path.join(out, "report.pdf"), "answers-attached")["f.csv"].decode("utf-8-sig").splitlines(True)))
    told = {}
    for p in problems(out):
        if p["code"] in ("quote-name", "quote-mail", "quote-phone") and p["file"] == "reflections/f.csv": told.setdefault(p["line"], set()).add(p["code"])
    held = {int(row[0]): row[4] for row in rows[1:]}
    check(sorted(held) == list(range(1, len(answers) + 1)), "every answer is in the table", (len(held), len(answers)))
    return [held.get(i + 1, "") for i in range(len(answers))], told

MASKS = ("[name]", "[ឈ្មោះ]", "[e-mail]", "[អ៊ីមែល]", "[telephone]", "[លេខទូរសព្ទ]")

def holes(text): return sum(text.count(m) for m in MASKS)
