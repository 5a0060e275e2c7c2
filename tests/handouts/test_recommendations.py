#!/usr/bin/env python3
"""Recommendations: texts begin in one column whatever their numbers' width, facts stand by their own text; items of lists in two languages are apart;
room above signatures."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

COUNT = 12
LONG = "កំណត់តារាងសង្កេតខ្លីមួយជាភាសាខ្មែរ សម្រាប់មុខវិជ្ជាស្ទែមទាំងអស់ ហើយសាកល្បងប្រើរយៈពេលមួយឆមាស មុនសម្រេចជាផ្លូវការ។"
TABLE = "text_en,text_km,addressee_en,addressee_km,horizon\n" + "".join(f"Do the thing of number {i} at once.,{LONG if i % 2 else 'ធ្វើភ្លាម។'},Schools,សាលា,203{i % 10}\n" for i in range(1, COUNT + 1))
EVENT = SMALL["event.yml"].replace("languages: [km, en]\n", "") + "languages: [km, en]\nsignatories:\n  - {role_en: For the committee, role_km: តំណាងគណៈកម្មការ}\n"
NOTES = {"summaries/foreword.en.md": "# Foreword\n\nThis is made up.\n\n- One item of a few words, so many that they take two lines of their column.\n- Two.\n- Three.\n",
         "summaries/foreword.km.md": "# អារម្ភកថា\n\nនេះជាគំរូ។\n\n- មួយ។\n- ពីរ ជាវាក្យសម្ព័ន្ធវែង ដែលត្រូវការបន្ទាត់ច្រើនជាងមួយ នៅក្នុងជួរឈររបស់វា។\n- បី។\n"}
base = write(folder("recommendations"), {**SMALL, **NOTES, "event.yml": EVENT, "recommendations.csv": TABLE})

def texts(doc):
    """Page by page: role, x, baseline, language and words of each piece of text."""
    pages = re.split(r"(?m)^page ", text(sastra("dump", "pages", doc, "-i", base).stdout))[1:]
    return [[(m[1], float(m[2]), float(m[3]), m[4], m[5]) for m in re.finditer(r'(?m)^  text (\S+) (\S+) (\S+) \S+ (\S+) \S+ "(.*)"$', p)] for p in pages]

for doc in ("report", "report.km", "report.en"):
    edges, apart = {}, {}
    for page in texts(doc):
        for k, (role, x, y, lang, said) in enumerate(page):
            if role != "numbered.label": continue
            item = [t for t in page[k + 1:]]
            item = item[:next((i for i, t in enumerate(item) if t[0] not in ("p", "detail")), len(item))]
            edges.setdefault(lang, set()).add(round(item[0][1] - x, 3))
            own = [t for t in item if t[0] == "p"]
            detail = [t for t in item if t[0] == "detail"]
            if detail: apart.setdefault(lang, set()).add(detail[0][2] - own[-1][2])
    check(edges and all(len(e) == 1 for e in edges.values()), f"{doc}: all texts begin as far from their numbers' edge", edges)
    check(apart and all(max(a) - min(a) < 1 for a in apart.values()), f"{doc}: facts stand as near under a short text as under a long one", apart)

UNIT = 9.25
both = [t for page in texts("report") for t in page]
signed = next(k for k, t in enumerate(both) if t[0].startswith("signer"))
above = max(t[2] for t in both[:signed] if t[0] in ("p", "item", "item.label") and t[2] < both[signed][2])
check(both[signed][2] - above > 3.2 * UNIT, "a signature stands apart from the text above", both[signed][2] - above)
english = [(t[2], t[4]) for page in texts("report.en") for t in page if t[0].startswith("signer")]
day, role, seal = (next(y for y, said in english if word in said) for word in ("date", "committee", "Signature"))
check(role - day > 13.4 + 0.8 * UNIT and 13.4 < seal - role < role - day, "who signs stands apart from the day", (day, role, seal))
tree = text(sastra("dump", "tree", "report.en", "-i", write(folder("horizon"), {**SMALL, "recommendations.csv": "text_en,horizon\nA thing.,2024\nAnother.,2023–2024\n"})).stdout)
check("By 2024" in tree and "By the end of 2023–2024" in tree, "what two years are given for has their end", re.findall(r'"(By[^"]*)', tree))
ADDRESSED = "text_en,text_km,addressee_en,addressee_km,horizon\n" + "".join(
    f"A thing.,ការងារមួយ។,{'Schools and offices of education; ' * n},{'សាលារៀន និងការិយាល័យអប់រំ; ' * n},2023–2024\n" for n in range(1, 6))
dated = text(sastra("dump", "pages", "report", "-i", write(folder("dates"), {**SMALL, "event.yml": EVENT, "recommendations.csv": ADDRESSED})).stdout)
details = re.findall(r'(?m)^  text detail \S+ \S+ \S+ (\S+) ([0-9A-F]{6}) "(.*)"$', dated)
wanted = {"en": "By\xa0the\xa0end\xa0of\xa02023–2024", "km": "ត្រឹមចុងឆ្នាំ២០២៣–២០២៤"}
for lang, said in wanted.items():
    lines = [d for d in details if d[0] == lang]
    check(sum(said.replace("\xa0", " ") in d[2].replace("\xa0", " ") for d in lines) == 5 and len(lines) > 7, f"{lang}: a date stands on one line, whatever stands before it", lines)

def luminance(rgb):
    parts = [int(rgb[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    return sum(w * (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4) for w, c in zip((0.2126, 0.7152, 0.0722), parts))

check(details and all(1.05 / (luminance(d[1]) + 0.05) > 10 for d in details), "to whom and by when is dark enough for its size", {d[1] for d in details})
labels = [t for t in both if t[0] == "item.label"]
levels = sorted({t[2] for t in labels})
check(len(labels) == 6 and len(levels) == 3, "items of both languages are level", labels)
here = next(page for page in texts("report") if any(t[0] == "item.label" for t in page))
en = [b - max(t[2] for t in here if t[0] == "p" and t[3] == "en" and a - 1 <= t[2] < b - 1) for a, b in zip(levels, levels[1:])]
check(en[0] > 14.5 + 0.4 * UNIT, "items are further apart than lines, the longer ones too", en)
done()
