/* drawn_table: a table that was drawn in some way, cell by cell, put once more as one with bars.
 *
 * A cell that the one left of it or above it covers is known by its sign, a noncharacter that no text holds;
 * so is one more row of the head.
 */
#ifndef SASTRA_READ_DIALECT_DRAWN_TABLE_H
#define SASTRA_READ_DIALECT_DRAWN_TABLE_H

#include "read/dialect/rewriting.h"

#define DRAWN_TABLE_LEFT  "\xEF\xB7\x94" /* U+FDD4 */
#define DRAWN_TABLE_ABOVE "\xEF\xB7\x95" /* U+FDD5 */
#define DRAWN_TABLE_HEAD  "\xEF\xB7\x96" /* U+FDD6: begins a row that is one more of the head */

enum drawn_table_cover { DRAWN_TABLE_OWN, DRAWN_TABLE_BY_LEFT, DRAWN_TABLE_BY_ABOVE };

struct drawn_table_piece {
    size_t from, to; /* in the source, one line's at the most */
    bool own_line;   /* begins a line of the cell */
    struct str sign; /* put before it: an item's; or empty */
};

struct drawn_table_cell {
    enum drawn_table_cover cover;
    VEC(struct drawn_table_piece) pieces;
};

struct drawn_table {
    struct arena *arena;
    size_t columns;
    bool headless;
    size_t heads;                       /* rows of the head; 0: one, where not headless */
    VEC(struct drawn_table_cell) cells; /* row by row, each of so many columns */
};

/* One more row of empty cells: its first. Valid until the next row. */
struct drawn_table_cell *drawn_table_row(struct drawn_table *t);
/* More of a cell's text, blanks at its ends left out; nothing where that is all. */
void drawn_table_add(struct drawn_table *t, struct drawn_table_cell *cell, struct str text, size_t from,
                     size_t to, bool own_line);
/* The text that was added last is an item's. */
void drawn_table_sign(struct drawn_table_cell *cell, struct str sign);
/* All of it, with a blank line before and after. at: where the table stands. */
void drawn_table_put(const struct drawn_table *t, struct rewriting *r, size_t at);

#endif
