#include "app/catalogue.h"

#include "app/replace.h"
#include "app/report_file.h"
#include "base/file.h"
#include "publish/catalogue_page.h"
#include "publish/manifest.h"
#include "publish/report_names.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

static bool tell(struct job *job, enum diag_code code, const char *path, const char *more)
{
    diag_tell(job->diags, code, (struct place){0}, str_of(path), str_of(more));
    return false;
}

/* -- links ----------------------------------------------------------------------------------------------- */

/* Absolute, without links in it, with a stroke at its end; NULL with errno. */
static const char *true_path(struct job *job, const char *path)
{
    char *found = realpath(path, NULL);
    const char *kept = NULL;
    if (found) kept = str_fmt(job->keep, "%s%s", found, found[1] ? "/" : "").s;
    free(found);
    return kept;
}

/* The folder that a file lies in, or will. */
static const char *folder_of(struct job *job, const char *file)
{
    const char *slash = file ? strrchr(file, '/') : NULL;
    if (!slash) return ".";
    return slash == file ? "/" : str_copy(job->keep, (struct str){file, (size_t)(slash - file)}).s;
}

/* As an address: no sign in it means more than itself (RFC 3986, 2.3). */
static void put_address(struct buf *b, const char *path)
{
    for (; *path; path++) {
        unsigned char c = (unsigned char)*path;
        bool plain = str_low(*path) >= 'a' && str_low(*path) <= 'z';
        if (plain || (c >= '0' && c <= '9') || strchr("/-._~", c))
            buf_byte(b, *path);
        else
            buf_fmt(b, "%%%02X", c);
    }
}

/* From one folder to another: "../b/"; empty: the same. Both as true_path gives them. */
static struct str way(struct arena *a, const char *from, const char *to)
{
    struct buf b = BUF(a);
    size_t shared = 0;
    for (size_t i = 0; from[i] && from[i] == to[i]; i++)
        if (from[i] == '/') shared = i + 1;
    for (const char *up = from + shared; *up; up++)
        if (*up == '/') buf_put(&b, "../");
    put_address(&b, to + shared);
    return buf_str(&b);
}

/* -- what the folders hold ------------------------------------------------------------------------------- */

struct catalogue_reading {
    struct job *job;
    const char *page; /* the folder that the page will lie in */
    struct catalogue_page_event *events;
    const char **paths; /* of each, as true_path gives it */
    size_t n;
};

static bool add_file(struct job *job, const char *folder, const char *name, struct output *files, size_t *n)
{
    struct stat st;
    if (lstat(str_fmt(job->scratch, "%s/%s", folder, name).s, &st) || !S_ISREG(st.st_mode)) return false;
    files[(*n)++] = (struct output){.name = str_of(name), .size = (uint64_t)st.st_size};
    return true;
}

/* Each PDF tells its own pages; the event is told by the first. */
static bool read_reports(struct job *job, const char *folder, struct catalogue_page_event *event)
{
    size_t n, nreports = 0;
    const struct report_name *names = report_names(false, &n);
    struct output *files = ARENA_MANY(job->keep, struct output, n + 1);
    event->files = files;
    for (size_t i = 0; i < n; i++) {
        struct event_facts facts;
        if (!add_file(job, folder, names[i].name, files, &event->nfiles) ||
            !str_ends(str_of(names[i].name), ".pdf"))
            continue;
        const char *path = str_fmt(job->scratch, "%s/%s", folder, names[i].name).s;
        if (!report_file_facts(job, path, &facts)) return false;
        files[event->nfiles - 1].pages = facts.pages;
        if (!nreports++) event->facts = facts;
    }
    add_file(job, folder, "index.html", files, &event->nfiles);
    return nreports || tell(job, DIAG_REPORT_NONE, folder, "");
}

/* What its manifest names, if only in part, is there: nobody else's folder has one. */
static bool is_ours(struct job *job, const char *folder)
{
    struct manifest m;
    if (report_file_look(folder) == REPORT_FILE_NONE)
        return tell(job, DIAG_REPORT_UNREAD, folder, strerror(errno));
    bool ours = manifest_read(job, folder, &m) == MANIFEST_OURS && m.n;
    return ours || tell(job, DIAG_CATALOGUE_OTHERS, folder, "");
}

static bool is_listed(const struct catalogue_reading *r, const char *path)
{
    for (size_t i = 0; i < r->n; i++)
        if (!strcmp(r->paths[i], path)) return true;
    return false;
}

/* False, told. A folder that is named twice is listed once. */
static bool add_folder(struct catalogue_reading *r, const char *folder)
{
    struct catalogue_page_event *event = &r->events[r->n];
    if (!is_ours(r->job, folder)) return false;
    const char *path = true_path(r->job, folder);
    if (!path) return tell(r->job, DIAG_REPORT_UNREAD, folder, strerror(errno));
    if (is_listed(r, path)) return true;
    *event = (struct catalogue_page_event){.link = way(r->job->keep, r->page, path), .order = r->n};
    if (!read_reports(r->job, folder, event)) return false;
    r->paths[r->n++] = path;
    return true;
}

/* Newest first, those without a date last, else as they were named. */
static int by_date(const void *left, const void *right)
{
    const struct catalogue_page_event *a = left, *b = right;
    int c = str_cmp(b->facts.begins, a->facts.begins);
    return c ? c : (a->order > b->order) - (a->order < b->order);
}

bool catalogue_make(struct job *job, const char *const *folders, size_t n, const char *file, struct str *page)
{
    const char *folder = folder_of(job, file);
    struct catalogue_reading r = {.job = job, .page = true_path(job, folder)};
    if (!r.page) return tell(job, DIAG_OUT_WRITE, folder, strerror(errno));
    r.events = ARENA_MANY(job->keep, struct catalogue_page_event, n + 1);
    r.paths = ARENA_MANY(job->keep, const char *, n + 1);
    bool good = true;
    for (size_t i = 0; i < n; i++) good = add_folder(&r, folders[i]) && good;
    if (r.n) qsort(r.events, r.n, sizeof *r.events, by_date);
    if (good) *page = catalogue_page(job->keep, r.events, r.n);
    return good;
}

/* -- the file -------------------------------------------------------------------------------------------- */

enum { PAGE_MOST = 1 << 26 };

/* Nothing is there, or such a page. */
static bool may_write(struct job *job, const char *file)
{
    struct stat st;
    struct str old;
    if (lstat(file, &st)) return errno == ENOENT || tell(job, DIAG_OUT_WRITE, file, strerror(errno));
    bool is_page = S_ISREG(st.st_mode) && file_read(job->scratch, file, PAGE_MOST, &old) &&
                   str_find(old, STR(CATALOGUE_PAGE_MARK), 0) != SIZE_MAX;
    return is_page || tell(job, DIAG_CATALOGUE_TAKEN, file, "");
}

bool catalogue_write(struct job *job, const char *file, struct str page)
{
    return may_write(job, file) && replace_file(job, file, page);
}
