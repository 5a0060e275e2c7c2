#include "layout/part/session_sign.h"

enum { GRID = 12 };

struct sign_rect {
    int8_t x, y, width, height; /* in twelfths of the side, from its upper left corner */
    bool white;
};

/* In the order of enum session_type. */
static const struct sign_rect SIGNS[][SESSION_SIGN_RECTS] = {
    [SESSION_TALK] = {{0, 1, 12, 7, false}, {5, 8, 2, 3, false}, {3, 11, 6, 1, false}}, /* a screen */
    [SESSION_OPENING] = {{2, 0, 1, 12, false}, {3, 1, 8, 6, false}}, /* a flag: of either ceremony */
    [SESSION_PANEL] = {{0, 2, 3, 4, false}, {4, 2, 3, 4, false}, {8, 2, 3, 4, false}, {0, 8, 11, 3, false}},
    [SESSION_DISCUSSION] = {{0, 1, 8, 5, false},
                            {1, 6, 2, 2, false},
                            {5, 7, 7, 4, false},
                            {9, 11, 2, 1, false}},
    [SESSION_VISIT] = {{5, 0, 1, 3, false}, {6, 0, 3, 2, false}, {0, 4, 12, 8, false}, {5, 8, 2, 4, true}},
    [SESSION_BREAK] = {{1, 4, 7, 7, false}, {8, 5, 3, 1, false}, {10, 5, 1, 4, false}, {8, 8, 3, 1, false}},
    [SESSION_CLOSING] = {{2, 0, 1, 12, false}, {3, 1, 8, 6, false}},
};

size_t session_sign(const struct node *kind, int32_t x, int32_t y, int32_t side,
                    struct item items[SESSION_SIGN_RECTS])
{
    size_t n = 0, at = (size_t)(kind->count - 1);
    if (kind->count < 1 || at >= sizeof SIGNS / sizeof *SIGNS) return 0;
    for (size_t i = 0; i < SESSION_SIGN_RECTS && SIGNS[at][i].width; i++) {
        const struct sign_rect *r = &SIGNS[at][i];
        items[n++] =
            area_rect(kind, x + r->x * side / GRID, y - side + r->y * side / GRID, r->width * side / GRID,
                      r->height * side / GRID, r->white ? STYLE_PAPER : STYLE_BLUE);
    }
    return n;
}
