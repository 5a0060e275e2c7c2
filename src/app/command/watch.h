/* watch: waiting until something below a folder changes (inotify(7)).
 *
 * What the folder looks like – names, sizes, times – says whether it changed; the kernel says when to look.
 * On file systems that tell nothing of what other machines do (network shares, folders of a virtual machine's
 * host) it is looked at every other second. */
#ifndef SASTRA_APP_COMMAND_WATCH_H
#define SASTRA_APP_COMMAND_WATCH_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { WATCH_UNFINISHED = 64 };

struct watch {
    const char *folder, *but;              /* but: what lies in that folder does not count */
    char also[PATH_MAX];                   /* another folder, which may be none */
    uint64_t seen;                         /* names, sizes and times below both */
    int told, interrupted;                 /* descriptors: of changes (-1: none to be had), of Ctrl-C */
    bool deaf;                             /* some changes are not told: look again and again */
    uint64_t unfinished[WATCH_UNFINISHED]; /* files that somebody is writing */
    size_t nunfinished;
};

/* Ctrl-C is heard by watch_wait alone from now on: a build that is under way then is finished first. */
void watch_begin(struct watch *w, const char *folder, const char *but);
/* Another folder besides, as it is now; NULL is none. Its files are read later. */
void watch_also(struct watch *w, const char *folder);
/* Remembers what is there now. */
void watch_look(struct watch *w);
/* Returns true once the folders differ from what they were at watch_look, also where they changed before the
 * call; when no file is half written, and all has been still for a moment (editors save in steps). False
 * where the folder is gone, and at Ctrl-C. */
bool watch_wait(struct watch *w);
void watch_end(struct watch *w);

#endif
