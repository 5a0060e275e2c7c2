#!/usr/bin/env python3
"""One definition of a form makes the blank sheet, the table's head, the digest and the annex: what is changed in it
changes in all of them."""
import os, re, shutil, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

def letters(t): return "".join(c for c in t if not c.isspace() and c not in "\u200b\u2060\u00ad")

base = os.path.join(folder("definition"), "input")
shutil.copytree(SAMPLE, base)
path = os.path.join(base, "forms", "comments.yml")
with open(path, encoding="utf-8") as f: form = f.read()
edits = [("What did you notice?", "What surprised you most today?"), ("How useful was the session for your own work?", "How useful was it at your school?"),
         ("Which question do you still have?", "Which question is still open?"), ("Of little use", "Hardly of any use"),
         ("តើលោកអ្នកនៅមានសំណួរអ្វីទៀត?", "តើនៅមានសំណួរអ្វីទៀតដែលលោកអ្នកចង់សួរ?")]
for old, new in edits:
    check(old in form, f"the sample asks: {old}")
    form = form.replace(old, new)
form = re.sub(r"\n  - id: q5\n", "\n  - id: later\n", form)
with open(path, "w", encoding="utf-8") as f: f.write(form)
for name in os.listdir(os.path.join(base, "reflections")):
    if not name.startswith("comments"): os.remove(os.path.join(base, "reflections", name))

out = os.path.join(folder("definition-out"), "out")
r = build(base, out, "-q")
check(r.returncode in (0, 1) and not crashed(r), "builds", text(r.stderr)[-300:])
pages = {n: letters(pdftext(os.path.join(out, n))) for n in ("handouts/form-comments.pdf", "handouts/form-comments-a5.pdf", "handouts/reflections-digest.pdf", "report.pdf")}
# What is answered in words stands in the digest under themes; its prompt is named where the side has room.
TICKED = (edits[1], edits[3])
for old, new in edits:
    for name, t in pages.items():
        if "digest" not in name or (old, new) in TICKED: check(letters(new) in t, f"{name}: {new}")
        check(letters(old) not in t, f"{name} no longer: {old}")
shown = stext(os.path.join(out, "handouts/reflections-slides.pdf"))
sizes = [run.size for _, _, lines in shown for _, line in lines for run in line]
check(len(sizes) > 20 and min(sizes) >= 14, "no letter on a slide is under 14 pt", str(min(sizes, default=0)))
check(len(shown) >= 5, "the slides are several")
page = text(files_of(out)["index.html"])
for name, en, km in (("form-comments.pdf", "Form: Comments and questions<", "ទម្រង់៖ មតិយោបល់ និងសំណួរ<"),
                     ("form-comments-a5.pdf", "Form: Comments and questions, A5<", "ទម្រង់៖ មតិយោបល់ និងសំណួរ ទំហំ A5<")):
    entry = page[page.index(f'href="handouts/{name}"'):]
    entry = entry[:entry.index("</a>")]
    check(en in entry and km in entry, f"the download page calls {name} by its title", entry)
check("comments-a5<" not in page, "and no form by its file")
head = text(sastra("template", "comments", "-i", base).stdout)
check(head == "form_no,session,lang,role,q1,q2,q3,q4,later,themes,quote_ok,legible\r\n", "template", head)
done()
