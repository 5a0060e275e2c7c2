/* spelling: Khmer spelling-order faults of a file, told with their places, a flood bounded. */
#ifndef SASTRA_READ_FOLDER_SPELLING_H
#define SASTRA_READ_FOLDER_SPELLING_H

#include "base/job.h"

/* secret: the file holds answers or participants: messages do not quote it. */
void spelling_check(struct job *job, const struct source *source, bool secret);

#endif
