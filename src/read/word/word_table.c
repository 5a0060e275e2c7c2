#include "read/word/word_table.h"

#include <stdlib.h>

enum { ROWS_MOST = 20000, COLUMNS_MOST = 64 };

struct word_table_place { /* a cell, on the grid of the columns that are used */
    struct word_table_cell cell;
    struct place place;
    struct spans spans;
    VEC(struct span) joined; /* the spans, where they are of several cells */
    enum align align;
    bool taken; /* it stands somewhere: by itself, or in the cell that covers it */
};

struct word_table_line {
    struct place place;
    bool head;
    VEC(struct word_table_place) cells;
};

struct word_table {
    struct arena *a;
    struct place place;
    VEC(struct word_table_line) rows;
    struct word_table_place **grid; /* rows × columns: the cell that covers each place */
    size_t columns;
};

struct word_table *word_table_new(struct arena *keep, struct place place)
{
    struct word_table *t = ARENA_ONE(keep, struct word_table);
    t->a = keep;
    t->place = place;
    return t;
}

void word_table_row(struct word_table *t, bool head, struct place place)
{
    VEC_ADD(t->a, t->rows, (struct word_table_line){.place = place, .head = head});
}

void word_table_put(struct word_table *t, const struct word_table_cell *cell, struct place place,
                    struct spans spans, enum align align)
{
    struct word_table_place put = {.cell = *cell, .place = place, .spans = spans, .align = align};
    if (!t->rows.n) word_table_row(t, false, place);
    if (!put.cell.across) put.cell.across = 1;
    if (!put.cell.down) put.cell.down = 1;
    VEC_ADD(t->a, t->rows.at[t->rows.n - 1].cells, put);
}

/* -- the columns that are used -- */

static int by_number(const void *a, const void *b)
{
    unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;
    return (x > y) - (x < y);
}

static unsigned rank_of(const unsigned *starts, size_t n, unsigned column)
{
    unsigned low = 0;
    while (low < n && starts[low] < column) low++;
    return low;
}

static void close_up(struct word_table *t, const unsigned *starts, size_t n)
{
    for (size_t r = 0; r < t->rows.n; r++)
        for (size_t i = 0; i < t->rows.at[r].cells.n; i++) {
            struct word_table_cell *c = &t->rows.at[r].cells.at[i].cell;
            unsigned to = rank_of(starts, n, c->column + c->across);
            c->column = rank_of(starts, n, c->column);
            c->across = to > c->column ? to - c->column : 1;
            if (c->column + c->across > t->columns) t->columns = c->column + c->across;
        }
}

/* Rows drawn by hand give a grid of many narrow columns: those where some cell begins are columns. */
static void settle_columns(struct word_table *t)
{
    VEC(unsigned) starts = {0};
    for (size_t r = 0; r < t->rows.n; r++)
        for (size_t i = 0; i < t->rows.at[r].cells.n; i++)
            VEC_ADD(t->a, starts, t->rows.at[r].cells.at[i].cell.column);
    if (!starts.n) return;
    qsort(starts.at, starts.n, sizeof *starts.at, by_number);
    size_t n = 0;
    for (size_t i = 0; i < starts.n; i++)
        if (!n || starts.at[n - 1] != starts.at[i]) starts.at[n++] = starts.at[i];
    t->columns = n;
    if (n <= COLUMNS_MOST) close_up(t, starts.at, n);
}

/* -- what covers what -- */

static void join(struct arena *a, struct word_table_place *to, struct spans more)
{
    if (!more.n) return;
    for (size_t i = 0; !to->joined.n && i < to->spans.n; i++) VEC_ADD(a, to->joined, to->spans.at[i]);
    struct span line_end = {.kind = SPAN_BREAK, .lang = LANG_NONE, .place = more.at[0].place};
    if (to->joined.n) VEC_ADD(a, to->joined, line_end);
    for (size_t i = 0; i < more.n; i++) VEC_ADD(a, to->joined, more.at[i]);
    to->spans = (struct spans){to->joined.at, to->joined.n};
}

static struct word_table_place **at(struct word_table *t, size_t row, size_t column)
{
    return &t->grid[row * t->columns + column];
}

/* One that goes on the cell above makes that one a row longer, and gives it its text. */
static bool goes_on(struct word_table *t, size_t row, struct word_table_place *p)
{
    struct word_table_place *above = row && p->cell.goes_on ? *at(t, row - 1, p->cell.column) : NULL;
    if (!above || above->cell.column != p->cell.column) return false;
    for (unsigned c = 0; c < above->cell.across; c++)
        if (*at(t, row, above->cell.column + c)) return false;
    for (unsigned c = 0; c < above->cell.across; c++) *at(t, row, above->cell.column + c) = above;
    above->cell.down++;
    join(t->a, above, p->spans);
    return true;
}

/* As far across and down as nothing else stands there. */
static void take_place(struct word_table *t, size_t row, struct word_table_place *p)
{
    unsigned across = 1, down = 1;
    while (across < p->cell.across && p->cell.column + across < t->columns &&
           !*at(t, row, p->cell.column + across))
        across++;
    for (; down < p->cell.down && row + down < t->rows.n; down++)
        for (unsigned c = 0; c < across; c++)
            if (*at(t, row + down, p->cell.column + c)) goto blocked;
blocked:
    p->cell.across = across;
    p->cell.down = down;
    p->taken = true;
    for (unsigned r = 0; r < down; r++)
        for (unsigned c = 0; c < across; c++) *at(t, row + r, p->cell.column + c) = p;
}

static void settle_cells(struct word_table *t)
{
    for (size_t r = 0; r < t->rows.n; r++)
        for (size_t i = 0; i < t->rows.at[r].cells.n; i++) {
            struct word_table_place *p = &t->rows.at[r].cells.at[i], *there = *at(t, r, p->cell.column);
            if (goes_on(t, r, p)) continue;
            p->cell.goes_on = false;
            if (there)
                join(t->a, there, p->spans);
            else
                take_place(t, r, p);
        }
}

/* -- the head -- */

static bool is_strong(struct spans s)
{
    bool text = false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.at[i].kind != SPAN_TEXT || !str_trim(s.at[i].text).n) continue;
        if (!(s.at[i].style & SPAN_STRONG)) return false;
        text = true;
    }
    return text;
}

/* All that stands in the row is bold, and something does. */
static bool is_strong_row(const struct word_table_line *row)
{
    bool text = false;
    for (size_t i = 0; i < row->cells.n; i++) {
        if (row->cells.at[i].spans.n && !is_strong(row->cells.at[i].spans)) return false;
        text = text || row->cells.at[i].spans.n;
    }
    return text;
}

/* A first row that no program calls the head is it where all of it is bold, or shaded and the next is not. */
static bool looks_like_head(const struct word_table *t)
{
    bool shaded = true, plain = false, text = false;
    if (t->rows.n < 2) return false;
    for (size_t i = 0; i < t->rows.at[0].cells.n; i++) {
        const struct word_table_place *p = &t->rows.at[0].cells.at[i];
        shaded = shaded && p->cell.shaded;
        text = text || p->spans.n;
    }
    for (size_t i = 0; i < t->rows.at[1].cells.n; i++)
        plain = plain || !t->rows.at[1].cells.at[i].cell.shaded;
    return is_strong_row(&t->rows.at[0]) || (text && shaded && plain);
}

/* A row of the head leaves its columns to the next: its cells reach into it, or stand over several of its
 * bold ones. */
static bool head_goes_on(struct word_table *t, size_t next)
{
    bool groups = false;
    for (size_t c = 0; c < t->columns; c++) {
        const struct word_table_place *p = *at(t, next - 1, c);
        if (p && p == *at(t, next, c)) return true;
        groups = groups || (p && p->cell.across > 1 && p->cell.across < t->columns);
    }
    return groups && next + 1 < t->rows.n && is_strong_row(&t->rows.at[next]);
}

/* A head is bold by itself. */
static void lighten(struct spans s)
{
    if (!is_strong(s)) return;
    for (size_t i = 0; i < s.n; i++) s.at[i].style &= ~(unsigned)SPAN_STRONG;
}

static size_t head_rows(struct word_table *t)
{
    size_t n = 0;
    while (n < t->rows.n && t->rows.at[n].head) n++;
    if (n == t->rows.n) n = 0;
    if (!n && looks_like_head(t)) n = 1;
    while (n && n < t->rows.n && head_goes_on(t, n)) n++;
    if (n == t->rows.n) n = 0;
    for (size_t r = 0; r < n; r++)
        for (size_t i = 0; i < t->rows.at[r].cells.n; i++) lighten(t->rows.at[r].cells.at[i].spans);
    return n;
}

/* -- the block -- */

static enum align column_align(const struct word_table *t, size_t head, size_t column)
{
    enum align found = ALIGN_DEFAULT;
    bool any = false;
    for (size_t r = head; r < t->rows.n; r++)
        for (size_t i = 0; i < t->rows.at[r].cells.n; i++) {
            const struct word_table_place *p = &t->rows.at[r].cells.at[i];
            if (p->cell.column != column || !p->taken || !p->spans.n || p->cell.across > 1) continue;
            if (any && p->align != found) return ALIGN_DEFAULT;
            found = p->align;
            any = true;
        }
    return found;
}

static void put_cell(struct word_table *t, struct block *row, const struct word_table_place *p,
                     struct place place)
{
    struct block *cell = block_new(t->a, row, BLOCK_CELL, p ? p->place : place);
    if (!p) return;
    cell->spans = p->spans;
    if (p->cell.across > 1) cell->across = p->cell.across;
    if (p->cell.down > 1) cell->down = p->cell.down;
}

static void put_row(struct word_table *t, struct block *table, size_t r, size_t head)
{
    struct block *row = block_new(t->a, table, BLOCK_ROW, t->rows.at[r].place);
    row->head = r < head;
    for (size_t c = 0; c < t->columns; c++) {
        struct word_table_place *p = *at(t, r, c);
        bool begins = p && p->cell.column == c && (!r || *at(t, r - 1, c) != p);
        if (!p || begins) put_cell(t, row, p, t->rows.at[r].place);
    }
}

/* A row in which no cell begins would be none: those above are a row shorter. */
static void drop_covered_rows(struct word_table *t)
{
    size_t kept = 1;
    for (size_t r = 1; r < t->rows.n; r++) {
        bool begins = false;
        for (size_t c = 0; c < t->columns && !begins; c++)
            begins = !*at(t, r, c) || *at(t, r, c) != *at(t, r - 1, c);
        if (begins) {
            memmove(at(t, kept, 0), at(t, r, 0), t->columns * sizeof *t->grid);
            t->rows.at[kept++] = t->rows.at[r];
            continue;
        }
        for (size_t c = 0; c < t->columns; c++) {
            struct word_table_place *p = *at(t, r, c);
            if (p && p->cell.column == c) p->cell.down--;
        }
    }
    if (t->rows.n) t->rows.n = kept;
}

/* A table that nobody could set: its cells' text, a paragraph each. */
static void as_paragraphs(struct word_table *t, struct block *parent)
{
    for (size_t r = 0; r < t->rows.n; r++)
        for (size_t i = 0; i < t->rows.at[r].cells.n; i++) {
            const struct word_table_place *p = &t->rows.at[r].cells.at[i];
            if (p->spans.n) block_new(t->a, parent, BLOCK_PARA, p->place)->spans = p->spans;
        }
}

static bool is_empty(const struct word_table *t)
{
    for (size_t r = 0; r < t->rows.n; r++)
        for (size_t i = 0; i < t->rows.at[r].cells.n; i++)
            if (t->rows.at[r].cells.at[i].spans.n) return false;
    return true;
}

void word_table_done(struct word_table *t, struct block *parent)
{
    settle_columns(t);
    if (!t->columns || is_empty(t)) return;
    if (t->columns > COLUMNS_MOST || t->rows.n > ROWS_MOST) {
        as_paragraphs(t, parent);
        return;
    }
    t->grid = ARENA_MANY(t->a, struct word_table_place *, t->rows.n * t->columns);
    settle_cells(t);
    drop_covered_rows(t);
    size_t head = head_rows(t);
    struct block *table = block_new(t->a, parent, BLOCK_TABLE, t->place);
    table->ncolumns = t->columns;
    table->aligns = ARENA_MANY(t->a, enum align, t->columns);
    for (size_t c = 0; c < t->columns; c++) table->aligns[c] = column_align(t, head, c);
    for (size_t r = 0; r < t->rows.n; r++) put_row(t, table, r, head);
}
