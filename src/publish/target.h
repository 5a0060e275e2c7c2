/* target: which folders are never out/, whatever lies in them: the folder that one is in, a home or what
 * holds it, the top of a git work tree, input/ and what holds it. */
#ifndef SASTRA_PUBLISH_TARGET_H
#define SASTRA_PUBLISH_TARGET_H

#include "base/job.h"

/* The output folder's path: a link to the real folder is followed; in job->keep. */
const char *target_path(struct job *job);
/* False, told, where nothing may be built there. */
bool target_check(struct job *job);

#endif
