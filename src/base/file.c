#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
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
