/* chart_key: what the full and the paler part of a chart's bars stand for, under them, on the same page. */
#ifndef SASTRA_LAYOUT_CHART_CHART_KEY_H
#define SASTRA_LAYOUT_CHART_CHART_KEY_H

#include "layout/chart/chart_pen.h"

/* The paler part itself. */
void chart_key_pale(struct chart_pen *pen, int32_t x, int32_t y, int32_t width, int32_t height);
/* How far words are moved that tell of it in a line of their own, and its square in that line before them. */
int32_t chart_key_indent(const struct layout_context *lay, const struct node *words);
void chart_key_before(struct layout_context *lay, struct box *line, const struct node *words, int32_t x);
/* Nothing where the node tells of no parts (.low, .high). */
void chart_key_put(struct chart_pen *pen);
int32_t chart_key_height(struct chart_pen *pen);

#endif
