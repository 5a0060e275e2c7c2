/* change: what the programme's version before this one said otherwise.
 *
 * Sessions are known again by their number and title, else by their title, else by their number. Breaks have
 * no number, and are not compared. */
#ifndef SASTRA_COMPOSE_HANDOUT_PROGRAMME_CHANGES_H
#define SASTRA_COMPOSE_HANDOUT_PROGRAMME_CHANGES_H

#include "compose/builder.h"

/* By session of the programme: is it new, elsewhere, or called otherwise? NULL where no version before is at
 * hand. */
const bool *change_find(struct pen *p);
/* The list of them, and of what was dropped; nothing where no version before is at hand. */
void change_list(struct pen *p, struct node *parent);

#endif
