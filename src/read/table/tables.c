#include "read/table/tables.h"

#include "khmer/number.h"
#include "khmer/spelling_order.h"
#include "read/format/image.h"
#include "read/format/known_name.h"
#include "read/format/session_id.h"

#include <stdlib.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))
enum { DAYS_MOST = 99 };

/* -- what must not stand twice --------------------------------------------------------------------------- */

static int by_id(const void *left, const void *right)
{
    const struct tables_id *a = left, *b = right;
    int c = str_cmp(a->id, b->id);
    if (!c && a->place.source != b->place.source) c = str_cmp(a->place.source->path, b->place.source->path);
    return c ? c : (a->place.offset > b->place.offset) - (a->place.offset < b->place.offset);
}

void tables_twice(struct job *job, struct tables_id *ids, size_t n, enum diag_code code)
{
    if (n) qsort(ids, n, sizeof *ids, by_id);
    for (size_t i = 1; i < n; i++)
        if (ids[i].id.n && str_eq(ids[i - 1].id, ids[i].id))
            diag_tell(job->diags, code, ids[i].place, ids[i].typed.n ? ids[i].typed : ids[i].id);
}

/* -- organizations --------------------------------------------------------------------------------------- */

bool tables_organizations(struct job *job, const struct source *source, struct corpus *c)
{
    static const struct column_name NAMES[] = {{"acronym", 0, {0}},
                                               {"name_en", 1, {.named = true}},
                                               {"name_km", 1, {.named = true}},
                                               {"logo", 0, {.kind = COLUMN_FILE}}};
    struct columns t = columns_read(job, source, NAMES, COUNT(NAMES));
    struct tables_id *ids = ARENA_MANY(job->scratch, struct tables_id, t.n);
    c->organizations = ARENA_MANY(job->keep, struct organization, t.n);
    for (size_t i = 0; i < t.n; i++) {
        const struct csv_row *row = &t.rows[i];
        if (!columns_entry(row)) continue;
        struct csv_cell logo = columns_cell(&t, row, 3), acronym = columns_cell(&t, row, 0);
        struct organization *o = &c->organizations[c->norganizations];
        *o = (struct organization){
            .place = row->place, .acronym = acronym.text, .name = columns_bi(&t, row, 1, 2)};
        if (logo.text.n) o->logo = image_read(job, logo.text, logo.place);
        if (bi_empty(o->name)) diag_tell(job->diags, DIAG_VALUE_MISSING, row->place, STR("name_en"));
        ids[c->norganizations++] =
            (struct tables_id){spelling_order_fold(job->scratch, acronym.text), acronym.place, acronym.text};
    }
    tables_twice(job, ids, c->norganizations, DIAG_ID_TWICE);
    return t.wide > 0;
}

/* -- programme ------------------------------------------------------------------------------------------- */

enum {
    DAY,
    START,
    END,
    SESSION,
    TYPE,
    TITLE_EN,
    TITLE_KM,
    SPEAKERS_EN,
    SPEAKERS_KM,
    CHAIR,
    RAPPORTEUR,
    ROOM
};

/* A number, or one with "day" before it. */
static bool day_number(struct str text, long *day)
{
    static const char *const WORDS[] = {"day", "ថ្ងៃទី", "ថ្ងៃ", "d"};
    bool good = number_read(text, day);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS && !good; i++) {
        struct str word = str_of(WORDS[i]);
        good = str_eq_fold(str_sub(text, 0, word.n), word) &&
               number_read(str_trim(str_sub(text, word.n, text.n)), day);
    }
    return good && *day >= 1 && *day <= DAYS_MOST;
}

/* A day, or one of the event's dates; an empty cell: as in the row above. */
static int read_day(struct job *job, const struct event *e, struct csv_cell cell, int before)
{
    struct date d = {0};
    long day;
    if (day_number(cell.text, &day)) return (int)day;
    bool dated =
        date_read(cell.text, &d.year, &d.month, &d.day) || date_serial(cell.text, &d.year, &d.month, &d.day);
    for (size_t i = 0; dated && i < e->ndates && i < DAYS_MOST; i++)
        if (!memcmp(&d, &e->dates[i], sizeof d)) return (int)i + 1;
    if (cell.text.n) diag_tell(job->diags, DIAG_PROGRAMME_DAY, cell.place, {0});
    return before;
}

/* 1-02 that a spreadsheet has made 2-Jan of is told apart: the row's own day says what was meant. */
static void tell_id(struct job *job, const struct session *s, struct csv_cell cell, struct str starts)
{
    struct str ids[2];
    session_id_dated(job->scratch, s->id, ids);
    for (int i = 0; i < 2; i++)
        if (str_starts(ids[i], starts.s)) {
            diag_tell(job->diags, DIAG_SESSION_DATE, cell.place, ids[i]);
            return;
        }
    diag_tell(job->diags, DIAG_SESSION_ID, cell.place, {0});
}

static void check_id(struct job *job, const struct session *s, struct csv_cell cell)
{
    size_t used = 0;
    struct str id = session_id_read(job->scratch, s->id, &used), day = number_latin(job->scratch, s->day);
    if (!s->id.n && s->type != SESSION_BREAK)
        diag_tell(job->diags, DIAG_VALUE_MISSING, cell.place, STR("session"));
    if (!s->id.n) return;
    struct str starts = str_fmt(job->scratch, "d%ds", s->day);
    if (!id.n || used != s->id.n)
        tell_id(job, s, cell, starts);
    else if (!str_starts(id, starts.s))
        diag_tell(job->diags, DIAG_SESSION_DAY, cell.place, s->id, day);
}

static const char *const TYPES[] = {"talk", "opening", "panel", "discussion", "visit", "break", "closing"};

static bool is_type(const void *of, struct str text)
{
    (void)of;
    for (size_t i = 0; i < COUNT(TYPES); i++)
        if (known_name_same(text, str_of(TYPES[i]))) return true;
    return false;
}

static bool is_day_cell(const void *of, struct str text)
{
    long day;
    int y, m, d;
    (void)of;
    return day_number(text, &day) || date_read(text, &y, &m, &d) || date_serial(text, &y, &m, &d);
}

/* Both times may stand in one cell: 08:00-09:00. */
static void read_times(struct job *job, const struct columns *t, const struct csv_row *row, struct session *s)
{
    struct csv_cell start = columns_cell(t, row, START), end = columns_cell(t, row, END);
    if (!end.text.n && clock_range(start.text, &s->start, &s->end)) return;
    s->start = cell_value_clock(job, start);
    s->end = cell_value_clock(job, end);
}

static struct session read_session(struct job *job, const struct event *e, const struct columns *t,
                                   const struct csv_row *row, int day)
{
    struct csv_cell id = columns_cell(t, row, SESSION);
    struct session s = {.place = row->place,
                        .day = read_day(job, e, columns_cell(t, row, DAY), day),
                        .id = session_id_cell(job->keep, id.text),
                        .title = columns_bi(t, row, TITLE_EN, TITLE_KM),
                        .speakers = columns_bi(t, row, SPEAKERS_EN, SPEAKERS_KM),
                        .chair = columns_cell(t, row, CHAIR).text,
                        .rapporteur = columns_cell(t, row, RAPPORTEUR).text,
                        .room = columns_cell(t, row, ROOM).text};
    read_times(job, t, row, &s);
    s.type = (enum session_type)cell_value_word(job, columns_cell(t, row, TYPE), TYPES, COUNT(TYPES));
    s.type_told = is_type(NULL, columns_cell(t, row, TYPE).text);
    check_id(job, &s, id);
    if (bi_empty(s.title)) diag_tell(job->diags, DIAG_VALUE_MISSING, row->place, STR("title_en"));
    if (s.start >= 0 && s.end >= 0 && s.end < s.start)
        diag_tell(job->diags, DIAG_SESSION_BACKWARDS, columns_cell(t, row, END).place, {0});
    return s;
}

struct timed { /* a session, and when it comes; without a time, with the row above */
    struct session session;
    int start;
};

static int by_time(const void *left, const void *right)
{
    const struct timed *a = left, *b = right;
    if (a->session.day != b->session.day) return a->session.day < b->session.day ? -1 : 1;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    uint32_t x = a->session.place.offset, y = b->session.place.offset;
    return (x > y) - (x < y);
}

static void keep_sessions(struct job *job, struct corpus *c, struct timed *rows, size_t n)
{
    struct tables_id *ids = ARENA_MANY(job->scratch, struct tables_id, n);
    for (size_t i = 0; i < n; i++)
        ids[i] = (struct tables_id){.id = rows[i].session.id, .place = rows[i].session.place};
    tables_twice(job, ids, n, DIAG_ID_TWICE);
    if (n) qsort(rows, n, sizeof *rows, by_time);
    c->sessions = ARENA_MANY(job->keep, struct session, n);
    for (size_t i = 0; i < n; i++) c->sessions[i] = rows[i].session;
    c->nsessions = n;
    c->ndays = n ? c->sessions[n - 1].day : 0;
}

/* Parts of a day in a whole column, of which one at least is no time as people write it: a spreadsheet's. */
static bool holds_serials(const struct columns *t, size_t at)
{
    bool sure = false;
    for (size_t i = 0; i < t->n; i++) {
        const struct csv_row *row = &t->rows[i];
        struct str text = columns_entry(row) && at < row->n ? row->cells[at].text : (struct str){0};
        if (!text.n) continue;
        if (clock_serial(text) < 0) return false;
        sure |= clock_read(text) < 0;
    }
    return sure;
}

static void read_serials(struct job *job, struct columns *t, size_t column)
{
    size_t at = t->at[column];
    if (at == SIZE_MAX || !holds_serials(t, at)) return;
    for (size_t i = 0; i < t->n; i++) {
        struct csv_row *row = &t->rows[i];
        struct csv_cell *cell = columns_entry(row) && at < row->n ? &row->cells[at] : NULL;
        if (cell && cell->text.n) cell->text = clock_write(job->keep, clock_serial(cell->text), LANG_NONE);
    }
}

/* "Day 2" above the rows of that day. */
static bool is_day_alone(const struct columns *t, const struct csv_row *row)
{
    size_t filled = 0;
    for (size_t i = 0; i < row->n; i++) filled += row->cells[i].text.n > 0;
    struct str day = columns_cell(t, row, DAY).text;
    return filled == 1 && day.n && is_day_cell(NULL, day);
}

bool tables_programme(struct job *job, const struct source *source, struct corpus *c)
{
    static const struct column_name NAMES[] = {[DAY] = {"day", 2, {.kind = COLUMN_OWN, .fits = is_day_cell}},
                                               [START] = {"start", 0, {.kind = COLUMN_TIME}},
                                               [END] = {"end", 0, {.kind = COLUMN_TIME}},
                                               [SESSION] = {"session", 0, {.kind = COLUMN_SESSION}},
                                               [TYPE] = {"type", 0, {.kind = COLUMN_OWN, .fits = is_type}},
                                               [TITLE_EN] = {"title_en", 1, {0}},
                                               [TITLE_KM] = {"title_km", 1, {0}},
                                               [SPEAKERS_EN] = {"speakers_en", 0, {0}},
                                               [SPEAKERS_KM] = {"speakers_km", 0, {0}},
                                               [CHAIR] = {"chair", 0, {0}},
                                               [RAPPORTEUR] = {"rapporteur", 0, {0}},
                                               [ROOM] = {"room", 0, {0}}};
    struct columns t = columns_read(job, source, NAMES, COUNT(NAMES));
    struct timed *rows = ARENA_MANY(job->scratch, struct timed, t.n);
    read_serials(job, &t, START);
    read_serials(job, &t, END);
    size_t n = 0;
    int day = 1;
    for (size_t i = 0; i < t.n; i++) {
        if (!columns_entry(&t.rows[i])) continue;
        if (is_day_alone(&t, &t.rows[i])) {
            day = read_day(job, &c->event, columns_cell(&t, &t.rows[i], DAY), day);
            continue;
        }
        const struct timed *last = n ? &rows[n - 1] : NULL;
        size_t told = job->diags->list.n;
        struct session s = read_session(job, &c->event, &t, &t.rows[i], day);
        day = s.day;
        columns_settle(job, &t.rows[i], told);
        bool follows = last && last->session.day == s.day;
        rows[n++] = (struct timed){s, s.start >= 0 ? s.start : follows ? last->start : -1};
    }
    keep_sessions(job, c, rows, n);
    return t.wide > 0;
}

static struct str dated_session(struct job *job, const struct corpus *c, struct str text)
{
    struct str ids[2];
    session_id_dated(job->keep, text, ids);
    for (int i = 0; i < 2; i++)
        if (ids[i].n && corpus_session(c, ids[i])) return ids[i];
    return (struct str){0};
}

/* d1s, of d1s02. */
static struct str day_of(struct str id)
{
    size_t at = 0;
    while (at < id.n && id.s[at] != 's') at++;
    return str_sub(id, 0, at + 1);
}

/* On the same day: what was said of one day is no slip for another. */
struct str tables_session_near(struct job *job, const struct corpus *c, struct str id)
{
    struct str near = dated_session(job, c, id), day = day_of(id);
    for (size_t i = 0; i < c->nsessions && !near.n; i++)
        if (str_eq(day_of(c->sessions[i].id), day) && str_distance(id, c->sessions[i].id, 1) <= 1)
            near = c->sessions[i].id;
    return near;
}

struct str tables_session(struct job *job, const struct corpus *c, struct csv_cell cell)
{
    struct str id = session_id_cell(job->keep, cell.text);
    if (!id.n || !c->nsessions || corpus_session(c, id)) return id;
    struct str near = tables_session_near(job, c, id);
    if (near.n)
        diag_tell(job->diags, DIAG_SESSION_UNKNOWN_NEAR, cell.place, id, near);
    else
        diag_tell(job->diags, DIAG_SESSION_UNKNOWN, cell.place, id);
    return id;
}
