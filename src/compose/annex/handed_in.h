/* handed_in: the register of the documents that speakers hand in, as a table. */
#ifndef SASTRA_COMPOSE_ANNEX_HANDED_IN_H
#define SASTRA_COMPOSE_ANNEX_HANDED_IN_H

#include "compose/builder.h"

/* A line of totals, and the table of all. */
void handed_in_table(struct builder *p, struct node *parent);

#endif
