/* running_heads: what stands on every page around the text: running heads, page numbers, the mark (sample,
 * draft). */
#ifndef SASTRA_LAYOUT_RUNNING_HEADS_H
#define SASTRA_LAYOUT_RUNNING_HEADS_H

#include "layout/layout_context.h"

/* Pages' labels, in the digits of the document's main language. */
void running_heads_labels(struct layout_context *lay);
/* Heads and feet, as artifacts, on all pages. */
void running_heads_put(struct layout_context *lay);
/* The heading's partner in the other language, where it stands in a pair; or NULL. */
const struct node *running_heads_partner(const struct node *heading);
/* Left margin of a page: inside and outside change places where the sheet is printed on both sides. */
int32_t running_heads_left(const struct layout_context *lay, size_t page);

#endif
