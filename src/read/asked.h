/* asked: which prompt a column's head asks, where a form service has put its words there.
 *
 * Heads hold a prompt's words in one language or both, parted by / or a line end, with a number before and a
 * hint in brackets behind; those of a grid's rows are "Question [row]", where the row or the two together are
 * a prompt. */
#ifndef SASTRA_READ_ASKED_H
#define SASTRA_READ_ASKED_H

#include "read/answers.h"

/* The prompt's index; SIZE_MAX where none is asked. keys: one a prompt. Uses the arena. */
size_t asked_prompt(struct arena *a, const struct answers_key *keys, size_t n, struct str head);

#endif
