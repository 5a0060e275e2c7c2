/* section: what a section holds, its paragraphs alike: where one that is to be justified cannot be, none is,
 * and the section is set again. */
#ifndef SASTRA_LAYOUT_BLOCK_SECTION_H
#define SASTRA_LAYOUT_BLOCK_SECTION_H

#include "layout/area.h"

void section_content(struct layout_context *lay, struct area *area, const struct node *node);

#endif
