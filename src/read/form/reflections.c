#include "read/form/reflections.h"

#include "khmer/number.h"
#include "read/form/answers.h"
#include "read/form/no_answer.h"
#include "read/form/sent_again.h"
#include "read/form/sheet_columns.h"
#include "read/form/ticks.h"
#include "read/format/session_id.h"
#include "read/format/yaml_values.h"
#include "read/table/columns.h"
#include "read/table/tables.h"

struct reflections_count { /* cells of a column that are told once */
    size_t n;
    struct place first;
};

struct reflections_table {
    struct job *job;
    struct corpus *corpus;
    struct form *form;
    struct column_use_form names;
    struct csv_rows rows;
    struct sheet_columns columns;
    VEC(struct str) strangers;               /* sessions that the programme lacks, each told once */
    bool damaged;                            /* the form's own file could not be read whole: that is told */
    struct map *sent;                        /* rows of the form's files before: sent_again's */
    struct ticks *ticks;                     /* one a prompt: of the row that is read */
    struct reflections_count *none, *others; /* one a column: no answers, words counted as Other */
};

struct reflections_sheet { /* a row as it is read */
    struct reply reply;
    bool agreed, refused; /* to be quoted */
};

/* -- what each column holds ------------------------------------------------------------------------------ */

static enum lang find_word(struct str word)
{
    for (size_t i = 1; i < word.n; i++) /* "English (United States)", "km-KH" */
        if (word.s[i] == '(' || word.s[i] == '-') word = str_trim(str_sub(word, 0, i));
    return lang_named(word);
}

static bool is_lang(const void *of, struct str text)
{
    (void)of;
    return find_word(text) != LANG_NONE;
}

static bool is_answer(const void *of, struct str text)
{
    struct answer_cell cell = *(const struct answer_cell *)of;
    struct job aside = *cell.job; /* nothing of it is kept or told */
    aside.keep = aside.scratch;
    aside.diags = diags_new(aside.scratch);
    cell.job = &aside;
    cell.cell.text = text;
    return answers_none(&cell) || answers_read(&cell).given;
}

static bool is_tick(const void *of, struct str text)
{
    const struct answer_cell *cell = of;
    return yesno_read(text) >= 0 || answer_key_option(cell->job->scratch, cell->key, text) >= 0 ||
           answer_key_option_code(cell->key, text) >= 0;
}

/* Words may stand where an answer is open, or Other's. */
static struct column_type answer_type(const struct reflections_table *t, size_t column)
{
    struct column_use use = t->columns.uses[column];
    const struct answer_key *k = &t->names.keys[use.prompt];
    bool tick = use.field == USE_OPTION;
    if (prompt_is_open(k->prompt) || (tick && (use.option < 0 || use.option == k->other)))
        return (struct column_type){0};
    struct answer_cell *of = ARENA_ONE(t->job->scratch, struct answer_cell);
    *of = (struct answer_cell){.job = t->job, .key = k, .coded = t->columns.coded[column]};
    return (struct column_type){.kind = COLUMN_OWN,
                                .fits = tick ? is_tick : is_answer,
                                .of = of,
                                .yesno = tick ? k->prompt->type != PROMPT_RANKING
                                              : k->prompt->type == PROMPT_YESNO,
                                .several = !tick && k->prompt->type == PROMPT_CHOICES};
}

/* One a cell of the head. */
static struct column_type *types_of(const struct reflections_table *t)
{
    static const struct column_type TYPES[USE_FIELDS] = {[USE_NUMBER] = {.kind = COLUMN_ID},
                                                         [USE_SESSION] = {.kind = COLUMN_SESSION},
                                                         [USE_LANG] = {.kind = COLUMN_OWN, .fits = is_lang},
                                                         [USE_QUOTE] = {.kind = COLUMN_CONSENT},
                                                         [USE_LEGIBLE] = {.kind = COLUMN_YESNO}};
    size_t n = t->columns.heads.n;
    struct column_type *types = ARENA_MANY(t->job->scratch, struct column_type, n);
    for (size_t i = 0; i < n; i++) {
        struct column_use use = t->columns.uses[i];
        types[i] = TYPES[use.field];
        if (use.field == USE_ANSWER || use.field == USE_OPTION) types[i] = answer_type(t, i);
        if (use.field == USE_TRANSLATION)
            types[i] = (struct column_type){.kind = COLUMN_WRITTEN, .lang = use.lang};
    }
    return types;
}

/* -- rows ------------------------------------------------------------------------------------------------ */

static enum lang read_lang(struct job *job, struct csv_cell cell)
{
    enum lang lang = find_word(cell.text);
    if (cell.text.n && lang == LANG_NONE) diag_tell(job->diags, DIAG_REPLY_LANGUAGE, cell.place, {0});
    return lang;
}

static struct str read_session(struct reflections_table *t, struct csv_cell cell)
{
    enum { TOLD_MOST = 20 };
    struct str id = session_id_cell(t->job->keep, cell.text);
    t->form->of_sessions |= cell.text.n > 0;
    if (!id.n || !t->corpus->nsessions || corpus_session(t->corpus, id)) return id;
    for (size_t i = 0; i < t->strangers.n; i++)
        if (str_eq(t->strangers.at[i], id)) return (struct str){0};
    if (t->strangers.n == TOLD_MOST) return (struct str){0};
    VEC_ADD(t->job->keep, t->strangers, id);
    struct str near = tables_session_near(t->job, t->corpus, id);
    if (near.n)
        diag_tell(t->job->diags, DIAG_REPLY_SESSION_NEAR, cell.place, near);
    else
        diag_tell(t->job->diags, DIAG_REPLY_SESSION, cell.place, {0});
    return (struct str){0};
}

static void count(struct reflections_count *c, struct place place)
{
    if (!c->n++) c->first = place;
}

/* A second column for the same prompt: what the first leaves empty is taken from it. Two answers that differ
 * are told: of two texts the first stays, of others none counts. */
static void join_answer(struct reflections_table *t, struct answer read, size_t prompt, struct answer *x)
{
    for (int l = 0; l < LANG_N; l++) read.translation[l] = x->translation[l];
    if (!x->given || !x->place.source) {
        bool lost = x->lost;
        if (read.given || !x->place.source || read.lost) *x = read;
        x->lost |= lost && !read.given;
        return;
    }
    const struct prompt_answer *a = &x->closed, *b = &read.closed;
    bool open = prompt_is_open(&t->form->prompts[prompt]);
    bool same = open ? str_eq(x->text, read.text)
                     : a->scale == b->scale && a->yes == b->yes && a->chosen == b->chosen &&
                           a->nranked == b->nranked &&
                           !(a->nranked && memcmp(a->ranked, b->ranked, a->nranked));
    if (!read.given || same) return;
    diag_tell(t->job->diags, open ? DIAG_ANSWER_TWO_TEXTS : DIAG_ANSWER_DIFFERS, read.place,
              t->form->prompts[prompt].id);
    if (open) return;
    x->closed = (struct prompt_answer){0};
    x->text = (struct str){0};
    x->given = false;
    x->lost = true;
}

static struct answer_cell answer_cell(const struct reflections_table *t, size_t column, struct csv_cell cell)
{
    struct column_use use = t->columns.uses[column];
    return (struct answer_cell){.job = t->job,
                                .key = &t->names.keys[use.prompt],
                                .cell = cell,
                                .coded = t->columns.coded[column],
                                .free_words = use.by_words || t->columns.online};
}

static void read_answer(struct reflections_table *t, size_t column, struct csv_cell typed, struct reply *r)
{
    struct column_use use = t->columns.uses[column];
    struct answer_cell cell = answer_cell(t, column, typed);
    if (answers_none(&cell)) count(&t->none[column], typed.place);
    bool taken_free = false;
    cell.taken_free = &taken_free;
    struct answer read = answers_read(&cell);
    if (taken_free) count(&t->others[column], typed.place);
    join_answer(t, read, use.prompt, &r->answers[use.prompt]);
}

static void read_option(struct reflections_table *t, size_t column, struct csv_cell typed)
{
    struct column_use use = t->columns.uses[column];
    struct answer_cell cell = answer_cell(t, column, typed);
    if (!typed.text.n) return;
    if (answers_none(&cell)) {
        count(&t->none[column], typed.place);
        return;
    }
    struct arena_mark mark = arena_mark(t->job->scratch);
    ticks_read(&t->ticks[use.prompt], &cell, use.option);
    arena_reset(t->job->scratch, mark);
}

/* What was agreed to in one column and not in another is not agreed to. */
static void read_consent(struct reflections_table *t, const struct csv_row *row, struct csv_cell cell,
                         struct reflections_sheet *s)
{
    bool yes = columns_consent(t->job, row, cell);
    s->agreed |= yes;
    s->refused |= !yes && cell.text.n;
    s->reply.quote_ok = s->agreed && !s->refused;
}

/* N/A in a column of ours says no more than an empty cell. */
static struct csv_cell less_none(struct reflections_table *t, size_t column, struct csv_cell cell)
{
    struct arena_mark mark = arena_mark(t->job->scratch);
    bool none = no_answer_is(t->job->scratch, cell.text);
    arena_reset(t->job->scratch, mark);
    if (!none) return cell;
    count(&t->none[column], cell.place);
    return (struct csv_cell){.place = cell.place};
}

static void read_cell(struct reflections_table *t, const struct csv_row *row, size_t column,
                      struct reflections_sheet *s)
{
    struct column_use use = t->columns.uses[column];
    struct csv_cell cell = row->cells[column];
    struct reply *r = &s->reply;
    switch (use.field) {
    case USE_NUMBER: r->number = less_none(t, column, cell).text; break;
    case USE_SESSION: r->session = read_session(t, less_none(t, column, cell)); break;
    case USE_LANG: r->lang = read_lang(t->job, less_none(t, column, cell)); break;
    case USE_ROLE: r->role = less_none(t, column, cell).text; break;
    case USE_THEMES: r->themes = answers_themes(t->job, t->form, less_none(t, column, cell)); break;
    case USE_QUOTE: read_consent(t, row, cell, s); break;
    case USE_LEGIBLE: r->legible = cell_value_yesno(t->job, cell); break;
    case USE_TRANSLATION: r->answers[use.prompt].translation[use.lang] = cell.text; break;
    case USE_ANSWER: read_answer(t, column, cell, r); break;
    case USE_OPTION: read_option(t, column, cell); break;
    case USE_NONE:
    case USE_SERVICE:
    case USE_FIELDS: break;
    }
}

/* The language that most of the open answers are in, for a sheet that does not say. */
static enum lang find_lang(const struct form *f, const struct reply *r)
{
    size_t bytes[LANG_N + 1] = {0};
    for (size_t i = 0; i < f->nprompts; i++)
        if (prompt_is_open(&f->prompts[i])) bytes[r->answers[i].lang] += r->answers[i].text.n;
    enum lang most = LANG_NONE;
    for (int l = LANG_N; l-- > 0;)
        if (bytes[l] && (most == LANG_NONE || bytes[l] >= bytes[most])) most = (enum lang)l;
    return most;
}

static void settle_ticks(struct reflections_table *t, struct reply *r)
{
    for (size_t i = 0; i < t->form->nprompts; i++) {
        if (!t->columns.options[i]) continue;
        struct arena_mark mark = arena_mark(t->job->scratch);
        struct answer_cell cell = {.job = t->job, .key = &t->names.keys[i]};
        ticks_settle(&t->ticks[i], &cell, &r->answers[i]);
        arena_reset(t->job->scratch, mark);
    }
}

/* In a row out of step words of an answer may stand where the number belongs, which is printed. */
static struct reply read_reply(struct reflections_table *t, const struct csv_row *row)
{
    struct reflections_sheet s = {
        .reply = {.place = row->place, .lang = LANG_NONE, .legible = !t->columns.fields[USE_LEGIBLE]}};
    struct reply *r = &s.reply;
    size_t told = t->job->diags->list.n;
    long value;
    r->answers = ARENA_MANY(t->job->keep, struct answer, t->form->nprompts);
    for (size_t i = 0; i < t->form->nprompts; i++) r->answers[i].lang = LANG_NONE;
    memset(t->ticks, 0, t->form->nprompts * sizeof *t->ticks);
    for (size_t i = 0; i < row->n && i < t->columns.heads.n; i++) read_cell(t, row, i, &s);
    settle_ticks(t, r);
    columns_settle(t->job, row, told);
    if (t->columns.fields[USE_QUOTE]) columns_tell_consent(t->job, row);
    if (!row->in_step && !number_read(r->number, &value)) r->number = (struct str){0};
    if (r->lang == LANG_NONE) r->lang = find_lang(t->form, r);
    return *r;
}

static bool is_numbered(const struct reflections_table *t, const struct csv_row *row)
{
    for (size_t i = 0; i < row->n && i < t->columns.heads.n; i++)
        if (t->columns.uses[i].field == USE_NUMBER && row->cells[i].text.n) return true;
    return !t->columns.fields[USE_NUMBER];
}

/* Nothing is typed of it but its number, and what a service adds; or boxes alone that nobody ticked, which a
 * spreadsheet keeps ready below the last number. */
static bool is_blank(const struct reflections_table *t, const struct csv_row *row)
{
    bool numbered = is_numbered(t, row);
    for (size_t i = 0; i < row->n; i++) {
        enum column_use_field field = i < t->columns.heads.n ? t->columns.uses[i].field : USE_ANSWER;
        bool unticked = !numbered && str_eq_fold(row->cells[i].text, STR("FALSE"));
        if (row->cells[i].text.n && field > USE_NUMBER && !unticked) return false;
    }
    return true;
}

/* Past the last row that holds anything: what a spreadsheet leaves empty below is no form. */
static size_t rows_end(const struct csv_rows *rows, size_t first)
{
    size_t end = rows->n;
    while (end > first && (csv_blank(&rows->at[end - 1]) || rows->at[end - 1].kind == CSV_ROW_TOTALS)) end--;
    return end;
}

static void add_reply(struct reflections_table *t, const struct csv_row *row)
{
    struct reply r = read_reply(t, row);
    if (t->columns.fields[USE_NUMBER] && !r.number.n && row->in_step)
        diag_tell(t->job->diags, DIAG_REPLY_NUMBER, row->place, {0});
    t->form->replies[t->form->nreplies++] = r;
}

/* One row of a later export: no form of its own, as a head is none. */
static bool is_again(struct reflections_table *t, const struct csv_row *row, struct reflections_count *again)
{
    bool is = sent_again_is(t->job, t->sent, &t->columns, row);
    if (is) count(again, row->place);
    return is;
}

static void add_replies(struct reflections_table *t, struct str path)
{
    struct form *f = t->form;
    struct reflections_count again = {0};
    size_t blank = 0, out = 0, first = t->columns.heads.past, n = rows_end(&t->rows, first) - first,
           before = f->nreplies;
    f->replies = arena_grow(t->job->keep, f->replies, f->nreplies * sizeof *f->replies,
                            (f->nreplies + n) * sizeof *f->replies);
    for (size_t i = first; i < first + n; i++) {
        const struct csv_row *row = &t->rows.at[i];
        if (row->kind == CSV_ROW_HEAD || row->kind == CSV_ROW_TOTALS) continue;
        if (row->kind == CSV_ROW_OUT)
            out++;
        else if (is_blank(t, row))
            blank++;
        else if (!is_again(t, row, &again))
            add_reply(t, row);
    }
    f->rows_left_out += out;
    f->rows_blank += blank;
    f->rows_read += out + blank + f->nreplies - before;
    struct str many = number_latin(t->job->scratch, (long)blank);
    if (blank) diag_tell(t->job->diags, DIAG_REPLY_BLANK, files_place(t->job, path), many);
    if (again.n)
        diag_tell(t->job->diags, DIAG_REPLY_AGAIN, again.first, number_latin(t->job->scratch, (long)again.n));
    if (!n) diag_tell(t->job->diags, DIAG_REPLY_NONE, files_place(t->job, path), {0});
}

/* -- once a column --------------------------------------------------------------------------------------- */

static void tell_counts(const struct reflections_table *t, const struct reflections_count *counts,
                        enum diag_code code)
{
    struct arena *a = t->job->scratch;
    for (size_t i = 0; i < t->columns.heads.n; i++)
        if (counts[i].n)
            diag_tell(t->job->diags, code, counts[i].first, sheet_columns_name(&t->columns, i),
                      number_latin(a, (long)counts[i].n));
}

/* -- the head -------------------------------------------------------------------------------------------- */

/* Names no prompt, but is no form either: a form that has lost its prompts, or a field is named. */
static bool only_names(const struct reflections_table *t, size_t head)
{
    const struct csv_row *row = &t->rows.at[head];
    for (size_t i = 0; i < row->n; i++) {
        enum column_use_field field = column_use_of(t->job->scratch, &t->names, row->cells[i].text).field;
        if (field != USE_NONE && field != USE_SERVICE) return true;
    }
    return !t->form->nprompts;
}

/* No prompt is named: every row is left out, and the place and number told. */
static void leave_out(struct reflections_table *t, size_t head)
{
    size_t rows = 0, blank = 0;
    for (size_t i = head + only_names(t, head), end = rows_end(&t->rows, i); i < end; i++) {
        if (csv_blank(&t->rows.at[i]))
            blank++;
        else
            rows++;
    }
    t->form->rows_read += rows + blank;
    t->form->rows_left_out += rows;
    t->form->rows_blank += blank;
    diag_tell(t->job->diags, DIAG_REPLY_HEAD, t->rows.at[head].place,
              number_latin(t->job->scratch, (long)rows));
}

static bool read_head(struct reflections_table *t, size_t head)
{
    return sheet_columns_read(t->job, &t->names, &t->rows, head, &t->columns);
}

static size_t named(const struct sheet_columns *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->heads.n; i++) n += c->uses[i].field != USE_NONE;
    return n;
}

/* A title may stand above the row that names the columns: one of the next few that names a prompt and a
 * second column. */
static bool find_head(struct reflections_table *t, size_t first)
{
    enum { TRIES = 5 };
    for (size_t i = first + 1, n = 0; i < t->rows.n && n < TRIES; i++) {
        if (csv_blank(&t->rows.at[i])) continue;
        n++;
        if (!read_head(t, i) || named(&t->columns) < 2) continue;
        diag_tell(t->job->diags, DIAG_REPLY_ABOVE, t->rows.at[first].place,
                  number_latin(t->job->scratch, (long)n));
        return true;
    }
    return false;
}

/* -- files ----------------------------------------------------------------------------------------------- */

/* A prompt that could not be read is no prompt here: its columns are not told as well. */
static bool is_damaged(const struct job *job, const struct form *f)
{
    for (size_t i = 0; i < job->diags->list.n; i++) {
        const struct diag *d = &job->diags->list.at[i];
        if (d->place.source == f->source && diag_severity(d->code) == SEVERITY_ERROR) return true;
    }
    return false;
}

/* The last of the rows that name the columns holds the whole head from here on. */
static void put_head(struct reflections_table *t)
{
    const struct head_rows *h = &t->columns.heads;
    struct csv_row *row = &t->rows.at[h->past - 1];
    if (h->past == t->columns.first + 1) return;
    row->cells = ARENA_MANY(t->job->keep, struct csv_cell, h->n);
    row->n = h->n;
    for (size_t i = 0; i < h->n; i++)
        row->cells[i] = (struct csv_cell){.text = h->columns[i].text, .place = h->columns[i].place};
}

static void read_rows(struct reflections_table *t, struct str path)
{
    size_t n = t->columns.heads.n, before = t->form->nreplies;
    t->none = ARENA_MANY(t->job->scratch, struct reflections_count, n);
    t->others = ARENA_MANY(t->job->scratch, struct reflections_count, n);
    t->ticks = ARENA_MANY(t->job->scratch, struct ticks, t->form->nprompts);
    sheet_columns_tell(&t->columns, t->damaged);
    put_head(t);
    columns_fit(t->job, &t->rows, t->columns.heads.past - 1, types_of(t));
    add_replies(t, path);
    tell_counts(t, t->none, DIAG_ANSWER_NONE);
    tell_counts(t, t->others, DIAG_ANSWER_OTHER);
    if (t->columns.online) t->form->nonline += t->form->nreplies - before;
}

static void read_file(struct job *job, struct str path, struct form *f, const struct answer_key *keys,
                      struct map *sent, struct corpus *c)
{
    const struct source *s = input_source(job, path, true);
    if (!s) return;
    struct reflections_table t = {.job = job,
                                  .corpus = c,
                                  .form = f,
                                  .names = {f, keys},
                                  .sent = sent,
                                  .rows = csv_read(job, s, 0, s->text.n)};
    size_t head = 0, import = head_rows_import(&t.rows);
    t.damaged = is_damaged(job, f);
    while (head < t.rows.n && csv_blank(&t.rows.at[head])) head++;
    if (head == t.rows.n) return;
    if (import != SIZE_MAX) head = import;
    if (read_head(&t, head) || find_head(&t, head))
        read_rows(&t, path);
    else
        leave_out(&t, head);
}

/* Numbers compare by value, in either digits. */
static struct str number_key(struct arena *a, struct str typed)
{
    long value;
    return number_read(typed, &value) ? number_latin(a, value) : typed;
}

static void tell_repeats(struct job *job, const struct form *f)
{
    struct tables_id *ids = ARENA_MANY(job->scratch, struct tables_id, f->nreplies);
    for (size_t i = 0; i < f->nreplies; i++)
        ids[i] = (struct tables_id){.id = number_key(job->scratch, f->replies[i].number),
                                    .place = f->replies[i].place};
    tables_twice(job, ids, f->nreplies, DIAG_REPLY_TWICE);
}

/* How many bytes of a file's name the form's id is, as it was typed or as it goes out; 0: none. */
static size_t begins(struct str name, const struct form *f)
{
    const struct str ids[] = {f->typed, f->id};
    size_t longest = 0;
    for (int i = 0; i < 2; i++)
        if (ids[i].n > longest && str_eq_fold(str_sub(name, 0, ids[i].n), ids[i])) longest = ids[i].n;
    return longest;
}

/* The form with the longest id that a file's name begins with. */
static struct form *form_of(const struct corpus *c, struct str path)
{
    struct str name = str_sub(path, str_find(path, STR("/"), 0) + 1, path.n);
    struct form *best = NULL;
    size_t longest = 0;
    for (size_t i = 0; i < c->nforms; i++) {
        size_t n = begins(name, &c->forms[i]);
        if (n <= longest) continue;
        longest = n;
        best = &c->forms[i];
    }
    return best;
}

static void read_form(struct job *job, struct files_names files, struct form *f, struct corpus *c)
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct answer_key *keys = ARENA_MANY(job->scratch, struct answer_key, f->nprompts);
    for (size_t i = 0; i < f->nprompts; i++) keys[i] = answer_key(job->scratch, &f->prompts[i]);
    struct map sent = MAP(job->scratch);
    for (size_t i = 0; i < files.n; i++)
        if (form_of(c, files.at[i]) == f) read_file(job, files.at[i], f, keys, &sent, c);
    tell_repeats(job, f);
    arena_reset(job->scratch, mark);
}

void reflections_read(struct job *job, struct files_names files, struct corpus *c)
{
    for (size_t i = 0; i < files.n; i++)
        if (!form_of(c, files.at[i]))
            diag_tell(job->diags, DIAG_FORM_MISSING, files_place(job, files.at[i]), {0});
    for (size_t i = 0; i < c->nforms; i++) read_form(job, files, &c->forms[i], c);
}
