#include "khmer/phrase_word.h"

static const struct {
    struct str word;
    unsigned kinds;
} WORDS[] = {
#define PHRASE_WORD(word, kinds) {STR_INIT(word), kinds},
#include "khmer/phrase_words.def"
#undef PHRASE_WORD
};

static const struct {
    struct str head, tails; /* the tails parted by spaces */
} COMPOUNDS[] = {
#define COMPOUND(head, tails) {STR_INIT(head), STR_INIT(tails)},
#include "khmer/compounds.def"
#undef COMPOUND
};

/* Code points that differ decide; of two alike, which is shorter: below, at or above 0 as in memcmp. */
static int compare(const struct run *r, const struct segmentation_piece *p, struct str word)
{
    size_t at = 0, s = r->syllables.at[p->from].symbols, end = r->syllables.at[p->to].symbols;
    for (; at < word.n && s < end; s++) {
        uint32_t theirs = utf8_next(word, &at), ours = r->symbols.at[s] + 0x177Fu;
        if (ours != theirs) return ours < theirs ? -1 : 1;
    }
    return (s < end) - (at < word.n);
}

unsigned phrase_word_kinds(const struct run *r, const struct segmentation_piece *p)
{
    size_t from = 0, to = p->known ? sizeof WORDS / sizeof *WORDS : 0;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = compare(r, p, WORDS[middle].word);
        if (!order) return WORDS[middle].kinds;
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return 0;
}

static bool is_tail(const struct run *r, const struct segmentation_piece *p, struct str tails)
{
    struct str tail;
    while (str_cut(&tails, ' ', &tail))
        if (!compare(r, p, tail)) return true;
    return false;
}

/* Whether two words that stand beside each other are read as one: នាយក សាលា. */
static bool is_compound(const struct run *r, const struct segmentation_piece *a,
                        const struct segmentation_piece *b)
{
    size_t from = 0, to = a->known && b->known ? sizeof COMPOUNDS / sizeof *COMPOUNDS : 0;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = compare(r, a, COMPOUNDS[middle].head);
        if (!order) return is_tail(r, b, COMPOUNDS[middle].tails);
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return false;
}

enum brk phrase_word_between(const struct run *r, const struct segmentation_piece *a, unsigned first,
                             unsigned second)
{
    const struct segmentation_piece *b = a + 1;
    bool kept = (b->known && first & PHRASE_WORD_PREFIX) || second & PHRASE_WORD_SUFFIX ||
                segmentation_is_one(r, a, b),
         counted = first & PHRASE_WORD_NUMBER && second & PHRASE_WORD_COUNTS,
         headed = b->known && first & PHRASE_WORD_HEADS;
    if (kept) return BRK_JOINT;
    if (counted || headed || second & PHRASE_WORD_ORDINAL || is_compound(r, a, b)) return BRK_COMPOUND;
    if (second & PHRASE_WORD_LEANS || first & PHRASE_WORD_JOINS) return BRK_LEANING;
    return second & PHRASE_WORD_CLOSES || first & PHRASE_WORD_OPENS ? BRK_TIED : BRK_WORD;
}
