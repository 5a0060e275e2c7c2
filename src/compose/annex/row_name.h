/* row_name: what a row of a table in small type is about, before its columns of numbers. */
#ifndef SASTRA_COMPOSE_ANNEX_ROW_NAME_H
#define SASTRA_COMPOSE_ANNEX_ROW_NAME_H

#include "compose/builder.h"

/* Letters, without what stands over or under others. */
size_t row_name_letters(struct str s);
/* The row's first cell: in both languages on one line where there is room, else a line each. */
void row_name_put(struct builder *p, struct node *row, struct bi name);

#endif
