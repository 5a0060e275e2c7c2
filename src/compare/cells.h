/* cells: of the tables that a report carries: a line a row, cells parted by tabs. */
#ifndef SASTRA_COMPARE_CELLS_H
#define SASTRA_COMPARE_CELLS_H

#include "base/buf.h"

/* Nothing that would end the cell or the line. */
void cells_put(struct buf *b, struct str text);
/* A number from 1 to below a thousand million; false: anything else. */
bool cells_number(struct str s, size_t *n);

#endif
