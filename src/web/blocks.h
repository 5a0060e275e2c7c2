/* blocks: the nodes of a tree as elements of HTML. */
#ifndef SASTRA_WEB_BLOCKS_H
#define SASTRA_WEB_BLOCKS_H

#include "web/writing.h"

/* A node and what stands in it. */
void blocks_put(struct writing *w, const struct node *n);
/* What stands in it alone. */
void blocks_inside(struct writing *w, const struct node *n);
/* The list of contents is the page's own, which stands at hand beside all parts: the tree's is passed over.
 */
bool blocks_is_contents(const struct node *n);
/* The footnotes' bodies, at the document's end. */
void blocks_notes(struct writing *w);

#endif
