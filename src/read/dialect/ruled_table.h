/* ruled_table: tables without bars: pandoc's simple and multiline ones (columns under dashes), its grid
 * tables
 * (+---+), and lines whose cells tabs part. */
#ifndef SASTRA_READ_DIALECT_RULED_TABLE_H
#define SASTRA_READ_DIALECT_RULED_TABLE_H

#include "read/dialect/drawn_table.h"

/* The lines that are looked at: those that are code are none of a table. */
struct ruled_table_lines {
    const struct source *source;
    const bool *code;
    size_t no_grid; /* up to this line no grid is looked for: it was, from farther up */
};

/* Lines of the table that begins at a line; 0: none does. Fills t, whose arena is set. */
size_t ruled_table_dashes(struct ruled_table_lines *l, size_t line, struct drawn_table *t);
size_t ruled_table_grid(struct ruled_table_lines *l, size_t line, struct drawn_table *t);
size_t ruled_table_tabs(struct ruled_table_lines *l, size_t line, struct drawn_table *t);

#endif
