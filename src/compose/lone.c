#include "compose/lone.h"

#include "khmer/lexicon.h"

enum {
    SYLLABLES_LEAST = 2,
    LATIN_LEAST = 4,
    RARE = 390 /* what a word of the list costs that hardly anyone writes: most of these are names */
};

struct lone {
    struct names *own; /* words that mean something else: everyday ones, and the event's */
};

/* English words that people are called by, too, or that a typist's slip in a table of participants may hold.
 */
static const char *const COMMON[] = {
    "able",    "about",  "after",    "again",  "also",   "another", "area",  "away",    "baby",    "back",
    "balance", "band",   "bank",     "best",   "better", "board",   "body",  "book",    "both",    "bright",
    "bring",   "brown",  "cambodia", "care",   "chance", "change",  "cheat", "cheer",   "chin",    "china",
    "chip",    "choose", "class",    "clear",  "come",   "dance",   "dawn",  "dear",    "deep",    "deputy",
    "done",    "down",   "each",     "early",  "earth",  "east",    "easy",  "even",    "every",   "fair",
    "faith",   "fine",   "first",    "flower", "form",   "from",    "full",  "gave",    "girl",    "give",
    "glad",    "gold",   "golden",   "good",   "grace",  "great",   "green", "group",   "hand",    "hang",
    "happy",   "hard",   "have",     "head",   "help",   "here",    "high",  "hold",    "home",    "honor",
    "hope",    "hour",   "house",    "into",   "just",   "keen",    "keep",  "khmer",   "kind",    "king",
    "know",    "lady",   "last",     "late",   "lead",   "lean",    "leap",  "learn",   "less",    "lesson",
    "life",    "light",  "like",     "lion",   "list",   "loan",    "long",  "look",    "lord",    "love",
    "luck",    "lucky",  "made",     "main",   "make",   "many",    "march", "mean",    "meet",    "mentor",
    "mild",    "mind",   "mine",     "moon",   "more",   "most",    "much",  "must",    "name",    "near",
    "neat",    "need",   "never",    "next",   "none",   "noon",    "note",  "only",    "open",    "other",
    "over",    "pack",   "pair",     "paris",  "part",   "peace",   "pearl", "penh",    "phnom",   "plan",
    "please",  "poor",   "power",    "prom",   "queen",  "rain",    "reach", "read",    "real",    "ream",
    "rest",    "rich",   "ring",     "rise",   "river",  "road",    "rose",  "ruby",    "said",    "same",
    "save",    "school", "seat",     "seem",   "seen",   "send",    "shine", "short",   "silver",  "sing",
    "some",    "song",   "soon",     "soul",   "sound",  "soup",    "sour",  "star",    "stay",    "student",
    "such",    "sung",   "sunny",    "sure",   "take",   "tall",    "teach", "teacher", "team",    "tell",
    "than",    "thank",  "that",     "their",  "them",   "then",    "there", "they",    "thin",    "this",
    "time",    "today",  "touch",    "town",   "tree",   "true",    "under", "very",    "victory", "view",
    "visit",   "want",   "warm",     "well",   "what",   "when",    "which", "white",   "will",    "wish",
    "with",    "word",   "work",     "year",   "young",  "your",    "youth"};

/* Rare words of the Khmer list that are names, too, and are written for what they mean. */
static const char *const MEANT[] = {
    "សុភាព",   "វិទ្យា", "វិជ្ជា",  "បញ្ញា",   "ចិន្តា",  "កុសល",   "សម្បត្តិ", "វាសនា", "រតនៈ", "ពិសិដ្ឋ",   "វិបុល",
    "វិសាល",   "វិចិត្រ", "ដារា",  "សំណាង",   "រស្មី",   "បុប្ផា",  "សុវត្ថិ",  "មេត្តា", "ករុណា", "សិលា",    "សិរី",
    "សុភមង្គល", "សេរី",  "សន្តិ",   "សន្តិភាព", "រុងរឿង", "វឌ្ឍនា", "សុខភាព", "សាមគ្គី", "ឧត្តម", "ប្រាជ្ញា", "សច្ចៈ",
    "ពន្លឺ",    "ចំរើន", "ចម្រើន", "កល្យាណ",  "ថាវរៈ", "មាលា",  "ពិភព",   "វិមាន",  "មង្គល", "ទេវី",    "ភក្តី",
    "នារី",    "កុមារ", "ពេជ្រ",  "សុខសាន្ត", "វិន័យ",   "សង្ឃឹម",  "ជំនឿ",   "វីរៈ"};

/* A Khmer term as a whole; each word of an English one. */
static void add_own(struct lone *l, struct arena *scratch, struct scan s)
{
    for (size_t from = 0, to; from < s.n; from = to) {
        bool latin = scan_latin(s.at[from].cp);
        for (to = from + 1; to < s.n; to++)
            if (s.at[to].marks & SCAN_GAP && (latin || scan_latin(s.at[to].cp))) break;
        names_add(l->own, scan_str(scratch, (struct scan){s.at + from, to - from}));
    }
}

struct lone *lone_new(struct pen *p)
{
    struct lone *l = ARENA_ONE(p->a, struct lone);
    struct arena *scratch = p->job->scratch;
    struct arena_mark mark = arena_mark(scratch);
    l->own = names_new(p->a);
    for (size_t i = 0; i < sizeof COMMON / sizeof *COMMON; i++) names_add(l->own, str_of(COMMON[i]));
    for (size_t i = 0; i < sizeof MEANT / sizeof *MEANT; i++)
        names_add(l->own, scan_str(scratch, scan_text(scratch, str_of(MEANT[i]))));
    for (size_t i = 0; i < p->corpus->nnames; i++)
        add_own(l, scratch, scan_text(scratch, p->corpus->names[i]));
    arena_reset(scratch, mark);
    return l;
}

static int cost_of(const struct scan_letter *at, size_t n)
{
    uint32_t state = lexicon_root(), unit = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = at[i].cp;
        unsigned char symbol = c == 0x17DD                  ? 85
                               : c >= 0x1780 && c <= 0x17D3 ? (unsigned char)(c - 0x177F)
                                                            : 0;
        unit = state ? lexicon_next(state, symbol) : 0;
        state = lexicon_state(unit);
    }
    return n ? lexicon_cost(unit) : 0;
}

bool lone_known(const struct scan_letter *at, size_t n)
{
    return cost_of(at, n) > 0;
}

/* A letter without a vowel; with a sign that silences or shortens it, too. */
static bool is_bare(struct scan part, size_t i)
{
    if (i + 1 < part.n && (part.at[i + 1].cp == 0x17CB || part.at[i + 1].cp == 0x17CD)) i++;
    return i + 1 == part.n || part.at[i + 1].marks & SCAN_START;
}

/* About how many: bare letters close the syllable before them, or make one by twos. */
static size_t syllables(struct scan part)
{
    size_t n = 0, bare = 1; /* the first makes one */
    for (size_t i = 0; i < part.n; i++) {
        if (!(part.at[i].marks & SCAN_START)) continue;
        bare = is_bare(part, i) ? bare + 1 : 0;
        n += bare % 2 == 0;
    }
    return n;
}

/* Of the list's words only those that hardly anyone writes but as a name. */
static bool khmer_part(struct scan part)
{
    int cost = cost_of(part.at, part.n);
    return syllables(part) >= SYLLABLES_LEAST && (!cost || cost >= RARE);
}

static bool is_own(const struct lone *l, struct scan part)
{
    uint32_t state = 1;
    for (size_t i = 0; i < part.n && state; i++) state = names_next(l->own, state, part.at[i].cp);
    return state > 1 && names_ends(l->own, state);
}

bool lone_part(const struct lone *l, struct scan part)
{
    if (!part.n || is_own(l, part)) return false;
    return scan_latin(part.at[0].cp) ? part.n >= LATIN_LEAST : khmer_part(part);
}
