#!/usr/bin/env python3
"""A ranking from the blank sheet to the attached table, in both languages: what is typed in the ways that people and form
services type it counts as places, what cannot be an order is told and counted out, and no small group shows."""
import csv, io, os, re, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sample"))
from lib import *
import sheets

FORM = """id: wishes
en: {title: What comes first}
km: {title: អ្វីមុនគេ}
prompts:
  - id: order
    type: ranking
    most: 3
    en: What should come first?
    km: តើអ្វីគួរមកមុនគេ?
    options:
      - {id: hours, en: Hours in the timetable, km: ម៉ោងក្នុងកាលវិភាគ}
      - {id: khmer, en: "Material in Khmer; printed", km: ឯកសារជាភាសាខ្មែរ}
      - {id: training, en: "Training, once a month", km: ការបណ្តុះបណ្តាល}
      - {id: visits, en: Visits to other schools, km: ទស្សនកិច្ចទៅសាលាដទៃ}
      - {id: labs, en: Laboratories, km: បន្ទប់ពិសោធន៍}
  - {id: again, type: yesno, en: Again?, km: ម្តងទៀត?}
"""
TYPED = (["hours>khmer>training"] * 7 + ["Laboratories › Hours in the timetable"] * 6 + ["ឯកសារជាភាសាខ្មែរ;ម៉ោងក្នុងកាលវិភាគ;"] * 3
         + ["Training, once a month\nMaterial in Khmer; printed\nបន្ទប់ពិសោធន៍", "labs > labs", "hours>khmer>training>labs", "hours > a helicopter", ""])
IDS = ["hours>khmer>training"] * 7 + ["labs>hours"] * 6 + ["khmer>hours"] * 3 + ["training>khmer>labs"] + [""] * 4
# What was put first the most often stands first: option, put first, placed, mean place.
WANT = [("Hours in the timetable", "ម៉ោងក្នុងកាលវិភាគ", "7", "16", "1.6"), ("Laboratories", "បន្ទប់ពិសោធន៍", "6", "7", "1.3"),
        ("Material in Khmer; printed", "ឯកសារជាភាសាខ្មែរ", "3", "11", "1.7"), ("Training, once a month", "ការបណ្តុះបណ្តាល", "1", "8", "2.8"),
        ("Visits to other schools", "ទស្សនកិច្ចទៅសាលាដទៃ", "0", "0", "–")]
KM = str.maketrans("0123456789.", "០១២៣៤៥៦៧៨៩,")

table = io.StringIO()
rows = [["form_no", "session", "lang", "role", "order", "again", "quote_ok", "legible"]]
# Two of the sheets are of a session that nobody else wrote on: too few to show.
rows += [[i + 1, "d2s02" if i in (0, 8) else "d1s01", "km" if i % 2 else "en", "teacher", typed, "yes", "yes", "yes"] for i, typed in enumerate(TYPED)]
csv.writer(table, lineterminator="\r\n").writerows(rows)
base = write(folder("ranking"), {"event.yml": sheets.EVENT, "programme.csv": sheets.PROGRAMME, "forms/wishes.yml": FORM, "reflections/wishes.csv": table.getvalue()})
out = os.path.join(folder("ranking-out"), "out")
r = build(base, out, "-q", "--only", "report,reflections-digest,reflections-slides,form-wishes")
check(r.returncode == 0, "a form with a ranking builds", text(r.stderr)[-300:])
tree = {d: text(sastra("dump", "tree", d, "-i", base).stdout) for d in ("report", "report.en", "reflections-digest", "reflections-slides", "form-wishes")}

# -- typing in ---------------------------------------------------------------------------------------------------------
head = text(sastra("template", "wishes", "-i", base).stdout)
check(head == "form_no,session,lang,role,order,again,themes,quote_ok,legible\r\n", "the table to type into has a column for it", head)
told = [(p["code"], p["line"]) for p in problems(out) if p["code"].startswith("answer-")]
check(told == [("answer-place-twice", 21), ("answer-places", 22), ("answer-option", 23)], "what is no order is told at its row", told)

# -- the blank sheet ---------------------------------------------------------------------------------------------------
sheet = tree["form-wishes"]
check("(write numbers in the boxes from 1 to 3: 1 is what you put first)" in sheet and "(សូមសរសេរលេខក្នុងប្រអប់ពី ១ ដល់ ៣៖" in sheet, "the blank sheet says how, in both languages")
check(all(f'option "{km}" | "{en}"@en' in sheet for en, km, *_ in WANT), "each option has its box on the blank sheet")

# -- what it says ------------------------------------------------------------------------------------------------------
def bar(n): return f"{WANT[n][0]} (placed by {WANT[n][3]}, mean place {WANT[n][4]})"
def bar_km(n): return f"{WANT[n][1]} (ដោយ {WANT[n][3].translate(KM)} នាក់ លំដាប់មធ្យម {WANT[n][4].translate(KM)})"
for doc in ("report", "reflections-digest", "reflections-slides"):
    check("17 of 21 answered · first places" in tree[doc], f"{doc}: how many answered, and what the bars count")
    check(all(f'"{bar_km(n)}"@km | "{bar(n)}"@en {WANT[n][2]} of 17' in tree[doc] for n in range(4)), f"{doc}: a bar an option in both languages")
    check('"Visits to other schools (placed by nobody)"@en 0 of 17' in tree[doc], f"{doc}: an option without a place is not taken for the last")
    at = [tree[doc].index(w[0]) for w in WANT]
    check(at == sorted(at), f"{doc}: the most often first stands first", at)
annex = tree["report.en"][tree["report.en"].rindex("#annex-results-wishes"):]
rows = [re.findall(r'cell(?: en)?(?: "([^"]*)")?', row) for row in re.split(r"\n +row\b", annex)[1:5]]
check(rows[0] == ["17 of 21 answered · first places", "Answers"] + [f"({c})" for c in "abcde"], "the annex marks the columns", rows[0])
check('caption en "' + " · ".join(f"({c}) {w[0]}" for c, w in zip("abcde", WANT)) + '"' in annex, "and names the marks above, in the columns' order", re.findall(r"caption[^\n]*", annex)[:1])
check(rows[1] == ["Put first", "17"] + [w[2] for w in WANT], "holds first places", rows[1])
check(rows[2:] == [["Placed", ""] + [w[3] for w in WANT], ["Mean place", ""] + [w[4] for w in WANT]], "places and means", rows[2:])
by = re.search(r"By language.*?(?=h3|$)", annex, re.S)
groups = [list(map(int, m)) for m in re.findall(r'row\n\s*cell(?: en)? "(?:Khmer|English)"' + r'[^\n]*\n\s*cell(?: en)? "(\d+)"' * 6, by[0] if by else "")]
check(len(groups) == 2 and [sum(g) for g in zip(*groups)] == [17, 7, 6, 3, 1, 0], "groups by language add up, in the table's order", groups)
check("Session 02" not in annex, "two sheets of a session are no group", re.findall(r"[^\n]*Session 02[^\n]*", annex)[:2])

# -- attached ----------------------------------------------------------------------------------------------------------
inside = folder("ranking-inside")
subprocess.run(["pdfdetach", "-saveall", "-o", inside, os.path.join(out, "report.pdf")], capture_output=True)
with open(os.path.join(inside, "wishes.csv"), encoding="utf-8-sig", newline="") as f: attached = [row["order"] for row in csv.DictReader(f)]
check(sorted(attached) == sorted(IDS), "the attached table joins the ids by >, the first place first", attached)
again = write(folder("ranking-again"), {"event.yml": sheets.EVENT, "programme.csv": sheets.PROGRAMME, "forms/wishes.yml": FORM,
                                        "reflections/wishes.csv": files_of(inside)["wishes.csv"]})
digest = text(sastra("dump", "tree", "reflections-digest", "-i", again).stdout)
charts = [re.findall(r"chart bar.*", t)[0] for t in (tree["reflections-digest"], digest)]
check(charts[0] == charts[1], "which, read again, counts the same", charts)
done()
