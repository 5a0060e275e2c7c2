/* markdown_inlines: what cmark has in a paragraph, heading or cell, to spans. */
#ifndef SASTRA_READ_NOTE_MARKDOWN_INLINES_H
#define SASTRA_READ_NOTE_MARKDOWN_INLINES_H

#include "read/dialect/dialect.h"
#include "read/note/inlines.h"

struct cmark_node;

struct markdown_inlines {
    struct job *job;
    struct inlines *spanner;
    const struct dialect *dialect;
    enum lang lang;
};

/* The text of a block, somewhere in the spanner's source->text[from … to); the first skip bytes of it are
 * none. */
struct spans markdown_inlines_read(const struct markdown_inlines *m, struct cmark_node *block, size_t from,
                                   size_t to, size_t skip);

#endif
