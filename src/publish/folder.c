#include "publish/folder.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
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

static bool make_to(const char *path, size_t n)
{
    char part[PATH_MOST];
    if (n >= sizeof part) return errno = ENAMETOOLONG, false;
    for (size_t i = 1; i <= n; i++) {
        if (i < n && path[i] != '/') continue;
        memcpy(part, path, i);
        part[i] = 0;
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
    return !fsync(fd);
}

bool folder_write(const char *path, struct str bytes)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0) return false;
    bool good = write_all(fd, bytes);
    int why = errno;
    /* Network file systems tell of a full disk only here. */
    if (close(fd) && good) good = false, why = errno;
    if (!good) unlink(path);
    errno = why;
    return good;
}

bool folder_sync(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return false;
    bool good = !fsync(fd) || errno == EINVAL;
    int why = errno;
    close(fd);
    errno = why;
    return good;
}

static bool below(char *to, const char *folder, const char *name)
{
    return snprintf(to, PATH_MOST, "%s/%s", folder, name) < PATH_MOST;
}

static bool is_dots(const char *name)
{
    return !strcmp(name, ".") || !strcmp(name, "..");
}

static void remove_at(const char *path, int depth)
{
    char inner[PATH_MOST];
    DIR *dir = opendir(path);
    for (struct dirent *e; dir && depth < DEPTH_MOST && (e = readdir(dir));) {
        if (is_dots(e->d_name) || !below(inner, path, e->d_name)) continue;
        if (unlink(inner)) remove_at(inner, depth + 1);
    }
    if (dir) closedir(dir);
    rmdir(path);
}

void folder_remove(const char *path)
{
    remove_at(path, 0);
}

/* Whether a name is the prefix and the number of a process that is no more. */
static bool is_left_over(const char *name, const char *prefix)
{
    size_t n = strlen(prefix);
    long pid = 0;
    if (strncmp(name, prefix, n) || !name[n]) return false;
    for (const char *p = name + n; *p; p++) {
        if (*p < '0' || *p > '9' || pid > INT_MAX / 10) return false;
        pid = pid * 10 + (*p - '0');
    }
    return pid > 0 && pid < INT_MAX && kill((pid_t)pid, 0) && errno == ESRCH;
}

void folder_sweep(const char *above, const char *prefix)
{
    char path[PATH_MOST];
    DIR *dir = opendir(above);
    for (struct dirent *e; dir && (e = readdir(dir));)
        if (is_left_over(e->d_name, prefix) && below(path, above, e->d_name)) folder_remove(path);
    if (dir) closedir(dir);
}

static bool is_free_at(const char *path, int depth, bool *good)
{
    char inner[PATH_MOST];
    struct stat st;
    bool free = true;
    DIR *dir = depth < DEPTH_MOST ? opendir(path) : (errno = ELOOP, NULL);
    if (!dir) return *good = errno == ENOENT, true;
    for (struct dirent *e; free && *good && (e = readdir(dir));) {
        if (e->d_name[0] == '.' || !strncmp(e->d_name, "README", 6)) continue;
        bool folder = below(inner, path, e->d_name) && !lstat(inner, &st) && S_ISDIR(st.st_mode);
        free = folder && is_free_at(inner, depth + 1, good);
    }
    int why = errno;
    closedir(dir);
    errno = why;
    return free;
}

bool folder_is_free(const char *path, bool *good)
{
    *good = true;
    return is_free_at(path, 0, good);
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

static bool carry_link(const char *from, const char *to)
{
    char target[PATH_MOST];
    ssize_t n = readlink(from, target, sizeof target - 1);
    if (n < 0) return false;
    target[n] = 0;
    return !symlink(target, to);
}

static bool copy(struct arena *a, const char *from, const char *to)
{
    struct arena_mark mark = arena_mark(a);
    struct str bytes;
    bool good = file_read(a, from, SIZE_MAX / 4, &bytes) && folder_write(to, bytes);
    int why = errno;
    arena_reset(a, mark);
    errno = why;
    return good;
}

static bool carry_file(struct arena *a, const char *from, const char *to, mode_t mode)
{
    if (!access(to, F_OK)) return true;
    if (!folder_make_above(to)) return false;
    if (S_ISLNK(mode)) return carry_link(from, to);
    if (!S_ISREG(mode)) return true;
    return !link(from, to) || copy(a, from, to);
}

struct carry {
    struct arena *arena;
    const char *from, *to;
    bool (*keep)(void *with, struct str name);
    void *with;
};

static bool carry_in(const struct carry *c, const char *name, int depth)
{
    char from[PATH_MOST], to[PATH_MOST], inner[PATH_MOST];
    struct stat st;
    bool good = true;
    if (!below(from, c->from, name)) return errno = ENAMETOOLONG, false;
    DIR *dir = opendir(from);
    if (!dir) return false;
    for (struct dirent *e; good && (e = readdir(dir));) {
        if (is_dots(e->d_name) || !strncmp(e->d_name, ".sastra-", 8)) continue;
        if (*name)
            good = below(inner, name, e->d_name);
        else
            good = snprintf(inner, sizeof inner, "%s", e->d_name) < PATH_MOST;
        good = good && below(from, c->from, inner) && below(to, c->to, inner);
        if (!good || lstat(from, &st)) continue;
        if (S_ISDIR(st.st_mode))
            good = depth < DEPTH_MOST && carry_in(c, inner, depth + 1);
        else if (c->keep(c->with, str_of(inner)))
            good = carry_file(c->arena, from, to, st.st_mode);
    }
    int why = errno;
    closedir(dir);
    errno = why;
    return good;
}

bool folder_carry(struct arena *a, const char *from, const char *to,
                  bool (*keep)(void *with, struct str name), void *with)
{
    struct carry c = {a, from, to, keep, with};
    return carry_in(&c, "", 0);
}
