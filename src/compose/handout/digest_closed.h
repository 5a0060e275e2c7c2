/* digest_closed: what was ticked, as small bars: one beside its prompt where each answer is one of a few, or
 * a point on a scale; else a thin bar an option. */
#ifndef SASTRA_COMPOSE_HANDOUT_DIGEST_CLOSED_H
#define SASTRA_COMPOSE_HANDOUT_DIGEST_CLOSED_H

#include "compose/handout/digest.h"

/* At most so many prompts; returns how many are left. */
size_t digest_closed_put(struct digest *d, struct node *sect, size_t most);
/* One of them over the whole width, with no more than so many options, those that most chose; level: its
 * heading's role. */
void digest_closed_one(struct digest *d, struct node *keep, size_t prompt, size_t most, enum role level);

#endif
