/* programme: the programme, a table a day, with what changed since its last version. */
#ifndef SASTRA_COMPOSE_HANDOUT_PROGRAMME_H
#define SASTRA_COMPOSE_HANDOUT_PROGRAMME_H

#include "compose/builder.h"

void programme_write(struct builder *p);

#endif
