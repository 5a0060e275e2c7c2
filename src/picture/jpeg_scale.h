/* jpeg_scale: a JPEG made smaller: decoded at the least of libjpeg's eighths that is large enough, then each
 * pixel the mean of those that it covers. */
#ifndef SASTRA_PICTURE_JPEG_SCALE_H
#define SASTRA_PICTURE_JPEG_SCALE_H

#include "base/str.h"

/* width, height: no more than the file's own. Four inks (CMYK) come out as three colours. In the arena, which
 * holds the rows at work too. False where the file does not decode; one that read/ has checked does. */
bool jpeg_scale(struct arena *a, struct str file, uint32_t width, uint32_t height, struct str *to);

#endif
