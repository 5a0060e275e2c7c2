#include "layout/chart/chart_key.h"

#include "layout/paragraph/paragraph_break.h"

enum {
    GAP = 6000,
    ABOVE = 4000,
    KEY_SCALE = 900, /* of the chart's type */
    WALL_SCALE = 820,
    SQUARE = 75, /* per cent of the type's size; */
    MIDDLE = 38  /* over the baseline, the same */
};

static int32_t square_of(const struct style *s)
{
    return s->size * SQUARE / 100;
}

/* Down to its upper edge, in a line whose baseline is at y. */
static int32_t square_top(const struct style *s, int32_t y)
{
    return y - s->size * MIDDLE / 100 - square_of(s) / 2;
}

void chart_key_pale(struct chart_pen *pen, int32_t x, int32_t y, int32_t width, int32_t height)
{
    chart_pen_rect(pen, x, y, width, height, STYLE_PALE, ARTIFACT_LAYOUT);
    chart_pen_outline(pen, x, y, width, height);
}

struct key {
    struct paragraph *words[2]; /* of the full part, of the paler one */
    int32_t square, gap;
    bool beside; /* both on one line */
};

static bool has_key(const struct chart_pen *pen)
{
    return pen->node->low.n && pen->node->high.n;
}

static struct key key_of(struct chart_pen *pen)
{
    struct key k = {0};
    const struct spans *spans[] = {&pen->node->low, &pen->node->high};
    int32_t width = pen->area->width, gap = style_length(&pen->lay->look, GAP), widest = 0;
    int32_t scale = pen->scale;
    if (pen->lay->print->type == TYPE_PAGE) pen->scale = scale * KEY_SCALE / 1000;
    if (pen->lay->print->type == TYPE_WALL) pen->scale = scale * WALL_SCALE / 1000;
    for (size_t i = 0; i < 2; i++) {
        k.words[i] = chart_pen_words(pen, *spans[i], true);
        widest += k.words[i]->widest;
    }
    k.square = square_of(&k.words[0]->style);
    k.gap = gap;
    k.beside = widest + 2 * k.square + 4 * gap <= width;
    for (size_t i = 0; i < 2; i++) {
        int32_t room = width - k.square - gap;
        if (k.words[i]->widest > room) k.words[i] = chart_pen_fit(pen, *spans[i], room, ALIGN_LEFT);
        paragraph_break(pen->lay, k.words[i], room);
    }
    pen->scale = scale;
    return k;
}

static int32_t height_of(const struct key *k)
{
    size_t n = k->beside ? 1 : k->words[0]->nlines + k->words[1]->nlines;
    return (int32_t)n * k->words[0]->style.leading;
}

int32_t chart_key_height(struct chart_pen *pen)
{
    if (!has_key(pen)) return 0;
    struct key k = key_of(pen);
    return height_of(&k) + style_length(&pen->lay->look, ABOVE);
}

void chart_key_put(struct chart_pen *pen)
{
    if (!has_key(pen)) return;
    struct key k = key_of(pen);
    const struct style *s = &k.words[0]->style;
    int32_t x = pen->area->x, y = s->depth;
    galley_last(pen->area->galley)->keep = true;
    for (size_t i = 0; i < 2; i++) {
        int32_t top = square_top(s, y), text = x + k.square + k.gap * 2 / 3;
        if (i)
            chart_key_pale(pen, x, top, k.square, k.square);
        else
            chart_pen_rect(pen, x, top, k.square, k.square, STYLE_BLUE, ARTIFACT_LAYOUT);
        for (size_t n = 0; n < k.words[i]->nlines; n++)
            chart_pen_line(pen, k.words[i], n, text, y + (int32_t)n * s->leading,
                           pen->area->width - k.square - k.gap);
        if (k.beside)
            x = text + k.words[i]->widest + 3 * k.gap;
        else
            y += (int32_t)k.words[i]->nlines * s->leading;
    }
    chart_pen_band(pen, height_of(&k), style_length(&pen->lay->look, ABOVE))->first = s->depth;
}

static struct style line_style(const struct layout_context *lay, const struct node *words)
{
    return style_of(&lay->look, words->role, node_lang(words), STYLE_TEXT);
}

int32_t chart_key_indent(const struct layout_context *lay, const struct node *words)
{
    struct style s = line_style(lay, words);
    return words->paler ? square_of(&s) + style_length(&lay->look, GAP) * 2 / 3 : 0;
}

void chart_key_before(struct layout_context *lay, struct box *line, const struct node *words, int32_t x)
{
    struct style s = line_style(lay, words);
    struct chart_pen pen = {.lay = lay, .node = words};
    chart_key_pale(&pen, x, square_top(&s, line->first), square_of(&s), square_of(&s));
    for (size_t i = 0; i < line->nitems; i++) VEC_ADD(lay->job->keep, pen.items, line->items[i]);
    line->items = pen.items.at;
    line->nitems = pen.items.n;
}
