/* file: whole files into memory, and what a folder holds. */
#ifndef SASTRA_BASE_FILE_H
#define SASTRA_BASE_FILE_H

#include "base/str.h"

#include <stdio.h>

/* The file's bytes in the arena. False, with errno set, where it cannot be read, is no regular file (EISDIR),
 * or is larger than most bytes (EFBIG). */
bool file_read(struct arena *a, const char *path, size_t most, struct str *bytes);
/* The names in a folder, sorted by their bytes, without . and ..; in the arena. False, with errno set, where
 * it cannot be read to its end: a list that is cut short never passes for a whole one. */
struct file_names {
    struct str *at;
    size_t n;
};
bool file_list(struct arena *a, const char *folder, struct file_names *names);
/* Whether an errno is a fault of the machine (a disk, memory, too many open files), not of the file. */
bool file_machine_fault(int why);
/* All that is left in a stream. */
struct str file_stream(struct arena *a, FILE *stream);

#endif
