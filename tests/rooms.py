#!/usr/bin/env python3
"""Who may include whom: checks src/ against src/ROOMS.

  rooms.py            prints ok / not ok lines
  rooms.py --self     plants violations in a copy and shows that each is found
"""
import os, re, shutil, sys, tempfile

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')

def read_rooms(path):
    rooms, doors = {}, []
    for line in open(path, encoding="utf-8"):
        line = line.split("#")[0].strip() if not line.startswith("door") else line.strip()
        if line.startswith("door "):
            header, places = line[5:].split(":")
            doors.append((header.strip(), places.split()))
        elif line:
            room, may = line.split(":")
            rooms[room.strip()] = set(may.split())
    return rooms, doors

def room_of(path):
    return os.path.dirname(path) or "main"

def violations(src):
    rooms, doors = read_rooms(os.path.join(src, "ROOMS"))
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
    return bad

def main():
    src = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src")
    if "--self" in sys.argv: return 1 if self_test(src) else 0
    found = list(violations(src))
    for v in found: print("not ok rooms:", v)
    if not found: print("ok rooms: nobody includes whom they may not")
    return 1 if found else 0

sys.exit(main())
