/* slide_blocks: all of a slide on one page: its title, and blocks that grow or shrink into the room they
 * have. */
#ifndef SASTRA_LAYOUT_BLOCK_SLIDE_BLOCKS_H
#define SASTRA_LAYOUT_BLOCK_SLIDE_BLOCKS_H

#include "layout/area.h"

void slide_blocks_put(struct layout_context *lay, struct area *area, const struct node *slide);

#endif
