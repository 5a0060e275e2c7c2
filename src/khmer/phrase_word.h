/* phrase_word: Khmer words that belong to what stands beside them, so that a line would rather not end there.
 * Pure. */
#ifndef SASTRA_KHMER_PHRASE_WORD_H
#define SASTRA_KHMER_PHRASE_WORD_H

#include "khmer/brk.h"
#include "khmer/segmentation.h"

enum phrase_word {
    PHRASE_WORD_PREFIX = 1 << 0, /* makes a noun of the word that follows, or many of one */
    PHRASE_WORD_SUFFIX = 1 << 1, /* makes a noun of what stands before it, which no list knows */
    PHRASE_WORD_LEANS =
        1 << 2, /* points at the word before it, or closes what is said: no line begins well with it */
    PHRASE_WORD_JOINS = 1 << 3,  /* joins what follows to what stands before it: no line ends well with it */
    PHRASE_WORD_COUNTS = 1 << 4, /* says of what the number before it is one */
    PHRASE_WORD_NUMBER = 1 << 5,
    PHRASE_WORD_HEADS = 1 << 6,   /* is nothing without the word that follows: ប្រចាំ, ដ៏ */
    PHRASE_WORD_ORDINAL = 1 << 7, /* says which one the word before it is; that it is one: ម្នាក់ */
    PHRASE_WORD_NUMBERED = 1 << 8, /* a number behind it, if one follows, says which one */
    PHRASE_WORD_OPENS = 1 << 9,    /* opens a phrase: a line ends better before it than behind */
    PHRASE_WORD_CLOSES = 1 << 10   /* closes one: a line begins better behind it */
};

/* What a word is to its neighbours; 0 for most. */
unsigned phrase_word_kinds(const struct run *run, const struct segmentation_piece *piece);

/* How good a line's end is between a piece and the next; what each is to its neighbours. */
enum brk phrase_word_between(const struct run *run, const struct segmentation_piece *a, unsigned first,
                             unsigned second);

#endif
