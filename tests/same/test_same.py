#!/usr/bin/env python3
"""The same bytes on every run, in every folder, time zone, locale and number of threads."""
import os, shutil, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

def made(name, input_folder, *args, **env):
    out = os.path.join(folder(name), "out")
    r = build(input_folder, out, "-q", *args, env=env)
    check(r.returncode == 0, f"{name} builds", text(r.stderr))
    return files_of(out)

def same(a, b, name):
    check(a == b, name, [k for k in sorted(set(a) | set(b)) if a.get(k) != b.get(k)])

one = made("one", SAMPLE, "-j", "1")
same(one, made("again", SAMPLE, "-j", "1"), "twice")
same(one, made("threads", SAMPLE, "-j", "4"), "one thread and four")
alone = made("alone", SAMPLE, "-j", "1", "--only", "report")
for i in range(3): same(alone, made(f"alone-{i}", SAMPLE, "-j", "2", "--only", "report"), f"one document by one thread and by two, {i}")
same(one, made("zone", SAMPLE, "-j", "2", TZ="Pacific/Kiritimati", LANG="fr_FR.UTF-8"), "another time zone and locale")
copy = os.path.join(folder("copy"), "elsewhere")
shutil.copytree(SAMPLE, copy)
for base, _, names in os.walk(copy):
    for n in names: os.utime(os.path.join(base, n), (0, 0))
same(one, made("moved", copy), "another folder, other file times")
dated = made("dated", SAMPLE, SOURCE_DATE_EPOCH="1700000000")
check(dated["report.pdf"] != one["report.pdf"] and b"20231114" in dated["report.pdf"], "SOURCE_DATE_EPOCH is the date")
done()
