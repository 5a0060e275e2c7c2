/* ticks: a prompt's options that have columns of their own, put together for one sheet. */
#ifndef SASTRA_READ_FORM_TICKS_H
#define SASTRA_READ_FORM_TICKS_H

#include "read/form/answer_cell.h"

struct ticks {
    struct place place; /* of the first that says something; nowhere: none does */
    uint64_t chosen;
    bool lost;                /* one says what cannot be counted: told */
    struct str words;         /* of Other */
    unsigned char places[64]; /* of a ranking: an option's place, from 1; 0: none */
};

/* Reads one option's cell: ticked or not (1, 0, yes, no, ✓, the option's own words or number), Other's words,
 * or a ranking's place. option: -1 for words of an Other that the form lacks. */
void ticks_read(struct ticks *t, const struct answer_cell *c, int option);
/* Puts them to what a column for the whole prompt says. */
void ticks_settle(const struct ticks *t, const struct answer_cell *c, struct answer *x);

#endif
