#include "publish/publish.h"

#include "base/file.h"
#include "base/sha256.h"
#include "publish/folder.h"
#include "publish/folder_lock.h"
#include "publish/journal.h"
#include "publish/manifest.h"
#include "publish/target.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/xattr.h>
#include <unistd.h>

struct publication {
    struct job *job;
    const char *out;
    int lock;
    bool made;                  /* out/ was made by this run */
    struct manifest old;        /* what earlier builds made */
    bool *fits;                 /* of each line of it: it is there, as it was made */
    const struct output *files; /* with SHA256SUMS and the manifest last */
    size_t nfiles;
    struct journal journal;
    bool carry;
};

static const char *path_of(struct job *job, const char *folder, struct str name)
{
    return str_fmt(job->scratch, "%s/%.*s", folder, STR_ARGS(name)).s;
}

static bool tell(const struct publication *p, enum diag_code code)
{
    diag_tell(p->job->diags, code, (struct place){0}, str_of(p->out));
    return false;
}

static bool fail(const struct publication *p, const char *path)
{
    diag_tell(p->job->diags, DIAG_OUT_WRITE, (struct place){0}, str_of(path), str_of(strerror(errno)));
    return false;
}

/* -- whose out/ is --------------------------------------------------------------------------------------- */

static bool make_out(struct publication *p)
{
    bool there;
    if (!folder_look(p->out, &there)) return fail(p, p->out);
    p->made = !there;
    if (!folder_make(p->out)) return fail(p, p->out);
    if (!target_check(p->job)) return false; /* x/.. is known only now */
    p->out = target_path(p->job);
    if (folder_lock(p->out, &p->lock)) return true;
    return errno == EWOULDBLOCK ? tell(p, DIAG_OUT_BUSY) : fail(p, p->out);
}

static bool recover(const struct publication *p)
{
    struct arena *scratch = p->job->scratch;
    return journal_recover(p->job, p->out, journal_beside(scratch, p->out)) &&
           journal_recover(p->job, p->out, journal_inside(scratch, p->out));
}

static bool take_over(struct publication *p)
{
    switch (manifest_read(p->job, p->out, &p->old)) {
    case MANIFEST_OURS: return true;
    case MANIFEST_UNREAD: return fail(p, p->out);
    case MANIFEST_ADOPTED: tell(p, DIAG_OUT_ADOPTED); return true;
    case MANIFEST_OTHERS: break;
    }
    return p->job->options->adopt || tell(p, DIAG_OUT_OTHERS);
}

/* -- sums that were found before, by what a file is known by -----------------------------------------------
 */

static bool name_state(const char *path, struct stat *st, struct memo_key *key)
{
    if (lstat(path, st)) return false;
    *key = memo_begin(MEMO_SUM);
    memo_add_number(key, (uint64_t)st->st_dev);
    memo_add_number(key, (uint64_t)st->st_ino);
    memo_add_number(key, (uint64_t)st->st_size);
    memo_add_number(key, (uint64_t)st->st_mtim.tv_sec);
    memo_add_number(key, (uint64_t)st->st_mtim.tv_nsec);
    return true;
}

static void remember_sum(const struct publication *p, const char *path, struct str digits)
{
    struct stat st;
    struct memo_key key;
    if (p->job->memo && name_state(path, &st, &key)) memo_keep(p->job->memo, key, digits);
}

static void recall_sum(const struct publication *p, const char *path, struct manifest_line *line)
{
    struct stat st;
    struct memo_key key;
    struct str digits;
    bool known = p->job->memo && name_state(path, &st, &key) && memo_find(p->job->memo, key, &digits);
    if (known && str_eq(digits, line->digits)) line->seen = st;
}

/* An edited file is not what was made; one that cannot be read for a fault of the disk ends the build. */
static bool look_at_old(struct publication *p)
{
    p->fits = ARENA_MANY(p->job->keep, bool, p->old.n + 1);
    for (size_t i = 0; i < p->old.n; i++) {
        const char *path = path_of(p->job, p->out, p->old.at[i].name);
        recall_sum(p, path, &p->old.at[i]);
        errno = 0;
        p->fits[i] = manifest_fits(&p->old.at[i], path);
        if (p->fits[i]) remember_sum(p, path, p->old.at[i].digits);
        if (!p->fits[i] && file_machine_fault(errno)) return fail(p, path);
    }
    return true;
}

struct publication *publish_open(struct job *job)
{
    struct publication *p = ARENA_ONE(job->keep, struct publication);
    if (!target_check(job)) return NULL;
    *p = (struct publication){.job = job, .out = target_path(job), .lock = -1};
    if (make_out(p) && recover(p) && take_over(p) && look_at_old(p)) return p;
    publish_close(p);
    return NULL;
}

void publish_close(struct publication *p)
{
    if (!p) return;
    if (p->made) rmdir(p->out); /* where nothing came of it */
    folder_lock_release(p->lock);
}

/* What was passed on once, and perhaps is no more, is carried by no build. */
static bool is_passed_on(struct str name)
{
    return manifest_lies_in(name, STR(PUBLISH_PUBLIC)) || manifest_lies_in(name, STR(PUBLISH_PARTICIPANTS));
}

struct output *publish_made(const struct publication *p, size_t *n)
{
    struct output *made = ARENA_MANY(p->job->keep, struct output, p->old.n + 1);
    *n = 0;
    for (size_t i = 0; i < p->old.n; i++) {
        const struct manifest_line *l = &p->old.at[i];
        if (!p->fits[i] || str_is(l->name, MANIFEST_NAME) || is_passed_on(l->name)) continue;
        uint64_t size = l->seen.st_size > 0 ? (uint64_t)l->seen.st_size : 0;
        made[(*n)++] = (struct output){.name = l->name, .digits = l->digits, .size = size};
    }
    return made;
}

struct str publish_digits(struct arena *a, const struct output *f)
{
    return f->digits.n ? f->digits : sha256_digits(a, f->bytes);
}

/* Nothing is there under the name, or in the way to it, that no build made. False, told. */
static bool may_take(const struct publication *p, struct str name)
{
    const char *path = path_of(p->job, p->out, name);
    struct str taken = folder_blocked(p->job->scratch, p->out, name);
    bool there = false;
    if (!taken.n && !folder_look(path, &there)) return fail(p, path);
    if (there && !p->job->options->adopt && !manifest_find(&p->old, name)) taken = name;
    if (taken.n) diag_tell(p->job->diags, DIAG_OUT_TAKEN, (struct place){0}, taken, str_of(p->out));
    return !taken.n;
}

static bool may_replace(const struct publication *p)
{
    for (size_t i = 0; i < p->nfiles; i++)
        if (!may_take(p, p->files[i].name)) return false;
    return true;
}

/* -- what is written ------------------------------------------------------------------------------------- */

struct publish_lines {
    VEC(struct manifest_line) list;
};

static bool is_new(const struct publication *p, struct str name)
{
    for (size_t i = 0; i < p->nfiles; i++)
        if (str_eq(p->files[i].name, name)) return true;
    return str_is(name, MANIFEST_SUMS) || str_is(name, MANIFEST_NAME);
}

static bool stays(const struct publication *p, size_t i)
{
    struct str name = p->old.at[i].name;
    return p->carry && p->fits[i] && !is_passed_on(name) && !is_new(p, name);
}

static struct str text_of(const struct publication *p, const struct publish_lines *lines)
{
    return manifest_text(p->job->keep, (struct manifest){lines->list.at, lines->list.n});
}

static struct manifest_line line_of(const struct publication *p, const struct output *f)
{
    return (struct manifest_line){.name = f->name, .digits = publish_digits(p->job->keep, f)};
}

static void add(struct publication *p, struct publish_lines *lines, struct output *all, struct output f)
{
    all[p->nfiles++] = f;
    VEC_ADD(p->job->keep, lines->list, line_of(p, &all[p->nfiles - 1]));
}

/* For participants, for the room in which they sign, or for who mends what was found. */
static bool is_for_few(struct str name)
{
    return manifest_lies_in(name, STR(PUBLISH_PARTICIPANTS)) || str_is(name, PUBLISH_ATTENDANCE) ||
           str_starts(name, PUBLISH_PROBLEMS);
}

/* SHA256SUMS is for publication. */
static struct str sums_text(struct publication *p, const struct publish_lines *lines)
{
    struct publish_lines open = {0};
    for (size_t i = 0; i < lines->list.n; i++)
        if (!is_for_few(lines->list.at[i].name)) VEC_ADD(p->job->keep, open.list, lines->list.at[i]);
    return text_of(p, &open);
}

/* The manifest comes before SHA256SUMS, which tells that all is there. */
static void list_arriving(struct publication *p, const struct output *files, size_t n)
{
    struct arena *keep = p->job->keep;
    struct publish_lines lines = {0}, carried = {0};
    struct output *all = ARENA_MANY(keep, struct output, n + 2);
    p->files = all;
    p->nfiles = 0;
    for (size_t i = 0; i < n; i++) add(p, &lines, all, files[i]);
    for (size_t i = 0; i < lines.list.n; i++) VEC_ADD(keep, carried.list, lines.list.at[i]);
    for (size_t i = 0; i < p->old.n; i++)
        if (stays(p, i)) VEC_ADD(keep, carried.list, p->old.at[i]);
    struct output sums = {.name = STR(MANIFEST_SUMS), .bytes = sums_text(p, &carried)};
    VEC_ADD(keep, carried.list, line_of(p, &sums));
    add(p, &lines, all, (struct output){.name = STR(MANIFEST_NAME), .bytes = text_of(p, &carried)});
    add(p, &lines, all, sums);
    p->journal.arriving = (struct manifest){lines.list.at, lines.list.n};
}

/* What a build made and does not stay, and what stands in the way of a new file. */
static void list_leaving(struct publication *p)
{
    struct publish_lines lines = {0}, staying = {0};
    for (size_t i = 0; i < p->old.n; i++)
        if (stays(p, i))
            VEC_ADD(p->job->keep, staying.list, p->old.at[i]);
        else
            VEC_ADD(p->job->keep, lines.list, p->old.at[i]);
    for (size_t i = 0; i < p->nfiles; i++) {
        struct str name = p->files[i].name;
        if (!manifest_find(&p->old, name) && folder_has(path_of(p->job, p->out, name)))
            VEC_ADD(p->job->keep, lines.list, (struct manifest_line){.name = name});
    }
    p->journal.leaving = (struct manifest){lines.list.at, lines.list.n};
    p->journal.staying = (struct manifest){staying.list.at, staying.list.n};
}

/* A file that is made again keeps the rights that somebody gave it. */
static bool keep_mode(const struct publication *p, const char *path, struct str name)
{
    struct stat st;
    if (lstat(path_of(p->job, p->out, name), &st)) return true;
    return !S_ISREG(st.st_mode) || !chmod(path, st.st_mode & 0777);
}

/* What is copied has to be what its sum was told of. */
static bool stage(const struct publication *p, const struct output *f, const char *path)
{
    struct str digits;
    if (!f->from) return folder_stage(path, f->bytes) || fail(p, path_of(p->job, p->out, f->name));
    if (!folder_stage_copy(path, f->from) || !manifest_sum_file(p->job->scratch, path, &digits))
        return fail(p, path_of(p->job, p->out, f->name));
    if (str_eq(digits, f->digits)) return true;
    diag_tell(p->job->diags, DIAG_OUT_CHANGED, (struct place){0}, f->name);
    return false;
}

static bool sync_each(const struct publication *p, const char *to)
{
    for (size_t i = 0; i < p->nfiles; i++) {
        const char *path = path_of(p->job, to, p->files[i].name);
        if (!folder_sync_file(path) || !folder_sync_above(p->job->scratch, path))
            return fail(p, path_of(p->job, p->out, p->files[i].name));
    }
    return true;
}

static bool sync_staged(const struct publication *p, const char *to)
{
    bool all;
    if (!folder_sync_all(to, &all)) return fail(p, p->out);
    return all || sync_each(p, to);
}

/* All of them go to the disk at once: nothing in out/ was touched yet, and until a list says that they are
 * whole a power cut leaves no more than a work folder to throw away. */
static bool stage_all(const struct publication *p)
{
    const char *to = str_fmt(p->job->keep, "%s/new", p->journal.work).s;
    for (size_t i = 0; i < p->nfiles; i++) {
        const struct output *f = &p->files[i];
        const char *path = path_of(p->job, to, f->name);
        if (!folder_make_above(path)) return fail(p, path_of(p->job, p->out, f->name));
        if (!stage(p, f, path)) return false;
        if (f->digits.n) remember_sum(p, path, f->digits);
        if (!keep_mode(p, path, f->name)) return fail(p, path_of(p->job, p->out, f->name));
    }
    return sync_staged(p, to);
}

/* -- one step for all ------------------------------------------------------------------------------------ */

/* A folder of ours with nothing about it that a new one would lack. */
static bool is_plain_folder(const char *path, const struct stat *out, const struct stat *st)
{
    return st->st_uid == out->st_uid && st->st_gid == out->st_gid && !folder_is_mount(path) &&
           listxattr(path, NULL, 0) <= 0;
}

static bool holds_an_old_one(const struct publication *p, struct str folder)
{
    for (size_t i = 0; i < p->old.n; i++)
        if (p->fits[i] && manifest_lies_in(p->old.at[i].name, folder)) return true;
    return false;
}

/* Links what stays of the old folder into the new one, and gives the new one the old one's rights; stage
 * NULL: only looks. False where something of others is there: then the files are moved one by one. */
static bool take_along(const struct publication *p, const char *stage, struct str folder,
                       const struct stat *out);

static bool take_along_one(const struct publication *p, const char *stage, struct str name,
                           const struct stat *out)
{
    struct stat st;
    const char *from = path_of(p->job, p->out, name), *to = stage ? path_of(p->job, stage, name) : NULL;
    if (lstat(from, &st)) return false;
    if (S_ISDIR(st.st_mode))
        return is_plain_folder(from, out, &st) && holds_an_old_one(p, name) &&
               take_along(p, stage, name, out);
    if (!S_ISREG(st.st_mode) || folder_is_mount(from)) return false;
    for (size_t i = 0; i < p->old.n; i++)
        if (str_eq(p->old.at[i].name, name))
            return p->fits[i] && (!to || !stays(p, i) || (folder_make_above(to) && !link(from, to)));
    return str_starts(name, "README") && (!to || !link(from, to));
}

static bool take_along(const struct publication *p, const char *stage, struct str folder,
                       const struct stat *out)
{
    struct file_names names;
    struct stat st;
    const char *here = folder.n ? path_of(p->job, p->out, folder) : p->out;
    if (!file_list(p->job->scratch, here, &names) || lstat(here, &st)) return false;
    for (size_t i = 0; i < names.n; i++) {
        struct str name = folder.n
                              ? str_fmt(p->job->scratch, "%.*s/%.*s", STR_ARGS(folder), STR_ARGS(names.at[i]))
                              : names.at[i];
        if (!take_along_one(p, stage, name, out)) return false;
    }
    if (!stage) return true;
    const char *there = folder.n ? path_of(p->job, stage, folder) : stage;
    bool gone = folder.n && !folder_has(there) && !manifest_is_above(&p->journal.arriving, folder);
    return gone || !chmod(there, st.st_mode & 07777);
}

static bool is_exchangeable(const struct publication *p, const char *stage)
{
    struct stat out, st;
    return !lstat(p->out, &out) && !lstat(stage, &st) && is_plain_folder(p->out, &st, &out) &&
           take_along(p, stage, STR(""), &out);
}

enum outcome { DONE, FAILED, NOT_HERE };

static bool change_names(const struct publication *p, const char *stage)
{
    return !renameat2(AT_FDCWD, stage, AT_FDCWD, p->out, RENAME_EXCHANGE);
}

/* The new folder is locked before it takes the old one's name, until publish_close. */
static enum outcome exchange(struct publication *p)
{
    struct journal *j = &p->journal;
    const char *stage = str_fmt(p->job->keep, "%s/new", j->work).s;
    int old_lock = p->lock, new_lock = -1;
    bool ready = is_exchangeable(p, stage) && folder_sync(stage) && journal_announce(j) &&
                 folder_lock(stage, &new_lock);
    if (!ready || !change_names(p, stage)) return folder_lock_release(new_lock), NOT_HERE;
    p->lock = new_lock;
    j->placed = folder_sync(j->work) && folder_sync_above(p->job->scratch, p->out);
    if (!j->placed) {
        fail(p, p->out);
        change_names(p, stage);
    }
    journal_clear(j);
    folder_lock_release(old_lock);
    return j->placed ? DONE : FAILED;
}

/* False, told or not, where the work folder cannot stand there. */
static bool begin(struct publication *p, const char *work)
{
    p->journal.work = work;
    if (journal_begin(&p->journal)) return true;
    int why = errno;
    journal_discard(&p->journal);
    errno = why;
    return false;
}

static enum outcome beside(struct publication *p)
{
    struct stat out;
    if (lstat(p->out, &out) || folder_is_mount(p->out) || !take_along(p, NULL, STR(""), &out))
        return NOT_HERE;
    if (!begin(p, journal_beside(p->job->keep, p->out))) return NOT_HERE;
    if (!stage_all(p)) return journal_discard(&p->journal), FAILED;
    enum outcome outcome = exchange(p);
    if (outcome == NOT_HERE && !recover(p)) return FAILED;
    return outcome;
}

static bool inside(struct publication *p)
{
    if (!begin(p, journal_inside(p->job->keep, p->out))) return fail(p, p->out);
    if (stage_all(p)) return journal_move(&p->journal);
    journal_discard(&p->journal);
    return false;
}

bool publish(struct publication *p, const struct output *files, size_t n, bool carry)
{
    p->carry = carry;
    p->journal = (struct journal){.job = p->job, .out = p->out};
    list_arriving(p, files, n);
    if (!may_replace(p)) return false;
    list_leaving(p);
    enum outcome outcome = beside(p);
    return outcome == NOT_HERE ? inside(p) : outcome == DONE;
}
