#include "publish/journal.h"

#include "base/file.h"
#include "publish/folder.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LIST_MOST = 1 << 24, DIGITS = 64 };

static const char *in(const struct journal *j, const char *part, struct str name)
{
    return str_fmt(j->job->scratch, "%s%s%s%.*s", j->work, part, name.n ? "/" : "", STR_ARGS(name)).s;
}

static const char *in_out(const struct journal *j, struct str name)
{
    return str_fmt(j->job->scratch, "%s/%.*s", j->out, STR_ARGS(name)).s;
}

static bool fail(const struct journal *j, const char *path)
{
    diag_tell(j->job->diags, j->placed ? DIAG_OUT_UNCLEARED : DIAG_OUT_WRITE, (struct place){0}, str_of(path),
              str_of(strerror(errno)));
    return false;
}

/* -- the work folder ------------------------------------------------------------------------------------- */

const char *journal_inside(struct arena *a, const char *out)
{
    return str_fmt(a, "%s/.sastra-unfinished", out).s;
}

const char *journal_beside(struct arena *a, const char *out)
{
    const char *slash = strrchr(out, '/');
    int above = slash ? (int)(slash - out) + 1 : 0;
    return str_fmt(a, "%.*s.%s.sastra-unfinished", above, out, out + above).s;
}

bool journal_begin(const struct journal *j)
{
    return folder_make(j->work) && folder_make(in(j, "/new", STR("")));
}

void journal_discard(const struct journal *j)
{
    folder_remove(j->job->scratch, in(j, "/new", STR("")));
    unlink(in(j, "", STR("list")));
    rmdir(j->work);
}

/* -- the list -------------------------------------------------------------------------------------------- */

static void put_lines(struct buf *b, char sign, const struct manifest *m)
{
    static const char NONE[] = "----------------------------------------------------------------";
    for (size_t i = 0; i < m->n; i++)
        buf_fmt(b, "%c %.*s  %.*s\n", sign, DIGITS, m->at[i].digits.n ? m->at[i].digits.s : NONE,
                STR_ARGS(m->at[i].name));
}

/* Written under another name first: a list that is there is whole. It is on the disk before anything moves,
 * and so is the work folder's own name: without them a power cut would leave what was moved for lost. */
static bool write_list(const struct journal *j, const char *name)
{
    struct buf b = BUF(j->job->scratch);
    put_lines(&b, '-', &j->leaving);
    put_lines(&b, '+', &j->arriving);
    put_lines(&b, '=', &j->staying);
    buf_put(&b, ".\n");
    const char *list = in(j, "", STR("list"));
    return folder_write(list, buf_str(&b)) && folder_move(list, in(j, "", str_of(name))) &&
           folder_sync(j->work) && folder_sync_above(j->job->scratch, j->work);
}

bool journal_announce(const struct journal *j)
{
    return write_list(j, "done");
}

struct journal_lines {
    VEC(struct manifest_line) list;
};

static struct manifest lines_of(struct job *job, struct str text, char sign)
{
    struct journal_lines lines = {0};
    struct str line;
    while (str_cut(&text, '\n', &line))
        if (line.n > DIGITS + 4 && line.s[0] == sign)
            VEC_ADD(job->keep, lines.list,
                    (struct manifest_line){.digits = str_sub(line, 2, DIGITS + 2),
                                           .name = str_sub(line, DIGITS + 4, line.n)});
    return (struct manifest){lines.list.at, lines.list.n};
}

static bool read_list(struct journal *j, const char *name)
{
    struct str text;
    if (!file_read(j->job->keep, in(j, "", str_of(name)), LIST_MOST, &text)) return false;
    j->leaving = lines_of(j->job, text, '-');
    j->arriving = lines_of(j->job, text, '+');
    j->staying = lines_of(j->job, text, '=');
    return true;
}

/* -- clearing -------------------------------------------------------------------------------------------- */

/* A README that both folders hold is one file. */
static bool is_in_out(const struct journal *j, const char *path, struct str name)
{
    struct stat here, there;
    return !lstat(path, &here) && !lstat(in_out(j, name), &there) && here.st_ino == there.st_ino &&
           here.st_dev == there.st_dev;
}

/* False, told, where the disk fails: what cannot be read is not taken for another's. */
static bool find_owner(const struct journal *j, const char *path, struct str name, bool *ours)
{
    struct manifest_line *lines[] = {manifest_find(&j->leaving, name), manifest_find(&j->arriving, name)};
    *ours = false;
    for (size_t i = 0; i < sizeof lines / sizeof *lines && !*ours; i++) {
        errno = 0;
        *ours = lines[i] && manifest_fits(lines[i], path);
        if (!*ours && file_machine_fault(errno)) return fail(j, path);
    }
    errno = 0;
    *ours = *ours || is_in_out(j, path, name);
    return *ours || !file_machine_fault(errno) || fail(j, path);
}

/* On the disk there before the list of it goes: it is the only one. */
static bool move_back_to(const struct journal *j, const char *path, struct str name)
{
    const char *there = in_out(j, name);
    return folder_move(path, there) && folder_sync_above(j->job->scratch, there);
}

/* What is not ours goes back into out/. */
static bool give_back(const struct journal *j, const char *path, struct str name)
{
    bool named = manifest_find(&j->leaving, name) || manifest_find(&j->arriving, name) ||
                 manifest_find(&j->staying, name);
    if (!named && move_back_to(j, path, name)) return true;
    if (!named && errno != EEXIST) return fail(j, in_out(j, name));
    struct str kept = folder_free_name(j->job->keep, j->out, name);
    if (!move_back_to(j, path, kept)) return fail(j, in_out(j, kept));
    diag_tell(j->job->diags, DIAG_OUT_KEPT, (struct place){0}, name, kept);
    return true;
}

static bool clear_folder(const struct journal *j, const char *path, struct str folder);

static bool clear_one(const struct journal *j, const char *path, struct str name)
{
    struct stat st;
    bool ours;
    if (lstat(path, &st)) return errno == ENOENT || fail(j, path);
    bool above = manifest_is_above(&j->leaving, name) || manifest_is_above(&j->arriving, name) ||
                 manifest_is_above(&j->staying, name);
    if (S_ISDIR(st.st_mode) && above && !folder_is_mount(path)) return clear_folder(j, path, name);
    if (!find_owner(j, path, name, &ours)) return false;
    if (!ours) return give_back(j, path, name);
    return !unlink(path) || fail(j, path);
}

/* No deeper than the names that we make. */
static bool clear_folder(const struct journal *j, const char *path, struct str folder)
{
    struct file_names names;
    bool good = true;
    if (!file_list(j->job->scratch, path, &names)) return errno == ENOENT || fail(j, path);
    for (size_t i = 0; i < names.n; i++) {
        struct str name = folder.n
                              ? str_fmt(j->job->keep, "%.*s/%.*s", STR_ARGS(folder), STR_ARGS(names.at[i]))
                              : names.at[i];
        good = clear_one(j, str_fmt(j->job->scratch, "%s/%.*s", path, STR_ARGS(names.at[i])).s, name) && good;
    }
    return good && (!rmdir(path) || fail(j, path));
}

/* That all is in its place is on the disk before anything is erased, and that all is erased before the list
 * of it goes. */
bool journal_clear(struct journal *j)
{
    if (!folder_sync(j->work)) return fail(j, j->work);
    bool good = clear_folder(j, in(j, "/new", STR("")), STR(""));
    good = clear_folder(j, in(j, "/old", STR("")), STR("")) && good;
    if (!good) return false;
    unlink(in(j, "", STR("list")));
    if (!folder_sync(j->work)) return fail(j, j->work);
    return (!unlink(in(j, "", STR("done"))) && !rmdir(j->work)) || fail(j, j->work);
}

/* -- moving: each step is known by what lies where, so that it can be taken up from any of them -----------
 */

struct whereabouts { /* of a name: in new/, in old/, in out/ */
    bool staged, aside, placed, arrives;
};

static bool look(const struct journal *j, struct str name, struct whereabouts *w)
{
    const char *paths[] = {in(j, "/new", name), in(j, "/old", name), in_out(j, name)};
    bool *there[] = {&w->staged, &w->aside, &w->placed};
    w->arrives = manifest_find(&j->arriving, name);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (!folder_look(paths[i], there[i])) return fail(j, paths[i]);
    return true;
}

static bool came(const struct whereabouts *w)
{
    return w->arrives && !w->staged;
}

static bool move_out(const struct journal *j, struct str name)
{
    struct whereabouts w;
    if (!look(j, name, &w)) return false;
    if (came(&w) || w.aside || !w.placed) return true;
    return folder_move(in_out(j, name), in(j, "/old", name)) || fail(j, in_out(j, name));
}

/* Something that arrived meanwhile stands aside. */
static bool make_way(const struct journal *j, struct str name)
{
    const char *there = in_out(j, name);
    struct str kept = folder_free_name(j->job->keep, j->out, name);
    if (!folder_move(there, in_out(j, kept))) return fail(j, there);
    diag_tell(j->job->diags, DIAG_OUT_KEPT, (struct place){0}, name, kept);
    return true;
}

static bool move_in(const struct journal *j, struct str name)
{
    struct whereabouts w;
    if (!look(j, name, &w)) return false;
    if (!w.staged) return true;
    if (w.placed && !make_way(j, name)) return false;
    return folder_move(in(j, "/new", name), in_out(j, name)) || fail(j, in_out(j, name));
}

static void remove_empty_above(const struct journal *j, struct str name)
{
    for (size_t n = name.n; n--;)
        if (name.s[n] == '/') rmdir(in_out(j, str_sub(name, 0, n)));
}

/* The folders below out/ that files came to or left; one that went with its last file is none. */
static bool sync_below(const struct journal *j, const struct manifest *m)
{
    for (size_t i = 0; i < m->n; i++) {
        const char *path = in_out(j, m->at[i].name);
        bool below = memchr(m->at[i].name.s, '/', m->at[i].name.n);
        if (below && !folder_sync_above(j->job->scratch, path) && errno != ENOENT) return fail(j, path);
    }
    return true;
}

static bool sync_out(const struct journal *j)
{
    return sync_below(j, &j->arriving) && sync_below(j, &j->leaving) &&
           (folder_sync(j->out) || fail(j, j->out));
}

static bool finish(const struct journal *j)
{
    for (size_t i = 0; i < j->leaving.n; i++)
        if (!manifest_find(&j->arriving, j->leaving.at[i].name) && !move_out(j, j->leaving.at[i].name))
            return false;
    for (size_t i = 0; i < j->arriving.n; i++) {
        struct str name = j->arriving.at[i].name;
        if (manifest_find(&j->leaving, name) && !move_out(j, name)) return false;
        if (!move_in(j, name)) return false;
    }
    for (size_t i = 0; i < j->leaving.n; i++) remove_empty_above(j, j->leaving.at[i].name);
    return sync_out(j);
}

static bool move_back(const struct journal *j, struct str name)
{
    const char *there = in_out(j, name);
    struct whereabouts w;
    if (!look(j, name, &w)) return false;
    if (came(&w) && w.placed && !folder_move(there, in(j, "/new", name))) return false;
    remove_empty_above(j, name);
    if (!w.aside) return true;
    if (w.placed && !came(&w) && !make_way(j, name)) return false;
    return folder_move(in(j, "/old", name), there);
}

static bool undo(const struct journal *j)
{
    for (size_t i = j->arriving.n; i--;)
        if (!move_back(j, j->arriving.at[i].name)) return false;
    for (size_t i = j->leaving.n; i--;)
        if (!move_back(j, j->leaving.at[i].name)) return false;
    return sync_out(j);
}

static bool end_moves(const struct journal *j)
{
    return folder_move(in(j, "", STR("journal")), in(j, "", STR("done"))) || fail(j, j->work);
}

/* Forward; where that fails, told, back. False where it is neither yet. */
static bool settle(const struct journal *j, bool *forward)
{
    *forward = finish(j) && end_moves(j);
    return *forward || (undo(j) && end_moves(j));
}

bool journal_move(struct journal *j)
{
    if (folder_make(in(j, "/old", STR(""))) && write_list(j, "journal")) {
        if (settle(j, &j->placed)) journal_clear(j);
        return j->placed;
    }
    fail(j, j->out);
    if (unlink(in(j, "", STR("journal"))) && errno != ENOENT) return false; /* the next build finishes it */
    rmdir(in(j, "/old", STR("")));
    journal_discard(j);
    return false;
}

/* -- after a build that was broken off --------------------------------------------------------------------
 */

struct journal_part {
    const char *name;
    mode_t kind;
};

/* A part that is a link would lead the moves elsewhere. */
static bool is_part(const struct journal *j, struct str name)
{
    static const struct journal_part PARTS[] = {
        {"new", S_IFDIR}, {"old", S_IFDIR}, {"list", S_IFREG}, {"journal", S_IFREG}, {"done", S_IFREG}};
    struct stat st;
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
        if (str_is(name, PARTS[i].name))
            return !lstat(in(j, "", name), &st) && (st.st_mode & S_IFMT) == PARTS[i].kind;
    return false;
}

static bool tell_taken(const struct journal *j)
{
    diag_tell(j->job->diags, DIAG_OUT_TAKEN, (struct place){0}, str_of(strrchr(j->work, '/') + 1),
              str_of(j->out));
    return false;
}

/* A folder of that name that holds other things is somebody else's. */
static bool is_work(const struct journal *j)
{
    struct file_names names;
    struct stat st;
    if (lstat(j->work, &st) || !S_ISDIR(st.st_mode)) return tell_taken(j);
    if (!file_list(j->job->scratch, j->work, &names)) return fail(j, j->work);
    for (size_t i = 0; i < names.n; i++)
        if (!is_part(j, names.at[i])) return tell_taken(j);
    return true;
}

static bool lead_nowhere(const struct journal *j, const struct manifest *m)
{
    const char *folders[] = {j->out, in(j, "/new", STR("")), in(j, "/old", STR(""))};
    for (size_t i = 0; i < m->n; i++) {
        if (!manifest_is_name(m->at[i].name)) return false;
        for (size_t k = 0; k < sizeof folders / sizeof *folders; k++)
            if (folder_blocked(j->job->scratch, folders[k], m->at[i].name).n) return false;
    }
    return true;
}

/* A list that somebody else wrote, or a folder on the way of its names that is a link now, moves nothing. */
static bool is_list(const struct journal *j)
{
    return (lead_nowhere(j, &j->leaving) && lead_nowhere(j, &j->arriving) && lead_nowhere(j, &j->staying)) ||
           tell_taken(j);
}

bool journal_recover(struct job *job, const char *out, const char *work)
{
    struct journal j = {.job = job, .out = out, .work = work};
    bool forward, there;
    if (!folder_look(work, &there)) return fail(&j, work);
    if (!there) return true;
    if (!is_work(&j)) return false;
    if (read_list(&j, "done")) return is_list(&j) && journal_clear(&j);
    if (errno != ENOENT) return fail(&j, work);
    if (read_list(&j, "journal")) return is_list(&j) && settle(&j, &forward) && journal_clear(&j) && forward;
    if (errno != ENOENT) return fail(&j, work);
    rmdir(in(&j, "/old", STR("")));
    journal_discard(&j);
    return !folder_has(work) || (errno = EBUSY, fail(&j, work));
}
