#!/usr/bin/env python3
"""Masks, one by one: what is written in an answer, and what is left of it. First what must go (names by two parts, with
signs and marks left out, misspelt by a letter, with initials; addresses and accounts however they are disguised; numbers
with whatever stands between their groups), then what must stay (words that are names, too; numbers nobody can call).
Read from the table that the report carries; each masked place is told at its own line."""
import os, sys
sys.path[:0] = [os.path.join(os.path.dirname(os.path.abspath(__file__)), up) for up in ("..", ".")]
from lib import *
from answers import masked

PEOPLE = [("Sok Dara", "សុខ ដារ៉ា"), ("Chea Sreymom", "ជា ស្រីមុំ"), ("Keo Bopha Vicheka", "កែវ បុប្ផា វិច្ឆិកា"), ("Nguyễn Thị Hương", ""),
          ("Łukasz Øster", ""), ("Heng Rithy", "ហេង រិទ្ធី"), ("Đặng Văn Strauß", "")]
NAMES = ["Sok Dara", "Suk Dara", "Sok Daraa", "Sok Dra", "Sok Darah", "Sokh Dara", "Dara Suk", "Sok D.", "S. Dara", "S.D.", "Dara S.", "Keo B. Vicheka",
         "K.B. Vicheka", "Keo Bopha", "Vicheka Bopha", "Bopha Keo Vicheka", "Kéo Bopha", "Nguyen Thi Huong", "Huong Nguyen", "Thi Huong", "Nguyen",
         "Nguyễn Thi Huong", "Nguye\u0302\u0303n Thi\u0323 Huong", "Lukasz Oster", "Lukasz", "Dang Van Strauß", "Dang Strauss", "Sоk Dаra", "Sok (Dara)", 'Sok "Dara"',
         "Cheah Sreymum", "Heng Rithi", "Mr Sok Dra", "s. dara", "N.T. Huong",
         "សុខ ដារា", "សុខដារា", "ដារា សុខ", "ជា ស្រីម៉ុំ", "ហេង រិទ្ធិ", "ហេងរិទ្ធិ", "សុ់ខ ដារ៉ា", "កែវ បុប្ផា", "បុប្ផា វិច្ឆិកា", "វិច្ឆិកា កែវ", "បុប្ផាវិច្ឆិកា",
         "វិច្ឆិកា កែវ បុប្ផា", "កែវ\u200bបុប្ផា", "ក.បុប្ផា", "ស. ដារ៉ា", "កែវ បុបផា", "ជា ស្រី ម៉ុម", "ហេង រឹទ្ធី", "ស.ដ."]
TITLED = ["អ្នកគ្រូ កែវ បុប្ផា", "លោកគ្រូ ដារា", "អ្នកគ្រូ បុប្ផា វិច្ឆិកា"]
MAILS = ["zq1 (at) example (dot) org", "zq2 [at] example [dot] org", "zq3 at gmail dot com", "zq4 AT gmail DOT com", "zq5@ gmail .com", "zq6 @gmail.com",
         "z\u200bq7@example.org", '"zq8"@gmail.com', "zq9@gmail,com", "zq10 @ mail . example . org", "zq11 at moeys dot gov dot kh", "zq12﹫gmail.com",
         "zq13@example\u200b.org", "www.facebook.com/zq14", "https://t.me/zq15", "wa.me/zq16", "fb.com/zq17", "zq18 at example.com", "zq19{at}mail{dot}com", "zq23[@]example.org", "zq24 @gmail", "zq25@gmail dot com"]
ACCOUNTS = ["Telegram: zqa", "Telegram @zqb", "WhatsApp zq21", "FB: zqc", "Facebook: zqd", "Line ID zq22", "Line: zq_e", "Messenger: @zqf", "@zq28", "តេឡេក្រាម៖ zqg", "Telegram - zq26", "fb is zq27"]
PHONES = ["012\n345 023", "012,345,021", "012\u2009345\u2009046", "012*345*033", "+855 12 345 680", "(855) 12-345-682", "012 345 698 / 699", "012 345 048,049",
          "012\t345\t011", "(012) 345 693", "012\u3000345\u3000012", "0085512345040", "+65 9123 4567", "12 345 014", "1-800-345-0043", "Room 5 012 345 013",
          "០១២\u200a៣៤៥\u200a០១៤", "096 7 345 694", "01234503", "234 567 8901", "023.880690", "012ហើយ345ហើយ679", "012;345;015", "[012] 345 016", "{012}345017"]

groups = [(NAMES, "quote-name", None), (TITLED, "quote-name", None), (MAILS, "quote-mail", None), (ACCOUNTS, "quote-mail", None), (PHONES, "quote-phone", None)]
answers, kinds = [], []
for seeds, code, _ in groups:
    for s in seeds: answers.append(f"We thank {s} , indeed."); kinds.append(code)
left, told = masked(PEOPLE, answers)
line = 2
WORDS = {"quote-name": ("[name]", "[ឈ្មោះ]"), "quote-mail": ("[e-mail]", "[អ៊ីមែល]"), "quote-phone": ("[telephone]", "[លេខទូរសព្ទ]")}
for answer, code, got in zip(answers, kinds, left):
    said = answer[len("We thank "):-len(" , indeed.")]
    whole = [f"We thank {before}{w}{dot} , indeed." for w in WORDS[code] for dot in ("", ".")
             for before in ("", "Mr ", "អ្នកគ្រូ ", "លោកគ្រូ ", "Telegram: ", "Telegram ", "Telegram @", "WhatsApp ", "FB: ", "Facebook: ", "Line ID ", "Line: ", "Messenger: ", "Messenger: @", "Telegram - ", "fb is ", "តេឡេក្រាម៖ ", "Room ", "Room 5 ")]
    check(got in whole, f"masked whole: {said!r}", got)
    check(code in told.get(line, ()), f"told: {said!r}", f"line {line}: {told.get(line)}")
    line += 1 + answer.count("\n")

EVERYDAY = [("Mark Day", "ម៉ាក ដេយ"), ("Grace Hall", "ហ្គ្រេស ហាល់"), ("An To", "អាន តូ"), ("Will Young", "វីល យ៉ង់"), ("Rose May", "រ៉ូស មេ"), ("Long Sok", "ឡុង សុខ")]
STAYS = ["Main Hall is too small.", "Mark the day in the calendar.", "Teacher Day is in October.", "To an extent, yes.", "Grace under pressure.",
         "The teacher will help young people.", "Long talks, short breaks; we met in the Hall.", "He will be there. In May we try it.", "Every day I mark forty books.",
         "Use 3.14159265 for pi.", "3.1415926535 or 0.333333333", "at 11.5564, 104.9282","ISBN 978-99950-1-234-5 is the book.", "ISBN 0-19-853453-1, too.", "From 09 00 to 11 30 12 00", "08.00 - 09.30 is early",
         "It costs 1,500,000,000 riel.", "In 2019, 2020, 2021 and 2022.", "Grades 0, 5, 10, 15, 20, 25, 30", "4/5/2023 and 05-04-2023.", "2 500 000 riel for 120 pupils",
         "12 345 678 riel in all", "From 0 to 12 345 678 riel", "the box 02A345B678 is full", "on 20240506 we met", "I am at ease @ school.", "See www.moeys.gov.kh; look at moeys.gov.kh for it.", "The first line of the signal: very good", "Facebook is used.",
         "អាន តូចៗ", "ផ្លូវឡុងសុខភាព", "ឆ្នាំ ២០១៩ ២០២០ ២០២១", "ម៉ោង ០៨:០០ ដល់ ១០:៣០។", "គ.ស. និង ព.ស. ២៥៦៦"]
GOES = ["Mark Day", "Day Mark", "MARK DAY", "Grace Hall", "Mr Hall", "Mr. Mark", "Teacher Mark", "Teacher Grace", "Ms Long Sok", "Will Young", "អាន តូ"]
left, told = masked(EVERYDAY, STAYS + GOES)
for i, (answer, got) in enumerate(zip(STAYS + GOES, left)):
    if answer in STAYS: check(got == answer and i + 2 not in told, f"stays: {answer}", got)
    else: check("[" in got and not any(w in got for w in answer.split(" ") if w.rstrip(".") not in ("Mr", "Ms", "Teacher")), f"goes: {answer}", got)

# every second answer of many names someone: each place is told by itself
left, told = masked(PEOPLE, [f"We thank {'Sok Dara' if i % 2 else 'all'}." for i in range(600)])
check(sorted(told) == [i + 2 for i in range(600) if i % 2], "300 masked places are told at 300 lines", len(told))
done()
