/* cross_table: what was answered to a prompt as one table: a row for all sheets, and for those of each group,
 * a column for each answer there was to choose. */
#ifndef SASTRA_COMPOSE_ANNEX_CROSS_TABLE_H
#define SASTRA_COMPOSE_ANNEX_CROSS_TABLE_H

#include "compose/builder.h"

/* A closed prompt's, how many answered at its head; groups by the ways alone that may be printed, then what
 * is left out. Where there is more to choose than a table has columns, a row for each answer. */
void cross_table_put(struct builder *p, struct node *parent, const struct survey_form *form, size_t prompt);
/* A row for each that was counted: themes. */
void cross_table_list(struct builder *p, struct node *parent, const struct tally *t);
/* What is put together, left out, and not attached, so that no small group shows. */
struct bi cross_table_note(struct builder *p, const struct survey_form *form);

#endif
