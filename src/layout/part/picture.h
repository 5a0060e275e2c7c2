/* picture: pictures and what is said of them: below, or, where one stands alone in a report, beside. */
#ifndef SASTRA_LAYOUT_PART_PICTURE_H
#define SASTRA_LAYOUT_PART_PICTURE_H

#include "layout/area.h"

/* A box of its own. span: the one in a line that it stands for; may be NULL. */
struct box *picture_put(struct layout_context *lay, struct area *area, const struct node *node,
                        const struct span *span, const struct picture *picture);
/* The pictures that stand in a node's lines, below them. */
void picture_inline(struct layout_context *lay, struct area *area, const struct node *node);
void picture_figure(struct layout_context *lay, struct area *area, const struct node *figure);
/* How high n figures of a row may be, each in a column of this width, to be of one height: their captions are
 * level. 0: as high as they like. */
int32_t picture_row_height(const struct layout_context *lay, const struct area *area,
                           const struct node *figure, size_t n, int32_t width);
/* Whether a figure is one of the report's own measure, and does not stand in a column already; then the
 * picture in one column, its caption in the other. */
bool picture_stands_beside(const struct layout_context *lay, const struct area *area,
                           const struct node *figure);
void picture_beside(struct layout_context *lay, struct area *area, const struct node *figure);

#endif
