#include "publish/folder.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

enum { PATH_MOST = 4096, DEPTH_MOST = 32 };

static bool make_one(const char *path)
{
    struct stat st;
    if (!mkdir(path, 0777)) return true;
    if (errno != EEXIST) return false;
    if (stat(path, &st)) return false;
    return S_ISDIR(st.st_mode) ? true : (errno = ENOTDIR, false);
}

/* Up to the first that is there, or can be made, and down again. */
static bool make_to(const char *path, size_t n)
{
    char part[PATH_MOST];
    size_t at = n;
    if (n >= sizeof part) return errno = ENAMETOOLONG, false;
    memcpy(part, path, n);
    part[n] = 0;
    while (!make_one(part)) {
        if (errno != ENOENT || !at) return false;
        do at--;
        while (at && path[at] != '/');
        if (!at) return errno = ENOENT, false;
        part[at] = 0;
    }
    while (at < n) {
        part[at] = path[at];
        at += strlen(part + at);
        if (!make_one(part)) return false;
    }
    return true;
}

bool folder_make(const char *path)
{
    return make_to(path, strlen(path));
}

bool folder_make_above(const char *path)
{
    const char *slash = strrchr(path, '/');
    return !slash || slash == path || make_to(path, (size_t)(slash - path));
}

static bool write_all(int fd, struct str bytes)
{
    for (size_t done = 0; done < bytes.n;) {
        ssize_t k = write(fd, bytes.s + done, bytes.n - done);
        if (k < 0 && errno == EINTR) continue;
        if (k < 0) return false;
        done += (size_t)k;
    }
    return true;
}

static bool copy_all(int fd, int from)
{
    char piece[1 << 16];
    for (;;) {
        ssize_t k = read(from, piece, sizeof piece);
        if (k < 0 && errno == EINTR) continue;
        if (k <= 0) return k == 0;
        if (!write_all(fd, (struct str){piece, (size_t)k})) return false;
    }
}

/* from: -1: the bytes. synced: on the disk when this returns. */
static bool write_new(const char *path, struct str bytes, int from, bool synced)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0) return false;
    bool good = (from < 0 ? write_all(fd, bytes) : copy_all(fd, from)) && (!synced || !fsync(fd));
    int why = errno;
    /* Network file systems tell of a full disk only here. */
    if (close(fd) && good) good = false, why = errno;
    if (!good) unlink(path);
    errno = why;
    return good;
}

bool folder_write(const char *path, struct str bytes)
{
    return write_new(path, bytes, -1, true);
}

bool folder_stage(const char *path, struct str bytes)
{
    return write_new(path, bytes, -1, false);
}

bool folder_stage_copy(const char *path, const char *from)
{
    int fd = open(from, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (fd < 0) return false;
    bool good = write_new(path, (struct str){0}, fd, false);
    int why = errno;
    close(fd);
    errno = why;
    return good;
}

static bool sync_open(int fd)
{
    if (fd < 0) return false;
    bool good = !fsync(fd) || errno == EINVAL;
    int why = errno;
    close(fd);
    errno = why;
    return good;
}

/* Of a file system that a program provides (an NTFS stick) the kernel tells that program nothing. Faults of
 * writing back are told from Linux 5.8 on. */
bool folder_sync_all(const char *path, bool *all)
{
    enum { FUSE = 0x65735546 };
    struct statfs fs;
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return false;
    bool good = !fstatfs(fd, &fs);
    *all = good && fs.f_type != FUSE;
    if (*all) good = !syncfs(fd);
    int why = errno;
    close(fd);
    errno = why;
    return good;
}

bool folder_sync(const char *path)
{
    return sync_open(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

bool folder_sync_file(const char *path)
{
    return sync_open(open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
}

bool folder_sync_above(struct arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');
    return folder_sync(!slash ? "." : str_fmt(a, "%.*s/", (int)(slash - path), path).s);
}

static void remove_at(struct arena *a, const char *path, int depth)
{
    struct file_names names;
    if (depth == DEPTH_MOST || !file_list(a, path, &names)) return;
    for (size_t i = 0; i < names.n; i++) {
        const char *inner = str_fmt(a, "%s/%.*s", path, STR_ARGS(names.at[i])).s;
        if (unlink(inner)) remove_at(a, inner, depth + 1);
    }
    rmdir(path);
}

void folder_remove(struct arena *a, const char *path)
{
    struct arena_mark mark = arena_mark(a);
    struct stat st;
    if (!lstat(path, &st) && S_ISDIR(st.st_mode)) remove_at(a, path, 0);
    arena_reset(a, mark);
}

bool folder_has(const char *path)
{
    struct stat st;
    return !lstat(path, &st);
}

bool folder_look(const char *path, bool *there)
{
    *there = folder_has(path);
    return *there || errno == ENOENT || errno == ENOTDIR;
}

bool folder_move(const char *from, const char *to)
{
    if (!folder_make_above(to)) return false;
    if (!renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE)) return true;
    if (errno != EINVAL && errno != ENOSYS) return false;
    /* A file system that knows no such promise. */
    if (folder_has(to)) return errno = EEXIST, false;
    return !rename(from, to);
}

struct str folder_free_name(struct arena *a, const char *folder, struct str name)
{
    struct str free = str_fmt(a, "%.*s.yours", STR_ARGS(name));
    for (int i = 2; folder_has(str_fmt(a, "%s/%.*s", folder, STR_ARGS(free)).s); i++)
        free = str_fmt(a, "%.*s.yours-%d", STR_ARGS(name), i);
    return free;
}

static bool is_free_at(struct arena *a, const char *path, int depth, bool *good)
{
    struct file_names names;
    struct stat st;
    bool free = true;
    if (depth == DEPTH_MOST) return false;
    if (!file_list(a, path, &names)) return *good = errno == ENOENT, true;
    for (size_t i = 0; free && *good && i < names.n; i++) {
        const char *inner = str_fmt(a, "%s/%.*s", path, STR_ARGS(names.at[i])).s;
        bool hidden = names.at[i].s[0] == '.', folder = !lstat(inner, &st) && S_ISDIR(st.st_mode);
        if (folder)
            free = !hidden && is_free_at(a, inner, depth + 1, good);
        else
            free = (hidden || str_starts(names.at[i], "README")) && S_ISREG(st.st_mode);
    }
    return free;
}

bool folder_is_free(struct arena *a, const char *path, bool *good)
{
    *good = true;
    return is_free_at(a, path, 0, good);
}

struct str folder_blocked(struct arena *a, const char *folder, struct str name)
{
    struct stat st;
    for (size_t i = 0; i < name.n; i++) {
        if (name.s[i] != '/') continue;
        const char *path = str_fmt(a, "%s/%.*s", folder, (int)i, name.s).s;
        if (!lstat(path, &st) && !S_ISDIR(st.st_mode)) return str_sub(name, 0, i);
    }
    return (struct str){0};
}

bool folder_is_mount(const char *path)
{
    struct statx here, above;
    char up[PATH_MOST];
    const int flags = AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT;
    if (statx(AT_FDCWD, path, flags, STATX_TYPE, &here)) return false;
    if (here.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT) return here.stx_attributes & STATX_ATTR_MOUNT_ROOT;
    if (!S_ISDIR(here.stx_mode) || snprintf(up, sizeof up, "%s/..", path) >= PATH_MOST) return false;
    return !statx(AT_FDCWD, up, flags, STATX_TYPE, &above) &&
           (here.stx_dev_major != above.stx_dev_major || here.stx_dev_minor != above.stx_dev_minor);
}
