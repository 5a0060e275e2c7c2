/* table_tags: which of a table's cells are headers and of what, and which headers the others name (ISO
 * 32000-1, 14.8.5.7; ISO 14289-1, 7.5).
 *
 * Headers are the cells of head rows, of columns that head their rows, of the first column where there is no
 * head, and a cell across the whole table that heads the rows after it (a theme). Where themes stand among
 * the rows, a reader that searches upwards would stop at them, and cells that cover several columns or rows
 * it may miss: each cell of such a table, and of one with a head of several rows, names its headers. Takes a
 * table's cells in their order. */
#ifndef SASTRA_PDF_STRUCTURE_TABLE_TAGS_H
#define SASTRA_PDF_STRUCTURE_TABLE_TAGS_H

#include "pdf/structure/structure_elements.h"

struct table_tags {
    struct arena *arena;
    const struct node *table, *row; /* row: the last one that a cell was taken of */
    bool has_head, named;           /* named: its cells name their headers */
    struct tree_columns at;
    size_t column;           /* of the last cell */
    enum elem_scope scope;   /* of the last cell */
    struct elem_heads *tops; /* by column: the headers above it */
    struct elem *theme;
    struct row_head {
        struct elem *head;
        size_t until; /* the row that it no longer heads */
    } * sides;        /* by column */
};

struct table_tags *table_tags_new(struct arena *a, const struct node *table);
/* The next cell's scope: ELEM_SCOPE_OFF for one that is no header. */
enum elem_scope table_tags_cell(struct table_tags *t, const struct node *cell);
/* Gives the cell's element, once it is made, what tells of it. */
void table_tags_join(struct table_tags *t, struct structure_elements *e, const struct node *cell,
                     struct elem *x);

#endif
