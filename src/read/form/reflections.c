#include "read/form/reflections.h"

#include "khmer/number.h"
#include "model/form_words.h"
#include "read/form/answers.h"
#include "read/form/prompt_header.h"
#include "read/format/known_name.h"
#include "read/format/session_id.h"
#include "read/format/yaml_values.h"
#include "read/table/columns.h"
#include "read/table/tables.h"

enum field {
    FIELD_NONE,
    FIELD_NUMBER,
    FIELD_SESSION,
    FIELD_LANG,
    FIELD_ROLE,
    FIELD_THEMES,
    FIELD_QUOTE,
    FIELD_LEGIBLE,
    FIELD_ANSWER,
    FIELD_TRANSLATION
};

struct column_use { /* what a column holds */
    enum field field;
    size_t prompt;
    enum lang lang;
};

struct reflections_table {
    struct job *job;
    struct corpus *corpus;
    struct form *form;
    struct answers_key *keys;
    struct csv_rows rows;
    size_t head;
    VEC(struct str) strangers; /* sessions that the programme lacks, each told once */
    bool damaged;              /* the form's own file could not be read whole: that is told */
    struct column_use *uses;
    bool *seen;                /* by slot_of: some column holds it, as far as they are checked */
    bool *taken;               /* by prompt: some column answers it */
    bool fields[FIELD_ANSWER]; /* some column holds it */
};

static const struct {
    const char *name;
    enum field field;
} FIELDS[] = {{"form_no", FIELD_NUMBER},  {"form", FIELD_NUMBER},     {"form number", FIELD_NUMBER},
              {"no", FIELD_NUMBER},       {"session", FIELD_SESSION}, {"lang", FIELD_LANG},
              {"language", FIELD_LANG},   {"role", FIELD_ROLE},       {"themes", FIELD_THEMES},
              {"theme", FIELD_THEMES},    {"quote_ok", FIELD_QUOTE},  {"may we quote you", FIELD_QUOTE},
              {"legible", FIELD_LEGIBLE}, {"លេខទម្រង់", FIELD_NUMBER},  {"វគ្គ", FIELD_SESSION},
              {"ភាសា", FIELD_LANG},       {"តួនាទី", FIELD_ROLE},       {"ប្រធានបទ", FIELD_THEMES}};
enum { FIELDS_N = sizeof FIELDS / sizeof *FIELDS };

/* -- the first row --------------------------------------------------------------------------------------- */

static bool is_prompt_id(const struct reflections_table *t, struct str head, struct column_use *use)
{
    for (size_t i = 0; i < t->form->nprompts; i++) {
        struct str id = t->form->prompts[i].id;
        *use = (struct column_use){FIELD_ANSWER, i, LANG_NONE};
        if (known_name_same(head, id)) return true;
        for (int l = 0; l < LANG_N; l++) {
            struct str wanted = str_fmt(t->job->scratch, "%.*s_%s", STR_ARGS(id), lang_tag((enum lang)l));
            *use = (struct column_use){FIELD_TRANSLATION, i, (enum lang)l};
            if (known_name_same(head, wanted)) return true;
        }
    }
    return false;
}

static bool is_prompt_text(const struct reflections_table *t, struct str head, struct column_use *use)
{
    size_t i = prompt_header_prompt(t->job->scratch, t->keys, t->form->nprompts, head);
    if (i != SIZE_MAX) *use = (struct column_use){FIELD_ANSWER, i, LANG_NONE};
    return i != SIZE_MAX;
}

/* The question of the blank form itself, in either language or in both. */
static bool asks_consent(struct str head)
{
    struct str rest = head, part;
    while (str_cut(&rest, '/', &part))
        for (int l = 0; l < LANG_N; l++)
            if (known_name_same(part, form_words_in(FORM_WORD_MAY_QUOTE, (enum lang)l))) return true;
    return false;
}

/* "session", "វគ្គ / Session" */
static enum field field_of(struct str head)
{
    struct str rest = head, part;
    while (str_cut(&rest, '/', &part))
        for (size_t i = 0; i < FIELDS_N; i++)
            if (known_name_same(part, str_of(FIELDS[i].name))) return FIELDS[i].field;
    return asks_consent(head) ? FIELD_QUOTE : FIELD_NONE;
}

static struct column_use use_of(const struct reflections_table *t, struct str head)
{
    struct column_use use = {0};
    if (!head.n || is_prompt_id(t, head, &use)) return head.n ? use : (struct column_use){0};
    enum field field = field_of(head);
    if (field != FIELD_NONE) return (struct column_use){.field = field};
    return is_prompt_text(t, head, &use) ? use : (struct column_use){0};
}

/* One number for each thing that a column can hold. */
static size_t slot_of(struct column_use u)
{
    size_t answer = u.field == FIELD_ANSWER ? 0 : 1 + (size_t)u.lang;
    return u.field < FIELD_ANSWER ? (size_t)u.field : FIELD_ANSWER + u.prompt * (1 + LANG_N) + answer;
}

static bool is_near(struct str typed, struct str known)
{
    size_t most = typed.n < 5 ? 1 : 2;
    return typed.n > 1 && typed.n < 16 && str_distance(typed, known, most) <= most;
}

/* What a column that no other one holds may be meant for: a prompt's id, a field, a prompt's words. */
static struct str nearest(const struct reflections_table *t, struct str head)
{
    for (size_t i = 0; i < t->form->nprompts; i++)
        if (!t->taken[i] && is_near(head, t->form->prompts[i].id)) return t->form->prompts[i].id;
    for (size_t i = 0; i < FIELDS_N; i++)
        if (head.n > 2 && !t->fields[FIELDS[i].field] && is_near(head, str_of(FIELDS[i].name)))
            return str_of(FIELDS[i].name);
    return prompt_header_near(t->job->scratch, t->keys, t->form->nprompts, t->taken, head);
}

/* A column that form services add by themselves; also "Points - QUESTION", "QUESTION [Score]". */
static bool is_service(struct str head)
{
    static const char *const NAMES[] = {"timestamp",     "id",
                                        "start time",    "completion time",
                                        "email",         "email address",
                                        "name",          "last modified time",
                                        "username",      "total points",
                                        "total score",   "score",
                                        "quiz feedback", "token",
                                        "submitted at",  "ip address",
                                        "duration",      "ត្រាពេលវេលា",
                                        "អ៊ីមែល",          "អាសយដ្ឋានអ៊ីមែល",
                                        "ឈ្មោះ",          "ពិន្ទុ"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (known_name_same(head, str_of(NAMES[i]))) return true;
    return str_ends(head, "[Score]") || str_ends(head, "[Feedback]") || str_starts(head, "Points - ") ||
           str_starts(head, "Feedback - ");
}

static size_t filled(const struct reflections_table *t, size_t column)
{
    size_t n = 0;
    for (size_t i = t->head + 1; i < t->rows.n; i++)
        n += column < t->rows.at[i].n && t->rows.at[i].cells[column].text.n;
    return n;
}

static void tell_column(const struct reflections_table *t, size_t column)
{
    enum { MANY = 3 };
    struct csv_cell head = t->rows.at[t->head].cells[column];
    struct str near = is_service(head.text) ? (struct str){0} : nearest(t, head.text);
    size_t rows = filled(t, column), all = t->rows.n - t->head - 1;
    if (near.n)
        diag_tell(t->job->diags, DIAG_REPLY_COLUMN_NEAR, head.place, near);
    else if (!is_service(head.text) && rows && (rows >= MANY || rows * 2 >= all))
        diag_tell(t->job->diags, DIAG_REPLY_COLUMN_FULL, head.place,
                  number_latin(t->job->scratch, (long)rows));
    else
        diag_tell(t->job->diags, DIAG_REPLY_COLUMN, head.place, {0});
}

static void check_column(struct reflections_table *t, size_t i, size_t *unknown)
{
    struct csv_cell head = t->rows.at[t->head].cells[i];
    enum { TOLD_MOST = 20 };
    if (t->uses[i].field == FIELD_NONE) {
        if (!head.text.n && !filled(t, i)) return;
        if (!head.text.n)
            diag_tell(t->job->diags, DIAG_CSV_HEAD_EMPTY, head.place, {0});
        else if (!t->damaged && (*unknown)++ < TOLD_MOST)
            tell_column(t, i);
        return;
    }
    bool *seen = &t->seen[slot_of(t->uses[i])];
    if (*seen) {
        diag_tell(t->job->diags, DIAG_CSV_HEAD_TWICE, head.place, {0});
        t->uses[i].field = FIELD_NONE;
    }
    *seen = true;
}

/* False where the first row names no prompt at all. */
static bool read_head(struct reflections_table *t)
{
    const struct csv_row *row = &t->rows.at[t->head];
    bool any = false;
    size_t unknown = 0;
    t->uses = ARENA_MANY(t->job->scratch, struct column_use, row->n);
    t->taken = ARENA_MANY(t->job->scratch, bool, t->form->nprompts + 1);
    memset(t->fields, 0, sizeof t->fields);
    t->seen = ARENA_MANY(t->job->scratch, bool, FIELD_ANSWER + (1 + LANG_N) * t->form->nprompts);
    for (size_t i = 0; i < row->n; i++) {
        struct arena_mark mark = arena_mark(t->job->scratch);
        t->uses[i] = use_of(t, row->cells[i].text);
        arena_reset(t->job->scratch, mark);
        any |= t->uses[i].field >= FIELD_ANSWER;
        if (t->uses[i].field == FIELD_ANSWER) t->taken[t->uses[i].prompt] = true;
        if (t->uses[i].field < FIELD_ANSWER) t->fields[t->uses[i].field] = true;
    }
    for (size_t i = 0; any && i < row->n; i++) check_column(t, i, &unknown);
    return any;
}

/* -- what each column holds ------------------------------------------------------------------------------ */

static enum lang find_word(struct str typed)
{
    struct str word = typed; /* "English (United States)", "km-KH" */
    for (size_t i = 1; i < word.n; i++)
        if (word.s[i] == '(' || word.s[i] == '-') word = str_trim(str_sub(word, 0, i));
    return lang_named(word);
}

static bool is_lang(const void *of, struct str text)
{
    (void)of;
    return find_word(text) != LANG_NONE;
}

struct answer_type { /* of a column that answers a prompt which is not open */
    struct job *job;
    const struct answers_key *key;
};

static bool is_answer(const void *of, struct str text)
{
    const struct answer_type *type = of;
    struct job aside = *type->job; /* nothing of it is kept or told */
    aside.keep = aside.scratch;
    aside.diags = diags_new(aside.scratch);
    return answers_read(&aside, type->key, (struct csv_cell){.text = text}).given;
}

static struct column_type answer_type(const struct reflections_table *t, size_t prompt)
{
    const struct prompt *p = &t->form->prompts[prompt];
    if (prompt_is_open(p)) return (struct column_type){0};
    struct answer_type *of = ARENA_ONE(t->job->scratch, struct answer_type);
    *of = (struct answer_type){t->job, &t->keys[prompt]};
    return (struct column_type){
        .kind = COLUMN_OWN, .fits = is_answer, .of = of, .several = p->type == PROMPT_CHOICES};
}

/* One a cell of the head. */
static struct column_type *types_of(const struct reflections_table *t)
{
    static const struct column_type TYPES[FIELD_ANSWER] = {
        [FIELD_NUMBER] = {.kind = COLUMN_ID},
        [FIELD_SESSION] = {.kind = COLUMN_SESSION},
        [FIELD_LANG] = {.kind = COLUMN_OWN, .fits = is_lang},
        [FIELD_QUOTE] = {.kind = COLUMN_CONSENT},
        [FIELD_LEGIBLE] = {.kind = COLUMN_YESNO}};
    size_t n = t->rows.at[t->head].n;
    struct column_type *types = ARENA_MANY(t->job->scratch, struct column_type, n);
    for (size_t i = 0; i < n; i++) {
        struct column_use use = t->uses[i];
        if (use.field < FIELD_ANSWER) types[i] = TYPES[use.field];
        if (use.field == FIELD_ANSWER) types[i] = answer_type(t, use.prompt);
        if (use.field == FIELD_TRANSLATION)
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

static void read_cell(struct reflections_table *t, const struct csv_row *row, size_t column, struct reply *r)
{
    struct column_use use = t->uses[column];
    struct csv_cell cell = row->cells[column];
    struct answer *x = &r->answers[use.prompt];
    switch (use.field) {
    case FIELD_NUMBER: r->number = cell.text; break;
    case FIELD_SESSION: r->session = read_session(t, cell); break;
    case FIELD_LANG: r->lang = read_lang(t->job, cell); break;
    case FIELD_ROLE: r->role = cell.text; break;
    case FIELD_THEMES: r->themes = answers_themes(t->job, t->form, cell); break;
    case FIELD_QUOTE: r->quote_ok = columns_consent(t->job, row, cell); break;
    case FIELD_LEGIBLE: r->legible = cell_value_yesno(t->job, cell); break;
    case FIELD_TRANSLATION: x->translation[use.lang] = cell.text; break;
    case FIELD_ANSWER: {
        struct answer read = answers_read(t->job, &t->keys[use.prompt], cell);
        for (int l = 0; l < LANG_N; l++) read.translation[l] = x->translation[l];
        *x = read;
        break;
    }
    case FIELD_NONE: break;
    }
}

/* The language that most of the open answers are in, for a sheet that does not say. */
static enum lang find_lang(const struct reply *r, size_t n)
{
    size_t bytes[LANG_N + 1] = {0};
    for (size_t i = 0; i < n; i++) bytes[r->answers[i].lang] += r->answers[i].text.n;
    enum lang most = LANG_NONE;
    for (int l = LANG_N; l-- > 0;)
        if (bytes[l] && (most == LANG_NONE || bytes[l] >= bytes[most])) most = (enum lang)l;
    return most;
}

/* In a row out of step words of an answer may stand where the number belongs, which is printed. */
static struct reply read_reply(struct reflections_table *t, const struct csv_row *row)
{
    struct reply r = {.place = row->place, .lang = LANG_NONE, .legible = !t->fields[FIELD_LEGIBLE]};
    size_t told = t->job->diags->list.n;
    long value;
    r.answers = ARENA_MANY(t->job->keep, struct answer, t->form->nprompts);
    for (size_t i = 0; i < t->form->nprompts; i++) r.answers[i].lang = LANG_NONE;
    for (size_t i = 0; i < row->n && i < t->rows.at[t->head].n; i++) read_cell(t, row, i, &r);
    columns_settle(t->job, row, told);
    if (t->fields[FIELD_QUOTE]) columns_tell_consent(t->job, row);
    if (!row->in_step && !number_read(r.number, &value)) r.number = (struct str){0};
    if (r.lang == LANG_NONE) r.lang = find_lang(&r, t->form->nprompts);
    return r;
}

/* Nothing is typed of it but its number. */
static bool is_blank(const struct reflections_table *t, const struct csv_row *row)
{
    const struct csv_row *head = &t->rows.at[t->head];
    for (size_t i = 0; i < row->n; i++) {
        enum field field = i < head->n ? t->uses[i].field : FIELD_ANSWER;
        if (row->cells[i].text.n && field != FIELD_NONE && field != FIELD_NUMBER) return false;
    }
    return true;
}

static void add_reply(struct reflections_table *t, const struct csv_row *row)
{
    struct reply r = read_reply(t, row);
    if (t->fields[FIELD_NUMBER] && !r.number.n && row->in_step)
        diag_tell(t->job->diags, DIAG_REPLY_NUMBER, row->place, {0});
    t->form->replies[t->form->nreplies++] = r;
}

static void add_replies(struct reflections_table *t, struct str path)
{
    struct form *f = t->form;
    size_t blank = 0, out = 0, first = t->head + 1, n = t->rows.n - first, before = f->nreplies;
    f->replies = arena_grow(t->job->keep, f->replies, f->nreplies * sizeof *f->replies,
                            (f->nreplies + n) * sizeof *f->replies);
    for (size_t i = first; i < t->rows.n; i++) {
        const struct csv_row *row = &t->rows.at[i];
        if (row->kind == CSV_ROW_HEAD || row->kind == CSV_ROW_TOTALS) continue;
        if (row->kind == CSV_ROW_OUT)
            out++;
        else if (is_blank(t, row))
            blank++;
        else
            add_reply(t, row);
    }
    f->rows_left_out += out;
    f->rows_blank += blank;
    f->rows_read += out + blank + f->nreplies - before;
    struct str many = number_plain(t->job->scratch, (long)blank, LANG_EN);
    if (blank) diag_tell(t->job->diags, DIAG_REPLY_BLANK, files_place(t->job, path), many);
    if (!n) diag_tell(t->job->diags, DIAG_REPLY_NONE, files_place(t->job, path), {0});
}

/* Names no prompt, but is no form either: a form that has lost its prompts, or a field is named. */
static bool only_names(const struct reflections_table *t)
{
    for (size_t i = FIELD_NONE + 1; i < FIELD_ANSWER; i++)
        if (t->fields[i]) return true;
    return !t->form->nprompts;
}

/* No prompt is named: every row is left out, and the place and number told. */
static void leave_out(struct reflections_table *t)
{
    size_t rows = 0, blank = 0;
    for (size_t i = t->head + only_names(t); i < t->rows.n; i++) {
        if (csv_blank(&t->rows.at[i]))
            blank++;
        else
            rows++;
    }
    t->form->rows_read += rows + blank;
    t->form->rows_left_out += rows;
    t->form->rows_blank += blank;
    diag_tell(t->job->diags, DIAG_REPLY_HEAD, t->rows.at[t->head].place,
              number_latin(t->job->scratch, (long)rows));
}

/* A title may stand above the row that names the columns: one of the next few that names a prompt and a
 * second column. */
static bool find_head(struct reflections_table *t)
{
    enum { TRIES = 5 };
    size_t first = t->head;
    for (size_t i = first + 1, n = 0; i < t->rows.n && n < TRIES; i++) {
        const struct csv_row *row = &t->rows.at[i];
        if (csv_blank(row)) continue;
        size_t known = 0;
        bool asks = false;
        n++;
        for (size_t k = 0; k < row->n; k++) {
            enum field field = use_of(t, row->cells[k].text).field;
            known += field != FIELD_NONE;
            asks |= field >= FIELD_ANSWER;
        }
        if (!asks || known < 2) continue;
        t->head = i;
        diag_tell(t->job->diags, DIAG_REPLY_ABOVE, t->rows.at[first].place,
                  number_latin(t->job->scratch, (long)n));
        return read_head(t);
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

static void read_file(struct job *job, struct str path, struct form *f, struct answers_key *keys,
                      struct corpus *c)
{
    const struct source *s = input_source(job, path, true);
    if (!s) return;
    struct reflections_table t = {
        .job = job, .corpus = c, .form = f, .keys = keys, .rows = csv_read(job, s, 0, s->text.n)};
    t.damaged = is_damaged(job, f);
    while (t.head < t.rows.n && csv_blank(&t.rows.at[t.head])) t.head++;
    if (t.head == t.rows.n) return;
    if (!read_head(&t) && !find_head(&t)) {
        leave_out(&t);
        return;
    }
    columns_fit(job, &t.rows, t.head, types_of(&t));
    add_replies(&t, path);
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
        ids[i] = (struct tables_id){number_key(job->scratch, f->replies[i].number), f->replies[i].place};
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
    struct answers_key *keys = ARENA_MANY(job->scratch, struct answers_key, f->nprompts);
    for (size_t i = 0; i < f->nprompts; i++) keys[i] = answers_key(job->scratch, &f->prompts[i]);
    for (size_t i = 0; i < files.n; i++)
        if (form_of(c, files.at[i]) == f) read_file(job, files.at[i], f, keys, c);
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
