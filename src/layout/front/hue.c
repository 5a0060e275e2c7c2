#include "layout/front/hue.h"

#include "layout/style.h"

#include <stdlib.h>

static uint32_t mixed(uint32_t colour, unsigned white)
{
    uint32_t mix = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        uint32_t c = colour >> shift & 0xFF;
        mix |= (c + (0xFF - c) * white / 100) << shift;
    }
    return mix;
}

/* How much white is in what is a tint of the blue, or nearly, per cent; -1: it is none. */
static int tint_of(uint32_t colour)
{
    enum { NEAR = 12 };
    int red = (int)(colour >> 16), from = STYLE_BLUE >> 16, all = 0xFF - from;
    int white = ((red - from) * 100 + all / 2) / all;
    if (red < from) return -1;
    uint32_t exact = mixed(STYLE_BLUE, (unsigned)white);
    for (int shift = 8; shift >= 0; shift -= 8)
        if (abs((int)(colour >> shift & 0xFF) - (int)(exact >> shift & 0xFF)) > NEAR) return -1;
    return white;
}

static uint32_t in_place_of(uint32_t was, uint32_t colour)
{
    int white = tint_of(was);
    return white < 0 ? was : mixed(colour, (unsigned)white);
}

void hue_apply(struct pages *pages, uint32_t colour)
{
    for (size_t i = 0; i < pages->list.n; i++)
        for (size_t k = 0; k < pages->list.at[i].items.n; k++) {
            struct item *it = &pages->list.at[i].items.at[k];
            it->colour = in_place_of(it->colour, colour);
        }
}
