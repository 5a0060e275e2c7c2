/* quote: what may be said of what people wrote on forms.
 *
 * Promises: nothing is quoted whose writer did not agree, that was not legible, or that names a participant;
 * e-mail addresses and telephone numbers are masked. Those that name someone are told by place, without their
 * text. */
#ifndef SASTRA_COMPOSE_QUOTE_H
#define SASTRA_COMPOSE_QUOTE_H

#include "compose/pen.h"

/* Up to most quotes from the answers to an open prompt, the document's languages by turns. */
void quote_some(struct pen *p, struct node *parent, const struct form *form, size_t prompt, size_t most);
/* The text with e-mail addresses and telephone numbers replaced by a word in a language. */
struct str quote_masked(struct arena *a, struct str text, enum lang lang);
/* True where a participant's name stands in the text, in either script, either order, spaced or not. */
bool quote_names(struct pen *p, struct str text);

#endif
