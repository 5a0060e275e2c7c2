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

void section_content(struct layout_context *lay, struct area *area, const struct node *node)
{
    if (lay->print->spread && area->galley == lay->main)
        put_parts(lay, area, node);
    else
        block_children(lay, area, node);
}
