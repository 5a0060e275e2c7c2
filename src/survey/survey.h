/* survey: what the forms said, counted once for all documents. Pure; const after, shared by all threads.
 *
 * Takes what privacy/gate.h lets through. Gives totals, themes, groups in which no small one shows, and the
 * sheets as an attached table may tell them. Which answers are quoted depends on the document: quote.h. */
#ifndef SASTRA_SURVEY_SURVEY_H
#define SASTRA_SURVEY_SURVEY_H

#include "survey/tally.h"

struct survey_prompt {
    struct tally tally;
    struct groups groups[GROUP_WAYS]; /* of those who answered; none for an open prompt */
    long *cells[GROUP_WAYS];          /* tally_groups */
};

struct survey_form {
    const struct form *form;
    const struct said_form *said;
    struct survey_prompt *prompts;
    struct groups groups[GROUP_WAYS]; /* of all sheets */
    struct groups voices;             /* by role and language */
    struct tally themes;
    const uint64_t *about;             /* by reply × prompt: the themes of the answer */
    const struct said_reply *attached; /* as the table tells them: who wrote them where enough share it */
    long quotable;                     /* sheets */
    long lost;                         /* answers that cannot be counted */
    long side;                         /* the longest tally_side of all scales */
};

struct survey {
    const struct corpus *corpus;
    const struct said *said;
    struct survey_form *forms; /* as many as the corpus has, in their order */
};

/* All in job->keep. */
const struct survey *survey_of(struct job *job, const struct corpus *corpus, const struct said *said);
/* A reply's role where enough others of that role write in that language; else empty. */
struct bi survey_role(const struct survey_form *f, size_t reply);
/* Tells which groups were put together, once a form. ways: their names, by group_way. */
void survey_tell(struct job *job, const struct survey *survey, const struct bi *ways);

#endif
