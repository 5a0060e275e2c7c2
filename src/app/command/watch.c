#include "app/command/watch.h"

#include <fts.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

enum {
    STILL = 400,      /* milliseconds without a change: then it is built */
    PATIENCE = 10000, /* for a file that somebody began to write and does not close */
    AGAIN = 2000      /* how often what tells nothing is looked at */
};

static uint64_t mix(uint64_t h, uint64_t v)
{
    return (h ^ v) * 1099511628211u;
}

static uint64_t hash_text(uint64_t h, const char *s)
{
    for (; *s; s++) h = mix(h, (unsigned char)*s);
    return h;
}

/* -- what is there --------------------------------------------------------------------------------------- */

static uint64_t hash_of(const FTSENT *e)
{
    uint64_t h = hash_text(1469598103934665603u, e->fts_path);
    h = mix(h, (uint64_t)e->fts_statp->st_size);
    h = mix(h, (uint64_t)e->fts_statp->st_mtim.tv_sec);
    return mix(h, (uint64_t)e->fts_statp->st_mtim.tv_nsec);
}

static bool is_same(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Other machines write there too, and the kernel here does not hear of it: statfs(2), f_type. */
static bool is_elsewhere(const char *folder)
{
    static const unsigned TYPES[] = {0x6969 /* NFS */,
                                     0xFF534D42 /* CIFS */,
                                     0xFE534D42 /* SMB2 */,
                                     0x65735546 /* FUSE */,
                                     0x01021997 /* 9P */,
                                     0x786F4256 /* vboxsf */,
                                     0xBACBACBC /* vmhgfs */};
    struct statfs fs;
    if (statfs(folder, &fs)) return false;
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if ((unsigned)fs.f_type == TYPES[i]) return true;
    return false;
}

/* Before what lies in it is looked at: no change falls between. A folder that has moved is told anew. */
static void listen(struct watch *w, const char *folder)
{
    const uint32_t changes = IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                             IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
    if (w->told < 0 || inotify_add_watch(w->told, folder, changes) < 0) w->deaf = true;
}

/* False where the folder is not there. */
static bool look_below(struct watch *w, const char *folder, uint64_t *seen)
{
    char *const paths[] = {(char *)folder, NULL};
    struct stat but;
    bool any = false, has_but = !stat(w->but, &but);
    FTS *walk = fts_open(paths, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, NULL);
    if (!walk) return false;
    w->deaf = w->deaf || is_elsewhere(folder);
    for (FTSENT *e; (e = fts_read(walk));) {
        bool skipped = e->fts_info == FTS_D && e->fts_level > 0 && has_but && is_same(e->fts_statp, &but);
        if (skipped) fts_set(walk, e, FTS_SKIP);
        if (e->fts_info == FTS_D && !skipped) any = true, listen(w, e->fts_accpath);
        /* A sum: the order of names in a folder does not count. */
        if (e->fts_info == FTS_F || e->fts_info == FTS_SL) *seen += hash_of(e);
    }
    fts_close(walk);
    return any;
}

static bool look(struct watch *w, uint64_t *seen)
{
    *seen = 0;
    w->deaf = w->told < 0;
    if (*w->also) look_below(w, w->also, seen);
    return look_below(w, w->folder, seen);
}

void watch_look(struct watch *w)
{
    look(w, &w->seen);
}

/* -- what is told ---------------------------------------------------------------------------------------- */

void watch_begin(struct watch *w, const char *folder, const char *but)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigprocmask(SIG_BLOCK, &set, NULL);
    *w = (struct watch){.folder = folder, .but = but};
    w->interrupted = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    w->told = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
}

void watch_also(struct watch *w, const char *folder)
{
    size_t n = folder ? strlen(folder) + 1 : 0;
    if (!n || n > sizeof w->also || !strcmp(folder, w->also)) return;
    memcpy(w->also, folder, n);
    look_below(w, w->also, &w->seen);
}

void watch_end(struct watch *w)
{
    if (w->told >= 0) close(w->told);
    if (w->interrupted >= 0) close(w->interrupted);
}

static void forget(struct watch *w, uint64_t file)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->nunfinished; i++)
        if (w->unfinished[i] != file) w->unfinished[kept++] = w->unfinished[i];
    w->nunfinished = kept;
}

/* A file is half written from its first change until it is closed. */
static void hear(struct watch *w, const struct inotify_event *e)
{
    uint64_t file = mix(hash_text(1469598103934665603u, e->len ? e->name : ""), (uint64_t)e->wd);
    if (e->mask & (IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM | IN_MODIFY)) forget(w, file);
    if (e->mask & IN_MODIFY && w->nunfinished < WATCH_UNFINISHED) w->unfinished[w->nunfinished++] = file;
    if (e->mask & IN_Q_OVERFLOW) w->nunfinished = 0;
}

static void hear_all(struct watch *w)
{
    _Alignas(struct inotify_event) char room[1 << 14];
    ssize_t n;
    while (w->told >= 0 && (n = read(w->told, room, sizeof room)) > 0)
        for (char *at = room; at < room + n;) {
            const struct inotify_event *e = (const struct inotify_event *)(const void *)at;
            hear(w, e);
            at += sizeof *e + e->len;
        }
}

enum what { CHANGED, QUIET, INTERRUPTED };

/* Waits so many milliseconds at most; -1: for ever. */
static enum what next(struct watch *w, int most)
{
    struct pollfd from[] = {{.fd = w->interrupted, .events = POLLIN}, {.fd = w->told, .events = POLLIN}};
    int n = poll(from, 2, most);
    if (from[0].revents) return INTERRUPTED;
    if (n <= 0) return QUIET;
    hear_all(w);
    return CHANGED;
}

static int64_t now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * INT64_C(1000) + t.tv_nsec / 1000000;
}

/* Until nothing has changed for a moment and no file is half written. False at Ctrl-C. */
static bool settle(struct watch *w)
{
    int64_t last = now();
    uint64_t before = 0, seen;
    for (bool first = true;; first = false) {
        enum what what = next(w, STILL);
        if (what == INTERRUPTED) return false;
        if (what == CHANGED) last = now();
        if (what == CHANGED || (w->nunfinished && now() - last < PATIENCE)) continue;
        if (!w->deaf) break;
        if (!look(w, &seen)) return true;
        if (!first && seen == before) break;
        before = seen;
    }
    w->nunfinished = 0;
    return true;
}

bool watch_wait(struct watch *w)
{
    uint64_t seen;
    hear_all(w);
    for (;;) {
        if (!look(w, &seen)) return false;
        if (seen != w->seen) {
            if (!settle(w)) return false;
            if (!look(w, &seen)) return false;
            if (seen != w->seen) return true;
        }
        if (next(w, w->deaf ? AGAIN : -1) == INTERRUPTED) return false;
    }
}
