/* cross_table: what was answered to a prompt as one table: a row for all sheets, and for those of each group,
 * a column for each answer there was to choose. */
#ifndef SASTRA_COMPOSE_ANNEX_CROSS_TABLE_H
#define SASTRA_COMPOSE_ANNEX_CROSS_TABLE_H

#include "compose/builder.h"

/* A closed prompt's, how many answered at its head; groups by the ways alone that may be printed, then what
 * is left out. Where there is more to choose than a table has columns, or no groups, a row for each answer.
 */
void cross_table_put(struct builder *p, struct node *parent, const struct survey_form *form, size_t prompt);
/* A row for each that was counted: themes. */
void cross_table_list(struct builder *p, struct node *parent, const struct tally *t);
/* What readers are told so that no small group shows: bits; which of them a form calls for; in words. */
enum { CROSS_TABLE_GROUPS = 1, CROSS_TABLE_WHY = 2, CROSS_TABLE_TICKS = 4, CROSS_TABLE_ALL = 7 };
unsigned cross_table_remarks(const struct builder *p, const struct survey_form *form);
struct bi cross_table_say(struct builder *p, unsigned remarks);
/* By which ways none of a form's tables is printed; empty where all are. */
struct bi cross_table_left_out(struct builder *p, const struct survey_form *form);

#endif
