/* problems: what was told in this run, with its cures: of corpus->told. */
#ifndef SASTRA_COMPOSE_HANDOUT_PROBLEMS_H
#define SASTRA_COMPOSE_HANDOUT_PROBLEMS_H

#include "compose/builder.h"

void problems_write(struct builder *p);

#endif
