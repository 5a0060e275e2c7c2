#include "pdf/structure/links.h"

#include "pdf/syntax.h"

enum { RUNS_APART = 1000 }; /* 1/1000 pt */

static bool has_scheme(struct str href, const char *scheme)
{
    size_t n = strlen(scheme);
    return href.n > n && href.s[n] == ':' && str_eq_fold(str_sub(href, 0, n), str_of(scheme));
}

/* Addresses that run something, or open a reader's own files, are text and no more. */
static bool outside(struct str href)
{
    return has_scheme(href, "http") || has_scheme(href, "https") || has_scheme(href, "mailto") ||
           has_scheme(href, "tel") || has_scheme(href, "ftp");
}

bool links_good(const struct destinations *p, const struct item *link)
{
    if (!link->node || link->artifact || link->width <= 0 || link->height <= 0) return false;
    if (outside(link->href)) return true;
    struct buf none = BUF(p->arena);
    return destinations_put(p, &none, link);
}

/* 7-bit, as 12.6.4.7 wants it (RFC 3986 for what must be escaped). */
static void put_uri(struct buf *out, struct str href)
{
    static const char digits[] = "0123456789ABCDEF";
    struct buf uri = BUF(out->arena);
    for (size_t i = 0; i < href.n; i++) {
        unsigned char c = (unsigned char)href.s[i];
        if (c > 0x20 && c < 0x7F && !strchr("\"<>\\^`{|}", c)) {
            buf_byte(&uri, (char)c);
            continue;
        }
        buf_byte(&uri, '%');
        buf_byte(&uri, digits[c >> 4]);
        buf_byte(&uri, digits[c & 15]);
    }
    syntax_bytes(out, buf_str(&uri));
}

static struct str said(struct tags *t, const struct item *link)
{
    if (link->part == PART_MARK && link->target) {
        static const char *const WORD[LANG_N] = {[LANG_KM] = "កំណត់សម្គាល់", [LANG_EN] = "Note"};
        enum lang lang = lang_or(node_lang(link->node), (enum lang)0);
        return str_fmt(t->arena, "%s %.*s", WORD[lang], STR_ARGS(link->target->label));
    }
    if (outside(link->href)) return link->href;
    struct str text = {0};
    if (link->node->role == ROLE_TOC_ITEM) text = spans_text(t->arena, link->node->spans);
    if (!text.n && link->target) text = spans_text(t->arena, link->target->spans);
    if (!text.n && link->span) text = link->span->text;
    return text.n ? text : link->href;
}

/* -- one annotation a link and page -- */

struct link_box {
    int64_t x0, y0, x1, y1; /* 1/1000 pt, y upwards */
};

struct link_on_page {
    const struct item *first;
    struct elem *of;
    struct link_box all;
    VEC(struct link_box) lines; /* runs that touch are one */
};

struct page_links {
    struct map by_elem; /* Link element → its number in list, from 1 */
    VEC(struct link_on_page *) list;
};

static struct link_box joined(struct link_box a, struct link_box b)
{
    return (struct link_box){a.x0 < b.x0 ? a.x0 : b.x0, a.y0 < b.y0 ? a.y0 : b.y0, a.x1 > b.x1 ? a.x1 : b.x1,
                             a.y1 > b.y1 ? a.y1 : b.y1};
}

static bool goes_on(struct link_box line, struct link_box run)
{
    return line.y0 == run.y0 && line.y1 == run.y1 && run.x0 >= line.x0 && run.x0 <= line.x1 + RUNS_APART;
}

static void add_box(struct tags *t, struct link_on_page *x, struct link_box box)
{
    struct link_box *last = x->lines.n ? &x->lines.at[x->lines.n - 1] : NULL;
    x->all = last ? joined(x->all, box) : box;
    if (last && goes_on(*last, box))
        *last = joined(*last, box);
    else
        VEC_ADD(t->arena, x->lines, box);
}

static void collect(struct page_links *c, struct tags *t, const struct item *link, int32_t height)
{
    struct elem *of = tags_link(t, link);
    if (!of) return;
    void **at = map_at(&c->by_elem, map_pointer(of));
    struct link_on_page *x = *at;
    if (!x) {
        *at = x = ARENA_ONE(t->arena, struct link_on_page);
        *x = (struct link_on_page){.first = link, .of = of};
        VEC_ADD(t->arena, c->list, x);
    }
    int64_t top = (int64_t)height - link->y;
    add_box(t, x, (struct link_box){link->x, top - link->height, (int64_t)link->x + link->width, top});
}

static void put_numbers(struct buf *out, const int64_t *n, int count)
{
    for (int i = 0; i < count; i++) {
        if (i) buf_byte(out, ' ');
        syntax_milli(out, n[i]);
    }
}

/* Corners as all readers take them, line by line: upper left and right, lower left and right. */
static void put_lines(struct buf *out, const struct link_on_page *x)
{
    if (x->lines.n < 2) return;
    buf_put(out, "/QuadPoints[");
    for (size_t i = 0; i < x->lines.n; i++) {
        struct link_box b = x->lines.at[i];
        if (i) buf_byte(out, ' ');
        put_numbers(out, (int64_t[]){b.x0, b.y1, b.x1, b.y1, b.x0, b.y0, b.x1, b.y0}, 8);
    }
    buf_byte(out, ']');
}

static unsigned add(struct tags *t, const struct destinations *p, struct haru *h,
                    const struct link_on_page *x, size_t page)
{
    unsigned id = haru_new(h);
    struct buf out = BUF(t->arena);
    buf_put(&out, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
    put_numbers(&out, (int64_t[]){x->all.x0, x->all.y0, x->all.x1, x->all.y1}, 4);
    buf_byte(&out, ']');
    put_lines(&out, x);
    buf_fmt(&out, "/P %u 0 R/StructParent %u/Contents", p->ids[page],
            structure_elements_object(t->elems, x->of, page, id));
    syntax_text(&out, said(t, x->first));
    if (outside(x->first->href)) {
        buf_put(&out, "/A<</Type/Action/S/URI/URI");
        put_uri(&out, x->first->href);
        buf_put(&out, ">>");
    } else {
        destinations_put(p, &out, x->first);
    }
    haru_set(h, id, buf_str(&out));
    return id;
}

struct str links_page(struct tags *t, const struct destinations *p, struct haru *h, size_t index)
{
    const struct page *page = &p->pages->list.at[index];
    struct page_links links = {.by_elem = MAP(t->arena)};
    struct buf out = BUF(t->arena);
    for (size_t i = 0; i < page->items.n; i++) {
        const struct item *it = &page->items.at[i];
        if (it->kind == ITEM_LINK && links_good(p, it)) collect(&links, t, it, page->height);
    }
    for (size_t i = 0; i < links.list.n; i++) {
        if (i) buf_byte(&out, ' ');
        syntax_ref(&out, add(t, p, h, links.list.at[i], index));
    }
    return (struct str){out.s, out.n};
}
