/* section: what a section holds; on a side that holds a whole, its parts, which share what is left. */
#ifndef SASTRA_LAYOUT_BLOCK_SECTION_H
#define SASTRA_LAYOUT_BLOCK_SECTION_H

#include "layout/area.h"

void section_content(struct layout_context *lay, struct area *area, const struct node *node);

#endif
