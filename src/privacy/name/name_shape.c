#include "privacy/name/name_shape.h"

#include "khmer/lexicon.h"

enum {
    LETTERS = 48 /* of a name */
};

struct name_shape {
    struct names *given, *parts, *families; /* Khmer */
    struct names *onsets, *rimes, *foreign; /* Latin: of syllables; words that are none */
};

/* -- what they are made of ------------------------------------------------------------------------------- */

/* Names that stand by themselves. */
static const char *const GIVEN[] = {
    "កញ្ញា",    "កុសល",    "កុសុម",    "កក្កដា",  "គន្ធា",  "គន្ធី",     "គន្ធារី", "ចន្ថា",   "ចន្ធា",   "ចន្ធូ",
    "ចន្ទា",    "ចន្ទ្រា",  "ចន្រ្ទា",  "ច័ន្ទា",   "ចរិយា",  "ចិន្តា",    "ចំរើន",  "ចំណាន",   "ឆវី",     "ឆវន",
    "ជាតា",    "ជីវ័ន",    "ជីវិត",    "ជោគ",    "ដារ៉ា",  "ដារា",    "ដាវី",   "ដានី",    "ដាលីន",   "ដេត",
    "ដេវីត",    "តារា",   "តុលា",    "ថាវី",    "ថារី",   "ថារ៉ា",    "ថាវ៉ាន់", "ទិត្យ",    "ទេវី",    "ទេពី",
    "ទេវតា",   "ធារ៉ា",   "ធារី",    "ធារិទ្ធ",  "ធីតា",   "ធីដា",     "ធឿន",   "ធូរ៉ា",    "នារី",    "និមល",
    "និរន្តរ៍",   "និសា",    "នីតា",    "នីសា",    "នីមល",   "នីរ័ត្ន",    "បញ្ញា",  "បុប្ផា",   "បុទុម",    "បុស្បា",
    "បូរ៉ា",     "បូរី",     "បូផា",    "បុណ្ណា",   "បណ្ឌិត",  "ពន្លក",    "ពន្លឺ",   "ពិសិដ្ឋ",   "ពិសី",     "ពិសាល",
    "ពិសិទ្ធ",    "ពុទ្ធី",    "ពុទ្ធា",   "ពេជ្រ",   "ពេជ្រា", "ពៅ",      "ផល្លា",  "ផល្លី",    "ផានិត",   "ផានី",
    "ភារុណ",    "ភារម្យ",  "ភិរម្យ",   "ភិរុណ",    "ភីរុណ",   "ភក្ដី",     "ភក្តី",   "ភក្ត្រា",  "ភ័ក្ត្រា",  "ភូមា",
    "មករា",    "មីនា",    "មេសា",   "មិថុនា",   "មុនី",    "មុន្នី",     "មុនីរ័ត្ន", "មុន្នីរ័ត្ន", "ម៉ាលី",    "មាលី",
    "ម៉ារី",     "ម៉ានី",    "ម៉ាលីន",   "មណី",     "មណ្ណី",   "ម៉ូនីកា",    "មាលា",  "មាស",    "មុំ",      "រតនា",
    "រតនៈ",    "រតនី",    "រដ្ឋា",   "រ៉ាវី",    "រ៉ានី",   "រ៉ាវុធ",    "រិទ្ធី",   "រិទ្ធ",    "រចនា",   "រស្មី",
    "រំដួល",     "រក្សា",   "រក្សមី",   "រុន",     "រដ្ឋ",   "រស្មៃ",    "លក្ខិណា", "លីដា",    "លីណា",    "លីន",
    "លីណេ",     "លីសា",    "លីណែត",   "លីហួរ",    "លីហ៊ួរ",   "លីហួ",      "លាភ",   "លីនដា",   "វណ្ណ",    "វណ្ណា",
    "វណ្ណៈ",    "វណ្ណី",    "វណ្ណារី",  "វណ្ណារ៉ា", "វណ្ណដា", "វណ្ណេត",   "វិសាល",  "វិជ្ជា",   "វិទ្យា",   "វិចិត្រ",
    "វិចិត្រា",   "វិច្ឆិកា",  "វិបុល",    "វិរៈ",    "វីរៈ",   "វីរិទ្ធ",    "វាសនា", "វត្តី",    "វុទ្ធី",    "វុទ្ធា",
    "វុឌ្ឍី",     "វុឌ្ឍា",   "វុធ",     "វ៉ាន់នី",   "វន្នី",   "វន្ថា",    "វិមាន",  "វិសុទ្ធ",   "សុខា",    "សុខុម",
    "សុខន",     "សុខឿន",   "សុខនី",    "សុខជា",   "សុគន្ធ",  "សុគន្ធា",   "សុជាតា", "សុជាតិ",   "សុដានី",   "សុទ្ធី",
    "សុទ្ធា",    "សុធា",    "សុធី",     "សុធារី",   "សុធារ៉ា", "សុនីតា",    "សុនីសា",  "សុបិន",    "សុផល",    "សុផល្លា",
    "សុផាត",    "សុផាន់",   "សុផានី",   "សុផេង",   "សុភា",   "សុភាព",    "សុភាវី",  "សុភី",     "សុភ័ក្រ",   "សុភ័ណ្ឌ",
    "សុភក្ដិ",    "សុភក្រ្តា", "សុភក្ត្រា", "សុភត្រា",  "សុភាន់",  "សុភារិទ្ធ",  "សុមាលី",  "សុម៉ាលី",   "សុមុនី",    "សុមេធ",
    "សុរិយា",    "សូរិយា",   "សុរ៉ា",    "សុវណ្ណ",   "សុវណ្ណា", "សុវណ្ណារ៉ា", "សុវត្ថិ",  "សុវិណា",   "សុវឌ្ឍនា", "សេរី",
    "សេរីវឌ្ឍន៍", "សិរី",     "សិរីវឌ្ឍ",  "សិរីរ័ត្ន",  "សីហា",   "សីលា",     "សិលា",   "សិទ្ធា",   "សិទ្ធិ",    "ស៊ីថា",
    "ស៊ីនួន",     "ស៊ីណាត",   "សំណាង",   "សំអាត",   "សំបូរ",   "សំអឿន",    "សំអូន",   "សំរិត",    "សំរ៉េត",   "សាមឿន",
    "សាម៉ន",    "សារ៉ាត់",  "សារ៉ន",   "សារ៉េត",  "សារឿន", "សារិន",    "សារី",   "សារិទ្ធ",  "សារុន",   "សាវឿន",
    "សាវី",     "សាវុធ",   "សាលី",    "សាវ៉ាត",  "សាវ៉ាន់", "សារ៉ា",    "សោភា",  "សោភ័ណ",   "សោភ័ណ្ឌ",  "សោភណ",
    "សោភណ្ឌ",   "សោភី",    "សោភាព",  "សម្ផស្ស",  "សម្ភស្ស", "សម្ភ័ស្ស",   "សម្បត្តិ", "ស្រីមុំ",    "ស្រីពៅ",   "ស្រីនាង",
    "ស្រីនិច",    "ស្រីណែត",  "ស្រីតូច",   "ស្រីអូន",   "ស្រីល័ក្ខ", "ស្រីលក្ខណ៍",  "ស្រីរ័ត្ន", "ស្រីមាស",  "ស្រីលីន",   "ហេង",
    "ហុង",      "ហ៊ាង",    "ឡេង",    "ឧត្តម",   "ឧត្តរា", "ឧសភា",    "ឧត្ដម",  "អមរា",   "អរុណ",    "អារុណ",
    "អាណូ",     "អេងហួត",  "ឌីណា",    "ឌីនា",    "ឌីម៉ង់",   "ណារី",     "ណារិទ្ធ", "ណារ៉ា",   "ណារុន",   "ណារិន",
    "ណាវី",     "ណារ័ត្ន",  "ណាវុធ",   "ណាលីន",   "ណេត",   "ឈុនលី",     "ឈុនលាង", "ពិដោរ",   "ធីតារ័ត្ន", "កល្យាណ",
    "កល្យាណី",   "កែវ",    "កេសរ",   "គឹមហុង",   "គឹមហេង", "គឹមសេង",   "គឹមលី",   "គឹមហួរ",   "សុភនី",    "សុភានី",
    "ម៉េងលី",    "ម៉េងហុង",  "ម៉េងហេង", "ចាន់ណា",  "ចាន់ថា", "ចាន់ដារ៉ា", "ចាន់ធូ",  "ចាន់ថន",  "ចាន់ធឿន", "ច័ន្ទតារា"};

/* What makes one with another of these, or with a name. */
static const char *const PARTS[] = {
    "សុ",     "សុខ",   "សុភ",   "សោ",   "សៅ",    "ស៊ី",    "ស៊ា",  "ស៊ុន",    "សំ",    "សាំង",  "សេង",   "សេរី",  "សេន",
    "ស្រី",    "ស្រ៊ី",   "ចាន់",  "ចន្ទ",  "ច័ន្ទ",   "ចិន្តា", "ចេង", "ឆេង",   "ឆាយ",  "ឈុន",   "ឈាង",   "ឈឹម",   "ឆៃ",
    "ជី",     "ជ័យ",   "គឹម",   "គីម",   "គុណ",    "គង់",   "ឃុន",  "ខេង",   "កែវ",  "កូន",   "កញ្ញា",  "កុម្ភៈ", "វណ្ណ",
    "វណ្ណា",  "វណ្ណៈ", "វ៉ាន់",  "វន",   "វី",     "វុធ",   "វុទ្ធ", "វឌ្ឍ",   "វឌ្ឍន៍", "វិ",    "វៃ",    "វត្ត",  "រ័ត្ន",
    "រតន៍",   "រតនា", "រត្ន",  "រិទ្ធ",  "រិទ្ធី",   "រិន",   "រី",   "រ៉ា",    "រ៉ាត់",  "រ៉ុង",   "រុណ",    "រុន",   "រ៉ូ",
    "ដារ៉ា",  "ដារា", "តារា", "ធារ៉ា", "បូរ៉ា",   "បូ",    "ប៊ុន",  "ប៊ុណ្ណ",   "បុណ្យ",  "ប៊ីន",   "ណា",    "ណារី",  "ណារ៉ា",
    "ណារិទ្ធ", "ណី",    "ណែត",  "ណេត",  "ណូ",     "នី",    "នីតា", "នួន",    "នាថ",  "នាង",  "និច",    "ថា",   "ថន",
    "ថុល",    "ថេត",  "ថៃ",   "ទូច",   "ទេព",   "ធី",    "ធីតា", "ធា",    "ធូ",    "ធឿន",  "ធាន",   "លី",    "លីន",
    "លីដា",   "លីណា",  "លាង",  "លាប",  "លាភ",   "លឹម",   "លុច",  "លាក់",   "ល័ក្ខ",  "លក្ខណ៍", "លក្ខិណា", "ហុង",   "ហេង",
    "ហួរ",    "ហ៊ួរ",   "ហួត",   "ហៃ",   "ហាក់",   "ហ៊ាង",  "ហ៊ុន",  "ហ៊ីម",    "ហ៊ី",    "ម៉េង",  "ម៉ៃ",    "ម៉ី",    "ម៉ន",
    "ម៉ារី",   "ម៉ានី",  "ម៉ាលី",  "មុនី",   "មុន្នី",   "មុំ",    "មាស", "មៀន",   "មុយ",   "មិញ",   "ភា",    "ភាព",  "ភី",
    "ភាស់",   "ភ័ក្រ",  "ភក្ដី",  "ភក្តី",  "ភក្ត្រា", "ភ័ក្ត្រ", "ភូមិ",  "ភារម្យ", "ផល",   "ផល្លា", "ផាត",   "ផាន់",  "ផេង",
    "ផន",    "ពៅ",   "ពិសិដ្ឋ", "ពិសី",   "ពុទ្ធ",   "ពេជ្រ", "ពូន",  "ព្រីង",   "យ៉ា",   "យុទ្ធ",  "យូ",     "យ៉េត",  "យីម",
    "យឿន",   "អូន",   "អ៊ាន",  "អាត",  "អេង",   "អឿន",  "អៀង", "អ៊ី",     "អ៊ូច",   "ឌី",    "ឌីណា",   "ឌុច",   "ឡេង",
    "ឡុង",    "ឡា",   "តូច",   "តាន់",  "តាំង",   "ទីន",   "ប៉ាង", "ប៉េង",   "ប៉ូ",    "ហួន"};

/* Family names, of which some are words, too: one of those above follows. */
static const char *const FAMILIES[] = {
    "ទា", "ទូ",  "ជូ",   "ជឹម",  "តូ",  "តេ",  "តុប",  "ឆន",  "ឆាន", "ឆិន",  "ហោ",  "ហាំង", "ឡាច", "ឡុញ",   "ឡោ",
    "ម៉ៅ", "ម៉ុក", "ម៉ែន", "ម៉ោង", "ភិន", "ភួង",  "ភន",  "ភុំ",   "ប៉ែន", "ប៉ុល",  "ប៉ុក",  "ប៊ិន",  "ប៊ូ",   "ប្រាក់", "ប្រុំ",
    "ព្រំ", "ពុំ",  "យន់",  "យិន",  "យឹម", "យ៉ែម", "រស់",  "រឿន", "រ៉ម",  "លន់",  "លាស់", "សយ",  "សម",  "សាន",  "សារ",
    "សួន", "សួស", "សន",  "ស៊ូ",   "ស៊ុយ", "ស៊ឹម",  "អ៊ុំ",   "អ៊ុក",  "អ៊ុច",  "អ៊ឹម",  "អ៊ិន",  "អុឹង",  "អ៊ាង", "ឯម",   "ឱម",
    "ឱក", "ឧក", "ញឹម",  "ញ៉ែម", "ញូង", "ងួន",  "ង៉ែត", "ងុយ",  "ខៀវ", "ខាន់", "ខុន",  "ខាត់", "ខឹម",  "ឃឹម",   "ឃួន",
    "កង", "កុយ", "កៅ",  "កឹម",  "គុយ", "ចាប", "ចិន",  "ចៅ",  "ចយ",  "ចឹក",  "ជុំ",   "ជួន",  "ឈួន",  "ឈិត",   "ដួង",
    "ដឹម", "ឌិន", "ឌឹម",  "ឌួង",  "ណុប", "តិច",  "តុំ",   "ថោង", "ទុយ",  "ទន់",  "ធុច",  "នុត",  "នូ",   "នុន",   "ផាន",
    "ផុន", "ផូ",  "វង់",  "វ៉ា",  "ហុក", "ហាន", "ហ៊ន",  "អាន", "អុក",  "ឆឹង",  "ឆុំ",   "រ៉េត", "ជា"};

static const char *const ONSETS[] = {"b",   "c",  "ch", "chh", "chr", "d",  "h",  "j",   "k",   "kh",
                                     "kl",  "kr", "l",  "m",   "n",   "ng", "nh", "p",   "ph",  "phl",
                                     "phn", "pl", "pr", "r",   "s",   "sk", "sl", "sm",  "sn",  "sr",
                                     "sv",  "t",  "th", "tr",  "v",   "w",  "y",  "khl", "khn", "bp"};
static const char *const RIMES[] = {
    "a",    "aa",   "ab",  "ob",   "ach",  "ai",    "aing",  "ak",  "al",   "am",    "an",   "ang",   "anh",
    "ann",  "ao",   "ap",  "ar",   "as",   "at",    "ath",   "au",  "av",   "ay",    "e",    "ea",    "each",
    "eah",  "eak",  "eam", "ean",  "eang", "eap",   "ear",   "eas", "eat",  "eath",  "eav",  "ech",   "ei",
    "ek",   "em",   "en",  "eng",  "eoun", "eoung", "eourn", "ep",  "er",   "es",    "et",   "eth",   "eung",
    "eurn", "ey",   "i",   "ia",   "iak",  "ich",   "ie",    "iek", "iem",  "ien",   "ieng", "iep",   "iet",
    "iev",  "ik",   "il",  "im",   "in",   "ing",   "inh",   "ip",  "ir",   "is",    "it",   "ith",   "iv",
    "o",    "oa",   "oam", "oan",  "oat",  "och",   "oem",   "oeu", "oeun", "oeung", "oeur", "oeurn", "oeut",
    "oeuy", "ok",   "ol",  "om",   "on",   "ong",   "op",    "or",  "ork",  "orn",   "os",   "ot",    "oth",
    "ou",   "ouch", "ouk", "oum",  "oun",  "oung",  "our",   "out", "outh", "ouy",   "ov",   "oy",    "u",
    "ua",   "uch",  "ue",  "uk",   "ul",   "um",    "un",    "ung", "uon",  "uong",  "uor",  "uos",   "uot",
    "up",   "ur",   "us",  "ut",   "uth",  "uy",    "uoy",   "y",   "yda",  "ym",    "yn",   "yna",   "yng",
    "yp",   "yth",  "yv",  "yleng"};

/* English and other words of the same syllables that often stand behind a title. */
static const char *const FOREIGN[] = {
    "manual",       "union",      "salary",     "portal",       "trainer",    "trainee",     "trainees",
    "pay",          "role",       "general",    "human",        "material",   "national",    "personal",
    "regional",     "provincial", "primary",    "secondary",    "moral",      "pool",        "retreat",
    "shortage",     "numbers",    "number",     "internal",     "external",   "at",          "on",
    "in",           "or",         "as",         "is",           "to",         "he",          "she",
    "they",         "data",       "email",      "media",        "panel",      "seminar",     "admin",
    "agenda",       "career",     "ethics",     "library",      "reunion",    "rotation",    "selection",
    "support",      "survey",     "assistant",  "also",         "asia",       "online",      "chat",
    "team",         "teams",      "app",        "apps",         "asean",      "china",       "america",
    "australia",    "canada",     "india",      "korea",        "japan",      "vietnam",     "thailand",
    "lao",          "laos",       "phnom",      "penh",         "siem",       "reap",        "battambang",
    "kampot",       "takeo",      "kandal",     "pailin",       "kep",        "pursat",      "kratie",
    "ministry",     "minister",   "master",     "monitor",      "motivation", "performance", "preparation",
    "presentation", "person",     "population", "participation"};

static void add_all(struct names *to, struct arena *scratch, const char *const *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        names_add(to, folded_text_str(scratch, folded_text_of(scratch, str_of(words[i]))));
}

struct name_shape *name_shape_new(struct arena *keep, struct arena *scratch)
{
    struct name_shape *x = ARENA_ONE(keep, struct name_shape);
    struct arena_mark mark = arena_mark(scratch);
    *x = (struct name_shape){names_new(keep), names_new(keep), names_new(keep),
                             names_new(keep), names_new(keep), names_new(keep)};
    add_all(x->given, scratch, GIVEN, sizeof GIVEN / sizeof *GIVEN);
    add_all(x->parts, scratch, GIVEN, sizeof GIVEN / sizeof *GIVEN);
    add_all(x->parts, scratch, PARTS, sizeof PARTS / sizeof *PARTS);
    add_all(x->families, scratch, FAMILIES, sizeof FAMILIES / sizeof *FAMILIES);
    add_all(x->onsets, scratch, ONSETS, sizeof ONSETS / sizeof *ONSETS);
    add_all(x->rimes, scratch, RIMES, sizeof RIMES / sizeof *RIMES);
    add_all(x->foreign, scratch, FOREIGN, sizeof FOREIGN / sizeof *FOREIGN);
    arena_reset(scratch, mark);
    return x;
}

/* -- Khmer ----------------------------------------------------------------------------------------------- */

static bool ends_cluster(const struct folded_text_letter *at, size_t n, size_t end)
{
    return end == n || at[end].marks & FOLDED_TEXT_START;
}

/* Marks the letters behind each name of a trie that begins at one, up to most. */
static void reach(const struct names *trie, const struct folded_text_letter *at, size_t n, size_t from,
                  bool *reached)
{
    uint32_t state = 1;
    for (size_t i = from; i < n && (i == from || !(at[i].marks & FOLDED_TEXT_GAP)); i++) {
        state = names_next(trie, state, at[i].cp);
        if (!state) break;
        if (names_ends(trie, state) && ends_cluster(at, n, i + 1)) reached[i + 1] = true;
    }
}

size_t name_shape_khmer(const struct name_shape *x, const struct folded_text_letter *at, size_t n,
                        size_t most)
{
    bool first[LETTERS + 1] = {false}, more[LETTERS + 1] = {false}, family[LETTERS + 1] = {false};
    if (n > LETTERS) n = LETTERS;
    reach(x->parts, at, n, 0, first);
    reach(x->families, at, n, 0, family);
    for (size_t i = 1; i < n; i++) {
        if (at[i].marks & FOLDED_TEXT_GAP) break;
        if (first[i] || more[i]) reach(x->parts, at, n, i, more);
        if (family[i]) reach(x->given, at, n, i, more);
    }
    reach(x->given, at, n, 0, more);
    for (size_t end = most < n ? most : n; end > 0; end--)
        if (more[end]) return end;
    return 0;
}

bool name_shape_given(const struct name_shape *x, const struct folded_text_letter *at, size_t n)
{
    return folded_text_in(at, n, x->given);
}

size_t name_shape_part(const struct name_shape *x, const struct folded_text_letter *at, size_t n)
{
    bool reached[LETTERS + 1] = {false};
    size_t end = n < LETTERS ? n : LETTERS;
    reach(x->parts, at, end, 0, reached);
    reach(x->families, at, end, 0, reached);
    while (end > 0 && !reached[end]) end--;
    return end;
}

/* -- Latin ----------------------------------------------------------------------------------------------- */

/* Marks the letters behind each rime that begins at one. */
static void reach_rimes(const struct name_shape *x, const struct folded_text_letter *at, size_t n,
                        size_t from, bool *reached)
{
    uint32_t state = 1;
    for (size_t i = from; i < n && (state = names_next(x->rimes, state, at[i].cp)) != 0; i++)
        if (names_ends(x->rimes, state)) reached[i + 1] = true;
}

static void reach_syllables(const struct name_shape *x, const struct folded_text_letter *at, size_t n,
                            size_t from, bool *reached)
{
    uint32_t state = 1;
    reach_rimes(x, at, n, from, reached);
    for (size_t i = from; i < n && (state = names_next(x->onsets, state, at[i].cp)) != 0; i++)
        if (names_ends(x->onsets, state)) reach_rimes(x, at, n, i + 1, reached);
}

bool name_shape_latin(const struct name_shape *x, const struct folded_text_letter *at, size_t n)
{
    enum { MOST = 20, LEAST = 2 };
    bool reached[MOST + 1] = {true};
    if (n < LEAST || n > MOST || folded_text_in(at, n, x->foreign)) return false;
    for (size_t i = 0; i < n; i++)
        if (reached[i]) reach_syllables(x, at, n, i, reached);
    return reached[n];
}
