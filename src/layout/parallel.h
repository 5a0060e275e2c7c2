/* parallel: a block in two languages side by side, first lines level. */
#ifndef SASTRA_LAYOUT_PARALLEL_H
#define SASTRA_LAYOUT_PARALLEL_H

#include "layout/area.h"

void parallel_put(struct layout_context *lay, struct area *area, const struct node *pair);

#endif
