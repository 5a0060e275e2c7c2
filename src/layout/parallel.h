/* sides: a block in two languages side by side, first lines level. */
#ifndef SASTRA_LAYOUT_SIDES_H
#define SASTRA_LAYOUT_SIDES_H

#include "layout/lay.h"

void sides_put(struct lay *lay, struct set *set, const struct node *pair);

#endif
