#include "layout/chart/ground.h"

#include "base/colour.h"
#include "layout/style.h"

/* Words in ink on the pale ones, in white on the dark ones: none of them may lie in the middle, where neither
 * stands out. */
enum { PALEST = 0xEEF2F5, LEAST_PALE = 0x95AAB9, LEAST_DARK = 0x305975, DARKEST = STYLE_DEEP };

static uint32_t between(uint32_t from, uint32_t to, size_t i, size_t n)
{
    return n > 1 ? colour_mixed(from, to, (int)(i * 1000 / (n - 1))) : to;
}

uint32_t ground_of(size_t i, size_t n)
{
    size_t pale = n - n / 2;
    if (n < 2) return STYLE_BLUE;
    if (n < 4 && !i) return PALEST;
    return i < pale ? between(PALEST, LEAST_PALE, i, pale) : between(LEAST_DARK, DARKEST, i - pale, n - pale);
}

uint32_t ground_ink(uint32_t ground)
{
    bool white = colour_contrast(ground, STYLE_PAPER) > colour_contrast(ground, STYLE_INK);
    return white ? STYLE_PAPER : STYLE_INK;
}
