#include "layout/table/grid.h"

#include "layout/paragraph/paragraph.h"

#define BAND_INSET STYLE_MM(2) /* of words in a handout's bands */

enum {
    GAP = 9000,          /* between columns */
    HANDOUT_GAP = 11400, /* the same of what is read standing */
    NARROWEST = 15000,   /* an average column; under it the type is made smaller */
    TIGHT_GAP = 4500,    /* where a word would be cut else */
    LEAST_SHRINK = 120,  /* thousandths */
    LEAST_WHOLE = 820,   /* thousandths: so much smaller rather than cut a word, where it can be read */
    LIST_INDENT = 15000,
    FINE_GAP = 7000,
    CLOSE_FINE_GAP = 8500, /* the same of a handout that closes up to be one side */
    APART = 72000,         /* the most between two columns of numbers besides their gap */
    ALIKE_PART = 4,      /* of the measure: the most that is kept for a column that is alike in all tables */
    FINE_NUMBER = 49000, /* the widest that a fine table's column of numbers is */
    EDGE_PART = 5,  /* of the measure: so near to the page's second edge a column may begin, to go there, */
    EDGE_KEEPS = 80 /* where one that has several lines keeps so much of its width, per cent */
};

size_t grid_wants(const struct node *table)
{
    size_t n = table->ncolumns;
    for (const struct node *row = table->first; row; row = row->next) {
        size_t cells = 0;
        for (const struct node *c = row->first; row->role == ROLE_ROW && c; c = c->next) cells++;
        n = cells > n ? cells : n;
    }
    return n;
}

/* Between the edges of its bands, if it has some: words in a tint do not stand at its edge. */
static int32_t words_width(const struct grid *g)
{
    return g->area.width - 2 * g->inset;
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
    int64_t wanted = picture_width(p) * 750;
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
    if (n->role == ROLE_OPTIONS) indent += STYLE_TICK + STYLE_TICK_GAP;
    if (n->role == ROLE_ITEM || n->role == ROLE_QUOTE) indent += LIST_INDENT;
    for (const struct node *c = n->first; c; c = c->next) measure_node(lay, area, c, indent, w, depth + 1);
}

bool grid_row_leads(const struct grid *g, const struct node *row)
{
    return g->node->fine && row->quiet && !row->band;
}

/* What stands under it is as wide: it heads one column. */
static bool has_like_under(const struct node *cell)
{
    const struct node *under = cell->parent->next ? cell->parent->next->first : NULL;
    for (const struct node *c = cell->parent->first; under && c != cell; c = c->next) under = under->next;
    return under && node_across(under) == node_across(cell);
}

struct area grid_cell_area(const struct layout_context *lay, const struct grid *g, const struct node *cell,
                           size_t i)
{
    const struct node *row = cell->parent;
    struct area s = g->area;
    const struct column *c = column_of(g, i);
    s.where = g->node->fine ? STYLE_FINE_TABLE : STYLE_TABLE;
    s.column = true;
    s.bold = row->head || grid_row_leads(g, row);
    uint32_t quiet = style_grey(&lay->look, row->band ? STYLE_DIM : STYLE_GREY);
    s.tinted = s.tinted || row->band;
    s.colour = !row->quiet ? 0 : grid_row_leads(g, row) ? STYLE_BLUE : quiet;
    if (c) s.align = c->number ? ALIGN_RIGHT : c->align;
    /* over the columns that it heads */
    if (row->head && node_across(cell) > 1 && !grid_has_halves(g) && !has_like_under(cell))
        s.align = ALIGN_CENTRE;
    if (!row->head && node_across(cell) >= g->w.n) s.align = ALIGN_LEFT;
    return s;
}

size_t grid_columns(const struct grid *g, size_t i, const struct node *cell)
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

/* In a fine table what stands over the names takes the lines that it needs: heads of numbers want the room,
 * and leave what they do not. */
static bool head_of_names(const struct grid *g, const struct node *cell, size_t i)
{
    const struct column *next = column_of(g, 1);
    return g->node->fine && !grid_has_halves(g) && cell->parent->head && !i && next && next->number;
}

/* next: the widest cell but one, of each column; the widest has two lines where they are enough for it. */
static void keep_shorter(struct grid *g, const int32_t *next)
{
    for (size_t i = 0; i < g->w.n; i++) {
        int32_t least = next[i] > g->w.min[i] ? next[i] : g->w.min[i];
        if (column_of(g, i) && column_of(g, i)->shorter && least * 2 >= g->w.max[i]) g->w.max[i] = least;
    }
}

static void measure_some(struct layout_context *lay, struct grid *g, bool merged)
{
    struct tree_columns at = tree_columns_new(lay->job->keep, g->w.n);
    int32_t *next = ARENA_MANY(lay->job->keep, int32_t, g->w.n);
    for (const struct node *row = g->node->first; row; row = row->next) {
        if (row->role != ROLE_ROW) continue;
        for (const struct node *cell = row->first; cell; cell = cell->next) {
            size_t i = tree_columns_cell(&at, node_across(cell), node_down(cell));
            if (i >= g->w.n || (node_across(cell) > 1) != merged) continue;
            struct area s = grid_cell_area(lay, g, cell, i);
            struct wants w = {&g->w.min[i], &g->w.max[i], &g->w.word[i]};
            int32_t min = 0, max = 0, word = 0;
            if (merged || head_of_names(g, cell, i)) w = (struct wants){&min, &max, &word};
            int32_t own = 0, *most = w.max;
            w.max = &own;
            measure_node(lay, &s, two_up_cell(&g->set, cell), 0, &w, 0);
            widen(&next[i], own < *most ? own : *most);
            widen(most, own);
            if (!merged && w.min == &min) {
                widen(&g->w.min[i], min), widen(&g->w.max[i], min);
                widen(&g->over_names, max);
            }
            if (merged) widen_columns(g, i, grid_columns(g, i, cell), min, max);
        }
        tree_columns_row(&at);
    }
    if (!merged) keep_shorter(g, next);
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
        if (c && c->whole && g->w.max[i] < room / 2) g->w.min[i] = g->w.max[i];
    }
}

/* Names, and numbers in all other columns. */
static bool names_numbers(const struct grid *g)
{
    bool all = g->w.n > 1 && g->w.n == g->node->ncolumns;
    for (size_t i = 0; all && i < g->w.n; i++) all = g->node->columns[i].number == (i > 0);
    return all;
}

/* Of a document whose page has a column for each language: a table over both of them is of both. */
static bool is_of_both(const struct layout_context *lay, const struct grid *g)
{
    return lay->tree->both && lay->tree->toc && g->area.width > STYLE_JUSTIFIED;
}

/* Columns from one on into so much room, from x on. */
static void choose_some(struct grid *g, size_t from, size_t n, int32_t x, int32_t width)
{
    int64_t room = width - (int64_t)g->gap * ((int64_t)n - 1);
    struct column_widths w = {
        n, g->w.min + from, g->w.max + from, g->w.word + from, g->w.width + from, g->w.whole + from};
    column_widths_limit(&w, room);
    if (!column_widths_choose(&w, room)) g->tight = true;
    for (size_t i = from; i < from + n; i++) {
        g->x[i] = x;
        x += g->w.width[i] + g->gap;
    }
}

bool grid_has_halves(const struct grid *g)
{
    return (g->node->parallel || two_up_is(&g->set)) && g->w.n > 1 && g->w.n % 2 == 0;
}

bool grid_has_numbers(const struct grid *g)
{
    for (size_t i = 1; i < g->node->ncolumns; i++)
        if (g->node->columns[i].number) return true;
    return false;
}

static void even_numbers(struct layout_context *lay, struct grid *g, int64_t room)
{
    bool *number = ARENA_MANY(lay->job->keep, bool, g->w.n);
    for (size_t i = 0; i < g->w.n; i++)
        number[i] = column_of(g, i) && column_of(g, i)->number && !column_of(g, i)->whole;
    int64_t spare = column_widths_spare(&g->w, number, room), wants = (int64_t)g->over_names - g->w.max[0];
    if (spare > 0 && wants > 0) g->w.max[0] += (int32_t)(wants < spare ? wants : spare);
    column_widths_even(&g->w, number, style_length(&lay->look, FINE_NUMBER), room);
}

/* -- the page's second edge -- */

static bool is_left(const struct grid *g, size_t i)
{
    const struct column *c = column_of(g, i);
    return c && !c->number && (c->align == ALIGN_DEFAULT || c->align == ALIGN_LEFT);
}

/* The column that begins nearest to where the page's second one does; 0: none is near. */
static size_t column_near(const struct grid *g, int32_t edge)
{
    size_t nearest = 0;
    int32_t least = g->area.width / EDGE_PART;
    for (size_t i = 1; i < g->w.n; i++) {
        int32_t off = g->x[i] > edge ? g->x[i] - edge : edge - g->x[i];
        if (!is_left(g, i) || off > least) continue;
        least = off;
        nearest = i;
    }
    return nearest;
}

static struct column_widths copied(struct arena *a, struct column_widths w)
{
    struct column_widths to = w;
    to.min = ARENA_MANY(a, int32_t, w.n);
    to.max = ARENA_MANY(a, int32_t, w.n);
    to.width = ARENA_MANY(a, int32_t, w.n);
    memcpy(to.min, w.min, w.n * sizeof *w.min);
    memcpy(to.max, w.max, w.n * sizeof *w.max);
    return to;
}

/* What stood on one line does; what did not has little less for its lines. */
static bool still_fits(const struct column_widths *wants, const int32_t *before, const int32_t *now)
{
    for (size_t i = 0; i < wants->n; i++) {
        int64_t least = (int64_t)before[i] * EDGE_KEEPS / 100;
        if (before[i] >= wants->max[i]) least = wants->max[i];
        if (now[i] < least || now[i] < wants->min[i]) return false;
    }
    return true;
}

/* In a report of two languages a column that begins near the page's second one begins with it. */
static void move_to_edge(struct layout_context *lay, struct grid *g, const struct column_widths *wants)
{
    int32_t right = g->area.x + g->area.width, edge = right - (g->area.width - lay->look.gutter) / 2;
    size_t i = column_near(g, edge);
    if (!i || g->tight || !is_of_both(lay, g)) return;
    struct grid moved = *g;
    moved.w = copied(lay->job->keep, *wants);
    moved.x = ARENA_MANY(lay->job->keep, int32_t, g->w.n);
    choose_some(&moved, 0, i, g->area.x, edge - g->gap - g->area.x);
    choose_some(&moved, i, g->w.n - i, edge, right - edge);
    if (moved.tight || !still_fits(wants, g->w.width, moved.w.width)) return;
    g->w.width = moved.w.width;
    g->x = moved.x;
}

/* Numbers from the second edge on: the first as wide as it wants, so that it stands near its name, the others
 * as far apart as the column lets them be. A single column of them ends at the table's edge. */
static void put_numbers(struct layout_context *lay, struct grid *g, int32_t edge, int32_t room)
{
    size_t n = g->w.n - 1;
    int64_t free = room - column_widths_sum(g->w.max + 1, n) - (int64_t)g->gap * ((int64_t)n - 1),
            apart = n > 1 ? free / ((int64_t)n - 1) : 0, most = style_length(&lay->look, APART);
    if (apart > most) apart = most;
    for (size_t i = 1; i <= n; i++) {
        g->w.width[i] = n == 1 ? room : g->w.max[i] + (i > 1 ? (int32_t)apart : 0);
        g->x[i] = edge;
        edge += g->w.width[i] + g->gap;
    }
}

/* A table of both languages that would fit into a column: its names have the first, all else stands in the
 * second. False: it begins with no names (hours), or there is no room for that, and nothing is changed. */
static bool part_at_edge(struct layout_context *lay, struct grid *g)
{
    int32_t half = (g->area.width - lay->look.gutter) / 2, edge = g->area.x + g->area.width - half;
    int32_t names = edge - g->gap - g->area.x;
    size_t n = g->w.n - 1;
    if (!n || g->node->fine || g->w.whole[0] || !is_left(g, 0) || !is_of_both(lay, g)) return false;
    int64_t rest = column_widths_sum(g->w.max + 1, n) + (int64_t)g->gap * ((int64_t)n - 1);
    bool numbers = names_numbers(g);
    if (rest > half || g->w.min[0] > names || (!numbers && g->w.max[0] > names)) return false;
    g->x[0] = g->area.x;
    g->w.width[0] = names;
    if (numbers)
        put_numbers(lay, g, edge, half);
    else
        choose_some(g, 1, n, edge, half);
    return true;
}

static void choose_widths(struct layout_context *lay, struct grid *g)
{
    int64_t room = words_width(g) - (int64_t)g->gap * ((int64_t)g->w.n - 1);
    int32_t half = (g->area.width - lay->look.gutter) / 2;
    size_t n = g->w.n;
    keep_given(g, room);
    if (grid_has_halves(g)) {
        column_widths_alike(&g->w);
        choose_some(g, 0, n / 2, g->area.x, half);
        choose_some(g, n / 2, n / 2, g->area.x + half + lay->look.gutter, half);
        return;
    }
    struct column_widths wants = copied(lay->job->keep, g->w);
    if (g->node->fine) even_numbers(lay, g, room);
    if (part_at_edge(lay, g)) return;
    choose_some(g, 0, n, g->area.x + g->inset, words_width(g));
    move_to_edge(lay, g, &wants);
}

/* -- the grid -- */

static int32_t least_shrink(const struct layout_context *lay, const struct grid *g)
{
    int32_t least = style_least_shrink(&lay->look, g->node->fine ? STYLE_FINE_TABLE : STYLE_TABLE);
    return least > LEAST_WHOLE ? least : LEAST_WHOLE;
}

/* So many columns that letters would not fit between the gaps: the whole table's type becomes smaller. */
static void fit_type(const struct layout_context *lay, struct grid *g)
{
    int64_t each = g->area.width / (int64_t)g->w.n;
    if (each >= NARROWEST) return;
    int64_t shrink = each * 1000 / NARROWEST;
    g->area.shrink = shrink < LEAST_SHRINK ? LEAST_SHRINK : (int32_t)shrink;
    g->gap = (int32_t)(each / 5);
    g->tight = shrink < least_shrink(lay, g);
}

/* Words that miss their columns by little: the gaps close up, then the type becomes a little smaller. */
static void fit_words(struct layout_context *lay, struct grid *g)
{
    int64_t gaps = (int64_t)g->w.n - 1, least = column_widths_sum(g->w.min, g->w.n),
            tight = g->gap < TIGHT_GAP ? g->gap : TIGHT_GAP;
    int64_t room = words_width(g) - tight * gaps, part = least > room ? room * 1000 / least - 5 : 0;
    if (g->area.shrink || least <= words_width(g) - g->gap * gaps ||
        (least > room && part < least_shrink(lay, g)))
        return;
    g->gap = (int32_t)tight;
    if (!part || g->node->fine) return; /* its type is as small as type may be */
    g->area.shrink = (int32_t)part;
    for (size_t i = 0; i < g->w.n; i++) g->w.min[i] = g->w.max[i] = g->w.word[i] = 0;
    measure_cells(lay, g);
}

static bool same_shape(const struct node *a, size_t n, const struct node *b)
{
    if (b->role != ROLE_TABLE || a->ncolumns != b->ncolumns || n != grid_wants(b)) return false;
    if (a->fine != b->fine || a->two_up != b->two_up || a->parallel != b->parallel) return false;
    for (size_t i = 0; i < a->ncolumns; i++)
        if (a->columns[i].width != b->columns[i].width) return false;
    return true;
}

/* Tables that follow each other and have as many columns share their widths, where all of them fit so. */
static void measure_run(struct layout_context *lay, struct grid *g)
{
    int64_t room = words_width(g) - (int64_t)g->gap * ((int64_t)g->w.n - 1);
    struct grid other = *g;
    if (column_widths_sum(g->w.min, g->w.n) > room) return;
    other.w.min = ARENA_MANY(lay->job->keep, int32_t, g->w.n);
    other.w.max = ARENA_MANY(lay->job->keep, int32_t, g->w.n);
    other.w.word = ARENA_MANY(lay->job->keep, int32_t, g->w.n);
    memcpy(other.w.word, g->w.word, g->w.n * sizeof *g->w.word);
    memcpy(other.w.min, g->w.min, g->w.n * sizeof *g->w.min);
    memcpy(other.w.max, g->w.max, g->w.n * sizeof *g->w.max);
    for (const struct node *t = g->node->next; t; t = t->next) {
        other.set = two_up_of(lay->job->keep, t);
        other.node = other.set.table;
        if (!same_shape(g->node, g->w.n, other.node)) break;
        measure_cells(lay, &other);
        if (column_widths_sum(other.w.min, g->w.n) > room) return;
    }
    g->w.min = other.w.min;
    g->w.max = other.w.max;
    g->w.word = other.w.word;
    g->shared = true;
}

static bool has_alike(const struct node *table)
{
    for (size_t i = 0; i < table->ncolumns; i++)
        if (table->columns[i].alike) return true;
    return false;
}

static void at_least(int32_t *to, int32_t least)
{
    if (*to < least) *to = least;
}

/* Of the side that a node stands on; LANG_NONE: of all. */
static enum lang side_lang(const struct node *n)
{
    while (n && n->lang == LANG_NONE) n = n->parent;
    return n ? n->lang : LANG_NONE;
}

/* What any of the document's tables in its language with as many columns wants, of which some are alike: all
 * get it, so that their columns stand in the same places on every page. */
static void measure_alike(struct layout_context *lay, struct grid *g)
{
    struct grid other = *g;
    int64_t most = g->area.width / ALIKE_PART;
    if (!has_alike(g->node) || g->node->ncolumns != g->w.n) return;
    for (const struct node *t = lay->tree->root; t; t = node_after(t)) {
        if (t == g->node || t->role != ROLE_TABLE || t->ncolumns != g->w.n || !has_alike(t)) continue;
        if (side_lang(t) != side_lang(g->node)) continue;
        other.set = two_up_of(lay->job->keep, t);
        other.node = other.set.table;
        other.w.min = ARENA_MANY(lay->job->keep, int32_t, g->w.n);
        other.w.max = ARENA_MANY(lay->job->keep, int32_t, g->w.n);
        other.w.word = ARENA_MANY(lay->job->keep, int32_t, g->w.n);
        measure_cells(lay, &other);
        for (size_t i = 0; i < g->w.n; i++) {
            at_least(&g->w.max[i], other.w.max[i]);
            at_least(&g->w.min[i], other.w.min[i]);
            at_least(&g->w.word[i], other.w.word[i]);
        }
    }
    bool *whole = ARENA_MANY(lay->job->keep, bool, g->w.n);
    for (size_t i = 0; i < g->w.n; i++) {
        whole[i] = g->w.whole[i] || (g->node->columns[i].alike && g->w.max[i] <= most);
        if (whole[i] && g->node->columns[i].alike) g->w.min[i] = g->w.max[i];
    }
    g->w.whole = whole;
}

static const bool *whole_columns(struct arena *a, const struct grid *g)
{
    bool *whole = ARENA_MANY(a, bool, g->w.n);
    for (size_t i = 0; i < g->w.n; i++) whole[i] = column_of(g, i) && column_of(g, i)->whole;
    return whole;
}

static struct grid *new_grid(struct layout_context *lay, const struct area *area, struct two_up_table set,
                             bool alone)
{
    struct arena *a = lay->job->keep;
    struct grid *g = ARENA_ONE(a, struct grid);
    const struct node *table = set.table;
    size_t n = grid_wants(table);
    *g = (struct grid){
        .node = table, .set = set, .w = {.n = n}, .area = *area, .at = area->x, .room = area->width};
    bool close = lay->print->type == TYPE_CLOSE || lay->print->close; /* then rows close up, columns do not */
    int32_t gap = lay->look.handout ? HANDOUT_GAP : GAP;
    g->gap = close ? (int32_t)((int64_t)gap * lay->look.scale / 1000) : style_length(&lay->look, gap);
    struct row_padding_for holds = {grid_has_halves(g), grid_has_numbers(g)};
    g->rows = row_padding_of(lay, table, holds);
    if (lay->look.handout && g->rows.bands) g->inset = BAND_INSET;
    if (table->fine && !lay->look.handout) g->gap = style_length(&lay->look, FINE_GAP);
    if (table->fine && lay->look.handout && close) g->gap = CLOSE_FINE_GAP;
    g->w.min = ARENA_MANY(a, int32_t, n);
    g->w.max = ARENA_MANY(a, int32_t, n);
    g->w.word = ARENA_MANY(a, int32_t, n);
    g->w.width = ARENA_MANY(a, int32_t, n);
    g->x = ARENA_MANY(a, int32_t, n);
    g->w.whole = whole_columns(a, g);
    fit_type(lay, g);
    measure_cells(lay, g);
    measure_alike(lay, g);
    fit_words(lay, g);
    if (!alone) measure_run(lay, g);
    choose_widths(lay, g);
    return g;
}

/* The widths of the table just before, where this one goes with it. */
const struct grid *grid_of(struct layout_context *lay, const struct area *area, const struct node *table)
{
    const struct grid *run = lay->run;
    struct two_up_table set = two_up_of(lay->job->keep, table);
    bool goes_on = run && run->node->next == table && same_shape(run->node, run->w.n, set.table) &&
                   run->at == area->x && run->room == area->width;
    if (!goes_on || !run->shared) return new_grid(lay, area, set, goes_on);
    struct grid *g = ARENA_ONE(lay->job->keep, struct grid);
    *g = *run;
    g->node = set.table;
    g->set = set;
    g->area = *area;
    g->area.width = run->area.width;
    g->area.shrink = run->area.shrink;
    return g;
}
