#include "read/table/registers.h"

#include "khmer/number.h"
#include "khmer/spelling_order.h"
#include "read/format/known_name.h"
#include "read/table/actions.h"
#include "read/table/tables.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* Said in words; a dash and nothing are a no anyway. */
static bool is_yet_to_come(struct str text)
{
    static const char *const WORDS[] = {"not yet",     "not received", "pending",  "missing",  "awaited",
                                        "to come",     "later",        "waiting",  "n/a",      "na",
                                        "?",           "មិនទាន់",        "មិនទាន់មាន", "មិនទាន់បាន", "មិនទាន់ទទួល",
                                        "មិនទាន់បានទទួល", "នៅមិនទាន់",      "រង់ចាំ",     "កំពុងរង់ចាំ",  NULL};
    for (size_t i = 0; WORDS[i]; i++)
        if (str_eq_fold(text, str_of(WORDS[i]))) return true;
    return false;
}

static bool is_received(const void *of, struct str text)
{
    int y, m, d;
    (void)of;
    return yesno_read(text) >= 0 || is_yet_to_come(text) || date_read(text, &y, &m, &d) ||
           date_serial(text, &y, &m, &d);
}

/* A date without its year or its day says that it came, if not when. */
static void read_received(struct job *job, struct csv_cell cell, struct handed_in *d)
{
    int yes = yesno_read(cell.text);
    d->received = cell.text;
    d->is_received = yes == 1;
    if (yes >= 0 || is_yet_to_come(cell.text)) return;
    if (date_part(job->scratch, cell.text)) {
        d->is_received = true;
        diag_tell(job->diags, DIAG_VALUE_DATE_PART, cell.place, {0});
        return;
    }
    d->received_on = cell_value_date(job, cell);
    d->is_received = d->received_on.year > 0;
}

/* -- whom a document is for -- */

enum { FILE_ORIGINAL = 6, FILE_EN, FILE_KM, SHARE }; /* columns */

/* The first of each is input.md's; "to all" may mean either, and is asked about. */
static const char *const SHARE_WORDS[SHARES][6] = {
    [SHARE_PARTICIPANTS] = {"participants", "participant", "participants only", "អ្នកចូលរួម", "សម្រាប់អ្នកចូលរួម"},
    [SHARE_PUBLIC] = {"public", "the public", "everyone", "សាធារណៈ", "ជាសាធារណៈ"},
    [SHARE_NO] = {"no", "nobody", "none", "private", "internal", "សម្ងាត់"},
};

static bool share_read(struct str text, enum share *share)
{
    for (int i = 0; i < SHARES; i++)
        for (size_t k = 0; k < COUNT(SHARE_WORDS[i]) && SHARE_WORDS[i][k]; k++)
            if (known_name_same(text, str_of(SHARE_WORDS[i][k]))) return *share = (enum share)i, true;
    return yesno_read(text) == 0 ? (*share = SHARE_NO, true) : false;
}

static bool is_share(const void *of, struct str text)
{
    enum share share;
    (void)of;
    return share_read(text, &share);
}

/* What nobody can tell for certain is passed on to nobody. */
static void read_share(struct job *job, const struct csv_row *row, struct csv_cell cell, struct handed_in *d)
{
    d->share_doubtful = !row->in_step;
    d->share = row->in_step ? SHARE_PARTICIPANTS : SHARE_NO;
    if (!row->in_step || !cell.text.n || share_read(cell.text, &d->share)) return;
    d->share = SHARE_NO;
    diag_tell(job->diags, DIAG_SHARE_WORD, cell.place, cell.text);
}

static void read_files(const struct columns *t, const struct csv_row *row, struct handed_in *d)
{
    static const size_t COLUMN[HANDED_FILES] = {FILE_KM, FILE_EN, FILE_ORIGINAL};
    for (int i = 0; i < HANDED_FILES; i++) {
        struct csv_cell cell = columns_cell(t, row, COLUMN[i]);
        d->files[i].typed = cell.text;
        d->files[i].place = cell.place;
    }
}

bool registers_documents(struct job *job, const struct source *source, struct corpus *c)
{
    static const struct column_name NAMES[] = {{"session", 0, {.kind = COLUMN_SESSION}},
                                               {"title_en", 1, {0}},
                                               {"title_km", 1, {0}},
                                               {"received", 0, {.kind = COLUMN_OWN, .fits = is_received}},
                                               {"translated_en", 0, {.kind = COLUMN_YESNO}},
                                               {"translated_km", 0, {.kind = COLUMN_YESNO}},
                                               {"file", 0, {.kind = COLUMN_FILE}},
                                               {"file_en", 0, {.kind = COLUMN_FILE}},
                                               {"file_km", 0, {.kind = COLUMN_FILE}},
                                               {"share", 0, {.kind = COLUMN_OWN, .fits = is_share}}};
    struct columns t = columns_read(job, source, NAMES, COUNT(NAMES));
    c->documents = ARENA_MANY(job->keep, struct handed_in, t.n);
    for (size_t i = 0; i < t.n; i++) {
        const struct csv_row *row = &t.rows[i];
        size_t told = job->diags->list.n;
        if (!columns_entry(row)) continue;
        struct handed_in *d = &c->documents[c->ndocuments++];
        d->place = row->place;
        d->session = tables_session(job, c, columns_cell(&t, row, 0));
        d->title = columns_bi(&t, row, 1, 2);
        read_received(job, columns_cell(&t, row, 3), d);
        d->translated[LANG_EN] = cell_value_yesno(job, columns_cell(&t, row, 4));
        d->translated[LANG_KM] = cell_value_yesno(job, columns_cell(&t, row, 5));
        d->file = columns_cell(&t, row, FILE_ORIGINAL).text;
        read_files(&t, row, d);
        read_share(job, row, columns_cell(&t, row, SHARE), d);
        if (bi_empty(d->title)) diag_tell(job->diags, DIAG_VALUE_MISSING, row->place, STR("title_en"));
        columns_settle(job, row, told);
    }
    return t.wide > 0;
}

bool registers_recommendations(struct job *job, const struct source *source, struct corpus *c)
{
    static const struct column_name NAMES[] = {{"text_en", 1, {0}},      {"text_km", 1, {0}},
                                               {"addressee_en", 0, {0}}, {"addressee_km", 0, {0}},
                                               {"horizon", 0, {0}},      ACTIONS_PLAN_COLUMNS};
    struct columns t = columns_read(job, source, NAMES, COUNT(NAMES));
    c->recommendations = ARENA_MANY(job->keep, struct recommendation, t.n);
    for (size_t i = 0; i < t.n; i++) {
        const struct csv_row *row = &t.rows[i];
        size_t told = job->diags->list.n;
        if (!columns_entry(row)) continue;
        struct recommendation *r = &c->recommendations[c->nrecommendations++];
        *r = (struct recommendation){row->place, columns_bi(&t, row, 0, 1), columns_bi(&t, row, 2, 3),
                                     columns_cell(&t, row, 4).text, actions_plan(job, c, &t, row, 5)};
        if (bi_empty(r->text)) diag_tell(job->diags, DIAG_VALUE_MISSING, row->place, STR("text_en"));
        columns_settle(job, row, told);
    }
    return t.wide > 0;
}

bool registers_glossary(struct job *job, const struct source *source, struct corpus *c)
{
    static const struct column_name NAMES[] = {{"term_en", 1, {0}},    {"term_km", 1, {0}},
                                               {"acronym", 0, {0}},    {"note", 0, {0}},
                                               {"meaning_en", 0, {0}}, {"meaning_km", 0, {0}}};
    struct columns t = columns_read(job, source, NAMES, COUNT(NAMES));
    struct tables_id *ids = ARENA_MANY(job->scratch, struct tables_id, t.n);
    c->terms = ARENA_MANY(job->keep, struct term, t.n);
    for (size_t i = 0; i < t.n; i++) {
        const struct csv_row *row = &t.rows[i];
        size_t told = job->diags->list.n;
        if (!columns_entry(row)) continue;
        struct csv_cell acronym = columns_cell(&t, row, 2);
        struct term *x = &c->terms[c->nterms];
        *x = (struct term){row->place, columns_bi(&t, row, 0, 1), columns_bi(&t, row, 4, 5), acronym.text,
                           columns_cell(&t, row, 3).text};
        if (bi_empty(x->term)) diag_tell(job->diags, DIAG_VALUE_MISSING, row->place, STR("term_en"));
        columns_settle(job, row, told);
        ids[c->nterms++] = (struct tables_id){.id = x->term.t[LANG_EN], .place = x->place};
    }
    tables_twice(job, ids, c->nterms, DIAG_ID_TWICE);
    return t.wide > 0;
}

void registers_names(struct job *job, const struct source *source, struct corpus *c)
{
    VEC(struct str) names = {0};
    for (size_t i = 1; source && i <= source->nlines; i++) {
        struct str line = str_trim(source_line(source, i));
        if (line.n && line.s[0] != '#') VEC_ADD(job->keep, names, spelling_order_mend(job->keep, line));
    }
    for (size_t i = 0; i < c->nterms; i++)
        for (int l = 0; l < LANG_N; l++)
            if (c->terms[i].term.t[l].n) VEC_ADD(job->keep, names, c->terms[i].term.t[l]);
    for (size_t i = 0; i < c->norganizations; i++)
        for (int l = 0; l < LANG_N; l++)
            if (c->organizations[i].name.t[l].n) VEC_ADD(job->keep, names, c->organizations[i].name.t[l]);
    c->names = names.at;
    c->nnames = names.n;
}
