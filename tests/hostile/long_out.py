#!/usr/bin/env python3
"""out/ under faults of the machine: calls of a small build fail, each errno that they know, kills at every call and at any
instant, power cuts, on a folder of ours, on one with files of others and on a mount point; and what accept and todo write. For `make hostile`.

  KILLS=N   kills at instants, in all (60)
  SWEEP=N   how many cases of each call on each of the two folders (8, or all its errnos; 0: each errno at each call)
  CALLS=…   of these calls alone, and no kills"""
import os, subprocess, sys, time
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from injected import *
from power_cut import after_power_cuts

KILLS, SWEEP = (int(os.environ.get(k, v)) for k, v in (("KILLS", 60), ("SWEEP", 8)))
CALLS = os.environ.get("CALLS", "").split()
# In a mount namespace of its own, where that is allowed, so that nothing of it outlives the test.
if os.getuid() == 0 and not os.environ.get("UNSHARED") and subprocess.run(["unshare", "-m", "true"], capture_output=True).returncode == 0:
    os.execvpe("unshare", ["unshare", "-m", sys.executable, *sys.argv], dict(os.environ, UNSHARED="1"))
kinds = [("ours", {}), ("with others' files", {"foreign": True})]
if os.environ.get("UNSHARED"): kinds.append(("a mount point", {"foreign": True, "mount": True}))
else: print("ok a mount point # SKIP no file system can be mounted here")

def told(name, result, least=1, kills=()):
    """Nothing wrong at so many points; kills: what some of them must have left."""
    wrong, seen = result
    check(not wrong and sum(seen.values()) >= least and {(-9, s) for s in kills} <= set(seen), f"{name}: {sum(seen.values())} points, {dict(sorted(seen.items()))}", wrong[:4])

for turn, (kind, how) in enumerate(kinds):
    bench = Bench(folder(f"long-{turn}"), **how)
    check(bench.old != bench.new, f"{kind}: the two differ")
    if not CALLS:
        calls = bench.count("any") # the last two kinds make the same: each is killed at every other of them
        told(f"{kind}: killed at each call that changes something", killed(bench, range(1 + turn // 2, calls + 1, 2 if turn else 1)), 40, ("old", "new"))
        told(f"{kind}: killed at instants", killed_at_instants(bench, KILLS // len(kinds), turn), kills=("old",))
        # On a mount point the changes are those beside files of others.
        if not how.get("mount"): told(f"{kind}: power cuts", after_power_cuts(bench, 4, turn), 20)
        # Beside files of others names are moved one by one: one of them fails, and all go back.
        if turn == 1: told(f"{kind}: power cuts, and a build that goes back", after_power_cuts(bench, 4, turn, f"renameat2:12:{errno.EIO}"), 20)
    if how.get("mount"): continue
    for name in CALLS or ERRNOS:
        j = "2" if name == "pthread_create" else "1"
        n = bench.count(name, j)
        # Memory is asked for often, and most of it by the same few callers.
        tried = cases(name, n, SWEEP or (300 if name in MEMORY else 1 << 20), turn) if n else []
        check(n or (name, turn) == ("link", 1), f"{kind}: {name} is called", n)
        if tried: told(f"{kind}: {name} fails ({n} calls)", sweep(bench, name, tried, j), len(tried))
    if turn: continue
    os.mkdir(os.path.join(bench.base, "list"))
    for arguments, path, old in ((["accept"], bench.input + "/translations.tsv", b"old"), (["todo", bench.base + "/list/work.csv"], bench.base + "/list/work.csv", None)):
        for name in ("open", "write", "fsync", "close", "rename"):
            if CALLS and name not in CALLS: continue
            told(f"{arguments[0]}: {name} fails", sweep_written(bench, arguments, path, old, name, SWEEP or 1 << 20), 4)
done()
