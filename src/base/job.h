/* job: what a stage is handed besides its input, and how its work is shared out. Nothing is global.
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

/* Work on many things that ask nothing of each other, by all threads that are free: calls each(own, with, i)
 * once for every i below n. own is the job with arenas of the thread: what is kept lives as long as
 * job->keep, scratch is given back after each; and with complaints of the item's own, which are told in the
 * items' order. Where memory runs out for one, job->keep fails after. */
void job_share(struct job *job, size_t n, void (*each)(struct job *own, void *with, size_t i), void *with);

#endif
