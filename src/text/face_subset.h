/* face_subset: a face for readers that set text themselves: of its characters only those named, with all that
 * is needed to shape them. */
#ifndef SASTRA_TEXT_FACE_SUBSET_H
#define SASTRA_TEXT_FACE_SUBSET_H

#include "text/font_set.h"

/* A TrueType font in the arena, of the n code points: cmap, GSUB and GPOS kept, hints, variations and names
 * left out. Empty where the face cannot be subset. */
struct str face_subset(struct arena *a, const struct font_set *f, size_t face, const uint32_t *cp, size_t n);

#endif
