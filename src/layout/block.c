#include "layout/block.h"

#include "layout/block/heading.h"
#include "layout/block/lead.h"
#include "layout/block/list.h"
#include "layout/block/parallel.h"
#include "layout/block/scale_field.h"
#include "layout/block/section.h"
#include "layout/block/side_head.h"
#include "layout/block/signature.h"
#include "layout/block/slide_blocks.h"
#include "layout/chart/chart.h"
#include "layout/chart/chart_key.h"
#include "layout/field.h"
#include "layout/front/banner.h"
#include "layout/front/qr_code.h"
#include "layout/front/title_page.h"
#include "layout/level_turns.h"
#include "layout/paragraph/paragraph_break.h"
#include "layout/paragraph/paragraph_lines.h"
#include "layout/part/opening.h"
#include "layout/part/picture.h"
#include "layout/slide.h"
#include "layout/table/grid.h"
#include "layout/table/table.h"
#include "layout/toc.h"

#define CHAPTER_WIDTH  STYLE_MM(24)
#define CHAPTER_HEIGHT STYLE_MM(1.6)
#define BOX_PAD        8000

static struct item *one_item(struct layout_context *lay, struct item it)
{
    struct item *p = ARENA_ONE(lay->job->keep, struct item);
    *p = it;
    return p;
}

/* -- text blocks -- */

void block_text(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct area in = heading_fitted(lay, area, node);
    struct paragraph *p = paragraph_collect(lay, node, &in);
    lead_keep(lay, area, node, p);
    paragraph_lines_put(lay, &in, p);
    paragraph_leave(lay, p);
    picture_inline(lay, area, node);
}

int32_t block_widest(struct layout_context *lay, const struct area *area, const struct node *node)
{
    int32_t widest = 0;
    for (const struct node *n = node->first; n; n = n->next) {
        int32_t width = paragraph_collect(lay, n, area)->widest;
        if (width > widest) widest = width;
    }
    return widest;
}

/* What of an area stands beside a rule at its left. */
struct area block_edged(struct layout_context *lay, const struct area *area, const struct node *node)
{
    bool quote = node->role == ROLE_QUOTE;
    if (quote && lay->look.unruled) return *area;
    struct box_border *e = ARENA_ONE(lay->job->keep, struct box_border);
    *e = (struct box_border){.x = area->x,
                             .width = quote ? 900 : 3000,
                             .colour = quote ? STYLE_BLUE : STYLE_OCHRE,
                             .owner = node,
                             .outer = area->border};
    struct area in = *area;
    int32_t indent = style_length(&lay->look, 11000);
    if (in.width > 3 * indent) {
        in.x += indent;
        in.width -= indent;
        in.border = e;
    }
    return in;
}

/* Who said it, what a number counts and what is told beside, does not grow with the words. */
static struct area ungrown(const struct area *area)
{
    struct area in = *area;
    if (in.shrink > 1000) in.shrink = 0;
    return in;
}

static void put_detail(struct layout_context *lay, const struct area *area, const struct node *node)
{
    struct area in = ungrown(area);
    size_t first = area->galley->boxes.n;
    int32_t square = chart_key_indent(lay, node);
    in.x += square;
    in.width -= square;
    block_text(lay, &in, node);
    if (square && area->galley->boxes.n > first)
        chart_key_before(lay, &area->galley->boxes.at[first], node, area->x);
}

/* Its own type, and room above and below. */
static void put_pulled(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct area in = *area;
    in.where = STYLE_PULLED;
    block_children(lay, &in, node);
    int32_t room = style_of(&lay->look, ROLE_PULL_QUOTE, LANG_NONE, area->where).before;
    if (area->galley->after < room) area->galley->after = room;
}

/* A block with a rule at its left. */
static void put_edged(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct area in = block_edged(lay, area, node);
    if (node->spans.n) block_text(lay, &in, node);
    block_children(lay, &in, node);
}

/* A table as bars, under its caption. */
static void put_drawn(struct layout_context *lay, struct area *area, const struct node *node)
{
    if (node->first->role == ROLE_CAPTION) {
        block_put(lay, area, node->first);
        if (galley_last(area->galley)) galley_last(area->galley)->keep = true;
        area->galley->after = 0;
    }
    chart_put(lay, area, node);
}

/* On a tint from edge to edge of its column, its title above. */
static void put_boxed(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct box_border *tint = ARENA_ONE(lay->job->keep, struct box_border);
    *tint = (struct box_border){.x = area->x,
                                .width = area->width,
                                .behind = true,
                                .colour = STYLE_TINT,
                                .owner = node,
                                .outer = area->border};
    struct galley *s = area->galley;
    struct area in = *area;
    int32_t pad = style_length(&lay->look, BOX_PAD), room = lay->look.unit * 3 / 2;
    if (in.width > 6 * pad) in.x += pad, in.width -= 2 * pad;
    in.border = tint;
    in.tinted = true;
    area_band(lay, &in, NULL, 0, pad, room)->keep = true;
    s->after = 0;
    block_children(lay, &in, node);
    galley_last(s)->keep = true;
    s->after = 0;
    area_band(lay, &in, NULL, 0, pad, 0);
    s->after = room;
}

/* In bands, so that a page may end among them. */
void block_box_more(struct layout_context *lay, struct area *area, int32_t height)
{
    struct area in = *area;
    const struct box *last = galley_last(area->galley);
    int32_t after = area->galley->after;
    if (last) in.border = last->border;
    area->galley->after = 0;
    for (int32_t band; height > 0; height -= band) {
        band = height < lay->look.unit ? height : lay->look.unit;
        area_band(lay, &in, NULL, 0, band, 0);
    }
    area->galley->after = after;
}

/* At the left edge of the text; over both languages' columns in each: none hangs over the gutter. */
static void put_rule(struct layout_context *lay, struct area *area, const struct node *node)
{
    int32_t w = STYLE_MM(24) < area->width ? STYLE_MM(24) : area->width;
    size_t n = lay->tree->both && area->width >= lay->look.width ? LANG_N : 1;
    struct item *it = ARENA_MANY(lay->job->keep, struct item, n);
    for (size_t i = 0; i < n; i++)
        it[i] = area_rect(node, area->x + (int32_t)i * (area->width + lay->look.gutter) / 2, 0, w, 500,
                          STYLE_BLUE);
    area_band(lay, area, it, n, 500, lay->look.unit * 3 / 2);
    area->galley->after = lay->look.unit * 3 / 2;
}

/* -- notes -- */

void block_note(struct layout_context *lay, struct area *area, const struct node *note)
{
    area_start(lay, note);
    list_item(lay, area, note, style_length(&lay->look, 12000));
}

/* -- containers -- */

#define BESIDE_NUMBER STYLE_MM(12) /* from a slide's large number to what it counts */

enum {
    MANY_COLUMNS = 4, /* a grid's: more of them stand closer */
    NUMBER_MOST = 60  /* per cent of a slide's width: of a large number */
};

/* Of a grid's column, of all that its columns share; no grid: they share alike. */
static int32_t grid_width(const struct node *grid, int32_t all, int32_t n, size_t i)
{
    int64_t shares = 0;
    if (!grid) return all / n;
    for (size_t k = 0; k < grid->ncolumns; k++) shares += grid->columns[k].width;
    if (shares <= 0 || grid->ncolumns != (size_t)n) return all / n;
    return (int32_t)(all * grid->columns[i].width / shares);
}

/* On slides words begin at one place behind large numbers, the widest's. */
static int32_t number_width(const struct layout_context *lay, int32_t all, size_t i)
{
    int32_t most = all * NUMBER_MOST / 100, width = lay->slides.number_width + 1;
    if (width > most) width = most;
    return i ? all - width : width;
}

/* On a slide columns stand in the middle of the highest. */
static void centre_columns(struct galley **columns, size_t n)
{
    int32_t most = 0;
    for (size_t i = 0; i < n; i++) most = galley_height(columns[i]) > most ? galley_height(columns[i]) : most;
    for (size_t i = 0; i < n; i++) columns[i]->boxes.at[0].height += (most - galley_height(columns[i])) / 2;
}

/* A code, and its words or its address. */
static bool in_corner(const struct layout_context *lay, const struct node *column)
{
    enum type_size type = lay->print->type;
    return type == TYPE_WALL || (type == TYPE_DIGEST && node_holds(column, ROLE_QR));
}

/* Nodes in n columns, from the first; returns the one that comes after. */
static const struct node *put_row(struct layout_context *lay, struct area *area, const struct node *grid,
                                  const struct node *first, int32_t n)
{
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, n);
    bool slide = lay->print->type == TYPE_SLIDES,
         number = slide && grid && n == 2 && node_holds(grid, ROLE_TOTAL);
    int32_t gutter = number ? BESIDE_NUMBER : n > MANY_COLUMNS ? lay->look.gutter / 3 : lay->look.gutter;
    int32_t all = area->width - (n - 1) * gutter, x = area->x;
    int32_t most = picture_row_height(lay, area, first, (size_t)n, all / n);
    size_t i = 0;
    for (; first && i < (size_t)n; first = first->next, i++) {
        int32_t width = number ? number_width(lay, all, i) : grid_width(grid, all, n, i);
        struct area c = area_column(lay, area, x, width);
        c.picture_most = most;
        if (i && in_corner(lay, first)) c.align = ALIGN_RIGHT;
        if (lay->look.large) area_band(lay, &c, NULL, 0, 0, 0);
        block_put(lay, &c, first);
        columns[i] = c.galley;
        x += width + gutter;
    }
    if (number && i == 2) slide_align(lay, columns[0], columns[1]);
    if (slide && !number) centre_columns(columns, i);
    area_group(lay, area, columns, i, true);
    return first;
}

static void put_grid(struct layout_context *lay, struct area *area, const struct node *grid)
{
    int32_t n = grid->count < 1 ? 1 : grid->count > 12 ? 12 : grid->count;
    if (signature_is_row(grid)) {
        signature_row(lay, area, grid);
        return;
    }
    for (const struct node *child = grid->first; child;) {
        if (n == 2 && !child->next && picture_stands_beside(lay, area, child)) {
            block_put(lay, area, child);
            return;
        }
        child = put_row(lay, area, grid, child, n);
    }
}

enum {
    FOOT = 3,            /* units above what stands at the page's foot */
    DIVISION = 600,      /* a rule over a part of a side, */
    WALL_DIVISION = 1500 /* over what a poster asks */
};

/* At the page's foot. */
static void put_foot(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct galley **column = ARENA_ONE(lay->job->keep, struct galley *);
    int32_t width = area->width - lay->look.hang;
    struct area in = area_column(lay, area, area->x + lay->look.hang,
                                 lay->look.hang && width > lay->look.measure ? lay->look.measure : width);
    struct item rule =
        area_rect(node, area->x, 0, area->width, DIVISION / 2, style_grey(&lay->look, STYLE_HAIR));
    if (lay->look.handout) area_band(lay, &in, one_item(lay, rule), 1, lay->look.unit, 0)->keep = true;
    block_children(lay, &in, node);
    *column = in.galley;
    if (area->galley->after < lay->look.unit * FOOT) area->galley->after = lay->look.unit * FOOT;
    area_group(lay, area, column, 1, true)->at_foot = true;
}

/* What hangs together stands apart: a report's question, with who answered it and what they said. */
static bool is_headed(const struct layout_context *lay, const struct node *keep)
{
    const struct node *n = keep->first;
    if (n && n->role == ROLE_PAIR && n->first) n = n->first->first;
    return lay->tree->toc && n && n->role == ROLE_H3;
}

static void ask_apart(struct layout_context *lay, struct area *area)
{
    int32_t apart = lay->look.unit * STYLE_BLOCK / 10;
    if (area->galley->boxes.n && area->galley->after < apart) area->galley->after = apart;
}

static void put_keep(struct layout_context *lay, struct area *area, const struct node *node)
{
    if (node->at_foot && !area->column) {
        put_foot(lay, area, node);
        return;
    }
    if (node->band) {
        banner_put(lay, area, node);
        return;
    }
    size_t first = area->galley->boxes.n;
    bool headed = is_headed(lay, node);
    if (headed) ask_apart(lay, area);
    block_children(lay, area, node);
    if (headed) ask_apart(lay, area);
    for (size_t i = first; i < area->galley->boxes.n; i++) {
        area->galley->boxes.at[i].whole = true;
        bool may_end = area->galley->boxes.at[i].may_end;
        if (i + 1 < area->galley->boxes.n && !may_end) area->galley->boxes.at[i].keep = true;
    }
}

/* The blank beside its prompt where both have room, else under it. */
static void put_blank(struct layout_context *lay, struct area *area, const struct node *node)
{
    int32_t gap = 0, width = node->first == node->last ? 0 : field_beside(lay, area, node, &gap);
    if (!width) {
        put_keep(lay, area, node);
        return;
    }
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, 2);
    int32_t left = area->width - width - gap;
    struct area prompt = area_column(lay, area, area->x, left),
                blank = area_column(lay, area, area->x + left + gap, width);
    block_put(lay, &prompt, node->first);
    block_put(lay, &blank, node->last);
    const struct box *row = blank.galley->boxes.n ? &blank.galley->boxes.at[0] : NULL;
    if (row) level_turns(prompt.galley, row->columns, row->ncolumns);
    columns[0] = prompt.galley;
    columns[1] = blank.galley;
    area_group(lay, area, columns, 2, true)->keep = false; /* the prompt is above nothing */
    area->galley->after = lay->look.unit;
}

static void put_question(struct layout_context *lay, struct area *area, const struct node *node)
{
    size_t first = area->galley->boxes.n;
    put_blank(lay, area, node);
    if (area->galley->boxes.n > first) area->galley->boxes.at[first].airy = area->galley->form = true;
}

static void put_section(struct layout_context *lay, struct area *area, const struct node *node)
{
    if (lay->print->type == TYPE_SLIDES && area->galley == lay->main) {
        area->galley->new_page = area->galley->boxes.n > 0;
        slide_blocks_put(lay, area, node);
        return;
    }
    if (node->spare) {
        struct area in = *area;
        in.galley = lay->spare;
        in.galley->new_page = in.galley->boxes.n > 0;
        area_band(lay, &in, NULL, 0, 0, 0)->keep = true; /* it begins at the page's top */
        section_content(lay, &in, node);
        return;
    }
    if (node->breaks && !area->column && area->galley->boxes.n) {
        area->galley->shares = node->flows && !area->galley->new_page;
        area->galley->new_page = true;
        area->galley->opens = node->opens;
    }
    section_content(lay, area, node);
    struct box *last = galley_last(area->galley);
    if (last && last->keep) last->keep = false; /* a heading with nothing under it holds nothing */
    if (node->alone) area->galley->new_page = true;
}

/* A chapter of a report begins under a short bar, as broad as the tabs at the pages' edges are high. */
static void put_chapter(struct layout_context *lay, struct area *area, const struct node *heading)
{
    if (lay->tree->toc && !area->column) {
        int32_t before = style_of(&lay->look, heading->role, LANG_NONE, area->where).before;
        struct item bar = area_rect(heading, area->x, 0, CHAPTER_WIDTH, CHAPTER_HEIGHT, STYLE_BLUE);
        area_band(lay, area, one_item(lay, bar), 1, CHAPTER_HEIGHT, before)->keep = true;
        area->close = true;
        area->galley->after = lay->look.unit * 6 / 10;
    }
    block_text(lay, area, heading);
}

static void divide(struct layout_context *lay, struct area *area, const struct node *under, int32_t weight)
{
    int32_t before = style_of(&lay->look, under->role, LANG_NONE, area->where).before;
    struct item rule = area_rect(under, area->x, 0, area->width, weight, STYLE_BLUE);
    area_band(lay, area, one_item(lay, rule), 1, weight, before)->keep = true;
    area->close = true;
    area->galley->after = lay->look.unit * 8 / 10;
}

/* The parts of one side that holds a whole are told apart by a rule over each. */
static void put_division(struct layout_context *lay, struct area *area, const struct node *heading)
{
    if (lay->print->type == TYPE_DIGEST && !area->column) divide(lay, area, heading, DIVISION);
    block_text(lay, area, heading);
}

/* Prompts of a form look alike, language over language; the one prompt of a poster parts from what others
 * said, and leaves its line to who answers. */
static void put_prompt(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct area in = *area;
    bool wall = lay->print->type == TYPE_WALL;
    in.joined = wall && paragraph_joined_width(lay, node, area) <= area->width;
    if (wall) divide(lay, &in, node, WALL_DIVISION);
    block_text(lay, &in, node);
}

static void put_opening(struct layout_context *lay, struct area *area, const struct node *node)
{
    opening_put(lay, area, node);
    lead_headed(lay, node);
}

/* -- all nodes -- */

static bool is_container(enum role r)
{
    return r <= ROLE_KEEP;
}

static bool is_small(const struct node *n)
{
    return n->role == ROLE_LEAD || n->role == ROLE_SMALL || n->role == ROLE_DETAIL;
}

/* What small words stand over, be it under headings of its own. */
static const struct node *stands_over(const struct node *node)
{
    while (node && (is_small(node) || block_is_heading(node->role) || node->role == ROLE_SECT))
        node = node->role == ROLE_SECT ? node->first : node->next;
    return node;
}

/* Small words over tables, or the note under one: they begin at its edge, which is the headings' where it is
 * wide. */
static bool of_wide_table(const struct node *node)
{
    const struct node *over = is_small(node) ? stands_over(node) : NULL, *before = NULL;
    if (!is_small(node)) return false;
    if (over && side_head_wide(over)) return true;
    for (const struct node *n = node->parent ? node->parent->first : NULL; n && n != node; n = n->next)
        if (!is_small(n)) before = n;
    return before && side_head_wide(before);
}

/* Headings stand in the margin's column, where a reader looks for parts; those under them with their text, or
 * at the edge of the wide table below. */
static bool hangs(const struct node *node)
{
    if (!block_is_heading(node->role)) return false;
    return node->role < ROLE_H4 || !node->next || side_head_wide(node->next);
}

/* At the outer level, headings hang and running text is kept to a readable measure. */
static struct area indented(const struct layout_context *lay, const struct area *area,
                            const struct node *node)
{
    struct area in = *area;
    if (area->column || is_container(node->role) || hangs(node)) return in;
    in.column = true;
    if (node->role == ROLE_SIGNER) {
        in.width = (in.width - lay->look.gutter) / 2;
        in.x += in.width + lay->look.gutter;
        return in;
    }
    if (!side_head_wide(node) && !node->wide && !of_wide_table(node)) {
        in.x += lay->look.hang;
        in.width -= lay->look.hang;
    }
    bool text = (node->role >= ROLE_P && node->role <= ROLE_CREDIT && node->role != ROLE_DETAIL) ||
                node->role == ROLE_LIST || node->role == ROLE_QUOTE || node->role == ROLE_PULL_QUOTE ||
                node->role == ROLE_BOX;
    if (text && in.width > lay->look.measure) in.width = lay->look.measure;
    return in;
}

static void put_node(struct layout_context *lay, struct area *area, const struct node *node)
{
    switch (node->role) {
    case ROLE_H1: put_chapter(lay, area, node); break;
    case ROLE_H2: put_division(lay, area, node); break;
    case ROLE_SECT: put_section(lay, area, node); break;
    case ROLE_COVER: title_page_put(lay, area, node); break;
    case ROLE_PAIR: parallel_put(lay, area, node); break;
    case ROLE_GRID: put_grid(lay, area, node); break;
    case ROLE_KEEP: put_keep(lay, area, node); break;
    case ROLE_QUESTION: put_question(lay, area, node); break;
    case ROLE_DIVIDER: title_page_divider(lay, area, node); break;
    case ROLE_RULE: put_rule(lay, area, node); break;
    case ROLE_LIST: list_put(lay, area, node); break;
    case ROLE_OPENING: put_opening(lay, area, node); break;
    case ROLE_FACTS: opening_facts(lay, area, node); break;
    case ROLE_PULL_QUOTE: put_pulled(lay, area, node); break;
    case ROLE_QUOTE: put_edged(lay, area, node); break;
    case ROLE_BOX: put_boxed(lay, area, node); break;
    case ROLE_FAULT:
    case ROLE_MISSING: put_edged(lay, area, node); break;
    case ROLE_TABLE: node->chart ? put_drawn(lay, area, node) : table_put(lay, area, node); break;
    case ROLE_FIGURE: picture_figure(lay, area, node); break;
    case ROLE_CHART: chart_put(lay, area, node); break;
    case ROLE_SIGNER: signature_line(lay, area, node); break;
    case ROLE_LEAD:
    case ROLE_DETAIL:
    case ROLE_SOURCE: put_detail(lay, area, node); break;
    case ROLE_QR: qr_code_put(lay, area, node); break;
    case ROLE_TOC: toc_put(lay, area, node); break;
    case ROLE_FIELDS: field_row(lay, area, node); break;
    case ROLE_LINES: field_lines(lay, area, node); break;
    case ROLE_OPTIONS: field_options(lay, area, node); break;
    case ROLE_SCALE: scale_field_put(lay, area, node); break;
    case ROLE_PROMPT: put_prompt(lay, area, node); break;
    default:
        if (node->spans.n) block_text(lay, area, node);
        block_children(lay, area, node);
    }
}

/* Too deep to follow: the text under a node, one block after another. */
static void put_flat(struct layout_context *lay, struct area *area, const struct node *top)
{
    const struct node *n = top;
    while (n) {
        area_start(lay, n);
        if (n->label.n) paragraph_lines_put(lay, area, list_label(lay, area, n));
        if (n->spans.n) block_text(lay, area, n);
        if (n->picture) picture_put(lay, area, n, NULL, n->picture);
        const struct node *next = n->first;
        while (!next && n && n != top) {
            next = n->next;
            if (!next) n = n->parent;
        }
        n = next;
    }
}

void block_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct area in = indented(lay, area, node);
    in.depth++;
    area_start(lay, node);
    if (in.depth > BOX_DEPTH)
        put_flat(lay, &in, node);
    else
        put_node(lay, &in, node);
}

/* Pictures of a report that follow each other share a row. */
static bool shares_row(const struct layout_context *lay, const struct area *area, const struct node *n)
{
    return lay->tree->toc && !area->column && area->galley == lay->main && n->role == ROLE_FIGURE &&
           n->next && n->next->role == ROLE_FIGURE;
}

void block_children(struct layout_context *lay, struct area *area, const struct node *node)
{
    for (const struct node *n = node->first; n;) {
        const struct node *next = n->next;
        if (shares_row(lay, area, n)) {
            struct area in = indented(lay, area, n);
            next = put_row(lay, &in, NULL, n, 2);
        } else if (side_head_is(lay, area, n)) {
            struct area in = indented(lay, area, n->next);
            next = side_head_put(lay, area, &in, n);
        } else {
            block_put(lay, area, n);
        }
        n = next;
    }
}
