"""Builds with a call that fails, or a kill in its place (inject.c), and what is in out/ after the next command."""
import errno, os, random, re, shutil, signal, subprocess, sys, time
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

# What each call may fail with. A sweep meets every one of them, each point of a call with some.
ERRNOS = {
    "open": "EACCES EMFILE ENFILE ENOENT EIO ELOOP ENOMEM ENOSPC EDQUOT EROFS EPERM ENXIO ENODEV ESTALE",
    "read": "EIO EINTR ESTALE ENOMEM ETIMEDOUT",
    "write": "ENOSPC EIO EDQUOT EFBIG EINTR EPERM ESTALE",
    "close": "EIO ENOSPC EDQUOT EINTR",
    "fsync": "EIO ENOSPC EDQUOT EROFS", "syncfs": "EIO ENOSPC EDQUOT",
    "renameat2": "EIO EINVAL ENOSYS EXDEV EBUSY ENOSPC EACCES EPERM EROFS", "rename": "EACCES EXDEV ENOSPC EIO EBUSY EROFS",
    "link": "EIO EPERM EMLINK ENOSPC EXDEV", "mkdir": "EIO ENOSPC EACCES EROFS EDQUOT", "chmod": "EIO EPERM EROFS",
    "unlink": "EIO EACCES EPERM EBUSY EROFS", "rmdir": "EIO EBUSY EPERM EACCES", "flock": "EINTR ENOLCK EINVAL",
    "opendir": "EIO EMFILE ENFILE ENOMEM EACCES", "readdir": "EIO EBADF ENOMEM", "mmap": "ENOMEM EACCES EAGAIN",
    "stat": "EIO EACCES ENOMEM ESTALE", "lstat": "EIO EACCES ENOMEM ESTALE", "fstat": "EIO ENOMEM ESTALE", "statx": "EIO ENOSYS ENOMEM", "realpath": "EIO EACCES ENOMEM",
    "malloc": "ENOMEM", "realloc": "ENOMEM", "pthread_create": "EAGAIN EPERM",
}
FONTS = ("NotoSerifKhmer-Regular", "NotoSansKhmer-Regular", "NotoSerif-Regular", "NotoSans-Regular")
MEMORY = ("malloc", "realloc")
# A file system that cannot exchange names, nor promise to write over nothing: then names change by rename.
WITH = {"rename": f"renameat2:-1:{errno.ENOSYS}"}
# Of the file, not of the machine: a draft goes on without it, and says so.
OF_THE_FILE = {getattr(errno, n) for n in "EACCES EPERM ELOOP EROFS EBADF EFBIG EXDEV EINVAL ENOENT".split()}

class Bench:
    """A folder with out/, which holds a file of somebody's where foreign is true, and a new input."""
    def __init__(self, base, foreign=False, mount=False):
        self.base, self.out, self.mount = base, os.path.join(base, "out"), mount
        self.library = os.path.join(FOLDER, "inject.so")
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "inject.c")
        if not os.path.exists(self.library): subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", self.library, source, "-ldl", "-pthread"], check=True)
        os.mkdir(self.out)
        if mount: subprocess.run(["mount", "-t", "tmpfs", "-o", "size=30m", "none", self.out], check=True)
        os.mkdir(os.path.join(base, "empty"))
        os.mkdir(os.path.join(base, "fonts")) # few: each is opened, read and closed
        for n in FONTS: os.symlink(os.path.join(ROOT, "fonts", n + ".ttf"), os.path.join(base, "fonts", n + ".ttf"))
        self.input = write(os.path.join(base, "input"), {**SMALL, "event.yml": SMALL["event.yml"] + "documents: [report, programme]\n"})
        self.mine = {"mine/keep.txt": b"mine", "notes.txt": b"mine too"} if foreign else {"README": b"mine"}
        self.build()
        write(self.out, self.mine)
        self.old = files_of(self.out)
        self.saved = os.path.join(base, "saved")
        shutil.copytree(self.out, self.saved)
        write(self.input, {"event.yml": SMALL["event.yml"] + "documents: [report]\n", "sessions/d1s01-opening.en.md": "# Opening\n\nThe forum began anew.\n"})
        self.build()
        self.new = files_of(self.out)
        self.reset()

    def run(self, command, inject, count=""):
        return subprocess.run(command, capture_output=True, env=dict(os.environ, LD_PRELOAD=self.library, INJECT=inject, INJECT_COUNT=count), cwd=ROOT, timeout=PATIENCE)
    def command(self): return [SASTRA, "build", "-q", "-j", "1", "-i", self.input, "-o", self.out]
    def build(self, inject="", count=None, j="1", quiet=True):
        env = dict(os.environ, **({"LD_PRELOAD": self.library, "INJECT": inject, "INJECT_COUNT": count or ""} if inject else {}))
        command = self.command()
        command[4] = j
        if not quiet: command.remove("-q")
        return subprocess.run(command, capture_output=True, env=env, cwd=ROOT, timeout=PATIENCE)
    def count(self, name, j="1"):
        path = os.path.join(self.base, "count")
        self.reset()
        self.build(f"{name}:0:5," + WITH.get(name, ""), path, j)
        return int(open(path).read())
    def reset(self):
        for n in os.listdir(self.base):
            if "sastra-" in n: shutil.rmtree(os.path.join(self.base, n))
        for n in os.listdir(self.out):
            p = os.path.join(self.out, n)
            shutil.rmtree(p) if os.path.isdir(p) else os.unlink(p)
        shutil.copytree(self.saved, self.out, dirs_exist_ok=True)
    def settle(self):
        """The next command: one that looks at out/ and then finds nothing to read."""
        return subprocess.run([SASTRA, "build", "-q", "-i", os.path.join(self.base, "empty"), "-o", self.out], capture_output=True, cwd=ROOT)
    def judged(self):
        """old, new, or what else there is."""
        now = files_of(self.out)
        left = [n for n in os.listdir(self.base) + os.listdir(self.out) if "sastra-unfinished" in n]
        if left: return "left"
        return "old" if now == self.old else "new" if now == self.new else "mixed"

def in_turn(name, points):
    """Each point with one errno."""
    numbers = [getattr(errno, e) for e in ERRNOS[name].split()]
    return [(n, numbers[i % len(numbers)]) for i, n in enumerate(points)]

def cases(name, n, most, turn=0):
    """Which of n calls fails with what: each errno, and no more than most of all, evenly over the calls."""
    numbers = [getattr(errno, e) for e in ERRNOS[name].split()]
    every = [(k, e) for k in range(1, n + 1) for e in numbers] if n * len(numbers) <= most else []
    most = max(most, len(numbers))
    return every or [(1 + (k * n + turn * n // 2) // most % n, numbers[(k + k // len(numbers) + turn) % len(numbers)]) for k in range(most)]

def is_told(r, name, number):
    """What failed, and where."""
    said = text(r.stderr)
    if name in MEMORY: return "out of memory" in said
    return os.strerror(number) in said and re.search(r"[/.]\w|^\w+: ", said)

def sweep(bench, name, tried, j="1"):
    """One call fails in each case: what is wrong, and how often it ended how."""
    wrong, seen = [], {}
    for n, number in tried:
        bench.reset()
        r = bench.build(f"{name}:{n}:{number}," + WITH.get(name, ""), j=j)
        bench.settle()
        state, now = bench.judged(), files_of(bench.out)
        mine = all(now.get(n) == d for n, d in bench.mine.items())
        # One file that may not be read is told, and a draft goes on without it.
        if state == "mixed" and number in OF_THE_FILE and r.returncode < 2 and sums_fit(bench.out) and mine: state = "draft"
        seen[(r.returncode, state)] = seen.get((r.returncode, state), 0) + 1
        # Without memory nothing more can be done, not even about files that are in their places.
        fine = (r.returncode, state) in ((0, "new"), (2, "old"), (0, "draft"), (1, "draft")) or (name in MEMORY and (r.returncode, state) == (2, "new"))
        if not fine or not mine or (r.returncode and not is_told(r, name, number)): wrong.append((n, errno.errorcode[number], r.returncode, state, text(r.stderr)[:300]))
    return wrong, seen

def sweep_written(bench, arguments, path, old, name, most):
    """A command that writes one file, as sweep: the file is there as a whole or as it was (None: not there), and nothing beside it."""
    command, wrong, seen, count = [SASTRA, *arguments, "-i", bench.input], [], {}, os.path.join(bench.base, "count")
    place, base = os.path.split(path)
    def reset():
        if os.path.exists(path): os.remove(path)
        if old is not None: write(place, {base: old})
    def now(): return files_of(place).get(base)
    def beside(): return sorted(n for n in os.listdir(place) if n != base)
    reset()
    before = beside()
    r = bench.run(command, f"{name}:0:5", count)
    if r.returncode: return [text(r.stderr)], seen
    good, n = now(), int(open(count).read())
    for k, number in cases(name, n, most):
        reset()
        r = bench.run(command, f"{name}:{k}:{number}")
        state = "beside" if beside() != before else "new" if now() == good else "old" if now() == old else "mixed"
        # Where the folder cannot be synced the file has its name, but may not keep it. Of a note that may not be read nothing is written, and it is told.
        if name == "open" and number in OF_THE_FILE and r.returncode < 2 and state != "beside": state = "draft"
        fine = (r.returncode, state) in ((0, "new"), (2, "old"), (0, "draft"), (1, "draft"), (2, "new") if name in ("open", "fsync") else ())
        seen[(r.returncode, state)] = seen.get((r.returncode, state), 0) + 1
        if not fine or (r.returncode and not is_told(r, name, number)): wrong.append((k, errno.errorcode[number], r.returncode, state, text(r.stderr)[:300]))
    return wrong, seen

def killed(bench, points):
    """A kill at each of the calls that change something."""
    wrong, seen = [], {}
    for n in points:
        bench.reset()
        r = bench.build(f"any:{n}:0")
        bench.settle()
        state = bench.judged()
        seen[(r.returncode, state)] = seen.get((r.returncode, state), 0) + 1
        if state not in ("old", "new"): wrong.append((n, r.returncode, state))
    return wrong, seen

def killed_at_instants(bench, count, seed):
    """A kill at any moment, half of them late, where files are written."""
    wrong, seen, rnd = [], {}, random.Random(seed)
    bench.reset()
    start = time.monotonic()
    bench.build()
    lasts = time.monotonic() - start
    for i in range(count):
        bench.reset()
        p = subprocess.Popen(bench.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
        time.sleep(lasts * (rnd.random() if i % 2 else 0.6 + 0.5 * rnd.random()))
        p.kill()
        status = p.wait()
        bench.settle()
        state = bench.judged()
        seen[(status, state)] = seen.get((status, state), 0) + 1
        if state not in ("old", "new"): wrong.append((i, status, state))
    return wrong, seen

def sums_fit(out):
    import hashlib
    return all(hashlib.sha256(open(f"{out}/{l[66:]}", "rb").read()).hexdigest() == l[:64] for l in open(out + "/SHA256SUMS", encoding="utf-8").read().splitlines())
