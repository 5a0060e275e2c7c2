/* handout_head: how every handout begins: whose it is, and its title under that.
 *
 * Takes: where it stands, the title's role (ROLE_TITLE, or ROLE_H1 of one of several sheets), the title.
 * Promises: the event's name over the title, both over the whole measure and together. heading: the title's
 * node, or NULL where there is none. Returns what holds both: what belongs to them may follow in it. */
#ifndef SASTRA_COMPOSE_HANDOUT_HANDOUT_HEAD_H
#define SASTRA_COMPOSE_HANDOUT_HANDOUT_HEAD_H

#include "compose/builder.h"

struct node *handout_head(struct builder *p, struct node *parent, enum role role, struct bi title,
                          struct node **heading);

#endif
