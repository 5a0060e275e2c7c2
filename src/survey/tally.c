#include "survey/tally.h"

static size_t rows_of(const struct prompt *q)
{
    size_t n = q->type == PROMPT_SCALE && q->points > 0                ? (size_t)q->points
               : q->type == PROMPT_YESNO                               ? 2
               : q->type == PROMPT_CHOICE || q->type == PROMPT_CHOICES ? q->noptions
                                                                       : 0;
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

static void count_answer(struct tally *t, const struct prompt *q, const struct said_answer *a)
{
    if (!a->given) return;
    t->answered++;
    if (q->type == PROMPT_CHOICE || q->type == PROMPT_CHOICES) count_bits(t, a->chosen);
    if (q->type == PROMPT_YESNO) t->rows[a->yes ? 0 : 1].count++;
    if (q->type != PROMPT_SCALE || a->scale < 1 || a->scale > q->points) return;
    t->sum += a->scale;
    if ((size_t)a->scale <= t->nrows) t->rows[a->scale - 1].count++;
}

struct tally tally_prompt(struct arena *a, const struct said_form *said, size_t prompt)
{
    const struct form *form = said->form;
    const struct prompt *q = &form->prompts[prompt];
    struct tally t = {.form = form, .prompt = q, .of = (long)form->nreplies};
    set_rows(a, &t, rows_of(q));
    for (size_t i = 0; i < form->nreplies; i++) count_answer(&t, q, &said->replies[i].answers[prompt]);
    return t;
}

/* The most frequent first; as in the form where they are equal. */
static void sort_rows(struct tally *t)
{
    for (size_t i = 1; i < t->nrows; i++)
        for (size_t k = i; k > 0; k--) {
            struct tally_row *x = &t->rows[k - 1], *y = &t->rows[k], swap = *y;
            if (x->count + x->more >= y->count + y->more) break;
            *y = *x;
            *x = swap;
        }
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

long tally_side(const struct tally *t)
{
    long side[2] = {0}, all = 0;
    size_t n = t->nrows;
    for (size_t i = 0; i < n; i++) {
        long value = t->rows[i].count;
        bool middle = n % 2 && i == n / 2;
        all += 2 * value;
        side[0] += middle ? value : i < n / 2 ? 2 * value : 0;
        side[1] += middle ? value : i < n / 2 ? 0 : 2 * value;
    }
    long most = side[0] > side[1] ? side[0] : side[1];
    return all ? (most * 1000 + all - 1) / all : 0;
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

static void count_cells(const struct prompt *q, const struct said_answer *a, long *cells, size_t ncells)
{
    if (q->type == PROMPT_SCALE && a->scale >= 1 && (size_t)a->scale <= ncells) cells[a->scale - 1]++;
    if (q->type == PROMPT_YESNO) cells[a->yes ? 0 : 1]++;
    if (q->type == PROMPT_CHOICE || q->type == PROMPT_CHOICES)
        for (size_t i = 0; i < ncells && i < 64; i++) cells[i] += (long)(a->chosen >> i & 1);
}

long *tally_groups(struct arena *a, const struct said_form *form, const struct tally *t,
                   const struct groups *g)
{
    size_t prompt = (size_t)(t->prompt - form->form->prompts);
    long *cells = ARENA_MANY(a, long, g->n * t->nrows);
    for (size_t i = 0; i < form->form->nreplies; i++)
        if (g->of[i] != SIZE_MAX)
            count_cells(t->prompt, &form->replies[i].answers[prompt], cells + g->of[i] * t->nrows, t->nrows);
    return cells;
}
