#include "layout/galley.h"
#include "layout/page.h"

enum { BORDERS = 8 }; /* rules drawn beside each other; deeper ones are left out */

struct putting {
    struct galley_output *out;
    int32_t foot;
    bool again; /* a repeated head: an artifact */
};

static void put_item(const struct putting *p, struct item it, int32_t x, int32_t y)
{
    it.x += x;
    it.y += y;
    if (p->again && it.kind == ITEM_LINK) return;
    if (p->again) it.artifact = ARTIFACT_LAYOUT;
    VEC_ADD(p->out->pages, p->out->page->items, it);
}

static void put_starts(const struct putting *p, const struct box *b, int32_t x, int32_t y)
{
    for (const struct box_start *s = b->starts; s && !p->again; s = s->next) {
        struct galley_start at = {.owner = s->owner, .page = p->out->number, .x = x, .y = y};
        VEC_ADD(p->out->arena, p->out->starts, at);
    }
}

/* -- footnotes -- */

static void add_note_boxes(struct arena *a, struct galley *to, struct box *b)
{
    for (const struct box_note *f = b->notes; f; f = f->next)
        for (size_t i = 0; f->galley && i < f->galley->boxes.n; i++)
            VEC_ADD(a, to->boxes, f->galley->boxes.at[i]);
    b->notes = NULL;
}

static void add_inner_notes(struct arena *a, struct galley *to, struct box *b)
{
    for (size_t i = 0; i < b->ncolumns; i++)
        for (size_t k = 0; k < b->columns[i]->boxes.n; k++)
            add_inner_notes(a, to, &b->columns[i]->boxes.at[k]);
    add_note_boxes(a, to, b);
}

/* What a box marks, then what that marks in turn: no box of the galley has notes left, and it never grows
 * while it is put itself. */
static void add_notes(struct arena *a, struct galley *to, struct box *b)
{
    size_t at = to->boxes.n;
    add_note_boxes(a, to, b);
    for (; at < to->boxes.n; at++) {
        struct box note = to->boxes.at[at]; /* a copy: boxes move as the galley grows */
        add_inner_notes(a, to, &note);
        to->boxes.at[at] = note;
    }
}

static void add_aside(struct galley_output *out, struct box *b)
{
    for (size_t i = 0; b->aside && i < b->aside->boxes.n; i++)
        VEC_ADD(out->arena, out->aside->boxes, b->aside->boxes.at[i]);
    b->aside = NULL;
}

/* -- put -- */

static void put_ruled(const struct putting *p, const struct box *b, int32_t x, int32_t y)
{
    for (int32_t at = b->height; at <= b->used; at += b->height)
        for (size_t i = 0; i < b->nitems; i++) put_item(p, b->items[i], x, y + at);
}

static void put_galley(const struct putting *p, struct galley *s, int32_t x, int32_t y);

/* A picture made lower, and narrower with it. */
static struct item lowered(struct item it, const struct box *b)
{
    int32_t width = it.width;
    it.width = (int32_t)((int64_t)width * b->used / b->height);
    if (b->centred) it.x += (width - it.width) / 2;
    it.height = (int32_t)((int64_t)it.height * b->used / b->height);
    return it;
}

static struct item behind(struct item it, const struct box *b)
{
    it.y -= b->before;
    it.height = b->used + b->before;
    return it;
}

static struct item box_item(const struct box *b, size_t i)
{
    if (b->backed && i == 0) return behind(b->items[i], b);
    return b->least ? lowered(b->items[i], b) : b->items[i];
}

static void put_box(const struct putting *p, struct box *b, int32_t x, int32_t y, bool first)
{
    put_starts(p, b, x, y);
    if (!p->again) add_notes(p->out->arena, p->out->notes, b);
    if (!p->again) add_aside(p->out, b);
    if (b->kind == BOX_RULED) {
        put_ruled(p, b, x, y);
        return;
    }
    size_t shown = b->between && first ? 0 : b->nitems;
    for (size_t i = 0; i < shown; i++) put_item(p, box_item(b, i), x, y);
    for (size_t i = 0; i < b->ncolumns; i++) {
        struct galley *c = b->columns[i];
        put_galley(p, c, x + c->x, y + c->shift);
    }
}

static bool within(const struct box_border *inner, const struct box_border *e)
{
    for (; inner; inner = inner->outer)
        if (inner == e) return true;
    return false;
}

/* Rules at the left, each drawn once from its first box on this page to its last. */
struct borders {
    const struct box_border *open[BORDERS];
    int32_t top[BORDERS];
    size_t first[BORDERS]; /* of the page's items, those before it */
    size_t n;
};

/* The item that was put last goes before those from first on. */
static void put_behind(const struct putting *p, size_t first)
{
    struct page *page = p->out->page;
    struct item last = page->items.at[page->items.n - 1];
    memmove(page->items.at + first + 1, page->items.at + first,
            (page->items.n - 1 - first) * sizeof *page->items.at);
    page->items.at[first] = last;
}

static void close_borders(const struct putting *p, struct borders *e, const struct box_border *still,
                          int32_t x, int32_t y)
{
    while (e->n && !within(still, e->open[e->n - 1])) {
        const struct box_border *border = e->open[--e->n];
        struct item it = {.kind = ITEM_RECT,
                          .artifact = ARTIFACT_LAYOUT,
                          .node = border->owner,
                          .colour = border->colour,
                          .x = border->x,
                          .y = e->top[e->n],
                          .width = border->width,
                          .height = y - e->top[e->n]};
        put_item(p, it, x, 0);
        if (border->behind) put_behind(p, e->first[e->n]);
    }
}

static void open_borders(const struct putting *p, struct borders *e, const struct box_border *border,
                         int32_t y)
{
    const struct box_border *path[BOX_DEPTH];
    size_t n = 0;
    for (; border && n < BOX_DEPTH && (!e->n || e->open[e->n - 1] != border); border = border->outer)
        path[n++] = border;
    while (n && e->n < BORDERS) {
        e->open[e->n] = path[--n];
        e->first[e->n] = p->out->page->items.n;
        e->top[e->n++] = y;
    }
}

static void put_galley(const struct putting *p, struct galley *s, int32_t x, int32_t y)
{
    struct borders borders = {.n = 0};
    size_t from = p->again ? 0 : s->from, to = p->again ? s->boxes.n : s->to + s->partial;
    for (size_t i = from; i < to; i++) {
        struct box *b = &s->boxes.at[i];
        int32_t above = p->again ? (i ? b->before : 0) : galley_space_above(s, i);
        close_borders(p, &borders, b->border, x, y);
        if (!p->again && i == from && above)
            put_galley(&(struct putting){p->out, p->foot, true}, b->repeat, x, y);
        y += above;
        if (b->at_foot && p->foot - b->used > y) y = p->foot - b->used;
        open_borders(p, &borders, b->border, y);
        put_box(p, b, x, y, i == from);
        y += b->used;
    }
    close_borders(p, &borders, NULL, x, y);
    if (!p->again) s->from = s->to;
    s->partial = false;
}

void galley_emit(struct galley_output *out, struct galley *s, int32_t x, int32_t y, int32_t foot)
{
    struct putting p = {.out = out, .foot = foot};
    put_galley(&p, s, x, y);
}
