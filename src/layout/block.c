#include "layout/block.h"

#include "layout/chart.h"
#include "layout/field.h"
#include "layout/parallel.h"
#include "layout/table.h"
#include "layout/toc.h"

enum {
    LEAST_PICTURE = 62, /* per cent of its height */
    COVER_SKY = 6       /* a sixth of the page above a cover's title */
};

/* -- boxes -- */

void block_start(struct layout_context *lay, const struct node *node)
{
    struct start *s = ARENA_ONE(lay->job->keep, struct start);
    s->node = node;
    *lay->starts_end = s;
    lay->starts_end = &s->next;
}

struct set block_column(struct layout_context *lay, const struct set *set, int32_t x, int32_t width)
{
    struct set c = *set;
    c.galley = galley_new(lay, x, width);
    c.x = 0;
    c.width = width;
    c.column = true;
    c.edge = NULL;
    return c;
}

struct box *block_group(struct layout_context *lay, struct set *set, struct strip **columns, size_t n,
                        bool whole)
{
    struct box b = {
        .kind = BOX_GROUP, .columns = columns, .ncolumns = n, .first = -1, .whole = whole, .edge = set->edge};
    int32_t before = 0, after = 0;
    for (size_t i = 0; i < n; i++) {
        struct strip *c = columns[i];
        after = c->after > after ? c->after : after;
        if (!c->boxes.n) continue;
        before = c->boxes.at[0].before > before ? c->boxes.at[0].before : before;
        c->boxes.at[0].before = 0;
        b.keep = b.keep || galley_last(c)->keep;
    }
    struct box *added = galley_add(lay, set->galley, b, before);
    set->galley->after = after;
    return added;
}

struct box *block_band(struct layout_context *lay, struct set *set, struct item *items, size_t n,
                       int32_t height, int32_t before)
{
    struct box b = {
        .kind = BOX_BAND, .items = items, .nitems = n, .height = height, .first = -1, .edge = set->edge};
    return galley_add(lay, set->galley, b, before);
}

struct item block_rect(const struct node *node, int32_t x, int32_t y, int32_t width, int32_t height,
                       uint32_t colour)
{
    return (struct item){.kind = ITEM_RECT,
                         .artifact = ARTIFACT_LAYOUT,
                         .node = node,
                         .colour = colour,
                         .x = x,
                         .y = y,
                         .width = width,
                         .height = height};
}

static struct item *one_item(struct layout_context *lay, struct item it)
{
    struct item *p = ARENA_ONE(lay->job->keep, struct item);
    *p = it;
    return p;
}

/* -- lines -- */

void block_want_note(struct layout_context *lay, struct note_mark *m)
{
    if (!m || m->placed) return;
    m->placed = true;
    struct foot *f = ARENA_ONE(lay->job->keep, struct foot);
    f->mark = m;
    *lay->feet_end = f;
    lay->feet_end = &f->next;
    *lay->unbuilt_end = f;
    lay->unbuilt_end = &f->unbuilt;
}

static void line_notes(struct layout_context *lay, const struct paragraph *p, const struct paragraph_line *l)
{
    for (size_t i = l->from; i < l->to; i++) {
        const void *note = p->tags[p->text.at[i].tag].note;
        if (note) block_want_note(lay, seen_get(&lay->marks, note));
    }
}

/* Lines part where two of a paragraph stay together on either side. */
static bool line_keeps(const struct paragraph *p, size_t i)
{
    if (i + 1 == p->nlines) return p->style.keep;
    return p->style.whole || i == 0 || i + 2 == p->nlines;
}

static int32_t over(int32_t ink, int32_t room)
{
    return ink > room ? ink - room : 0;
}

/* What a line wants above its share of the leading, lest its ink come near the line before. */
static int32_t line_wants(const struct paragraph *p, size_t i)
{
    const struct paragraph_line *l = &p->lines[i], *before = l - 1;
    if (!i) return over(l->ink.above, l->depth);
    int32_t room = before->leading - before->depth + l->depth;
    return over(before->ink.below + l->ink.above + p->style.size / 12, room);
}

/* All of a paragraph's lines stand as far apart as the one that wants most; one that wants much more than
 * its leading has that by itself. */
static int32_t all_want(const struct paragraph *p)
{
    int32_t most = 0, much = p->style.size * 12 / 100;
    for (size_t i = 1; i < p->nlines; i++) {
        int32_t wants = line_wants(p, i);
        if (wants > most && wants <= much) most = wants;
    }
    return most;
}

static void put_line(struct layout_context *lay, struct set *set, const struct paragraph *p, size_t i,
                     int32_t all)
{
    const struct paragraph_line *l = &p->lines[i];
    int32_t under = l->leading - l->depth, wants = line_wants(p, i);
    struct box b = {.kind = BOX_BAND, .keep = line_keeps(p, i), .edge = set->edge};
    b.first = l->depth + (i && wants < all ? all : wants);
    b.height = b.first + under + (i + 1 == p->nlines ? over(l->ink.below, under) : 0);
    b.items = paragraph_finish(lay, p, l, set->x, b.first, set->width, &b.nitems);
    b.soft = l->hyphen;
    line_notes(lay, p, l);
    galley_add(lay, set->galley, b, i || set->close ? 0 : p->style.before);
}

void block_lines(struct layout_context *lay, struct set *set, struct paragraph *p)
{
    if (set->width < STYLE_JUSTIFIED || lay->look.large) p->style.justify = false;
    if (p->style.near) set->galley->after = 0;
    p->length = set->length;
    paragraph_break(lay, p, set->width);
    if (p->style.even) paragraph_even(lay, p, set->width);
    int32_t all = all_want(p);
    for (size_t i = 0; i < p->nlines; i++) put_line(lay, set, p, i, all);
    if (p->nlines) set->galley->after = p->style.after;
}

/* -- pictures -- */

static void picture_box(const struct layout_context *lay, const struct set *set, const struct picture *p,
                        int32_t *w, int32_t *h)
{
    bool turned = p->turn == 90 || p->turn == 270;
    int64_t pw = turned ? p->height : p->width, ph = turned ? p->width : p->height;
    int64_t most = set->where == STYLE_COVER ? STYLE_MM(20) : (int64_t)lay->look.height * 45 / 100;
    int64_t width = pw * 750 < set->width ? pw * 750 : set->width; /* never larger than 96 pixels an inch */
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

static struct box *put_picture(struct layout_context *lay, struct set *set, const struct node *node,
                               const struct span *span, const struct picture *picture)
{
    struct item it = {.kind = ITEM_PICTURE, .node = node, .span = span, .picture = picture};
    picture_box(lay, set, picture, &it.width, &it.height);
    int32_t slack = set->width - it.width;
    it.x = set->x + (set->align == ALIGN_CENTRE ? slack / 2 : set->align == ALIGN_RIGHT ? slack : 0);
    bool leads = span && span->href.n;
    struct item *items = leads ? linked(lay, it) : one_item(lay, it);
    struct box *b = block_band(lay, set, items, leads ? 2 : 1, it.height, lay->look.unit);
    b->centred = set->align == ALIGN_CENTRE;
    set->galley->after = lay->look.unit;
    return b;
}

/* A picture that does not fit on the rest of a page may be made lower rather than leave that empty. */
static void let_shrink(struct layout_context *lay, struct strip *s, size_t first)
{
    struct box *b = &s->boxes.at[first];
    if (s != lay->main) return;
    b->least = (int32_t)((int64_t)b->height * LEAST_PICTURE / 100);
    for (size_t i = first + 1; i < s->boxes.n; i++) b->tail += s->boxes.at[i].before + s->boxes.at[i].height;
}

static void put_figure(struct layout_context *lay, struct set *set, const struct node *node)
{
    size_t first = set->galley->boxes.n;
    if (node->picture) {
        struct box *b = put_picture(lay, set, node, NULL, node->picture);
        b->keep = node->first != NULL;
        if (b->keep) set->galley->after = lay->look.unit * 4 / 10;
    }
    block_children(lay, set, node);
    if (node->picture) let_shrink(lay, set->galley, first);
}

/* -- text blocks -- */

/* A list's lead stays with its first item, words with their source. */
static bool leads(const struct node *node)
{
    const struct node *next = node->next;
    if (next && (next->role == ROLE_SOURCE || next->role == ROLE_CREDIT)) return true;
    if (!next && node->parent && node->parent->role == ROLE_SIDE && node->parent->parent) {
        const struct node *pair = node->parent->parent->next;
        next = pair && pair->role == ROLE_PAIR && pair->first ? pair->first->first : NULL;
    }
    return node->role == ROLE_P && next && next->role == ROLE_LIST;
}

static void syntax_text(struct layout_context *lay, struct set *set, const struct node *node)
{
    struct paragraph *p = paragraph_collect(lay, node, set);
    if (leads(node)) p->style.keep = true;
    block_lines(lay, set, p);
    for (size_t i = 0; i < node->spans.n; i++) {
        const struct span *s = &node->spans.at[i];
        if (s->kind == SPAN_PICTURE && s->picture) put_picture(lay, set, node, s, s->picture);
    }
}

/* A block with a rule at its left. */
static void put_edged(struct layout_context *lay, struct set *set, const struct node *node, int32_t width,
                      uint32_t colour)
{
    struct edge *e = ARENA_ONE(lay->job->keep, struct edge);
    *e = (struct edge){.x = set->x, .width = width, .colour = colour, .node = node, .outer = set->edge};
    struct set in = *set;
    int32_t indent = look_length(&lay->look, 11000);
    if (in.width > 3 * indent) {
        in.x += indent;
        in.width -= indent;
        in.edge = e;
    }
    if (node->spans.n) syntax_text(lay, &in, node);
    block_children(lay, &in, node);
}

static void put_divider(struct layout_context *lay, struct set *set, const struct node *node)
{
    int32_t mid = set->x + set->width / 2,
            arm = set->width / 4 < STYLE_MM(17) ? set->width / 4 : STYLE_MM(17), gap = 3500, dot = 1500,
            big = 3000;
    struct item *it = ARENA_MANY(lay->job->keep, struct item, 5);
    it[0] = block_rect(node, mid - big / 2 - 2 * gap - dot - arm, 2600, arm, 500, STYLE_BLUE);
    it[1] = block_rect(node, mid - big / 2 - gap - dot, 2100, dot, dot, STYLE_OCHRE);
    it[2] = block_rect(node, mid - big / 2, 1350, big, big, STYLE_BLUE);
    it[3] = block_rect(node, mid + big / 2 + gap, 2100, dot, dot, STYLE_OCHRE);
    it[4] = block_rect(node, mid + big / 2 + 2 * gap + dot, 2600, arm, 500, STYLE_BLUE);
    struct style s = style_of(&lay->look, ROLE_DIVIDER, LANG_KM, set->where);
    block_band(lay, set, it, 5, 5700, s.before);
    set->galley->after = s.after;
}

static void put_rule(struct layout_context *lay, struct set *set, const struct node *node)
{
    int32_t w = STYLE_MM(24) < set->width ? STYLE_MM(24) : set->width;
    struct item it = block_rect(node, set->x + (set->width - w) / 2, 0, w, 500, STYLE_BLUE);
    block_band(lay, set, one_item(lay, it), 1, 500, lay->look.unit * 3 / 2);
    set->galley->after = lay->look.unit * 3 / 2;
}

/* -- lists and notes: blocks with a hanging label -- */

static bool is_text(const struct node *n)
{
    return n && n->spans.n && n->role >= ROLE_COVER_NATION && n->role <= ROLE_CREDIT &&
           n->role != ROLE_FAULT && n->role != ROLE_MISSING;
}

static struct paragraph *label_par(struct layout_context *lay, const struct set *set, const struct node *node)
{
    struct paragraph *p = seen_get(&lay->pars, &node->label);
    if (p || !node->label.n) return p;
    enum lang lang = node_lang(node);
    if (lang == LANG_NONE) lang = lay->tree->lang;
    struct style style = style_of(&lay->look, ROLE_ITEM, lang, set->where);
    style.before = style.after = 0;
    style.keep = true;
    style.align = ALIGN_LEFT;
    p = paragraph_new(lay, node, style, lang);
    if (set->colour) p->style.colour = set->colour;
    paragraph_words(lay, p, node->label, lang, PART_LABEL);
    paragraph_prepare(lay, p);
    seen_put(&lay->pars, lay->job->keep, &node->label, p);
    return p;
}

/* The label's items before those of the item's first line, on one baseline. */
static void hang_label(struct layout_context *lay, struct paragraph *p, struct box *b, int32_t x,
                       int32_t width)
{
    size_t n = 0;
    paragraph_break(lay, p, width);
    struct item *label = p->nlines ? paragraph_finish(lay, p, &p->lines[0], x, b->first, width, &n) : NULL;
    struct item *all = ARENA_MANY(lay->job->keep, struct item, n + b->nitems);
    if (n) memcpy(all, label, n * sizeof *all);
    if (b->nitems) memcpy(all + n, b->items, b->nitems * sizeof *all);
    b->items = all;
    b->nitems += n;
}

static void put_labelled(struct layout_context *lay, struct set *set, const struct node *node, int32_t indent)
{
    struct paragraph *label = label_par(lay, set, node);
    struct set in = *set;
    in.x += indent;
    in.width -= indent;
    in.depth++;
    size_t first = set->galley->boxes.n;
    bool hangs = indent > 0 && label && label->widest <= indent && (node->spans.n || is_text(node->first));
    if (label && !hangs) block_lines(lay, set, label);
    in.close = true;
    if (node->spans.n) syntax_text(lay, &in, node);
    for (const struct node *n = node->first; n; n = n->next) {
        block_put(lay, &in, n);
        in.close = false;
    }
    if (hangs && set->galley->boxes.n > first)
        hang_label(lay, label, &set->galley->boxes.at[first], set->x, indent);
}

static int32_t list_indent(struct layout_context *lay, const struct set *set, const struct node *list)
{
    int32_t widest = 0, em = style_of(&lay->look, ROLE_ITEM, LANG_KM, set->where).size;
    for (const struct node *n = list->first; n; n = n->next) {
        struct paragraph *p = label_par(lay, set, n);
        if (p && p->widest > widest) widest = p->widest;
    }
    int32_t indent = widest + em / 2 > em * 3 / 2 ? widest + em / 2 : em * 3 / 2;
    return set->width - indent < em * 8 ? 0 : indent;
}

/* Items close up where all are short lines; what follows the list stands off. */
static void put_list(struct layout_context *lay, struct set *set, const struct node *list)
{
    int32_t indent = list_indent(lay, set, list), gap = lay->look.unit * 2 / 5, *after = &set->galley->after;
    bool inner = list->parent && list->parent->role == ROLE_ITEM;
    if (inner || *after < gap) *after = gap;
    for (const struct node *n = list->first; n; n = n->next) {
        block_start(lay, n);
        put_labelled(lay, set, n, indent);
        if (n->next && *after > gap) *after = gap;
    }
}

static void build_note(struct layout_context *lay, struct foot *f)
{
    struct set set = {.where = STYLE_NOTE, .width = lay->look.measure, .x = lay->look.hang, .column = true};
    if (set.width > lay->look.width - set.x) set.width = lay->look.width - set.x;
    set.galley = f->galley = galley_new(lay, 0, set.width);
    block_start(lay, f->mark->node);
    put_labelled(lay, &set, f->mark->node, look_length(&lay->look, 12000));
    int32_t most = lay->look.height / 3;
    f->height = galley_height(f->galley) + lay->look.unit / 4;
    if (f->height > most) f->height = most;
}

void block_notes(struct layout_context *lay)
{
    while (lay->unbuilt) {
        struct foot *f = lay->unbuilt;
        lay->unbuilt = f->unbuilt;
        if (!lay->unbuilt) lay->unbuilt_end = &lay->unbuilt;
        build_note(lay, f);
    }
}

/* -- containers -- */

static void put_grid(struct layout_context *lay, struct set *set, const struct node *grid)
{
    int32_t n = grid->count < 1 ? 1 : grid->count > 12 ? 12 : grid->count;
    int32_t width = (set->width - (n - 1) * lay->look.gutter) / n;
    for (const struct node *child = grid->first; child;) {
        struct strip **columns = ARENA_MANY(lay->job->keep, struct strip *, n);
        size_t i = 0;
        for (; child && i < (size_t)n; child = child->next, i++) {
            struct set c = block_column(lay, set, set->x + (int32_t)i * (width + lay->look.gutter), width);
            block_put(lay, &c, child);
            columns[i] = c.galley;
        }
        block_group(lay, set, columns, i, true);
    }
}

static void put_keep(struct layout_context *lay, struct set *set, const struct node *node)
{
    size_t first = set->galley->boxes.n;
    block_children(lay, set, node);
    for (size_t i = first; i < set->galley->boxes.n; i++) {
        set->galley->boxes.at[i].whole = true;
        bool parts = set->galley->boxes.at[i].parts;
        if (i + 1 < set->galley->boxes.n && !parts) set->galley->boxes.at[i].keep = true;
    }
}

/* A cover's lines of one kind close up; between kinds there is space. */
static void put_closed(struct layout_context *lay, struct set *set, const struct node *node)
{
    enum role before = ROLES;
    enum lang lang = LANG_NONE;
    for (const struct node *n = node->first; n; n = n->next) {
        set->close =
            n->role == before && !(lang == LANG_EN && n->lang == LANG_KM && n->role == ROLE_COVER_LINE);
        before = n->role;
        lang = n->lang;
        block_put(lay, set, n);
    }
}

static void put_cover_foot(struct layout_context *lay, struct set *set, const struct node *node)
{
    struct strip **column = ARENA_ONE(lay->job->keep, struct strip *);
    struct set in = block_column(lay, set, set->x, set->width);
    in.depth++;
    put_closed(lay, &in, node);
    if (!in.galley->boxes.n) return;
    column[0] = in.galley;
    block_group(lay, set, column, 1, true)->foot = true;
}

static void put_cover(struct layout_context *lay, struct set *set, const struct node *node)
{
    struct set in = *set;
    in.where = STYLE_COVER;
    in.column = true;
    in.depth++;
    set->galley->fresh = set->galley->boxes.n > 0;
    /* At a page's top no space is kept: without a heading over it the title would stand there. */
    if (node->first && node->first->role == ROLE_COVER_TITLE)
        block_band(lay, &in, NULL, 0, lay->look.height / COVER_SKY, 0);
    put_closed(lay, &in, node);
    set->galley->fresh = true;
}

static void put_section(struct layout_context *lay, struct set *set, const struct node *node)
{
    if (node->breaks && !set->column && set->galley->boxes.n) set->galley->fresh = true;
    block_children(lay, set, node);
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
static struct set stand_in(const struct layout_context *lay, const struct set *set, const struct node *node)
{
    struct set in = *set;
    if (set->column || is_container(node->role) || is_heading(node->role)) return in;
    bool wide = node->role == ROLE_TABLE && table_wants(node) > 4;
    if (!wide) {
        in.x += lay->look.hang;
        in.width -= lay->look.hang;
    }
    bool text = (node->role >= ROLE_P && node->role <= ROLE_CREDIT) || node->role == ROLE_LIST ||
                node->role == ROLE_QUOTE || node->role == ROLE_CHART;
    if (text && in.width > lay->look.measure) in.width = lay->look.measure;
    in.column = true;
    return in;
}

static void put_node(struct layout_context *lay, struct set *set, const struct node *node)
{
    switch (node->role) {
    case ROLE_SECT: put_section(lay, set, node); break;
    case ROLE_COVER: put_cover(lay, set, node); break;
    case ROLE_COVER_FOOT: put_cover_foot(lay, set, node); break;
    case ROLE_PAIR: parallel_put(lay, set, node); break;
    case ROLE_GRID: put_grid(lay, set, node); break;
    case ROLE_KEEP: put_keep(lay, set, node); break;
    case ROLE_DIVIDER: put_divider(lay, set, node); break;
    case ROLE_RULE: put_rule(lay, set, node); break;
    case ROLE_LIST: put_list(lay, set, node); break;
    case ROLE_QUOTE: put_edged(lay, set, node, 900, STYLE_BLUE); break;
    case ROLE_FAULT:
    case ROLE_MISSING: put_edged(lay, set, node, 3000, STYLE_OCHRE); break;
    case ROLE_TABLE: table_put(lay, set, node); break;
    case ROLE_FIGURE: put_figure(lay, set, node); break;
    case ROLE_CHART: chart_put(lay, set, node); break;
    case ROLE_TOC: toc_put(lay, set, node); break;
    case ROLE_FIELDS: field_row(lay, set, node); break;
    case ROLE_LINES: field_lines(lay, set, node); break;
    case ROLE_OPTIONS: field_options(lay, set, node); break;
    case ROLE_SCALE: field_scale(lay, set, node); break;
    default:
        if (node->spans.n) syntax_text(lay, set, node);
        block_children(lay, set, node);
    }
}

/* Too deep to follow: the text under a node, one block after another. */
static void put_flat(struct layout_context *lay, struct set *set, const struct node *top)
{
    const struct node *n = top;
    while (n) {
        block_start(lay, n);
        if (n->label.n) block_lines(lay, set, label_par(lay, set, n));
        if (n->spans.n) syntax_text(lay, set, n);
        if (n->picture) put_picture(lay, set, n, NULL, n->picture);
        const struct node *next = n->first;
        while (!next && n && n != top) {
            next = n->next;
            if (!next) n = n->parent;
        }
        n = next;
    }
}

void block_put(struct layout_context *lay, struct set *set, const struct node *node)
{
    struct set in = stand_in(lay, set, node);
    in.depth++;
    block_start(lay, node);
    if (in.depth > LAYOUT_CONTEXT_DEPTH)
        put_flat(lay, &in, node);
    else
        put_node(lay, &in, node);
}

void block_children(struct layout_context *lay, struct set *set, const struct node *node)
{
    for (const struct node *n = node->first; n; n = n->next) block_put(lay, set, n);
}
