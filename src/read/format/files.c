#include "read/format/files.h"

#include "base/file.h"
#include "base/unicode.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>

static const char *on_disk(struct arena *a, const struct job *job, struct str path)
{
    struct str in = job->options->input;
    return path.n ? str_fmt(a, "%.*s/%.*s", STR_ARGS(in), STR_ARGS(path)).s : str_copy(a, in).s;
}

/* A disk that fails is told: what cannot be looked at does not pass for nothing. */
static bool look(const struct job *job, struct str path, struct stat *st)
{
    if (!stat(on_disk(job->scratch, job, path), st)) return true;
    diag_machine_fault(job->diags, path.n ? path : job->options->input, errno);
    return false;
}

bool files_is_folder(const struct job *job, struct str path)
{
    struct stat st;
    return look(job, path, &st) && S_ISDIR(st.st_mode);
}

bool files_is_there(const struct job *job, struct str path)
{
    struct stat st;
    return path.n && !memchr(path.s, 0, path.n) && look(job, path, &st);
}

struct place files_place(struct job *job, struct str path)
{
    return place_in(source_new(job->keep, str_copy(job->keep, path), STR("")), PLACE_WHOLE_FILE);
}

/* Where a path really leads, or NULL with errno; *inside tells whether that is in the input folder. */
static const char *resolve(struct job *job, struct str path, bool *inside)
{
    char root[PATH_MAX], real[PATH_MAX];
    if (memchr(path.s ? path.s : "", 0, path.n)) return errno = ENOENT, NULL;
    if (!realpath(on_disk(job->scratch, job, (struct str){0}), root)) return NULL;
    if (!realpath(on_disk(job->scratch, job, path), real)) return NULL;
    size_t n = strlen(root);
    *inside = !strncmp(root, real, n) && (real[n] == '/' || !real[n] || root[n - 1] == '/');
    return str_copy(job->scratch, str_of(real)).s;
}

/* -- folders --------------------------------------------------------------------------------------------- */

static bool is_litter(struct str name)
{
    static const char *const LITTER[] = {"Thumbs.db", "ehthumbs.db", "desktop.ini", "Icon\r", "__MACOSX"};
    for (size_t i = 0; i < sizeof LITTER / sizeof *LITTER; i++)
        if (str_eq_fold(name, str_of(LITTER[i]))) return true;
    return str_starts(name, ".") || str_starts(name, "~$") || str_ends(name, ".tmp") ||
           str_ends(name, ".swp") || str_ends(name, ".lnk");
}

static void tell_folder(struct job *job, const char *folder, int why)
{
    struct str shown = *folder ? str_of(folder) : job->options->input;
    enum diag_code code = file_machine_fault(why) ? DIAG_FILE_FAILED : DIAG_FOLDER_UNREADABLE;
    if (why != ENOENT && why != ENOTDIR && why != ELOOP)
        diag_tell(job->diags, code, files_place(job, shown), str_of(strerror(why)));
}

bool files_ready(struct job *job)
{
    struct stat st;
    bool there = !stat(on_disk(job->scratch, job, (struct str){0}), &st);
    int why = there ? ENOTDIR : errno;
    if (there && S_ISDIR(st.st_mode)) return true;
    size_t told = job->diags->list.n;
    tell_folder(job, "", why);
    if (told == job->diags->list.n)
        diag_tell(job->diags, DIAG_INPUT_MISSING, ((struct place){0}), job->options->input);
    return false;
}

struct files_names files_list(struct job *job, const char *folder)
{
    VEC(struct str) names = {0};
    bool inside = true;
    const char *path = resolve(job, str_of(folder), &inside);
    struct file_names found = {0};
    if (path && !inside)
        diag_tell(job->diags, DIAG_FILE_OUTSIDE, files_place(job, str_of(folder)), str_of(folder));
    else if (!path || !file_list(job->keep, path, &found))
        tell_folder(job, folder, errno);
    for (size_t i = 0; i < found.n; i++)
        if (!is_litter(found.at[i])) VEC_ADD(job->keep, names, found.at[i]);
    return (struct files_names){names.at, names.n};
}

/* -- files ----------------------------------------------------------------------------------------------- */

static void tell_unread(struct job *job, struct place place, struct str name, int why, size_t most)
{
    struct str mega = str_fmt(job->scratch, "%zu", most >> 20);
    if (why == EISDIR)
        diag_tell(job->diags, DIAG_FILE_KIND, place, name);
    else if (why == EFBIG)
        diag_tell(job->diags, DIAG_FILE_BIG, place, mega);
    else if (why == EXDEV)
        diag_tell(job->diags, DIAG_FILE_OUTSIDE, place, name);
    else if (!file_machine_fault(why)) /* told where it was met */
        diag_tell(job->diags, DIAG_FILE_UNREADABLE, place, str_of(strerror(why)));
}

static int try_inside(struct job *job, struct arena *a, struct str path, size_t most, struct str *bytes)
{
    bool inside = false;
    const char *real = resolve(job, path, &inside);
    if (!real) return errno == ELOOP ? EXDEV : errno ? errno : EIO;
    if (!inside) return EXDEV;
    return file_read(a, real, most, bytes) ? 0 : errno ? errno : EIO;
}

/* 0, or why not: an errno, EXDEV for what leads out of the folder. */
static int read_inside(struct job *job, struct arena *a, struct str path, size_t most, struct str *bytes)
{
    int why = try_inside(job, a, path, most, bytes);
    if (file_machine_fault(why))
        diag_tell(job->diags, DIAG_FILE_FAILED, files_place(job, path), str_of(strerror(why)));
    return why;
}

bool files_read(struct job *job, struct arena *a, struct str path, size_t most, struct str *bytes)
{
    int why = read_inside(job, a, path, most, bytes);
    if (!why) return true;
    /* A link to nowhere is there, and cannot be read; a file that is not there is nobody's fault. */
    struct stat st;
    bool missing = (why == ENOENT || why == ENOTDIR) && lstat(on_disk(job->scratch, job, path), &st);
    if (!missing) tell_unread(job, files_place(job, path), path, why, most);
    return false;
}

const char *files_where(struct job *job, struct str path, uint64_t *size)
{
    bool inside = false;
    struct stat st = {0};
    const char *real = resolve(job, path, &inside);
    int why = 0;
    if (!real)
        why = errno == ELOOP ? EXDEV : errno ? errno : EIO;
    else if (!inside)
        why = EXDEV;
    else if (stat(real, &st))
        why = errno;
    else if (!S_ISREG(st.st_mode))
        why = EISDIR;
    if (why && diag_machine_fault(job->diags, path, why)) return NULL;
    if (why) return tell_unread(job, files_place(job, path), path, why, 0), NULL;
    *size = (uint64_t)st.st_size;
    return str_copy(job->keep, str_of(real)).s;
}

static bool has_size(const struct job *job, struct str path, size_t n)
{
    struct stat st;
    return look(job, path, &st) && S_ISREG(st.st_mode) && (uint64_t)st.st_size == n;
}

struct str files_same(struct job *job, const char *folder, struct str bytes)
{
    struct files_names names = files_list(job, folder);
    struct str found = {0};
    for (size_t i = 0; i < names.n && !found.n; i++) {
        struct arena_mark mark = arena_mark(job->scratch);
        struct str path = str_fmt(job->keep, "%s/%.*s", folder, STR_ARGS(names.at[i])), other;
        bool same = has_size(job, path, bytes.n) && !read_inside(job, job->scratch, path, bytes.n, &other);
        if (same && str_eq(other, bytes)) found = path;
        arena_reset(job->scratch, mark);
    }
    return found;
}

/* -- pictures -------------------------------------------------------------------------------------------- */

/* Without ./ and x/../ and //, so that one file has one path. */
static struct str tidy_path(struct arena *a, struct str path)
{
    struct buf b = BUF(a);
    struct str rest = path, step;
    while (str_cut(&rest, '/', &step)) {
        size_t last = b.n;
        while (last && b.s[last - 1] != '/') last--;
        bool up = str_is(step, "..") && b.n && !str_is(str_sub(buf_str(&b), last, b.n), "..");
        if (up) {
            b.n = last ? last - 1 : 0;
        } else if (step.n && !str_is(step, ".")) {
            if (b.n) buf_byte(&b, '/');
            buf_add(&b, step);
        }
    }
    return buf_str(&b);
}

/* A web page's and a Windows habit: %20 for a blank, ? behind the name, \ for /, a file:// or input/ in
 * front. */
static struct str plain_path(struct arena *a, struct str path, bool percent)
{
    struct buf b = BUF(a);
    if (str_starts(path, "file://")) path = str_sub(path, 7, path.n);
    size_t query = percent ? str_find(path, STR("?"), 0) : SIZE_MAX;
    if (query != SIZE_MAX && query) path = str_sub(path, 0, query);
    for (size_t i = 0; i < path.n; i++) {
        bool code = percent && path.s[i] == '%' && i + 2 < path.n && str_hex(path.s[i + 1]) >= 0 &&
                    str_hex(path.s[i + 2]) >= 0;
        if (code)
            buf_byte(&b, (char)(str_hex(path.s[i + 1]) * 16 + str_hex(path.s[i + 2])));
        else
            buf_byte(&b, path.s[i] == '\\' ? '/' : path.s[i]);
        if (code) i += 2;
    }
    struct str t = tidy_path(a, buf_str(&b));
    return str_starts(t, "input/") ? str_sub(t, 6, t.n) : t;
}

static size_t last_slash(struct str path)
{
    size_t at = path.n;
    while (at && path.s[at - 1] != '/') at--;
    return at; /* the byte after it */
}

/* The next letter of a name, small and without its accents; 0 at the end. What is an accent alone is passed
 * over: one program keeps é as one sign, another as two. */
static uint32_t next_folded(struct str name, size_t *at)
{
    while (*at < name.n) {
        uint32_t c = utf8_next(name, at);
        if (unicode_accent(c)) continue;
        c = unicode_bare(c);
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    return 0;
}

static bool same_name(struct str a, struct str b)
{
    size_t i = 0, j = 0;
    for (uint32_t c = 1; c;)
        if ((c = next_folded(a, &i)) != next_folded(b, &j)) return false;
    return true;
}

/* The one name in a folder that differs in capitals and accents only, or else the nearest; a path, or empty.
 * *same: it is such a one. */
static struct str look_in(struct job *job, struct str folder, struct str name, bool *same)
{
    struct str shown = str_copy(job->keep, folder), best = {0}, alike = {0};
    struct files_names names = files_list(job, shown.s);
    size_t limit = 3, n = 0;
    for (size_t i = 0; i < names.n; i++) {
        if (same_name(names.at[i], name)) alike = names.at[i], n++;
        size_t d = str_distance(names.at[i], name, limit);
        if (d > limit || (best.s && d == limit)) continue;
        best = names.at[i];
        limit = d;
    }
    *same = n == 1;
    if (n) best = alike;
    if (!best.s || !folder.n) return best;
    return str_fmt(job->keep, "%.*s/%.*s", STR_ARGS(folder), STR_ARGS(best));
}

/* A path that is meant from the folder that the note lies in. */
static struct str from_note(struct job *job, struct str path, struct place asked)
{
    struct str note = asked.source ? asked.source->path : (struct str){0};
    return tidy_path(job->keep, str_fmt(job->scratch, "%.*s%.*s",
                                        STR_ARGS(str_sub(note, 0, last_slash(note))), STR_ARGS(path)));
}

/* Beside the file that asks for it, or in one of the folders in photos/: by its very name. */
static struct str find_beside(struct job *job, struct str path, struct place asked, bool *same)
{
    struct str beside = from_note(job, path, asked);
    *same = files_is_there(job, beside) && !str_eq(beside, path);
    if (*same) return beside;
    struct files_names names = files_list(job, "photos");
    for (size_t i = 0; i < names.n; i++) {
        struct str within = str_fmt(job->keep, "photos/%.*s/%.*s", STR_ARGS(names.at[i]),
                                    STR_ARGS(str_sub(path, last_slash(path), path.n)));
        if ((*same = files_is_there(job, within))) return within;
    }
    return (struct str){0};
}

/* In its own folder, in that folder as the note sees it, in photos/. */
static struct str find_other(struct job *job, struct str path, struct place asked, bool *same)
{
    struct str name = str_sub(path, last_slash(path), path.n), near = {0};
    struct str places[] = {path, from_note(job, path, asked), STR("photos/")};
    for (size_t i = 0; i < sizeof places / sizeof *places && !*same; i++) {
        size_t at = last_slash(places[i]);
        struct str folder = str_sub(places[i], 0, at ? at - 1 : 0);
        bool inside = false;
        if (!resolve(job, folder, &inside) || !inside) continue;
        struct str found = look_in(job, folder, name, same);
        if (*same || !near.s) near = found;
    }
    return near;
}

static struct str tell_missing(struct job *job, struct str path, struct str near, struct place asked)
{
    if (near.n)
        diag_tell(job->diags, DIAG_PICTURE_MISSING_NEAR, asked, path, near);
    else
        diag_tell(job->diags, DIAG_PICTURE_MISSING, asked, path);
    return (struct str){0};
}

struct str files_picture(struct job *job, struct str path, struct place asked, size_t most, struct str *bytes)
{
    bool address = str_find(path, STR("://"), 0) != SIZE_MAX && !str_starts(path, "file://");
    if (address || str_starts(path, "data:"))
        return diag_tell(job->diags, DIAG_PICTURE_WEB, asked, {0}), (struct str){0};
    struct str used = plain_path(job->keep, path, false), near = {0};
    int why = read_inside(job, job->scratch, used, most, bytes);
    if (why == ENOENT) {
        used = plain_path(job->keep, path, true);
        why = read_inside(job, job->scratch, used, most, bytes);
    }
    if (why == ENOENT || why == ENOTDIR) {
        bool same = false;
        near = find_beside(job, used, asked, &same);
        if (!same) near = find_other(job, used, asked, &same);
        if (!same) return tell_missing(job, path, near, asked);
        why = read_inside(job, job->scratch, near, most, bytes);
        if (!why) diag_tell(job->diags, DIAG_PICTURE_NAME, asked, path, near);
        used = near;
    }
    if (!why) return used;
    tell_unread(job, asked, path, why, most);
    return (struct str){0};
}

bool files_ends(struct str name, const char *endings)
{
    struct str rest = str_of(endings), end;
    while (str_cut(&rest, ' ', &end))
        if (name.n > end.n && str_eq_fold(str_sub(name, name.n - end.n, name.n), end)) return true;
    return false;
}

struct str files_stem(struct str name)
{
    size_t n = name.n;
    while (n && name.s[n - 1] != '.') n--;
    return n > 1 ? str_sub(name, 0, n - 1) : name;
}
