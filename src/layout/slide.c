#include "layout/slide.h"

#include "layout/galley.h"

enum {
    MOST_SPREAD = 72000,
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

void slide_spread(const struct layout_context *lay, const size_t *at, size_t n)
{
    int32_t each = n ? slide_left(lay) / (int32_t)(n + 1) : 0;
    for (size_t i = 0; i < n && each > 0; i++) {
        int32_t share = i ? each : each * UNDER_TITLE / 100;
        lay->main->boxes.at[at[i]].before += share < MOST_SPREAD ? share : MOST_SPREAD;
    }
}
