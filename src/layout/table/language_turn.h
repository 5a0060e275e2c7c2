/* language_turn: where a cell goes on in its other language. */
#ifndef SASTRA_LAYOUT_TABLE_LANGUAGE_TURN_H
#define SASTRA_LAYOUT_TABLE_LANGUAGE_TURN_H

#include "layout/layout_context.h"
#include "layout/paragraph/paragraph.h"

/* The first line in the second language of a paragraph whose lines are chosen; 0: it has but one. */
size_t language_turn_line(const struct paragraph *p);
/* Khmer's leading, made for its own subscripts, would part what is said from the same in English as far as
 * from the next row: by so much the second may come nearer, as far as ink allows. */
int32_t language_turn_nearer(const struct paragraph *p);

/* A head's cell: its lines, a box each behind an empty one. */
struct language_turn_cell {
    struct galley *galley;
    size_t turn; /* as language_turn_line */
};

/* Cells whose first languages have not as many lines: the second begins level in all. */
void language_turn_level(const struct language_turn_cell *cells, size_t n);
/* The same of a row's cells, which begin level: no empty box is before their lines. */
void language_turn_level_row(const struct language_turn_cell *cells, size_t n);

#endif
