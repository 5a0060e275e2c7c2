#include "pdf/pdf.h"

#include "pdf/attach.h"
#include "pdf/draw.h"
#include "pdf/embed.h"
#include "pdf/meta.h"
#include "pdf/structure/links.h"
#include "pdf/structure/outline.h"
#include "pdf/syntax.h"

enum { PACK_AT_ONCE = 1 << 19 }; /* bytes of pages */

struct sheaf {
    struct job *job;
    struct arena *arena; /* scratch: all but the file's bytes */
    const struct tree *tree;
    struct pages *pages;
    bool last; /* they may go once they are drawn */
    const struct font_set *fonts;
    struct haru *haru;
    unsigned *ids; /* pages' object numbers */
    struct destinations places;
    struct pictures pictures;
    struct tags tags;
    struct draw draw;
    unsigned resources;
    unsigned cmaps[256]; /* by struct codes' last */
};

static void expect_links(struct sheaf *w)
{
    for (size_t p = 0; p < w->pages->list.n; p++)
        for (size_t i = 0; i < w->pages->list.at[p].items.n; i++) {
            const struct item *it = &w->pages->list.at[p].items.at[i];
            if (it->kind == ITEM_LINK && links_good(&w->places, it)) tags_expect(&w->tags, it);
        }
}

static void finish_page(struct sheaf *w, size_t index)
{
    const struct page *page = &w->pages->list.at[index];
    struct str links = links_page(&w->tags, &w->places, w->haru, index);
    struct buf out = BUF(w->arena);
    buf_put(&out, "/MediaBox[0 0 ");
    syntax_milli(&out, page->width);
    buf_byte(&out, ' ');
    syntax_milli(&out, page->height);
    buf_fmt(&out, "]/Resources %u 0 R/StructParents %zu/Tabs/S", w->resources, index);
    if (w->draw.alpha) buf_put(&out, "/Group<</Type/Group/S/Transparency/CS/DeviceRGB>>");
    if (links.n) buf_fmt(&out, "/Annots[%.*s]", STR_ARGS(links));
    haru_set(w->haru, w->ids[index], buf_str(&out));
}

/* Where each page's stream begins in what was drawn since the last time: .n alone is known so far. */
static void put_pages(struct sheaf *w, struct str *streams, size_t from, size_t to)
{
    size_t at = 0;
    for (size_t i = from; i < to; at += streams[i++].n) streams[i].s = w->draw.out.s + at;
    haru_contents(w->haru, w->ids + from, streams + from, to - from);
    w->draw.out.n = 0;
}

static void draw_pages(struct sheaf *w)
{
    size_t n = w->pages->list.n, put = 0;
    struct str *streams = ARENA_MANY(w->arena, struct str, n);
    w->resources = haru_new(w->haru);
    for (size_t i = 0; i < n; i++) {
        size_t before = w->draw.out.n;
        draw_page(&w->draw, &w->pages->list.at[i], i);
        streams[i].n = w->draw.out.n - before;
        finish_page(w, i);
        if (w->draw.out.n < PACK_AT_ONCE && i + 1 < n) continue;
        put_pages(w, streams, put, i + 1);
        put = i + 1;
    }
}

static bool put_fonts(struct sheaf *w, struct buf *out, size_t generation)
{
    size_t n = font_set_count(w->fonts), face = 0;
    unsigned *ids = ARENA_MANY(w->arena, unsigned, n);
    if (!embed_all(w->haru, w->arena, w->fonts, w->draw.subsets.at[generation], w->job->memo, w->cmaps, ids,
                   &face)) {
        diag_tell(w->job->diags, DIAG_PDF_FACE, (struct place){0}, font_set_info(w->fonts, face)->family,
                  w->tree->name);
        font_set_refuse(w->fonts, face);
        return false;
    }
    for (size_t i = 0; i < n; i++)
        if (ids[i]) buf_fmt(out, "/F%zu %u 0 R", generation * n + i, ids[i]);
    return true;
}

/* One dictionary of resources for all pages. */
static bool write_resources(struct sheaf *w)
{
    struct buf out = BUF(w->arena);
    buf_put(&out, "/Font<<");
    for (size_t i = 0; i < w->draw.subsets.n; i++)
        if (!put_fonts(w, &out, i)) return false;
    buf_put(&out, ">>");
    if (w->pictures.ids.n) buf_put(&out, "/XObject<<");
    for (size_t i = 0; i < w->pictures.ids.n; i++) buf_fmt(&out, "/I%zu %u 0 R", i, w->pictures.ids.at[i]);
    if (w->pictures.ids.n) buf_put(&out, ">>");
    haru_set(w->haru, w->resources, buf_str(&out));
    return true;
}

static void put_names(struct buf *out, unsigned places, unsigned files)
{
    if (!places && !files) return;
    buf_put(out, "/Names<<");
    if (places) buf_fmt(out, "/Dests %u 0 R", places);
    if (files) buf_fmt(out, "/EmbeddedFiles %u 0 R", files);
    buf_put(out, ">>");
}

/* How it is shown, and printed where nobody asks for something else. */
static void put_preferences(struct buf *out, const struct pages *pages)
{
    static const char *const DUPLEX[] = {"", "/Duplex/DuplexFlipLongEdge", "/Duplex/DuplexFlipShortEdge"};
    buf_fmt(out, "/ViewerPreferences<</DisplayDocTitle true%s>>", DUPLEX[pages->duplex]);
}

static void write_catalog(struct sheaf *w)
{
    struct arena *a = w->arena;
    struct haru *h = w->haru;
    unsigned structure = structure_elements_write(w->tags.elems), places = destinations_write(&w->places, h);
    unsigned marks = outline_write(a, h, &w->places), labels = outline_labels(a, h, w->pages);
    unsigned colours = meta_colours(w->job, a, h), meta = meta_write(a, h, w->tree, colours);
    struct attached files = attach_write(a, h, w->tree);
    struct buf out = BUF(a);
    buf_fmt(&out, "/Lang(%s)/MarkInfo<</Marked true>>/StructTreeRoot %u 0 R/Metadata %u 0 R",
            lang_tag(w->tree->lang), structure, meta);
    put_preferences(&out, w->pages);
    if (colours) buf_fmt(&out, "/OutputIntents[%u 0 R]", colours);
    if (marks) buf_fmt(&out, "/Outlines %u 0 R/PageMode/UseOutlines", marks);
    if (labels) buf_fmt(&out, "/PageLabels %u 0 R", labels);
    if (files.list.n) buf_fmt(&out, "/AF[%.*s]", STR_ARGS(files.list));
    put_names(&out, places, files.names);
    haru_set(h, haru_catalog(h), buf_str(&out));
}

static bool write(struct sheaf *w, struct str *bytes)
{
    struct arena *a = w->arena;
    size_t n = w->pages->list.n;
    w->ids = ARENA_MANY(a, unsigned, n);
    for (size_t i = 0; i < n; i++) w->ids[i] = haru_page(w->haru);
    w->places = destinations_new(a, w->pages, w->ids);
    w->pictures = pictures_new(w->job, w->haru, w->pages);
    w->tags = tags_new(a, w->haru, w->tree, w->ids, n);
    w->draw = draw_new(a, &w->tags, w->fonts, &w->pictures, w->pages);
    expect_links(w);
    draw_pages(w);
    if (w->last) pages_clear(w->pages);
    if (w->pictures.failed) return false;
    if (!write_resources(w)) return false;
    write_catalog(w);
    struct buf out = BUF(w->job->keep);
    unsigned long failed = haru_save(w->haru, &out);
    if (failed)
        diag_tell(w->job->diags, DIAG_PDF_FAILED, (struct place){0}, w->tree->name,
                  str_fmt(a, "0x%04lX", failed));
    *bytes = buf_str(&out);
    return !failed;
}

bool pdf_write(struct job *job, const struct tree *tree, struct pages *pages, const struct font_set *fonts,
               bool last, struct str *bytes)
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct sheaf w = {
        .job = job, .arena = job->scratch, .tree = tree, .pages = pages, .last = last, .fonts = fonts};
    w.haru = haru_open(job->scratch, job->pool, job->memo);
    bool done = w.haru && write(&w, bytes);
    if (!w.haru) diag_tell(job->diags, DIAG_PDF_FAILED, (struct place){0}, tree->name, STR("libharu"));
    haru_close(w.haru);
    arena_reset(job->scratch, mark);
    return done;
}
