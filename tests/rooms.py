#!/usr/bin/env python3
"""Checks src/ against src/ROOMS: who may include whom, no circles, names by their file's stem, sizes, one meaning a tag.

  rooms.py            prints ok / not ok lines
  rooms.py --self     plants violations and shows that each is found
"""
import functools, os, re, sys

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')
COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|^[ \t]*#[ \t]*include[^\n]*', re.S | re.M)
# As .clang-format sets them: a definition begins a line, its braces stand in lines of their own.
FUNCTION = re.compile(r'^([a-zA-Z_][\w *]*?)\b(\w+)\([^;{}]*\)\n(\{.*?^\})', re.S | re.M)
TAG = re.compile(r'\b(?:struct|enum|union)\s+(\w+)\s*\{')
STRUCT = re.compile(r'^struct (\w+) \{', re.M)
CPP_WORD = re.compile(r'\b(and|and_eq|asm|bitand|bitor|catch|class|compl|concept|constexpr|const_cast|consteval|decltype|delete|'
                      r'dynamic_cast|explicit|export|friend|mutable|namespace|new|noexcept|not|not_eq|nullptr|operator|or|or_eq|private|'
                      r'protected|public|reinterpret_cast|requires|static_cast|template|this|throw|try|typeid|typename|using|virtual|'
                      r'wchar_t|xor|xor_eq)\b')
FILE_LINES, FUNCTION_LINES, ROOM_FILES = 600, 40, 16
A_LANGUAGE, LANGUAGE_LINES = re.compile(r"\bLANG_(?:KM|EN)\b"), 60

class Rooms:
    """What ROOMS says."""
    def __init__(self, text):
        self.may, self.doors, self.circles, self.names, self.large = {}, [], set(), {}, set()
        for line in text.splitlines():
            line = line.strip() if line.startswith("door") else line.split("#")[0].strip()
            if not line or line.startswith("#"): continue
            what, words = line.split(":")
            if what.startswith("door "): self.doors.append((what[5:].strip(), words.split()))
            elif what == "circle": self.circles.add(frozenset(words.split()))
            elif what == "name": self.names.setdefault(words.split()[0], []).extend(words.split()[1:])
            elif what == "large": self.large |= set(words.split())
            else: self.may[what] = set(words.split())

def files_of(src):
    """Path in src/ → text, of ROOMS and each .c and .h."""
    found = {}
    for folder, _, files in sorted(os.walk(src)):
        for name in sorted(files):
            if not name.endswith((".c", ".h")) and name != "ROOMS": continue
            path = os.path.join(folder, name)
            found[os.path.relpath(path, src)] = open(path, encoding="utf-8").read()
    return found

def room_of(path):
    return os.path.dirname(path) or "main"

@functools.lru_cache(None)
def bare(text):
    """Code without comments, strings and includes, each line where it was."""
    return COMMENT_OR_STRING.sub(lambda m: "\n" * m[0].count("\n") or " ", text)

@functools.lru_cache(None)
def functions(code):
    """Name, whether static, lines from brace to brace, of each."""
    return [(m[2], "static" in m[1].split(), m[3].count("\n") + 1) for m in FUNCTION.finditer(code)]

def line_of(text, at):
    return text.count("\n", 0, at) + 1

# -- circles --

def includes(files):
    """File without its ending → files, so, whose header it includes, from its .c or its .h."""
    graph = {}
    for path, text in files.items():
        to = graph.setdefault(path[:-2], set())
        for line in text.splitlines():
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

def circle_violations(files, rooms):
    found = circles_of(includes(files))
    for c in sorted(found - rooms.circles, key=sorted): yield "a circle of includes: " + " ".join(sorted(c))
    for c in sorted(rooms.circles - found, key=sorted): yield "ROOMS lists a circle that is none: " + " ".join(sorted(c))

# -- rooms and doors --

def include_violations(files, rooms):
    used = {room: set() for room in rooms.may}
    for path, text in files.items():
        room = room_of(path)
        if room not in rooms.may:
            yield f"{path}: no room {room} in ROOMS"
            continue
        for number, line in enumerate(text.splitlines(), 1):
            m = INCLUDE.match(line)
            if not m: continue
            if m[1] == '"' and room_of(m[2]) != room:
                who = [w for w in (room, path) if room_of(m[2]) in rooms.may.get(w, ())]
                for w in who: used[w].add(room_of(m[2]))
                if not who: yield f"{path}:{number}: {room} may not include {m[2]}"
            for header, places in rooms.doors:
                if (m[1] + m[2]).startswith(header.rstrip('>"')) and not any(path.startswith(p) for p in places):
                    yield f"{path}:{number}: {m[2]} has its door in {' '.join(places)}"
        if room != "base" and path != "main.c" and re.search(r"\b(malloc|calloc|realloc)\s*\(", text): yield f"{path}: malloc stands in base/ alone"
    for who in rooms.may:
        for other in sorted(rooms.may[who] - used[who]): yield f"ROOMS: {who} includes nothing of {other}"

def listed_violations(files, rooms):
    """What ROOMS lists is there."""
    there = set(files) | {room_of(path) for path in files}
    for room in sorted(set(rooms.may) - there): yield f"ROOMS: there is no {room}"
    for stem in sorted(rooms.names):
        if stem + ".c" not in files and stem + ".h" not in files: yield f"ROOMS: there is no {stem}"

# -- names --

def begins(name, word):
    """words_new begins with words, and with word."""
    return re.fullmatch(re.escape(word.removesuffix("s")) + r"s?(_\w+)?", name)

def names_in(path, code):
    """What is seen from outside: functions that are not static, and a header's structs and inline functions."""
    header = path.endswith(".h")
    yield from (name for name, static, _ in functions(code) if header or not static)
    if header: yield from (m[1] for m in STRUCT.finditer(code))

def name_violations(codes, rooms):
    idle = {(stem, word) for stem, words in rooms.names.items() for word in words}
    stems = {}
    for path, code in codes.items():
        stem = os.path.basename(path)[:-2]
        if path.endswith(".c"):
            if stem in stems: yield f"{path}: the stem {stem} is also {stems[stem]}"
            stems[stem] = path
        for name in names_in(path, code):
            if begins(name, stem): continue
            meant = [w for w in rooms.names.get(path[:-2], ()) if begins(name, w)]
            idle -= {(path[:-2], w) for w in meant}
            if not meant: yield f"{path}: {name} does not begin with {stem}"
    for stem, word in sorted(idle): yield f"ROOMS: nothing in {stem} begins with {word}"

def tag_violations(codes):
    places = {}
    for path, code in codes.items():
        for m in TAG.finditer(code): places.setdefault(m[1], []).append(f"{path}:{line_of(code, m.start())}")
        for m in CPP_WORD.finditer(code): yield f"{path}:{line_of(code, m.start())}: {m[0]} is a word of C++"
    for tag, where in places.items():
        if len(where) > 1: yield f"{where[1]}: {tag} is also a tag in {where[0]}"

# -- sizes --

def size_violations(codes, rooms):
    count = {}
    for path, code in codes.items():
        lines = code.count("\n")
        if lines > FILE_LINES: yield f"{path}: {lines} lines, more than {FILE_LINES}"
        if path.endswith(".c"): count[room_of(path)] = count.get(room_of(path), 0) + 1
        for name, _, lines in functions(code):
            if lines > FUNCTION_LINES: yield f"{path}: {name} has {lines} lines, more than {FUNCTION_LINES}"
    for room, n in count.items():
        if (n > ROOM_FILES) != (room in rooms.large): yield f"ROOMS: {room} has {n} files, {ROOM_FILES} are a room, and large: says otherwise"

# -- languages: rows of tables, so few lines name one --

def language_violations(codes):
    named = [f"{path}:{i}" for path, code in codes.items() if not path.startswith("base/lang.")
             for i, line in enumerate(code.split("\n"), 1) if A_LANGUAGE.search(line)]
    if len(named) >= LANGUAGE_LINES: yield f"{named[-1]}: {len(named)} lines name a language, {LANGUAGE_LINES} are too many"

def violations(files):
    rooms = Rooms(files["ROOMS"])
    files = {path: text for path, text in files.items() if path != "ROOMS"}
    codes = {path: bare(text) for path, text in files.items()}
    yield from listed_violations(files, rooms)
    yield from include_violations(files, rooms)
    yield from circle_violations(files, rooms)
    yield from name_violations(codes, rooms)
    yield from tag_violations(codes)
    yield from size_violations(codes, rooms)
    yield from language_violations(codes)

# -- the test of the test --

# (what is planted, {file: text, put at its end}, words of the violation)
PLANTED = [
    ("an include", {"khmer/planted.c": '#include "read/read.h"\n'}, "khmer may not include read/read.h"),
    ("an include of a sub-room", {"compose/planted.c": '#include "compose/front/cover.h"\n'}, "compose may not include compose/front/cover.h"),
    ("an include of a neighbour", {"compose/handout/planted.c": '#include "compose/session/session_part.h"\n'}, "compose/handout may not include"),
    ("an include of masks", {"compose/handout/planted.c": '#include "privacy/mask.h"\n'}, "compose/handout may not include privacy"),
    ("an include of a later reader", {"read/note/planted.c": '#include "read/table/tables.h"\n'}, "read/note may not include read/table"),
    ("an include of a later stage", {"read/planted.c": '#include "compose/compose.h"\n'}, "read may not include compose"),
    ("a door", {"compose/planted.c": "#include <cmark.h>\n"}, "cmark.h has its door in"),
    ("another door", {"layout/planted.c": "#include <hpdf.h>\n"}, "hpdf.h has its door in"),
    ("raw replies in a composer", {"compose/report/planted.c": '#include "model/replies.h"\n'}, "model/replies.h has its door in"),
    ("raw replies in a header", {"survey/planted.h": '#include "model/replies.h"\n'}, "model/replies.h has its door in"),
    ("a room", {"attic/planted.c": "\n"}, "no room attic"),
    ("a sub-room", {"read/attic/planted.c": "\n"}, "no room read/attic"),
    ("malloc", {"text/planted.c": "void *planted(void) { return malloc(1); }\n"}, "malloc stands in base/ alone"),
    ("a file that ROOMS lists", {"ROOMS": "compose/planted.c: base\n"}, "there is no compose/planted.c"),
    ("a permission that nobody uses", {"ROOMS": "khmer: base model\n"}, "khmer includes nothing of model"),
    ("a circle", {"khmer/planted_a.h": '#include "khmer/planted_b.h"\n', "khmer/planted_b.c": '#include "khmer/planted_a.h"\n',
                  "khmer/planted_b.h": "\n"}, "a circle of includes: khmer/planted_a khmer/planted_b"),
    ("a file more in a circle", {"layout/planted.h": '#include "layout/block.h"\n', "layout/table/rows.c": '#include "layout/planted.h"\n'},
     "a circle of includes: layout/block layout/block/list layout/block/parallel layout/block/section layout/block/side_head layout/block/signature layout/block/slide_blocks layout/front/banner layout/front/title_page layout/planted"),
    ("a circle that is none", {"ROOMS": "circle: base/str base/buf\n"}, "a circle that is none: base/buf base/str"),
    ("a stem", {"text/buf.c": "\n"}, "the stem buf is also"),
    ("a function's name", {"base/buf.c": "int wall_new(\n    void)\n{\n    return 1;\n}\n"}, "base/buf.c: wall_new does not begin with buf"),
    ("an inline function's name", {"base/buf.h": "static inline int wall(void)\n{\n    return 1;\n}\n"}, "base/buf.h: wall does not"),
    ("a struct's name", {"base/buf.h": "struct wall {\n    int a;\n};\n"}, "base/buf.h: wall does not begin with buf"),
    ("a name that begins alike", {"base/buf.h": "struct bufwall {\n    int a;\n};\n"}, "base/buf.h: bufwall does not begin with buf"),
    ("a meant name that is none", {"ROOMS": "name: base/buf wall\n"}, "nothing in base/buf begins with wall"),
    ("a meant name's file", {"ROOMS": "name: base/wall brick\n"}, "there is no base/wall"),
    ("a tag twice", {"khmer/planted.c": "struct wall {\n    int a;\n};\n", "text/planted.h": "enum wall { WALL };\n"}, "wall is also a tag in khmer/planted.c:1"),
    ("a word of C++", {"khmer/planted.c": "/* new */\nstatic int a, class;\n"}, "khmer/planted.c:2: class is a word of C++"),
    ("a long file", {"khmer/planted.h": "\n" * (FILE_LINES + 1)}, "khmer/planted.h: 601 lines"),
    ("a long function", {"khmer/planted.c": "static void long_one(void)\n{" + "\n" * FUNCTION_LINES + "}\n"}, "long_one has 41 lines"),
    ("many lines that name a language", {"khmer/planted.c": "static int one = LANG_KM;\n" * LANGUAGE_LINES}, "lines name a language"),
    ("a large room", {f"khmer/planted_{i}.c": "\n" for i in range(ROOM_FILES)}, "ROOMS: khmer has"),
    ("a large room that is none", {"ROOMS": "large: khmer\n"}, "ROOMS: khmer has"),
]
# Not a violation: none may be found.
ALLOWED = [
    ("names by the stem", {"base/buf.h": "struct bufs {\n    int a;\n};\nstruct buf_wall {\n    int a;\n};\n"}),
    ("a static function", {"base/buf.c": "static int wall(void)\n{\n    return 1;\n}\n"}),
    ("words of C++ in words", {"base/buf.c": '/* new */\nstatic const char *const PLANTED = "class"; // this\n'}),
    ("a function and a file just so long", {"khmer/planted.c": "static void just(void)\n{" + "\n" * (FUNCTION_LINES - 1) + "}\n",
                                            "khmer/planted.h": "\n" * FILE_LINES}),
]

def with_planted(files, planted):
    """Violations where text is put at the ends of files."""
    return list(violations(files | {path: files.get(path, "") + text for path, text in planted.items()}))

def self_test(files):
    bad = 0
    for name, planted, words in PLANTED:
        found = any(words in v for v in with_planted(files, planted))
        print("ok" if found else "not ok", "rooms: found where it is planted:", name)
        bad += not found
    for name, planted in ALLOWED:
        found = with_planted(files, planted)
        print("not ok" if found else "ok", "rooms: let be:", name, *found)
        bad += bool(found)
    return bad

def main():
    files = files_of(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src"))
    if "--self" in sys.argv: return 1 if self_test(files) else 0
    found = list(violations(files))
    for v in found: print("not ok rooms:", v)
    if not found: print("ok rooms: includes, names and sizes are as ROOMS says")
    return 1 if found else 0

if __name__ == "__main__": sys.exit(main())
