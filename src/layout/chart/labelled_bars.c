#include "layout/chart/labelled_bars.h"

#include "layout/chart/bar_track.h"
#include "layout/chart/chart_key.h"
#include "layout/paragraph/paragraph_break.h"

enum {
    THICK = 115, /* per cent of the type's size */
    MIDDLE = 35, /* of digits over their baseline, the same */
    NEAR = 4000, /* from a label's line to its bar */
    APART = 17000,
    TALLEST = 85 /* per cent of a page: a longer chart goes on overleaf */
};

struct labelled_row {
    struct paragraph *label, *first, *second; /* second: the number in the other digits, or NULL */
};

struct labelled {
    struct chart_pen pen;
    const struct chart *chart;
    struct labelled_row *rows;
    int32_t gap, first, second; /* widths: of the numbers */
    bool joined; /* labels in two languages stand on one line, and the second number beside the bar */
};

static void shape_numbers(struct labelled *d)
{
    enum lang first = lang_or(d->pen.lay->tree->lang, (enum lang)0), second = chart_pen_second(&d->pen);
    for (size_t i = 0; i < d->chart->nbars; i++) {
        struct labelled_row *r = &d->rows[i];
        const struct bar *bar = &d->chart->bars[i];
        r->first = chart_pen_number(&d->pen, bar, first, true);
        if (second != first) r->second = chart_pen_number(&d->pen, bar, second, false);
        if (r->first->widest > d->first) d->first = r->first->widest;
        if (r->second && r->second->widest > d->second) d->second = r->second->widest;
    }
}

/* Returns the width of the widest. */
static int32_t shape_labels(struct labelled *d)
{
    int32_t widest = 0;
    for (size_t i = 0; i < d->chart->nbars; i++) {
        struct paragraph *label = chart_pen_words(&d->pen, d->chart->bars[i].label, d->joined);
        d->rows[i].label = label;
        if (label->widest > widest) widest = label->widest;
    }
    return widest;
}

/* All labels of a chart stand alike. */
static void shape_words(struct labelled *d)
{
    int32_t numbers = d->first > d->second ? d->first : d->second,
            room = d->pen.area->width - d->gap - numbers;
    d->joined = true;
    if (shape_labels(d) > room) {
        d->joined = false;
        shape_labels(d);
    }
    for (size_t i = 0; i < d->chart->nbars; i++)
        paragraph_break(d->pen.lay, d->rows[i].label, room > 0 ? room : 1);
}

static size_t lines_of(const struct labelled *d, const struct labelled_row *r)
{
    size_t least = r->second && !d->joined ? 2 : 1;
    return r->label->nlines > least ? r->label->nlines : least;
}

static void put_right(struct labelled *d, const struct paragraph *number, int32_t y)
{
    int32_t right = d->pen.area->x + d->pen.area->width;
    chart_pen_line(&d->pen, number, 0, right - number->widest, y, number->widest + 1000);
}

/* A band a line: a long label may end its page. */
static void put_label(struct labelled *d, const struct labelled_row *r)
{
    const struct style *s = &r->label->style;
    for (size_t k = 0; k < lines_of(d, r); k++) {
        chart_pen_line(&d->pen, r->label, k, d->pen.area->x, s->depth, d->pen.area->width);
        if (!k) put_right(d, r->first, s->depth);
        if (k == 1 && r->second && !d->joined) put_right(d, r->second, s->depth);
        struct box *b = chart_pen_band(&d->pen, s->leading, 0);
        b->first = s->depth;
        b->keep = true;
    }
}

static int32_t bar_height(const struct labelled *d, const struct labelled_row *r, bool last)
{
    return NEAR + r->label->style.size * THICK / 100 +
           style_length(&d->pen.lay->look, last ? APART / 3 : APART);
}

static struct box *put_bar(struct labelled *d, size_t i, bool last)
{
    const struct labelled_row *r = &d->rows[i];
    bool beside = d->joined && d->second;
    struct bar_track t = {.x = d->pen.area->x,
                          .length = d->pen.area->width - (beside ? d->second + d->gap : 0),
                          .top = NEAR,
                          .thick = r->label->style.size * THICK / 100,
                          .most = d->chart->most};
    if (t.length < 0) t.length = 0;
    bar_track_put(&d->pen, &d->chart->bars[i], &t);
    if (beside && r->second)
        put_right(d, r->second, t.top + t.thick / 2 + r->second->style.size * MIDDLE / 100);
    return chart_pen_band(&d->pen, bar_height(d, r, last), 0);
}

static bool is_whole(const struct labelled *d)
{
    int64_t sum = 0;
    for (size_t i = 0; i < d->chart->nbars; i++)
        sum += (int64_t)lines_of(d, &d->rows[i]) * d->rows[i].label->style.leading +
               bar_height(d, &d->rows[i], false);
    return sum <= d->pen.lay->look.height / 100 * TALLEST;
}

void labelled_bars_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct labelled d = {.pen = chart_pen_new(lay, area, node), .chart = node->chart};
    d.rows = ARENA_MANY(lay->job->keep, struct labelled_row, d.chart->nbars);
    d.gap = chart_pen_style(&d.pen, LANG_NONE).size;
    shape_numbers(&d);
    shape_words(&d);
    bool whole = is_whole(&d);
    if (area->galley->after < lay->look.unit) area->galley->after = lay->look.unit;
    for (size_t i = 0; i < d.chart->nbars; i++) {
        bool last = i + 1 == d.chart->nbars;
        put_label(&d, &d.rows[i]);
        struct box *b = put_bar(&d, i, last);
        b->keep = whole && !last;
        b->may_end = !b->keep && !last;
    }
    chart_key_put(&d.pen);
    area->galley->after = lay->look.unit * 6 / 10;
}
