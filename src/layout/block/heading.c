#include "layout/block/heading.h"

#include "layout/paragraph/paragraph_break.h"

#define ROUND 1000

enum { INTO_GUTTER = 75 /* per cent of it: a poster's number, whose letters' own space is wide */ };

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
    if ((lay->look.side && title) || is_overline(lay, node))
        in.joined = paragraph_joined_width(lay, node, area) <= area->width;
    if (!lay->look.side || node->role != ROLE_TOTAL) return in;
    int32_t widest = paragraph_collect(lay, node, area)->widest, given = area->shrink ? area->shrink : 1000;
    if (lay->look.large && area->column) in.width += lay->look.gutter * INTO_GUTTER / 100;
    if (widest > in.width) in.shrink = (int32_t)((int64_t)given * (in.width - ROUND) / widest);
    return in;
}
