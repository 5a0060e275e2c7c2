/* parallel: blocks in two languages side by side: first lines level, and those of each item of two lists,
 * of each fact and of each paragraph of two quotes. */
#ifndef SASTRA_LAYOUT_BLOCK_PARALLEL_H
#define SASTRA_LAYOUT_BLOCK_PARALLEL_H

#include "layout/area.h"

void parallel_put(struct layout_context *lay, struct area *area, const struct node *pair);

#endif
