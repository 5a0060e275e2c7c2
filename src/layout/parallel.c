#include "layout/parallel.h"

#include "layout/block.h"
#include "layout/paragraph/paragraph.h"

enum { SIDES = 2 };

static bool is_walked(enum role role)
{
    return role == ROLE_LIST || role == ROLE_ITEM || role == ROLE_QUOTE || role == ROLE_PULL_QUOTE;
}

/* About how tall a node's running text will be. */
static int64_t height_of(struct layout_context *lay, const struct area *area, const struct node *node,
                         int depth)
{
    int64_t sum = 0;
    if (depth > BOX_DEPTH) return 0;
    if (node->role == ROLE_P && node->spans.n) {
        const struct paragraph *p = paragraph_collect(lay, node, area);
        sum = (p->at[p->text.n] / (area->width > 0 ? area->width : 1) + 1) * p->style.leading;
    }
    for (const struct node *n = node->first; n; n = n->next)
        if (n->role == ROLE_P || is_walked(n->role)) sum += height_of(lay, area, n, depth + 1);
    return sum;
}

/* The rule of looseness: a row is as tall as its taller side. That side's paragraphs are set a line shorter
 * where good lines allow it; the other's have room, and end with no short line. Sides of about one height
 * are set as they are best. */
static void weigh(struct layout_context *lay, const struct node *const *sides, struct area *columns, size_t n)
{
    int64_t height[SIDES] = {0};
    for (size_t i = 0; i < n; i++) height[i] = height_of(lay, &columns[i], sides[i], columns[i].depth);
    if (n < SIDES || !height[0] || !height[1]) return;
    size_t tall = height[1] > height[0];
    if (height[tall] - height[!tall] < lay->look.unit) return;
    columns[tall].looseness = LOOSENESS_SHORTER;
    columns[!tall].looseness = LOOSENESS_FILLED;
}

void parallel_put(struct layout_context *lay, struct area *area, const struct node *pair)
{
    struct galley **galleys = ARENA_MANY(lay->job->keep, struct galley *, SIDES);
    const struct node *sides[SIDES];
    struct area columns[SIDES];
    int32_t width = (area->width - lay->look.gutter) / SIDES;
    size_t n = 0;
    for (const struct node *side = pair->first; side && n < SIDES; side = side->next, n++) {
        sides[n] = side;
        columns[n] = area_column(lay, area, area->x + (int32_t)n * (width + lay->look.gutter), width);
        galleys[n] = columns[n].galley;
    }
    weigh(lay, sides, columns, n);
    for (size_t i = 0; i < n; i++) {
        area_start(lay, sides[i]);
        block_children(lay, &columns[i], sides[i]);
    }
    if (n) area_group(lay, area, galleys, n, false);
}
