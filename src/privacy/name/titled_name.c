#include "privacy/name/titled_name.h"

#include "khmer/lexicon.h"
#include "privacy/name/unlisted_name.h"

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
           name_text_clusters(x, from, to) > 1; /* លោកជា: you are */
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

/* -- a name behind a title ------------------------------------------------------------------------------- */

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
        return sure && name_text_latin(x, end - 1) ? unlisted_name_more(x, end) : end;
    *from = last;
    return last ? unlisted_name(x, i, last, longest) : 0;
}
