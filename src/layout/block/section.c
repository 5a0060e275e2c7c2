#include "layout/block/section.h"

#include "layout/block.h"

/* A page's parts, between which it shares what it has left. */
static void put_parts(struct layout_context *lay, struct area *area, const struct node *node)
{
    for (const struct node *n = node->first; n; n = n->next) {
        size_t first = area->galley->boxes.n;
        block_put(lay, area, n);
        if (area->galley->boxes.n > first) area->galley->boxes.at[first].part = true;
    }
}

static void put_content(struct layout_context *lay, struct area *area, const struct node *node)
{
    if (lay->print->spread && area->galley == lay->main)
        put_parts(lay, area, node);
    else
        block_children(lay, area, node);
}

/* All of its paragraphs are justified, or none is. */
void section_content(struct layout_context *lay, struct area *area, const struct node *node)
{
    bool ragged = lay->ragged, unreached = lay->unreached;
    struct area in = *area;
    struct area_mark mark = area_mark(lay, area);
    lay->ragged = lay->unreached = false;
    put_content(lay, area, node);
    if (lay->unreached) {
        *area = in;
        area_again(lay, area, &mark);
        lay->ragged = true;
        put_content(lay, area, node);
    }
    lay->ragged = ragged;
    lay->unreached = unreached;
}
