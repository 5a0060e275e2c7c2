/* jpeg_segments: the parts that a JPEG file is made of (ISO/IEC 10918-1, B.1.1), whatever they hold. */
#ifndef SASTRA_PICTURE_JPEG_SEGMENTS_H
#define SASTRA_PICTURE_JPEG_SEGMENTS_H

#include "base/buf.h"

enum { JPEG_CODED = 0, JPEG_EXIF = 0xE1, JPEG_PROFILE = 0xE2 };

struct jpeg_segment {
    unsigned marker;   /* its second byte; JPEG_CODED: coded data up to the next marker */
    struct str bytes;  /* all of it, the marker too */
    struct str inside; /* behind marker and length */
};

/* The next after *at, which is 2 at first; false at the end of the image. */
bool jpeg_segment_next(struct str file, size_t *at, struct jpeg_segment *segment);
/* Without what a camera says of its owner and of the place; in the arena. */
struct str jpeg_segments_shown(struct arena *a, struct str file);

#endif
