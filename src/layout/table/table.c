#include "layout/table/table.h"

#include "layout/block.h"
#include "layout/paragraph/paragraph_lines.h"
#include "layout/table/column_widths.h"

enum {
    GAP = 9000,  /* between columns */
    PAD = 3200,  /* above and under a row's text */
    HEAVY = 800, /* the rules' weights */
    LIGHT = 500,
    HAIR = 250,
    THIN = 400,         /* the same, where a printer might lose it */
    SMALL_TABLE = 30,   /* per cent of a page: so high, a table is kept in one piece */
    NARROWEST = 15000,  /* an average column; under it the type is made smaller */
    TIGHT_GAP = 4500,   /* where a word would be cut else */
    LEAST_SHRINK = 120, /* thousandths */
    LEAST_WHOLE = 820,  /* thousandths: so much smaller rather than cut a word */
    LIST_INDENT = 15000,
    STRETCH = 120,   /* per cent: how far a small table is widened at least */
    SMALL = 70,      /* per cent of the measure */
    TIED_MOST = 400, /* rows: more are higher than a page in any type */
    TIED = 75        /* per cent of a page: so high, rows that cells tie together stay together */
};

struct grid {
    const struct node *node;
    struct column_widths w;
    int32_t *x; /* of each column */
    int32_t gap, pad;
    struct area area; /* the table's place */
    int32_t at, room; /* as it was given */
    bool shared;      /* the tables that follow it have these widths, too */
};

size_t table_wants(const struct node *table)
{
    size_t n = table->ncolumns;
    for (const struct node *row = table->first; row; row = row->next) {
        size_t cells = 0;
        for (const struct node *c = row->first; row->role == ROLE_ROW && c; c = c->next) cells++;
        n = cells > n ? cells : n;
    }
    return n;
}

static const struct column *column_of(const struct grid *g, size_t i)
{
    return i < g->node->ncolumns ? &g->node->columns[i] : NULL;
}

/* -- what the cells want -- */

static void widen(int32_t *at, int64_t wanted)
{
    if (wanted > INT32_MAX / 8) wanted = INT32_MAX / 8;
    if (wanted > *at) *at = (int32_t)wanted;
}

struct wants { /* of a column: its least, its most, its longest word */
    int32_t *min, *max, *word;
};

/* One in a cell's lines leaves room for the other columns. */
static void widen_for(const struct wants *w, const struct picture *p, bool in_line)
{
    int64_t wanted = (int64_t)(p->turn == 90 || p->turn == 270 ? p->height : p->width) * 750;
    widen(w->min, STYLE_MM(15));
    widen(w->max, in_line && wanted > STYLE_MM(60) ? STYLE_MM(60) : wanted);
}

static void measure_node(struct layout_context *lay, const struct area *area, const struct node *n,
                         int32_t indent, const struct wants *w, int depth)
{
    if (n->spans.n) {
        const struct paragraph *p = paragraph_collect(lay, n, area);
        widen(w->min, p->narrowest + indent);
        widen(w->max, (int64_t)p->widest + indent);
        widen(w->word, p->longest + indent);
    }
    if (n->picture) widen_for(w, n->picture, false);
    for (size_t i = 0; i < n->spans.n; i++)
        if (n->spans.at[i].kind == SPAN_PICTURE && n->spans.at[i].picture)
            widen_for(w, n->spans.at[i].picture, true);
    if (depth >= BOX_DEPTH) return;
    if (n->role == ROLE_ITEM || n->role == ROLE_QUOTE) indent += LIST_INDENT;
    for (const struct node *c = n->first; c; c = c->next) measure_node(lay, area, c, indent, w, depth + 1);
}

static struct area cell_area(const struct layout_context *lay, const struct grid *g, const struct node *cell,
                             size_t i)
{
    const struct node *row = cell->parent;
    struct area s = g->area;
    const struct column *c = column_of(g, i);
    s.where = STYLE_TABLE;
    s.column = true;
    s.bold = row->head;
    s.colour = row->quiet ? style_grey(&lay->look, STYLE_GREY) : 0;
    if (c) s.align = c->number ? ALIGN_RIGHT : c->align;
    if (row->head && node_across(cell) > 1) s.align = ALIGN_CENTRE; /* over the columns that it heads */
    return s;
}

static size_t columns_of(const struct grid *g, size_t i, const struct node *cell)
{
    return node_across(cell) < g->w.n - i ? node_across(cell) : g->w.n - i;
}

/* What so many columns lack for a cell over all of them, each gets a part of. */
static void widen_columns(struct grid *g, size_t from, size_t n, int64_t min, int64_t max)
{
    int64_t gaps = (int64_t)g->gap * ((int64_t)n - 1),
            least = min - gaps - column_widths_sum(g->w.min + from, n),
            most = max - gaps - column_widths_sum(g->w.max + from, n), parts = (int64_t)n;
    for (size_t i = from; i < from + n; i++) {
        if (least > 0) widen(&g->w.min[i], g->w.min[i] + (least + parts - 1) / parts);
        if (most > 0) widen(&g->w.max[i], g->w.max[i] + (most + parts - 1) / parts);
    }
}

static void measure_some(struct layout_context *lay, struct grid *g, bool merged)
{
    struct tree_columns at = tree_columns_new(lay->job->keep, g->w.n);
    for (const struct node *row = g->node->first; row; row = row->next) {
        if (row->role != ROLE_ROW) continue;
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            size_t i = tree_columns_cell(&at, node_across(cell), node_down(cell));
            if (i >= g->w.n || (node_across(cell) > 1) != merged) continue;
            struct area s = cell_area(lay, g, cell, i);
            struct wants w = {&g->w.min[i], &g->w.max[i], &g->w.word[i]};
            int32_t min = 0, max = 0, word = 0;
            if (merged) w = (struct wants){&min, &max, &word};
            measure_node(lay, &s, cell, 0, &w, 0);
            if (merged) widen_columns(g, i, columns_of(g, i, cell), min, max);
        }
        tree_columns_row(&at);
    }
}

/* Those that cover several columns after the others: they ask for what these lack. */
static void measure_cells(struct layout_context *lay, struct grid *g)
{
    measure_some(lay, g, false);
    measure_some(lay, g, true);
}

/* -- column widths -- */

static void keep_given(struct grid *g, int64_t room)
{
    for (size_t i = 0; i < g->w.n; i++) {
        const struct column *c = column_of(g, i);
        if (c && c->width > 0 && c->width < room) g->w.min[i] = g->w.max[i] = c->width;
    }
}

/* A small table takes a part of the measure, so that the eye finds its way across; always the same part, so
 * that tables that stand together look alike. */
static int64_t natural_width(struct grid *g, int64_t room)
{
    int64_t enough = column_widths_sum(g->w.max, g->w.n) * STRETCH / 100, part = room * SMALL / 100;
    if (g->area.width <= STYLE_JUSTIFIED || enough > part) return room;
    g->area.width -= (int32_t)(room - part);
    return part;
}

static void choose_widths(struct layout_context *lay, struct grid *g)
{
    int64_t room = g->area.width - (int64_t)g->gap * ((int64_t)g->w.n - 1);
    keep_given(g, room);
    column_widths_limit(&g->w, room);
    room = natural_width(g, room);
    if (!column_widths_choose(&g->w, room))
        diag_tell(lay->job->diags, DIAG_TABLE_WIDE, g->node->place, STR(""));
    int32_t x = g->area.x;
    for (size_t i = 0; i < g->w.n; i++) {
        g->x[i] = x;
        x += g->w.width[i] + g->gap;
    }
}

/* -- rows -- */

static void put_rule(struct layout_context *lay, struct area *area, const struct grid *g, int32_t weight,
                     uint32_t colour, bool keep, int32_t before)
{
    struct item *it = ARENA_ONE(lay->job->keep, struct item);
    *it = area_rect(g->node, g->area.x, 0, g->area.width, weight, colour);
    area_band(lay, area, it, 1, weight, before)->keep = keep;
}

/* A cell, set, at its place among rows that cells tie together. */
struct grid_cell {
    const struct node *node;
    size_t row, column;
    struct galley *galley;
    int32_t height, first; /* first: its first baseline; -1: none */
};

struct grid_rows {
    VEC(struct grid_cell) cells;
    size_t n;
    int32_t *height, *level, *y; /* of each row */
};

static struct galley *put_cell(struct layout_context *lay, const struct grid *g, const struct node *cell,
                               size_t i, bool tied)
{
    size_t last = i + columns_of(g, i, cell) - 1;
    struct area place = cell_area(lay, g, cell, i);
    struct area c = area_column(lay, &place, g->x[i], g->x[last] + g->w.width[last] - g->x[i]);
    if (tied) area_band(lay, &c, NULL, 0, 0, 0); /* what is added to this galley may stand lower */
    if (cell->parent->first == cell) area_start(lay, cell->parent);
    area_start(lay, cell);
    if (cell->spans.n) paragraph_lines_put(lay, &c, paragraph_collect(lay, cell, &c));
    block_pictures(lay, &c, cell);
    block_children(lay, &c, cell);
    return c.galley;
}

static void put_group(struct layout_context *lay, struct area *area, const struct grid *g,
                      struct galley **columns, size_t n, bool whole)
{
    struct box *b = area_group(lay, area, columns, n, true);
    b->before = g->pad;
    b->height = g->pad;
    b->keep = true;
    area->galley->after = 0;
    int32_t height = 0;
    for (size_t i = 0; i < n; i++) {
        int32_t h = galley_height(columns[i]);
        height = h > height ? h : height;
    }
    b->whole = whole || height <= lay->look.height / 2;
}

/* Behind the row that was put last, from rule to rule: printers that lose the tint keep these. */
static void put_band(struct layout_context *lay, struct area *area, const struct grid *g)
{
    struct box *b = galley_last(area->galley);
    struct item *it = ARENA_ONE(lay->job->keep, struct item);
    *it = area_rect(g->node, g->area.x, 0, g->area.width, 0, STYLE_TINT);
    b->items = it;
    b->nitems = 1;
    b->backed = true;
}

/* from: the row's first cell, or of one behind it; then behind its last. */
static void put_row(struct layout_context *lay, struct area *area, const struct grid *g,
                    const struct grid_rows *rows, size_t row, size_t *from)
{
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, g->w.n);
    bool band = *from < rows->cells.n && rows->cells.at[*from].node->parent->band;
    size_t n = 0;
    for (; *from < rows->cells.n && rows->cells.at[*from].row == row; ++*from)
        columns[n++] = rows->cells.at[*from].galley;
    put_group(lay, area, g, columns, n, false);
    if (band) put_band(lay, area, g);
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

static struct grid_rows set_rows(struct layout_context *lay, const struct grid *g, const struct node *row,
                                 size_t n)
{
    struct arena *a = lay->job->keep;
    struct grid_rows rows = {.n = n};
    struct tree_columns at = tree_columns_new(a, g->w.n);
    for (size_t r = 0; row && r < n; row = row->next, r++, tree_columns_row(&at))
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            size_t i = tree_columns_cell(&at, node_across(cell), node_down(cell));
            if (i >= g->w.n) continue;
            struct grid_cell c = {.node = cell, .row = r, .column = i, .first = -1};
            c.galley = put_cell(lay, g, cell, i, n > 1);
            VEC_ADD(a, rows.cells, c);
        }
    return rows;
}

static void measure_tied(struct grid_rows *rows)
{
    for (size_t i = 0; i < rows->cells.n; i++) {
        struct grid_cell *c = &rows->cells.at[i];
        struct box *b = c->galley->boxes.n > 1 ? &c->galley->boxes.at[1] : NULL;
        if (b) b->before = 0;
        if (b && b->kind == BOX_BAND) c->first = b->first;
        c->height = galley_height(c->galley);
        if (c->first > rows->level[c->row]) rows->level[c->row] = c->first;
    }
}

static int32_t lowered(const struct grid_rows *rows, const struct grid_cell *c)
{
    return c->first < 0 ? 0 : rows->level[c->row] - c->first;
}

/* A cell over several rows lengthens the last of them. */
static void place_tied(struct grid_rows *rows, int32_t between)
{
    for (size_t i = 0; i < rows->cells.n; i++) {
        const struct grid_cell *c = &rows->cells.at[i];
        int32_t h = lowered(rows, c) + c->height;
        if (node_down(c->node) == 1 && h > rows->height[c->row]) rows->height[c->row] = h;
    }
    for (size_t r = 0; r < rows->n; r++) {
        if (r) rows->y[r] = rows->y[r - 1] + rows->height[r - 1] + between;
        for (size_t i = 0; i < rows->cells.n; i++) {
            const struct grid_cell *c = &rows->cells.at[i];
            if (c->row + node_down(c->node) != r + 1) continue;
            int32_t more = rows->y[c->row] + lowered(rows, c) + c->height - rows->y[r] - rows->height[r];
            if (more > 0) rows->height[r] += more;
        }
    }
}

static bool crossed(const struct grid_rows *rows, size_t row, size_t column)
{
    for (size_t i = 0; i < rows->cells.n; i++) {
        const struct grid_cell *c = &rows->cells.at[i];
        bool over = column >= c->column && column < c->column + node_across(c->node);
        if (over && c->row < row && c->row + node_down(c->node) > row) return true;
    }
    return false;
}

/* Rules above the rows but the first, as far as no cell crosses them; and as high as all rows. */
static struct galley *tied_rules(struct layout_context *lay, const struct grid *g,
                                 const struct grid_rows *rows, int32_t weight)
{
    struct arena *a = lay->job->keep;
    struct item *it = ARENA_MANY(a, struct item, rows->n * g->w.n);
    size_t n = 0;
    for (size_t r = 1; r < rows->n; r++)
        for (size_t k = 0, to; k < g->w.n; k = to) {
            for (to = k + 1; to < g->w.n && !crossed(rows, r, k) && !crossed(rows, r, to);) to++;
            if (crossed(rows, r, k)) continue;
            int32_t x = k ? g->x[k] : g->area.x, y = rows->y[r] - g->pad - weight,
                    end = to < g->w.n ? g->x[to - 1] + g->w.width[to - 1] : g->area.x + g->area.width;
            it[n++] = area_rect(g->node, x, y, end - x, weight, style_grey(&lay->look, STYLE_HAIR));
        }
    struct area c = area_column(lay, &g->area, 0, g->area.width);
    area_band(lay, &c, it, n, rows->y[rows->n - 1] + rows->height[rows->n - 1], 0);
    return c.galley;
}

static void put_tied(struct layout_context *lay, struct area *area, const struct grid *g,
                     const struct grid_rows *rows, int32_t weight)
{
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, rows->cells.n + 1);
    for (size_t i = 0; i < rows->cells.n; i++) {
        const struct grid_cell *c = &rows->cells.at[i];
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

static void put_hair(struct layout_context *lay, struct area *area, const struct grid *g, bool keep)
{
    put_rule(lay, area, g, hair_of(lay), style_grey(&lay->look, STYLE_HAIR), keep, 0);
}

/* The row, and those that its cells tie to it; returns the last of them. What is too high for a page's
 * largest part goes row by row. */
static const struct node *put_rows(struct layout_context *lay, struct area *area, const struct grid *g,
                                   const struct node *row)
{
    struct arena *a = lay->job->keep;
    size_t n = tied_rows(row), from = 0;
    struct grid_rows rows = set_rows(lay, g, row, n);
    for (size_t i = 1; i < n && row->next; i++) row = row->next;
    if (n == 1) {
        put_row(lay, area, g, &rows, 0, &from);
        return row;
    }
    rows.height = ARENA_MANY(a, int32_t, n);
    rows.level = ARENA_MANY(a, int32_t, n);
    rows.y = ARENA_MANY(a, int32_t, n);
    measure_tied(&rows);
    if (n <= TIED_MOST) place_tied(&rows, 2 * g->pad + hair_of(lay));
    if (n <= TIED_MOST && rows.y[n - 1] + rows.height[n - 1] <= lay->look.height * TIED / 100) {
        put_tied(lay, area, g, &rows, hair_of(lay));
        return row;
    }
    for (size_t i = 0; i < n; i++) {
        if (i) put_hair(lay, area, g, true);
        put_row(lay, area, g, &rows, i, &from);
    }
    return row;
}

/* The head's boxes; returns the first row of the body. */
static const struct node *put_head(struct layout_context *lay, struct area *area, const struct grid *g,
                                   int32_t before)
{
    const struct node *row = g->node->first;
    while (row && row->role != ROLE_ROW) row = row->next;
    put_rule(lay, area, g, HEAVY, STYLE_BLUE, true, before);
    if (!row || !row->head) return row;
    for (; row && row->head; row = row->next) row = put_rows(lay, area, g, row);
    put_rule(lay, area, g, LIGHT, STYLE_BLUE, true, 0);
    return row;
}

/* The head once more, for pages on which the table goes on; NULL where it would take too much of them. */
static struct galley *repeated_head(struct layout_context *lay, const struct grid *g)
{
    struct area again = g->area;
    again.galley = galley_new(lay->job->keep, 0, g->area.width);
    again.border = NULL;
    put_head(lay, &again, g, 0);
    if (again.galley->boxes.n < 2) return NULL;
    area_band(lay, &again, NULL, 0, g->pad, 0);
    return galley_height(again.galley) > lay->look.height * 2 / 5 ? NULL : again.galley;
}

static void put_body(struct layout_context *lay, struct area *area, const struct grid *g,
                     const struct node *row, struct galley *head)
{
    bool leads = false; /* a quiet row heads those after it */
    for (size_t n = 0; row; row = row->next) {
        if (row->role != ROLE_ROW) continue;
        /* No row stands alone. */
        if (n) put_hair(lay, area, g, n == 1 || !row->next || (leads && !row->quiet));
        leads = row->quiet;
        row = put_rows(lay, area, g, row);
        galley_last(area->galley)->repeat = head;
        n++;
    }
    put_rule(lay, area, g, HEAVY, STYLE_BLUE, false, 0);
}

static void put_caption(struct layout_context *lay, struct area *area, const struct node *table)
{
    for (const struct node *n = table->first; n; n = n->next) {
        if (n->role == ROLE_ROW) continue;
        block_put(lay, area, n);
        if (galley_last(area->galley)) galley_last(area->galley)->keep = true;
        area->galley->after = 0;
    }
}

/* So many columns that letters would not fit between the gaps: the whole table's type becomes smaller. */
static void fit_type(struct grid *g)
{
    int64_t each = g->area.width / (int64_t)g->w.n;
    if (each >= NARROWEST) return;
    int64_t shrink = each * 1000 / NARROWEST;
    g->area.shrink = shrink < LEAST_SHRINK ? LEAST_SHRINK : (int32_t)shrink;
    g->gap = (int32_t)(each / 5);
}

/* Words that miss their columns by little: the gaps close up, then the type becomes a little smaller. */
static void fit_words(struct layout_context *lay, struct grid *g)
{
    int64_t gaps = (int64_t)g->w.n - 1, least = column_widths_sum(g->w.min, g->w.n),
            tight = g->gap < TIGHT_GAP ? g->gap : TIGHT_GAP;
    int64_t room = g->area.width - tight * gaps, part = least > room ? room * 1000 / least - 5 : 0;
    if (g->area.shrink || least <= g->area.width - g->gap * gaps || (least > room && part < LEAST_WHOLE))
        return;
    g->gap = (int32_t)tight;
    if (!part) return;
    g->area.shrink = (int32_t)part;
    for (size_t i = 0; i < g->w.n; i++) g->w.min[i] = g->w.max[i] = g->w.word[i] = 0;
    measure_cells(lay, g);
}

static bool same_shape(const struct node *a, size_t n, const struct node *b)
{
    if (b->role != ROLE_TABLE || a->ncolumns != b->ncolumns || n != table_wants(b)) return false;
    for (size_t i = 0; i < a->ncolumns; i++)
        if (a->columns[i].width != b->columns[i].width) return false;
    return true;
}

/* Tables that follow each other and have as many columns share their widths, where all of them fit so. */
static void measure_run(struct layout_context *lay, struct grid *g)
{
    struct grid other = *g;
    other.w.min = ARENA_MANY(lay->job->keep, int32_t, g->w.n);
    other.w.max = ARENA_MANY(lay->job->keep, int32_t, g->w.n);
    other.w.word = ARENA_MANY(lay->job->keep, int32_t, g->w.n);
    memcpy(other.w.word, g->w.word, g->w.n * sizeof *g->w.word);
    memcpy(other.w.min, g->w.min, g->w.n * sizeof *g->w.min);
    memcpy(other.w.max, g->w.max, g->w.n * sizeof *g->w.max);
    for (const struct node *t = g->node->next; t && same_shape(g->node, g->w.n, t); t = t->next) {
        other.node = t;
        measure_cells(lay, &other);
    }
    if (column_widths_sum(other.w.min, g->w.n) > g->area.width - (int64_t)g->gap * ((int64_t)g->w.n - 1))
        return;
    g->w.min = other.w.min;
    g->w.max = other.w.max;
    g->w.word = other.w.word;
    g->shared = true;
}

static struct grid *new_grid(struct layout_context *lay, const struct area *area, const struct node *table,
                             size_t n, bool alone)
{
    struct arena *a = lay->job->keep;
    struct grid *g = ARENA_ONE(a, struct grid);
    *g = (struct grid){.node = table, .w = {.n = n}, .area = *area, .at = area->x, .room = area->width};
    bool close = lay->print->type == TYPE_CLOSE || lay->print->close; /* then rows close up, columns do not */
    g->gap = close ? (int32_t)((int64_t)GAP * lay->look.scale / 1000) : style_length(&lay->look, GAP);
    g->pad = style_space(&lay->look, PAD);
    g->w.min = ARENA_MANY(a, int32_t, n);
    g->w.max = ARENA_MANY(a, int32_t, n);
    g->w.word = ARENA_MANY(a, int32_t, n);
    g->w.width = ARENA_MANY(a, int32_t, n);
    g->x = ARENA_MANY(a, int32_t, n);
    fit_type(g);
    measure_cells(lay, g);
    fit_words(lay, g);
    if (!alone) measure_run(lay, g);
    choose_widths(lay, g);
    return g;
}

/* The widths of the table just before, where this one goes with it. */
static struct grid *grid_of(struct layout_context *lay, const struct area *area, const struct node *table,
                            size_t n)
{
    const struct grid *run = lay->run;
    bool goes_on = run && run->node->next == table && same_shape(run->node, run->w.n, table) &&
                   run->at == area->x && run->room == area->width;
    if (!goes_on || !run->shared) return new_grid(lay, area, table, n, goes_on);
    struct grid *g = ARENA_ONE(lay->job->keep, struct grid);
    *g = *run;
    g->node = table;
    g->area = *area;
    g->area.width = run->area.width;
    g->area.shrink = run->area.shrink;
    return g;
}

static int32_t box_height(const struct box *b)
{
    int32_t height = 0;
    for (size_t i = 0; i < b->ncolumns; i++) {
        int32_t h = galley_height(b->columns[i]);
        height = h > height ? h : height;
    }
    return b->before + height + b->height;
}

/* A small table is not parted. */
static void keep_small(struct layout_context *lay, struct galley *s, size_t first)
{
    int32_t height = 0, most = lay->look.height * SMALL_TABLE / 100;
    for (size_t i = first; i < s->boxes.n; i++) {
        height += box_height(&s->boxes.at[i]);
        if (height > most) return;
    }
    for (size_t i = first; i + 1 < s->boxes.n; i++) s->boxes.at[i].keep = true;
}

void table_put(struct layout_context *lay, struct area *area, const struct node *table)
{
    size_t n = table_wants(table);
    put_caption(lay, area, table);
    if (!n) return;
    const struct grid *g = grid_of(lay, area, table, n);
    size_t first = area->galley->boxes.n;
    const struct node *body = put_head(lay, area, g, lay->look.unit / 2);
    put_body(lay, area, g, body, body ? repeated_head(lay, g) : NULL);
    keep_small(lay, area->galley, first);
    area->galley->after = lay->look.unit * 3 / 2;
    lay->run = g;
}
