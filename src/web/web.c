#include "web/web.h"

#include "web/anchors.h"
#include "web/blocks.h"
#include "web/inline.h"
#include "web/sheet_css.h"

static const struct bi CONTENTS = BI("មាតិកា", "Contents"), NOTES = BI("កំណត់សម្គាល់", "Notes"),
                       CHOICE = BI("ភាសា", "Language"), BOTH = BI("ទាំងពីរ", "Both"),
                       SKIP = BI("រំលងទៅខ្លឹមសារ", "Skip to the text"), NAMES = BI("ខ្មែរ", "English");

/* -- words that stand in no tree ------------------------------------------------------------------------- */

static void put_in(struct writing *w, enum lang lang, struct str text)
{
    struct node n = {.role = ROLE_SMALL, .lang = lang};
    buf_fmt(&w->out, "<span class=\"%s\" lang=\"%s\">", w->tree->both ? lang_tag(lang) : "", lang_tag(lang));
    inline_text(w, &n, lang, text);
    buf_put(&w->out, "</span>");
}

static void put_said(struct writing *w, struct bi text)
{
    enum lang first = w->tree->lang;
    put_in(w, first, text.t[first]);
    if (!w->tree->both) return;
    buf_put(&w->out, "<span class=\"between\"> · </span>");
    put_in(w, lang_other(first), text.t[lang_other(first)]);
}

/* -- the head -------------------------------------------------------------------------------------------- */

static void put_meta(struct buf *b, const char *name, struct str text, const char *slash)
{
    if (!text.n) return;
    buf_fmt(b, "<meta %s content=\"", name);
    buf_markup(b, text);
    buf_fmt(b, "\"%s>\n", slash);
}

static struct str title_of(struct arena *a, const struct tree *t)
{
    struct str first = bi_get(t->title, t->lang, NULL), other = t->title.t[lang_other(t->lang)];
    if (!t->both || !other.n || str_eq(first, other)) return first;
    return str_fmt(a, "%.*s · %.*s", STR_ARGS(first), STR_ARGS(other));
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
    buf_markup(b, title_of(w->arena, t));
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
    if (lang == LANG_NONE) put_said(w, said);
    buf_put(&w->out, "</span></label>\n");
}

static void put_switch(struct writing *w)
{
    if (!w->tree->both) return;
    enum lang first = w->tree->lang, other = lang_other(first);
    buf_put(&w->out, "<fieldset class=\"languages\"><legend>");
    put_said(w, CHOICE);
    buf_put(&w->out, "</legend>\n");
    put_choice(w, lang_tag(first), first, BOTH, false);
    put_choice(w, lang_tag(other), other, BOTH, false);
    put_choice(w, "both", LANG_NONE, BOTH, true);
    buf_put(&w->out, "</fieldset>\n");
}

static bool is_listed(const struct node *n)
{
    return (n->role == ROLE_H1 || n->role == ROLE_H2) && !n->quiet && n->parent->role != ROLE_SIDE;
}

static void put_entry(struct writing *w, const struct node *n, int level, const struct node *says)
{
    const struct str *id = map_get(&w->ids, map_pointer(n));
    if (!id) return;
    buf_fmt(&w->out, "<li class=\"level-%d\"><a href=\"#", level);
    buf_markup(&w->out, *id);
    buf_put(&w->out, "\">");
    struct node entry = *says;
    entry.role = ROLE_TOC_ITEM;
    if (says == n) {
        inline_put(w, &entry, n->spans);
    } else {
        for (const struct node *side = n->first; side; side = side->next) {
            if (!side->first) continue;
            if (side != n->first) buf_put(&w->out, "<span class=\"between\"> · </span>");
            buf_fmt(&w->out, "<span class=\"%s\" lang=\"%s\">", lang_tag(side->lang), lang_tag(side->lang));
            entry = *side->first;
            entry.role = ROLE_TOC_ITEM;
            w->side++;
            inline_put(w, &entry, side->first->spans);
            w->side--;
            buf_put(&w->out, "</span>");
        }
    }
    buf_put(&w->out, "</a></li>\n");
}

/* The headings of parts, in their order; those of pairs once. */
static void put_entries(struct writing *w, const struct node *n)
{
    for (const struct node *c = n->first; c; c = c->next) {
        const struct node *inside = c->role == ROLE_PAIR && c->first ? c->first->first : NULL;
        if (is_listed(c))
            put_entry(w, c, 1 + (c->role == ROLE_H2), c);
        else if (inside && (inside->role == ROLE_H1 || inside->role == ROLE_H2) && !inside->quiet)
            put_entry(w, c, 1 + (inside->role == ROLE_H2), inside);
        else if (c->role == ROLE_SECT || c->role == ROLE_OPENING || c->role == ROLE_KEEP)
            put_entries(w, c);
    }
}

static void put_contents(struct writing *w)
{
    if (!w->tree->toc) return;
    buf_put(&w->out, "<nav id=\"contents\" aria-labelledby=\"contents-name\">\n<h2 id=\"contents-name\">");
    put_said(w, CONTENTS);
    buf_put(&w->out, "</h2>\n<ul>\n");
    put_entries(w, w->tree->root);
    buf_put(&w->out, "</ul>\n</nav>\n");
}

static void put_bar(struct writing *w)
{
    buf_put(&w->out, "<header class=\"bar\">\n<a class=\"skip\" href=\"#text\">");
    put_said(w, SKIP);
    buf_put(&w->out, "</a>\n");
    if (w->tree->toc) {
        buf_put(&w->out, "<a class=\"to-contents\" href=\"#contents\">☰ ");
        put_said(w, CONTENTS);
        buf_put(&w->out, "</a>\n");
    }
    put_switch(w);
    buf_put(&w->out, "</header>\n");
}

static void put_notes(struct writing *w)
{
    if (!w->tree->notes) return;
    buf_put(&w->out, "<section id=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes-name\">\n<h2 "
                     "class=\"h2\" id=\"notes-name\">");
    put_said(w, NOTES);
    buf_put(&w->out, "</h2>\n");
    blocks_notes(w);
    buf_put(&w->out, "</section>\n");
}

static void put_mark(struct writing *w)
{
    if (bi_empty(w->tree->mark)) return;
    buf_put(&w->out, "<p class=\"mark\">");
    put_said(w, w->tree->mark);
    buf_put(&w->out, "</p>\n");
}

/* -- the page -------------------------------------------------------------------------------------------- */

static void begin(struct writing *w)
{
    static const struct print PAGE = {.sheet = {.width = 595276, .height = 841890}};
    size_t n = 0;
    w->inside = blocks_inside;
    w->ids = anchors_of(w->arena, w->tree);
    w->marked = w->notes = MAP(w->arena);
    w->look = style_look(w->tree, &PAGE, 1000);
    for (const struct node *k = w->tree->notes; k; k = k->next) n++;
    w->bodies = ARENA_MANY(w->arena, const struct node *, n + 1);
    n = 0;
    for (const struct node *k = w->tree->notes; k; k = k->next) {
        w->bodies[n] = k;
        map_put_number(&w->notes, map_pointer(k->note), ++n);
    }
}

/* What stands in no cover has a title of its own. */
static void put_title(struct writing *w)
{
    buf_put(&w->out, "<h1 class=\"h1\">");
    put_said(w, w->tree->title);
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
    if (!cover) put_title(w);
    put_mark(w);
    for (const struct node *c = w->tree->root->first; c; c = c->next)
        if (c != cover && !blocks_is_contents(c)) blocks_put(w, c);
    put_notes(w);
    buf_put(&w->out, "</main>\n");
}

bool web_write(struct job *job, const struct tree *tree, const struct font_set *fonts,
               const struct words *words, struct str *bytes)
{
    struct writing w = {.arena = job->keep,
                        .scratch = job->scratch,
                        .tree = tree,
                        .fonts = fonts,
                        .words = words,
                        .slash = "",
                        .word = {"<k-w>", "</k-w>"},
                        .letters = web_letters_new(job->keep, fonts),
                        .out = BUF(job->keep)};
    struct buf page = BUF(job->keep);
    begin(&w);
    put_body(&w);
    put_head(&w, &page);
    buf_put(&page, "<style>\n");
    bool good = sheet_css(&w, &page);
    buf_put(&page, "</style>\n");
    if (tree->both) buf_fmt(&page, "<script>%s</script>\n", SCRIPT);
    buf_put(&page, "</head>\n<body>\n");
    buf_add(&page, buf_str(&w.out));
    buf_put(&page, "</body>\n</html>\n");
    *bytes = buf_str(&page);
    return good;
}
