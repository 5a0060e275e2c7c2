#!/usr/bin/env python3
"""Whatever way a name could leave: the texts and bytes of each PDF, its metadata and bookmarks, what it carries, index.html,
problems.*, SHA256SUMS, file names, both streams of each command, the work list. Names stand in answers, in files' names and
in the columns that a form service adds (timestamp, user, address); with and without a list of participants, and with one
that cannot be read."""
import os, subprocess, sys
sys.path[:0] = [os.path.join(os.path.dirname(os.path.abspath(__file__)), up) for up in ("..", ".")]
from lib import *
from answers import BASE, OPEN, YESNO, attached, form

HEAD = "Timestamp,Username,Email Address,form_no,session,lang,role,q1,q2,quote_ok,legible\n"
PEOPLE = "id,name_en,name_km,consent_name,consent_photo\np1,Zorbina Quixley,ហ្សូប៊ីណា ឃ្វីសលី,no,no\np2,Duplio Catesmore,ឌូភ្លីយ៉ូ ខេតស្ម័រ,no,no\n"
SECRETS = ["quixley", "ឃ្វីសលី", "catesmore", "ខេតស្ម័រ", "zorbinaq", "11:22:33"]

def rows(n):
    said = ["We thank Mr Quixley for this useful day.", "អរគុណលោក ឃ្វីសលី ដែលបានជួយ។", "Write to zorbinaq@example.org about it.", "MsCatesmore knew it.",
            "លោក ខេតស្ម័រ ពន្យល់បានល្អ។", "My Telegram is zorbinaq77, call me."]
    return HEAD + "".join(f"2023/04/04 11:22:33,zorbinaq,zorbinaq@example.org,{i + 1},d1s01,en,teacher,{said[i % len(said)]},yes,yes,yes\n" for i in range(n))

def plain(t): return "".join(c for c in t.casefold() if not c.isspace() and c not in "\u200b\u2060\u00ad")

def everything(base, out, streams):
    found = dict(streams)
    for name, data in files_of(out).items():
        found["name of " + name] = name
        if not name.endswith(".pdf"):
            found[name] = text(data)
            continue
        path = os.path.join(out, name)
        found[name] = pdftext(path)
        for n, d in attached(path, "ways-attached").items(): found[f"{name}: {n}"] = n + "\n" + text(d)
        raw = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"], capture_output=True).stdout
        for k, t in enumerate((text(raw), raw.decode("utf-16-be", "replace"), raw[1:].decode("utf-16-be", "replace"))): found[f"{name} (raw {k})"] = t
    for command in (("check",), ("todo",), ("dump", "tree", "report"), ("dump", "tree", "reflections-digest")):
        r = sastra(*command, "-i", base)
        found[" ".join(command)] = text(r.stdout + r.stderr)
    return found

def case(what, more, secrets, stem="f"):
    base = write(folder("ways"), {
        **BASE, "sessions/d1s01-one.en.md": "# One\n\nIt began.\n", "forms/f.yml": form(OPEN + YESNO), f"reflections/{stem}.csv": rows(12), **more})
    out = os.path.join(folder("ways-out"), "out")
    r = build(base, out)
    check(r.returncode in (0, 1) and not crashed(r), f"{what}: builds", text(r.stderr)[-300:])
    for name, t in everything(base, out, {"stdout": text(r.stdout), "stderr": text(r.stderr)}).items():
        there = [s for s in secrets if plain(s) in plain(t)]
        check(not there, f"{what}: {name}", there)

case("a list", {"participants.csv": PEOPLE}, SECRETS)
case("no list", {}, SECRETS)
case("a list that cannot be read", {"participants.csv": "\0\1\2" * 50}, SECRETS)
for stem in ("f-Zorbina Quixley", "f.Zorbina Quixley", "f_Zorbina_Quixley"): case(f"a name in a file's name: {stem[1]}", {"participants.csv": PEOPLE}, SECRETS, stem)
done()
