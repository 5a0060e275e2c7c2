#include "layout/table/table.h"

#include "layout/block.h"
#include "layout/paragraph/paragraph.h"
#include "layout/table/rows.h"
#include "layout/turned_page.h"

enum {
    HEAVY = 800, /* the rules' weights */
    LIGHT = 500,
    SMALL_TABLE = 30,  /* per cent of a page: so high, a table is kept in one piece */
    SMALL_FINE = 18,   /* the same of a list in small type */
    FINE_LEAD = 800,   /* under a rule above a fine table's row; */
    LOOSE_LEAD = 2600, /* of a handout, which is a page or two; */
    THEME_LEAD = 3600, /* of a report's two halves, under a rule above what heads the rows of both */
    LEAST_ROWS = 3,    /* so many stand together on either side of a page's end, */
    LEAST_NAMES = 6,   /* and so many of a list of names, */
    LEAST_HALVES = 2,  /* and of rows that hold two each, */
    LEAST_GROUP = 2,   /* and over a row that heads others, */
    KHMER_WHITE = 85, /* per cent of what a Khmer line has under its baseline: where Latin ink ends as high */
    LEAST_PART = 25   /* unless they take more than so many per cent of a page */
};

/* What parts a rule from the letters under it in a fine table: most of it stands in their leading. */
static int32_t fine_lead(const struct layout_context *lay)
{
    if (!lay->look.handout) return FINE_LEAD;
    return lay->print->close ? LOOSE_LEAD / 2 : LOOSE_LEAD;
}

static void put_lead(struct layout_context *lay, struct area *area)
{
    area_band(lay, area, NULL, 0, fine_lead(lay), 0)->keep = true;
}

/* The same under every rule, that under the head too: of rows that stand apart from those before them. row:
 * NULL: any. */
static int32_t lead_under(const struct layout_context *lay, const struct grid *g, const struct node *row)
{
    bool leads = row && grid_row_leads(g, row), halves = grid_has_halves(g);
    bool apart = lay->look.handout || halves || leads;
    if (g->node->fine && halves && leads && !lay->look.handout) return THEME_LEAD;
    return g->node->fine && apart ? fine_lead(lay) : 0;
}

static void put_under_rule(struct layout_context *lay, struct area *area, const struct grid *g,
                           const struct node *row)
{
    int32_t lead = lead_under(lay, g, row);
    if (lead) area_band(lay, area, NULL, 0, lead, 0)->keep = true;
}

/* The head's boxes; returns the first row of the body. */
static const struct node *put_head(struct layout_context *lay, struct area *area, const struct grid *g,
                                   int32_t before)
{
    const struct node *row = g->node->first;
    while (row && row->role != ROLE_ROW) row = row->next;
    rows_rule(lay, area, g, HEAVY, STYLE_BLUE, true, before);
    if (!row || !row->head) return row;
    bool leads = g->node->fine && (lay->look.handout || g->rows.rise);
    if (leads) put_lead(lay, area);
    for (; row && row->head; row = row->next) row = rows_put(lay, area, g, row);
    if (leads && !lay->look.handout) put_lead(lay, area);
    rows_rule(lay, area, g, LIGHT, STYLE_BLUE, true, 0);
    return row;
}

/* A row that heads others, its words followed by what is said where they go on. */
static struct node *continued(struct layout_context *lay, const struct node *row)
{
    struct arena *a = lay->job->keep;
    struct node *again = ARENA_ONE(a, struct node), *cell = ARENA_ONE(a, struct node);
    *again = *row;
    if (!row->first) return again;
    *cell = *row->first;
    again->first = again->last = cell;
    again->next = cell->next = NULL;
    cell->parent = again;
    cell->spans = (struct spans){0};
    const struct spans *all[] = {&row->first->spans, &row->low};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < all[k]->n; i++)
            *node_text(a, cell, all[k]->at[i].text, all[k]->at[i].lang, cell->place) = all[k]->at[i];
    return again;
}

/* A fine table's caption is of its type, in two languages on one line where that is wide enough. */
static struct area captioned(struct layout_context *lay, const struct area *area, const struct node *table,
                             const struct node *caption)
{
    struct area in = *area;
    if (!table->fine) return in;
    in.where = STYLE_FINE_TABLE;
    in.joined = paragraph_joined_width(lay, caption, &in) <= area->width;
    return in;
}

/* What the table is called where it goes on. */
static void put_goes_on(struct layout_context *lay, struct area *area, const struct node *table)
{
    struct node *said = ARENA_ONE(lay->job->keep, struct node);
    *said =
        (struct node){.role = ROLE_CAPTION, .lang = table->lang, .spans = table->low, .place = table->place};
    struct area in = captioned(lay, area, table, said);
    block_text(lay, &in, said);
    area->galley->after = lay->look.unit / 2;
}

/* The head once more, for pages on which the table goes on, with the row that heads the rows that do, where
 * it wants to be; NULL where it would take too much of them. row: the one that it stands over; NULL: any. */
static struct galley *repeated_head(struct layout_context *lay, const struct grid *g, const struct node *over,
                                    const struct node *row)
{
    struct area again = g->area;
    again.galley = galley_new(lay->passing, 0, g->area.width);
    again.border = NULL;
    if (g->node->low.n) put_goes_on(lay, &again, g->node);
    put_head(lay, &again, g, 0);
    if (again.galley->boxes.n < 2 && !over) return NULL;
    if (over) put_under_rule(lay, &again, g, over);
    if (over) rows_put(lay, &again, g, continued(lay, over));
    int32_t lead = over ? 0 : lead_under(lay, g, row), own = g->rows.pad + g->rows.rise; /* lost at its top */
    area_band(lay, &again, NULL, 0, own + lead, 0);
    return galley_height(again.galley) > lay->look.height * 2 / 5 ? NULL : again.galley;
}

/* A row that others stand under is none of them. */
static bool is_row(const struct box *b)
{
    return b->kind == BOX_GROUP && !b->heads;
}

static void keep_firmly(struct box *b)
{
    b->keep = true;
    b->mild = BOX_FIRM;
}

/* What comes next is a row that heads others. */
static bool group_follows(const struct galley *s, size_t i)
{
    while (i < s->boxes.n && s->boxes.at[i].kind != BOX_GROUP) i++;
    return i < s->boxes.n && s->boxes.at[i].heads;
}

/* The first rows stand together under the head; few are enough above a group, which is not parted for more.
 */
static void keep_first(const struct layout_context *lay, struct galley *s, size_t first, size_t least)
{
    int32_t height = 0, most = (int32_t)((int64_t)lay->look.height * LEAST_PART / 100);
    for (size_t i = first, rows = 0; i < s->boxes.n; i++) {
        struct box *b = &s->boxes.at[i];
        height += galley_height_of(s, i, i + 1);
        rows += is_row(b);
        if (height > most || rows == least) return;
        if (rows >= LEAST_GROUP && group_follows(s, i)) return;
        if (b->kind != BOX_GROUP) keep_firmly(b);
    }
}

/* The last rows go over to the next page together. */
static void keep_last(const struct layout_context *lay, struct galley *s, size_t first, size_t least)
{
    int32_t height = 0, most = (int32_t)((int64_t)lay->look.height * LEAST_PART / 100);
    for (size_t i = s->boxes.n, rows = 0; i-- > first && rows < least;) {
        struct box *b = &s->boxes.at[i];
        height += galley_height_of(s, i, i + 1);
        if (height > most) return;
        rows += is_row(b);
        if (b->kind != BOX_GROUP) keep_firmly(b);
    }
}

/* Above the first row that adds up what stands above it. */
static void put_sums_rule(struct layout_context *lay, struct area *area, const struct grid *g,
                          const struct node *row)
{
    rows_rule(lay, area, g, LIGHT, STYLE_BLUE, true, 0);
    put_under_rule(lay, area, g, row);
}

/* Rows of a fine table's halves are told apart by their space, a line above each that heads others, or that
 * is as wide as both. */
static void put_between(struct layout_context *lay, struct area *area, const struct grid *g,
                        const struct node *row, bool keep)
{
    bool fine = g->node->fine, line = !fine || row->quiet || row->sums || !grid_has_halves(g);
    if (line) rows_hairline(lay, area, g, keep || grid_row_leads(g, row));
    int32_t lead = line ? lead_under(lay, g, row) : 0;
    if (!line || lead) area_band(lay, area, NULL, 0, lead, 0)->keep = keep;
}

/* Names, and numbers in all other columns: who reads it looks up and down. */
static bool numbers_follow(const struct node *table)
{
    for (size_t i = 1; i < table->ncolumns; i++)
        if (!table->columns[i].number) return false;
    return table->ncolumns > 2;
}

/* The rows of numbers under one that heads them, from it on, where they fit on a page and no page stays white
 * for that; else none of them stands alone. */
static void keep_group(const struct layout_context *lay, const struct grid *g, struct galley *s,
                       size_t *group)
{
    size_t first = *group, last = s->boxes.n;
    *group = SIZE_MAX;
    if (first >= s->boxes.n || !g->node->fine || !numbers_follow(g->node)) return;
    if (galley_height_of(s, first, s->boxes.n) > lay->look.height) return;
    while (last > first && s->boxes.at[last - 1].kind == BOX_GROUP) last--;
    for (size_t i = first; i + 1 < s->boxes.n; i++) {
        struct box *b = &s->boxes.at[i];
        if (!b->keep) b->mild = i + 1 == last ? BOX_FIRM : BOX_MILD;
        b->keep = true;
    }
}

/* Words alone, in small type: answers, names. */
static bool is_fine_text(const struct grid *g)
{
    return g->node->fine && !grid_has_numbers(g);
}

/* On either side of a page's end. */
static size_t least_rows(const struct grid *g)
{
    if (!is_fine_text(g)) return LEAST_ROWS;
    return grid_has_halves(g) ? LEAST_HALVES : LEAST_NAMES;
}

static void put_body(struct layout_context *lay, struct area *area, const struct grid *g,
                     const struct node *row, struct galley *head)
{
    bool leads = false, over_all = false; /* the row before heads those after it; from end to end */
    bool sums = false;                    /* it adds up */
    size_t first = area->galley->boxes.n, group = SIZE_MAX;
    for (size_t n = 0; row; row = row->next) {
        if (row->role != ROLE_ROW) continue;
        /* No row stands alone. */
        bool adds = row->sums && !sums;
        if (grid_row_leads(g, row) || adds) keep_group(lay, g, area->galley, &group);
        if (n && adds)
            put_sums_rule(lay, area, g, row);
        else if (n)
            put_between(lay, area, g, row, n == 1 || !row->next || over_all || (leads && !row->quiet));
        sums = row->sums;
        if (row->low.n) head = repeated_head(lay, g, NULL, row);
        const struct node *over = row->low.n ? row : NULL;
        if (grid_row_leads(g, row)) group = area->galley->boxes.n;
        leads = row->quiet && !row->band;
        over_all = row->first && g->w.n > 1 && node_across(row->first) >= g->w.n &&
                   (row->quiet || !grid_has_halves(g));
        bool heads = grid_row_leads(g, row);
        row = rows_put(lay, area, g, row);
        galley_last(area->galley)->repeat = head;
        galley_last(area->galley)->heads = heads;
        if (over) head = repeated_head(lay, g, over, NULL);
        n++;
    }
    keep_group(lay, g, area->galley, &group);
    keep_first(lay, area->galley, first, least_rows(g));
    keep_last(lay, area->galley, first, least_rows(g));
    rows_rule(lay, area, g, HEAVY, STYLE_BLUE, false, 0);
}

static void put_caption(struct layout_context *lay, struct area *area, const struct node *table)
{
    for (const struct node *n = table->first; n; n = n->next) {
        if (n->role == ROLE_ROW) continue;
        struct area in = captioned(lay, area, table, n);
        block_put(lay, &in, n);
        if (galley_last(area->galley)) galley_last(area->galley)->keep = true;
        area->galley->after = 0;
    }
}

/* What goes over to the next page with the table, and the table. */
static int64_t height_with_lead(const struct galley *s, size_t first)
{
    return galley_height_of(s, galley_kept_from(s, first), s->boxes.n);
}

/* A small table is not parted, nor one that wants to be whole; others are not where they fit on a page and
 * none stays white for it. */
static void keep_together(struct layout_context *lay, struct galley *s, size_t first, const struct grid *g)
{
    const struct node *table = g->node;
    int64_t page = lay->look.height, height = galley_height_of(s, first, s->boxes.n);
    bool small = height <= page * (table->fine ? SMALL_FINE : SMALL_TABLE) / 100;
    bool read_on = is_fine_text(g) && (grid_has_halves(g) || table->parallel);
    if (!small && height_with_lead(s, first) > page) return;
    for (size_t i = first; i + 1 < s->boxes.n; i++) {
        struct box *b = &s->boxes.at[i];
        if (!b->keep) b->mild = read_on ? BOX_LOOSE : BOX_MILDEST;
        if (small || table->whole) b->mild = BOX_FIRM;
        b->keep = true;
    }
}

/* White under the last line of what stands lowest in a group. */
static int32_t white_under(const struct box *group)
{
    int32_t lowest = -1, white = 0;
    for (size_t i = 0; i < group->ncolumns; i++) {
        const struct box *last = galley_last(group->columns[i]);
        int32_t height = last ? galley_height(group->columns[i]) : 0;
        if (height <= lowest || !last || last->first < 0) continue;
        lowest = height;
        white = last->height - last->first;
    }
    return white;
}

/* Above the first rule: under a heading in both languages as much in each as a Khmer line's ink leaves. */
static int32_t space_above(const struct layout_context *lay, const struct area *area)
{
    int32_t least = lay->look.unit / 2;
    const struct box *last = galley_last(area->galley);
    if (!lay->tree->both || !last || !last->keep || last->kind != BOX_GROUP) return least;
    struct style s = style_of(&lay->look, ROLE_H3, LANG_KM, area->where);
    int32_t white = white_under(last), wanted = (s.leading - s.depth) * KHMER_WHITE / 100;
    return white < wanted ? least + wanted - white : least;
}

static void put_table(struct layout_context *lay, struct area *area, const struct grid *g)
{
    const struct node *table = g->node;
    put_caption(lay, area, g->set.from);
    size_t first = area->galley->boxes.n;
    const struct node *body = put_head(lay, area, g, space_above(lay, area));
    if (body) put_under_rule(lay, area, g, body);
    put_body(lay, area, g, body, body ? repeated_head(lay, g, NULL, NULL) : NULL);
    keep_together(lay, area->galley, first, g);
    area->galley->after = lay->look.unit * 3 / 2;
    lay->run = g;
    if (g->tight) diag_tell(lay->job->diags, DIAG_TABLE_WIDE, table->place, STR(""));
}

void table_put(struct layout_context *lay, struct area *area, const struct node *table)
{
    if (!grid_wants(table)) {
        put_caption(lay, area, table);
        return;
    }
    const struct grid *g = grid_of(lay, area, table);
    if (!g->tight || !turned_page_may(lay, area)) {
        put_table(lay, area, g);
        return;
    }
    struct area turned = turned_page_open(lay, area, table);
    put_table(lay, &turned, grid_of(lay, &turned, table));
    turned_page_close(lay, &turned);
    diag_tell(lay->job->diags, DIAG_TABLE_TURNED, table->place, STR(""));
}

int32_t table_last_column(struct layout_context *lay, const struct area *area)
{
    const struct node *table = lay->tree->root;
    while (table && (table->role != ROLE_TABLE || grid_wants(table) < 2)) table = node_after(table);
    const struct grid *g = table ? grid_of(lay, area, table) : NULL;
    return g ? g->x[g->w.n - 1] : 0;
}
