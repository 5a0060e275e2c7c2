/* fence: the lines between ``` and ```, and what to do where the second is missing. */
#ifndef SASTRA_READ_NOTE_FENCE_H
#define SASTRA_READ_NOTE_FENCE_H

#include "base/source.h"

/* Does this line of the source close a fence (quote marks before it left out)? */
bool fence_closes(const struct source *source, size_t line);
/* The first blank one of so many lines: where a csv table that is never closed is taken to end. 0: none. */
size_t fence_blank(const struct source *source, size_t first, size_t lines);
/* The marks of the fence that opens in a line. */
struct str fence_marks(const struct source *source, size_t line);
/* How many lines there are in its content. */
size_t fence_lines(struct str content);
/* Is csv the first word after the marks? */
bool fence_is_csv(struct str info);
/* How many rows it calls the head: head=2; else 1. */
size_t fence_heads(struct str info);

#endif
