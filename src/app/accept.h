/* accept: which translations are current: input/translations.tsv, the one file in input/ that sastra writes.
 *
 * A line holds a note's name and a hash of its text in each language. When a side has changed since and the
 * other has not, the other is told to be out of date. */
#ifndef SASTRA_APP_ACCEPT_H
#define SASTRA_APP_ACCEPT_H

#include "base/job.h"
#include "model/corpus.h"

/* Tells each note whose sides were accepted together and of which one alone has changed since. */
void accept_check(struct job *job, const struct corpus *corpus);
/* Records the note named (its file name without language and ending), or all when the name is empty. False
 * where there is no such note with both languages, or the file cannot be written (told). */
bool accept_write(struct job *job, const struct corpus *corpus, struct str name);

#endif
