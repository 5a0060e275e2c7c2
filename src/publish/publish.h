/* publish: out/, replaced whole or not at all.
 *
 * All files are first written into a work folder (journal.h), which is brought to the disk in one step
 * (syncfs). Where out/ holds nothing but what
 * a build made, and README files, the new folder and the old one change names in one step (renameat2,
 * RENAME_EXCHANGE). Elsewhere, and where the file system cannot do that (a mount point), the files are moved
 * one by one by a journal that the next build finishes. A crash or a full disk leaves the last good files.
 * Only what the manifest names and is still as it was made is replaced or removed; a folder of others' files
 * is refused, and so is a build with a file whose name another's has. Builds of one folder wait for each
 * other. */
#ifndef SASTRA_PUBLISH_PUBLISH_H
#define SASTRA_PUBLISH_PUBLISH_H

#include "base/job.h"
#include "model/corpus.h"
#include "model/tree.h"

struct output {
    struct str name; /* relative to out/, '/' between folders */
    struct str bytes;
    const char *from;  /* a file on the disk that is copied by pieces, in place of bytes; NULL: bytes */
    struct str digits; /* its SHA-256; may be empty where there are bytes */
    uint64_t size;     /* where the bytes are not here */
    size_t pages;      /* of a PDF; 0: not known */
};

/* What speakers handed in lies in these folders of out/. Both are made anew by each build, of some documents
 * too (carry): what is passed on no more is gone. */
#define PUBLISH_PUBLIC       "documents"
#define PUBLISH_ATTENDANCE   "handouts/attendance.pdf" /* on no page, in no list of what is for publication */
#define PUBLISH_PROBLEMS     "problems." /* what those begin with that tell what was found: the same */
#define PUBLISH_PARTICIPANTS "participants"

struct publication; /* of one out/, which no other build touches from open to close */

/* Looks at the folder, and finishes what a build that was broken off left. NULL, told (DIAG_OUT_…), where
 * nothing may be published there. Lives in job->keep. */
struct publication *publish_open(struct job *job);
/* NULL is fine. */
void publish_close(struct publication *p);
/* A file's SHA-256, found where it is not told; in the arena. */
struct str publish_digits(struct arena *a, const struct output *file);
/* Files in out/ that an earlier build made, and that are there: name, size and sum; in the arena. */
struct output *publish_made(const struct publication *p, size_t *n);
/* Writes the files, SHA256SUMS and the manifest. carry: files of an earlier build that are not among these
 * stay (--only); else they go. What no build made always stays. False with a complaint: out/ is as it was.
 */
bool publish(struct publication *p, const struct output *files, size_t n, bool carry);

/* The files that are passed on, with their sums; in keep. False, told, where one cannot be read. */
bool publish_passed_on(struct job *job, const struct corpus *corpus, struct output **files, size_t *n);
/* The page in participants/ for those of the files that lie there; qr: of its address, NULL where that is not
 * known. */
struct str publish_participants(struct arena *a, const struct corpus *corpus, const struct output *files,
                                size_t n, struct str address, const struct qr *qr);

/* What the download page tells of the event besides the corpus. */
struct publish_facts {
    struct bi dates;
    const struct qr *qr; /* of the event's address; NULL: not known */
};

/* The download page for those of the files that are for publication: what each is, how long, its sum. Links
 * carry event, year and language in the saved name. Before the event what leads to it comes first. */
struct str publish_index(struct arena *a, const struct corpus *corpus, const struct publish_facts *facts,
                         const struct output *files, size_t n);

#endif
