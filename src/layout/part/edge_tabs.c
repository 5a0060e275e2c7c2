#include "layout/part/edge_tabs.h"

#include "layout/area.h"
#include "layout/turned_page.h"

#define WIDTH  STYLE_MM(4)
#define HEIGHT STYLE_MM(24)
#define STEP   STYLE_MM(28) /* from one tab's top to the next one's, where there is room */

static int tab_of(const struct node *n)
{
    while (n && !n->tab) n = n->parent;
    return n ? n->tab : 0;
}

/* A day's name stands over the first of its parts. */
static bool is_part(const struct node *n)
{
    return n->role == ROLE_SECT || n->tab;
}

/* A cover, the one at the back too, has no tab. */
static bool begins(const struct galley_start *s)
{
    return is_part(s->owner) || s->owner->role == ROLE_COVER;
}

static bool within(const struct layout_context *lay, const struct galley_start *s)
{
    return is_part(s->owner) && s->y > lay->print->sheet.top;
}

static int most_of(const struct layout_context *lay)
{
    int most = 0;
    for (size_t i = 0; i < lay->out.starts.n; i++) {
        int tab = lay->out.starts.at[i].owner->tab;
        most = tab > most ? tab : most;
    }
    return most;
}

/* Bound with the others, its head at their left: there the tab is where theirs are. */
static struct item turned(struct item it, const struct sheet *s)
{
    return area_rect(it.node, s->height - it.y - it.height, it.x, it.height, it.width, it.colour);
}

static void put_tab(struct layout_context *lay, size_t page, int tab, int most)
{
    const struct sheet *s = &lay->print->sheet;
    int32_t room = s->height - s->top - s->bottom - HEIGHT;
    int32_t step = most > 1 && room / (most - 1) < STEP ? room / (most - 1) : STEP;
    int32_t x = page % 2 ? 0 : s->width - WIDTH;
    struct item it = area_rect(lay->tree->root, x, s->top + (tab - 1) * step, WIDTH, HEIGHT, STYLE_BLUE);
    if (turned_page_is(lay, page)) it = turned(it, s);
    VEC_ADD(lay->pages->arena, lay->pages->list.at[page].items, it);
}

/* -- pages -- */

struct tabbing {
    struct layout_context *lay;
    size_t next;             /* the first start that is not seen yet */
    const struct node *part; /* what the last one began */
    int now, most;
};

static bool is_in(const struct node *n, const struct node *outer)
{
    while (n && n != outer) n = n->parent;
    return n;
}

/* The part that begins at a start is shown on the page behind that one, too. */
static bool goes_on(const struct layout_context *lay, size_t start)
{
    const struct galley_start *starts = lay->out.starts.at, *from = &starts[start];
    size_t i = start;
    while (i < lay->out.starts.n && (!begins(&starts[i]) || tab_of(starts[i].owner) == tab_of(from->owner)))
        i++;
    if (i == lay->out.starts.n) return from->page + 1 < lay->pages->list.n;
    return starts[i].page > from->page + 1 || (starts[i].page > from->page && within(lay, &starts[i]));
}

/* A part that begins under another chapter, which has no tab, leaves that its page. */
static bool waits(const struct tabbing *t)
{
    const struct galley_start *s = &t->lay->out.starts.at[t->next];
    return !t->now && t->part && within(t->lay, s) && !is_in(s->owner, t->part) && goes_on(t->lay, t->next);
}

/* The tabs of the parts that a page shows. */
static void put_page(struct tabbing *t, size_t page)
{
    const struct galley_start *starts = t->lay->out.starts.at;
    int last = 0, put_off = 0;
    for (bool first = true; t->next < t->lay->out.starts.n && starts[t->next].page == page; t->next++) {
        const struct galley_start *s = &starts[t->next];
        if (!begins(s)) continue;
        if (first && t->now && within(t->lay, s)) put_tab(t->lay, page, last = t->now, t->most);
        first = false;
        int tab = tab_of(s->owner);
        if (waits(t)) put_off = tab;
        t->now = tab;
        t->part = s->owner;
        if (tab && tab != last && tab != put_off) put_tab(t->lay, page, last = tab, t->most);
    }
    if (t->now && !last && t->now != put_off) put_tab(t->lay, page, t->now, t->most);
}

void edge_tabs_put(struct layout_context *lay)
{
    struct tabbing t = {.lay = lay, .most = most_of(lay)};
    for (size_t page = 0; t.most && page < lay->pages->list.n; page++) put_page(&t, page);
}
