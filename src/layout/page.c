#include "layout/page.h"

#include "layout/block.h"
#include "layout/flow.h"
#include "layout/footnotes.h"
#include "layout/imposition.h"
#include "layout/running_heads.h"
#include "layout/toc.h"

/* -- a whole document -- */

enum { SCALE_STEP = 50, LEAST_SCALE = 750 };

static void lay_begin(struct layout_context *lay, struct job *job, const struct tree *tree,
                      const struct print *print, const struct font_set *fonts, struct shaper *shaper,
                      int32_t scale)
{
    *lay = (struct layout_context){.job = job,
                                   .tree = tree,
                                   .print = print,
                                   .fonts = fonts,
                                   .shaper = shaper,
                                   .look = look_of(tree, print, scale)};
    lay->pages = ARENA_ONE(job->keep, struct pages);
    lay->starts_end = &lay->starts;
    lay->marked_end = &lay->marked;
    lay->unbuilt_end = &lay->unbuilt;
    lay->main = galley_new(job->keep, 0, lay->look.width);
    lay->out = (struct galley_output){.arena = job->keep, .notes = galley_new(job->keep, 0, lay->look.width)};
    footnotes_find(lay);
}

/* All text, then the notes it marks. What begins where nothing follows begins at the end. */
static void lay_text(struct layout_context *lay)
{
    struct area area = {.galley = lay->main, .width = lay->look.width};
    block_put(lay, &area, lay->tree->root);
    area.galley->after = 0;
    area.galley->new_page = false;
    if (lay->starts) area_band(lay, &area, NULL, 0, 0, 0);
    footnotes_build(lay);
    footnotes_unmarked(lay, &area);
}

static struct pages *lay_out(struct job *job, const struct tree *tree, const struct print *print,
                             const struct font_set *fonts, struct shaper *shaper, int32_t scale)
{
    struct layout_context lay;
    lay_begin(&lay, job, tree, print, fonts, shaper, scale);
    lay_text(&lay);
    flow_pages(&lay);
    running_heads_labels(&lay);
    toc_fill(&lay);
    flow_marks(&lay);
    running_heads_put(&lay);
    return lay.pages;
}

struct pages *layout(struct job *job, const struct tree *tree, const struct print *print,
                     const struct font_set *fonts, struct shaper *shaper)
{
    struct pages *best = lay_out(job, tree, print, fonts, shaper, 1000);
    for (int32_t scale = 1000 - SCALE_STEP; print->fit_pages > 0 && print->shrink && scale >= LEAST_SCALE;
         scale -= SCALE_STEP) {
        if (best->list.n <= (size_t)print->fit_pages) break;
        struct pages *smaller = lay_out(job, tree, print, fonts, shaper, scale);
        if (smaller->list.n < best->list.n) best = smaller;
    }
    imposition_join(job, print, best);
    return best;
}

/* -- dump -- */

static void put_length(struct buf *out, int32_t length)
{
    int64_t l = length < 0 ? -(int64_t)length : length;
    buf_fmt(out, "%s%lld.%03lld", length < 0 ? "-" : "", (long long)(l / 1000), (long long)(l % 1000));
}

static void put_lengths(struct buf *out, const int32_t *at, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        buf_byte(out, ' ');
        put_length(out, at[i]);
    }
}

static void put_text(struct buf *out, const struct item *it)
{
    struct buf text = BUF(out->arena);
    for (size_t i = 0; i < it->nclusters; i++) buf_add(&text, it->clusters[i].cluster->text);
    buf_byte(out, ' ');
    buf_json(out, buf_str(&text));
}

/* Width of the letters in per cent, and tracking, where they are not as they are. */
static void put_fit(struct buf *out, const struct item *it)
{
    const int32_t fit[] = {100000 + it->widen, it->tracked};
    if (it->widen || it->tracked) put_lengths(out, fit, 2);
}

static void put_item(struct buf *out, const struct item *it)
{
    static const char *const KIND[] = {"text", "rect", "frame", "picture", "link"};
    static const char *const PART[] = {"", ".label", ".mark", ".page-number", ".low", ".high"};
    static const char *const ARTIFACT[] = {"", " header", " footer", " artifact"};
    int32_t box[] = {it->x, it->y, it->width, it->height};
    buf_fmt(out, "  %s %s%s%s", KIND[it->kind], it->node ? role_name(it->node->role) : "-", PART[it->part],
            ARTIFACT[it->artifact]);
    put_lengths(out, box, it->kind == ITEM_TEXT ? 3 : 4);
    if (it->kind == ITEM_TEXT) {
        buf_fmt(out, " %s %06X", lang_tag(it->lang), (unsigned)it->colour);
        put_fit(out, it);
        put_text(out, it);
    } else if (it->kind == ITEM_LINK) {
        buf_byte(out, ' ');
        buf_json(out, it->href.n || !it->target ? it->href : it->target->anchor);
    } else if (it->kind == ITEM_PICTURE && it->picture) {
        buf_byte(out, ' ');
        buf_json(out, it->picture->path);
    } else {
        buf_fmt(out, " %06X", (unsigned)it->colour);
    }
    buf_byte(out, '\n');
}

static void put_marks(struct buf *out, const struct pages *pages)
{
    for (size_t i = 0; i < pages->bookmarks.n; i++) {
        const struct bookmark *b = &pages->bookmarks.at[i];
        buf_fmt(out, "bookmark %d %zu", b->level, b->page + 1);
        put_lengths(out, &b->y, 1);
        buf_byte(out, ' ');
        buf_json(out, b->title);
        buf_byte(out, '\n');
    }
    for (size_t i = 0; i < pages->destinations.n; i++) {
        const struct destination *d = &pages->destinations.at[i];
        int32_t at[] = {d->x, d->y};
        buf_fmt(out, "destination %zu", d->page + 1);
        put_lengths(out, at, 2);
        buf_byte(out, ' ');
        buf_json(out, d->anchor);
        buf_byte(out, '\n');
    }
}

void page_dump(struct buf *out, const struct pages *pages)
{
    for (size_t i = 0; i < pages->list.n; i++) {
        const struct page *p = &pages->list.at[i];
        int32_t size[] = {p->width, p->height};
        buf_fmt(out, "page %zu", i + 1);
        put_lengths(out, size, 2);
        buf_byte(out, ' ');
        buf_json(out, p->label);
        buf_byte(out, '\n');
        for (size_t k = 0; k < p->items.n; k++) put_item(out, &p->items.at[k]);
    }
    put_marks(out, pages);
}
