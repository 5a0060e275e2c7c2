/* run_in: who said a quote, behind its last words. */
#ifndef SASTRA_LAYOUT_BLOCK_RUN_IN_H
#define SASTRA_LAYOUT_BLOCK_RUN_IN_H

#include "layout/area.h"

/* Onto the last line of the paragraph before it, which the area's galley ends with; false, and nothing is
 * put, where that has no room for it. */
bool run_in_put(struct layout_context *lay, struct area *area, const struct node *source);

#endif
