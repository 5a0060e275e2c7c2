#include "web/web.h"

#include "web/blocks.h"
#include "web/file/base64.h"
#include "web/inline.h"
#include "web/page_parts.h"
#include "web/sheet_css.h"

static const struct bi CONTENTS = BI("មាតិកា", "Contents"), CHOICE = BI("ភាសា", "Language"),
                       BOTH = BI("ទាំងពីរ", "Both"), SKIP = BI("រំលងទៅខ្លឹមសារ", "Skip to the text"),
                       NAMES = BI("ខ្មែរ", "English");

/* -- the head -------------------------------------------------------------------------------------------- */

static void put_meta(struct buf *b, const char *name, struct str text, const char *slash)
{
    if (!text.n) return;
    buf_fmt(b, "<meta %s content=\"", name);
    buf_markup(b, text);
    buf_fmt(b, "\"%s>\n", slash);
}

/* Before anything is shown, so that nothing moves; the choice is kept in the browser alone. */
static const char SCRIPT[] = "(function(){var r=document.documentElement,k='sastra-language',v=null;"
                             "function show(l){r.className=l==='km'||l==='en'?'only-'+l:''}"
                             "try{v=localStorage.getItem(k)}catch(e){}"
                             "show(v);document.addEventListener('DOMContentLoaded',function(){"
                             "var c=document.querySelectorAll('input[name=language]');"
                             "for(var i=0;i<c.length;i++){if(v&&c[i].value===v)c[i].checked=true;"
                             "c[i].addEventListener('change',function(e){show(e.target.value);"
                             "try{localStorage.setItem(k,e.target.value)}catch(x){}})}})})()";

static void put_head(struct writing *w, struct buf *b)
{
    const struct tree *t = w->tree;
    buf_fmt(b, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", lang_tag(t->lang));
    buf_put(b, "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    buf_markup(b, page_parts_title(w->arena, t));
    buf_put(b, "</title>\n");
    put_meta(b, "name=\"author\"", t->author, "");
    put_meta(b, "name=\"description\"", t->subject, "");
    put_meta(b, "property=\"og:title\"", bi_get(t->title, t->lang, NULL), "");
    put_meta(b, "property=\"og:type\"", STR("article"), "");
    put_meta(b, "name=\"generator\"", STR("sastra"), "");
}

/* -- what stays at hand ---------------------------------------------------------------------------------- */

static void put_choice(struct writing *w, const char *value, enum lang lang, struct bi said, bool checked)
{
    buf_fmt(&w->out, "<label><input type=\"radio\" name=\"language\" id=\"show-%s\" value=\"%s\"%s><span>",
            value, value, checked ? " checked" : "");
    struct node n = {.role = ROLE_SMALL, .lang = lang};
    if (lang != LANG_NONE) buf_fmt(&w->out, "<span lang=\"%s\">", lang_tag(lang));
    if (lang != LANG_NONE) inline_text(w, &n, lang, NAMES.t[lang]);
    if (lang != LANG_NONE) buf_put(&w->out, "</span>");
    if (lang == LANG_NONE) page_parts_said(w, said);
    buf_put(&w->out, "</span></label>\n");
}

static void put_switch(struct writing *w)
{
    if (!w->tree->both) return;
    enum lang first = w->tree->lang, other = lang_other(first);
    buf_put(&w->out, "<fieldset class=\"languages\"><legend>");
    page_parts_said(w, CHOICE);
    buf_put(&w->out, "</legend>\n");
    put_choice(w, lang_tag(first), first, BOTH, false);
    put_choice(w, lang_tag(other), other, BOTH, false);
    put_choice(w, "both", LANG_NONE, BOTH, true);
    buf_put(&w->out, "</fieldset>\n");
}

static void put_contents(struct writing *w)
{
    if (!w->tree->toc) return;
    buf_put(&w->out, "<nav id=\"contents\" aria-labelledby=\"contents-name\">\n<h2 id=\"contents-name\">");
    page_parts_said(w, CONTENTS);
    buf_put(&w->out, "</h2>\n<ul>\n");
    page_parts_entries(w, w->tree->root);
    buf_put(&w->out, "</ul>\n</nav>\n");
}

static void put_bar(struct writing *w)
{
    buf_put(&w->out, "<header class=\"bar\">\n<a class=\"skip\" href=\"#text\">");
    page_parts_said(w, SKIP);
    buf_put(&w->out, "</a>\n");
    if (w->tree->toc) {
        buf_put(&w->out, "<a class=\"to-contents\" href=\"#contents\">☰ ");
        page_parts_said(w, CONTENTS);
        buf_put(&w->out, "</a>\n");
    }
    put_switch(w);
    buf_put(&w->out, "</header>\n");
}

/* -- the page -------------------------------------------------------------------------------------------- */

static bool holds_title(const struct node *n)
{
    for (const struct node *c = n ? n->first : NULL; c; c = c->next)
        if (c->role == ROLE_COVER_TITLE || holds_title(c)) return true;
    return false;
}

/* What no cover calls by a title has one of its own. */
static void put_title(struct writing *w)
{
    buf_put(&w->out, "<h1 class=\"h1\">");
    page_parts_said(w, w->tree->title);
    buf_put(&w->out, "</h1>\n");
}

/* The cover comes before the contents, all else behind them. */
static void put_body(struct writing *w)
{
    const struct node *cover = w->tree->root->first;
    if (cover && cover->role != ROLE_COVER) cover = NULL;
    put_bar(w);
    if (cover) {
        buf_fmt(&w->out, "<section class=\"front\" aria-label=\"");
        buf_markup(&w->out, bi_get(w->tree->title, w->tree->lang, NULL));
        buf_put(&w->out, "\">\n");
        blocks_put(w, cover);
        buf_put(&w->out, "</section>\n");
    }
    put_contents(w);
    buf_put(&w->out, "<main id=\"text\">\n");
    if (!holds_title(cover)) put_title(w);
    page_parts_mark(w);
    for (const struct node *c = w->tree->root->first; c; c = c->next)
        if (c != cover && !blocks_of_print(c)) blocks_put(w, c);
    page_parts_notes(w);
    buf_put(&w->out, "</main>\n");
}

static void put_data(struct writing *w, struct buf *to, const void *key, struct str bytes, const char *type,
                     const char *ending)
{
    (void)w, (void)key, (void)ending;
    buf_fmt(to, "data:%s;base64,", type);
    base64_put(to, bytes);
}

/* The head is known last; the body, with all its photos, is not copied for that. */
static struct str before(struct buf *body, struct str head)
{
    size_t n = body->n;
    buf_add(body, head);
    memmove(body->s + head.n, body->s, n);
    memcpy(body->s, head.s, head.n);
    return buf_str(body);
}

bool web_write(struct job *job, const struct tree *tree, struct web_store *store, struct str *bytes)
{
    struct writing w = page_parts_begin(job, tree, store);
    struct buf page = BUF(job->keep);
    w.slash = "";
    w.word[0] = "<k-w>";
    w.word[1] = "</k-w>";
    w.put_address = put_data;
    put_body(&w);
    put_head(&w, &page);
    buf_put(&page, "<style>\n");
    bool good = sheet_css(&w, &page);
    buf_put(&page, "</style>\n");
    if (tree->both) buf_fmt(&page, "<script>%s</script>\n", SCRIPT);
    buf_put(&page, "</head>\n<body>\n");
    buf_put(&w.out, "</body>\n</html>\n");
    *bytes = before(&w.out, buf_str(&page));
    return good && !web_store_failed(store);
}
