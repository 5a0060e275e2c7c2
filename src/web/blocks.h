/* blocks: the nodes of a tree as elements of HTML. */
#ifndef SASTRA_WEB_BLOCKS_H
#define SASTRA_WEB_BLOCKS_H

#include "web/writing.h"

/* A node and what stands in it. */
void blocks_put(struct writing *w, const struct node *n);
/* What stands in it alone. */
void blocks_inside(struct writing *w, const struct node *n);
/* What only paper needs is passed over: the list of contents, which stands at hand beside all parts, and what
 * fills a page before the back cover. */
bool blocks_of_print(const struct node *n);
/* The footnotes' bodies, at the document's end. */
void blocks_notes(struct writing *w);

#endif
