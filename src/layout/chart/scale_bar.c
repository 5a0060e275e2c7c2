#include "layout/chart/scale_bar.h"

#include "layout/chart/chart_pen.h"
#include "layout/chart/ground.h"
#include "layout/paragraph/paragraph_break.h"
#include "layout/slide.h"

enum {
    SEAM = 1000,
    HAIR = 500,    /* how far a scale could reach */
    TICK = 700,    /* where the middle lies: how thick, */
    TICKED = 3500, /* how long */
    PAD = 3000,
    NEAR = 1500,          /* from what stands over it to the bar */
    UNDER = STYLE_MM(4),  /* from the bar to its legend, at least; */
    NEARER = STYLE_MM(3), /* where it is all that tells the points */
    MIDDLE = 35,          /* of digits over their baseline, per cent of their size */
    AIR = 4,              /* of digits' size, a part of it: beside them on their part */
    THICK = 170,          /* per cent of the type's size; */
    THIN = 130,           /* of many on one side */
    GROWN = 1150,         /* thousandths of the type on a slide; */
    SMALLER = 885,        /* the same of a book's, rather than no number on a part: 7.5 pt */
    TYPE_STEP = 40,
    THICKEST = 1000 /* per cent of the type's size */
};

struct segment {
    int32_t x, width;
    const struct bar *bar;
    uint32_t colour;
    struct paragraph *share; /* on it; NULL: it has no room for one */
};

struct scale_bar {
    struct chart_pen pen;
    const struct chart *chart;
    struct segment *segments; /* those that anyone chose */
    size_t n;
    int32_t gap, axis;             /* axis: where the scale's middle lies */
    enum lang first, second, once; /* once: of numbers that stand once for both */
};

static bool is_slide(const struct scale_bar *d)
{
    return chart_pen_slide(&d->pen);
}

static bool is_digest(const struct scale_bar *d)
{
    return d->pen.lay->print->type == TYPE_DIGEST;
}

/* What its ends stand for is told under them, as near to the axis as its ticks let it; in a book over them.
 */
static bool ends_under(const struct scale_bar *d)
{
    return is_slide(d) || is_digest(d);
}

/* In a book, on slides and in the digest all scales of a form stand on one axis, their middle in the middle
 * of the measure. */
static bool has_axis(const struct scale_bar *d)
{
    return (chart_pen_book(&d->pen) || ends_under(d)) && d->chart->reach > 0;
}

static void set_type(struct scale_bar *d, int32_t scale)
{
    d->pen.scale = scale;
    d->gap = chart_pen_style(&d->pen, d->first).size * 2 / 3;
}

/* -- segments -------------------------------------------------------------------------------------------- */

/* How much of so long a bar lies before the middle of its points; of an odd number of them half the middle
 * one does. */
static int32_t before_middle(const struct chart *c, int64_t width, int64_t total)
{
    int64_t twice = 0;
    for (size_t i = 0; i < c->nbars; i++)
        twice += c->bars[i].value * (2 * i + 1 < c->nbars ? 2 : 2 * i + 1 == c->nbars ? 1 : 0);
    return (int32_t)(width * twice / (2 * total));
}

/* All answers are the whole measure, or so much of it that each scale of the form has room on the axis. */
static void set_segments(struct scale_bar *d)
{
    const struct chart *c = d->chart;
    int64_t total = 0, sum = 0, width = d->pen.area->width;
    int32_t left = d->pen.area->x;
    for (size_t i = 0; i < c->nbars; i++) total += c->bars[i].value;
    if (total <= 0) return;
    if (has_axis(d)) {
        d->axis = left + (int32_t)(width / 2);
        width = width * 500 / c->reach;
        left = d->axis - before_middle(c, width, total);
    }
    for (size_t i = 0; i < c->nbars; i++) {
        if (c->bars[i].value <= 0) continue;
        int32_t from = (int32_t)(width * sum / total);
        sum += c->bars[i].value;
        int32_t to = (int32_t)(width * sum / total);
        d->segments[d->n++] =
            (struct segment){left + from, to - from, &c->bars[i], ground_of(i, c->nbars), NULL};
    }
}

/* Under the parts: how far they could reach, as a hair line, for a pale band looks like the lowest point. */
static void put_axis(struct scale_bar *d, int32_t top, int32_t thick)
{
    if (!has_axis(d)) return;
    chart_pen_rect(&d->pen, d->pen.area->x, top + thick, d->pen.area->width, HAIR, STYLE_FIRM,
                   ARTIFACT_LAYOUT);
}

static void put_tick(struct scale_bar *d, int32_t from, int32_t to, uint32_t colour)
{
    chart_pen_rect(&d->pen, d->axis - TICK / 2, from, TICK, to - from, colour, ARTIFACT_LAYOUT);
}

/* Over the parts, and seen over and under them; not through the number of the one that it crosses. */
static void put_middle(struct scale_bar *d, int32_t top, int32_t thick)
{
    if (!has_axis(d)) return;
    const struct segment *on = NULL;
    for (size_t i = 0; i < d->n; i++)
        if (d->segments[i].x <= d->axis && d->axis < d->segments[i].x + d->segments[i].width)
            on = &d->segments[i];
    uint32_t colour = on ? ground_ink(on->colour) : STYLE_INK;
    int32_t end = top + thick, mid = top + thick / 2,
            half = on && on->share ? on->share->style.size * 2 / 3 : 0;
    bool crossed = half && d->axis > on->x + (on->width - on->share->widest) / 2 - TICK &&
                   d->axis < on->x + (on->width + on->share->widest) / 2 + TICK;
    put_tick(d, top - TICKED, top, STYLE_INK);
    put_tick(d, top, crossed ? mid - half : mid, colour);
    put_tick(d, crossed ? mid + half : mid, end, colour);
    put_tick(d, end, end + TICKED, STYLE_INK);
}

/* In type that fits its segment, no smaller than the least; NULL: none does. */
static struct paragraph *share_of(struct scale_bar *d, const struct segment *p, int32_t least)
{
    int32_t scale = d->pen.scale;
    struct paragraph *share = NULL;
    for (int32_t s = scale; s >= least && !share;
         s = s > least && s - TYPE_STEP < least ? least : s - TYPE_STEP) {
        d->pen.scale = s;
        share = chart_pen_on(&d->pen, p->bar->share[d->once], p->colour);
        if (share->widest + share->style.size / AIR > p->width) share = NULL;
    }
    d->pen.scale = scale;
    return share;
}

static void set_shares(struct scale_bar *d, int32_t least)
{
    for (size_t i = 0; i < d->n; i++) d->segments[i].share = share_of(d, &d->segments[i], least);
}

static void put_segments(struct scale_bar *d, int32_t top, int32_t thick)
{
    for (size_t i = 0; i < d->n; i++) {
        const struct segment *p = &d->segments[i];
        int32_t width = p->width > 2 * SEAM && i + 1 < d->n ? p->width - SEAM : p->width;
        chart_pen_rect(&d->pen, p->x, top, width, thick, p->colour, ARTIFACT_NONE);
        chart_pen_outline(&d->pen, p->x, top, width, thick);
        struct paragraph *share = p->share;
        if (share)
            chart_pen_line(&d->pen, share, 0, p->x + (p->width - share->widest) / 2,
                           top + thick / 2 + share->style.size * MIDDLE / 100, share->widest + 1000);
    }
}

/* A point in the digits of each language, beside each other; the other way it stands once for both. */
static struct str both_digits(const struct scale_bar *d, const struct bar *bar)
{
    struct str first = bar->point[d->first], second = bar->point[d->second];
    if (d->second == d->first) return first;
    return str_fmt(d->pen.lay->job->keep, "%.*s · %.*s", STR_ARGS(first), STR_ARGS(second));
}

static struct paragraph *on_paper(struct scale_bar *d, struct str words)
{
    return chart_pen_on(&d->pen, words, STYLE_PAPER);
}

/* -- the legend ------------------------------------------------------------------------------------------ */

struct legend_key {
    struct paragraph *point, *below, *first, *second; /* second, below: in the other digits, or NULL */
    struct paragraph *stands; /* what an end of the scale stands for; NULL: no end, or no room for it here */
    uint32_t colour;
    int32_t width;
};

struct legend {
    struct legend_key *at;
    size_t n, row; /* row: how many stand in one */
    int32_t chip;
    int32_t column; /* the widest key and the gap behind it; 0: in one row, each as wide as it is */
    bool stacked;   /* the second numbers stand under the first */
};

/* How high a row is, in tenths of the leading. */
static size_t row_tenths(const struct legend *l)
{
    return l->stacked && l->at[0].second ? 18 : 10;
}

/* Where numbers stand on two lines, so do the digits of their point. */
static void shape_point(struct scale_bar *d, struct legend_key *k, const struct bar *bar, bool stacked)
{
    bool parted = stacked && d->second != d->first;
    k->point = chart_pen_on(&d->pen, parted ? bar->point[d->first] : both_digits(d, bar), k->colour);
    if (parted) k->below = chart_pen_on(&d->pen, bar->point[d->second], k->colour);
}

/* The lowest point's words, the highest's; in two languages as its numbers stand. */
static struct paragraph *stands_for(struct scale_bar *d, size_t i, bool joined)
{
    const struct spans *words = i == 0 ? &d->pen.node->low : &d->pen.node->high;
    if (!words->n || (i && i + 1 < d->chart->nbars)) return NULL;
    struct paragraph *p = chart_pen_words(&d->pen, *words, joined);
    paragraph_break(d->pen.lay, p, p->widest + 1000);
    return p;
}

/* In one row, in a book and on slides in columns, each point under the same one of other scales; in several
 * rows where all keys take more than the measure. */
static void set_rows(const struct scale_bar *d, struct legend *l, int32_t all, int32_t widest)
{
    int32_t width = d->pen.area->width, between = d->gap * 5 / 4;
    l->row = l->n;
    if (!l->n || widest < 1) return;
    if ((chart_pen_book(&d->pen) || is_slide(d)) && widest <= width / (int32_t)l->n) {
        l->column = width / (int32_t)l->n;
    } else if (all > width + between) {
        size_t most = widest < width + between ? (size_t)((width + between) / widest) : 1;
        size_t rows = (l->n + most - 1) / most;
        l->row = (l->n + rows - 1) / rows;
        l->column = widest;
    }
}

static struct legend legend_shaped(struct scale_bar *d, bool stacked, bool ends)
{
    struct legend l = {.n = d->chart->nbars, .stacked = stacked};
    int32_t all = 0, widest = 0, between = d->gap * 5 / 4;
    l.at = ARENA_MANY(d->pen.lay->job->keep, struct legend_key, l.n);
    for (size_t i = 0; i < l.n; i++) {
        const struct bar *bar = &d->chart->bars[i];
        struct legend_key *k = &l.at[i];
        k->colour = ground_of(i, l.n);
        shape_point(d, k, bar, stacked);
        k->first = chart_pen_number(&d->pen, bar, d->first, true);
        if (d->second != d->first) k->second = chart_pen_number(&d->pen, bar, d->second, false);
        int32_t chip = k->below && k->below->widest > k->point->widest ? k->below->widest : k->point->widest;
        if (chip + d->gap > l.chip) l.chip = chip + d->gap;
    }
    for (size_t i = 0; i < l.n; i++) {
        struct legend_key *k = &l.at[i];
        int32_t first = k->first->widest, second = k->second ? k->second->widest : 0;
        int32_t numbers = !second          ? first
                          : !stacked       ? first + d->gap / 2 + second
                          : first > second ? first
                                           : second;
        k->width = l.chip + d->gap / 2 + numbers;
        if (ends) k->stands = stands_for(d, i, !stacked);
        if (k->stands) k->width += k->stands->widest + d->gap / 2;
        all += k->width + between;
        if (k->width + between > widest) widest = k->width + between;
    }
    set_rows(d, &l, all, widest);
    return l;
}

static size_t rows_of(const struct legend *l)
{
    return l->row ? (l->n + l->row - 1) / l->row : 0;
}

/* Whichever way is less high. */
static struct legend legend_of(struct scale_bar *d, bool ends)
{
    struct legend beside = legend_shaped(d, false, ends), stacked = legend_shaped(d, true, ends);
    return rows_of(&stacked) * row_tenths(&stacked) < rows_of(&beside) * row_tenths(&beside) ? stacked
                                                                                             : beside;
}

/* In the largest type between two that sets it in one row; else in the least. */
static struct legend legend_in(struct scale_bar *d, int32_t *scale, int32_t least, bool ends)
{
    for (;; *scale -= TYPE_STEP) {
        if (*scale < least) *scale = least;
        set_type(d, *scale);
        struct legend l = legend_of(d, ends);
        if (rows_of(&l) <= 1 || *scale == least) return l;
    }
}

/* With what its ends stand for, if that has room in one row of type that may be smaller. */
static struct legend legend_with_ends(struct scale_bar *d, int32_t *scale, int32_t least, bool *ends)
{
    int32_t given = *scale;
    struct legend l = legend_in(d, scale, least, true);
    *ends = rows_of(&l) <= 1;
    if (*ends) return l;
    *scale = given;
    return legend_in(d, scale, least, false);
}

static int32_t row_height(const struct scale_bar *d, const struct legend *l)
{
    struct style s = chart_pen_style(&d->pen, d->first);
    int32_t under = s.leading * ((int32_t)row_tenths(l) - 10) / 10;
    return s.size * 5 / 4 + under + (d->pen.lay->look.large ? d->gap * 2 / 3 : d->gap / 4);
}

/* In the middle of its chip. */
static void put_point(struct scale_bar *d, const struct legend *l, const struct paragraph *point,
                      int32_t left, int32_t y)
{
    chart_pen_line(&d->pen, point, 0, left + (l->chip - point->widest) / 2, y, point->widest + 1000);
}

static void put_key(struct scale_bar *d, const struct legend *l, const struct legend_key *k, int32_t left,
                    int32_t top)
{
    const struct style *s = &k->first->style;
    int32_t high = s->size * 5 / 4, y = top + high / 2 + s->size * MIDDLE / 100,
            x = left + l->chip + d->gap / 2, under = s->leading * 8 / 10,
            both = k->below ? high + under : high;
    chart_pen_rect(&d->pen, left, top, l->chip, both, k->colour, ARTIFACT_LAYOUT);
    chart_pen_outline(&d->pen, left, top, l->chip, both);
    put_point(d, l, k->point, left, y);
    if (k->below) put_point(d, l, k->below, left, y + under);
    for (size_t i = 0; k->stands && i < k->stands->nlines; i++)
        chart_pen_line(&d->pen, k->stands, i, x, y + (int32_t)i * under, k->stands->widest + 1000);
    if (k->stands) x += k->stands->widest + d->gap / 2;
    chart_pen_line(&d->pen, k->first, 0, x, y, k->first->widest + 1000);
    if (!k->second) return;
    if (l->stacked)
        y += under;
    else
        x += k->first->widest + d->gap / 2;
    chart_pen_line(&d->pen, k->second, 0, x, y, k->second->widest + 1000);
}

/* Returns where it ends. */
static int32_t put_legend(struct scale_bar *d, const struct legend *l, int32_t top)
{
    int32_t x = d->pen.area->x, row = row_height(d, l);
    for (size_t i = 0; i < l->n; i++) {
        int32_t left = l->column ? d->pen.area->x + (int32_t)(i % l->row) * l->column : x;
        put_key(d, l, &l->at[i], left, top + (int32_t)(i / l->row) * row);
        x += l->at[i].width + d->gap * 5 / 4;
    }
    return top + (int32_t)rows_of(l) * row;
}

/* -- what its ends stand for ----------------------------------------------------------------------------- */

static int32_t lines_height(const struct paragraph *p)
{
    return (int32_t)p->nlines * p->style.leading - p->style.leading / 8;
}

static struct paragraph *end_number(struct scale_bar *d, size_t i)
{
    return on_paper(d, d->chart->bars[i ? d->chart->nbars - 1 : 0].point[d->once]);
}

/* An end of the scale: its words behind its number. */
struct scale_end {
    struct paragraph *number, *words;
    int32_t from, wide; /* where the words begin; how wide they are */
};

static struct scale_end end_of(struct scale_bar *d, size_t i, bool joined)
{
    struct scale_end e = {.number = end_number(d, i)};
    e.words = chart_pen_words(&d->pen, i ? d->pen.node->high : d->pen.node->low, joined);
    e.from = e.number->widest + d->gap / 2;
    return e;
}

static bool has_words(const struct scale_bar *d, size_t i)
{
    return d->chart->nbars && (i ? d->pen.node->high.n : d->pen.node->low.n);
}

/* The points in the middle, or the one that is: over the axis. NULL: no axis, or a key alone tells the
 * points. */
static struct paragraph *middle_number(struct scale_bar *d)
{
    size_t n = d->chart->nbars;
    if (!has_axis(d) || ends_under(d) || n < 3) return NULL;
    struct str low = d->chart->bars[(n - 1) / 2].point[d->once], high = d->chart->bars[n / 2].point[d->once];
    if (n % 2) return on_paper(d, low);
    return on_paper(d, str_fmt(d->pen.lay->job->keep, "%.*s–%.*s", STR_ARGS(low), STR_ARGS(high)));
}

/* How much of the measure an end's words have: what stands over the middle is between them. */
static int32_t end_room(struct scale_bar *d)
{
    struct paragraph *middle = middle_number(d);
    return (d->pen.area->width - (middle ? 2 * d->gap + middle->widest : 2 * d->gap)) / 2;
}

/* Whether the ends' words have room on one line, languages beside each other. */
static bool ends_fit(struct scale_bar *d)
{
    int32_t both = 0, most = 0, half = end_room(d);
    for (size_t i = 0; i < 2; i++) {
        if (!has_words(d, i)) continue;
        struct scale_end e = end_of(d, i, true);
        int32_t wide = e.from + e.words->widest;
        both += wide;
        if (wide > most) most = wide;
    }
    return has_axis(d) ? most <= half : both <= 2 * half;
}

/* They stand alike over all scales of the document. */
static bool ends_joined(const struct scale_bar *d)
{
    struct scale_ends *all = &d->pen.lay->scale_ends;
    if (all->width == d->pen.area->width && all->scale == d->pen.scale) return all->joined;
    *all = (struct scale_ends){d->pen.area->width, d->pen.scale, true};
    for (const struct node *n = d->pen.lay->tree->root; n && all->joined; n = node_after(n)) {
        struct scale_bar other = *d;
        other.pen.node = n;
        other.chart = n->chart;
        if (n->role == ROLE_CHART && n->chart && n->chart->scale) all->joined = ends_fit(&other);
    }
    return all->joined;
}

/* Its words in lines, as wide as it has room or less. */
static struct scale_end end_set(struct scale_bar *d, size_t i)
{
    bool joined = ends_joined(d);
    struct scale_end e = end_of(d, i, joined);
    int32_t side = joined ? e.words->widest : end_room(d) - e.from;
    if (i && ends_under(d)) e.words->style.align = ALIGN_RIGHT;
    paragraph_break(d->pen.lay, e.words, side > 0 ? side : 1);
    e.wide = e.words->widest < side ? e.words->widest : side;
    return e;
}

static int32_t ends_height(struct scale_bar *d)
{
    int32_t most = 0;
    for (size_t i = 0; i < 2; i++) {
        int32_t high = has_words(d, i) ? lines_height(end_set(d, i).words) : 0;
        if (high > most) most = high;
    }
    return most;
}

/* The lowest at the measure's left edge, the highest at its right one; its number before its first line. */
static void put_end(struct scale_bar *d, size_t i, int32_t top)
{
    struct scale_end e = end_set(d, i);
    const struct paragraph *p = e.words;
    int32_t x = d->pen.area->x + (i ? d->pen.area->width - e.from - e.wide : 0), y = top + p->style.depth,
            in = p->style.align == ALIGN_RIGHT && p->nlines ? e.wide - p->lines[0].width : 0;
    chart_pen_line(&d->pen, e.number, 0, x + in, y, e.number->widest + 1000);
    for (size_t k = 0; k < p->nlines; k++)
        chart_pen_line(&d->pen, p, k, x + e.from, y + (int32_t)k * p->style.leading, e.wide);
}

/* Each behind its number, and over the axis that of its middle, on the last line. Returns how high they are.
 */
static int32_t put_ends(struct scale_bar *d, int32_t top)
{
    struct paragraph *middle = middle_number(d);
    int32_t high = ends_height(d);
    for (size_t i = 0; i < 2; i++)
        if (has_words(d, i)) put_end(d, i, top);
    if (middle && high) {
        struct style s = chart_pen_style(&d->pen, d->first);
        int32_t line = top + high + s.leading / 8 - s.leading + s.depth;
        chart_pen_line(&d->pen, middle, 0, d->axis - middle->widest / 2, line, middle->widest + 1000);
    }
    return high;
}

/* What the words leave of a slide is the bar's. */
static int32_t thickness(const struct scale_bar *d, int32_t words)
{
    int32_t size = chart_pen_style(&d->pen, d->first).size,
            thick = size * (d->pen.lay->print->type == TYPE_DIGEST ? THIN : THICK) / 100;
    if (!is_slide(d)) return thick;
    int32_t left = slide_left(d->pen.lay) - words - d->pen.lay->look.unit, most = size * THICKEST / 100;
    if (left > most) left = most;
    return left > thick ? left : thick;
}

/* A legend tells the points and all their shares, in the type that sets it in one row. ends: it tells what
 * they stand for, too. */
static struct legend legend_for(struct scale_bar *d, int32_t *numbers, int32_t given, bool *ends)
{
    *ends = false;
    if (chart_pen_book(&d->pen) || ends_under(d)) return legend_in(d, numbers, given, false);
    return legend_with_ends(d, numbers, given, ends);
}

static struct scale_bar begin(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct scale_bar d = {.pen = chart_pen_new(lay, area, node), .chart = node->chart};
    d.first = chart_pen_first(&d.pen);
    d.second = chart_pen_second(&d.pen);
    d.once = tree_numerals(lay->tree);
    d.segments = ARENA_MANY(lay->job->keep, struct segment, d.chart->nbars);
    set_segments(&d);
    return d;
}

/* From what stands over the legend to it. */
static int32_t over_legend(const struct scale_bar *d)
{
    if (is_digest(d)) return d->gap / 2;
    int32_t least = ends_under(d) ? 0 : chart_pen_book(&d->pen) ? NEARER : UNDER;
    return d->gap > least ? d->gap : least;
}

/* From the bar's foot to its ends' words. */
static int32_t over_ends(const struct scale_bar *d)
{
    return TICKED + d->gap / 4;
}

void scale_bar_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct scale_bar d = begin(lay, area, node);
    int32_t given = is_slide(&d) ? 1000 : d.pen.scale, words = is_slide(&d) ? GROWN : given, numbers = words;
    int32_t pad = is_digest(&d) ? 0 : style_length(&lay->look, PAD);
    bool told;
    struct legend legend = legend_for(&d, &numbers, given, &told);
    set_type(&d, words);
    struct style s = chart_pen_style(&d.pen, d.first);
    if (is_slide(&d)) chart_pen_band(&d.pen, d.gap / 2, 0)->keep = true;
    int32_t top = (told || ends_under(&d) ? 0 : put_ends(&d, 0)) + TICKED + NEAR;
    set_shares(&d, is_slide(&d) ? given : chart_pen_book(&d.pen) ? words * SMALLER / 1000 : words);
    set_type(&d, numbers);
    int32_t under = over_legend(&d), legend_height = (int32_t)rows_of(&legend) * row_height(&d, &legend);
    set_type(&d, given);
    int32_t ends = ends_under(&d) ? over_ends(&d) + ends_height(&d) : 0;
    set_type(&d, words);
    int32_t thick = thickness(&d, top + ends + under + legend_height + pad), foot = top + thick;
    put_axis(&d, top, thick);
    put_segments(&d, top, thick);
    put_middle(&d, top, thick);
    set_type(&d, given);
    if (ends) put_ends(&d, foot + over_ends(&d));
    set_type(&d, numbers);
    int32_t end = put_legend(&d, &legend, foot + ends + under);
    struct box *b = chart_pen_band(&d.pen, end + pad, 0);
    b->first = s.depth;
    area->galley->after = lay->look.unit;
}
