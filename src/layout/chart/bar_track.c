#include "layout/chart/bar_track.h"

#include "layout/chart/chart_key.h"

enum { THIN = 500 };

static int32_t length_of(const struct bar_track *t, long value)
{
    if (t->most <= 0 || value <= 0) return 0;
    return (int32_t)((double)t->length * (double)(value < t->most ? value : t->most) / (double)t->most);
}

/* A pale band; an outline on paper from any printer, but on a side that tells its numbers beside the bars. */
static void put_rest(struct chart_pen *pen, const struct bar_track *t, int32_t from)
{
    int32_t end = t->x + t->length;
    if (pen->lay->look.handout && !pen->lay->look.side)
        chart_pen_outline(pen, t->x, t->top, t->length, t->thick);
    else if (end > from)
        chart_pen_rect(pen, from, t->top, end - from, t->thick, STYLE_TINT, ARTIFACT_LAYOUT);
}

/* What key words suggest is paler, and outlined: it is seen in one-bit print, too. */
void bar_track_put(struct chart_pen *pen, const struct bar *bar, const struct bar_track *track)
{
    int32_t whole = length_of(track, bar->value), full = length_of(track, bar->value - bar->lighter);
    if (whole < THIN) whole = full = THIN;
    put_rest(pen, track, track->x + whole);
    if (full > 0)
        chart_pen_rect(pen, track->x, track->top, full, track->thick, STYLE_BLUE,
                       bar->row ? ARTIFACT_LAYOUT : ARTIFACT_NONE);
    if (whole > full) chart_key_pale(pen, track->x + full, track->top, whole - full, track->thick);
}
