/* alt_text: tells pictures that say nothing to a blind reader: a note in a draft, an error in a final report.
 */
#ifndef SASTRA_READ_CHECK_ALT_TEXT_H
#define SASTRA_READ_CHECK_ALT_TEXT_H

#include "base/job.h"
#include "model/corpus.h"

/* A photo is described in each language of the event, a note's picture in the note's. All must be read. */
void alt_text_tell(struct job *job, const struct corpus *c);

#endif
