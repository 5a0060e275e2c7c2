/* handed_in: the register of the documents that speakers hand in, as a table. */
#ifndef SASTRA_COMPOSE_ANNEX_HANDED_IN_H
#define SASTRA_COMPOSE_ANNEX_HANDED_IN_H

#include "compose/builder.h"

/* Is it told which documents are there in this language? Of an event in one language only where one was
 * marked. */
bool handed_in_tells(const struct builder *p, enum lang l);
/* The heading over the table. */
struct bi handed_in_heading(const struct builder *p);
/* How many columns the table has. */
size_t handed_in_columns(const struct builder *p);
/* A line of totals, and the table of all. chased: for those who see to it that all comes: what is missing is
 * said in bold words; else by a dash. */
void handed_in_table(struct builder *p, struct node *parent, bool chased);

#endif
