/* annex: the report's annexes, lettered in order; those with nothing in them are left out. */
#ifndef SASTRA_COMPOSE_REPORT_ANNEX_H
#define SASTRA_COMPOSE_REPORT_ANNEX_H

#include "compose/builder.h"

/* The letter of the annex that tells the method: it has one wherever there are forms. */
struct bi annex_method_letter(struct builder *p);
void annex_all(struct builder *p);

#endif
