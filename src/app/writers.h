/* writers: the kinds of file that a document is written to: a row each. A new kind is a room that makes its
 * bytes, and a row. */
#ifndef SASTRA_APP_WRITERS_H
#define SASTRA_APP_WRITERS_H

#include "model/corpus.h"

struct work;

struct writer {
    enum written kind;
    const char *ending; /* of its files: ".pdf" */
    bool one;           /* of a report's editions there is one: its name tells no language */
    /* The work's tree, as laid out in its pages, to bytes in its job's keep. False, told, where it cannot be:
     * then nothing is published. */
    bool (*write)(struct work *work, struct str *bytes);
};

const struct writer *writers_all(size_t *n);
/* The file that a document of this name is written to. */
struct str writers_file(struct arena *a, const struct writer *writer, struct str name);
/* A file's name without a writer's ending. */
struct str writers_bare(struct str file);

#endif
