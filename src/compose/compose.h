/* compose: the corpus, and what its forms said, to trees, one for each document that event.yml asks for. */
#ifndef SASTRA_COMPOSE_COMPOSE_H
#define SASTRA_COMPOSE_COMPOSE_H

#include "base/job.h"
#include "model/print.h"
#include "model/tree.h"
#include "survey/survey.h"

struct document;

struct wanted {
    const struct document *document; /* its row in compose/documents.c */
    const struct form *form;         /* of which form, or of its part alone; NULL: of none, of all */
    unsigned written;                /* 1 << enum written: what it is written to */
    struct str name;                 /* file in out/, without its ending: "report.km", "handouts/programme" */
    int less;                        /* which shorter version; 0: the whole */
    const int *less_of; /* by the corpus's forms, where each has a version of its own; NULL: all have less */
};

/* The documents that event.yml asks for and that have something to show, in a fixed order. */
struct wanted *compose_list(struct arena *a, const struct corpus *corpus, size_t *n);
/* The document of a row, by the row's name, whether event.yml asks for it or not; form: where the row is for
 * each form. There must be such a row. */
struct wanted compose_named(struct arena *a, const char *row, const struct form *form);
/* The name in event.yml's list of documents that asks for it: forms, reflections …; "" where none does. */
const char *compose_family(const struct wanted *wanted);

/* How many versions shorter than the whole there are. */
int compose_shorter(const struct corpus *corpus, const struct wanted *wanted);
/* Does each form that has sheets fill pages of its own, in a version of its own? */
bool compose_each_form(const struct wanted *wanted);
/* How the version is put on paper. */
struct print compose_print(const struct corpus *corpus, const struct wanted *wanted);
/* Everything lives in job->keep. The errors of corpus->told (or, without it, those that
 * job->diags holds already) are marked at their places. */
struct tree *compose(struct job *job, const struct survey *survey, const struct wanted *wanted);

/* The event's dates in few words; empty where there are none. */
struct bi compose_dates(struct job *job, const struct survey *survey);
/* The words that privacy/gate.h asks for. */
struct said_words compose_said_words(struct arena *a);
/* Tells which groups of writers are put together: whichever documents are made. */
void compose_tell(struct job *job, const struct survey *survey);

#endif
