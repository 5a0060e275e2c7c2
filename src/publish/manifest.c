#include "publish/manifest.h"

#include "base/file.h"
#include "base/sha256.h"
#include "publish/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum { TEXT_MOST = 1 << 24 };

static int by_name(const void *a, const void *b)
{
    return str_cmp(((const struct manifest_line *)a)->name, ((const struct manifest_line *)b)->name);
}

struct str manifest_text(struct arena *a, struct manifest m)
{
    struct buf b = BUF(a);
    if (m.n) qsort(m.at, m.n, sizeof *m.at, by_name);
    for (size_t i = 0; i < m.n; i++)
        buf_fmt(&b, "%.*s  %.*s\n", STR_ARGS(m.at[i].digits), STR_ARGS(m.at[i].name));
    return buf_str(&b);
}

struct manifest_line *manifest_find(const struct manifest *m, struct str name)
{
    for (size_t i = 0; i < m->n; i++)
        if (str_eq(m->at[i].name, name)) return &m->at[i];
    return NULL;
}

bool manifest_lies_in(struct str name, struct str folder)
{
    return name.n > folder.n && name.s[folder.n] == '/' && str_eq(str_sub(name, 0, folder.n), folder);
}

bool manifest_is_above(const struct manifest *m, struct str folder)
{
    for (size_t i = 0; i < m->n; i++)
        if (manifest_lies_in(m->at[i].name, folder)) return true;
    return false;
}

/* -- whether a file is still what was made ----------------------------------------------------------------
 */

static bool sum_open(int fd, char digits[SHA256_DIGITS + 1])
{
    unsigned char bytes[1 << 14];
    struct sha256_ctx sum;
    ssize_t n;
    sha256_init(&sum);
    while ((n = read(fd, bytes, sizeof bytes)) != 0) {
        if (n < 0 && errno != EINTR) return false;
        if (n > 0) sha256_update(&sum, (size_t)n, bytes);
    }
    sha256_end(&sum, digits);
    return true;
}

/* A named pipe must not hang the build; a link is another's. */
static bool sum_file(const char *path, char digits[SHA256_DIGITS + 1])
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (fd < 0) return false;
    bool good = sum_open(fd, digits);
    int why = errno;
    close(fd);
    errno = why;
    return good;
}

bool manifest_sum_file(struct arena *a, const char *path, struct str *digits)
{
    char *room = arena_get(a, SHA256_DIGITS + 1);
    *digits = (struct str){room, SHA256_DIGITS};
    return sum_file(path, room);
}

static bool same_state(const struct stat *a, const struct stat *b)
{
    return a->st_ino && a->st_ino == b->st_ino && a->st_dev == b->st_dev && a->st_size == b->st_size &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

bool manifest_fits(struct manifest_line *line, const char *path)
{
    char digits[SHA256_DIGITS + 1];
    struct stat st;
    if (lstat(path, &st)) return false;
    if (!S_ISREG(st.st_mode)) return errno = 0, false;
    if (same_state(&line->seen, &st)) return true;
    if (!sum_file(path, digits)) return false;
    if (!str_is(line->digits, digits)) return errno = 0, false;
    line->seen = st;
    return true;
}

static const char *path_of(struct job *job, const char *out, struct str name)
{
    return str_fmt(job->scratch, "%s/%.*s", out, STR_ARGS(name)).s;
}

bool manifest_is_name(struct str name)
{
    return name.n && name.s[0] != '/' && str_find(name, STR(".."), 0) == SIZE_MAX;
}

/* A name that could lead out of the folder, or into what publishing needs there for itself, is none of ours.
 */
static bool is_inside(struct job *job, const char *out, struct str name)
{
    return manifest_is_name(name) && !str_starts(name, ".sastra-") &&
           !folder_blocked(job->scratch, out, name).n;
}

static struct manifest parse(struct job *job, const char *out, struct str text)
{
    VEC(struct manifest_line) lines = {0};
    struct str line;
    while (str_cut(&text, '\n', &line)) {
        struct str name = str_sub(line, SHA256_DIGITS + 2, line.n);
        if (is_inside(job, out, name))
            VEC_ADD(job->keep, lines,
                    (struct manifest_line){.name = name, .digits = str_sub(line, 0, SHA256_DIGITS)});
    }
    return (struct manifest){lines.at, lines.n};
}

/* -- out/ without a manifest ----------------------------------------------------------------------------- */

static bool is_flat(struct str name)
{
    return str_find(name, STR("/"), 0) == SIZE_MAX;
}

/* A name that builds before there were manifests gave. */
static bool is_made_name(struct str name)
{
    static const char *const FIXED[] = {"index.html", "problems.txt", "problems.json", "problems.pdf"};
    for (size_t i = 0; i < sizeof FIXED / sizeof *FIXED; i++)
        if (str_is(name, FIXED[i])) return true;
    if (!str_ends(name, ".pdf")) return false;
    return str_starts(name, "handouts/") ? is_flat(str_sub(name, 9, name.n))
                                         : str_starts(name, "report") && is_flat(name);
}

/* Gone, or still what its sum says. */
static bool fits_or_gone(struct job *job, const char *out, struct manifest_line *line)
{
    return manifest_fits(line, path_of(job, out, line->name)) || errno == ENOENT;
}

static bool is_adopted(struct job *job, const char *out, struct str text, const struct manifest *m)
{
    size_t lines = 0;
    errno = 0;
    for (size_t i = 0; i < text.n; i++) lines += text.s[i] == '\n';
    if (!m->n || m->n != lines) return false;
    for (size_t i = 0; i < m->n; i++)
        if (!is_made_name(m->at[i].name) || !fits_or_gone(job, out, &m->at[i])) return false;
    return true;
}

/* The list does not name itself. */
static struct manifest with_itself(struct job *job, struct manifest m, const char *name, struct str text)
{
    struct manifest_line *all = ARENA_MANY(job->keep, struct manifest_line, m.n + 1);
    for (size_t i = 0; i < m.n; i++) all[i] = m.at[i];
    all[m.n] = (struct manifest_line){.name = str_of(name), .digits = sha256_digits(job->keep, text)};
    return (struct manifest){all, m.n + 1};
}

static bool read_sums(struct job *job, const char *out, struct manifest *m)
{
    struct str text;
    if (!file_read(job->keep, path_of(job, out, STR(MANIFEST_SUMS)), TEXT_MOST, &text)) return false;
    struct manifest found = parse(job, out, text);
    if (!is_adopted(job, out, text, &found)) return false;
    *m = with_itself(job, found, MANIFEST_SUMS, text);
    return true;
}

/* -- either ---------------------------------------------------------------------------------------------- */

enum manifest_state manifest_read(struct job *job, const char *out, struct manifest *m)
{
    struct str text;
    *m = (struct manifest){0};
    if (file_read(job->keep, path_of(job, out, STR(MANIFEST_NAME)), TEXT_MOST, &text)) {
        *m = with_itself(job, parse(job, out, text), MANIFEST_NAME, text);
        return MANIFEST_OURS;
    }
    if (errno != ENOENT) return MANIFEST_UNREAD;
    if (read_sums(job, out, m)) return MANIFEST_ADOPTED;
    if (file_machine_fault(errno)) return MANIFEST_UNREAD;
    bool good = true, free = folder_is_free(job->scratch, out, &good);
    return !good ? MANIFEST_UNREAD : free ? MANIFEST_OURS : MANIFEST_OTHERS;
}
