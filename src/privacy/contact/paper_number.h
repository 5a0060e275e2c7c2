/* paper_number: numbers of identity cards, accounts at banks, number plates: what stands behind a word that
 * announces one. Pure. */
#ifndef SASTRA_PRIVACY_PAPER_NUMBER_H
#define SASTRA_PRIVACY_PAPER_NUMBER_H

#include "privacy/contact/contact_openings.h"

/* How those words may begin: at other places there is none. */
void paper_number_openings(struct contact_openings *o);
/* Does a word that announces a number begin at a place, and one follow? From and to in bytes: the number. */
bool paper_number(struct str text, size_t least, size_t at, size_t *from, size_t *to);

#endif
