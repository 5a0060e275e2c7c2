#include "layout/part/picture.h"

#include "layout/paragraph/paragraph_lines.h"

#define LOWEST STYLE_MM(35) /* in a row: a panorama does not make its neighbour a stamp */

enum {
    LEAST = 62,        /* per cent of its height that a picture may be made lower to */
    MOST = 45,         /* per cent of the page's height */
    MOST_SHARED = 30,  /* the same where a caption or another picture stands beside it */
    ONE_LANGUAGE = 640 /* thousandths of the measure that it takes there */
};

/* -- the picture -- */

static void size_of(const struct layout_context *lay, const struct area *area, const struct picture *p,
                    int32_t *w, int32_t *h)
{
    int64_t pw = picture_width(p), ph = picture_height(p);
    int64_t most = (int64_t)lay->look.height * MOST / 100;
    if (area->picture_most) most = area->picture_most;
    int64_t width = pw * 750 < area->width ? pw * 750 : area->width; /* never larger than 96 pixels an inch */
    if (pw < 1 || ph < 1) width = pw = ph = 1;
    int64_t height = width * ph / pw;
    if (height > most) {
        height = most;
        width = height * pw / ph;
    }
    *w = width < 1 ? 1 : (int32_t)width;
    *h = height < 1 ? 1 : (int32_t)height;
}

/* A picture that is a link: its own area leads there. */
static struct item *linked(struct layout_context *lay, struct item picture)
{
    struct item *p = ARENA_MANY(lay->job->keep, struct item, 2);
    p[0] = p[1] = picture;
    p[1].kind = ITEM_LINK;
    p[1].href = picture.span->href;
    return p;
}

static struct item *alone(struct layout_context *lay, struct item picture)
{
    struct item *p = ARENA_ONE(lay->job->keep, struct item);
    *p = picture;
    return p;
}

struct box *picture_put(struct layout_context *lay, struct area *area, const struct node *node,
                        const struct span *span, const struct picture *picture)
{
    struct item it = {.kind = ITEM_PICTURE, .node = node, .span = span, .picture = picture};
    size_of(lay, area, picture, &it.width, &it.height);
    int32_t slack = area->width - it.width;
    it.x = area->x + (area->align == ALIGN_CENTRE ? slack / 2 : area->align == ALIGN_RIGHT ? slack : 0);
    bool leads = span && span->href.n;
    struct item *items = leads ? linked(lay, it) : alone(lay, it);
    struct box *b = area_band(lay, area, items, leads ? 2 : 1, it.height, lay->look.unit);
    b->centred = area->align == ALIGN_CENTRE;
    area->galley->after = lay->look.unit;
    return b;
}

void picture_inline(struct layout_context *lay, struct area *area, const struct node *node)
{
    for (size_t i = 0; i < node->spans.n; i++) {
        const struct span *s = &node->spans.at[i];
        if (s->kind == SPAN_PICTURE && s->picture) picture_put(lay, area, node, s, s->picture);
    }
}

/* -- figures -- */

/* A picture that does not fit on the rest of a page may be made lower rather than leave that empty. */
static void let_shrink(struct layout_context *lay, struct galley *s, size_t first)
{
    struct box *b = &s->boxes.at[first];
    if (s != lay->main) return;
    b->least = (int32_t)((int64_t)b->height * LEAST / 100);
    for (size_t i = first + 1; i < s->boxes.n; i++)
        b->caption += s->boxes.at[i].before + s->boxes.at[i].height;
}

static void captions(struct layout_context *lay, struct area *area, const struct node *figure)
{
    for (const struct node *n = figure->first; n; n = n->next) {
        struct paragraph *p = paragraph_collect(lay, n, area);
        if (n->next) p->style.keep = true;
        area_start(lay, n);
        paragraph_lines_put(lay, area, p);
        picture_inline(lay, area, n);
    }
}

int32_t picture_row_height(const struct layout_context *lay, const struct area *area,
                           const struct node *figure, size_t n, int32_t width)
{
    int32_t most = lay->look.height / 100 * MOST_SHARED, lowest = most;
    struct area column = *area;
    column.width = width;
    column.picture_most = most;
    for (; figure && n; figure = figure->next, n--) {
        int32_t w, h;
        if (figure->role != ROLE_FIGURE || !figure->picture) return 0;
        size_of(lay, &column, figure->picture, &w, &h);
        lowest = h < lowest ? h : lowest;
    }
    return lowest > LOWEST ? lowest : LOWEST;
}

bool picture_stands_beside(const struct layout_context *lay, const struct area *area,
                           const struct node *figure)
{
    if (figure->role != ROLE_FIGURE || !figure->picture) return false;
    return lay->tree->toc && area->galley == lay->main && area->where == STYLE_TEXT;
}

/* A stamp does not leave its caption on the far side of an empty column. */
static int32_t share_of(const struct layout_context *lay, const struct area *area, const struct picture *p,
                        int32_t room)
{
    if (lay->tree->both) return room / 2; /* where the page's second column begins */
    int32_t share = (int32_t)((int64_t)room * ONE_LANGUAGE / 1000), width, height;
    struct area in = *area;
    in.width = share;
    in.picture_most = lay->look.height / 100 * MOST_SHARED;
    size_of(lay, &in, p, &width, &height);
    return width > share / 2 ? share : width > share / 4 ? share / 2 : share / 4;
}

void picture_beside(struct layout_context *lay, struct area *area, const struct node *figure)
{
    int32_t room = area->width - lay->look.gutter, width = share_of(lay, area, figure->picture, room);
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, 2);
    struct area shown = area_column(lay, area, area->x, width),
                said = area_column(lay, area, area->x + width + lay->look.gutter, room - width);
    shown.picture_most = lay->look.height / 100 * MOST_SHARED;
    picture_put(lay, &shown, figure, NULL, figure->picture);
    captions(lay, &said, figure);
    columns[0] = shown.galley;
    columns[1] = said.galley;
    area_group(lay, area, columns, 2, true);
    area->galley->after = lay->look.unit * 3 / 2;
}

void picture_figure(struct layout_context *lay, struct area *area, const struct node *figure)
{
    size_t first = area->galley->boxes.n;
    if (picture_stands_beside(lay, area, figure)) {
        picture_beside(lay, area, figure);
        return;
    }
    if (figure->picture) {
        struct box *b = picture_put(lay, area, figure, NULL, figure->picture);
        b->keep = figure->first != NULL;
        if (b->keep) area->galley->after = lay->look.unit * 4 / 10;
    }
    captions(lay, area, figure);
    if (figure->picture) let_shrink(lay, area->galley, first);
}
