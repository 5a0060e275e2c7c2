/* loose_number: telephone numbers that are hidden from programs: spelt in either language, with letters for
 * digits, with any sign or a few words between their groups. Pure. */
#ifndef SASTRA_PRIVACY_LOOSE_NUMBER_H
#define SASTRA_PRIVACY_LOOSE_NUMBER_H

#include "base/str.h"

/* Does one begin at a place, no word before it from least on? *end: behind it. */
bool loose_number(struct str text, size_t least, size_t at, size_t *end);

#endif
