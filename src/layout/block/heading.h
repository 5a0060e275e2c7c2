/* heading: how large a heading is set: one that just misses its measure is a little smaller where that spares
 * a line. */
#ifndef SASTRA_LAYOUT_BLOCK_HEADING_H
#define SASTRA_LAYOUT_BLOCK_HEADING_H

#include "layout/area.h"

struct area heading_spared(struct layout_context *lay, const struct area *area, const struct node *heading);

#endif
