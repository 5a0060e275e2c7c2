#!/usr/bin/env python3
"""Who may include whom, and that no files stand in a circle: checks src/ against src/ROOMS.

  rooms.py            prints ok / not ok lines
  rooms.py --self     plants violations in a copy and shows that each is found
"""
import os, re, shutil, sys, tempfile

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')

def read_rooms(path):
    rooms, doors, circles = {}, [], set()
    for line in open(path, encoding="utf-8"):
        line = line.split("#")[0].strip() if not line.startswith("door") else line.strip()
        if line.startswith("door "):
            header, places = line[5:].split(":")
            doors.append((header.strip(), places.split()))
        elif line.startswith("circle:"):
            circles.add(frozenset(line[len("circle:"):].split()))
        elif line:
            room, may = line.split(":")
            rooms[room.strip()] = set(may.split())
    return rooms, doors, circles

def room_of(path):
    return os.path.dirname(path) or "main"

def includes(src):
    """File without its ending → files, so, whose header it includes, from its .c or its .h."""
    graph = {}
    for folder, _, files in sorted(os.walk(src)):
        for name in sorted(files):
            path = os.path.relpath(os.path.join(folder, name), src)
            if not name.endswith((".c", ".h")): continue
            to = graph.setdefault(path[:-2], set())
            for line in open(os.path.join(src, path), encoding="utf-8"):
                m = INCLUDE.match(line)
                if m and m[1] == '"' and m[2].endswith(".h") and m[2][:-2] != path[:-2]: to.add(m[2][:-2])
    return graph

def reached(graph, start):
    """All files that one leads to."""
    found, open_ = set(), [start]
    while open_:
        for to in graph.get(open_.pop(), ()):
            if to not in found:
                found.add(to)
                open_.append(to)
    return found

def circles_of(graph):
    """Sets of files that each lead to all others of the set."""
    after = {a: reached(graph, a) for a in graph}
    return {frozenset(b for b in after[a] if a in after.get(b, ())) for a in graph if a in after[a]}

def circle_violations(src, meant):
    found = circles_of(includes(src))
    for c in sorted(found - meant, key=sorted): yield "a circle of includes: " + " ".join(sorted(c))
    for c in sorted(meant - found, key=sorted): yield "ROOMS lists a circle that is none: " + " ".join(sorted(c))

def violations(src):
    rooms, doors, circles = read_rooms(os.path.join(src, "ROOMS"))
    yield from circle_violations(src, circles)
    stems = {}
    for room in sorted(rooms):
        if room != "main" and not os.path.exists(os.path.join(src, room)): yield f"ROOMS: there is no {room}"
    for folder, _, files in sorted(os.walk(src)):
        for name in sorted(files):
            path = os.path.relpath(os.path.join(folder, name), src)
            if not name.endswith((".c", ".h")): continue
            room = room_of(path)
            if room not in rooms:
                yield f"{path}: no room {room} in ROOMS"; continue
            if name.endswith(".c"):
                stem = name[:-2]
                if stem in stems: yield f"{path}: the stem {stem} is also {stems[stem]}"
                stems[stem] = path
            for number, line in enumerate(open(os.path.join(src, path), encoding="utf-8"), 1):
                m = INCLUDE.match(line)
                if not m: continue
                if m[1] == '"':
                    other = room_of(m[2])
                    if other != room and other not in rooms[room] | rooms.get(path, set()):
                        yield f"{path}:{number}: {room} may not include {m[2]}"
                for header, places in doors:
                    if (m[1] + m[2]).startswith(header.rstrip('>"')):
                        if not any(path.startswith(p) for p in places):
                            yield f"{path}:{number}: {m[2]} has its door in {' '.join(places)}"
            if room != "base" and re.search(r"\b(malloc|calloc|realloc)\s*\(", open(os.path.join(src, path), encoding="utf-8").read()):
                yield f"{path}: malloc stands in base/ alone"

def self_test(src):
    planted = [("khmer/planted.c", '#include "read/read.h"\n'), ("compose/planted.c", '#include <cmark.h>\n'),
               ("compose/report/planted.c", '#include "model/replies.h"\n'), ("survey/planted.h", '#include "model/replies.h"\n'),
               ("compose/handout/planted.c", '#include "privacy/mask.h"\n'),
               ("read/note/planted.c", '#include "read/table/tables.h"\n'), ("read/attic/planted.c", "\n"),
               ("layout/planted.c", '#include <hpdf.h>\n'), ("read/planted.c", '#include "compose/compose.h"\n'),
               ("attic/planted.c", "\n"), ("compose/planted.c", '#include "compose/report/cover.h"\n'),
               ("compose/handout/planted.c", '#include "compose/report/cover.h"\n'), ("text/planted.c", "void *text(void) { return malloc(1); }\n"),
               ("ROOMS", "compose/planted.c: base\n")]
    bad = 0
    for path, text in planted:
        with tempfile.TemporaryDirectory() as t:
            copy = os.path.join(t, "src")
            shutil.copytree(src, copy)
            os.makedirs(os.path.dirname(os.path.join(copy, path)), exist_ok=True)
            open(os.path.join(copy, path), "a").write(text)
            found = any("planted" in v for v in violations(copy))
            print(("ok" if found else "not ok"), f"rooms: a violation planted in {path} is found")
            bad += not found
    return bad + circles_test(src)

def circles_test(src):
    """A circle of two files, one through a .c and a .h, a file more in a meant one, and a meant one that is none."""
    two = {"khmer/planted_a.h": '#include "khmer/planted_b.h"\n', "khmer/planted_b.c": '#include "khmer/planted_a.h"\n', "khmer/planted_b.h": "\n"}
    more = {"layout/planted.h": '#include "layout/block.h"\n'}
    bad = 0
    for name, files, add, line, meant in (("two files", two, None, "", "khmer/planted_a khmer/planted_b"), ("a file more", more, "layout/table.c", '#include "layout/planted.h"\n', "layout/planted"),
                              ("one that is none", {}, "ROOMS", "circle: base/str base/buf\n", "is none: base/buf base/str")):
        with tempfile.TemporaryDirectory() as t:
            copy = os.path.join(t, "src")
            shutil.copytree(src, copy)
            for path, text in files.items(): open(os.path.join(copy, path), "w").write(text)
            if add: open(os.path.join(copy, add), "a").write(line)
            told = [v for v in violations(copy) if "circle" in v and meant in v]
            print(("ok" if told else "not ok"), f"rooms: a planted circle is found: {name}")
            bad += not told
    return bad

def main():
    src = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src")
    if "--self" in sys.argv: return 1 if self_test(src) else 0
    found = list(violations(src))
    for v in found: print("not ok rooms:", v)
    if not found: print("ok rooms: nobody includes whom they may not")
    return 1 if found else 0

sys.exit(main())
