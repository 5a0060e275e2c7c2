/* inline_example: pandoc's examples, numbered through a note: "(@good) Words" begins one, "(@good)" in the
 * text is its number. */
#ifndef SASTRA_READ_DIALECT_INLINE_EXAMPLE_H
#define SASTRA_READ_DIALECT_INLINE_EXAMPLE_H

#include "read/dialect/inline_reader.h"

/* Finds those that begin a line; code: as of verbatim_lines(). */
void inline_example_find(struct inline_reader *n, const struct source *source, const bool *code);
/* At a "(": writes the number; returns the byte behind it, or 0 where it is no example's. */
size_t inline_example_read(struct inline_reader *n, size_t at);

#endif
