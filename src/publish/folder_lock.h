/* folder_lock: one build at a time in a folder. The lock is on the folder itself (flock), so that it leaves
 * nothing behind, and whoever is killed gives it back. */
#ifndef SASTRA_PUBLISH_FOLDER_LOCK_H
#define SASTRA_PUBLISH_FOLDER_LOCK_H

#include <stdbool.h>

/* Waits until no other build holds the folder that the path names then, two minutes at most (EWOULDBLOCK).
 * *lock is -1 where the file system knows no locks. False with errno. */
bool folder_lock(const char *path, int *lock);
void folder_lock_release(int lock);

#endif
