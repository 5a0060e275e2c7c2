#include "layout/slide.h"

#include "layout/galley.h"

#include <stdlib.h>

enum {
    MOST_SPREAD = 72000,
    BASELINES = 64,
    NUMBER_AT = 36,  /* per cent of a slide's height, from its top: the line of a large number */
    UNDER_TITLE = 45 /* per cent of its share: what belongs to a title stands near it */
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
}

void slide_align(struct galley *large, struct galley *beside)
{
    int32_t number[BASELINES], words[BASELINES], by = INT32_MAX;
    size_t n = baselines(large, number), lines = baselines(beside, words);
    for (size_t i = 0; i < lines && n; i++) {
        int32_t down = words[i] - number[n - 1];
        if (abs(down) < abs(by)) by = down;
    }
    if (by == INT32_MAX) return;
    (by < 0 ? beside : large)->boxes.at[0].height += abs(by);
}
