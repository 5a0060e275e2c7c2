/* list: blocks with a hanging label: a list's items, footnotes. */
#ifndef SASTRA_LAYOUT_BLOCK_LIST_H
#define SASTRA_LAYOUT_BLOCK_LIST_H

#include "layout/area.h"

struct paragraph;

void list_put(struct layout_context *lay, struct area *area, const struct node *list);
/* How far a list's texts stand in: room for its widest label; 0 where the measure is too narrow. */
int32_t list_indent(struct layout_context *lay, const struct area *area, const struct node *list);
/* One item: its label, hung before its first line, and its blocks. */
void list_item(struct layout_context *lay, struct area *area, const struct node *item, int32_t indent);
/* The same of its first block alone. */
void list_item_first(struct layout_context *lay, struct area *area, const struct node *item, int32_t indent);
/* Space: above the first item; under each, between two of which they close up where they are short lines.
 * What follows the list stands off. */
void list_begin(const struct layout_context *lay, struct area *area, const struct node *list);
void list_between(const struct layout_context *lay, struct area *area, const struct node *item);
/* Where a list's items begin in a galley. */
struct list_starts {
    size_t *box; /* of each item; room for one more: their end */
    size_t n;
};
struct list_starts list_starts_new(struct arena *a, const struct node *list);
/* All items are in the galley, and nothing behind them: no page's top or foot has one short item alone, and a
 * short list is not parted. */
void list_keep(const struct layout_context *lay, struct galley *s, struct list_starts *at);
/* Its label, shaped; NULL where it has none. */
struct paragraph *list_label(struct layout_context *lay, const struct area *area, const struct node *node);

#endif
