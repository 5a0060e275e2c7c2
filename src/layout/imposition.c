#include "layout/imposition.h"

static void add(struct job *job, struct page *sheet, const struct page *half, int32_t x, bool again)
{
    for (size_t i = 0; i < half->items.n; i++) {
        struct item it = half->items.at[i];
        it.x += x;
        if (again && it.artifact == ARTIFACT_NONE) it.artifact = ARTIFACT_LAYOUT;
        if (!again || it.kind != ITEM_LINK) VEC_ADD(job->keep, sheet->items, it);
    }
}

void imposition_join(struct job *job, const struct print *print, struct pages *pages)
{
    if (print->up != 2 || !pages->list.n) return;
    int32_t half = print->sheet.width;
    size_t n = pages->list.n, sheets = (n + 1) / 2;
    struct page *at = ARENA_MANY(job->keep, struct page, sheets);
    for (size_t i = 0; i < n; i++) {
        const struct page *p = &pages->list.at[i];
        struct page *sheet = &at[i / 2];
        sheet->width = 2 * half;
        sheet->height = p->height;
        if (i % 2 == 0) sheet->label = p->label;
        add(job, sheet, p, i % 2 ? half : 0, false);
        if (n == 1) add(job, sheet, p, half, true);
    }
    for (size_t i = 0; i < pages->destinations.n; i++) {
        struct destination *d = &pages->destinations.at[i];
        if (d->page % 2) d->x += half;
        d->page /= 2;
    }
    for (size_t i = 0; i < pages->bookmarks.n; i++) pages->bookmarks.at[i].page /= 2;
    pages->list.at = at;
    pages->list.n = pages->list.cap = sheets;
}
