/* sides: a block in two languages side by side, first lines level. */
#ifndef SASTRA_LAYOUT_PARALLEL_H
#define SASTRA_LAYOUT_PARALLEL_H

#include "layout/layout_context.h"

void sides_put(struct lay *lay, struct set *set, const struct node *pair);

#endif
