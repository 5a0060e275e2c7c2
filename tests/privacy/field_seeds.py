"""More of the kinds that people disguise or that no list knows: telephone numbers, numbers of cards and papers, people
behind a title who are on no list, accounts. (kind, answer, fragments that must not be left.) Of each kind's ways to write
it one half, drawn by chance, goes to the crowd "third", the other to "fourth"; numbers, people and sentences are in one of them only."""
import random, re
from seeds import EN_DIGITS, KM_DIGITS, SHY, ZWNJ, ZWSP, digits_of, khmer_digits, letters, wide

PHONES = {"third": ["078452913", "0977103586", "011556677"], "fourth": ["085930147", "0882461795", "092223344"]}
PAPERS = {"third": ["010283745", "150937268"], "fourth": ["061594820", "200718453"]}
USERS = {"third": ["sokdararith", "lida.chea99", "mr_vuthy_kh", "rathanak2011"], "fourth": ["bophasovan", "kimhong.sm07", "cher_pisey", "vannak168"]}
REGISTER = [("Quenby Rostrum", "ក្វេនប៊ី រ៉ូស្ទ្រំ"), ("Ilona Jarvik", ""), ("Heng Rithy", "ហេង រិទ្ធី")]  # nobody of the seeds
PEOPLE = {"third": [("ផេង", "រតនៈ", "Pheng", "Ratanak"), ("សុខ", "គឹមហុង", "Sok", "Kimhong"), ("នូ", "បុប្ផា", "Nou", "Bopha"), ("ជា", "លីដា", "Chea", "Lida"), ("អ៊ុំ", "សុភា", "Um", "Sophea"),
                    ("កែវ", "ពិសី", "Keo", "Pisey"), ("ហួត", "វណ្ណា", "Huot", "Vanna"), ("ថៃ", "សុវណ្ណ", "Thai", "Sovann"), ("ងួន", "មុនី", "Nguon", "Mony"), ("តាន់", "សុភ័ណ្ឌ", "Tan", "Sophoan"),
                    ("ឆឹង", "ស្រីនិច", "Chheng", "Sreynich"), ("វង់", "សំណាង", "Vong", "Samnang"), ("ប៉ាង", "សុខា", "Pang", "Sokha"), ("លាង", "គីមលី", "Leang", "Kimly"), ("មាស", "ចិន្តា", "Meas", "Chenda"),
                    ("សំ", "រស្មី", "Sam", "Reaksmey"), ("ចាប", "ស៊ីថា", "Chab", "Sitha"), ("ទុយ", "វាសនា", "Tuy", "Veasna"), ("កុយ", "ធារ៉ា", "Koy", "Theara"), ("សេង", "បូរ៉ា", "Seng", "Bora")],
          "fourth": [("ឡាយ", "សុភក្ត្រា", "Lay", "Sopheaktra"), ("អៀង", "ម៉ារី", "Eang", "Mary"), ("ចេង", "កញ្ញារ័ត្ន", "Cheng", "Kanharath"), ("ខៀវ", "វិសាល", "Khiev", "Visal"), ("ប៊ិន", "រ៉ាវី", "Bin", "Ravy"),
                     ("ហ៊ុន", "ម៉ាលីន", "Hun", "Malin"), ("គង់", "សុផាត", "Kong", "Sophat"), ("ប្រាក់", "សុធា", "Prak", "Sothea"), ("ឈឹម", "នីតា", "Chhim", "Nita"), ("ទា", "វិចិត្រ", "Tea", "Vichet"),
                     ("នី", "ចរិយា", "Ny", "Chakriya"), ("សួន", "ធីតា", "Suon", "Thida"), ("យិន", "ផល្លា", "Yin", "Phalla"), ("ឯម", "សារ៉ាត់", "Em", "Sarath"), ("ពេជ្រ", "ដាលីន", "Pich", "Dalin"),
                     ("ម៉ែន", "រក្សា", "Men", "Raksa"), ("ឌុច", "ពន្លក", "Duch", "Ponlork"), ("អ៊ឹម", "ស្រីល័ក្ខ", "Im", "Sreyleak"), ("រ៉េត", "ច័ន្ទថន", "Ret", "Chanthan"), ("ស៊ុយ", "គន្ធី", "Suy", "Kunthy")]}
FOREIGN = {"third": [("Paul", "Anderson"), ("Keiko", "Yamamoto"), ("Hélène", "Dubois")], "fourth": [("Piotr", "Kowalski"), ("Lucia", "Hernandez"), ("Ravi", "Chatterjee")]}
EN = {"third": ["If you need the worksheets, {} is the way to get them.", "More questions? {} , at any time.", "I put it here: {}. Thank you.", "Please add {} to the group of teachers."],
      "fourth": ["Somebody should ask {} before the next forum.", "My notes: {}, if they help.", "All I can give is {} . Good day to all.", "We would like {} to be invited too."]}
KM = {"third": ["បើត្រូវការឯកសារ {} បានគ្រប់ពេល។", "ខ្ញុំសូមទុក {} នៅទីនេះ។", "សូមបញ្ចូល {} ទៅក្នុងក្រុមគ្រូ។", "មានសំណួរអ្វី {} អាចជួយបាន។"],
      "fourth": ["សូមសួរ {} មុនវេទិកាលើកក្រោយ។", "កំណត់ចំណាំរបស់ខ្ញុំ {} សម្រាប់អ្នកត្រូវការ។", "ចង់ឱ្យ {} ចូលរួមដែរ។", "អាចទាក់ទង {} បានជានិច្ច។"]}
THANKS = {"third": ["We thank {} for the good lesson.", "The group of {} finished first.", "I learned most from {} yesterday.", "It was {} who led the visit to the school."],
          "fourth": ["The talk by {} was clear.", "I sat beside {} all day.", "Next time let {} begin.", "The best idea came from {} and the mentors."]}
THANKS_KM = {"third": ["សូមអរគុណ{}ដែលបានបង្រៀនល្អ។", "ខ្ញុំបានរៀនពី{} ច្រើនណាស់។", "កាលពីម្សិលមិញ {} បានដឹកនាំការទស្សនា។", "ក្រុមរបស់{}បានបញ្ចប់មុនគេ។"],
             "fourth": ["បទបង្ហាញរបស់{}ច្បាស់លាស់ណាស់។", "ខ្ញុំអង្គុយក្បែរ{} ពេញមួយថ្ងៃ។", "លើកក្រោយសូមឱ្យ{}និយាយមុន។", "គំនិតល្អបំផុតមកពី{} និងគ្រូជំនួយ។"]}

TENS = ["", "ដប់", "ម្ភៃ", "សាមសិប", "សែសិប", "ហាសិប", "ហុកសិប", "ចិតសិប", "ប៉ែតសិប", "កៅសិប"]
TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
EN_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

def below_hundred_km(v): return (TENS[v // 10] + (KM_DIGITS[v % 10] if v % 10 else "")) if v >= 10 else KM_DIGITS[0] + KM_DIGITS[v]
def hundreds_km(v): return (KM_DIGITS[v // 100] + "រយ" + (below_hundred_km(v % 100) if v % 100 >= 10 else KM_DIGITS[v % 10] if v % 100 else "")) if v >= 100 else KM_DIGITS[0] + below_hundred_km(v)
def below_hundred_en(v):
    if v < 10: return "oh " + EN_DIGITS[v]
    return TEENS[v - 10] if v < 20 else EN_TENS[v // 10] + ("-" + EN_DIGITS[v % 10] if v % 10 else "")
def hundreds_en(v): return EN_DIGITS[v // 100] + " " + below_hundred_en(v % 100)

def doubles(n):
    out, i = [], 0
    while i < len(n):
        same = 2 if n[i:i + 2] == n[i] * 2 else 1
        out.append(("double " if same == 2 else "") + EN_DIGITS[int(n[i])])
        i += same
    return " ".join(out)

def alternate(n): return "".join(khmer_digits(d) if i % 2 else d for i, d in enumerate(n))
def keycaps(n): return "".join(d + "\ufe0f\u20e3" for d in n)
def raised(n): return "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(d)] for d in n)
def thai(n): return "".join(chr(0xe50 + int(d)) for d in n)

def phone_ways(n):
    a, b, c = n[:3], n[3:6], n[6:]
    e, k = [EN_DIGITS[int(d)] for d in n], [KM_DIGITS[int(d)] for d in n]
    km, o, l = khmer_digits(n), n.replace("0", "O"), n.replace("1", "l")
    ka, kb, kc = khmer_digits(a), khmer_digits(b), khmer_digits(c)
    digit_by_digit = [sign.join(n) for sign in (" ", ".", "/", "*", "_", "·", "-", " , ", "~", "  ", " - ", "|", ":", ZWSP, ZWNJ, SHY)]
    digit_by_digit += [" ".join(km), "-".join(km), ".".join(km), "/".join(km), " ".join(alternate(n)), "_".join(km)]
    mixed = [alternate(n), f"{ka} {b} {kc}", f"{a} {kb} {c}", f"{ka}{b}{c}", f"{ka}-{b}-{kc}", f"{a}·{kb}·{c}", f"{ka}/{kb}/{kc}", f"{ka} _ {kb} _ {kc}", f"{ka}*{kb}*{kc}", f"{ka}·{kb}·{kc}", f"{ka}\u200b{kb}\u200b{kc}"]
    letter = [o, f"O{n[1:3]} {b} {c}", f"o{n[1:3]}.{b}.{c}", l, f"{l[:3]} {l[3:6]} {l[6:]}", n.replace("0", "o").replace("1", "I"), f"{o[:3]}-{o[3:6]}-{o[6:]}", f"O {' '.join(o[1:])}", f"tel {o[:3]} {o[3:6]} {o[6:]}", n.replace("1", "|"), f"({o[:3]}) {o[3:]}", f"+855 {o[1:3]} {o[3:6]} {o[6:]}"]
    english = [" ".join(e), "-".join(e), ", ".join(e), " ".join(e).title(), " ".join(e).upper(), "".join(e), " / ".join(e), ". ".join(e), " ".join(e).replace("zero", "oh"), " ".join(e).replace("zero", "o"),
               "".join(e[:3]) + " " + "".join(e[3:6]) + " " + "".join(e[6:]), doubles(n), f"zero {below_hundred_en(int(n[1:3]))}, {hundreds_en(int(b))}, {hundreds_en(int(c[:3]))}" + (f" {e[9]}" if len(n) > 9 else ""),
               f"{' '.join(e[:3])} {b} {c}", f"{a} {' '.join(e[3:6])} {' '.join(e[6:])}", f"{a} {b} {' '.join(e[6:])}", f"{a}-{''.join(e[3:6])}-{c}", "...".join(e), " dash ".join(" ".join(e[i:j]) for i, j in ((0, 3), (3, 6), (6, None)))]
    khmer = [" ".join(k), "".join(k), "-".join(k), " / ".join(k), "។".join(k), ", ".join(k), ZWSP.join(k), "".join(k[:3]) + " " + "".join(k[3:6]) + " " + "".join(k[6:]), "".join(k[:3]) + "-" + "".join(k[3:6]) + "-" + "".join(k[6:]),
             f"សូន្យ{below_hundred_km(int(n[1:3]))} {hundreds_km(int(b))} {hundreds_km(int(c[:3]))}" + (f" {k[9]}" if len(n) > 9 else ""), f"សូន្យ {below_hundred_km(int(n[1:3]))} {below_hundred_km(int(n[3:5]))} {below_hundred_km(int(n[5:7]))} {''.join(k[7:])}",
             f"{''.join(k[:3])} {kb} {kc}", f"{ka} {' '.join(k[3:6])} {kc}", f"{a} {''.join(k[3:6])} {c}", f"លេខ {' '.join(k)}", "ទូរស័ព្ទ" + "".join(k)]
    country = [f"+855 {n[1:3]} {b} {c}", f"+855-{n[1:3]}-{b}-{c}", f"(855) {n[1:3]}.{b}.{c}", f"855/{n[1:3]}/{b}/{c}", f"+855 | {n[1:3]} | {b} | {c}", f"plus 855 {n[1:3]} {b} {c}", f"+ 8 5 5 {' '.join(n[1:])}", f"បូក៨៥៥ {khmer_digits(n[1:3])} {kb} {kc}",
               f"+៨៥៥·{khmer_digits(n[1:3])}·{kb}·{kc}", f"00 855 {n[1:3]} {b} {c}", f"+855{n[1:]}", f"+855 (0) {n[1:3]} {b} {c}", f"+855*{n[1:3]}*{b}*{c}", f"＋８５５ {wide(n[1:])}", f"855 - {n[1:3]} - {b} - {c}", f"+855_{n[1:3]}_{b}_{c}",
               f"plus eight five five {' '.join(e[1:])}", f"+855/{n[1:3]}/{b}/{c}", f"855.{n[1:]}"]
    labels = [f"tel{n}", f"tel.{a}-{b}-{c}", f"Tel: {o[:3]} {b} {c}", f"phone#{n}", f"HP{n}", f"លេខទូរស័ព្ទ{n}", f"លេខទូរសព្ទ៖{ka}.{kb}.{kc}", f"Smart{n}", f"cellcard:{a}{b}{c}", f"Metfone {a}/{b}/{c}", f"ទូរស័ព្ទ:{km}ខ្ញុំ", f"call{a} {b} {c}", f"hp.{a}{b}{c}", f"លេខខ្ញុំ{ka} {kb} {kc}", f"no.{n}", f"Ph:{a}_{b}_{c}"]
    lines = [f"{a}\n{b}\n{c}", f"{a} {b}\n{c}", f"{a}-{b}-\n{c}", f"tel:\n{a} {b} {c}", f"{ka}\n{kb}{kc}", f"{a} -\n{b} -\n{c}", f"{a}\n\n{b}\n\n{c}", "\n".join(n)]
    pictures = [keycaps(n), f"{a}📞{b}📞{c}", f"{a}🙂{b}🙂{c}", f"☎{a} {b} {c}", f"📱{km}", f"{a}➖{b}➖{c}", f"{a}➡{b}➡{c}", f"{a}✦{b}✦{c}", f"{a}❤️{b}❤️{c}", f"{a} 👉 {b} 👉 {c}", f"{ka}★{kb}★{kc}", " ".join(keycaps(d) for d in n), f"{a}✓{b}✓{c}", f"📲 {a}●{b}●{c}"]
    words = [f"{a}, then {b}, then {c}", f"{a} (space) {b} (space) {c}", f"{a} dot {b} dot {c}", f"{a} minus {b} minus {c}", f"{a} dash {b} dash {c}", f"{a} ដក {b} ដក {c}", f"{ka} ចុច {kb} ចុច {kc}", f"{a} ហើយ {b} រួច {c}", f"{a} and {b} and {c}",
             f"{a} after that {b} and {c}", f"{ka} បន្ទាប់មក {kb} ហើយ {kc}", f"{a} បន្ត {b} បន្ត {c}", f"{a} star {b} star {c}", f"{a} និង {b} និង {c}", f"{a}x{b}x{c}", f"{a} slash {b} slash {c}"]
    shapes = [f"[{a}][{b}][{c}]", f"(0){n[1:3]}-{b}-{c}", f"{{{a}}} {b} {c}", f"0({n[1:3]}){b}{c}", f"«{a} {b} {c}»", f"{n[:2]} {n[2:4]} {n[4:6]} {n[6:]}", f"{a} {n[3:7]} {n[7:]}", f"{n[:4]} {n[4:]}", f"0 {n[1:3]} {b} {c}", f"{n[:3]}.{n[3:5]}.{n[5:7]}.{n[7:]}", f"{a}–{b}—{c}",
              f"<{a}> <{b}> <{c}>", f"{a}…{b}…{c}", f"{a} / {b} / {c}", f"{a}__{b}__{c}", f"{a}**{b}**{c}", f"\"{a}\" \"{b}\" \"{c}\"", f"{a} + {b} + {c}", f"{a}={b}={c}", f"{a};{b};{c}", f"{a}^{b}^{c}"]
    scripts = [wide(n), wide(f"{a}-{b}-{c}"), raised(n), thai(n), f"{thai(a)} {thai(b)} {thai(c)}", "".join(chr(0x1d7e2 + int(d)) for d in n), "".join("⓪①②③④⑤⑥⑦⑧⑨"[int(d)] for d in n), "".join("⓿❶❷❸❹❺❻❼❽❾"[int(d)] for d in n), f"{raised(a)}-{raised(b)}-{raised(c)}"]
    half = [f"{a} {b} {e[6]} {e[7]} {' '.join(e[8:])}", f"{a}{e[3]}{n[4:]}", f"{n[:2]}{e[2]} {b} {c}", f"{ka} {k[3]} {khmer_digits(n[4:])}", f"{a} {b} {' '.join(k[6:])}", f"{' '.join(k[:3])} {b} {c}", f"zero {n[1:3]} {b} {c}", f"oh {n[1:3]} {b} {c}", f"សូន្យ{n[1:3]} {b} {c}", f"សូន្យ {khmer_digits(n[1:])}"]
    return {"digit by digit": digit_by_digit, "both scripts' digits": mixed, "letters for digits": letter, "English words": english, "Khmer words": khmer, "country": country, "joined to a label": labels, "over lines": lines,
            "pictures between": pictures, "words between": words, "other groups": shapes, "other digits": scripts, "half in words": half}

def paper_ways(n):
    a, b, c = n[:3], n[3:6], n[6:]
    km = khmer_digits(n)
    ka, kb, kc = khmer_digits(a), khmer_digits(b), khmer_digits(c)
    seven, eight, ten = n[:7], n[:8], n + "4"
    cards = [f"ID: {a} {b} {c}", f"ID {a}-{b}-{c}", f"ID card no {a}.{b}.{c}", f"ID# {n}(01)", f"Khmer ID {n}", f"ID:{km}", f"my id is {' '.join(n)}", f"identity no. {a} {b} {c}", f"National Identification Number {n}", f"NID {n}", f"ID no {a} {b} {c}/01",
             f"id-card:{a}_{b}_{c}", f"ID number (Cambodia): {n}", f"ID card of mine = {n}", f"KH ID {n}", f"IDCard {n}", f"ID Card Number is: {a} {b} {c}", f"id card {a}/{b}/{c}", f"ID card\n{n}", f"I.D. {n}", f"identification card no: {n}", f"national id card number {a} {kb} {c}",
             f"អត្តសញ្ញាណប័ណ្ណសញ្ជាតិខ្មែរលេខ {ka} {kb} {kc}", f"អ.ប. {km}", f"លេខអត្តសញ្ញាណប័ណ្ណ៖ {n}", f"លេខអត្តសញ្ញាណប័ណ្ណរបស់ខ្ញុំគឺ {ka}-{kb}-{kc}", f"កាន់អត្តសញ្ញាណប័ណ្ណលេខ {km}(០១)", f"អត្តសញ្ញាណប័ណ្ណ\n{km}", f"លេខអត្តសញ្ញាណ {km}", f"អត្តសញ្ញាប័ណ្ណ {ka}.{kb}.{kc}",
             f"កាតអត្តសញ្ញាណ {ka}{b}{c}", f"អត្តសញ្ញាណប័ណ្ណខ្មែរ {' '.join(km)}", f"អត្តសញ្ញាណប័ណ្ណ (លេខ {n})", f"ID ខ្មែរ {n}", f"អាយឌីកាត {km}", f"អត្តសញ្ញាណប័ណ្ណ លេខៈ {ka}{ZWSP}{kb}{ZWSP}{kc}"]
    papers = [f"passport N{eight}", f"Passport No: N {eight}", f"passport no. N-{n[:4]}-{n[4:8]}", f"លិខិតឆ្លងដែនលេខ N{khmer_digits(eight)}", f"លិខិតឆ្លងដែន N{eight}", f"ប៉ាស្ប័រ N{eight}", f"ប៉ាស្ព័រ៖ n{eight}", f"passport number is n{eight}", f"my passport (N{eight})", f"passport: {n}", f"passport # N {n[:4]} {n[4:8]}",
              f"birth certificate no. {n[:5]}", f"birth certificate number {n[:5]}/2001", f"សំបុត្រកំណើតលេខ {khmer_digits(n[:5])}", f"សំបុត្រកំណើត លេខ {khmer_digits(a)}/{khmer_digits(n[3:5])}", f"សំបុត្របញ្ជាក់កំណើតលេខ {km[:6]}", f"driving licence KH-{n[:6]}", f"ប័ណ្ណបើកបរលេខ KH {n[:6]}", f"driver's license no {eight}", f"driver license: {n}",
              f"NSSF {ten}", f"ប.ស.ស. {km}", f"លេខ ប.ស.ស. {khmer_digits(ten)}", f"សៀវភៅគ្រួសារលេខ {km[:6]}", f"សៀវភៅស្នាក់នៅលេខ {km[:6]}", f"family book no. {n[:6]}", f"អត្តលេខមន្ត្រីរាជការ {khmer_digits(ten)}", f"អត្តលេខ {ten}", f"civil servant no. {ten}", f"teacher ID {ten}", f"staff ID {n[:5]}", f"employee number {n[:5]}", f"officer ID: {ten}",
              f"student ID {n[:6]}", f"payroll no {n[:6]}", f"លេខសម្គាល់មន្ត្រី {khmer_digits(ten)}", f"អត្តលេខគ្រូ៖ {khmer_digits(ten)}", f"ស្លាកលេខ 2AB-{n[:4]}", f"plate no. 2AB-{n[:4]}", f"plate 2A {n[:4]}", f"visa no. {n[:7]}", f"tax number K{n[:3]}-{n}"]
    banks = [f"ABA {a} {b} {c}", f"ABA: {a}-{b}-{c}", f"ABA acc {n}", f"ABA number {a} {b} {c}", f"ABA KHR {a} {b} {c}", f"ABA/USD: {a} {b} {c}", f"ACLEDA {n[:4]}-{n[4:]}-12-3", f"Acleda: {n[:4]}-{n[4:6]}-{n[6:]}-9-0", f"ACLEDA no {n[:4]} {n[4:]} 90", f"bank account: {a} {b} {c}", f"A/C {a} {b} {c}", f"acct no. {n}", f"account number {' '.join(n)}",
             f"Canadia Bank {a}-{n}-6", f"Prince bank {seven}", f"Sathapana {seven}", f"AMK {seven}", f"ABA pay me {a} {b} {c}", f"ABA ({a} {b} {c})", f"ABA ខ្ញុំ {a} {b} {c}", f"ABA របស់ខ្ញុំគឺ {km}", f"គណនីធនាគារ ABA លេខ {ka} {kb} {kc}", f"លេខកុង ABA {n}", f"កុង ABA {ka} {kb} {kc}", f"លេខកុងធនាគារ៖ {a} {b} {c}", f"ផ្ទេរមក ABA {a} {b} {c}",
             f"អេស៊ីលីដា លេខ {km}", f"អេប៊ីអេ {ka}{kb}{kc}", f"លេខគណនីអេស៊ីលីដា {km}", f"គណនី {ka}-{kb}-{kc}", f"ធនាគារកាណាឌីយ៉ា {km}", f"KHQR {n}", f"aba acc no: {a}.{b}.{c}", f"ABA\n{a} {b} {c}", f"account ABA={n}", f"savings account no {a} {b} {c}", f"Wing {n[:4]} {n[4:8]}", f"wing id {eight}", f"Wing: {n[:4]}-{n[4:8]}", f"Wing acc. no. {n[:4]} {n[4:8]}", f"វីង {khmer_digits(n[:4])} {khmer_digits(n[4:8])}", f"លេខវីង៖ {khmer_digits(eight)}",
             f"គណនីវីង {eight}", f"Wing ខ្ញុំ {eight}", f"True Money {n}", f"ទ្រូម៉ាន់នី {km}", f"Pi Pay {eight}", f"Bakong {n}", f"បាគង {km}"]
    return {"ID card in the field": cards, "passport and papers": papers, "bank in the field": banks}

def account_ways(u):
    telegram = [f"my tele is @{u}", f"tele: {u}", f"tele {u}", f"Tele @{u}", f"telegram ខ្ញុំ {u}", f"telegram ខ្ញុំគឺ @{u}", f"Telegram របស់ខ្ញុំ៖ {u}", f"តេលេ៖ {u}", f"តេលេ @{u}", f"តេលេក្រាមខ្ញុំ {u}", f"តេឡេក្រាមឈ្មោះ {u}", f"ឆាតតេឡេ {u}", f"chat me on telegram {u}", f"add me telegram: {u}", f"telegram id: {u}", f"telegram -> {u}", f"telegram 👉 {u}",
                f"Telegram\n{u}", f"TG: {u}", f"tg@{u}", f"t.me / {u}", f"https://telegram.me/{u}", f"contact via telegram (@{u})", f"on telegram as {u}", f"my username in telegram: {u}", f"Telegram username {u}", f"telegram={u}", f"telegram of me: {u}", f"តេឡេក្រាមរបស់ខ្ញុំគឺ {u}", f"តេលេក្រាម ID {u}", f"Telegram/{u}", f"telegram account is {u}", f"telegrame: {u}", f"telegram👉@{u}"]
    facebook = [f"fb: {u}", f"FB : {u}", f"Fb {u}", f"f.b: {u}", f"facebook.com/{u}", f"facebook page: {u}", f"FB page {u}", f"fb name: {u}", f"facebook account {u}", f"face book: {u}", f"FaceBook={u}", f"my facebook is {u}", f"ហ្វេសប៊ុក៖ {u}", f"ហ្វេសប៊ុកខ្ញុំ {u}", f"ហ្វេសប៊ុករបស់ខ្ញុំគឺ {u}", f"ហ្វេសប៊ុក ឈ្មោះ {u}", f"ហ្វេប៊ុក {u}", f"ហ្វេស ប៊ុក៖ {u}", f"អេហ្វប៊ី {u}",
                f"facebook ខ្ញុំឈ្មោះ {u}", f"add fb {u}", f"find me in facebook: {u}", f"facebook -{u}", f"FB/{u}", f"fb✅{u}", f"facebook\n{u}", f"page facebook {u}", f"facebook: @{u}", f"Facebook name is {u}", f"ហ្វេសបុ៊ក {u}", f"https://m.facebook.com/{u}", f"fb id={u}", f"ហ្វេសប៊ុក (Facebook): {u}"]
    chats = [f"messenger: {u}", f"Messenger ខ្ញុំ {u}", f"messenger id {u}", f"មេសេនជ័រ {u}", f"ម៉ែសសេនជឺរ៖ {u}", f"facebook messenger {u}", f"msn messenger: {u}", f"messenger\n{u}", f"line id: {u}", f"LINE : {u}", f"Line ID = {u}", f"line ខ្ញុំ៖ {u}", f"ឡាញ {u}", f"ឡាញ អាយឌី {u}", f"Line app {u}", f"add line: {u}", f"LINE→{u}", f"my LINE is {u}", f"ឡាញ ID: {u}",
             f"zalo {u}", f"Zalo: {u}", f"zalo id {u}", f"ហ្សាឡូ {u}", f"wechat id {u}", f"we chat: {u}", f"WeChat ID={u}", f"weixin {u}", f"វីឆាត៖ {u}", f"wechat ខ្ញុំ {u}", f"whatsapp {u}", f"what's app: {u}", f"whats app {u}", f"WA: {u}", f"WhatsApp ខ្ញុំ៖ {u}", f"វ៉តសាប់៖ {u}", f"skype: {u}", f"Skype name {u}", f"skype id - {u}", f"ស្កាយ {u}", f"ស្កាយប៖ {u}", f"live:{u}", f"skype live:{u}", f"skype ខ្ញុំ {u}",
             f"viber - {u}", f"imo: {u}", f"discord: {u}#4411", f"signal id {u}", f"snap: {u}", f"snapchat {u}", f"google chat: {u}", f"zoom id: {u}", f"teams: {u}"]
    pages = [f"IG: {u}", f"ig - {u}", f"Insta: {u}", f"instagram ខ្ញុំ {u}", f"អ៊ីនស្តា {u}", f"អាយជី៖ {u}", f"instagram @{u}", f"tiktok {u}", f"Tik Tok: @{u}", f"TikTok ខ្ញុំ {u}", f"ទិកតុក {u}", f"តិកតុក៖ @{u}", f"YouTube channel {u}", f"youtube: {u}", f"យូធូប៖ {u}", f"យូថូប {u}", f"youtube.com/@{u}", f"youtube.com/c/{u}", f"twitter {u}", f"ទ្វីតធើ៖ {u}", f"linkedin: {u}", f"https://linkedin.com/in/{u}",
             f"my page: facebook.com/{u}", f"pinterest: {u}", f"github.com/{u}", f"tiktok.com/@{u}", f"threads: @{u}", f"my account is @{u}", f"username: {u}", f"user name {u}"]
    return {"Telegram in the field": telegram, "Facebook in the field": facebook, "messengers in the field": chats, "pages in the field": pages}

def titled_ways(kf, kg, f, g):
    """Each way: in English or Khmer, what is said, what must not be left."""
    latin = [(f"{t} {f} {g}", [f"{t}{f}", g]) for t in ("Mr", "Mr.", "Mrs", "Ms", "Ms.", "Miss", "Dr", "Dr.", "Prof.", "H.E.", "HE", "Lok", "Lok Kru", "Neak Kru", "Lok Chumteav", "Oknha", "Teacher", "teacher", "Bong", "Madam", "Professor", "Director", "Cher", "His Excellency", "Her Excellency", "Lokkru", "Ven.", "Principal", "LCT", "Mister", "Deputy Director", "Sir", "Kru")]
    latin += [(f"{t} {g}", [g]) for t in ("Mr", "Mr.", "Mrs.", "Ms", "Miss", "Dr.", "Prof", "teacher", "Teacher", "Bong", "Lok Kru", "Neak Kru", "Cher", "Lokkru", "Madam", "kru", "Neakkru", "bong", "Pu", "Ming", "brother", "sister", "Aunt", "Uncle")]
    latin += [(f"Mr{g}", [g]), (f"Mr.{g}", [g]), (f"MR. {f} {g}".upper(), [g]), (f"Dr.{f.upper()} {g.upper()}", [g]), (f"Mr {g[0]}. {f}", [f"{g[0]}. {f}"]), (f"Ms {f} {g[0]}.", [f"Ms {f}"]), (f"mr {f.lower()} {g.lower()}", [g]), (f"ms. {g.lower()}", [g]), (f"Mr & Mrs {f}", [f"Mrs {f}"]), (f"Mr.{f}.{g}", [g]),
              (f"teacher {f} {g}", [g]), (f"TEACHER {f.upper()} {g.upper()}", [g]), (f"Mrs {g}'s", [g]), (f"Mr {f}-{g}", [g]), (f"Dr. {g} {f}", [g]), (f"Mr. ({f} {g})", [g]), (f"Ms \"{g}\"", [g]), (f"Mr {f} {g} and Ms {g}", [g]), (f"Ms{f} and Mr{g}", [f, g])]
    khmer = [(f"{t}{s}{kf} {kg}", [kg]) for t, s in (("លោក", " "), ("លោក", ""), ("លោកស្រី", " "), ("អ្នកគ្រូ", " "), ("លោកគ្រូ", ""), ("កញ្ញា", " "), ("ឯកឧត្តម", " "), ("លោកជំទាវ", " "), ("ឯ.ឧ. ", ""), ("លោកបណ្ឌិត", " "), ("ឧកញ៉ា", " "), ("លោកសាស្ត្រាចារ្យ", " "), ("អ្នកស្រី", ""), ("គ្រូ", " "), ("បង", " "),
             ("លោកនាយក", " "), ("លោកប្រធាន", " "), ("បណ្ឌិត", " "), ("នាង", " "), ("ឈ្មោះ", " "), ("អ្នកនាង", " "), ("សិស្សឈ្មោះ", " "), ("លោកអនុប្រធាន", " "), ("នាយកសាលា", " "), ("លោកវេជ្ជបណ្ឌិត", " "))]
    khmer += [(f"{t}{s}{kg}", [t.split(" ")[-1] + kg]) for t, s in (("លោក", " "), ("លោក", ""), ("លោកគ្រូ", " "), ("លោកគ្រូ", ""), ("អ្នកគ្រូ", " "), ("អ្នកគ្រូ", ""), ("លោកស្រី", " "), ("កញ្ញា", " "), ("បង", " "), ("បង", ""), ("ប្អូន", " "), ("ពូ", " "), ("មីង", " "), ("គ្រូ", " "), ("ឯកឧត្តម", ""), ("លោកជំទាវ", ""), ("បងស្រី", " "), ("នាង", " "), ("មិត្ត", " "), ("អ៊ំ", " "))]
    khmer += [(f"លោក{kf}{kg}", [kf + kg]), (f"អ្នកគ្រូ{kf}{kg}", [kf + kg]), (f"លោកគ្រូ {kf}{kg}", [kf + kg]), (f"លោក {kf}{ZWSP}{kg}", [kg]), (f"លោកស្រី {kf}-{kg}", [kg]), (f"លោក៖ {kf} {kg}", [kg]), (f"លោក {f} {g}", [g]), (f"អ្នកគ្រូ {g}", [g]), (f"លោកគ្រូ{g}", [g]), (f"Mr {kf} {kg}", [kg]), (f"លោក ({kf} {kg})", [kg]), (f"លោក «{kg}»", [kg]), (f"លោក{kg} {kf}", [kg + kf]),
              (f"លោកគ្រូ {kf} {kg} និងអ្នកគ្រូ {kg}", [kf + kg, "គ្រូ" + kg])]
    return latin, khmer

def both_halves(kind, ways, which):
    """The half of a list that a crowd gets: by chance, but the same on every run."""
    order = list(range(len(ways)))
    random.Random("halves of " + kind).shuffle(order)
    half = (len(order) + 1) // 2
    return sorted(order[:half] if which == "third" else order[half:])

def is_khmer(s): return any("\u1780" <= c <= "\u17ff" for c in s)

def contact_seeds(which):
    k = 0
    def put(kind, said, secret):
        nonlocal k
        k += 1
        frames = KM[which] if is_khmer(said) and k % 3 or not is_khmer(said) and k % 3 == 0 else EN[which]
        return kind, frames[k % len(frames)].format(said), secret
    for ways, values, secret in ((phone_ways, PHONES[which], None), (paper_ways, PAPERS[which], None), (account_ways, USERS[which], "user")):
        for v in values:
            for kind, said in ways(v).items():
                name = "phone, " + kind if ways is phone_ways else kind
                for i in both_halves(name, said, which): yield put(name, said[i], [v if secret else said[i]])

def titled_seeds(which):
    k = 0
    for i, person in enumerate(PEOPLE[which]):
        latin, khmer = titled_ways(*person)
        for kind, ways, step in (("on no list, Latin", latin, 4), ("on no list, Khmer", khmer, 4)):
            mine = both_halves(kind, ways, which)
            for j in mine[i % step::step]:
                k += 1
                said, secret = ways[j]
                frames = THANKS_KM[which] if is_khmer(said) else THANKS[which]
                yield kind, frames[k % len(frames)].format(said), secret
    for i, (a, b) in enumerate(FOREIGN[which]):
        for j, said in enumerate((f"Mr {b}", f"Ms. {a} {b}", f"Dr {b}", f"Prof. {a} {b}", f"teacher {a}", f"Mr.{a}", f"លោក {b}", f"លោកស្រី {a} {b}")):
            yield "on no list, foreign", (THANKS_KM if is_khmer(said) else THANKS)[which][(i + j) % 4].format(said), [b if b in said else a]

def seeds(which):
    yield from contact_seeds(which)
    yield from titled_seeds(which)

# -- what is left -------------------------------------------------------------------------------------------

DIGIT_WORDS = re.compile("|".join(sorted(EN_DIGITS[:10] + KM_DIGITS, key=len, reverse=True)), re.I)

def leaked(left, secrets):
    """The first fragment that is left; of a number also five of its digits, in figures or words."""
    for s in secrets:
        if letters(s) in letters(left): return s
    figures = digits_of(left)
    if len(digits_of("".join(secrets))) >= 4 and len(figures) >= 5: return figures
    words = DIGIT_WORDS.findall(left)
    return " ".join(words) if len(DIGIT_WORDS.findall("".join(secrets))) >= 3 and len(words) >= 4 else None
