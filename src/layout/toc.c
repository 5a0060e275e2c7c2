#include "layout/toc.h"

#include "layout/block.h"

enum { SLOT = 21000 /* room for a number */, DOT = 650, PITCH = 4500, LEVEL_INDENT = 16000, GAP = 5000 };

struct entry {
    const struct node *node;
    struct par *par;
    int32_t x, width, slot;
};

static const struct par_line *last_line(const struct par *p)
{
    return &p->lines[p->nlines - 1];
}

/* Dots stand on one grid down the page. */
static size_t leader(struct lay *lay, const struct entry *e, int32_t y, struct item **dots)
{
    int32_t right = e->x + e->width, from = e->x + last_line(e->par)->width + GAP;
    int32_t room = right - GAP - from;
    size_t n = room > 0 ? (size_t)(room / PITCH) : 0;
    *dots = ARENA_MANY(lay->job->keep, struct item, n + 1);
    for (size_t i = 0; i < n; i++)
        (*dots)[i] =
            block_rect(e->node, right - GAP - (int32_t)(i + 1) * PITCH, y - DOT, DOT, DOT, STYLE_GREY);
    return n;
}

/* The last line's leader, number and link, after its text. */
static void finish_line(struct lay *lay, struct box *b, const struct entry *e)
{
    struct item *dots;
    size_t n = leader(lay, e, b->first, &dots);
    struct item *all = ARENA_MANY(lay->job->keep, struct item, b->nitems + n + 2);
    memcpy(all, b->items, b->nitems * sizeof *all);
    if (n) memcpy(all + b->nitems, dots, n * sizeof *all);
    n += b->nitems;
    int32_t right = e->x + e->width + e->slot;
    all[n++] = (struct item){.kind = ITEM_TEXT,
                             .part = PART_PAGE_NUMBER,
                             .node = e->node,
                             .lang = e->par->lang,
                             .colour = e->par->style.colour,
                             .x = right - e->slot,
                             .y = b->first,
                             .width = e->slot};
    all[n++] = (struct item){.kind = ITEM_LINK,
                             .part = PART_SELF,
                             .node = e->node,
                             .lang = e->par->lang,
                             .x = e->x,
                             .y = b->first - e->par->style.depth,
                             .width = right - e->x,
                             .height = e->par->style.leading,
                             .target = e->node->target};
    b->items = all;
    b->nitems = e->node->target ? n : n - 1;
}

static void put_entry(struct lay *lay, struct set *set, const struct node *node)
{
    int32_t indent = node->count > 1 ? look_length(&lay->look, LEVEL_INDENT) : 0;
    struct entry e = {.node = node, .slot = look_length(&lay->look, SLOT), .x = set->x + indent};
    e.width = set->width - indent - e.slot;
    struct set in = *set;
    in.x = e.x;
    in.width = e.width;
    in.bold = node->count <= 1;
    e.par = par_collect(lay, node, &in);
    if (node->count <= 1) e.par->style.before = lay->look.unit;
    block_start(lay, node);
    block_lines(lay, &in, e.par);
    if (e.par->nlines) finish_line(lay, strip_last(set->strip), &e);
}

void toc_put(struct lay *lay, struct set *set, const struct node *toc)
{
    for (const struct node *n = toc->first; n; n = n->next) {
        if (n->role == ROLE_TOC_ITEM)
            put_entry(lay, set, n);
        else
            block_put(lay, set, n);
    }
    set->strip->after = lay->look.unit * 2;
}

static void fill(struct lay *lay, struct item *it)
{
    const struct spot *spot = it->node->target ? seen_get(&lay->spots, it->node->target) : NULL;
    if (!spot) return;
    struct style style = style_of(&lay->look, ROLE_TOC_ITEM, it->lang, STYLE_TEXT);
    style.bold = it->node->count <= 1;
    style.align = ALIGN_RIGHT;
    struct par *p = par_new(lay, it->node, style, it->lang);
    par_words(lay, p, lay->pages->list.at[spot->page].label, it->lang, PART_PAGE_NUMBER);
    par_prepare(lay, p);
    par_break(lay, p, it->width);
    size_t n = 0;
    if (p->nlines) *it = *par_finish(lay, p, &p->lines[0], it->x, it->y, it->width, &n);
}

void toc_fill(struct lay *lay)
{
    for (size_t i = 0; i < lay->pages->list.n; i++) {
        struct page *page = &lay->pages->list.at[i];
        for (size_t k = 0; k < page->items.n; k++)
            if (page->items.at[k].part == PART_PAGE_NUMBER) fill(lay, &page->items.at[k]);
    }
}
