/* lexicon: the counted word list that is linked into the program, and the names of a run.
 *
 * Symbols stand for code points: U+1780..U+17D3 are 1..84, U+17DD is 85; 0 is what no word holds. A coeng da
 * is looked up as a coeng ta: they look the same. make_words.py tells how the list is laid out. */
#ifndef SASTRA_KHMER_LEXICON_H
#define SASTRA_KHMER_LEXICON_H

#include "base/str.h"

enum { LEXICON_COST_BASE = 140, LEXICON_COST_STEP = 14 };

/* Where a look-up stands in the list; the list's root is lexicon_root. */
struct lexicon_step {
    uint32_t state; /* 0: no word goes on from here */
    int cost;       /* in hundredths of a decade; 0: no word ends here */
    bool title;     /* a name follows this word */
    bool surname;
};

uint32_t lexicon_root(void);
struct lexicon_step lexicon_next(uint32_t state, unsigned char symbol);

/* Names: a trie over code points, in the arena. */
struct names;
struct names *names_new(struct arena *a);
/* Adds a spelling, zero-width signs left out. */
void names_add(struct names *n, struct str name);
bool names_empty(const struct names *n);
/* The state after a code point; 0 where no name goes on. The root is 1. */
uint32_t names_next(const struct names *n, uint32_t state, uint32_t code_point);
bool names_ends(const struct names *n, uint32_t state);

#endif
