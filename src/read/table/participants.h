/* participants: the list of participants to the corpus. Names are whole, or parted in the family's and the
 * given one. */
#ifndef SASTRA_READ_TABLE_PARTICIPANTS_H
#define SASTRA_READ_TABLE_PARTICIPANTS_H

#include "read/table/columns.h"

/* Makes c->roster ROSTER_READ, or ROSTER_UNREAD where no whole name is to be found in it. */
void participants_read(struct job *job, const struct source *source, struct corpus *c);
/* Do a table's columns tell that it is such a list: names of people, and what they agreed to? Tells nothing.
 */
bool participants_are(struct job *job, const struct source *source);

#endif
