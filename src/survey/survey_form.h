/* survey_form: what is counted of one form, and what may be shown of it. */
#ifndef SASTRA_SURVEY_SURVEY_FORM_H
#define SASTRA_SURVEY_SURVEY_FORM_H

#include "survey/tally.h"

struct survey_prompt {
    struct tally tally;
    struct groups groups[GROUP_WAYS]; /* of those who answered; none for an open prompt */
    long *cells[GROUP_WAYS];          /* tally_groups */
    unsigned shown;                   /* by which ways a table may be printed: bits, 1 << enum group_way */
};

struct survey_form {
    const struct form *form;
    const struct said_form *said;
    struct survey_prompt *prompts;
    struct groups groups[GROUP_WAYS]; /* of all sheets */
    struct groups voices;             /* by role and language */
    struct tally themes;
    const uint64_t *about;             /* by reply × prompt: the themes of the answer */
    const struct said_reply *attached; /* as the attached table tells them (suppression.h) */
    bool microdata;                    /* it tells what each sheet ticked */
    bool recoded;  /* it does not tell of all who wrote them: their order must not either */
    long quotable; /* sheets */
    long lost;     /* answers that cannot be counted */
};

#endif
