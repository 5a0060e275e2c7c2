/* writers: the kinds of file that a document is written to: a row each. A new kind is a room that makes its
 * bytes, and a row. */
#ifndef SASTRA_APP_WRITERS_H
#define SASTRA_APP_WRITERS_H

#include "base/str.h"

struct work;

struct writer {
    const char *name;   /* "pdf" */
    const char *ending; /* of its files: ".pdf" */
    /* The work's tree, as laid out in its pages, to bytes in its job's keep. False, told, where it cannot be:
     * then nothing is published. */
    bool (*write)(struct work *work, struct str *bytes);
};

const struct writer *writers_all(size_t *n);
/* A file's name without a writer's ending. */
struct str writers_bare(struct str file);

#endif
