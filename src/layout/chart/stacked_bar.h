/* stacked_bar: one bar whose parts are what was chosen, one beside the other, each answer in one of them; the
 * per cent on each part that has room for it. Under it a line for each: its colour, its words, its numbers.
 */
#ifndef SASTRA_LAYOUT_CHART_STACKED_BAR_H
#define SASTRA_LAYOUT_CHART_STACKED_BAR_H

#include "layout/area.h"

void stacked_bar_put(struct layout_context *lay, struct area *area, const struct node *node);

#endif
