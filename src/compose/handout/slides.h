/* slides: what the forms say, one thought a slide. */
#ifndef SASTRA_COMPOSE_HANDOUT_SLIDES_H
#define SASTRA_COMPOSE_HANDOUT_SLIDES_H

#include "compose/builder.h"

void slides_write(struct builder *p);

#endif
