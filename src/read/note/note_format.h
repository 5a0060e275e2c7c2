/* note_format: the kinds of files that notes come in, one row each: a new one is a row here and its reader.
 */
#ifndef SASTRA_READ_NOTE_NOTE_FORMAT_H
#define SASTRA_READ_NOTE_NOTE_FORMAT_H

#include "base/job.h"
#include "model/doc.h"

enum note_format_kind { NOTE_FORMAT_MARKDOWN, NOTE_FORMAT_PLAIN, NOTE_FORMATS };

struct note_format {
    const char *endings; /* lower case, parted by blanks; the first is the one that it is told by */
    const char *media;   /* its type (RFC 2046), as attached files tell it */
    /* The blocks of source->text[from … ), in lang: the root, never NULL. *notes: the footnotes that are
     * called, in the order of their marks. */
    struct block *(*read)(struct job *job, const struct source *source, size_t from, enum lang lang,
                          struct footnote **notes);
};

const struct note_format *note_format_at(size_t kind);
/* The endings of each kind, in this order; NULL ends them. In the arena. */
const char *const *note_format_endings(struct arena *a);

#endif
