/* citation: how the report may be cited: who, when, what, by whom published, where. */
#ifndef SASTRA_COMPOSE_FRONT_CITATION_H
#define SASTRA_COMPOSE_FRONT_CITATION_H

#include "compose/builder.h"

/* As event.yml has it, else made of what it tells; empty where it has no imprint. */
struct bi citation_of(struct builder *p);
/* The same, never empty. */
struct bi citation_made(struct builder *p);

#endif
