/* columns: a CSV table one of whose first rows names its columns, in any order and spelling of their names.
 *
 * A row of another width than its head is not read by position: where its cells fit the columns' types in one
 * way alone it is put in order, and gives no consent; else it is in no count. Both are told. */
#ifndef SASTRA_READ_TABLE_COLUMNS_H
#define SASTRA_READ_TABLE_COLUMNS_H

#include "model/corpus.h"
#include "read/format/cell_value.h"
#include "read/table/column_name.h"

enum { COLUMNS_MOST = 20 };

struct columns {
    const struct source *source;
    struct csv_row *rows; /* without the head; blank ones are in it, and those that are no entry */
    size_t n;
    size_t wide;             /* cells a row has to have; 0: the table was not understood */
    size_t at[COLUMNS_MOST]; /* where each named column stands; SIZE_MAX: nowhere */
};

/* Reads the table and tells what is wrong with its head and its rows. n is 0 where nothing can be read. */
struct columns columns_read(struct job *job, const struct source *source, const struct column_name *names,
                            size_t n);
/* Which of the names the table's head says, by name; none where it has no head that makes sense. Tells
 * nothing. */
void columns_seen(struct job *job, const struct source *source, const struct column_name *names, size_t n,
                  bool *seen);
/* Something to read by position: neither blank nor put aside. */
bool columns_entry(const struct csv_row *row);
/* A row's cell in a named column; an empty one, at the row's place, where there is none. */
struct csv_cell columns_cell(const struct columns *c, const struct csv_row *row, size_t column);
/* The two columns km, en as bilingual text. */
struct bi columns_bi(const struct columns *c, const struct csv_row *row, size_t en, size_t km);
/* Where a row is out of step with the head, which is told, takes back what was told since (the list's length
 * then): it would be the same fault again. */
void columns_settle(struct job *job, const struct csv_row *row, size_t told);
/* Says of each row behind the head what it is (csv.h), tells all but entries in step, and puts the cells of
 * those out of step under their heads where that can be done. types: one a cell of the head, the caller's;
 * those that the rows do not keep to become words. */
void columns_fit(struct job *job, struct csv_rows *rows, size_t head, struct column_type *types);
/* Whoever reads what someone agreed to asks here: a row out of step says no, whatever stands in it. */
bool columns_consent(struct job *job, const struct csv_row *row, struct csv_cell cell);
/* Tells that such a row was taken as no, behind columns_settle. */
void columns_tell_consent(struct job *job, const struct csv_row *row);

#endif
