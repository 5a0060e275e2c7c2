#!/usr/bin/env python3
"""Make the counted word list that the breaker links in.

  make_words.py PACKAGES COMMON WORDS.BIN

PACKAGES is a folder into which Debian's packages were unpacked: libicu72 (its data hold the Khmer dictionary as a trie
of bytes, and names of countries, cities, languages, currencies and units), iso-codes (countries again) and
libreoffice-help-km, whose writers typed ZWSP between words. COMMON is our own list of everyday words. The same inputs
make the same bytes: nothing here depends on time, place or the order of a hash.

WORDS.BIN, all little-endian: "SKHW", version, number of units, then units of 32 bits: a minimal acyclic automaton in
a double array. From a state with base b the symbol s leads to unit b + s if that unit's label is s.
  bits 0-6 label (0: free)  7-11 level  12 title  13 surname  14-31 base of the state that it leads to (0: none)
level 0: no word ends here; else its cost in hundredths of a decade is LEVEL_BASE + LEVEL_STEP * level.
Symbols: U+1780..U+17D3 are 1..84, U+17DD is 85; coeng da is written as coeng ta.
"""
import collections, gettext, glob, html, math, os, re, struct, sys

LEVEL_BASE, LEVEL_STEP, LEVELS = 140, 14, 31
TITLE, SURNAME = 32, 64
ADDED = 1.5        # to each count: a word of the dictionary that the help never uses
LONE_LETTER = 200  # a consonant alone is seldom a word
CODA = re.compile("^[\u1780-\u17a2][\u17cb-\u17cd]")
MOST_SYLLABLES = 12
PHRASE_FIRST, PHRASE_REST = 300, 20
TITLE_COUNT = 100
RUN = re.compile("[\u1780-\u17d3\u17d7\u17dd\u200b-\u200d]+")
HOUR = "ម៉ោង"     # 'the time of a place' is a phrase
RECURS = 3
NAME_COUNT, NAME_SYLLABLES = 2, 10
PART = 20


def fold(s):
    return s.replace("\u17d2\u178a", "\u17d2\u178f").replace("\u200c", "").replace("\u200d", "")


def syllables(w):
    return sum(1 for i, c in enumerate(w) if "\u1780" <= c <= "\u17b3" and (i == 0 or w[i - 1] != "\u17d2"))


def icu_items(path):
    """Name and bytes of each file in ICU's common data, which its library holds: after the header a table of offsets."""
    with open(path, "rb") as f: data = f.read()
    data = data[data.index(b"CmnD") - 12:]
    head = struct.unpack_from("<H", data)[0]
    count = struct.unpack_from("<I", data, head)[0]
    rows = [struct.unpack_from("<II", data, head + 4 + 8 * i) for i in range(count)]
    ends = [offset for _, offset in rows[1:]] + [len(data) - head]
    return {data[head + name:data.index(b"\0", head + name)].decode(): data[head + offset:head + end]
            for (name, offset), end in zip(rows, ends)}


class BytesTrie:
    """Reads every key of ICU's BytesTrie (bytestrie.h tells the format)."""

    def __init__(self, data, at, letter):
        self.d, self.letter, self.words = data, letter, []
        self.walk(at, "")

    def number(self, p, lead, two, three, four):
        d = self.d
        if lead < two: return lead, p
        if lead < three: return (lead - two) << 8 | d[p], p + 1
        if lead < four: return (lead - three) << 16 | d[p] << 8 | d[p + 1], p + 2
        if lead == four: return d[p] << 16 | d[p + 1] << 8 | d[p + 2], p + 3
        return struct.unpack_from(">i", d, p)[0], p + 4

    def value(self, p, lead):
        n, q = self.number(p, lead, 0x51, 0x6C, 0x7E)
        return (n - 0x10 if lead < 0x51 else n), q

    def jump(self, p):
        return self.number(p + 1, self.d[p], 0xC0, 0xF0, 0xFE)

    def walk(self, p, word):
        while True:
            node = self.d[p]
            p += 1
            if node >= 0x20:
                p = self.value(p, node >> 1)[1]
                self.words.append(word)
                if node & 1: return
            elif node >= 0x10:
                for _ in range(node - 0x10 + 1):
                    word += self.letter(self.d[p])
                    p += 1
            else:
                if node == 0:
                    node = self.d[p]
                    p += 1
                return self.branch(p, node + 1, word)

    def branch(self, p, length, word):
        while length > 5:
            delta, after = self.jump(p + 1)
            self.branch(after + delta, length >> 1, word)
            p, length = after, length - (length >> 1)
        for _ in range(length - 1):
            key, node = word + self.letter(self.d[p]), self.d[p + 1]
            value, p = self.value(p + 2, node >> 1)
            if node & 1: self.words.append(key)
            else: self.walk(p + value, key)
        self.walk(p + 1, word + self.letter(self.d[p]))


def dictionary(items):
    data = next(data for name, data in items.items() if name.endswith("brkitr/khmerdict.dict"))
    head = struct.unpack_from("<H", data)[0]
    index = struct.unpack_from("<8i", data, head)
    if index[4] & 7 != 0: sys.exit("make_words: the dictionary is no trie of bytes")
    first = index[5] & 0x1FFFFF
    zero_width = {0xFF: "\u200d", 0xFE: "\u200c"}
    trie = BytesTrie(data, head + index[0], lambda b: zero_width.get(b) or chr(first + b))
    return {fold(w) for w in trie.words}


def files(root, ending):
    return sorted(glob.glob(os.path.join(root, "**", "*" + ending), recursive=True))


def translations(path):
    with open(path, "rb") as f: return [t for t in gettext.GNUTranslations(f)._catalog.values() if isinstance(t, str)]


def typed(root):
    """Lines of LibreOffice's help."""
    for path in files(os.path.join(root, "usr/share/libreoffice/help"), ".html"):
        with open(path, encoding="utf-8") as f: page = f.read()
        page = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.S)
        yield from html.unescape(re.sub(r"<[^>]*>", "\n", page)).split("\n")


def counted(lines):
    """How often each stretch between two ZWSP stands in lines whose writer typed ZWSP."""
    counts = collections.Counter()
    for line in lines:
        if "\u200b" not in line: continue
        for run in RUN.findall(line): counts.update(fold(w) for w in run.split("\u200b") if w)
    return counts


def named(items, root):
    """Names of countries, languages, currencies, units and cities: each stretch between spaces or ZWSP that the words
    which recur among them (island, dollar, north) leave."""
    texts = [t for path in files(os.path.join(root, "usr/share/locale/km"), "iso_3166-1.mo") for t in translations(path)]
    for item, data in sorted(items.items()):
        if re.search(r"/(region|lang|curr|unit|zone)/km\.res$", item):
            texts.append(data[:len(data) & ~1].decode("utf-16-le", "replace"))
    runs = {r for t in texts for r in RUN.findall(t) if HOUR not in r}
    recur = collections.Counter(w for r in runs if "\u200b" in r for w in set(r.split("\u200b")))
    common = sorted((w for w, n in recur.items() if n >= RECURS and w), key=lambda w: (-len(w), w))
    return {fold(bare(w, common)) for r in runs for w in r.split("\u200b")}


def bare(w, common):
    """Without the common words at its ends."""
    for c in common:
        rest = w[len(c):] if w.startswith(c) else w[:-len(c)] if w.endswith(c) else ""
        if len(rest) < 2 or (w.startswith(c) and not starts(rest)) or not starts(w[-len(c):]): continue
        if w.endswith(c) and w[-len(c) - 1] == "\u17d2": continue
        return bare(rest, common)
    return w


def starts(w):
    """Whether a syllable may start here."""
    return "\u1780" <= w[0] <= "\u17b3" and not CODA.match(w)


def everyday(path):
    """Lines 'CLASS WORD WORD …': a class is a number taken for the count of each, 'title', 'surname', or 'joined' with a
    number, elements, + and more of them: each of the first before each of the second makes a word."""
    added, flags = collections.Counter(), collections.Counter()
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.startswith("#") or not line.strip(): continue
            kind, *words = line.split()
            if kind == "joined":
                kind, plus = words[0], words.index("+")
                words = [a + b for a in words[1:plus] for b in words[plus + 1:] if a != b]
            for w in map(fold, words):
                if kind == "title": flags[w], added[w] = flags[w] | TITLE, max(added[w], TITLE_COUNT)
                elif kind == "surname": flags[w] |= SURNAME
                else: added[w] = max(added[w], int(kind))
    return added, flags


def phrase(w, known):
    """Two common words that the dictionary lists as one: 'and sport'. Their joint is a place to break."""
    return any(known[w[:i]] >= PHRASE_FIRST and known[w[i:]] >= PHRASE_REST
               for i in range(2, len(w) - 1) if "\u1780" <= w[i] <= "\u17b3" and w[i - 1] != "\u17d2")


def levels(words, counts, added, flags):
    out = {}
    total = 330000
    known = counts | added
    for w in sorted(words | set(added) | set(flags)):
        if not known[w] and w not in flags and phrase(w, known): continue
        if not w or CODA.match(w) or syllables(w) > MOST_SYLLABLES: continue
        if not all("\u1780" <= c <= "\u17d3" or c == "\u17dd" for c in w): continue
        if not "\u1780" <= w[0] <= "\u17b3": continue
        cost = -100 * math.log10((max(counts[w], added[w]) + ADDED) / total)
        if len(w) == 1 and w <= "\u17a2" and not added[w]: cost += LONE_LETTER
        level = min(max(round((cost - LEVEL_BASE) / LEVEL_STEP), 1), LEVELS)
        out[w] = level | flags[w]
    return out


def symbol(c):
    return 85 if c == "\u17dd" else ord(c) - 0x1780 + 1


def automaton(entries):
    """A minimal automaton from sorted keys: states as tuples of (label, value, state)."""
    known, stack = {}, [[]]
    last = []

    def close(depth):
        while len(stack) > depth + 1:
            state = tuple(stack.pop())
            number = known.setdefault(state, len(known) + 1) if state else 0
            label, value, _ = stack[-1][-1]
            stack[-1][-1] = (label, value, number)

    for key, value in sorted(entries):
        same = 0
        while same < min(len(key), len(last)) and key[same] == last[same]: same += 1
        close(same)
        for i in range(same, len(key)):
            stack[-1].append((key[i], value if i == len(key) - 1 else 0, 0))
            stack.append([])
        last = key
    close(0)
    states = {number: state for state, number in known.items()}
    states[-1] = tuple(stack[0])
    return states


def double_array(states):
    """Units of the states, the root first; no two states share a base, so a label is proof enough."""
    bases, taken, used_base = {}, bytearray(1 << 19), bytearray(1 << 19)
    order, seen = [-1], {-1}
    for number in order:
        for _, _, to in states[number]:
            if to and to not in seen:
                seen.add(to)
                order.append(to)
    hint = collections.Counter()  # where the search for as many labels ended last: looking back seldom pays
    for number in order:
        labels = [label for label, _, _ in states[number]]
        many = min(len(labels), 8)
        cell = taken.find(0, max(hint[many], labels[0] + 1))
        while used_base[cell - labels[0]] or any(taken[cell - labels[0] + label] for label in labels):
            cell = taken.find(0, cell + 1)
        base = cell - labels[0]
        used_base[base], bases[number] = 1, base
        for label in labels: taken[base + label] = 1
        hint[many] = cell
    if max(bases.values()) >= 1 << 18: sys.exit("make_words: more states than 18 bits can name")
    units = [0] * (max(bases.values()) + 128)
    for number in order:
        for label, value, to in states[number]:
            units[bases[number] + label] = label | value << 7 | (bases[to] if to else 0) << 14
    units[0] = bases[-1]
    return units


def new_names(names, listed, known):
    """Those that are no words yet and do not part into words that are."""
    def parts(w):
        return any(known[w[:i]] >= PART and (known[w[i:]] >= PART or parts(w[i:]))
                   for i in range(2, len(w) - 1) if starts(w[i:]) and w[i - 1] != "\u17d2")
    return {w for w in names if w not in listed and 2 <= syllables(w) <= NAME_SYLLABLES and not parts(w)}


def main(root, common, out):
    items = icu_items(files(root, "libicudata.so.72.1")[0])
    words = dictionary(items)
    added, flags = everyday(common)
    counts = counted(typed(root))
    added.update({w: NAME_COUNT for w in new_names(named(items, root), words | set(added), counts | added)})
    entries = levels(words, counts, added, flags)
    units = double_array(automaton([tuple(map(symbol, w)), v] for w, v in entries.items()))
    with open(out, "wb") as f:
        f.write(struct.pack("<4sII", b"SKHW", 1, len(units)))
        f.write(struct.pack(f"<{len(units)}I", *units))
    print(f"{len(entries)} words, {len(units)} units, {sum(u != 0 for u in units)} used")


if __name__ == "__main__":
    if len(sys.argv) != 4: sys.exit(__doc__)
    sys.setrecursionlimit(10000)
    main(*sys.argv[1:])
