/* row_shift: whether the cells of a row that is as wide as its head have moved to the left or right all the
 * same: a cell was deleted or put in, and the spreadsheet filled the row up with empty ones. */
#ifndef SASTRA_READ_TABLE_ROW_SHIFT_H
#define SASTRA_READ_TABLE_ROW_SHIFT_H

#include "read/table/row_fit.h"

struct row_shift {
    size_t aside; /* by so many columns at most; 0: each cell fits where it stands, or nowhere else */
    bool sure;    /* two cells or more say so, and they fit in one way alone: to[] tells where */
};

/* named: columns up to the last that has a name. to: one a cell, as of row_fit_find(). Scratch is used. */
struct row_shift row_shift_find(struct arena *scratch, const struct column_type *types, size_t named,
                                const struct csv_row *row, size_t *to);

#endif
