/* row_name: what a row of a table in small type is about, before its columns of numbers. */
#ifndef SASTRA_COMPOSE_ANNEX_ROW_NAME_H
#define SASTRA_COMPOSE_ANNEX_ROW_NAME_H

#include "compose/builder.h"

/* Letters, without what stands over or under others. */
size_t row_name_letters(struct str s);
/* Whether a name has room in both languages on one line before the table's columns of numbers. A table whose
 * names have not all such room has each on two. */
bool row_name_fits(const struct builder *p, const struct node *table, struct bi name);
/* The row's first cell: in both languages on one line, or on a line each. */
void row_name_put(struct builder *p, struct node *row, struct bi name, bool on_one);

#endif
