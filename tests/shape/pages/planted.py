"""Each fault planted in sound pages: the tool must find it, and nothing in the pages as they were."""
import json
from pages import ink, words

LEFT, TEXT, RIGHT = 62.362, 158.739, 526.4
WORDS = "one two three four five six seven eight nine ten "

def t(role, x, y, width, said, where="", lang="en"):
    return f"  text {role}{' ' + where if where else ''} {x:.3f} {y:.3f} {width:.3f} {lang} 1A1A1A {json.dumps(said, ensure_ascii=False)}"

def body(first, last, y=90.0, role="p", step=15.0):
    """Lines of one paragraph, and its tree line."""
    said = [f"line {i} {WORDS}" for i in range(first, last)] + [f"line {last} ends here and is long."]
    return [t(role, TEXT, y + k * step, 371 if s.endswith(" ") else 366, s) for k, s in enumerate(said)], f'    {role} en {json.dumps("".join(said), ensure_ascii=False)}'

def sound():
    """Four pages: a cover, contents, a section over two pages. Returns (pages: lists of lines, tree lines, bookmarks)."""
    head = [t("root", LEFT, 46.8, 60, "Chapter", "header")]
    foot = [f"  rect root footer {LEFT} 797.104 4.200 4.200 B5651D"]
    long, long_tree = body(1, 42, 110)
    rest, rest_tree = body(101, 115, 90 + 15 * 3)
    title = t("h1", LEFT, 90, 60, "Chapter")
    part = t("h3", LEFT, 90 + 15 * 20, 60, "Part")
    tail, tail_tree = body(201, 204, 90 + 15 * 22)
    pages = [[t("cover-title", 200, 200, 60, "Title")],
             [t("toc-item", TEXT, 130, 60, "Chapter"), t("toc-item.page-number", 520, 130, 7, "3")] + foot,
             [title] + long[:-2] + [t("p.mark", 300, 106, 4, "1"), t("note.label", TEXT, 760, 4, "1")] + foot,
             head + long[-2:] + rest + [part] + tail + foot]
    pages[3] = head + [t("p", TEXT, 90 + 15 * i, 366 if i else 371, json.loads(l[l.index('"'):])) for i, l in enumerate(long[-2:])] + rest + [part] + tail + foot
    return pages, ['    cover-title en "Title"', '      toc-item en 1 "Chapter"', '    h1 en #c "Chapter"', long_tree, rest_tree, '    h3 en "Part"', tail_tree], ['bookmark 1 3 70.866 "Chapter"']

def dump(pages, bookmarks):
    out = []
    for i, p in enumerate(pages, 1): out += [f'page {i} 595.275 841.889 "{i}"'] + p
    return "\n".join(out + bookmarks) + "\n"

def document(tool, pages, tree, bookmarks): return tool.Document("planted", dump(pages, bookmarks), "tree report.en en\n" + "\n".join(tree) + "\n")

def swap(pages, tree, old, new):
    for p in pages: p[:] = [l.replace(old, new) for l in p]
    tree[:] = [l.replace(old, new) for l in tree]

def plant_overfull(pages, tree, marks): pages[2][5] = pages[2][5].replace(" 371.000 ", " 380.000 ")
def plant_bad_starts(pages, tree, marks): swap(pages, tree, "line 7 ", "។ 7 ")
def plant_bad_ends(pages, tree, marks): swap(pages, tree, "ten line 7 ", "« line 7 "); swap(pages, tree, 'line 6 one two three four five six seven eight nine ten "', 'line 6 one two three four five six seven eight nine « "')
def plant_widow(pages, tree, marks): pages[2].insert(-3, pages[3].pop(1).replace(" 90.000 ", " 725.000 "))
def plant_heading(pages, tree, marks):
    heading = next(l for l in pages[3] if " h3 " in l)
    pages.append([l for l in pages[3][pages[3].index(heading) + 1:]])
    pages[3] = pages[3][:pages[3].index(heading) + 1]
def plant_two_lines(pages, tree, marks):
    at = next(i for i, l in enumerate(pages[3]) if " h3 " in l) + 3
    pages.append(pages[3][at:])
    pages[3] = pages[3][:at]
def plant_loose(pages, tree, marks): pages[2][9] = pages[2][9].replace(" 371.000 ", " 200.000 ")
def plant_short_last(pages, tree, marks):
    swap(pages, tree, "line 115 ends here and is long.", "it.")
    pages[3][:] = [l.replace(" 366.000 en 1A1A1A \"it.", " 12.000 en 1A1A1A \"it.") for l in pages[3]]
def plant_hyphens(pages, tree, marks):
    for n in (5, 6): pages[2][n] = pages[2][n][:-2] + '\u00ad"'
def plant_white(pages, tree, marks):
    pages.append(pages[3][4:-1])
    pages[3] = pages[3][:4]
def plant_outside(pages, tree, marks): pages[2][4] = pages[2][4].replace(f" {TEXT:.3f} ", " 12.000 ")
def plant_low(pages, tree, marks): pages[3].insert(-1, t("cell", TEXT, 790, 40, "low"))
def plant_overlap(pages, tree, marks): pages[3].insert(-1, t("cell", TEXT + 20, 91, 40, "over"))
def plant_contents(pages, tree, marks): swap(pages[1:2], [], ' 7.000 en 1A1A1A "3"', ' 7.000 en 1A1A1A "4"')
def plant_head(pages, tree, marks): pages[3][0] = pages[3][0].replace("Chapter", "Another")
def plant_old_part(pages, tree, marks): marks.append('bookmark 2 3 300.000 "1.1 A session of its own"')
def plant_no_head(pages, tree, marks): pages.append(pages[3][3:]); pages[3] = pages[3][:12]
def plant_hyphen_foot(pages, tree, marks): pages[2][-4] = pages[2][-4][:-2] + '\u00ad"'
def plant_table(pages, tree, marks):
    pages[2].insert(-1, t("cell", TEXT, 750, 40, "cell"))
    pages[3].insert(0, t("cell", TEXT, 80, 40, "cell"))
def plant_ellipsis(pages, tree, marks): swap(pages, tree, "line 7 ", "…” 7 ")
def plant_uneven(pages, tree, marks): pages[2][6] = pages[2][6].replace(" 185.000 ", " 186.000 ")
def plant_half_even(pages, tree, marks):
    pages[2][7] = pages[2][7].replace('1A1A1A "', '1A1A1A 101.000 0.000 "')
    pages[2][9] = pages[2][9].replace(" 371.000 ", " 360.000 ")
def plant_mixed(pages, tree, marks):
    for p in pages + [tree]: p[:] = [l.replace(" en ", " km ") if "line 1" in l and "line 1 " not in l or "line 20" in l else l for l in p]
    pages[3] = [l.replace('1A1A1A "', '1A1A1A 101.000 0.000 "') if "line 20" in l else l for l in pages[3]]
def plant_note(pages, tree, marks): pages[3].append(pages[2].pop(-2))

FAULTS = [("overfull line", plant_overfull), ("line starts with a forbidden sign", plant_bad_starts), ("line ends with an opening sign", plant_bad_ends),
          ("widow", plant_widow), ("heading at a page's foot", plant_heading), ("heading at a page's foot", plant_two_lines), ("loose (short) line inside a paragraph", plant_loose),
          ("last line of one short word", plant_short_last), ("two hyphens in a row", plant_hyphens), ("white at a page's foot", plant_white),
          ("item outside the text's width", plant_outside), ("item outside the text's height", plant_low), ("overlapping items", plant_overlap),
          ("contents number is wrong", plant_contents), ("running head cut or of another section", plant_head), ("running head cut or of another section", plant_old_part), ("no running head", plant_no_head),
          ("hyphen at a page's foot", plant_hyphen_foot), ("uneven leading", plant_uneven), ("line starts with an ellipsis", plant_ellipsis), ("table goes on without its head", plant_table),
          ("line short of its measure in a justified paragraph", plant_half_even), ("justified and ragged paragraphs on one page", plant_mixed), ("footnote not on its mark's page", plant_note)]

def setting(tool, check):
    """What is counted of justified paragraphs, and the limits of their means."""
    pages, tree, marks = sound()
    check(tool.justified(document(tool, pages, tree, marks), "en")[1] == 0, "sound pages: ragged")
    for p in pages: p[:] = [l.replace('1A1A1A "', '1A1A1A 102.000 0.107 "') if "  text p " in l else l for l in p]
    doc = document(tool, pages, tree, marks)
    pars, even, lines, full = tool.justified(doc, "en")
    check(pars == even == 3 and lines == full > 40, "planted: justified paragraphs", str((pars, even, lines, full)))
    least, most, track = tool.stretch(doc)
    check((least, most) == (102, 102) and abs(track - 0.01) < 1e-6, "planted: letters' width and tracking", str((least, most, track)))
    check(tool.reach(doc, "en") < 1, "planted: lines that end at the measure", str(tool.reach(doc, "en")))

def columns():
    """A page in two columns: an item, a paragraph in each."""
    second = LEFT + (RIGHT + 4 - LEFT - 19.843) / 2 + 19.843
    page, tree = [], []
    for x, lang in ((LEFT, "km"), (second, "en")):
        page += [t("item.label", x, 90, 5, "1.", lang=lang), t("p", x + 15, 90, 150, "item " + lang, lang=lang), t("p", x, 110, 150, "words " + lang, lang=lang)]
        tree += [f'    p {lang} "item {lang}"', f'    p {lang} "words {lang}"']
    return page, tree

def two_columns(tool, change):
    page, tree = columns()
    change(page)
    return {f.kind for f in tool.measure_dump(tool.Document("planted", dump([page], []), "tree report both km\n" + "\n".join(tree) + "\n"))}

def lower(page): page[3:5] = [l.replace(" 90.000 ", " 94.000 ") for l in page[3:5]]
def lone(page): page[3:] = []
def third(page): page.append(t("item.label", columns_second(page), 130, 5, "2.", lang="en"))
def columns_second(page): return float(page[3].split()[2])

def heads_named(tool, check):
    """What a running head may say of the part that is open: its name, whole or to the dots; not the chapter's."""
    part = "1.1 A session with a long name"
    for said, sound in ((part, True), ("1.1 A session with…", True), ("1.1 A session about…", False), ("Chapter", False), ("1.1…", False)):
        check(tool.names(tool.squeeze(said), part) == sound, f"a running head that says {said}")

def orphan(tool):
    pages, tree, marks = sound()
    kept = [l for l in pages[2] if '"line ' not in l or '"line 1 ' in l]
    moved = [l for l in pages[2] if '"line ' in l and '"line 1 ' not in l]
    return document(tool, pages[:2] + [kept, moved, pages[3]], tree, marks)

def gaps(tool, gap, say):
    """Word boxes of the third page with one gap as given."""
    pages, tree, marks = sound()
    doc = document(tool, pages, tree, marks)
    boxes = []
    for line in doc.pages[2].lines:
        if line.par.role != "p": continue
        said, x = line.text.split(), line.x
        step = (line.ink_right - line.x + 3.3) / len(said)
        for k, w in enumerate(said):
            wide = gap if line is doc.pages[2].lines[8] and k == 3 else 3.3 + (k * 7 + int(line.y) * 5) % 3 * 0.1
            boxes.append((line.x + k * step, line.y - 8, line.x + (k + 1) * step - wide, line.y + 3, w))
    return [f.kind for f in words.measure(doc, [[], [], boxes, []], tool.Finding)[0]]

def picture(bars, width=120, height=100):
    """Rectangles (x, top, right, bottom) in pixels of 1/200 inch."""
    rows = [bytearray(width) for _ in range(height)]
    for x, top, right, bottom in bars:
        for y in range(top, bottom): rows[y][x:right] = b"\x01" * (right - x)
    return width, height, b"".join(rows)

def run(tool, check):
    doc = document(tool, *sound())
    check(not tool.measure_dump(doc) and not doc.lost, "sound pages have no fault", str(tool.measure_dump(doc)[:4]))
    for kind, plant in FAULTS:
        made = sound()
        plant(*made)
        kinds = {f.kind for f in tool.measure_dump(document(tool, *made))}
        check(kind in kinds, "planted: " + kind, "found " + ", ".join(sorted(kinds)))
    setting(tool, check)
    check(not {"items not level", "a side begins a page alone"} & two_columns(tool, lambda page: None), "sound columns have no fault")
    check("items not level" in two_columns(tool, lower), "planted: items not level")
    check("items not level" in two_columns(tool, third), "planted: an item that the second side alone has")
    heads_named(tool, check)
    check("a side begins a page alone" in two_columns(tool, lone), "planted: a side alone")
    check("orphan" in {f.kind for f in tool.measure_dump(orphan(tool))}, "planted: orphan")
    check("word gap too wide" in gaps(tool, 8.0, 1) and "word gap too narrow" in gaps(tool, 1.0, 1), "planted: word gaps")
    check(not {"word gap too wide", "word gap too narrow"} & set(gaps(tool, 3.0, 1)), "sound gaps have no fault")
    check("river" in gaps(tool, 3.3, 1) or words.rivers(words.rivers([], [(10, 14)]), [(11, 15)])[0][2] == 2, "planted: river")
    k = 72 / 200
    apart, near = [(10, 20, 30, 30), (10, 60, 30, 70)], [(10, 20, 30, 49), (40, 46, 60, 70)]
    check(ink.look(picture(apart), 30 * k, 70 * k, 0, 40) == (False, False), "ink: lines apart")
    check(ink.look(picture(near), 30 * k, 70 * k, 0, 40) == (True, False), "ink: lines that reach past each other")
    check(ink.look(picture(near + [(10, 44, 50, 56)]), 30 * k, 70 * k, 0, 40) == (True, True), "planted: ink that touches")
