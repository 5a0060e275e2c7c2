"""What the test scripts share. Each prints lines "ok NAME" / "not ok NAME: why" and ends through done()."""
import html, json, os, re, resource, shutil, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SASTRA = os.environ.get("SASTRA", os.path.join(ROOT, "build", "sastra"))
FOLDER = os.environ.get("WORK") or tempfile.mkdtemp()
SAMPLE = os.path.join(ROOT, "input")
# The sanitizers cost about so much; a machine that also does other work as much again.
SLOWER = 12 if os.sep + "asan" + os.sep in SASTRA else 2
# Seconds after which a command hangs; nothing on a machine under load comes near.
PATIENCE = 600 * SLOWER
failed = 0

def check(good, name, why=""):
    global failed
    print(f"ok {name}" if good else f"not ok {name}: {why}", flush=True)
    if not good: failed += 1
    return good

def done():
    sys.exit(1 if failed else 0)

def sastra(*args, stdin="", env=None, cwd=None, prepare=None):
    """Runs the program; stdout and stderr as text, the seconds of CPU as cpu. A sanitizer's report shows in stderr and in the
    status."""
    e, before = dict(os.environ, **(env or {})), cpu()
    r = subprocess.run([SASTRA, *map(str, args)], input=stdin.encode() if isinstance(stdin, str) else stdin, capture_output=True,
                       timeout=PATIENCE, env=e, cwd=cwd or ROOT, preexec_fn=prepare)
    r.cpu = cpu() - before
    return r

def cpu():
    """Of all commands that have ended: no wall clock, which other work slows."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime

def exact(data): return data.decode("utf-8", "replace")

def text(b): return exact(b).replace("\xa0", " ") # a number's own space is read as any other

def crashed(r):
    """A signal, a sanitizer, or a status the contract does not have."""
    return r.returncode not in (0, 1, 2) or b"Sanitizer" in r.stderr or b"runtime error:" in r.stderr

def folder(name):
    path = os.path.join(FOLDER, name)
    shutil.rmtree(path, ignore_errors=True)
    os.makedirs(path)
    return path

def write(base, files):
    """files: name → text or bytes"""
    for name, data in files.items():
        path = os.path.join(base, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f: f.write(data.encode() if isinstance(data, str) else data)
    return base

def build(input_folder, out, *args, **more):
    return sastra("build", "-i", input_folder, "-o", out, *args, **more)

def problems(out):
    with open(os.path.join(out, "problems.json"), encoding="utf-8") as f: return json.load(f)

def files_of(base):
    found = {}
    for folder_, _, names in sorted(os.walk(base)):
        for n in sorted(names):
            p = os.path.join(folder_, n)
            with open(p, "rb") as f: found[os.path.relpath(p, base)] = f.read()
    return found

def pdftext(path):
    return text(subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True).stdout)

class Run:
    """Type of one size in a line of a PDF: what it says, and where it begins."""
    def __init__(self, size, chars):
        found = re.findall(r'<char [^>]*? x="([^"]*)" y="([^"]*)"[^>]*? c="([^"]*)"', chars)
        self.size, self.text = float(size), html.unescape("".join(c for _, _, c in found))
        self.x, self.y = map(float, found[0][:2]) if found else (0, 0)
        self.khmer = bool(re.search("[\u1780-\u17ff]", self.text))

def stext(path):
    """A PDF's pages as MuPDF reads them: [(width, height, [(the box of a line, its runs)])]"""
    out = text(subprocess.run(["mutool", "draw", "-q", "-F", "stext", "-o", "-", path], capture_output=True).stdout)
    return [(float(width), float(height),
             [([float(n) for n in box.split()], [Run(*run) for run in re.findall(r'<font name="[^"]*" size="([^"]*)">(.*?)</font>', line, re.S)])
              for box, line in re.findall(r'<line bbox="([^"]*)"[^>]*>(.*?)</line>', page, re.S)])
            for width, height, page in re.findall(r'<page [^>]*?width="([^"]*)" height="([^"]*)"[^>]*>(.*?)</page>', out, re.S)]

def runs(path): return [run for _, _, lines in stext(path) for _, line in lines for run in line]

SMALL = {
    "event.yml": "status: draft\nlanguages: [km, en]\ndates: [2023-04-04, 2023-04-05]\n"
                 "en: {title: A small forum}\nkm: {title: វេទិកាតូច}\n",
    "programme.csv": "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,opening,Opening,ពិធីបើក\n",
    "sessions/d1s01-opening.en.md": "# Opening\n\nThe forum began.\n",
    "sessions/d1s01-opening.km.md": "# ពិធីបើក\n\nវេទិកាបានចាប់ផ្តើម។\n",
}
