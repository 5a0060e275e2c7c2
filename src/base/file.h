/* file: whole files into memory. */
#ifndef SASTRA_BASE_FILE_H
#define SASTRA_BASE_FILE_H

#include "base/str.h"

#include <stdio.h>

/* The file's bytes in the arena. False, with errno set, where it cannot be read, is no regular file (EISDIR),
 * or is larger than most bytes (EFBIG). */
bool file_read(struct arena *a, const char *path, size_t most, struct str *bytes);
/* All that is left in a stream. */
struct str file_stream(struct arena *a, FILE *stream);

#endif
