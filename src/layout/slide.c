#include "layout/slide.h"

#include "khmer/number.h"
#include "layout/galley.h"

#include <stdlib.h>

enum {
    MOST_SPREAD = 72000,
    BASELINES = 64,
    NUMBER_AT = 43,    /* per cent of a slide's height, from its top: the line of a large number */
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

void slide_place_number(const struct layout_context *lay)
{
    struct box *group = galley_last(lay->main);
    int32_t at[BASELINES], high = 0;
    for (size_t i = 0; i < group->ncolumns; i++)
        if (galley_height(group->columns[i]) > high) high = galley_height(group->columns[i]);
    size_t n = baselines(group->columns[0], at);
    int32_t top = lay->look.height - slide_left(lay) - high - group->height,
            down = n ? lay->look.height / 100 * NUMBER_AT - top - at[n - 1] : 0;
    if (down > 0) group->before += down;
    group->height += lay->look.unit * UNDER_NUMBER / 100;
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

void slide_align(const struct layout_context *lay, struct galley *large, struct galley *beside)
{
    int32_t number_at = 0, words_at = 0;
    const struct box *number = first_line(large, &number_at), *words = first_line(beside, &words_at);
    if (!number || !words) return;
    int32_t by = words_at - letters_height(lay, text_of(words)) - (number_at - digits_height(lay, number));
    (by < 0 ? beside : large)->boxes.at[0].height += abs(by);
}
