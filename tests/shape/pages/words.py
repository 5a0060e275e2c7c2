"""Gaps between the words of justified lines, and rivers through them, from pdftotext's word boxes."""
import re, subprocess

EVEN = 5.0      # pt: lines that come so near their measure are justified
EM = 11.128     # pt: English body text of a one-language edition
MOST, LEAST = 0.60, 0.17 # em
RIVER = 4       # lines

def boxes(pdf):
    raw = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True).stdout.decode("utf-8", "replace")
    for page in raw.split("<page ")[1:]:
        yield [tuple(map(float, m.groups()[:4])) + (m.group(5),) for m in
               re.finditer(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</word>', page)]

def line_gaps(line, words):
    """[(left, right)] of the gaps between the words of one line."""
    mine = sorted(w for w in words if w[1] < line.y - 2 < w[3] and abs((w[1] + w[3]) / 2 - line.y) < 9 and w[0] > line.x - 1 and w[2] < line.right + 3)
    return [(a[2], b[0]) for a, b in zip(mine, mine[1:])], mine

def measure(doc, pages, finding):
    """Findings and facts; pages: word boxes of each."""
    found, all_gaps, lines = collect(doc, pages, finding)
    if not all_gaps: return found, ["no justified English lines in a one-language edition"]
    g = sorted(all_gaps)
    return found, [f"{lines} justified English lines; gaps in em: least {g[0]:.3f}, 1 % {g[len(g) // 100]:.3f}, median {g[len(g) // 2]:.3f}, "
                   f"99 % {g[len(g) * 99 // 100]:.3f}, most {g[-1]:.3f}"]

def collect(doc, pages, finding):
    """Findings, gaps in em, and of how many lines. Only lines whose paragraph is justified: most of its inner lines
    end at the measure."""
    found, all_gaps, lines = [], [], 0
    per_page = dict(enumerate(pages, 1))
    for par in doc.pars:
        found += overfull(doc, par, per_page, finding)
        inner = [l for l in par.lines[:-1] if not l.forced]
        if par.role != "p" or len(inner) < 2 or par.lang != "en": continue
        full = [l for l in inner if abs(edge(doc, l)) < EVEN]
        if doc.both or len(full) * 2 < len(inner): continue
        before = []
        for line in inner:
            gaps, mine = line_gaps(line, per_page.get(line.page.number, []))
            if line in full and gaps:
                lines += 1
                widest, least = max(b - a for a, b in gaps) / EM, min(b - a for a, b in gaps) / EM
                all_gaps += [(b - a) / EM for a, b in gaps]
                if widest > MOST: found.append(finding("word gap too wide", line.page.number, widest, line.text.strip()[:70]))
                if least < LEAST: found.append(finding("word gap too narrow", line.page.number, 1 - least, line.text.strip()[:70]))
            if line not in full: found.append(finding("line left ragged in a justified paragraph", line.page.number, -edge(doc, line), line.text.strip()[:70]))
            before = rivers(before, gaps)
            deep = [r for r in before if r[2] == RIVER]
            for r in deep: found.append(finding("river", line.page.number, RIVER, f"x {r[0]:.0f}, down to: {line.text.strip()[:50]}"))
    return found, all_gaps, lines

def overfull(doc, par, per_page, finding):
    """What the dump cannot tell: a line's words, without the space at its end."""
    for line in par.lines:
        right = doc.measure(line) if par.role in ("p", "h1", "h2", "h3", "lead") else None
        if right is None or line.right <= right + 0.3: continue
        _, mine = line_gaps(line, per_page.get(line.page.number, []))
        over = mine[-1][2] - right if mine else 0
        if over > 0.3: yield finding("overfull line (words)", line.page.number, over, line.text.strip()[:70])

def edge(doc, line): return line.ink_right - doc.measure(line)

def rivers(before, gaps):
    """Stacks of gaps: each (left, right, lines), where more than half of a gap stands under the one above."""
    out = []
    for a, b in gaps:
        n = 1
        for l, r, k in before:
            if min(b, r) - max(a, l) > 0.6 * min(b - a, r - l): n = max(n, k + 1)
        out.append((a, b, n))
    return out
