#include "publish/html.h"

#include "web/page_css.h"

/* Every face is the reader's own: the page is small. */
static const char STYLE[] =
    "body{font:1.05rem/1.9 'Noto Serif Khmer','Khmer OS Battambang',serif;max-width:44rem;margin:0 "
    "auto;padding:1.5rem 1.2rem}"
    "h1{color:var(--blue);font-size:1.5rem;line-height:1.9;border-bottom:3px solid "
    "var(--blue);padding-bottom:.6rem}"
    "h2{color:var(--blue);font-size:1.15rem;margin-top:2rem}.fact{margin:.3rem 0}"
    "[lang=en]{font-family:'Noto "
    "Serif',Georgia,serif}span[lang=en],small{display:block;line-height:1.5}small{color:var(--grey)}"
    "ul{list-style:none;padding:0}li{border-top:1px solid var(--hair);padding:.6rem 0}"
    "li a{display:block;text-decoration:none}li a:hover,li a:focus{text-decoration:underline}"
    ".mark{color:var(--ochre);font-weight:bold}.cover{display:block;margin:0 0 1rem}"
    ".files{display:flex;flex-wrap:wrap;gap:0 1.5rem;border:0;padding:0}"
    ".files>*{flex:1 1 16rem;border-top:1px solid var(--hair);padding:.4rem 0}.files "
    "p{margin:0;color:var(--ochre)}"
    "li.document{border-top:2px solid var(--blue)}"
    "code{display:block;font-size:.75rem;line-height:1.4;overflow-wrap:anywhere;color:var(--grey)}";

static void put_in(struct buf *b, enum lang lang, struct str text)
{
    buf_fmt(b, "<span lang=\"%s\">", lang_tag(lang));
    buf_markup(b, text);
    buf_put(b, "</span>");
}

/* A text in the event's languages, in their order; in another where it has none of them. */
void html_said(struct buf *b, const struct event *event, struct bi text)
{
    enum lang used = LANG_NONE;
    struct str instead = bi_get(text, event->langs[0], &used);
    bool any = false;
    for (size_t i = 0; i < event->nlangs; i++) {
        enum lang lang = event->langs[i];
        if (!text.t[lang].n) continue;
        if (any) buf_byte(b, ' ');
        put_in(b, lang, text.t[lang]);
        any = true;
    }
    if (!any && instead.n) put_in(b, used, instead);
}

void html_element(struct buf *b, const struct event *event, const char *tag, const char *opening,
                  struct bi text)
{
    buf_put(b, opening);
    html_said(b, event, text);
    buf_fmt(b, "</%s>\n", tag);
}

static void put_title(struct buf *b, const struct event *event)
{
    bool any = false;
    for (size_t i = 0; i < event->nlangs; i++) {
        struct str title = event->title.t[event->langs[i]];
        if (any && title.n) buf_put(b, " · ");
        buf_markup(b, title);
        any = any || title.n;
    }
    if (!any) buf_markup(b, bi_get(event->title, event->langs[0], NULL));
}

static void put_property(struct buf *b, const char *name, struct str text)
{
    if (!text.n) return;
    buf_fmt(b, "<meta property=\"%s\" content=\"", name);
    buf_markup(b, text);
    buf_put(b, "\">\n");
}

void html_head(struct buf *b, const struct event *event)
{
    static const struct bi SAMPLE = BI("គំរូ៖ ខ្លឹមសារខាងក្រោមជាឧទាហរណ៍ដែលបង្កើតឡើង",
                                       "SAMPLE: the contents are made up."),
                           DRAFT = BI("សេចក្តីព្រាង", "DRAFT");
    buf_fmt(b,
            "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width\">\n<meta property=\"og:type\" "
            "content=\"website\">\n<title>",
            lang_tag(event->langs[0]));
    put_title(b, event);
    buf_put(b, "</title>\n<meta property=\"og:title\" content=\"");
    put_title(b, event);
    buf_put(b, "\">\n");
    put_property(b, "og:description", bi_get(event->subtitle, event->langs[0], NULL));
    put_property(b, "og:url", event->url);
    buf_put(b, "<style>\n");
    page_css(b, event->has_colour ? event->colour : PAGE_CSS_HOUSE);
    buf_fmt(b, "%s</style>\n</head>\n<body>\n<main>\n", STYLE);
    html_element(b, event, "h1", "<h1>", event->title);
    if (event->sample) html_element(b, event, "p", "<p class=\"mark\">", SAMPLE);
    if (!event->final) html_element(b, event, "p", "<p class=\"mark\">", DRAFT);
}

static void put_size(struct buf *b, uint64_t size)
{
    uint64_t kilo = (size + 1023) >> 10, tenths = (size * 10 + (UINT64_C(1) << 19)) >> 20;
    if (kilo < 1024)
        buf_fmt(b, "%d KB", (int)kilo);
    else
        buf_fmt(b, "%d.%d MB", (int)(tenths / 10), (int)(tenths % 10));
}

/* PDF, PPTX */
static void put_kind(struct buf *b, struct str name)
{
    size_t at = name.n;
    while (at && name.s[at - 1] != '.') at--;
    for (size_t i = at; at && i < name.n; i++) {
        char c = name.s[i];
        buf_byte(b, c >= 'a' && c <= 'z' ? (char)(c - 32) : c);
    }
    if (at) buf_put(b, ", ");
}

struct str html_pages(struct arena *a, size_t n, enum lang lang)
{
    static const char *const ONE[LANG_N] = {"%zu ទំព័រ", "%zu page"}, *const MANY[LANG_N] = {"%zu ទំព័រ",
                                                                                           "%zu pages"};
    return n ? str_fmt(a, n == 1 ? ONE[lang] : MANY[lang], n) : (struct str){0};
}

void html_size(struct buf *b, struct str name, uint64_t size, struct str pages)
{
    put_kind(b, name);
    if (pages.n) buf_markup(b, pages), buf_put(b, ", ");
    put_size(b, size);
}
