/* word_table: rows of cells that cover columns and rows, to a table block without holes or overlaps. */
#ifndef SASTRA_READ_WORD_WORD_TABLE_H
#define SASTRA_READ_WORD_WORD_TABLE_H

#include "model/doc.h"

struct word_table_cell {
    unsigned column, across, down; /* on the file's own grid, from 0; across and down: from 1 */
    bool goes_on;                  /* the cell above covers it */
    bool shaded;
};

struct word_table;

struct word_table *word_table_new(struct arena *keep, struct place place);
void word_table_row(struct word_table *t, bool head, struct place place);
void word_table_put(struct word_table *t, const struct word_table_cell *cell, struct place place,
                    struct spans spans, enum align align);
/* The block, in parent; nothing where no cell holds anything. */
void word_table_done(struct word_table *t, struct block *parent);

#endif
