/* attendance: a sheet to sign, for the room and not for publication: a row for each participant, with the
 * names of those who agreed to be named; others, and who comes unlisted, write theirs on empty rows, of which
 * there are some hundreds at most. */
#ifndef SASTRA_COMPOSE_HANDOUT_ATTENDANCE_H
#define SASTRA_COMPOSE_HANDOUT_ATTENDANCE_H

#include "compose/builder.h"

void attendance_write(struct builder *p);

#endif
