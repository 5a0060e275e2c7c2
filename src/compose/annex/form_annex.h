/* form_annex: all that was answered on a form, prompt by prompt: numbers, and every answer that may be
 * quoted. */
#ifndef SASTRA_COMPOSE_ANNEX_FORM_ANNEX_H
#define SASTRA_COMPOSE_ANNEX_FORM_ANNEX_H

#include "compose/builder.h"

/* Nothing where no sheet was counted. told: remarks (cross_table.h) that stand above all forms already. */
void form_annex_put(struct builder *p, struct node *parent, const struct survey_form *form, unsigned told);

#endif
