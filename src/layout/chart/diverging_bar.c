#include "layout/chart/diverging_bar.h"

#include "layout/chart/chart_pen.h"

enum {
    GAP = 7000,
    SEAM = 700,
    PAD = 3000,
    AXIS = 500,
    PALEST = 0xEEF2F5, /* of the points' colours */
    LEAST_TYPE = 600,
    TYPE_STEP = 100 /* thousandths */
};

struct segment {
    int32_t x, width;
    uint32_t colour;
    const struct bar *bar;
};

struct diverging_bar {
    struct chart_pen pen;
    const struct chart *chart;
    struct segment *segments; /* those that anyone chose */
    size_t n;
    int32_t axis; /* where it stands */
    int32_t gap;
    bool counts; /* there is room for them beside the per cent */
    enum lang first, second;
};

/* -- segments -------------------------------------------------------------------------------------------- */

/* From the lowest point's, which is the palest, to the highest's: each differs from the next in grey, too. */
static uint32_t colour_of(size_t i, size_t n)
{
    uint32_t mixed = 0, most = n > 1 ? (uint32_t)n - 1 : 1, at = n > 1 ? (uint32_t)i : 1;
    for (int shift = 0; shift <= 16; shift += 8) {
        uint32_t from = (uint32_t)PALEST >> shift & 0xFF, to = (uint32_t)STYLE_BLUE >> shift & 0xFF;
        mixed |= (from * (most - at) + to * at) / most << shift;
    }
    return mixed;
}

/* Of so many thousandths of all answers. */
static int32_t length_of(const struct diverging_bar *d, int64_t thousandths)
{
    int64_t room = d->chart->sides[0] + d->chart->sides[1];
    return (int32_t)(d->pen.area->width * thousandths / (room > 0 ? room : 1000));
}

static void set_segments(struct diverging_bar *d)
{
    const struct chart *c = d->chart;
    int64_t total = 0, left = 0;
    for (size_t i = 0; i < c->nbars; i++) {
        total += c->bars[i].value;
        left += c->nbars % 2 && i == c->nbars / 2 ? c->bars[i].value
                : i < c->nbars / 2                ? 2 * c->bars[i].value
                                                  : 0;
    }
    d->axis = d->pen.area->x + length_of(d, c->sides[0]);
    int32_t x = total ? d->axis - length_of(d, left * 500 / total) : d->axis;
    for (size_t i = 0; i < c->nbars; i++) {
        if (c->bars[i].value <= 0 || !total) continue;
        int32_t width = length_of(d, 1000 * (int64_t)c->bars[i].value / total);
        d->segments[d->n++] = (struct segment){x, width, colour_of(i, c->nbars), &c->bars[i]};
        x += width;
    }
}

static void put_segments(struct diverging_bar *d, int32_t top, int32_t thick)
{
    for (size_t i = 0; i < d->n; i++) {
        const struct segment *p = &d->segments[i];
        int32_t width = p->width > 2 * SEAM ? p->width - SEAM : p->width;
        chart_pen_rect(&d->pen, p->x, top, width, thick, p->colour, ARTIFACT_NONE);
        chart_pen_outline(&d->pen, p->x, top, width, thick);
    }
    chart_pen_rect(&d->pen, d->axis - AXIS / 2, top - 2000, AXIS, thick + 4000, STYLE_INK, ARTIFACT_LAYOUT);
}

/* -- words over and under them --------------------------------------------------------------------------- */

enum words_row { ROW_FIRST, ROW_SECOND, ROW_POINTS };

static struct paragraph *words_of(struct diverging_bar *d, enum words_row row, const struct bar *bar)
{
    if (row == ROW_POINTS) return chart_pen_small(&d->pen, bar->point);
    struct bar shown = *bar;
    if (!d->counts)
        for (int l = 0; l < LANG_N; l++) shown.count[l] = (struct str){0};
    return chart_pen_number(&d->pen, &shown, row == ROW_FIRST ? d->first : d->second, row == ROW_FIRST);
}

static int32_t row_width(struct diverging_bar *d, enum words_row row)
{
    int64_t width = 0;
    for (size_t i = 0; i < d->n; i++)
        width += words_of(d, row, d->segments[i].bar)->widest + (i ? d->gap : 0);
    return width < INT32_MAX / 4 ? (int32_t)width : INT32_MAX / 4;
}

/* Counts go before the type shrinks. */
static void fit_words(struct diverging_bar *d)
{
    int32_t width = d->pen.area->width;
    d->counts = true;
    d->counts = row_width(d, ROW_FIRST) <= width;
    while ((row_width(d, ROW_FIRST) > width || row_width(d, ROW_POINTS) > width) &&
           d->pen.scale - TYPE_STEP >= LEAST_TYPE)
        d->pen.scale -= TYPE_STEP;
}

/* Each at its part's middle where there is room, else beside the one before; none leaves the area's width
 * while there is room at all. */
static void put_words(struct diverging_bar *d, enum words_row row, int32_t y)
{
    int32_t from = d->pen.area->x, to = from + d->pen.area->width;
    struct paragraph **words = ARENA_MANY(d->pen.lay->job->keep, struct paragraph *, d->n);
    int32_t *x = ARENA_MANY(d->pen.lay->job->keep, int32_t, d->n);
    for (size_t i = 0; i < d->n; i++) {
        words[i] = words_of(d, row, d->segments[i].bar);
        x[i] = d->segments[i].x + (d->segments[i].width - words[i]->widest) / 2;
        if (x[i] < from) x[i] = from;
        from = x[i] + words[i]->widest + d->gap;
    }
    for (size_t i = d->n; i-- > 0;) {
        int32_t most = to - words[i]->widest;
        if (x[i] > most) x[i] = most;
        to = x[i] - d->gap;
    }
    for (size_t i = 0; i < d->n; i++) chart_pen_line(&d->pen, words[i], 0, x[i], y, words[i]->widest + 1000);
}

/* At the left what stands for the first point, at the right for the last. Returns where they end. */
static int32_t put_ends(struct diverging_bar *d, int32_t top)
{
    int32_t side = (d->pen.area->width - style_length(&d->pen.lay->look, GAP)) / 2, end = top;
    struct paragraph *ends[] = {chart_pen_fit(&d->pen, d->pen.node->low, side, ALIGN_LEFT),
                                chart_pen_fit(&d->pen, d->pen.node->high, side, ALIGN_RIGHT)};
    int32_t at[] = {d->pen.area->x, d->pen.area->x + d->pen.area->width - side};
    for (size_t i = 0; i < 2; i++) {
        const struct style *s = &ends[i]->style;
        int32_t y = top + s->depth;
        for (size_t k = 0; k < ends[i]->nlines; k++, y += s->leading)
            chart_pen_line(&d->pen, ends[i], k, at[i], y, side);
        if (ends[i]->nlines && y - s->depth > end) end = y - s->depth;
    }
    return end;
}

void diverging_bar_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct diverging_bar d = {.pen = chart_pen_new(lay, area, node), .chart = node->chart};
    d.first = lang_or(lay->tree->lang, (enum lang)0);
    d.second = chart_pen_second(&d.pen);
    d.segments = ARENA_MANY(lay->job->keep, struct segment, d.chart->nbars);
    d.gap = chart_pen_style(&d.pen, d.first).size * 2 / 3;
    set_segments(&d);
    fit_words(&d);
    struct style s = chart_pen_style(&d.pen, d.first);
    int32_t line = s.leading * 9 / 10, y = s.depth, thick = s.size * (lay->look.large ? 12 : 5) / 4;
    put_words(&d, ROW_FIRST, y);
    if (d.second != d.first) put_words(&d, ROW_SECOND, y += line * 9 / 10);
    int32_t top = y + s.leading - s.depth;
    put_segments(&d, top, thick);
    put_words(&d, ROW_POINTS, top + thick + s.depth);
    int32_t end = put_ends(&d, top + thick + (lay->look.large ? line * 5 / 4 : line));
    struct box *b = chart_pen_band(&d.pen, end + style_length(&lay->look, PAD), lay->look.unit / 2);
    b->first = s.depth;
    area->galley->after = lay->look.unit;
}
