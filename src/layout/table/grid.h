/* grid: a table's columns: their widths, and what area a cell has. */
#ifndef SASTRA_LAYOUT_TABLE_GRID_H
#define SASTRA_LAYOUT_TABLE_GRID_H

#include "layout/area.h"
#include "layout/table/column_widths.h"
#include "layout/table/row_padding.h"
#include "layout/table/two_up.h"

struct grid {
    const struct node *node; /* the table as it is set */
    struct two_up_table set;
    struct column_widths w;
    int32_t *x; /* of each column */
    int32_t gap;
    int32_t inset; /* from either edge of the rules to the words */
    struct row_padding rows;
    struct area area;   /* the table's place */
    int32_t at, room;   /* as it was given */
    int32_t over_names; /* the width that the head over the names of a fine table would like */
    bool tight;         /* some column gets less than its longest word, or type that is too small */
    bool shared;        /* the tables that follow it have these widths, too */
};

/* How many columns a table has. */
size_t grid_wants(const struct node *table);
/* The columns of a table that has some, in an area; those of the table just before, where this one goes with
 * it. */
const struct grid *grid_of(struct layout_context *lay, const struct area *area, const struct node *table);
/* The area of a cell that begins in column i: its type and how it is aligned. */
struct area grid_cell_area(const struct layout_context *lay, const struct grid *g, const struct node *cell,
                           size_t i);
/* A row of a fine table that heads those after it: what is quiet in it, but no break between sessions. */
bool grid_row_leads(const struct grid *g, const struct node *row);
/* Two rows of a list, or a row's words in both languages, stand beside each other. */
bool grid_has_halves(const struct grid *g);
/* Whether a column behind the first holds numbers. */
bool grid_has_numbers(const struct grid *g);
/* How many of the columns from i on a cell covers. */
size_t grid_columns(const struct grid *g, size_t i, const struct node *cell);

#endif
