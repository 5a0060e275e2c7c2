/* watch: waiting until something below a folder changes. */
#ifndef SASTRA_APP_WATCH_H
#define SASTRA_APP_WATCH_H

#include <stdbool.h>

/* Returns true once names, sizes or times below the folder differ from what they were at the call, and have
 * been still for half a second (editors save in steps). False where the folder is gone. */
bool watch_wait(const char *folder);

#endif
