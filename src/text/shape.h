/* shape: runs of styled text to clusters of placed glyphs, each with the break that may follow it.
 *
 * Takes: runs in reading order (one paragraph, or one cell). Promises: all text is kept, in order, in the
 * clusters' text, but for line ends and ZWSP; a cluster is never cut; the pieces are: itemise (script, face,
 * fallback), shape (HarfBuzz with the "ot" shaper), break (khmer/breaks, English hyphenation). A character
 * that no face has is told once a place, and set as a visible box of the house's. Kerning and ligatures are
 * on; none across runs. */
#ifndef SASTRA_TEXT_SHAPE_H
#define SASTRA_TEXT_SHAPE_H

#include "khmer/breaks.h"
#include "text/font_set.h"

struct text_run {
    struct str text;
    enum lang lang;
    enum font_use use;
    bool bold, italic; /* Khmer has no italic: its emphasis is bold */
    bool hyphenate;    /* English words may be hyphenated */
    bool whole;        /* never broken inside (a number with its unit, a label) */
    bool loose;   /* code, addresses: may break after any / . - _ & = ? and anywhere rather than overflow */
    bool forced;  /* a line ends after this run */
    int32_t size; /* 1/1000 pt: of the letters of .lang; the other script's are matched to it, see
                     font_set_match */
    int32_t rise; /* 1/1000 pt above the baseline: superscripts */
    uint32_t tag; /* the caller's: comes back in the clusters */
    struct place place;
};

struct glyph { /* in units of its face's em */
    uint16_t id;
    int32_t advance, x, y;
};

enum cluster_kind { CLUSTER_TEXT, CLUSTER_SPACE };

struct cluster {                /* the smallest thing that is set */
    const struct glyph *glyphs; /* from the shaper's cache: equal clusters share them */
    struct str text;            /* Unicode, normal order; what copying gives */
    uint16_t nglyphs;
    uint16_t face; /* index in fonts */
    uint8_t kind;  /* enum cluster_kind */
    uint8_t brk;   /* enum brk: the break after it. BRK_HYPHEN: a hyphen is added there */
    uint8_t khmer; /* letters of Khmer: tracking may be put after it */
    uint8_t spare;
    int32_t size;  /* 1/1000 pt, of its face */
    int32_t width; /* 1/1000 pt: round(round(advance * 1000 / upem) * size / 1000), kerning included */
    int32_t rise;
    uint32_t tag;
    uint32_t run; /* index of its run */
};

struct shaped {
    struct cluster *at;
    size_t n;
};

/* Ink above and below the baseline, 1/1000 pt, both positive, of the clusters from … to: the real outlines'.
 */
struct ink {
    int32_t above, below;
};

struct shaper; /* one for each thread and document; its cache and clusters live in job->keep */

struct shaper *shaper_new(struct job *job, const struct font_set *fonts, const struct words *words);
void shaper_free(struct shaper *s); /* closes library handles */
struct shaped shape(struct shaper *s, const struct text_run *runs, size_t nruns);
/* The hyphen that ends a line broken at a BRK_HYPHEN after cluster c; its text is U+00AD. */
struct cluster shape_hyphen(struct shaper *s, const struct cluster *c);
struct ink shape_ink(struct shaper *s, const struct cluster *c, size_t n);

#endif
