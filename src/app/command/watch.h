/* watch: waiting until something below a folder changes. */
#ifndef SASTRA_APP_COMMAND_WATCH_H
#define SASTRA_APP_COMMAND_WATCH_H

#include <stdbool.h>
#include <stdint.h>

struct watch {
    const char *folder, *but; /* but: what lies in that folder does not count */
    uint64_t seen;            /* names, sizes and times below the folder */
};

/* Ctrl-C is heard by watch_wait alone from now on: a build that is under way then is finished first. */
void watch_begin(void);

/* Remembers what is there now. */
void watch_look(struct watch *w, const char *folder, const char *but);
/* Returns true once the folder differs from what it was at watch_look, also where it changed before the call,
 * and has been still for half a second (editors save in steps). False where the folder is gone, and at
 * Ctrl-C. */
bool watch_wait(struct watch *w);

#endif
