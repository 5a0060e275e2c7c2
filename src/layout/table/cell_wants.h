/* cell_wants: how wide a table's cell wants to be, in 1/1000 pt. */
#ifndef SASTRA_LAYOUT_TABLE_CELL_WANTS_H
#define SASTRA_LAYOUT_TABLE_CELL_WANTS_H

#include "layout/area.h"

struct cell_wants { /* of a column: its least, its most, its longest word */
    int32_t *min, *max, *word;
};

/* To what is wanted, where that is more. */
void cell_wants_widen(int32_t *at, int64_t wanted);
/* Widens the column's by what is in a cell. */
void cell_wants_add(struct layout_context *lay, const struct area *area, const struct node *cell,
                    const struct cell_wants *w);

#endif
