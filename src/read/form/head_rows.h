/* head_rows: the rows that name a table's columns, to one head a column.
 *
 * Form services write one such row, or two (a question over its options), or three (ids, questions, what an
 * import needs). A head is free of HTML, and holds question and option as "Question [Option]". */
#ifndef SASTRA_READ_FORM_HEAD_ROWS_H
#define SASTRA_READ_FORM_HEAD_ROWS_H

#include "base/job.h"
#include "read/form/column_use.h"
#include "read/format/csv.h"

struct head_rows_column {
    struct str text, id; /* id: where a row of ids stands above that of the questions; else empty */
    struct place place;
};

struct head_rows {
    struct head_rows_column *columns;
    size_t n;
    size_t past; /* the row behind the last of them */
};

/* first: the row that names the columns, or the first of two or three. Everything lies in keep. */
struct head_rows head_rows_read(struct job *job, const struct column_use_form *f, const struct csv_rows *rows,
                                size_t first);
/* The first of three rows that end in what an import needs ("ImportId"), among the first few; SIZE_MAX: none.
 */
size_t head_rows_import(const struct csv_rows *rows);

#endif
