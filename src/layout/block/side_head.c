#include "layout/block/side_head.h"

#include "layout/block.h"
#include "layout/paragraph/paragraph.h"
#include "layout/table/grid.h"

enum {
    MOST_LINES = 6, /* of a heading in the margin */
    COLUMNS = 4     /* of a table that leaves the margin free */
};

bool side_head_wide(const struct node *node)
{
    return node->role == ROLE_TABLE && (node->fine || grid_wants(node) > COLUMNS);
}

/* What stands beside a heading in the margin. */
static bool has_margin(const struct node *node)
{
    switch (node->role) {
    case ROLE_P: return node->spans.n > 0;
    case ROLE_LIST:
    case ROLE_QUOTE:
    case ROLE_PULL_QUOTE:
    case ROLE_BOX: return true;
    case ROLE_TABLE: return !side_head_wide(node) && !node->chart;
    default: return false;
    }
}

bool side_head_is(struct layout_context *lay, const struct area *area, const struct node *heading)
{
    const struct node *next = heading->next;
    if (heading->role != ROLE_H3 || !lay->look.hang || area->column || area->galley != lay->main || !next)
        return false;
    int32_t line = lay->look.hang - lay->look.gutter;
    return has_margin(next) && paragraph_collect(lay, heading, area)->widest < MOST_LINES * line;
}

const struct node *side_head_put(struct layout_context *lay, struct area *area, const struct area *in,
                                 const struct node *heading)
{
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, 2);
    const struct node *next = heading->next;
    struct area left = area_column(lay, area, area->x, lay->look.hang - lay->look.gutter / 2),
                right = area_column(lay, area, in->x, in->width);
    block_put(lay, &left, heading);
    int32_t height = galley_height(left.galley);
    do {
        block_put(lay, &right, next);
        next = next->next;
    } while (next && has_margin(next) && galley_height(right.galley) < height);
    columns[0] = left.galley;
    columns[1] = right.galley;
    const struct box *last = galley_last(right.galley);
    area_group(lay, area, columns, 2, false)->keep = last && last->keep;
    return next;
}
