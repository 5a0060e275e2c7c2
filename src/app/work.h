/* work: one document on its way through the stages, and what all of them share. */
#ifndef SASTRA_APP_WORK_H
#define SASTRA_APP_WORK_H

#include "base/thread_pool.h"
#include "compose/compose.h"
#include "layout/page.h"
#include "publish/publish.h"

/* What all documents share, read-only. */
struct resources {
    const struct corpus *corpus;
    const struct survey *survey;
    struct font_set *fonts;
    struct words *words;
    struct shape_store
        *shaped; /* what documents shape once for all: the one thing that grows, under its lock */
    struct scaled_pictures *scaled; /* photos as they are set: grows too, under its lock */
    long long epoch;                /* SOURCE_DATE_EPOCH, or -1 */
    struct kept *kept;              /* what builds before left, and owns the three above; NULL: none */
    struct memo_key state;          /* of fonts and words, where there is kept */
};

struct work { /* one document */
    const struct resources *shared;
    struct wanted wanted;
    struct job job;          /* its keep: the version's, then what lasts */
    struct arena *lasting;   /* complaints and files */
    struct arena *version;   /* tree and pages of the version at hand; NULL once the files are made */
    struct shaper *shaper;   /* what the pages' letters are drawn from; as long as they */
    const struct tree *tree; /* NULL once the files are made, as pages */
    struct pages *pages;
    size_t npages;
    struct print print;
    struct memo_key key;   /* of the version at hand: what its pages and files are kept under */
    struct arena *writing; /* what a writer works in; NULL between them */
    struct web_store *web; /* NULL: not asked for yet */
    struct aside *aside;   /* what another thread makes of it meanwhile, or will; NULL: nothing */
    struct latch *laid;    /* of such a one: its pages are those of another work, once this is open; */
    const struct work *of; /* that work */
    struct str sections;   /* of a report that was written as a PDF: the list that it carries */
    struct output *files;  /* one a writer */
    size_t nfiles;
    bool good, exhausted; /* exhausted: memory ran out */
};

#endif
