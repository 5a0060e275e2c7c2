/* inline_syntax: what stands in a line, in the ways of Obsidian, pandoc, Google Docs and raw HTML, put as
 * CommonMark: attributes, highlights, [[links]], inline footnotes, raised and lowered signs, tags, and
 * pictures that the note holds itself (data: addresses), which get a short address. */
#ifndef SASTRA_READ_DIALECT_INLINE_SYNTAX_H
#define SASTRA_READ_DIALECT_INLINE_SYNTAX_H

#include "base/job.h"
#include "read/dialect/held_pictures.h"
#include "read/dialect/rewriting.h"

struct rewriting *inline_syntax_rewrite(struct job *job, const struct source *source, size_t from,
                                        struct held_pictures *pictures);

#endif
