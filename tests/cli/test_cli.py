#!/usr/bin/env python3
"""The command line as input.md promises it."""
import os, sys
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
check(sastra("accept", "nonsense", "-i", accepted).returncode == 2, "accept an unknown note")
strict = write(folder("strict"), dict(SMALL, **{"event.yml": SMALL["event.yml"] + "contact: [unclosed\n"}))
r = sastra("build", "-i", strict, "-o", os.path.join(FOLDER, "strict-out"), "--strict")
check(r.returncode == 2 and not os.path.exists(os.path.join(FOLDER, "strict-out")), "--strict refuses an error", (r.returncode, text(r.stderr)))
r = build(strict, os.path.join(FOLDER, "strict-out")); check(r.returncode == 1, "without --strict it is done, with status 1", (r.returncode, text(r.stderr)))
done()
