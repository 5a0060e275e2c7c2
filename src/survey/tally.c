#include "survey/tally.h"

/* -- what a type of prompt counts ------------------------------------------------------------------------ */

static size_t no_rows(const struct prompt *q)
{
    (void)q;
    return 0;
}

static size_t options(const struct prompt *q)
{
    return q->noptions;
}

static size_t points(const struct prompt *q)
{
    return q->points > 0 ? (size_t)q->points : 0;
}

static size_t yes_and_no(const struct prompt *q)
{
    (void)q;
    return 2;
}

static void count_chosen(const struct prompt_answer *a, long *cells, size_t n)
{
    for (size_t i = 0; i < n && i < 64; i++) cells[i] += (long)(a->chosen >> i & 1);
}

static void count_point(const struct prompt_answer *a, long *cells, size_t n)
{
    if (a->scale >= 1 && (size_t)a->scale <= n) cells[a->scale - 1]++;
}

static void count_yes(const struct prompt_answer *a, long *cells, size_t n)
{
    if (n) cells[a->yes ? 0 : 1]++;
}

/* Who put it first. */
static void count_first(const struct prompt_answer *a, long *cells, size_t n)
{
    if (a->nranked && a->ranked[0] < n) cells[a->ranked[0]]++;
}

static void add_point(struct tally *t, const struct prompt_answer *a)
{
    if (a->scale >= 1 && a->scale <= t->prompt->points) t->sum += a->scale;
}

/* What was given no place is not taken for last. */
static void add_places(struct tally *t, const struct prompt_answer *a)
{
    for (size_t i = 0; i < a->nranked; i++) {
        if (a->ranked[i] >= t->nrows) continue;
        t->rows[a->ranked[i]].placed++;
        t->rows[a->ranked[i]].places += (long)i + 1;
    }
}

static const struct type {
    size_t (*rows)(const struct prompt *q);
    void (*cells)(const struct prompt_answer *a, long *cells,
                  size_t n);                                      /* one a row: of all, or of a group */
    void (*more)(struct tally *t, const struct prompt_answer *a); /* of all alone; may be NULL */
    bool sorted;
} TYPES[PROMPT_TYPES] = {
    [PROMPT_OPEN] = {no_rows, NULL, NULL, false},
    [PROMPT_CHOICE] = {options, count_chosen, NULL, false},
    [PROMPT_CHOICES] = {options, count_chosen, NULL, false},
    [PROMPT_SCALE] = {points, count_point, add_point, false},
    [PROMPT_YESNO] = {yes_and_no, count_yes, NULL, false},
    [PROMPT_RANKING] = {options, count_first, add_places, true},
};

/* -- counting -------------------------------------------------------------------------------------------- */

static size_t rows_of(const struct prompt *q)
{
    size_t n = TYPES[q->type].rows(q);
    return n < TALLY_MOST ? n : TALLY_MOST;
}

static void set_rows(struct arena *a, struct tally *t, size_t n)
{
    t->nrows = n;
    t->rows = n ? ARENA_MANY(a, struct tally_row, n) : NULL;
    for (size_t i = 0; i < n; i++) t->rows[i].at = i;
}

static void count_bits(struct tally *t, uint64_t bits)
{
    for (size_t i = 0; i < t->nrows && i < 64; i++) t->rows[i].count += (long)(bits >> i & 1);
}

static long mean_side(const struct tally_row *x, const struct tally_row *y)
{
    return x->places * y->placed - y->places * x->placed;
}

static bool is_before(const struct tally_row *x, const struct tally_row *y)
{
    if (x->count + x->more != y->count + y->more) return x->count + x->more > y->count + y->more;
    if (!x->placed != !y->placed) return x->placed > 0;
    return mean_side(x, y) < 0;
}

/* The most frequent first, then the better place; as in the form where they are equal. */
static void sort_rows(struct tally *t)
{
    for (size_t i = 1; i < t->nrows; i++)
        for (size_t k = i; k > 0; k--) {
            struct tally_row *x = &t->rows[k - 1], *y = &t->rows[k], swap = *y;
            if (!is_before(y, x)) break;
            *y = *x;
            *x = swap;
        }
}

long tally_row_all(const struct tally_row *row)
{
    return row->count + row->more;
}

struct tally tally_prompt(struct arena *a, const struct said_form *said, size_t prompt)
{
    const struct form *form = said->form;
    const struct prompt *q = &form->prompts[prompt];
    const struct type *type = &TYPES[q->type];
    struct tally t = {.form = form, .prompt = q, .of = (long)form->nreplies};
    set_rows(a, &t, rows_of(q));
    long *cells = ARENA_MANY(a, long, t.nrows);
    for (size_t i = 0; i < form->nreplies; i++) {
        const struct said_answer *x = &said->replies[i].answers[prompt];
        if (!x->given) continue;
        t.answered++;
        if (type->cells) type->cells(&x->closed, cells, t.nrows);
        if (type->more) type->more(&t, &x->closed);
    }
    for (size_t i = 0; i < t.nrows; i++) t.rows[i].count = cells[i];
    if (type->sorted) sort_rows(&t);
    return t;
}

struct tally tally_themes(struct arena *a, const struct form *form, const struct themes *said)
{
    struct tally t = {.form = form, .of = (long)form->nreplies};
    set_rows(a, &t, form->nthemes < TALLY_MOST ? form->nthemes : TALLY_MOST);
    for (size_t i = 0; i < form->nreplies; i++) {
        t.answered += said->typed[i] || said->suggested[i];
        t.suggested += said->suggested[i] != 0;
        count_bits(&t, said->typed[i]);
        for (size_t k = 0; k < t.nrows && k < 64; k++) t.rows[k].more += (long)(said->suggested[i] >> k & 1);
    }
    sort_rows(&t);
    return t;
}

/* A mean would lie where fewer chose the point that it falls on than points on both sides of it. */
bool tally_split(const struct tally *t)
{
    long most[2] = {0}, mean = t->answered ? (t->sum * 2 + t->answered) / (t->answered * 2) : 0;
    if (mean < 1 || (size_t)mean > t->nrows) return false;
    for (size_t i = 0; i < t->nrows; i++) {
        size_t side = (long)i + 1 > mean;
        if ((long)i + 1 != mean && t->rows[i].count > most[side]) most[side] = t->rows[i].count;
    }
    return t->rows[mean - 1].count < most[0] && t->rows[mean - 1].count < most[1];
}

/* -- by group -- */

long *tally_groups(struct arena *a, const struct said_form *form, const struct tally *t,
                   const struct groups *g)
{
    size_t prompt = (size_t)(t->prompt - form->form->prompts);
    long *cells = ARENA_MANY(a, long, g->n * t->nrows);
    for (size_t i = 0; t->nrows && i < form->form->nreplies; i++)
        if (g->of[i] != SIZE_MAX)
            TYPES[t->prompt->type].cells(&form->replies[i].answers[prompt].closed,
                                         cells + g->of[i] * t->nrows, t->nrows);
    return cells;
}
