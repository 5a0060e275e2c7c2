/* form_sheet: a form, blank, to be filled in by hand. */
#ifndef SASTRA_COMPOSE_HANDOUT_FORM_SHEET_H
#define SASTRA_COMPOSE_HANDOUT_FORM_SHEET_H

#include "compose/builder.h"

/* Each way on one side, then each on two (questions come apart before lines that were given up come back); at
 * last as it was asked for, on as many as it takes. */
enum form_sheet_way { FORM_SHEET_WHOLE, FORM_SHEET_FEWER_LINES, FORM_SHEET_WAYS };
enum { FORM_SHEET_SIDES = 2, FORM_SHEET_AS_ASKED = FORM_SHEET_SIDES * FORM_SHEET_WAYS };

/* Of the builder's form. */
void form_sheet_write(struct builder *p);
int form_sheet_shorter(const struct corpus *c);
bool form_sheet_fewer_lines(int less);

#endif
