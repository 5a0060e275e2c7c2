/* session_id: the one form of a session's number, however it is typed. Pure. */
#ifndef SASTRA_READ_FORMAT_SESSION_ID_H
#define SASTRA_READ_FORMAT_SESSION_ID_H

#include "base/str.h"

/* d1s02 for d1s02, D1S2, 1-02, day 1 session 2 …, at the start of a text; *used: the bytes it takes. Empty:
 * no session. */
struct str session_id_read(struct arena *a, struct str text, size_t *used);
/* A cell that holds a session: its id, or the text as typed. */
struct str session_id_cell(struct arena *a, struct str text);
/* The sessions that a spreadsheet may have turned into this date: 1-02 becomes 2-Jan, or 1-Feb where days
 * come first. Empty where it is no date. */
void session_id_dated(struct arena *a, struct str text, struct str ids[2]);

#endif
