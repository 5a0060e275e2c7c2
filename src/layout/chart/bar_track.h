/* bar_track: one bar, its paler part behind the full one, and how far it could reach. */
#ifndef SASTRA_LAYOUT_CHART_BAR_TRACK_H
#define SASTRA_LAYOUT_CHART_BAR_TRACK_H

#include "layout/chart/chart_pen.h"

/* Where it begins, how long a bar of the chart's most is, how thick. */
struct bar_track {
    int32_t x, length, top, thick;
    long most;
};

void bar_track_put(struct chart_pen *pen, const struct bar *bar, const struct bar_track *track);

#endif
