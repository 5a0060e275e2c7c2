/* quotes: how what people wrote is set, with the number and role of its sheet. */
#ifndef SASTRA_COMPOSE_QUOTES_H
#define SASTRA_COMPOSE_QUOTES_H

#include "compose/builder.h"
#include "survey/quote.h"

/* A wish in the document's languages; the rest is for the caller. */
struct quote_wish quotes_wish(const struct builder *p, const struct survey_form *form, size_t prompt,
                              size_t most);
/* Where the list of participants could not be read, and answers to a prompt, or QUOTE_ANY, would stand: says
 * that they are withheld. */
void quotes_withheld(struct builder *p, struct node *parent, const struct survey_form *form, size_t prompt);
void quotes_set(struct builder *p, struct node *parent, const struct quote *q);
/* Up to most quotes from the answers to an open prompt; returns how many. */
size_t quotes_some(struct builder *p, struct node *parent, const struct survey_form *form, size_t prompt,
                   size_t most);
/* All quotes under a node, as they are read from afar. */
void quotes_enlarge(struct node *n);
/* All quotes under a node between marks. */
void quotes_mark(struct builder *p, struct node *n);

#endif
