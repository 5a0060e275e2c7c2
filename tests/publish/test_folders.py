#!/usr/bin/env python3
"""Whose a folder is: what a build may touch there, which folders it refuses, what it keeps; what a build that was broken off left;
builds at once; and a few of the faults that `make hostile` tries in full."""
import errno, hashlib, os, pwd, shutil, signal, socket, stat, subprocess, sys, time
sys.path[:0] = [os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."), os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "hostile")]
from lib import *
from injected import Bench, in_turn, killed, sweep
from power_cut import after_power_cuts

def tree(base):
    """Path → kind, rights, owner, and what it holds."""
    found = {}
    for above, folders, names in os.walk(base):
        for n in folders + names:
            p = os.path.join(above, n)
            st = os.lstat(p)
            held = os.readlink(p) if stat.S_ISLNK(st.st_mode) else open(p, "rb").read() if stat.S_ISREG(st.st_mode) and st.st_size < 1 << 20 else st.st_size if stat.S_ISREG(st.st_mode) else None
            found[os.path.relpath(p, base)] = (st.st_mode, st.st_uid, st.st_nlink if not stat.S_ISDIR(st.st_mode) else 0, held)
    return found

base = folder("whose")
inside = write(os.path.join(base, "input"), {**SMALL, "event.yml": SMALL["event.yml"] + "documents: [report]\n"})
build(inside, os.path.join(base, "made"))
OURS = set(tree(os.path.join(base, "made")))

# -- twelve folders of others: refused untouched, and with --adopt nothing of theirs is lost
def git(p):
    for c in (["init", "-q"], ["-c", "user.name=n", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "x"], ["gc", "-q"]): subprocess.run(["git", *c], cwd=p, capture_output=True)
def home(p):
    write(p, {".ssh/id": "KEY", ".bashrc": "x", "notes.txt": "n"})
    os.chmod(p + "/.ssh", 0o700), os.chmod(p + "/.ssh/id", 0o600)
def downloads(p): write(p, {"a.iso": "ISO", "report.pdf": "my thesis", "SHA256SUMS": "0" * 64 + "  a.iso\n"})
def odd(p):
    write(p, {"x": "x"})
    os.mkfifo(p + "/pipe"), os.symlink("x", p + "/link"), os.symlink("/nowhere", p + "/dangling"), os.link(p + "/x", p + "/hard")
def sockets(p):
    write(p, {"x": "x"})
    s, here = socket.socket(socket.AF_UNIX), os.getcwd()
    os.chdir(p); s.bind("agent.sock"); os.chdir(here)
def read_only(p):
    write(p, {"ro/x": "x"})
    os.chmod(p + "/ro/x", 0o400), os.chmod(p + "/ro", 0o500)
def empties(p): os.makedirs(p + "/Empty/Deep"), write(p, {"x": "x"})
def huge(p):
    with open(p + "/huge.bin", "wb") as f: f.truncate(8 << 30)
def hidden(p): write(p, {".settings": "s", ".sastra-notes/plan": "mine", "sub/.sastra-x": "x", ".x.sastra-999999/y": "y"})
def owned(p):
    write(p, {"theirs/x": "x"})
    if os.getuid() == 0: os.chown(p + "/theirs", 1000, 1000), os.chown(p + "/theirs/x", 1000, 1000)
def deep(p): write(p, {"/".join(["d"] * 40) + "/f": "deep"})
def lines(p): write(p, {"a\nb": "x", "\x1b[31m": "x"})
for make in (git, home, downloads, odd, sockets, read_only, empties, huge, hidden, owned, deep, lines):
    place = os.path.join(base, make.__name__)
    os.mkdir(place), os.chmod(place, 0o700)
    make(place)
    before, itself = tree(place), os.lstat(place)
    r = build(inside, place, "-q")
    check(r.returncode == 2 and tree(place) == before and b"[out-" in r.stderr and b"\x1b" not in r.stderr, f"{make.__name__}: refused, nothing touched", (r.returncode, text(r.stderr)[-200:]))
    for _ in range(2): r = build(inside, place, "-q", "--adopt")
    after, now = tree(place), os.lstat(place)
    if make is git: check(r.returncode == 2 and after == before, "git: --adopt does not help"); continue
    if make is downloads:
        kept = {n + ".yours" if n in OURS else n: v for n, v in before.items()}
        check(r.returncode == 0 and all(after.get(n) == v for n, v in kept.items()), "downloads: --adopt keeps their report.pdf as report.pdf.yours", sorted(after))
        continue
    check(r.returncode == 0 and all(after.get(n) == v for n, v in before.items()) and set(after) - set(before) == OURS, f"{make.__name__}: --adopt builds beside it", (r.returncode, sorted(set(before) ^ set(after))[:9], text(r.stderr)[-200:]))
    check((now.st_mode, now.st_ino) == (itself.st_mode, itself.st_ino), f"{make.__name__}: the folder is as it was")
    if make is read_only: os.chmod(place + "/ro", 0o700)

# -- folders that are never out/
def refused(name, code, out, cwd=None, **env):
    r = subprocess.run([SASTRA, "build", "-q", "-i", inside, "-o", out, "--adopt"], capture_output=True, cwd=cwd or ROOT, env=dict(os.environ, **env))
    check(r.returncode == 2 and code in r.stderr, name + " is refused", (r.returncode, text(r.stderr)[-200:]))
empty = folder("never")
refused("the folder one is in", b"out-here", ".", empty)
refused("a home", b"out-home", empty, HOME=empty)
refused("what holds a home", b"out-home", empty, HOME=empty + "/../never")
listed = pwd.getpwuid(os.getuid()).pw_dir
if os.path.isdir(listed): refused("the home that the list of users names", b"out-home", listed, HOME=empty)
refused("/", b"out-", "/")
refused("input", b"out-input", inside)
refused("what holds input", b"out-input", base)
os.symlink(base, os.path.join(FOLDER, "to-base"))
refused("a link to it", b"out-input", os.path.join(FOLDER, "to-base"))
check(os.listdir(empty) == [], "and nothing is left there")
slow = write(folder("slow"), {"event.yml": SMALL["event.yml"], **{f"sessions/d1s{i:02d}-n.en.md": "# N\n\n" + "Some words. " * 20000 for i in range(30)}})
r = build(slow, slow, "-q")
check(r.returncode == 2 and r.cpu < 0.3 * SLOWER, "before anything is read at length", r.cpu)

# -- what somebody changed
out = os.path.join(base, "changed")
build(inside, out)
write(out, {"README": "mine", "report.pdf": "annotated"})
os.chmod(out, 0o700), os.chmod(out + "/index.html", 0o640)
r = build(inside, out)
check(r.returncode == 0 and open(out + "/report.pdf.yours").read() == "annotated" and b"out-kept" in r.stderr and b"report.pdf.yours" in r.stderr, "an edited file is kept, and told", text(r.stderr)[-300:])
write(out, {"report.en.pdf": "annotated too"})
write(inside, {"event.yml": SMALL["event.yml"] + "documents: [report]\neditions: [km]\n"})
r = build(inside, out)
check(r.returncode == 0 and open(out + "/report.en.pdf.yours").read() == "annotated too" and not os.path.exists(out + "/report.en.pdf"), "one that is made no more, too", os.listdir(out))
write(inside, {"event.yml": SMALL["event.yml"] + "documents: [report]\n"})
check(open(out + "/README").read() == "mine" and os.stat(out).st_mode & 0o777 == 0o700 and os.stat(out + "/index.html").st_mode & 0o777 == 0o640, "README and rights stay")

# -- a file that is saved there during a build
bench = Bench(folder("meanwhile"))
for when, inject in (("before the folders change names", "renameat2:2:0"), ("after it", "unlink:1:0")):
    bench.reset()
    bench.build(inject) # killed there: the next one finds what was saved
    write(bench.out, {"mine.txt": "saved"})
    for n in os.listdir(bench.base):
        if n.startswith(".out.sastra"): write(os.path.join(bench.base, n, "new"), {"late.txt": "late", "report.pdf": "edited late"})
    stands = any(n.startswith(".out.sastra") for n in os.listdir(bench.base))
    check(stands, f"{when}: killed there", os.listdir(bench.base))
    r = bench.build()
    now = files_of(bench.out)
    check(r.returncode == 0 and now["mine.txt"] == b"saved" and now["report.pdf"] == bench.new["report.pdf"] and now.get("late.txt") == b"late" and now.get("report.pdf.yours") == b"edited late", f"a file saved {when} is there", sorted(now))

# -- a work folder that no build made: in an out/ that came from somewhere, to lead the next build elsewhere
def planted(name, plant):
    """What a build makes of an unfinished work folder that is a trap, in out/ and beside it; the thesis is what it is after."""
    for beside in (False, True):
        base = folder("planted")
        write(base, {"victim/thesis.txt": "precious", "victim/sub/x": "x"})
        out = os.path.join(base, "out")
        work = os.path.join(base, ".out.sastra-unfinished") if beside else os.path.join(out, ".sastra-unfinished")
        os.makedirs(out)
        plant(work, os.path.join(base, "victim"), os.path.relpath(os.path.join(base, "victim"), out))
        before = tree(os.path.join(base, "victim"))
        r = build(inside, out)
        where = f"{name}, {'beside' if beside else 'in'} out/"
        check(tree(os.path.join(base, "victim")) == before, f"{where}: nothing elsewhere is touched", tree(os.path.join(base, "victim")))
        check(r.returncode == 2 and b"[out-taken]" in r.stderr, f"{where}: told, and nothing made", text(r.stderr))

def sum_of(path):
    with open(path, "rb") as f: return hashlib.sha256(f.read()).hexdigest()
def listed(kind, *lines):
    def plant(work, victim, way):
        write(work, {kind: "".join(l.format(sum=sum_of(victim + "/thesis.txt"), way=way, victim=victim) + "\n" for l in lines) + ".\n"})
        os.makedirs(work + "/new"), os.makedirs(work + "/old")
    return plant
def linked(*parts):
    def plant(work, victim, way):
        os.makedirs(work)
        for part in parts: os.makedirs(os.path.dirname(f"{work}/{part}"), exist_ok=True), os.symlink(victim, f"{work}/{part}")
    return plant
def linked_inside(work, victim, way):
    listed("journal", "+ {sum}  handouts/thesis.txt")(work, victim, way)
    os.symlink(victim, work + "/new/handouts")
planted("a new folder that is a link", linked("new"))
planted("an old folder that is a link", linked("old"))
planted("a work folder that is a link", lambda work, victim, way: os.symlink(victim, work))
planted("a journal that is a link", lambda work, victim, way: (os.makedirs(work), os.symlink(victim + "/thesis.txt", work + "/journal")))
for kind in ("journal", "done"):
    planted(f"a {kind} that leaves by ..", listed(kind, "- {sum}  {way}/thesis.txt"))
    planted(f"a {kind} of an absolute name", listed(kind, "- {sum}  {victim}/thesis.txt", "+ {sum}  {victim}/sub/x"))
planted("a link on the way of a new file", linked_inside)

# -- a build that was broken off, and the next
for foreign in (False, True):
    bench = Bench(folder(f"broken-{foreign}"), foreign)
    n = bench.count("any")
    wrong, seen = killed(bench, range(n, foreign, -24))
    check(not wrong and {s for _, s in seen} == {"old", "new"}, f"killed at every 24th call{', beside files of others' if foreign else ''}: old or new after the next command", (wrong[:3], seen))
    for name, least in (("fsync", 5), ("syncfs", 1), ("renameat2", 1), ("unlink", 10), ("rmdir", 2), *([] if foreign else [("readdir", 20)])):
        n = bench.count(name)
        wrong, seen = sweep(bench, name, in_turn(name, range(1 + foreign, n + 1, max(1, n // 3))))
        check(not wrong and n >= least, f"{name} fails: status 2 and the old files, or 0 and the new", (n, wrong[:3], seen))
    bench.reset()
    r = bench.build(f"unlink:5:{errno.EACCES}", quiet=False)
    bench.settle()
    check(r.returncode == 0 and b"[out-uncleared]" in r.stderr and b"out-write" not in r.stderr and bench.judged() == "new", "what cannot be cleared is told, and cleared by the next build", (r.returncode, bench.judged(), text(r.stderr)[-300:]))
wrong, seen = after_power_cuts(bench, 5, 1, f"renameat2:12:{errno.EIO}")
check(not wrong and {s for _, s in seen} == {"old", "new"}, "the power is cut, the last time while a build goes back: old or new after the next command", (wrong[:3], seen))
def failing(n, path): return subprocess.run(bench.command(), capture_output=True, cwd=ROOT, env=dict(os.environ, LD_PRELOAD=bench.library, INJECT=f"open:{n}:{errno.EIO}", INJECT_PATH=path))
# The last to open the profile of colours is the list of problems, whose work is over when that is told.
ends = [failing(n, "sRGB") for n in range(1, 6)]
check([r.returncode for r in ends] == [2] * 4 + [0] and all(b"sRGB.icc: error: " in r.stderr for r in ends[:4]), "a disk that fails under the profile of colours, for whichever document: told, and nothing made", [(r.returncode, text(r.stderr)[-200:]) for r in ends])
r = failing(1, "hyph_en_GB")
check(r.returncode == 2 and b"hyph_en_GB.dic: error: " in r.stderr and b"[file-failed]" in r.stderr, "a disk that fails under the dictionary of hyphens: told, and nothing made", (r.returncode, text(r.stderr)[-300:]))
for name, points in (("malloc", (50, 9000)), ("realloc", (40,)), ("read", (9,)), ("open", (30,))):
    if "asan" in SASTRA: break
    wrong, seen = sweep(bench, name, in_turn(name, points))
    check(not wrong, f"{name} fails: status 2, told", (wrong[:3], seen))

# -- builds at once: one waits for the other
out = os.path.join(base, "at-once")
crowd = [subprocess.Popen([SASTRA, "build", "-q", "-i", inside, "-o", out], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT) for _ in range(6)]
said = [(p.communicate()[1], p.returncode) for p in crowd]
check(all(c == 0 for _, c in said) and set(tree(out)) == OURS and not [n for n in os.listdir(base) if "sastra-" in n], "six at once: each is done, nothing is left", (said, os.listdir(base)))

# -- what is told is no part of what is made
for name, to in (("full", "/dev/full"), ("closed", None)):
    for command, status in ((["build", "-i", inside, "-o", out], 0), (["help"], 2)):
        line = f'exec "$@" {">" + to if to else ">&-"}'
        r = subprocess.run(["sh", "-c", line, "sh", SASTRA, *command], capture_output=True, cwd=ROOT)
        check(r.returncode == status and (status == 0 or b"standard output" in r.stderr), f"standard output is {name}: {command[0]} ends with {status}", (r.returncode, text(r.stderr)))
r = subprocess.run(["sh", "-c", '"$@" | true; exit 0', "sh", SASTRA, "build", "-i", inside, "-o", out], cwd=ROOT)
check(set(tree(out)) == OURS, "nobody hears it: out/ is there")
done()
