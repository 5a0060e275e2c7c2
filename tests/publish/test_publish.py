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
done()
