#include "pdf/structure/destinations.h"

#include "pdf/syntax.h"

#include <stdlib.h>

enum { NAMES_A_NODE = 256 };

struct place_at {
    size_t page;
    int32_t x, y;
};

static int by_name(const void *left, const void *right)
{
    const struct destination *const *a = left, *const *b = right;
    int c = str_cmp((*a)->anchor, (*b)->anchor);
    if (!c) c = ((*a)->page > (*b)->page) - ((*a)->page < (*b)->page);
    if (!c) c = ((*a)->y > (*b)->y) - ((*a)->y < (*b)->y);
    return c ? c : (*a > *b) - (*a < *b);
}

static void sort_names(struct destinations *p)
{
    const struct pages *pages = p->pages;
    p->sorted = ARENA_MANY(p->arena, const struct destination *, pages->destinations.n);
    for (size_t i = 0; i < pages->destinations.n; i++) {
        const struct destination *d = &pages->destinations.at[i];
        if (d->anchor.n && d->page < pages->list.n) p->sorted[p->n++] = d;
    }
    if (p->n) qsort(p->sorted, p->n, sizeof *p->sorted, by_name);
    size_t kept = 0;
    for (size_t i = 0; i < p->n; i++)
        if (!kept || !str_eq(p->sorted[kept - 1]->anchor, p->sorted[i]->anchor))
            p->sorted[kept++] = p->sorted[i];
    p->n = kept;
}

static int32_t top_of(const struct item *it)
{
    if (it->kind != ITEM_TEXT) return it->y;
    int32_t size = it->nclusters ? it->clusters[0].size : 0;
    return it->y - size;
}

static void note_first(struct destinations *p, const struct node *n, size_t page, int32_t x, int32_t y)
{
    void **at = map_at(&p->nodes, map_pointer(n));
    if (*at) return;
    struct place_at *first = ARENA_ONE(p->arena, struct place_at);
    *first = (struct place_at){page, x, y};
    *at = first;
}

static void find_nodes(struct destinations *p)
{
    for (size_t i = 0; i < p->pages->destinations.n; i++) {
        const struct destination *d = &p->pages->destinations.at[i];
        if (d->page < p->pages->list.n) note_first(p, d->node, d->page, d->x, d->y);
    }
    for (size_t page = 0; page < p->pages->list.n; page++)
        for (size_t i = 0; i < p->pages->list.at[page].items.n; i++) {
            const struct item *it = &p->pages->list.at[page].items.at[i];
            bool again = i && it->node == it[-1].node;
            if (it->node && !it->artifact && !again) note_first(p, it->node, page, it->x, top_of(it));
        }
}

struct destinations destinations_new(struct arena *a, const struct pages *pages, const unsigned *ids)
{
    struct destinations p = {.arena = a, .pages = pages, .ids = ids, .nodes = MAP(a)};
    sort_names(&p);
    find_nodes(&p);
    return p;
}

static bool known(const struct destinations *p, struct str name)
{
    struct destination wanted = {.anchor = name};
    size_t from = 0, to = p->n;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        int c = str_cmp(p->sorted[mid]->anchor, wanted.anchor);
        if (!c) return true;
        if (c < 0)
            from = mid + 1;
        else
            to = mid;
    }
    return false;
}

void destinations_array(const struct destinations *p, struct buf *out, size_t page, int32_t x, int32_t y)
{
    buf_byte(out, '[');
    syntax_ref(out, p->ids[page]);
    buf_put(out, "/XYZ ");
    syntax_milli(out, x);
    buf_byte(out, ' ');
    syntax_milli(out, (int64_t)p->pages->list.at[page].height - y);
    buf_put(out, " null]");
}

bool destinations_put(const struct destinations *p, struct buf *out, const struct item *link)
{
    struct str name = link->target ? link->target->anchor : (struct str){0};
    if (str_starts(link->href, "#")) name = str_sub(link->href, 1, link->href.n);
    if (name.n && known(p, name)) {
        buf_put(out, "/Dest");
        syntax_bytes(out, name);
        return true;
    }
    const struct place_at *at = link->target ? map_get(&p->nodes, map_pointer(link->target)) : NULL;
    if (!at) return false;
    buf_put(out, "/Dest");
    destinations_array(p, out, at->page, at->x, at->y);
    return true;
}

static unsigned write_leaf(const struct destinations *p, struct haru *h, size_t from, size_t to)
{
    struct buf out = BUF(p->arena);
    buf_put(&out, "/Limits[");
    syntax_bytes(&out, p->sorted[from]->anchor);
    syntax_bytes(&out, p->sorted[to - 1]->anchor);
    buf_put(&out, "]/Names[");
    for (size_t i = from; i < to; i++) {
        const struct destination *d = p->sorted[i];
        syntax_bytes(&out, d->anchor);
        destinations_array(p, &out, d->page, d->x, d->y);
    }
    buf_byte(&out, ']');
    unsigned id = haru_new(h);
    haru_set(h, id, buf_str(&out));
    return id;
}

unsigned destinations_write(const struct destinations *p, struct haru *h)
{
    if (!p->n) return 0;
    struct buf out = BUF(p->arena);
    buf_put(&out, "/Kids[");
    for (size_t from = 0; from < p->n; from += NAMES_A_NODE) {
        if (from) buf_byte(&out, ' ');
        syntax_ref(&out, write_leaf(p, h, from, from + NAMES_A_NODE < p->n ? from + NAMES_A_NODE : p->n));
    }
    buf_byte(&out, ']');
    unsigned id = haru_new(h);
    haru_set(h, id, buf_str(&out));
    return id;
}
