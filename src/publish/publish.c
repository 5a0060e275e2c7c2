#include "publish/publish.h"

#include "base/file.h"
#include "publish/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char SUMS[] = "SHA256SUMS";
enum { SUM_DIGITS = 64, SUMS_MOST = 1 << 24 };

struct sum {
    struct str name, digits;
};

struct press { /* one publication under way */
    struct job *job;
    const char *out, *stage;
    const struct output *files;
    size_t nfiles;
    struct output sums;
    struct sum *old; /* of the last build */
    size_t nold;
    bool carry;
};

static const char *path_of(struct job *job, const char *folder, struct str name)
{
    return str_fmt(job->scratch, "%s/%.*s", folder, STR_ARGS(name)).s;
}

static bool fail(struct job *job, const char *path)
{
    diag_tell(job->diags, DIAG_OUT_WRITE, (struct place){0}, str_of(path), str_of(strerror(errno)));
    return false;
}

/* A name that could lead out of the folder is none of ours. */
static bool sound_name(struct str name)
{
    return name.n && name.s[0] != '/' && str_find(name, STR(".."), 0) == SIZE_MAX;
}

static struct sum *read_sums(struct job *job, const char *out, size_t *n)
{
    VEC(struct sum) sums = {0};
    struct str text, line;
    *n = 0;
    if (!file_read(job->keep, path_of(job, out, str_of(SUMS)), SUMS_MOST, &text)) return NULL;
    while (str_cut(&text, '\n', &line)) {
        struct str name = str_sub(line, SUM_DIGITS + 2, line.n);
        if (line.n > SUM_DIGITS + 2 && sound_name(name))
            VEC_ADD(job->keep, sums, (struct sum){name, str_sub(line, 0, SUM_DIGITS)});
    }
    *n = sums.n;
    return sums.at;
}

static const char *out_folder(struct job *job)
{
    struct str out = job->options->output;
    while (out.n > 1 && out.s[out.n - 1] == '/') out.n--;
    const char *path = str_copy(job->keep, out).s;
    /* A link to the real folder stays a link: what it leads to is replaced. */
    char *real = realpath(path, NULL);
    if (!real) return path;
    path = str_copy(job->keep, str_of(real)).s;
    free(real);
    return path;
}

struct str *publish_made(struct job *job, size_t *n)
{
    struct sum *sums = read_sums(job, out_folder(job), n);
    struct str *names = ARENA_MANY(job->keep, struct str, *n);
    for (size_t i = 0; i < *n; i++) names[i] = sums[i].name;
    return names;
}

static bool is_new(const struct press *p, struct str name)
{
    for (size_t i = 0; i < p->nfiles; i++)
        if (str_eq(p->files[i].name, name)) return true;
    return str_is(name, SUMS);
}

static bool was_made(const struct press *p, struct str name)
{
    for (size_t i = 0; i < p->nold; i++)
        if (str_eq(p->old[i].name, name)) return true;
    return false;
}

static bool stays(void *with, struct str name)
{
    const struct press *p = with;
    return !is_new(p, name) && (p->carry || !was_made(p, name));
}

static int by_name(const void *a, const void *b)
{
    return str_cmp(((const struct sum *)a)->name, ((const struct sum *)b)->name);
}

static struct output make_sums(const struct press *p)
{
    struct arena *keep = p->job->keep;
    VEC(struct sum) all = {0};
    struct buf b = BUF(keep);
    for (size_t i = 0; i < p->nfiles; i++) {
        char *digits = arena_get(keep, SHA256_DIGEST_STRING_LENGTH);
        SHA256Data((const uint8_t *)p->files[i].bytes.s, p->files[i].bytes.n, digits);
        VEC_ADD(keep, all, (struct sum){p->files[i].name, {digits, SUM_DIGITS}});
    }
    for (size_t i = 0; p->carry && i < p->nold; i++)
        if (!is_new(p, p->old[i].name) && !access(path_of(p->job, p->out, p->old[i].name), R_OK))
            VEC_ADD(keep, all, p->old[i]);
    if (all.n) qsort(all.at, all.n, sizeof *all.at, by_name);
    for (size_t i = 0; i < all.n; i++)
        buf_fmt(&b, "%.*s  %.*s\n", STR_ARGS(all.at[i].digits), STR_ARGS(all.at[i].name));
    return (struct output){str_of(SUMS), buf_str(&b)};
}

static bool stage_file(const struct press *p, const struct output *f)
{
    const char *path = path_of(p->job, p->stage, f->name);
    if (folder_make_above(path) && folder_write(path, f->bytes)) return true;
    return fail(p->job, path_of(p->job, p->out, f->name));
}

static bool stage_all(const struct press *p)
{
    for (size_t i = 0; i < p->nfiles; i++)
        if (!stage_file(p, &p->files[i])) return false;
    return stage_file(p, &p->sums);
}

/* -- one step for all -- */

enum outcome { DONE, FAILED, NOT_HERE };

/* Names reach the disk with their folder; where that fails the files are still whole, so nothing is said. */
static void sync_above(const struct press *p)
{
    const char *slash = strrchr(p->out, '/');
    folder_sync(!slash ? "." : str_fmt(p->job->scratch, "%.*s/", (int)(slash - p->out), p->out).s);
}

static void sync_stage(const struct press *p)
{
    for (size_t i = 0; i < p->nfiles; i++) {
        const char *path = path_of(p->job, p->stage, p->files[i].name);
        folder_sync(
            str_copy(p->job->scratch, str_sub(str_of(path), 0, (size_t)(strrchr(path, '/') - path))).s);
    }
    folder_sync(p->stage);
}

static enum outcome exchange(const struct press *p)
{
    if (access(p->out, F_OK)) {
        sync_stage(p);
        return rename(p->stage, p->out) ? (fail(p->job, p->out), FAILED) : (sync_above(p), DONE);
    }
    if (!folder_carry(p->job->scratch, p->out, p->stage, stays, (void *)p))
        return fail(p->job, p->out), FAILED;
    sync_stage(p);
    if (renameat2(AT_FDCWD, p->stage, AT_FDCWD, p->out, RENAME_EXCHANGE)) return NOT_HERE;
    sync_above(p);
    folder_remove(p->stage); /* now the old files */
    return DONE;
}

/* -- one by one, where folders cannot be exchanged -- */

static const struct output *nth(const struct press *p, size_t i)
{
    return i < p->nfiles ? &p->files[i] : &p->sums;
}

static const char *backup_of(const struct press *p, size_t i)
{
    return str_fmt(p->job->scratch, "%s/.old-%zu", p->stage, i).s;
}

static void put_back(const struct press *p, size_t done)
{
    while (done--) {
        const char *to = path_of(p->job, p->out, nth(p, done)->name);
        if (rename(backup_of(p, done), to)) unlink(to);
    }
}

static bool rename_each(const struct press *p)
{
    for (size_t i = 0; i <= p->nfiles; i++) {
        const char *to = path_of(p->job, p->out, nth(p, i)->name);
        bool kept = access(to, F_OK) || !link(to, backup_of(p, i));
        if (kept && folder_make_above(to) && !rename(path_of(p->job, p->stage, nth(p, i)->name), to))
            continue;
        int why = errno;
        put_back(p, i);
        errno = why;
        return fail(p->job, to);
    }
    for (size_t i = 0; i < p->nold && !p->carry; i++)
        if (!is_new(p, p->old[i].name)) unlink(path_of(p->job, p->out, p->old[i].name));
    return folder_sync(p->out), true;
}

static bool one_by_one(struct press *p)
{
    p->stage = str_fmt(p->job->keep, "%s/.sastra-%ld", p->out, (long)getpid()).s;
    folder_remove(p->stage);
    bool good = folder_make(p->stage) || fail(p->job, p->out);
    good = good && stage_all(p) && rename_each(p);
    folder_remove(p->stage);
    return good;
}

/* A folder beside out/ for this run; what killed runs left of theirs is swept away. */
static const char *stage_beside(struct job *job, const char *out)
{
    const char *slash = strrchr(out, '/');
    int above = slash ? (int)(slash - out) + 1 : 0;
    const char *folder = above ? str_fmt(job->scratch, "%.*s", above, out).s : ".";
    const char *prefix = str_fmt(job->scratch, ".%s.sastra-", out + above).s;
    folder_sweep(folder, prefix);
    return str_fmt(job->keep, "%.*s%s%ld", above, out, prefix, (long)getpid()).s;
}

bool publish(struct job *job, const struct output *files, size_t n, bool carry)
{
    struct press p = {.job = job, .files = files, .nfiles = n, .carry = carry, .out = out_folder(job)};
    if (!folder_make_above(p.out)) return fail(job, p.out);
    p.old = read_sums(job, p.out, &p.nold);
    p.sums = make_sums(&p);
    p.stage = stage_beside(job, p.out);
    folder_remove(p.stage);
    if (!folder_make(p.stage)) return access(p.out, W_OK) ? fail(job, p.out) : one_by_one(&p);
    enum outcome outcome = stage_all(&p) ? exchange(&p) : FAILED;
    if (outcome != DONE) folder_remove(p.stage);
    return outcome == NOT_HERE ? one_by_one(&p) : outcome == DONE;
}
