/* previous_programme: the version of the programme before this one, where it lies beside it as
 * programme-DATE.csv. */
#ifndef SASTRA_READ_TABLE_PREVIOUS_PROGRAMME_H
#define SASTRA_READ_TABLE_PREVIOUS_PROGRAMME_H

#include "read/folder/input.h"

/* Reads the newest that is older than event.yml's programme_as_of; the others are told. */
void previous_programme_read(struct job *job, struct input *in, struct corpus *c);

#endif
