#include "read/table/row_fit.h"

struct ways {
    struct arena *scratch;
    const struct column_type *types;
    const struct csv_row *const *rows;
    size_t n, wide, aside; /* rows; columns; by how many cells they differ */
    bool fewer, joins;
    size_t *at, filled;    /* the cells that are not empty in each row */
    bool *before, *behind; /* by cell and how many stand aside before it: a way leads there, and on */
};

static bool is_filled(const struct ways *w, size_t cell)
{
    for (size_t i = 0; i < w->n; i++)
        if (w->rows[i]->cells[cell].text.n) return true;
    return false;
}

/* The column of a cell before which so many are missing, or too many; wide or more: none. */
static size_t column_of(const struct ways *w, size_t cell, size_t aside)
{
    if (w->fewer) return cell + aside;
    return aside > cell ? SIZE_MAX : cell - aside;
}

static bool fits(const struct ways *w, size_t cell, size_t aside)
{
    size_t column = column_of(w, cell, aside);
    if (column >= w->wide) return false;
    for (size_t i = 0; i < w->n; i++) {
        struct str text = w->rows[i]->cells[cell].text;
        if (text.n && !column_type_fits(w->scratch, &w->types[column], text)) return false;
    }
    return true;
}

/* May the next filled cell follow so? Behind each other, or in one column that holds words. */
static bool follows(const struct ways *w, size_t k, size_t aside, size_t next_aside)
{
    if (next_aside < aside) return false;
    size_t a = column_of(w, w->at[k], aside), b = column_of(w, w->at[k + 1], next_aside);
    if (a >= w->wide || b >= w->wide) return false;
    return a < b || (a == b && w->joins && column_type_is_words(&w->types[a]));
}

static void find_before(struct ways *w)
{
    size_t m = w->aside + 1;
    for (size_t k = 0; k < w->filled; k++)
        for (size_t o = 0; o < m; o++) {
            bool leads = !k;
            for (size_t p = 0; k && p <= o && !leads; p++)
                leads = w->before[(k - 1) * m + p] && follows(w, k - 1, p, o);
            w->before[k * m + o] = leads && fits(w, w->at[k], o);
        }
}

static void find_behind(struct ways *w)
{
    size_t m = w->aside + 1;
    for (size_t k = w->filled; k-- > 0;)
        for (size_t o = 0; o < m; o++) {
            bool leads = k + 1 == w->filled;
            for (size_t p = o; k + 1 < w->filled && p < m && !leads; p++)
                leads = w->behind[(k + 1) * m + p] && follows(w, k, o, p);
            w->behind[k * m + o] = leads && w->before[k * m + o];
        }
}

/* Where one cell may stand: in how many columns, and whether in columns of consent alone. */
static enum row_fit settle(const struct ways *w, size_t k, size_t *to)
{
    size_t m = w->aside + 1, ways = 0;
    bool consent = true;
    for (size_t o = m; o-- > 0;) {
        if (!w->behind[k * m + o]) continue;
        *to = column_of(w, w->at[k], o);
        consent &= w->types[*to].kind == COLUMN_CONSENT;
        ways++;
    }
    if (!ways) return ROW_FIT_NONE;
    return ways == 1 ? ROW_FIT_SURE : consent ? ROW_FIT_COUNTED : ROW_FIT_SEVERAL;
}

static enum row_fit settle_all(const struct ways *w, size_t *to)
{
    enum row_fit all = ROW_FIT_SURE;
    for (size_t k = 0; k < w->filled && all != ROW_FIT_NONE; k++) {
        enum row_fit one = settle(w, k, &to[w->at[k]]);
        if (one < all) all = one;
    }
    return all;
}

enum row_fit row_fit_find(struct arena *scratch, const struct column_type *types, size_t wide,
                          const struct csv_row *const *rows, size_t n, bool joins, size_t *to)
{
    size_t cells = rows[0]->n;
    struct ways w = {scratch, types, rows, n, wide, .fewer = cells < wide, .joins = joins};
    w.aside = w.fewer ? wide - cells : cells - wide;
    if (w.aside > ROW_FIT_ASIDE_MOST) return ROW_FIT_NONE;
    struct arena_mark mark = arena_mark(scratch);
    w.at = ARENA_MANY(scratch, size_t, cells);
    for (size_t i = 0; i < cells; i++)
        if (is_filled(&w, i)) w.at[w.filled++] = i;
    w.before = ARENA_MANY(scratch, bool, w.filled *(w.aside + 1));
    w.behind = ARENA_MANY(scratch, bool, w.filled *(w.aside + 1));
    find_before(&w);
    find_behind(&w);
    enum row_fit found = settle_all(&w, to);
    arena_reset(scratch, mark);
    return found;
}
