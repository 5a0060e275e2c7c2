/* publish: out/, replaced whole or not at all.
 *
 * All files are first written under temporary names in a new folder beside those they replace, each fsynced; only when
 * all are there does each take its name by rename. A crash or a full disk before that leaves the last good files. */
#ifndef SASTRA_PUBLISH_PUBLISH_H
#define SASTRA_PUBLISH_PUBLISH_H

#include "base/job.h"
#include "model/corpus.h"

struct output {
    struct str name; /* relative to out/, '/' between folders */
    struct str bytes;
};

/* Writes the files and SHA256SUMS. carry: files in out/ that are not among these stay (--only); else those that an
 * earlier build made (named in SHA256SUMS) go. False with a complaint (DIAG_OUT_WRITE): out/ is as it was. */
bool publish(struct job *job, const struct output *files, size_t n, bool carry);

/* The download page; links carry event, year and language in the saved name. */
struct str publish_index(struct arena *a, const struct event *event, const struct output *files, size_t n);

#endif
