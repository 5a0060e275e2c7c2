"""Makes an input folder with as many transcribed sheets as are asked for, made up from a seed, and the truth about them:
what stands in the table, so that a test can count for itself. Some rows are bad on purpose: blank ones, a head typed
again, options nobody defined, points off the scale, numbers used twice, yes and no in both languages and digits."""
import csv, io, random

SESSIONS = ["d1s01", "d1s02", "d1s03", "d2s01", "d2s02"]
ROLES = ["គ្រូបង្រៀន", "teacher", "a mentor", "គ្រូប្រឹក្សាគរុកោសល្យ", "នាយកសាលា", "school leader", "education officer", "teacher educator"]
THEMES = [("time", "Time and workload", "ពេលវេលា និងបន្ទុកការងារ", "hours", "ម៉ោង"), ("observe", "Observation", "ការសង្កេត", "observe", "សង្កេត"),
          ("language", "Language", "ភាសា", "translation", "បកប្រែ"), ("material", "Material and equipment", "ឯកសារ និងសម្ភារៈ", "equipment", "សម្ភារៈ"),
          ("support", "Support", "ការគាំទ្រ", "support", "គាំទ្រ"), ("girls", "Girls in STEM", "សិស្សស្រី", "girls", "សិស្សស្រី")]
OPTIONS = [("hours", "Hours in the timetable", "ម៉ោងក្នុងកាលវិភាគ"), ("khmer", "Material in Khmer", "ឯកសារជាភាសាខ្មែរ"),
           ("training", "Training, once a month", "ការបណ្តុះបណ្តាល"), ("visits", "Visits to other schools", "ទស្សនកិច្ចទៅសាលាដទៃ")]
FORM = """id: {id}
en: {{title: "{en}", intro: "Please write in the language you like."}}
km: {{title: "{km}", intro: "សូមសរសេរជាភាសាណាក៏បាន។"}}
prompts:
  - {{id: q1, type: open, lines: 5, en: What did you notice?, km: តើលោកអ្នកបានកត់សម្គាល់អ្វី?}}
  - {{id: q2, type: scale, points: 5, en: How useful was it?, km: តើវាមានប្រយោជន៍កម្រិតណា?, low_en: not at all, low_km: គ្មានសោះ, high_en: very, high_km: ខ្លាំងណាស់}}
  - id: q3
    type: choices
    en: What would help you?
    km: តើអ្វីអាចជួយលោកអ្នក?
    options:
{options}
  - {{id: q4, type: yesno, en: Will you try something?, km: តើលោកអ្នកនឹងសាកល្បងឬទេ?}}
  - {{id: q5, type: open, lines: 3, en: Which question do you still have?, km: តើលោកអ្នកនៅមានសំណួរអ្វីទៀត?}}
themes:
{themes}
"""
KM = ["ខ្ញុំបានឃើញគ្រូប្រើសម្ភារៈពីផ្សារ", "សិស្សបានពន្យល់ដោយខ្លួនឯង", "ម៉ោងពិភាក្សាខ្លីពេក", "ការបកប្រែបានជួយខ្ញុំច្រើន", "គ្រូប្រឹក្សាគរុកោសល្យសួរសំណួរល្អ",
      "នាយកសាលាបានមកសង្កេតការបង្រៀន", "សាលាខ្ញុំគ្មានបន្ទប់ពិសោធន៍", "សិស្សស្រីហ៊ានឆ្លើយជាងមុន", "ខ្ញុំចង់សាកល្បងនៅថ្នាក់របស់ខ្ញុំ"]
EN = ["the teacher used things from the market", "the students did the explaining", "there were too few hours for discussion", "the translation helped me a great deal",
      "the mentor asked good questions", "the director came to observe the lesson", "my school has no laboratory", "the girls dared to answer more than before", "I want to try this in my own class"]
ASK_KM = ["តើនរណាជាអ្នកសម្រេចចំនួនម៉ោង", "តើពេលណាទើបមានឯកសារជាភាសាខ្មែរ", "តើសាលានៅជនបទអាចទទួលការគាំទ្រដូចម្តេច", "តើវិញ្ញាបនបត្រត្រូវមានអ្វីខ្លះ"]
ASK_EN = ["Who decides how many hours count", "When will there be material in Khmer", "How can a rural school get support", "What does the certificate have to say"]
KM_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")

def said(r, km, en, end_km, end_en):
    """A text of one to four sentences, and its translation."""
    n = r.choice([1, 1, 1, 2, 2, 3, 4])
    at = [r.randrange(len(km)) for _ in range(n)]
    return end_km.join(km[i] for i in at) + end_km.strip(), (end_en.join(en[i] for i in at) + end_en.strip())

def form_text(id_="comments", en="Comments and questions", km="មតិយោបល់ និងសំណួរ"):
    return FORM.format(id=id_, en=en, km=km, options="\n".join(f'      - {{id: {i}, en: "{e}", km: {k}}}' for i, e, k in OPTIONS),
                       themes="\n".join(f"  - {{id: {i}, en: {e}, km: {k}, words_en: [{we}], words_km: [{wk}]}}" for i, e, k, we, wk in THEMES))

HEAD = "form_no,session,lang,role,q1,q2,q3,q4,q5,themes,quote_ok,legible,q1_en,q1_km,q5_en,q5_km".split(",")

def make(n, seed=1, bad=True, form="comments"):
    """n rows → (text of the table, truth)."""
    r = random.Random(seed)
    rows, truth = [], {"rows": n, "blank": 0, "head": 0, "counted": 0, "scale": {k: 0 for k in range(1, 6)}, "yes": 0, "no": 0,
                       "options": {o[0]: 0 for o in OPTIONS}, "out": 0, "quotable": 0, "themes": {t[0]: 0 for t in THEMES}, "q1": 0, "q5": 0}
    for i in range(n):
        odd = r.random() if bad else 1
        if odd < 0.02: rows.append([""] * len(HEAD)); truth["blank"] += 1; continue
        if odd < 0.03: rows.append(list(HEAD)); truth["head"] += 1; continue
        row = dict.fromkeys(HEAD, "")
        truth["counted"] += 1
        khmer = r.random() < 0.65
        number = str(i + 1 if not bad or r.random() > 0.02 else max(1, i))
        row["form_no"] = number.translate(KM_DIGITS) if khmer and r.random() < 0.5 else number
        row["session"], row["lang"], row["role"] = r.choice(SESSIONS), "km" if khmer else "en", r.choice(ROLES)
        for q, km, en, end_km, end_en in (("q1", KM, EN, "។ ", ". "), ("q5", ASK_KM, ASK_EN, "? ", "? ")):
            if r.random() < 0.2: continue
            a, b = said(r, km, en, end_km, end_en)
            row[q], other = (a, b) if khmer else (b, a)
            truth[q] += 1
            if r.random() < 0.6: row[f"{q}_{'en' if khmer else 'km'}"] = other
        p = r.randint(1, 5)
        if bad and r.random() < 0.03: row["q2"] = r.choice(["7", "0", "៩", "many"]); truth["out"] += 1
        elif r.random() < 0.9: row["q2"] = str(p).translate(KM_DIGITS) if khmer else str(p); truth["scale"][p] += 1
        chosen = [o for o in OPTIONS if r.random() < 0.4]
        for o in chosen: truth["options"][o[0]] += 1
        row["q3"] = r.choice([";", "; ", ", "]).join(o[r.choice([0, 1, 2])] for o in chosen)
        if bad and r.random() < 0.02: row["q3"] += (";" if row["q3"] else "") + "a helicopter"; truth["out"] += 1
        if r.random() < 0.9:
            yes = r.random() < 0.8
            row["q4"] = r.choice(["yes", "បាទ", "ចាស"] if yes else ["no", "ទេ"])
            truth["yes" if yes else "no"] += 1
        if r.random() < 0.7:
            t = r.choice(THEMES)
            row["themes"] = r.choice(t[:3]); truth["themes"][t[0]] += 1
        quote, legible = r.random() < 0.8, r.random() < 0.95
        row["quote_ok"], row["legible"] = (r.choice(["yes", "បាទ"]) if quote else r.choice(["no", ""])), ("yes" if legible else "no")
        truth["quotable"] += quote and legible
        rows.append([row[h] for h in HEAD])
    s = io.StringIO()
    csv.writer(s, lineterminator="\r\n").writerows([HEAD] + rows)
    return s.getvalue(), truth

EVENT = "status: draft\nsample: yes\nlanguages: [km, en]\ndates: [2023-04-04, 2023-04-05]\nen: {title: A forum}\nkm: {title: វេទិកា}\n"
PROGRAMME = "day,start,end,session,type,title_en,title_km\n" + "".join(
    f"{s[1]},{8 + int(s[4]):02d}:00,{9 + int(s[4]):02d}:00,{s},talk,Session {s[3:]},វគ្គ\n" for s in SESSIONS)

def files(n, seed=1, bad=True):
    """An input folder of one form with n rows → (files, truth)."""
    table, truth = make(n, seed, bad)
    return {"event.yml": EVENT, "programme.csv": PROGRAMME, "forms/comments.yml": form_text(), "reflections/comments.csv": table}, truth
