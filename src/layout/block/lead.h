/* lead: which words stay on one page with what follows them. */
#ifndef SASTRA_LAYOUT_BLOCK_LEAD_H
#define SASTRA_LAYOUT_BLOCK_LEAD_H

#include "layout/paragraph/paragraph.h"

/* Sets in the paragraph's style whether it stays, beyond what the sheet says of its role: by what stands
 * under the node, and for an introduction by how many lines it takes in the area; and whether it is the first
 * under a heading. */
void lead_keep(struct layout_context *lay, const struct area *area, const struct node *node,
               struct paragraph *p);
/* What stands next begins under this heading, or a session's opening. */
void lead_headed(struct layout_context *lay, const struct node *heading);

#endif
