/* scale_bar: one bar that says how answers on a scale divide. It fills the measure, 0 to 100 per cent of the
 * answers, from the lowest point to the highest; in a book the scales of a form stand with their middle in
 * the middle of the measure, over a pale band that tells how far they could reach. What the ends stand for is
 * written over the measure's, whoever chose them, the per cent on each part that has room for it; the legend
 * under it is a row that flows: every point on its colour, per cent and count, also of a point that nobody
 * chose. */
#ifndef SASTRA_LAYOUT_CHART_SCALE_BAR_H
#define SASTRA_LAYOUT_CHART_SCALE_BAR_H

#include "layout/area.h"

void scale_bar_put(struct layout_context *lay, struct area *area, const struct node *node);

#endif
