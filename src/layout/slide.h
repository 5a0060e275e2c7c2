/* slide: the room that is left on one, and where it goes. */
#ifndef SASTRA_LAYOUT_SLIDE_H
#define SASTRA_LAYOUT_SLIDE_H

#include "layout/layout_context.h"

/* Under what stands on the last slide so far; less than nothing where that is too high. */
int32_t slide_left(const struct layout_context *lay);
/* The room that is left goes above the boxes at these places; less of it above the first where that belongs
 * to a title. */
void slide_spread(const struct layout_context *lay, const size_t *at, size_t n, bool under_title);
/* What was put last is such a group: its number stands on the line that all slides have it on, or under what
 * stands there. */
void slide_place_number(const struct layout_context *lay);
/* Two columns: the tops of a large number's digits and of the first line's letters beside it are level;
 * whichever column is too high by that goes down. */
void slide_align(const struct layout_context *lay, struct galley *large, struct galley *beside);

#endif
