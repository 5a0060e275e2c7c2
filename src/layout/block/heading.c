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

static bool joins(struct layout_context *lay, const struct area *area, const struct node *node)
{
    return paragraph_joined_width(lay, node, area) <= area->width;
}

/* The title of a handout, or of each of its sheets. */
static bool begins(const struct layout_context *lay, const struct node *node)
{
    if (node->role == ROLE_H1) return lay->look.side || lay->look.handout;
    return node->role == ROLE_TITLE && (lay->look.side || lay->look.handout);
}

/* Both languages on one line where they fit; of sheets that all have a title, where all do: they look alike.
 */
static bool all_join(struct layout_context *lay, const struct area *area, const struct node *node)
{
    if (node->role != ROLE_H1 || lay->look.side) return joins(lay, area, node);
    if (!lay->titles) {
        lay->titles = LAYOUT_TITLES_JOIN;
        for (const struct node *n = lay->tree->root; n; n = node_after(n))
            if (n->role == ROLE_H1 && !joins(lay, area, n)) lay->titles = LAYOUT_TITLES_STACK;
    }
    return lay->titles == LAYOUT_TITLES_JOIN;
}

struct area heading_fitted(struct layout_context *lay, const struct area *area, const struct node *node)
{
    struct area in = *area;
    if (begins(lay, node))
        in.joined = all_join(lay, area, node);
    else if (is_overline(lay, node))
        in.joined = joins(lay, area, node);
    if (!lay->look.side || node->role != ROLE_TOTAL) return in;
    int32_t widest = paragraph_collect(lay, node, area)->widest, given = area->shrink ? area->shrink : 1000;
    if (lay->look.large && area->column) in.width += lay->look.gutter * INTO_GUTTER / 100;
    if (widest > in.width) in.shrink = (int32_t)((int64_t)given * (in.width - ROUND) / widest);
    return in;
}
