/* verbatim: which lines and spans of a note are code, and so are never touched. */
#ifndef SASTRA_READ_DIALECT_VERBATIM_H
#define SASTRA_READ_DIALECT_VERBATIM_H

#include "base/source.h"

/* One a line of the source, from index 1: true in fences (CommonMark 4.5) and in indented code (4.4). Lines
 * before the byte from are true as well. In the arena. */
bool *verbatim_lines(struct arena *a, const struct source *source, size_t from);
/* The end of the code span that begins at a ` (6.1), or of the marks alone where nothing closes them before
 * the paragraph's end. */
size_t verbatim_span(struct str text, size_t at);
/* White space of any kind that a keyboard or a program leaves: its bytes at a byte; 0: none. Line ends are
 * none. */
size_t verbatim_blank(struct str text, size_t at);
/* Nothing but that from … to? */
bool verbatim_is_blank(struct str text, size_t from, size_t to);
/* The first byte from … to that is none. */
size_t verbatim_skip(struct str text, size_t from, size_t to);

#endif
