/* row_fit: which column each cell of a row belongs to that has fewer or more cells than its table has
 * columns.
 *
 * A cell may be missing anywhere, with its separator; or one too many stands there: an empty one, or a part
 * of words that hold a separator. Cells keep their order, and each has to fit its column's type. */
#ifndef SASTRA_READ_TABLE_ROW_FIT_H
#define SASTRA_READ_TABLE_ROW_FIT_H

#include "read/table/column_type.h"

enum { ROW_FIT_ASIDE_MOST = 8 /* cells too few or too many */ };

enum row_fit {
    ROW_FIT_NONE,    /* no way */
    ROW_FIT_SEVERAL, /* more than one */
    ROW_FIT_COUNTED, /* one way, but for columns of consent */
    ROW_FIT_SURE     /* one way */
};

/* to[i]: the column of each of the row's cells that is not empty; two may have the same. joins: words may
 * have been parted. Rows that are alike in their width are fitted as one: n of them, of which each cell has
 * to fit. Scratch is used. */
enum row_fit row_fit_find(struct arena *scratch, const struct column_type *types, size_t wide,
                          const struct csv_row *const *rows, size_t n, bool joins, size_t *to);

#endif
