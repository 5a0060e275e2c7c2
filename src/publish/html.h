/* html: what the pages of out/ share: their beginning with its style, text in the event's languages. One
 * file, no script, readable on a telephone. */
#ifndef SASTRA_PUBLISH_HTML_H
#define SASTRA_PUBLISH_HTML_H

#include "base/buf.h"
#include "model/corpus.h"

/* A text in the event's languages, in their order; in another where it has none of them. */
void html_said(struct buf *b, const struct event *event, struct bi text);
/* The same as an element: tag h2, opening <h2 class="x">. */
void html_element(struct buf *b, const struct event *event, const char *tag, const char *opening,
                  struct bi text);
/* "12 pages"; empty where it is not known how many. */
struct str html_pages(struct arena *a, size_t n, enum lang lang);
/* "PDF, 12 pages, 1.2 MB": pages may be empty. */
void html_size(struct buf *b, struct str name, uint64_t size, struct str pages);
/* To the event's title, and what marks a page whose contents are made up, or not finished. */
void html_head(struct buf *b, const struct event *event);

#endif
