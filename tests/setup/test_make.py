#!/usr/bin/env python3
"""The Makefile's set-up, installing and cleaning, each in a folder of its own; nothing of the system is changed."""
import hashlib, os, shutil, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

def make(where, *args, path=None, env=None):
    e = {k: os.environ[k] for k in ("PATH", "HOME", "LC_ALL") if k in os.environ} # nothing that make asan hands down
    e.update(env or {})
    if path: e["PATH"] = path
    return subprocess.run(["make", "--no-print-directory", *args], cwd=where, capture_output=True, env=e)

def bare():
    """A folder with the Makefile alone, and no git."""
    base = folder("setup")
    shutil.copy(os.path.join(ROOT, "Makefile"), base)
    return base

def sums(files): return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items()).encode()

# -- clean: what somebody dropped in or changed stays
base = bare()
made = {"A.ttf": b"a copy", "B.ttf": b"a copy as well"}
write(base, {"fonts/A.ttf": b"a copy", "fonts/B.ttf": b"changed since", "fonts/Mine.ttf": b"mine", "fonts/.made": sums(made), "fonts/README": b"r"})
out = {"report.pdf": b"pdf", "handouts/programme.pdf": b"pdf 2", "index.html": b"page"}
write(base, {**{"out/" + n: d for n, d in out.items()}, "out/index.html": b"a page that somebody edited", "out/.sastra-manifest": sums(out),
             "out/own.txt": b"own", "out/handouts/own.txt": b"own", "build/x.o": b"x"})
os.makedirs(os.path.join(base, "out", "empty"))
r = make(base, "clean")
left = sorted(n for n in files_of(base) if n != "Makefile")
check(r.returncode == 0 and left == ["fonts/B.ttf", "fonts/Mine.ttf", "fonts/README", "out/handouts/own.txt", "out/index.html", "out/own.txt"]
      and os.path.isdir(os.path.join(base, "out", "empty")), "clean takes only what make made, outside git too", f"{r.returncode} {left} {text(r.stderr)}")
r = make(base, "clean")
check(r.returncode == 0, "a second clean finds nothing to do", text(r.stderr))

# -- packages that are missing
def machine(root, sudo):
    """A PATH on which no package is installed."""
    bin = folder("setup-bin")
    for name, script in {"dpkg-query": "exit 1", "id": "echo " + ("0" if root else "1000"), "apt-get": 'echo "apt-get $*" >>"$LOG"', "pkg-config": "exit 0",
                         **({"sudo": 'echo "sudo $*" >>"$LOG"'} if sudo else {})}.items():
        path = os.path.join(bin, name)
        with open(path, "w") as f: f.write(f"#!/bin/sh\n{script}\n")
        os.chmod(path, 0o755)
    for name in ("sh", "make", "git", "sort", "env", "echo"):
        found = shutil.which(name)
        if found: os.symlink(found, os.path.join(bin, name))
    return bin, os.path.join(bin, "log")

for root, sudo, args, status, said, ran in (
        (True, False, ["DEPS=skip"], 0, "apt-get install -y --no-install-recommends", ""),
        (False, False, [], 2, "apt-get install -y --no-install-recommends", ""),
        (False, True, [], 0, "installing from Debian", "sudo apt-get update"),
        (True, False, [], 0, "installing from Debian", "apt-get update")):
    bin, log = machine(root, sudo)
    r = make(bare(), "deps", *args, path=bin, env={"LOG": log})
    told, done_ = text(r.stdout + r.stderr), open(log).read() if os.path.exists(log) else ""
    good = r.returncode == status and said in told and "libhpdf-dev" in told and (ran in done_ if ran else not done_)
    check(good, f"missing packages, {'root' if root else 'a user'}{' with sudo' if sudo else ''} {' '.join(args)}", f"{r.returncode} {told[-400:]} {done_}")

# -- install, uninstall
to = folder("setup-dest")
build_ = os.environ.get("BUILD", "build")
r = make(ROOT, "install", "BUILT=1", "DEPS=skip", f"BUILD={build_}", f"DESTDIR={to}", "PREFIX=/usr")
inside = files_of(to)
check(r.returncode == 0 and "usr/bin/sastra" in inside and "usr/share/sastra/fonts/NotoSerifKhmer-Regular.ttf" in inside
      and "usr/share/doc/sastra/NOTICES.md" in inside, "install puts program, fonts and papers in their places", f"{text(r.stderr)} {sorted(inside)[:5]}")
r = make(ROOT, "uninstall", "DEPS=skip", f"BUILD={build_}", f"DESTDIR={to}", "PREFIX=/usr")
check(r.returncode == 0 and not files_of(to), "uninstall leaves no file", f"{text(r.stderr)} {sorted(files_of(to))[:5]}")

# -- the compiler
show = ["--eval", "show:\n\t@echo $(CC)", "show"]
r, s, q = make(ROOT, *show), make(ROOT, *show, "CC=clang"), make(ROOT, *show, env={"CC": "clang"})
check([text(x.stdout).split()[-1] for x in (r, s, q)] == ["gcc", "clang", "clang"], "gcc compiles unless another is named",
      f"{text(r.stdout)} {text(s.stdout)} {text(q.stdout)}")

# -- version
r = sastra("version")
said = text(r.stdout).strip()
check(r.returncode == 0 and said.startswith("sastra 0."), "the version names the release", said)
if os.path.exists(os.path.join(ROOT, ".git")):
    check("(" in said, "and, from a git checkout, the commit", said)
done()
