#include "privacy/name/name_search.h"

#include "khmer/breaks.h"
#include "khmer/lexicon.h"
#include "privacy/name/name_text.h"
#include "privacy/name/near_names.h"
#include "privacy/name/ordinary_words.h"
#include "privacy/name/titled_name.h"

enum {
    SMALL_LEAST = 5 /* letters of a name's part that is known in small letters behind an article, too */
};

/* -- initials -------------------------------------------------------------------------------------------- */

static bool dot_behind(const struct name_text *x, size_t i)
{
    return x->s.at[i].to < x->text.n && x->text.s[x->s.at[i].to] == '.';
}

/* Does a capital letter, or a Khmer one, stand for a word? */
static bool is_initial(const struct name_text *x, size_t i)
{
    struct folded_text s = x->s;
    bool before = name_text_gap(x, i), behind = name_text_gap(x, i + 1);
    if (!name_text_latin(x, i)) return behind && (dot_behind(x, i) || before);
    bool capital = name_text_upper(x, i) && s.at[i].cp != 'a' && s.at[i].cp != 'i';
    return before && behind && (dot_behind(x, i) || capital);
}

static size_t with_initial(const struct name_text *x, size_t i)
{
    unsigned found;
    size_t end = name_text_longest(x, i, NAME_INDEX_MIXED, &found);
    for (size_t k = i; k < end; k++)
        if (x->s.at[k].marks & FOLDED_TEXT_START && is_initial(x, k)) return end;
    return 0;
}

/* The era, and what a writer shortens more often than a name. */
static bool is_era(const struct name_text *x, size_t i)
{
    uint32_t c = x->s.at[i].cp;
    return (c == 0x1796 || c == 0x1782 || c == 0x1798) && x->s.at[i + 1].cp == 0x179F;
}

/* S.D.: each with its dot, and no more of them. */
static size_t initials(const struct name_text *x, size_t i)
{
    unsigned found;
    struct folded_text s = x->s;
    size_t end = name_text_longest(x, i, NAME_INDEX_INITIALS, &found);
    if (!end || is_era(x, i) || (s.at[i].from && x->text.s[s.at[i].from - 1] == '.')) return 0;
    for (size_t k = i; k < end; k++)
        if (!dot_behind(x, k) || (name_text_latin(x, k) && !name_text_upper(x, k))) return 0;
    bool more = end < s.n && s.at[end].from == s.at[end - 1].to + 1 && end + 1 < s.n &&
                s.at[end + 1].marks & FOLDED_TEXT_GAP;
    return more ? 0 : end;
}

/* -- a part alone ---------------------------------------------------------------------------------------- */

static bool is_one_of(struct str word, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq_fold(word, str_of(list[i]))) return true;
    return false;
}
#define IS_ONE_OF(word, list) is_one_of((word), (list), sizeof(list) / sizeof *(list))

/* Behind these stands a word, in capitals, too: "the Hall", "in May". */
static bool behind_article(const struct name_text *x, size_t i)
{
    static const char *const ARTICLES[] = {"a",  "an", "the", "no",  "this", "each", "every", "any", "our",
                                           "my", "in", "on",  "per", "your", "some", "last",  "next"};
    return IS_ONE_OF(name_text_word_before(x, i), ARTICLES);
}

/* A name that is an everyday word, in a capital that nothing else explains. */
static bool lone_capital(const struct name_text *x, size_t from, size_t end)
{
    static const char *const WRITTEN[] = {
        "day",    "days",   "hall",   "may",    "june",  "july",  "april", "march", "august",  "teacher",
        "school", "sunday", "monday", "friday", "khmer", "china", "paris", "god",   "internet"};
    struct folded_text s = x->s;
    struct str before = name_text_word_before(x, from);
    bool capitals = before.n && before.s[0] >= 'A' && before.s[0] <= 'Z';
    capitals |= end < s.n && name_text_upper(x, end) && !(s.at[end].marks & FOLDED_TEXT_STOP);
    if (!name_text_upper(x, from) || s.at[from].marks & FOLDED_TEXT_STOP || capitals || !before.n)
        return false;
    return !behind_article(x, from) && !IS_ONE_OF(name_text_bytes(x, from, end), WRITTEN);
}

static bool latin_alone(const struct name_text *x, size_t from, size_t end, unsigned kinds)
{
    enum { CAPITAL_LEAST = 2, WORD_LEAST = 3 };
    bool capital = name_text_upper(x, from), begins = x->s.at[from].marks & FOLDED_TEXT_STOP;
    size_t n = end - from;
    if (kinds & NAME_INDEX_COMMON) return lone_capital(x, from, end);
    if (!(kinds & NAME_INDEX_LONE)) return false;
    if (capital && !begins) return n >= CAPITAL_LEAST;
    return n >= WORD_LEAST && (n >= SMALL_LEAST || !behind_article(x, from));
}

/* What stands before a person, or behind one. */
static bool is_persons_place(const struct name_text *x, size_t from, size_t end, unsigned kinds)
{
    static const char *const BEFORE[] = {"អរគុណ", "ជាមួយ", "របស់",  "សួរ",   "ជួប",   "ស្គាល់",   "ឈ្មោះ", "ជូន",
                                         "ស្តាប់", "ស្ដាប់", "ចំពោះ", "យល់ថា", "គិតថា", "និយាយថា", "ក្រុម",  "ឱ្យ",
                                         "ឲ្យ",   "ពី",    "ដល់",   "ដោយ",  "ព្រោះ", "តើ",     "ដូច",   "តាម"};
    enum { NAMED = 14 }; /* before these no other word stands so */
    static const char *const BEHIND[] = {"បាន",  "គួរ",   "ពន្យល់", "បង្រៀន", "និយាយ",
                                         "ឆ្លើយ", "ម្នាក់", "កំពុង",  "ចង់",    "នឹង"};
    struct str before = str_trim(str_sub(x->text, 0, x->s.at[from].from));
    struct str behind = str_trim(str_sub(x->text, x->s.at[end - 1].to, x->text.n));
    bool apart = name_text_gap(x, from) && name_text_gap(x, end);
    bool common = (kinds & NAME_INDEX_COMMON) != 0;
    if (apart && !common && !(kinds & NAME_INDEX_MEANT && from == 0)) return true;
    for (size_t i = 0; i < (common ? NAMED : sizeof BEFORE / sizeof *BEFORE); i++)
        if (str_ends(before, BEFORE[i])) return true;
    for (size_t i = 0; i < sizeof BEHIND / sizeof *BEHIND && kinds & NAME_INDEX_SHORT; i++)
        if (str_starts(behind, BEHIND[i])) return true;
    return false;
}

static bool khmer_alone(struct name_text *x, size_t from, size_t end, unsigned kinds)
{
    if (!(kinds & NAME_INDEX_LONE)) return false;
    if (!(kinds & (NAME_INDEX_SHORT | NAME_INDEX_MEANT))) return !name_text_cuts_word(x, from, end);
    return name_text_begins_word(x, from) && name_text_begins_word(x, end) &&
           is_persons_place(x, from, end, kinds);
}

static size_t alone(struct name_text *x, size_t i)
{
    unsigned found;
    size_t end = name_text_longest(x, i, NAME_INDEX_PART, &found);
    if (!end) return 0;
    bool is = name_text_latin(x, i) ? latin_alone(x, i, end, found) : khmer_alone(x, i, end, found);
    return is ? end : 0;
}

/* -- misspelt -------------------------------------------------------------------------------------------- */

enum { LETTERS_MOST = 32 };

/* The end of a Latin word with a capital that begins at i, and as it reads; 0 where none does. */
static size_t word_at(const struct name_text *x, size_t i, char *letters, struct near_word *word)
{
    size_t n = 0, k = i;
    if (i >= x->s.n || !name_text_upper(x, i) || !folded_text_begins(x->s, i)) return 0;
    for (; k < x->s.n && (k == i || !folded_text_begins(x->s, k)); k++) {
        if (n == LETTERS_MOST || x->s.at[k].cp >= 0x80 || !name_text_latin(x, k)) return 0;
        letters[n++] = (char)x->s.at[k].cp;
    }
    *word = (struct near_word){{letters, n}, name_text_common(x, i, k)};
    return k;
}

/* Two words that are nearly the parts of one name. */
static size_t near_pair(const struct name_text *x, size_t i)
{
    char letters[2][LETTERS_MOST];
    struct near_word first, second;
    size_t mid = word_at(x, i, letters[0], &first);
    if (!mid || mid >= x->s.n || x->s.at[mid].marks & FOLDED_TEXT_STOP) return 0;
    size_t end = word_at(x, mid, letters[1], &second);
    return end && near_names_are(x->index->near, first, second) ? end : 0;
}

/* -- all of them ----------------------------------------------------------------------------------------- */

/* The end of a name that begins at i, or a little behind it (*from); 0 where none does. */
typedef size_t name_search_at(struct name_text *x, size_t i, size_t *from);

static size_t whole(struct name_text *x, size_t i)
{
    unsigned found;
    size_t end = name_text_longest(x, i, NAME_INDEX_FULL, &found);
    return end && name_text_whole(x, i, end, found) ? end : 0;
}

static size_t exact_at(struct name_text *x, size_t i, size_t *from)
{
    *from = i;
    size_t end = whole(x, i);
    if (end) return end;
    end = titled_name(x, i, from);
    if (end) return end;
    *from = i;
    end = with_initial(x, i);
    if (!end) end = initials(x, i);
    if (!end) end = near_pair(x, i);
    return end ? end : alone(x, i);
}

/* By bones alone no single part is known but behind a title. */
static size_t bones_at(struct name_text *x, size_t i, size_t *from)
{
    *from = i;
    size_t end = whole(x, i);
    return end ? end : titled_name(x, i, from);
}

static void find_by(struct name_text *x, name_search_at *at, name_search_found *found, void *with)
{
    for (size_t i = 0; i < x->s.n;) {
        size_t from, end = folded_text_begins(x->s, i) ? at(x, i, &from) : 0;
        if (end) found(with, x->s.at[from].from, x->s.at[end - 1].to);
        i = end ? end : i + 1;
    }
}

void name_search(const struct name_index *index, struct arena *scratch, struct str text,
                 name_search_found *found, void *with)
{
    struct name_text x = {.index = index, .scratch = scratch, .spellings = &index->exact, .text = text};
    x.s = folded_text_of(scratch, text);
    find_by(&x, exact_at, found, with);
    x.spellings = &index->bones;
    x.s = folded_text_bones(scratch, x.s);
    find_by(&x, bones_at, found, with);
}
