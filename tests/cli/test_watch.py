#!/usr/bin/env python3
"""--watch: a file that is saved while a build runs is in the next one; a half-saved one is waited for; and what a watch builds is, after any
change, what a build of its own makes."""
import os, random, re, shutil, signal, subprocess, sys, time
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

base, out = write(folder("watched"), SMALL), os.path.join(FOLDER, "watched-out")
# Slow enough to be caught at it.
write(base, {"summaries/background.en.md": "# Background\n\n" + "A paragraph of many words that is to be set in lines.\n\n" * 800})
p = subprocess.Popen([SASTRA, "build", "-i", base, "-o", out, "--watch", "--lang", "en", "-j", "1"], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

def until(good, seconds):
    end = time.time() + seconds * SLOWER
    while time.time() < end and p.poll() is None:
        if good(): return True
        time.sleep(0.002)
    return False
def reads_no_more():
    """The fonts are opened when all notes have been read."""
    with open(f"/proc/{p.pid}/maps") as f: return ".ttf" in f.read()
def cpu_of(pid):
    with open(f"/proc/{pid}/stat") as f: fields = f.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
def report(): return os.path.join(out, "report.pdf")

try:
    check(until(reads_no_more, 30), "a build is under way")
    p.send_signal(signal.SIGSTOP)
    check(not os.path.exists(report()), "it has not made its report yet")
    write(base, {"sessions/d1s01-opening.en.md": "# Opening\n\nZanzibar is an island.\n"})
    p.send_signal(signal.SIGCONT)
    check(until(lambda: os.path.exists(report()), 60), "the first report is made")
    first = os.stat(report()).st_mtime_ns
    check(until(lambda: os.stat(report()).st_mtime_ns != first, 30) and "Zanzibar" in pdftext(report()), "the next one holds it")
    second = os.stat(report()).st_mtime_ns
    time.sleep(2)
    check(os.stat(report()).st_mtime_ns == second and p.poll() is None, "and then it waits")
    event = os.path.join(base, "event.yml")
    os.rename(event, event + "~")
    time.sleep(2)
    check(os.stat(report()).st_mtime_ns == second and p.poll() is None, "an error leaves the last report, and it waits on")
    os.rename(event + "~", event)
    for i in range(8): # a burst: nothing is built until it is still
        write(base, {"sessions/d1s01-opening.en.md": f"# Opening\n\nBorneo is an island, {i}.\n"})
        time.sleep(0.2)
    check(os.stat(report()).st_mtime_ns == second, "a burst of saves is waited for")
    check(until(lambda: os.stat(report()).st_mtime_ns != second, 60) and "Borneo is an island, 7" in pdftext(report()), "and is one build")
    last = os.stat(report()).st_mtime_ns
    with open(os.path.join(base, "sessions/d1s01-opening.en.md"), "w") as half:
        half.write("# Opening\n\nHalf of ")
        half.flush()
        time.sleep(2)
        check(os.stat(report()).st_mtime_ns == last, "a half-saved file is waited for")
        half.write("Madagascar is an island.\n")
    check(until(lambda: os.stat(report()).st_mtime_ns != last, 60) and "Half of Madagascar" in pdftext(report()), "until it is closed")
    before = cpu_of(p.pid)
    time.sleep(2)
    check(cpu_of(p.pid) - before < 0.02, "who waits does nothing", cpu_of(p.pid) - before)
    p.send_signal(signal.SIGINT)
    try: status = p.wait(20 * SLOWER)
    except subprocess.TimeoutExpired: status = "runs on"
    check(status == 0, "Ctrl-C ends it with the last build's status", status)
finally:
    p.kill()
    p.wait()

# -- the same bytes as a build of its own
class Watched:
    """The sample, and its fonts beside it; each edit changes it and says what it did."""
    def __init__(self, seed):
        self.home, self.rnd, self.turn = folder("edited"), random.Random(seed), 0
        self.input, self.out = os.path.join(self.home, "input"), os.path.join(self.home, "out")
        shutil.copytree(SAMPLE, self.input)
        shutil.copytree(os.path.join(ROOT, "fonts"), os.path.join(self.home, "fonts"))
    def path(self, name): return os.path.join(self.input, name)
    def notes(self): return sorted(os.path.join(d, n) for n in os.listdir(self.input) if n in ("sessions", "summaries") for d in [self.path(n)] for n in os.listdir(d) if n.endswith(".md"))
    def change(self, path, edit):
        with open(path, encoding="utf-8") as f: text = f.read()
        with open(path, "w", encoding="utf-8") as f: f.write(edit(text))
        return os.path.relpath(path, self.home)
    def grow(self): return "more in " + self.change(self.rnd.choice(self.notes()), lambda t: t + f"\n\nOne paragraph more, the {self.turn}th, of Zanzibar and its schools.\n")
    def khmer(self): return "Khmer in " + self.change(self.rnd.choice([n for n in self.notes() if ".km." in n]), lambda t: t + f"\n\nសាលារៀនជំនាន់ថ្មី «ហ្សង់ស៊ីបា» លើកទី{self.turn}។\n")
    def cut(self): return "less in " + self.change(self.rnd.choice(self.notes()), lambda t: t.rstrip().rsplit("\n\n", 1)[0] + "\n")
    def shift(self): return "a line moved in " + self.change(self.rnd.choice(self.notes()), lambda t: t.replace("\n\n", "\n\n\n", 2))
    def wrong(self): return "a fault in " + self.change(self.rnd.choice(self.notes()), lambda t: t + "\n\n![nothing](photos/nothing.png)\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n")
    def event(self): return "event.yml: " + self.change(self.path("event.yml"), lambda t: self.rnd.choice([t.replace("title: ", "title: New ", 1), t + f"\n# {self.turn}\n", t + "colour: '#0B3C5D'\n" if "colour:" not in t else t.replace("colour: '#0B3C5D'\n", "")]))
    def venue(self): return "a venue in English: " + self.change(self.path("event.yml"), lambda t: t.replace("venue: ", f"venue: Hall {self.turn}, ", 1))
    def faces(self): return "faces of the web: " + self.change(self.path("event.yml"), lambda t: t.replace("  web: system\n", "") if "  web: system" in t else t.replace("fonts:\n", "fonts:\n  web: system\n"))
    def table(self): return self.change(self.path("programme.csv"), lambda t: t.replace("talk", "panel", 1) if "talk" in t else t + "\n")
    def answers(self):
        return self.change(self.path("reflections/evaluation.csv"), lambda t: "\n".join(t.rstrip("\n").split("\n")[:-1]) + "\n")
    def people(self):
        """Who comes on the list, or leaves it, is masked in what all wrote, or is no more: two words of an answer are a name."""
        row = "pz,Ms,លោកស្រី,Other Provinces,,Teacher,គ្រូបង្រៀន,NGS,ស្រី,no,no\n"
        return "somebody on the list: " + self.change(self.path("participants.csv"), lambda t: t.replace(row, "") if row in t else t.rstrip("\n") + "\n" + row)
    def added(self):
        write(self.input, {f"summaries/zanzibar-{self.turn}.en.md": f"# Zanzibar {self.turn}\n\nAn island.\n"})
        return "a new note"
    def removed(self):
        victim = self.rnd.choice(self.notes())
        os.remove(victim)
        return "without " + os.path.basename(victim)
    def picture(self):
        names = sorted(n for n in os.listdir(self.path("photos")) if n.endswith((".png", ".jpg")))
        a, b = self.rnd.sample([n for n in names if n.endswith(os.path.splitext(names[0])[1])], 2)
        shutil.copyfile(self.path("photos/" + a), self.path("photos/" + b))
        return f"{b} is {a} now"
    def font(self):
        at = os.path.join(self.home, "fonts", "NotoSans-Italic.ttf")
        os.remove(at) if os.path.exists(at) else shutil.copyfile(os.path.join(ROOT, "fonts", "NotoSans-Italic.ttf"), at)
        return "a font comes or goes"
    def edit(self):
        kinds = [self.grow, self.khmer, self.event, self.shift, self.font, self.wrong, self.added, self.picture, self.cut, self.answers, self.removed, self.table, self.venue, self.faces, self.people, self.people]
        self.turn += 1
        return kinds[(self.turn - 1) % len(kinds)]() + (" and " + self.rnd.choice(kinds)() if self.turn > len(kinds) else "")

w = Watched(int(os.environ.get("SEED", 7)))
said = os.path.join(w.home, "said")
p = subprocess.Popen([SASTRA, "build", "-i", w.input, "-o", w.out, "--watch", "--lang", "en", "-j", "2"], cwd=w.home, stdout=open(said, "w"), stderr=subprocess.DEVNULL)
def builds():
    with open(said, encoding="utf-8") as f: return f.read().count("→")
try:
    check(until(lambda: builds() == 1, 60), "the sample is built")
    for i in range(int(os.environ.get("EDITS", 16))):
        n, what = builds(), w.edit()
        built = until(lambda: builds() > n, 60)
        time.sleep(0.5)
        while until(lambda: builds() > n + 1, 1): n += 1
        own = os.path.join(w.home, f"own-{i}")
        r = subprocess.run([SASTRA, "build", "-q", "-i", w.input, "-o", own, "--lang", "en"], capture_output=True, cwd=w.home)
        mine, theirs = files_of(w.out), files_of(own)
        check(built and mine == theirs, f"edit {i}: {what}", (built, r.returncode, sorted(x for x in set(mine) | set(theirs) if mine.get(x) != theirs.get(x))))
        shutil.rmtree(own)
    with open(said, encoding="utf-8") as f: check(re.search(r"documents?, \d+ pages → .* \(\d+ ms\)$", f.read(), re.M), "it says what it built, and how long that took")
finally:
    p.kill()
    p.wait()
done()
