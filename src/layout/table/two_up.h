/* two_up: a list's table as it is set, two of its records to a line. */
#ifndef SASTRA_LAYOUT_TABLE_TWO_UP_H
#define SASTRA_LAYOUT_TABLE_TWO_UP_H

#include "layout/layout_context.h"

/* A table as it is composed and as it is set: of a list, two records to a line, under a head that stands
 * twice; what adds up stands under both halves, as a remark does over both. Else the same table. */
struct two_up_table {
    const struct node *from, *table;
    struct map cells; /* of a cell that is set: the one of the list whose words it holds */
};

/* In the arena. A list with cells over several rows, or over some columns, is set as it is. */
struct two_up_table two_up_of(struct arena *a, const struct node *table);
bool two_up_is(const struct two_up_table *t);
/* The cell of the tree that stands in a cell that is set: itself where it stands for no other. */
const struct node *two_up_cell(const struct two_up_table *t, const struct node *cell);

#endif
