#include "app/document/document_pages.h"

#include "app/report_lists.h"
#include "layout/layout.h"
#include "model/tree_key.h"

struct known_pages {
    size_t n, sides;
};

void document_pages_name(struct work *w)
{
    if (!w->job.memo) return;
    w->key = memo_begin(MEMO_TREE);
    memo_add_key(&w->key, w->shared->state);
    memo_add_number(&w->key, w->wanted.written);
    memo_add_number(&w->key, (uint64_t)w->shared->corpus->event.photo_dpi);
    tree_key_add(&w->key, w->job.scratch, w->tree);
    tree_key_add_print(&w->key, &w->print);
    report_lists_add_key(&w->key, w);
}

struct memo_key document_pages_key(const struct work *w, enum memo_kind kind, uint64_t which)
{
    struct memo_key k = memo_begin(kind);
    memo_add_key(&k, w->key);
    memo_add_number(&k, which);
    return k;
}

/* Kept is only what had nothing to tell: that has places of this build. */
void document_pages_need(struct work *w)
{
    if (w->pages) return;
    size_t told = w->job.diags->list.n;
    w->job.keep = w->version;
    w->pages = layout(&w->job, w->tree, &w->print, w->shared->fonts, w->shaper);
    w->npages = w->pages->list.n;
    struct known_pages known = {w->npages, w->pages->sides};
    if (w->job.diags->list.n == told)
        memo_keep(w->job.memo, document_pages_key(w, MEMO_PAGES, 0),
                  (struct str){(char *)&known, sizeof known});
}

size_t document_pages_sides(struct work *w, bool known)
{
    struct known_pages pages;
    struct str bytes;
    if (known && memo_find(w->job.memo, document_pages_key(w, MEMO_PAGES, 0), &bytes)) {
        memcpy(&pages, bytes.s, sizeof pages);
        w->npages = pages.n;
        return pages.sides;
    }
    document_pages_need(w);
    return w->pages->sides;
}
