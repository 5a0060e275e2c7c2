#!/usr/bin/env python3
"""The command line as input.md promises it."""
import csv, json, os, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

small = write(folder("small"), SMALL)
out = os.path.join(FOLDER, "cli-out")

r = sastra("help"); check(r.returncode == 0 and b"sastra check" in r.stdout, "help", r.stderr)
r = sastra("help", "--lang", "km"); check("ពាក្យ" in text(r.stdout) or "ថត" in text(r.stdout), "help in Khmer", r.stdout)
r = sastra("version"); check(r.returncode == 0 and r.stdout.startswith(b"sastra "), "version", r.stdout)
for args in (["frobnicate"], ["--frob"], ["dump"], ["dump", "tree"], ["template"], ["-j", "none"], ["--lang", "fr"],
             ["check", "x", "y"], ["-i"], ["--only", ","]):
    r = sastra(*args, "--lang", "en") if args != ["-i"] else sastra(*args)
    check(r.returncode == 2 and r.stderr, f"wrong usage: {' '.join(args)}", r.returncode)
for args, said in ((["-x"], "unknown option: -x"), (["-qx"], "unknown option: -x"), (["--stri"], "unknown option: --stri"), (["--strict=yes"], "unknown option: --strict=yes"),
                   (["--o"], "unknown option: --o"), (["-j0"], "-j takes a number from 1 to 256: 0"), (["-j"], "-j takes a number"), (["--lang"], "--lang takes en or km"),
                   (["--only"], "--only takes names"), (["-o"], "-o takes a folder"), (["--", "-q"], "unknown command: -q"), (["build", "--help"], "one word too many: help")):
    r = sastra(*args); told = text(r.stderr)
    check(r.returncode == 2 and told.startswith("sastra: " + said) and told.count("\n") == 2 and "See sastra help." in told, f"told: {' '.join(args)}", told)
    km = text(sastra(*args, env={"LC_ALL": "km_KH.UTF-8"}).stderr)
    check("សូមមើល sastra help" in km and "See" not in km, f"told in Khmer: {' '.join(args)}", km)
for args in (["check", "-i", small, "-q", "-j", "2", "--lang=en"], ["-i" + small, "-qj2", "--lang", "en", "check"], ["-q", "check", "-j2", "--lang=km", "--lang=en", "-i", small],
             ["-i", small, "--lang", "en", "-q", "--", "check"]):
    r = sastra(*args, env={"POSIXLY_CORRECT": "1"})
    check(r.returncode == 0 and text(r.stdout) == text(sastra("check", "-i", small, "--lang", "en", "-q").stdout) == "", f"options anywhere: {' '.join(args[:2])} …", text(r.stderr))
r = sastra("build", "-i", os.path.join(FOLDER, "no-such-folder"), "-o", out)
check(r.returncode == 2 and r.stderr and not os.path.exists(out), "no input folder", text(r.stderr))
r = sastra("build", "-i", folder("bare"), "-o", out)
check(r.returncode == 2 and b"event.yml" in r.stderr and not os.path.exists(out), "no event.yml", text(r.stderr))

r = build(small, out)
check(r.returncode == 0, "a small folder builds", text(r.stderr))
check(os.path.exists(out + "/report.pdf") and os.path.exists(out + "/index.html"), "its files are there")
before = files_of(out)
r = build(small, out, "--only", "report.km")
after = files_of(out)
check(r.returncode == 0 and set(before) == set(after), "--only carries the other files over", set(before) ^ set(after))
check(build(small, out, "--only", "nothing").returncode == 2, "--only with an unknown name")
check(files_of(out) == after, "and out/ stays as it was")
r = sastra("check", "-i", small); check(r.returncode == 0 and b"0 error" in r.stdout, "check", text(r.stdout))
r = sastra("check", "-i", small, env={"LC_ALL": "km_KH.UTF-8"}); check("កំហុស" in text(r.stdout), "the locale chooses Khmer", text(r.stdout))
# -- what -q leaves, and what a refusal says
flawed = write(folder("flawed"), dict(SMALL, **{"forms/x.yml": "id: x\n", "event.yml": SMALL["event.yml"] + "venu: x\n", "reflections/none.csv": "q1\na\n"}))
for lang, last in (("en", "sastra: 1 error: nothing was made; the last good files in %s are as they were."), ("km", "sastra: មានកំហុស 1 ដូច្នេះគ្មានអ្វីត្រូវបានបង្កើតទេ។ ឯកសារល្អចុងក្រោយក្នុង %s នៅដដែល។")):
    r = sastra("check", "-i", flawed, "-q", "--lang", lang)
    check(r.returncode == 1 and text(r.stdout).count("\n") == 2 and "[form-missing]" in text(r.stdout), f"check -q: errors alone ({lang})", text(r.stdout))
    for args in (["--strict"], ["--strict", "-q"]):
        r = build(flawed, out, *args, "--lang", lang)
        told = text(r.stderr).splitlines()
        check(r.returncode == 2 and told[-1] == last % out, f"refused: said last ({lang} {' '.join(args)})", told[-1:])
        check("-q" not in args or len(told) == 3, f"refused: errors alone ({lang} {' '.join(args)})", told)
    check(files_of(out) == after, f"refused: out/ stays as it was ({lang})")
r = sastra("explain", "key-unknown-near"); told = text(r.stdout)
check("{1" not in told and told.count("  event.yml") == 2 and "Before" in told and "ក្រោយ" in told, "explain: an example before and after", told)

r = sastra("explain", "out-write"); check(r.returncode == 0 and "disk" in text(r.stdout) and "ថាស" in text(r.stdout), "explain")
check(sastra("explain", "nonsense").returncode == 2, "explain an unknown code")
r = sastra("dump", "tree", "report", "-i", small); check(r.returncode == 0 and "វេទិកា" in text(r.stdout), "dump tree", text(r.stderr))
r = sastra("dump", "pages", "report.en", "-i", small); check(r.returncode == 0 and "Opening" in text(r.stdout), "dump pages", text(r.stderr))
r = sastra("dump", "breaks", stdin="ការ\u200bងារ\nសាលា ថ្មី\n"); check(text(r.stdout).splitlines()[1] == "5", "dump breaks", text(r.stdout))
check(len(text(r.stdout).splitlines()) == 2, "a line for each line")
r = sastra("dump", "order", stdin="លេាក\nល្អ\n"); check(text(r.stdout).splitlines() == ["លោក\tcompound", "ល្អ\tgood"], "dump order", text(r.stdout))

forms = write(folder("forms"), dict(SMALL, **{"forms/comments.yml":
    "id: comments\nen: {title: Comments}\nkm: {title: មតិ}\nprompts:\n  - {id: q1, type: open, en: What?, km: អ្វី?}\n"
    "  - {id: q2, type: yesno, en: Again?, km: ទៀតទេ?}\n"}))
r = sastra("template", "comments", "-i", forms)
check(text(r.stdout).strip() == "form_no,session,lang,role,q1,q2,themes,quote_ok,legible", "template", text(r.stdout) + text(r.stderr))
check(sastra("template", "nonsense", "-i", forms).returncode == 2, "template of an unknown form")

# Ids that a table would part, or a spreadsheet reckon, come back as what they are.
IDS = ["a,b", "c;d", 'e"f', "=g", "h i", "-j", "plain"]
odd = write(folder("odd"), dict(SMALL, **{"forms/odd.yml": "id: odd\nen: {title: Odd}\nkm: {title: ចម្លែក}\nprompts:\n" + "".join(
    f"  - {{id: {json.dumps(i)}, type: yesno, en: Question {n}?, km: សំណួរ {n}?}}\n" for n, i in enumerate(IDS))}))
line = text(sastra("template", "odd", "-i", odd).stdout)
row = next(csv.reader([line.rstrip("\r\n")]))
check(line.endswith("\r\n") and row[4:-3] == ["a,b", "c;d", 'e"f', "'=g", "h i", "'-j", "plain"], "template quotes ids", line)
write(odd, {"reflections/odd.csv": line + "1,,en,teacher" + ",yes" * len(IDS) + ",,yes,yes\r\n"})
r = sastra("check", "-i", odd, "--lang", "en")
check(r.returncode == 0 and "reflections/odd.csv" not in text(r.stdout), "and what is typed under it is read", text(r.stdout))

forms_out = os.path.join(FOLDER, "forms-out")
r = build(forms, forms_out, "--only", "forms,reflections", "-q")
made = sorted(n[9:-4] for n in files_of(forms_out) if n.startswith("handouts/"))
check(made == ["form-comments", "form-comments-a5", "reflections-digest", "reflections-slides", "reflections-wall"], "--only takes event.yml's names of documents", (made, text(r.stderr)))
r = sastra("dump", "tree", "reflections", "-i", forms)
check(r.returncode == 2 and "reflections-digest" in text(r.stderr) and "programme" not in text(r.stderr), "dump tells which one may be meant", text(r.stderr))
r = sastra("dump", "tree", "session-sheets", "-i", forms)
check(r.returncode == 0, "dump takes a name of one document", text(r.stderr))

accepted = write(folder("accepted"), SMALL)
r = sastra("accept", "-i", accepted); check(r.returncode == 0 and os.path.exists(accepted + "/translations.tsv"), "accept", text(r.stderr))
r = sastra("check", "-i", accepted); check(b"translation-old" not in r.stdout, "accepted translations are current", text(r.stdout))
write(accepted, {"sessions/d1s01-opening.en.md": "# Opening\n\nThe forum began late.\n"})
r = sastra("check", "-i", accepted)
check(text(r.stdout).count("[translation-old]") == 1 and "d1s01-opening.km.md" in text(r.stdout), "a side that was not changed is told", text(r.stdout))
named = write(folder("named-note"), dict(SMALL, **{"summaries/note.en.md": "# A note\n\nOne.\n", "summaries/note.km.md": "# កំណត់ត្រា\n\nមួយ។\n"}))
sastra("accept", "-i", named)
r = sastra("accept", "d1s01-opening", "-i", named)
rows = [l.split("\t")[0] for l in open(named + "/translations.tsv", encoding="utf-8")]
check(r.returncode == 0 and sorted(rows) == ["d1s01-opening"] * 2 + ["note"] * 3, "a note called note keeps its rows", rows)
write(named, {"summaries/note.en.md": "# A note\n\nTwo.\n"})
r = sastra("check", "-i", named)
check("note.km.md" in text(r.stdout) and text(r.stdout).count("[translation-old]") == 1, "and is told when one side has changed", text(r.stdout))
check(sastra("accept", "nonsense", "-i", accepted).returncode == 2, "accept an unknown note")
strict = write(folder("strict"), dict(SMALL, **{"event.yml": SMALL["event.yml"] + "contact: [unclosed\n"}))
r = sastra("build", "-i", strict, "-o", os.path.join(FOLDER, "strict-out"), "--strict")
check(r.returncode == 2 and not os.path.exists(os.path.join(FOLDER, "strict-out")), "--strict refuses an error", (r.returncode, text(r.stderr)))
r = build(strict, os.path.join(FOLDER, "strict-out")); check(r.returncode == 1, "without --strict it is done, with status 1", (r.returncode, text(r.stderr)))

# -- no argument and no file steers a terminal
import pty, re, subprocess
def on_terminal(*args, stdin=b""):
    """What a terminal gets, without the colours that are ours."""
    try: master, slave = pty.openpty()
    except OSError: return None # a chroot without /dev/pts
    p = subprocess.Popen([os.fsencode(SASTRA), *map(os.fsencode, args)], stdin=subprocess.PIPE, stdout=slave, stderr=slave, cwd=ROOT)
    os.close(slave)
    p.stdin.write(stdin); p.stdin.close()
    said = b""
    while True:
        try: part = os.read(master, 65536)
        except OSError: break
        if not part: break
        said += part
    p.wait(); os.close(master)
    return re.sub(rb"\x1b\[(?:3[136]|0)m", b"", said)
ESCAPES = "\x1b]0;x\x07\x1b[2J\u009b31m"
evil = write(folder("escapes") + "/in", {**SMALL, f"sessions/d1s01-{ESCAPES}.en.md": f"# A{ESCAPES}\n\nText{ESCAPES}\n", f"{ESCAPES}.txt": "x", "forms/f.yml": f'id: "f{ESCAPES!r}"\nen: {{title: "T\\e[2J"}}\nprompts: [{{id: "q\\e[2J", type: open, en: "Q\\e[2J?"}}]\n', "names.txt": f"N{ESCAPES}\n"})
for args, given in ((["build", "-i", evil, "-o", os.path.join(FOLDER, "escapes", "o" + ESCAPES)], b""), (["check", "-i", evil], b""), (["todo", "-i", evil], b""), (["template", "f" + ESCAPES, "-i", evil], b""), (["template", "f", "-i", evil], b""),
                    (["explain", ESCAPES], b""), (["build", "--only", ESCAPES, "-i", evil, "-o", os.path.join(FOLDER, "escapes", "o2")], b""), (["--" + ESCAPES], b""), ([ESCAPES], b""), (["-j", ESCAPES], b""), (["check", "-i", "/nowhere" + ESCAPES], b""), (["accept", ESCAPES, "-i", evil], b""),
                    (["dump", "tree", "report", "-i", evil], b""), (["dump", "pages", ESCAPES, "-i", evil], b""), (["dump", "order"], ESCAPES.encode() + b"\n"), (["dump", "breaks", "/nowhere" + ESCAPES], b""), (["todo", os.path.join(FOLDER, "escapes", "t" + ESCAPES), "-i", evil], b"")):
    said = on_terminal(*args, stdin=given)
    if said is None:
        print("skip no escape reaches a terminal: there is no terminal to be had")
        break
    check(said and not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]", said), f"{' '.join(args[:2])[:24]!r}: no escape reaches a terminal", said[-300:])
done()
