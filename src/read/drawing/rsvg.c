#include "read/drawing/rsvg.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CPU_SECONDS = 4, WALL_SECONDS = 40, CLEAR_OF_STANDARD = 10 };

/* What the child knows the fonts' file by. */
#define CHILD_FONTS 3
#define MEMORY_MOST ((rlim_t)1 << 30)
#define DRAWN_MOST  ((rlim_t)64 << 20)
#define QUOTED_(x)  #x
#define QUOTED(x)   QUOTED_(x)

/* -- files that the child is given ----------------------------------------------------------------------- */

/* A file in memory; -1 where there is none to be had. */
static int memory_file(struct str bytes)
{
    int low = memfd_create("sastra", MFD_CLOEXEC);
    int fd = low < 0 ? -1 : fcntl(low, F_DUPFD_CLOEXEC, CLEAR_OF_STANDARD);
    if (low >= 0) close(low);
    for (size_t at = 0; fd >= 0 && at < bytes.n;) {
        ssize_t n = write(fd, bytes.s + at, bytes.n - at);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return close(fd), -1;
        at += (size_t)n;
    }
    if (fd >= 0) lseek(fd, 0, SEEK_SET);
    return fd;
}

static void xml_text(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.s[i] == '&' || s.s[i] == '<')
            buf_fmt(b, "&#%d;", s.s[i]);
        else
            buf_byte(b, s.s[i]);
    }
}

/* Fontconfig's: the fonts of the build alone. It keeps no cache: there is no folder under a device. */
static struct str fonts_told(struct job *job)
{
    static const char *const FALLS_BACK[] = {"Noto Sans", "Noto Sans Khmer"};
    struct buf b = BUF(job->scratch);
    char *folder = realpath(str_copy(job->scratch, job->options->fonts).s, NULL);
    buf_put(&b, "<?xml version=\"1.0\"?><fontconfig><dir>");
    xml_text(&b, str_of(folder ? folder : "/usr/share/fonts"));
    buf_put(&b, "</dir><cachedir>/dev/null/none</cachedir><match target=\"pattern\">");
    for (size_t i = 0; i < sizeof FALLS_BACK / sizeof *FALLS_BACK; i++)
        buf_fmt(&b, "<edit name=\"family\" mode=\"append_last\"><string>%s</string></edit>", FALLS_BACK[i]);
    buf_put(&b, "</match></fontconfig>");
    free(folder);
    return buf_str(&b);
}

/* -- the child ------------------------------------------------------------------------------------------- */

/* Handed over while it begins: each limit is of the whole that it takes. */
static void limit(pid_t child)
{
    static const struct {
        enum __rlimit_resource what;
        rlim_t most;
    } LIMITS[] = {{RLIMIT_CPU, CPU_SECONDS}, {RLIMIT_AS, MEMORY_MOST}, {RLIMIT_FSIZE, DRAWN_MOST}};
    for (size_t i = 0; i < sizeof LIMITS / sizeof *LIMITS; i++)
        prlimit(child, LIMITS[i].what, &(struct rlimit){LIMITS[i].most, LIMITS[i].most}, NULL);
}

static bool ended_well(pid_t child)
{
    static const struct timespec STEP = {.tv_nsec = 2000000};
    struct timespec start, now;
    int status = 0;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (;;) {
        pid_t n = waitpid(child, &status, WNOHANG);
        if (n == child) return WIFEXITED(status) && !WEXITSTATUS(status);
        if (n < 0 && errno != EINTR) return false;
        clock_gettime(CLOCK_MONOTONIC, &now);
        if (now.tv_sec - start.tv_sec > WALL_SECONDS) kill(child, SIGKILL);
        nanosleep(&STEP, NULL);
    }
}

static enum rsvg_end spawn(struct job *job, const posix_spawn_file_actions_t *actions)
{
    static char program[] = "rsvg-convert", kind[] = "--format=png", shape[] = "--keep-aspect-ratio",
                width[] = "--width=" QUOTED(RSVG_EDGE), height[] = "--height=" QUOTED(RSVG_EDGE),
                words[] = "LC_ALL=C.UTF-8", home[] = "HOME=/dev/null",
                fonts[] = "FONTCONFIG_FILE=/proc/self/fd/" QUOTED(CHILD_FONTS);
    const char *path = getenv("PATH");
    struct buf places = BUF(job->scratch);
    char *arguments[] = {program, kind, shape, width, height, NULL};
    pid_t child;
    buf_put(&places, "PATH=");
    buf_put(&places, path ? path : "/usr/bin:/bin");
    buf_byte(&places, '\0');
    char *environment[] = {places.s, words, home, fonts, NULL};
    int why = posix_spawnp(&child, program, actions, NULL, arguments, environment);
    if (why) return why == ENOENT ? RSVG_ABSENT : RSVG_FAILED;
    limit(child);
    return ended_well(child) ? RSVG_DRAWN : RSVG_FAILED;
}

static enum rsvg_end run(struct job *job, int svg, int fonts, int drawn)
{
    posix_spawn_file_actions_t actions;
    enum rsvg_end end = RSVG_FAILED;
    if (svg < 0 || fonts < 0 || drawn < 0 || posix_spawn_file_actions_init(&actions)) return end;
    bool good = !posix_spawn_file_actions_adddup2(&actions, svg, STDIN_FILENO) &&
                !posix_spawn_file_actions_adddup2(&actions, drawn, STDOUT_FILENO) &&
                !posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) &&
                !posix_spawn_file_actions_adddup2(&actions, fonts, CHILD_FONTS);
    if (good) end = spawn(job, &actions);
    posix_spawn_file_actions_destroy(&actions);
    return end;
}

/* All of a file in memory; empty where it cannot be had. */
static struct str bytes_of(struct job *job, int fd)
{
    struct stat st;
    if (fstat(fd, &st) || st.st_size <= 0 || (rlim_t)st.st_size > DRAWN_MOST) return (struct str){0};
    size_t n = (size_t)st.st_size, at = 0;
    char *bytes = arena_get(job->scratch, n);
    while (at < n) {
        ssize_t got = pread(fd, bytes + at, n - at, (off_t)at);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return (struct str){0};
        at += (size_t)got;
    }
    return (struct str){bytes, n};
}

enum rsvg_end rsvg_draw(struct job *job, struct str svg, struct str *png)
{
    int files[] = {memory_file(svg), memory_file(fonts_told(job)), memory_file((struct str){0})};
    enum rsvg_end end = run(job, files[0], files[1], files[2]);
    if (end == RSVG_DRAWN) *png = bytes_of(job, files[2]);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (files[i] >= 0) close(files[i]);
    return end == RSVG_DRAWN && !png->n ? RSVG_FAILED : end;
}
