#include "layout/diverging_bar.h"

#include "layout/paragraph/paragraph_break.h"

enum { GAP = 7000, SEAM = 700, PAD = 3000, OUTLINE = 350 };

struct diverging_bar {
    struct layout_context *lay;
    struct area *area;
    const struct node *node;
    const struct chart *chart;
    struct style style;
    int32_t axis, half; /* where the middle is; the length of a side */
    long total, left;   /* answers; twice those left of the axis */
    VEC(struct item) items;
};

static enum lang spans_lang(const struct diverging_bar *d, struct spans spans)
{
    for (size_t i = 0; i < spans.n; i++)
        if (spans.at[i].lang != LANG_NONE) return spans.at[i].lang;
    enum lang lang = node_lang(d->node);
    return lang == LANG_NONE ? d->lay->tree->lang : lang;
}

static void add_line(struct diverging_bar *d, const struct paragraph *p, size_t line, int32_t x, int32_t y,
                     int32_t width)
{
    size_t n = 0;
    const struct item *it = paragraph_finish(d->lay, p, &p->lines[line], x, y, width, &n);
    for (size_t i = 0; i < n; i++) VEC_ADD(d->lay->job->keep, d->items, it[i]);
}

/* What stands at one end, in two languages on one line where that fits. */
static struct paragraph *end_words(struct diverging_bar *d, struct spans spans, int32_t width,
                                   enum align align)
{
    enum lang lang = spans_lang(d, spans);
    struct paragraph *p = NULL;
    for (int joined = 1; joined >= 0; joined--) {
        struct style style = style_of(&d->lay->look, ROLE_CHART, lang, STYLE_TEXT);
        style.align = align;
        p = paragraph_new(d->lay, d->node, style, lang);
        if (joined)
            paragraph_joined(d->lay, p, spans, d->area);
        else
            paragraph_spans(d->lay, p, spans, d->area, PART_SELF);
        paragraph_prepare(d->lay, p);
        if (p->widest <= width) break;
    }
    paragraph_break(d->lay, p, width);
    return p;
}

static struct paragraph *small_words(struct diverging_bar *d, struct str words, bool bold, uint32_t colour)
{
    enum lang lang = d->lay->tree->lang;
    struct style style = d->style;
    style.bold = bold;
    style.colour = colour;
    struct paragraph *p = paragraph_new(d->lay, d->node, style, lang);
    paragraph_words(d->lay, p, words, lang, PART_SELF);
    paragraph_prepare(d->lay, p);
    paragraph_break(d->lay, p, d->half);
    return p;
}

static int32_t length_of(const struct diverging_bar *d, long twice)
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

struct label {
    struct paragraph *par;
    int32_t x;
};

/* Words over or under the parts, each at its part's middle where there is room, else beside the one before;
 * none leaves the area's width while there is room at all. */
static void put_words(struct diverging_bar *d, struct label *labels, size_t n, int32_t y)
{
    int32_t from = d->area->x, to = d->area->x + d->area->width, gap = d->style.size * 2 / 3;
    for (size_t i = 0; i < n; i++) {
        if (labels[i].x < from) labels[i].x = from;
        from = labels[i].x + labels[i].par->widest + gap;
    }
    for (size_t i = n; i-- > 0;) {
        int32_t most = to - labels[i].par->widest;
        if (labels[i].x > most) labels[i].x = most;
        to = labels[i].x - gap;
    }
    for (size_t i = 0; i < n; i++)
        if (labels[i].par->nlines)
            add_line(d, labels[i].par, 0, labels[i].x, y, labels[i].par->widest + 1000);
}

static struct label label_of(struct diverging_bar *d, struct str words, bool bold, uint32_t colour,
                             int32_t centre)
{
    struct paragraph *p = small_words(d, words, bold, colour);
    return (struct label){p, centre - p->widest / 2};
}

/* Pale parts and their bounds are seen in one-bit print, too. */
static struct item outline(const struct item *part)
{
    struct item it = *part;
    it.kind = ITEM_FRAME;
    it.artifact = ARTIFACT_LAYOUT;
    it.colour = STYLE_FIRM;
    it.line_width = OUTLINE;
    return it;
}

static void put_parts(struct diverging_bar *d, int32_t above, int32_t top, int32_t thick, int32_t below)
{
    int32_t x = d->axis - length_of(d, d->left);
    struct arena *a = d->lay->job->keep;
    struct label *over = ARENA_MANY(a, struct label, d->chart->nbars);
    struct label *under = ARENA_MANY(a, struct label, d->chart->nbars);
    size_t n = 0;
    for (size_t i = 0; i < d->chart->nbars; i++) {
        const struct bar *b = &d->chart->bars[i];
        int32_t width = length_of(d, 2 * b->value);
        if (b->value <= 0) continue;
        struct item rect = area_rect(d->node, x, top, width > 2 * SEAM ? width - SEAM : width, thick,
                                     colour_of(i, d->chart->nbars));
        rect.artifact = ARTIFACT_NONE;
        VEC_ADD(a, d->items, rect);
        VEC_ADD(a, d->items, outline(&rect));
        over[n] = label_of(d, b->value_text, true, STYLE_INK, x + width / 2);
        under[n++] = label_of(d, b->point, false, STYLE_GREY, x + width / 2);
        x += width;
    }
    put_words(d, over, n, above);
    put_words(d, under, n, below);
}

/* Under the bar: at the left what stands for the first point, at the right for the last. Returns where they
 * end. */
static int32_t put_ends(struct diverging_bar *d, int32_t top)
{
    int32_t side = (d->area->width - style_length(&d->lay->look, GAP)) / 2, end = top;
    struct paragraph *ends[] = {end_words(d, d->node->low, side, ALIGN_LEFT),
                                end_words(d, d->node->high, side, ALIGN_RIGHT)};
    int32_t at[] = {d->area->x, d->area->x + d->area->width - side};
    for (size_t i = 0; i < 2; i++) {
        const struct style *s = &ends[i]->style;
        int32_t y = top + s->depth;
        for (size_t k = 0; k < ends[i]->nlines; k++, y += s->leading) add_line(d, ends[i], k, at[i], y, side);
        if (ends[i]->nlines && y - s->depth > end) end = y - s->depth;
    }
    return end;
}

static void measure(struct diverging_bar *d)
{
    size_t n = d->chart->nbars;
    for (size_t i = 0; i < n; i++) {
        long value = d->chart->bars[i].value;
        d->total += value;
        d->left += n % 2 && i == n / 2 ? value : i < n / 2 ? 2 * value : 0;
    }
}

void diverging_bar_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct diverging_bar d = {.lay = lay, .area = area, .node = node, .chart = node->chart};
    d.style = style_of(&lay->look, ROLE_CHART, lay->tree->lang, STYLE_TEXT);
    int32_t line = d.style.leading;
    d.half = area->width / 2;
    d.axis = area->x + area->width / 2;
    measure(&d);
    int32_t thick = d.style.size * 5 / 4, top = line + line / 8, below = top + thick + line / 8;
    struct item axis = area_rect(node, d.axis - 250, top - 2000, 500, thick + 4000, STYLE_INK);
    put_parts(&d, d.style.depth, top, thick, below + d.style.depth);
    int32_t end = put_ends(&d, below + line);
    VEC_ADD(lay->job->keep, d.items, axis);
    struct box *b =
        area_band(lay, area, d.items.at, d.items.n, end + style_length(&lay->look, PAD), lay->look.unit / 2);
    b->first = d.style.depth;
    area->galley->after = lay->look.unit;
}
