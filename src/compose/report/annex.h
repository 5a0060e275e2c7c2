/* annex: the report's annexes, lettered in order; those with nothing in them are left out. */
#ifndef SASTRA_COMPOSE_REPORT_ANNEX_H
#define SASTRA_COMPOSE_REPORT_ANNEX_H

#include "compose/builder.h"

void annex_all(struct builder *p);

#endif
