#include "read/form/head_rows.h"

#include "read/form/prompt_header.h"

/* -- a head's text --------------------------------------------------------------------------------------- */

static const struct {
    const char *entity, *text;
} ENTITIES[] = {{"&nbsp;", " "}, {"&amp;", "&"},  {"&lt;", "<"},    {"&gt;", ">"},   {"&quot;", "\""},
                {"&#39;", "'"},  {"&#160;", " "}, {"&rsquo;", "'"}, {"&ndash;", "-"}};

/* A tag's end, behind its "<": letters, then anything up to ">". SIZE_MAX where it is none. */
static size_t tag_end(struct str s, size_t at)
{
    size_t from = at + 1 + (at + 1 < s.n && s.s[at + 1] == '/');
    bool named = from < s.n && ((s.s[from] | 32) >= 'a' && (s.s[from] | 32) <= 'z');
    size_t end = named ? str_find(s, STR(">"), from) : SIZE_MAX;
    return end == SIZE_MAX ? end : end + 1;
}

static size_t entity_at(struct str s, size_t at, struct buf *b)
{
    for (size_t i = 0; i < sizeof ENTITIES / sizeof *ENTITIES; i++)
        if (str_starts(str_sub(s, at, s.n), ENTITIES[i].entity)) {
            buf_put(b, ENTITIES[i].text);
            return at + strlen(ENTITIES[i].entity);
        }
    buf_byte(b, s.s[at]);
    return at + 1;
}

static struct str plain(struct arena *a, struct str s)
{
    enum { LONGEST = 4000 };
    if (!s.s || s.n > LONGEST || (!memchr(s.s, '<', s.n) && !memchr(s.s, '&', s.n))) return s;
    struct buf b = BUF(a);
    for (size_t at = 0; at < s.n;) {
        size_t end = s.s[at] == '<' ? tag_end(s, at) : SIZE_MAX;
        if (end != SIZE_MAX) {
            buf_byte(&b, str_eq_fold(str_sub(s, at, at + 3), STR("<br")) ? '\n' : ' ');
            at = end;
        } else {
            at = entity_at(s, at, &b);
        }
    }
    return str_trim(buf_str(&b));
}

/* -- which rows are heads -------------------------------------------------------------------------------- */

static struct str cell(const struct csv_row *row, size_t i)
{
    return i < row->n ? row->cells[i].text : (struct str){0};
}

static bool is_import(const struct csv_row *row)
{
    size_t all = 0, imports = 0;
    for (size_t i = 0; i < row->n; i++) {
        all += row->cells[i].text.n > 0;
        imports += str_find(row->cells[i].text, STR("ImportId"), 0) != SIZE_MAX;
    }
    return imports && imports == all;
}

size_t head_rows_import(const struct csv_rows *rows)
{
    enum { TRIES = 8 };
    for (size_t i = 1; i < rows->n && i < TRIES; i++)
        if (is_import(&rows->at[i])) return i > 1 && !csv_blank(&rows->at[i - 2]) ? i - 2 : i - 1;
    return SIZE_MAX;
}

/* Under a question that has no options of its own. */
static bool is_plain_answer(struct arena *a, struct str text)
{
    static const char *const WORDS[] = {"response", "openendedresponse", "openended", "responses", "ចម្លើយ"};
    struct str word = answer_key_fold(a, text);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_is(word, WORDS[i])) return true;
    return false;
}

struct below { /* a first row, and the one under it */
    struct arena *a;
    const struct column_use_form *f;
    const struct csv_row *top, *row;
};

/* The head over a column: that of the next one to its left, where its own is blank. */
static struct str over(const struct below *b, size_t i)
{
    while (i && !cell(b->top, i).n) i--;
    return plain(b->a, cell(b->top, i));
}

/* Its cells stand under questions as their options, and every head without words has one below. */
static bool has_options(const struct below *b)
{
    size_t options = 0, spread = 0;
    for (size_t i = 0; i < b->row->n; i++) {
        struct str text = cell(b->row, i), head = over(b, i);
        bool blank = !cell(b->top, i).n;
        if (!text.n && blank) return false;
        if (!text.n) continue;
        if (is_plain_answer(b->a, text)) return true;
        struct str both = str_fmt(b->a, "%.*s [%.*s]", STR_ARGS(head), STR_ARGS(text));
        if (column_use_of(b->a, b->f, both).field != USE_OPTION) return false;
        options++;
        spread += blank;
    }
    return options > 1 && spread;
}

/* Its cells are the questions whose ids stand above. */
static bool has_questions(const struct below *b)
{
    for (size_t i = 0; i < b->row->n; i++) {
        struct str text = plain(b->a, cell(b->row, i));
        if (!text.n || str_eq(text, plain(b->a, cell(b->top, i)))) continue;
        struct column_use use = column_use_of(b->a, b->f, text);
        if (use.by_words && !use.among && use.field == USE_ANSWER) return true;
    }
    return false;
}

/* -- heads ----------------------------------------------------------------------------------------------- */

static struct str joined(struct job *job, const struct below *b, size_t i)
{
    struct str head = over(b, i), option = plain(job->scratch, cell(b->row, i));
    if (!option.n || is_plain_answer(job->scratch, option))
        return str_copy(job->keep, cell(b->top, i).n ? head : option);
    return str_fmt(job->keep, "%.*s [%.*s]", STR_ARGS(head), STR_ARGS(option));
}

static bool any_blank_head(const struct below *b)
{
    for (size_t i = 0; i < b->row->n; i++)
        if (!cell(b->top, i).n && cell(b->row, i).n) return true;
    return false;
}

/* A first row alone, over options, or over questions. */
enum shape { SHAPE_ONE, SHAPE_OPTIONS, SHAPE_QUESTIONS };

static enum shape shape_of(const struct below *b, bool import)
{
    if (import || has_questions(b)) return SHAPE_QUESTIONS;
    for (size_t i = 0; i < b->row->n; i++)
        if (is_plain_answer(b->a, cell(b->row, i))) return SHAPE_OPTIONS;
    return any_blank_head(b) && has_options(b) ? SHAPE_OPTIONS : SHAPE_ONE;
}

static struct head_rows_column column_of(struct job *job, const struct below *b, enum shape shape, size_t i)
{
    const struct csv_row *places = i < b->top->n ? b->top : b->row;
    struct head_rows_column c = {.place = places->cells[i].place};
    if (shape == SHAPE_OPTIONS)
        c.text = joined(job, b, i);
    else
        c.text = plain(job->keep, cell(shape == SHAPE_QUESTIONS ? b->row : b->top, i));
    if (shape == SHAPE_QUESTIONS) c.id = cell(b->top, i);
    return c;
}

struct head_rows head_rows_read(struct job *job, const struct column_use_form *f, const struct csv_rows *rows,
                                size_t first)
{
    static const struct csv_row NO_ROW = {0};
    struct arena_mark mark = arena_mark(job->scratch);
    const struct csv_row *next = first + 1 < rows->n ? &rows->at[first + 1] : &NO_ROW;
    struct below b = {job->scratch, f, &rows->at[first], next};
    bool under = first + 2 < rows->n && is_import(&rows->at[first + 2]);
    bool alone = is_import(next);
    enum shape shape = alone ? SHAPE_ONE : shape_of(&b, under);
    size_t past = first + 1 + (alone || shape != SHAPE_ONE) + under;
    size_t n = shape != SHAPE_ONE && next->n > b.top->n ? next->n : b.top->n;
    struct head_rows h = {ARENA_MANY(job->keep, struct head_rows_column, n), n, past};
    for (size_t i = 0; i < n; i++) h.columns[i] = column_of(job, &b, shape, i);
    arena_reset(job->scratch, mark);
    return h;
}
