#include "compose/table_nodes.h"

#include "khmer/letter.h"

enum { ACROSS_MOST = 1000, DOWN_MOST = 100000, NOT_NUMBERS = 1, SOME_NUMBERS = 2 };

/* -- the grid -- */

static void clip(struct node *cell, size_t rows)
{
    size_t across = node_across(cell), down = node_down(cell);
    rows = rows < DOWN_MOST ? rows : DOWN_MOST;
    cell->across = (unsigned)(across < ACROSS_MOST ? across : ACROSS_MOST);
    cell->down = (unsigned)(down < rows ? down : rows);
}

/* How many rows of its part, the head or the body, follow the row, itself with them. */
static size_t rows_left(const struct node *row)
{
    size_t n = 0;
    for (const struct node *r = row; r && r->head == row->head; r = r->next) n++;
    return n;
}

/* Enough columns for any row: its own cells, and those that reach into it from above. */
static size_t columns_wanted(struct builder *p, const struct node *table, size_t typed)
{
    size_t most = typed, bound = typed;
    for (const struct node *row = table->first; row; row = row->next) {
        size_t own = 0;
        for (struct node *c = row->first; c; c = c->next) {
            own += node_across(c);
            bound += node_down(c) > 1 ? node_across(c) : 0;
        }
        most = own > most ? own : most;
    }
    struct arena_mark mark = arena_mark(p->job->scratch);
    struct tree_columns at = tree_columns_new(p->job->scratch, most + bound);
    for (const struct node *row = table->first; row; row = row->next, tree_columns_row(&at))
        for (const struct node *c = row->first; c; c = c->next) {
            size_t end = tree_columns_cell(&at, node_across(c), node_down(c)) + node_across(c);
            most = end > most ? end : most;
        }
    arena_reset(p->job->scratch, mark);
    return most;
}

/* A row that cells from above cover whole says nothing: they become shorter by it. One row stays. */
static void drop_covered(struct builder *p, struct node *table)
{
    size_t n = 0, at = 0, left;
    for (const struct node *row = table->first; row; row = row->next) n++;
    struct arena_mark mark = arena_mark(p->job->scratch);
    size_t *covered = ARENA_MANY(p->job->scratch, size_t, n + 1); /* rows above a row that are */
    left = n;
    for (const struct node *row = table->first; row; row = row->next, at++) {
        bool drop = row->role == ROLE_ROW && !row->first && left > 1;
        covered[at + 1] = covered[at] + drop;
        left -= drop;
    }
    at = 0;
    for (struct node *row = table->first, *next; row; row = next, at++) {
        next = row->next;
        for (struct node *c = row->first; c; c = c->next) {
            size_t end = at + node_down(c) < n ? at + node_down(c) : n;
            c->down = (unsigned)(node_down(c) - (covered[end] - covered[at]));
        }
        if (covered[at + 1] > covered[at]) builder_drop(row);
    }
    arena_reset(p->job->scratch, mark);
}

/* A cell beside those of its row, where there is room for one. */
static void fill_row(struct builder *p, struct node *row, struct tree_columns *at)
{
    while (tree_columns_cell(at, 1, 1) < at->n) builder_node(p, row, ROLE_CELL);
}

/* A cell that would reach into a column that is taken from above ends before it. */
static void place(struct tree_columns *at, struct node *cell)
{
    size_t k = at->at, free = 0;
    while (k < at->n && at->until[k] > at->row) k++;
    while (k + free < at->n && at->until[k + free] <= at->row && free < node_across(cell)) free++;
    cell->across = (unsigned)free;
    tree_columns_cell(at, free, node_down(cell));
}

static void fit_rows(struct builder *p, struct node *table)
{
    struct tree_columns at = tree_columns_new(p->a, table->ncolumns);
    for (struct node *row = table->first; row; row = row->next, tree_columns_row(&at)) {
        for (struct node *c = row->first; c; c = c->next) place(&at, c);
        fill_row(p, row, &at);
    }
}

/* -- names of rows -- */

enum { NAME_MOST = 80 }; /* characters; longer ones are text, not names */

static bool is_strong(struct spans s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!(s.at[i].style & SPAN_STRONG) && str_trim(s.at[i].text).n) return false;
    return s.n > 0;
}

/* What a table's first column holds below the head. */
struct first_column {
    bool any, filled, strong, short_and_different;
    struct map seen;
};

/* Pictures' words too. */
static struct str name_in(struct arena *a, struct spans s)
{
    struct buf out = BUF(a);
    for (size_t i = 0; i < s.n; i++) buf_add(&out, s.at[i].text);
    return str_trim(buf_str(&out));
}

static void take_name(struct builder *p, struct first_column *f, const struct node *cell)
{
    struct str text = name_in(p->job->scratch, cell->spans);
    f->any = true;
    f->filled &= text.n > 0;
    f->strong &= is_strong(cell->spans);
    f->short_and_different &= utf8_count(text) <= NAME_MOST && !map_add_str(&f->seen, text);
}

/* Its first column names the rows where the writer says so (bold, or a head that leaves the corner empty), or
 * where its words are short and no two alike, or numbers stand beside them. */
static bool heads_rows(struct builder *p, const struct node *table, const unsigned char *held)
{
    struct first_column f = {false, true, true, true, MAP(p->job->scratch)};
    bool corner = false, beside = table->ncolumns > 1;
    struct arena_mark mark = arena_mark(p->job->scratch);
    struct tree_columns at = tree_columns_new(p->job->scratch, table->ncolumns);
    for (const struct node *row = table->first; row; row = row->next, tree_columns_row(&at))
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            if (tree_columns_cell(&at, node_across(cell), node_down(cell))) continue;
            if (row->head)
                corner |= !cell->spans.n;
            else if (node_across(cell) < table->ncolumns)
                take_name(p, &f, cell);
        }
    arena_reset(p->job->scratch, mark);
    for (size_t k = 1; k < table->ncolumns; k++) beside &= held[k] == SOME_NUMBERS;
    bool words = held[0] == NOT_NUMBERS && f.filled && (beside || f.short_and_different);
    return table->ncolumns > 1 && f.any && (words || corner || (f.filled && f.strong));
}

/* -- numbers -- */

/* One number, in digits of either script, or nothing. */
static bool is_number(struct spans s, bool *any)
{
    for (size_t i = 0; i < s.n; i++) {
        struct str text = str_trim(s.at[i].text);
        for (size_t at = 0, from; at < text.n;) {
            from = at;
            uint32_t c = utf8_next(text, &at);
            bool digit = khmer_digit_value(c) >= 0;
            bool sign = from == 0 && !*any && (c == '+' || c == '-' || c == 0x2212);
            bool part = *any && (c == '.' || c == ',' || c == '%');
            if (!digit && !sign && !part) return false;
            *any |= digit;
        }
    }
    return true;
}

static void find_numbers(struct builder *p, struct node *table)
{
    unsigned char *held = ARENA_MANY(p->a, unsigned char, table->ncolumns);
    struct tree_columns at = tree_columns_new(p->a, table->ncolumns);
    for (const struct node *row = table->first; row; row = row->next, tree_columns_row(&at))
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            bool any = false;
            size_t k = tree_columns_cell(&at, node_across(cell), node_down(cell));
            if (row->head || node_across(cell) > 1) continue;
            bool number = is_number(cell->spans, &any);
            if (!number) held[k] |= NOT_NUMBERS;
            if (number && any) held[k] |= SOME_NUMBERS;
        }
    for (size_t k = 0; k < table->ncolumns; k++) {
        struct column *c = &table->columns[k];
        c->number = held[k] == SOME_NUMBERS && (c->align == ALIGN_DEFAULT || c->align == ALIGN_RIGHT);
        if (c->number) c->align = ALIGN_RIGHT;
    }
    table->columns[0].heads_row = heads_rows(p, table, held);
}

void table_nodes_fit(struct builder *p, struct node *table, const struct block *b)
{
    size_t left = 0;
    for (struct node *row = table->first; row; row = row->next, left--) {
        left = left ? left : rows_left(row);
        for (struct node *c = row->first; c; c = c->next) clip(c, left);
    }
    drop_covered(p, table);
    table->ncolumns = columns_wanted(p, table, b->ncolumns);
    table->columns = ARENA_MANY(p->a, struct column, table->ncolumns);
    for (size_t i = 0; i < b->ncolumns && b->aligns; i++) table->columns[i].align = b->aligns[i];
    fit_rows(p, table);
    find_numbers(p, table);
}
