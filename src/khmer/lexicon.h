/* lexicon: the counted word list that is linked into the program, and the names of a run.
 *
 * Symbols stand for code points: U+1780..U+17D3 are 1..84, U+17DD is 85; 0 is what no word holds. A coeng da
 * is looked up as a coeng ta: they look the same. make_words.py tells how the list is laid out. */
#ifndef SASTRA_KHMER_LEXICON_H
#define SASTRA_KHMER_LEXICON_H

#include "base/str.h"

#include <endian.h>

enum { LEXICON_COST_BASE = 140, LEXICON_COST_STEP = 14 };

/* One unit of the list: what a symbol leads to. 0: no word goes on so. */
static inline uint32_t lexicon_state(uint32_t unit)
{
    return unit >> 14;
}
/* The cost of the word that ends here, in hundredths of a decade; 0 where none does. */
static inline int lexicon_cost(uint32_t unit)
{
    int level = (int)(unit >> 7 & 31);
    return level ? LEXICON_COST_BASE + LEXICON_COST_STEP * level : 0;
}
/* A name follows this word. */
static inline bool lexicon_title(uint32_t unit)
{
    return (unit >> 12 & 1) != 0;
}
static inline bool lexicon_surname(uint32_t unit)
{
    return (unit >> 13 & 1) != 0;
}

extern const uint32_t khmer_words_bin[] __attribute__((visibility("hidden")));
enum { LEXICON_HEADER = 3 };

/* The unit that a symbol leads to from a state (0: none goes on). */
static inline uint32_t lexicon_next(uint32_t state, unsigned char symbol)
{
    uint32_t unit = le32toh(khmer_words_bin[LEXICON_HEADER + state + symbol]);
    return (unit & 0x7F) == symbol && symbol ? unit : 0;
}
static inline uint32_t lexicon_root(void)
{
    return le32toh(khmer_words_bin[LEXICON_HEADER]);
}

/* Names: a trie over code points, in the arena. */
struct names;
struct names *names_new(struct arena *a);
/* Adds a spelling, zero-width signs left out. */
void names_add(struct names *n, struct str name);
bool names_empty(const struct names *n);
/* The state after a code point; 0 where no name goes on. The root is 1. */
uint32_t names_next(const struct names *n, uint32_t state, uint32_t code_point);
bool names_ends(const struct names *n, uint32_t state);
/* The same of words that are known by now, but may be parted like any other: no name ends here for that. */
void names_learn(struct names *n, struct str word);
bool names_learnt(const struct names *n, uint32_t state);

#endif
