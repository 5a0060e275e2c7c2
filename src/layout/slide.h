/* slide: what stands on one, set again where it does not fit, and the room that is left on it. */
#ifndef SASTRA_LAYOUT_SLIDE_H
#define SASTRA_LAYOUT_SLIDE_H

#include "layout/layout_context.h"

/* Where the main galley and what waits to begin stood. */
struct slide_mark {
    size_t boxes;
    int32_t after;
    bool new_page;
    struct box_start *starts, **starts_end;
};

struct slide_mark slide_begin(const struct layout_context *lay);
/* All that was put since is forgotten. */
void slide_again(struct layout_context *lay, const struct slide_mark *m);
/* Under what stands on the last slide so far; less than nothing where that is too high. */
int32_t slide_left(const struct layout_context *lay);
/* The room that is left goes above the boxes at these places. */
void slide_spread(const struct layout_context *lay, const size_t *at, size_t n);

#endif
