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
/* Under a prompt: who answered, in one line; bars where it is closed. */
void form_results_put(struct builder *p, struct node *keep, const struct survey_form *form, size_t prompt);
/* A scale that anyone answered. */
bool form_results_is_scale(const struct survey_form *form, size_t prompt);
/* How many sheets have a theme. */
struct bi form_results_themed(struct builder *p, const struct tally *themes);
/* The bars of the first themes that any sheet is about, at most so many. Plain: one count beside each, and no
 * key. */
void form_results_themes(struct builder *p, struct node *parent, const struct tally *themes, size_t most,
                         bool plain);
/* The bar of one of them, without a key to its parts. */
void form_results_theme(struct builder *p, struct node *parent, const struct tally *themes, size_t row);
/* A prompt's words with its number. */
struct bi form_results_prompt(struct builder *p, const struct form *form, size_t prompt);

#endif
