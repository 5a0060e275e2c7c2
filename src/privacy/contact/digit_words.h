/* digit_words: digits that are written as words, of either language: seven, double five, seventy-eight,
 * ហាសិបប្រាំ, and letters that stand for digits. Pure. */
#ifndef SASTRA_PRIVACY_DIGIT_WORDS_H
#define SASTRA_PRIVACY_DIGIT_WORDS_H

#include "base/str.h"

enum { DIGIT_WORDS_MOST = 3 /* digits of one word */ };

/* How many digits the word at a place is, and moves past it; else 0. */
int digit_words(struct str t, size_t *at, int digit[DIGIT_WORDS_MOST]);
/* Is it one? */
bool digit_words_here(struct str t, size_t at);
/* The digit that a letter stands for: O12, 0l2, 71O; else -1. Where it is the first, what follows decides
 * alone. */
int digit_words_letter(struct str t, size_t *at, bool first);

#endif
