#include "layout/chart.h"

#include "layout/diverging_bar.h"
#include "layout/paragraph/paragraph_break.h"

enum {
    MOST_LABEL = 46 /* per cent of the width */,
    MOST_CLOSE = 58, /* where lines are dear */
    MOST_VALUE = 50,
    GAP = 6000,
    PAD = 2500,
    THIN = 500,
    FEW = 4,
    LONG = 5 /* bars */
};

struct plot {
    const struct node *node;
    const struct chart *chart;
    struct paragraph **label, **value;
    int32_t x, gap, label_width, value_width, bar; /* bar: the longest */
};

static enum lang label_lang(const struct layout_context *lay, const struct node *node, struct spans spans)
{
    enum lang lang = node_lang(node);
    for (size_t i = 0; i < spans.n && lang == LANG_NONE; i++) lang = spans.at[i].lang;
    return lang == LANG_NONE ? lay->tree->lang : lang;
}

static struct paragraph *shape_label(struct layout_context *lay, const struct area *area,
                                     const struct node *node, struct spans spans, bool joined)
{
    enum lang lang = label_lang(lay, node, spans);
    struct paragraph *p = paragraph_new(lay, node, style_of(&lay->look, ROLE_CHART, lang, STYLE_TEXT), lang);
    if (joined)
        paragraph_joined(lay, p, spans, area);
    else
        paragraph_spans(lay, p, spans, area, PART_SELF);
    paragraph_prepare(lay, p);
    return p;
}

/* Labels in two languages stand on one line where all of them fit so. */
static void shape_labels(struct layout_context *lay, const struct area *area, struct plot *p)
{
    int32_t most = area->width * (lay->print->type == TYPE_CLOSE ? MOST_CLOSE : MOST_LABEL) / 100;
    bool fit = false;
    for (int joined = 1; joined >= 0 && !fit; joined--) {
        p->label_width = 0;
        for (size_t i = 0; i < p->chart->nbars; i++) {
            p->label[i] = shape_label(lay, area, p->node, p->chart->bars[i].label, joined);
            if (p->label[i]->widest > p->label_width) p->label_width = p->label[i]->widest;
        }
        fit = p->label_width <= most;
    }
    if (p->label_width > most) p->label_width = most;
}

static void shape_values(struct layout_context *lay, const struct area *area, struct plot *p)
{
    for (size_t i = 0; i < p->chart->nbars; i++) {
        enum lang lang = p->label[i]->lang;
        struct style style = style_of(&lay->look, ROLE_CHART, lang, STYLE_TEXT);
        style.bold = true;
        p->value[i] = paragraph_new(lay, p->node, style, lang);
        paragraph_words(lay, p->value[i], p->chart->bars[i].value_text, lang, PART_SELF);
        paragraph_prepare(lay, p->value[i]);
        if (p->value[i]->widest > p->value_width) p->value_width = p->value[i]->widest;
    }
    int32_t most = area->width * MOST_VALUE / 100;
    if (p->value_width > most) p->value_width = most;
}

static int32_t bar_length(const struct plot *p, long value)
{
    long most = p->chart->most;
    for (size_t i = 0; i < p->chart->nbars; i++)
        most = p->chart->bars[i].value > most ? p->chart->bars[i].value : most;
    if (most <= 0 || value <= 0) return 0;
    return (int32_t)((double)p->bar * (double)value / (double)most);
}

struct pieces {
    VEC(struct item) list;
};

static void add_line(struct layout_context *lay, struct pieces *out, const struct paragraph *p, size_t line,
                     int32_t x, int32_t y, int32_t width)
{
    size_t n = 0;
    const struct item *it = paragraph_finish(lay, p, &p->lines[line], x, y, width, &n);
    for (size_t i = 0; i < n; i++) VEC_ADD(lay->job->keep, out->list, it[i]);
}

/* A bar and its number, half way down its label. */
static void add_bar(struct layout_context *lay, struct pieces *out, const struct plot *p, size_t i, int32_t y)
{
    struct paragraph *value = p->value[i];
    int32_t length = bar_length(p, p->chart->bars[i].value), thick = p->label[i]->style.size * 3 / 4;
    struct item rect = area_rect(p->node, p->x + p->label_width + p->gap, y - thick,
                                 length > THIN ? length : THIN, thick, STYLE_BLUE);
    rect.artifact = ARTIFACT_NONE;
    VEC_ADD(lay->job->keep, out->list, rect);
    paragraph_break(lay, value, p->value_width + 1000);
    if (value->nlines)
        add_line(lay, out, value, 0, rect.x + rect.width + p->gap * 2 / 3, y, p->value_width + 1000);
}

/* A remark on the chart stays with it; words from the forms may go on overleaf. */
static bool quotes_follow(const struct node *chart)
{
    const struct node *n = chart->next;
    while (n && (n->role == ROLE_PAIR || n->role == ROLE_SIDE)) n = n->first;
    return n && n->role == ROLE_QUOTE;
}

/* One band, or one for each line of a label that is more than a few lines long; then the bar is on the last.
 */
static void put_bar(struct layout_context *lay, struct area *area, const struct plot *p, size_t i)
{
    struct paragraph *label = p->label[i];
    const struct style *s = &label->style;
    struct pieces out = {0};
    int32_t y = s->depth;
    paragraph_break(lay, label, p->label_width);
    bool few = label->nlines <= FEW;
    for (size_t k = 0; k < label->nlines; k++) {
        add_line(lay, &out, label, k, p->x, y, p->label_width);
        if (k + 1 == label->nlines) break;
        if (few) {
            y += s->leading;
            continue;
        }
        area_band(lay, area, out.list.at, out.list.n, s->leading, 0)->keep = k == 0 || k + 2 == label->nlines;
        out = (struct pieces){0};
    }
    add_bar(lay, &out, p, i, s->depth + (y - s->depth) / 2);
    struct box *b = area_band(lay, area, out.list.at, out.list.n, y - s->depth + s->leading + PAD, 0);
    b->first = s->depth;
    size_t n = p->chart->nbars;
    b->keep = i == 0 || i + 2 == n;
    b->may_end = i + 1 == n ? quotes_follow(p->node) : n >= LONG && !b->keep;
}

void chart_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    const struct chart *c = node->chart;
    if (c && c->diverging) {
        diverging_bar_put(lay, area, node);
    } else if (c && c->nbars) {
        struct plot p = {.node = node, .chart = c, .x = area->x, .gap = style_length(&lay->look, GAP)};
        p.label = ARENA_MANY(lay->job->keep, struct paragraph *, c->nbars);
        p.value = ARENA_MANY(lay->job->keep, struct paragraph *, c->nbars);
        shape_labels(lay, area, &p);
        shape_values(lay, area, &p);
        p.bar = area->width - p.label_width - p.value_width - 2 * p.gap;
        if (p.bar < 0) p.bar = 0;
        if (area->galley->after < lay->look.unit / 2) area->galley->after = lay->look.unit / 2;
        for (size_t i = 0; i < c->nbars; i++) put_bar(lay, area, &p, i);
        area->galley->after = lay->look.unit;
    }
}
