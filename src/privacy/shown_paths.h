/* shown_paths: answers' files are often named after who wrote or typed them. Where such a name holds
 * somebody's, the name is left out of the path that messages and documents show, right after reading: …
 * stands for it. */
#ifndef SASTRA_PRIVACY_SHOWN_PATHS_H
#define SASTRA_PRIVACY_SHOWN_PATHS_H

#include "base/job.h"
#include "model/corpus.h"

void shown_paths_keep(struct job *job, const struct corpus *c);

#endif
