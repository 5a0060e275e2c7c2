#!/usr/bin/env python3
"""out/ is replaced whole or not at all: full disks, kills, strange folders."""
import hashlib, os, random, resource, signal, subprocess, sys, time
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

def whole(out):
    """Every file named in SHA256SUMS is there with its sum."""
    lines = open(out + "/SHA256SUMS", encoding="utf-8").read().splitlines()
    return lines and all(hashlib.sha256(open(f"{out}/{l[66:]}", "rb").read()).hexdigest() == l[:64] for l in lines)

def no_rest(base): return not [n for n in os.listdir(base) if "sastra-" in n]

base = folder("publish")
small, out = write(base + "/in", SMALL), base + "/out"
write(out, {"README": "mine\n", "mine/keep.txt": "mine too\n"})
check(build(small, out).returncode == 0, "into a folder that holds other files")
check(whole(out), "the sums are right")
check(open(out + "/README").read() == "mine\n" and open(out + "/mine/keep.txt").read() == "mine too\n", "other files stay")
check(no_rest(base), "nothing is left beside it", os.listdir(base))
first = files_of(out)

def small_files(): # a full disk, as the program sees it: writes fail past a size
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
write(small, {"sessions/d1s01-opening.en.md": "# Opening\n\nThe forum began anew.\n"})
r = build(small, out, prepare=small_files)
check(r.returncode == 2 and b"out-write" in r.stderr, "a full disk is told", (r.returncode, text(r.stderr)))
check(files_of(out) == first, "and the last good files stay")
check(no_rest(base), "and nothing is left beside them", os.listdir(base))

check(build(small, out).returncode == 0 and whole(out), "the next build is whole")
second = files_of(out)
check(second != first, "and new")
write(small, {"event.yml": SMALL["event.yml"] + "editions: [km]\n"})
check(build(small, out).returncode == 0 and not os.path.exists(out + "/report.en.pdf"), "a file no longer made goes")
check(whole(out) and open(out + "/README").read() == "mine\n", "and other files still stay")

write(small, {"event.yml": SMALL["event.yml"]})
random.seed(1)
torn = 0
for i in range(25):
    write(small, {"sessions/d1s01-opening.en.md": f"# Opening\n\nThe forum began {i} times.\n"})
    p = subprocess.Popen([SASTRA, "build", "-q", "-i", small, "-o", out], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    time.sleep(random.uniform(0, 0.08)); p.kill(); p.wait()
    torn += not whole(out)
check(torn == 0, "killed at 25 moments, out/ is always whole", torn)
check(build(small, out).returncode == 0 and whole(out), "and the next build works")

os.symlink("out", base + "/link")
check(build(small, base + "/link").returncode == 0 and os.path.islink(base + "/link") and whole(out), "a link to the folder stays a link")
check(build(small, base + "/a/b/c").returncode == 0 and whole(base + "/a/b/c"), "folders above are made")
write(base, {"file": "x"})
check(build(small, base + "/file").returncode == 2 and open(base + "/file").read() == "x", "a file in the way is left alone")
before = files_of(small)
build(small, out)
check(files_of(small) == before, "input/ is never written")

# -- names typed in a form
FORM = "id: {}\nen: {{title: G}}\nkm: {{title: ទម្រង់}}\nprompts:\n  - {{id: q1, type: yesno, en: Q?, km: សំណួរ?}}\n"
def forms(name, **files):
    inside = write(folder(name) + "/in", {**SMALL, **{f"forms/{n}.yml": FORM.format(i) for n, i in files.items()}})
    r = build(inside, f"{os.path.dirname(inside)}/deep/er/out")
    found = files_of(os.path.dirname(inside))
    return r, sorted(n[25:-4] for n in found if n.startswith("deep/er/out/handouts/form-")), {n: d for n, d in found.items() if not n.startswith(("in/", "deep/er/out/"))}, found
r, names, outside, found = forms("typed", g="../../../victim/thesis")
check(r.returncode == 0 and b"form-name" in r.stderr and not outside and names == ["-victim-thesis", "-victim-thesis-a5"], "an id never leads out of out/", (names, sorted(outside), text(r.stderr)[-300:]))
r, names, outside, found = forms("lines", g='"x\\n' + "0" * 64 + '  mine.txt\\e[31m\\x9b"')
check(r.returncode == 0 and len(names) == 2 and not any(c in r.stderr + found["deep/er/out/problems.json"] + found["deep/er/out/problems.txt"] for c in (b"\x1b", b"\xc2\x9b")), "control characters of an id are told as none", r.stderr[-300:])
check(all(l[66:].decode() and "deep/er/out/" + l[66:].decode() in found for l in found["deep/er/out/SHA256SUMS"].splitlines()), "and make no lines in SHA256SUMS")
for name, files, want in (("two of one id", {"f1": "a", "f2": "a"}, ["-a", "-a-2", "-a-2-a5", "-a-a5"]), ("two that become one", {"f1": "a b", "f2": "a/b"}, ["-a-b", "-a-b-2", "-a-b-2-a5", "-a-b-a5"]),
                          ("x beside x-a5", {"f1": "x", "f2": "x-a5"}, ["-x", "-x-a5", "-x-a5-2", "-x-a5-2-a5"])):
    r, names, outside, found = forms("pair", **files)
    check(r.returncode == 1 and b"form-twice" in r.stderr and names == want, f"{name}: told, and both are there", (r.returncode, names, text(r.stderr)[-400:]))
reply = write(folder("replies") + "/in", {**SMALL, "forms/g.yml": FORM.format("Day 1 (all)"), "reflections/Day 1 (all).csv": "form_no,q1\n1,yes\n", "reflections/Day-1-all-more.csv": "form_no,q1\n2,yes\n"})
r = build(reply, os.path.dirname(reply) + "/out")
check(b"form-missing" not in r.stderr and b"form-name" in r.stderr and r.returncode == 0, "replies go by the id as it was typed, or as it goes out", text(r.stderr)[-400:])
done()
