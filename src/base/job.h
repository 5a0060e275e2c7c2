/* job: what a stage is handed besides its input. Nothing is global.
 *
 * keep lives as long as the run (or the document's task); scratch is reset by whoever marked it. One job is
 * used by one thread; documents laid out side by side have a job each, merged in the documents' order. */
#ifndef SASTRA_BASE_JOB_H
#define SASTRA_BASE_JOB_H

#include "base/diag.h"
#include "base/memo.h"
#include "base/thread_pool.h"

struct options {
    struct str input, output; /* folders, as given */
    struct str fonts;         /* folder of the fonts; empty: looked for */
    enum lang lang;           /* of the complaints */
    bool strict;
    bool adopt;  /* the output folder may hold files of others */
    int threads; /* at least 1 */
};

struct job {
    struct arena *keep, *scratch;
    struct diags *diags;
    const struct options *options;
    struct image_cache *images;     /* read/image's own: pictures of this run; NULL until the first */
    struct scaled_pictures *scaled; /* picture/'s own: photos as they are set; NULL: as they were read */
    struct thread_pool *pool;       /* for work that threads can share; NULL: none */
    struct memo *memo;              /* what builds before made; NULL: none, and nothing is kept */
};

#endif
