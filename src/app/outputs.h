/* outputs: the files of a build: its documents, the download page, and what was told as text, JSON and PDF.
 */
#ifndef SASTRA_APP_OUTPUTS_H
#define SASTRA_APP_OUTPUTS_H

#include "app/build.h"
#include "app/changes.h"

/* False, told, where nothing may be put into out/; what a build that was broken off left there is finished.
 */
bool outputs_check(struct job *job);
/* Puts n documents that were built into out/, with the rest; job->diags holds all that is to be told, sorted.
 * carry: other documents of an earlier build stay. changes: of the report since that build. False, told,
 * where out/ cannot be written: it is as it was.
 */
bool outputs_publish(struct job *job, const struct resources *shared, const struct work *works, size_t n,
                     bool carry, struct changes_list *changes);

#endif
