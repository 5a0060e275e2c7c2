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

/* A cover, the one at the back too, has no tab. */
static bool begins(const struct galley_start *s)
{
    return s->owner->role == ROLE_SECT || s->owner->role == ROLE_COVER;
}

static bool within(const struct layout_context *lay, const struct galley_start *s)
{
    return s->owner->role == ROLE_SECT && s->y > lay->print->sheet.top;
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

/* A page has the tab of each part that it shows. */
void edge_tabs_put(struct layout_context *lay)
{
    const struct galley_start *starts = lay->out.starts.at;
    size_t next = 0, n = lay->out.starts.n;
    int now = 0, most = most_of(lay);
    for (size_t page = 0; most && page < lay->pages->list.n; page++) {
        int last = 0;
        for (bool first = true; next < n && starts[next].page == page; next++) {
            if (!begins(&starts[next])) continue;
            if (first && now && within(lay, &starts[next])) put_tab(lay, page, last = now, most);
            first = false;
            now = tab_of(starts[next].owner);
            if (now && now != last) put_tab(lay, page, last = now, most);
        }
        if (now && !last) put_tab(lay, page, now, most);
    }
}
