/* roster: the list of participants, and whether its names are known: without them nothing can be masked. */
#ifndef SASTRA_READ_TABLE_ROSTER_H
#define SASTRA_READ_TABLE_ROSTER_H

#include "read/folder/input.h"

/* participants.csv to the corpus; organizations are there already. One that cannot be understood, or lies
 * there under another name, makes c->roster ROSTER_UNREAD: its path; else empty. */
struct str roster_read(struct job *job, struct input *in, struct corpus *c);
/* Once the forms are read: tells what a roster that is missing or unread means for their open answers. */
void roster_tell(struct job *job, struct str unread, const struct corpus *c);

#endif
