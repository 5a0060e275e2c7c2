"""Inputs made by chance, the same for the same seed: every file that input.md names, every construct of Markdown nested at
random, both languages, other scripts, odd characters, and now and then a fault. made(seed) → {name: text or bytes}."""
import random, struct, zlib

EN = ("mentor teacher school science of the and with in a lesson laboratory report forum students physics mathematics observe question "
      "answer community internet-based co-operation characteristically don’t “quoted” 2023 12.5% Phnom Penh STEM e.g. 1:30 x+y=z").split()
KM = ("វេទិកា គ្រូ សាលារៀន វិទ្យាសាស្ត្រ និង នៃ ក្នុង ការប្រឹក្សាគរុកោសល្យ មេរៀន បន្ទប់ពិសោធន៍ របាយការណ៍ សិស្ស រូបវិទ្យា គណិតវិទ្យា សង្កេត សំណួរ "
      "ចម្លើយ សហគមន៍ ស្ត្រី ខ្ញុំ ព្រះអង្គ ញ៉ាំ ស្ថាប័ន កុំព្យូទ័រ ២០២៣ ១២,៥% ៗ ។ ៖ «សម្រង់» ភ្នំពេញ STEM ក្រសួងអប់រំយុវជននិងកីឡា").split()
OTHER = ["ประเทศไทย", "ປະເທດລາວ", "漢字かな", "العربية", "עברית", "Ελληνικά", "Кириллица", "हिन्दी", "Việt Nam", "naïve", "Ångström", "ﬁnal", "½", "m²",
         "→", "≤", "∑", "☐", "✓", "♀", "😀", "👩‍👩‍👧‍👦", "🇰🇭", "e\u0301\u0323\u0302", "a\u200bb", "soft\u00adhyphen", "no\u00a0break", "\u202eabc\u202c",
         "\ue000", "\U00013000", "\ufffd", "a\u2060b", "\ufeffx", "ក្្ក", "លេាក", "កា្រ", "្ក", "ំា", "A\u200d", "x\u0000", "\u2028", "\t", "…", "—", "© ® ™"]
ESCAPES = ["\\*", "\\_", "\\[", "\\|", "\\`", "&amp;", "&#2080;", "&nbsp;", "&lt;b&gt;", "<b>", "</b>", "<!-- x -->", "**", "*", "_", "[", "](", "`", "![", "[^none]"]

def png(rnd, broken=False):
    kind, width, height = rnd.choice([0, 2, 4, 6]), rnd.randint(1, 90), rnd.randint(1, 90)
    def chunk(name, data): return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    stride = width * {0: 1, 2: 3, 4: 2, 6: 4}[kind]
    rows = b"".join(b"\0" + bytes(rnd.randrange(256) for _ in range(stride)) for _ in range(height))
    data = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
    return data[:len(data) // 2] if broken else data

class Maker:
    def __init__(self, seed):
        self.rnd = random.Random(seed)
        self.odd = self.rnd.choice([0, 0.01, 0.05, 0.2])  # how much of the text is out of the way
        self.faults = self.rnd.choice([0, 0, 0.02, 0.1])
        self.files, self.pictures = {}, []

    # -- text in a line --
    def chance(self, p): return self.rnd.random() < p

    # Both languages take the same numbers from the same seed, so that twins() come out alike.
    def word(self, lang):
        odd, mixed, at = self.chance(self.odd), self.chance(0.05), self.rnd.random()
        words = OTHER if odd else EN if lang == "en" or mixed else KM
        return words[int(at * len(words))]

    def words(self, lang, most=12):
        between = self.rnd.choice(["", "", " ", "\u200b"])
        if lang == "en": between = " "
        return between.join(self.word(lang) for _ in range(self.rnd.randint(1, most)))

    def plain(self, lang, most=8):
        """For a cell or a field: no sign that a table or YAML would take for its own."""
        return "".join(c for c in self.words(lang, most) if c not in "\"'#:{}[]&*!|>%@`,;\t\0\u2028")

    def inline(self, lang, depth=0):
        parts = []
        for _ in range(self.rnd.randint(1, 5 if depth < 2 else 2)):
            parts.append(self.rnd.choice(self.SPANS)(self, lang, depth + 1) if depth < 4 and self.chance(0.4) else self.words(lang))
            if self.chance(self.odd): parts.append(self.rnd.choice(ESCAPES))
        return (" " if self.chance(0.5) or lang == "en" else "").join(parts)

    def strong(self, lang, depth): return "**" + self.inline(lang, depth) + "**"
    def emphasis(self, lang, depth): return "*" + self.inline(lang, depth) + "*"
    def under(self, lang, depth): return " __" + self.inline(lang, depth) + "__ "
    def code(self, lang, depth): return "`" + self.words(lang, 4).replace("`", "") + "`"
    def link(self, lang, depth):
        to = self.rnd.choice(["https://example.org/a?b=1&c=2", "https://example.org/ខ្មែរ", "mailto:a@example.org", "#part", "notes.docx", "", "<a b>", "javascript:x"])
        return f"[{self.inline(lang, depth)}]({to}{self.title('a title')})"
    def title(self, text): return self.rnd.choice(['', f' "{text}"'])
    def auto(self, lang, depth): return self.rnd.choice(["<https://example.org/x>", "https://example.org/" + "long/" * 12, "<a@example.org>"])
    def reference(self, lang, depth): return self.rnd.choice(["[words][ref]", "[ref][]", "[ref]", "[words][nowhere]"])
    def note(self, lang, depth):
        self.notes.append(f"n{len(self.notes)}")
        return f"[^{self.notes[-1]}]"
    def again(self, lang, depth): return f"[^{self.rnd.choice(self.notes)}]" if self.notes else ""
    def picture(self, lang, depth):
        at = self.rnd.choice(self.pictures) if self.pictures and not self.chance(self.faults) else "photos/none.png"
        return f"![{self.rnd.choice(['', self.plain(lang)])}]({at}{self.title('A caption')})"
    def broken(self, lang, depth): return self.words(lang) + self.rnd.choice(["  \n", "\\\n", "\n"]) + self.words(lang)
    SPANS = [strong, strong, emphasis, under, code, link, auto, reference, note, again, picture, broken]

    # -- blocks; each is a list of lines --
    def flat(self, text): return text.replace("\n", " ")

    def paragraph(self, lang, depth): return self.inline(lang).split("\n")
    def long(self, lang, depth): return [self.words(lang, 150)]
    def heading(self, lang, depth):
        if self.chance(0.1): return [self.flat(self.inline(lang, 2)), self.rnd.choice(["===", "---"])]
        return ["#" * self.rnd.randint(1, 6) + " " + self.flat(self.inline(lang, 2))]
    def rule(self, lang, depth): return [self.rnd.choice(["---", "***", "- - -"])]
    def items(self, lang, depth, marks):
        lines = []
        for i in range(self.rnd.randint(1, 5)):
            mark = marks(i)
            inner = self.blocks(lang, depth + 1, 2 if self.chance(0.3) else 1)
            lines += [(mark if k == 0 else " " * len(mark) if l else "") + l for k, l in enumerate(inner)]
            if self.chance(0.2): lines.append("")
        return lines
    def bullets(self, lang, depth):
        mark = self.rnd.choice(["- ", "* ", "+ ", "• ", "– "])
        return self.items(lang, depth, lambda i: mark)
    def numbers(self, lang, depth):
        first, end = self.rnd.choice([0, 1, 7, 99]), self.rnd.choice([". ", ") "])
        return self.items(lang, depth, lambda i: str(first + i) + end)
    def khmer_numbers(self, lang, depth):
        digits = self.rnd.choice(["១២៣៤៥៦៧៨៩", "កខគឃងចឆជឈ"])
        return self.items(lang, depth, lambda i: digits[i] + ". ")
    def quote(self, lang, depth): return ["> " + l if l or self.chance(0.8) else ">" for l in self.blocks(lang, depth + 1, 3)]
    def fence(self, lang, depth):
        mark = self.rnd.choice(["```", "~~~", "````"])
        return [mark + self.rnd.choice(["", "python", "text"])] + [self.words(lang) for _ in range(self.rnd.randint(0, 6))] + [mark]
    def csv(self, lang, depth):
        return ["```csv"] + [",".join(self.plain(lang, 5) for _ in range(self.rnd.randint(2, 5))) for _ in range(self.rnd.randint(1, 6))] + ["```"]
    def indented(self, lang, depth): return ["    " + self.words(lang) for _ in range(self.rnd.randint(1, 3))]
    def html(self, lang, depth): return ["<div>", self.words(lang), "</div>"]
    def table(self, lang, depth):
        wide = self.rnd.randint(1, 7) if not self.chance(0.05) else 30
        rules = "|" + "|".join(self.rnd.choice(["---", ":--", "--:", ":-:"]) for _ in range(wide)) + "|"
        def row(): return "|" + "|".join(self.flat(self.inline(lang, 2)).replace("|", "\\|") if self.chance(0.8) else "" for _ in range(wide + (self.rnd.choice([-1, 1]) if self.chance(self.faults) else 0))) + "|"
        return [row(), rules] + [row() for _ in range(self.rnd.randint(0, 12) if not self.chance(0.05) else 80)]
    def figure(self, lang, depth): return [self.picture(lang, depth)]
    BLOCKS = [paragraph] * 7 + [long, heading, heading, rule, bullets, numbers, khmer_numbers, quote, fence, csv, indented, html, table, table, figure]

    def blocks(self, lang, depth, most):
        lines = []
        for _ in range(self.rnd.randint(1, most)):
            kind = self.rnd.choice(self.BLOCKS) if depth < 5 else Maker.paragraph
            lines += kind(self, lang, depth) + [""]
        return lines[:-1]

    def markdown(self, lang, most=14):
        self.notes = []
        lines = self.blocks(lang, 0, most)
        for at, name in enumerate(self.notes):  # a note's text may call the notes before it
            if self.chance(self.faults) or at > 40: continue
            kept, self.notes = self.notes, self.notes[:at]
            inner = self.blocks(lang, 3, 2) if self.chance(0.2) else [self.flat(self.inline(lang, 2))]
            self.notes = kept
            lines += ["", f"[^{name}]: " + inner[0]] + ["    " + l if l else "" for l in inner[1:]]
        return "\n".join(lines + ["", "[ref]: https://example.org/ref", ""])

    # -- files --
    def yaml(self, key, lang="en", p=0.7): return f'{key}: "{self.plain(lang)}"\n' if self.chance(p) else ""

    def event(self):
        r, days = self.rnd, sorted(self.rnd.sample(range(1, 29), self.rnd.randint(0, 3)))
        t = f"status: draft\nlanguages: [{r.choice(['km, en', 'en, km', 'km, en', 'en', 'km'])}]\n"
        t += f"sample: {r.choice(['yes', 'no', 'បាទ'])}\nnational_heading: {r.choice(['yes', 'no'])}\nattach_sources: {r.choice(['yes', 'no'])}\n"
        if days: t += "dates: [" + ", ".join(f"2023-04-{d:02d}" for d in days) + "]\n"
        if self.chance(0.5): t += "programme_as_of: 2023-03-14\n"
        if self.chance(0.5): t += f"presided_by: [{{name_en: {self.plain('en', 3)}, name_km: {self.plain('km', 3)}, role_en: {self.plain('en')}, role_km: {self.plain('km')}}}]\n"
        if self.chance(0.5): t += f"signatories: [{{role_en: {self.plain('en')}, role_km: {self.plain('km')}}}]\n"
        if self.chance(0.5): t += "contact: {name: A. Person, email: a.person@example.org}\n"
        if self.chance(0.2): t += "fonts:\n  km: {body: Khmer OS Battambang, heading: Khmer OS Muol}\n  en: {body: Noto Sans, heading: Noto Serif}\n"
        if self.chance(0.3): t += f"lunar_date_km: {self.plain('km')}\n"
        if self.chance(self.faults): t += r.choice(["statuss: x\n", "venue: [x\n", "\ttab: 1\n"])
        for lang in ("en", "km"):
            t += f"{lang}:\n  title: \"{self.plain(lang, 14)} x\"\n" + "".join("  " + l for k in ("subtitle", "venue", "host", "supporter") if (l := self.yaml(k, lang)))
        self.files["event.yml"] = t

    def row(self, *cells): return ",".join('"' + c.replace('"', '""') + '"' if set(c) & set(',"\n;') else c for c in cells) + "\n"
    def bi(self, most=8): return [self.plain("en", most) if self.chance(0.9) else "", self.plain("km", most) if self.chance(0.9) else ""]
    def yes(self): return self.rnd.choice(["yes", "no", "", "បាទ", "ទេ"] + (["perhaps"] if self.chance(self.faults) else []))

    def programme(self):
        t = "day,start,end,session,type,title_en,title_km,speakers_en,speakers_km,chair,rapporteur,room\n"
        for day in range(1, self.rnd.randint(1, 3) + 1):
            for s in range(1, self.rnd.randint(1, 6) + 1):
                sid = f"d{day}s{s:02d}"
                self.sessions.append(sid)
                t += self.row(str(day), f"{7 + s:02d}:00", f"{7 + s:02d}:50", sid, self.rnd.choice("opening talk panel discussion visit break closing".split()),
                              *self.bi(), *self.bi(4), self.plain("en", 2), self.plain("km", 2), self.rnd.choice(["", "Hall"]))
        self.files["programme.csv"] = t

    def registers(self):
        orgs = [f"ORG{i}" for i in range(self.rnd.randint(0, 5))]
        if orgs: self.files["organizations.csv"] = "acronym,name_en,name_km,logo\n" + "".join(
            self.row(o, *self.bi(), self.rnd.choice(self.pictures + [""])) for o in orgs)
        if self.chance(0.7): self.files["participants.csv"] = (
            "id,honorific_en,honorific_km,name_en,name_km,role_en,role_km,organization,sex,consent_name,consent_photo\n" + "".join(
                self.row(f"p{i}", *self.rnd.choice([("Mr", "លោក"), ("Ms", "លោកស្រី"), ("", "")]), *self.bi(2), *self.bi(4),
                         self.rnd.choice(orgs + [""]), self.rnd.choice(["f", "m", "ស្រី", ""]), self.yes(), self.yes()) for i in range(self.rnd.randint(0, 60))))
        if self.chance(0.6): self.files["documents.csv"] = "session,title_en,title_km,received,translated_en,translated_km,file\n" + "".join(
            self.row(self.rnd.choice(self.sessions), *self.bi(), self.yes(), self.yes(), self.yes(), "") for _ in range(self.rnd.randint(0, 12)))
        if self.chance(0.6): self.files["recommendations.csv"] = "text_en,text_km,addressee_en,addressee_km,horizon\n" + "".join(
            self.row(*self.bi(30), *self.bi(4), self.rnd.choice(["2024", "short", ""])) for _ in range(self.rnd.randint(0, 9)))
        if self.chance(0.6): self.files["glossary.csv"] = "term_en,term_km,acronym,note\n" + "".join(
            self.row(*self.bi(3), f"AC{i}", self.plain("en")) for i in range(self.rnd.randint(0, 20)))
        if self.chance(0.5): self.files["names.txt"] = "\n".join(self.plain(self.rnd.choice(["en", "km"]), 3) for _ in range(9)) + "\n"

    def form(self, name):
        t = f"id: {name}\nen: {{title: {self.plain('en')} x, intro: {self.plain('en', 20)} x}}\nkm: {{title: {self.plain('km')} ក, intro: {self.plain('km', 20)} ក}}\nprompts:\n"
        answers, head = [], "form_no,session,lang,role"
        for i in range(1, self.rnd.randint(1, 7) + 1):
            kind = self.rnd.choice(["open", "choice", "choices", "scale", "yesno", "ranking"])
            t += f"  - id: q{i}\n    type: {kind}\n    en: {self.plain('en')} x?\n    km: {self.plain('km')} ក?\n"
            if kind == "open": t += f"    lines: {self.rnd.randint(1, 9)}\n"
            if kind == "scale": t += f"    points: {self.rnd.randint(2, 11)}\n    low_en: {self.plain('en', 2)}\n    low_km: {self.plain('km', 2)}\n"
            if kind.startswith("choice") or kind == "ranking": t += "    options:\n" + "".join(f"      - {{id: o{k}, en: {self.plain('en', 4)} x, km: {self.plain('km', 4)} ក}}\n" for k in range(self.rnd.randint(1, 6)))
            head += f",q{i}"
            answers.append(kind)
        if self.chance(0.6): t += "themes:\n" + "".join(f"  - {{id: t{k}, en: {self.plain('en', 2)} x, km: {self.plain('km', 2)} ក, words_en: [{self.rnd.choice(EN[:10])}], words_km: [{self.rnd.choice(KM[:10])}]}}\n" for k in range(3))
        self.files[f"forms/{name}.yml"] = t
        rows = head + ",themes,quote_ok,legible\n"
        for n in range(self.rnd.choice([0, 1, 4, 30, 120])):
            lang = self.rnd.choice(["km", "en"])
            def answer(kind):
                if self.chance(0.2): return ""
                if kind == "open": return self.words(lang, 30).replace("\0", "").replace('"', "") + (" 012 345 678" if self.chance(0.05) else "")
                return {"choice": "o0", "choices": "o0; o1", "ranking": "o0 > o1", "yesno": self.yes(), "scale": str(self.rnd.randint(1, 5))}[kind] if not self.chance(self.faults) else "99"
            rows += self.row(str(n + 1), self.rnd.choice(self.sessions + [""]), lang, self.rnd.choice(["teacher", "mentor", ""]), *map(answer, answers),
                             self.rnd.choice(["", "t0", "t0; t1"]), self.yes(), "yes")
        self.files[f"reflections/{name}.csv"] = rows

    def photos(self):
        for i in range(self.rnd.randint(0, 5)):
            self.files[f"photos/p{i}.png"] = png(self.rnd, self.chance(self.faults))
            self.pictures.append(f"photos/p{i}.png")
        if self.pictures and self.chance(0.7): self.files["photos/photos.csv"] = "file,session,caption_en,caption_km,alt_en,alt_km,credit\n" + "".join(
            self.row(p[7:], self.rnd.choice(self.sessions + [""]), *self.bi(), *self.bi(), self.plain("en", 2)) for p in self.pictures if self.chance(0.7))

    def notes_of(self, base, most=14):
        for lang in ("en", "km"):
            if self.chance(0.1): continue
            front = "" if self.chance(0.6) else f"---\ntitle: {self.plain(lang)} x\nrapporteur: {self.plain(lang, 2)}\nsample: {self.yes()}\n---\n"
            if base.startswith("sessions") and self.chance(0.1): self.files[f"{base}.{lang}.txt"] = "\n".join(self.words(lang, 40) for _ in range(5)) + "\n"
            else:
                t = front + self.markdown(lang, most)
                self.files[f"{base}.{lang}.md"] = t.encode("utf-16") if self.chance(0.05) else t.replace("\n", "\r\n") if self.chance(0.1) else t

    def twins(self, base):
        """The same constructs in both languages, so that they pair."""
        seed = self.rnd.random()
        for lang in ("en", "km"):
            self.rnd.seed(f"{seed}")
            self.files[f"{base}.{lang}.md"] = self.markdown(lang)

    def all(self):
        self.sessions = []
        self.event()
        self.programme()
        self.photos()
        self.registers()
        for stem in "foreword acknowledgements executive-summary key-messages background goals conclusion further".split():
            if self.chance(0.4): self.notes_of("summaries/" + stem, 5)
        for sid in self.sessions:
            if self.chance(0.8): (self.twins if self.chance(0.5) else self.notes_of)(f"sessions/{sid}-note")
        for name in ("comments", "evaluation")[:self.rnd.randint(0, 2)]: self.form(name)
        return self.files

def made(seed): return Maker(seed).all()
