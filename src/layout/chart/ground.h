/* ground: the colours of parts that stand side by side, and the ink of words on each of them. Every two that
 * are neighbours differ in grey, too, and words stand out 7 : 1 on all, in whatever hue (front/hue). Pure. */
#ifndef SASTRA_LAYOUT_CHART_GROUND_H
#define SASTRA_LAYOUT_CHART_GROUND_H

#include <stddef.h>
#include <stdint.h>

/* The i-th of n, from the palest to the darkest. */
uint32_t ground_of(size_t i, size_t n);
/* White or ink, whichever stands out. */
uint32_t ground_ink(uint32_t ground);

#endif
