/* field: blanks to fill in by hand: labelled fields, ruled lines, boxes to tick. */
#ifndef SASTRA_LAYOUT_FIELD_H
#define SASTRA_LAYOUT_FIELD_H

#include "layout/area.h"

/* How wide a question's boxes are where they stand beside the prompt, which costs it a line at most; else
 * 0. gap: what parts them from it. */
int32_t field_beside(struct layout_context *lay, const struct area *area, const struct node *question,
                     int32_t *gap);
void field_row(struct layout_context *lay, struct area *area, const struct node *fields);
void field_lines(struct layout_context *lay, struct area *area, const struct node *lines);
void field_options(struct layout_context *lay, struct area *area, const struct node *options);

#endif
