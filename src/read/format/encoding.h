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
/* Of text that is UTF-8 already, in any source: was it garbled so (a sample is enough), what it was before,
 * and how many of its letters are gone; what is told of that, and what else the text shows (Khmer lost, or
 * for old fonts). */
bool encoding_is_garbled(struct str text);
struct str encoding_regain(struct arena *a, struct str text, size_t *lost);
void encoding_tell_garbled(struct job *job, struct place place, size_t lost);
void encoding_check(struct job *job, const struct source *source);
/* The program a file is of by how it begins (Excel, Word, PDF …); NULL for text. name: for its extension. */
const char *encoding_program(struct str name, struct str bytes);
/* Tells that, and what to do with a file of that program. */
void encoding_tell_program(struct job *job, struct place place, const char *program);

#endif
