/* replace: a file written whole or not at all, over one that may be there. */
#ifndef SASTRA_APP_REPLACE_H
#define SASTRA_APP_REPLACE_H

#include "base/job.h"

/* False where it cannot be written: told. */
bool replace_file(struct job *job, const char *path, struct str bytes);

#endif
