#!/usr/bin/env python3
"""What no file shows by itself is told once, where it is, with a cure that works when it is followed; and nothing is told of a
sound folder. Made-up names and places, all of them."""
import os, re, struct, sys, zlib
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
def png(grey): return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 9, 9, 8, 0, 0, 0, 0)) +
                       chunk(b"IDAT", zlib.compress((b"\0" + bytes([grey]) * 9) * 9)) + chunk(b"IEND", b""))
EN, KM = "sessions/d1s01-opening.en.md", "sessions/d1s01-opening.km.md"
HEAD = SMALL["programme.csv"]
TALK = HEAD + "1,09:00,10:00,d1s02,talk,A talk,ការបង្ហាញ\n"
ROOMS = HEAD.replace("title_km\n", "title_km,room\n").replace("ពិធីបើក\n", "ពិធីបើក,Main hall\n")
SPEAKERS = HEAD.replace("title_km\n", "title_km,speakers_en,speakers_km\n").replace("ពិធីបើក\n", "ពិធីបើក,%s,%s\n")
LIST = "id,honorific_en,honorific_km,name_en,name_km,organization,sex,consent_name\n"
SOK, KEO = "p1,Mr,លោក,Sampleman Dararith,សាំផលមែន ដារារិទ្ធ,,m,yes\n", "p2,Ms,លោកស្រី,Keopatra Examply,កែវប៉ាត្រា អ៊ិចសាំភ្លី,,f,yes\n"
def en(text): return {EN: "# Opening\n\n" + text + "\n"}
def km(text): return {KM: "# ពិធីបើក\n\n" + text + "\n"}
GLOSSARY = {"glossary.csv": "term_en,term_km\nlesson study,ការសិក្សាមេរៀន\n"}
ORGS = "acronym,name_en,name_km\nSAMO,Sample Organization,អង្គការគំរូ\n"
FORM = "id: f\nen: {title: A form}\nkm: {title: ទម្រង់}\nprompts:\n  - {id: q1, type: open, en: What?, km: អ្វី?}\n  - {id: q2, type: open, en: Why?%s}\n  - {id: q3, type: open, en: How?%s}\n"
SHEETS = "form_no,q1,quote_ok\n1,A long answer,no\n2,Another one,no\n"
PHOTOS = {"photos/a.png": png(40), "photos/photos.csv": "file,caption_en,caption_km,alt_en,alt_km\na.png,A,ក,A board,ក្តារ\n"}

# name: what is told, where (file, line; 0 for the file), the files, and what cures it (None takes a file away)
CASES = [
    ("a session without notes", "session-noteless", "programme.csv", 3, {"programme.csv": TALK}, {"sessions/d1s02-a.en.md": "# A talk\n\nIt was short.\n", "sessions/d1s02-a.km.md": "# ការបង្ហាញ\n\nវាខ្លី។\n"}),
    ("many sessions without notes", "session-noteless-many", "programme.csv", 3, {"programme.csv": HEAD + "".join(f"1,{9+i:02d}:00,{9+i:02d}:30,d1s{i+2:02d},talk,Talk,ការ\n" for i in range(7))}, {"event.yml": SMALL["event.yml"] + "phase: before\n"}),
    ("a note for no session", "note-session", "sessions/d1s08-more.km.md", 0, {"sessions/d1s08-more.en.md": "# More\n\nWords.\n", "sessions/d1s08-more.km.md": "# ទៀត\n\nពាក្យ។\n"}, {"programme.csv": HEAD + "1,09:00,,d1s08,talk,More,ទៀត\n"}),
    ("a day beyond the event's", "session-beyond", "programme.csv", 3, {"programme.csv": HEAD + "3,08:00,,d3s01,closing,End,ពិធីបិទ\n"}, {"event.yml": SMALL["event.yml"].replace("04-05]", "04-05, 2023-04-06]")}),
    ("a note of another day", "note-date", EN, 2, {EN: "---\ndate: 2023-05-04\n---\n# Opening\n\nThe forum began.\n"}, {EN: "---\ndate: 2023-04-04\n---\n# Opening\n\nThe forum began.\n"}),
    ("two sessions in one room", "session-overlap", "programme.csv", 4, {"programme.csv": ROOMS + "1,08:10,08:20,,break,Tea,តែ,Hall 2\n1,08:30,09:30,,break,Coffee,កាហ្វេ,main hall\n"}, {"programme.csv": ROOMS + "1,09:00,09:30,,break,Coffee,កាហ្វេ,main hall\n"}),
    ("a short session inside a long one", "session-overlap", "programme.csv", 3, {"programme.csv": ROOMS + "1,08:10,08:20,,break,Tea,តែ,Main hall\n"}, {"programme.csv": ROOMS + "1,08:10,08:20,,break,Tea,តែ,Hall 2\n"}),
    ("a session that ends before it starts", "session-backwards", "programme.csv", 3, {"programme.csv": HEAD + "1,09:00,08:30,,break,Coffee,កាហ្វេ\n"}, {"programme.csv": HEAD + "1,09:00,09:30,,break,Coffee,កាហ្វេ\n"}),
    ("a title in one language", "title-one-language", "programme.csv", 3, {"programme.csv": HEAD + "1,09:00,09:30,,break,Coffee,\n"}, {"programme.csv": HEAD + "1,09:00,09:30,,break,Coffee,កាហ្វេ\n"}),
    ("titles in one language", "title-one-language-many", "programme.csv", 3, {"programme.csv": HEAD + "1,09:00,09:30,,break,Coffee,\n1,10:00,10:30,,break,Lunch,\n"}, {"programme.csv": HEAD}),
    ("the event's title in one language", "event-one-language", "event.yml", 4, {"event.yml": SMALL["event.yml"].replace("km: {title: វេទិកាតូច}\n", "")}, {}),
    ("an organization's name in one language", "title-one-language", "organizations.csv", 3, {"organizations.csv": ORGS + "SECO,Second Organization,\n"}, {"organizations.csv": ORGS}),
    ("a note's title in one language", "note-untitled", KM, 0, {KM: "វេទិកាបានចាប់ផ្តើម។\n"}, {}),
    ("a form in one language, told once", "form-one-language", "forms/f.yml", 6, {"forms/f.yml": FORM % ("", "")}, {"forms/f.yml": FORM % (", km: ហេតុអ្វី?", ", km: ម៉េច?")}),
    ("a note in the other language", "note-not-english", EN, 0, en("វេទិកាបានចាប់ផ្តើមនៅម៉ោងប្រាំបីព្រឹក ដោយមានសុន្ទរកថាខ្លី។").__class__({EN: "# ពិធីបើក\n\nវេទិកាបានចាប់ផ្តើមនៅម៉ោងប្រាំបីព្រឹក។\n"}), {}),
    ("a paragraph in the other language", "paragraph-language", KM, 5, km("វេទិកាបានចាប់ផ្តើម។\n\nThe teachers of the school said that they want to have more time for it."), {}),
    ("paragraphs in the other language", "paragraphs-language", EN, 5, en("The forum began.\n\nគ្រូបង្រៀនបាននិយាយថា ពួកគាត់ចង់បានពេលច្រើនជាងនេះ។\n\nគ្រូបង្រៀនបាននិយាយថា ពួកគាត់ចង់បានពេលច្រើនជាងនេះ។"), {}),
    ("a copy of a note", "file-copy", "sessions/d1s01-opening.en (1).md", 0, {"sessions/d1s01-opening.en (1).md": SMALL[EN]}, {"sessions/d1s01-opening.en (1).md": None}),
    ("a copy of a note, changed", "file-copy-changed", "sessions/d1s01-opening (2).en.md", 0, {"sessions/d1s01-opening (2).en.md": "# Opening\n\nAn older text.\n"}, {"sessions/d1s01-opening (2).en.md": None}),
    ("a copy of a table", "file-copy", "programme - Copy.csv", 0, {"programme - Copy.csv": HEAD}, {"programme - Copy.csv": None}),
    ("a copy, its name in front", "file-copy", "Copy of programme.csv", 0, {"Copy of programme.csv": HEAD}, {"Copy of programme.csv": None}),
    ("a copy, by a Khmer Windows", "file-copy", "programme - ច្បាប់ចម្លង.csv", 0, {"programme - ច្បាប់ចម្លង.csv": HEAD}, {"programme - ច្បាប់ចម្លង.csv": None}),
    ("an editor's copy", "file-copy", "programme.csv~", 0, {"programme.csv~": HEAD}, {"programme.csv~": None}),
    ("a backup", "file-copy-changed", "sessions/d1s01-opening.en.md.bak", 0, {EN + ".bak": "# Opening\n\nOld.\n"}, {EN + ".bak": None}),
    ("sheets that are there twice", "file-copy", "reflections/f-evening.csv", 0, {"forms/f.yml": "id: f\nen: {title: A form}\nkm: {title: ទម្រង់}\nprompts:\n  - {id: q1, type: open, en: What?, km: អ្វី?}\n", "participants.csv": LIST + SOK, "reflections/f-day.csv": SHEETS, "reflections/f-evening.csv": SHEETS}, {"reflections/f-evening.csv": None}),
    ("a photo that is there twice", "file-copy", "photos/b.png", 0, {**PHOTOS, "photos/b.png": png(40)}, {"photos/b.png": None}),
    ("a picture beside notes", "picture-elsewhere", "sessions/b.png", 0, {"sessions/b.png": png(1)}, en("The forum began.\n\n![A board](b.png)") | km("វេទិកាបានចាប់ផ្តើម។\n\n![ក្តារ](sessions/b.png)")),
    ("a picture at the top", "picture-elsewhere", "b.png", 0, {"b.png": png(1)}, {"b.png": None, **PHOTOS}),
    ("pictures in a folder of photos", "pictures-elsewhere", "photos/day1", 0, {f"photos/day1/{i}.png": png(i) for i in range(5)}, {f"photos/day1/{i}.png": None for i in range(5)}),
    ("a picture in a folder of photos", "picture-elsewhere", "photos/day1/b.png", 0, {"photos/day1/b.png": png(1)}, {"photos/photos.csv": "file,caption_en,caption_km,alt_en,alt_km\nb.png,A,ក,A board,ក្តារ\n"}),
    ("a term translated otherwise", "term-otherwise", KM, 3, {**GLOSSARY, **en("Lesson studies take time."), **km("ការស្រាវជ្រាវមុខវិជ្ជាត្រូវការពេល។")}, km("ការសិក្សាមេរៀនត្រូវការពេល។")),
    ("a number that differs", "figure-differs", KM, 3, {**en("The school has 1,450 students in 12 rooms."), **km("សាលាមានសិស្ស ១.៥៤០ នាក់ ក្នុង ១២ បន្ទប់។")}, km("សាលាមានសិស្ស ១.៤៥០ នាក់ ក្នុងដប់ពីរបន្ទប់។")),
    ("a number that is missing", "figure-differs", EN, 3, {**en("The school has 450 students."), **km("សាលាមានសិស្សច្រើន។")}, km("សាលាមានសិស្ស ៤៥០ នាក់។")),
    ("a month that differs", "date-differs", KM, 3, {**en("It opens on 4 April 2023."), **km("វាបើកនៅថ្ងៃទី៤ ខែមីនា ឆ្នាំ២០២៣។")}, km("វាបើកនៅថ្ងៃទី៤ ខែមេសា ព.ស.២៥៦៦។")),
    ("somebody else's name", "name-differs", KM, 3, {"participants.csv": LIST + SOK + KEO, **en("Mr Sampleman Dararith spoke."), **km("លោកស្រី កែវប៉ាត្រា អ៊ិចសាំភ្លី បាននិយាយ។")}, km("លោក សាំផលមែន ដារារិទ្ធ បាននិយាយ។")),
    ("a name spelt two ways in the programme", "name-spelt", "programme.csv", 2, {"participants.csv": LIST + SOK, "programme.csv": SPEAKERS % ("Mr Sampelman Dararith", "")}, {"programme.csv": SPEAKERS % ("Mr Sampleman Dararith", "")}),
    ("a name in another order", "name-spelt", "programme.csv", 2, {"participants.csv": LIST + SOK, "programme.csv": SPEAKERS % ("Mr Dararith Sampleman", "")}, {"programme.csv": SPEAKERS % ("Mr Sampleman Dararith", "")}),
    ("a name spelt two ways in a note", "name-spelt", EN, 3, {"participants.csv": LIST + KEO, **en("Thanks go to Ms. Keopatra Examplie for her talk.")}, en("Thanks go to Ms. Keopatra Examply for her talk.")),
    ("a Khmer name spelt two ways", "name-spelt", KM, 3, {"participants.csv": LIST + KEO, **km("សូមអរគុណ លោកស្រី កែវប៉ាត្រា អ៊ិចសាំភ្លៃ ចំពោះការបង្ហាញ។")}, km("សូមអរគុណ លោកស្រី កែវប៉ាត្រា អ៊ិចសាំភ្លី ចំពោះការបង្ហាញ។")),
    ("an organization that the list lacks", "organization-unknown", "programme.csv", 2, {"organizations.csv": ORGS, "programme.csv": SPEAKERS % ('"A speaker (QUXO)"', "")}, {"programme.csv": SPEAKERS % ("A speaker (SAMO)", "")}),
    ("an organization nearly in the list", "organization-unknown-near", "programme.csv", 2, {"organizations.csv": ORGS, "programme.csv": SPEAKERS % ("A speaker (SAMU)", "")}, {"programme.csv": SPEAKERS % ("A speaker (SAMO)", "")}),
    ("a link to no heading", "link-nowhere", EN, 3, en("See [below](#way-forward)."), en("See [below](#way-forward).\n\n## Way forward\n\nOn.") | km("មើល [ខាងក្រោម](#way-forward)។\n\n## ទៅមុខ\n\nបន្ត។")),
    ("a link to no note", "link-nowhere", EN, 3, en("See [the talk](d1s04-talk.en.md)."), en("See [the opening](d1s01-opening.en.md).")),
    ("a session that there is not", "reference-session", EN, 3, en("As session d1s09 told."), en("As session d1s01 told.")),
    ("an e-mail address that is not whole", "address-mail", EN, 3, en("Write to office@example for more."), en("Write to office@example.org for more.")),
    ("a contact's address that is not whole", "address-mail", "event.yml", 1, {"event.yml": SMALL["event.yml"] + "contact: {name: Office, email: 'office@example,org'}\n"}, {"event.yml": SMALL["event.yml"] + "contact: {name: Office, email: office@example.org}\n"}),
    ("a web address that is not whole", "address-web", EN, 3, en("See [the page](https://example)."), en("See [the page](https://example.org).")),
]
SECRET = re.compile("Sampleman|Sampelman|Dararith|Keopatra|Examply|សាំផលមែន|កែវប៉ាត្រា|long answer")

def told(base):
    """The complaints of a folder; of each its file, line, code, and both texts."""
    out = os.path.join(FOLDER, "out")
    sastra("build", "-i", base, "-o", out, "--only", "programme")
    return problems(out)

def apply(base, files):
    write(base, {n: d for n, d in files.items() if d is not None})
    for n in (n for n, d in files.items() if d is None): os.remove(os.path.join(base, n))

for name, code, file, line, files, cure in CASES:
    base = write(folder("input"), {**SMALL, **files})
    found = [p for p in told(base) if p["code"] == code]
    check([(p["file"], p["line"]) for p in found] == [(file, line)], f"{name}: told", [(p["file"], p["line"]) for p in found])
    check(all(p["cure_en"] and p["cure_km"] and not SECRET.search(p["en"] + p["km"]) for p in found), f"{name}: with its cure, and nobody is named", found)
    apply(base, cure or {n: SMALL[n] for n in files})
    left = [p for p in told(base) if p["code"] == code]
    check(not left, f"{name}: cured", left)

# What differs only in how it is said: nothing is told of it.
SOUND = {
    "numbers in words, digits and marks of either language": {**en("Forty-two of 1,450 teachers came; 4.50 dollars, the 3rd time, at 3:15 pm, in 2023, 1.5 million riel."),
        **km("គ្រូ ៤២ ក្នុងចំណោម ១.៤៥០ នាក់បានមក។ ៤,៥ ដុល្លារ លើកទីបី នៅម៉ោង ១៥:១៥ ក្នុងព.ស.២៥៦៦ ១ ៥០០ ០០០ រៀល គឺ ១,៥ លាន។")},
    "dates in figures and in words": {**en("It ran from 4 April 2023 to May 5, 2023."), **km("ពីថ្ងៃទី០៤/០៤/២០២៣ ដល់ថ្ងៃទី៥ ខែឧសភា ឆ្នាំ២០២៣។")},
    "names of rooms, sheets and types": {**en("Room A1 and sheet B-12 of COVID-19."), **km("បន្ទប់ A1 និងសន្លឹក B-12 នៃកូវីដ-១៩។")},
    "a term in the plural, in its other forms, inside a longer one": {"glossary.csv": "term_en,term_km,acronym\nlesson study,ការសិក្សាមេរៀន; ការសិក្សាពីមេរៀន,\nstudy,ការសិក្សា,\n+,បូក,\nSample Body,ស្ថាប័នគំរូ,SB\n",
        **en("Lesson studies are held.\n\nThe Sample Body met."), **km("ការ​សិក្សា ពីមេរៀនត្រូវបានធ្វើ។\n\nSB បានជួបប្រជុំ។")},
    "a quotation in its own language": {**en("The forum began.\n\n> គ្រូបង្រៀនបាននិយាយថា ពួកគាត់ចង់បានពេលច្រើនជាងនេះ។"), **km("វេទិកាបានចាប់ផ្តើម។\n\n> គ្រូបង្រៀនបាននិយាយថា ពួកគាត់ចង់បានពេលច្រើនជាងនេះ។")},
    "names that are alike, and two people": {"participants.csv": LIST + SOK + "p3,Ms,លោកស្រី,Sampleman Dararitha,សាំផលមែន ដារារិទ្ធា,,f,yes\n", "programme.csv": SPEAKERS % ("Mr Sampleman Dararith; Ms Sampleman Dararitha", "លោក សាំផលមែន ដារារិទ្ធ; លោកស្រី សាំផលមែន ដារារិទ្ធា"),
        **en("Mr Sampleman Dararith and Ms Sampleman Dararitha spoke."), **km("លោក សាំផលមែន ដារារិទ្ធ និងលោកស្រី សាំផលមែន ដារារិទ្ធា បាននិយាយ។")},
    "posts and rooms that are no names": {"programme.csv": SPEAKERS % ("School Director; Rapporteur 1; Rapporteur 2", "នាយកសាលា; អ្នកកត់ត្រាទី១; អ្នកកត់ត្រាទី២")},
    "links that lead somewhere": {**en("See [below](#way-forward), [this](d1s01-opening.km.md), d1s01, [us](https://example.org/a_b?x=1), <office@example.org>.\n\n## Way forward\n\nOn."),
        **km("មើល [ខាងក្រោម](#way-forward) [នេះ](d1s01-opening.km.md) d1s01 [យើង](https://example.org/a_b?x=1) <office@example.org>។\n\n## ទៅមុខ\n\nបន្ត។")},
    "photos that a camera numbers": {"photos/Visit (1).png": png(1), "photos/Visit (2).png": png(2), "photos/Visit.png": png(3),
        "photos/photos.csv": PHOTOS["photos/photos.csv"].replace("a.png", "Visit (1).png") + "Visit (2).png,B,ខ,B,ខ\nVisit.png,C,គ,C,គ\n"},
    "a picture beside the note that asks for it": {"sessions/b.png": png(1), **en("The forum began.\n\n![A board](sessions/b.png)"), **km("វេទិកាបានចាប់ផ្តើម។\n\n![ក្តារ](sessions/b.png)")},
    "sessions side by side, one after the other": {"programme.csv": ROOMS + "1,08:30,09:30,,break,Coffee,កាហ្វេ,Hall 2\n1,09:00,10:00,,break,Lunch,អាហារ,Main hall\n"},
}
for name, files in SOUND.items():
    found = told(write(folder("input"), {**SMALL, **files}))
    check(not found, f"nothing is told of {name}", [(p["code"], p["file"], p["line"], p["en"]) for p in found])

# An event.yml with a key gone, each in its turn, or with nothing: no part of a document leans on what another would say.
whole = files_of(os.path.join(ROOT, "tests", "golden", "contract", "input"))
event = [e for e in re.split(r"(?m)^(?=[a-z_]+:)", text(whole["event.yml"])) if e]
for i, key in enumerate(["", *event]):
    left = {} if not i else {"event.yml": "".join(event[:i - 1] + event[i:])}
    out = folder("keyless")
    r = build(write(folder("input"), {**whole, "event.yml": "", **left}), out, "--adopt")
    check("tree-broken" not in text(r.stderr) and "report.pdf" in files_of(out), f"every part stands where it may without {key.split(':')[0] or 'any key'}", text(r.stderr)[-600:])

codes = {c[1] for c in CASES}
found = [p for p in told(SAMPLE) if p["code"] in codes]
check(not found, "none of it is told of the sample", found)
base = write(folder("input"), {**SMALL})
check(not told(base), "nothing is told of a small folder", told(base))
done()
