#include "pdf/structure/table_tags.h"

static bool is_whole(const struct node *row, size_t columns)
{
    if (row->role != ROLE_ROW || !row->first) return false;
    return row->remark || (columns > 1 && node_across(row->first) >= columns);
}

/* It heads what follows it: rows of cells. */
static bool is_theme(const struct node *row, size_t columns)
{
    return !row->head && is_whole(row, columns) && row->next && row->next->first &&
           !is_whole(row->next, columns);
}

static bool has_merged(const struct node *row, size_t columns)
{
    for (const struct node *c = row->first; row->role == ROLE_ROW && c; c = c->next)
        if (node_down(c) > 1 || (node_across(c) > 1 && node_across(c) < columns)) return true;
    return false;
}

struct table_tags *table_tags_new(struct arena *a, const struct node *table)
{
    struct table_tags *t = ARENA_ONE(a, struct table_tags);
    size_t n = table->ncolumns;
    *t = (struct table_tags){.arena = a, .table = table, .at = tree_columns_new(a, n)};
    for (const struct node *row = table->first; row; row = row->next) {
        bool head = row->role == ROLE_ROW && row->head;
        t->named |= (head && t->has_head) || is_theme(row, n) || has_merged(row, n);
        t->has_head |= head;
    }
    t->tops = ARENA_MANY(a, struct elem_heads, n);
    t->sides = ARENA_MANY(a, struct row_head, n);
    return t;
}

static bool heads_row(const struct table_tags *t)
{
    if (t->column < t->table->ncolumns && t->table->columns && t->table->columns[t->column].heads_row)
        return true;
    return !t->has_head && t->column == 0;
}

enum elem_scope table_tags_cell(struct table_tags *t, const struct node *cell)
{
    const struct node *row = cell->parent;
    if (t->row && t->row != row) tree_columns_row(&t->at);
    t->row = row;
    t->column = tree_columns_cell(&t->at, node_across(cell), node_down(cell));
    if (row->head || is_theme(row, t->at.n))
        t->scope = ELEM_COLUMN;
    else
        t->scope = heads_row(t) && !is_whole(row, t->at.n) ? ELEM_ROW : ELEM_SCOPE_OFF;
    return t->scope;
}

/* -- which headers a cell names -- */

static size_t end_of(const struct table_tags *t, const struct node *cell)
{
    size_t end = t->column + node_across(cell);
    return end < t->at.n ? end : t->at.n;
}

static void know_head(struct table_tags *t, const struct node *cell, struct elem *x)
{
    if (t->scope == ELEM_COLUMN && !cell->parent->head) t->theme = x;
    for (size_t k = t->column; k < end_of(t, cell); k++) {
        if (cell->parent->head) VEC_ADD(t->arena, t->tops[k], x);
        if (t->scope == ELEM_ROW) t->sides[k] = (struct row_head){x, t->at.row + node_down(cell)};
    }
}

/* The nearest to the left; one from above, that reaches down to the row, as well. */
static struct elem *side_of(const struct table_tags *t)
{
    for (size_t k = t->column < t->at.n ? t->column : t->at.n; k-- > 0;)
        if (t->sides[k].head && t->sides[k].until > t->at.row) return t->sides[k].head;
    return NULL;
}

static void name_heads(const struct table_tags *t, const struct node *cell, struct elem *x)
{
    for (size_t k = t->column; k < end_of(t, cell); k++)
        for (size_t i = 0; i < t->tops[k].n; i++) {
            struct elem *top = t->tops[k].at[i];
            if (!x->heads.n || x->heads.at[x->heads.n - 1] != top) VEC_ADD(t->arena, x->heads, top);
        }
    if (t->theme) VEC_ADD(t->arena, x->heads, t->theme);
    struct elem *side = side_of(t);
    if (side) VEC_ADD(t->arena, x->heads, side);
}

void table_tags_join(struct table_tags *t, struct structure_elements *e, const struct node *cell,
                     struct elem *x)
{
    x->scope = t->scope;
    x->across = cell->across;
    x->down = cell->down;
    if (!t->named) return;
    if (t->scope) {
        structure_elements_name(e, x);
        know_head(t, cell, x);
    } else if (!is_whole(cell->parent, t->at.n)) {
        name_heads(t, cell, x);
    }
}
