/* table_nodes: the rows that a writer typed become a table in which each place belongs to one cell. */
#ifndef SASTRA_COMPOSE_TABLE_NODES_H
#define SASTRA_COMPOSE_TABLE_NODES_H

#include "compose/builder.h"

/* The table's rows stand under it, as typed in b. Gives it its columns; cells that cover more than there is
 * are clipped, rows too short are filled, rows that cells from above cover whole are dropped. Columns of
 * numbers are set to the right where their writer asked for no side; a first column that names its rows says
 * so. */
void table_nodes_fit(struct builder *p, struct node *table, const struct block *b);

#endif
