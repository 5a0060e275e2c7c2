/* form_template: the first line of the table that a form's sheets are typed into. */
#ifndef SASTRA_APP_FORM_TEMPLATE_H
#define SASTRA_APP_FORM_TEMPLATE_H

#include "model/corpus.h"

/* A CSV row (RFC 4180), CRLF at its end; in the arena. */
struct str form_template_head(struct arena *a, const struct form *form);

#endif
