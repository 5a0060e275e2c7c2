/* title_page: the cover, the first page: a field of colour over its upper two thirds with the title, or a
 * picture in it; when and where in two columns below, logos at the foot. And the last one, which has no
 * field. */
#ifndef SASTRA_LAYOUT_FRONT_TITLE_PAGE_H
#define SASTRA_LAYOUT_FRONT_TITLE_PAGE_H

#include "layout/area.h"

void title_page_put(struct layout_context *lay, struct area *area, const struct node *node);
/* A small ornament in the middle. */
void title_page_divider(struct layout_context *lay, struct area *area, const struct node *node);

#endif
