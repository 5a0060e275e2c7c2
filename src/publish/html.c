#include "publish/html.h"

static const char STYLE[] =
    "body{font:1.05rem/1.9 'Noto Serif Khmer','Khmer OS Battambang',serif;color:#1a1a1a;background:#fff;"
    "max-width:44rem;margin:0 auto;padding:2rem 1.2rem}"
    "h1{color:#0b3c5d;font-size:1.5rem;line-height:1.9;border-bottom:2px solid #0b3c5d;padding-bottom:.6rem}"
    "h2{color:#0b3c5d;font-size:1.1rem;margin-top:2rem}"
    "[lang=en]{font-family:'Noto Serif',Georgia,serif}span[lang=en],small{display:block;line-height:1.5}"
    "ul{list-style:none;padding:0}li{border-top:1px solid #ccc;padding:.6rem 0}"
    "a{color:#0b3c5d;display:block;text-decoration:none}a:hover,a:focus{text-decoration:underline}"
    ".mark{color:#8a4b14;font-weight:bold}"
    ".files{display:flex;flex-wrap:wrap;gap:0 1.5rem;border:0;padding:0}"
    ".files>*{flex:1 1 16rem;border-top:1px solid #ccc;padding:.4rem 0}.files p{margin:0;color:#8a4b14}"
    "li.document{border-top:2px solid #0b3c5d}"
    "code{display:block;font-size:.75rem;line-height:1.4;overflow-wrap:anywhere;color:#555}"
    ".qr{width:9rem;height:9rem}";

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

void html_head(struct buf *b, const struct event *event)
{
    static const struct bi SAMPLE = BI("គំរូ៖ ខ្លឹមសារខាងក្រោមជាឧទាហរណ៍ដែលបង្កើតឡើង",
                                       "SAMPLE: the contents are made up."),
                           DRAFT = BI("សេចក្តីព្រាង", "DRAFT");
    buf_fmt(b,
            "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
            lang_tag(event->langs[0]));
    put_title(b, event);
    buf_fmt(b, "</title>\n<style>%s</style>\n</head>\n<body>\n", STYLE);
    html_element(b, event, "h1", "<h1>", event->title);
    if (event->sample) html_element(b, event, "p", "<p class=\"mark\">", SAMPLE);
    if (!event->final) html_element(b, event, "p", "<p class=\"mark\">", DRAFT);
}
