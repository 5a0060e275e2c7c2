#!/usr/bin/env python3
"""The first hour: a folder to begin with, the guide for rapporteurs, help as a man page and for bash."""
import os, re, shutil, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

STARTED = ["event.yml", "forms/comments.yml", "programme.csv", "reflections/comments.csv", "sessions/d1s01-opening.en.md", "sessions/d1s01-opening.km.md"]
def khmer(t): return bool(re.search("[\u1780-\u17ff]", t))
def locale(name): return {"LC_ALL": name, "LANG": name, "LC_MESSAGES": name}

# -- init, in either language
for name, says in (("km_KH.UTF-8", True), ("en_US.UTF-8", False)):
    base = folder("start-" + name)
    r = sastra("init", "x", cwd=base, env=locale(name))
    check(r.returncode == 0 and sorted(files_of(base + "/x")) == STARTED and khmer(text(r.stdout)) == says and all("x/" + n in text(r.stdout) for n in STARTED) and "sastra -i x" in text(r.stdout),
          f"{name}: the folder is there, and what comes next is told", (r.returncode, text(r.stdout + r.stderr)))
    remarks = [l for l in files_of(base + "/x")["event.yml"].decode().splitlines() if "#" in l]
    check(len(remarks) > 8 and khmer(remarks[0]) == says, f"{name}: its remarks are in that language", remarks[:2])
    os.symlink(os.path.join(ROOT, "fonts"), base + "/fonts")
    r = sastra("-i", "x", cwd=base, env=locale(name))
    out = base + "/out"
    check(r.returncode == 0 and os.path.getsize(out + "/report.pdf") > 10000 and not [p for p in problems(out) if p["severity"] != "note"], f"{name}: a report comes of it, without a warning",
          (r.returncode, text(r.stderr)))
    check("SAMPLE" in pdftext(out + "/report.en.pdf"), f"{name}: and says that it is a sample")
    table = files_of(base + "/x")["reflections/comments.csv"].decode("utf-8-sig")
    check(table == text(sastra("template", "comments", "-i", "x", cwd=base).stdout), f"{name}: its table is the template's", table)
    # every line that a remark hides can be used
    with open(base + "/x/event.yml", encoding="utf-8") as f: event = f.read()
    write(base + "/x", {"event.yml": re.sub(r"^# (?=\w+: )", "", event, flags=re.M)})
    r = sastra("check", "-i", "x", "--lang", "en", cwd=base)
    check(r.returncode == 0 and "sastra: 0 errors, 0 warnings" in text(r.stdout) and event.count("\n# ") >= 5, f"{name}: each line that is put in remarks is right", text(r.stdout))

# -- where it is not begun
for name, files in (("a folder that has an event", {"event.yml": "title: x\n"}), ("a folder with a file in a folder", {"a/b.txt": "x"})):
    base = write(folder("taken"), files)
    before = files_of(base)
    r = sastra("init", base, "--lang", "en")
    check(r.returncode == 2 and files_of(base) == before and "holds files already" in text(r.stderr) and not r.stdout, f"{name} is left alone", (r.returncode, text(r.stderr)))
base = folder("empty")
write(base, {".hidden": "x"})
check(sastra("init", base).returncode == 0 and sorted(files_of(base)) == [".hidden"] + STARTED, "an empty folder is filled, hidden files stay")
base = folder("default")
r = sastra("init", cwd=base, env=locale("C"))
check(r.returncode == 0 and sorted(files_of(base)) == ["input/" + n for n in STARTED] and "Make the report: sastra\n" in text(r.stdout), "without a name it is input", text(r.stdout))
write(folder("file"), {"x": "x"})
r = sastra("init", os.path.join(FOLDER, "file", "x", "y"), "--lang", "en")
check(r.returncode == 2 and "cannot write into" in text(r.stderr), "where nothing can be written, that is told", (r.returncode, text(r.stderr)))
import resource, signal
def small_files():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (700, 700))
base = folder("full")
r = sastra("init", base + "/x", prepare=small_files)
check(r.returncode == 2 and not files_of(base), "a full disk leaves no half of a start", (r.returncode, sorted(files_of(base))))
check(sastra("init", "a", "b").returncode == 2, "two folders are one too many")

# -- help, man page, completion: of one table
shown = text(sastra("help", "--lang", "en").stdout)
names = re.findall(r"^  sastra (\w+)(?: (tree|pages|breaks|order))?", shown, re.M)
options = re.findall(r"^  (--?\w+)", shown, re.M)
check(len(names) >= 12 and ("init", "") in names and "--adopt" in options, "help tells commands and options", shown)
for first, second in names:
    r = sastra(*([first, second] if second else [first]), "a", "b", "c", env={"LC_ALL": "C"})
    many = first == "catalogue" # takes any number
    check(r.returncode == 2 and (b"[report-unread]" if many else b"one word too many") in r.stderr, f"a command that help tells is one: {first} {second}", text(r.stderr))
km = text(sastra("help", "--lang", "km").stdout)
check(re.findall(r"^  sastra (\w+)", km, re.M) == [f for f, _ in names] and all(khmer(l) for l in km.splitlines() if l.startswith("  ")), "each has its words in Khmer", km)
man = text(sastra("help", "man").stdout)
check(man.startswith(".TH SASTRA 1 ") and all(f"\nsastra {f}" in "\n" + man.replace(".B ", "\n").replace("\\-", "-") for f, _ in names) and all(o in man.replace("\\-", "-") for o in options),
      "the man page tells the same", man[:600])
if shutil.which("man"):
    page = os.path.join(folder("man"), "sastra.1")
    with open(page, "w", encoding="utf-8") as f: f.write(man)
    r = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", page], capture_output=True, env=dict(os.environ, MANPAGER="cat", MANWIDTH="100", LC_ALL="C.UTF-8"))
    if r.returncode == 0: check(not r.stderr and "sastra init" in text(r.stdout), "and man sets it without a warning", text(r.stderr))
bash = text(sastra("help", "bash").stdout)
def complete(*words):
    script = bash + f"\nCOMP_WORDS=({' '.join(words)}{' ' + chr(39) * 2 if words[-1:] == ('',) else ''})\nCOMP_CWORD={len(words) - 1}\n_sastra\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"\n"
    return subprocess.run(["bash", "--norc", "-c", script], capture_output=True, cwd=ROOT).stdout.decode().split()
if shutil.which("bash"):
    check(complete("sastra", "t") == ["template", "todo"], "bash completes a command", complete("sastra", "t"))
    check(complete("sastra", "--lang", "k") == ["km"] and complete("sastra", "dump", "o") == ["order"] and complete("sastra", "help", "m") == ["man"], "a choice")
    check(complete("sastra", "explain", "document-m") == ["document-missing", "document-macros"] and complete("sastra", "-i", "src/kh") == ["src/khmer"], "a complaint's code, a folder",
          complete("sastra", "explain", "document-m"))
    check(set(options) <= set(complete("sastra", "-")), "and options")
check(sastra("help", "me").returncode == 2, "help in no other form")

# -- the guide for rapporteurs
def pages(path): return int(re.search(r"Pages: +(\d+)", text(subprocess.run(["pdfinfo", path], capture_output=True).stdout))[1])
def guide(name, files):
    base = write(folder(name), files)
    r = build(base, base + "-out", "--only", "guide")
    check(r.returncode == 0 and pages(base + "-out/handouts/guide.pdf") == 2, f"{name}: two pages", text(r.stderr))
    return re.sub(r"\s+", " ", pdftext(base + "-out/handouts/guide.pdf"))
ROWS = "day,start,end,session,type,title_en,title_km\n"
few = guide("few", {**SMALL, "event.yml": SMALL["event.yml"] + "contact: {name: The secretariat, email: forum@example.org}\n",
                    "programme.csv": ROWS + "1,08:00,09:00,d1s01,opening,Opening,ពិធីបើក\n1,09:00,09:30,,break,Tea,តែ\n2,08:00,09:00,d2s07,talk,A view,ទស្សនៈ\n"})
check(all(w in few for w in ("d1s01.km.docx", "d1s01.en.docx", "d2s07.km.docx", "sessions/", "documents/", "A view", "ទស្សនៈ", "Guide for rapporteurs")), "it names the event's own sessions and files", few)
check("The secretariat" in few and "forum@example.org" in few and "Whom to ask" in few and "reflections/" not in few, "and whom to ask; no forms where there are none", few)
many = guide("many", {**SMALL, "programme.csv": ROWS + "".join(f"{d},{8 + s // 2:02}:00,{8 + s // 2:02}:30,d{d}s{s:02},talk,Talk {d}.{s},បទ {d}.{s}\n" for d in (1, 2, 3) for s in range(1, 15))})
check("d1s01, d1s02" in many and "d3s14" in many and "Whom to ask" not in many, "forty sessions stand in a row a day; nobody to ask is nobody", many)
one = guide("one", {**SMALL, "event.yml": "title: A forum\nlanguages: [en]\n"})
check("d1s01.en.docx" in one and ".km." not in one and not khmer(one) and "One file for each language" not in one, "an event in one language is told of one", one)
check("d1s01" in guide("none", {"event.yml": SMALL["event.yml"]}), "an event without a programme has its guide")
r = sastra("init", os.path.join(FOLDER, "too-many"), "two")
check(r.returncode == 2 and "two" in text(r.stderr) and not os.path.exists(os.path.join(FOLDER, "too-many")), "of two folders the second is too many", text(r.stderr))
done()
