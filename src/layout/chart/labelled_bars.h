/* labelled_bars: a chart on a wall, read from afar: each bar under its label, as long as the measure lets it
 * be.
 *
 * Takes: a node of .chart whose bars stand for themselves. Promises: bands on the area's galley; a label
 * stays with its bar, the chart on one page where it can. */
#ifndef SASTRA_LAYOUT_CHART_LABELLED_BARS_H
#define SASTRA_LAYOUT_CHART_LABELLED_BARS_H

#include "layout/area.h"

void labelled_bars_put(struct layout_context *lay, struct area *area, const struct node *node);

#endif
