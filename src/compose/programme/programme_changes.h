/* programme_changes: what the programme's version before this one said otherwise.
 *
 * Sessions are known again by their number and title, else by their title, else by their number. Breaks have
 * no number, and are not compared. */
#ifndef SASTRA_COMPOSE_HANDOUT_PROGRAMME_CHANGES_H
#define SASTRA_COMPOSE_HANDOUT_PROGRAMME_CHANGES_H

#include "compose/builder.h"

/* By session of the programme: is it new, elsewhere, or called otherwise? NULL where no version before is at
 * hand. */
const bool *programme_changes_find(struct builder *p);
/* The list of them, and of what was dropped; nothing where no version before is at hand. */
void programme_changes_list(struct builder *p, struct node *parent);

#endif
