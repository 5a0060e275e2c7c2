#include "layout/chart/stacked_bar.h"

#include "layout/chart/chart_pen.h"
#include "layout/slide.h"

enum {
    SEAM = 1000,
    PAD = 3000,              /* from the bar to what its parts are, */
    LARGE_PAD = 8000,        /* in large type */
    MIDDLE = 35,             /* of digits over their baseline, per cent of their size */
    THICK = 125,             /* per cent of the type's size; */
    THICKEST = STYLE_MM(34), /* on a slide */
    OVER_FOOT = 12000,       /* the same, under its last row */
    CHIP = 75,               /* of a part's colour beside its words */
    DARK = 0x305975,
    LIGHT = 0xE4E9ED,
    LESS_LIGHT = 0xC7D2DA
};

struct stack_row {                            /* what one part stands for */
    struct paragraph *label, *first, *second; /* second: the number in the other digits, or NULL */
    uint32_t colour;
};

struct stack {
    struct chart_pen pen;
    const struct chart *chart;
    struct stack_row *rows;
    int32_t gap, chip, first, second; /* widths */
    enum lang langs[2];
};

/* Each differs from the next in grey, too, and words stand out on it. */
static uint32_t colour_of(size_t i, size_t n)
{
    static const uint32_t COLOURS[] = {STYLE_BLUE, STYLE_PALE, DARK, LIGHT, LESS_LIGHT},
                          THREE[] = {STYLE_BLUE, STYLE_PALE, LIGHT};
    return n <= 3 ? THREE[i % 3] : COLOURS[i % (sizeof COLOURS / sizeof *COLOURS)];
}

/* -- the bar --------------------------------------------------------------------------------------------- */

static int64_t total_of(const struct chart *c)
{
    int64_t total = 0;
    for (size_t i = 0; i < c->nbars; i++) total += c->bars[i].value;
    return total > c->most ? total : c->most;
}

static void put_share(struct stack *d, const struct bar *bar, uint32_t colour, int32_t x, int32_t width,
                      int32_t thick)
{
    struct paragraph *share = chart_pen_on(&d->pen, bar->share[tree_numerals(d->pen.lay->tree)], colour);
    if (share->widest + d->gap > width) return;
    chart_pen_line(&d->pen, share, 0, x + (width - share->widest) / 2,
                   thick / 2 + share->style.size * MIDDLE / 100, share->widest + 1000);
}

/* Of a slide, what words above and rows below leave it; what is more than it needs is above and below. */
static int32_t thickness(struct stack *d, int32_t least)
{
    if (!chart_pen_slide(&d->pen)) return least;
    const struct look *look = &d->pen.lay->look;
    int32_t left = slide_left(d->pen.lay) - look->unit - style_length(look, LARGE_PAD) - OVER_FOOT;
    for (size_t i = 0; i < d->chart->nbars; i++)
        left -= (int32_t)d->rows[i].label->nlines * d->rows[i].label->style.leading;
    int32_t thick = left < THICKEST ? left : THICKEST;
    if (left > thick) chart_pen_band(&d->pen, (left - thick) / 2, 0)->keep = true;
    return thick > least ? thick : least;
}

static void put_bar(struct stack *d, int32_t thick)
{
    const struct chart *c = d->chart;
    const struct look *look = &d->pen.lay->look;
    int64_t total = total_of(c), sum = 0, width = d->pen.area->width;
    for (size_t i = 0; i < c->nbars && total > 0; i++) {
        int32_t from = (int32_t)(width * sum / total);
        sum += c->bars[i].value;
        int32_t to = (int32_t)(width * sum / total), x = d->pen.area->x + from, w = to - from;
        uint32_t colour = d->rows[i].colour;
        if (w <= 0) continue;
        int32_t drawn = w > 2 * SEAM && i + 1 < c->nbars ? w - SEAM : w;
        chart_pen_rect(&d->pen, x, 0, drawn, thick, colour, ARTIFACT_NONE);
        chart_pen_outline(&d->pen, x, 0, drawn, thick);
        put_share(d, &c->bars[i], colour, x, w, thick);
    }
    chart_pen_band(&d->pen, thick + (look->large ? style_length(look, LARGE_PAD) : PAD), 0)->keep = true;
}

/* -- what its parts are ---------------------------------------------------------------------------------- */

static void shape_numbers(struct stack *d)
{
    for (size_t i = 0; i < d->chart->nbars; i++) {
        struct stack_row *r = &d->rows[i];
        const struct bar *bar = &d->chart->bars[i];
        r->colour = colour_of(i, d->chart->nbars);
        r->first = chart_pen_number(&d->pen, bar, d->langs[0], true);
        if (d->langs[1] != d->langs[0]) r->second = chart_pen_number(&d->pen, bar, d->langs[1], false);
        if (r->first->widest > d->first) d->first = r->first->widest;
        if (r->second && r->second->widest > d->second) d->second = r->second->widest;
    }
}

static int32_t words_width(const struct stack *d)
{
    int32_t numbers = d->first + (d->second ? d->gap / 2 + d->second : 0);
    return d->pen.area->width - d->chip - 3 * d->gap / 2 - numbers;
}

/* Both languages on one line where they fit so. */
static void shape_words(struct stack *d)
{
    int32_t width = words_width(d);
    for (size_t i = 0; i < d->chart->nbars; i++)
        d->rows[i].label = chart_pen_fit(&d->pen, d->chart->bars[i].label, width > 0 ? width : 1, ALIGN_LEFT);
}

static void put_row(struct stack *d, const struct stack_row *r, bool last)
{
    const struct style *s = &r->label->style;
    int32_t left = d->pen.area->x, right = left + d->pen.area->width, y = s->depth;
    int32_t chip = y - s->size * MIDDLE / 100 - d->chip / 2;
    chart_pen_rect(&d->pen, left, chip, d->chip, d->chip, r->colour, ARTIFACT_LAYOUT);
    chart_pen_outline(&d->pen, left, chip, d->chip, d->chip);
    for (size_t k = 0; k < r->label->nlines; k++)
        chart_pen_line(&d->pen, r->label, k, left + d->chip + d->gap / 2, y + (int32_t)k * s->leading,
                       words_width(d));
    int32_t first = r->second ? right - d->second - d->gap / 2 : right;
    chart_pen_line(&d->pen, r->first, 0, first - r->first->widest, y, r->first->widest + 1000);
    if (r->second)
        chart_pen_line(&d->pen, r->second, 0, right - r->second->widest, y, r->second->widest + 1000);
    int32_t lines = r->label->nlines ? (int32_t)r->label->nlines : 1;
    struct box *b = chart_pen_band(&d->pen, lines * s->leading, 0);
    b->first = y;
    b->keep = !last;
}

void stacked_bar_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct stack d = {.pen = chart_pen_new(lay, area, node), .chart = node->chart};
    d.langs[0] = chart_pen_first(&d.pen);
    d.langs[1] = chart_pen_second(&d.pen);
    d.rows = ARENA_MANY(lay->job->keep, struct stack_row, d.chart->nbars);
    struct style s = chart_pen_style(&d.pen, d.langs[0]);
    d.gap = s.size;
    d.chip = s.size * CHIP / 100;
    shape_numbers(&d);
    shape_words(&d);
    put_bar(&d, thickness(&d, s.size * THICK / 100));
    for (size_t i = 0; i < d.chart->nbars; i++) put_row(&d, &d.rows[i], i + 1 == d.chart->nbars);
    area->galley->after = lay->look.unit;
}
