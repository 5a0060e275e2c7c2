/* participant_counts: how many came, by province and by organization, and how many of them are women.
 *
 * No count tells on somebody: provinces of few people are put together; of an organization those alone are
 * counted who are named in the report; how many are women is told by province, else by organization, where
 * there are enough people, the sex of each is known and not all are of one; and what can be worked out of the
 * rest by subtraction is held to the same. */
#ifndef SASTRA_COMPOSE_ANNEX_PARTICIPANT_COUNTS_H
#define SASTRA_COMPOSE_ANNEX_PARTICIPANT_COUNTS_H

#include "compose/builder.h"

struct participant_count {
    struct bi name;
    long n, women, unknown;
    bool tells; /* how many are women may be told */
    enum { PARTICIPANT_COUNT_NAMED, PARTICIPANT_COUNT_UNTOLD, PARTICIPANT_COUNT_OTHERS } kind;
    size_t at; /* its place among those of the list of participants */
};

/* Settles .tells of n groups, of which no one is in two; all: everybody, those in none of them too. */
void participant_counts_settle(struct participant_count *groups, size_t n, struct participant_count all,
                               long least);
/* Puts groups of fewer than least together as the last, with others where they are too few; the new number.
 */
size_t participant_counts_pool(struct participant_count *groups, size_t n, long least);
/* The largest first, those of one size as they come in the list; behind all those who told nothing, then
 * those put together. */
void participant_counts_order(struct participant_count *groups, size_t n);
void participant_counts_put(struct builder *p, struct node *parent);

#endif
