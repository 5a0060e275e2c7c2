#include "layout/front/banner.h"

#include "layout/block.h"
#include "layout/front/krama.h"

#define BLEED STYLE_MM(3) /* so much of the field lies beyond the paper, where a cut may go wrong */

enum { UNDER = 30, /* tenths of a unit from its words to its edge, */ AFTER = 38 /* and from it on */ };

/* From edge to edge of the page, down to where its words and the space under them end. */
static struct item field_of(const struct layout_context *lay, const struct node *node, int32_t end)
{
    const struct sheet *s = &lay->print->sheet;
    return area_rect(node, -s->inside - BLEED, -s->top - BLEED, s->width + 2 * BLEED, s->top + BLEED + end,
                     STYLE_BLUE);
}

void banner_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct galley **column = ARENA_ONE(lay->job->keep, struct galley *);
    struct item *behind = ARENA_MANY(lay->job->keep, struct item, KRAMA_MOST + 1);
    struct area in = area_column(lay, area, area->x, area->width);
    in.colour = STYLE_PAPER;
    area_band(lay, &in, behind, 0, 0, 0)->keep = true;
    block_children(lay, &in, node);
    in.galley->after = 0;
    area_band(lay, &in, NULL, 0, UNDER * lay->look.unit / 10, 0);
    behind[0] = field_of(lay, node, galley_height(in.galley));
    in.galley->boxes.at[0].nitems = 1 + krama_items(&behind[0], behind + 1);
    *column = in.galley;
    area_group(lay, area, column, 1, true);
    area->galley->after = AFTER * lay->look.unit / 10;
}
