"""One document by every peer that is here: the same Markdown, A4, margins of 25 mm, Noto Serif and Noto Serif Khmer at 10 pt,
all else as the peer comes. Each maker returns its command lines; the PDF is OUT/NAME.pdf."""
import os, re, resource, shutil, subprocess, sys, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..", "..")
SASTRA = os.environ.get("SASTRA", os.path.join(ROOT, "build", "sastra"))
TYPST = "@myriaddreamin/typst-ts-node-compiler"

CSS = """@page { size: A4; margin: 25mm }
html, body { font: 10pt "Noto Serif", "Noto Serif Khmer"; margin: 0; padding: 0; max-width: none }
"""
BABEL = r"""\AddToHook{begindocument/before}{%%
\babelfont{rm}{Noto Serif}%%
\babelfont[khmer]{rm}[%sScript=Khmer]{Noto Serif Khmer}}
"""
TEX_BREAKS = r'\XeTeXlinebreaklocale "km" \XeTeXlinebreakskip=0pt plus 0.1em' + "\n"
TYPST_HEAD = """#set page(paper: "a4", margin: 25mm)
#set text(font: ("Noto Serif", "Noto Serif Khmer"), size: 10pt, lang: "en")
"""

def write(path, text):
    with open(path, "w", encoding="utf-8") as f: f.write(text)

def have(program, *args):
    """The first line a program says of its version, or nothing where it is not here."""
    if not shutil.which(program): return None
    r = subprocess.run([program, *args], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    lines = [line for line in (r.stdout + r.stderr).splitlines() if re.search(r"\d+\.\d", line)]
    return lines[0].strip() if lines else program

def pandoc(out, to, *more):
    return ["pandoc", "all.md", "-s", "-o", to, "--metadata", "title=Notes", "--metadata", "lang=en", *more]

def html(out):
    write(os.path.join(out, "style.css"), CSS)
    return pandoc(out, "all.html", "-c", "style.css")

def weasyprint(out, npm): return [html(out), ["weasyprint", "all.html", "weasyprint.pdf"]]

def chromium(out, npm):
    return [html(out), ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        "--user-data-dir=" + os.path.abspath(os.path.join(out, "chromium")), "--print-to-pdf=chromium.pdf", "all.html"]]

def latex(out, engine, head):
    write(os.path.join(out, engine + ".head"), head)
    run = [engine + "latex", "-interaction=batchmode", engine + "latex.tex"]
    return [pandoc(out, engine + "latex.tex", "-H", engine + ".head", "-V", "papersize=a4", "-V", "geometry=margin=25mm",
                   "-V", "fontsize=10pt", "-V", "pagestyle=empty"), run, run]

def lualatex(out, npm): return latex(out, "lua", BABEL % "Renderer=HarfBuzz,")

def xelatex(out, npm): return latex(out, "xe", BABEL % "" + TEX_BREAKS)

def libreoffice(out, npm):
    """pandoc's own template in our fonts and paper; its last font is the one for complex scripts."""
    plain = subprocess.run(["pandoc", "--print-default-data-file", "reference.odt"], capture_output=True).stdout
    path = os.path.join(out, "plain.odt")
    with open(path, "wb") as f: f.write(plain)
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(os.path.join(out, "reference.odt"), "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "styles.xml": data = styles(data.decode()).encode()
            new.writestr(name, data)
    export = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    profile = "-env:UserInstallation=file://" + os.path.abspath(os.path.join(out, "office"))
    return [pandoc(out, "libreoffice.odt", "--reference-doc", "reference.odt"),
            ["soffice", profile, "--headless", "--convert-to", export, "libreoffice.odt"]]

def styles(text):
    text = re.sub(r"Times New Roman|Arial", "Noto Serif", text)
    text = re.sub(r"Tahoma1?", "Noto Serif Khmer", text)
    text = text.replace('="12pt"', '="10pt"')
    text = text.replace('style:language-complex="zxx"', 'style:language-complex="km"')
    text = text.replace('style:country-complex="none"', 'style:country-complex="KH"')
    text = text.replace('page-width="8.5in"', 'page-width="210mm"').replace('page-height="11in"', 'page-height="297mm"')
    return re.sub(r'(<style:page-layout-properties[^>]*>)', lambda m: re.sub(r'(margin-\w+)="1in"', r'\1="25mm"', m.group(1)), text)

def typst(out, npm):
    lines = [TYPST_HEAD]
    for line in open(os.path.join(out, "all.md"), encoding="utf-8"):
        mark, text = re.match(r"(#+ |- |:::)?(.*)", line).groups()
        text = re.sub(r"([\\`*_\[\]<>#$@=~/\"'-])", r"\\\1", re.sub(r"\\(.)", r"\1", text))
        if mark == ":::": lines.append('#set text(lang: "%s")' % ("km" if "km" in text else "en"))
        elif mark and mark[0] == "#": lines.append("=" * (len(mark) - 1) + " " + text)
        else: lines.append((mark or "") + text)
    write(os.path.join(out, "all.typ"), "\n".join(lines) + "\n")
    return [["node", os.path.join(HERE, "typst.mjs"), npm[TYPST], os.path.abspath(os.path.join(ROOT, "fonts")), "all.typ", "typst.pdf"]]

def typst_version(npm):
    if TYPST not in npm or not shutil.which("node"): return None
    return "Typst by " + TYPST

MAKERS = {
    "weasyprint": ("WeasyPrint", weasyprint, lambda npm: have("pandoc", "-v") and have("weasyprint", "--version")),
    "lualatex": ("LuaLaTeX", lualatex, lambda npm: have("pandoc", "-v") and have("lualatex", "--version")),
    "xelatex": ("XeLaTeX", xelatex, lambda npm: have("pandoc", "-v") and have("xelatex", "--version")),
    "chromium": ("Chromium", chromium, lambda npm: have("pandoc", "-v") and have("chromium", "--version")),
    "libreoffice": ("LibreOffice", libreoffice, lambda npm: have("pandoc", "-v") and have("soffice", "--version")),
    "typst": ("Typst", typst, typst_version),
}

def seconds(*command, folder=None):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    r = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, r

def make(name, out, npm):
    """CPU seconds, or None where the peer is not here or made nothing."""
    title, commands, version = MAKERS[name]
    said = version(npm)
    if not said:
        print(f"{title}: not found, skipped", file=sys.stderr)
        return None
    target, total = os.path.join(out, name + ".pdf"), 0.0
    if os.path.exists(target): os.unlink(target)
    for command in commands(out, npm):
        spent, r = seconds(*command, folder=out)
        total += spent
    if not os.path.exists(target):
        print(f"{title}: made nothing: {(r.stdout + r.stderr)[-300:]}", file=sys.stderr)
        return None
    print(f"{title}: {said}", file=sys.stderr)
    return total

def sastra(notes, out):
    """The parallel report and the two editions, each timed alone on one thread."""
    spent = {}
    for name in ("report", "report.km", "report.en"):
        folder = os.path.join(out, "sastra-" + name)
        spent[name], r = seconds(SASTRA, "build", "-q", "-j", "1", "-i", notes, "-o", folder, "--only", name)
        path = os.path.join(folder, name + ".pdf")
        if not os.path.exists(path): sys.exit("sastra made nothing: " + r.stderr[-300:])
        shutil.copy(path, os.path.join(out, f"sastra-{name}.pdf"))
    return spent
