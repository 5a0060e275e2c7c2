/* flow: a document's one strip onto pages, with the notes at their feet. */
#ifndef SASTRA_LAYOUT_FLOW_H
#define SASTRA_LAYOUT_FLOW_H

#include "layout/layout_context.h"

void flow_pages(struct lay *lay, struct strip *strip);
/* Bookmarks from the headings, destinations from the anchors. */
void flow_marks(struct lay *lay);

#endif
