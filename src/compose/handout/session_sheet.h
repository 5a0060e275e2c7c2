/* session_sheet: a sheet for each session, with room to write. */
#ifndef SASTRA_COMPOSE_HANDOUT_SESSION_SHEET_H
#define SASTRA_COMPOSE_HANDOUT_SESSION_SHEET_H

#include "compose/builder.h"

void session_sheet_write(struct builder *p);

#endif
