#include "layout/block/slide_blocks.h"

#include "layout/block.h"
#include "layout/paragraph/paragraph.h"
#include "layout/slide.h"

enum {
    SLIDE_STEP = 35,
    LEAST_SLIDE = 860, /* thousandths of the type */
    TITLE_MOST = 30,   /* per cent of the slide; */
    LEAST_TITLE = 750,
    GROWN_SLIDE = 1245, /* the same, of words that have room; */
    SLIDE_AIR = 12,     /* per cent of the slide is left about them, */
    QUOTES_AIR = 3,     /* of type that has not grown, */
    SMALL_SLIDE = 930,  /* and of type smaller than so much */
    BLOCKS_AIR = 2,     /* no more than blocks need between them */
    MOST_SPREAD_BLOCKS = 8
};

static bool is_block(enum role r)
{
    return r == ROLE_PAIR || r == ROLE_QUOTE || r == ROLE_KEEP || r == ROLE_GRID;
}

/* A large number, and what it counts: it stands in the same place, as large, on all slides. */
static bool is_number(const struct node *n)
{
    return n->role == ROLE_GRID && node_holds(n, ROLE_TOTAL);
}

/* What has a share of the room that is left: blocks, and a line under the last of them; such a line of a
 * number stays with it. */
static bool spreads(const struct node *before, const struct node *n)
{
    bool under = before && is_block(before->role) && !is_number(before);
    return !is_number(n) && (is_block(n->role) || under);
}

/* A title, and a line under it, keep their size while others grow; the line stands in two languages beside
 * each other, where the slide is wide enough, and then keeps its size always. */
static void put_on_slide(struct layout_context *lay, const struct area *area, const struct node *n,
                         int32_t scale)
{
    struct area in = *area;
    bool title = block_is_heading(n->role) || n->role == ROLE_DETAIL;
    in.joined = n->role == ROLE_DETAIL && paragraph_joined_width(lay, n, &in) <= area->width;
    in.shrink = scale == 1000 || (title && scale > 1000) || in.joined || is_number(n) ? 0 : scale;
    block_put(lay, &in, n);
    if (is_number(n)) slide_place_number(lay);
}

/* A question of many lines, in the largest type that leaves room for its answers. */
static int32_t title_scale(struct layout_context *lay, const struct area *area, const struct node *slide)
{
    const struct node *title = slide->first;
    struct area in = *area;
    struct area_mark mark = area_mark(lay, &in);
    int32_t scale = 1000, most = lay->look.height / 100 * TITLE_MOST;
    while (title && block_is_heading(title->role) && scale > LEAST_TITLE) {
        put_on_slide(lay, &in, title, scale);
        bool fits = lay->look.height - slide_left(lay) <= most;
        area_again(lay, &in, &mark);
        if (fits) break;
        scale -= SLIDE_STEP;
    }
    return scale > LEAST_TITLE ? scale : LEAST_TITLE;
}

/* How much of a slide stays white about words in type of a scale. */
static int32_t air_of(const struct layout_context *lay, bool quotes, int32_t scale)
{
    int32_t part = scale > 1000 ? SLIDE_AIR : !quotes ? 0 : scale > SMALL_SLIDE ? QUOTES_AIR : BLOCKS_AIR;
    return lay->look.height / 100 * part;
}

/* All of it on one slide: type of quotes grows as far as there is room; else type shrinks, that of titles
 * where nothing else helps. */
void slide_blocks_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct galley *s = area->galley;
    struct area_mark mark = area_mark(lay, area);
    bool quotes = node_holds(node, ROLE_QUOTE); /* charts fill their slide themselves */
    bool heads = false;
    int32_t scale = quotes ? GROWN_SLIDE : 1000, title = title_scale(lay, area, node);
    size_t at[MOST_SPREAD_BLOCKS], n;
    for (;;) {
        const struct node *last = NULL;
        n = 0;
        for (const struct node *c = node->first; c; last = c, c = c->next) {
            size_t before = s->boxes.n;
            bool own = block_is_heading(c->role) && (!heads || title < scale);
            put_on_slide(lay, area, c, own ? title : scale);
            if (spreads(last, c) && s->boxes.n > before && n < MOST_SPREAD_BLOCKS) at[n++] = before;
        }
        if (slide_left(lay) >= air_of(lay, quotes, scale)) break;
        scale -= SLIDE_STEP;
        if (scale < LEAST_SLIDE && heads) break;
        if (scale < LEAST_SLIDE) scale = 1000, heads = true;
        area_again(lay, area, &mark);
    }
    slide_spread(lay, at, n, !node_holds(node, ROLE_TOTAL));
}
