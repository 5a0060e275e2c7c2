#include "layout/chart/chart_pen.h"

#include "layout/chart/ground.h"
#include "layout/paragraph/paragraph_break.h"

enum {
    OUTLINE = 350,
    AFAR = 110, /* per cent of the wall's type: its numbers; */
    SMALL = 89, /* per cent of the chart's type */
    HALL = 72,  /* on a slide, */
    LEAST_HALL = 24000,
    ROUND = 1000
};

struct chart_pen chart_pen_new(struct layout_context *lay, struct area *area, const struct node *node)
{
    return (struct chart_pen){
        .lay = lay, .area = area, .node = node, .scale = area->shrink ? area->shrink : 1000, .leading = 1000};
}

bool chart_pen_book(const struct chart_pen *pen)
{
    return pen->lay->print->type == TYPE_PAGE && pen->lay->tree->toc;
}

bool chart_pen_slide(const struct chart_pen *pen)
{
    return pen->lay->print->type == TYPE_SLIDES && pen->area->galley == pen->lay->main;
}

struct style chart_pen_style(const struct chart_pen *pen, enum lang lang)
{
    struct style s = style_of(&pen->lay->look, ROLE_CHART, lang, STYLE_TEXT);
    int32_t part = style_part(&pen->lay->look, s.size, lang_or(lang, (enum lang)0), pen->scale);
    s.size = (int32_t)((int64_t)s.size * part / 1000);
    s.leading = (int32_t)((int64_t)s.leading * part / 1000 * pen->leading / 1000);
    s.depth = (int32_t)((int64_t)s.depth * part / 1000 * pen->leading / 1000);
    return s;
}

/* -- words ----------------------------------------------------------------------------------------------- */

static enum lang spans_lang(const struct chart_pen *pen, struct spans spans)
{
    enum lang lang = node_lang(pen->node);
    for (size_t i = 0; i < spans.n && lang == LANG_NONE; i++) lang = spans.at[i].lang;
    return lang == LANG_NONE ? pen->lay->tree->lang : lang;
}

struct paragraph *chart_pen_words(struct chart_pen *pen, struct spans spans, bool joined)
{
    enum lang lang = spans_lang(pen, spans);
    struct paragraph *p = paragraph_new(pen->lay, pen->node, chart_pen_style(pen, lang), lang);
    if (joined)
        paragraph_joined(pen->lay, p, spans, pen->area);
    else
        paragraph_spans(pen->lay, p, spans, pen->area, PART_SELF);
    paragraph_prepare(pen->lay, p);
    return p;
}

struct paragraph *chart_pen_fit(struct chart_pen *pen, struct spans spans, int32_t width, enum align align)
{
    struct paragraph *p = chart_pen_words(pen, spans, true);
    if (p->widest > width) p = chart_pen_words(pen, spans, false);
    p->style.align = align;
    paragraph_break(pen->lay, p, width);
    return p;
}

static bool has_numbers(const struct chart_pen *pen, enum lang lang)
{
    const struct chart *c = pen->node->chart;
    for (size_t i = 0; i < c->nbars; i++)
        if (c->bars[i].share[lang].n || c->bars[i].count[lang].n) return true;
    return false;
}

enum lang chart_pen_first(const struct chart_pen *pen)
{
    enum lang first = lang_or(pen->lay->tree->lang, (enum lang)0), other = lang_other(first);
    return has_numbers(pen, first) || !has_numbers(pen, other) ? first : other;
}

enum lang chart_pen_second(const struct chart_pen *pen)
{
    enum lang first = chart_pen_first(pen), other = lang_other(first);
    return pen->lay->tree->both && has_numbers(pen, other) ? other : first;
}

static void one_line(struct chart_pen *pen, struct paragraph *p)
{
    paragraph_prepare(pen->lay, p);
    paragraph_break(pen->lay, p, p->widest + ROUND);
}

static void small_style(struct style *s, const struct look *look)
{
    if (look->print->type == TYPE_PAGE) s->size = s->size * SMALL / 100;
    if (look->print->type == TYPE_SLIDES && s->size > LEAST_HALL)
        s->size = s->size * HALL / 100 > LEAST_HALL ? s->size * HALL / 100 : LEAST_HALL;
    s->colour = look->print->type == TYPE_DIGEST ? STYLE_GREY : style_grey(look, STYLE_GREY);
}

struct paragraph *chart_pen_number(struct chart_pen *pen, const struct bar *bar, enum lang lang, bool large)
{
    struct style style = chart_pen_style(pen, lang);
    if (!large) small_style(&style, &pen->lay->look);
    if (large && pen->lay->print->type == TYPE_WALL) style.size = style.size * AFAR / 100;
    style.bold = large;
    struct paragraph *p = paragraph_new(pen->lay, pen->node, style, lang);
    paragraph_words(pen->lay, p, bar->share[lang], lang, PART_SELF);
    if (p->nruns && bar->count[lang].n) paragraph_words(pen->lay, p, STR(" "), lang, PART_SELF);
    paragraph_words(pen->lay, p, bar->count[lang], lang, PART_SELF);
    if (p->nruns && bar->count[lang].n) p->runs[p->nruns - 1].bold = false;
    one_line(pen, p);
    return p;
}

struct paragraph *chart_pen_on(struct chart_pen *pen, struct str words, uint32_t field)
{
    enum lang lang = lang_of_text(words);
    struct style style = chart_pen_style(pen, lang);
    style.bold = true;
    style.colour = ground_ink(field);
    struct paragraph *p = paragraph_new(pen->lay, pen->node, style, lang);
    paragraph_words(pen->lay, p, words, lang, PART_SELF);
    one_line(pen, p);
    return p;
}

/* -- drawing --------------------------------------------------------------------------------------------- */

void chart_pen_line(struct chart_pen *pen, const struct paragraph *p, size_t line, int32_t x, int32_t y,
                    int32_t width)
{
    size_t n = 0;
    if (line >= p->nlines) return;
    const struct item *it = paragraph_finish(pen->lay, p, &p->lines[line], x, y, width, &n);
    for (size_t i = 0; i < n; i++) VEC_ADD(pen->lay->job->keep, pen->items, it[i]);
}

void chart_pen_rect(struct chart_pen *pen, int32_t x, int32_t y, int32_t width, int32_t height,
                    uint32_t colour, enum artifact artifact)
{
    struct item it = area_rect(pen->node, x, y, width, height, colour);
    it.artifact = artifact;
    VEC_ADD(pen->lay->job->keep, pen->items, it);
}

void chart_pen_outline(struct chart_pen *pen, int32_t x, int32_t y, int32_t width, int32_t height)
{
    struct item it = area_rect(pen->node, x, y, width, height, STYLE_FIRM);
    it.kind = ITEM_FRAME;
    it.line_width = OUTLINE;
    VEC_ADD(pen->lay->job->keep, pen->items, it);
}

struct box *chart_pen_band(struct chart_pen *pen, int32_t height, int32_t before)
{
    struct box *b = area_band(pen->lay, pen->area, pen->items.at, pen->items.n, height, before);
    pen->items.at = NULL;
    pen->items.n = pen->items.cap = 0;
    return b;
}
