#include "compare/carried/carried_file.h"

#include "base/buf.h"
#include "compare/carried/qpdf_calls.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CPU_SECONDS = 10, WALL_SECONDS = 30, MILLI = 1000 };
enum { DEPTH_MOST = 16, NODES_MOST = 100000 }; /* of the tree of names */
#define MEMORY_MOST ((rlim_t)512 << 20)        /* beyond what the process has */
#define BYTES_MOST  ((size_t)16 << 20)

/* -- in the child ---------------------------------------------------------------------------------------- */

struct carried_file_search {
    struct qpdf_calls q;
    qpdf_data pdf;
    const char *name;
    size_t nodes; /* seen so far: a tree may lead back into itself */
};

static bool is_dictionary(const struct carried_file_search *s, qpdf_oh oh)
{
    return s->q.qpdf_oh_is_initialized(s->pdf, oh) && s->q.qpdf_oh_is_dictionary(s->pdf, oh);
}

/* Its stream: /EF's /UF, else /F (ISO 32000-1, 7.11.4). */
static bool stream_of(const struct carried_file_search *s, qpdf_oh specification, qpdf_oh *stream)
{
    if (!is_dictionary(s, specification)) return false;
    qpdf_oh files = s->q.qpdf_oh_get_key(s->pdf, specification, "/EF");
    if (!is_dictionary(s, files)) return false;
    const char *key = s->q.qpdf_oh_has_key(s->pdf, files, "/UF") ? "/UF" : "/F";
    *stream = s->q.qpdf_oh_get_key(s->pdf, files, key);
    return s->q.qpdf_oh_is_stream(s->pdf, *stream);
}

static bool is_named(const struct carried_file_search *s, qpdf_oh key)
{
    return s->q.qpdf_oh_is_string(s->pdf, key) && !strcmp(s->q.qpdf_oh_get_utf8_value(s->pdf, key), s->name);
}

/* A leaf's names and files, in turn. */
static bool find_in_leaf(struct carried_file_search *s, qpdf_oh names, qpdf_oh *stream)
{
    int n = s->q.qpdf_oh_get_array_n_items(s->pdf, names);
    for (int i = 0; i + 1 < n && s->nodes < NODES_MOST; i += 2, s->nodes++)
        if (is_named(s, s->q.qpdf_oh_get_array_item(s->pdf, names, i)) &&
            stream_of(s, s->q.qpdf_oh_get_array_item(s->pdf, names, i + 1), stream))
            return true;
    return false;
}

static bool find(struct carried_file_search *s, qpdf_oh node, int depth, qpdf_oh *stream)
{
    if (depth > DEPTH_MOST || s->nodes++ > NODES_MOST || !is_dictionary(s, node)) return false;
    qpdf_oh names = s->q.qpdf_oh_get_key(s->pdf, node, "/Names");
    qpdf_oh kids = s->q.qpdf_oh_get_key(s->pdf, node, "/Kids");
    if (s->q.qpdf_oh_is_array(s->pdf, names) && find_in_leaf(s, names, stream)) return true;
    int n = s->q.qpdf_oh_is_array(s->pdf, kids) ? s->q.qpdf_oh_get_array_n_items(s->pdf, kids) : 0;
    for (int i = 0; i < n; i++)
        if (find(s, s->q.qpdf_oh_get_array_item(s->pdf, kids, i), depth + 1, stream)) return true;
    return false;
}

static bool find_stream(struct carried_file_search *s, qpdf_oh *stream)
{
    qpdf_oh root = s->q.qpdf_get_root(s->pdf);
    if (!is_dictionary(s, root)) return false;
    qpdf_oh names = s->q.qpdf_oh_get_key(s->pdf, root, "/Names");
    if (!is_dictionary(s, names)) return false;
    return find(s, s->q.qpdf_oh_get_key(s->pdf, names, "/EmbeddedFiles"), 0, stream);
}

static enum carried_file_end open_pdf(const struct carried_file_search *s, const char *path)
{
    s->q.qpdf_silence_errors(s->pdf);
    s->q.qpdf_set_suppress_warnings(s->pdf, QPDF_TRUE);
    s->q.qpdf_set_attempt_recovery(s->pdf, QPDF_FALSE); /* of a damaged file nothing is believed */
    if (!(s->q.qpdf_read(s->pdf, path, NULL) & (QPDF_ERRORS))) return CARRIED_FILE_FOUND;
    enum qpdf_error_code_e why = s->q.qpdf_get_error_code(s->pdf, s->q.qpdf_get_error(s->pdf));
    return why == qpdf_e_password ? CARRIED_FILE_LOCKED : CARRIED_FILE_DAMAGED;
}

static enum carried_file_end take_out(const char *path, const char *name, unsigned char **bytes, size_t *n)
{
    struct carried_file_search s = {.name = name};
    QPDF_BOOL plain = QPDF_FALSE;
    qpdf_oh stream;
    if (!qpdf_calls_load(&s.q)) return CARRIED_FILE_UNREAD;
    s.pdf = s.q.qpdf_init();
    enum carried_file_end end = open_pdf(&s, path);
    if (end != CARRIED_FILE_FOUND) return end;
    if (!find_stream(&s, &stream))
        return s.q.qpdf_has_error(s.pdf) ? CARRIED_FILE_DAMAGED : CARRIED_FILE_NONE;
    bool failed =
        s.q.qpdf_oh_get_stream_data(s.pdf, stream, qpdf_dl_generalized, &plain, bytes, n) & (QPDF_ERRORS);
    return failed || !plain || *n > BYTES_MOST ? CARRIED_FILE_DAMAGED : CARRIED_FILE_FOUND;
}

/* At once: what the caller of the library wants done at an exit is not the child's. */
_Noreturn static void end_here(void)
{
    for (;;) kill(getpid(), SIGKILL);
}

static void put_all(int to, const void *bytes, size_t n)
{
    for (size_t at = 0; at < n;) {
        ssize_t done = send(to, (const char *)bytes + at, n - at, MSG_NOSIGNAL);
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) end_here();
        at += (size_t)done;
    }
}

static rlim_t memory_now(void)
{
    unsigned long pages = 0;
    FILE *f = fopen("/proc/self/statm", "re");
    if (f && fscanf(f, "%lu", &pages) != 1) pages = 0;
    if (f) fclose(f);
    return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

static void limit(enum __rlimit_resource what, rlim_t most)
{
    setrlimit(what, &(struct rlimit){most, most});
}

/* The bytes, and behind them how it ended: who dies says nothing there. What libqpdf or this program's malloc
 * has to say of the file, nobody hears. */
_Noreturn static void child(int to, const char *path, const char *name)
{
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    unsigned char *bytes = NULL;
    size_t n = 0;
    sigset_t keys;
    if (nowhere < 0 || dup2(nowhere, STDERR_FILENO) < 0) end_here();
    sigemptyset(&keys);
    sigaddset(&keys, SIGINT); /* a build that is under way is finished */
    sigprocmask(SIG_BLOCK, &keys, NULL);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, CPU_SECONDS);
    limit(RLIMIT_AS, memory_now() + MEMORY_MOST);
    char end = (char)take_out(path, name, &bytes, &n);
    if (end == CARRIED_FILE_FOUND) put_all(to, bytes, n);
    put_all(to, &end, 1);
    end_here();
}

/* -- in the parent --------------------------------------------------------------------------------------- */

static int milliseconds_left(const struct timespec *start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    time_t gone = now.tv_sec - start->tv_sec;
    return gone >= WALL_SECONDS ? 0 : (int)(WALL_SECONDS - gone) * MILLI;
}

/* All that comes before the child ends, or its time. */
static void hear(int from, struct buf *said)
{
    struct timespec start;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (;;) {
        char some[1 << 14];
        struct pollfd ready = {.fd = from, .events = POLLIN};
        int left = milliseconds_left(&start), n = left ? poll(&ready, 1, left) : 0;
        if (n < 0 && errno == EINTR) continue;
        ssize_t got = n > 0 ? read(from, some, sizeof some) : 0;
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0 || said->n > BYTES_MOST) return;
        buf_add(said, (struct str){some, (size_t)got});
    }
}

static void end_child(pid_t pid)
{
    kill(pid, SIGKILL);
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR) continue;
}

enum carried_file_end carried_file_read(struct arena *a, const char *pdf, const char *name, struct str *bytes)
{
    struct buf said = BUF(a);
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)) return CARRIED_FILE_UNREAD;
    pid_t pid = fork();
    if (!pid) child(ends[1], pdf, name);
    int why = errno;
    close(ends[1]);
    if (pid > 0) hear(ends[0], &said);
    close(ends[0]);
    if (pid > 0) end_child(pid);
    errno = pid < 0 ? why : ELIBACC;
    if (pid < 0) return CARRIED_FILE_UNREAD;
    if (!said.n || (unsigned char)said.s[said.n - 1] > CARRIED_FILE_UNREAD) return CARRIED_FILE_DAMAGED;
    enum carried_file_end end = (enum carried_file_end)said.s[--said.n];
    *bytes = buf_str(&said);
    return end;
}
