#include "publish/folder_lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { TURNS_MOST = 6000, PAUSE = 20 * 1000 * 1000 /* ns */ };

/* Whoever held it may have put another folder there. */
static bool is_still(int fd, const char *path)
{
    struct stat held, there;
    return !fstat(fd, &held) && !stat(path, &there) && held.st_ino == there.st_ino &&
           held.st_dev == there.st_dev;
}

static bool is_held(void)
{
    return errno == EWOULDBLOCK || errno == EINTR;
}

bool folder_lock(const char *path, int *lock)
{
    const struct timespec pause = {.tv_nsec = PAUSE};
    *lock = -1;
    for (int turn = 0; turn < TURNS_MOST; turn++) {
        int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (fd < 0 && errno != ENOENT) return false;
        bool got = fd >= 0 && !flock(fd, LOCK_EX | LOCK_NB);
        if (got && is_still(fd, path)) return *lock = fd, true;
        bool waits = fd < 0 || got || is_held();
        folder_lock_release(fd);
        if (!waits) return true;
        if (!got) nanosleep(&pause, NULL);
    }
    return errno = EWOULDBLOCK, false;
}

void folder_lock_release(int lock)
{
    if (lock >= 0) close(lock);
}
