/* note_format: the kinds of files that notes come in, one row each: a new one is a row here and its reader.
 */
#ifndef SASTRA_READ_NOTE_NOTE_FORMAT_H
#define SASTRA_READ_NOTE_NOTE_FORMAT_H

#include "base/job.h"
#include "model/doc.h"
#include "read/format/yaml.h"

/* Those that are text come first: of two files of one note they are read. */
enum note_format_kind {
    NOTE_FORMAT_MARKDOWN,
    NOTE_FORMAT_PLAIN,
    NOTE_FORMAT_DOCX,
    NOTE_FORMAT_ODT,
    NOTE_FORMATS,
    NOTE_FORMAT_TEXTS = NOTE_FORMAT_DOCX
};

struct note_format {
    const char *endings; /* lower case, parted by blanks; the first is the one that it is told by */
    const char *media;   /* its type (RFC 2046), as attached files tell it */
    /* The blocks of source->text[from … ), in lang: the root, never NULL. *notes: the footnotes that are
     * called, in the order of their marks. */
    struct block *(*read)(struct job *job, const struct source *source, size_t from, enum lang lang,
                          struct footnote **notes);
    /* Of what is no text: a file's bytes to the source that read takes; NULL, told, where it cannot. */
    const struct source *(*open)(struct job *job, struct str path, struct str bytes);
    /* Facts that stand in the text itself, without a front matter: a YAML map, or NULL. Before read. */
    struct yaml_node *(*facts)(struct job *job, const struct source *source);
};

const struct note_format *note_format_at(size_t kind);
/* The endings of each kind, in this order; NULL ends them. In the arena. */
const char *const *note_format_endings(struct arena *a);

#endif
