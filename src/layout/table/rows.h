/* rows: a table's rows to boxes; those that cells over several rows tie together stand on one page. */
#ifndef SASTRA_LAYOUT_TABLE_ROWS_H
#define SASTRA_LAYOUT_TABLE_ROWS_H

#include "layout/table/grid.h"

/* The row, and those that its cells tie to it; returns the last of them. */
const struct node *rows_put(struct layout_context *lay, struct area *area, const struct grid *g,
                            const struct node *row);
/* A rule as wide as the table; keep: no page ends after it. */
void rows_rule(struct layout_context *lay, struct area *area, const struct grid *g, int32_t weight,
               uint32_t colour, bool keep, int32_t before);
/* The thin one between two rows. */
void rows_hairline(struct layout_context *lay, struct area *area, const struct grid *g, bool keep);

#endif
