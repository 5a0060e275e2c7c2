/* suppression: whose session, language and role the attached table may tell, sheet by sheet.
 *
 * Promises: sheets that share all three with fewer than the event's least number tell none of them; nor do
 * others, where the report's totals by session, day, role or language, less the sheets that tell, would leave
 * such a small group. */
#ifndef SASTRA_SURVEY_SUPPRESSION_H
#define SASTRA_SURVEY_SUPPRESSION_H

#include "compose/builder.h"

/* By reply. */
const bool *suppression_lifted(struct builder *p, const struct form *form);

#endif
