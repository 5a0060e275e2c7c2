/* build: documents of a corpus through compose, layout and the writers, side by side on threads.
 *
 * Each document has a job of its own (arenas, complaints); the complaints are merged in the documents' order,
 * so that threads never show in what comes out. */
#ifndef SASTRA_APP_BUILD_H
#define SASTRA_APP_BUILD_H

#include "app/work.h"

/* How far a document is to be taken. */
enum build_stage { BUILD_TREE, BUILD_PAGES, BUILD_FILES };

/* The folder, less the photos that nobody may see; NULL, told, where there is nothing to make documents of.
 */
struct corpus *build_read(struct job *job);
/* Fonts, words and survey for a corpus; kept: what builds before left, or NULL. False where there are no
 * fonts (told). */
bool build_open(struct job *job, const struct corpus *corpus, struct kept *kept, struct resources *shared);
/* After a run that failed: true where a font was at fault, and it can be done again without (told). */
bool build_mend(struct job *job, struct resources *shared);
void build_close(struct resources *shared);

/* Takes n documents to the stage, told into job->diags; a tree that does not nest is told too, and made as
 * well as can be. Of what is written only the files stay, and the number of pages. Each work's memory is
 * given back by build_free, which takes works that are zero or half made too. Where memory ran out, job->keep
 * fails when all have ended. */
void build_run(struct job *job, const struct resources *shared, const struct wanted *wanted, size_t n,
               enum build_stage stage, struct work *works);
void build_free(struct work *works, size_t n);

#endif
