#include "publish/publish.h"

#include "publish/folder.h"
#include "publish/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct publication { /* one publication under way */
    struct job *job;
    const char *out, *stage;
    const struct output *files; /* SHA256SUMS comes last */
    size_t nfiles;
    struct output manifest;
    struct str claim; /* a manifest of the old and the new files */
    struct manifest old;
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
    struct manifest m;
    manifest_read(job, out_folder(job), &m);
    struct str *names = ARENA_MANY(job->keep, struct str, m.n);
    for (size_t i = 0; i < m.n; i++) names[i] = m.at[i].name;
    *n = m.n;
    return names;
}

static bool is_new(const struct publication *p, struct str name)
{
    for (size_t i = 0; i < p->nfiles; i++)
        if (str_eq(p->files[i].name, name)) return true;
    return str_is(name, MANIFEST_SUMS);
}

static bool stays(void *with, struct str name)
{
    const struct publication *p = with;
    return !is_new(p, name) && (p->carry || !manifest_has(&p->old, name));
}

/* -- whose out/ is */

/* What is there under a file's name, or in the way to it, and no build made it. */
static struct str foreign(const struct publication *p, struct str name)
{
    struct str above = folder_blocked(p->job->scratch, p->out, name);
    struct stat st;
    if (above.n) return above;
    bool there = !lstat(path_of(p->job, p->out, name), &st);
    return there && !manifest_has(&p->old, name) ? name : (struct str){0};
}

static bool may_replace(const struct publication *p)
{
    for (size_t i = 0; i < p->nfiles; i++) {
        struct str name = foreign(p, p->files[i].name);
        if (!name.n) continue;
        diag_tell(p->job->diags, DIAG_OUT_TAKEN, (struct place){0}, name, str_of(p->out));
        return false;
    }
    return true;
}

static bool take_over(struct publication *p)
{
    switch (manifest_read(p->job, p->out, &p->old)) {
    case MANIFEST_OURS: return true;
    case MANIFEST_UNREAD: return fail(p->job, p->out);
    case MANIFEST_OTHERS: break;
    }
    diag_tell(p->job->diags, DIAG_OUT_OTHERS, (struct place){0}, str_of(p->out));
    return false;
}

/* -- what is written */

struct publish_lines {
    VEC(struct manifest_line) list;
};

static struct str text_of(const struct publication *p, const struct publish_lines *lines)
{
    return manifest_text(p->job->keep, (struct manifest){lines->list.at, lines->list.n});
}

static void add_line(const struct publication *p, struct publish_lines *lines, struct output f)
{
    struct arena *keep = p->job->keep;
    VEC_ADD(keep, lines->list, (struct manifest_line){f.name, manifest_sum(keep, f.bytes)});
}

/* Of the last build, those that are not made anew; for --only, if they are there. */
static void add_old(const struct publication *p, struct publish_lines *lines, bool all)
{
    for (size_t i = 0; i < p->old.n; i++) {
        struct manifest_line line = p->old.at[i];
        if (!is_new(p, line.name) && (all || !access(path_of(p->job, p->out, line.name), R_OK)))
            VEC_ADD(p->job->keep, lines->list, line);
    }
}

/* The files with SHA256SUMS behind them, and the manifests. */
static void list_all(struct publication *p)
{
    struct publish_lines lines = {0};
    struct output *all = ARENA_MANY(p->job->keep, struct output, p->nfiles + 1);
    for (size_t i = 0; i < p->nfiles; i++) add_line(p, &lines, all[i] = p->files[i]);
    if (p->carry) add_old(p, &lines, false);
    all[p->nfiles] = (struct output){STR(MANIFEST_SUMS), text_of(p, &lines)};
    add_line(p, &lines, all[p->nfiles]);
    p->files = all;
    p->nfiles++;
    p->manifest = (struct output){STR(MANIFEST_NAME), text_of(p, &lines)};
    if (!p->carry) add_old(p, &lines, true);
    p->claim = text_of(p, &lines);
}

static bool stage_file(const struct publication *p, const struct output *f)
{
    const char *path = path_of(p->job, p->stage, f->name);
    if (folder_make_above(path) && folder_write(path, f->bytes)) return true;
    return fail(p->job, path_of(p->job, p->out, f->name));
}

static bool stage_all(const struct publication *p)
{
    for (size_t i = 0; i < p->nfiles; i++)
        if (!stage_file(p, &p->files[i])) return false;
    return stage_file(p, &p->manifest);
}

/* -- one step for all -- */

enum outcome { DONE, FAILED, NOT_HERE };

/* Names reach the disk with their folder; where that fails the files are still whole, so nothing is said. */
static void sync_above(const struct publication *p)
{
    const char *slash = strrchr(p->out, '/');
    folder_sync(!slash ? "." : str_fmt(p->job->scratch, "%.*s/", (int)(slash - p->out), p->out).s);
}

static void sync_stage(const struct publication *p)
{
    for (size_t i = 0; i < p->nfiles; i++) {
        const char *path = path_of(p->job, p->stage, p->files[i].name);
        folder_sync(
            str_copy(p->job->scratch, str_sub(str_of(path), 0, (size_t)(strrchr(path, '/') - path))).s);
    }
    folder_sync(p->stage);
}

static enum outcome exchange(const struct publication *p)
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

static const char *backup_of(const struct publication *p, size_t i)
{
    return str_fmt(p->job->scratch, "%s/.old-%zu", p->stage, i).s;
}

/* A new file in the place of an old one, which goes into the nth backup. */
static bool put_in(const struct publication *p, const char *from, const char *to, size_t nth)
{
    bool kept = access(to, F_OK) || !link(to, backup_of(p, nth));
    return kept && folder_make_above(to) && !rename(from, to);
}

static void put_back(const struct publication *p, const char *to, size_t nth)
{
    if (rename(backup_of(p, nth), to)) unlink(to);
}

/* While old and new files lie side by side the manifest names both. */
static bool claim(const struct publication *p)
{
    const char *from = str_fmt(p->job->scratch, "%s/.claim", p->stage).s;
    const char *to = path_of(p->job, p->out, p->manifest.name);
    return (folder_write(from, p->claim) && put_in(p, from, to, p->nfiles)) || fail(p->job, to);
}

static bool rename_each(const struct publication *p)
{
    for (size_t i = 0; i < p->nfiles; i++) {
        struct str name = p->files[i].name;
        const char *to = path_of(p->job, p->out, name);
        if (put_in(p, path_of(p->job, p->stage, name), to, i)) continue;
        int why = errno;
        while (i--) put_back(p, path_of(p->job, p->out, p->files[i].name), i);
        put_back(p, path_of(p->job, p->out, p->manifest.name), p->nfiles);
        errno = why;
        return fail(p->job, to);
    }
    return true;
}

static void settle(const struct publication *p)
{
    for (size_t i = 0; i < p->old.n && !p->carry; i++)
        if (!is_new(p, p->old.at[i].name)) unlink(path_of(p->job, p->out, p->old.at[i].name));
    rename(path_of(p->job, p->stage, p->manifest.name), path_of(p->job, p->out, p->manifest.name));
    folder_sync(p->out);
}

static bool one_by_one(struct publication *p)
{
    p->stage = str_fmt(p->job->keep, "%s/.sastra-%ld", p->out, (long)getpid()).s;
    folder_remove(p->stage);
    bool good = folder_make(p->stage) || fail(p->job, p->out);
    good = good && stage_all(p) && claim(p) && rename_each(p);
    if (good) settle(p);
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
    struct publication p = {.job = job, .files = files, .nfiles = n, .carry = carry, .out = out_folder(job)};
    if (!folder_make_above(p.out)) return fail(job, p.out);
    if (!take_over(&p)) return false;
    list_all(&p);
    if (!may_replace(&p)) return false;
    p.stage = stage_beside(job, p.out);
    folder_remove(p.stage);
    if (!folder_make(p.stage)) return access(p.out, W_OK) ? fail(job, p.out) : one_by_one(&p);
    enum outcome outcome = stage_all(&p) ? exchange(&p) : FAILED;
    if (outcome != DONE) folder_remove(p.stage);
    return outcome == NOT_HERE ? one_by_one(&p) : outcome == DONE;
}
