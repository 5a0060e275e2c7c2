/* annex_order: which annexes stand before that of the forms' results, and their letters: for the report that
 * has them, and for whoever leads there. */
#ifndef SASTRA_COMPOSE_ANNEX_ANNEX_ORDER_H
#define SASTRA_COMPOSE_ANNEX_ANNEX_ORDER_H

#include "compose/builder.h"

/* Rows to show, or a fault that must be seen. */
bool annex_order_has_organizations(const struct builder *p);
bool annex_order_has_participants(const struct builder *p);
bool annex_order_has_documents(const struct builder *p);
/* The letter of the nth annex, from 1. */
struct bi annex_order_letter(struct builder *p, long n);
/* The letter of the annex with the forms' results. */
struct bi annex_order_results(struct builder *p);

#endif
