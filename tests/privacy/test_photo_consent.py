#!/usr/bin/env python3
"""A photo of somebody who has not agreed to be shown is in no document, however it is known who is in it; the place is told,
never a name. Photos of people who have agreed, and of nobody, are shown."""
import os, re, subprocess, sys
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, ".."), os.path.join(HERE, "..", "pdf")]
from lib import *
import profiles

PEOPLE = """id,name_en,name_km,sex,consent_name,consent_photo
p1,Sok Dara,សុខ ដារ៉ា,m,yes,yes
p2,Chan Bopha,ចាន់ បុប្ផា,f,yes,no
p3,Keo Veasna Rith,កែវ វាសនា,m,yes,
p4,Meas Sophea,មាស សុភា,f,yes,perhaps
p5,Meas Sophea,មាស សុភា,f,yes,yes
"""
# file → cells of its row (session,caption_en,caption_km,alt_en,alt_km,credit,people), shown
ROWS = {
    "plain.png": ("d1s01,A board,ក្តារខៀន,A board,ក្តារខៀន,,", True),
    "agreed.png": ("d1s01,Sok Dara at the board,សុខ ដារ៉ា,x,x,Sok Dara,p1; Sok Dara", True),
    "id.png": ("d1s01,A,ក,x,x,,P2", False),
    "blank.png": ("d1s01,A,ក,x,x,,p1;p3", False),
    "unclear.png": ("d1s01,A,ក,x,x,,p4", False),
    "name.png": ("d1s01,A,ក,x,x,,Ms Chan Bopha", False),
    "khmer.png": ("d1s01,A,ក,x,x,,លោកស្រី ចាន់ បុប្ផា", False),
    "namesake.png": ("d1s01,A,ក,x,x,,Meas Sophea", False),
    "stranger.png": ("d1s01,A,ក,x,x,,p1;A. Stranger", False),
    "caption.png": ("d1s01,The mentor (BOPHA CHAN) speaks,ក,x,x,,", False),
    "caption-km.png": ("d1s01,A,គ្រូចាន់បុប្ផានិងសិស្ស,x,x,,", False),
    "alt.png": ("d1s01,A,ក,Rith Keo Veasna,x,,", False),
    "credit.png": ("d1s01,A,ក,x,x,Chan Bopha,p1", False),
    "img-chan_bopha-2.png": ("d1s01,A,ក,x,x,,", False),
    "within.png": ("d1s01,Chan Bophaneth and Michan Bopha,ក,x,x,,", True),  # no name of theirs
    "used.png": ("d1s01,A,ក,x,x,,p2", False),   # a note asks for it, too
    "inline.png": ("d1s01,A,ក,x,x,,p2", False),
    "up.png": ("d1s01,A,ក,x,x,,p2", False), # as a note in sessions/ sees it
    "rooted.png": ("d1s01,A,ក,x,x,,p2", False),
    "doubled.png": ("d1s01,A,ក,x,x,,p2", False),
    "queried.png": ("d1s01,A,ក,x,x,,p2", False),
    "on-disk.png": ("d1s01,A,ក,x,x,,p2", False),
}
LOOSE = {"loose.png": True, "Bopha Chan.png": False, "note-alt.png": False, "note-title.png": False, "note-plain.png": True}
NOTE = """# Opening

![A](photos/used.png)

In a line ![B](photos/inline.png) of text[^1].

![Chan Bopha speaks](photos/note-alt.png)

![A](photos/note-title.png "With Chan Bopha")

![A](photos/note-plain.png)

![A](../photos/up.png)

![A](/photos/rooted.png)

![A](photos//./doubled.png)

![A](photos/queried.png?raw=true)

![A](file:///C:/Users/me/photos/on-disk.png)

[^1]: A note ![C](photos/used.png) of it.
"""
FILES = {**SMALL, "participants.csv": PEOPLE, "sessions/d1s01-opening.en.md": NOTE,
         "sessions/d1s01-opening.km.md": "# ពិធីបើក\n\n![ក](photos/used.png)\n\nវេទិកាបានចាប់ផ្តើម។\n",
         "photos/photos.csv": "file,session,caption_en,caption_km,alt_en,alt_km,credit,people\n" + "".join(f"{n},{cells}\n" for n, (cells, _) in ROWS.items())}
for i, n in enumerate([*ROWS, *LOOSE]): FILES[f"photos/{n}"] = profiles.png(seed=i)
base = folder("photo-consent")
write(os.path.join(base, "input"), FILES)
out = os.path.join(base, "out")
r = build(os.path.join(base, "input"), out, "-q")
check(r.returncode == 0, "it builds", text(r.stderr)[-2000:])

want = {f"photos/{n}" for n, (_, good) in ROWS.items() if good} | {f"photos/{n}" for n, good in LOOSE.items() if good}
for name in ("report", "report.en", "report.km", "reflections-digest", "programme"):
    r = sastra("dump", "tree", name, "-i", os.path.join(base, "input"))
    shown = set(re.findall(r" picture (photos/.*?\.png)", text(r.stdout)))
    check(shown == want if name == "report" else shown <= want, f"{name} shows the photos that it may, and no other", sorted(shown ^ want))

told = [p for p in problems(out) if p["code"] == "photo-consent"]
rows = {n: i + 2 for i, n in enumerate(ROWS)}
refused = {rows[n] for n, (_, good) in ROWS.items() if not good}
check({p["line"] for p in told if p["file"] == "photos/photos.csv"} == refused, "each row is told", told)
notes = sorted((p["file"].rsplit("/")[-1], p["line"]) for p in told if p["file"].startswith("sessions/"))
check(notes == [("d1s01-opening.en.md", n) for n in (3, 5, 7, 9, 13, 15, 17, 19, 21, 23)] + [("d1s01-opening.km.md", 3)], "each place in a note is told", notes)
check([p["line"] for p in problems(out) if p["code"] == "photo-person"] == [rows["stranger.png"]], "somebody unknown is told")
bad = [p for p in problems(out) if p["code"] in ("photo-consent", "photo-person") and re.search("Bopha|Keo|Sophea|Stranger|បុប្ផា|p[1-5]\\b", p["en"] + p["km"] + p["cure_en"] + p["cure_km"])]
check(not bad, "no name is told", bad)
check(all(p["severity"] == "warning" and p["cure_en"] and p["cure_km"] for p in told), "as a warning with a cure")

# a row out of step: who is in its picture nobody can tell, whatever its cells hold
whole = next(n for n, (_, good) in ROWS.items() if good)
for cells in ("d1s01,,,,,,,", "d1s01,A,B,,,,,,", ""):
    write(os.path.join(base, "input"), {"photos/photos.csv": FILES["photos/photos.csv"].replace(f"{whole},{ROWS[whole][0]}\n", f"{whole},{cells}\n")})
    r = sastra("dump", "tree", "report", "-i", os.path.join(base, "input"))
    shown = set(re.findall(r" picture (photos/.*?\.png)", text(r.stdout)))
    check(r.returncode in (0, 1) and shown == want - {f"photos/{whole}"}, f"a row out of step shows no photo: {cells}", sorted(shown ^ want))

write(os.path.join(base, "input"), {"participants.csv": "what,ever\n1,2\n"})
r = sastra("dump", "tree", "report", "-i", os.path.join(base, "input"))
shown = set(re.findall(r" picture (photos/.*?\.png)", text(r.stdout)))
check(r.returncode in (0, 1) and not shown, "where the list cannot be read, no photo is shown", sorted(shown))

# as it was typed a note tells the caption of what it shows: it is attached where its photos may be shown
for consent in ("no", "yes"):
    base = write(folder("photo-attached"), {**SMALL, "event.yml": SMALL["event.yml"] + "attach_sources: yes\n",
        "participants.csv": f"id,name_en,name_km,consent_name,consent_photo\np1,Chan Bopha,ចាន់ បុប្ផា,yes,{consent}\n",
        "sessions/d1s01-opening.en.md": "# Opening\n\n- In a list ![Chan Bopha speaks](photos/a.png) of it.\n", "photos/a.png": profiles.png(seed=1),
        "sessions/closing.en.md": "# Closing\n\nIt ended.\n", "sessions/closing.km.md": "# ពិធីបិទ\n\nវាបានបញ្ចប់។\n"})
    out, inside = os.path.join(folder("photo-attached-out"), "out"), folder("photo-attached-files")
    build(base, out, "-q", "--only", "report")
    subprocess.run(["pdfdetach", "-saveall", "-o", inside, os.path.join(out, "report.pdf")], capture_output=True)
    names = sorted(n for n in os.listdir(inside) if not n.endswith(".tsv")) # but for the lists for programs
    want = ["closing.en.md", "closing.km.md"] + (["d1s01-opening.en.md", "d1s01-opening.km.md"] if consent == "yes" else [])
    check(names == want, f"notes that are attached where consent_photo is {consent}", names)
    check(any("Bopha" in text(d) for d in files_of(inside).values()) == (consent == "yes"), f"a photo's caption is attached where consent_photo is {consent}")

r = sastra("dump", "tree", "report", "-i", SAMPLE)
sample = set(re.findall(r" picture (photos/\S+)", text(r.stdout)))
have = {f"photos/{n}" for n in os.listdir(os.path.join(SAMPLE, "photos")) if not n.endswith(".csv")}
check(sample == have and have, "the sample shows all its photos", sorted(have - sample))
done()
