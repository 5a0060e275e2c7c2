/* form_sheet: a form, blank, to be filled in by hand. */
#ifndef SASTRA_COMPOSE_HANDOUT_FORM_SHEET_H
#define SASTRA_COMPOSE_HANDOUT_FORM_SHEET_H

#include "compose/builder.h"

/* Of the builder's form. */
void form_sheet_write(struct builder *p);

#endif
