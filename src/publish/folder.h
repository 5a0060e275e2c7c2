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
/* The same, but it is on the disk only after folder_sync_all. */
bool folder_stage(const char *path, struct str bytes);
/* A new file that is a copy of another, by pieces, in the same manner. */
bool folder_stage_copy(const char *path, const char *from);
/* Brings all to the disk that was written on the folder's file system (syncfs). *all: false where that would
 * not reach the disk, and each file and folder wants its own fsync. */
bool folder_sync_all(const char *path, bool *all);
/* fsync of a file, or a folder. */
bool folder_sync_file(const char *path);
/* fsync of the folder itself, so that the names in it are on the disk. */
bool folder_sync(const char *path);
/* fsync of the folder that a path lies in. */
bool folder_sync_above(struct arena *a, const char *path);
/* Removes a folder and all below it (links are not followed). */
void folder_remove(struct arena *a, const char *path);
/* Whether something is there: a link counts for itself. */
bool folder_has(const char *path);
/* The same, where a fault of the disk must not pass for nothing: false, with errno, where it cannot be told.
 */
bool folder_look(const char *path, bool *there);
/* Renames, and writes over nothing: EEXIST. Makes the folders above the new name. */
bool folder_move(const char *from, const char *to);
/* A name that is free in a folder: NAME.yours, NAME.yours-2 …; in the arena. */
struct str folder_free_name(struct arena *a, const char *folder, struct str name);
/* Whether the folder is not there or holds no more than README and hidden files and folders like itself.
 * *good is false, with errno set, where it cannot be read. */
bool folder_is_free(struct arena *a, const char *path, bool *good);
/* The first of the folders above a name in a folder that is there and no folder (a link is none): handouts of
 * handouts/x.pdf. Empty: none. */
struct str folder_blocked(struct arena *a, const char *folder, struct str name);
/* Whether another file system, or another part of this one, is mounted there. */
bool folder_is_mount(const char *path);

#endif
