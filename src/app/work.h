/* work: one document on its way through the stages, and what all of them share. */
#ifndef SASTRA_APP_WORK_H
#define SASTRA_APP_WORK_H

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
        *shaped;     /* what documents shape once for all: the one thing that grows, under its lock */
    long long epoch; /* SOURCE_DATE_EPOCH, or -1 */
};

struct work { /* one document */
    const struct resources *shared;
    struct wanted wanted;
    struct job job;          /* its keep: the version's, then what lasts */
    struct arena *lasting;   /* complaints and files */
    struct arena *version;   /* tree and pages of the version at hand; NULL once the files are made */
    struct shaper *shaper;   /* what the pages' letters are drawn from; as long as they */
    const struct tree *tree; /* NULL once the files are made, as pages */
    const struct pages *pages;
    size_t npages;
    struct web_store *web; /* NULL: not asked for yet */
    struct str sections;   /* of a report that was written as a PDF: the list that it carries */
    struct output *files;  /* one a writer */
    size_t nfiles;
    bool good, exhausted; /* exhausted: memory ran out */
};

#endif
