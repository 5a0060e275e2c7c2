/* session_part: the chapter of session notes: each session with its opening, photographs and notes. */
#ifndef SASTRA_COMPOSE_SESSION_SESSION_PART_H
#define SASTRA_COMPOSE_SESSION_SESSION_PART_H

#include "compose/builder.h"

/* Nothing where there are no notes. */
void session_part_all(struct builder *p);

#endif
