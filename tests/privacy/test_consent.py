#!/usr/bin/env python3
"""Consent that is not certain is none: rows of participants and of reflections damaged by a cell too few or too many, at
every place. Nobody of a damaged row is named, nothing of a damaged sheet is quoted, printed or attached; all other rows
are as before."""
import os, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

FORM = """id: f
en: {title: Comments}
km: {title: មតិ}
prompts:
  - {id: q1, type: open, en: What did you notice?, km: តើឃើញអ្វី?}
  - {id: q2, type: yesno, en: Good?, km: ល្អ?}
"""
BASE = {"event.yml": "status: draft\nattach_sources: yes\nen: {title: The forum}\nkm: {title: វេទិកា}\n",
        "programme.csv": "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,talk,One,មួយ\n", "forms/f.yml": FORM}
PEOPLE = "id,honorific_en,honorific_km,name_en,name_km,role_en,role_km,organization,sex,consent_name,consent_photo".split(",")
SHEETS = "form_no,session,lang,role,q1,q2,quote_ok,legible".split(",")

def everything(base, *args):
    """Name → text of all that a build leaves, attachments too, and of what it prints."""
    out, found = os.path.join(folder("consent-out"), "out"), {}
    r = build(base, out, *args)
    check(r.returncode in (0, 1) and not crashed(r), "builds", text(r.stderr)[-400:])
    found["stderr"] = text(r.stdout + r.stderr)
    for name, data in files_of(out).items():
        if not name.endswith(".pdf"):
            found[name] = text(data)
            continue
        path, inside = os.path.join(out, name), folder("consent-attached")
        found[name] = pdftext(path)
        subprocess.run(["pdfdetach", "-saveall", "-o", inside, path], capture_output=True)
        for n, d in files_of(inside).items(): found[f"{name}:{n}"] = text(d)
    return found, problems(out)

def places(found, secret):
    secret = "".join(secret.split())
    return [name for name, t in found.items() if secret in "".join(t.split())]

def word(i): return "".join(chr(97 + int(d)) for d in f"{i:03d}")

def damaged(row, k):
    """Every third row whole; others with a cell lost or one more at each place in turn."""
    at = k // 3 % len(row)
    return row if k % 3 == 0 else row[:at] + row[at + 1:] if k % 3 == 1 else row[:at] + ["x"] + row[at:]

ROWS = 3 * 4 * len(PEOPLE)
people = [[f"p{i}", "Ms", "លោកស្រី", f"Zu{word(i)} Qo{word(i)}", "", "Mentor", "គ្រូ", "NGS", "F", "yes" if i % 3 == 0 else "no", "yes"] for i in range(ROWS)]
sheets = [[str(i + 1), "d1s01", "en", "teacher", f"The remark zq{word(i)}zq was made.", "yes", "yes" if i % 3 == 0 else "no", "yes"] for i in range(ROWS)]
lines = lambda head, rows: "".join(",".join(r) + "\n" for r in [head] + rows)
whole = [i for i in range(ROWS) if i % 3 == 0]
hurt = [i for i in range(ROWS) if i % 3]

# each person is thanked on a sheet of a table that is whole
thanks = [[str(i + 1), "d1s01", "en", "teacher", f"We thank Zu{word(i)} Qo{word(i)} for it.", "yes", "yes", "yes"] for i in hurt]
base = write(folder("consent"), dict(BASE, **{"participants.csv": lines(PEOPLE, [damaged(r, i) for i, r in enumerate(people)]),
                                              "reflections/f.csv": lines(SHEETS, thanks)}))
found, told = everything(base)
unknown = [i for i in hurt if people[i][3] not in damaged(people[i], i)] # the cell that is lost is the name
bad = [i for i in hurt if i not in unknown and places(found, people[i][3])]
check(len(unknown) == 4, "names lost whole", unknown)
check(not bad, "nobody of a damaged row is named", (len(bad), [(people[i][3], places(found, people[i][3])) for i in bad[:3]]))
lost = [i for i in whole if "report.pdf" not in places(found, people[i][3])]
check(not lost, "whoever agreed in a whole row is named", lost[:3])
lines_told = {p["line"] for p in told if p["code"] == "consent-row" and p["file"] == "participants.csv"}
check(lines_told == {i + 2 for i in hurt}, "each damaged row is told", sorted(lines_told ^ {i + 2 for i in hurt})[:5])

base = write(folder("consent"), dict(BASE, **{"reflections/f.csv": lines(SHEETS, [damaged(r, i) for i, r in enumerate(sheets)])}))
found, told = everything(base)
bad = [i for i in hurt if places(found, f"zq{word(i)}zq")]
check(not bad, "nothing of a damaged sheet is printed or attached", [(i, places(found, f"zq{word(i)}zq")) for i in bad[:3]])
lost = [i for i in whole if "report.pdf:f.csv" not in places(found, f"zq{word(i)}zq")]
check(not lost, "what may be quoted of a whole sheet is attached", lost[:3])
lines_told = {p["line"] for p in told if p["code"] == "consent-row" and p["file"] == "reflections/f.csv"}
check(lines_told == {i + 2 for i in hurt}, "each damaged sheet is told", sorted(lines_told ^ {i + 2 for i in hurt})[:5])
done()
