#!/usr/bin/env python3
"""A form service's export counts as the same sheets typed by ids do: grids, several choices in a cell, headers in both
languages on one line or two, a spreadsheet's nine ways of saving."""
import csv, io, os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sample"))
from lib import *
import sheets

FORM = """id: online
en: {title: The online form}
km: {title: ទម្រង់តាមអ៊ីនធឺណិត}
prompts:
  - {id: subjects, type: choices, en: Which subjects do you teach?, km: តើអ្នកបង្រៀនមុខវិជ្ជាអ្វីខ្លះ?, options: [{id: maths, en: "Maths, algebra and geometry", km: គណិតវិទ្យា}, {id: physics, en: Physics, km: រូបវិទ្យា}, {id: other, en: Other, km: ផ្សេងៗ}]}
  - {id: useful, type: scale, points: 5, en: The course was useful, km: វគ្គនេះមានប្រយោជន៍, low_en: Strongly disagree, low_km: មិនយល់ស្របខ្លាំង, high_en: Strongly agree, high_km: យល់ស្របខ្លាំង}
  - {id: pace, type: scale, points: 5, en: Pace, km: ល្បឿន, low_en: Strongly disagree, low_km: មិនយល់ស្របខ្លាំង, high_en: Strongly agree, high_km: យល់ស្របខ្លាំង}
  - {id: room1, type: scale, points: 5, en: "Rooms [Day 1]", km: "បន្ទប់ [ថ្ងៃទី១]"}
  - {id: room2, type: scale, points: 5, en: "Rooms [Day 2]", km: "បន្ទប់ [ថ្ងៃទី២]"}
  - {id: again, type: yesno, en: Would you come again?, km: តើអ្នកនឹងមកម្តងទៀតទេ?}
  - {id: words, type: open, en: Comments, km: យោបល់}
"""
BY_ID = [["subjects", "useful", "pace", "room1", "room2", "again", "words"],
         ["maths;physics", "5", "4", "3", "2", "yes", "ល្អណាស់។\nសូមអរគុណ \"ក្រុមការងារ\""],
         ["maths", "1", "5", "4", "4", "no", "Short; but good"],
         ["physics;other", "5", "1", "5", "1", "yes", ""]]
GOOGLE = [["Timestamp", "អ៊ីមែល / Email Address", "១. តើអ្នកបង្រៀនមុខវិជ្ជាអ្វីខ្លះ? / 1. Which subjects do you teach? (select all)",
           "២. ការយល់ឃើញ / Your view [វគ្គនេះមានប្រយោជន៍ / The course was useful]", "២. ការយល់ឃើញ / Your view [ល្បឿន / Pace]",
           "បន្ទប់ / Rooms [ថ្ងៃទី១ / Day 1]", "បន្ទប់ / Rooms [ថ្ងៃទី២ / Day 2]", "តើអ្នកនឹងមកម្តងទៀតទេ?\nWould you come again?", "យោបល់ / Comments"],
          ["15/01/2024 9:32:11", "t@example.org", "គណិតវិទ្យា / Maths, algebra and geometry, រូបវិទ្យា / Physics", "យល់ស្របខ្លាំង / Strongly agree", "៤", "3", "2", "បាទ / Yes", BY_ID[1][6]],
          ["15/01/2024 9:40:00", "", "Maths, algebra and geometry", "មិនយល់ស្របខ្លាំង / Strongly disagree", "Strongly agree", "4", "៤", "No", BY_ID[2][6]],
          ["16/01/2024 22:45:09", "", "រូបវិទ្យា, ផ្សេងៗ (Other: robotics, drones)", "5", "1 - slow", "5", "1", "ចាស", ""]]
MICROSOFT = [["ID", "Start time", "Completion time", "Email", "Name", "តើអ្នកបង្រៀនមុខវិជ្ជាអ្វីខ្លះ?\nWhich subjects do you teach?\u00a0", "The course was useful", "3. Pace", "Rooms [Day 1]", "Rooms [Day 2]",
              "Would you come again?", "Comments"],
             ["1", "x", "x", "anonymous", "", "Maths, algebra and geometry;Physics;", "Strongly agree", "4", "3", "2", "Yes", BY_ID[1][6]],
             ["2", "x", "x", "anonymous", "", "គណិតវិទ្យា;", "Strongly disagree", "5", "4", "4", "No", BY_ID[2][6]],
             ["3", "x", "x", "anonymous", "", "Physics;Other;", "Strongly agree", "1", "5", "1", "Yes", ""]]
KHMER = [[re.sub(r" / [^\[\]]*?(?= \[|\]|$)|\n.*", "", h) if i else h for i, h in enumerate(GOOGLE[0])]] + GOOGLE[1:]

def table(rows, delimiter=",", end="\r\n"):
    s = io.StringIO()
    csv.writer(s, delimiter=delimiter, lineterminator=end).writerows(rows)
    return s.getvalue()

def shown(name, form, data, ending=".csv", errors=0):
    """The digest as text, and the codes told; data may be bytes."""
    base = write(folder("export"), {"event.yml": sheets.EVENT, "programme.csv": sheets.PROGRAMME, f"forms/{form[0]}.yml": form[1],
                                    f"reflections/{form[0]}{ending}": data})
    d = sastra("dump", "tree", "reflections-digest", "-i", base)
    r = sastra("check", "-i", base)
    check(not crashed(d) and not crashed(r) and r.returncode <= errors, f"{name} is read", text(r.stdout)[-300:])
    return re.sub(r" \(reflections/[^)]*\)", "", text(d.stdout)), re.findall(r"\[([a-z-]+)\]$", text(r.stdout), re.M)

def difference(a, b): return next((f"{x} | {y}" for x, y in zip(a.splitlines(), b.splitlines()) if x != y), "")[:300]

want, told = shown("by ids", ("online", FORM), table(BY_ID))
check("3 of 3 answered" in want, "three sheets are counted", want[:400])
for name, rows in (("one service's export", GOOGLE), ("its Khmer header alone", KHMER), ("another service's export", MICROSOFT)):
    got, told = shown(name, ("online", FORM), table(rows))
    check(got == want, f"{name} counts the same", difference(want, got))
    check(told.count("reply-service") == 1 and not set(told) & {"reply-column", "answer-option", "answer-range", "csv-head-twice"}, f"{name}: only the service's own columns are left out", told)
two = [["Your view [Talks]", "Your view [Visits]"], ["5", "1"], ["4", "2"]]
view = "id: online\nen: {title: One}\nprompts:\n  - {id: q1, type: scale, points: 5, en: Your view}\n  - {id: q2, type: scale, points: 5, en: Visits}\n"
got, told = shown("a grid of which one row is asked", ("online", view), table(two))
check("mean 1.5 of 5" in got and told.count("reply-column-full") == 1, "the other row is no answer to the question as a whole", told)

# -- nine ways of saving -----------------------------------------------------------------------------------------------
UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
def misread(b, drop): return "".join(bytes([x]).decode("cp1252") if x not in UNDEFINED else "" if drop else chr(x) for x in b)
rows = list(csv.reader(io.StringIO(sheets.make(120, 5, bad=False)[0])))
c, s = table(rows), table(rows, ";")
WAYS = {"utf8": c.encode(), "utf8-bom": b"\xef\xbb\xbf" + c.encode(), "utf8-semicolon": s.encode(), "utf8-lf": table(rows, ",", "\n").encode(),
        "utf8-sep": b"sep=;\r\n" + s.encode(), "utf16le": b"\xff\xfe" + table(rows, "\t").encode("utf-16-le"), "mojibake": misread(c.encode(), False).encode()}
LOSSY = {"mojibake-lossy": misread(c.encode(), True).encode(), "ansi-lost": c.encode("cp1252", "replace")}
form = ("comments", sheets.form_text())
want, _ = shown("typed", form, c)
for name, data in WAYS.items():
    got, told = shown(name, form, data, ".txt" if name == "utf16le" else ".csv")
    check(got == want, f"{name}: the same digest, letter for letter", difference(want, got))
for name, data in LOSSY.items():
    got, told = shown(name, form, data, errors=1)
    check(any(t.startswith("encoding") for t in told), f"{name}: what is lost is told", told[:8])
done()
