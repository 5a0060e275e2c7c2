/* hue: the one hue of a document: what is drawn in the house's blue, and in the tints and shades made of it,
 * in the event's own colour. */
#ifndef SASTRA_LAYOUT_FRONT_HUE_H
#define SASTRA_LAYOUT_FRONT_HUE_H

#include "layout/page.h"

/* colour: 0xRRGGBB, on which white stands out. Tints and shades come out as light as they were, so that words
 * that stand out on them still do; what is none of the house's, as it was. */
uint32_t hue_of(uint32_t was, uint32_t colour);
/* The same of words: in a hue that stands out on white alone they are so much darker that they do on its
 * tint.
 */
uint32_t hue_ink(uint32_t was, uint32_t colour);
void hue_apply(struct pages *pages, uint32_t colour);

#endif
