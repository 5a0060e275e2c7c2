/* composite_glyphs: composite glyphs put behind the glyphs of a TrueType font (OpenType 1.9: glyf, loca,
 * hmtx, hhea, maxp, head). Inside of text/. Pure: bytes in, bytes out. */
#ifndef SASTRA_TEXT_COMPOSITE_GLYPHS_H
#define SASTRA_TEXT_COMPOSITE_GLYPHS_H

#include "base/buf.h"

struct composite_glyphs_part { /* one component: where its own origin lies, in units of the em */
    uint16_t glyph;
    int32_t x, y;
};

struct composite_glyphs_glyph { /* no parts: an empty glyph */
    const struct composite_glyphs_part *parts;
    size_t nparts;
    int32_t advance;
};

struct composite_glyphs_tables { /* of the font, each whole */
    struct str glyf, head, hhea, hmtx, loca, maxp;
};

/* The font's number of glyphs; the first glued one gets this number. */
size_t composite_glyphs_first(const struct composite_glyphs_tables *t);
/* A new font program with the n glyphs after the font's own: long loca, full hmtx, no hints. False where a
 * table is too short, a part is no glyph of the font, or there would be more than 65,535 glyphs. */
bool composite_glyphs_add(struct arena *a, const struct composite_glyphs_tables *t,
                          const struct composite_glyphs_glyph *glyphs, size_t n, struct str *program);

#endif
