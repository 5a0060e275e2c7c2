#include "app/writers.h"

#include "app/report_lists.h"
#include "pdf/pdf.h"
#include "web/epub.h"
#include "web/web.h"

static bool pdf(struct work *w, struct str *bytes)
{
    struct tree tree = report_lists_tree(w);
    bool last = w->wanted.written == 1U << WRITTEN_PDF;
    return pdf_write(&w->job, &tree, w->pages, w->shared->fonts, last, bytes);
}

/* NULL: it is not printed. */
static const struct pages *pages_of(const struct work *w)
{
    if (!w->laid) return w->pages;
    latch_wait(w->laid);
    return w->of->pages;
}

static const struct pages *pages_for(void *work)
{
    return pages_of(work);
}

/* Page and book are made of one tree, one after the other; what they share goes with it. */
static struct web_store *web_store_of(struct work *w)
{
    if (!w->web)
        w->web = web_store_new(&w->job, w->version, w->shared->fonts, w->shared->words,
                               (struct web_store_pages){pages_for, w});
    return w->web;
}

static bool html(struct work *w, struct str *bytes)
{
    return web_write(&w->job, w->tree, web_store_of(w), bytes);
}

/* The first node that begins on each page of the print. */
static const struct epub_pages *page_starts(void *with)
{
    struct work *w = with;
    struct arena *a = w->job.keep;
    struct epub_pages *p = ARENA_ONE(a, struct epub_pages);
    struct map seen = MAP(a);
    const struct pages *pages = pages_of(w);
    if (!pages) return NULL;
    p->starts = MAP(a);
    p->labels = ARENA_MANY(a, struct str, pages->list.n + 1);
    for (size_t i = 0; i < pages->list.n; i++) {
        const struct page *page = &pages->list.at[i];
        bool told = !page->label.n;
        for (size_t k = 0; k < page->items.n; k++) {
            const struct item *t = &page->items.at[k];
            if (t->kind != ITEM_TEXT || t->artifact || !t->node || map_number(&seen, map_pointer(t->node)))
                continue;
            map_put_number(&seen, map_pointer(t->node), i + 1);
            if (told || t->part != PART_SELF) continue;
            struct str *label = ARENA_ONE(a, struct str);
            *label = p->labels[p->n++] = page->label;
            *map_at(&p->starts, map_pointer(t->node)) = label;
            told = true;
        }
    }
    return p;
}

static bool epub(struct work *w, struct str *bytes)
{
    return epub_write(&w->job, w->tree, web_store_of(w), (struct epub_asked_pages){page_starts, w}, bytes);
}

static const struct writer ALL[] = {
    {WRITTEN_PDF, ".pdf", false, pdf},
    {WRITTEN_HTML, ".html", true, html},
    {WRITTEN_EPUB, ".epub", true, epub},
};

const struct writer *writers_all(size_t *n)
{
    *n = sizeof ALL / sizeof *ALL;
    return ALL;
}

struct str writers_file(struct arena *a, const struct writer *writer, struct str name)
{
    size_t dot = str_find(name, STR("."), 0);
    if (writer->one && dot != SIZE_MAX) name.n = dot;
    return str_fmt(a, "%.*s%s", STR_ARGS(name), writer->ending);
}

struct str writers_bare(struct str file)
{
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++)
        if (str_ends(file, ALL[i].ending)) return str_sub(file, 0, file.n - strlen(ALL[i].ending));
    return file;
}
