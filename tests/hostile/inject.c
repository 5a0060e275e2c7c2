/* For LD_PRELOAD: calls of a function fail with an errno, or the process is killed there.
 *
 * INJECT=NAME:N:ERRNO,…  NAME is a function's below; "any": all that change something on the disk
 * N                      the Nth call; 0: none, -1: each
 * ERRNO 0                kill -9 in place of the call
 * INJECT_PATH=TEXT        of open: only of paths that hold it
 * INJECT_COUNT=FILE      how many calls of the first NAME there were is written there at the end */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { RULES_MOST = 4 };

struct rule {
    char name[32];
    long nth;
    int why;
    atomic_long count;
};

static struct rule rules[RULES_MOST];
static int nrules;

__attribute__((constructor)) static void begin(void)
{
    const char *what = getenv("INJECT");
    for (; what && nrules < RULES_MOST; nrules++) {
        struct rule *r = &rules[nrules];
        if (sscanf(what, "%31[^:]:%ld:%d", r->name, &r->nth, &r->why) != 3) break;
        what = strchr(what, ',');
        if (what) what++;
    }
}

__attribute__((destructor)) static void end(void)
{
    const char *path = getenv("INJECT_COUNT");
    char text[32];
    if (!nrules || !path) return;
    nrules = 0;
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    int n = snprintf(text, sizeof text, "%ld", rules[0].count);
    if (fd >= 0 && write(fd, text, (size_t)n) == n) close(fd);
}

/* 0, or the errno. */
static int why_of(struct rule *r, const char *function, int changes)
{
    if (strcmp(r->name, function) && !(changes && !strcmp(r->name, "any"))) return 0;
    if (++r->count != r->nth && r->nth != -1) return 0;
    if (!r->why) kill(getpid(), SIGKILL);
    return r->why;
}

static int fails(const char *function, int changes)
{
    for (int i = 0; i < nrules; i++) {
        int why = why_of(&rules[i], function, changes);
        if (why) return errno = why;
    }
    return 0;
}

#define NEXT(type, function, ...)                                                                            \
    static type (*next)(__VA_ARGS__);                                                                        \
    if (!next) *(void **)&next = dlsym(RTLD_NEXT, function)

#define WRAP(type, function, failed, changes, parameters, arguments)                                         \
    type function parameters                                                                                 \
    {                                                                                                        \
        static type(*next) parameters;                                                                       \
        if (!next) *(void **)&next = dlsym(RTLD_NEXT, #function);                                            \
        return fails(#function, changes) ? failed : next arguments;                                          \
    }

WRAP(int, fsync, -1, 1, (int fd), (fd))
WRAP(int, syncfs, -1, 1, (int fd), (fd))
WRAP(int, rename, -1, 1, (const char *a, const char *b), (a, b))
WRAP(int, link, -1, 1, (const char *a, const char *b), (a, b))
WRAP(int, mkdir, -1, 1, (const char *path, mode_t mode), (path, mode))
WRAP(int, chmod, -1, 1, (const char *path, mode_t mode), (path, mode))
WRAP(int, unlink, -1, 1, (const char *path), (path))
WRAP(int, rmdir, -1, 1, (const char *path), (path))
WRAP(int, flock, -1, 0, (int fd, int how), (fd, how))
WRAP(DIR *, opendir, NULL, 0, (const char *path), (path))
WRAP(struct dirent *, readdir, NULL, 0, (DIR * dir), (dir))
WRAP(int, stat, -1, 0, (const char *path, struct stat *st), (path, st))
WRAP(int, lstat, -1, 0, (const char *path, struct stat *st), (path, st))
WRAP(int, fstat, -1, 0, (int fd, struct stat *st), (fd, st))
WRAP(char *, realpath, NULL, 0, (const char *path, char *to), (path, to))
WRAP(FILE *, fopen, NULL, 0, (const char *path, const char *mode), (path, mode))
WRAP(void *, malloc, NULL, 0, (size_t n), (n))
WRAP(void *, realloc, NULL, 0, (void *p, size_t n), (p, n))

int statx(int x, const char *path, int flags, unsigned mask, struct statx *st)
{
    NEXT(int, "statx", int, const char *, int, unsigned, struct statx *);
    return fails("statx", 0) ? -1 : next(x, path, flags, mask, st);
}

int renameat2(int x, const char *a, int y, const char *b, unsigned flags)
{
    NEXT(int, "renameat2", int, const char *, int, const char *, unsigned);
    return fails("renameat2", 1) ? -1 : next(x, a, y, b, flags);
}

/* Standard streams are left alone: they are no part of out/. */
ssize_t write(int fd, const void *p, size_t n)
{
    NEXT(ssize_t, "write", int, const void *, size_t);
    return fd > 2 && fails("write", 1) ? -1 : next(fd, p, n);
}

ssize_t read(int fd, void *p, size_t n)
{
    NEXT(ssize_t, "read", int, void *, size_t);
    return fd > 2 && fails("read", 0) ? -1 : next(fd, p, n);
}

int close(int fd)
{
    NEXT(int, "close", int);
    int why = fd > 2 ? fails("close", 0) : 0, status = next(fd);
    if (why) errno = why;
    return why ? -1 : status;
}

static int is_meant(const char *path)
{
    const char *part = getenv("INJECT_PATH");
    return !part || strstr(path, part);
}

/* Libraries call them by their other names. */
#define OPEN(function)                                                                                       \
    int function(const char *path, int flags, ...)                                                           \
    {                                                                                                        \
        NEXT(int, #function, const char *, int, ...);                                                        \
        va_list more;                                                                                        \
        va_start(more, flags);                                                                               \
        mode_t mode = flags & O_CREAT ? (mode_t)va_arg(more, int) : 0;                                       \
        va_end(more);                                                                                        \
        return is_meant(path) && fails("open", flags & O_CREAT) ? -1 : next(path, flags, mode);              \
    }
#define MMAP(function)                                                                                       \
    void *function(void *at, size_t n, int rights, int flags, int fd, off_t from)                            \
    {                                                                                                        \
        NEXT(void *, #function, void *, size_t, int, int, int, off_t);                                       \
        return fd >= 0 && fails("mmap", 0) ? MAP_FAILED : next(at, n, rights, flags, fd, from);              \
    }
OPEN(open)
OPEN(open64)
MMAP(mmap)
MMAP(mmap64)

int pthread_create(pthread_t *t, const pthread_attr_t *a, void *(*run)(void *), void *with)
{
    NEXT(int, "pthread_create", pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    int why = fails("pthread_create", 0);
    return why ? why : next(t, a, run, with);
}
