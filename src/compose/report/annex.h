/* annex: the report's annexes, lettered in order; those with nothing in them are left out. */
#ifndef SASTRA_COMPOSE_REPORT_ANNEX_H
#define SASTRA_COMPOSE_REPORT_ANNEX_H

#include "compose/builder.h"

void annex_all(struct builder *p);
/* Acronyms of glossary.csv and organizations.csv, sorted; false, and nothing made, where there are none. */
bool annex_acronyms(struct builder *p);

/* The letter of the annex with the forms' results. */
struct bi annex_results(struct builder *p);

/* The documents register: a line of totals, and the table of all. */
void annex_documents(struct builder *p, struct node *parent);

#endif
