/* heading: how a heading or a large number is fitted into its measure: both languages on one line, or
 * smaller. */
#ifndef SASTRA_LAYOUT_BLOCK_HEADING_H
#define SASTRA_LAYOUT_BLOCK_HEADING_H

#include "layout/area.h"

/* The area for a node's text: joined where both languages of a title, or of the line over it, fit on one
 * line; smaller for a large number that is wider than its column, and for a sheet's heading where that spares
 * a line. */
struct area heading_fitted(struct layout_context *lay, const struct area *area, const struct node *node);

#endif
