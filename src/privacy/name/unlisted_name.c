#include "privacy/name/unlisted_name.h"

#include "khmer/lexicon.h"
#include "privacy/name/name_shape.h"
#include "privacy/name/ordinary_words.h"

/* លោកស្រី, កញ្ញា: where titles stand beside each other none of them is a name. */
static bool is_title(const struct name_text *x, size_t from, size_t end)
{
    uint32_t state = 1;
    for (size_t i = from; i < end && state; i++) state = names_next(x->spellings->trie, state, x->s.at[i].cp);
    return (name_index_kinds(x->spellings, state) & (NAME_INDEX_TITLE | NAME_INDEX_WORD)) != 0;
}

/* -- Latin ----------------------------------------------------------------------------------------------- */

static size_t latin_word_end(const struct name_text *x, size_t i)
{
    size_t k = i + 1;
    while (k < x->s.n && !folded_text_begins(x->s, k)) k++;
    return k;
}

static bool is_shaped(const struct name_text *x, size_t from, size_t end)
{
    return name_shape_latin(x->index->shape, x->s.at + from, end - from);
}

/* MS Word is none of Ms. */
static bool is_program(const struct name_text *x, size_t i, size_t title, size_t end)
{
    bool shouted = str_eq(name_text_bytes(x, i, title), STR("MS"));
    return shouted && end > title + 1 && !name_text_upper(x, title + 1) && !is_shaped(x, title, end);
}

size_t unlisted_name_more(const struct name_text *x, size_t end)
{
    enum { MORE = 2 };
    for (int n = 0; n < MORE && end < x->s.n; n++) {
        size_t next = latin_word_end(x, end);
        bool capital = name_text_latin(x, end) && name_text_upper(x, end) && next > end + 1;
        bool dot = x->s.at[end].from == x->s.at[end - 1].to + 1 ||
                   (end > 1 && folded_text_begins(x->s, end - 1)); /* Mr.Eang.Mary, K. Cheng */
        if (!capital || (name_text_stop(x, end) && !dot) || name_text_common(x, end, next) ||
            is_title(x, end, next))
            break;
        end = next;
    }
    return end;
}

/* H.E., HE: the pronoun is typed otherwise. */
static bool is_abbreviated(const struct name_text *x, size_t i, size_t title)
{
    return title == i + 2 && name_text_upper(x, i) && name_text_upper(x, i + 1);
}

/* Tan, Long, Van: a family name, too, where a given one follows. */
static bool begins_whole(const struct name_text *x, size_t end)
{
    enum { LEAST = 3 };
    if (end >= x->s.n || !name_text_latin(x, end) || !name_text_gap(x, end) || name_text_stop(x, end))
        return false;
    size_t next = latin_word_end(x, end);
    return next - end >= LEAST && name_text_upper(x, end) && !name_text_common(x, end, next) &&
           is_shaped(x, end, next);
}

/* teacher Paul: a capital that nothing but a name explains; teacher training, Teacher Manual. */
static bool names_word(const struct name_text *x, size_t i, size_t title, size_t end)
{
    enum { LEAST = 3 };
    bool capital = name_text_upper(x, title), common = name_text_common(x, title, end);
    if (!capital || name_text_stop(x, title)) return is_abbreviated(x, i, title) && capital && !common;
    if (common || end - title < LEAST) return begins_whole(x, end);
    return is_shaped(x, title, end) || (!name_text_upper(x, i) && !name_text_upper(x, title + 1));
}

/* mr sokha; ms excel */
static bool is_small_name(const struct name_text *x, size_t title, size_t end)
{
    enum { LEAST = 3 };
    return end - title >= LEAST && !name_text_common(x, title, end) && is_shaped(x, title, end);
}

static size_t latin_name(const struct name_text *x, size_t i, size_t title, unsigned kinds)
{
    size_t end = latin_word_end(x, title);
    if (kinds & NAME_INDEX_SURE) {
        if (!name_text_upper(x, title)) {
            if (!is_small_name(x, title, end)) return 0;
            size_t next = end < x->s.n ? latin_word_end(x, end) : end;
            return next > end && is_small_name(x, end, next) ? next : end;
        }
        size_t more = unlisted_name_more(x, end);
        bool initial = end < title + 2; /* Mr K. Cheng */
        return (initial && more == end) || is_program(x, i, title, end) ? 0 : more;
    }
    return names_word(x, i, title, end) ? unlisted_name_more(x, end) : 0;
}

/* -- Khmer ----------------------------------------------------------------------------------------------- */

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
    if (ordinary_words_known(at, end - from)) return ordinary_words_rare_surname(at, end - from);
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
    return name_text_clusters(x, from, end) <= SYLLABLES;
}

/* Parts that make an everyday word are none: សុខ + ភាព. */
static bool is_word(struct name_text *x, size_t from, size_t end)
{
    if (is_title(x, from, end)) return true;
    return name_text_common(x, from, end) && !name_shape_given(x->index->shape, x->s.at + from, end - from);
}

/* A name by its parts, where a word ends behind it. */
static size_t shaped_khmer(struct name_text *x, size_t at)
{
    size_t n = khmer_run_end(x, at) - at, most = n;
    while (most && (most = name_shape_khmer(x->index->shape, x->s.at + at, n, most)) != 0) {
        bool parted = name_text_ends_word(x, at + most) && !name_text_cuts_word(x, at, at + most);
        if ((name_text_gap(x, at + most) || parted) && !is_word(x, at, at + most)) return at + most;
        most--;
    }
    return 0;
}

/* A family name, though it is a word, too: by its word, or a part of names before a gap. */
static size_t surname(struct name_text *x, size_t at)
{
    size_t end = name_text_word_end(x, at);
    if (ordinary_words_surname(x->s.at + at, end - at)) return end;
    end = at + name_shape_part(x->index->shape, x->s.at + at, x->s.n - at);
    return end > at && name_text_gap(x, end) ? end : 0;
}

/* Are these words of the list, and nobody's family name first? */
static bool only_words(struct name_text *x, size_t from, size_t end)
{
    size_t to = name_text_word_end(x, from);
    if (ordinary_words_rare_surname(x->s.at + from, to - from)) return false;
    for (size_t at = from; at < end; at = to) {
        to = name_text_word_end(x, at);
        if (!ordinary_words_known(x->s.at + at, to - at)) return false;
    }
    return name_text_word_end(x, from) < end;
}

/* Words that no list holds. */
static size_t strange(struct name_text *x, size_t at)
{
    size_t end = strange_words(x, at), run = khmer_run_end(x, at);
    bool rare = name_text_gap(x, at) && ordinary_words_rare(x->s.at + at, run - at) && !is_title(x, at, run);
    return rare && is_short_run(x, at, run) && !only_words(x, at, run) ? run : end > at ? end : 0;
}

static bool is_khmer(const struct name_text *x, size_t at)
{
    return at < x->s.n && x->s.at[at].cp >= 0x1780 && x->s.at[at].cp < 0x17D4;
}

/* បង កញ្ញា, បងសុភា; of a title that is a word a name that is one, too, stands by itself. */
static bool stands_for_name(struct name_text *x, size_t at, size_t end, unsigned kinds)
{
    if (kinds & NAME_INDEX_SURE) return true;
    bool apart = name_text_gap(x, at) && name_text_gap(x, end);
    return apart || (!name_text_common(x, at, end) && name_text_clusters(x, at, end) > 1);
}

/* The family name's end, then the given one's; what is sure of itself needs no other. */
static size_t khmer_name(struct name_text *x, size_t at, unsigned kinds)
{
    bool sure = (kinds & NAME_INDEX_SURE) != 0;
    size_t end = shaped_khmer(x, at);
    if (end && !stands_for_name(x, at, end, kinds)) end = 0;
    size_t family = surname(x, at), odd = strange(x, at);
    bool alone = end || (sure && odd);
    if (odd > end) end = odd;
    if (family > end) end = family;
    if (!end || end >= x->s.n || name_text_stop(x, end) || !is_khmer(x, end)) return alone ? end : 0;
    size_t given = shaped_khmer(x, end);
    if (!given && (family == end || (sure && odd == end)) && name_text_gap(x, end)) given = strange(x, end);
    return given ? given : alone ? end : 0;
}

size_t unlisted_name(struct name_text *x, size_t i, size_t title, unsigned kinds)
{
    if (title >= x->s.n) return 0;
    if (x->spellings != &x->index->exact) return 0; /* once is enough */
    if (name_text_latin(x, title)) return latin_name(x, i, title, kinds);
    bool abbreviated = kinds & NAME_INDEX_SURE && title == i + 2; /* ឯ.ឧ. */
    if (!is_khmer(x, title) || (name_text_stop(x, title) && !abbreviated)) return 0;
    return khmer_name(x, title, kinds);
}
