/* edge_tabs: a mark at the outer edge of a report's pages for each part (a day, reflections, annexes), each
 * at a height of its own, so that a closed book shows where its parts are; a part that begins under a chapter
 * without a tab has it from the next page on, if it goes on there. Artifacts. */
#ifndef SASTRA_LAYOUT_PART_EDGE_TABS_H
#define SASTRA_LAYOUT_PART_EDGE_TABS_H

#include "layout/layout_context.h"

/* On all pages, after they are filled. */
void edge_tabs_put(struct layout_context *lay);

#endif
