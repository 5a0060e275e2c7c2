/* wall: what the forms say, on a poster a form that is read from three metres and answered with a pen. */
#ifndef SASTRA_COMPOSE_HANDOUT_WALL_H
#define SASTRA_COMPOSE_HANDOUT_WALL_H

#include "compose/builder.h"

void wall_write(struct builder *p);
/* How many shorter versions there are. */
int wall_shorter(const struct corpus *c);

#endif
