/* face_info: what pdf/ needs to describe a face. */
#ifndef SASTRA_TEXT_FACE_INFO_H
#define SASTRA_TEXT_FACE_INFO_H

#include "base/str.h"

/* Units of the font's em unless said otherwise. */
struct face_info {
    struct str path, family, postscript;
    int units_per_em;
    int ascender, descender, cap_height, x_height, weight;
    int box[4]; /* xMin yMin xMax yMax */
    bool bold, italic, monospaced, serif;
    double italic_angle;
};

#endif
