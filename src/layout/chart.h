/* chart: bars with their labels before and their numbers behind them. */
#ifndef SASTRA_LAYOUT_CHART_H
#define SASTRA_LAYOUT_CHART_H

#include "layout/layout_context.h"

void chart_put(struct layout_context *lay, struct set *set, const struct node *node);

#endif
