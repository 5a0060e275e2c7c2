/* picture_file: a picture as the file that a browser loads. */
#ifndef SASTRA_WEB_FILE_PICTURE_FILE_H
#define SASTRA_WEB_FILE_PICTURE_FILE_H

#include "base/buf.h"
#include "model/doc.h"

struct picture_file {
    struct str bytes;
    const char *type; /* MIME */
    const char *ending;
};

/* A JPEG as it came, told how it is to be turned (Exif 2.3, 4.6.4, tag 0x0112); else a PNG (ISO 15948) whose
 * pixels stand upright. In the arena. */
struct picture_file picture_file(struct arena *a, const struct picture *p);

#endif
