#!/usr/bin/env python3
"""out/ is the old one or the new one, whole, whatever ends a build: memory, kill -9, a full disk, a place that cannot be written;
and the command line under people who mean it ill."""
import os, random, resource, shutil, signal, subprocess, sys, time
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

ASAN = "asan" in SASTRA
base = folder("killed")
inside, out = os.path.join(base, "input"), os.path.join(base, "out")
OLD = {**SMALL, "summaries/goals.en.md": "# Goals\n\n" + "The first goal is a school. " * 400}
NEW = {**OLD, "summaries/goals.en.md": "# Goals\n\n" + "The other goal is a teacher. " * 4000}

def whole(files, name):
    """Builds an input undisturbed; what is in out/ then."""
    write(inside, files)
    r = build(inside, out, "-q")
    check(r.returncode == 0, name + " builds", text(r.stderr)[-300:])
    return files_of(out)

first = whole(OLD, "the old input")
second = whole(NEW, "the new input")
check(first != second and set(first) == set(second), "the two differ")

def disturbed(name, run, times, apart=()):
    """run() under the new input from the old out/, so many times; out/ must be one or the other, but for what may differ by itself."""
    seen, bad, hurt = set(), [], 0
    for i in range(times):
        if files_of(out) != first: shutil.rmtree(out); write(out, first)
        seen.add(run(i))
        now = files_of(out)
        other = sorted(n for n in second if now.get(n) not in (first[n], second[n]) and n not in apart)
        mixed = now != first and now != second and {n for n in now if n not in apart and now[n] != second.get(n)}
        if other or mixed and {n for n in now if n not in apart and now[n] != first.get(n)}: bad.append((i, other or sorted(mixed)))
        hurt += now == first
    check(not bad, f"{name}: out/ is whole", bad[:3])
    return seen, hurt

def left(): return sorted(n for n in os.listdir(base) if n not in ("input", "out"))

# -- memory
def starved(limit):
    return sastra("build", "-i", inside, "-o", out, "-q", "-j", "2", prepare=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))).returncode
if not ASAN:
    limits = [m << 20 for m in range(24, 200, 8)]
    seen, refused = disturbed("too little memory", lambda i: starved(limits[i]), len(limits))
    check(refused > 3 and 0 in seen, "some of it was too little, some enough", (seen, refused))

# -- kill -9 at any moment
rnd = random.Random(4)
start = time.monotonic()
whole(NEW, "once more")
lasts = time.monotonic() - start
def killed(i):
    p = subprocess.Popen([SASTRA, "build", "-i", inside, "-o", out, "-q"], stderr=subprocess.DEVNULL, cwd=ROOT)
    # Half of them late, where files are being written.
    time.sleep(lasts * (rnd.random() if i % 2 else 0.6 + 0.5 * rnd.random()))
    p.kill()
    return p.wait()
seen, hurt = disturbed("killed", killed, 10 if ASAN else 40)
check(-signal.SIGKILL in seen, "some were killed in time", seen)
check(whole(NEW, "the next one") == second and not left(), "the next one sweeps up what they left", left())

# -- a font cut short while it is mapped
fonts = os.path.join(base, "fonts")
shutil.copytree(os.path.join(ROOT, "fonts"), fonts)
def cut(i):
    p = subprocess.Popen([SASTRA, "build", "-i", inside, "-o", out, "-q"], stderr=subprocess.PIPE, cwd=base)
    time.sleep(lasts * rnd.random() * 0.8)
    for n in os.listdir(fonts):
        with open(os.path.join(fonts, n), "r+b") as f: f.truncate(100)
    said = p.communicate()[1]
    shutil.copytree(os.path.join(ROOT, "fonts"), fonts, dirs_exist_ok=True)
    return p.returncode if p.returncode in (0, 1) or said else "in silence"
# The list of problems is set last: a face that is cut by then shows there alone.
seen, hurt = disturbed("fonts cut short", cut, 6, ("problems.pdf", ".sastra-manifest"))
check(seen <= {0, 1, 2}, "fonts cut short: said, and status 2", seen)
shutil.rmtree(fonts)

# -- places that cannot be written, or are odd
def refused(name, to, **more):
    r = build(inside, to, "-q", **more)
    return check(r.returncode == 2 and r.stderr and not crashed(r), f"{name}: refused, and said so", (r.returncode, text(r.stderr)[-300:]))
write(base, {"file": "not a folder"})
refused("out is a file", os.path.join(base, "file"))
refused("out lies under a file", os.path.join(base, "file", "out"))
refused("out is a device", "/dev/null")
check(open(os.path.join(base, "file")).read() == "not a folder", "the file is as it was")
os.symlink("loop", os.path.join(base, "loop"))
refused("out is a loop of links", os.path.join(base, "loop"))
os.symlink("nowhere/at/all", os.path.join(base, "dangling"))
r = build(inside, os.path.join(base, "dangling"), "-q")
check(not crashed(r) and (r.returncode == 2) == (not os.path.exists(os.path.join(base, "dangling", "report.pdf"))), "out is a link to nowhere", r.returncode)
r = build(inside, os.path.join(inside, "out"), "-q")
again = build(inside, os.path.join(inside, "out"), "-q")
check(r.returncode == again.returncode == 0 and files_of(os.path.join(inside, "out")) == second, "out lies in input: built twice, the same, and not read", text(again.stderr)[-300:])
shutil.rmtree(os.path.join(inside, "out"))
given = files_of(inside)
r = build(inside, inside, "-q")
check(not crashed(r) and all(files_of(inside).get(n) == d for n, d in given.items()), "out is input: nothing that was given is lost", text(r.stderr)[-300:])
shutil.rmtree(inside)
write(inside, NEW)
for name in ("in a name\nof two lines", "a name \x1b[31m of colours", "ថត"):
    r = build(inside, os.path.join(base, name), "-q")
    check(r.returncode == 0 and files_of(os.path.join(base, name)) == second, f"out is {name!r}", text(r.stderr)[-300:])
    shutil.rmtree(os.path.join(base, name))
bad = os.fsencode(base) + b"/\xff\xfe"
r = subprocess.run([SASTRA, "build", "-i", inside, "-o", bad, "-q"], capture_output=True, cwd=ROOT)
check(r.returncode == 0 and os.path.exists(bad + b"/report.pdf"), "out is a name that is no text", text(r.stderr)[-300:])
shutil.rmtree(bad)
small = folder("full")
if os.getuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "none", small], capture_output=True).returncode == 0:
    write(small, {"out/README": "mine"})
    refused("a full disk", os.path.join(small, "out"))
    check(files_of(small) == {"out/README": b"mine"}, "a full disk: nothing is left behind", sorted(files_of(small)))
    subprocess.run(["umount", small])
else: print("ok a full disk # SKIP no file system can be mounted here")

# -- the command line
for arguments in (["-j", "0"], ["-j", "999"], ["-j", "-1"], ["-j", "x"], ["-j", "99999999999999999999"], ["-j"], ["--only", ""], ["--only", "../x"], ["--lang", "xx"], ["--nothing"], ["build", "build"],
                  ["-i", "/dev/null"], ["-i", ""], ["-i", "x" * 5000], ["explain", "x"], ["template", "../../etc/passwd"], ["dump", "pages", "nothing"]):
    r = sastra(*([] if arguments[0][0] != "-" else ["build"]), *arguments, *([] if "-i" in arguments else ["-i", inside]), *(["-o", out] if arguments[0][0] == "-" else []))
    check(not crashed(r) and r.returncode == 2 and r.stderr, f"{' '.join(arguments)[:40]!r} is refused", (r.returncode, r.stderr[-200:]))
check(build(inside, out, "-q", "-j", "256").returncode == 0 and files_of(out) == second, "-j 256 builds the same")
check(not left() or left() == ["dangling", "file", "loop"], "nothing is left beside out/", left())

# -- 10,000 files, and what is no file
many = os.path.join(base, "many")
write(many, {"event.yml": SMALL["event.yml"], **{f"sessions/d{i // 90 + 1}s{i % 90 + 1:02d}-n{i}.en.md": f"# N{i}\n\nText {i}.\n" for i in range(1000 if ASAN else 5000)},
             **{f"photos/f{i}.txt": "x" for i in range(1000 if ASAN else 5000)}})
os.mkfifo(os.path.join(many, "pipe.csv"))
os.mkfifo(os.path.join(many, "names.txt"))
os.symlink(".", os.path.join(many, "reflections"))
os.symlink("/dev/zero", os.path.join(many, "glossary.csv"))
r = sastra("check", "-i", many)
check(not crashed(r) and r.returncode == 1 and r.cpu < 30 * SLOWER, "10000 files and three that are none", (r.returncode, r.cpu, text(r.stderr)[-300:]))
done()
