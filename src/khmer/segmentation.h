/* segmentation: one run of Khmer letters into words.
 *
 * The cheapest path between orthographic syllables: a counted word costs the logarithm of its rarity, a
 * stretch that no list knows a sum that grows with its syllables, less where a title announces a name. */
#ifndef SASTRA_KHMER_SEGMENTATION_H
#define SASTRA_KHMER_SEGMENTATION_H

#include "khmer/lexicon.h"

/* One orthographic syllable of a run. */
struct syllable {
    size_t at;            /* its first byte in the text */
    size_t symbols;       /* its first symbol */
    unsigned char bare;   /* a consonant alone, or with a sign that ends a syllable */
    unsigned char coda;   /* has such a sign: no word starts here */
    unsigned char odd;    /* holds a sign that no word has */
    unsigned char name;   /* syllables of the longest listed name that starts here */
    unsigned char joined; /* the writer joined it to the one before (WJ) */
};

struct segmentation_piece {
    size_t from, to; /* syllables */
    int32_t cost;    /* hundredths of a decade: how rare it is where it stands */
    bool known;
};

/* What a name may follow. */
enum segmentation_state { SEGMENTATION_PLAIN, SEGMENTATION_TITLE, SEGMENTATION_NAME, SEGMENTATION_STATES };

struct run {
    struct arena *arena;
    VEC(struct syllable) syllables; /* one more than there are: the end */
    VEC(unsigned char) symbols;
    VEC(struct segmentation_piece) pieces;
    struct segmentation_node *nodes;
    size_t cap;
};

/* Fills run->pieces from its syllables and symbols; returns the state that its last word leaves. */
enum segmentation_state segmentation_run(struct run *run, const struct names *names,
                                         enum segmentation_state before);
/* How many syllables are spoken: a bare consonant ends the one before. */
size_t segmentation_spoken(const struct run *run, size_t from, size_t to);
/* The syllable where a rare listed word parts into two common ones; 0 where it does not. */
size_t segmentation_joint(const struct run *run, const struct segmentation_piece *piece);
/* Whether a piece and the next are likelier one word that no list knows (a name, a loanword) than two. */
bool segmentation_is_one(const struct run *run, const struct segmentation_piece *a,
                         const struct segmentation_piece *b);

#endif
