"""A page of HTML as the tests read it: its elements, what each language's reader sees, where its lines may end."""
import re
from html.parser import HTMLParser

VOID = {"meta", "br", "wbr", "img", "hr", "input", "link"}
BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd", "figcaption", "caption", "legend", "section", "br", "pre", "tr"}

class Element:
    def __init__(self, tag, attrs, parent):
        self.tag, self.attrs, self.parent, self.inside = tag, dict(attrs), parent, []
    def all(self, *tags):
        for x in self.inside:
            if isinstance(x, Element):
                if not tags or x.tag in tags: yield x
                yield from x.all(*tags)
    def classes(self): return (self.attrs.get("class") or "").split()
    def text(self, without=()):
        """What is read; lines of blocks apart; nothing of the classes that are hidden."""
        if set(self.classes()) & set(without) or self.tag in ("style", "script"): return ""
        inner = "".join(x if isinstance(x, str) else x.text(without) for x in self.inside)
        return "\n" + inner + "\n" if self.tag in BLOCKS else inner
    def breaks(self):
        """The text with a bar where a <wbr> stands."""
        return "".join(x if isinstance(x, str) else "|" if x.tag == "wbr" else x.breaks() for x in self.inside)

class Page(HTMLParser):
    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("", {}, None)
        self.faults = []
        self.feed(source)
        if self.at is not self.root: self.faults.append(f"<{self.at.tag}> stays open")
    def handle_starttag(self, tag, attrs):
        if len(dict(attrs)) != len(attrs): self.faults.append(f"<{tag}> has an attribute twice")
        e = Element(tag, attrs, self.at)
        self.at.inside.append(e)
        if tag not in VOID: self.at = e
    def handle_startendtag(self, tag, attrs):
        self.at.inside.append(Element(tag, attrs, self.at))
    def handle_endtag(self, tag):
        if tag != self.at.tag: self.faults.append(f"</{tag}> ends <{self.at.tag}>")
        elif self.at.parent: self.at = self.at.parent
    def handle_data(self, data): self.at.inside.append(data)

def lines(text): return [re.sub(r"[ \n\t]+", " ", l).strip() for l in re.split(r"\n", text) if l.strip()]
def squeezed(text): return re.sub(r"\s+", "", text)
