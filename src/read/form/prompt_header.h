/* prompt_header: which prompt a column's head asks, where a form service has put its words there.
 *
 * Heads hold a prompt's words in one language or both, parted by / or a line end, with a number before and a
 * hint in brackets behind; those of a grid's rows are "Question [row]", where the row or the two together are
 * a prompt. */
#ifndef SASTRA_READ_FORM_PROMPT_HEADER_H
#define SASTRA_READ_FORM_PROMPT_HEADER_H

#include "read/form/answers.h"

/* The prompt's index; SIZE_MAX where none is asked. keys: one a prompt. Uses the arena. */
size_t prompt_header_prompt(struct arena *a, const struct answers_key *keys, size_t n, struct str head);
/* The words of the prompt that a head nearly asks: a few letters of them are other ones. Those that are
 * taken, by prompt, are passed over. Empty where none is near. */
struct str prompt_header_near(struct arena *a, const struct answers_key *keys, size_t n, const bool *taken,
                              struct str head);

#endif
