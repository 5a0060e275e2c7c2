/* separator: the sign that parts a table's cells, found from all of its lines. Pure, but for scratch. */
#ifndef SASTRA_READ_FORMAT_SEPARATOR_H
#define SASTRA_READ_FORMAT_SEPARATOR_H

#include "base/str.h"

/* , ; tab or | for text[from … text.n); or the one that a first line "sep=;" tells, with or without quotes:
 * then *after is where the table itself begins, else from. */
char separator_find(struct arena *a, struct str text, size_t from, size_t *after);

#endif
