/* hash: what the tables of text/ have in common. Inside of text/. */
#ifndef SASTRA_TEXT_HASH_H
#define SASTRA_TEXT_HASH_H

#include "text/shape.h"

static inline uint64_t hash_more(uint64_t h, uint64_t v)
{
    h = (h ^ v) * 0x9E3779B97F4A7C15u;
    return h ^ h >> 29;
}

static inline uint64_t hash_glyphs(uint64_t h, const struct glyph *g, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        h = hash_more(h, (uint64_t)g[i].id << 32 | (uint32_t)g[i].advance);
        h = hash_more(h, (uint64_t)(uint32_t)g[i].x << 32 | (uint32_t)g[i].y);
    }
    return h;
}

static inline bool hash_same_glyphs(const struct glyph *a, const struct glyph *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (a[i].id != b[i].id || a[i].advance != b[i].advance || a[i].x != b[i].x || a[i].y != b[i].y)
            return false;
    return true;
}

#endif
