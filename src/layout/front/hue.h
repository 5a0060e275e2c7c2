/* hue: the one hue of a document: what is drawn in the house's blue, and in the tints made of it, in the
 * event's own colour. */
#ifndef SASTRA_LAYOUT_FRONT_HUE_H
#define SASTRA_LAYOUT_FRONT_HUE_H

#include "layout/page.h"

/* colour: 0xRRGGBB */
void hue_apply(struct pages *pages, uint32_t colour);

#endif
