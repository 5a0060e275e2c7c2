/* turned_page: pages that lie on their long side, for tables wider than upright ones: what stands on them,
 * and where the text tells of it.
 *
 * A turned page comes after the page that has the table's place; the text flows on over it. It is printed as
 * it is read, head up: nothing in the file is rotated. */
#ifndef SASTRA_LAYOUT_TURNED_PAGE_H
#define SASTRA_LAYOUT_TURNED_PAGE_H

#include "layout/area.h"

/* A document that may have such pages, and a place in its text that may be left for one. */
bool turned_page_may(const struct layout_context *lay, const struct area *area);
/* Whether a page is one. */
bool turned_page_is(const struct layout_context *lay, size_t page);
/* The paper and the measures of pages of this kind, from now on. */
void turned_page_use(struct layout_context *lay, bool turned);
/* Leaves the node's place: the area on a turned page that it takes, where it begins. To be closed, until when
 * the measures are the turned page's. */
struct area turned_page_open(struct layout_context *lay, struct area *area, const struct node *node);
void turned_page_close(struct layout_context *lay, const struct area *turned);
/* In each place that was left, the page of what is not there. When all pages are known. */
void turned_page_tell(struct layout_context *lay);

#endif
