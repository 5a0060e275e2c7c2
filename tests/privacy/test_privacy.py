#!/usr/bin/env python3
"""Leaks are seeded in transcribed forms: participants' names in several spellings and both scripts, and parts of them
that stand alone; telephone numbers, e-mail addresses, answers that nobody may quote, writers of small groups. None of
them may stand in any file that a build leaves, attachments and dumps included, and each must be told by its place. Three
times, with other people, each with other spellings."""
import os, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

ZWSP = "\u200b"
CROWDS = [
    [("Keo Mandara", "កែវ មណ្ឌា"), ("Heng Sovannary", "ហេង សុវណ្ណារី"), ("Prum Vicheka", "ព្រំ វិចិកា"),
     ("Nhem Kosal", "ញ៉ែម កុសល"), ("Tep Chanthou", "ទេព ចាន់ធូ"), ("Ouk Ratanak", "អ៊ុក រតនៈ")],
    [("Chhim Sokunthea", "ឈឹម សុគន្ធា"), ("Seng Pisey", "សេង ពិសី"), ("Mao Channary", "ម៉ៅ ចាន់ណារី"),
     ("Long Sopheap", "ឡុង សុភាព"), ("Ros Vutthy", "រស់ វុទ្ធី"), ("Ek Vicheth", "ឯក វិចិត្រ")],
    [("Yim Dararith", "យឹម ដារ៉ារិទ្ធ"), ("Chum Malyna", "ជុំ ម៉ាលីណា"), ("Svay Rattana", "ស្វាយ រតនា"),
     ("Uy Kosoma", "អ៊ុយ កុសល"), ("Sar Monyroth", "ស មុនីរ័ត្ន"), ("Pen Leakhena", "ប៉ែន លក្ខិណា")]]
WORDS = {"កុសល", "រតនៈ", "សុភាព", "វិចិត្រ"} # names that are everyday words, too: masked with what stands before them alone

def turned(name): return " ".join(reversed(name.split(" ")))

def coeng_variant(text):
    """Coeng da and coeng ta look the same."""
    return text.replace("\u17d2\u178f", "\u17d2\u178a") if "\u17d2\u178f" in text else text.replace("\u17d2\u178a", "\u17d2\u178f")

def names(people, turn):
    for k, (en, km) in enumerate(people):
        k += turn
        given, own = en.split(" ")[1], km.split(" ")[1]
        yield en if k % 2 else en.upper(), given
        yield ["Mr. " + given, "teacher " + given, en.split(" ")[0][0] + ". " + given][k % 3], given
        yield [turned(en), en.replace(" ", "-"), en.replace("a", "aa", 1) if "a" in en else en + "a"][k % 3], given
        yield [km, km.replace(" ", ""), turned(km)][k % 3], km.replace(" ", "")
        yield [km.replace(" ", ZWSP), coeng_variant(km), "លោកគ្រូ " + own][k % 3], own
        yield [f"the work of {given.lower()}", f"the lesson. {given} taught it", f"{given}'s table"][k % 3], given
        if own not in WORDS: yield [f"សូមអរគុណ{own}ដែលបានជួយ", f"{own} បានជួយ", f"ជាមួយ{own}។"][k % 3], own

# no digits in a row, which any PDF's lists of numbers hold
PHONES = ["012 593 847", "+855 12 593 848", "012-593-849", "០១២ ៥៩៣ ៨៥០", "+៨៥៥ ១២ ៥៩៣ ៨៥១", "(855) 12 593 852",
          "012593853", "០១២៥៩៣៨៥៤", "012.593.855", "012\u00a0593\u00a0856"]
MAILS = ["k.mandara@example.org", "heng_s@moeys.gov.kh", "vicheka+forum@example.com", "kosal @ example.net",
         "chanthou(at)example.org", "RATANAK@EXAMPLE.KH"]
HIDDEN = [("no", "yes"), ("", "yes"), ("ទេ", "yes"), ("no", "no"), ("yes", "no"), ("yes", ""), ("maybe", "yes"), ("no", "yes")]
GROUPS = [("lighthouse keeper", 1), ("beekeeper", 2), ("sculptor", 3), ("ferry captain", 4), ("អ្នកថែរក្សាប៉ម", 1), ("clock maker", 2)]

rows, seeds = [], [] # rows of a form; (kind, secret, row, codes that tell it)

def seed(kind, answer, secret, codes, role="teacher", quote="yes", legible="yes"):
    rows.append((role, answer, quote, legible))
    seeds.append((kind, secret, len(rows), codes))

def sow(people, turn):
    rows.clear(), seeds.clear()
    for said, secret in names(people, turn): seed("name", f"We thank {said} for this useful day.", secret, {"quote-name"})
    for n in PHONES: seed("phone", f"Please call me at {n}, there is more to say.", n, {"quote-phone"})
    for m in MAILS: seed("mail", f"Please write to {m}; there is more to say.", m, {"quote-mail"})
    for k, (quote, legible) in enumerate(HIDDEN):
        seed("hidden", f"The unsaid sentence number zq{k}zq stands on this sheet.", f"zq{k}zq", {"quote-not-ok"}, "teacher", quote, legible)
    for role, n in GROUPS:
        for i in range(n):
            rows.append((role, "A good day with many things to try at school.", "yes", "yes"))
        seeds.append(("group", role, len(rows), {"group-small"}))

FORM = """id: {id}
en: {{title: Comments {id}}}
km: {{title: មតិ {id}}}
prompts:
  - {{id: q1, type: open, en: What did you notice?, km: តើឃើញអ្វី?}}
  - {{id: q2, type: yesno, en: Was it good?, km: តើល្អទេ?}}
"""
EACH = 4 # so many open answers to a prompt are quoted: with so few a form all of them are

def quoted(text): return '"' + text.replace('"', '""') + '"'

def corpus(people):
    files = {"event.yml": "status: draft\nen: {title: The forum}\nkm: {title: វេទិកា}\n",
             "programme.csv": "day,start,end,session,type,title_en,title_km\n1,08:00,09:00,d1s01,talk,One,មួយ\n",
             "participants.csv": "id,honorific_en,honorific_km,name_en,name_km,consent_name\n" +
             "".join(f"p{i},Mr,លោក,{en},{km},no\n" for i, (en, km) in enumerate(people))}
    head = "form_no,session,lang,role,q1,q2,themes,quote_ok,legible,q1_en,q1_km\n"
    for start in range(0, len(rows), EACH):
        name = f"f{start // EACH:02d}"
        files[f"forms/{name}.yml"] = FORM.format(id=name)
        files[f"reflections/{name}.csv"] = head + "".join(
            f"{k + 1},d1s01,en,{role},{quoted(answer)},yes,,{quote},{legible},,{quoted(answer)}\n"
            for k, (role, answer, quote, legible) in enumerate(rows[start:start + EACH]))
    return files

def plain(text):
    """Letters alone: what a reader would find."""
    return "".join(c for c in text.casefold() if not c.isspace() and c not in ZWSP + "-.\u2060\u00ad")

def everything(base, out):
    """Name → text of all that the build leaves, and of what the program prints."""
    found = {}
    for name, data in files_of(out).items():
        if not name.endswith(".pdf"):
            found[name] = text(data)
            continue
        path = os.path.join(out, name)
        found[name] = pdftext(path) + text(subprocess.run(["pdftotext", path, "-"], capture_output=True).stdout)
        inside = folder("attached")
        subprocess.run(["pdfdetach", "-saveall", "-o", inside, path], capture_output=True)
        for n, d in files_of(inside).items(): found[f"{name}:{n}"] = text(d)
        unpacked = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"], capture_output=True).stdout
        found[name + " (raw)"] = text(unpacked) + unpacked.decode("utf-16-be", "replace") + unpacked[1:].decode("utf-16-be", "replace")
    for what in ("tree", "pages"):
        for doc in ("report", "reflections-digest", "reflections-slides"):
            found[f"dump {what} {doc}"] = text(sastra("dump", what, doc, "-i", base).stdout)
    r = sastra("check", "-i", base)
    found["check"] = text(r.stdout + r.stderr)
    return found

def is_told(told, row, codes):
    name, line = f"f{(row - 1) // EACH:02d}", (row - 1) % EACH + 2
    return any(p["code"] in codes and (p["file"] == f"forms/{name}.yml" or (p["file"] == f"reflections/{name}.csv" and p["line"] == line))
               for p in told)

for turn, people in enumerate(CROWDS):
    sow(people, turn)
    base = write(folder("privacy"), corpus(people))
    out = os.path.join(folder("privacy-out"), "out")
    r = build(base, out)
    check(r.returncode in (0, 1) and not crashed(r), "builds", text(r.stderr)[-400:])
    check(len(seeds) >= 60, "sixty leaks and more", str(len(seeds)))
    found = {name: plain(t) for name, t in everything(base, out).items()}
    found["standard error"] = plain(text(r.stderr))
    check(any(n.endswith(".csv") for n in found), "the report carries the forms' tables")
    check(any("[name]" in t for n, t in found.items() if n == "report.pdf"), "masked answers are quoted")
    told = problems(out)
    for kind, secret, row, codes in seeds:
        where = [name for name, t in found.items() if plain(secret) in t]
        check(not where, f"{kind} {row} stays inside", f"{secret}: {', '.join(where[:4])}")
        check(is_told(told, row, codes), f"{kind} {row} is told", secret)
    # Whatever is built, and in a check, the same is told.
    few = os.path.join(folder("privacy-few"), "out")
    build(base, few, "-q", "--only", "report")
    kinds = {"quote-name", "quote-mail", "quote-phone", "quote-not-ok", "group-small"}
    same = [sorted((p["file"], p["line"], p["code"]) for p in problems(o) if p["code"] in kinds) for o in (out, few)]
    check(same[0] == same[1] and len(same[0]) > 60, "a build of the report alone tells as much", (len(same[0]), len(same[1])))
    r = sastra("check", "-i", base)
    check(text(r.stdout).count("[quote-name]") == sum(c == "quote-name" for _, _, c in same[0]), "so does a check")
done()
