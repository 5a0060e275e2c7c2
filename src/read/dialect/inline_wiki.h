/* inline_wiki: [[name]], [[name|words]], ![[picture.png|300]], as Obsidian and wikis write them: a picture,
 * or else words. */
#ifndef SASTRA_READ_DIALECT_INLINE_WIKI_H
#define SASTRA_READ_DIALECT_INLINE_WIKI_H

#include "read/dialect/inline_reader.h"

/* The byte behind what begins at a byte, written already; 0 where nothing of the kind does. */
size_t inline_wiki_read(struct inline_reader *n, size_t at);

#endif
