#!/usr/bin/env python3
"""Consent that is not certain is none: rows of participants and of reflections damaged by a cell too few or too many, at
every place. Nobody of a damaged row is named, nothing of a damaged sheet is quoted, printed or attached; all other rows
are as before. And names that are not known mask nothing: where a list of participants lies there and was not read, no
open answer leaves the input, and every place where answers would stand says so."""
import os, random, sys
sys.path[:0] = [os.path.join(os.path.dirname(os.path.abspath(__file__)), up) for up in ("..", ".")]
from lib import *
import sheet_file
from answers import BASE, OPEN, YESNO, attached, form

BASE = {**BASE, "forms/f.yml": form(OPEN + YESNO)}
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
        path = os.path.join(out, name)
        found[name] = pdftext(path)
        for n, d in attached(path, "consent-attached").items(): found[f"{name}:{n}"] = text(d)
    return found, problems(out)

def places(found, secret):
    secret = "".join(secret.split())
    return [name for name, t in found.items() if secret in "".join(t.split())]

def khmer(i): return "".join(chr(0x1780 + int(d)) for d in f"{i:03d}")
def word(i): return "".join(chr(97 + int(d)) for d in f"{i:03d}")

ROWS = 300
chance = random.Random(20230404)

def damaged(row):
    """A cell lost, or one more – a cross, a word, a yes, the same again, nothing – at any place."""
    at = chance.randrange(len(row))
    if chance.random() < 0.5: return row[:at] + row[at + 1:]
    return row[:at] + [chance.choice(["x", "words", "yes", row[at], "" if at + 1 < len(row) else "x"])] + row[at:]

def table(rows, hurt): return [damaged(r) if i in hurt else r for i, r in enumerate(rows)]

# the last cell is empty in every fifth row: one cell more makes no row longer there than its head's names
photo = lambda i: "" if i % 5 == 0 else "yes"
people = [[f"p{i}", "Ms", "លោកស្រី", f"Zu{word(i)} Qo{word(i)}", f"ហ្ស៊ូ{khmer(i)} ឃ្វ៉ូ{khmer(i)}", "Mentor", "គ្រូ", "NGS", "F" if i % 4 else "M",
           "yes" if i % 3 == 0 else "no", photo(i)] for i in range(ROWS)]
sheets = [[str(i + 1), "d1s01", "en", "teacher", f"The remark zq{word(i)}zq was made.", "yes", "yes" if i % 3 == 0 else "no", photo(i)] for i in range(ROWS)]
lines = lambda head, rows: "".join(",".join(r) + "\n" for r in [head] + rows)
hurt = set(chance.sample(range(ROWS), ROWS // 2))
whole = [i for i in range(ROWS) if i not in hurt]
def told_of(told, name, *wanted): return {p["line"] for p in told if p["code"] in wanted and p["file"] == name}

# each person is thanked on a sheet of a table that is whole
thanks = [[str(i + 1), "d1s01", "en", "teacher", f"We thank Zu{word(i)} Qo{word(i)} for it.", "yes", "yes", "yes"] for i in sorted(hurt)]
rows = table(people, hurt)
base = write(folder("consent"), dict(BASE, **{"participants.csv": lines(PEOPLE, rows), "reflections/f.csv": lines(SHEETS, thanks)}))
found, told = everything(base)
bad = [i for i in hurt if people[i][3] in rows[i] and places(found, people[i][3])]
check(not bad, "nobody of a damaged row is named", (len(bad), [(rows[i], places(found, people[i][3])) for i in bad[:3]]))
bad = [i for i in range(ROWS) if people[i][9] == "no" and places(found, people[i][4])]
check(not bad, "nobody is named who said no", [rows[i] for i in bad[:3]])
lost = [i for i in whole if people[i][9] == "yes" and "report.pdf" not in places(found, people[i][3])]
check(not lost, "whoever agreed in a whole row is named", lost[:3])
out, fitted = told_of(told, "participants.csv", "csv-row-out"), told_of(told, "participants.csv", "consent-row")
check(out | fitted == {i + 2 for i in hurt} and not out & fitted, "each damaged row is told", sorted((out | fitted) ^ {i + 2 for i in hurt})[:5])
check(len(out) > 20 and len(fitted) > 20, "some fit in one way, others do not", (len(out), len(fitted)))
said = "".join(found["report.en.pdf"].split())
check(f"{ROWS - len(out)}participants" in said and f"notcounted:{len(out)}." in said, "totals say how many are not counted", said[-2000:])
women = sum(people[i][8] == "F" for i in range(ROWS) if i + 2 not in out and "F" in rows[i][6:])
check(f"{ROWS - len(out)}participants,ofwhom{women}women" in said, "whoever is counted is counted as what they are", women)

rows = table(sheets, hurt)
base = write(folder("consent"), dict(BASE, **{"reflections/f.csv": lines(SHEETS, rows)}))
found, told = everything(base)
bad = [i for i in hurt if places(found, f"zq{word(i)}zq")]
check(not bad, "nothing of a damaged sheet is printed or attached", [(rows[i], places(found, f"zq{word(i)}zq")) for i in bad[:3]])
bad = [i for i in range(ROWS) if sheets[i][6] == "no" and places(found, f"zq{word(i)}zq")]
check(not bad, "nothing is quoted of who said no", bad[:3])
lost = [i for i in whole if sheets[i][6] == "yes" and sheets[i][7] and "report.pdf:f.csv" not in places(found, f"zq{word(i)}zq")]
check(not lost, "what may be quoted of a whole sheet is attached", lost[:3])
out, fitted = told_of(told, "reflections/f.csv", "csv-row-out"), told_of(told, "reflections/f.csv", "consent-row")
check(out | fitted == {i + 2 for i in hurt} and not out & fitted, "each damaged sheet is told", sorted((out | fitted) ^ {i + 2 for i in hurt})[:5])
check(f"{ROWS}formsreceived:{ROWS - len(out)}readandcounted,{len(out)}leftout" in "".join(found["report.en.pdf"].split()),
      "totals say how many sheets are left out", (len(out), len(fitted)))

# in a spreadsheet every row is as wide as the widest: a cell was deleted, or put in, anywhere before the consents
def moved(row, i):
    at = 1 + i // 10 % 8
    return row[:at] + row[at + 1:] + [""] if i % 2 else row[:at] + [""] + row[at:]
hurt = {i for i in range(ROWS) if i % 10 in (3, 6)}
rows = [moved(r, i) if i in hurt else r for i, r in enumerate([*p[:9], "no", "yes"] if i in hurt else p for i, p in enumerate(people))]
base = write(folder("consent"), dict(BASE, **{"participants.xlsx": sheet_file.xlsx(sheet_file.rows_of(lines(PEOPLE, rows)))}))
found, told = everything(base, "--only", "report.en")
bad = [i for i in hurt if places(found, people[i][3])]
check(not bad, "a photo's consent that moved under the name's names nobody", (len(bad), [rows[i] for i in bad[:3]]))
lost = [i for i in range(ROWS) if i not in hurt and people[i][9] == "yes" and "report.en.pdf" not in places(found, people[i][3])]
check(not lost, "whoever agreed in another row is named", lost[:3])
said = {p["line"] for p in told if p["code"] == "csv-shifted"}
check(len(said) > 20, "rows whose cells moved are told", len(said))

# a consent that was deleted, so that the photo's moved under it, in tables of few rows: nothing shows it but that the row ends early
for many in range(3, 13):
    some = [[*p[:9], "no" if i == many // 2 else "yes", "yes"] for i, p in enumerate(people[:many])]
    some[many // 2] = some[many // 2][:9] + ["yes", ""]
    base = write(folder("consent"), dict(BASE, **{"participants.xlsx": sheet_file.xlsx(sheet_file.rows_of(lines(PEOPLE, some)))}))
    found, told = everything(base, "--only", "report.en")
    early = {p["line"] for p in told if p["code"] == "csv-early"}
    named = [i for i, r in enumerate(some) if "report.en.pdf" in places(found, r[3])]
    check(len(early) == 1 and named == [i for i in range(many) if i != many // 2], f"of {many} rows the one that ends early gives no consent", (early, named))

HEAD = ",".join(PEOPLE) + "\n"
LISTED = ("p1,Mr,លោក,Zorba Quixley,ហ្សូបា ឃ្វីសលី,Secretrole,,Secretorg,M,no,no\n"
        "p2,Ms,,Dupli Cateson,,,,,F,no,no\np3,Ms,,Thirdly Nomanson,,,,,F,no,no\n")
SECRETS = ["Quixley", "ឃ្វីសលី", "Cateson", "Nomanson", "Secretrole"]
SAID = {"reflections/f.csv": ",".join(SHEETS) + "\n" + "".join(
    f"Nomanson{i},d1s01,en,friend of Cateson,We thank Zorba Quixley {i} for zq{word(i)}zq.,{'yes' if i < 5 else 'no'},yes,yes\n" for i in range(8))}
UNREAD = {
    "no header": {"participants.csv": LISTED},
    "names in another column": {"participants.csv": "id,name_en,Full name,consent_name\n1,,Zorba Quixley,no\n2,,Dupli Cateson,no\n"},
    "bytes": {"participants.csv": b"PK\x03\x04\x00\x00\x08" + bytes(range(256)) * 9},
    "empty": {"participants.csv": " \n"},
    "a folder": {"participants.csv/list.csv": HEAD + LISTED},
    "a link to nowhere": {},
    "an empty one beside the right one": {"participants.csv": HEAD, "participants (1).csv": HEAD + LISTED},
    **{name: {name: HEAD + LISTED} for name in (
        "participants.txt", "participants.pdf", "participants of the dinner.csv.docx")},
    "two that may be it": {"participants (1).csv": HEAD + LISTED, "Participants list.csv": HEAD + LISTED},
    "a family name alone": {"participants.csv": "id,Surname,consent_name\n1,Quixley,no\n2,Cateson,no\n"},
    "no header, under another name": {"participants-v2.csv": LISTED},
    **{name: {name: b"PK\x03\x04" + bytes(range(256)) * 4} for name in ("participants.xlsx", "participants.ods")}}
KNOWN = {"participants.csv": {"participants.csv": HEAD + LISTED},
         "a title above": {"participants.csv": "List of participants\n\n" + HEAD.replace(",", ";") + LISTED.replace(",", ";")},
         "bars for commas": {"participants.csv": (HEAD + LISTED).replace(",", "|")},
         "a quoted separator": {"participants.csv": '"sep=;"\r\n' + (HEAD + LISTED).replace(",", ";")}, "PARTICIPANTS.CSV": {"PARTICIPANTS.CSV": HEAD + LISTED},
         "participants.csv.txt": {"participants.csv.txt": HEAD + LISTED}, "UTF-16 and semicolons": {"participants.csv": ("\ufeff" + (HEAD + LISTED).replace(",", ";")).encode("utf-16-le")},
         "one name in Khmer": {"participants.csv": "name_km,consent_name\nហ្សូបា ឃ្វីសលី,no\n"},
         "one list of people by its columns": {"people.csv": HEAD + LISTED},
         **{name: {name: HEAD + LISTED} for name in (
             "participants (1).csv", "participants - Copy.csv", "Copy of participants.csv", "Participants list.csv", "participants-v2.csv",
             "LIST OF PARTICIPANTS.CSV", "participants.tsv", "particpants.csv", "បញ្ជីអ្នកចូលរួម.csv")},
         "names of columns that are not known": {"participants.csv": "No,Full name,Khmer name,consent\n1,Zorba Quixley,ហ្សូបា ឃ្វីសលី,no\n"},
         "given and family name": {"participants.csv": "id,family_name,given_name,consent_name\n1,Quixley,Zorba,no\n"},
         "another list beside it": {"participants.csv": HEAD + LISTED, "participants (1).csv": HEAD + LISTED},
         "another list that differs": {"participants.csv": HEAD + "p9,,,Other Person,,,,,,no,no\n", "participants (1).csv": HEAD + LISTED},
         **{f"a second name under “{head}”": {"participants.csv": f"ល.រ,ឈ្មោះ,{head},consent_name\n1,ហ្សូបា ឃ្វីសលី,Zorba Quixley,no\n2,ឌូប,Dupli Cateson,no\n"}
            for head in ("អក្សរឡាតាំង", "Latin script", "In English", "Romanized", "name_en2", "Signature name", "Col3", "")}}
WITHHELD, KHMER = "Open answers are not shown", "ចម្លើយសរសេរដោយសេរីមិនបានបង្ហាញទេ"

def codes(told): return {p["code"]: p["file"] for p in told}

for kind, files in UNREAD.items():
    base = write(folder("unread"), {**BASE, **SAID, **files})
    if not files: os.symlink("nowhere.csv", os.path.join(base, "participants.csv"))
    found, told = everything(base)
    leaks = {s: places(found, s) for s in SECRETS + [f"zq{word(i)}zq" for i in range(8)] if places(found, s)}
    check(not leaks, f"{kind}: nothing is told of what people wrote", leaks)
    check(codes(told).get("participants-unread") in (*files, "participants.csv"), f"{kind}: told", codes(told))
    silent = [n for n in found if n.endswith(".pdf") and (n.startswith("report") or "reflections" in n)
              and "".join(WITHHELD.split()) not in "".join(found[n].split()) and "".join(KHMER.split()) not in "".join(found[n].split())]
    check(not silent, f"{kind}: each document says that answers are withheld", silent)
    counts = "".join(found["report.en.pdf"].split())
    check("8formsreceived" in counts and "Yes63%(5)" in counts and "No38%(3)" in counts, f"{kind}: what is counted stays", counts[-900:])

if os.getuid():
    base = write(folder("unread"), {**BASE, **SAID, "participants.csv": HEAD + LISTED})
    os.chmod(os.path.join(base, "participants.csv"), 0)
    found, told = everything(base)
    check(not any(places(found, s) for s in SECRETS) and "participants-unread" in codes(told), "no leave to read it", codes(told))

for kind, files in KNOWN.items():
    found, told = everything(write(folder("known"), {**BASE, **SAID, **files}), "--only", "report.en")
    check("report.en.pdf:f.csv" in places(found, "zqaaazq") and not {"participants-unread", "participants-none"} & set(codes(told)), f"{kind}: read", codes(told))
    check(not places(found, "ឃ្វីសលី") and (kind == "one name in Khmer" or not places(found, "Quixley")), f"{kind}: masked", places(found, "Quixley"))

# What many have is no name, whatever its head.
some = "".join(f"Sample Person{c},{['Science Teacher', 'School Director'][k % 2]},no\n" for k, c in enumerate("abcdefgh"))
files = {"participants.csv": "name_en,Works as,consent_name\n" + some, "reflections/f.csv": SAID["reflections/f.csv"].replace("Zorba Quixley", "the Science Teacher")}
found, told = everything(write(folder("known"), {**BASE, **files}), "--only", "report.en")
check(places(found, "Science Teacher"), "roles under a head that is not known stay", codes(told))

found, told = everything(write(folder("known"), {**BASE, **SAID}), "--only", "report.en")
check("report.en.pdf:f.csv" in places(found, "zqaaazq") and "participants-none" in codes(told), "no list at all: quoted, with a warning", codes(told))
for kind, files in {"no answers": {}, "no open answers": {"reflections/f.csv": "form_no,q2\n1,yes\n"},
                    "no answers, another list": {"participants (1).csv": HEAD + LISTED}}.items():
    told = everything(write(folder("known"), {**BASE, **files}), "--only", "report.en")[1]
    check(not {"participants-none", "participants-unread"} & set(codes(told)), f"{kind}: nothing to warn of", codes(told))
done()
