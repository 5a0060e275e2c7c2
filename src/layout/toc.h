/* toc: the contents. Lines are set with a place left for each number, which is filled in when all pages are
 * known. */
#ifndef SASTRA_LAYOUT_TOC_H
#define SASTRA_LAYOUT_TOC_H

#include "layout/area.h"

void toc_put(struct layout_context *lay, struct area *area, const struct node *toc);
/* After the last page: the numbers. */
void toc_fill(struct layout_context *lay);

#endif
