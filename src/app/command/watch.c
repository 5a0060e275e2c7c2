#include "app/command/watch.h"

#include <fts.h>
#include <signal.h>
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

static bool is_same(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool look(const struct watch *w, uint64_t *seen)
{
    char *const paths[] = {(char *)w->folder, NULL};
    struct stat but;
    bool any = false, has_but = !stat(w->but, &but);
    FTS *walk = fts_open(paths, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, NULL);
    *seen = 0;
    if (!walk) return false;
    for (FTSENT *e; (e = fts_read(walk));) {
        if (e->fts_info == FTS_D) any = true;
        if (e->fts_info == FTS_D && e->fts_level > 0 && has_but && is_same(e->fts_statp, &but))
            fts_set(walk, e, FTS_SKIP);
        /* A sum: the order of names in a folder does not count. */
        else if (e->fts_info == FTS_F || e->fts_info == FTS_SL)
            *seen += hash_of(e);
    }
    fts_close(walk);
    return any;
}

void watch_look(struct watch *w, const char *folder, const char *but)
{
    *w = (struct watch){.folder = folder, .but = but};
    look(w, &w->seen);
}

static sigset_t interrupt(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    return set;
}

void watch_begin(void)
{
    sigset_t set = interrupt();
    sigprocmask(SIG_BLOCK, &set, NULL);
}

bool watch_wait(struct watch *w)
{
    const struct timespec pause = {.tv_nsec = 500000000};
    const sigset_t set = interrupt();
    uint64_t last, now;
    if (!look(w, &last)) return false;
    for (;; last = now) {
        if (sigtimedwait(&set, NULL, &pause) == SIGINT) return false;
        if (!look(w, &now)) return false;
        if (now != w->seen && now == last) return true;
    }
}
