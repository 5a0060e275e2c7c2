#include "layout/block/parallel.h"

#include "layout/block.h"
#include "layout/block/list.h"
#include "layout/paragraph/paragraph.h"
#include "layout/part/opening.h"
#include "layout/table/table.h"

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
        sum = (p->width / (area->width > 0 ? area->width : 1) + 1) * p->style.leading;
    }
    for (const struct node *n = node->first; n; n = n->next)
        if (n->role == ROLE_P || is_walked(n->role)) sum += height_of(lay, area, n, depth + 1);
    return sum;
}

/* A side's column: where in it blocks stand now, and where it begins itself. */
struct lane {
    struct area area;
    int32_t x, width;
};

/* The rule of looseness: a row is as tall as its taller side. That side's paragraphs are set a line shorter
 * where good lines allow it; the other's have room, and end with no short line. Sides of about one height
 * are set as they are best. */
static void weigh(struct layout_context *lay, struct lane *lanes, const struct node *const *nodes)
{
    int64_t height[SIDES];
    for (size_t i = 0; i < SIDES; i++) {
        lanes[i].area.looseness = LOOSENESS_NONE;
        height[i] = height_of(lay, &lanes[i].area, nodes[i], lanes[i].area.depth);
    }
    if (!height[0] || !height[1]) return;
    size_t tall = height[1] > height[0];
    if (height[tall] - height[!tall] < lay->look.unit) return;
    lanes[tall].area.looseness = LOOSENESS_SHORTER;
    lanes[!tall].area.looseness = LOOSENESS_FILLED;
}

/* -- rungs: what stands level, one under another in two columns -- */

static void open_rung(struct layout_context *lay, struct lane *lanes, const struct node *const *nodes)
{
    weigh(lay, lanes, nodes);
    for (size_t i = 0; i < SIDES; i++)
        lanes[i].area.galley = galley_new(lay->passing, lanes[i].x, lanes[i].width);
}

static void close_rung(struct layout_context *lay, struct area *area, const struct lane *lanes)
{
    struct galley **galleys = ARENA_MANY(lay->job->keep, struct galley *, SIDES);
    for (size_t i = 0; i < SIDES; i++) galleys[i] = lanes[i].area.galley;
    area_group(lay, area, galleys, SIDES, false)->level = true;
}

static size_t count(const struct node *parent)
{
    size_t n = 0;
    for (const struct node *c = parent->first; c; c = c->next) n++;
    return n;
}

/* The same blocks in the same order. */
static bool alike(const struct node *const *parents)
{
    const struct node *a = parents[0]->first, *b = parents[1]->first;
    for (; a && b && a->role == b->role; a = a->next, b = b->next) {
    }
    return !a && !b;
}

static void put_pairs(struct layout_context *lay, struct area *area, const struct lane *lanes,
                      const struct node *a, const struct node *b);

/* Near what stands above it, whatever that wants. */
static bool is_near(const struct layout_context *lay, const struct node *node)
{
    return style_of(&lay->look, node->role, LANG_NONE, STYLE_TEXT).near;
}

/* What belongs to a text stays by it, though the other language's is longer. */
static bool holds_near(const struct layout_context *lay, const struct node *item)
{
    for (const struct node *n = item->first; n; n = n->next)
        if (is_near(lay, n)) return true;
    return false;
}

/* The first block of each beside the other, with the labels; then what follows in both. */
static void put_items(struct layout_context *lay, struct area *area, struct lane *lanes,
                      const struct node *const *items, const int32_t *indents)
{
    bool parts = alike(items) && !items[0]->spans.n == !items[1]->spans.n && !holds_near(lay, items[0]);
    for (size_t i = 0; i < SIDES; i++) area_start(lay, items[i]);
    open_rung(lay, lanes, items);
    for (size_t i = 0; i < SIDES; i++) {
        struct area *in = &lanes[i].area;
        parts ? list_item_first(lay, in, items[i], indents[i]) : list_item(lay, in, items[i], indents[i]);
    }
    close_rung(lay, area, lanes);
    if (!parts || !items[0]->first) return;
    struct lane inner[SIDES] = {lanes[0], lanes[1]};
    const struct node *next[SIDES];
    for (size_t i = 0; i < SIDES; i++) {
        inner[i].area.x += indents[i];
        inner[i].area.width -= indents[i];
        inner[i].area.depth++;
        next[i] = items[i]->spans.n ? items[i]->first : items[i]->first->next;
    }
    put_pairs(lay, area, inner, next[0], next[1]);
}

static void put_lists(struct layout_context *lay, struct area *area, struct lane *lanes,
                      const struct node *const *lists)
{
    int32_t indents[SIDES];
    for (size_t i = 0; i < SIDES; i++) {
        area_start(lay, lists[i]);
        indents[i] = list_indent(lay, &lanes[i].area, lists[i]);
    }
    struct list_starts at = list_starts_new(lay->job->keep, lists[0]);
    list_begin(lay, area, lists[0]);
    const struct node *a = lists[0]->first, *b = lists[1]->first;
    for (; a && b; a = a->next, b = b->next) {
        at.box[at.n++] = area->galley->boxes.n;
        put_items(lay, area, lanes, (const struct node *const[]){a, b}, indents);
        list_between(lay, area, a);
    }
    list_keep(lay, area->galley, &at);
}

static void put_facts(struct layout_context *lay, struct area *area, struct lane *lanes,
                      const struct node *const *facts)
{
    int32_t indents[SIDES];
    const struct node *f[SIDES] = {facts[0]->first, facts[1]->first};
    for (size_t i = 0; i < SIDES; i++) {
        area_start(lay, facts[i]);
        indents[i] = opening_labels(lay, facts[i], lanes[i].width);
    }
    opening_facts_begin(lay, area, facts[0]);
    for (; f[0] && f[1]; f[0] = f[0]->next, f[1] = f[1]->next) {
        bool joined = true;
        if (f[0] != facts[0]->first) opening_facts_between(lay, area, facts[0], f[0]);
        open_rung(lay, lanes, f);
        for (size_t i = 0; i < SIDES; i++)
            joined = joined && opening_fact_joins(lay, &lanes[i].area, f[i], indents[i]);
        for (size_t i = 0; i < SIDES; i++) opening_fact(lay, &lanes[i].area, f[i], indents[i], joined);
        close_rung(lay, area, lanes);
    }
    opening_facts_end(lay, area, facts[0]);
}

/* Each as a whole where they are short, so that who said it stands as near in both languages; else paragraph
 * by paragraph. */
static void put_quoted(struct layout_context *lay, struct area *area, struct lane *lanes,
                       const struct node *const *quotes)
{
    if (!lay->look.side && !lay->look.large) {
        put_pairs(lay, area, lanes, quotes[0]->first, quotes[1]->first);
        return;
    }
    open_rung(lay, lanes, quotes);
    for (size_t i = 0; i < SIDES; i++) block_children(lay, &lanes[i].area, quotes[i]);
    close_rung(lay, area, lanes);
}

/* The rules at their left are as long as the rungs: the group's own. */
static void put_quotes(struct layout_context *lay, struct area *area, struct lane *lanes,
                       const struct node *const *quotes)
{
    struct area in = *area;
    for (size_t i = 0; i < SIDES; i++) {
        const struct box_border *none = lanes[i].area.border;
        area_start(lay, quotes[i]);
        lanes[i].area = block_edged(lay, &lanes[i].area, quotes[i]);
        if (lanes[i].area.border == none) continue;
        struct box_border *e = ARENA_ONE(lay->job->keep, struct box_border);
        *e = *lanes[i].area.border;
        e->x += lanes[i].x;
        e->outer = in.border;
        in.border = e;
        lanes[i].area.border = none;
    }
    put_quoted(lay, &in, lanes, quotes);
}

/* The shorter one's tint goes on as far as the other's. */
static void level_boxes(struct layout_context *lay, struct lane *lanes)
{
    int32_t heights[SIDES];
    for (size_t i = 0; i < SIDES; i++) heights[i] = galley_height(lanes[i].area.galley);
    for (size_t i = 0; i < SIDES; i++) block_box_more(lay, &lanes[i].area, heights[!i] - heights[i]);
}

/* Two blocks: lists item by item, facts one by one, quotes paragraph by paragraph, others as they are. */
static void put_two(struct layout_context *lay, struct area *area, struct lane *lanes,
                    const struct node *const *nodes)
{
    bool deep = lanes[0].area.depth >= BOX_DEPTH - 2;
    enum role role = nodes[0]->role == nodes[1]->role && !deep ? nodes[0]->role : ROLES;
    if (role == ROLE_LIST && count(nodes[0]) == count(nodes[1])) {
        put_lists(lay, area, lanes, nodes);
    } else if (role == ROLE_FACTS && count(nodes[0]) == count(nodes[1])) {
        put_facts(lay, area, lanes, nodes);
    } else if (role == ROLE_QUOTE && alike(nodes) && !nodes[0]->spans.n && !nodes[1]->spans.n) {
        put_quotes(lay, area, lanes, nodes);
    } else {
        open_rung(lay, lanes, nodes);
        for (size_t i = 0; i < SIDES; i++) block_put(lay, &lanes[i].area, nodes[i]);
        if (role == ROLE_BOX) level_boxes(lay, lanes);
        if (is_near(lay, nodes[0])) area->galley->after = 0;
        close_rung(lay, area, lanes);
    }
}

static void put_pairs(struct layout_context *lay, struct area *area, const struct lane *lanes,
                      const struct node *a, const struct node *b)
{
    for (; a && b; a = a->next, b = b->next) {
        struct lane own[SIDES] = {lanes[0], lanes[1]};
        for (size_t i = 0; i < SIDES; i++) own[i].area.depth++;
        put_two(lay, area, own, (const struct node *const[]){a, b});
    }
}

/* Where the second side begins: a gutter behind the middle; where a timetable stands, at its last column. */
static int32_t second_at(struct layout_context *lay, const struct area *area)
{
    int32_t half = (area->width - lay->look.gutter) / SIDES,
            column = lay->look.timetable ? table_last_column(lay, area) : 0;
    return column > area->x + half / 2 ? column : area->x + half + lay->look.gutter;
}

static struct lane lane_at(struct layout_context *lay, const struct area *area, int32_t x, int32_t end)
{
    return (struct lane){area_column(lay, area, x, end - x), x, end - x};
}

void parallel_put(struct layout_context *lay, struct area *area, const struct node *pair)
{
    bool poster = lay->print->type == TYPE_WALL; /* a line as long as the measure is read from afar */
    if (poster || count(pair) != SIDES) {        /* a broken tree: nothing is lost */
        block_children(lay, area, pair);
        return;
    }
    const struct node *sides[SIDES] = {pair->first, pair->first->next};
    int32_t second = second_at(lay, area);
    struct lane lanes[SIDES] = {lane_at(lay, area, area->x, second - lay->look.gutter),
                                lane_at(lay, area, second, area->x + area->width)};
    for (size_t i = 0; i < SIDES; i++) area_start(lay, sides[i]);
    if (alike(sides)) {
        put_pairs(lay, area, lanes, sides[0]->first, sides[1]->first);
        return;
    }
    open_rung(lay, lanes, sides);
    for (size_t i = 0; i < SIDES; i++) block_children(lay, &lanes[i].area, sides[i]);
    close_rung(lay, area, lanes);
}
