#include "layout/chart/diverging_bar.h"

#include "layout/chart/chart_pen.h"
#include "layout/paragraph/paragraph_break.h"
#include "layout/slide.h"

enum {
    SEAM = 1000,
    PAD = 3000,
    AXIS = 500,
    BEYOND = 2000,     /* so far the axis reaches over the bar */
    MIDDLE = 35,       /* of digits over their baseline, per cent of their size */
    PALEST = 0xEEF2F5, /* of the points' colours */
    THICK = 170,       /* per cent of the type's size; */
    THIN = 130,        /* of many on one side */
    GROWN = 1300,      /* thousandths of the type on a slide; */
    CELLS = 780,       /* of the cells there, which few look at; */
    LEAST_CELLS = 710,
    THICKEST = 760 /* per cent of the type's size */
};

struct segment {
    int32_t x, width;
    const struct bar *bar;
    uint32_t colour;
};

struct diverging_bar {
    struct chart_pen pen;
    const struct chart *chart;
    struct segment *segments; /* those that anyone chose */
    size_t n;
    int32_t axis; /* where it stands */
    int32_t gap;
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
        d->segments[d->n++] = (struct segment){x, width, &c->bars[i], colour_of(i, c->nbars)};
        x += width;
    }
}

static void put_share(struct diverging_bar *d, const struct segment *p, int32_t top, int32_t thick)
{
    struct paragraph *share = chart_pen_on(&d->pen, p->bar->share[d->first], p->colour);
    if (share->widest + d->gap / 2 > p->width) return;
    chart_pen_line(&d->pen, share, 0, p->x + (p->width - share->widest) / 2,
                   top + thick / 2 + share->style.size * MIDDLE / 100, share->widest + 1000);
}

static void put_segments(struct diverging_bar *d, int32_t top, int32_t thick)
{
    for (size_t i = 0; i < d->n; i++) {
        const struct segment *p = &d->segments[i];
        int32_t width = p->width > 2 * SEAM ? p->width - SEAM : p->width;
        chart_pen_rect(&d->pen, p->x, top, width, thick, p->colour, ARTIFACT_NONE);
        chart_pen_outline(&d->pen, p->x, top, width, thick);
        put_share(d, p, top, thick);
    }
}

/* In two pieces: it crosses no number. */
static void put_axis(struct diverging_bar *d, int32_t top, int32_t thick)
{
    int32_t x = d->axis - AXIS / 2;
    chart_pen_rect(&d->pen, x, top - BEYOND, AXIS, BEYOND, STYLE_INK, ARTIFACT_LAYOUT);
    chart_pen_rect(&d->pen, x, top + thick, AXIS, BEYOND, STYLE_INK, ARTIFACT_LAYOUT);
}

/* -- cells under it -------------------------------------------------------------------------------------- */

struct cell {
    struct paragraph *point, *first, *second; /* second: in the other digits, or NULL */
    struct paragraph *count;                  /* parted from the first, which is per cent alone; or NULL */
    uint32_t colour;
};

struct cells {
    struct cell *at;
    size_t n, row;        /* row: how many stand in one */
    int32_t chip, number; /* the widest */
    bool beside;          /* numbers beside their point, not under it */
};

/* Of a bar its per cent, or its count, alone. */
static struct paragraph *part_of(struct diverging_bar *d, const struct bar *bar, bool count)
{
    struct bar part = *bar;
    (count ? part.share : part.count)[d->first] = (struct str){0};
    return chart_pen_number(&d->pen, &part, d->first, true);
}

static void shape_cells(struct diverging_bar *d, struct cells *c, bool parted)
{
    c->chip = c->number = 0;
    c->n = d->chart->nbars;
    c->at = ARENA_MANY(d->pen.lay->job->keep, struct cell, c->n);
    for (size_t i = 0; i < c->n; i++) {
        const struct bar *bar = &d->chart->bars[i];
        struct cell *x = &c->at[i];
        x->colour = colour_of(i, c->n);
        x->point = chart_pen_on(&d->pen, bar->point, x->colour);
        x->first = parted ? part_of(d, bar, false) : chart_pen_number(&d->pen, bar, d->first, true);
        x->count = parted ? part_of(d, bar, true) : NULL;
        if (d->second != d->first) x->second = chart_pen_number(&d->pen, bar, d->second, false);
        int32_t chip = x->point->widest + d->gap, number = x->first->widest;
        if (x->second && x->second->widest > number) number = x->second->widest;
        if (x->count && x->count->widest > number) number = x->count->widest;
        if (chip > c->chip) c->chip = chip;
        if (number > c->number) c->number = number;
    }
}

static struct cells cells_shaped(struct diverging_bar *d, bool parted)
{
    struct cells c = {0};
    int64_t width = d->pen.area->width;
    shape_cells(d, &c, parted);
    int32_t gap = d->gap, beside = c.chip + gap / 2 + c.number, under = c.chip > c.number ? c.chip : c.number;
    c.beside = !parted && (int64_t)c.n * (beside + gap) - gap <= width;
    int32_t between = parted ? gap / 3 : gap;
    int64_t most = c.beside ? (int64_t)c.n : (width + between) / (under + between);
    size_t rows = most > 0 ? (c.n + (size_t)most - 1) / (size_t)most : c.n;
    c.row = rows ? (c.n + rows - 1) / rows : 1;
    return c;
}

/* One row of them, with the numbers beside their points where there is room; on a page of columns with the
 * count under the per cent before there are more rows. */
static struct cells cells_of(struct diverging_bar *d)
{
    struct cells c = cells_shaped(d, false);
    if (c.row >= c.n || !d->pen.lay->look.run_in) return c;
    struct cells parted = cells_shaped(d, true);
    return parted.row >= parted.n ? parted : cells_shaped(d, false);
}

/* Lines under a point's own, in tenths of the leading. */
static int lines_under(const struct cells *c)
{
    const struct cell *x = &c->at[0];
    return (c->beside ? 0 : 10) + (x->count ? 8 : 0) + (x->second ? 8 : 0);
}

static int32_t cell_height(const struct cells *c, const struct style *s)
{
    return s->size * 5 / 4 + s->leading * lines_under(c) / 10;
}

static int32_t cells_height(const struct diverging_bar *d, const struct cells *c)
{
    size_t rows = (c->n + c->row - 1) / c->row;
    struct style s = chart_pen_style(&d->pen, d->first);
    return (int32_t)rows * (cell_height(c, &s) + d->gap / 2);
}

static void put_cell(struct diverging_bar *d, const struct cells *c, const struct cell *x, int32_t left,
                     int32_t top)
{
    const struct style *s = &x->first->style;
    int32_t high = s->size * 5 / 4, y = top + high / 2 + s->size * MIDDLE / 100;
    chart_pen_rect(&d->pen, left, top, c->chip, high, x->colour, ARTIFACT_LAYOUT);
    chart_pen_outline(&d->pen, left, top, c->chip, high);
    chart_pen_line(&d->pen, x->point, 0, left + (c->chip - x->point->widest) / 2, y, x->point->widest + 1000);
    if (c->beside)
        left += c->chip + d->gap / 2;
    else
        y += s->leading;
    chart_pen_line(&d->pen, x->first, 0, left, y, x->first->widest + 1000);
    if (x->count) {
        y += s->leading * 8 / 10;
        chart_pen_line(&d->pen, x->count, 0, left, y, x->count->widest + 1000);
    }
    if (x->second)
        chart_pen_line(&d->pen, x->second, 0, left, y + s->leading * 8 / 10, x->second->widest + 1000);
}

/* Returns where they end. */
static int32_t put_cells(struct diverging_bar *d, const struct cells *c, int32_t top)
{
    struct style s = chart_pen_style(&d->pen, d->first);
    int32_t column = (d->pen.area->width + d->gap) / (int32_t)c->row, row = cell_height(c, &s) + d->gap / 2;
    for (size_t i = 0; i < c->n; i++)
        put_cell(d, c, &c->at[i], d->pen.area->x + (int32_t)(i % c->row) * column,
                 top + (int32_t)(i / c->row) * row);
    return top + cells_height(d, c);
}

/* -- what its ends stand for ----------------------------------------------------------------------------- */

static struct paragraph *end_of(struct diverging_bar *d, struct spans words, bool joined, int32_t width,
                                enum align align)
{
    struct paragraph *p = chart_pen_words(&d->pen, words, joined);
    p->style.align = align;
    paragraph_break(d->pen.lay, p, width);
    return p;
}

/* Over the room's ends, as the first and the last cell: the bar's own ends may be any point's. Returns where
 * they end. */
static int32_t put_ends(struct diverging_bar *d)
{
    int32_t left = d->pen.area->x, width = d->pen.area->width, end = 0;
    int32_t side = (width - 4 * d->gap) / 2;
    bool joined = chart_pen_words(&d->pen, d->pen.node->low, true)->widest <= side &&
                  chart_pen_words(&d->pen, d->pen.node->high, true)->widest <= side;
    struct paragraph *ends[] = {end_of(d, d->pen.node->low, joined, side, ALIGN_LEFT),
                                end_of(d, d->pen.node->high, joined, side, ALIGN_RIGHT)};
    int32_t at[] = {left, left + width - side};
    for (size_t i = 0; i < 2; i++) {
        const struct style *s = &ends[i]->style;
        for (size_t k = 0; k < ends[i]->nlines; k++)
            chart_pen_line(&d->pen, ends[i], k, at[i], s->depth + (int32_t)k * s->leading, side);
        int32_t height = (int32_t)ends[i]->nlines * s->leading - s->leading / 8;
        if (height > end) end = height;
    }
    return end;
}

static bool is_slide(const struct diverging_bar *d)
{
    return d->pen.lay->print->type == TYPE_SLIDES && d->pen.area->galley == d->pen.lay->main;
}

static void set_type(struct diverging_bar *d, int32_t scale)
{
    d->pen.scale = scale;
    d->gap = chart_pen_style(&d->pen, d->first).size * 2 / 3;
}

/* What the words leave of a slide is the bar's. */
static int32_t thickness(const struct diverging_bar *d, int32_t words)
{
    int32_t size = chart_pen_style(&d->pen, d->first).size,
            thick = size * (d->pen.lay->print->type == TYPE_DIGEST ? THIN : THICK) / 100;
    if (!is_slide(d)) return thick;
    int32_t left = slide_left(d->pen.lay) - words - d->pen.lay->look.unit, most = size * THICKEST / 100;
    if (left > most) left = most;
    return left > thick ? left : thick;
}

void diverging_bar_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct diverging_bar d = {.pen = chart_pen_new(lay, area, node), .chart = node->chart};
    d.first = lang_or(lay->tree->lang, (enum lang)0);
    d.second = chart_pen_second(&d.pen);
    d.segments = ARENA_MANY(lay->job->keep, struct segment, d.chart->nbars);
    int32_t given = d.pen.scale, words = is_slide(&d) ? given * GROWN / 1000 : given,
            numbers = is_slide(&d) ? given * CELLS / 1000 : given;
    if (is_slide(&d) && numbers < LEAST_CELLS) numbers = LEAST_CELLS;
    set_type(&d, words);
    struct style s = chart_pen_style(&d.pen, d.first);
    set_segments(&d);
    int32_t pad = style_length(&lay->look, PAD), between = 2 * BEYOND + (is_slide(&d) ? d.gap / 2 : 0);
    int32_t top = put_ends(&d) + BEYOND;
    set_type(&d, numbers);
    struct cells cells = cells_of(&d);
    int32_t under = cells_height(&d, &cells);
    set_type(&d, words);
    int32_t thick = thickness(&d, top + between + under + pad);
    put_segments(&d, top, thick);
    set_type(&d, numbers);
    int32_t end = put_cells(&d, &cells, top + thick + between);
    put_axis(&d, top, thick);
    struct box *b = chart_pen_band(&d.pen, end + pad, 0);
    b->first = s.depth;
    area->galley->after = lay->look.unit;
}
