"""What a power cut may leave: a build's changes to the disk are recorded (record.c) and some of them forgotten.

A folder's own fsync, or that of a file, keeps what was done there, syncfs all that was done before it; what was not synced may be lost, but for what came before
something that is kept in the same folder. Renames are kept in both folders or in neither, as all file systems with a journal do."""
import os, random, subprocess
from injected import *

class Disk:
    """Folders are dicts, files lists of the pieces that were written; by number, so that names may change."""
    def __init__(self, base, names):
        self.at, self.base = [{}], base
        for n in names: self.at[0][n] = self.load(os.path.join(base, n))
    def add(self, what): self.at.append(what); return len(self.at) - 1
    def load(self, path):
        if not os.path.isdir(path):
            with open(path, "rb") as f: return self.add([f.read()])
        return self.add({n: self.load(os.path.join(path, n)) for n in os.listdir(path)})
    def find(self, path):
        """The folder's number and the name in it."""
        parts, at = os.path.relpath(path, self.base).split("/"), 0
        for p in parts[:-1]: at = self.at[at][p]
        return at, parts[-1]
    def number(self, path):
        at, name = self.find(path)
        return 0 if name == "." else self.at[at][name]
    def store(self, number, path, stored):
        what = self.at[number]
        if number in stored: os.link(stored[number], path)
        elif isinstance(what, list): write(os.path.dirname(path), {os.path.basename(path): b"".join(what)})
        else:
            os.makedirs(path, exist_ok=True)
            for n, k in what.items(): self.store(k, os.path.join(path, n), stored)
        if isinstance(what, list): stored.setdefault(number, path)

def changes_of(disk, lines):
    """Each line as (function, places of names, numbers, bytes), played through once so that names are those of the time."""
    done = []
    for l in lines:
        function, a, b = l.rstrip("\n").split("\t")
        if function in ("fsync", "syncfs", "write"): done.append((function, [], disk.number(a), bytes.fromhex(b))); continue
        places = [disk.find(p) for p in ((a, b) if function in ("rename", "exchange", "link") else (a,))]
        number = disk.add([] if function == "create" else {}) if function in ("create", "mkdir") else None
        done.append((function, places, number, b""))
        play(disk, done[-1])
    return done

def play(disk, change):
    function, places, number, data = change
    folders = [disk.at[f] for f, _ in places]
    names = [n for _, n in places]
    if function == "write": disk.at[number].append(data)
    elif function in ("create", "mkdir"): folders[0][names[0]] = number
    elif function in ("unlink", "rmdir"): folders[0].pop(names[0], None)
    elif names and names[0] not in folders[0]: pass # what it would move was lost itself
    elif function == "rename": folders[1][names[1]] = folders[0].pop(names[0])
    elif function == "link": folders[1][names[1]] = folders[0][names[0]]
    elif function == "exchange": folders[0][names[0]], folders[1][names[1]] = folders[1][names[1]], folders[0][names[0]]

def kept(changes, cut, lucky):
    """Of the changes before the cut those that the disk keeps: what was synced since, what is lucky, and what those stand on."""
    synced, folders, keeps, everything = set(), set(), [], False
    for i in range(cut - 1, -1, -1):
        function, places, number, _ = changes[i]
        if function == "fsync": synced.add(number); continue
        if function == "syncfs": everything = True; continue
        touched = {f for f, _ in places}
        safe = everything or number in synced if function == "write" else everything or bool(touched & (synced | folders)) or lucky()
        if not safe: continue
        folders |= touched
        keeps.append(changes[i])
    return keeps[::-1]

def after_power_cuts(bench, step, seed, inject=""):
    """A cut after every step'th change of a build, in which a call may have failed: what is wrong, and how often it ended how."""
    library, record = os.path.join(bench.base, "record.so"), os.path.join(bench.base, "record")
    subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", library, os.path.join(os.path.dirname(os.path.abspath(__file__)), "record.c"), "-ldl"], check=True)
    bench.reset()
    before = Disk(bench.base, ["out"])
    subprocess.run(bench.command(), env=dict(os.environ, LD_PRELOAD=f"{bench.library}:{library}", INJECT=inject, RECORD=record), cwd=ROOT, capture_output=True)
    with open(record) as f: lines = f.readlines()
    changes, rnd, wrong, seen = changes_of(before, lines), random.Random(seed), [], {}
    for cut in range(1, len(changes) + 1, step):
        for chance in (0, 0.5):
            bench.reset()
            disk = Disk(bench.base, ["out"])
            while len(disk.at) < len(before.at): disk.add([] if isinstance(before.at[len(disk.at)], list) else {})
            for change in kept(changes, cut, lambda: rnd.random() < chance): play(disk, change)
            shutil.rmtree(bench.out)
            disk.store(0, bench.base, {})
            r = bench.settle()
            state = bench.judged() if os.path.isdir(bench.out) else "gone"
            seen[(chance, state)] = seen.get((chance, state), 0) + 1
            if state not in ("old", "new"): wrong.append((cut, lines[cut - 1][:200].replace(bench.base, ""), chance, state, sorted(files_of(bench.base + "/out")), text(r.stderr)[:300]))
    return wrong, seen
