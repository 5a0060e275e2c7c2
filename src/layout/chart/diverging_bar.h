/* diverging_bar: one bar that says how answers on a scale divide: its low points to the left of an axis, its
 * high ones to the right, the middle one across it. What its ends stand for is written over them, the per
 * cent on each part that has room for it; under it every point has its cell: its number on its colour, per
 * cent and count. Where the axis stands and how long a part is depends on the chart's sides alone: scales
 * that share them stand under one another on one axis, and so do their cells. */
#ifndef SASTRA_LAYOUT_CHART_DIVERGING_BAR_H
#define SASTRA_LAYOUT_CHART_DIVERGING_BAR_H

#include "layout/area.h"

void diverging_bar_put(struct layout_context *lay, struct area *area, const struct node *node);

#endif
