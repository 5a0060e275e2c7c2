/* lead: which words stay on one page with what follows them. */
#ifndef SASTRA_LAYOUT_BLOCK_LEAD_H
#define SASTRA_LAYOUT_BLOCK_LEAD_H

#include "layout/paragraph/paragraph.h"

/* Sets in the paragraph's style whether it stays, beyond what the sheet says of its role: by what stands
 * under the node, and for an introduction by how many lines it takes in the area. */
void lead_keep(const struct layout_context *lay, const struct area *area, const struct node *node,
               struct paragraph *p);
/* Words under the heading of several parts, each of which stays in one piece: they stay with the first of
 * them, unless much of the page would be white for that and it is no chart. */
bool lead_mildly(const struct node *node);

#endif
