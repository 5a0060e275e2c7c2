#include "layout/block/heading.h"

#include "layout/paragraph/paragraph_break.h"

#define ROUND 1000

enum { SPARE_STEP = 20, LEAST_SPARED = 900 }; /* thousandths of its size */

static size_t lines_of(struct layout_context *lay, const struct area *area, const struct node *node)
{
    struct paragraph *p = paragraph_collect(lay, node, area);
    paragraph_break(lay, p, area->width);
    return p->nlines;
}

/* One that just misses its measure is set a little smaller, where that spares a line. */
static struct area spared(struct layout_context *lay, const struct area *area, const struct node *heading)
{
    size_t lines = lines_of(lay, area, heading);
    struct area in = *area;
    for (in.shrink = 1000 - SPARE_STEP; in.shrink >= LEAST_SPARED; in.shrink -= SPARE_STEP)
        if (lines_of(lay, &in, heading) < lines) return in;
    return *area;
}

/* The line over a sheet's title: what it is of. */
static bool is_overline(const struct layout_context *lay, const struct node *node)
{
    const struct node *around = node->parent;
    if (!lay->look.handout || node->role != ROLE_SMALL || !around || around->first != node) return false;
    if (around->role == ROLE_KEEP) around = around->parent;
    return around && around->role == ROLE_GRID && around->count == 1;
}

struct area heading_fitted(struct layout_context *lay, const struct area *area, const struct node *node)
{
    struct area in = *area;
    bool title = node->role == ROLE_TITLE || node->role == ROLE_H1;
    if ((lay->look.run_in && title) || is_overline(lay, node))
        in.joined = paragraph_joined_width(lay, node, area) <= area->width;
    if (lay->look.handout && !lay->look.run_in && node->role == ROLE_H1) return spared(lay, area, node);
    if (!lay->look.run_in || node->role != ROLE_TOTAL) return in;
    int32_t widest = paragraph_collect(lay, node, area)->widest, given = area->shrink ? area->shrink : 1000;
    if (widest > area->width) in.shrink = (int32_t)((int64_t)given * (area->width - ROUND) / widest);
    return in;
}
