/* source: the bytes of one input file, and where in it a thing was born.
 *
 * A place is a source and a byte offset into its text (UTF-8, after the reader has decoded the file); it is
 * kept from the reader to the last stage. Lines and columns count from 1; a column counts characters (code
 * points). What has no lines – an office program's file – has paragraphs or cells: its text is theirs, one
 * behind the other, and the place is told by their number or name. */
#ifndef SASTRA_BASE_SOURCE_H
#define SASTRA_BASE_SOURCE_H

#include "base/str.h"

enum source_kind { SOURCE_LINES, SOURCE_PARAGRAPHS, SOURCE_CELLS };

struct source_cell {
    uint32_t row, column; /* from 1 */
};

struct source {
    enum source_kind kind;
    struct str path; /* relative to the input folder, with '/': what a message shows */
    struct str text; /* UTF-8, well-formed, no byte-order mark */
    struct str file; /* its bytes on the disk where they are UTF-8, byte-order mark included; else the text */
    uint32_t *lines; /* offsets at which lines begin – \n, \r\n and a lone \r end a line –, or paragraphs, or
                        cells */
    size_t nlines;
    uint32_t
        *counted; /* characters before every 4,096th byte: lines can be long; NULL for paragraphs and cells */
    const struct source_cell *cells; /* of SOURCE_CELLS, one a line */
    struct str sheet;                /* that they stand in; may be empty */
};

struct place {
    const struct source *source; /* NULL: nowhere (made by the program) */
    uint32_t offset;
    uint32_t column; /* of a table's cell: which of its row, from 1; 0 elsewhere */
};

struct position {
    uint32_t line, column; /* 0, 0 for a file as a whole; a paragraph's number, 0; a cell's row and column */
};

enum { PLACE_WHOLE_FILE = UINT32_MAX }; /* an offset that means the file as such */

/* The source, its slices borrowed, its table of lines in the arena. */
struct source *source_new(struct arena *a, struct str path, struct str text);
/* One whose text is n paragraphs, or n cells of a sheet, that begin at these offsets, in order; n > 0, all is
 * borrowed. */
struct source *source_paragraphs(struct arena *a, struct str path, struct str text, uint32_t *starts,
                                 size_t n);
struct source *source_cells(struct arena *a, struct str path, struct str sheet, struct str text,
                            uint32_t *starts, const struct source_cell *cells, size_t n);
struct place place_in(const struct source *s, size_t offset);
/* The place of a line (from 1) and a byte in it. */
struct place place_at_line(const struct source *s, size_t line, size_t byte);
struct position place_position(struct place p);
uint32_t place_line(struct place p); /* the line alone; 0 for a file as a whole */
/* FILE:LINE:COLUMN, FILE:¶12 or FILE:SHEET!C7; FILE for a file as a whole; empty: nowhere. */
struct str place_text(struct arena *a, struct place p);
/* The same without a column: FILE:LINE. */
struct str place_text_line(struct arena *a, struct place p);
/* Moves a place by bytes; nowhere stays nowhere. */
struct place place_after(struct place p, size_t bytes);
struct str source_line(const struct source *s, size_t line);

#endif
