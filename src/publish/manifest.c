#include "publish/manifest.h"

#include "base/file.h"
#include "publish/folder.h"

#include <errno.h>
#include <sha2.h>
#include <stdlib.h>

enum { SUM_DIGITS = 64, TEXT_MOST = 1 << 24 };

struct str manifest_sum(struct arena *a, struct str bytes)
{
    char *digits = arena_get(a, SHA256_DIGEST_STRING_LENGTH);
    SHA256Data((const uint8_t *)bytes.s, bytes.n, digits);
    return (struct str){digits, SUM_DIGITS};
}

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

bool manifest_has(const struct manifest *m, struct str name)
{
    for (size_t i = 0; i < m->n; i++)
        if (str_eq(m->at[i].name, name)) return true;
    return false;
}

static const char *path_of(struct job *job, const char *out, struct str name)
{
    return str_fmt(job->scratch, "%s/%.*s", out, STR_ARGS(name)).s;
}

/* A name that could lead out of the folder is none of ours. */
static bool is_inside(struct job *job, const char *out, struct str name)
{
    return name.n && name.s[0] != '/' && str_find(name, STR(".."), 0) == SIZE_MAX &&
           !folder_blocked(job->scratch, out, name).n;
}

static struct manifest parse(struct job *job, const char *out, struct str text)
{
    VEC(struct manifest_line) lines = {0};
    struct str line;
    while (str_cut(&text, '\n', &line)) {
        struct str name = str_sub(line, SUM_DIGITS + 2, line.n);
        if (is_inside(job, out, name))
            VEC_ADD(job->keep, lines, (struct manifest_line){name, str_sub(line, 0, SUM_DIGITS)});
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
static bool fits(struct job *job, const char *out, const struct manifest_line *line)
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct str bytes;
    bool read = file_read(job->scratch, path_of(job, out, line->name), SIZE_MAX / 4, &bytes);
    bool good = read ? str_eq(manifest_sum(job->scratch, bytes), line->digits) : errno == ENOENT;
    arena_reset(job->scratch, mark);
    return good;
}

static bool is_adopted(struct job *job, const char *out, struct str text, const struct manifest *m)
{
    size_t lines = 0;
    for (size_t i = 0; i < text.n; i++) lines += text.s[i] == '\n';
    if (!m->n || m->n != lines) return false;
    for (size_t i = 0; i < m->n; i++)
        if (!is_made_name(m->at[i].name) || !fits(job, out, &m->at[i])) return false;
    return true;
}

/* SHA256SUMS does not name itself. */
static struct manifest with_sums(struct job *job, struct manifest m, struct str text)
{
    struct manifest_line *all = ARENA_MANY(job->keep, struct manifest_line, m.n + 1);
    for (size_t i = 0; i < m.n; i++) all[i] = m.at[i];
    all[m.n] = (struct manifest_line){STR(MANIFEST_SUMS), manifest_sum(job->keep, text)};
    return (struct manifest){all, m.n + 1};
}

static bool read_sums(struct job *job, const char *out, struct manifest *m)
{
    struct str text;
    if (!file_read(job->keep, path_of(job, out, STR(MANIFEST_SUMS)), TEXT_MOST, &text)) return false;
    struct manifest found = parse(job, out, text);
    if (!is_adopted(job, out, text, &found)) return false;
    *m = with_sums(job, found, text);
    return true;
}

/* -- either ---------------------------------------------------------------------------------------------- */

enum manifest_state manifest_read(struct job *job, const char *out, struct manifest *m)
{
    struct str text;
    *m = (struct manifest){0};
    if (file_read(job->keep, path_of(job, out, STR(MANIFEST_NAME)), TEXT_MOST, &text)) {
        *m = parse(job, out, text);
        return MANIFEST_OURS;
    }
    if (errno == ENOTDIR) return MANIFEST_OURS; /* no folder: told where it is to be made */
    if (errno != ENOENT) return MANIFEST_UNREAD;
    if (read_sums(job, out, m)) return MANIFEST_OURS;
    bool good = true, free = folder_is_free(out, &good);
    return !good ? MANIFEST_UNREAD : free ? MANIFEST_OURS : MANIFEST_OTHERS;
}
