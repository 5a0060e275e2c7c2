#!/usr/bin/env python3
"""Plants the faults of mutants.txt, one at a time, and names those that no test sees.

  mutants.py BUILD [NAME …]     BUILD holds the program and unit/, built; faults by name, else all
  JOBS=N                        so many at once (2), each in a copy of the tree under BUILD/mutants/
  LAYERS=…                      what runs where none of a fault's own tests sees it (unit golden shape)

The tests that are named for a fault run first; where it lives, those layers. A fault that ends a test by
time or by a signal is seen, too. Ends in "N killed, N alive"; status 1 where one lives, cannot be planted or does not compile."""
import os, resource, shutil, subprocess, sys, threading, time
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import faults

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
COPIED = ["Makefile", "src", "tests", "input", "fonts"]
LAYERS = os.environ.get("LAYERS", "unit golden shape").split()
TEST_MOST, PATIENCE = 120, 3600  # seconds: of CPU that one command of a test takes; until what waits is ended
say = threading.Lock()

class Tree:
    """A copy of the tree with a build of its own, as it was built."""
    def __init__(self, build, at):
        self.root, self.build = os.path.join(ROOT, build, "mutants", str(at)), "build"
        shutil.rmtree(self.root, ignore_errors=True)
        os.makedirs(self.root)
        for name in COPIED:
            old, new = os.path.join(ROOT, name), os.path.join(self.root, name)
            if name in ("fonts", "input"): os.symlink(old, new)
            elif os.path.isdir(old): shutil.copytree(old, new, symlinks=True)
            else: shutil.copy2(old, new)
        shutil.copytree(os.path.join(ROOT, build), os.path.join(self.root, "build"), symlinks=True,
                        ignore=lambda folder, names: [n for n in names if n in ("mutants", "unit", "asan", "fuzz")])
        self.env = dict(os.environ, SASTRA=os.path.join(self.root, "build", "sastra"), BUILD="build", WORK=os.path.join(self.root, "work"),
                        CMOCKA_MESSAGE_OUTPUT="TAP", LC_ALL="C.UTF-8", PYTHONDONTWRITEBYTECODE="1", MAKEFLAGS="")

    def run(self, *command, cpu=resource.RLIM_INFINITY):
        """Whether it ends well and in time."""
        os.makedirs(self.env["WORK"], exist_ok=True)
        p = subprocess.Popen(command, cwd=self.root, env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
                             preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu)))
        try: self.said = p.communicate(timeout=PATIENCE)[0].decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            os.killpg(p.pid, 9)
            self.said = p.communicate()[0].decode("utf-8", "replace")
        shutil.rmtree(self.env["WORK"], ignore_errors=True)
        return p.returncode == 0

    def make(self, targets): return self.run("make", "-s", "DEPS=skip", "BUILD=build", *targets)

    def test(self, name):
        if "/" not in name: return self.run(f"build/unit/{name}", cpu=TEST_MOST)
        return self.run(sys.executable, os.path.join("tests", name), cpu=TEST_MOST)

def targets(fault):
    return [f"build/unit/{u}" for u in fault.units()] + (["build/sastra"] if len(fault.units()) < len(fault.tests) else [])

def try_one(tree, fault):
    """What saw the fault; "" where it lives, None where it cannot be tried."""
    for test in fault.tests:
        if not tree.test(test): return test
    if not LAYERS: return ""
    if not tree.make(["build/sastra", "unit"]): return None
    return "" if tree.run("tests/run", "build", *LAYERS) else " ".join(LAYERS)

def planted(tree, fault):
    """Builds with the fault, tries it, and puts all back."""
    path = fault.path(tree.root)
    object_ = os.path.join(tree.root, "build", os.path.relpath(path, os.path.join(tree.root, "src")))[:-2] + ".o"
    for p in (path, object_): shutil.copy2(p, p + ".kept")
    try:
        with open(path, encoding="utf-8") as f: text = f.read()
        with open(path, "w", encoding="utf-8") as f: f.write(fault.plant(text))
        return try_one(tree, fault) if tree.make(targets(fault)) else None
    finally:
        for p in (path, object_): os.replace(p + ".kept", p)  # the library and what is linked are older than the next fault

def tell(tree, fault, seen, seconds):
    with say:
        if seen is None: print(f"not built  {fault.name}: {fault.what}\n{tree.said[-2000:]}", flush=True)
        elif not seen: print(f"ALIVE      {fault.name}: {fault.what} ({fault.file})", flush=True)
        else: print(f"killed     {fault.name} by {seen}{'' if seen in fault.tests else ', none of its own'} ({seconds:.0f} s)", flush=True)

def work_off(tree, queue, seen):
    while True:
        with say:
            if not queue: return
            fault = queue.pop(0)
        start = time.monotonic()
        seen[fault.name] = planted(tree, fault)
        tell(tree, fault, seen[fault.name], time.monotonic() - start)

def sound(tree, chosen):
    """A test that fails without any fault kills nothing."""
    names = sorted({t for f in chosen for t in f.tests})
    if not tree.make(sorted({t for f in chosen for t in targets(f)})): return [tree.said[-2000:]]
    return [f"{n} fails without any fault:\n{tree.said[-2000:]}" for n in names if not tree.test(n)]

def main(build, names):
    chosen = [f for f in faults.read() if not names or f.name in names]
    wrong = list(faults.complaints(chosen, ROOT)) + [f"{n}: not in the list" for n in names if n not in [f.name for f in chosen]]
    trees = [Tree(build, i) for i in range(min(int(os.environ.get("JOBS", 2)), max(len(chosen), 1)))] if not wrong else []
    wrong = wrong or sound(trees[0], chosen)
    if wrong: sys.exit("\n".join(wrong))
    queue, seen = list(chosen), {}
    workers = [threading.Thread(target=work_off, args=(t, queue, seen), daemon=True) for t in trees]
    for w in workers: w.start()
    for w in workers: w.join()
    shutil.rmtree(os.path.join(ROOT, build, "mutants"), ignore_errors=True)
    killed, alive = sum(bool(s) for s in seen.values()), sum(s == "" for s in seen.values())
    print(f"{killed} killed, {alive} alive")
    return 0 if killed == len(chosen) else 1

if len(sys.argv) < 2: sys.exit(__doc__)
sys.exit(main(sys.argv[1], sys.argv[2:]))
