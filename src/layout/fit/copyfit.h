/* copyfit: chapters set a little closer or wider, so that none ends with a page that is nearly white, and
 * the back cover lies on a left page.
 *
 * Works on boxes that wait for their pages: where parts of the book begin, and the spaces above boxes. Pages
 * are tried, and none is put. Pure but for that. */
#ifndef SASTRA_LAYOUT_FIT_COPYFIT_H
#define SASTRA_LAYOUT_FIT_COPYFIT_H

#include "layout/galley.h"

struct copyfit {
    struct galley *galley;
    struct arena *scratch;
    int32_t height; /* of a page */
    size_t closing; /* the back cover's first box; 0: there is none */
};

void copyfit_chapters(const struct copyfit *c);
/* After galley_take: what the page has left goes back to spaces that gave; */
void copyfit_give_back(struct galley *s, struct galley_room room);
/* then to all spaces, within bounds, so that pages whose chapter goes on end level. */
void copyfit_fill(struct galley *s, struct galley_room room);
/* Of pages that are tables: what is left on the fullest goes above and under its rows, to each side so much
 * at most, and as much on all others that go with it, which end higher. height: of a page, counted from 0; 0:
 * it goes with them no more. */
typedef int32_t copyfit_height(const void *of, const struct galley *s, size_t page);
int32_t copyfit_rows_least(const struct copyfit *c, copyfit_height *height, const void *of, int32_t most);
void copyfit_rows(struct galley *s, int32_t each);

#endif
