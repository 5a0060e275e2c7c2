#include "layout/table/rows.h"

#include "layout/block.h"
#include "layout/paragraph/paragraph_lines.h"
#include "layout/part/picture.h"
#include "layout/table/language_turn.h"

enum {
    HAIR = 250,
    THIN = 500,      /* the same, where a printer might lose it */
    WHITE = 3000,    /* above and below a timetable's words */
    TAIL = 18,       /* per cent of the size: so far down a line reaches, whatever its letters */
    TIED_MOST = 400, /* rows: more are higher than a page in any type */
    TIED = 75        /* per cent of a page: so high, rows that cells tie together stay together */
};

static void put_rule(struct layout_context *lay, struct area *area, struct item rule, bool keep,
                     int32_t before)
{
    struct item *it = ARENA_ONE(lay->job->keep, struct item);
    *it = rule;
    area_band(lay, area, it, 1, rule.height, before)->keep = keep;
}

void rows_rule(struct layout_context *lay, struct area *area, const struct grid *g, int32_t weight,
               uint32_t colour, bool keep, int32_t before)
{
    put_rule(lay, area, area_rect(g->node, g->area.x, 0, g->area.width, weight, colour), keep, before);
}

/* A cell, set, at its place among rows that cells tie together. */
struct rows_cell {
    const struct node *node;
    size_t row, column;
    struct galley *galley;
    int32_t height, first; /* first: its first baseline; -1: none */
    int32_t above, under;  /* its ink above its first baseline; white under that of its last line */
    size_t turn;           /* its first line in another language; 0: none; */
    int32_t nearer;        /* by so much it may come nearer */
};

/* For each row the cells that end in it, one behind another from last: in before, what comes next; both are
 * one more than an index. */
struct rows_ends {
    size_t *last, *before;
};

struct rows_set {
    VEC(struct rows_cell) cells;
    struct rows_ends ends;
    size_t n;
    int32_t *height, *level, *y; /* of each row */
};

/* under: white between the ink of its last line and that line's end; under 0 where it reaches further. */
static void measure_ink(const struct paragraph *p, struct rows_cell *cell)
{
    if (!p->nlines) return;
    const struct paragraph_line *last = &p->lines[p->nlines - 1];
    cell->above = p->lines[0].ink.above;
    int32_t tail = p->style.size * TAIL / 100, below = last->ink.below > tail ? last->ink.below : tail;
    cell->under = last->leading - last->depth - below;
}

static void put_words(struct layout_context *lay, struct area *area, struct rows_cell *cell,
                      const struct node *words)
{
    struct paragraph *p = paragraph_collect(lay, words, area);
    paragraph_lines_put(lay, area, p);
    measure_ink(p, cell);
    cell->turn = language_turn_line(p);
    if (!lay->look.handout && !lay->look.large) cell->nearer = language_turn_nearer(p);
}

/* apart: behind an empty box, so that what is added to its galley may stand lower. */
static struct rows_cell put_cell(struct layout_context *lay, const struct grid *g, const struct node *cell,
                                 size_t i, bool apart)
{
    struct rows_cell set = {.node = cell, .column = i, .first = -1};
    size_t last = i + grid_columns(g, i, cell) - 1;
    struct area place = grid_cell_area(lay, g, cell, i);
    struct area c = area_column(lay, &place, g->x[i], g->x[last] + g->w.width[last] - g->x[i]);
    if (apart) area_band(lay, &c, NULL, 0, 0, 0);
    const struct node *of = two_up_cell(&g->set, cell);
    if (of->parent->first == of) area_start(lay, of->parent);
    area_start(lay, of);
    if (of->spans.n) put_words(lay, &c, &set, of);
    picture_inline(lay, &c, of);
    block_children(lay, &c, of);
    set.galley = c.galley;
    return set;
}

/* How high its highest column is. */
static int32_t put_group(struct layout_context *lay, struct area *area, const struct grid *g,
                         struct galley **columns, size_t n, bool whole)
{
    struct box *b = area_group(lay, area, columns, n, true);
    b->row = true;
    b->before = b->natural = g->rows.pad + g->rows.rise;
    b->fixed = false;
    b->height = g->rows.pad - g->rows.rise;
    b->keep = true;
    area->galley->after = 0;
    int32_t height = 0;
    for (size_t i = 0; i < n; i++) {
        int32_t h = galley_height(columns[i]);
        height = h > height ? h : height;
    }
    b->whole = whole || height <= lay->look.height / 2;
    return height;
}

/* Behind the row that was put last, from rule to rule: printers that lose the tint keep these. */
static void put_band(struct layout_context *lay, struct area *area, const struct grid *g)
{
    struct box *b = galley_last(area->galley);
    struct item *it = ARENA_ONE(lay->job->keep, struct item);
    *it = area_rect(g->node, g->area.x, 0, g->area.width, 0, lay->look.timetable ? STYLE_BAND : STYLE_TINT);
    b->items = it;
    b->nitems = 1;
    b->backed = true;
}

static int32_t first_of(const struct galley *s)
{
    return s->boxes.n ? s->boxes.at[0].first : 0;
}

/* White above and below the row that was put last is the same, from ink to ink: whatever languages it begins
 * and ends in. */
static void level_white(struct layout_context *lay, struct area *area, const struct rows_cell *cells,
                        size_t n)
{
    struct box *b = galley_last(area->galley);
    int32_t level = 0, above = 0, high = 0, under = INT32_MAX, white = style_length(&lay->look, WHITE);
    for (size_t i = 0; i < n; i++) {
        int32_t first = first_of(cells[i].galley);
        level = first > level ? first : level;
        above = cells[i].above > above ? cells[i].above : above;
    }
    for (size_t i = 0; i < n; i++) {
        int32_t end = level - first_of(cells[i].galley) + galley_height(cells[i].galley);
        high = end > high ? end : high;
    }
    for (size_t i = 0; i < n; i++) {
        int32_t end = level - first_of(cells[i].galley) + galley_height(cells[i].galley);
        int32_t left = high - end + cells[i].under;
        under = left < under ? left : under;
    }
    b->before = white - (level - above);
    b->height = white - under;
}

/* Before each column that is signed in, of a row as high as all that: whoever signs keeps to the own day. */
static void put_upright(struct layout_context *lay, struct area *area, const struct grid *g, int32_t high)
{
    struct box *b = galley_last(area->galley);
    b->items = ARENA_MANY(lay->job->keep, struct item, g->w.n);
    for (size_t i = 1; i < g->w.n; i++)
        if (g->node->columns[i].width)
            b->items[b->nitems++] = area_rect(g->node, g->x[i] - g->gap / 2, -g->rows.pad, THIN,
                                              high + 2 * g->rows.pad, style_grey(&lay->look, STYLE_HAIR));
}

/* from: the row's first cell, or of one behind it; then behind its last. */
static void put_row(struct layout_context *lay, struct area *area, const struct grid *g,
                    const struct rows_set *rows, size_t row, size_t *from)
{
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, g->w.n);
    bool band = *from < rows->cells.n && rows->cells.at[*from].node->parent->band;
    bool head = *from < rows->cells.n && rows->cells.at[*from].node->parent->head;
    int high = *from < rows->cells.n ? rows->cells.at[*from].node->parent->count : 0;
    size_t n = 0, first = *from;
    for (; *from < rows->cells.n && rows->cells.at[*from].row == row; ++*from)
        columns[n++] = rows->cells.at[*from].galley;
    int32_t most = put_group(lay, area, g, columns, n, false), least = PRINT_MM(high);
    if (least < g->rows.line && !head) least = g->rows.line;
    if (most < least) galley_last(area->galley)->height += least - most;
    if (high) put_upright(lay, area, g, most < least ? least : most);
    if (lay->look.timetable && !head && n) level_white(lay, area, rows->cells.at + first, n);
    if (band) put_band(lay, area, g);
    if (head && !g->rows.bands) galley_last(area->galley)->fixed = true; /* as far under its rule as above */
}

/* -- rows that cells tie together -- */

/* The row that ends what a row begins: the last that any of its cells reaches, and theirs. */
static size_t tied_rows(const struct node *row)
{
    size_t n = 1, at = 0;
    for (const struct node *r = row; r && at < n; r = r->next, at++)
        for (const struct node *c = r->first; c; c = c->next)
            if (at + node_down(c) > n) n = at + node_down(c);
    return n;
}

static struct rows_ends find_ends(struct arena *a, const struct rows_set *rows)
{
    struct rows_ends e = {ARENA_MANY(a, size_t, rows->n), ARENA_MANY(a, size_t, rows->cells.n + 1)};
    for (size_t i = 0; i < rows->cells.n; i++) {
        const struct rows_cell *c = &rows->cells.at[i];
        size_t end = c->row + node_down(c->node) - 1;
        if (end >= rows->n) continue;
        e.before[i] = e.last[end];
        e.last[end] = i + 1;
    }
    return e;
}

/* A row's cells go on in their other language nearer by what all of them allow. from: the row's first. */
static void bring_nearer(struct rows_set *rows, size_t from, bool apart)
{
    int32_t least = INT32_MAX;
    for (size_t i = from; i < rows->cells.n; i++)
        if (rows->cells.at[i].turn && rows->cells.at[i].nearer < least) least = rows->cells.at[i].nearer;
    for (size_t i = from; i < rows->cells.n; i++) {
        const struct rows_cell *c = &rows->cells.at[i];
        if (c->turn) c->galley->boxes.at[c->turn + apart].before -= least;
    }
}

static struct rows_set set_rows(struct layout_context *lay, const struct grid *g, const struct node *row,
                                size_t n)
{
    struct arena *a = lay->job->keep;
    struct rows_set rows = {.n = n};
    struct tree_columns at = tree_columns_new(a, g->w.n);
    for (size_t r = 0; row && r < n; row = row->next, r++, tree_columns_row(&at)) {
        size_t from = rows.cells.n;
        bool apart = n > 1 || row->head;
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            size_t i = tree_columns_cell(&at, node_across(cell), node_down(cell));
            if (i >= g->w.n) continue;
            struct rows_cell c = put_cell(lay, g, cell, i, apart);
            c.row = r;
            VEC_ADD(a, rows.cells, c);
        }
        bring_nearer(&rows, from, apart);
    }
    rows.ends = find_ends(a, &rows);
    return rows;
}

static void measure_tied(struct rows_set *rows)
{
    for (size_t i = 0; i < rows->cells.n; i++) {
        struct rows_cell *c = &rows->cells.at[i];
        struct box *b = c->galley->boxes.n > 1 ? &c->galley->boxes.at[1] : NULL;
        if (b) b->before = 0;
        if (b && b->kind == BOX_BAND) c->first = b->first;
        c->height = galley_height(c->galley);
        if (c->first > rows->level[c->row]) rows->level[c->row] = c->first;
    }
}

static int32_t lowered(const struct rows_set *rows, const struct rows_cell *c)
{
    return c->first < 0 ? 0 : rows->level[c->row] - c->first;
}

/* A cell over several rows lengthens the last of them. */
static void place_tied(struct rows_set *rows, int32_t between)
{
    const struct rows_ends *ends = &rows->ends;
    for (size_t i = 0; i < rows->cells.n; i++) {
        const struct rows_cell *c = &rows->cells.at[i];
        int32_t h = lowered(rows, c) + c->height;
        if (node_down(c->node) == 1 && h > rows->height[c->row]) rows->height[c->row] = h;
    }
    for (size_t r = 0; r < rows->n; r++) {
        if (r) rows->y[r] = rows->y[r - 1] + rows->height[r - 1] + between;
        for (size_t i = ends->last[r]; i; i = ends->before[i - 1]) {
            const struct rows_cell *c = &rows->cells.at[i - 1];
            int32_t more = rows->y[c->row] + lowered(rows, c) + c->height - rows->y[r] - rows->height[r];
            if (more > 0) rows->height[r] += more;
        }
    }
}

/* Until which row each column is covered by cells of rows before one; from: the first cell not seen yet. */
static void cover_until(const struct rows_set *rows, size_t row, size_t columns, size_t *until, size_t *from)
{
    for (; *from < rows->cells.n && rows->cells.at[*from].row < row; ++*from) {
        const struct rows_cell *c = &rows->cells.at[*from];
        for (size_t k = c->column; k < columns && k < c->column + node_across(c->node); k++)
            until[k] = c->row + node_down(c->node);
    }
}

/* Above a row, as far as no cell crosses it. */
static size_t rule_pieces(const struct grid *g, const size_t *until, size_t row, struct item rule,
                          struct item *it)
{
    size_t n = 0;
    for (size_t k = 0, to; k < g->w.n; k = to) {
        for (to = k + 1; to < g->w.n && until[k] <= row && until[to] <= row;) to++;
        if (until[k] > row) continue;
        int32_t x = k ? g->x[k] : g->area.x,
                end = to < g->w.n ? g->x[to - 1] + g->w.width[to - 1] : g->area.x + g->area.width;
        it[n] = rule;
        it[n].x = x;
        it[n++].width = end - x;
    }
    return n;
}

/* In a head, under what stands over several columns. */
static size_t head_pieces(const struct grid *g, const struct rows_set *rows, size_t row, struct item rule,
                          struct item *it)
{
    size_t n = 0;
    if (!rows->cells.at) return 0;
    for (size_t i = rows->ends.last[row - 1]; i; i = rows->ends.before[i - 1]) {
        const struct rows_cell *c = &rows->cells.at[i - 1];
        size_t last = c->column + grid_columns(g, c->column, c->node) - 1;
        if (last == c->column) continue;
        it[n] = rule;
        it[n].x = g->x[c->column];
        it[n].width = g->x[last] + g->w.width[last] - it[n].x;
        n++;
    }
    return n;
}

static void put_head_rule(struct layout_context *lay, struct area *area, const struct grid *g,
                          const struct rows_set *rows, int32_t weight)
{
    struct item *it = ARENA_MANY(lay->job->keep, struct item, g->w.n),
                rule = area_rect(g->node, 0, 0, 0, weight, style_grey(&lay->look, STYLE_HAIR));
    size_t n = head_pieces(g, rows, rows->n, rule, it);
    if (n) area_band(lay, area, it, n, weight, 0)->keep = true;
}

/* Rules above the rows but the first; and as high as all rows. */
static struct galley *tied_rules(struct layout_context *lay, const struct grid *g,
                                 const struct rows_set *rows, int32_t weight)
{
    struct arena *a = lay->job->keep;
    struct item *it = ARENA_MANY(a, struct item, rows->n * g->w.n);
    size_t *until = ARENA_MANY(a, size_t, g->w.n), from = 0, n = 0;
    bool head = rows->cells.n && rows->cells.at[0].node->parent->head;
    for (size_t r = 1; r < rows->n; r++) {
        int32_t y = rows->y[r] - g->rows.pad - g->rows.rise - weight;
        struct item rule = area_rect(g->node, 0, y, 0, weight, style_grey(&lay->look, STYLE_HAIR));
        cover_until(rows, r, g->w.n, until, &from);
        n += head ? head_pieces(g, rows, r, rule, it + n) : rule_pieces(g, until, r, rule, it + n);
    }
    struct area c = area_column(lay, &g->area, 0, g->area.width);
    area_band(lay, &c, it, n, rows->y[rows->n - 1] + rows->height[rows->n - 1], 0);
    return c.galley;
}

static void put_tied(struct layout_context *lay, struct area *area, const struct grid *g,
                     const struct rows_set *rows, int32_t weight)
{
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, rows->cells.n + 1);
    for (size_t i = 0; i < rows->cells.n; i++) {
        const struct rows_cell *c = &rows->cells.at[i];
        columns[i] = c->galley;
        if (c->galley->boxes.n > 1) c->galley->boxes.at[1].before = rows->y[c->row] + lowered(rows, c);
    }
    columns[rows->cells.n] = tied_rules(lay, g, rows, weight);
    put_group(lay, area, g, columns, rows->cells.n + 1, true);
}

static int32_t hair_of(const struct layout_context *lay)
{
    return lay->look.handout ? THIN : HAIR;
}

void rows_hairline(struct layout_context *lay, struct area *area, const struct grid *g, bool keep)
{
    rows_rule(lay, area, g, hair_of(lay), style_grey(&lay->look, STYLE_HAIR), keep, 0);
}

/* No line of a head holds words of two languages; in a handout no line of a row does. */
static void level_row(const struct layout_context *lay, const struct rows_set *rows)
{
    struct arena *a = lay->job->keep;
    struct language_turn_cell *cells = ARENA_MANY(a, struct language_turn_cell, rows->cells.n + 1);
    bool head = rows->cells.n && rows->cells.at[0].node->parent->head;
    for (size_t i = 0; i < rows->cells.n; i++) {
        struct galley *s = rows->cells.at[i].galley;
        if (head && s->boxes.n > 1) s->boxes.at[1].before = 0;
        cells[i] = (struct language_turn_cell){s, rows->cells.at[i].turn};
    }
    if (head)
        language_turn_level(cells, rows->cells.n);
    else if (lay->look.handout)
        language_turn_level_row(cells, rows->cells.n);
}

static void put_rows(struct layout_context *lay, struct area *area, const struct grid *g,
                     struct rows_set *rows)
{
    struct arena *a = lay->job->keep;
    size_t n = rows->n, from = 0;
    if (n == 1) level_row(lay, rows);
    if (n > 1 && n <= TIED_MOST) {
        rows->height = ARENA_MANY(a, int32_t, n);
        rows->level = ARENA_MANY(a, int32_t, n);
        rows->y = ARENA_MANY(a, int32_t, n);
        measure_tied(rows);
        place_tied(rows, 2 * g->rows.pad + hair_of(lay));
        if (rows->y[n - 1] + rows->height[n - 1] <= lay->look.height * TIED / 100) {
            put_tied(lay, area, g, rows, hair_of(lay));
            return;
        }
    }
    for (size_t i = 0; i < n; i++) {
        if (i) rows_hairline(lay, area, g, true);
        put_row(lay, area, g, rows, i, &from);
    }
}

/* What is too high for a page's largest part goes row by row. */
const struct node *rows_put(struct layout_context *lay, struct area *area, const struct grid *g,
                            const struct node *row)
{
    size_t n = tied_rows(row);
    struct rows_set rows = set_rows(lay, g, row, n);
    for (size_t i = 1; i < n && row->next; i++) row = row->next;
    put_rows(lay, area, g, &rows);
    if (row->head && row->next && row->next->head) put_head_rule(lay, area, g, &rows, hair_of(lay));
    return row;
}
