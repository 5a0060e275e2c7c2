/* latin_number: Latin words that are not parted from the number beside them, or from any word. Pure. */
#ifndef SASTRA_KHMER_LATIN_NUMBER_H
#define SASTRA_KHMER_LATIN_NUMBER_H

#include "base/str.h"

/* Whether a word ends at a place that a number behind it may follow, to say which one: Day, Annex. */
bool latin_number_word(struct str text, size_t end);
/* Whether a unit begins at a place: minutes, riels. */
bool latin_number_unit(struct str text, size_t at);
/* Whether a or an ends at a place: it is nothing without the word behind it. */
bool latin_number_article(struct str text, size_t end);

#endif
