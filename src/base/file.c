#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool read_all(int fd, char *to, size_t n)
{
    for (size_t got = 0; got < n;) {
        ssize_t k = read(fd, to + got, n - got);
        if (k < 0 && errno == EINTR) continue;
        if (k < 0) return false;
        if (k == 0) return errno = EIO, false; /* shrank while it was read */
        got += (size_t)k;
    }
    return true;
}

static bool read_open(struct arena *a, int fd, size_t most, struct str *bytes)
{
    struct stat st;
    if (fstat(fd, &st)) return false;
    if (!S_ISREG(st.st_mode)) return errno = EISDIR, false;
    if ((unsigned long long)st.st_size > most) return errno = EFBIG, false;
    size_t n = (size_t)st.st_size;
    char *p = arena_raw(a, n + 1);
    p[n] = 0;
    *bytes = (struct str){p, n};
    return read_all(fd, p, n);
}

bool file_read(struct arena *a, const char *path, size_t most, struct str *bytes)
{
    /* O_NONBLOCK: a named pipe in the folder must not hang the build. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) return false;
    bool good = read_open(a, fd, most, bytes);
    int why = errno;
    close(fd);
    errno = why;
    return good;
}

bool file_machine_fault(int why)
{
    static const int FAULTS[] = {EIO,    ENOMEM,    EMFILE, ENFILE, ENOSPC, EDQUOT,
                                 ESTALE, ETIMEDOUT, ENODEV, ENXIO,  EBADF};
    for (size_t i = 0; i < sizeof FAULTS / sizeof *FAULTS; i++)
        if (why == FAULTS[i]) return true;
    return false;
}

static int by_bytes(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* readdir tells its end and its errors by the same NULL. */
static const char *next_name(DIR *dir)
{
    struct dirent *e;
    do {
        errno = 0;
        e = readdir(dir);
    } while (e && (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..")));
    return e ? e->d_name : NULL;
}

bool file_list(struct arena *a, const char *folder, struct file_names *names)
{
    VEC(struct str) list = {0};
    const char *name;
    *names = (struct file_names){0};
    DIR *dir = opendir(folder);
    if (!dir) return false;
    while ((name = next_name(dir))) VEC_ADD(a, list, str_copy(a, str_of(name)));
    int why = errno;
    closedir(dir);
    if (why) return errno = why, false;
    if (list.n) qsort(list.at, list.n, sizeof *list.at, by_bytes);
    *names = (struct file_names){list.at, list.n};
    return true;
}

struct str file_stream(struct arena *a, FILE *stream)
{
    char *s = NULL;
    size_t n = 0, cap = 0;
    do {
        if (n == cap) {
            size_t more = cap ? cap * 2 : 1 << 16;
            s = arena_grow(a, s, cap, more);
            cap = more;
        }
        n += fread(s + n, 1, cap - n, stream);
    } while (!feof(stream) && !ferror(stream));
    return (struct str){s, n};
}
