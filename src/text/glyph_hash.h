/* glyph_hash: rows of placed glyphs as keys of a map. Inside of text/. */
#ifndef SASTRA_TEXT_GLYPH_HASH_H
#define SASTRA_TEXT_GLYPH_HASH_H

#include "base/map.h"
#include "text/shape.h"

static inline uint64_t glyph_hash(uint64_t h, const struct glyph *g, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        h = map_hash(h, (uint64_t)g[i].id << 32 | (uint32_t)g[i].advance);
        h = map_hash(h, (uint64_t)(uint32_t)g[i].x << 32 | (uint32_t)g[i].y);
    }
    return h;
}

static inline bool glyph_hash_same(const struct glyph *a, const struct glyph *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (a[i].id != b[i].id || a[i].advance != b[i].advance || a[i].x != b[i].x || a[i].y != b[i].y)
            return false;
    return true;
}

#endif
