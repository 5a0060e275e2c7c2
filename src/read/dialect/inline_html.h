/* inline_html: a tag of raw HTML. */
#ifndef SASTRA_READ_DIALECT_INLINE_HTML_H
#define SASTRA_READ_DIALECT_INLINE_HTML_H

#include "read/dialect/inline_reader.h"

/* The byte behind what begins at a byte, written already; 0 where nothing of the kind does. */
size_t inline_html_read(struct inline_reader *n, size_t at);

#endif
