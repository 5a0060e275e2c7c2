/* manifest: what a build made in out/, so that the next one touches nothing else.
 *
 * out/.sastra-manifest has a line for each file: its SHA-256 and its name. An out/ that was made before there
 * were manifests is known by its SHA256SUMS: every name is one that a build makes, and every sum fits. */
#ifndef SASTRA_PUBLISH_MANIFEST_H
#define SASTRA_PUBLISH_MANIFEST_H

#include "base/job.h"

#define MANIFEST_NAME ".sastra-manifest"
#define MANIFEST_SUMS "SHA256SUMS"

struct manifest_line {
    struct str name, digits;
};

struct manifest {
    struct manifest_line *at;
    size_t n;
};

enum manifest_state {
    MANIFEST_OURS,   /* or nobody's: new, or with no more than README and hidden files */
    MANIFEST_OTHERS, /* holds files, and no build made it */
    MANIFEST_UNREAD  /* errno */
};

/* What earlier builds made in the folder; in job->keep. No name leads out of it, not through a link either.
 */
enum manifest_state manifest_read(struct job *job, const char *out, struct manifest *m);
bool manifest_has(const struct manifest *m, struct str name);
/* The SHA-256 of the bytes, in digits. */
struct str manifest_sum(struct arena *a, struct str bytes);
/* The lines, sorted by name; in the arena. */
struct str manifest_text(struct arena *a, struct manifest m);

#endif
