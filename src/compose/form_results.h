/* form_results: what the forms said, prompt by prompt, with charts. Shared by report, digest and slides. */
#ifndef SASTRA_COMPOSE_FORM_RESULTS_H
#define SASTRA_COMPOSE_FORM_RESULTS_H

#include "compose/builder.h"

/* Anything to show: a sheet counted, or a fault that must be seen. */
bool form_results_has(const struct builder *p);
/* The faults of forms and of their tables. */
void form_results_faults(struct builder *p, struct node *parent);
/* A form's title, or its id. */
struct bi form_results_title(const struct form *form);
/* A closed prompt: heading, who answered, bars; level: the heading's role. In a keep who answered is one
 * line. */
void form_results_closed(struct builder *p, struct node *parent, const struct survey_form *form,
                         size_t prompt, enum role level);
/* The same in words, where there is no room for bars. */
void form_results_terse(struct builder *p, struct node *parent, const struct survey_form *form,
                        size_t prompt);
/* The bars of the first themes, at most so many. */
void form_results_themes(struct builder *p, struct node *parent, const struct tally *themes, size_t most);
/* A prompt's words with its number. */
struct bi form_results_prompt(struct builder *p, const struct form *form, size_t prompt);

#endif
