#include "web/page_parts.h"

#include "web/anchors.h"
#include "web/blocks.h"
#include "web/inline.h"

static const struct bi NOTES = BI("កំណត់សម្គាល់", "Notes");

static void put_in(struct writing *w, enum lang lang, struct str text)
{
    struct node n = {.role = ROLE_SMALL, .lang = lang};
    buf_fmt(&w->out, "<span class=\"%s\" lang=\"%s\">", w->tree->both ? lang_tag(lang) : "", lang_tag(lang));
    inline_text(w, &n, lang, text);
    buf_put(&w->out, "</span>");
}

void page_parts_said(struct writing *w, struct bi text)
{
    enum lang first = w->tree->lang;
    put_in(w, first, text.t[first]);
    if (!w->tree->both) return;
    buf_put(&w->out, "<span class=\"between\"> · </span>");
    put_in(w, lang_other(first), text.t[lang_other(first)]);
}

struct str page_parts_title(struct arena *a, const struct tree *t)
{
    struct str first = bi_get(t->title, t->lang, NULL), other = t->title.t[lang_other(t->lang)];
    if (!t->both || !other.n || str_eq(first, other)) return first;
    return str_fmt(a, "%.*s · %.*s", STR_ARGS(first), STR_ARGS(other));
}

static bool is_listed(const struct node *n)
{
    return (n->role == ROLE_H1 || n->role == ROLE_H2) && !n->quiet && n->parent->role != ROLE_SIDE;
}

static void put_entry(struct writing *w, const struct node *n, int level, const struct node *says)
{
    const struct str *id = map_get(&w->ids, map_pointer(n));
    if (!id) return;
    buf_fmt(&w->out, "<li class=\"level-%d\"><a", level);
    writing_href(w, *id);
    buf_byte(&w->out, '>');
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
void page_parts_entries(struct writing *w, const struct node *n)
{
    for (const struct node *c = n->first; c; c = c->next) {
        const struct node *inside = c->role == ROLE_PAIR && c->first ? c->first->first : NULL;
        if (is_listed(c))
            put_entry(w, c, 1 + (c->role == ROLE_H2), c);
        else if (inside && (inside->role == ROLE_H1 || inside->role == ROLE_H2) && !inside->quiet)
            put_entry(w, c, 1 + (inside->role == ROLE_H2), inside);
        else if (c->role == ROLE_SECT || c->role == ROLE_OPENING || c->role == ROLE_KEEP)
            page_parts_entries(w, c);
    }
}

void page_parts_notes(struct writing *w)
{
    if (!w->tree->notes) return;
    buf_put(&w->out, "<section id=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"notes-name\">\n<h2 "
                     "class=\"h2\" id=\"notes-name\">");
    page_parts_said(w, NOTES);
    buf_put(&w->out, "</h2>\n");
    blocks_notes(w);
    buf_put(&w->out, "</section>\n");
}

void page_parts_mark(struct writing *w)
{
    if (bi_empty(w->tree->mark)) return;
    buf_put(&w->out, "<p class=\"mark\">");
    page_parts_said(w, w->tree->mark);
    buf_put(&w->out, "</p>\n");
}

static void find_notes(struct writing *w)
{
    for (const struct node *k = w->tree->notes; k; k = k->next) w->nbodies++;
    w->bodies = ARENA_MANY(w->arena, const struct node *, w->nbodies + 1);
    size_t n = 0;
    for (const struct node *k = w->tree->notes; k; k = k->next) {
        w->bodies[n] = k;
        map_put_number(&w->notes, map_pointer(k->note), ++n);
    }
}

struct writing page_parts_begin(struct job *job, const struct tree *tree, struct web_store *store)
{
    static const struct print PAGE = {.sheet = {.width = 595276, .height = 841890}};
    struct writing w = {.arena = job->keep,
                        .scratch = job->scratch,
                        .tree = tree,
                        .fonts = web_store_fonts(store),
                        .store = store,
                        .letters = web_letters_new(job->keep, store),
                        .look = style_look(tree, &PAGE, 1000),
                        .ids = anchors_of(job->keep, tree),
                        .marked = MAP(job->keep),
                        .notes = MAP(job->keep),
                        .files = MAP(job->keep),
                        .inside = blocks_inside,
                        .out = BUF(job->keep)};
    find_notes(&w);
    return w;
}
