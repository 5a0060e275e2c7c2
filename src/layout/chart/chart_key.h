/* chart_key: what the full and the paler part of a chart's bars stand for, under them, on the same page. */
#ifndef SASTRA_LAYOUT_CHART_CHART_KEY_H
#define SASTRA_LAYOUT_CHART_CHART_KEY_H

#include "layout/chart/chart_pen.h"

/* The paler part itself. */
void chart_key_pale(struct chart_pen *pen, int32_t x, int32_t y, int32_t width, int32_t height);
/* Nothing where the node tells of no parts (.low, .high). */
void chart_key_put(struct chart_pen *pen);
int32_t chart_key_height(struct chart_pen *pen);

#endif
