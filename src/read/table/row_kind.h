/* row_kind: rows of a table that are no entries of it: totals, and the names of the columns once more. */
#ifndef SASTRA_READ_TABLE_ROW_KIND_H
#define SASTRA_READ_TABLE_ROW_KIND_H

#include "base/job.h"
#include "read/table/column_type.h"

/* Sets the kind of each row behind the head that is none, and tells it. Where files were pasted together
 * whose columns stand in another order, the rows behind such a head are put in the order of the first. types:
 * one a cell of the head. */
void row_kind_find(struct job *job, struct csv_rows *rows, size_t head, const struct column_type *types);
/* "Total: 25", "សរុប ២៥ នាក់" */
bool row_kind_is_total(struct str text);

#endif
