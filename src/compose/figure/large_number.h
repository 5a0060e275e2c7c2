/* large_number: a number that is read before its words: of a tile, of the wall. It is set in the digits of
 * the document's first language; under it what it counts, where the other language says the number once more,
 * in its own digits. */
#ifndef SASTRA_COMPOSE_FIGURE_LARGE_NUMBER_H
#define SASTRA_COMPOSE_FIGURE_LARGE_NUMBER_H

#include "compose/builder.h"

void large_number_put(struct builder *p, struct node *parent, long n);
/* The same of one that is written in each language's digits: 39%. */
void large_number_written(struct builder *p, struct node *parent, struct bi number);
/* What stands under it: the words alone in the first language, behind the number in the other. */
struct bi large_number_words(struct builder *p, long n, struct bi words);
/* The same of what is said with the number in it. */
struct bi large_number_said(const struct builder *p, struct bi numbered, struct bi words);

#endif
