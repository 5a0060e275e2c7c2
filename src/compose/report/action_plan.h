/* action_plan: what is to be done, by whom, until when: a chapter with one table, and what of a plan stands
 * under a recommendation. */
#ifndef SASTRA_COMPOSE_REPORT_ACTION_PLAN_H
#define SASTRA_COMPOSE_REPORT_ACTION_PLAN_H

#include "compose/builder.h"

/* Nothing where there is no action and no fault to show. */
void action_plan_chapter(struct builder *p);
/* By whom, until when, with what, in one line; empty where the plan tells nothing. Its session is not in it.
 */
struct bi action_plan_facts(struct builder *p, const struct action_plan *plan);
/* 1.2, in one language, as a link to where the session stands in this document. */
void action_plan_session(struct builder *p, struct node *n, struct str id, enum lang lang);

#endif
