/* pipe_table: a table drawn with | in a paragraph's lines (GitHub Flavored Markdown 4.10), read from the
 * source itself.
 *
 * \| is a bar in a cell. Rows may have fewer or more cells than the head: none is dropped. Dashes that a word
 * processor has joined (– —) make a rule as well. A paragraph whose lines all begin and end with | is a table
 * without its rule. */
#ifndef SASTRA_READ_NOTE_PIPE_TABLE_H
#define SASTRA_READ_NOTE_PIPE_TABLE_H

#include "base/source.h"
#include "model/doc.h"

struct pipe_table_cell {
    size_t from, to; /* in the source's text, blanks at both ends left out */
};

struct pipe_table_row {
    struct pipe_table_cell *cells;
    size_t n;
    size_t line; /* of the source */
};

struct pipe_table {
    size_t first, from; /* the paragraph's first line, and where in the source it begins */
    size_t head;        /* the table's first line; lines before it are text */
    bool ruled;         /* the line of dashes is there: at head + 1, or, headless, at head */
    bool headless;
    bool likely;              /* no table, but every line has as many bars; or an absurd one */
    size_t expected, columns; /* as the first row has; as many as the longest has */
    size_t rule_cells;        /* as the line of dashes has */
    enum align *aligns;       /* one a column */
    struct pipe_table_row *rows;
    size_t nrows, cells;
    size_t ragged; /* rows that have not as many as expected, the line of dashes among them */
};

/* From a byte of the source (what stands before it in its line is none of the paragraph) to a last line. True
 * where a table is there. */
bool pipe_table_find(struct arena *a, const struct source *source, size_t from, size_t last,
                     struct pipe_table *t);
/* So many columns and rows for so few cells that to fill them up would only eat memory: no table. */
bool pipe_table_is_absurd(size_t columns, size_t rows, size_t cells);
/* A line's text after indentation and quote marks (the first: where it begins): its offset in the source. */
size_t pipe_table_content(const struct source *source, const struct pipe_table *t, size_t line);
/* A cell's text with \| as |. */
struct str pipe_table_text(struct arena *a, const struct source *source, struct pipe_table_cell cell);

#endif
