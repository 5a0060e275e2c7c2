/* shape_cache: a piece's text to the clusters it is set with, size aside; made once for each text and style,
 * then stamped wherever it comes again. The second of the four calls, and the only one that sees HarfBuzz
 * shape. Inside of text/. */
#ifndef SASTRA_TEXT_SHAPE_CACHE_H
#define SASTRA_TEXT_SHAPE_CACHE_H

#include "text/face.h"
#include "text/font_set.h"
#include "text/glyph.h"

struct cached_cluster {
    const struct cluster_glyphs *known;
    uint32_t at;    /* where it begins in the piece */
    uint32_t scale; /* millionths of the run's size */
    int32_t width;  /* 1/1000 em */
    uint8_t kind;   /* enum cluster_kind */
    bool hyphen;    /* a hyphen may stand before it */
    bool missing;   /* a box stands for it */
};

struct shape_cache_style {
    enum lang lang;
    enum font_use use;
    bool bold, italic;
    hb_script_t script;
    bool hyphenate; /* find where its words may be parted */
};

struct cached_clusters {
    struct cached_cluster *at;
    size_t n;
};

struct shape_cache;

struct shape_cache *shape_cache_new(struct arena *keep, struct arena *scratch, const struct font_set *fonts);
void shape_cache_free(struct shape_cache *s);
/* The width of a space that has one of its own, in 1/1000 em; 0 of any other. */
unsigned shape_cache_fixed_space(struct str space);
/* text: one piece; a space is set as U+0020, but for those of fixed width. */
struct cached_clusters shape_cache_get(struct shape_cache *s, const struct shape_cache_style *style,
                                       struct str text, bool space);
/* A cluster of one character in a face, or in the next that has it. */
struct cached_cluster shape_cache_single(struct shape_cache *s, size_t face, uint32_t cp, struct str text);

#endif
