/* manifest: what a build made in out/, so that the next one touches nothing else.
 *
 * out/.sastra-manifest has a line for each file: its SHA-256 and its name. An out/ that was made before there
 * were manifests is known by its SHA256SUMS: every name is one that a build makes, and every sum fits. */
#ifndef SASTRA_PUBLISH_MANIFEST_H
#define SASTRA_PUBLISH_MANIFEST_H

#include "base/job.h"

#include <sys/stat.h>

#define MANIFEST_NAME ".sastra-manifest"
#define MANIFEST_SUMS "SHA256SUMS"

struct manifest_line {
    struct str name, digits;
    struct stat seen; /* of the file when its bytes fitted; st_ino 0: not looked at */
};

struct manifest {
    struct manifest_line *at;
    size_t n;
};

enum manifest_state {
    MANIFEST_OURS,    /* or nobody's: new, or with no more than README and hidden files */
    MANIFEST_ADOPTED, /* made by a build before there were manifests */
    MANIFEST_OTHERS,  /* holds files, and no build made it */
    MANIFEST_UNREAD   /* errno */
};

/* What earlier builds made in the folder; in job->keep. The manifest is a line too. No name leads out of it,
 * not through a link either.
 */
enum manifest_state manifest_read(struct job *job, const char *out, struct manifest *m);
/* A name as builds make them: by itself it leads out of no folder. */
bool manifest_is_name(struct str name);
/* NULL: it is not named. */
struct manifest_line *manifest_find(const struct manifest *m, struct str name);
bool manifest_lies_in(struct str name, struct str folder);
/* Whether a file that is named lies in the folder, or below it. */
bool manifest_is_above(const struct manifest *m, struct str folder);
/* The SHA-256 of a file, in digits, read by pieces; links are not followed. False with errno. */
bool manifest_sum_file(struct arena *a, const char *path, struct str *digits);
/* Whether a regular file, no link, lies there and its bytes are those of the line. False with errno: 0 where
 * they are others. */
bool manifest_fits(struct manifest_line *line, const char *path);
/* The lines, sorted by name; in the arena. */
struct str manifest_text(struct arena *a, struct manifest m);

#endif
