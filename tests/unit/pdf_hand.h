/* Pages made by hand, for the tests of pdf/: a tree, and a layout that sets one item after the other down the
 * page. */
#ifndef SASTRA_TESTS_PDF_HAND_H
#define SASTRA_TESTS_PDF_HAND_H

#include "pdf/pdf.h"

#include <stdlib.h>
#include <zlib.h>

struct hand {
    struct arena *keep, *scratch;
    struct options options;
    struct job job;
    struct font_set *fonts;
    struct shaper *shaper;
    struct tree tree;
    struct pages pages;
    struct page *page;
    int32_t y;
};

static inline struct page *hand_page(struct hand *h, const char *label)
{
    struct page page = {.width = 595276, .height = 841890, .label = str_of(label)};
    VEC_ADD(h->keep, h->pages.list, page);
    h->page = &h->pages.list.at[h->pages.list.n - 1];
    h->y = 60000;
    return h->page;
}

static inline void hand_open(struct hand *h)
{
    *h = (struct hand){.keep = arena_new(), .scratch = arena_new()};
    h->options = (struct options){.fonts = STR("fonts"), .threads = 1};
    h->job = (struct job){
        .keep = h->keep, .scratch = h->scratch, .diags = diags_new(h->keep), .options = &h->options};
    struct font_wish wish = {0};
    h->fonts = font_set_open(&h->job, &wish);
    h->shaper = shaper_new(&h->job, h->fonts, words_new(h->keep));
    h->tree = (struct tree){.name = STR("hand"), .lang = LANG_KM, .epoch = -1, .date = {2023, 4, 5}};
    h->tree.title = (struct bi){.t = {[LANG_KM] = STR("របាយការណ៍"), [LANG_EN] = STR("Report")}};
    h->tree.both = true;
    h->tree.root = node_new(h->keep, NULL, ROLE_ROOT, LANG_KM, (struct place){0});
    hand_page(h, "១");
}

static inline void hand_close(struct hand *h)
{
    shaper_free(h->shaper);
    font_set_close(h->fonts);
    arena_free(h->keep);
    arena_free(h->scratch);
}

static inline struct node *hand_node(struct hand *h, struct node *parent, enum role role, enum lang lang)
{
    return node_new(h->keep, parent, role, lang, (struct place){0});
}

static inline struct item *hand_item(struct hand *h, struct item it)
{
    VEC_ADD(h->keep, h->page->items, it);
    return &h->page->items.at[h->page->items.n - 1];
}

static inline void hand_place(struct hand *h, struct item *it, struct shaped s)
{
    int32_t x = 0;
    it->clusters = ARENA_MANY(h->keep, struct placed, s.n);
    it->nclusters = s.n;
    for (size_t i = 0; i < s.n; i++) {
        it->clusters[i] = (struct placed){s.at[i].glyphs, x, s.at[i].size};
        x += s.at[i].width;
    }
    it->width = x;
}

/* A line of text of a node (its next span, where span is given) at x; y goes on with the next call of
 * hand_down. */
static inline struct item *hand_text(struct hand *h, const struct node *n, const struct span *span, int32_t x,
                                     const char *text, enum lang lang, enum font_use use, bool bold)
{
    struct text_run run = {.text = str_of(text), .lang = lang, .use = use, .bold = bold, .size = 10000};
    struct item *it = hand_item(
        h,
        (struct item){
            .kind = ITEM_TEXT, .node = n, .span = span, .lang = lang, .colour = 0x1A1A1A, .x = x, .y = h->y});
    hand_place(h, it, shape(h->shaper, &run, 1));
    return it;
}

static inline void hand_down(struct hand *h)
{
    h->y += 20000;
}

/* A new node under parent with one line of text. */
static inline struct node *hand_line(struct hand *h, struct node *parent, enum role role, enum lang lang,
                                     const char *text)
{
    struct node *n = hand_node(h, parent, role, lang);
    const struct span *span = node_text(h->keep, n, str_of(text), lang, (struct place){0});
    bool bold = role >= ROLE_TITLE && role <= ROLE_H4;
    hand_text(h, n, span, 60000, text, lang, bold ? FONT_SANS : FONT_BODY, bold);
    hand_down(h);
    return n;
}

static inline void hand_link(struct hand *h, const struct item *over, const char *href,
                             const struct node *target)
{
    hand_item(h, (struct item){.kind = ITEM_LINK,
                               .node = over->node,
                               .span = over->span,
                               .part = over->part,
                               .x = over->x,
                               .y = over->y - 9000,
                               .width = over->width,
                               .height = 13000,
                               .href = href ? str_of(href) : (struct str){0},
                               .target = target});
}

/* The objects of an object stream that begins at a dictionary, each as it stood alone. */
static inline void hand_unpack(struct buf *to, struct str dict)
{
    size_t n = strtoul(strstr(dict.s, "/N ") + 3, NULL, 10),
           first = strtoul(strstr(dict.s, "/First ") + 7, NULL, 10);
    const char *packed = strstr(dict.s, "stream\r\n") + 8;
    uLongf cap = 1 << 20;
    char *raw = arena_get(to->arena, cap), *at = raw;
    assert_int_equal(uncompress((Bytef *)raw, &cap, (const Bytef *)packed,
                                strtoul(strstr(dict.s, "/Length ") + 8, NULL, 10)),
                     Z_OK);
    for (size_t i = 0; i < n; i++) {
        unsigned long id = strtoul(at, &at, 10), from = strtoul(at, &at, 10);
        char *next = at;
        strtoul(next, &next, 10);
        size_t to_byte = i + 1 < n ? strtoul(next, NULL, 10) : cap - first;
        buf_fmt(to, "%lu 0 obj\n", id);
        buf_add(to, (struct str){raw + first + from, to_byte - from});
        buf_put(to, "endobj\n");
    }
}

/* The file, and after it what stands in its object streams. */
static inline struct str hand_write(struct hand *h)
{
    struct str bytes = {0};
    if (!pdf_write(&h->job, &h->tree, &h->pages, h->fonts, true, &bytes)) return (struct str){0};
    struct buf all = BUF(h->keep);
    buf_add(&all, bytes);
    for (size_t at = 0; (at = str_find(bytes, STR("<</Type/ObjStm"), at)) != SIZE_MAX; at++)
        hand_unpack(&all, str_sub(bytes, at, bytes.n));
    return buf_str(&all);
}

static inline bool hand_has(struct str bytes, const char *what)
{
    return str_find(bytes, str_of(what), 0) != SIZE_MAX;
}

#endif
