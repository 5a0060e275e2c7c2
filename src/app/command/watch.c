#include "app/watch.h"

#include <fts.h>
#include <stdint.h>
#include <sys/stat.h>
#include <time.h>

static uint64_t mix(uint64_t h, uint64_t v)
{
    return (h ^ v) * 1099511628211u;
}

static uint64_t hash_of(const FTSENT *e)
{
    uint64_t h = 1469598103934665603u;
    for (const char *p = e->fts_path; *p; p++) h = mix(h, (unsigned char)*p);
    h = mix(h, (uint64_t)e->fts_statp->st_size);
    h = mix(h, (uint64_t)e->fts_statp->st_mtim.tv_sec);
    return mix(h, (uint64_t)e->fts_statp->st_mtim.tv_nsec);
}

static bool look(const char *folder, uint64_t *seen)
{
    char *const paths[] = {(char *)folder, NULL};
    FTS *walk = fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
    bool any = false;
    *seen = 0;
    if (!walk) return false;
    for (FTSENT *e; (e = fts_read(walk));) {
        if (e->fts_info == FTS_D) any = true;
        /* A sum: the order of names in a folder does not count. */
        else if (e->fts_info == FTS_F || e->fts_info == FTS_SL)
            *seen += hash_of(e);
    }
    fts_close(walk);
    return any;
}

bool watch_wait(const char *folder)
{
    const struct timespec pause = {.tv_nsec = 500000000};
    uint64_t first, last, now;
    if (!look(folder, &first)) return false;
    for (last = first;; last = now) {
        nanosleep(&pause, NULL);
        if (!look(folder, &now)) return false;
        if (now != first && now == last) return true;
    }
}
