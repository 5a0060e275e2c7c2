/* odt: a note as LibreOffice saves it (OpenDocument 1.3), to a source of paragraphs and its blocks. */
#ifndef SASTRA_READ_WORD_ODT_H
#define SASTRA_READ_WORD_ODT_H

#include "read/word/word_note.h"

/* As docx_read. */
const struct source *odt_read(struct job *job, struct str path, struct str bytes);

#endif
