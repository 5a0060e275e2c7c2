#include "base/colour.h"

#include <math.h>
#include <stdbool.h>

enum { WHITE = 0xFFFFFF, BLACK = 0, WHOLE = 1000 };

static double linear(uint32_t value)
{
    double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

double colour_light(uint32_t colour)
{
    return 0.2126 * linear(colour >> 16 & 0xFF) + 0.7152 * linear(colour >> 8 & 0xFF) +
           0.0722 * linear(colour & 0xFF);
}

double colour_contrast(uint32_t a, uint32_t b)
{
    double x = colour_light(a), y = colour_light(b);
    return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

uint32_t colour_mixed(uint32_t colour, uint32_t other, int part)
{
    uint32_t mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        int from = (int)(colour >> shift & 0xFF), to = (int)(other >> shift & 0xFF);
        mixed |= (uint32_t)((from * (WHOLE - part) + to * part + WHOLE / 2) / WHOLE) << shift;
    }
    return mixed;
}

/* What is looked for lies between two parts: the one that is no lighter is taken of a shade, of a tint the
 * one that is no darker, so that what stands out keeps to it. */
uint32_t colour_as_light(uint32_t colour, double light)
{
    bool lighter = light > colour_light(colour);
    uint32_t other = lighter ? WHITE : BLACK;
    int less = 0, enough = WHOLE;
    while (enough - less > 1) {
        int part = (less + enough) / 2;
        double got = colour_light(colour_mixed(colour, other, part));
        if (lighter ? got >= light : got <= light)
            enough = part;
        else
            less = part;
    }
    return colour_mixed(colour, other, enough);
}
