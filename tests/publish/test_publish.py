#!/usr/bin/env python3
"""out/ is replaced whole or not at all: full disks, kills, strange folders."""
import hashlib, os, random, resource, shutil, signal, subprocess, sys, time
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

def whole(out):
    """Every file named in SHA256SUMS is there with its sum."""
    try:
        lines = open(out + "/SHA256SUMS", encoding="utf-8").read().splitlines()
        return lines and all(hashlib.sha256(open(f"{out}/{l[66:]}", "rb").read()).hexdigest() == l[:64] for l in lines)
    except FileNotFoundError: return False # half moved

def no_rest(base): return not [n for n in os.listdir(base) if "sastra-" in n]

base = folder("publish")
small, out = write(base + "/in", SMALL), base + "/out"
MANIFEST = ".sastra-manifest"
write(out, {"README": "mine\n", ".gitignore": "*.pdf\n"})
check(build(small, out).returncode == 0, "into a folder that holds README and hidden files")
write(out, {"mine/keep.txt": "mine too\n"})
check(build(small, out).returncode == 0, "into our folder, that holds other files too")
check(open(out + "/.gitignore").read() == "*.pdf\n", "hidden files stay")
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
torn, killed, began = 0, 0, time.monotonic()
check(build(small, out, "-q").returncode == 0, "a build takes a while")
took = time.monotonic() - began
for i in range(25):
    write(small, {"sessions/d1s01-opening.en.md": f"# Opening\n\nThe forum began {i} times.\n"})
    p = subprocess.Popen([SASTRA, "build", "-q", "-i", small, "-o", out], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    time.sleep(random.uniform(0, took)); p.kill()
    killed += p.wait() != 0
    # here lie others' files: what a kill left half moved the next command moves on
    if not whole(out): build(small, out, "--only", "handouts/guide")
    torn += not whole(out)
check(torn == 0 and killed, "killed at 25 moments, out/ is always whole", (torn, killed))
check(build(small, out).returncode == 0 and whole(out), "and the next build works")

os.symlink("out", base + "/link")
check(build(small, base + "/link").returncode == 0 and os.path.islink(base + "/link") and whole(out), "a link to the folder stays a link")
check(build(small, base + "/a/b/c").returncode == 0 and whole(base + "/a/b/c"), "folders above are made")
write(base, {"file": "x"})
check(build(small, base + "/file").returncode == 2 and open(base + "/file").read() == "x", "a file in the way is left alone")

# -- whose a folder is
def sums(folder_, names): return "".join(f"{hashlib.sha256(open(os.path.join(folder_, n), 'rb').read()).hexdigest()}  {n}\n" for n in names)
made = build(small, base + "/made") and files_of(base + "/made")
named = [l[66:] for l in made[MANIFEST].decode().splitlines()]
check(sorted(named) == sorted(set(made) - {MANIFEST}) and made[MANIFEST].decode() == sums(base + "/made", named), "the manifest names all that was made, with its sum", named)
check(MANIFEST.encode() not in made["SHA256SUMS"] + made["index.html"], "and is named nowhere")

def refused(name, files, code, *args):
    place = folder("refused")
    write(place, files)
    r = build(small, place, *args)
    return check(r.returncode == 2 and code in r.stderr and files_of(place) == {n: d.encode() if isinstance(d, str) else d for n, d in files.items()} and no_rest(base),
                 f"{name}: refused, nothing touched", (r.returncode, text(r.stderr)[-300:], sorted(files_of(place))))
digest = lambda t: hashlib.sha256(t.encode()).hexdigest()
refused("others' files", {"notes.txt": "mine"}, b"out-others")
refused("others' files in a folder", {"README.md": "x", "a/b/notes.txt": "mine"}, b"out-others")
refused("others' files, --only", {"notes.txt": "mine"}, b"out-others", "--only", "report")
refused("others' SHA256SUMS", {"debian.iso": "ISO", "report.pdf": "thesis", "SHA256SUMS": f"{digest('ISO')}  debian.iso\n"}, b"out-others")
refused("our names with other sums", {"report.pdf": "thesis", "SHA256SUMS": f"{digest('other')}  report.pdf\n"}, b"out-others")
refused("a line that leads out", {"report.pdf": "x", "SHA256SUMS": f"{digest('x')}  report.pdf\n{digest('x')}  ../publish/file\n"}, b"out-others")
refused("an empty manifest", {MANIFEST: "", "report.pdf": "thesis"}, b"out-taken")
ours = {n: d for n, d in made.items()}
refused("a new file of ours where another's stands", {**ours, MANIFEST: "".join(l + "\n" for l in ours[MANIFEST].decode().splitlines() if not l.endswith("report.km.pdf"))}, b"out-taken")
refused("a file where our folder goes", {**{n: d for n, d in ours.items() if "/" not in n}, "handouts": "mine"}, b"out-taken")

older = folder("older")
then = {n: d for n, d in made.items() if n not in (MANIFEST, "SHA256SUMS", "report.html", "report.epub")} # which came later
write(older, {**then, "SHA256SUMS": "".join(f"{hashlib.sha256(d).hexdigest()}  {n}\n" for n, d in sorted(then.items())), "mine.txt": "mine"}) # they named all
os.remove(older + "/report.km.pdf")
check(build(small, older).returncode == 0 and files_of(older) == {**made, "mine.txt": b"mine"}, "an out/ from before there were manifests is adopted, gaps and others' files too")

elsewhere = folder("elsewhere")
write(elsewhere, {"form-x.pdf": "mine", "programme.pdf": "mine"})
linked = folder("linked")
write(linked, {MANIFEST: f"{'0' * 64}  handouts/form-x.pdf\n{'0' * 64}  ../elsewhere/programme.pdf\n"})
os.symlink(elsewhere, linked + "/handouts")
r = build(small, linked)
check(r.returncode == 2 and files_of(elsewhere) == {"form-x.pdf": b"mine", "programme.pdf": b"mine"}, "through a link nothing is removed or written", text(r.stderr)[-300:])

# -- where folders cannot be exchanged
mounted = folder("mounted")
if os.getuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "none", mounted], capture_output=True).returncode == 0:
    check(build(small, mounted).returncode == 0 and files_of(mounted) == made, "a mount point: the same files", sorted(files_of(mounted)))
    write(mounted, {"mine.txt": "mine"})
    write(small, {"event.yml": SMALL["event.yml"] + "documents: [report]\n"})
    check(build(small, mounted).returncode == 0 and "mine.txt" in files_of(mounted) and not [n for n in files_of(mounted) if n.startswith("handouts/")], "only what is no longer made goes", sorted(files_of(mounted)))
    check(sorted(l[66:] for l in open(mounted + "/" + MANIFEST).read().splitlines()) == sorted(set(files_of(mounted)) - {MANIFEST, "mine.txt"}), "and its manifest is whole")
    write(mounted, {"handouts/programme.pdf": "mine"})
    write(small, {"event.yml": SMALL["event.yml"]})
    now = files_of(mounted)
    r = build(small, mounted)
    check(r.returncode == 2 and b"out-taken" in r.stderr and b"handouts/programme.pdf" in r.stderr and files_of(mounted) == now, "another's file is told by its name and stays", text(r.stderr)[-300:])
    os.remove(mounted + "/handouts/programme.pdf")
    for i in range(25):
        write(small, {"event.yml": SMALL["event.yml"] + ("documents: [report]\n" if i % 2 else "")})
        p = subprocess.Popen([SASTRA, "build", "-q", "-i", small, "-o", mounted], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        time.sleep(random.uniform(0.02, 0.15)); p.kill(); p.wait()
    write(small, {"event.yml": SMALL["event.yml"]})
    for n in os.listdir(mounted):
        if n.startswith(".sastra-") and n != MANIFEST: shutil.rmtree(os.path.join(mounted, n))
    r = build(small, mounted)
    check(r.returncode == 0 and files_of(mounted) == {**made, "mine.txt": b"mine"}, "killed at 25 moments, the next build still knows its own", text(r.stderr)[-300:])
    subprocess.run(["umount", mounted])
else: print("ok a mount point # SKIP no file system can be mounted here")

# --only: what else was made stays ours
check(build(small, base + "/made", "--only", "report").returncode == 0 and set(files_of(base + "/made")) == set(made), "--only leaves the others")
check(sorted(l[66:] for l in open(base + "/made/" + MANIFEST).read().splitlines()) == sorted(set(made) - {MANIFEST}), "and the manifest names them still")
write(small, {"event.yml": SMALL["event.yml"] + "documents: [report]\n"})
check(build(small, base + "/made").returncode == 0 and not [n for n in files_of(base + "/made") if n.startswith("handouts/")], "so that they go when they are no more asked for")
write(small, {"event.yml": SMALL["event.yml"]})
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
