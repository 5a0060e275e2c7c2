/* phrase_word: Khmer words that belong to what stands beside them, so that a line would rather not end there.
 * Pure. */
#ifndef SASTRA_KHMER_PHRASE_WORD_H
#define SASTRA_KHMER_PHRASE_WORD_H

#include "khmer/segmentation.h"

enum phrase_word {
    PHRASE_WORD_PREFIX, /* makes a noun of the word that follows, or many of one */
    PHRASE_WORD_SUFFIX, /* makes a noun of what stands before it, which no list knows */
    PHRASE_WORD_LEANS, /* points at the word before it, or closes what is said: no line begins well with it */
    PHRASE_WORD_JOINS, /* joins what follows to what stands before it: no line ends well with it */
    PHRASE_WORD_COUNTS, /* says of what the number before it is one */
    PHRASE_WORDS
};

bool phrase_word_is(const struct run *run, const struct segmentation_piece *piece, enum phrase_word kind);

#endif
