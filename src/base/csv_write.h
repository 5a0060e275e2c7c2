/* csv_write: a cell of a CSV table (RFC 4180) as a spreadsheet may open it. */
#ifndef SASTRA_BASE_CSV_WRITE_H
#define SASTRA_BASE_CSV_WRITE_H

#include "base/buf.h"

/* Quoted where the reader or a spreadsheet would part or change it. One that a spreadsheet would take for a
 * formula begins with an apostrophe; readers of columns' names and of work lists take it off. */
void csv_write_cell(struct buf *out, struct str s);

#endif
