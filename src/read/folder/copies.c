#include "read/folder/copies.h"

#include "base/map.h"

enum { FILE_MOST = 100 << 20 };

/* -- names ----------------------------------------------------------------------------------------------- */

/* Behind the name, before an ending or at the end; # stands for a number. */
static const char *const MARKS[] = {" - Copy (#)", " - Copy",   " (#)",  " copy #",
                                    " copy",       "_copy",     "-copy", " - ច្បាប់ចម្លង (#)",
                                    " - ច្បាប់ចម្លង", " ច្បាប់ចម្លង", "(#)"};
static const char *const BEFORE[] = {"Copy of ", "Copy_of_", "ច្បាប់ចម្លងនៃ ", "ច្បាប់ចម្លង "};
static const char *const ENDS[] = {"~", ".bak", ".BAK", ".orig", ".old"};

/* How many bytes of the text at a place a mark takes; 0: it does not stand there. */
static size_t mark_at(struct str s, size_t at, const char *mark)
{
    size_t from = at;
    for (; *mark; mark++) {
        size_t digits = 0;
        if (*mark == '#') {
            while (at < s.n && digits < 2 && s.s[at] >= '0' && s.s[at] <= '9') at++, digits++;
            if (!digits) return 0;
        } else if (at >= s.n || !str_eq_fold(str_sub(s, at, at + 1), (struct str){mark, 1})) {
            return 0;
        } else {
            at++;
        }
    }
    return at - from;
}

static struct str less_mark(struct arena *a, struct str name)
{
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        for (size_t at = 1; at < name.n; at++) {
            size_t n = mark_at(name, at, MARKS[i]);
            if (!n || (at + n < name.n && name.s[at + n] != '.')) continue;
            return str_fmt(a, "%.*s%.*s", (int)at, name.s, STR_ARGS(str_sub(name, at + n, name.n)));
        }
    return (struct str){0};
}

struct str copies_original(struct arena *a, struct str name)
{
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++) {
        struct str word = str_of(BEFORE[i]);
        if (name.n > word.n && str_eq_fold(str_sub(name, 0, word.n), word))
            return str_sub(name, word.n, name.n);
    }
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (name.n > strlen(ENDS[i]) && str_ends(name, ENDS[i]))
            return str_sub(name, 0, name.n - strlen(ENDS[i]));
    return less_mark(a, name);
}

struct str copies_find(struct job *job, const struct files_names *names, struct str name)
{
    struct str original = copies_original(job->scratch, name);
    for (size_t i = 0; i < names->n && original.n; i++)
        if (str_eq_fold(names->at[i], original)) return names->at[i];
    return (struct str){0};
}

/* -- bytes ----------------------------------------------------------------------------------------------- */

static const char PICTURES[] = ".jpg .jpeg .png .svg .heic .webp .gif";

static bool is_same(struct job *job, struct str x, struct str y)
{
    struct str a, b;
    return files_read(job, job->scratch, x, FILE_MOST, &a) &&
           files_read(job, job->scratch, y, FILE_MOST, &b) && str_eq(a, b);
}

bool copies_tell(struct job *job, struct str copy, struct str original)
{
    struct arena_mark mark = arena_mark(job->scratch);
    bool same = is_same(job, copy, original);
    arena_reset(job->scratch, mark);
    if (!same && files_ends(copy, PICTURES)) return false;
    diag_tell(job->diags, same ? DIAG_FILE_COPY : DIAG_FILE_COPY_CHANGED, files_place(job, copy), original);
    return true;
}

/* More than a first row. */
static bool has_rows(struct str bytes)
{
    size_t lines = 0;
    struct str line;
    while (str_cut(&bytes, '\n', &line)) lines += str_trim(line).n > 0;
    return lines > 1;
}

struct files_names copies_drop(struct job *job, struct files_names files)
{
    struct map seen = MAP(job->keep);
    size_t kept = 0;
    for (size_t i = 0; i < files.n; i++) {
        struct arena_mark mark = arena_mark(job->scratch);
        struct str bytes = {0};
        bool rows = files_read(job, job->scratch, files.at[i], FILE_MOST, &bytes) && has_rows(bytes);
        uint64_t key = rows ? str_hash(bytes) : 0;
        arena_reset(job->scratch, mark);
        size_t before = rows ? map_number(&seen, key) : 0;
        if (before && is_same(job, files.at[i], files.at[before - 1])) {
            diag_tell(job->diags, DIAG_FILE_COPY, files_place(job, files.at[i]), files.at[before - 1]);
            continue;
        }
        files.at[kept++] = files.at[i];
        if (rows && !before) map_put_number(&seen, key, kept);
    }
    files.n = kept;
    return files;
}
