/* survey: what the forms said, counted once for all documents. Pure; const after, shared by all threads.
 *
 * Takes what privacy/gate.h lets through. Gives totals, themes, groups in which no small one shows, and the
 * sheets as an attached table may tell them. Which answers are quoted depends on the document: quote.h. */
#ifndef SASTRA_SURVEY_SURVEY_H
#define SASTRA_SURVEY_SURVEY_H

#include "survey/survey_form.h"

struct survey {
    const struct corpus *corpus;
    const struct said *said;
    struct survey_form *forms; /* as many as the corpus has, in their order */
};

/* All in job->keep. */
const struct survey *survey_of(struct job *job, const struct corpus *corpus, const struct said *said);
/* A reply's role where enough others of that role write in that language, and the attached table may tell it
 * too; else empty. */
struct bi survey_role(const struct survey_form *f, size_t reply);
/* Tells which groups were put together, once a form. ways: their names, by group_way. */
void survey_tell(struct job *job, const struct survey *survey, const struct bi *ways);

#endif
