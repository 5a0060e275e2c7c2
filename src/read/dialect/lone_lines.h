/* lone_lines: notes without blank lines, whose writer ends a paragraph with a line end, as word processors
 * do. */
#ifndef SASTRA_READ_DIALECT_LONE_LINES_H
#define SASTRA_READ_DIALECT_LONE_LINES_H

#include "base/job.h"

/* A line of plain words: no list, heading, quote, table. */
bool lone_lines_is_text(struct str line);
/* Ends as a sentence does, marks of emphasis and closing signs behind it or not. */
bool lone_lines_is_sentence(struct str line);
/* Is each line a paragraph: three or more stand one under the other, nowhere a blank line parts two, and most
 * end as sentences do or are too long for a line that was broken by hand? Told then. code: one a line. */
bool lone_lines_are_paragraphs(struct job *job, const struct source *source, const bool *code);

#endif
