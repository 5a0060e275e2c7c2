#include "app/changes.h"

#include "app/report_file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* -- since the last build -------------------------------------------------------------------------------- */

static const struct output *find(const struct output *all, size_t n, struct str name)
{
    for (size_t i = 0; i < n; i++)
        if (str_eq(all[i].name, name)) return &all[i];
    return NULL;
}

/* Its bytes stay as long as it is open, whatever takes its name. */
static bool open_edition(struct job *job, const struct work *w, const struct changes_files *files,
                         struct changes_edition *e)
{
    struct str name = str_fmt(job->keep, "%.*s.pdf", STR_ARGS(w->wanted.name));
    if (strcmp(compose_family(&w->wanted), "report") != 0) return false;
    const struct output *made = find(files->made, files->nmade, name);
    const struct output *old = find(files->old, files->nold, name);
    if (!made || !old) return false;
    *e = (struct changes_edition){name, w->sections, made->digits, old->digits, -1};
    if (str_eq(old->digits, made->digits)) return true;
    e->old = open(str_fmt(job->scratch, "%.*s/%.*s", STR_ARGS(job->options->output), STR_ARGS(name)).s,
                  O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    return e->old >= 0;
}

struct changes_list changes_since(struct job *job, const struct work *works, size_t n,
                                  const struct changes_files *files)
{
    struct changes_list list = {ARENA_MANY(job->keep, struct changes_edition, n + 1), 0};
    bool both = false;
    for (size_t i = 0; i < n && !both; i++) {
        both = str_is(works[i].wanted.name, "report");
        list.n += open_edition(job, &works[i], files, &list.at[list.n]);
    }
    return list;
}

void changes_close(struct changes_list *list)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->at[i].old >= 0) close(list->at[i].old);
    list->n = 0;
}

static struct memo_key key_of(struct str digits)
{
    struct memo_key key = memo_begin(MEMO_SECTIONS);
    memo_add(&key, digits);
    return key;
}

/* As a build of the same watch wrote it; else from the file. */
static bool read_file(struct job *job, struct str digits, const char *path, struct section_list *list)
{
    struct str kept;
    if (memo_find(job->memo, key_of(digits), &kept)) return section_list_read(job->keep, kept, list);
    return report_file_sections(job, path, list);
}

/* The list that the new one carries. */
static bool read_new(struct job *job, const struct changes_edition *e, struct section_list *now)
{
    const char *path =
        str_fmt(job->scratch, "%.*s/%.*s", STR_ARGS(job->options->output), STR_ARGS(e->name)).s;
    if (!e->sections.n) return read_file(job, e->digits, path, now);
    memo_keep(job->memo, key_of(e->digits), e->sections);
    return section_list_read(job->keep, e->sections, now);
}

/* That the old one carries no list is no fault of this build. */
static bool read_edition(struct job *job, const struct changes_edition *e, struct section_diff *diff)
{
    struct section_list was, now;
    struct job of_old = *job;
    of_old.diags = diags_new(job->scratch);
    if (!read_new(&of_old, e, &now)) return false;
    const char *path = str_fmt(job->scratch, "/proc/self/fd/%d", e->old).s;
    if (e->old < 0)
        was = now;
    else if (!read_file(&of_old, e->old_digits, path, &was))
        return false;
    *diff = section_diff_of(job->keep, was, now);
    return true;
}

static void put_sum(struct buf *b, const struct section_diff *d, enum lang lang)
{
    static const char *const AFTER[LANG_N] = {"៖ ", ": "};
    buf_put(b, AFTER[lang]);
    section_diff_sum(b, d, lang);
    buf_byte(b, '\n');
}

struct str changes_text(struct job *job, const struct changes_list *list, enum lang lang)
{
    struct buf b = BUF(job->keep);
    struct section_diff diff;
    for (size_t i = 0; i < list->n; i++) {
        if (!read_edition(job, &list->at[i], &diff)) continue;
        buf_add(&b, list->at[i].name);
        put_sum(&b, &diff, lang);
    }
    return buf_str(&b);
}

/* -- between two ----------------------------------------------------------------------------------------- */

struct changes_side {
    const char *path;
    enum report_file_kind kind;
};

/* The edition's file on one side; NULL where there is none. A file is any edition. */
static const char *file_of(struct job *job, const struct changes_side *side, const char *edition)
{
    if (side->kind == REPORT_FILE_FILE) return side->path;
    const char *path = str_fmt(job->keep, "%s/%s", side->path, edition).s;
    return report_file_look(path) == REPORT_FILE_FILE ? path : NULL;
}

static bool holds_report(struct job *job, const struct changes_side *side)
{
    for (int i = 0; i < REPORT_FILES_N; i++)
        if (side->kind != REPORT_FILE_NONE && file_of(job, side, REPORT_FILES[i])) return true;
    diag_tell(job->diags, side->kind == REPORT_FILE_NONE ? DIAG_REPORT_UNREAD : DIAG_REPORT_NONE,
              (struct place){0}, str_of(side->path), str_of(strerror(ENOENT)));
    return false;
}

static bool put_between(struct job *job, const char *was, const char *now, struct buf *b)
{
    struct section_list older, newer;
    bool good = report_file_sections(job, was, &older);
    if (!report_file_sections(job, now, &newer) || !good) return false;
    struct section_diff d = section_diff_of(job->keep, older, newer);
    buf_fmt(b, "%s → %s", was, now);
    put_sum(b, &d, job->options->lang);
    section_diff_lines(b, &d, job->options->lang);
    return true;
}

/* The edition that a file's name tells; NULL: it tells none. */
static const char *edition_of(const struct changes_side *side)
{
    const char *slash = strrchr(side->path, '/'), *name = slash ? slash + 1 : side->path;
    for (int k = 0; k < REPORT_FILES_N && side->kind == REPORT_FILE_FILE; k++)
        if (!strcmp(name, REPORT_FILES[k])) return REPORT_FILES[k];
    return NULL;
}

struct changes_pair {
    const char *was, *now;
};

/* The files that stand for each other: of two folders the editions that both hold, the one in both languages
 * alone where it is among them; of a file and a folder, the edition that the file is. */
static size_t find_pairs(struct job *job, const struct changes_side sides[2],
                         struct changes_pair pairs[REPORT_FILES_N])
{
    bool folders = sides[0].kind == sides[1].kind && sides[0].kind == REPORT_FILE_FOLDER;
    const char *meant = edition_of(&sides[sides[0].kind == REPORT_FILE_FOLDER]);
    size_t n = 0;
    for (int i = 0; i < REPORT_FILES_N; i++) {
        struct changes_pair pair = {file_of(job, &sides[0], REPORT_FILES[i]),
                                    file_of(job, &sides[1], REPORT_FILES[i])};
        bool is_other = !folders && meant && strcmp(meant, REPORT_FILES[i]) != 0;
        if (!pair.was || !pair.now || is_other) continue;
        pairs[n++] = pair;
        if (!folders || !i) break;
    }
    return n;
}

bool changes_between(struct job *job, const char *was, const char *now, struct str *text)
{
    struct changes_side sides[] = {{was, report_file_look(was)}, {now, report_file_look(now)}};
    struct changes_pair pairs[REPORT_FILES_N];
    struct buf b = BUF(job->keep);
    bool good = holds_report(job, &sides[0]);
    if (!holds_report(job, &sides[1]) || !good) return false;
    size_t n = find_pairs(job, sides, pairs);
    for (size_t i = 0; i < n; i++)
        if (!put_between(job, pairs[i].was, pairs[i].now, &b)) return false;
    *text = buf_str(&b);
    if (!n) diag_tell(job->diags, DIAG_REPORT_APART, (struct place){0}, str_of(was), str_of(now));
    return n;
}
