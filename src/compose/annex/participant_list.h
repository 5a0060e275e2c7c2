/* participant_list: who was there: totals, and the names of those who agreed to have theirs printed. */
#ifndef SASTRA_COMPOSE_ANNEX_PARTICIPANT_LIST_H
#define SASTRA_COMPOSE_ANNEX_PARTICIPANT_LIST_H

#include "compose/builder.h"

/* Totals by organization are of those who are named: nothing is told of the others. How many of them are
 * women is told where enough are named, and the sex of all of these is known. */
void participant_list_put(struct builder *p, struct node *parent);

#endif
