/* flow: a document's one galley onto pages, with the footnotes under them. */
#ifndef SASTRA_LAYOUT_FLOW_H
#define SASTRA_LAYOUT_FLOW_H

#include "layout/layout_context.h"

void flow_pages(struct layout_context *lay);
/* Bookmarks from the headings, destinations from the anchors. */
void flow_marks(struct layout_context *lay);

#endif
