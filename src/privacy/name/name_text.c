#include "privacy/name/name_text.h"

#include "khmer/breaks.h"
#include "khmer/lexicon.h"
#include "privacy/name/ordinary_words.h"

enum { FAR = 48 /* letters: no word is longer */ };

bool name_text_latin(const struct name_text *x, size_t i)
{
    return folded_text_latin(x->s.at[i].cp);
}

bool name_text_gap(const struct name_text *x, size_t i)
{
    return i >= x->s.n || x->s.at[i].marks & FOLDED_TEXT_GAP;
}

bool name_text_stop(const struct name_text *x, size_t i)
{
    return i >= x->s.n || x->s.at[i].marks & FOLDED_TEXT_STOP;
}

bool name_text_upper(const struct name_text *x, size_t i)
{
    return (x->s.at[i].marks & FOLDED_TEXT_UPPER) != 0;
}

bool name_text_common(const struct name_text *x, size_t from, size_t end)
{
    return ordinary_words_common(x->index->ordinary, (struct folded_text){x->s.at + from, end - from});
}

size_t name_text_clusters(const struct name_text *x, size_t from, size_t end)
{
    return folded_text_clusters((struct folded_text){x->s.at + from, end - from});
}

struct str name_text_bytes(const struct name_text *x, size_t from, size_t end)
{
    return str_sub(x->text, x->s.at[from].from, x->s.at[end - 1].to);
}

struct str name_text_word_before(const struct name_text *x, size_t i)
{
    size_t from = i;
    if (!i || !(x->s.at[i].marks & FOLDED_TEXT_GAP) || x->s.at[i].marks & FOLDED_TEXT_STOP)
        return (struct str){0};
    while (from > 0 && i - from < FAR && name_text_latin(x, from - 1) &&
           (from == i || !(x->s.at[from].marks & FOLDED_TEXT_GAP)))
        from--;
    return from < i ? name_text_bytes(x, from, i) : (struct str){0};
}

size_t name_text_longest(const struct name_text *x, size_t i, unsigned flags, unsigned *found)
{
    size_t end = 0;
    uint32_t state = 1;
    for (size_t k = i; k < x->s.n && (state = names_next(x->spellings->trie, state, x->s.at[k].cp)) != 0;
         k++) {
        unsigned here = name_index_kinds(x->spellings, state);
        if (!(here & flags) || !folded_text_ends(x->s, k + 1)) continue;
        end = k + 1;
        *found = here;
    }
    return end;
}

/* -- words of Khmer -------------------------------------------------------------------------------------- */

static const unsigned char *parted(struct name_text *x)
{
    if (!x->brk) {
        x->brk = arena_get(x->scratch, x->text.n + 1);
        breaks_find(x->index->words, x->scratch, x->text, x->brk);
    }
    return x->brk;
}

bool name_text_begins_word(struct name_text *x, size_t i)
{
    return name_text_gap(x, i) ||
           (x->s.at[i].marks & FOLDED_TEXT_START && breaks_usable(parted(x)[x->s.at[i].from]));
}

size_t name_text_word_end(struct name_text *x, size_t i)
{
    size_t to = i + 1;
    while (!name_text_begins_word(x, to) && to - i < FAR) to++;
    return to;
}

/* The letters from and to, folded anew: bones are not what the list holds. */
static bool is_known(struct name_text *x, size_t from, size_t to)
{
    struct folded_text word = folded_text_of(x->scratch, name_text_bytes(x, from, to));
    return ordinary_words_known(word.at, word.n);
}

/* Is a letter inside a word of the Khmer list? */
static bool inside_known(struct name_text *x, size_t at)
{
    size_t from = at;
    if (name_text_begins_word(x, at)) return false;
    while (!name_text_begins_word(x, from) && at - from < FAR) from--;
    return is_known(x, from, name_text_word_end(x, from));
}

static bool goes_on(struct name_text *x, size_t end)
{
    enum { LOOKED_AT = 24 };
    size_t n = x->s.n - end < LOOKED_AT ? x->s.n - end : LOOKED_AT;
    return ordinary_words_begin(x->s.at + end, n, true) > 0;
}

bool name_text_ends_word(struct name_text *x, size_t i)
{
    return name_text_begins_word(x, i) || goes_on(x, i);
}

bool name_text_cuts_word(struct name_text *x, size_t from, size_t end)
{
    if (name_text_latin(x, from)) return false;
    if (inside_known(x, from)) return true;
    if (name_text_gap(x, end)) return false;
    bool starts = name_text_begins_word(x, from);
    return inside_known(x, end) && (starts || !goes_on(x, end));
}

bool name_text_whole(struct name_text *x, size_t from, size_t end, unsigned kinds)
{
    enum { LATIN_LEAST = 6, KHMER_LEAST = 7 };
    bool upper = true;
    if (!name_text_latin(x, end - 1)) {
        if (kinds & NAME_INDEX_COMMON) return !name_text_cuts_word(x, from, end);
        return end - from >= KHMER_LEAST || !name_text_cuts_word(x, from, end);
    }
    if (end - from >= LATIN_LEAST) return true;
    /* "to an": short words by twos are names in capitals alone */
    for (size_t k = from; k < end; k++)
        upper = upper && (name_text_upper(x, k) || !(x->s.at[k].marks & FOLDED_TEXT_GAP));
    return upper;
}
