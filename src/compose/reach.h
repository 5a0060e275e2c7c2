/* reach: where e-mail addresses and telephone numbers stand in a text. Pure. */
#ifndef SASTRA_COMPOSE_REACH_H
#define SASTRA_COMPOSE_REACH_H

#include "base/str.h"

/* The next address or number that begins at or after from, as bytes; *mail tells which. False where there is
 * none. Numbers: 8 digits and more in either script, blanks, dots, dashes, slashes and brackets between them;
 * dates and spans of years are none. */
bool reach_next(struct str text, size_t from, size_t *begin, size_t *end, bool *mail);

#endif
