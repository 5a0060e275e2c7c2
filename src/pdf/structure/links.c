#include "pdf/structure/links.h"

#include "pdf/syntax.h"

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

static void put_rect(struct buf *out, const struct item *link, int32_t height)
{
    int64_t top = (int64_t)height - link->y;
    buf_put(out, "/Rect[");
    syntax_milli(out, link->x);
    buf_byte(out, ' ');
    syntax_milli(out, top - link->height);
    buf_byte(out, ' ');
    syntax_milli(out, (int64_t)link->x + link->width);
    buf_byte(out, ' ');
    syntax_milli(out, top);
    buf_byte(out, ']');
}

unsigned links_add(struct tags *t, const struct destinations *p, struct haru *h, const struct item *link,
                   size_t page)
{
    struct elem *of = links_good(p, link) ? tags_link(t, link) : NULL;
    if (!of) return 0;
    unsigned id = haru_new(h);
    struct buf out = BUF(t->arena);
    buf_put(&out, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]");
    put_rect(&out, link, p->pages->list.at[page].height);
    buf_fmt(&out, "/P %u 0 R/StructParent %u/Contents", p->ids[page],
            structure_elements_object(t->elems, of, page, id));
    syntax_text(&out, said(t, link));
    if (outside(link->href)) {
        buf_put(&out, "/A<</Type/Action/S/URI/URI");
        put_uri(&out, link->href);
        buf_put(&out, ">>");
    } else {
        destinations_put(p, &out, link);
    }
    haru_set(h, id, buf_str(&out));
    return id;
}
