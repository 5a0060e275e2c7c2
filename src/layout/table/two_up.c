#include "layout/table/two_up.h"

struct line_maker {
    struct arena *arena;
    struct two_up_table *set;
    struct node *table;
    size_t columns; /* of a record */
};

static bool is_plain(const struct node *table)
{
    for (const struct node *row = table->first; row; row = row->next)
        for (const struct node *c = row->role == ROLE_ROW ? row->first : NULL; c; c = c->next)
            if (node_down(c) > 1 || (node_across(c) > 1 && !row->remark)) return false;
    return true;
}

static bool is_record(const struct node *row)
{
    return row->role == ROLE_ROW && !row->head && !row->remark;
}

static struct node *copy_without(struct arena *a, const struct node *n)
{
    struct node *copy = ARENA_ONE(a, struct node);
    *copy = *n;
    copy->first = copy->last = NULL;
    return copy;
}

/* -- lines ----------------------------------------------------------------------------------------------- */

static struct node *new_line(const struct line_maker *m, const struct node *row)
{
    struct node *line = copy_without(m->arena, row);
    node_add(m->table, line);
    return line;
}

static void add_cells(const struct line_maker *m, struct node *line, const struct node *row)
{
    for (const struct node *c = row->first; c; c = c->next) {
        struct node *cell = ARENA_ONE(m->arena, struct node);
        *cell = *c;
        node_add(line, cell);
        *map_at(&m->set->cells, map_pointer(cell)) = (void *)(uintptr_t)c;
    }
}

static void add_blank(const struct line_maker *m, struct node *line, const struct node *beside)
{
    for (size_t i = 0; i < m->columns; i++) {
        struct node *cell = ARENA_ONE(m->arena, struct node);
        *cell = (struct node){.role = ROLE_CELL, .place = beside->place};
        node_add(line, cell);
    }
}

/* What stands beside a head is no header once more, but its look. */
static void put_head(const struct line_maker *m, const struct node *row)
{
    struct node *line = new_line(m, row);
    add_cells(m, line, row);
    for (const struct node *c = row->first; c; c = c->next) {
        struct node *again = copy_without(m->arena, c);
        if (c->low.n) again->spans = c->low;
        node_add(line, again);
    }
}

static void put_remark(const struct line_maker *m, const struct node *row)
{
    struct node *line = new_line(m, row);
    add_cells(m, line, row);
    if (line->last) line->last->across = (unsigned)m->table->ncolumns;
}

/* Either may be NULL, not both. */
static void put_line(const struct line_maker *m, const struct node *left, const struct node *right)
{
    const struct node *halves[] = {left, right}, *any = left ? left : right;
    struct node *line = new_line(m, any);
    for (size_t k = 0; k < 2; k++) {
        if (halves[k])
            add_cells(m, line, halves[k]);
        else
            add_blank(m, line, any);
    }
}

/* Over both halves, its numbers at the end of the right one. */
static void put_sum(const struct line_maker *m, const struct node *row)
{
    struct node *line = new_line(m, row);
    add_cells(m, line, row);
    if (line->first) line->first->across = (unsigned)m->columns + 1;
}

/* -- records that follow each other ---------------------------------------------------------------------- */

struct two_up_run {
    VEC(const struct node *) rows;
    size_t sums; /* so many at its end add up */
};

static struct two_up_run run_of(struct arena *a, const struct node *row)
{
    struct two_up_run run = {0};
    for (; row && is_record(row); row = row->next) {
        VEC_ADD(a, run.rows, row);
        run.sums = row->sums ? run.sums + 1 : 0;
    }
    return run;
}

static const struct node *row_at(const struct two_up_run *run, size_t i, size_t end)
{
    return i < end ? run->rows.at[i] : NULL;
}

static void put_along(const struct line_maker *m, const struct two_up_run *run)
{
    for (size_t i = 0; i < run->rows.n; i += 2) put_line(m, run->rows.at[i], row_at(run, i + 1, run->rows.n));
}

static void put_down(const struct line_maker *m, const struct two_up_run *run)
{
    size_t names = run->rows.n - run->sums, half = (names + 1) / 2;
    for (size_t i = 0; i < half; i++) put_line(m, run->rows.at[i], row_at(run, half + i, names));
    for (size_t i = names; i < run->rows.n; i++) put_sum(m, run->rows.at[i]);
}

/* -- the table ------------------------------------------------------------------------------------------- */

/* A column of either half is like the same one of the other. */
static struct column *columns_twice(struct arena *a, const struct node *table)
{
    size_t n = table->ncolumns;
    struct column *twice = ARENA_MANY(a, struct column, 2 * n);
    for (size_t i = 0; i < 2 * n; i++) twice[i] = table->columns[i % n];
    return twice;
}

static void put_lines(const struct line_maker *m, const struct node *from)
{
    for (const struct node *row = from->first; row;) {
        if (is_record(row)) {
            struct two_up_run run = run_of(m->arena, row);
            (from->two_up == TWO_UP_ALONG ? put_along : put_down)(m, &run);
            row = run.rows.at[run.rows.n - 1]->next;
            continue;
        }
        if (row->role == ROLE_ROW) (row->head ? put_head : put_remark)(m, row);
        row = row->next;
    }
}

struct two_up_table two_up_of(struct arena *a, const struct node *table)
{
    struct two_up_table set = {table, table, MAP(a)};
    if (table->role != ROLE_TABLE || !table->two_up || !table->ncolumns || !is_plain(table)) return set;
    struct node *twice = copy_without(a, table);
    struct line_maker m = {a, &set, twice, table->ncolumns};
    twice->columns = columns_twice(a, table);
    twice->ncolumns = 2 * table->ncolumns;
    put_lines(&m, table);
    set.table = twice;
    return set;
}

bool two_up_is(const struct two_up_table *t)
{
    return t->table != t->from;
}

const struct node *two_up_cell(const struct two_up_table *t, const struct node *cell)
{
    const struct node *of = two_up_is(t) ? map_get(&t->cells, map_pointer(cell)) : NULL;
    return of ? of : cell;
}
