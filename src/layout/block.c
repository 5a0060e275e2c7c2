#include "layout/block.h"

#include "layout/block/list.h"
#include "layout/block/parallel.h"
#include "layout/chart.h"
#include "layout/field.h"
#include "layout/front/qr_code.h"
#include "layout/front/title_page.h"
#include "layout/paragraph/paragraph_break.h"
#include "layout/paragraph/paragraph_lines.h"
#include "layout/table/grid.h"
#include "layout/table/table.h"
#include "layout/toc.h"

enum { LEAST_PICTURE = 62 /* per cent of its height */ };

static struct item *one_item(struct layout_context *lay, struct item it)
{
    struct item *p = ARENA_ONE(lay->job->keep, struct item);
    *p = it;
    return p;
}

/* -- pictures -- */

static void picture_box(const struct layout_context *lay, const struct area *area, const struct picture *p,
                        int32_t *w, int32_t *h)
{
    bool turned = p->turn == 90 || p->turn == 270;
    int64_t pw = turned ? p->height : p->width, ph = turned ? p->width : p->height;
    int64_t most = (int64_t)lay->look.height * 45 / 100;
    int64_t width = pw * 750 < area->width ? pw * 750 : area->width; /* never larger than 96 pixels an inch */
    if (pw < 1 || ph < 1) width = pw = ph = 1;
    int64_t height = width * ph / pw;
    if (height > most) {
        height = most;
        width = height * pw / ph;
    }
    *w = width < 1 ? 1 : (int32_t)width;
    *h = height < 1 ? 1 : (int32_t)height;
}

/* A picture that is a link: its own area leads there. */
static struct item *linked(struct layout_context *lay, struct item picture)
{
    struct item *p = ARENA_MANY(lay->job->keep, struct item, 2);
    p[0] = p[1] = picture;
    p[1].kind = ITEM_LINK;
    p[1].href = picture.span->href;
    return p;
}

static struct box *put_picture(struct layout_context *lay, struct area *area, const struct node *node,
                               const struct span *span, const struct picture *picture)
{
    struct item it = {.kind = ITEM_PICTURE, .node = node, .span = span, .picture = picture};
    picture_box(lay, area, picture, &it.width, &it.height);
    int32_t slack = area->width - it.width;
    it.x = area->x + (area->align == ALIGN_CENTRE ? slack / 2 : area->align == ALIGN_RIGHT ? slack : 0);
    bool leads = span && span->href.n;
    struct item *items = leads ? linked(lay, it) : one_item(lay, it);
    struct box *b = area_band(lay, area, items, leads ? 2 : 1, it.height, lay->look.unit);
    b->centred = area->align == ALIGN_CENTRE;
    area->galley->after = lay->look.unit;
    return b;
}

void block_pictures(struct layout_context *lay, struct area *area, const struct node *node)
{
    for (size_t i = 0; i < node->spans.n; i++) {
        const struct span *s = &node->spans.at[i];
        if (s->kind == SPAN_PICTURE && s->picture) put_picture(lay, area, node, s, s->picture);
    }
}

/* A picture that does not fit on the rest of a page may be made lower rather than leave that empty. */
static void let_shrink(struct layout_context *lay, struct galley *s, size_t first)
{
    struct box *b = &s->boxes.at[first];
    if (s != lay->main) return;
    b->least = (int32_t)((int64_t)b->height * LEAST_PICTURE / 100);
    for (size_t i = first + 1; i < s->boxes.n; i++)
        b->caption += s->boxes.at[i].before + s->boxes.at[i].height;
}

static void put_figure(struct layout_context *lay, struct area *area, const struct node *node)
{
    size_t first = area->galley->boxes.n;
    if (node->picture) {
        struct box *b = put_picture(lay, area, node, NULL, node->picture);
        b->keep = node->first != NULL;
        if (b->keep) area->galley->after = lay->look.unit * 4 / 10;
    }
    block_children(lay, area, node);
    if (node->picture) let_shrink(lay, area->galley, first);
}

/* -- text blocks -- */

/* What a node is the last of: its pair, what is kept together; else NULL. */
static const struct node *ended_by(const struct node *node)
{
    const struct node *around = node->parent;
    if (!around || (around->role != ROLE_SIDE && around->role != ROLE_KEEP)) return NULL;
    return around->role == ROLE_SIDE ? around->parent : around;
}

/* What stands below a node; of a pair, what its sides begin with. */
static const struct node *below(const struct node *node)
{
    while (node && !node->next) node = ended_by(node);
    const struct node *next = node ? node->next : NULL;
    return next && next->role == ROLE_PAIR && next->first ? next->first->first : next;
}

/* A list's lead stays with its first item, words with their source, small words with the table
 * or the quotes below. */
static bool leads(const struct node *node)
{
    const struct node *next = below(node);
    if (!next) return false;
    if (next == node->next && (next->role == ROLE_SOURCE || next->role == ROLE_CREDIT)) return true;
    return (node->role == ROLE_P && next->role == ROLE_LIST) ||
           (node->role == ROLE_SMALL && (next->role == ROLE_TABLE || next->role == ROLE_QUOTE));
}

void block_text(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct paragraph *p = paragraph_collect(lay, node, area);
    if (leads(node)) p->style.keep = true;
    paragraph_lines_put(lay, area, p);
    block_pictures(lay, area, node);
}

/* What of an area stands beside a rule at its left. */
struct area block_edged(struct layout_context *lay, const struct area *area, const struct node *node)
{
    bool quote = node->role == ROLE_QUOTE;
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

/* A block with a rule at its left. */
static void put_edged(struct layout_context *lay, struct area *area, const struct node *node)
{
    struct area in = block_edged(lay, area, node);
    if (node->spans.n) block_text(lay, &in, node);
    block_children(lay, &in, node);
}

static void put_rule(struct layout_context *lay, struct area *area, const struct node *node)
{
    int32_t w = STYLE_MM(24) < area->width ? STYLE_MM(24) : area->width;
    struct item it = area_rect(node, area->x + (area->width - w) / 2, 0, w, 500, STYLE_BLUE);
    area_band(lay, area, one_item(lay, it), 1, 500, lay->look.unit * 3 / 2);
    area->galley->after = lay->look.unit * 3 / 2;
}

/* -- notes -- */

void block_note(struct layout_context *lay, struct area *area, const struct node *note)
{
    area_start(lay, note);
    list_item(lay, area, note, style_length(&lay->look, 12000));
}

/* -- containers -- */

static void put_grid(struct layout_context *lay, struct area *area, const struct node *grid)
{
    int32_t n = grid->count < 1 ? 1 : grid->count > 12 ? 12 : grid->count;
    int32_t width = (area->width - (n - 1) * lay->look.gutter) / n;
    for (const struct node *child = grid->first; child;) {
        struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, n);
        size_t i = 0;
        for (; child && i < (size_t)n; child = child->next, i++) {
            struct area c = area_column(lay, area, area->x + (int32_t)i * (width + lay->look.gutter), width);
            block_put(lay, &c, child);
            columns[i] = c.galley;
        }
        area_group(lay, area, columns, i, true);
    }
}

static void put_keep(struct layout_context *lay, struct area *area, const struct node *node)
{
    size_t first = area->galley->boxes.n;
    block_children(lay, area, node);
    for (size_t i = first; i < area->galley->boxes.n; i++) {
        area->galley->boxes.at[i].whole = true;
        bool may_end = area->galley->boxes.at[i].may_end;
        if (i + 1 < area->galley->boxes.n && !may_end) area->galley->boxes.at[i].keep = true;
    }
}

/* A signature block stands in the right half, unless it is one of several. */
static void put_signer(struct layout_context *lay, struct area *area, const struct node *node)
{
    bool first = node->parent && node->parent->first == node;
    if (first && area->galley->after < lay->look.unit * 3) area->galley->after = lay->look.unit * 3;
    block_text(lay, area, node);
    if (!node->count) return;
    area_band(lay, area, NULL, 0, (int32_t)(STYLE_MM(100) / 100) * node->count, 0)->keep = true;
}

static void put_section(struct layout_context *lay, struct area *area, const struct node *node)
{
    if (node->breaks && !area->column && area->galley->boxes.n) {
        area->galley->new_page = true;
        area->galley->shares = node->flows;
    }
    block_children(lay, area, node);
}

/* -- all nodes -- */

static bool is_heading(enum role r)
{
    return r == ROLE_TITLE || (r >= ROLE_H1 && r <= ROLE_H4);
}

static bool is_container(enum role r)
{
    return r <= ROLE_KEEP;
}

/* At the outer level, headings hang and running text is kept to a readable measure. */
static struct area indented(const struct layout_context *lay, const struct area *area,
                            const struct node *node)
{
    struct area in = *area;
    if (area->column || is_container(node->role) || is_heading(node->role)) return in;
    in.column = true;
    if (node->role == ROLE_SIGNER) {
        in.width = (in.width - lay->look.gutter) / 2;
        in.x += in.width + lay->look.gutter;
        return in;
    }
    bool wide = node->role == ROLE_TABLE && (node->fine || grid_wants(node) > 4);
    if (!wide) {
        in.x += lay->look.hang;
        in.width -= lay->look.hang;
    }
    bool text = (node->role >= ROLE_P && node->role <= ROLE_CREDIT) || node->role == ROLE_LIST ||
                node->role == ROLE_QUOTE || node->role == ROLE_CHART;
    if (text && in.width > lay->look.measure) in.width = lay->look.measure;
    return in;
}

static void put_node(struct layout_context *lay, struct area *area, const struct node *node)
{
    switch (node->role) {
    case ROLE_SECT: put_section(lay, area, node); break;
    case ROLE_COVER: title_page_put(lay, area, node); break;
    case ROLE_PAIR: parallel_put(lay, area, node); break;
    case ROLE_GRID: put_grid(lay, area, node); break;
    case ROLE_KEEP: put_keep(lay, area, node); break;
    case ROLE_DIVIDER: title_page_divider(lay, area, node); break;
    case ROLE_RULE: put_rule(lay, area, node); break;
    case ROLE_LIST: list_put(lay, area, node); break;
    case ROLE_QUOTE: put_edged(lay, area, node); break;
    case ROLE_FAULT:
    case ROLE_MISSING: put_edged(lay, area, node); break;
    case ROLE_TABLE: table_put(lay, area, node); break;
    case ROLE_FIGURE: put_figure(lay, area, node); break;
    case ROLE_CHART: chart_put(lay, area, node); break;
    case ROLE_SIGNER: put_signer(lay, area, node); break;
    case ROLE_QR: qr_code_put(lay, area, node); break;
    case ROLE_TOC: toc_put(lay, area, node); break;
    case ROLE_FIELDS: field_row(lay, area, node); break;
    case ROLE_LINES: field_lines(lay, area, node); break;
    case ROLE_OPTIONS: field_options(lay, area, node); break;
    case ROLE_SCALE: field_scale(lay, area, node); break;
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
        if (n->picture) put_picture(lay, area, n, NULL, n->picture);
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

void block_children(struct layout_context *lay, struct area *area, const struct node *node)
{
    for (const struct node *n = node->first; n; n = n->next) block_put(lay, area, n);
}
