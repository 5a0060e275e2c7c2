#include "layout/block/scale_field.h"

#include "khmer/number.h"
#include "layout/level_turns.h"
#include "layout/paragraph/paragraph_break.h"
#include "layout/paragraph/paragraph_lines.h"

#define LEAST_STEP STYLE_MM(7)  /* from one box to the next, */
#define MOST_STEP  STYLE_MM(11) /* where the measure has room */

enum { BOX_LINE = 700, TICK = STYLE_TICK, GAP = STYLE_TICK_GAP, MOST_POINTS = 11, NUMBERS_APART = 3000 };

struct item scale_field_tick(const struct node *node, int32_t x, int32_t y)
{
    return (struct item){.kind = ITEM_FRAME,
                         .node = node,
                         .colour = STYLE_INK,
                         .x = x,
                         .y = y,
                         .width = TICK,
                         .height = TICK,
                         .line_width = BOX_LINE};
}

static struct paragraph *scale_par(struct layout_context *lay, const struct node *scale, enum lang lang,
                                   enum align align)
{
    struct style s = style_of(&lay->look, ROLE_SCALE, lang, STYLE_TEXT);
    s.before = s.after = 0;
    s.align = align;
    return paragraph_new(lay, scale, s, lang);
}

/* Words at a scale's end. */
static struct paragraph *end_par(struct layout_context *lay, const struct area *area,
                                 const struct node *scale, struct spans spans, enum part part,
                                 enum align align)
{
    enum lang lang = node_lang(scale);
    for (size_t i = 0; i < spans.n && lang == LANG_NONE; i++) lang = spans.at[i].lang;
    if (lang == LANG_NONE) lang = lay->tree->lang;
    struct paragraph *p = scale_par(lay, scale, lang, align);
    p->mixed = spans.n > 1;
    p->base = p->style.size;
    paragraph_spans(lay, p, spans, area, part);
    paragraph_prepare(lay, p);
    return p;
}

/* A label at either end; its galley stands beside the boxes. */
static struct galley *scale_end(struct layout_context *lay, struct area *area, const struct node *scale,
                                struct spans spans, enum part part, enum align align, int32_t x,
                                int32_t width)
{
    struct area c = area_column(lay, area, x, width);
    struct paragraph *p = end_par(lay, area, scale, spans, part, align);
    paragraph_lines_put(lay, &c, p);
    return c.galley;
}

static void number_words(struct layout_context *lay, struct paragraph *p, int i, enum lang l)
{
    if (p->nruns) paragraph_words(lay, p, STR(" "), l, PART_SELF);
    paragraph_words(lay, p, number_plain(lay->job->keep, i + 1, l), l, PART_SELF);
}

/* A point's number, as each of the form's languages writes it. */
static struct paragraph *number_par(struct layout_context *lay, const struct node *scale, int i, bool both)
{
    enum lang l = both ? lang_or(lay->tree->lang, (enum lang)0) : tree_numerals(lay->tree);
    struct paragraph *p = scale_par(lay, scale, l, ALIGN_CENTRE);
    if (both) p->style.size = style_of(&lay->look, ROLE_SMALL, l, STYLE_TEXT).size; /* pairs stand apart */
    number_words(lay, p, i, l);
    if (both) number_words(lay, p, i, lang_other(l));
    paragraph_prepare(lay, p);
    return p;
}

/* Where the widest of them stands apart from the next; else they stand once for both. */
static bool has_both(struct layout_context *lay, const struct node *scale, int points, int32_t step)
{
    return lay->tree->both && number_par(lay, scale, points - 1, true)->widest + NUMBERS_APART <= step;
}

static void put_numbers(struct layout_context *lay, struct area *area, const struct node *scale, int points,
                        int32_t step)
{
    VEC(struct item) items = {0};
    struct style s = style_of(&lay->look, ROLE_SCALE, LANG_NONE, STYLE_TEXT);
    int32_t first = s.leading * 8 / 10;
    bool both = has_both(lay, scale, points, step);
    for (int i = 0; i < points; i++) {
        struct paragraph *p = number_par(lay, scale, i, both);
        size_t n = 0;
        paragraph_break(lay, p, step);
        const struct item *it =
            p->nlines ? paragraph_finish(lay, p, &p->lines[0], i * step, first, step, &n) : NULL;
        for (size_t k = 0; k < n; k++) VEC_ADD(lay->job->keep, items, it[k]);
    }
    struct box *b = area_band(lay, area, items.at, items.n, s.leading * 12 / 10, 0);
    b->first = first;
    b->turns = true;
}

static struct galley *scale_boxes(struct layout_context *lay, struct area *area, const struct node *scale,
                                  int points, int32_t x, int32_t width)
{
    struct area c = area_column(lay, area, x, width);
    struct item *it = ARENA_MANY(lay->job->keep, struct item, points);
    struct style s = style_of(&lay->look, ROLE_SCALE, LANG_NONE, STYLE_TEXT);
    int32_t step = width / points;
    for (int i = 0; i < points; i++) it[i] = scale_field_tick(scale, i * step + (step - TICK) / 2, 0);
    struct box *b = area_band(lay, &c, it, (size_t)points, TICK, 0);
    b->first = TICK / 2 + s.size * 38 / 100;
    b->keep = true;
    put_numbers(lay, &c, scale, points, step);
    return c.galley;
}

/* -- beside what is asked -- */

bool scale_field_asked(const struct node *question)
{
    return question->role == ROLE_QUESTION && question->first != question->last &&
           question->last->role == ROLE_SCALE;
}

static int points_of(const struct node *scale)
{
    return scale->count < 2 ? 2 : scale->count > MOST_POINTS ? MOST_POINTS : scale->count;
}

static int32_t wider(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* What all scales of a form want, so that their boxes stand under each other. */
struct scale_wants {
    int32_t low, high, points;
};

static struct scale_wants wants_of(struct layout_context *lay, const struct area *area, const struct node *s,
                                   struct scale_wants w)
{
    w.low = wider(w.low, end_par(lay, area, s, s->low, PART_LOW, ALIGN_LEFT)->widest + 1);
    w.high = wider(w.high, end_par(lay, area, s, s->high, PART_HIGH, ALIGN_LEFT)->widest + 1);
    w.points = wider(w.points, points_of(s));
    return w;
}

static struct scale_wants wants_of_all(struct layout_context *lay, const struct area *area,
                                       const struct node *form, struct scale_wants w)
{
    for (const struct node *q = form ? form->first : NULL; q; q = q->next)
        if (scale_field_asked(q)) w = wants_of(lay, area, q->last, w);
    return w;
}

static int32_t width_of(const struct scale_wants *w, int32_t step)
{
    return w->low + w->points * step + w->high + 2 * GAP;
}

int32_t scale_field_width(struct layout_context *lay, const struct area *area, const struct node *form)
{
    struct scale_wants w = wants_of_all(lay, area, form, (struct scale_wants){0});
    return width_of(&w, LEAST_STEP);
}

/* Its words break where the boxes leave them less than they want: those of one end have what the other's do
 * not want. */
static int32_t fitted(struct scale_wants *w, int32_t width)
{
    int32_t room = width - w->points * LEAST_STEP - 2 * GAP, half = room / 2;
    if (w->low + w->high > room) {
        int32_t low = w->low < half ? w->low : w->high < half ? room - w->high : half;
        w->high = room - low;
        w->low = low;
    }
    int32_t step = (width - w->low - w->high - 2 * GAP) / w->points;
    return step < MOST_STEP ? step : MOST_STEP;
}

/* The words at either end stand next to its boxes: beside what it asks up to them, under that at its edge. */
void scale_field_put(struct layout_context *lay, struct area *area, const struct node *scale)
{
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, 3);
    struct scale_wants w = wants_of(lay, area, scale, (struct scale_wants){0});
    w = wants_of_all(lay, area, scale->parent->parent, w);
    enum align align = area->width == width_of(&w, LEAST_STEP) ? ALIGN_RIGHT : ALIGN_LEFT;
    int points = points_of(scale);
    int32_t step = fitted(&w, area->width), at = area->x + w.low + GAP, to = at + points * step;
    columns[0] = scale_end(lay, area, scale, scale->low, PART_LOW, align, area->x, w.low);
    columns[1] = scale_boxes(lay, area, scale, points, at, points * step);
    columns[2] = scale_end(lay, area, scale, scale->high, PART_HIGH, ALIGN_LEFT, to + GAP, w.high);
    area->galley->after = lay->look.unit;
    level_turns(NULL, columns, 3);
    area_group(lay, area, columns, 3, true);
    area->galley->after = lay->look.unit * 2;
}
