#include "read/office/spreadsheet.h"

#include "read/format/known_name.h"
#include "read/office/ods.h"
#include "read/office/worksheet.h"

enum { BLANK_MOST = 20 }; /* sheets that are looked into for one that holds anything */

struct spreadsheet { /* one of the two is there */
    struct job *job;
    struct workbook *book;
    struct ods *ods;
    struct sheet_list list;
    size_t visible;
};

bool spreadsheet_is(struct str bytes)
{
    return str_starts(bytes, "PK\3\4") || archive_is_locked(bytes);
}

/* -- which sheet ----------------------------------------------------------------------------------------- */

static struct str stem_of(struct str path)
{
    size_t from = path.n, to = path.n;
    while (from && path.s[from - 1] != '/') from--;
    while (to > from && path.s[to - 1] != '.') to--;
    return str_sub(path, from, to > from ? to - 1 : path.n);
}

/* "Evaluation" is the sheet of evaluation.xlsx and of evaluation-day1.xlsx. */
static bool is_named(struct str sheet, struct str stem)
{
    bool part = sheet.n >= 3 && sheet.n < stem.n && memchr(".-_ (", stem.s[sheet.n], 5);
    return known_name_same(sheet, stem) || (part && known_name_same(sheet, str_sub(stem, 0, sheet.n)));
}

static struct sheet_grid *read_sheet(struct spreadsheet *s, size_t which)
{
    const struct sheet_entry *e = &s->list.all.at[which];
    struct sheet_grid *to = sheet_new(s->job, e->name);
    bool good = s->book ? worksheet_read(s->book, e->part, to) : ods_read(s->ods, which, to);
    return good ? to : NULL;
}

/* Hidden ones only where all are. */
static bool is_shown(const struct spreadsheet *s, size_t which)
{
    return !s->visible || !s->list.all.at[which].hidden;
}

/* The one of that name, else the first that holds anything, else the first; NULL, told: what was read is not
 * whole. */
static struct sheet_grid *choose(struct spreadsheet *s, struct str stem)
{
    struct sheet_grid *first = NULL;
    for (size_t i = 0; i < s->list.all.n; i++)
        if (is_shown(s, i) && is_named(s->list.all.at[i].name, stem)) return read_sheet(s, i);
    for (size_t i = 0, tried = 0; i < s->list.all.n && tried < BLANK_MOST; i++) {
        struct sheet_grid *one = is_shown(s, i) ? read_sheet(s, i) : NULL;
        if (is_shown(s, i) && (!one || one->cells.n)) return one;
        if (!first) first = one;
        tried += is_shown(s, i);
    }
    return first;
}

static void tell_choice(const struct spreadsheet *s, struct place place, const struct sheet_grid *chosen)
{
    struct arena *a = s->job->scratch;
    size_t n = s->list.all.n, hidden = n - s->visible;
    if (s->visible > 1)
        diag_tell(s->job->diags, DIAG_SHEET_CHOSEN, place, str_fmt(a, "%zu", s->visible), chosen->name);
    if (s->visible && hidden) diag_tell(s->job->diags, DIAG_SHEET_HIDDEN, place, str_fmt(a, "%zu", hidden));
}

/* -- the file -------------------------------------------------------------------------------------------- */

static bool open_workbook(struct spreadsheet *s, struct archive *archive)
{
    if (archive_has(archive, STR("content.xml")))
        s->ods = ods_open(s->job, archive, &s->list);
    else
        s->book = workbook_open(s->job, archive, &s->list);
    for (size_t i = 0; i < s->list.all.n; i++) s->visible += !s->list.all.at[i].hidden;
    if (!s->ods && !s->book) return false;
    if (!s->list.all.n) diag_tell(s->job->diags, DIAG_SHEET_NONE, archive_place(archive), {0});
    return s->list.all.n > 0;
}

static const struct source *read_archive(struct job *job, struct archive *archive, struct str path)
{
    struct spreadsheet s = {.job = job};
    if (!open_workbook(&s, archive)) return NULL;
    struct sheet_grid *chosen = choose(&s, stem_of(path));
    if (!chosen) return NULL;
    tell_choice(&s, archive_place(archive), chosen);
    return sheet_source(chosen, path);
}

const struct source *spreadsheet_source(struct job *job, struct str path, struct str bytes)
{
    struct archive *archive = archive_open(job, path, bytes);
    if (!archive) return NULL;
    struct arena_mark mark = arena_mark(job->scratch);
    const struct source *source = read_archive(job, archive, path);
    archive_close(archive);
    arena_reset(job->scratch, mark);
    return source;
}
