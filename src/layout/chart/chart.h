/* chart: bars with their labels before and their numbers behind them. All tracks end where every answer
 * would: a bar is as long as its part of the chart's most. */
#ifndef SASTRA_LAYOUT_CHART_CHART_H
#define SASTRA_LAYOUT_CHART_CHART_H

#include "layout/area.h"

void chart_put(struct layout_context *lay, struct area *area, const struct node *node);

#endif
