#!/usr/bin/env python3
"""The same answers as each form service hands them over, in Khmer and English, give the digest that our own table gives."""
import csv, io, os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sample"))
from lib import *
import sheets

FORM = """id: fb
en: {title: Feedback form}
km: {title: ទម្រង់មតិ}
prompts:
  - {id: q1, type: choice, en: Which best describes you?, km: តើលោកអ្នកជានរណា?, options: [{id: teacher, en: Teacher, km: គ្រូបង្រៀន}, {id: director, en: School director, km: នាយកសាលា}, {id: other, en: Other, km: ផ្សេងៗ}]}
  - {id: q2, type: choices, en: Which parts should be kept?, km: តើផ្នែកណាខ្លះគួររក្សាទុក?, options: [{id: talks, en: Talks, km: បទបង្ហាញ}, {id: visits, en: "School visits, with lunch", km: "ទស្សនកិច្ច, មានអាហារថ្ងៃត្រង់"}, {id: groups, en: Working groups, km: ក្រុមការងារ}, {id: others, en: Other, km: ផ្សេងៗ}]}
  - {id: q3, type: scale, points: 5, en: The forum was useful, km: វេទិកាមានប្រយោជន៍, low_en: Strongly disagree, low_km: មិនយល់ស្របខ្លាំង, high_en: Strongly agree, high_km: យល់ស្របខ្លាំង}
  - {id: q4, type: yesno, en: Would you come again?, km: តើលោកអ្នកនឹងមកម្តងទៀតទេ?}
  - {id: q5, type: open, en: What did you notice?, km: តើលោកអ្នកសង្កេតឃើញអ្វី?}
  - {id: g1, type: choice, en: "Rate the sessions [First talk]", km: "វាយតម្លៃវគ្គ [បទបង្ហាញទីមួយ]", options: [{id: v, en: Very good, km: ល្អណាស់}, {id: g, en: Good, km: ល្អ}, {id: n, en: Not good, km: មិនល្អ}]}
  - {id: g2, type: choice, en: "Rate the sessions [Second talk]", km: "វាយតម្លៃវគ្គ [បទបង្ហាញទីពីរ]", options: [{id: v, en: Very good, km: ល្អណាស់}, {id: g, en: Good, km: ល្អ}, {id: n, en: Not good, km: មិនល្អ}]}
  - {id: q6, type: ranking, en: What comes first?, km: តើអ្វីមកមុនគេ?, options: [{id: books, en: Books, km: សៀវភៅ}, {id: labs, en: Laboratories, km: បន្ទប់ពិសោធន៍}, {id: pay, en: Pay, km: ប្រាក់ខែ}]}
"""
CONSENT = {"en": "May we quote you, without your name?", "km": "តើយើងអាចដកស្រង់សម្តីរបស់លោកអ្នក ដោយមិនបញ្ចេញឈ្មោះ បានដែរឬទេ?"}
PROMPTS, OPTIONS = {}, {}
for line in FORM.splitlines():
    m = re.search(r"id: (\w+), type: \w+, (?:points: 5, )?en: (?:\"(.*?)\"|(.*?)), km: (?:\"(.*?)\"|(.*?))(?:[,}] ?(?:options|low_en)|}$)", line)
    if not m: continue
    PROMPTS[m[1]] = {"en": m[2] or m[3], "km": m[4] or m[5]}
    OPTIONS[m[1]] = {o[0]: {"en": o[1] or o[2], "km": o[3] or o[4]} for o in re.findall(r'\{id: (\w+), en: (?:"(.*?)"|([^,]*?)), km: (?:"(.*?)"|([^,]*?))\}', line.split("options: ")[-1])}

# who, parts, useful, again, noticed, first talk, second talk, order, quoted
PEOPLE = [("teacher", "talks groups", 5, True, "A thing that I noticed, and liked", "v", "g", "books labs pay", True),
          ("director", "visits", 1, False, "ខ្ញុំសង្កេតឃើញថាគ្រូសប្បាយចិត្ត", "g", "n", "pay books labs", True),
          (("other", "Retired inspector"), "talks visits groups", 4, True, "A second line\nof what I noticed", "v", "v", "labs pay books", False),
          ("teacher", "", 3, None, "", "", "n", "", True),
          ("teacher", ("talks", "The songs at noon"), 2, False, "Nothing was too long for me here", "n", "", "books pay labs", True),
          (("other", "អ្នកសារព័ត៌មាន"), "groups", 5, True, "", "g", "g", "labs books pay", False)]
KEYS = "q1 q2 q3 q4 q5 g1 g2 q6 quote".split()
PEOPLE = [dict(zip(KEYS, p)) for p in PEOPLE]

def table(rows, delimiter=",", quoting=csv.QUOTE_MINIMAL):
    s = io.StringIO()
    csv.writer(s, delimiter=delimiter, lineterminator="\r\n", quoting=quoting).writerows(rows)
    return s.getvalue()

# -- how services say it --

def yes(v, l, words=None): return "" if v is None else (words or {"en": ["Yes", "No"], "km": ["បាទ/ចាស", "ទេ"]}[l])[0 if v else 1]
def words(q, o, l): return OPTIONS[q][o][l]
def one(p, q, l, other=": "):
    v = p[q]
    if isinstance(v, tuple): return words(q, v[0], l) + other + v[1] if other else v[1]
    return words(q, v, l) if v else ""
def several(p, l, other=""):
    """ids of the options, and Other's words"""
    v = p["q2"]
    return (v[0].split(), v[1]) if isinstance(v, tuple) else (v.split(), "")
def end(v, l): return {1: {"en": "Strongly disagree", "km": "មិនយល់ស្របខ្លាំង"}, 5: {"en": "Strongly agree", "km": "យល់ស្របខ្លាំង"}}.get(v, {l: str(v)})[l]
def zwsp(s): return s.replace("លោកអ្នក", "លោក\u200bអ្នក\u200b").replace("ផ្នែក", "\u200bផ្នែក\u200b")
def ticks(p): return several(p, "en")[0] + (["others"] if several(p, "en")[1] else [])

def own(l):
    yield "q1 q2 q3 q4 q5 g1 g2 q6 quote_ok".split()
    for p in PEOPLE:
        ids, free = several(p, l)
        yield [p["q1"] if isinstance(p["q1"], str) else "other: " + p["q1"][1], ";".join(ids + (["others: " + free] if free else [])), p["q3"], yes(p["q4"], "en"), p["q5"], p["g1"], p["g2"],
               p["q6"].replace(" ", ">"), yes(p["quote"], "en")]

def google(l, head=lambda s: s, stamp={"en": "Timestamp", "km": "ត្រាពេលវេលា"}):
    yield [stamp[l], "Email Address"] + [head(PROMPTS[q][l]) for q in KEYS[:7]] + [head(PROMPTS["q6"][l]), head(CONSENT[l])]
    for p in PEOPLE:
        ids, free = several(p, l)
        yield ["2023/04/05 7:12:40 PM GMT+7", "a@example.org", one(p, "q1", l, None), ", ".join([words("q2", o, l) for o in ids] + [free] * bool(free)), end(p["q3"], l), yes(p["q4"], l), p["q5"], one(p, "g1", l),
               one(p, "g2", l), "; ".join(words("q6", o, l) for o in p["q6"].split()), yes(p["quote"], l)]

def google_prompts(l):
    n = iter(range(1, 20))
    return google(l, lambda s: f"{next(n)}. {zwsp(s)} (Select all that apply) *")
def google_html(l): return google(l, lambda s: f"<p><b>{s}</b>&nbsp;<br></p>")
def google_both(l):
    both = {PROMPTS[q][k]: q for q in PROMPTS for k in ("en", "km")}
    return google(l, lambda s: " / ".join(PROMPTS[both[s]][k] for k in ("km", "en")) if s in both and "[" not in s else s if s in both else "\n".join(CONSENT.values()))

def microsoft(l):
    yield ["ID", "Start time", "Completion time", "Email", "Name"] + [PROMPTS[q][l] + "\u00a0" for q in KEYS[:5]] + [PROMPTS[q][l].replace("[", ".").split(".")[-1].rstrip("]") for q in ("g1", "g2")] + [PROMPTS["q6"][l], CONSENT[l]]
    for i, p in enumerate(PEOPLE):
        ids, free = several(p, l)
        yield [i + 1, "4/5/23 19:12:40", "4/5/23 19:15:40", "anonymous", "Sok Dara", one(p, "q1", l, None), "".join(x + ";" for x in [words("q2", o, l) for o in ids] + [free] * bool(free)), p["q3"], yes(p["q4"], l), p["q5"],
               one(p, "g1", l), one(p, "g2", l), "".join(words("q6", o, l) + ";" for o in p["q6"].split()), yes(p["quote"], l)]

META = ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__", "_tags", "_index"]
def kobo(sep="/", group="", split=True, whole=True, flags=("1", "0"), ids=True):
    def make(l):
        name = lambda q: group + q if ids else PROMPTS[q][l]
        heads = ["start", "end", name("q1"), name("q1") + "_other" if ids else "Please specify"]
        heads += [name("q2")] * whole + [name("q2") + sep + (o if ids else words("q2", o, l)) + ("]" if sep == "[" else "") for o in OPTIONS["q2"]] * split + [name(q) for q in KEYS[2:8]] + [group + "quote_ok" if ids else CONSENT[l]]
        yield heads + META + ["meta/instanceID"]
        w = (lambda q, o: o) if ids else (lambda q, o: words(q, o, l))
        for p in PEOPLE:
            ts = ticks(p)
            v = p["q1"]
            row = ["2023-04-05T19:12:40.000+07:00"] * 2 + [w("q1", v if isinstance(v, str) else "other"), "" if isinstance(v, str) else v[1]]
            row += [" ".join(w("q2", t) for t in ts)] * whole + [(flags[0] if o in ts else flags[1]) if ts else "" for o in OPTIONS["q2"]] * split
            row += [p["q3"], "" if p["q4"] is None else ("yes" if p["q4"] else "no"), p["q5"]] + [w(g, p[g]) if p[g] else "" for g in ("g1", "g2")]
            yield row + [(" " if ids else ";").join(w("q6", o) for o in p["q6"].split()), yes(p["quote"], l)] + ["x"] * len(META) + ["uuid:1"]
    return make

def lime(code, labels, answers):
    """code: heads by question codes; labels: both; answers: in words, or codes"""
    def make(l):
        def head(q, sub=None, text=None):
            c = q + (f"[{sub}]" if sub else "")
            if not labels: return c
            t = PROMPTS[q][l].split(" [")[0] + (f" [{text}]" if text else "")
            return f"{c}. {t}" if code else t
        heads = ["Response ID", "Date submitted", "Last page", "Start language", "Seed", head("q1"), head("q1", "other", words("q1", "other", l))]
        heads += [head("q2", f"SQ00{i + 1}" if answers == "codes" else o, words("q2", o, l)) for i, o in enumerate(list(OPTIONS["q2"])[:3])] + [head("q2", "other", words("q2", "others", l))]
        heads += [head(q) for q in KEYS[2:5]] + ["g1" if not labels else PROMPTS["g1"][l], "g2" if not labels else PROMPTS["g2"][l]]
        heads += [head("q6", str(i), f"Ranking {i}") for i in (1, 2, 3)] + ["quote_ok" if not labels else CONSENT[l], "Total time"]
        yield heads
        codes = answers == "codes"
        for i, p in enumerate(PEOPLE):
            v, ids, order = p["q1"], several(p, l), p["q6"].split()
            w = lambda q, o: f"A{list(OPTIONS[q]).index(o) + 1}" if codes else words(q, o, l)
            yn = (lambda v: yes(v, l, ["Y", "N"] if codes else None))
            yield [i + 1, "2023-04-05 19:12:40", 3, l, 123456, w("q1", v) if isinstance(v, str) else "-oth-" if codes else words("q1", "other", l), "" if isinstance(v, str) else v[1]] + \
                [yn(o in ids[0]) if ids[0] or ids[1] or not codes else "N/A" for o in list(OPTIONS["q2"])[:3]] + [ids[1]] + \
                [p["q3"], yn(p["q4"]) or "N/A", p["q5"]] + [w(g, p[g]) if p[g] else "" for g in ("g1", "g2")] + [w("q6", o) for o in order] + [""] * (3 - len(order)) + [yn(p["quote"]), "61.2"]
    return make

def monkey(numbers=False):
    def make(l):
        o2 = [words("q2", o, l) for o in list(OPTIONS["q2"])[:3]]
        q = {k: PROMPTS[k][l].split(" [") for k in PROMPTS}
        meta = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name", "Last Name", "Custom Data 1"]
        other = {"en": "Other (please specify)", "km": "ផ្សេងៗ (សូមបញ្ជាក់)"}[l]
        yield meta + [q["q1"][0], "", q["q2"][0], "", "", "", q["q3"][0], q["q4"][0], q["q5"][0], q["g1"][0], "", q["q6"][0], "", "", CONSENT[l]]
        yield [""] * len(meta) + ["Response", other] + o2 + [other, "Response", "Response", "Open-Ended Response", q["g1"][1][:-1], q["g2"][1][:-1]] + [words("q6", o, l) for o in OPTIONS["q6"]] + ["Response"]
        for i, p in enumerate(PEOPLE):
            v, ids = p["q1"], several(p, l)
            w = lambda k, o: (list(OPTIONS[k]).index(o) + 1 if numbers else words(k, o, l))
            yield [11830 + i, 4105, "04/05/2023 07:12:40 PM", "04/05/2023 07:15:40 PM", "10.0.0.1", "", "Sok", "Dara", ""] + [w("q1", v) if isinstance(v, str) else "", "" if isinstance(v, str) else v[1]] + \
                [w("q2", o) if o in ids[0] else "" for o in list(OPTIONS["q2"])[:3]] + [ids[1], p["q3"], (1 if p["q4"] else 2 if p["q4"] is False else "") if numbers else yes(p["q4"], l), p["q5"]] + \
                [w(g, p[g]) if p[g] else "" for g in ("g1", "g2")] + [p["q6"].split().index(o) + 1 if p["q6"] else "" for o in OPTIONS["q6"]] + [yes(p["quote"], l)]
    return make

def qualtrics(split, numbers=False, imports=True):
    def make(l):
        t = {k: PROMPTS[k][l].replace(" [", " - ").rstrip("]") for k in PROMPTS}
        meta = [("StartDate", "Start Date"), ("EndDate", "End Date"), ("Status", "Response Type"), ("IPAddress", "IP Address"), ("Progress", "Progress"), ("Duration (in seconds)", "Duration (in seconds)"),
                ("Finished", "Finished"), ("RecordedDate", "Recorded Date"), ("ResponseId", "Response ID"), ("RecipientLastName", "Recipient Last Name"), ("DistributionChannel", "Distribution Channel"), ("UserLanguage", "User Language")]
        o2 = list(OPTIONS["q2"])
        heads = [("Q11", t["q1"] + " - Selected Choice"), ("Q11_3_TEXT", f"{t['q1']} - {words('q1', 'other', l)} - Text")]
        heads += [(f"Q12_{i + 1}", f"{t['q2']} - Selected Choice - {words('q2', o, l)}") for i, o in enumerate(o2)] if split else [("Q12", t["q2"] + " - Selected Choice")]
        heads += [("Q12_4_TEXT", f"{t['q2']} - {words('q2', 'others', l)} - Text"), ("Q13", t["q3"]), ("Q14", t["q4"]), ("Q15", t["q5"]), ("Q16_1", t["g1"]), ("Q16_2", t["g2"])]
        heads += [(f"Q17_{i + 1}", f"{t['q6']} - {words('q6', o, l)}") for i, o in enumerate(OPTIONS["q6"])] + [("Q18", CONSENT[l])]
        yield [a for a, _ in meta + heads]
        yield [b for _, b in meta + heads]
        if imports: yield ['{"ImportId":"QID%d"}' % i for i in range(len(meta + heads))]
        for p in PEOPLE:
            v, ids = p["q1"], several(p, l)
            w = lambda k, o: (list(OPTIONS[k]).index(o) + 1 if numbers else words(k, o, l))
            ts = ticks(p)
            yield ["x"] * len(meta) + [w("q1", v if isinstance(v, str) else "other"), "" if isinstance(v, str) else v[1]] + \
                ([("1" if numbers else words("q2", o, l)) if o in ts else "" for o in o2] if split else [",".join(str(w("q2", o)) for o in ts)]) + \
                [ids[1], p["q3"], (1 if p["q4"] else 2 if p["q4"] is False else "") if numbers else yes(p["q4"], l), p["q5"]] + [w(g, p[g]) if p[g] else "" for g in ("g1", "g2")] + \
                [p["q6"].split().index(o) + 1 if p["q6"] else "" for o in OPTIONS["q6"]] + [yes(p["quote"], l)]
    return make

SERVICES = {
    "Google": google, "Google, numbered, with hints": google_prompts, "Google, HTML": google_html, "Google, both languages": google_both,
    "Microsoft": microsoft,
    "Kobo, ids": kobo(), "Kobo, ids in groups": kobo(group="group/part/"), "ODK": kobo(group="fb-", split=False), "ODK, split": kobo(group="fb-", flags=("True", "False")),
    "Kobo, split alone": kobo(whole=False), "Kobo, labels": kobo(ids=False), "Kobo, labels, split alone": kobo(ids=False, whole=False), "Kobo, labels in one cell": kobo(ids=False, split=False),
    "LimeSurvey, codes": lime(True, False, "codes"), "LimeSurvey, code and words": lime(True, True, "words"), "LimeSurvey, words": lime(False, True, "words"),
    "SurveyMonkey": monkey(), "SurveyMonkey, numbers": monkey(True),
    "Qualtrics": qualtrics(False), "Qualtrics, split": qualtrics(True), "Qualtrics, two heads": qualtrics(True, imports=False), "Qualtrics, numbers": qualtrics(True, numbers=True)}
CODED = {"LimeSurvey, codes", "SurveyMonkey, numbers", "Qualtrics, numbers"}
WELL = {"quote-not-ok", "group-small", "participants-none", "reply-service", "answer-other", "answer-none", "answer-codes", "encoding-legacy"}

def shown(name, data):
    base = write(folder("service"), {"event.yml": sheets.EVENT, "programme.csv": sheets.PROGRAMME, "forms/fb.yml": FORM, "reflections/fb.csv": data})
    d, r = sastra("dump", "tree", "reflections-digest", "-i", base), sastra("check", "-i", base)
    check(not crashed(d) and not crashed(r) and r.returncode == 0, f"{name} is read", text(r.stdout)[-300:])
    return re.sub(r" \(reflections/[^)]*\)", "", text(d.stdout)), text(r.stdout)

def difference(a, b): return next((f"{x} | {y}" for x, y in zip(a.splitlines(), b.splitlines()) if x != y), f"{len(a)} {len(b)}")[:400]

want, told = shown("our own table", table(own("en")))
check("6" in want and not set(re.findall(r"\[([a-z-]+)\]$", told, re.M)) - WELL, "our own table counts whole", told)
SECRETS = ["a@example.org", "Sok", "Dara", "10.0.0.1", "Retired inspector", "songs at noon", "សារព័ត៌មាន", "noticed"]
only = sys.argv[1:]
for name, rows in SERVICES.items():
    for l in ("en", "km"):
        if only and name not in only: continue
        got, told = shown(f"{name} ({l})", table(rows(l), ";" if name.startswith("Kobo") else ","))
        codes = re.findall(r"\[([a-z-]+)\]$", told, re.M)
        check(got == want, f"{name} ({l}) counts as our own table does", difference(want, got) + "\n" + told)
        check(not set(codes) - WELL and codes.count("reply-service") == 1, f"{name} ({l}): nothing is told but the service's own columns, once", told)
        check(("answer-codes" in codes) == (name in CODED), f"{name} ({l}): codes are told, and nothing else is taken for codes", told)
        check(not [s for s in SECRETS if s in told or s in got and s not in want], f"{name} ({l}): no answer and no name is in a message")
done()
