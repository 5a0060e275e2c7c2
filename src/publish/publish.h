/* publish: out/, replaced whole or not at all.
 *
 * All files are first written into a new folder beside out/, each fsynced, and what stays of the old one is
 * linked into it; then the two change names in one step (renameat2, RENAME_EXCHANGE). Where the file system
 * cannot do that, the files are renamed one by one, and renamed back when one fails. A crash or a full disk
 * leaves the last good files. Only what the manifest names is replaced or removed; a folder of others' files
 * is refused, and so is a build with a file whose name another's has. */
#ifndef SASTRA_PUBLISH_PUBLISH_H
#define SASTRA_PUBLISH_PUBLISH_H

#include "base/job.h"
#include "model/corpus.h"

struct output {
    struct str name; /* relative to out/, '/' between folders */
    struct str bytes;
};

/* Names in out/ that an earlier build made, from its manifest; in the arena. */
struct str *publish_made(struct job *job, size_t *n);

/* Writes the files, SHA256SUMS and the manifest. carry: files of an earlier build that are not among these
 * stay (--only); else they go. What no build made always stays. False with a complaint (DIAG_OUT_…): out/ is
 * as it was.
 */
bool publish(struct job *job, const struct output *files, size_t n, bool carry);

/* The download page for the files named; links carry event, year and language in the saved name. */
struct str publish_index(struct arena *a, const struct corpus *corpus, const struct str *names, size_t n);

#endif
