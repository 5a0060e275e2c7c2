/* For LD_PRELOAD: each call that changes something on the disk is written to RECORD=FILE, a line each:
 * FUNCTION tab PATH [tab PATH]; of write the bytes in hexadecimal in the second's place. Only calls that
 * succeed. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static FILE *record;

__attribute__((constructor)) static void begin(void)
{
    const char *to = getenv("RECORD");
    if (to) record = fopen(to, "we");
}

static void tell(const char *function, const char *a, const char *b)
{
    int why = errno;
    if (!record) return;
    fprintf(record, "%s\t%s\t%s\n", function, a, b);
    fflush(record);
    errno = why;
}

static const char *path_of(int fd, char path[PATH_MAX])
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, PATH_MAX - 1);
    path[n < 0 ? 0 : n] = 0;
    return path;
}

#define NEXT(type, function, ...)                                                                            \
    static type (*next)(__VA_ARGS__);                                                                        \
    if (!next) *(void **)&next = dlsym(RTLD_NEXT, function)

#define ONE(function)                                                                                        \
    int function(const char *path)                                                                           \
    {                                                                                                        \
        NEXT(int, #function, const char *);                                                                  \
        int status = next(path);                                                                             \
        if (!status) tell(#function, path, "");                                                              \
        return status;                                                                                       \
    }
#define TWO(function)                                                                                        \
    int function(const char *a, const char *b)                                                               \
    {                                                                                                        \
        NEXT(int, #function, const char *, const char *);                                                    \
        int status = next(a, b);                                                                             \
        if (!status) tell(#function, a, b);                                                                  \
        return status;                                                                                       \
    }
ONE(unlink)
ONE(rmdir)
TWO(link)
TWO(rename)

int mkdir(const char *path, mode_t mode)
{
    NEXT(int, "mkdir", const char *, mode_t);
    int status = next(path, mode);
    if (!status) tell("mkdir", path, "");
    return status;
}

int renameat2(int x, const char *a, int y, const char *b, unsigned flags)
{
    NEXT(int, "renameat2", int, const char *, int, const char *, unsigned);
    int status = next(x, a, y, b, flags);
    if (!status) tell(flags & RENAME_EXCHANGE ? "exchange" : "rename", a, b);
    return status;
}

#define SYNC(function)                                                                                       \
    int function(int fd)                                                                                     \
    {                                                                                                        \
        NEXT(int, #function, int);                                                                           \
        char path[PATH_MAX];                                                                                 \
        int status = next(fd);                                                                               \
        if (!status) tell(#function, path_of(fd, path), "");                                                 \
        return status;                                                                                       \
    }
SYNC(fsync)
SYNC(syncfs)

int open(const char *path, int flags, ...)
{
    NEXT(int, "open", const char *, int, ...);
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & O_CREAT ? (mode_t)va_arg(more, int) : 0;
    va_end(more);
    int fd = next(path, flags, mode);
    if (fd >= 0 && flags & O_CREAT) tell("create", path, "");
    return fd;
}

ssize_t write(int fd, const void *p, size_t n)
{
    NEXT(ssize_t, "write", int, const void *, size_t);
    char path[PATH_MAX], *hex = fd > 2 && record ? malloc(2 * n + 1) : NULL;
    ssize_t done = next(fd, p, n);
    for (ssize_t i = 0; hex && i < done; i++) sprintf(hex + 2 * i, "%02x", ((const unsigned char *)p)[i]);
    if (hex && done > 0) tell("write", path_of(fd, path), hex);
    free(hex);
    return done;
}
