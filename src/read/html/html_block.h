/* html_block: lists, headings and quotations of raw HTML, put as Markdown's. */
#ifndef SASTRA_READ_HTML_HTML_BLOCK_H
#define SASTRA_READ_HTML_HTML_BLOCK_H

#include "read/dialect/rewriting.h"
#include "read/html/html_tag.h"

struct html_block_piece {
    struct str put;  /* signs, or */
    size_t from, to; /* the source's bytes, one line's at the most */
};

struct html_block {
    struct arena *arena;
    VEC(struct html_block_piece) pieces;
};

bool html_block_begins(const struct html_tag *tag);
/* Bytes of the block that begins at a <; 0: none does, or one that nobody could set (a table in it, no end).
 * Fills b, whose arena is set. */
size_t html_block_read(struct str text, size_t at, struct html_block *b);
/* All of it, with a blank line before and after. at: where the block stands. */
void html_block_put(const struct html_block *b, struct rewriting *r, size_t at);

#endif
