#include "layout/parallel.h"

#include "layout/block.h"

enum { SIDES = 2 };

static bool is_walked(enum role role)
{
    return role == ROLE_LIST || role == ROLE_ITEM || role == ROLE_QUOTE;
}

/* About how tall a node's running text will be. */
static int64_t height_of(struct layout_context *lay, const struct set *set, const struct node *node,
                         int depth)
{
    int64_t sum = 0;
    if (depth > LAYOUT_CONTEXT_DEPTH) return 0;
    if (node->role == ROLE_P && node->spans.n) {
        const struct paragraph *p = paragraph_collect(lay, node, set);
        sum = (p->at[p->text.n] / (set->width > 0 ? set->width : 1) + 1) * p->style.leading;
    }
    for (const struct node *n = node->first; n; n = n->next)
        if (n->role == ROLE_P || is_walked(n->role)) sum += height_of(lay, set, n, depth + 1);
    return sum;
}

/* The rule of looseness: a row is as tall as its taller side. That side's paragraphs are set a line shorter
 * where good lines allow it; the other's have room, and end with no short line. Sides of about one height
 * are set as they are best. */
static void weigh(struct layout_context *lay, const struct node *const *sides, struct set *columns, size_t n)
{
    int64_t height[SIDES] = {0};
    for (size_t i = 0; i < n; i++) height[i] = height_of(lay, &columns[i], sides[i], columns[i].depth);
    if (n < SIDES || !height[0] || !height[1]) return;
    size_t tall = height[1] > height[0];
    if (height[tall] - height[!tall] < lay->look.unit) return;
    columns[tall].length = PAR_SHORTEST;
    columns[!tall].length = PAR_FILLED;
}

void parallel_put(struct layout_context *lay, struct set *set, const struct node *pair)
{
    struct strip **galleys = ARENA_MANY(lay->job->keep, struct strip *, SIDES);
    const struct node *sides[SIDES];
    struct set columns[SIDES];
    int32_t width = (set->width - lay->look.gutter) / SIDES;
    size_t n = 0;
    for (const struct node *side = pair->first; side && n < SIDES; side = side->next, n++) {
        sides[n] = side;
        columns[n] = block_column(lay, set, set->x + (int32_t)n * (width + lay->look.gutter), width);
        galleys[n] = columns[n].galley;
    }
    weigh(lay, sides, columns, n);
    for (size_t i = 0; i < n; i++) {
        block_start(lay, sides[i]);
        block_children(lay, &columns[i], sides[i]);
    }
    if (n) block_group(lay, set, galleys, n, false);
}
