/* compose: the corpus to trees, one for each document that event.yml asks for. */
#ifndef SASTRA_COMPOSE_COMPOSE_H
#define SASTRA_COMPOSE_COMPOSE_H

#include "base/job.h"
#include "model/tree.h"

enum compose_kind {
    COMPOSE_REPORT, /* which: enum edition */
    COMPOSE_PROGRAMME,
    COMPOSE_FORM, /* which: index of the form */
    COMPOSE_SHEETS,
    COMPOSE_DIGEST,
    COMPOSE_SLIDES,   /* the digest, one thought a page */
    COMPOSE_WALL,     /* the digest on A3 */
    COMPOSE_PROBLEMS, /* of corpus->told; not in compose_list: it comes last, when all is told */
    COMPOSE_REGISTER,
    COMPOSE_PROGRAMME_A5,
    COMPOSE_FORM_A5 /* which: index of the form */
};

struct wanted {
    enum compose_kind kind;
    int which;
    struct str name; /* file in out/, without .pdf: "report.km", "handouts/programme" */
    int less;        /* which shorter version; 0: whole. The tree tells how many more there are. */
};

/* The documents that event.yml asks for and that have something to show, in a fixed order. */
struct wanted *compose_list(struct arena *a, const struct corpus *corpus, size_t *n);
/* The name in event.yml's list of documents that asks for it: forms, reflections … */
const char *compose_family(const struct wanted *wanted);
/* Everything lives in job->keep. The errors of corpus->told (or, without it, those that
 * job->diags holds already) are marked at their places. */
struct tree *compose(struct job *job, const struct corpus *corpus, const struct wanted *wanted);

/* Tells what is masked in answers, what may not be quoted, and which groups are put together: whichever
 * documents are made. */
void compose_tell(struct job *job, const struct corpus *corpus);

#endif
