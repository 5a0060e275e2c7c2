/* block: nodes to boxes. What is no structure of its own (table, field, chart, toc) is done here. */
#ifndef SASTRA_LAYOUT_BLOCK_H
#define SASTRA_LAYOUT_BLOCK_H

#include "layout/galley.h"
#include "layout/paragraph.h"

void block_put(struct layout_context *lay, struct set *set, const struct node *node);
void block_children(struct layout_context *lay, struct set *set, const struct node *node);
/* A paragraph's lines, with its style's spaces and keeps. */
void block_lines(struct layout_context *lay, struct set *set, struct paragraph *p);
/* The node begins at the next box. */
void block_start(struct layout_context *lay, const struct node *node);

/* A place for blocks in a column of a group to come. */
struct set block_column(struct layout_context *lay, const struct set *set, int32_t x, int32_t width);
/* The columns' galleys as one group. The space above is the largest that a column's first box wants. */
struct box *block_group(struct layout_context *lay, struct set *set, struct strip **columns, size_t n,
                        bool whole);
/* A band of artifacts and items made by hand. */
struct box *block_band(struct layout_context *lay, struct set *set, struct item *items, size_t n,
                       int32_t height, int32_t before);
struct item block_rect(const struct node *node, int32_t x, int32_t y, int32_t width, int32_t height,
                       uint32_t colour);
/* The note goes to the page of the next box, unless it has one. */
void block_want_note(struct layout_context *lay, struct note_mark *m);
/* Lays out the notes that were marked; what they mark in turn, too. */
void block_notes(struct layout_context *lay);

#endif
