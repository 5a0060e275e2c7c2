/* block: nodes to boxes. What is no structure of its own (table, field, chart, toc) is done here.
 *
 * Here stands the one circle of the house: a block holds tables (table), pairs (parallel) and covers
 * (title_page), and their cells, sides and parts hold blocks. */
#ifndef SASTRA_LAYOUT_BLOCK_H
#define SASTRA_LAYOUT_BLOCK_H

#include "layout/area.h"

void block_put(struct layout_context *lay, struct area *area, const struct node *node);
/* A question is the heading of its answers. */
static inline bool block_is_heading(enum role r)
{
    return r == ROLE_TITLE || r == ROLE_PROMPT || (r >= ROLE_H1 && r <= ROLE_H5);
}
void block_children(struct layout_context *lay, struct area *area, const struct node *node);
/* A node's own text, and the pictures in its lines. */
void block_text(struct layout_context *lay, struct area *area, const struct node *node);
/* How wide the widest of a node's texts would be on one line. */
int32_t block_widest(struct layout_context *lay, const struct area *area, const struct node *node);
/* What of an area stands beside a rule at its left: a quote's, a fault's. */
struct area block_edged(struct layout_context *lay, const struct area *area, const struct node *node);
/* So much more of the box that was put last. */
void block_box_more(struct layout_context *lay, struct area *area, int32_t height);
/* A footnote's body with its number. */
void block_note(struct layout_context *lay, struct area *area, const struct node *note);

#endif
