#include "layout/diverge.h"

#include "layout/block.h"

enum { SIDE = 23 /* per cent of the width for the words at each end */, GAP = 7000, SEAM = 700, PAD = 3000 };

struct lean {
    struct lay *lay;
    struct set *set;
    const struct node *node;
    const struct chart *chart;
    struct style style;
    int32_t axis, half; /* where the middle is; the length of a side */
    long total, left;   /* answers; twice those left of the axis */
    VEC(struct item) items;
};

static enum lang spans_lang(const struct lean *d, struct spans spans)
{
    for (size_t i = 0; i < spans.n; i++)
        if (spans.at[i].lang != LANG_NONE) return spans.at[i].lang;
    enum lang lang = node_lang(d->node);
    return lang == LANG_NONE ? d->lay->tree->lang : lang;
}

static void add_line(struct lean *d, const struct par *p, size_t line, int32_t x, int32_t y, int32_t width)
{
    size_t n = 0;
    const struct item *it = par_finish(d->lay, p, &p->lines[line], x, y, width, &n);
    for (size_t i = 0; i < n; i++) VEC_ADD(d->lay->job->keep, d->items, it[i]);
}

/* What stands at one end, in two languages on one line where that fits. */
static struct par *end_words(struct lean *d, struct spans spans, int32_t width, enum align align)
{
    enum lang lang = spans_lang(d, spans);
    struct par *p = NULL;
    for (int joined = 1; joined >= 0; joined--) {
        struct style style = style_of(&d->lay->look, ROLE_CHART, lang, STYLE_TEXT);
        style.align = align;
        p = par_new(d->lay, d->node, style, lang);
        if (joined)
            par_joined(d->lay, p, spans, d->set);
        else
            par_spans(d->lay, p, spans, d->set, PART_SELF);
        par_prepare(d->lay, p);
        if (p->widest <= width) break;
    }
    par_break(d->lay, p, width);
    return p;
}

static struct par *small_words(struct lean *d, struct str words, bool bold, uint32_t colour)
{
    enum lang lang = d->lay->tree->lang;
    struct style style = d->style;
    style.bold = bold;
    style.colour = colour;
    struct par *p = par_new(d->lay, d->node, style, lang);
    par_words(d->lay, p, words, lang, PART_SELF);
    par_prepare(d->lay, p);
    par_break(d->lay, p, d->half);
    return p;
}

static int32_t length_of(const struct lean *d, long twice)
{
    long most = d->chart->most > 0 ? d->chart->most : 1000;
    return d->total ? (int32_t)((int64_t)d->half * twice * 500 / (d->total * most)) : 0;
}

/* From the ends' full colours to pale ones beside the middle, which is grey. */
static uint32_t colour_of(size_t i, size_t n)
{
    size_t mid = n / 2, from = i < mid ? i : n - 1 - i;
    uint32_t full = i < mid ? STYLE_OCHRE : STYLE_BLUE, mixed = 0;
    if (n % 2 && i == mid) return STYLE_HAIR;
    for (int shift = 0; shift <= 16; shift += 8) {
        uint32_t c = full >> shift & 0xFF, steps = (uint32_t)(mid > 1 ? mid : 2);
        mixed |= (c + (0xFF - c) * (uint32_t)from * 3 / (steps * 3 - 1)) << shift;
    }
    return mixed;
}

/* Words over or under a part, beside the last ones where it is too narrow for them. */
static void put_words(struct lean *d, const struct par *p, int32_t centre, int32_t y, int32_t *taken)
{
    int32_t x = centre - p->widest / 2;
    if (x < *taken) x = *taken;
    if (p->nlines) add_line(d, p, 0, x, y, p->widest + 1000);
    *taken = x + p->widest + SEAM * 4;
}

static void put_parts(struct lean *d, int32_t above, int32_t top, int32_t thick, int32_t below)
{
    int32_t x = d->axis - length_of(d, d->left), over = d->axis - d->half, under = over;
    for (size_t i = 0; i < d->chart->nbars; i++) {
        const struct bar *b = &d->chart->bars[i];
        int32_t width = length_of(d, 2 * b->value);
        if (b->value <= 0) continue;
        struct item rect = block_rect(d->node, x, top, width > 2 * SEAM ? width - SEAM : width, thick,
                                      colour_of(i, d->chart->nbars));
        rect.artifact = ARTIFACT_NONE;
        VEC_ADD(d->lay->job->keep, d->items, rect);
        put_words(d, small_words(d, b->value_text, true, STYLE_INK), x + width / 2, above, &over);
        put_words(d, small_words(d, b->point, false, STYLE_GREY), x + width / 2, below, &under);
        x += width;
    }
}

static void put_ends(struct lean *d, int32_t side, int32_t middle)
{
    struct par *ends[] = {end_words(d, d->node->low, side, ALIGN_RIGHT),
                          end_words(d, d->node->high, side, ALIGN_LEFT)};
    int32_t at[] = {d->set->x, d->set->x + d->set->width - side};
    for (size_t i = 0; i < 2; i++) {
        const struct style *s = &ends[i]->style;
        int32_t y = middle - (int32_t)ends[i]->nlines * s->leading / 2 + s->depth;
        for (size_t k = 0; k < ends[i]->nlines; k++, y += s->leading) add_line(d, ends[i], k, at[i], y, side);
    }
}

static void measure(struct lean *d)
{
    size_t n = d->chart->nbars;
    for (size_t i = 0; i < n; i++) {
        long value = d->chart->bars[i].value;
        d->total += value;
        d->left += n % 2 && i == n / 2 ? value : i < n / 2 ? 2 * value : 0;
    }
}

void diverge_put(struct lay *lay, struct set *set, const struct node *node)
{
    struct lean d = {.lay = lay, .set = set, .node = node, .chart = node->chart};
    d.style = style_of(&lay->look, ROLE_CHART, lay->tree->lang, STYLE_TEXT);
    int32_t gap = look_length(&lay->look, GAP), side = set->width * SIDE / 100, line = d.style.leading;
    d.half = (set->width - 2 * side - 2 * gap) / 2;
    d.axis = set->x + set->width / 2;
    if (d.half < 0) d.half = 0;
    measure(&d);
    int32_t thick = d.style.size * 5 / 4, top = line + line / 8,
            below = top + thick + d.style.depth + line / 8;
    put_ends(&d, side, top + thick / 2);
    struct item axis = block_rect(node, d.axis - 250, top - 2000, 500, thick + 4000, STYLE_INK);
    put_parts(&d, d.style.depth, top, thick, below);
    VEC_ADD(lay->job->keep, d.items, axis);
    struct box *b =
        block_band(lay, set, d.items.at, d.items.n,
                   below + line - d.style.depth + look_length(&lay->look, PAD), lay->look.unit / 2);
    b->first = d.style.depth;
    set->strip->after = lay->look.unit;
}
