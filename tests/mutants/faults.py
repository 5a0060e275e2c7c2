"""The list of faults, mutants.txt, and where each is planted."""
import glob, os, re

HERE = os.path.dirname(os.path.abspath(__file__))
LIST = os.path.join(HERE, "mutants.txt")

class Fault:
    def __init__(self, name, what):
        self.name, self.what, self.file, self.old, self.new, self.tests = name, what, "", "", "", []

    def path(self, root):
        """The file, by its name alone: stems are unique, rooms change."""
        found = glob.glob(os.path.join(root, "src", "**", self.file), recursive=True)
        if len(found) != 1: raise ValueError(f"{self.name}: {len(found)} files are called {self.file}")
        return found[0]

    def plant(self, text):
        """The text with the fault in it. Words may be parted by any white space: lines are set anew by clang-format."""
        found = list(re.finditer(r"\s+".join(map(re.escape, self.old.split())), text))
        if len(found) != 1: raise ValueError(f"{self.name}: in {self.file} this stands {len(found)} times, not once: {self.old}")
        return text[:found[0].start()] + self.new + text[found[0].end():]

    def units(self): return [t for t in self.tests if "/" not in t]

def read(path=LIST):
    """Faults as they stand in the list; ValueError with the line where it is not as its head says."""
    faults = []
    with open(path, encoding="utf-8") as f: lines = f.read().splitlines()
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"): continue
        key, _, rest = line.strip().partition(" ")
        if not line.startswith(" "):
            name, colon, what = line.partition(": ")
            if not colon or not re.fullmatch(r"[a-z0-9-]+", name): raise ValueError(f"line {number}: not NAME: what goes wrong")
            faults.append(Fault(name, what))
        elif not faults: raise ValueError(f"line {number}: before the first name")
        elif key == "in": faults[-1].file = rest.strip()
        elif key == "-": faults[-1].old = rest.strip()
        elif key == "+": faults[-1].new = rest.strip()
        elif key == "by": faults[-1].tests = rest.split()
        else: raise ValueError(f"line {number}: neither in, -, + nor by")
    return faults

def complaints(faults, root):
    """What is wrong with the list, as lines; none where each fault can be planted in the tree at root."""
    names = set()
    for f in faults:
        if f.name in names: yield f"{f.name}: stands twice"
        names.add(f.name)
        if not f.file.endswith(".c") or not f.old or not f.tests: yield f"{f.name}: has no .c file, no text or no test"; continue
        if f.old.split() == f.new.split(): yield f"{f.name}: changes nothing"
        for t in f.tests:
            where = os.path.join(root, "tests", t if "/" in t else f"unit/{t}.c")
            if not os.path.isfile(where): yield f"{f.name}: there is no test {t}"
        try:
            with open(f.path(root), encoding="utf-8") as file: f.plant(file.read())
        except ValueError as e: yield str(e)
