/* encoding: a file's bytes to a source in UTF-8, whatever program saved them.
 *
 * Takes: bytes as they are on the disk. Promises: well-formed UTF-8 without byte-order mark, NUL or control
 * characters but tab and line ends; what cannot be read stands as U+FFFD and is told with its place. UTF-16
 * is found with and without its mark; Windows-1252 is told; Khmer garbled by a reading as Windows-1252 is put
 * right where no byte is lost. NULL, told, where the bytes are no text (Excel, Word, PDF …). */
#ifndef SASTRA_READ_FORMAT_ENCODING_H
#define SASTRA_READ_FORMAT_ENCODING_H

#include "base/job.h"

/* bytes must live as long as the source. */
const struct source *encoding_source(struct job *job, struct str path, struct str bytes);
/* The program a file is of by how it begins (Excel, Word, PDF …); NULL for text. name: for its extension. */
const char *encoding_program(struct str name, struct str bytes);

#endif
