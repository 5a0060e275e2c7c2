/* session_sign: a small sign for each kind of session, drawn of rectangles. A decoration: the word beside it
 * says what it is. */
#ifndef SASTRA_LAYOUT_PART_SESSION_SIGN_H
#define SASTRA_LAYOUT_PART_SESSION_SIGN_H

#include "layout/area.h"

enum { SESSION_SIGN_RECTS = 5 };

/* Into a square of this side, its lower left corner at x, y: so many items. */
size_t session_sign(const struct node *kind, int32_t x, int32_t y, int32_t side,
                    struct item items[SESSION_SIGN_RECTS]);

#endif
