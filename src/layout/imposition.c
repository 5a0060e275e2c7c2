#include "layout/imposition.h"

#include "layout/area.h"

/* Where the paper is cut or folded, at its edges. */
#define TICK STYLE_MM(5)
enum { TICK_LINE = 250 };

enum { UP = 2, A_LEAF = 2 * UP /* pages of a sheet that is printed on both sides */ };

/* Where a page comes to stand. */
struct imposed {
    size_t sheet;
    bool right;
};

static size_t leaves_of(size_t n)
{
    return (n + A_LEAF - 1) / A_LEAF;
}

static bool is_booklet(const struct print *print, size_t n)
{
    return print->booklet && n > UP;
}

/* Both halves of a sheet are the same page. */
static bool is_twice(const struct print *print, size_t n)
{
    return n == 1 || print->leaf;
}

static size_t sheets_of(const struct print *print, size_t n)
{
    if (is_twice(print, n)) return n;
    return is_booklet(print, n) ? UP * leaves_of(n) : (n + UP - 1) / UP;
}

/* Of a booklet the first page and the last are the front of a leaf, the second and the last but one its back,
 * and so on inwards; odd pages are right ones, as in any book. */
static struct imposed imposed_at(const struct print *print, size_t n, size_t i)
{
    if (is_twice(print, n)) return (struct imposed){i, false};
    if (!is_booklet(print, n)) return (struct imposed){i / UP, i % UP};
    size_t all = A_LEAF * leaves_of(n);
    return (struct imposed){i < all / 2 ? i : all - 1 - i, i % 2 == 0};
}

static void add(struct arena *arena, struct page *sheet, const struct page *half, int32_t x, bool again)
{
    for (size_t i = 0; i < half->items.n; i++) {
        struct item it = half->items.at[i];
        it.x += x;
        if (again && it.artifact == ARTIFACT_NONE) it.artifact = ARTIFACT_LAYOUT;
        if (!again || it.kind != ITEM_LINK) VEC_ADD(arena, sheet->items, it);
    }
}

/* Between two pages at either edge of the paper, outside what is read. */
static void add_ticks(struct job *job, const struct node *root, struct page *sheet, int32_t middle)
{
    struct item tick = area_rect(root, middle - TICK_LINE / 2, 0, TICK_LINE, TICK, STYLE_GREY);
    VEC_ADD(job->keep, sheet->items, tick);
    tick.y = sheet->height - TICK;
    VEC_ADD(job->keep, sheet->items, tick);
}

void imposition_join(struct job *job, const struct print *print, const struct tree *tree, struct pages *pages)
{
    if (print->up != UP || !pages->list.n) return;
    int32_t half = print->sheet.width;
    size_t n = pages->list.n, sheets = sheets_of(print, n);
    struct page *at = ARENA_MANY(job->keep, struct page, sheets);
    for (size_t i = 0; i < n; i++) {
        const struct page *p = &pages->list.at[i];
        struct imposed to = imposed_at(print, n, i);
        struct page *sheet = &at[to.sheet];
        sheet->width = UP * half;
        sheet->height = p->height;
        if (!sheet->label.n) sheet->label = p->label;
        add(pages->arena, sheet, p, to.right ? half : 0, false);
        if (is_twice(print, n)) add(pages->arena, sheet, p, half, true);
    }
    for (size_t i = 0; i < sheets; i++) add_ticks(job, tree->root, &at[i], half);
    for (size_t i = 0; i < pages->destinations.n; i++) {
        struct destination *d = &pages->destinations.at[i];
        struct imposed to = imposed_at(print, n, d->page);
        if (to.right) d->x += half;
        d->page = to.sheet;
    }
    for (size_t i = 0; i < pages->bookmarks.n; i++)
        pages->bookmarks.at[i].page = imposed_at(print, n, pages->bookmarks.at[i].page).sheet;
    if (is_booklet(print, n) || (print->leaf && n > 1)) pages->duplex = DUPLEX_SHORT_EDGE;
    pages->list.at = at;
    pages->list.n = pages->list.cap = sheets;
}
