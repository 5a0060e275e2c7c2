#include "layout/toc.h"

#include "khmer/number.h"
#include "layout/paragraph/paragraph_break.h"
#include "layout/paragraph/paragraph_lines.h"

enum {
    MOST_PAGES = 999 /* a digit more reaches into the gap before it */,
    DOT = 800,
    PITCH = 4500,
    LEVEL_INDENT = 12000,
    GAP = 7000,
    WIDENS = 6 /* tenths of a unit: between entries, where the contents leave much of their last page */
};

struct toc_entry {
    const struct node *node;
    struct paragraph *par;
    enum lang digits; /* of its number */
    int32_t x, width, slot;
};

struct toc {
    int32_t slot[LANG_N];
};

static const struct paragraph_line *last_line(const struct paragraph *p)
{
    return &p->lines[p->nlines - 1];
}

/* Dots stand on one grid down the page. */
static size_t leader(struct layout_context *lay, const struct toc_entry *e, int32_t y, struct item **dots)
{
    int32_t right = e->x + e->width, from = e->x + last_line(e->par)->width + GAP;
    int32_t room = right - GAP - from;
    size_t n = room > 0 ? (size_t)(room / PITCH) : 0;
    *dots = ARENA_MANY(lay->job->keep, struct item, n + 1);
    for (size_t i = 0; i < n; i++)
        (*dots)[i] =
            area_rect(e->node, right - GAP - (int32_t)(i + 1) * PITCH, y - DOT, DOT, DOT, STYLE_GREY);
    return n;
}

static void add_link(struct layout_context *lay, struct box *b, const struct toc_entry *e)
{
    if (!e->node->target) return;
    struct item *all = ARENA_MANY(lay->job->keep, struct item, b->nitems + 1);
    if (b->nitems) memcpy(all, b->items, b->nitems * sizeof *all);
    all[b->nitems++] = (struct item){.kind = ITEM_LINK,
                                     .node = e->node,
                                     .lang = e->par->lang,
                                     .x = e->x,
                                     .y = b->first - e->par->style.depth,
                                     .width = e->width + e->slot,
                                     .height = e->par->style.leading,
                                     .target = e->node->target};
    b->items = all;
}

/* The last line's leader, number and link, after its text. */
static void finish_line(struct layout_context *lay, struct box *b, const struct toc_entry *e)
{
    struct item *dots;
    size_t n = leader(lay, e, b->first, &dots);
    struct item *all = ARENA_MANY(lay->job->keep, struct item, b->nitems + n + 1);
    memcpy(all, b->items, b->nitems * sizeof *all);
    if (n) memcpy(all + b->nitems, dots, n * sizeof *all);
    n += b->nitems;
    int32_t right = e->x + e->width + e->slot;
    all[n++] = (struct item){.kind = ITEM_TEXT,
                             .part = PART_PAGE_NUMBER,
                             .node = e->node,
                             .lang = e->digits,
                             .colour = e->par->style.colour,
                             .x = right - e->slot,
                             .y = b->first,
                             .width = e->slot};
    b->items = all;
    b->nitems = n;
    add_link(lay, b, e);
}

static struct style entry_style(const struct layout_context *lay, const struct node *node, enum lang lang)
{
    struct style s = style_of(&lay->look, ROLE_TOC_ITEM, lang, STYLE_TEXT);
    s.bold = node->count == 1 || node->role == ROLE_TOC; /* a contents' own: the widest */
    if (s.bold) s.before = lay->look.unit * 6 / 10;
    return s;
}

static struct paragraph *number_par(struct layout_context *lay, const struct node *node, long n,
                                    enum lang lang)
{
    struct style style = entry_style(lay, node, lang);
    style.align = ALIGN_RIGHT;
    struct paragraph *p = paragraph_new(lay, node, style, lang);
    paragraph_words(lay, p, number_plain(lay->job->keep, n, lang), lang, PART_PAGE_NUMBER);
    paragraph_prepare(lay, p);
    return p;
}

/* Room for the widest number of so many digits. */
static int32_t slot_of(struct layout_context *lay, const struct node *node, enum lang lang)
{
    int32_t slot = 0;
    for (long n = MOST_PAGES; n > 0; n -= MOST_PAGES / 9) {
        int32_t width = number_par(lay, node, n, lang)->widest;
        slot = width > slot ? width : slot;
    }
    return slot;
}

/* Its number in its own language's digits. */
static struct toc_entry entry_of(const struct toc *t, const struct area *area, const struct node *node,
                                 struct paragraph *par)
{
    enum lang digits = lang_or(par->lang, (enum lang)0);
    struct toc_entry e = {.node = node, .par = par, .digits = digits, .slot = t->slot[digits], .x = area->x};
    e.width = area->width - e.slot;
    return e;
}

/* The spans before or after the first forced end. */
static struct spans part_of(struct spans spans, bool second)
{
    size_t at = 0;
    while (at < spans.n && spans.at[at].kind != SPAN_BREAK) at++;
    if (!second) return (struct spans){spans.at, at};
    return at < spans.n ? (struct spans){spans.at + at + 1, spans.n - at - 1} : (struct spans){NULL, 0};
}

static struct paragraph *part_par(struct layout_context *lay, const struct area *area,
                                  const struct node *node, struct spans spans)
{
    enum lang lang = spans.n && spans.at[0].lang != LANG_NONE ? spans.at[0].lang : node_lang(node);
    if (lang == LANG_NONE) lang = lay->tree->lang;
    struct paragraph *p = paragraph_new(lay, node, entry_style(lay, node, lang), lang);
    paragraph_spans(lay, p, spans, area, PART_SELF);
    paragraph_prepare(lay, p);
    return p;
}

static void put_part(struct layout_context *lay, struct area *area, struct toc_entry *e)
{
    struct area in = *area;
    in.x = e->x;
    in.width = e->width - GAP;
    paragraph_lines_put(lay, &in, e->par);
    if (e->par->nlines) finish_line(lay, galley_last(area->galley), e);
}

/* Both languages on one line, each in its own column with its own number. */
static void put_both(struct layout_context *lay, const struct toc *t, struct area *area,
                     const struct node *node, int32_t indent)
{
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, 2);
    int32_t width = (area->width - lay->look.gutter) / 2;
    for (int i = 0; i < 2; i++) {
        struct area c = area_column(lay, area, area->x + i * (width + lay->look.gutter), width);
        c.x = indent;
        c.width -= indent;
        struct toc_entry e = entry_of(t, &c, node, part_par(lay, &c, node, part_of(node->spans, i)));
        put_part(lay, &c, &e);
        columns[i] = c.galley;
    }
    area_group(lay, area, columns, 2, true);
}

static void put_entry(struct layout_context *lay, const struct toc *t, struct area *area,
                      const struct node *node)
{
    int32_t indent = node->count > 1 ? (node->count - 1) * style_length(&lay->look, LEVEL_INDENT) : 0;
    struct area in = *area;
    area_start(lay, node);
    if (part_of(node->spans, true).n) {
        put_both(lay, t, &in, node, indent);
        return;
    }
    in.x += indent;
    in.width -= indent;
    struct toc_entry e = entry_of(t, &in, node, part_par(lay, &in, node, node->spans));
    put_part(lay, &in, &e);
}

void toc_put(struct layout_context *lay, struct area *area, const struct node *toc)
{
    struct toc t = {0};
    for (int l = 0; l < LANG_N; l++) t.slot[l] = slot_of(lay, toc, (enum lang)l);
    for (const struct node *n = toc->first; n; n = n->next) {
        size_t first = area->galley->boxes.n;
        put_entry(lay, &t, area, n);
        if (area->galley->boxes.n > first)
            area->galley->boxes.at[first].widens = lay->look.unit * WIDENS / 10;
    }
    area->galley->after = lay->look.unit * 2;
}

static void fill(struct layout_context *lay, struct item *it)
{
    const struct galley_start *at =
        it->node->target ? map_get(&lay->positions, map_pointer(it->node->target)) : NULL;
    if (!at) return;
    struct paragraph *p = number_par(lay, it->node, (long)at->page + 1, it->lang);
    int32_t width = p->widest > it->width ? p->widest : it->width; /* never broken */
    paragraph_break(lay, p, width);
    size_t n = 0;
    if (p->nlines) *it = *paragraph_finish(lay, p, &p->lines[0], it->x + it->width - width, it->y, width, &n);
}

void toc_fill(struct layout_context *lay)
{
    for (size_t i = 0; i < lay->pages->list.n; i++) {
        struct page *page = &lay->pages->list.at[i];
        for (size_t k = 0; k < page->items.n; k++)
            if (page->items.at[k].part == PART_PAGE_NUMBER) fill(lay, &page->items.at[k]);
    }
}
