/* prompt_header: which prompt a column's head asks, where a form service has put its words there.
 *
 * Heads hold a prompt's words in one language or both, parted by / or a line end, with a number before and a
 * hint in brackets behind; those of a grid's rows are "Question [row]", where the row or the two together are
 * a prompt. */
#ifndef SASTRA_READ_FORM_PROMPT_HEADER_H
#define SASTRA_READ_FORM_PROMPT_HEADER_H

#include "read/form/answer_key.h"

struct prompt_header_found {
    size_t prompt; /* its index; SIZE_MAX where none is asked */
    bool whole; /* its words are all that the head says, in one language or both; else they stand among others
                 */
};

/* keys: one a prompt. Uses the arena. */
struct prompt_header_found prompt_header_prompt(struct arena *a, const struct answer_key *keys, size_t n,
                                                struct str head);
/* A head says these words, given in each language, and nothing else but a number or a hint. */
bool prompt_header_asks(struct arena *a, struct str head, const struct str *words, size_t n);
/* The words of the prompt that a head nearly asks: a few letters of them are other ones. Those that are
 * taken, by prompt, are passed over. Empty where none is near. */
struct str prompt_header_near(struct arena *a, const struct answer_key *keys, size_t n, const bool *taken,
                              struct str head);

#endif
