#include "layout/front/hue.h"

#include "layout/style.h"

/* How much white is in the blue's tints, per cent. */
enum { OF_THREAD = 7, OF_TINT = 91 };

static uint32_t mixed(uint32_t colour, unsigned white)
{
    uint32_t mix = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        uint32_t c = colour >> shift & 0xFF;
        mix |= (c + (0xFF - c) * white / 100) << shift;
    }
    return mix;
}

static uint32_t in_place_of(uint32_t was, uint32_t colour)
{
    switch (was) {
    case STYLE_BLUE: return colour;
    case STYLE_THREAD: return mixed(colour, OF_THREAD);
    case STYLE_TINT: return mixed(colour, OF_TINT);
    default: return was;
    }
}

void hue_apply(struct pages *pages, uint32_t colour)
{
    for (size_t i = 0; i < pages->list.n; i++)
        for (size_t k = 0; k < pages->list.at[i].items.n; k++) {
            struct item *it = &pages->list.at[i].items.at[k];
            it->colour = in_place_of(it->colour, colour);
        }
}
