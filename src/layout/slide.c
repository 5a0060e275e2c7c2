#include "layout/slide.h"

#include "khmer/number.h"
#include "layout/galley.h"
#include "layout/paragraph/paragraph.h"

#include <stdlib.h>

enum {
    MOST_SPREAD = 72000,
    BASELINES = 64,
    TALL_WORDS = 180,  /* per cent of a number's height: words that are higher begin where it does */
    UNDER_NUMBER = 40, /* per cent of a unit, under what such a number counts */
    UNDER_TITLE = 45   /* per cent of its share: what belongs to a title stands near it */
};

int32_t slide_left(const struct layout_context *lay)
{
    struct galley *s = lay->main;
    if (s->new_page || !s->boxes.n) return lay->look.height;
    size_t from = s->from;
    for (size_t i = s->from; i < s->boxes.n; i++)
        if (s->boxes.at[i].new_page) s->from = i;
    int32_t used = galley_height(s);
    s->from = from;
    return lay->look.height - used;
}

void slide_spread(const struct layout_context *lay, const size_t *at, size_t n, bool under_title)
{
    int32_t each = n ? slide_left(lay) / (int32_t)(n + 1) : 0;
    for (size_t i = 0; i < n && each > 0; i++) {
        int32_t share = i || !under_title ? each : each * UNDER_TITLE / 100;
        lay->main->boxes.at[at[i]].before += share < MOST_SPREAD ? share : MOST_SPREAD;
    }
}

/* Of a column, from its top: up to BASELINES. Returns how many. */
static size_t baselines(const struct galley *column, int32_t *at)
{
    size_t n = 0;
    int32_t y = 0;
    for (size_t i = 0; i < column->boxes.n && n < BASELINES; i++) {
        const struct box *b = &column->boxes.at[i];
        if (i) y += b->before;
        if (b->first > 0) at[n++] = y + b->first;
        y += b->height;
    }
    return n;
}

static int32_t highest(const struct box *group)
{
    int32_t high = 0;
    for (size_t i = 0; i < group->ncolumns; i++)
        if (galley_height(group->columns[i]) > high) high = galley_height(group->columns[i]);
    return high;
}

int32_t slide_number_at(const struct layout_context *lay)
{
    const struct box *group = galley_last(lay->main);
    int32_t at[BASELINES];
    size_t n = baselines(group->columns[0], at);
    int32_t top = lay->look.height - slide_left(lay) - highest(group) - group->height;
    return n ? top + at[n - 1] : 0;
}

void slide_place_number(const struct layout_context *lay)
{
    struct box *group = galley_last(lay->main);
    int32_t at = slide_number_at(lay), down = at ? lay->slides.number_at - at : 0;
    if (down > 0) group->before += down;
    group->height += lay->look.unit * UNDER_NUMBER / 100;
}

int32_t slide_number_width(struct layout_context *lay, const struct area *area, const struct node *node)
{
    struct area in = *area;
    in.shrink = 0;
    int32_t widest = node->role == ROLE_TOTAL ? paragraph_collect(lay, node, &in)->widest : 0;
    for (const struct node *n = node->first; n; n = n->next) {
        int32_t width = slide_number_width(lay, area, n);
        if (width > widest) widest = width;
    }
    return widest;
}

static bool is_text(const struct item *it)
{
    return it->kind == ITEM_TEXT && it->nclusters;
}

static const struct item *text_of(const struct box *line)
{
    for (size_t k = 0; k < line->nitems; k++)
        if (is_text(&line->items[k])) return &line->items[k];
    return NULL;
}

static const struct box *first_line(const struct galley *column, int32_t *baseline)
{
    int32_t y = 0;
    for (size_t i = 0; i < column->boxes.n; i++) {
        const struct box *b = &column->boxes.at[i];
        if (i) y += b->before;
        *baseline = y + b->first;
        if (text_of(b)) return b;
        y += b->height;
    }
    return NULL;
}

/* How high its letters are, without what stands over them. */
static int32_t letters_height(const struct layout_context *lay, const struct item *words)
{
    const struct placed *c = &words->clusters[0];
    enum lang l = lang_of_text(c->glyphs->text);
    return (int32_t)((int64_t)font_set_letter(lay->fonts, c->glyphs->face, l) * c->size / 1000);
}

/* How high its digits are, those that rise over the others left out. */
static int32_t digits_height(const struct layout_context *lay, const struct box *number)
{
    int32_t least = INT32_MAX;
    long value;
    for (size_t k = 0; k < number->nitems; k++)
        for (size_t i = 0; is_text(&number->items[k]) && i < number->items[k].nclusters; i++) {
            const struct placed *c = &number->items[k].clusters[i];
            const struct face_info *face = font_set_info(lay->fonts, c->glyphs->face);
            int32_t high = (int32_t)((int64_t)c->glyphs->above * c->size / face->units_per_em);
            if (number_read(c->glyphs->text, &value) && high < least) least = high;
        }
    return least < INT32_MAX ? least : letters_height(lay, text_of(number));
}

static int32_t last_baseline(const struct galley *column)
{
    int32_t at[BASELINES];
    size_t n = baselines(column, at);
    return n ? at[n - 1] : 0;
}

void slide_align(const struct layout_context *lay, struct galley *large, struct galley *beside)
{
    int32_t number_at = 0, words_at = 0;
    const struct box *number = first_line(large, &number_at), *words = first_line(beside, &words_at);
    if (!number || !words) return;
    int32_t digits = digits_height(lay, number), top = words_at - letters_height(lay, text_of(words)),
            last = last_baseline(beside);
    bool tall = (int64_t)(last - top) * 100 > (int64_t)digits * TALL_WORDS;
    int32_t by = tall ? top - (number_at - digits) : last - number_at;
    int32_t rises = tall ? 0 : digits - number_at - (by > 0 ? by : 0); /* over the row's top */
    (by < 0 ? beside : large)->boxes.at[0].height += abs(by);
    for (size_t i = 0; rises > 0 && i < 2; i++) (i ? beside : large)->boxes.at[0].height += rises;
}
