#include "layout/chart/labelled_bars.h"

#include "layout/chart/bar_track.h"
#include "layout/chart/chart_key.h"
#include "layout/paragraph/paragraph_break.h"
#include "layout/slide.h"

enum {
    THICK = 62,            /* per cent of the type's size; */
    THIN = 58,             /* on a slide, at the least, */
    FATTEST = STYLE_MM(9), /* on a slide; */
    MIDDLE = 35,           /* of digits over their baseline, the same */
    NEAR = 3000,           /* from a label's line to its bar, */
    WALL_NEAR = 1000,      /* where it is read from afar: its line's own space parts it enough */
    APART = 11000,
    WALL_APART = 19000, /* a bar belongs to the label over it */
    CLOSE = 12000,      /* the same on a slide, at the least; */
    FARTHEST = 76000,
    OVER_FOOT = 12000, /* on a slide, under the last; */
    GAP = 24000,
    VALUE = 14,     /* per cent of the width; */
    BARS_PART = 55, /* per cent of a slide's room that is left are the bars' */
    AFTER = 6,      /* tenths of a unit, under the last */
    TALLEST = 85,   /* per cent of a page: a longer chart goes on overleaf */
    /* of a slide's type, thousandths: */
    GROWN = 1150, /* where few bars leave room: no slide's answers look like another deck's; */
    FILLED = 85,  /* per cent of that room, at the most; */
    TYPE_STEP = 50,
    LEAST_AT_ALL = 640, /* where its heading */
    HEAD_SHRUNK = 880,  /* has become as small as this */
    LEADING_STEP = 26,  /* of its leading: */
    PAIRED = 860,       /* of two scripts in turn, */
    LEAST_LEADING = 820
};

struct labelled_row {
    struct paragraph *label, *first, *second; /* second: the number in the other digits, or NULL */
};

struct labelled {
    struct chart_pen pen;
    const struct chart *chart;
    struct labelled_row *rows;
    int32_t gap, first, second; /* widths: of the numbers */
    int32_t thick, near, apart; /* of every bar; from its label to it, from it to the next one; */
    int32_t above, below;       /* over the first label, under the last bar */
    bool joined; /* labels in two languages stand on one line, and the second number beside the bar */
};

/* Alone on one. */
static bool is_slide(const struct labelled *d)
{
    return chart_pen_slide(&d->pen);
}

static void shape_numbers(struct labelled *d)
{
    d->first = d->second = 0;
    enum lang first = chart_pen_first(&d->pen), second = chart_pen_second(&d->pen);
    for (size_t i = 0; i < d->chart->nbars; i++) {
        struct labelled_row *r = &d->rows[i];
        const struct bar *bar = &d->chart->bars[i];
        r->first = chart_pen_number(&d->pen, bar, first, true);
        if (second != first) r->second = chart_pen_number(&d->pen, bar, second, false);
        if (r->first->widest > d->first) d->first = r->first->widest;
        if (r->second && r->second->widest > d->second) d->second = r->second->widest;
    }
    int32_t least = d->pen.area->width * VALUE / 100; /* bars of all slides end at one place */
    if (d->second && is_slide(d) && d->second < least) d->second = least;
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
    if (r == d->rows && is_slide(d)) chart_pen_band(&d->pen, d->above, 0)->keep = true;
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

static int32_t bar_height(const struct labelled *d, bool last)
{
    return d->near + d->thick + (last ? d->below : d->apart);
}

static struct box *put_bar(struct labelled *d, size_t i, bool last)
{
    const struct labelled_row *r = &d->rows[i];
    bool beside = d->joined && d->second;
    struct bar_track t = {.x = d->pen.area->x,
                          .length = d->pen.area->width - (beside ? d->second + d->gap : 0),
                          .top = d->near,
                          .thick = d->thick,
                          .most = d->chart->most};
    if (t.length < 0) t.length = 0;
    bar_track_put(&d->pen, &d->chart->bars[i], &t);
    if (beside && r->second)
        put_right(d, r->second, t.top + t.thick / 2 + r->second->style.size * MIDDLE / 100);
    return chart_pen_band(&d->pen, bar_height(d, last), 0);
}

static int64_t rows_height(const struct labelled *d)
{
    int64_t sum = is_slide(d) ? d->above : 0;
    for (size_t i = 0; i < d->chart->nbars; i++)
        sum += (int64_t)lines_of(d, &d->rows[i]) * d->rows[i].label->style.leading +
               bar_height(d, i + 1 == d->chart->nbars);
    return sum;
}

static bool is_whole(const struct labelled *d)
{
    return rows_height(d) <= d->pen.lay->look.height / 100 * TALLEST;
}

/* -- on a slide ------------------------------------------------------------------------------------------ */

/* What lines that stand under the chart take. */
static int32_t below_height(const struct labelled *d)
{
    int32_t height = 0;
    for (const struct node *n = d->pen.node->next; n; n = n->next) {
        struct paragraph *words = paragraph_collect(d->pen.lay, n, d->pen.area);
        paragraph_break(d->pen.lay, words, d->pen.area->width);
        height += words->style.before + (int32_t)words->nlines * words->style.leading;
    }
    return height ? height + d->pen.lay->look.unit * AFTER / 10 : 0;
}

static void set_type(struct labelled *d, int32_t scale, int32_t leading)
{
    bool slide = is_slide(d);
    d->pen.scale = scale;
    d->pen.leading = leading;
    int32_t size = chart_pen_style(&d->pen, LANG_NONE).size;
    d->gap = slide ? GAP : size;
    d->thick = size * (slide ? THIN : THICK) / 100;
    bool wall = d->pen.lay->print->type == TYPE_WALL;
    d->near = wall ? WALL_NEAR : NEAR;
    d->apart = slide ? CLOSE : style_length(&d->pen.lay->look, wall ? WALL_APART : APART);
    d->above = d->apart / 3;
    d->below = !slide ? d->apart / 3 : d->pen.node->next ? d->apart * 2 / 3 : OVER_FOOT;
    shape_numbers(d);
    shape_words(d);
}

static size_t label_lines(const struct labelled *d)
{
    size_t n = 0;
    for (size_t i = 0; i < d->chart->nbars; i++) n += lines_of(d, &d->rows[i]);
    return n;
}

/* Bars, and the space between them, take the room that words leave; what is more than they need stands above
 * and below: few bars stand in the middle. */
static void fill_slide(struct labelled *d, int64_t left)
{
    int32_t n = (int32_t)d->chart->nbars, each = left > 0 ? (int32_t)(left / n) : 0,
            more = each * BARS_PART / 100, most = FATTEST - d->thick;
    if (more > most) more = most > 0 ? most : 0;
    d->thick += more;
    d->apart += each - more;
    if (d->apart > FARTHEST) d->apart = FARTHEST;
    left -= (int64_t)n * more + (int64_t)(n - 1) * (d->apart - CLOSE);
    if (left > 0) d->above += (int32_t)left / 2, d->below += (int32_t)left / 2;
}

/* Type grows where bars are few and no label takes another line for it; where they are many their lines come
 * nearer to each other. It shrinks where the slide's heading did and that was not enough. */
static void fit_slide(struct labelled *d)
{
    struct layout_context *lay = d->pen.lay;
    int32_t room = slide_left(lay) - lay->look.unit - below_height(d);
    int32_t shrink = d->pen.area->shrink, leading = lay->tree->both ? PAIRED : 1000;
    int32_t least = shrink && shrink < HEAD_SHRUNK ? LEAST_AT_ALL : 1000, scale = GROWN;
    set_type(d, 1000, leading);
    size_t lines = label_lines(d);
    room -= chart_key_height(&d->pen);
    for (set_type(d, scale, leading);
         scale > 1000 && (rows_height(d) > (int64_t)room * FILLED / 100 || label_lines(d) > lines);)
        set_type(d, scale -= TYPE_STEP, leading);
    while (rows_height(d) > room && leading > LEAST_LEADING) set_type(d, scale, leading -= LEADING_STEP);
    while (rows_height(d) > room && scale - TYPE_STEP >= least) set_type(d, scale -= TYPE_STEP, leading);
    fill_slide(d, room - rows_height(d));
}

/* -- the whole ------------------------------------------------------------------------------------------- */

void labelled_bars_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct labelled d = {.pen = chart_pen_new(lay, area, node), .chart = node->chart};
    d.rows = ARENA_MANY(lay->job->keep, struct labelled_row, d.chart->nbars);
    if (is_slide(&d))
        fit_slide(&d);
    else
        set_type(&d, d.pen.scale, 1000);
    bool whole = is_whole(&d) || is_slide(&d);
    if (area->galley->after < lay->look.unit) area->galley->after = lay->look.unit;
    for (size_t i = 0; i < d.chart->nbars; i++) {
        bool last = i + 1 == d.chart->nbars;
        put_label(&d, &d.rows[i]);
        struct box *b = put_bar(&d, i, last);
        b->keep = whole && !last;
        b->may_end = !b->keep && !last;
    }
    chart_key_put(&d.pen);
    area->galley->after = lay->look.unit * AFTER / 10;
}
