/* note_heading: what a note is called in the report: where it stands, and where it is listed. */
#ifndef SASTRA_COMPOSE_ANNEX_NOTE_HEADING_H
#define SASTRA_COMPOSE_ANNEX_NOTE_HEADING_H

#include "compose/builder.h"

/* A session's with its number. */
struct bi note_heading(struct builder *p, const struct note *note);
/* A summary that has a place of its own in the report, and a heading where its writer gave none. */
bool note_heading_is_known(struct str stem);

#endif
