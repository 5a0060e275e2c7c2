/* colour: how light a colour is, how far two stand out from each other. Pure. Colours are 0xRRGGBB. */
#ifndef SASTRA_BASE_COLOUR_H
#define SASTRA_BASE_COLOUR_H

#include <stdint.h>

/* Relative luminance, from 0 (black) to 1 (white), as WCAG 2 counts it. */
double colour_light(uint32_t colour);
/* From 1 (none) to 21 (black on white). */
double colour_contrast(uint32_t a, uint32_t b);
/* part: thousandths of the other colour. */
uint32_t colour_mixed(uint32_t colour, uint32_t other, int part);
/* The same hue as light as told: white or black is mixed in, whatever leads there. */
uint32_t colour_as_light(uint32_t colour, double light);

#endif
