/* publish: what is said to be written is on the disk: fsync and syncfs are this program's own, and count. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <setjmp.h>

#include <cmocka.h>

#include "publish/folder.h"
#include "publish/publish.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

/* -- instead of the C library's -------------------------------------------------------------------------- */

enum { MOST = 64 };

static struct {
    ino_t inode[MOST]; /* of what was synced, in order */
    off_t size[MOST];
    size_t n;
    int fails;        /* errno that the next calls end with; 0: they go on */
    size_t exchanged; /* how many had been synced when folders changed places */
    bool fuse;        /* a file system of a program's: syncfs does nothing there */
} disk;

static char base[64]; /* a folder of one's own */

int fsync(int fd)
{
    struct stat st;
    if (disk.fails) return errno = disk.fails, -1;
    if (!fstat(fd, &st) && disk.n < MOST) {
        disk.inode[disk.n] = st.st_ino;
        disk.size[disk.n++] = st.st_size;
    }
    return 0;
}

static int sync_one(const char *path, const struct stat *st, int kind, struct FTW *where)
{
    (void)path, (void)kind, (void)where;
    if (disk.n < MOST) {
        disk.inode[disk.n] = st->st_ino;
        disk.size[disk.n++] = st->st_size;
    }
    return 0;
}

int syncfs(int fd)
{
    (void)fd;
    if (disk.fails) return errno = disk.fails, -1;
    return disk.fuse ? 0 : nftw(base, sync_one, 8, FTW_PHYS | FTW_DEPTH);
}

int fstatfs(int fd, struct statfs *fs)
{
    (void)fd;
    fs->f_type = disk.fuse ? 0x65735546 : 0xEF53;
    return 0;
}

int rename(const char *from, const char *to)
{
    disk.exchanged = disk.n;
    return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int renameat2(int from_fd, const char *from, int to_fd, const char *to, unsigned flags)
{
    disk.exchanged = disk.n;
    return (int)syscall(SYS_renameat2, from_fd, from, to_fd, to, flags);
}

/* The place in the order of what has been synced, counted from 1, with as many bytes as it holds now; 0: not.
 */
static size_t synced(const char *path)
{
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    for (size_t i = disk.n; i > 0; i--)
        if (disk.inode[i - 1] == st.st_ino && (S_ISDIR(st.st_mode) || disk.size[i - 1] == st.st_size))
            return i;
    return 0;
}

static int open_base(void **state)
{
    (void)state;
    memset(&disk, 0, sizeof disk);
    snprintf(base, sizeof base, "/tmp/sastra-folder-XXXXXX");
    return mkdtemp(base) ? 0 : -1;
}

static int close_base(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    folder_remove(a, base);
    arena_free(a);
    return 0;
}

static const char *at(struct arena *a, const char *name)
{
    return str_fmt(a, "%s/%s", base, name).s;
}

/* -- tests ----------------------------------------------------------------------------------------------- */

static void a_file_is_synced_whole(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_true(folder_write(at(a, "file"), STR("some bytes")));
    assert_int_equal(synced(at(a, "file")), 1);
    assert_true(folder_sync(base));
    assert_int_equal(synced(base), 2);
    arena_free(a);
}

static void what_cannot_be_synced_is_not_written(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    disk.fails = ENOSPC;
    assert_false(folder_write(at(a, "file"), STR("some bytes")));
    assert_int_equal(errno, ENOSPC);
    assert_int_not_equal(access(at(a, "file"), F_OK), 0);
    assert_false(folder_sync(base));
    assert_int_equal(errno, ENOSPC);
    disk.fails = EINVAL; /* some file systems have no fsync for folders */
    assert_true(folder_sync(base));
    arena_free(a);
}

static void a_fault_does_not_pass_for_nothing(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    bool there;
    char *long_name = ARENA_MANY(a, char, 401);
    memset(long_name, 'x', 400);
    assert_true(folder_look(base, &there) && there);
    assert_true(folder_look(at(a, "none"), &there) && !there);
    assert_true(folder_look(at(a, "none/below"), &there) && !there);
    assert_false(folder_look(at(a, long_name), &there));
    assert_int_equal(errno, ENAMETOOLONG);
    arena_free(a);
}

static void folders_are_made_from_the_first_that_is_there(void **state)
{
    (void)state;
    struct arena *a = arena_new();
    assert_true(folder_make(at(a, "one/two//three/")) && folder_has(at(a, "one/two/three")));
    assert_true(folder_make(at(a, "one")) && folder_make("/"));
    assert_true(folder_make_above(at(a, "four/five/file")) && !folder_has(at(a, "four/five/file")));
    assert_true(folder_write(at(a, "four/file"), STR("no folder")));
    assert_false(folder_make(at(a, "four/file")));
    assert_int_equal(errno, ENOTDIR);
    assert_false(folder_make(at(a, "four/file/six/seven")));
    assert_int_equal(errno, ENOTDIR);
    assert_false(folder_make(""));
    arena_free(a);
}

static void publish_twice(struct arena *a, const char *out)
{
    struct arena *scratch = arena_new();
    struct options options = {.output = str_of(out)};
    struct job job = {.keep = a, .scratch = scratch, .diags = diags_new(a), .options = &options};
    const struct output files[] = {{.name = STR("report.pdf"), .bytes = STR("a report")},
                                   {.name = STR("handouts/form.pdf"), .bytes = STR("a form")}};
    for (int i = 0; i < 2; i++) {
        struct publication *to = publish_open(&job);
        assert_non_null(to);
        disk.n = disk.exchanged = 0;
        assert_true(publish(to, files, 2, false));
        publish_close(to);
    }
    arena_free(scratch);
}

/* All files, then their folders, then the new folder takes the old one's place, then the folder above it. */
static void all_is_synced(void)
{
    static const char *const NAMES[] = {"out/report.pdf", "out/handouts/form.pdf", "out/SHA256SUMS",
                                        "out/handouts", "out"};
    struct arena *a = arena_new();
    publish_twice(a, at(a, "out"));
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        if (!synced(at(a, NAMES[i])) || synced(at(a, NAMES[i])) > disk.exchanged)
            fail_msg("%s: not synced before it took its place", NAMES[i]);
    }
    assert_true(synced(at(a, "out/handouts")) > synced(at(a, "out/handouts/form.pdf")));
    assert_true(synced(base) > disk.exchanged);
    arena_free(a);
}

static void all_is_synced_before_it_takes_its_place(void **state)
{
    (void)state;
    all_is_synced();
}

static void each_is_synced_where_the_kernel_cannot(void **state)
{
    (void)state;
    disk.fuse = true;
    all_is_synced();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_is_synced_whole, open_base, close_base),
        cmocka_unit_test_setup_teardown(what_cannot_be_synced_is_not_written, open_base, close_base),
        cmocka_unit_test_setup_teardown(a_fault_does_not_pass_for_nothing, open_base, close_base),
        cmocka_unit_test_setup_teardown(folders_are_made_from_the_first_that_is_there, open_base, close_base),
        cmocka_unit_test_setup_teardown(all_is_synced_before_it_takes_its_place, open_base, close_base),
        cmocka_unit_test_setup_teardown(each_is_synced_where_the_kernel_cannot, open_base, close_base),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
