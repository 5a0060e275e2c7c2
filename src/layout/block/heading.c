#include "layout/block/heading.h"

#include "layout/paragraph/paragraph_break.h"

enum { SPARE_STEP = 20, LEAST_SPARED = 900 }; /* thousandths of its size */

static size_t lines_of(struct layout_context *lay, const struct area *area, const struct node *node)
{
    struct paragraph *p = paragraph_collect(lay, node, area);
    paragraph_break(lay, p, area->width);
    return p->nlines;
}

struct area heading_spared(struct layout_context *lay, const struct area *area, const struct node *heading)
{
    size_t lines = lines_of(lay, area, heading);
    struct area in = *area;
    for (in.shrink = 1000 - SPARE_STEP; in.shrink >= LEAST_SPARED; in.shrink -= SPARE_STEP)
        if (lines_of(lay, &in, heading) < lines) return in;
    return *area;
}
