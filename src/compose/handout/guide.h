/* guide: two pages for rapporteurs, made from the event itself: where to drop what, what to call it, how to
 * write it, whom to ask. */
#ifndef SASTRA_COMPOSE_HANDOUT_GUIDE_H
#define SASTRA_COMPOSE_HANDOUT_GUIDE_H

#include "compose/builder.h"

/* Shorter versions, by p->less: each session with its title, time and files; with its title, in a line; the
 * sessions of a day in a row. */
enum { GUIDE_SESSIONS, GUIDE_TITLES, GUIDE_DAYS };

int guide_shorter(const struct corpus *c);
void guide_write(struct builder *p);

#endif
