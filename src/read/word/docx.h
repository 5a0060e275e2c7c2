/* docx: a note as Word saves it (ECMA-376), to a source of paragraphs and its blocks. */
#ifndef SASTRA_READ_WORD_DOCX_H
#define SASTRA_READ_WORD_DOCX_H

#include "read/word/word_note.h"

/* What a word processor would show, tracked changes accepted: no comments, no hidden text, no headers and
 * footers, nothing that the file says of its writers. NULL, told, where it cannot be opened. */
const struct source *docx_read(struct job *job, struct str path, struct str bytes);

#endif
