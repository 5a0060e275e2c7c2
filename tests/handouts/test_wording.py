#!/usr/bin/env python3
"""Fixed words fit what stands in them: a year, a school, a ministry, a count; Khmer words carry Khmer's own signs."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

FORM = """id: fb
en: {title: Comments}
km: {title: មតិ}
prompts:
  - {id: q1, type: yesno, en: Again?, km: ម្តងទៀតទេ?}
"""
FILES = dict(SMALL, **{
    "event.yml": SMALL["event.yml"].replace("en: {", "en: {host: Ministry of Samples, supporter: Sample Fund, ").replace("km: {", "km: {host: ក្រសួងគំរូ, supporter: មូលនិធិគំរូ, ") + "least_group: 2\n",
    "programme.csv": SMALL["programme.csv"].replace("title_km", "title_km,room").replace("ពិធីបើក", "ពិធីបើក,បន្ទប់ធំ / Main hall") + "1,10:00,11:00,d1s02,visit,A visit,ទស្សនកិច្ច,វិទ្យាល័យគំរូ / Sample school\n",
    "sessions/d1s02-visit.en.md": "# A visit\n\nWe went.\n", "sessions/d1s02-visit.km.md": "# ទស្សនកិច្ច\n\nយើងបានទៅ។\n",
    "recommendations.csv": "text_en,text_km,addressee_en,addressee_km,horizon\nGive time.,ឱ្យពេល។,Schools,សាលា,2031\nGive more.,ឱ្យថែម។,Schools,សាលា,next term\nGive most.,ឱ្យបំផុត។,Schools,សាលា,2031–2032\n",
    "forms/fb.yml": FORM,
    "reflections/fb.csv": "form,role,q1,may_quote\n" + "".join(f"{i},{role},yes,yes\n" for i, role in enumerate(["teacher"] * 4 + ["parent"] * 4, 1))})

base = write(folder("wording"), FILES)
tree = text(sastra("dump", "tree", "report", "-i", base).stdout)
for what, said in (("a year is called one", "កំណត់ពេល៖ ឆ្នាំ២០៣១"), ("in English one word for all", "By: 2031\""), ("another time is not", "កំណត់ពេល៖ next term"), ("years in a language's own digits", "កំណត់ពេល៖ ឆ្នាំ២០៣១–២០៣២"), ("and in the other's", "By: 2031–2032"),
                   ("a hall is a room", '"បន្ទប់" "បន្ទប់ធំ"'), ("a school is a place", '"ទីកន្លែង" "វិទ្យាល័យគំរូ"'), ("in English", '"Place" "Sample school"'),
                   ("an article", "Organized by the Ministry of Samples"), ("none before a name", "Supported by Sample Fund"), ("supported", "ឧបត្ថម្ភដោយ មូលនិធិគំរូ"),
                   ("forms are counted in sheets", "បានទទួលទម្រង់ ៨ សន្លឹក ហើយបានរាប់ទាំងអស់។"), ("a role", '"គ្រូបង្រៀន"'), ("in English", '"teacher"')):
    check(said in tree, f"{what}: {said}", "not in the report")
YEARS = dict(FILES, **{"recommendations.csv": FILES["recommendations.csv"].replace("next term", "2030 - 2032")})
years = text(sastra("dump", "tree", "report", "-i", write(folder("wording-years"), YEARS)).stdout)
horizons = lambda tree: re.findall(r'"(?:To|ជូនចំពោះ៖?):? (?:Schools|សាលា) · ([^"]*)"', tree)
check(horizons(years) == ["ត្រឹមឆ្នាំ២០៣១", "By 2031", "ត្រឹមចុងឆ្នាំ២០៣០ - ២០៣២", "By the end of 2030 - 2032", "ត្រឹមចុងឆ្នាំ២០៣១–២០៣២", "By the end of 2031–2032"], "where all are years one wording for a year and one for some", horizons(years))
check("ម្នាក់" not in tree, "no one where a number follows", str(re.findall(".*ម្នាក់.*", tree)))
check(not re.search("[ក-៓]:", tree), "no Latin colon behind Khmer words", str(re.findall(".*[ក-៓]:.*", tree)))

# -- habits of Khmer documents: numbers of lists as they were typed, dates, emphasis --
note = "# ពិធីបើក\n\n(១) មួយ\n(២) ពីរ\n\n(ក) មួយ\n(ខ) ពីរ\n\n១) មួយ\n២) ពីរ\n\n(1) one\n(2) two\n\nការសិក្សា *សំខាន់* ណាស់។\n\n*ទាំងអស់សំខាន់។*\n\n| ក |\n|-|\n| *ទាំងអស់* |\n"
base = write(folder("habits"), dict(SMALL, **{"sessions/d1s01-opening.km.md": note}))
tree = text(sastra("dump", "tree", "report.km", "-i", base).stdout)
check(re.findall(r'item \w+ "(\S+)"', tree) == ["(១)", "(២)", "(ក)", "(ខ)", "១)", "២)", "(១)", "(២)"], "numbers of lists keep their brackets", str(re.findall(r'item \w+ "(\S+)"', tree)))
for typed in ("4 April 2023", "April 4, 2023", "Tuesday, 4 April 2023", "April 4, 2023, April 5, 2023", "4 April 2023; 5 April 2023", "ថ្ងៃទី ០៤ ខែ មេសា ឆ្នាំ ២០២៣", "04.04.2023"):
    base = write(folder("dates"), dict(SMALL, **{"event.yml": SMALL["event.yml"].replace("[2023-04-04, 2023-04-05]", typed)}))
    check("ថ្ងៃទី៤" in text(sastra("dump", "tree", "report", "-i", base).stdout) and not sastra("check", "-i", base).stdout.count(b"value-date"), f"dates: {typed}")
done()
