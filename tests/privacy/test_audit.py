#!/usr/bin/env python3
"""What is published of a survey, set against itself as an attacker would, by linear programs: nothing of the code in survey/.

Made-up surveys, several to an event: 1 to 12 prompts, 20 to 200 sheets (some of one to four), with blanks and without, with answers in
words and without, attached and not. Read are the report's tree (tables, quotes) and the table that is attached to its PDF; the
attacker knows who was there (session, role, language of each), not what they answered.
- Rows: of each row of the attached table, what the printed counts say of its session, day, role and language. Recovered: fewer than K
  sheets fit all that is said or told of it.
- Cells: how many of fewer than K sheets that share a session (or a day), a role, a language, or several of them, gave an answer.
  Recovered: at least one did, the number is known to within one, and no one printed row of K sheets or more says as much.
- Useful: totals of each prompt are whole; of the cells of groups that are no risk (K sheets or more answered, and as many others) four
  fifths are printed.
AUDIT=500: so many surveys (20), in five minutes; SEED: other ones."""
import collections, csv, itertools, random, re, sys
sys.path.insert(0, __file__.rsplit("/", 2)[0])
from lib import *
from linear_program import LinearProgram

K, WAYS = 5, ("session", "day", "role", "language")
COUNT, SEED, TOGETHER = int(os.environ.get("AUDIT", 20)), int(os.environ.get("SEED", 1)), 25
NEAR = 1e-6

# -- surveys ------------------------------------------------------------------------------------------------------------------------

SESSIONS = [f"d{d}s{s:02d}" for d in (1, 2, 3) for s in (1, 2, 3)]
ROLES = ["teacher", "mentor", "school leader", "officer", "student", "parent", "astronomer"]
LANGS = {"km": "Khmer", "en": "English", "": "not stated"}

class Prompt:
    def __init__(self, r, k):
        self.id, self.type = f"q{k}", r.choice(["scale", "scale", "choice", "choices", "yesno", "ranking"])
        self.options = {"scale": r.choice([3, 4, 5, 5, 5]), "yesno": 2}.get(self.type, r.randint(2, 6))
        self.weights = [r.choice([1, 1, 2, 4, 8]) for _ in range(self.options)]
        self.words = f"Prompt number {k}"

    def yaml(self):
        line = f"  - {{id: {self.id}, type: {self.type}, en: {self.words}"
        if self.type == "scale": line += f", points: {self.options}"
        elif self.type != "yesno": line += ", options: [" + ", ".join(f"{{id: o{i}, en: Option {i}}}" for i in range(self.options)) + "]"
        return line + "}\n"

    def answer(self, r):
        """The columns that it counts in, and what is typed."""
        one = r.choices(range(self.options), self.weights)[0]
        if self.type == "scale": return {one}, str(one + 1)
        if self.type == "yesno": return {one}, "no" if one else "yes"
        if self.type == "choice": return {one}, f"o{one}"
        if self.type == "choices":
            some = {i for i in range(self.options) if r.random() < self.weights[i] / 9} or {one}
            return some, ";".join(f"o{i}" for i in sorted(some))
        order = [one] + [i for i in range(self.options) if i != one]
        return {one}, ">".join(f"o{i}" for i in order)

class Survey:
    def __init__(self, seed, k):
        r = random.Random(seed)
        self.id, self.n = f"f{k:03d}", r.randint(1, 4) if r.random() < .1 else r.randint(20, 200)
        self.prompts = [Prompt(r, i + 1) for i in range(r.randint(1, 12))]
        self.words, miss = r.random() < .4, r.choice([0, 0, .05, .15])
        sessions, roles = r.sample(SESSIONS, r.randint(1, 7)), r.sample(ROLES, r.randint(1, 6))
        shares = [[r.choice([1, 2, 4, 8]) for _ in x] for x in (sessions, roles)]
        english, untold = r.choice([0, .1, .3, .5]), r.choice([0, 0, .1])
        self.sheets = []
        for i in range(self.n):
            s = r.choices(sessions, shares[0])[0] if r.random() >= untold else ""
            who = {"session": s, "day": s[:2], "role": r.choices(roles, shares[1])[0] if r.random() >= untold else "",
                   "language": "" if r.random() < untold / 4 else "en" if r.random() < english else "km"}
            answers = [p.answer(r) if r.random() >= miss else (None, "") for p in self.prompts]
            self.sheets.append((who, answers, self.words and r.random() < .7))
        self.sheets.sort(key=lambda x: x[0]["session"]) # as they are gathered
        said = {"en": "The remark of sheet zq{}x{}zq was written here.", "km": "ខ្ញុំចូលចិត្ត zq{}x{}zq នេះណាស់។", "": ""}
        self.sheets = [(w, a, said[w["language"]].format(k, i) if words else "") for i, (w, a, words) in enumerate(self.sheets)]

    def files(self):
        head = ["form_no", "session", "lang", "role"] + [p.id for p in self.prompts] + (["w"] if self.words else []) + ["quote_ok", "legible"]
        rows = [[str(i + 1), w["session"], w["language"], w["role"]] + [t for _, t in a] + ([text] if self.words else []) + ["yes", "yes"]
                for i, (w, a, text) in enumerate(self.sheets)]
        return {f"forms/{self.id}.yml": f"id: {self.id}\nen: {{title: Survey {self.id}}}\nprompts:\n" + "".join(p.yaml() for p in self.prompts) +
                ("  - {id: w, type: open, en: In words}\n" if self.words else ""),
                f"reflections/{self.id}.csv": "\n".join(",".join(r) for r in [head] + rows) + "\n"}

    def members(self, way, names, name):
        """Sheets of a printed group: what it is called, or what nothing else is called."""
        day = re.match(r"Day (\d): other sessions", name)
        if name != "others" and not day: return {i for i, s in enumerate(self.sheets) if called(way, s[0]) == name}
        named = {n for n in names if n != "others" and not n.endswith("other sessions")}
        rest = {i for i, s in enumerate(self.sheets) if called(way, s[0]) not in named}
        if day: return {i for i in rest if self.sheets[i][0]["day"] == "d" + day[1]}
        days = {n[4] for n in names if n.endswith("other sessions")}
        return {i for i in rest if not (self.sheets[i][0]["day"] and self.sheets[i][0]["day"][1] in days)}

def called(way, who):
    """The name that the report gives it."""
    v = who[way]
    if way == "language": return LANGS[v]
    if not v: return "not stated"
    return f"{v[1]}.{int(v[3:])} Talk {v}" if way == "session" else f"Day {v[1]}" if way == "day" else v

# -- what is published --------------------------------------------------------------------------------------------------------------

def plain(role): return re.sub(r"^an? ", "", role)

def tables_in(tree):
    """form → prompt's words → way or "total" → [(name, numbers)]"""
    found, form, prompt, tables = {}, None, None, []
    for line in tree.split("\n"):
        word = line.split(" ")[0] if not line.startswith(" ") else line.split()[0]
        if m := re.search(r'#annex-results-(\w+) ', line): form = found.setdefault(m[1], {})
        elif form is None: continue
        elif word == "h1" or word == "h2": form = None
        elif word == "h3":
            m = re.search(r'"\d+\. (.*?)"', line)
            prompt = form.setdefault(m[1] if m else "themes", {})
        elif word == "table": tables.append((prompt, []))
        elif word == "row": tables[-1][1].append([])
        elif word == "cell": tables[-1][1][-1].append((line.split('"')[1] if '"' in line else "", " across " in line))
    for prompt, rows in tables: read_table(prompt, rows)
    return found

def read_table(prompt, rows):
    """All sheets stand first; a row over the whole table says by what the rows under it are told apart."""
    way, head = None, [t for t, _ in rows[0]]
    for row in rows[1:]:
        name, numbers = row[0][0], [t for t, _ in row[1:]]
        if row[0][1]: way = name[3:] if name.startswith("By ") else name
        elif way in WAYS: prompt.setdefault(way, []).append([plain(name) if way == "role" else name] + numbers)
        elif name in ("All", "Put first"): prompt["total"] = [[o, n] for o, n in zip(head[2:], numbers[1:])]

def in_order(survey, tables):
    """A ranking's columns stand in the order of its totals."""
    for p in survey.prompts:
        here = tables.get(p.words, {})
        if p.type != "ranking" or "total" not in here: continue
        order = [int(r[0].split()[-1]) for r in here["total"]]
        for w in WAYS:
            for r in here.get(w, []): r[2:] = [r[2 + order.index(o)] for o in range(p.options)]
    return tables

def quoted_roles(tree):
    """text's mark → role"""
    return {m[1]: m[2] for m in re.finditer(r'(zq\d+x\d+zq)[^\n]*\n(?:[^\n]*\n)?[^\n]*source [^\n]*"Form [\w.]+, ([^"]*)"', tree)}

def published(surveys, attach, name):
    base = write(folder(name), {"event.yml": f"status: draft\nlanguages: [en]\ndocuments: [report]\nattach_sources: {attach}\nen: {{title: The forum}}\n",
                 "programme.csv": "day,start,end,session,type,title_en\n" +
                 "".join(f"{s[1]},{6 + int(s[3:]):02d}:00,{6 + int(s[3:]):02d}:50,{s},talk,Talk {s}\n" for s in SESSIONS)})
    for s in surveys: write(base, s.files())
    out = os.path.join(base, "out")
    r = build(base, out, "-q")
    check(r.returncode == 0, f"{name} builds", text(r.stderr)[-400:])
    tree = text(sastra("dump", "tree", "report", "-i", base).stdout)
    inside = folder(name + "-attached")
    subprocess.run(["pdfdetach", "-saveall", "-o", inside, os.path.join(out, "report.pdf")], capture_output=True)
    rows = {n[:-4]: list(csv.DictReader(d.decode("utf-8-sig").splitlines())) for n, d in files_of(inside).items() if n.endswith(".csv")}
    shutil.rmtree(base)
    return tables_in(tree), rows, quoted_roles(tree)

# -- rows of the attached table -----------------------------------------------------------------------------------------------------

def typed(p, cell):
    """The columns that a cell of the attached table counts in."""
    if not cell: return set()
    if p.type == "scale": return {int(cell) - 1}
    if p.type == "yesno": return {0 if cell == "yes" else 1}
    ids = [int(x[1:]) for x in re.split("[;>]", cell)]
    return set(ids if p.type == "choices" else ids[:1])

def numbers(row): return [int(x.replace(",", "")) for x in row[1:]]

def row_groups(survey, way, tables, rows, told):
    """For each row the group of a way that the counts leave for it alone, or None."""
    used = [p for p in survey.prompts if way in tables.get(p.words, {}) and any(r[p.id] for r in rows)]
    if not used: return [None] * len(rows)
    names = [r[0] for r in max((tables[p.words][way] for p in used), key=len)]
    members = {g: survey.members(way, names, g) for g in names}
    var = {(i, g): 1 + i * len(names) + j for i in range(len(rows)) for j, g in enumerate(names)}
    lp = LinearProgram(len(var))
    for i in range(len(rows)):
        lp.equation({var[i, g]: 1 for g in names}, 1)
        if told[i] in names: lp.equation({var[i, told[i]]: 1}, 1)
    for p in used:
        here = [r[0] for r in tables[p.words][way]]
        holds = [{g for g in names if members[g] <= survey.members(way, here, h)} for h in here]
        if set().union(*holds) != set(names): continue # grouped otherwise
        for r, groups in zip(tables[p.words][way], holds):
            for o, n in enumerate(numbers(r)[1:]):
                terms = {var[i, g]: 1 for g in groups for i, row in enumerate(rows) if o in typed(p, row[p.id])}
                if terms: lp.equation(terms, n)
    seen, r = collections.defaultdict(set), random.Random(7)
    for i, g in r.sample(sorted(var), min(6, len(var))): # solutions that differ show what is not determined
        lp.most(var[i, g])
        for v, x in enumerate(lp.values(), 1): seen[v].add(round(x, 6))
    found = []
    for i in range(len(rows)):
        sure = [g for g in names if seen[var[i, g]] == {1.0} and lp.least(var[i, g]) > 1 - NEAR]
        found.append(sure[0] if sure else None)
    return found

def rows_recovered(survey, tables, rows, roles):
    """Rows of which all that is told and said fits fewer than K sheets, though what is told fits more."""
    if not rows: return 0
    told = {w: [None] * len(rows) for w in WAYS}
    for i, row in enumerate(rows):
        who = {"session": row["session"], "day": row["session"][:2], "role": plain(row["role"]), "language": row["lang"]}
        mark = re.search(r"zq\d+x(\d+)zq", row.get("w") or "")
        if mark: who["language"] = survey.sheets[int(mark[1])][0]["language"] or who["language"]
        if mark and not who["role"]: who["role"] = plain(roles.get(mark[0], ""))
        for w in WAYS:
            if who[w]: told[w][i] = called(w, who)
    fit = [set(range(survey.n)) for _ in rows]
    for w in WAYS:
        names = {r[0] for p in tables.values() for r in p.get(w, [])}
        said = row_groups(survey, w, tables, rows, told[w])
        for i in range(len(rows)):
            for g in {told[w][i], said[i]} - {None}: fit[i] &= survey.members(w, names, g)
    # that a few write in a language their answers show; no more than that
    lang = [survey.members("language", (), called("language", {"language": "km" if re.search("[ក-៹]", r.get("w") or "") else "en"})) if r.get("w") else set() for r in rows]
    return sum(len(f) < min(K, survey.n) and f != l for f, l in zip(fit, lang))

# -- cells of small groups ----------------------------------------------------------------------------------------------------------

def columns_of(p, answer, turn):
    """Exclusive ones: of choices that do not exclude each other one at a time."""
    if p.type == "choices": return 0 if turn in answer else 1
    return min(answer)

def cells_told(survey, k, tables):
    """(who, answer, least, most) of a prompt's small groups."""
    p, ways = survey.prompts[k], [w for w in WAYS if tables.get(w)]
    given = [i for i, s in enumerate(survey.sheets) if s[1][k][0] is not None]
    of, told = {w: {} for w in ways}, []
    for w in ways:
        names = [r[0] for r in tables[w]]
        for j, name in enumerate(names):
            for i in survey.members(w, names, name) & set(given): of[w][i] = j
    small = collections.Counter()
    for size in (1, 2, 3):
        for dims in itertools.combinations(("session", "role", "language"), size):
            for i in given: small[tuple((d, survey.sheets[i][0][d]) for d in dims)] += 1
    small = [x for x, n in small.items() if n < K]
    for turn in range(p.options if p.type == "choices" else 1):
        told += turn_told(survey, p, k, turn, tables, ways, of, given, small)
    return told

def turn_told(survey, p, k, turn, tables, ways, of, given, small):
    width = 2 if p.type == "choices" else p.options
    col = {i: columns_of(p, survey.sheets[i][1][k][0], turn) for i in given}
    def printed(r):
        n = numbers(r)
        return [n[1 + turn], n[0] - n[1 + turn]] if p.type == "choices" else n[1:]
    total = collections.Counter(col.values())
    times = sorted({tuple(of[w][i] for w in ways if w in ("session", "day")) for i in given})
    rest = [w for w in ways if w in ("role", "language")]
    atoms = list(itertools.product(times, *[range(len(tables[w])) for w in rest]))
    place = lambda w, atom: atom[0][[x for x in ways if x in ("session", "day")].index(w)] if w in ("session", "day") else atom[1 + rest.index(w)]
    var = {(a, o): 1 + j * width + o for j, a in enumerate(atoms) for o in range(width)}
    target = [len(var) + 1 + o for o in range(width)]
    slack = [len(var) + width + 1 + o for o in range(width)]
    lp = LinearProgram(len(var) + 2 * width)
    for o in range(width): lp.equation({var[a, o]: 1 for a in atoms}, total[o])
    for w in ways:
        for j, r in enumerate(tables[w]):
            for o, n in enumerate(printed(r)): lp.equation({var[a, o]: 1 for a in atoms if place(w, a) == j}, n)
    within, size = [lp.equation({t: 1, s: 1}, 0) for t, s in zip(target, slack)], lp.equation({t: 1 for t in target}, 0)
    told = []
    for who in small:
        mine = [i for i in given if all(survey.sheets[i][0][d] == v for d, v in who)]
        groups = {w: {of[w][i] for i in mine} for w in ways if w in dict(who) or (w == "day" and "session" in dict(who))}
        if not groups: continue
        around = [a for a in atoms if all(place(w, a) in g for w, g in groups.items())]
        alone = len(groups) and all(len({survey.sheets[i][0][w] for i in given if of[w][i] == j}) == 1 for w, g in groups.items() for j in g)
        alone = alone and set(dict(who)) <= set(groups)
        for o in range(width): # all that is around where its groups hold nobody else, else a part
            terms = {target[o]: 1, **({} if alone else {slack[o]: 1}), **{var[a, o]: -1 for a in around}}
            lp.change(within[o], terms, 0)
        lp.change(size, {t: 1 for t in target}, len(mine))
        for o in {col[i] for i in mine}:
            if p.type == "choices" and o == 1: continue
            least = lp.least(target[o])
            if least < 1 - NEAR: continue
            most = lp.most(target[o])
            singles = [max(0, len(mine) - sum(min(len(mine), n) for c, n in enumerate(printed(tables[w][j])) if c != o)) for w, g in groups.items() for j in g]
            if most - least < 1 + NEAR and max(singles) < least - NEAR: told.append((who, len(mine), p.words, o, least, most))
    return told

# -- the audit ----------------------------------------------------------------------------------------------------------------------

def is_useful(survey, tables):
    """Cells at no risk; those that are printed; prompts whose totals are not whole."""
    safe = shown = wrong = 0
    for k, p in enumerate(survey.prompts):
        here, given = tables.get(p.words, {}), [s for s in survey.sheets if s[1][k][0] is not None]
        counts = collections.Counter(o for s in given for o in s[1][k][0])
        # the first number of a row; a ranking's rows are sorted
        wrong += sorted(int(r[1]) for r in here.get("total", [])) != sorted(counts[o] for o in range(p.options))
        for w in WAYS:
            sizes = collections.Counter(called(w, s[0]) for s in given)
            for name, n in sizes.items():
                if n < K or len(given) - n < K: continue
                safe += p.options
                shown += p.options * any(r[0] == name for r in here.get(w, []))
    return safe, shown, wrong

def wrong_rows(survey, tables):
    """Printed rows of fewer than K, or whose numbers are not so."""
    bad = 0
    for k, p in enumerate(survey.prompts):
        given = {i for i, s in enumerate(survey.sheets) if s[1][k][0] is not None}
        for w in WAYS:
            rows = tables.get(p.words, {}).get(w, [])
            for r in rows:
                mine = survey.members(w, [x[0] for x in rows], r[0]) & given
                want = [len(mine)] + [sum(o in survey.sheets[i][1][k][0] for i in mine) for o in range(p.options)]
                bad += numbers(r) != want or len(mine) < K
    return bad

def anonymous(rows):
    """The fewest rows that share what is told of who wrote them."""
    return min(collections.Counter((r["session"], r["lang"], r["role"]) for r in rows).values(), default=0)

def class_least(survey, tables):
    """The fewest sheets that no printed table tells apart: where the attached table tells ticks, all tables are sums of its rows."""
    key = [[] for _ in range(survey.n)]
    for w in WAYS:
        names = [r[0] for r in max((p.get(w, []) for p in tables.values()), key=len)]
        for g in names:
            for i in survey.members(w, names, g): key[i].append((w, g))
    for i in range(survey.n) if survey.words else (): key[i].append(survey.sheets[i][0]["language"])
    return min(collections.Counter(map(tuple, key)).values())

class Figures:
    def __init__(self):
        self.surveys = self.rows = self.recovered = self.cells = self.safe = self.shown = self.wrong = self.bad = self.few = self.micro = 0
        self.narrow, self.ordered, self.examples = 0, 0, []

    def add(self, survey, tables, rows, roles):
        self.surveys += 1
        self.rows += len(rows)
        ticks = any(r[p.id] for r in rows for p in survey.prompts)
        self.micro += ticks
        if survey.n < K: self.few += ticks or any(w in t for t in tables.values() for w in WAYS)
        elif rows and (anonymous(rows) < K or ticks and class_least(survey, tables) < K): self.narrow += 1
        marks = [int(m[1]) for m in (re.search(r"zq\d+x(\d+)zq", r.get("w") or "") for r in rows) if m]
        self.ordered += len(marks) > 15 and marks == sorted(marks) and any(not r["form_no"] for r in rows)
        found = rows_recovered(survey, tables, rows, roles)
        cells = [c for k, p in enumerate(survey.prompts) for c in cells_told(survey, k, tables.get(p.words, {}))] if not ticks else []
        if found or cells: self.examples.append(f"{survey.id} ({survey.n} sheets): {found} rows, {cells[:2]}")
        self.recovered += found
        self.cells += len(cells)
        safe, shown, wrong = is_useful(survey, tables)
        self.safe, self.shown, self.wrong, self.bad = self.safe + safe, self.shown + shown, self.wrong + wrong, self.bad + wrong_rows(survey, tables)

def audit(count, seed, attach, name):
    surveys, f = [Survey(f"{seed} {attach} {k}", k) for k in range(count)], Figures()
    for start in range(0, count, TOGETHER):
        part = surveys[start:start + TOGETHER]
        tables, rows, roles = published(part, attach, name)
        for s in part: f.add(s, in_order(s, tables.get(s.id, {})), rows.get(s.id, []), roles)
    print(f"{name}: {f.surveys} surveys, {f.rows} attached rows, {f.micro} tables with ticks: recovered {f.recovered} rows, {f.cells} cells; "
          f"printed {f.shown} of {f.safe} safe cells ({100 * f.shown / max(f.safe, 1):.1f} %)", flush=True)
    check(not f.recovered, f"{name}: no row's writer is found", f"{f.recovered} of {f.rows}: {f.examples[:3]}")
    check(not f.cells, f"{name}: no small group's answers are told", f"{f.cells}: {f.examples[:3]}")
    check(not f.narrow, f"{name}: the attached tables are {K}-anonymous", f.narrow)
    check(not f.ordered, f"{name}: the rows' order does not tell the sessions'", f.ordered)
    check(not f.few, f"{name}: a form of a few sheets is not told in full", f.few)
    check(not f.bad and not f.wrong, f"{name}: all that is printed is so, and no row is of a few", (f.bad, f.wrong))
    check(f.shown * 5 >= f.safe * 4, f"{name}: four fifths of the safe cells are printed", (f.shown, f.safe))
    return f

attached = audit(COUNT * 2 // 3, SEED, "yes", "audit")
printed = audit(COUNT - COUNT * 2 // 3, SEED, "no", "audit-not-attached")
check(attached.rows and not printed.rows and attached.safe, "both kinds were seen", (attached.rows, printed.rows))
done()
