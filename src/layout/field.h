/* field: blanks to fill in by hand: labelled fields, ruled lines, boxes to tick, scales. */
#ifndef SASTRA_LAYOUT_FIELD_H
#define SASTRA_LAYOUT_FIELD_H

#include "layout/area.h"

void field_row(struct layout_context *lay, struct area *area, const struct node *fields);
void field_lines(struct layout_context *lay, struct area *area, const struct node *lines);
void field_options(struct layout_context *lay, struct area *area, const struct node *options);
void field_scale(struct layout_context *lay, struct area *area, const struct node *scale);

#endif
