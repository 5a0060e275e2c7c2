/* footnotes: from the tree's notes to the foot of the pages that have their marks.
 *
 * A note is laid out when all text is; the height of what it marks in turn counts as its own, so that a line
 * moves on with all notes it brings. What a page has no room for goes on the next. */
#ifndef SASTRA_LAYOUT_FOOTNOTES_H
#define SASTRA_LAYOUT_FOOTNOTES_H

#include "layout/area.h"

/* The tree's notes, for paragraphs that mark them. */
void footnotes_find(struct layout_context *lay);
/* After the last block: lays out what was marked, and what that marks. */
void footnotes_build(struct layout_context *lay);
/* Notes without a mark go to the end of the area. */
void footnotes_unmarked(struct layout_context *lay, struct area *area);

/* Notes that an earlier page had no room for: so much of this page is theirs. */
int32_t footnotes_waiting(struct layout_context *lay);
/* The page's notes, under text of a height of used. */
void footnotes_put(struct layout_context *lay, size_t page, int32_t used);

#endif
