/* read: the folder input/ to a corpus. The only room that reads the user's files.
 *
 * Promises: nothing in the folder is written; what cannot be read is told with place and cure, and the rest
 * goes on. NULL only where there is nothing to make a document of: no such folder, or no event.yml (told). */
#ifndef SASTRA_READ_READ_H
#define SASTRA_READ_READ_H

#include "base/job.h"
#include "model/corpus.h"

struct corpus *read_corpus(struct job *job);

#endif
