"""An outside event, a sample in words of our own: a congress of three days, forty sessions in four rooms, in one language.
made() → {name: text or bytes}. `congress.py FOLDER [KEY: VALUE]…` writes it there, with lines of event.yml put in place of its own."""
import os, random, sys
sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")]
from making import png

EVENT = """status: draft
sample: yes
languages: [en]
dates: [2026-02-10, 2026-02-11, 2026-02-12]
programme_as_of: 2026-01-20
title: Third Regional Congress on School Gardens
subtitle: Soil, water and the school kitchen
venue: Riverside Hall, Battambang (made up)
host: Network of Garden Schools
supporter: Supported by the Seed Library
contact: {name: Congress office, email: office@gardens.example}
presided_by:
  - {name_en: The Congress Chair (sample), role_en: Network of Garden Schools}
signatories:
  - {role_en: On behalf of the organizing committee}
  - {role_en: On behalf of the rapporteurs}
url: https://gardens.example/congress
signed: {place_en: Battambang}
paper: a4
"""
# day 1 to 3: start, end, type, title; a row without a type goes on in another room
DAYS = [
    "08:00 08:30 break Registration|08:30 09:15 opening Opening of the congress|09:15 10:00 talk Thirty years of school gardens: what lasted|"
    "10:00 10:30 break Tea and fruit|10:30 11:15 talk Reading a soil with bare hands|10:30 11:15 - Rain for the dry months|10:30 11:15 - The kitchen as a classroom|"
    "11:15 12:00 talk Compost without smell|11:15 12:00 - Wells, pumps and who mends them|11:15 12:00 - Breakfast before the first lesson|"
    "12:00 13:30 break Lunch|13:30 14:30 panel Who owns the harvest?|14:30 15:15 discussion Weeding in the timetable|14:30 15:15 - Measuring growth in grade four|"
    "14:30 15:15 - Parents at the gate|15:15 15:30 break Tea|15:30 16:30 discussion First evening: what we heard",
    "08:00 08:45 talk A seed library for a province|08:45 09:30 talk Mulch, shade and the month of April|08:45 09:30 - Dividing a harvest, or fractions|"
    "08:45 09:30 - Cooks who teach|09:30 10:00 break Tea and fruit|10:00 10:45 talk Insects that help|10:00 10:45 - Writing a garden diary|10:00 10:45 - Money in a tin box|"
    "10:45 11:30 talk Trees that will outlive the head teacher|10:45 11:30 - Small gardens in towns|11:30 12:15 panel Ministries, districts and the hoe|12:15 13:30 break Lunch|"
    "13:30 14:15 discussion Holidays: who waters?|13:30 14:15 - A calendar for two monsoons|14:15 15:00 talk What a garden costs in five years|14:15 15:00 - Herbs against a cough|"
    "15:00 15:15 break Tea|15:15 16:30 panel Young gardeners speak",
    "08:00 08:45 talk Growing without poison|08:45 09:30 talk Salt in the well|08:45 09:30 - Fish in the rice field|08:45 09:30 - Snails, rats and other pupils|"
    "09:30 10:00 break Tea and fruit|10:00 10:45 talk Teaching teachers to dig|10:00 10:45 - Gardens for children in wheelchairs|10:45 11:30 discussion Five lessons to carry home|"
    "11:30 12:15 panel From forty gardens to four hundred|12:15 13:30 break Lunch|13:30 14:30 discussion Drafting the recommendations|14:30 15:15 talk What the forms said|14:30 15:15 - Seed to take home|"
    "15:15 16:00 closing Closing of the congress"]
ROOMS = ["Main hall", "Room B", "Room C", "Kitchen"]
SPEAKERS = ["A head teacher", "A soil scientist", "A cook", "A district officer", "A teacher of grade four", "A gardener", "A parent", "A water engineer"]
OPENERS = [
    "The session on *{title}* began with a tray of earth on the table. {Who} asked the room to smell it, and to say what was missing.",
    "{Who} opened with a photograph of a garden that had failed, and asked who had seen another. Nearly every hand went up.",
    "“We did this for four years before anybody wrote it down,” said {who}, and the room was asked to be patient with figures that are rough.",
    "Before the talk, groups of three wrote down what they knew of {topic}. The cards were read out again at the end, and most had changed.",
    "{Who} described one school year, month by month. Nothing in it was new, and that was the point: what works is seldom new."]
BODY = [
    "Of the schools that took part in the trial, about two thirds kept their beds going through the long holiday. The others gave the same three reasons: no water, no key, no one whose task it was.",
    "A bed of two metres by one, looked after by five children, gave between six and nine kilograms of leaves in a term. That is little for a kitchen and much for a lesson.",
    "The discussion turned on time. A garden that is worked in lesson time must serve the lesson; a garden that is worked after school must serve the family. Schools that had not decided did both badly.",
    "Several speakers warned against beginning large. *Two beds, one tap, one list of names* was the rule that came back most often.[^1]",
    "It was noted that costs fall after the second year, when tools are there and seed is saved, and that budgets are mostly written for the first year alone.",
    "Teachers asked for one page that fits the curriculum of their grade. A handbook of two hundred pages had been printed; nobody in the room had read it to the end.",
    "Where the cook had been asked before planting, everything was eaten. Where she had not, the aubergines went to the neighbours’ pigs."]
ISSUES = [
    "**Water comes first.** Without a source within sixty steps of the beds, children stop watering in the second dry week.",
    "**One person holds the key.** When that person moves to another school, the shed stays locked for a year.",
    "**Seed is saved or bought.** Saved seed costs nothing, and has to be dried, labelled and kept from mice.",
    "**The harvest needs an owner.** Rules made before the harvest are kept; rules made after it are quarrels.",
    "**Parents come for a reason.** They came to build a fence, and stayed when there was soup."]
FORWARD = ["Begin with two beds and one tap.", "Write the names of those who water in the holidays on the classroom door.", "Let the kitchen choose half of what is sown.",
           "Keep one page of figures: dates, rain, kilograms.", "Invite the district to the harvest, not to the opening."]
QUOTES = ["A garden is a lesson that does not end when the bell rings.", "We had a pump and no one to love it.", "Ask the cook first.", "My father came to see what I had grown, and took the seed home."]
TABLE = "| Bed | Sown | First harvest | Kilograms in a term |\n| --- | --- | --- | ---: |\n| Water spinach | week 1 | week 5 | {} |\n| Long beans | week 2 | week 9 | {} |\n| Amaranth | week 2 | week 6 | {} |\n"

FORM = """id: {id}
title: {title}
intro: Please do not write your name. Tick or write, as you like.
prompts:
  - {{id: q1, type: scale, points: 5, en: "How useful was the day for your own work?", low_en: of no use, high_en: of great use}}
  - id: q2
    type: choice
    en: Which part should be longer?
    options: [{{id: talks, en: Talks}}, {{id: groups, en: Work in groups}}, {{id: garden, en: Time in the garden}}]
  - {{id: q3, type: yesno, en: "Will you start a bed within three months?"}}
  - id: q4
    type: choices
    en: What is missing at your school? (Tick all that apply.)
    options: [{{id: water, en: Water}}, {{id: tools, en: Tools}}, {{id: time, en: Time in the timetable}}, {{id: seed, en: Seed}}]
  - {{id: q5, type: open, lines: 5, en: What do you take home?}}
themes:
  - {{id: water, en: Water, words_en: [water, well, rain, pump]}}
  - {{id: time, en: Time, words_en: [time, timetable, holiday, lesson]}}
  - {{id: kitchen, en: Kitchen and food, words_en: [kitchen, cook, soup, eat]}}
  - {{id: people, en: People, words_en: [parent, parents, teacher, children]}}
"""
ANSWERS = ["Start with two beds, and let the children choose where the water goes.", "The cook should be asked before anything is sown.", "Time in the timetable, or it will not last.",
           "A diary of rain is easy, and nobody had told me.", "That other schools failed too, and tried again.", "Parents will come when there is soup.",
           "I would like to see a budget for the fifth year and not for the first.", "Seed from our own beans."]

def sessions():
    """(day, number in the day or 0 for a break, start, end, type, title, room's number)"""
    for d, day in enumerate(DAYS):
        number, kind, room = 0, "", 0
        for row in day.split("|"):
            start, end, typed, title = row.split(" ", 3)
            room = room + 1 if typed == "-" else 0
            if typed != "-": kind = typed
            number += kind != "break"
            yield d + 1, 0 if kind == "break" else number, start, end, kind, title, room

def note(rnd, title, room):
    who, topic = rnd.choice(SPEAKERS), title.split(":")[0].rstrip("?").lower()
    opener = rnd.choice(OPENERS).format(title=title, topic=topic, who=who[0].lower() + who[1:], Who=who)
    body = rnd.sample(BODY, 4)
    text = f"# {title}\n\n{opener}\n\n{body[0]}\n\n## Key issues\n\n" + "".join(f"{i + 1}. {x}\n" for i, x in enumerate(rnd.sample(ISSUES, 3)))
    text += f"\n## Discussion\n\n{body[1]}\n\n{body[2]}\n\n"
    if rnd.random() < 0.3: text += TABLE.format(*(f"{rnd.uniform(1, 9):.1f}" for _ in range(3))) + "\n"
    if rnd.random() < 0.7: text += f"## Quotes\n\n> {rnd.choice(QUOTES)}\n>\n> — {who[0].lower() + who[1:]}\n\n"
    text += f"{body[3]}\n\n## Way forward\n\n" + "".join(f"- {x}\n" for x in rnd.sample(FORWARD, 3))
    return text + ("\n[^1]: Said of school gardens alone; nobody spoke of farms.\n" if "[^1]" in text else "")

def summaries():
    said = lambda *paragraphs: "\n\n".join(paragraphs) + "\n"
    return {"foreword": said("For three days, teachers, cooks and gardeners sat at the same tables. This report keeps what they said.", BODY[2], BODY[4]),
            "acknowledgements": said("The organizing committee thanks the schools that lent their tools, and the rapporteurs, who wrote in four rooms at once."),
            "executive-summary": said("The congress heard forty sessions in four rooms. " + BODY[0], BODY[2], BODY[4], "It closed with eight recommendations."),
            "key-messages": "".join(f"- {x}\n" for x in ISSUES), "background": said(BODY[5], BODY[1]),
            "goals": "The congress set itself three goals:\n\n1. to compare what lasted;\n2. to write one page for teachers;\n3. to agree on who waters in the holidays.\n",
            "conclusion": said(BODY[3].replace("[^1]", ""), "The next congress will be asked what became of the eight recommendations.")}

def made():
    rnd = random.Random(40)
    files = {"event.yml": EVENT, **{f"summaries/{k}.en.md": f"# {k.replace('-', ' ').capitalize()}\n\n{v}" for k, v in summaries().items()}}
    programme, ids, documents = "day,start,end,session,type,title_en,speakers_en,chair,rapporteur,room\n", [], "session,title_en,received,file\n"
    for day, number, start, end, kind, title, room in sessions():
        sid = f"d{day}s{number:02d}" if number else ""
        people = f"{rnd.choice(SPEAKERS)},A chair,Rapporteur {room + 1}" if number else ",,"
        programme += f'{day},{start},{end},{sid},{kind},"{title}",{people},{ROOMS[room]}\n'
        if not number: continue
        ids.append(sid)
        files[f"sessions/{sid}-notes.en.md"] = note(rnd, title, room)
        if kind == "talk": documents += f'{sid},"Slides: {title}",2026-01-{rnd.randint(2, 28):02d},{sid}-slides.pdf\n'
    files["programme.csv"] = programme
    organizations = ["Network of Garden Schools", "Seed Library", "Institute of Soils and Water", "District Office of Education", "Association of School Cooks", "Rainwater Workshop"]
    files["organizations.csv"] = "acronym,name_en\n" + "".join("".join(w[0] for w in o.split() if w[0].isupper()) + f",{o}\n" for o in organizations)
    names = [line.split(",")[0] for line in files["organizations.csv"].splitlines()[1:]]
    files["participants.csv"] = "id,honorific_en,name_en,role_en,organization,sex,consent_name,consent_photo\n" + "".join(
        f"p{i:03d},{'Ms' if i // 6 % 2 else 'Mr'},Participant {i} (sample),{SPEAKERS[i % 8][2:].capitalize()},{names[i % 6]},{'f' if i // 6 % 2 else 'm'},{'yes' if i % 5 else 'no'},yes\n" for i in range(1, 181))
    files["recommendations.csv"] = "text_en,addressee_en,horizon\n" + "".join(f"{x},{who},{2026 + i % 3}\n" for i, (x, who) in enumerate(
        [(x, "Schools") for x in ('"Begin with two beds, one tap and one list of names."', "Ask the cook before sowing.", "Keep one page of figures for each garden.")] +
        [(x, "District offices") for x in ("Count hours in the garden as teaching.", "Pay for the fifth year as for the first.", "Visit at harvest.")] +
        [(x, "Teacher education") for x in ("Print one page a grade and no handbook.", "Teach every new teacher to dig.")]))
    files["glossary.csv"] = "term_en,acronym,meaning_en\n" + "".join(f"{o},{a},\n" for o, a in zip(organizations, names)) + "mulch,,straw or leaves laid on a bed\ncover crop,,what is sown between two harvests so that the soil stays\n"
    files["documents.csv"] = documents
    for form, title in (("day", "A sheet for each day"), ("evaluation", "Evaluation of the congress")):
        files[f"forms/{form}.yml"] = FORM.format(id=form, title=title)
        files[f"reflections/{form}.csv"] = "form_no,session,lang,role,q1,q2,q3,q4,q5,themes,quote_ok,legible\n" + "".join(
            f"{i},{rnd.choice(ids) if form == 'day' else ''},en,{rnd.choice(['teacher', 'cook', 'district officer'])},{rnd.randint(2, 5)},{rnd.choice(['talks', 'groups', 'garden', 'garden'])},"
            f"{rnd.choice(['yes', 'yes', 'no'])},{rnd.choice(['water', 'water;tools', 'time', 'seed;time'])},\"{rnd.choice(ANSWERS)}\",,yes,yes\n" for i in range(1, 71))
    files["photos/photos.csv"] = "file,session,caption_en,alt_en\n" + "".join(
        f"plot{i}.png,{ids[i * 5]},Plot {i + 1} as it was drawn (sample),A field of coloured points\n" for i in range(6))
    for i in range(6): files[f"photos/plot{i}.png"] = png(rnd)
    return files

if __name__ == "__main__":
    from lib import write
    files = made()
    for line in sys.argv[2:]:
        kept = [x for x in files["event.yml"].splitlines() if not x.startswith(line.split(":")[0] + ":")]
        files["event.yml"] = "\n".join(kept + [line]) + "\n"
    write(sys.argv[1], files)
