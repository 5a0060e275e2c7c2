/* logos: pictures of one height in a row. */
#ifndef SASTRA_LAYOUT_FRONT_LOGOS_H
#define SASTRA_LAYOUT_FRONT_LOGOS_H

#include "layout/area.h"

void logos_put(struct layout_context *lay, struct area *area, const struct node *grid);

#endif
