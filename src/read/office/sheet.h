/* sheet: the cells of one sheet as they are found, and the source that they become, which csv_read() takes as
 * it takes the text of a CSV file.
 *
 * Bounds: SHEET_ROWS_MOST rows, SHEET_COLUMNS_MOST columns, SHEET_BYTES_MOST of text; what lies beyond is
 * told once and left out. */
#ifndef SASTRA_READ_OFFICE_SHEET_H
#define SASTRA_READ_OFFICE_SHEET_H

#include "base/job.h"

enum {
    SHEET_ROWS_MOST = 200000,
    SHEET_COLUMNS_MOST = 2000,
    SHEET_CELLS_MOST = 4000000,
    SHEET_BYTES_MOST = 64 << 20
};

struct sheet_cell {
    uint32_t row, column; /* from 1 */
    uint32_t number;      /* in the order of the file */
    struct str text;
};

struct sheet_entry {       /* a sheet of a workbook, before it is read */
    struct str name, part; /* part: of the archive, where each sheet has one */
    bool hidden;
};

struct sheet_list {
    VEC(struct sheet_entry) all;
};

struct sheet_fault { /* told when the source is there */
    enum diag_code code;
    uint32_t row, column;
    struct str argument;
};

struct sheet_hidden { /* rows or columns that hold something */
    size_t n;
    uint32_t first,
        last; /* the first and the last one that was counted; the other coordinate of the first: */
    uint32_t across;
};

struct sheet_grid {
    struct job *job;
    struct str name;
    VEC(struct sheet_cell) cells;
    VEC(struct sheet_fault) faults;
    bool row_is_hidden;                        /* the one that is read; set by the reader, as is */
    bool column_is_hidden[SHEET_COLUMNS_MOST]; /* from column 1 at 0; taken back once it is counted */
    struct sheet_hidden rows, columns;
    size_t fonts;                   /* cells in fonts from before Unicode */
    uint32_t font_row, font_column; /* of the first one that is not told by itself */
    bool beyond;                    /* told already */
};

/* A new one, in scratch. */
struct sheet_grid *sheet_new(struct job *job, struct str name);
/* A cell that holds something, its text borrowed until sheet_source. */
void sheet_put(struct sheet_grid *s, uint32_t row, uint32_t column, struct str text);
/* The same for n cells side by side in each of m rows, all alike; within bounds only. */
void sheet_repeat(struct sheet_grid *s, uint32_t row, uint32_t m, uint32_t column, uint32_t n,
                  struct str text);
/* A complaint at a cell, which may be empty. */
void sheet_tell(struct sheet_grid *s, enum diag_code code, uint32_t row, uint32_t column,
                struct str argument);
/* A cell in a font from before Unicode: the first ones are told each, the others together. */
void sheet_tell_font(struct sheet_grid *s, uint32_t row, uint32_t column);
/* Columns from … to are hidden. */
void sheet_hide_columns(struct sheet_grid *s, uint64_t from, uint64_t to);
/* Everything in keep: rows of equal length, whose last columns are those of the longest. */
const struct source *sheet_source(struct sheet_grid *s, struct str path);

#endif
