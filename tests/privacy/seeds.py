"""Seeds of what must be masked, by kind: (kind, answer, fragments that must not be left). Two crowds of made-up people,
each with sentences of its own: CROWDS["first"], CROWDS["second"]; nobody and no sentence is in both."""
import unicodedata

ZWSP, ZWNJ, ZWJ, SHY, COENG = "\u200b", "\u200c", "\u200d", "\u00ad", "\u17d2"

class Crowd:
    """people: Khmer family and given name, Latin family and given name. long: names of seven parts and more."""
    def __init__(self, people, foreign, long, en, km, titles, km_titles, joined):
        self.people, self.foreign, self.long, self.en, self.km = people, foreign, long, en, km
        self.titles, self.km_titles, self.joined = titles, km_titles, joined
    def register(self):
        rows = [(f"{f} {g}", f"{kf} {kg}") for kf, kg, f, g in self.people] + [(f"{a} {b}", "") for a, b in self.foreign]
        return rows + [(en, km) for en, km in self.long]

CROWDS = {
    "first": Crowd(
        [("សុខ", "សុភ័ក្រ", "Sok", "Sopheak"), ("ចាន់", "ដារ៉ា", "Chan", "Dara"), ("ហេង", "ស្រីនាង", "Heng", "Sreyneang"), ("លី", "ម៉េងហុង", "Ly", "Menghong"),
         ("គឹម", "សុវណ្ណារ៉ា", "Kim", "Sovannara"), ("ព្រំ", "ពិសិដ្ឋ", "Prom", "Piseth"), ("ឡុង", "វិចិត្រា", "Long", "Vichetra"), ("អ៊ុក", "ចន្ថា", "Ouk", "Chantha"),
         ("ជា", "សុជាតា", "Chea", "Socheata"), ("ម៉ៅ", "កុសល", "Mao", "Kosal"), ("ស៊ិន", "សុមាលី", "Sin", "Somaly"), ("នួន", "ពៅ", "Nuon", "Pov"),
         ("វ៉ាន់", "ណារិន", "Van", "Narin"), ("ប៊ុន", "រដ្ឋា", "Bun", "Rattha"), ("ឈុន", "សិរីរ័ត្ន", "Chhun", "Sereyrath"), ("ញ៉ែម", "បញ្ញាវុធ", "Nhem", "Panhavuth"),
         ("ស្រី", "ចាន់ធឿន", "Srey", "Chanthoeun"), ("ឌឹម", "សុធារី", "Dim", "Sotheary"), ("ផន", "វាសនា", "Phorn", "Veasna"), ("ប៉ែន", "ម៉ុម", "Pen", "Mom"),
         ("ទូច", "លីហួ", "Touch", "Lyhour"), ("កែវ", "បុប្ផា", "Keo", "Bopha"), ("ម៉ម", "វុឌ្ឍី", "Mam", "Vuthy"), ("ទឹម", "ចិន្តា", "Tim", "Chenda")],
        [("Marie-Claire", "Dupré"), ("José", "Ñíguez-Åström"), ("Nguyễn", "Văn Đức"), ("Tan", "Wei Ling"), ("Robert", "O'Neill"), ("Priya", "Venkataraman")],
        [("Amara Bellis Corvan Dessel Ekvall Farrow Ghentmore", "អាម៉ារ៉ា បេលីស កូវ៉ាន់ ដេសែល អេកវ៉ល ហ្វារ៉ូ ហ្គិនម័រ"),
         ("Ilona Jarvik Kestrel Lumbard Morvane Nesbrook Osterling Pavonne", "")],
        ["We thank {} for this useful day.", "The lesson of {} was the best one, I think.", "I would like to work with {} next year.",
         "As {} said, the groups were too large.", "Many questions went to {}, who had no time."],
        ["សូមអរគុណ{}ដែលបានជួយខ្ញុំ។", "ខ្ញុំចូលចិត្តមេរៀនរបស់{}ណាស់។", "{} បានពន្យល់ច្បាស់ល្អ។", "ខ្ញុំបានធ្វើការជាមួយ{} កាលពីម្សិលមិញ។", "តើ{}នឹងមកទៀតឬទេ?"],
        ["Mr", "Ms", "Mrs", "Dr", "Dr.", "Mr.", "Teacher", "teacher", "Prof.", "Lok Kru", "Neak Kru", "Bong", "Madam", "H.E.", "Lok", "Cher", "Kru", "Excellency", "Lokru",
         "Oknha", "Ming", "Pu", "Sister", "Uncle"],
        ["លោក", "លោកស្រី", "លោកគ្រូ", "អ្នកគ្រូ", "អ្នកនាង", "កញ្ញា", "បង", "ពូ", "មីង", "ឯកឧត្តម", "លោកជំទាវ", "បណ្ឌិត", "លោកបណ្ឌិត", "សាស្ត្រាចារ្យ", "លោក នាយក", "អ្នកស្រី", "លោក",
         "គ្រូ", "អ៊ំ", "តា", "យាយ", "នាយិកា", "ប្អូន", "មិត្ត"],
        ["Mr", "teacher", "Ms", "Bong"]),
    "second": Crowd(
        [("ឃុន", "សុភាព", "Khun", "Sopheap"), ("ទេព", "រតនា", "Tep", "Rathana"), ("យន់", "បូរី", "Yon", "Borey"), ("ឃឹម", "ឈុនលី", "Khim", "Chhunly"),
         ("សៀង", "គន្ធា", "Sieng", "Kunthea"), ("តាំង", "មុន្នីរ័ត្ន", "Taing", "Monyrath"), ("ឃាង", "ធីតា", "Kheang", "Thida"), ("លឹម", "សុជាតិ", "Lim", "Socheat"),
         ("ម៉ុក", "សិលា", "Mok", "Sela"), ("ស៊ូ", "វិបុល", "Sou", "Vibol"), ("ឆាយ", "ស្រីពៅ", "Chhay", "Sreypov"), ("យឹម", "លក្ខិណា", "Yim", "Leakhena"),
         ("អុឹង", "ប៊ុនធឿន", "Ung", "Bunthoeun"), ("រស់", "ចន្ទ្រា", "Ros", "Chantrea"), ("នុត", "សម្ភស្ស", "Nut", "Samphors"), ("ម៉េង", "លីដា", "Meng", "Lida"),
         ("ស", "ភីរុណ", "Sar", "Phirun"), ("កង", "វណ្ណៈ", "Kang", "Vannak"), ("ភួង", "មករា", "Phuong", "Makara"), ("អ៊ិន", "ថា", "Ean", "Tha"),
         ("ហួត", "គីមសាន", "Huot", "Kimsan"), ("ជួន", "រិទ្ធី", "Chuon", "Rithy"), ("ទន់", "នារី", "Ton", "Neary"), ("ប៉ូ", "ចាន់ណា", "Po", "Channa")],
        [("Anne-Sophie", "Lefèvre"), ("Björn", "Håkansson"), ("Trần", "Thị Mỹ"), ("Lim", "Kah Seng"), ("Sean", "MacBride"), ("Aditya", "Chandrasekhar")],
        [("Quenby Rostrum Selvage Tarrow Ulverin Vantolle Wexcombe", "ក្វេនប៊ី រ៉ូស្ទ្រំ សែលវ៉ា តារ៉ូ អ៊ុលវើរីន វ៉ានថូល វ៉ិចខម"),
         ("Xandra Yelland Zorbian Aldous Brixley Cathmor Dunwick Elspethe", "")],
        ["Let {} speak first tomorrow.", "It was {} who showed us the tables.", "My group sat beside {} and wrote much.", "Could somebody ask {} about the second lesson?",
         "I agree with {} on this point."],
        ["ពួកយើងបានសួរ{}ច្រើនដង។", "ក្រុមរបស់{}ឆ្លើយបានល្អ។", "យោបល់ពី{} មានប្រយោជន៍ណាស់។", "នៅពេលរសៀល {} បានបង្ហាញឧទាហរណ៍។", "សូមឱ្យ{}មកបង្រៀនម្តងទៀត។"],
        ["Mr.", "Miss", "Mrs.", "Dr", "Prof", "Ms.", "teacher", "Teacher", "Professor", "Lok Kru", "Neak Kru", "bong", "Madame", "H.E.", "Lok Srey", "Kru", "Neak", "Excellency",
         "Lokkru", "Oknha", "Ming", "Aunt", "Brother", "Director"],
        ["លោកគ្រូ", "អ្នកគ្រូ", "បង", "ប្អូន", "មិត្ត", "ពូ", "មីង", "កញ្ញា", "លោកស្រី", "លោក", "អ្នកនាង", "ឯកឧត្តម", "លោកជំទាវ", "បណ្ឌិត", "លោកបណ្ឌិត", "សាស្ត្រាចារ្យ", "លោកនាយក", "អ្នកស្រី",
         "គ្រូ", "អ៊ំ", "តា", "យាយ", "នាយិកា", "បងស្រី"],
        ["Mrs", "Teacher", "Dr", "Neakkru"])}

# -- how people write ---------------------------------------------------------------------------------------

def is_letter(c): return 0x1780 <= ord(c) <= 0x17b3

def clusters(s):
    out = []
    for c in s:
        if not out or (is_letter(c) and not out[-1].endswith(COENG)): out.append(c)
        else: out[-1] += c
    return out

def parted(s, sign):
    c = clusters(s)
    if len(c) < 2: return s[0] + sign + s[1:]
    k = max(1, len(c) // 2)
    return "".join(c[:k]) + sign + "".join(c[k:])

def odd_order(s):
    """Signs of a cluster as typed in another order, or a vowel in two pieces."""
    out = []
    for c in clusters(s):
        base, rest = c[0], c[1:]
        if len(rest) >= 3 and rest[0] == COENG: rest = rest[2] + rest[:2] + rest[3:]
        elif len(rest) == 2 and rest[0] != COENG: rest = rest[::-1]
        elif rest == "\u17c4": rest = "\u17c1\u17b6"
        elif rest == "\u17be": rest = "\u17c1\u17b8"
        out.append(base + rest)
    return "".join(out)

def first_of(s, signs):
    for c in signs:
        if c in s: return s.replace(c, "", 1)
    return s

def turned_one(s, pairs):
    for a, b in pairs:
        if a in s: return s.replace(a, b, 1)
    return s

def doubled(s, low, high):
    for k, c in enumerate(s):
        if low <= ord(c) <= high: return s[:k] + c + s[k:]
    return s

VOWELS = [("\u17b7", "\u17b8"), ("\u17b8", "\u17b7"), ("\u17bb", "\u17bc"), ("\u17bc", "\u17bb"), ("\u17b9", "\u17b7"), ("\u17ba", "\u17b9")]
CONSONANTS = [("ណ", "ន"), ("ន", "ណ"), ("ឡ", "ល"), ("ល", "ឡ"), ("ដ", "ត"), ("ត", "ដ"), ("ស", "ស្ស"), ("ច", "ជ")]
COENGS = [("\u17d2\u178f", "\u17d2\u178a"), ("\u17d2\u178a", "\u17d2\u178f")]
SOUNDS = [("eak", "iek"), ("ara", "arah"), ("ee", "i"), ("th", "t"), ("o", "u"), ("e", "i")]

def two_apart(g):
    for a, b in (("v", "w"), ("V", "W"), ("ch", "j"), ("ph", "p"), ("rey", "ry"), ("ea", "ia"), ("th", "t")): g = g.replace(a, b)
    return g

def wide(s): return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in s)
def cyrillic(s): return s.translate(str.maketrans("aoe", "\u0430\u043e\u0435"))
def marked(s): return s.translate(str.maketrans("aeiou", "áèîôù"))
def bare(s):
    s = s.translate(str.maketrans("ŁłĐđØø", "LlDdOo"))
    return "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c))
def last_syllable(s):
    c = clusters(s)
    return "".join(c[-2:]) if len(c) > 2 else s

# -- names --------------------------------------------------------------------------------------------------

def latin(crowd, i, f, g):
    def en(s): return crowd.en[(i + len(s)) % len(crowd.en)].format(s)
    both, j = [f, g], 1 + i % max(1, len(g) - 1)
    title, doctor = crowd.titles[i % len(crowd.titles)], ["Mr", "Ms", "Mrs", "Dr"][i % 4]
    yield "full", en(f"{f} {g}"), both
    yield "reversed", en(f"{g} {f}"), both
    yield "capitals", en(f"{f} {g}".upper()), both
    yield "small letters", en(f"{f} {g}".lower()), [g]
    yield "joined", en(f"{f}{g}" if i % 2 else f"{f}{g}".lower()), [g]
    yield "hyphen, underscore, dot, stroke", en(f"{f}{'-_./'[i % 4]}{g}"), both
    yield "family, given", en(f"{f}, {g}"), both
    yield "given and initial", en(f"{f[0]}. {g}" if i % 2 else f"{g} {f[0]}."), [g]
    yield "family and initial", en(f"{f} {g[0]}."), [f"{f} {g[0]}"]
    yield "initials", en(f"{f[0]}.{g[0]}."), [f"{f[0]}.{g[0]}."]
    yield "title and given", en(f"{title} {g}"), [g]
    yield "title and family", en(f"{doctor} {f}"), [f"{doctor} {f}"]
    yield "title with a dot, full", en(f"{doctor}.{f} {g}"), both
    joined = crowd.joined[i % len(crowd.joined)]
    yield "title joined to given", en(f"{joined}{g}"), [g]
    yield "title in small letters", en(f"{doctor.lower()} {g.lower()}"), [g]
    wrong = g[:j] + ("x" if g[j:j + 1] != "x" else "z") + g[j + 1:]
    yield "a letter replaced", en(f"{f} {wrong}"), [wrong]
    yield "a letter lost", en(f"{f} {g[:j]}{g[j + 1:]}"), [f"{f} {g[:j]}{g[j + 1:]}"]
    yield "a letter doubled", en(f"{f} {g[:j]}{g[j:j + 1]}{g[j:]}"), [g[:j] + g[j:j + 1] + g[j:]]
    if j + 1 < len(g):
        swapped = g[:j] + g[j + 1] + g[j] + g[j + 2:]
        yield "two letters swapped", en(f"{f} {swapped}"), [swapped]
    sound = next((g.replace(a, b, 1) for a, b in SOUNDS if a in g), g)
    yield "another sound's letters", en(f"{f} {sound}"), [sound]
    far = two_apart(g)
    if far not in (g, sound): yield "transliteration two letters apart", en(f"{f} {far}"), [far]
    yield "given alone", f"I think that {g} should speak again.", [f"that {g}"]
    yield "given alone, small", f"i think that {g.lower()} should speak again.", [f"that {g}"]
    yield "given begins the sentence", f"{g} explained it well. More of this, please.", [f"{g} explained"]
    yield "possessive", en(f"{g}'s lesson" if i % 2 else f"{f} {g}’s lesson"), [g + "s", g + "'s", g + "’s"]
    yield "marks on letters", en(marked(f"{f} {g}")), [marked(g)]
    odd = wide(f"{f} {g}") if i % 2 else cyrillic(f"{f} {g}")
    yield "look-alike letters", en(odd), [odd.split(" ")[1]]
    yield "signs of no width inside", en(f"{f}\u00a0{g[:2]}{(ZWSP, SHY, ZWJ)[i % 3]}{g[2:]}"), [g] + ([g[2:]] if len(g) > 4 else [])
    yield "emphasis, quotation marks", en(f"**{f}** *{g}*" if i % 2 else f"“{f}” ({g})"), both
    yield "across lines", f"We thank {f}\n{g} for this useful day.", both
    yield "spaced letters", en(" ".join(f) + "  " + " ".join(g)), [" ".join(g)]
    yield "hashtag, handle", en(f"#{f}{g}" if i % 2 else f"@{(f + g).lower()}"), [g]
    yield "digits joined", en(f"{f}{g}{90 + i % 9}"), [g]

def khmer(crowd, i, kf, kg):
    def km(s): return crowd.km[(i + len(s)) % len(crowd.km)].format(s)
    title, plain = crowd.km_titles[i % len(crowd.km_titles)], ["លោក", "លោកស្រី", "អ្នកគ្រូ"][i % 3]
    yield "km full", km(f"{kf} {kg}"), [f"{kf} {kg}"]
    yield "km joined", km(f"{kf}{kg}"), [kf + kg]
    yield "km reversed", km(f"{kg} {kf}" if i % 2 else f"{kg}{kf}"), [kg + kf]
    yield "km signs of no width", km([f"{kf}{ZWSP}{kg}", f"{kf} {parted(kg, ZWSP)}", f"{kf} {parted(kg, ZWNJ)}", f"{kf} {parted(kg, ZWJ)}"][i % 4]), [kf + kg]
    yield "km title joined", km(f"{title}{kg}"), [title + kg]
    yield "km title and given", km(f"{title} {kg}"), [title + kg]
    yield "km title, full", km(f"{title} {kf} {kg}"), [kf + kg, title + kf]
    yield "km title and family", km(f"{plain} {kf}"), [plain + kf]
    yield "km title joined to family", km(f"{plain}{kf}"), [plain + kf]
    yield "km given in a run", f"សូមអរគុណ{kg}ដែលបានជួយខ្ញុំ។", ["អរគុណ" + kg]
    yield "km given between blanks", f"ខ្ញុំគិតថា {kg} គួរនិយាយម្តងទៀត។", ["ថា" + kg]
    odd = odd_order(kg)
    if odd != kg: yield "km signs in another order", km(f"{kf} {odd}" if i % 2 else f"លោក {odd}"), [kg, odd]
    lost = first_of(kg, "\u17d0\u17c9\u17ca\u17cb\u17cd\u17c8")
    if lost != kg: yield "km sign lost", km(f"{kf} {lost}"), [kf + lost]
    shifter = first_of(kf + " " + kg, "\u17c9\u17ca")
    if shifter != kf + " " + kg: yield "km register sign lost", km(shifter), [shifter]
    twice = doubled(kf + " " + kg, 0x17c9, 0x17ca)
    if twice != kf + " " + kg: yield "km register sign doubled", km(twice), [twice, kg]
    vowel = turned_one(kg, VOWELS)
    if vowel != kg: yield "km vowel variant", km(f"{kf} {vowel}"), [kf + vowel]
    letter = turned_one(kg, CONSONANTS)
    if letter != kg: yield "km consonant variant", km(f"{kf} {letter}"), [kf + letter]
    below = turned_one(kg, COENGS)
    if below != kg: yield "km letter below it", km(f"{kf} {below}"), [kf + below]
    mark = doubled(kg, 0x17b6, 0x17d1)
    if mark != kg: yield "km mark doubled", km(f"{kf} {mark}"), [kf + kg, kf + mark]
    yield "km punctuation", km([f"{kf}-{kg}", f"«{kf} {kg}»", f"{kf}.{kg}", f"({kg} {kf})"][i % 4]), [kg]
    yield "km initial and given", km(f"{kf[0]}. {kg}"), [kf[0] + "." + kg]
    yield "km family and initial", km(f"{kf} {kg[0]}."), [f"{kf} {kg[0]}."]
    yield "km initials", km(f"{kf[0]}.{kg[0]}."), [f"{kf[0]}.{kg[0]}."]
    yield "km sign of repetition", km(f"{kf} {kg}ៗ"), [kf + kg]
    yield "km spaced syllables", km(f"{kf} {parted(kg, ' ')}"), [kf + kg]
    yield "km across lines", f"សូមអរគុណ {kf}\n{kg} ដែលបានជួយ។", [kf + kg]
    yield "km title and nickname", km(f"បង{last_syllable(kg)}"), ["បង" + last_syllable(kg)]

def mixed(crowd, i, kf, kg, f, g):
    def en(s): return crowd.en[(i + len(s)) % len(crowd.en)].format(s)
    def km(s): return crowd.km[(i + len(s)) % len(crowd.km)].format(s)
    yield "mixed scripts", [km(f"{kf} {g}"), en(f"{f} {kg}"), en(f"Mr {kg}"), km(f"លោក {g}")][i % 4], [[g, kg, "Mr" + kg, "លោក" + g][i % 4]]

def of_foreign(crowd, i, a, b):
    def en(s): return crowd.en[(i + len(s)) % len(crowd.en)].format(s)
    last, plain = b.split(" ")[-1], bare(f"{a} {b}")
    yield "foreign", en([f"{a} {b}", f"{b} {a}", f"{a} {b}".upper()][i % 3]), [last]
    yield "foreign without marks", en(plain), [plain.split(" ")[-1]]
    yield "foreign, marks apart", en(unicodedata.normalize("NFD", f"{a} {b}")), [last]
    yield "foreign, title and last", en(f"Dr {last}"), ["Dr" + last]
    yield "foreign, alone", f"I think that {a if i % 2 else last} should speak again.", ["that " + (a if i % 2 else last)]
    yield "foreign, initial", en(f"{a[0]}. {last}"), [a[0] + ". " + last]

def of_long(crowd, i, en_name, km_name):
    def en(s): return crowd.en[(i + len(s)) % len(crowd.en)].format(s)
    def km(s): return crowd.km[(i + len(s)) % len(crowd.km)].format(s)
    p = en_name.split(" ")
    yield "long name's parts", en(en_name), p
    yield "long name's parts", en(f"{p[0]} {p[-1]}"), [p[-1]]
    yield "long name's parts", en(f"Mr {p[6]}"), [p[6]]
    yield "long name's parts", f"I think that {p[6]} should speak again.", [p[6]]
    yield "long name's parts", en(f"{p[5]} {p[6]}"), [p[6]]
    if km_name:
        q = km_name.split(" ")
        yield "long name's parts", km(f"លោក {q[6]}"), [q[6]]
        yield "long name's parts", km(km_name), q
        yield "long name's parts", f"ខ្ញុំគិតថា {q[6]} គួរនិយាយម្តងទៀត។", [q[6]]

def names(crowd):
    for i, (kf, kg, f, g) in enumerate(crowd.people):
        yield from latin(crowd, i, f, g)
        yield from khmer(crowd, i, kf, kg)
        yield from mixed(crowd, i, kf, kg, f, g)
    for i, (a, b) in enumerate(crowd.foreign): yield from of_foreign(crowd, i, a, b)
    for i, (en, km) in enumerate(crowd.long): yield from of_long(crowd, i, en, km)

# -- contacts: {0}, {1}: digits that differ; zq: a user's name that differs ------------------------------------

EN_DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
KM_DIGITS = ["សូន្យ", "មួយ", "ពីរ", "បី", "បួន", "ប្រាំ", "ប្រាំមួយ", "ប្រាំពីរ", "ប្រាំបី", "ប្រាំបួន"]

def khmer_digits(s): return s.translate({ord("0") + i: chr(0x17e0 + i) for i in range(10)})
def digits(s): return [int(c) for c in s if c.isdigit()]

def phones(n):
    """n: nine digits that begin with 0."""
    a, b, c = n[:3], n[3:6], n[6:]
    for sign in " -./\u00a0–\u200b": yield "phone", f"{a}{sign}{b}{sign}{c}"
    for s in (n, f"+855 {n[1:3]} {b} {c}", f"(+855) {n[1:3]} {b} {c}", f"00855 {n[1:3]} {b} {c}", f"+855(0){n[1:]}", f"{n[:3]} {n[3:]}", f"({a}) {b}-{c}", f"Tel:{n}", f"H/P: {a} {b} {c}",
              f"{a} {b} {c}/{(int(c) + 1) % 1000:03d}", f"{n[1:3]} {b} {c}"): yield "phone", s
    for s in (f"{a} {b} {c}", n, f"{a}.{b}.{c}", f"លេខ {n}", f"ទូរស័ព្ទ៖{a}-{b}-{c}"): yield "phone in Khmer digits", khmer_digits(s)
    yield "phone in Khmer digits", f"{khmer_digits(a)} {b} {khmer_digits(c)}"
    for s in (wide(f"{a} {b} {c}"), wide("+855" + n[1:]), "".join(chr(0x1d7ce + int(d)) for d in n), "".join(chr(0x966 + int(d)) for d in n),
              "".join(chr(0x245f + int(d)) if d != "0" else "⓪" for d in n)): yield "phone in other digits", s
    for sign in (" ", "-", ".", "  ", "_", " - "): yield "phone digit by digit", sign.join(n)
    for sign in "|:=~'…\\<\t·*_,;•+#": yield "phone parted by any sign", f"{a}{sign}{b}{sign}{c}"
    yield "phone parted by words", f"{a} (then) {b} (then) {c}"
    yield "phone parted by words", f"{a} and then {b} {c}"
    yield "phone parted by words", f"{a}\n\n{b} {c}"
    spelt = [EN_DIGITS[d] for d in digits(n)]
    for s in (" ".join(spelt), ", ".join(" ".join(spelt[k:k + 3]) for k in (0, 3, 6)), "-".join(spelt), " ".join(spelt).replace("zero", "oh"), f"{a} {' '.join(spelt[3:6])} {c}"):
        yield "phone spelt in English", s
    spelt = [KM_DIGITS[d] for d in digits(n)]
    for s in (" ".join(spelt), "".join(spelt), ", ".join("".join(spelt[k:k + 3]) for k in (0, 3, 6)), ZWSP.join(spelt)): yield "phone spelt in Khmer", s
    for s in (f"O{n[1:3]} {b} {c}", f"o{n[1:3]}-{b}-{c}", f"oh{n[1:3]} {b} {c}", f"0{'l' if n[1] == '1' else n[1]}{n[2]} {b} {c}"): yield "phone with letters for digits", s
    for s in ("+66 81 {} {}", "+65 9{} 4{}", "+84 90 {} 45 {}", "+33 6 12 {} {}", "+1 (415) {}-2{}"): yield "phone from abroad", s.format(b, c)

def mails(u, host):
    d = host + ".org"
    for s in (f"{u}@{d}", f"{u}+box@mail.{d}", f"{u.upper()}@{d.upper()}", f"<{u}@{d}>", f"mailto:{u}@{d}", f"អ៊ីមែល{u}@{d}ខ្ញុំ", f"{u}@gmail.com", f"{u}@{host}.edu.kh"): yield "mail", s
    for s in (f"{u} @ {d}", f"{u}@{ZWSP}{d}", f"{u} @{host} . org", f"{u}@{host},org", f"{u}＠{d}", f"{u}@{host}。org", f"{u}@{host} .com"): yield "mail with blanks and odd signs", s
    for s in (f"{u}(at){d}", f"{u} [at] {host} [dot] org", f"{u} at {host} dot org", f"{u} AT {host} DOT org", f"{u}{{at}}{host}{{dot}}org", f"{u} (a) {host} (d) org", f"{u} <at> {d}"): yield "mail spelt", s
    for s in (f"{u}@@{d}", f"{u}@[192.168.1.1]", f"{u}@192.168.1.1", f"{u}@localhost", f"{u}@gmail", f"{u}&#64;{d}", f"{u}%40{d}", f"{u}@ {d}"): yield "mail: a@@b, a@[…]", s
    for s in (f"{u}-at-{d}", f"{u}_at_{host}_dot_org", f"{u}.at.{host}.dot.com", f"{u}-at-{host}-dot-org"): yield "mail: name-at-example.org", s
    for s in (f"{u} gmail.com", f"{u} yahoo.com", f"{u} hotmail.com", f"{u}.gmail.com", f"{u} gmail dot com"): yield "mail: name gmail.com", s
    for s in (f"{u} ត្រង់ gmail ចុច com", f"{u} នៅ gmail.com", f"{u} អែត {host} ដុត org", f"{u}អាត់{d}"): yield "mail spelt in Khmer", s

def accounts(u):
    for s in (f"Telegram: @{u}", f"Telegram {u}_k", f"https://t.me/{u}", f"t.me/{u}", f"my Telegram is {u}", f"my telegram username is {u}", f"TG @{u}", f"tg: {u}", f"តេឡេក្រាម៖ @{u}", f"តេលេក្រាម៖ {u}", f"តេឡេក្រាម {u}_x"):
        yield "Telegram", s
    for s in (f"Facebook: {u}", f"facebook.com/{u}", f"https://www.facebook.com/{u}", f"fb.me/{u}", f"FB {u}_6", f"ហ្វេសប៊ុក៖ {u}", f"Facebook៖ ហ្វេសបុក {u}", f"web.facebook.com/{u}", f"facebook name {u}", f"ហ្វេសបុក {u}"): yield "Facebook", s
    for s in (f"Messenger {u}", f"m.me/{u}", f"Messenger: @{u}", f"មេសេនជឺ៖ {u}", f"ម៉ែសសិនជឺ {u}", f"messenger is {u}"): yield "Messenger", s
    for s in (f"LINE ID: {u}", f"Line: {u}", f"line id {u}", f"LINE @{u}", f"ឡាញ៖ {u}", f"https://line.me/ti/p/{u}", f"ឡាញ {u}"): yield "LINE", s
    for s in (f"Skype: live:{u}", f"skype live:.cid.{u}", f"Skype {u}", f"ស្កាយ៖ live:{u}"): yield "Skype: live:x", s
    for s in (f"KakaoTalk ID {u}", f"KakaoTalk: {u}", f"Kakao ID: {u}", f"Imo: {u}", f"imo id {u}", f"Zalo: {u}", f"WeChat: {u}_9", f"Viber: {u}", f"Discord: {u}#1234", f"Signal: {u}"): yield "KakaoTalk and others", s
    for s in (f"Instagram: @{u}", f"IG {u}_2", f"instagram.com/{u}", f"TikTok @{u}", f"tiktok.com/@{u}", f"Twitter: @{u}", f"x.com/{u}", f"X: @{u}", f"linkedin.com/in/{u}", f"LinkedIn: {u}", f"youtube.com/@{u}", f"YouTube: @{u}", f"@{u}"):
        yield "pages of one's own", s

def papers(n):
    """n: nine digits"""
    a, b, c = n[:3], n[3:6], n[6:]
    for s in (f"ID card {n}", f"my ID {a} {b} {c} (01)", f"ID no. {n}", f"passport N{n[:8]}", f"អត្តសញ្ញាណប័ណ្ណលេខ {khmer_digits(n)}", f"national ID: {n}", f"អត្តសញ្ញាណប័ណ្ណ {n}", f"ID number {n[:7]}"): yield "ID card", s
    for s in (f"ABA {a} {b} {c}", f"ABA account {n}", f"ABA: {n}", f"acleda account {n[:8]}", f"គណនី ABA {a} {b} {c}", f"លេខគណនី {n}", f"account no. {n[:6]}"): yield "bank account", s
    for s in (f"Wing {n[:7]}", f"Wing account {n[:8]}", f"វីង {n[:7]}", f"Wing: {n[:8]}", f"my Wing is {n[:7]}", f"TrueMoney {n}"): yield "Wing", s

NUMBERS = {"first": ["012345678", "017893426"], "second": ["096358214", "081742963"]}
USERS = {"first": (["zqsok.dara{}", "zqmom{}"], ["example", "school-kh"]), "second": (["zq_vibol{}", "zqlida.m{}"], ["mailhost", "cambo"])}
FRAMES = {"first": ["Please reach me at {} , there is more to say.", "សូមទាក់ទងខ្ញុំតាម {} បាន។"], "second": ["Do write or call: {}. I wait for it.", "បើចង់សួរ {} សូមប្រាប់។"]}

def contacts(which):
    frames, k = FRAMES[which], 0
    def put(kind, said, secret):
        nonlocal k
        k += 1
        return kind, frames[k % len(frames)].format(said), secret
    for n in NUMBERS[which]:
        for kind, said in phones(n): yield put(kind, said, [said])
        for kind, said in papers(n[1:] + "3"): yield put(kind, said, [said])
    for i, (user, host) in enumerate(zip(*USERS[which])):
        for j, (kind, said) in enumerate(mails(user.format(i), host)): yield put(kind, said, [user.format(i)])
        for kind, said in accounts(user.format(i).replace(".", "")): yield put(kind, said, [user.format(i).replace(".", "")])

def seeds(which):
    yield from names(CROWDS[which])
    yield from contacts(which)

# -- what is left -------------------------------------------------------------------------------------------

def letters(t):
    return "".join(c for c in unicodedata.normalize("NFC", t).casefold() if not c.isspace() and c not in ZWSP + ZWNJ + ZWJ + SHY + "\u2060\ufeff")

def digits_of(t): return "".join(str(d) for d in (unicodedata.digit(c, -1) for c in t) if d >= 0)

def leaked(left, secrets):
    """The first fragment that is left; of a number also half of its digits in a row."""
    for s in secrets:
        if letters(s) in letters(left): return s
    return next((d for d in [digits_of(left)] if len(d) >= 6 and len(digits_of("".join(secrets))) >= 6), None)
