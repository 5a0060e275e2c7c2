#include "layout/front/hue.h"

#include "base/colour.h"
#include "layout/style.h"

#include <stdlib.h>

static int channel(uint32_t colour, int shift)
{
    return (int)(colour >> shift & 0xFF);
}

/* The house's blue with white or black in it: its channels lie apart as the blue's do, but for their
 * rounding.
 */
static bool is_of_the_house(uint32_t colour)
{
    enum { LEAST_APART = 4, ROUNDED = 131 /* either channel by one */ };
    int green = channel(colour, 8) - channel(colour, 16), blue = channel(colour, 0) - channel(colour, 16);
    int house_green = channel(STYLE_BLUE, 8) - channel(STYLE_BLUE, 16),
        house_blue = channel(STYLE_BLUE, 0) - channel(STYLE_BLUE, 16);
    return blue >= LEAST_APART && abs(green * house_blue - blue * house_green) <= ROUNDED;
}

uint32_t hue_of(uint32_t was, uint32_t colour)
{
    enum { THREAD = 75 /* thousandths of white in what lies on the hue itself */ };
    if (was == STYLE_BLUE) return colour;
    if (was == STYLE_THREAD) return colour_mixed(colour, STYLE_PAPER, THREAD);
    return is_of_the_house(was) ? colour_as_light(colour, colour_light(was)) : was;
}

uint32_t hue_ink(uint32_t was, uint32_t colour)
{
    enum { LEAST_CONTRAST = 7 };
    double most = (colour_light(STYLE_TINT) + 0.05) / LEAST_CONTRAST - 0.05;
    if (was == STYLE_BLUE && colour_light(colour) > most) return colour_as_light(colour, most);
    return hue_of(was, colour);
}

void hue_apply(struct pages *pages, uint32_t colour)
{
    for (size_t i = 0; i < pages->list.n; i++)
        for (size_t k = 0; k < pages->list.at[i].items.n; k++) {
            struct item *it = &pages->list.at[i].items.at[k];
            it->colour = it->kind == ITEM_TEXT ? hue_ink(it->colour, colour) : hue_of(it->colour, colour);
        }
}
