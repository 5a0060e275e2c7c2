/* near_names: which two words are the parts of one name, though misspelt: a letter changed, left out, put in,
 * or two of them swapped; or other letters for the same sound (Sopheak, Sopiek).
 *
 * Takes: parts in small Latin letters. A word is looked up by its letters less one and by its consonants, so
 * that its cost does not grow with the number of names. */
#ifndef SASTRA_PRIVACY_NEAR_NAMES_H
#define SASTRA_PRIVACY_NEAR_NAMES_H

#include "base/str.h"

struct near_names;

struct near_names *near_names_new(struct arena *a);
/* The parts of one person's name. */
void near_names_add(struct near_names *x, const struct str *parts, size_t n);

struct near_word {
    struct str letters;
    bool ordinary; /* an everyday word, too */
};
/* Are they parts of one person's name, one of them or both nearly? */
bool near_names_are(const struct near_names *x, struct near_word a, struct near_word b);

#endif
