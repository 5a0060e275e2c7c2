#include "privacy/name/ordinary_words.h"

#include "base/map.h"
#include "khmer/lexicon.h"

enum {
    SYLLABLES_LEAST = 2,
    LATIN_LEAST = 4,
    RARE = 390 /* what a word of the list costs that hardly anyone writes: most of these are names */
};

struct ordinary_words {
    struct names *own;    /* words that mean something else: everyday ones, and the event's */
    struct names *common; /* everyday English ones */
    struct names *meant;  /* Khmer ones that are names, too */
};

/* English words that people are called by, too, or that a typist's slip in a table of participants may hold.
 */
static const char *const COMMON[] = {
    "a",        "able",      "about",       "above",     "across",    "after",      "afternoon", "again",
    "against",  "all",       "almost",      "alone",     "along",     "already",    "also",      "although",
    "always",   "am",        "amber",       "among",     "an",        "and",        "another",   "answer",
    "answers",  "any",       "apart",       "april",     "are",       "area",       "around",    "art",
    "as",       "ask",       "asked",       "asks",      "at",        "august",     "autumn",    "away",
    "baby",     "back",      "bad",         "baker",     "balance",   "bamboo",     "band",      "bank",
    "banks",    "bay",       "be",          "beach",     "bean",      "beans",      "because",   "bed",
    "bee",      "been",      "before",      "begin",     "behind",    "being",      "bell",      "below",
    "berry",    "best",      "better",      "between",   "big",       "bill",       "biology",   "bishop",
    "bit",      "black",     "blue",        "board",     "boards",    "body",       "book",      "both",
    "boy",      "break",     "breaks",      "bridge",    "bright",    "bring",      "brook",     "brother",
    "brown",    "bud",       "building",    "bush",      "but",       "buy",        "by",        "call",
    "called",   "cambodia",  "came",        "can",       "car",       "care",       "carter",    "cat",
    "center",   "centre",    "chance",      "change",    "charity",   "chase",      "cheap",     "cheat",
    "cheer",    "chemistry", "cherry",      "child",     "children",  "chin",       "china",     "chip",
    "choose",   "city",      "class",       "clear",     "cliff",     "coast",      "coffee",    "college",
    "come",     "coming",    "computer",    "cook",      "corner",    "cost",       "costs",     "could",
    "count",    "country",   "crystal",     "cut",       "dad",       "daisy",      "dale",      "dance",
    "dawn",     "day",       "days",        "dean",      "dear",      "deep",       "den",       "deputy",
    "diamond",  "did",       "different",   "difficult", "district",  "do",         "does",      "dog",
    "doing",    "don",       "done",        "door",      "down",      "drew",       "due",       "duke",
    "during",   "each",      "ear",         "earl",      "early",     "earth",      "east",      "easy",
    "eat",      "either",    "end",         "ends",      "enough",    "eve",        "even",      "evening",
    "ever",     "every",     "exam",        "exams",     "eyes",      "face",       "fair",      "faith",
    "false",    "family",    "far",         "farm",      "fast",      "father",     "fee",       "feel",
    "felicity", "felt",      "few",         "field",     "fields",    "fig",        "film",      "fine",
    "first",    "fit",       "floor",       "flower",    "fly",       "for",        "ford",      "forest",
    "form",     "fourth",    "fox",         "frank",     "free",      "friday",     "friend",    "friends",
    "from",     "front",     "full",        "fun",       "game",      "games",      "garden",    "gate",
    "gave",     "gem",       "gene",        "get",       "girl",      "give",       "given",     "gives",
    "giving",   "glad",      "glass",       "glen",      "go",        "god",        "goes",      "going",
    "gold",     "golden",    "gone",        "good",      "got",       "grace",      "gray",      "great",
    "greater",  "green",     "grey",        "group",     "gun",       "guy",        "gym",       "had",
    "half",     "hall",      "ham",         "hand",      "hands",     "hang",       "happy",     "hard",
    "has",      "hat",       "have",        "having",    "he",        "head",       "heart",     "heather",
    "help",     "helped",    "helpful",     "helping",   "hem",       "hen",        "hence",     "her",
    "here",     "herself",   "hey",         "high",      "hill",      "him",        "himself",   "hip",
    "his",      "hit",       "ho",          "hold",      "holly",     "home",       "honor",     "hop",
    "hope",     "hot",       "hour",        "hours",     "house",     "how",        "however",   "hub",
    "hunter",   "hut",       "i",           "idea",      "ideas",     "if",         "important", "in",
    "ink",      "inn",       "interesting", "internet",  "into",      "iris",       "is",        "island",
    "it",       "its",       "itself",      "ivy",       "jack",      "jade",       "jam",       "jasmine",
    "jet",      "job",       "joy",         "july",      "june",      "just",       "keen",      "keep",
    "key",      "khmer",     "kid",         "kin",       "kind",      "kindly",     "king",      "kit",
    "knew",     "knight",    "know",        "known",     "lab",       "labs",       "lad",       "lady",
    "lake",     "lane",      "lap",         "large",     "last",      "late",       "later",     "law",
    "lay",      "lead",      "leader",      "leaders",   "leading",   "lean",       "leap",      "learn",
    "learned",  "least",     "led",         "left",      "leg",       "less",       "lesson",    "let",
    "library",  "lie",       "life",        "light",     "like",      "liked",      "likes",     "lily",
    "line",     "lion",      "lip",         "list",      "lit",       "little",     "lo",        "loan",
    "log",      "long",      "look",        "lord",      "lot",       "lots",       "lotus",     "loud",
    "love",     "loved",     "lovely",      "low",       "lower",     "luck",       "lucky",     "lunch",
    "mad",      "made",      "main",        "make",      "makes",     "making",     "man",       "many",
    "map",      "march",     "mark",        "market",    "marks",     "mason",      "mat",       "math",
    "maths",    "max",       "may",         "maybe",     "me",        "mean",       "meaning",   "means",
    "meant",    "median",    "meet",        "men",       "mentor",    "met",        "mid",       "might",
    "mild",     "miles",     "mind",        "mine",      "minute",    "minutes",    "mix",       "mom",
    "monday",   "money",     "month",       "months",    "moon",      "mop",        "more",      "morning",
    "moss",     "most",      "mother",      "mountain",  "move",      "moved",      "much",      "mud",
    "music",    "must",      "my",          "myself",    "name",      "nap",        "narrow",    "near",
    "neat",     "need",      "needed",      "needs",     "neither",   "net",        "never",     "new",
    "news",     "next",      "nice",        "nick",      "night",     "nil",        "no",        "none",
    "noon",     "nor",       "north",       "not",       "note",      "now",        "number",    "numbers",
    "nut",      "oak",       "ocean",       "of",        "off",       "office",     "often",     "oh",
    "oil",      "ok",        "old",         "older",     "olive",     "on",         "once",      "one",
    "only",     "onto",      "opal",        "open",      "or",        "other",      "others",    "our",
    "ours",     "out",       "over",        "own",       "pack",      "pad",        "page",      "paid",
    "pair",     "pan",       "paper",       "parents",   "paris",     "park",       "parker",    "part",
    "parts",    "pat",       "pay",         "peace",     "pearl",     "peg",        "pen",       "pencil",
    "penh",     "penny",     "people",      "per",       "perhaps",   "person",     "pet",       "phnom",
    "phone",    "physics",   "picture",     "pie",       "pierce",    "pin",        "pit",       "place",
    "places",   "plan",      "play",        "played",    "please",    "plus",       "point",     "points",
    "poor",     "pope",      "poppy",       "porter",    "pot",       "power",      "price",     "prince",
    "prom",     "province",  "pun",         "put",       "queen",     "question",   "questions", "quick",
    "quiet",    "quite",     "rain",        "ran",       "range",     "rat",        "ratio",     "raw",
    "ray",      "reach",     "read",        "ready",     "real",      "really",     "ream",      "red",
    "reed",     "rest",      "rib",         "rice",      "rich",      "rid",        "right",     "rim",
    "ring",     "rip",       "rise",        "river",     "road",      "rob",        "rock",      "rod",
    "roof",     "room",      "rooms",       "rose",      "row",       "rub",        "ruby",      "run",
    "rusty",    "sad",       "said",        "same",      "sand",      "sat",        "save",      "saw",
    "say",      "saying",    "says",        "school",    "science",   "sea",        "seat",      "second",
    "see",      "seem",      "seen",        "sees",      "send",      "session",    "sessions",  "set",
    "sets",     "several",   "shall",       "she",       "shine",     "short",      "should",    "show",
    "showed",   "shown",     "sick",        "side",      "silver",    "similar",    "simple",    "since",
    "sing",     "sister",    "sit",         "six",       "skip",      "sky",        "slow",      "small",
    "so",       "some",      "sometimes",   "son",       "song",      "songs",      "sonny",     "soon",
    "soul",     "sound",     "sounds",      "soup",      "sour",      "south",      "sow",       "soy",
    "spring",   "spy",       "star",        "start",     "started",   "stay",       "sterling",  "still",
    "stone",    "stop",      "stopped",     "street",    "strong",    "student",    "students",  "sub",
    "such",     "sue",       "sum",         "summer",    "sun",       "sunday",     "sung",      "sunny",
    "sure",     "table",     "tables",      "take",      "taken",     "takes",      "taking",    "talk",
    "talks",    "tall",      "tan",         "tap",       "tar",       "taught",     "tax",       "taylor",
    "tea",      "teach",     "teacher",     "teachers",  "teaching",  "team",       "tell",      "tells",
    "ten",      "test",      "tests",       "than",      "thank",     "that",       "the",       "their",
    "theirs",   "them",      "themselves",  "then",      "there",     "therefore",  "these",     "they",
    "thin",     "thing",     "things",      "think",     "thinks",    "third",      "this",      "those",
    "though",   "thought",   "through",     "thus",      "tie",       "time",       "times",     "tin",
    "tip",      "to",        "today",       "toe",       "together",  "told",       "tomorrow",  "ton",
    "tonight",  "too",       "top",         "total",     "touch",     "toward",     "towards",   "town",
    "toy",      "trained",   "training",    "tree",      "tried",     "true",       "try",       "trying",
    "turner",   "twice",     "two",         "un",        "under",     "university", "unlike",    "until",
    "up",       "upon",      "upper",       "us",        "use",       "used",       "useful",    "uses",
    "using",    "valley",    "value",       "values",    "van",       "vat",        "versus",    "very",
    "vet",      "via",       "victory",     "video",     "view",      "village",    "violet",    "visit",
    "voice",    "wade",      "wait",        "walk",      "walker",    "wall",       "want",      "wanted",
    "wants",    "ward",      "warm",        "warren",    "was",       "water",      "way",       "we",
    "weak",     "web",       "week",        "weeks",     "well",      "went",       "were",      "west",
    "wet",      "what",      "when",        "where",     "which",     "while",      "white",     "who",
    "whole",    "whom",      "whose",       "why",       "wide",      "will",       "win",       "window",
    "winter",   "wish",      "with",        "within",    "without",   "won",        "wood",      "woods",
    "word",     "work",      "worked",      "working",   "worse",     "worst",      "would",     "wrong",
    "year",     "years",     "yen",         "yes",       "yesterday", "yet",        "you",       "young",
    "your",     "yours",     "yourself",    "youth",     "zoo"};

/* Rare words of the Khmer list that are names, too, and are written for what they mean, above all in schools.
 */
static const char *const MEANT[] = {"វិទ្យា",   "វិជ្ជា", "បញ្ញា",   "សុវត្ថិ",  "សន្តិ",  "សេរី",   "រុងរឿង", "វឌ្ឍនា",
                                    "សាមគ្គី",  "ឧត្តម", "ប្រាជ្ញា", "ពន្លឺ",   "ចំរើន", "ចម្រើន", "នារី",   "សង្ឃឹម",
                                    "សុខសាន្ត", "វិន័យ",  "ជំនឿ",    "សម្បត្តិ", "មង្គល", "សុភាព",  "មេត្តា", "ករុណា"};

/* A Khmer term as a whole; each word of an English one. */
static void add_own(struct ordinary_words *l, struct arena *scratch, struct folded_text s)
{
    for (size_t from = 0, to; from < s.n; from = to) {
        bool latin = folded_text_latin(s.at[from].cp);
        for (to = from + 1; to < s.n; to++)
            if (s.at[to].marks & FOLDED_TEXT_GAP && (latin || folded_text_latin(s.at[to].cp))) break;
        names_add(l->own, folded_text_str(scratch, (struct folded_text){s.at + from, to - from}));
    }
}

/* A name that no line may cut may be a participant's: that is no word. */
static void add_all_own(struct ordinary_words *l, struct arena *scratch, const struct corpus *c)
{
    struct map people = MAP(scratch);
    for (size_t i = 0; i < c->nparticipants + c->nunread; i++)
        for (int k = 0; k < LANG_N; k++) {
            struct str rest = c->participants[i].name.t[k], part;
            map_add_str(&people, folded_text_str(scratch, folded_text_of(scratch, rest)));
            while (str_cut(&rest, ' ', &part))
                map_add_str(&people, folded_text_str(scratch, folded_text_of(scratch, part)));
        }
    for (size_t i = 0; i < c->nnames; i++) {
        struct folded_text own = folded_text_of(scratch, c->names[i]);
        if (!map_has_str(&people, folded_text_str(scratch, own))) add_own(l, scratch, own);
    }
}

struct ordinary_words *ordinary_words_new(struct job *job, const struct corpus *corpus)
{
    struct ordinary_words *l = ARENA_ONE(job->keep, struct ordinary_words);
    struct arena *scratch = job->scratch;
    struct arena_mark mark = arena_mark(scratch);
    l->own = names_new(job->keep);
    l->common = names_new(job->keep);
    for (size_t i = 0; i < sizeof COMMON / sizeof *COMMON; i++) names_add(l->common, str_of(COMMON[i]));
    l->meant = names_new(job->keep);
    for (size_t i = 0; i < sizeof MEANT / sizeof *MEANT; i++)
        names_add(l->meant, folded_text_str(scratch, folded_text_of(scratch, str_of(MEANT[i]))));
    add_all_own(l, scratch, corpus);
    arena_reset(scratch, mark);
    return l;
}

static unsigned char symbol_of(uint32_t c)
{
    return c == 0x17DD ? 85 : c >= 0x1780 && c <= 0x17D3 ? (unsigned char)(c - 0x177F) : 0;
}

/* What the list says of a word; 0 where it is none. */
static uint32_t unit_of(const struct folded_text_letter *at, size_t n)
{
    uint32_t state = lexicon_root(), unit = 0;
    for (size_t i = 0; i < n; i++) {
        unit = state ? lexicon_next(state, symbol_of(at[i].cp)) : 0;
        state = lexicon_state(unit);
    }
    return n ? unit : 0;
}

static int cost_of(const struct folded_text_letter *at, size_t n)
{
    return lexicon_cost(unit_of(at, n));
}

bool ordinary_words_rare(const struct folded_text_letter *at, size_t n)
{
    int cost = cost_of(at, n);
    return !cost || cost >= RARE;
}

bool ordinary_words_surname(const struct folded_text_letter *at, size_t n)
{
    return lexicon_surname(unit_of(at, n));
}

bool ordinary_words_rare_surname(const struct folded_text_letter *at, size_t n)
{
    return ordinary_words_rare(at, n) && ordinary_words_surname(at, n);
}

bool ordinary_words_known(const struct folded_text_letter *at, size_t n)
{
    return cost_of(at, n) > 0;
}

size_t ordinary_words_begin(const struct folded_text_letter *at, size_t n, bool everyday)
{
    uint32_t state = lexicon_root();
    size_t longest = 0;
    for (size_t i = 0; i < n && state; i++) {
        uint32_t unit = lexicon_next(state, symbol_of(at[i].cp));
        int cost = lexicon_cost(unit);
        bool ends = i + 1 == n || at[i + 1].marks & FOLDED_TEXT_START;
        if (i > 0 && ends && cost && (!everyday || cost < RARE)) longest = i + 1;
        state = lexicon_state(unit);
    }
    return longest;
}

/* A letter without a vowel; with a sign that silences or shortens it, too. */
static bool is_bare(struct folded_text part, size_t i)
{
    if (i + 1 < part.n && (part.at[i + 1].cp == 0x17CB || part.at[i + 1].cp == 0x17CD)) i++;
    return i + 1 == part.n || part.at[i + 1].marks & FOLDED_TEXT_START;
}

/* About how many: bare letters close the syllable before them, or make one by twos. */
static size_t syllables(struct folded_text part)
{
    size_t n = 0, bare = 1; /* the first makes one */
    for (size_t i = 0; i < part.n; i++) {
        if (!(part.at[i].marks & FOLDED_TEXT_START)) continue;
        bare = is_bare(part, i) ? bare + 1 : 0;
        n += bare % 2 == 0;
    }
    return n;
}

bool ordinary_words_common(const struct ordinary_words *l, struct folded_text part)
{
    if (!part.n) return false;
    if (folded_text_latin(part.at[0].cp)) return folded_text_in(part.at, part.n, l->common);
    int cost = cost_of(part.at, part.n);
    return cost && cost < RARE;
}

static enum ordinary_words_part khmer_part(const struct ordinary_words *l, struct folded_text part)
{
    bool rare = ordinary_words_rare(part.at, part.n);
    if (syllables(part) < SYLLABLES_LEAST) return rare ? ORDINARY_WORDS_SHORT : ORDINARY_WORDS_ELSE;
    return !rare || folded_text_in(part.at, part.n, l->meant) ? ORDINARY_WORDS_MEANT
                                                              : ORDINARY_WORDS_NOBODY_ELSE;
}

enum ordinary_words_part ordinary_words_part(const struct ordinary_words *l, struct folded_text part)
{
    if (part.n < 2 || folded_text_in(part.at, part.n, l->own) || folded_text_in(part.at, part.n, l->common))
        return ORDINARY_WORDS_ELSE;
    if (!folded_text_latin(part.at[0].cp)) return khmer_part(l, part);
    return part.n < LATIN_LEAST ? ORDINARY_WORDS_SHORT : ORDINARY_WORDS_NOBODY_ELSE;
}
