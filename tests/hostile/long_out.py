#!/usr/bin/env python3
"""out/ under faults of the machine: each call of a small build fails in turn, kills at every call and at any instant, on a
folder of ours, on one with files of others and on a mount point. `make hostile` runs it.

  KILLS=N   kills at instants, in all (300)"""
import os, subprocess, sys, time
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from injected import *

KILLS = int(os.environ.get("KILLS", 300))
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
    calls = bench.count("any")
    told(f"{kind}: killed at each call that changes something", killed(bench, range(1, calls + 1)), 60, ("old", "new"))
    told(f"{kind}: killed at instants", killed_at_instants(bench, KILLS // len(kinds), turn), kills=("old",))
    if how.get("mount"): continue
    for name in ERRNOS:
        j = "2" if name == "pthread_create" else "1"
        n = bench.count(name, j)
        # Memory: the first few calls, and so many of the rest that lie evenly.
        points = range(1, n + 1) if n < 200 else sorted({*range(1, 20), *range(1, n, n // 60)})
        if name not in (("close", "mkdir", "mmap"), ("link",))[turn]: told(f"{kind}: {name} fails ({n} calls)", sweep(bench, name, points, j, turn))
done()
