/* glyph_outline: whether a face's drawings of glyphs are whole. HarfBuzz draws nothing, in silence, where a
 * glyph's bytes are damaged: letters would be missing on the page. The inside of text/.
 *
 * Takes a face that face_open found good, whose file may be another by now (OpenType 1.9, glyf, loca). */
#ifndef SASTRA_TEXT_GLYPH_OUTLINE_H
#define SASTRA_TEXT_GLYPH_OUTLINE_H

#include "text/face.h"

/* Each glyph of the set, with all that it is put together from; an empty one is whole. False for a glyph that
 * the face does not have, for parts nested deeper than 8 and for more than 4,096 of them. */
bool glyph_outline_whole(const struct face *f, const hb_set_t *glyphs);

#endif
