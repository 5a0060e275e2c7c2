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
#include "text/glyph.h"
#include "text/text_run.h"

struct shaped {
    struct cluster *at;
    size_t n;
};

/* Ink above and below the baseline, 1/1000 pt, both positive, of the clusters from … to, and how far behind
 * its place the first one's begins: the real outlines'. */
struct ink {
    int32_t above, below, left;
};

struct shaper; /* one for each thread and document; clusters are in job->keep and point into it and its store
                */
struct shape_store; /* shape_store.h: for all documents of a run */

/* The store outlives the shaper and what it shaped. */
struct shaper *shaper_on(struct job *job, struct shape_store *store);
/* On a store of its own. */
struct shaper *shaper_new(struct job *job, const struct font_set *fonts, const struct words *words);
void shaper_free(struct shaper *s); /* with its cache; NULL is none */
struct shaped shape(struct shaper *s, const struct text_run *runs, size_t nruns);
/* The same, until the next call alone. */
struct shaped shape_passing(struct shaper *s, const struct text_run *runs, size_t nruns);
/* The hyphen that ends a line broken at a BRK_HYPHEN after cluster c; its text is U+00AD. */
struct cluster shape_hyphen(struct shaper *s, const struct cluster *c);
/* A cluster's text as a space: what is read and copied there, but not seen. */
struct cluster shape_unseen(struct shaper *s, const struct cluster *c);
struct ink shape_ink(struct shaper *s, const struct cluster *c, size_t n);

#endif
