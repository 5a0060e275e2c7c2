/* banner: what opens a poster: a field of the house's colour from the paper's top and from edge to edge, the
 * words on it white. */
#ifndef SASTRA_LAYOUT_FRONT_BANNER_H
#define SASTRA_LAYOUT_FRONT_BANNER_H

#include "layout/area.h"

/* A KEEP with .band, which comes first on its page. */
void banner_put(struct layout_context *lay, struct area *area, const struct node *node);

#endif
