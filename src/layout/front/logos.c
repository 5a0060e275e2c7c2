#include "layout/front/logos.h"

enum { LEAST = 600 /* thousandths: smaller than that they part into rows */ };

#define HIGH STYLE_MM(15)
#define WIDE STYLE_MM(42)
#define GAP  STYLE_MM(8)

struct logo {
    const struct node *node;
    int32_t width, height;
};

static struct logo logo_of(const struct node *n)
{
    const struct picture *p = n->picture;
    int64_t pw = picture_width(p), ph = picture_height(p);
    struct logo l = {.node = n, .height = HIGH};
    if (pw < 1 || ph < 1) pw = ph = 1;
    int64_t width = (int64_t)HIGH * pw / ph;
    if (width > WIDE) {
        width = WIDE;
        l.height = (int32_t)(width * ph / pw);
    }
    l.width = width < 1 ? 1 : (int32_t)width;
    l.height = l.height < 1 ? 1 : l.height;
    return l;
}

/* So much smaller all logos are that they fit on one row. */
static int64_t scale_of(const struct node *grid, int32_t room)
{
    int64_t widths = 0, gaps = -GAP;
    for (const struct node *n = grid->first; n; n = n->next) {
        widths += logo_of(n).width;
        gaps += GAP;
    }
    if (widths + gaps <= room) return 1000;
    int64_t scale = room > gaps ? (room - gaps) * 1000 / widths : 0;
    return scale < LEAST ? LEAST : scale;
}

static void put_row(struct layout_context *lay, struct area *area, const struct logo *logos, size_t n)
{
    struct item *it = ARENA_MANY(lay->job->keep, struct item, n);
    int32_t x = area->x, high = 0;
    for (size_t i = 0; i < n; i++) high = logos[i].height > high ? logos[i].height : high;
    for (size_t i = 0; i < n; i++) {
        area_start(lay, logos[i].node);
        it[i] = (struct item){.kind = ITEM_PICTURE,
                              .node = logos[i].node,
                              .picture = logos[i].node->picture,
                              .x = x,
                              .y = (high - logos[i].height) / 2,
                              .width = logos[i].width,
                              .height = logos[i].height};
        x += logos[i].width + GAP;
    }
    area_band(lay, area, it, n, high, lay->look.unit);
    area->galley->after = lay->look.unit;
}

void logos_put(struct layout_context *lay, struct area *area, const struct node *grid)
{
    size_t count = 0, n = 0;
    for (const struct node *c = grid->first; c; c = c->next) count++;
    struct logo *row = ARENA_MANY(lay->job->keep, struct logo, count);
    int64_t scale = scale_of(grid, area->width), used = 0;
    area_start(lay, grid);
    for (const struct node *c = grid->first; c; c = c->next) {
        struct logo l = logo_of(c);
        l.width = (int32_t)(l.width * scale / 1000);
        l.height = (int32_t)(l.height * scale / 1000);
        if (n && used + l.width > area->width) {
            put_row(lay, area, row, n);
            n = 0;
            used = 0;
        }
        row[n++] = l;
        used += l.width + GAP;
    }
    if (n) put_row(lay, area, row, n);
}
