/* table: rows as groups of cells, column widths from their contents, heads that come again. */
#ifndef SASTRA_LAYOUT_TABLE_TABLE_H
#define SASTRA_LAYOUT_TABLE_TABLE_H

#include "layout/area.h"

void table_put(struct layout_context *lay, struct area *area, const struct node *table);
/* Where, in an area, the last column of the document's first table with several would begin; 0: it has none.
 */
int32_t table_last_column(struct layout_context *lay, const struct area *area);

#endif
