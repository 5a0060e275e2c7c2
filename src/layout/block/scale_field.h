/* scale_field: a scale to tick, under what is asked or beside it; and the box that is ticked. */
#ifndef SASTRA_LAYOUT_BLOCK_SCALE_FIELD_H
#define SASTRA_LAYOUT_BLOCK_SCALE_FIELD_H

#include "layout/area.h"

struct item scale_field_tick(const struct node *node, int32_t x, int32_t y);
bool scale_field_asked(const struct node *question);
/* How wide scales are that stand beside what they ask, all of a form alike. */
int32_t scale_field_width(struct layout_context *lay, const struct area *area, const struct node *form);
/* In a column it stands beside, else over the measure. */
void scale_field_put(struct layout_context *lay, struct area *area, const struct node *scale);

#endif
