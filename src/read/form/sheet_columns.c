#include "read/form/sheet_columns.h"

#include "khmer/number.h"
#include "read/form/answers.h"
#include "read/form/scale_cell.h"

/* -- what each holds ------------------------------------------------------------------------------------- */

static struct column_use use_in_scratch(const struct sheet_columns *c, struct str head)
{
    struct arena_mark mark = arena_mark(c->job->scratch);
    struct column_use use = column_use_of(c->job->scratch, c->form, head);
    arena_reset(c->job->scratch, mark);
    return use;
}

static bool asks(struct column_use use)
{
    return use.field >= USE_ANSWER;
}

/* Questions above which ids stand go by their words; by the ids where no words are known. */
static bool find_uses(struct sheet_columns *c)
{
    bool any = false;
    for (size_t i = 0; i < c->heads.n; i++) {
        c->uses[i] = use_in_scratch(c, c->heads.columns[i].text);
        any |= asks(c->uses[i]);
    }
    bool by_words = any;
    for (size_t i = 0; i < c->heads.n; i++) {
        if (c->uses[i].field != USE_NONE || !c->heads.columns[i].id.n) continue;
        struct column_use use = use_in_scratch(c, c->heads.columns[i].id);
        if (!by_words || !asks(use)) c->uses[i] = use;
        any |= asks(c->uses[i]);
    }
    return any;
}

static bool is_specify(struct arena *a, struct str head)
{
    static const char *const WORDS[] = {"pleasespecify", "ifotherpleasespecify", "specify",
                                        "specifyother",  "ifotherspecify",       "សូមបញ្ជាក់",
                                        "បើផ្សេងសូមបញ្ជាក់"};
    struct str folded = answer_key_fold(a, head);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_is(folded, WORDS[i])) return true;
    return answer_key_means_other(folded);
}

/* "Other (please specify)" alone belongs to the question before it. */
static void find_specified(struct sheet_columns *c)
{
    for (size_t i = 1; i < c->heads.n; i++) {
        const struct column_use *before = &c->uses[i - 1];
        if (c->uses[i].field != USE_NONE || (before->field != USE_ANSWER && before->field != USE_OPTION))
            continue;
        const struct answer_key *k = &c->form->keys[before->prompt];
        struct arena_mark mark = arena_mark(c->job->scratch);
        if (prompt_has_options(k->prompt) && is_specify(c->job->scratch, c->heads.columns[i].text))
            c->uses[i] =
                (struct column_use){.field = USE_OPTION, .prompt = before->prompt, .option = k->other};
        arena_reset(c->job->scratch, mark);
    }
}

/* A prompt's words among others ask something else where they stand alone in another column, or its options
 * have columns of their own. */
static void drop_among(struct sheet_columns *c)
{
    bool *alone = ARENA_MANY(c->job->keep, bool, c->form->form->nprompts + 1);
    for (size_t i = 0; i < c->heads.n; i++) {
        if (c->uses[i].field == USE_OPTION) c->options[c->uses[i].prompt] = true;
        if (c->uses[i].field == USE_ANSWER && !c->uses[i].among) alone[c->uses[i].prompt] = true;
    }
    for (size_t i = 0; i < c->heads.n; i++) {
        struct column_use *use = &c->uses[i];
        if (use->field == USE_ANSWER && use->among && (alone[use->prompt] || c->options[use->prompt]))
            *use = (struct column_use){0};
    }
}

/* -- codes ----------------------------------------------------------------------------------------------- */

static bool are_codes(const struct answer_key *k, struct str text)
{
    for (size_t from = 0, to; from <= text.n; from = to + 1) {
        for (to = from; to < text.n && !memchr(",; ", text.s[to], 3); to++) {
        }
        if (to > from && answer_key_option_code(k, str_sub(text, from, to)) < 0) return false;
    }
    return true;
}

/* Yes and no as 1 and 2. */
static bool is_yesno_code(struct str text, bool *two)
{
    bool is_two = str_is(text, "2") || str_is(text, "A2");
    *two |= is_two;
    return is_two || str_is(text, "1") || str_is(text, "A1");
}

/* What a column may hold codes for: options, yes and no, or the options of a ranking's places ("A2"), where a
 * number is a place. */
static bool is_code(const struct column_use *use, const struct answer_key *k, struct str text, bool *two)
{
    bool letter = text.n && ((text.s[0] | 32) == 'a' || (text.s[0] | 32) == 's');
    if (use->field == USE_OPTION) return letter && are_codes(k, text);
    if (prompt_has_points(k->prompt)) return scale_cell_code(k, text) > 0;
    return prompt_has_options(k->prompt) ? are_codes(k, text) : is_yesno_code(text, two);
}

static bool may_hold_codes(const struct column_use *use, const struct prompt *p)
{
    if (use->field == USE_OPTION) return p->type == PROMPT_RANKING;
    return use->field == USE_ANSWER &&
           (prompt_has_options(p) || prompt_has_points(p) || p->type == PROMPT_YESNO);
}

static bool is_own(const struct answer_cell *c)
{
    struct arena_mark mark = arena_mark(c->job->scratch);
    bool own =
        prompt_has_options(c->key->prompt) && answer_key_option(c->job->scratch, c->key, c->cell.text) >= 0;
    arena_reset(c->job->scratch, mark);
    return own;
}

/* All that it holds, and no option's own id or words; yes and no only with a 2 among them: a 1 is a yes
 * anyway. */
static bool holds_codes(const struct sheet_columns *c, size_t column)
{
    const struct column_use *use = &c->uses[column];
    const struct answer_key *k = &c->form->keys[use->prompt];
    if (use->field < USE_ANSWER) return false;
    bool any = false, two = k->prompt->type != PROMPT_YESNO;
    if (!may_hold_codes(use, k->prompt)) return false;
    for (size_t i = c->heads.past; i < c->rows->n; i++) {
        const struct csv_row *row = &c->rows->at[i];
        if (column >= row->n || !row->cells[column].text.n) continue;
        struct answer_cell cell = {.job = c->job, .key = k, .cell = row->cells[column]};
        if (answers_none(&cell)) continue;
        if (is_own(&cell) || !is_code(use, k, cell.cell.text, &two)) return false;
        any = true;
    }
    return any && two;
}

/* -- the head -------------------------------------------------------------------------------------------- */

bool sheet_columns_read(struct job *job, const struct column_use_form *form, const struct csv_rows *rows,
                        size_t first, struct sheet_columns *c)
{
    *c = (struct sheet_columns){.job = job, .form = form, .rows = rows, .first = first};
    c->heads = head_rows_read(job, form, rows, first);
    c->uses = ARENA_MANY(job->keep, struct column_use, c->heads.n);
    c->coded = ARENA_MANY(job->keep, bool, c->heads.n);
    c->options = ARENA_MANY(job->keep, bool, form->form->nprompts + 1);
    if (!find_uses(c)) return false;
    find_specified(c);
    drop_among(c);
    c->online = c->heads.past > first + 1;
    for (size_t i = 0; i < c->heads.n; i++) {
        struct column_use use = c->uses[i];
        c->fields[use.field] = true;
        c->online |= (use.field == USE_SERVICE && use.services) || (use.field == USE_OPTION && use.by_words);
    }
    for (size_t i = 0; i < c->heads.n && c->online; i++) c->coded[i] = holds_codes(c, i);
    return true;
}

struct str sheet_columns_name(const struct sheet_columns *c, size_t column)
{
    struct column_use use = c->uses[column];
    if (asks(use)) return c->form->form->prompts[use.prompt].id;
    return column_use_name(c->job->scratch, c->heads.columns[column].text);
}

/* -- what is told ---------------------------------------------------------------------------------------- */

static size_t filled(const struct sheet_columns *c, size_t column)
{
    size_t n = 0;
    for (size_t i = c->heads.past; i < c->rows->n; i++)
        n += column < c->rows->at[i].n && c->rows->at[i].cells[column].text.n;
    return n;
}

static bool *taken_prompts(const struct sheet_columns *c)
{
    bool *taken = ARENA_MANY(c->job->scratch, bool, c->form->form->nprompts + 1);
    for (size_t i = 0; i < c->heads.n; i++)
        if (c->uses[i].field == USE_ANSWER || c->uses[i].field == USE_OPTION) taken[c->uses[i].prompt] = true;
    return taken;
}

static void tell_unknown(const struct sheet_columns *c, size_t column, const bool *taken)
{
    enum { MANY = 3 };
    struct head_rows_column head = c->heads.columns[column];
    struct str near = column_use_near(c->job->scratch, c->form, taken, c->fields, head.text);
    struct str name = sheet_columns_name(c, column);
    size_t rows = filled(c, column), all = c->rows->n - c->heads.past;
    if (near.n)
        diag_tell(c->job->diags, DIAG_REPLY_COLUMN_NEAR, head.place, near, name);
    else if (rows && (rows >= MANY || rows * 2 >= all))
        diag_tell(c->job->diags, DIAG_REPLY_COLUMN_FULL, head.place,
                  number_latin(c->job->scratch, (long)rows), name);
    else
        diag_tell(c->job->diags, DIAG_REPLY_COLUMN, head.place, name);
}

static void tell_services(const struct sheet_columns *c)
{
    enum { NAMED_MOST = 6 };
    struct buf names = BUF(c->job->scratch);
    struct place first = {0};
    size_t n = 0;
    for (size_t i = 0; i < c->heads.n; i++) {
        if (c->uses[i].field != USE_SERVICE) continue;
        if (!n++) first = c->heads.columns[i].place;
        if (n > NAMED_MOST) continue;
        if (names.n) buf_put(&names, ", ");
        buf_add(&names, sheet_columns_name(c, i));
    }
    if (n > NAMED_MOST) buf_put(&names, ", …");
    if (n)
        diag_tell(c->job->diags, DIAG_REPLY_SERVICE, first, number_latin(c->job->scratch, (long)n),
                  buf_str(&names));
}

/* One number for each thing that a column can hold. */
static size_t slot_of(struct column_use u)
{
    size_t answer = u.field == USE_ANSWER ? 0 : 1 + (size_t)u.lang;
    return u.field < USE_ANSWER ? (size_t)u.field : USE_FIELDS + u.prompt * (1 + LANG_N) + answer;
}

/* A question may be asked again, and what was agreed to: what the columns say is put together. */
static void tell_repeated(const struct sheet_columns *c, bool *seen, size_t column)
{
    struct column_use *use = &c->uses[column];
    if (use->field <= USE_SERVICE || use->field == USE_OPTION) return;
    bool *before = &seen[slot_of(*use)];
    if (*before) {
        bool joins = (use->field == USE_ANSWER && !use->among) || use->field == USE_QUOTE;
        diag_tell(c->job->diags, DIAG_CSV_HEAD_TWICE, c->heads.columns[column].place, {0});
        if (!joins) use->field = USE_NONE;
    }
    *before = true;
}

static void tell_column(const struct sheet_columns *c, bool *seen, const bool *taken, size_t i,
                        size_t *unknown)
{
    enum { TOLD_MOST = 20 };
    struct head_rows_column head = c->heads.columns[i];
    if (!head.text.n && filled(c, i)) diag_tell(c->job->diags, DIAG_CSV_HEAD_EMPTY, head.place, {0});
    if (c->coded[i]) diag_tell(c->job->diags, DIAG_ANSWER_CODES, head.place, sheet_columns_name(c, i));
    if (head.text.n && c->uses[i].field == USE_NONE && taken && (*unknown)++ < TOLD_MOST)
        tell_unknown(c, i, taken);
    tell_repeated(c, seen, i);
}

void sheet_columns_tell(const struct sheet_columns *c, bool damaged)
{
    struct arena_mark mark = arena_mark(c->job->scratch);
    bool *seen = ARENA_MANY(c->job->scratch, bool, USE_FIELDS + (1 + LANG_N) * c->form->form->nprompts);
    bool *taken = damaged ? NULL : taken_prompts(c);
    size_t unknown = 0;
    tell_services(c);
    for (size_t i = 0; i < c->heads.n; i++) tell_column(c, seen, taken, i, &unknown);
    arena_reset(c->job->scratch, mark);
}
