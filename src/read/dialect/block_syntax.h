/* block_syntax: what lines are, in the ways that programs and people write them: blank lines of the Khmer
 * space bar, lines of bold for headings, callouts, tables without bars, definition lists, line blocks, tasks,
 * fences of classes, and paragraphs of one line each. */
#ifndef SASTRA_READ_DIALECT_BLOCK_SYNTAX_H
#define SASTRA_READ_DIALECT_BLOCK_SYNTAX_H

#include "base/job.h"
#include "base/lang.h"
#include "read/dialect/rewriting.h"

/* lang: of words that a sign stands for (a callout's kind). */
struct rewriting *block_syntax_rewrite(struct job *job, const struct source *source, size_t from,
                                       enum lang lang);

#endif
