/* slide: the room that is left on one, and where it goes. */
#ifndef SASTRA_LAYOUT_SLIDE_H
#define SASTRA_LAYOUT_SLIDE_H

#include "layout/area.h"

/* Under what stands on the last slide so far; less than nothing where that is too high. */
int32_t slide_left(const struct layout_context *lay);
/* The room that is left goes above the boxes at these places; less of it above the first where that belongs
 * to a title. */
void slide_spread(const struct layout_context *lay, const size_t *at, size_t n, bool under_title);
/* What was put last is a row with a large number: where its line is, from the slide's top; it goes down to
 * the one that all slides have it on. */
int32_t slide_number_at(const struct layout_context *lay);
void slide_place_number(const struct layout_context *lay);
/* Of the large numbers in a node the widest. */
int32_t slide_number_width(struct layout_context *lay, const struct area *area, const struct node *node);
/* Two columns: the last line of the words beside a large number is level with it, the first one's letters
 * with its digits where these words are tall; whichever column is too high by that goes down. */
void slide_align(const struct layout_context *lay, struct galley *large, struct galley *beside);

#endif
