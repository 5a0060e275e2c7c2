/* scaled_picture: photos at the size that they are set, for all documents of a build: each decoded once for
 * each size, by whichever thread is first; the others wait for it.
 *
 * Large JPEG files are not held in memory between reading and setting: they are had from the disk again, one
 * a thread at a time, and must be what they were. */
#ifndef SASTRA_PICTURE_SCALED_PICTURE_H
#define SASTRA_PICTURE_SCALED_PICTURE_H

#include "base/job.h"
#include "model/doc.h"

struct scaled_pictures;

/* dpi: pixels an inch; 0: as they are. Fails as the arena does. */
struct scaled_pictures *scaled_pictures_new(struct arena *like, int dpi);
void scaled_pictures_free(struct scaled_pictures *s); /* NULL is none */

/* The picture for a box of width and height (upright, 1/1000 pt; 0: not known, then a page's), by
 * job->scaled; what is no JPEG, or not larger than that, as it is. Good until the store goes. NULL, told,
 * where its file is no more what it was. */
const struct picture *scaled_picture(struct job *job, const struct picture *p, int32_t width, int32_t height);

#endif
