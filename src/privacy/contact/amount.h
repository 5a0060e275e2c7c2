/* amount: digits that say how much or how many. Pure. */
#ifndef SASTRA_PRIVACY_AMOUNT_H
#define SASTRA_PRIVACY_AMOUNT_H

#include "base/str.h"

/* Does the name of a currency stand behind digits that end at a place? */
bool amount_money(struct str t, size_t end);
/* Do words behind the digits from at to end, or close before them, say what they count? */
bool amount_counted(struct str t, size_t at, size_t end);

#endif
