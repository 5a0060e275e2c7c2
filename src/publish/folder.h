/* folder: the few things publishing does to folders, each with errno set where it fails. Paths are
 * NUL-terminated. */
#ifndef SASTRA_PUBLISH_FOLDER_H
#define SASTRA_PUBLISH_FOLDER_H

#include "base/str.h"

/* Makes the folder and those above it; fine where they exist. */
bool folder_make(const char *path);
/* Makes the folders above a file. */
bool folder_make_above(const char *path);
/* Writes a new file, all of it, fsynced; nothing is left of it where that fails. */
bool folder_write(const char *path, struct str bytes);
/* fsync of the folder itself, so that the names in it are on the disk. */
bool folder_sync(const char *path);
/* Removes a folder and all below it (links are not followed). */
void folder_remove(const char *path);
/* Removes the folders in above whose names are the prefix and the number of a process that runs no more: what
 * a build that was killed left behind. */
void folder_sweep(const char *above, const char *prefix);
/* Whether the folder is not there or holds no more than README files, hidden ones and folders like itself.
 * *good is false, with errno set, where it cannot be read. */
bool folder_is_free(const char *path, bool *good);
/* The first of the folders above a name in a folder that is there and no folder (a link is none): handouts of
 * handouts/x.pdf. Empty: none. */
struct str folder_blocked(struct arena *a, const char *folder, struct str name);
/* Links (else copies) each regular file below from that to lacks into to, hidden staging folders passed over;
 * symbolic links are made anew. keep tells which to take, by their name relative to from. */
bool folder_carry(struct arena *a, const char *from, const char *to,
                  bool (*keep)(void *with, struct str name), void *with);

#endif
