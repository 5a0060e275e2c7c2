/* copies: the names that programs and people give to a second copy of a file. */
#ifndef SASTRA_READ_FOLDER_COPIES_H
#define SASTRA_READ_FOLDER_COPIES_H

#include "read/format/files.h"

/* The name of the first one: x.en.md of "x.en (1).md", "Copy of x.en.md", "x.en - Copy (2).md", x.en.md~ and
 * x.en.md.bak. Empty where the name is none of a copy. */
struct str copies_original(struct arena *a, struct str name);
/* The one of a folder's names that this is a copy of by its name, in any capitals; empty: none. */
struct str copies_find(struct job *job, const struct files_names *names, struct str name);
/* Tells a copy that is not read, and whether it says the same; paths. False where it is none after all: of
 * pictures (Visit (1).jpg) those alone are copies that are the same to the byte. */
bool copies_tell(struct job *job, struct str copy, struct str original);
/* Of the files that are the same to the byte the first by name stays, the others are told: rows that would
 * be counted twice. Those that hold a line or none are no copies, but all alike. */
struct files_names copies_drop(struct job *job, struct files_names files);

#endif
