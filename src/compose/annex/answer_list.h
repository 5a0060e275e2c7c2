/* answer_list: all that was written and may be quoted, prompt by prompt and theme by theme: the report's
 * annex.
 *
 * Each answer stands once, under the first of its themes, the most frequent theme first, those without one
 * last; masked as quotes are. Of one theme at most so many are printed; how many more there are is said. */
#ifndef SASTRA_COMPOSE_ANNEX_ANSWER_LIST_H
#define SASTRA_COMPOSE_ANNEX_ANSWER_LIST_H

#include "compose/builder.h"

struct answer_list {
    const struct survey_form *form;
    uint64_t *about; /* by reply × prompt: the bit of the row of its themes, or the bit for none */
};

struct answer_list answer_list_of(struct builder *p, const struct survey_form *form);
/* Some of the form's lists stand under themes, whose numbers count them. */
bool answer_list_has_themes(const struct builder *p, const struct survey_form *form);
/* The answers to an open prompt; said: how many there are. */
void answer_list_put(const struct answer_list *v, struct builder *p, struct node *parent, size_t prompt,
                     struct bi said);

#endif
