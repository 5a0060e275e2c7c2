#include "privacy/name/titled_name.h"

#include "khmer/lexicon.h"
#include "privacy/name/ordinary_words.h"

static size_t syllables(const struct name_text *x, size_t from, size_t end)
{
    return folded_text_clusters((struct folded_text){x->s.at + from, end - from});
}

/* -- participants ---------------------------------------------------------------------------------------- */

/* A part of a Khmer name is often the beginning of a word, too: "science" begins like Vichea. */
static bool longer_word(struct name_text *x, size_t from, size_t end)
{
    if (name_text_latin(x, from) || name_text_gap(x, end) || name_text_begins_word(x, end)) return false;
    return name_text_cuts_word(x, from, end);
}

static bool latin_part(const struct name_text *x, size_t from, size_t to, unsigned title, unsigned found)
{
    static const char *const PLACES[] = {"day",  "days",     "hall", "room", "house", "book",  "books",
                                         "time", "training", "talk", "list", "page",  "table", "park"};
    if (!(found & NAME_INDEX_COMMON) || title & NAME_INDEX_TITLE) return true;
    for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++)
        if (str_eq_fold(name_text_bytes(x, from, to), str_of(PLACES[i]))) return false;
    return name_text_upper(x, from);
}

static bool khmer_part(struct name_text *x, size_t from, size_t to, unsigned found)
{
    enum { TAIL_LEAST = 3 };
    bool common = found & NAME_INDEX_COMMON || name_text_common(x, from, to);
    if (!(found & NAME_INDEX_PART)) return (!common || to - from >= TAIL_LEAST) && name_text_ends_word(x, to);
    if (longer_word(x, from, to)) return false;
    return !common || name_text_gap(x, from) || name_text_gap(x, to) ||
           syllables(x, from, to) > 1; /* លោកជា: you are */
}

/* Does a part behind a title mean the person? */
static bool part_means(struct name_text *x, size_t from, size_t to, unsigned title, unsigned found)
{
    if (found & NAME_INDEX_FULL) return name_text_whole(x, from, to, found);
    return name_text_latin(x, from) ? latin_part(x, from, to, title, found) : khmer_part(x, from, to, found);
}

/* Behind the parts that follow a name's part behind a title. */
static size_t more_parts(struct name_text *x, size_t end)
{
    for (;;) {
        unsigned found;
        size_t to = end < x->s.n && name_text_gap(x, end) && !name_text_stop(x, end)
                        ? name_text_longest(x, end, NAME_INDEX_FULL | NAME_INDEX_PART, &found)
                        : 0;
        if (!to || found & NAME_INDEX_COMMON || longer_word(x, end, to) ||
            (name_text_latin(x, end) && !name_text_upper(x, end)))
            return end;
        end = to;
    }
}

/* May a title end before a letter? MrDara; teacherdara, where a name is known that fills the word. */
static bool title_ends(struct name_text *x, size_t i, size_t end, unsigned kinds, bool *joined)
{
    bool latin = name_text_latin(x, i), word = (kinds & NAME_INDEX_WORD) != 0;
    bool hump = latin && name_text_upper(x, end) && !name_text_upper(x, end - 1);
    *joined = latin && !folded_text_ends(x->s, end) && !hump;
    return latin || !word || !name_text_cuts_word(x, i, end);
}

static size_t part_behind(struct name_text *x, size_t at, unsigned title, bool joined)
{
    enum { JOINED_LEAST = 4 };
    unsigned found = 0;
    size_t to = name_text_longest(x, at, NAME_INDEX_FULL | NAME_INDEX_PART | NAME_INDEX_TAIL, &found);
    if (!to || (joined && (to - at < JOINED_LEAST || found & NAME_INDEX_COMMON))) return 0;
    return part_means(x, at, to, title, found) ? more_parts(x, to) : 0;
}

/* -- anybody --------------------------------------------------------------------------------------------- */

static size_t latin_word_end(const struct name_text *x, size_t i)
{
    size_t k = i + 1;
    while (k < x->s.n && !folded_text_begins(x->s, k)) k++;
    return k;
}

/* MS Word is none of Ms. */
static bool is_shouted(const struct name_text *x, size_t i, size_t title, size_t end)
{
    bool title_shouted = title > i + 1 && name_text_upper(x, i + 1);
    return title_shouted && end > title + 1 && !name_text_upper(x, title + 1);
}

/* Behind the words with capitals that follow a name. */
static size_t more_capitals(const struct name_text *x, size_t end)
{
    enum { MORE = 2 };
    for (int n = 0; n < MORE && end < x->s.n; n++) {
        size_t next = latin_word_end(x, end);
        bool capital = name_text_latin(x, end) && name_text_upper(x, end) && next > end + 1;
        if (!capital || name_text_stop(x, end) || name_text_common(x, end, next)) break;
        end = next;
    }
    return end;
}

static size_t any_latin(const struct name_text *x, size_t i, size_t title)
{
    size_t end = latin_word_end(x, title);
    if (!name_text_upper(x, title) || end < title + 2 || is_shouted(x, i, title, end)) return 0;
    return more_capitals(x, end);
}

/* Up to a blank, or to where the script changes; of a run that no name makes, so far as no name goes. */
static size_t khmer_run_end(const struct name_text *x, size_t i)
{
    enum { FAR = 192 };
    size_t k = i + 1;
    while (!name_text_gap(x, k) && !name_text_latin(x, k) && !folded_text_digit(x->s.at[k].cp) && k - i < FAR)
        k++;
    return k;
}

/* Is the word one that no list holds, or that surnames are? What a longer word begins is none: "science". */
static bool is_strange(struct name_text *x, size_t from, size_t end)
{
    enum { LONG = 5 };
    const struct folded_text_letter *at = x->s.at + from;
    if (ordinary_words_known(at, end - from)) return ordinary_words_surname(at, end - from);
    return ordinary_words_begin(at, end - from, false) < LONG;
}

static size_t strange_words(struct name_text *x, size_t at)
{
    enum { WORDS = 3 };
    size_t end = at;
    for (int n = 0; n < WORDS && end < x->s.n && (n == 0 || !name_text_gap(x, end)); n++) {
        size_t to = name_text_word_end(x, end);
        if (name_text_latin(x, end) || !is_strange(x, end, to)) break;
        end = to;
    }
    return end;
}

static bool is_short_run(const struct name_text *x, size_t from, size_t end)
{
    enum { SYLLABLES = 5 };
    return syllables(x, from, end) <= SYLLABLES;
}

static size_t any_khmer(struct name_text *x, size_t at)
{
    size_t end = strange_words(x, at), run = khmer_run_end(x, at);
    if (name_text_gap(x, at) && ordinary_words_rare(x->s.at + at, run - at) && is_short_run(x, at, run))
        end = run;
    if (end == at || end != run || name_text_stop(x, run) || name_text_latin(x, run))
        return end > at ? end : 0;
    size_t next = khmer_run_end(x, run);
    bool given = is_short_run(x, run, next) && ordinary_words_rare(x->s.at + run, next - run);
    return given ? next : strange_words(x, run);
}

static size_t anybody(struct name_text *x, size_t i, size_t title)
{
    if (title >= x->s.n) return 0;
    if (x->spellings != &x->index->exact) return 0; /* once is enough */
    if (name_text_latin(x, title)) return any_latin(x, i, title);
    bool khmer = x->s.at[title].cp >= 0x1780 && x->s.at[title].cp < 0x17D4;
    return khmer && !(name_text_stop(x, title) && name_text_gap(x, title)) ? any_khmer(x, title) : 0;
}

size_t titled_name(struct name_text *x, size_t i, size_t *from)
{
    struct folded_text s = x->s;
    uint32_t state = 1;
    size_t end = 0, last = 0;
    unsigned longest = 0;
    for (size_t k = i; k + 1 < s.n && (state = names_next(x->spellings->trie, state, s.at[k].cp)) != 0; k++) {
        unsigned title =
            name_index_kinds(x->spellings, state) & (NAME_INDEX_TITLE | NAME_INDEX_WORD | NAME_INDEX_SURE);
        bool joined;
        if (!title || !title_ends(x, i, k + 1, title, &joined)) continue;
        size_t to = part_behind(x, k + 1, title, joined);
        if (to) *from = k + 1, end = to;
        if (!joined) last = k + 1, longest = title;
    }
    bool sure = (longest & NAME_INDEX_SURE) != 0;
    if (end && (end > last || name_text_gap(x, *from))) /* ស្រី of លោកស្រី is no name */
        return sure && name_text_latin(x, end - 1) ? more_capitals(x, end) : end;
    if (!sure) return 0;
    *from = last;
    return anybody(x, i, last);
}
