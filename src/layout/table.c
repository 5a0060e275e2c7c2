#include "layout/table.h"

#include "layout/block.h"
#include "layout/paragraph/paragraph_lines.h"

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
    STRETCH = 120, /* per cent: how far a small table is widened at least */
    SMALL = 70     /* per cent of the measure */
};

struct grid {
    const struct node *node;
    size_t n;
    int32_t *min, *max, *word, *width, *x;
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

static void measure_node(struct layout_context *lay, const struct area *area, const struct node *n,
                         int32_t indent, const struct wants *w, int depth)
{
    if (n->spans.n) {
        const struct paragraph *p = paragraph_collect(lay, n, area);
        widen(w->min, p->narrowest + indent);
        widen(w->max, (int64_t)p->widest + indent);
        widen(w->word, p->longest + indent);
    }
    if (n->picture) {
        widen(w->min, STYLE_MM(15));
        widen(w->max, (int64_t)n->picture->width * 750);
    }
    if (depth >= BOX_DEPTH) return;
    if (n->role == ROLE_ITEM || n->role == ROLE_QUOTE) indent += LIST_INDENT;
    for (const struct node *c = n->first; c; c = c->next) measure_node(lay, area, c, indent, w, depth + 1);
}

static struct area cell_area(const struct layout_context *lay, const struct grid *g, const struct node *row,
                             size_t i)
{
    struct area s = g->area;
    const struct column *c = column_of(g, i);
    s.where = STYLE_TABLE;
    s.column = true;
    s.bold = row->head;
    s.colour = row->quiet ? style_grey(&lay->look, STYLE_GREY) : 0;
    if (c) s.align = c->number ? ALIGN_RIGHT : c->align;
    return s;
}

static void measure_cells(struct layout_context *lay, struct grid *g)
{
    for (const struct node *row = g->node->first; row; row = row->next) {
        if (row->role != ROLE_ROW) continue;
        size_t i = 0;
        for (const struct node *cell = row->first; cell && i < g->n; cell = cell->next, i++) {
            struct area s = cell_area(lay, g, row, i);
            struct wants w = {&g->min[i], &g->max[i], &g->word[i]};
            measure_node(lay, &s, cell, 0, &w, 0);
        }
    }
}

/* -- column widths -- */

static int64_t sum(const int32_t *at, size_t n)
{
    int64_t all = 0;
    for (size_t i = 0; i < n; i++) all += at[i];
    return all;
}

/* Narrower than some word: columns under a fair share keep their own width, the others share the rest alike.
 */
static void narrow(struct grid *g, int64_t room)
{
    int64_t left = room;
    size_t open = g->n;
    for (size_t i = 0; i < g->n; i++) g->width[i] = -1;
    for (bool again = true; again && open;) {
        again = false;
        int64_t fair = left / (int64_t)open;
        for (size_t i = 0; i < g->n && open; i++) {
            if (g->width[i] >= 0 || g->min[i] > fair) continue;
            g->width[i] = g->min[i];
            left -= g->min[i];
            open--;
            again = true;
        }
    }
    for (size_t i = 0; i < g->n; i++)
        if (g->width[i] < 0 && open) g->width[i] = (int32_t)(left / (int64_t)open);
}

/* A long word, an address, is cut no more often than a fair share makes it. */
static void grant_words(struct grid *g, int64_t room)
{
    int64_t left = room - sum(g->min, g->n), fair = room / (int64_t)g->n;
    for (size_t i = 0; i < g->n; i++) {
        int64_t most = g->word[i] < fair ? g->word[i] : fair;
        if (most > g->max[i]) most = g->max[i];
        int64_t more = most - g->min[i] < left * 2 / 3 ? most - g->min[i] : left * 2 / 3;
        if (more <= 0) continue;
        left -= more;
        g->min[i] += (int32_t)more;
    }
}

/* Columns that want no more than a fair share get all they want, so long as the others keep their least. */
static void grant(struct grid *g, int64_t room)
{
    int64_t left = room - sum(g->min, g->n);
    for (size_t i = 0; i < g->n; i++) {
        int64_t more = g->max[i] - g->min[i];
        if (g->max[i] > room / (int64_t)g->n || more > left) continue;
        g->min[i] = g->max[i];
        left -= more;
    }
}

/* Every column its least, and of what is left a share by how much more it wants. */
static void share(struct grid *g, int64_t room)
{
    grant_words(g, room);
    grant(g, room);
    int64_t least = sum(g->min, g->n), most = sum(g->max, g->n), want = most - least;
    for (size_t i = 0; i < g->n; i++) {
        int64_t more = g->max[i] - g->min[i];
        if (most <= room)
            g->width[i] =
                (int32_t)(g->max[i] + (most ? (room - most) * g->max[i] / most : room / (int64_t)g->n));
        else
            g->width[i] = (int32_t)(g->min[i] + (want ? (room - least) * more / want : 0));
    }
}

static void keep_given(struct grid *g, int64_t room)
{
    for (size_t i = 0; i < g->n; i++) {
        const struct column *c = column_of(g, i);
        if (c && c->width > 0 && c->width < room) g->min[i] = g->max[i] = c->width;
    }
}

static void limit_wants(struct grid *g, int64_t room)
{
    for (size_t i = 0; i < g->n; i++) {
        if (g->max[i] > room) g->max[i] = (int32_t)room;
        if (g->max[i] < g->min[i]) g->max[i] = g->min[i];
    }
}

/* A small table takes a part of the measure, so that the eye finds its way across; always the same part, so
 * that tables that stand together look alike. */
static int64_t natural_width(struct grid *g, int64_t room)
{
    int64_t enough = sum(g->max, g->n) * STRETCH / 100, part = room * SMALL / 100;
    if (g->area.width <= STYLE_JUSTIFIED || enough > part) return room;
    g->area.width -= (int32_t)(room - part);
    return part;
}

static void choose_widths(struct layout_context *lay, struct grid *g)
{
    int64_t room = g->area.width - (int64_t)g->gap * ((int64_t)g->n - 1);
    keep_given(g, room);
    limit_wants(g, room);
    room = natural_width(g, room);
    if (sum(g->min, g->n) > room) {
        diag_tell(lay->job->diags, DIAG_TABLE_WIDE, g->node->place, STR(""));
        narrow(g, room);
    } else {
        share(g, room);
    }
    int32_t x = g->area.x;
    for (size_t i = 0; i < g->n; i++) {
        g->x[i] = x;
        x += g->width[i] + g->gap;
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

static void put_row(struct layout_context *lay, struct area *area, const struct grid *g,
                    const struct node *row)
{
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, g->n);
    size_t n = 0;
    area_start(lay, row);
    for (const struct node *cell = row->first; cell && n < g->n; cell = cell->next, n++) {
        struct area place = cell_area(lay, g, row, n);
        struct area c = area_column(lay, &place, g->x[n], g->width[n]);
        area_start(lay, cell);
        if (cell->spans.n) paragraph_lines_put(lay, &c, paragraph_collect(lay, cell, &c));
        block_children(lay, &c, cell);
        columns[n] = c.galley;
    }
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
    b->whole = height <= lay->look.height / 2;
}

/* The head's boxes; returns the first row of the body. */
static const struct node *put_head(struct layout_context *lay, struct area *area, const struct grid *g,
                                   int32_t before)
{
    const struct node *row = g->node->first;
    while (row && row->role != ROLE_ROW) row = row->next;
    put_rule(lay, area, g, HEAVY, STYLE_BLUE, true, before);
    if (!row || !row->head) return row;
    for (; row && row->head; row = row->next) put_row(lay, area, g, row);
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
        int32_t hair = lay->look.handout ? THIN : HAIR;
        if (n)
            put_rule(lay, area, g, hair, style_grey(&lay->look, STYLE_HAIR),
                     n == 1 || !row->next || (leads && !row->quiet), 0);
        leads = row->quiet;
        put_row(lay, area, g, row);
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
    int64_t each = g->area.width / (int64_t)g->n;
    if (each >= NARROWEST) return;
    int64_t shrink = each * 1000 / NARROWEST;
    g->area.shrink = shrink < LEAST_SHRINK ? LEAST_SHRINK : (int32_t)shrink;
    g->gap = (int32_t)(each / 5);
}

/* Words that miss their columns by little: the gaps close up, then the type becomes a little smaller. */
static void fit_words(struct layout_context *lay, struct grid *g)
{
    int64_t gaps = (int64_t)g->n - 1, least = sum(g->min, g->n),
            tight = g->gap < TIGHT_GAP ? g->gap : TIGHT_GAP;
    int64_t room = g->area.width - tight * gaps, part = least > room ? room * 1000 / least - 5 : 0;
    if (g->area.shrink || least <= g->area.width - g->gap * gaps || (least > room && part < LEAST_WHOLE))
        return;
    g->gap = (int32_t)tight;
    if (!part) return;
    g->area.shrink = (int32_t)part;
    for (size_t i = 0; i < g->n; i++) g->min[i] = g->max[i] = g->word[i] = 0;
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
    other.min = ARENA_MANY(lay->job->keep, int32_t, g->n);
    other.max = ARENA_MANY(lay->job->keep, int32_t, g->n);
    other.word = ARENA_MANY(lay->job->keep, int32_t, g->n);
    memcpy(other.word, g->word, g->n * sizeof *g->word);
    memcpy(other.min, g->min, g->n * sizeof *g->min);
    memcpy(other.max, g->max, g->n * sizeof *g->max);
    for (const struct node *t = g->node->next; t && same_shape(g->node, g->n, t); t = t->next) {
        other.node = t;
        measure_cells(lay, &other);
    }
    if (sum(other.min, g->n) > g->area.width - (int64_t)g->gap * ((int64_t)g->n - 1)) return;
    g->min = other.min;
    g->max = other.max;
    g->word = other.word;
    g->shared = true;
}

static struct grid *new_grid(struct layout_context *lay, const struct area *area, const struct node *table,
                             size_t n, bool alone)
{
    struct arena *a = lay->job->keep;
    struct grid *g = ARENA_ONE(a, struct grid);
    *g = (struct grid){.node = table, .n = n, .area = *area, .at = area->x, .room = area->width};
    bool close = lay->print->type == TYPE_CLOSE; /* then rows close up, columns do not */
    g->gap = close ? (int32_t)((int64_t)GAP * lay->look.scale / 1000) : style_length(&lay->look, GAP);
    g->pad = style_length(&lay->look, PAD);
    g->min = ARENA_MANY(a, int32_t, n);
    g->max = ARENA_MANY(a, int32_t, n);
    g->word = ARENA_MANY(a, int32_t, n);
    g->width = ARENA_MANY(a, int32_t, n);
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
    bool goes_on = run && run->node->next == table && same_shape(run->node, run->n, table) &&
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
