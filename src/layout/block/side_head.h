/* side_head: headings of a note beside what they head, in the margin of an edition in one language: all of
 * them, but one as long as a paragraph. */
#ifndef SASTRA_LAYOUT_BLOCK_SIDE_HEAD_H
#define SASTRA_LAYOUT_BLOCK_SIDE_HEAD_H

#include "layout/area.h"

/* A table that takes the margin, too. */
bool side_head_wide(const struct node *node);
bool side_head_is(struct layout_context *lay, const struct area *area, const struct node *heading);
/* in: where what it heads stands. Beside as many blocks as the heading is high; returns the node after them.
 */
const struct node *side_head_put(struct layout_context *lay, struct area *area, const struct area *in,
                                 const struct node *heading);

#endif
