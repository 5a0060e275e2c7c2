/* accept: which translations are current: input/translations.tsv, the one file in input/ that sastra writes.
 *
 * A line holds a note's name, the number that a paragraph had, and its fingerprint in each language
 * (model/translation.h). Where a side has changed since and the other has not, the other is told to be out of
 * date; a paragraph that moved or was wrapped anew is as it was. Lines of three cells, name and a hash of
 * each whole text, are of older versions: they are read still. */
#ifndef SASTRA_APP_ACCEPT_H
#define SASTRA_APP_ACCEPT_H

#include "base/job.h"
#include "model/corpus.h"

/* Sets the state of each pair, and tells those of which one side alone has changed since they were accepted.
 */
void accept_check(struct job *job, struct corpus *corpus);
/* Records the note named (its file name without language and ending), or all when the name is empty. False
 * where there is no such note with both languages, or the file cannot be written (told). */
bool accept_write(struct job *job, const struct corpus *corpus, struct str name);

#endif
