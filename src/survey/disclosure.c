#include "survey/disclosure.h"

#include <stdlib.h>

enum { TABLES = 3 /* time, role, language */, COLUMNS = TALLY_MOST + 1 };

struct combination {
    size_t group[TABLES]; /* SIZE_MAX: of any */
    long n;
    bool part; /* some of those who share it: nothing is bound to be theirs by the rows alone */
};

struct bound {
    long least, most;
};

struct margins {
    const struct disclosure *d;
    enum group_way way[TABLES];
    size_t ntables;
    long *totals; /* by column */
};

/* -- cells ----------------------------------------------------------------------------------------------- */

/* Answers that exclude each other, and the rest; of those that do not, one, and the rest. */
static size_t ncolumns(const struct margins *s)
{
    return s->d->tally->prompt->type == PROMPT_CHOICES ? 2 : s->d->tally->nrows + 1;
}

static size_t nturns(const struct margins *s)
{
    return s->d->tally->prompt->type == PROMPT_CHOICES ? s->d->tally->nrows : 1;
}

static long cell(const struct margins *s, size_t table, size_t group, size_t turn, size_t column)
{
    enum group_way way = s->way[table];
    size_t last = ncolumns(s) - 1;
    const long *row = s->d->cells[way] + group * s->d->tally->nrows + turn;
    long rest = s->d->groups[way].at[group].n;
    if (column < last) return row[column];
    for (size_t i = 0; i < last; i++) rest -= row[i];
    return rest;
}

static void add_up(const struct margins *s, size_t turn)
{
    for (size_t k = 0; k < ncolumns(s); k++) {
        s->totals[k] = 0;
        for (size_t g = 0; g < s->d->groups[s->way[0]].n; g++) s->totals[k] += cell(s, 0, g, turn, k);
    }
}

/* -- bounds ---------------------------------------------------------------------------------------------- */

/* By the rows alone; only: by that table's alone, of which nothing is bound to be there. */
static struct bound by_rows(const struct margins *s, const struct combination *x, size_t turn, size_t column,
                            size_t only)
{
    struct bound b = {s->totals[column], x->n};
    for (size_t t = 0; t < s->ntables; t++) {
        if (x->group[t] == SIZE_MAX || (only < TABLES && only != t)) continue;
        long in = cell(s, t, x->group[t], turn, column);
        b.least += in - s->totals[column];
        if (in < b.most) b.most = in;
    }
    if (b.least < 0 || x->part || only < TABLES) b.least = 0;
    return b;
}

/* The same by one who knows how many they are: what the other columns cannot hold is here. */
static struct bound bound_of(const struct margins *s, const struct combination *x, size_t turn, size_t column,
                             size_t only)
{
    struct bound b = by_rows(s, x, turn, column, only);
    long others_least = 0, others_most = 0;
    for (size_t k = 0; k < ncolumns(s); k++) {
        if (k == column) continue;
        struct bound other = by_rows(s, x, turn, k, only);
        others_least += other.least;
        others_most += other.most;
    }
    if (x->n - others_most > b.least) b.least = x->n - others_most;
    if (x->n - others_least < b.most) b.most = x->n - others_least;
    return b;
}

static bool cell_told(const struct margins *s, const struct combination *x, size_t turn, size_t column)
{
    struct bound b = bound_of(s, x, turn, column, TABLES);
    if (b.least < 1 || b.most - b.least > 1) return false;
    for (size_t t = 0; t < s->ntables; t++)
        if (x->group[t] != SIZE_MAX && bound_of(s, x, turn, column, t).least >= b.least) return false;
    return true;
}

/* -- combinations ---------------------------------------------------------------------------------------- */

static int combination_cmp(const void *a, const void *b)
{
    const struct combination *x = a, *y = b;
    for (int t = 0; t < TABLES; t++)
        if (x->group[t] != y->group[t]) return x->group[t] < y->group[t] ? -1 : 1;
    return 0;
}

/* Those of some tables (bits), each once. */
static size_t combinations(const struct margins *s, unsigned tables, struct combination *list)
{
    size_t n = 0, kept = 0;
    for (size_t i = 0; i < s->d->n; i++) {
        if (s->d->groups[s->way[0]].of[i] == SIZE_MAX) continue;
        list[n] = (struct combination){{SIZE_MAX, SIZE_MAX, SIZE_MAX}, 1, false};
        for (size_t t = 0; t < s->ntables; t++)
            if (tables >> t & 1) list[n].group[t] = s->d->groups[s->way[t]].of[i];
        n++;
    }
    if (n) qsort(list, n, sizeof *list, combination_cmp);
    for (size_t i = 0; i < n; i++)
        if (kept && combination_cmp(&list[kept - 1], &list[i]) == 0)
            list[kept - 1].n++;
        else
            list[kept++] = list[i];
    return kept;
}

/* Of many the largest small part: a role of one session, where several sessions have a row together. */
static struct combination small_one(const struct margins *s, struct combination x)
{
    x.part = x.n >= s->d->least;
    if (x.part) x.n = s->d->least - 1;
    return x;
}

static bool any_told(const struct margins *s, const struct combination *list, size_t n)
{
    for (size_t turn = 0; turn < nturns(s); turn++) {
        add_up(s, turn);
        for (size_t i = 0; i < n; i++) {
            struct combination x = small_one(s, list[i]);
            for (size_t k = 0; x.n && k + 1 < ncolumns(s); k++)
                if (cell_told(s, &x, turn, k)) return true;
        }
    }
    return false;
}

static struct margins margins_of(const struct disclosure *d, unsigned ways, long *totals)
{
    struct margins s = {.d = d, .totals = totals};
    for (int w = 0; w < GROUP_WAYS; w++) {
        bool twice = w == GROUP_DAY && (ways >> GROUP_SESSION & 1);
        if ((ways >> w & 1) && !twice && d->groups[w].n > 1) s.way[s.ntables++] = (enum group_way)w;
    }
    return s;
}

bool disclosure_told(struct arena *scratch, const struct disclosure *d, unsigned ways)
{
    long totals[COLUMNS];
    struct margins s = margins_of(d, ways, totals);
    struct arena_mark mark = arena_mark(scratch);
    bool told = false;
    struct combination *list = ARENA_MANY(scratch, struct combination, d->n);
    for (unsigned tables = 1; !told && tables < 1u << s.ntables; tables++) {
        if ((tables & (tables - 1)) == 0) continue; /* one row is no combination */
        told = any_told(&s, list, combinations(&s, tables, list));
    }
    arena_reset(scratch, mark);
    return told;
}
