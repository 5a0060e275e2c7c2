/* csv: comma-separated values as spreadsheets and form services hand them over, to rows of cells with places.
 *
 * The only file that sees libcsv. Takes: text of a source (a whole table, or a fenced block), in which
 * separator.h finds the sign that parts its cells; or the cells of a spreadsheet (SOURCE_CELLS), whole.
 * Promises: every cell that was typed is in a row, in order; a quote that is never closed is told where it
 * was opened and passed over, so that the rows after it are read; the row itself is put together again as far
 * as the width of the first row tells how. */
#ifndef SASTRA_READ_FORMAT_CSV_H
#define SASTRA_READ_FORMAT_CSV_H

#include "base/job.h"

struct csv_cell {
    struct str text; /* without its quotes, trimmed, Khmer in normal order */
    struct place place;
    bool doubtful; /* a cross in a column of ticks: columns.h finds out */
};

enum csv_row_kind {
    CSV_ROW_ENTRY,
    CSV_ROW_HEAD,   /* names the columns once more */
    CSV_ROW_TOTALS, /* sums up the others, or is a heading or remark among them */
    CSV_ROW_OUT     /* nobody can tell which of its cells belongs where: in no count */
};

struct csv_row {
    struct csv_cell *cells;
    size_t n; /* 0 for a blank line */
    struct place place;
    bool broken; /* a lone quote put it out of step, and it could not be mended: told already */
    /* columns.h finds out: */
    bool in_step; /* its cells stand under their heads, as far as their number and what they hold tell */
    size_t aside; /* as wide as the head, but its cells may have moved by so many columns; 0: they have not */
    enum csv_row_kind kind;
    struct csv_cell *as_typed; /* of a row whose cells were put under their heads: as they stood; else NULL */
    size_t nas_typed;
};

struct csv_rows {
    struct csv_row *at;
    size_t n;
};

/* The rows of source->text[from … to). */
struct csv_rows csv_read(struct job *job, const struct source *source, size_t from, size_t to);
/* Past the last cell that holds anything. */
size_t csv_end(const struct csv_row *row);
/* Nothing but blank cells. */
bool csv_blank(const struct csv_row *row);

#endif
