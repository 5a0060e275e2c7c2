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
    MOST_SPREAD_BLOCKS = 8,
    NUMBER_AT = 43,     /* per cent of a slide's height, from its top: the line of large numbers; */
    NUMBER_LOWEST = 47, /* where titles are tall: what stands under them keeps its room */
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

struct slide_fit {
    int32_t scale, title;
    bool quotes, heads;               /* heads: titles shrink with all else */
    size_t at[MOST_SPREAD_BLOCKS], n; /* boxes that what is left is shared among */
};

static void put_all(struct layout_context *lay, const struct area *area, const struct node *slide,
                    struct slide_fit *f)
{
    const struct galley *s = area->galley;
    const struct node *last = NULL;
    f->n = 0;
    for (const struct node *c = slide->first; c; last = c, c = c->next) {
        size_t before = s->boxes.n;
        bool own = block_is_heading(c->role) && (!f->heads || f->title < f->scale);
        put_on_slide(lay, area, c, own ? f->title : f->scale);
        if (spreads(last, c) && s->boxes.n > before && f->n < MOST_SPREAD_BLOCKS) f->at[f->n++] = before;
    }
}

/* From its scale on down; type of titles shrinks where nothing else helps. */
static void put_fitting(struct layout_context *lay, const struct area *area, const struct node *slide,
                        struct slide_fit *f)
{
    struct area_mark mark = area_mark(lay, area);
    for (;;) {
        put_all(lay, area, slide, f);
        if (slide_left(lay) >= air_of(lay, f->quotes, f->scale)) break;
        f->scale -= SLIDE_STEP;
        if (f->scale < LEAST_SLIDE && f->heads) break;
        if (f->scale < LEAST_SLIDE) f->scale = 1000, f->heads = true;
        area_again(lay, area, &mark);
    }
}

/* -- all slides ------------------------------------------------------------------------------------------ */

static void measure_number(struct layout_context *lay, const struct area *area, const struct node *slide)
{
    struct slide_set *set = &lay->slides;
    int32_t most = lay->look.height / 100 * NUMBER_LOWEST;
    for (const struct node *n = slide->first; n; n = n->next) {
        put_on_slide(lay, area, n, block_is_heading(n->role) ? set->title : 1000);
        if (!is_number(n)) continue;
        int32_t at = slide_number_at(lay);
        if (at > set->number_at) set->number_at = at < most ? at : most;
        return;
    }
}

/* Titles are no larger, and quotes neither, than the slide that has least room for them wants. */
static void measure_type(struct layout_context *lay, const struct area *area)
{
    struct slide_set *set = &lay->slides;
    struct area_mark mark = area_mark(lay, area);
    for (const struct node *n = lay->tree->root->first; n; n = n->next) {
        if (n->role != ROLE_SECT) continue;
        bool quotes = node_holds(n, ROLE_QUOTE);
        struct slide_fit f = {.scale = quotes ? set->quotes : 1000, .title = set->title, .quotes = quotes};
        put_fitting(lay, area, n, &f);
        area_again(lay, area, &mark);
        int32_t scale = f.scale < LEAST_SLIDE ? LEAST_SLIDE : f.scale;
        if (quotes && !f.heads) set->quotes = scale;
        if (f.heads && scale < set->title) set->title = scale;
    }
}

/* The type in which the longest is whole is that of all; under the tallest title each number has its line. */
static void measure_all(struct layout_context *lay, const struct area *area)
{
    struct slide_set *set = &lay->slides;
    struct area_mark mark = area_mark(lay, area);
    *set = (struct slide_set){.known = true,
                              .title = 1000,
                              .quotes = GROWN_SLIDE,
                              .number_width = slide_number_width(lay, area, lay->tree->root),
                              .number_at = lay->look.height / 100 * NUMBER_AT};
    for (const struct node *n = lay->tree->root->first; n; n = n->next) {
        int32_t title = n->role == ROLE_SECT ? title_scale(lay, area, n) : 1000;
        if (title < set->title) set->title = title;
    }
    measure_type(lay, area);
    for (const struct node *n = lay->tree->root->first; n; n = n->next) {
        if (n->role != ROLE_SECT || !node_holds(n, ROLE_TOTAL)) continue;
        measure_number(lay, area, n);
        area_again(lay, area, &mark);
    }
    measure_type(lay, area);
}

void slide_blocks_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    if (!lay->slides.known) measure_all(lay, area);
    bool quotes = node_holds(node, ROLE_QUOTE); /* charts fill their slide themselves */
    struct slide_fit f = {
        .scale = quotes ? lay->slides.quotes : 1000, .title = lay->slides.title, .quotes = quotes};
    put_fitting(lay, area, node, &f);
    slide_spread(lay, f.at, f.n, !node_holds(node, ROLE_TOTAL));
}
