/* suppression: what is left out of a form's tables by group and of its attached table, so that the two, read
 * together, tell nothing of a small group. Pure.
 *
 * One of two releases, whichever prints more; neither needs the other to be safe:
 * - **microdata**: the attached table tells what each sheet ticked, and it is k-anonymous (recoding.h).
 * Tables are printed by those ways alone by which it is recoded, so they are sums of its rows, and tell no
 * more.
 * - **tables**: the attached table tells no sheet's ticks, nor who wrote it, so its rows can be set against
 *   no count. Tables are printed by all ways, but where several of them would tell what a small group
 *   answered (disclosure.h).
 * The first is taken where it prints four fifths of the tables or more, or no fewer than the second. Of a
 * form of fewer sheets than the least number no sheet's ticks or themes are told, and none are shown by
 * group. Totals of each prompt are always printed. */
#ifndef SASTRA_SURVEY_SUPPRESSION_H
#define SASTRA_SURVEY_SUPPRESSION_H

#include "base/job.h"
#include "survey/survey_form.h"

/* Sets f->attached, .microdata, .recoded and each prompt's .shown; all else stands there already. */
void suppression_choose(struct job *job, const struct corpus *c, struct survey_form *f);

#endif
