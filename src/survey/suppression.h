/* suppression: whose session, language and role the attached table may tell, sheet by sheet. Pure.
 *
 * Promises: sheets that share all three with fewer than the event's least number tell none of them; nor do
 * others, where the report's totals by session, day, role or language, less the sheets that tell, would leave
 * such a small group. */
#ifndef SASTRA_SURVEY_SUPPRESSION_H
#define SASTRA_SURVEY_SUPPRESSION_H

#include "survey/group.h"

/* By reply. told: all n ways to part the sheets that the report prints numbers for. */
const bool *suppression_lifted(struct arena *a, const struct corpus *c, const struct said_form *form,
                               const struct groups *told, size_t n);

#endif
