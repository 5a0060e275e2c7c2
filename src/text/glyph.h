/* glyph: glyphs as they are placed, and the clusters that they stand in. */
#ifndef SASTRA_TEXT_GLYPH_H
#define SASTRA_TEXT_GLYPH_H

#include "base/map.h"
#include "base/str.h"

struct glyph { /* in units of its face's em */
    uint16_t id;
    int32_t advance, x, y;
};

/* A space of fixed width never stretches (UAX #14). */
enum cluster_kind { CLUSTER_TEXT, CLUSTER_SPACE, CLUSTER_FIXED_SPACE };

/* What a cluster is made of, whatever its size: from the shaper's cache, where equal ones are one. */
struct cluster_glyphs {
    struct str text; /* Unicode, normal order; what copying gives */
    int32_t above,
        below;    /* ink in units of the face's em: above 0 upwards, below 0 downwards; may be negative */
    int32_t left; /* where the ink begins */
    int32_t advance;
    uint16_t face; /* index in fonts */
    uint16_t n;    /* 0: nothing is drawn */
    bool khmer;    /* letters of Khmer */
    struct glyph at[];
};

struct cluster { /* the smallest thing that is set */
    const struct cluster_glyphs *glyphs;
    int32_t size;  /* 1/1000 pt, of its face */
    int32_t width; /* 1/1000 pt: round(round(advance * 1000 / upem) * size / 1000), kerning included */
    int32_t rise;
    uint32_t tag;
    uint32_t run;  /* index of its run */
    uint8_t kind;  /* enum cluster_kind */
    uint8_t brk;   /* enum brk: the break after it. BRK_HYPHEN: a hyphen is added there */
    uint8_t khmer; /* letters of Khmer: tracking may be put after it */
};

/* -- rows of glyphs as keys of a map -- */

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
