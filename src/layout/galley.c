#include "layout/galley.h"

enum {
    ENDLESS = INT32_MAX / 4,
    ROUNDS = 24, /* to level a group whose sides both bring notes */
    LEAST_RULED = 3,
    SQUEEZE_PART = 4,    /* no more than a quarter of a page is pressed into it */
    SQUEEZED_SPACE = 35, /* per cent that a space may lose */
    EDGES = 8            /* rules drawn beside each other; deeper ones are left out */
};

struct strip *galley_new(struct layout_context *lay, int32_t x, int32_t width)
{
    struct strip *s = ARENA_ONE(lay->job->keep, struct strip);
    s->x = x;
    s->width = width;
    return s;
}

struct box *galley_last(struct strip *s)
{
    return s->boxes.n ? &s->boxes.at[s->boxes.n - 1] : NULL;
}

struct box *galley_add(struct layout_context *lay, struct strip *s, struct box box, int32_t before)
{
    box.before = before > s->after ? before : s->after;
    box.fresh = s->fresh;
    box.starts = lay->starts;
    box.feet = lay->feet;
    lay->starts = NULL;
    lay->starts_end = &lay->starts;
    lay->feet = NULL;
    lay->feet_end = &lay->feet;
    s->after = 0;
    s->fresh = false;
    VEC_ADD(lay->job->keep, s->boxes, box);
    return galley_last(s);
}

bool galley_done(const struct strip *s)
{
    return s->from >= s->boxes.n;
}

/* -- take -- */

static int32_t first_baseline(const struct strip *s);

static int32_t box_first(const struct box *b)
{
    if (b->kind == BOX_BAND) return b->first;
    int32_t first = -1;
    for (size_t i = 0; i < b->ncolumns; i++) {
        int32_t f = first_baseline(b->columns[i]);
        first = f > first ? f : first;
    }
    return first;
}

static int32_t first_baseline(const struct strip *s)
{
    return s->from < s->boxes.n ? box_first(&s->boxes.at[s->from]) : -1;
}

static void level_columns(struct box *b)
{
    int32_t level = box_first(b);
    for (size_t i = 0; i < b->ncolumns; i++) {
        int32_t f = first_baseline(b->columns[i]);
        b->columns[i]->shift = f < 0 ? 0 : level - f;
    }
}

static int32_t box_notes(const struct box *b)
{
    int32_t n = 0;
    if (b->kind != BOX_GROUP)
        for (const struct foot *f = b->feet; f; f = f->next) n += f->height;
    return n;
}

/* What a page's foot takes for notes of this height. */
static int32_t notes_room(int32_t notes)
{
    return notes ? notes + GALLEY_NOTES_GAP : 0;
}

static int32_t columns_notes(const struct box *b, const struct strip *but)
{
    int32_t n = 0;
    for (size_t i = 0; i < b->ncolumns; i++)
        if (b->columns[i] != but) n += b->columns[i]->notes;
    return n;
}

static bool column_taken(const struct strip *s)
{
    return s->partial || s->to >= s->boxes.n;
}

static bool columns_done(const struct box *b)
{
    for (size_t i = 0; i < b->ncolumns; i++)
        if (b->columns[i]->to < b->columns[i]->boxes.n) return false;
    return true;
}

static bool begun(const struct box *b)
{
    for (size_t i = 0; i < b->ncolumns; i++)
        if (b->columns[i]->from) return true;
    return false;
}

/* One try at all columns; false where one of them could not begin. */
static bool take_columns(struct box *b, struct galley_room room, int32_t limit)
{
    bool all = true;
    b->used = 0;
    for (size_t i = 0; i < b->ncolumns; i++) {
        struct strip *c = b->columns[i];
        struct galley_room r = room;
        r.height = limit - c->shift;
        r.notes += columns_notes(b, c);
        r.inner = true;
        if (galley_done(c)) {
            c->to = c->boxes.n;
            c->used = c->notes = 0;
            continue;
        }
        bool any = galley_take(c, r);
        all = all && (any || column_taken(c));
        if (c->used + c->shift > b->used && any) b->used = c->used + c->shift;
    }
    return all;
}

/* Sets b->used and *notes. Both sides' notes share the page's foot: what one side brings, the other must
 * yield. */
static bool take_group(struct box *b, struct galley_room room, int32_t *notes, bool *done)
{
    level_columns(b);
    for (size_t i = 0; i < b->ncolumns; i++) b->columns[i]->notes = 0;
    int32_t limit = room.height;
    bool fits = false, all = false;
    for (int round = 0; round < (room.inner ? 1 : ROUNDS) && !fits; round++) {
        all = take_columns(b, room, limit);
        *notes = columns_notes(b, NULL);
        fits = b->used + notes_room(room.notes + *notes) <= room.height;
        if (round >= 1) limit -= room.height / ROUNDS;
    }
    *done = columns_done(b);
    if (*done) b->used += b->height;
    if (room.force) return true;
    if (!fits || (!all && !begun(b))) return false;
    return *done || !b->whole;
}

static bool take_ruled(struct box *b, struct galley_room room)
{
    int32_t n = (room.height - notes_room(room.notes)) / (b->height > 0 ? b->height : 1);
    if (n < LEAST_RULED && !room.force) return false;
    b->used = (n < 1 ? 1 : n) * b->height;
    return true;
}

/* What one box takes of a room; false where it does not fit, and nothing forces it. */
static bool take_box(struct box *b, struct galley_room room, int32_t *notes, bool *done)
{
    *done = true;
    *notes = box_notes(b);
    if (b->kind == BOX_GROUP) return take_group(b, room, notes, done);
    if (b->kind == BOX_RULED) return take_ruled(b, room);
    int32_t fit = room.height - notes_room(*notes + room.notes) - b->tail;
    int32_t high = b->most ? b->most : b->height;
    b->used = b->least && fit >= b->least && fit < high ? fit : high;
    if (b->used < high) return true;
    return room.force || high + notes_room(*notes + room.notes) <= room.height;
}

/* The space above a box; at a page's top there is none, but for a table's head that is shown again. */
static int32_t space_above(const struct strip *s, size_t i)
{
    const struct box *b = &s->boxes.at[i];
    if (i != s->from) return b->before;
    return b->repeat ? b->repeat->used : 0;
}

static void settle(struct strip *s, size_t to, bool partial, int32_t used, int32_t notes)
{
    s->to = to;
    s->partial = partial;
    s->used = used;
    s->notes = notes;
}

bool galley_take(struct strip *s, struct galley_room room)
{
    int32_t y = 0, notes = 0;
    bool legal = false, more = true;
    size_t i = s->from;
    settle(s, i, false, 0, 0);
    for (; i < s->boxes.n && more; i++) {
        struct box *b = &s->boxes.at[i];
        if (b->fresh && i > s->from) {
            settle(s, i, false, y, notes);
            return true;
        }
        int32_t space = space_above(s, i), brings = 0;
        struct galley_room r = {room.height - y - space, room.notes + notes, room.force && i == s->from,
                                room.inner};
        bool done;
        if (!take_box(b, r, &brings, &done)) break;
        y += space + b->used;
        notes += brings;
        more = done && !b->foot;
        if (done && b->keep && i + 1 < s->boxes.n && more) continue;
        if (done && b->soft && more && legal && s->to == i && i + 1 < s->boxes.n) continue;
        legal = true;
        settle(s, done ? i + 1 : i, !done, y, notes);
    }
    if (!legal && room.force && i > s->from) { /* nothing but keeps: give them up */
        settle(s, i, false, y, notes);
        legal = true;
    }
    return legal;
}

/* -- squeeze -- */

static int32_t picture_give(const struct box *b)
{
    return b->least ? b->height - b->least : 0;
}

static int32_t space_give(const struct strip *s, size_t i)
{
    return i == s->from ? 0 : (int32_t)((int64_t)s->boxes.at[i].before * SQUEEZED_SPACE / 100);
}

/* Lines to write on take what they get: a page that has some is full as it is. */
static bool fills(const struct strip *s)
{
    for (size_t i = s->from; i < s->to; i++) {
        const struct box *b = &s->boxes.at[i];
        if (b->kind == BOX_RULED || b->foot) return true;
        for (size_t k = 0; k < b->ncolumns; k++)
            if (fills(b->columns[k])) return true;
    }
    return false;
}

static void squeeze_box(struct strip *s, size_t i, int64_t wanted, int64_t all)
{
    struct box *b = &s->boxes.at[i];
    b->before -= (int32_t)((space_give(s, i) * wanted + all - 1) / all);
    if (b->least) b->most = b->height - (int32_t)((picture_give(b) * wanted + all - 1) / all);
}

static bool strip_ends(const struct strip *s)
{
    return s->to >= s->boxes.n || s->boxes.at[s->to].fresh;
}

void galley_squeeze(struct strip *s, struct galley_room room)
{
    struct galley_room more = room;
    more.height += room.height / SQUEEZE_PART;
    if (galley_done(s) || !galley_take(s, more) || s->partial) return;
    if (!strip_ends(s) || fills(s)) return;
    int32_t over = s->used + notes_room(room.notes + s->notes) - room.height, give = 0;
    for (size_t i = s->from; i < s->to; i++) give += space_give(s, i) + picture_give(&s->boxes.at[i]);
    if (over <= 0 || over > give) return;
    for (size_t i = s->from; i < s->to; i++) squeeze_box(s, i, over, give);
}

/* -- emit -- */

struct putting {
    struct layout_context *lay;
    size_t page;
    int32_t foot;
    bool again; /* a repeated head: an artifact */
};

static struct page *page_of(const struct putting *p)
{
    return &p->lay->pages->list.at[p->page];
}

static void put_item(const struct putting *p, struct item it, int32_t x, int32_t y)
{
    it.x += x;
    it.y += y;
    if (p->again && it.kind == ITEM_LINK) return;
    if (p->again) it.artifact = ARTIFACT_LAYOUT;
    VEC_ADD(p->lay->job->keep, page_of(p)->items, it);
}

static void put_starts(const struct putting *p, const struct box *b, int32_t x, int32_t y)
{
    for (const struct start *s = b->starts; s && !p->again; s = s->next) {
        struct spot *spot = ARENA_ONE(p->lay->job->keep, struct spot);
        *spot = (struct spot){.page = p->page, .x = x, .y = y};
        if (!seen_get(&p->lay->spots, s->node)) seen_put(&p->lay->spots, p->lay->job->keep, s->node, spot);
        VEC_ADD(p->lay->job->keep, p->lay->started, (struct begun){s->node});
    }
}

static void put_feet(const struct putting *p, const struct box *b)
{
    if (p->again) return;
    for (const struct foot *f = b->feet; f; f = f->next)
        for (size_t i = 0; i < f->galley->boxes.n; i++)
            VEC_ADD(p->lay->job->keep, p->lay->foot->boxes, f->galley->boxes.at[i]);
}

static void put_ruled(const struct putting *p, const struct box *b, int32_t x, int32_t y)
{
    for (int32_t at = b->height; at <= b->used; at += b->height)
        for (size_t i = 0; i < b->nitems; i++) put_item(p, b->items[i], x, y + at);
}

static void put_strip(const struct putting *p, struct strip *s, int32_t x, int32_t y);

/* A picture made lower, and narrower with it. */
static struct item lowered(struct item it, const struct box *b)
{
    int32_t width = it.width;
    it.width = (int32_t)((int64_t)width * b->used / b->height);
    if (b->centred) it.x += (width - it.width) / 2;
    it.height = (int32_t)((int64_t)it.height * b->used / b->height);
    return it;
}

static void put_box(const struct putting *p, struct box *b, int32_t x, int32_t y)
{
    put_starts(p, b, x, y);
    put_feet(p, b);
    if (b->kind == BOX_RULED) {
        put_ruled(p, b, x, y);
        return;
    }
    for (size_t i = 0; i < b->nitems; i++)
        put_item(p, b->least ? lowered(b->items[i], b) : b->items[i], x, y);
    for (size_t i = 0; i < b->ncolumns; i++) {
        struct strip *c = b->columns[i];
        put_strip(p, c, x + c->x, y + c->shift);
    }
}

static bool within(const struct edge *inner, const struct edge *e)
{
    for (; inner; inner = inner->outer)
        if (inner == e) return true;
    return false;
}

/* Rules at the left, each drawn once from its first box on this page to its last. */
struct edges {
    const struct edge *open[EDGES];
    int32_t top[EDGES];
    size_t n;
};

static void close_edges(const struct putting *p, struct edges *e, const struct edge *still, int32_t x,
                        int32_t y)
{
    while (e->n && !within(still, e->open[e->n - 1])) {
        const struct edge *edge = e->open[--e->n];
        struct item it = {.kind = ITEM_RECT,
                          .artifact = ARTIFACT_LAYOUT,
                          .node = edge->node,
                          .colour = edge->colour,
                          .x = edge->x,
                          .y = e->top[e->n],
                          .width = edge->width,
                          .height = y - e->top[e->n]};
        put_item(p, it, x, 0);
    }
}

static void open_edges(struct edges *e, const struct edge *edge, int32_t y)
{
    const struct edge *path[LAYOUT_CONTEXT_DEPTH];
    size_t n = 0;
    for (; edge && n < LAYOUT_CONTEXT_DEPTH && (!e->n || e->open[e->n - 1] != edge); edge = edge->outer)
        path[n++] = edge;
    while (n && e->n < EDGES) {
        e->open[e->n] = path[--n];
        e->top[e->n++] = y;
    }
}

static void put_strip(const struct putting *p, struct strip *s, int32_t x, int32_t y)
{
    struct edges edges = {.n = 0};
    size_t from = p->again ? 0 : s->from, to = p->again ? s->boxes.n : s->to + s->partial;
    for (size_t i = from; i < to; i++) {
        struct box *b = &s->boxes.at[i];
        int32_t above = p->again ? (i ? b->before : 0) : space_above(s, i);
        close_edges(p, &edges, b->edge, x, y);
        if (!p->again && i == from && above)
            put_strip(&(struct putting){p->lay, p->page, p->foot, true}, b->repeat, x, y);
        y += above;
        if (b->foot && p->foot - b->used > y) y = p->foot - b->used;
        open_edges(&edges, b->edge, y);
        int32_t used = b->used;
        put_box(p, b, x, y); /* may add boxes to this very galley: notes to notes */
        y += used;
    }
    close_edges(p, &edges, NULL, x, y);
    if (!p->again) s->from = s->to;
    s->partial = false;
}

void galley_emit(struct layout_context *lay, struct strip *s, size_t page, int32_t x, int32_t y, int32_t foot)
{
    struct putting p = {.lay = lay, .page = page, .foot = foot};
    put_strip(&p, s, x, y);
}

int32_t galley_height(struct strip *s)
{
    galley_take(s, (struct galley_room){.height = ENDLESS, .force = true});
    return s->used;
}
