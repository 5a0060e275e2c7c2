#include "web/blocks.h"

#include "web/file/base64.h"
#include "web/file/picture_file.h"
#include "web/inline.h"
#include "web/web_figure.h"
#include "web/web_table.h"

/* -- elements -------------------------------------------------------------------------------------------- */

/* Roles that a parent has once in each language, without a pair around them. */
static bool stands_twice(enum role role)
{
    return (role >= ROLE_COVER_NATION && role <= ROLE_COVER_STATUS) || role == ROLE_SIGNER ||
           role == ROLE_KIND || role == ROLE_FACTS;
}

static bool has_in(const struct node *parent, enum role role, enum lang lang)
{
    for (const struct node *c = parent->first; c; c = c->next)
        if (c->role == role && c->lang == lang) return true;
    return false;
}

static bool side_filled(const struct node *side)
{
    return side && side->first;
}

/* Is what the node says said in the other language beside it? Then a reader of one need not see it. */
static bool is_said_twice(const struct writing *w, const struct node *n)
{
    if (!w->tree->both || n->lang == LANG_NONE) return false;
    if (n->role == ROLE_NOTE) return true;
    if (!n->parent) return false;
    if (n->role == ROLE_SIDE) return side_filled(n->parent->first) && side_filled(n->parent->last);
    return !w->side && stands_twice(n->role) && has_in(n->parent, n->role, lang_other(n->lang));
}

static void open_element(struct writing *w, const struct node *n, const char *tag, const char *kind)
{
    bool twice = is_said_twice(w, n);
    enum lang own = n->lang, around = n->parent ? node_lang(n->parent) : w->tree->lang;
    buf_fmt(&w->out, "<%s", tag);
    if (*kind || twice)
        buf_fmt(&w->out, " class=\"%s%s%s\"", kind, *kind && twice ? " " : "", twice ? lang_tag(own) : "");
    writing_id(w, n);
    if (own != LANG_NONE && own != around) buf_fmt(&w->out, " lang=\"%s\"", lang_tag(own));
    buf_byte(&w->out, '>');
}

static void close_element(struct writing *w, const char *tag)
{
    buf_fmt(&w->out, "</%s>\n", tag);
}

static void put_text(struct writing *w, const struct node *n, const char *tag, const char *kind)
{
    open_element(w, n, tag, kind);
    if (n->paler) buf_put(&w->out, "<span class=\"swatch pale\"></span> ");
    inline_put(w, n, n->spans);
    close_element(w, tag);
}

static void put_group(struct writing *w, const struct node *n, const char *tag, const char *kind)
{
    open_element(w, n, tag, kind);
    buf_byte(&w->out, '\n');
    blocks_inside(w, n);
    close_element(w, tag);
}

/* -- what is more than an element ------------------------------------------------------------------------ */

static void put_heading(struct writing *w, const struct node *n)
{
    const char tag[3] = {'h', (char)('2' + (n->role - ROLE_H1)), 0};
    put_text(w, n, tag, role_name(n->role));
}

static void put_label(struct writing *w, const struct node *n, const char *kind)
{
    if (!n->label.n) return;
    buf_fmt(&w->out, "<span class=\"%s\">", kind);
    inline_text(w, n, LANG_NONE, n->label);
    buf_put(&w->out, "</span> ");
}

static void put_item(struct writing *w, const struct node *n)
{
    open_element(w, n, "li", n->role == ROLE_NUMBERED ? "numbered" : "");
    put_label(w, n, "label");
    inline_put(w, n, n->spans);
    blocks_inside(w, n);
    close_element(w, "li");
}

static void put_fact(struct writing *w, const struct node *n)
{
    buf_put(&w->out, "<div><dt>");
    inline_text(w, n, LANG_NONE, n->label);
    buf_put(&w->out, "</dt> <dd>");
    inline_put(w, n, n->spans);
    buf_put(&w->out, "</dd></div>\n");
}

static void put_quote(struct writing *w, const struct node *n)
{
    enum style_where before = w->where;
    if (n->role == ROLE_PULL_QUOTE) w->where = STYLE_PULLED;
    put_group(w, n, "blockquote", role_name(n->role));
    w->where = before;
}

static void put_side(struct writing *w, const struct node *n)
{
    w->side++;
    put_group(w, n, "div", "");
    w->side--;
}

static void put_pair(struct writing *w, const struct node *n)
{
    bool two = side_filled(n->first) && side_filled(n->last);
    open_element(w, n, "div", two ? "pair" : "alone");
    buf_byte(&w->out, '\n');
    for (const struct node *side = n->first; side; side = side->next)
        if (side_filled(side)) blocks_put(w, side);
    close_element(w, "div");
}

static void put_grid(struct writing *w, const struct node *n)
{
    buf_fmt(&w->out, "<div class=\"grid\" style=\"--columns:%d\">\n", n->count > 0 ? n->count : 1);
    blocks_inside(w, n);
    close_element(w, "div");
}

static void put_code(struct writing *w, const struct node *n)
{
    open_element(w, n, "pre", "code");
    buf_put(&w->out, "<code>");
    inline_put(w, n, n->spans);
    buf_put(&w->out, "</code>");
    close_element(w, "pre");
}

static void put_contents(struct writing *w, const struct node *n)
{
    put_group(w, n, "ul", "toc");
}

static void put_contents_item(struct writing *w, const struct node *n)
{
    const struct str *id = n->target ? map_get(&w->ids, map_pointer(n->target)) : NULL;
    buf_fmt(&w->out, "<li class=\"level-%d\">", n->count);
    if (id) buf_put(&w->out, "<a"), writing_href(w, *id), buf_byte(&w->out, '>');
    inline_put(w, n, n->spans);
    if (id) buf_put(&w->out, "</a>");
    close_element(w, "li");
}

/* -- by role --------------------------------------------------------------------------------------------- */

struct way {
    void (*put)(struct writing *w, const struct node *n);
    const char *tag; /* with put NULL: */
    bool group;      /* nodes stand in it; else spans */
};

/* clang-format off */
static const struct way WAYS[ROLES] = {
    [ROLE_ROOT] = {NULL, "div", true}, [ROLE_SECT] = {NULL, "section", true}, [ROLE_COVER] = {NULL, "div", true},
    [ROLE_COVER_FOOT] = {NULL, "div", true}, [ROLE_PAIR] = {put_pair, NULL, false}, [ROLE_SIDE] = {put_side, NULL, false},
    [ROLE_OPENING] = {NULL, "div", true}, [ROLE_QUESTION] = {NULL, "div", true}, [ROLE_KEEP] = {NULL, "div", true},
    [ROLE_GRID] = {put_grid, NULL, false}, [ROLE_DIVIDER] = {NULL, "", false},
    [ROLE_COVER_TITLE] = {NULL, "h1", false},
    [ROLE_TITLE] = {put_heading, NULL, false},
    [ROLE_H1] = {put_heading, NULL, false}, [ROLE_H2] = {put_heading, NULL, false}, [ROLE_H3] = {put_heading, NULL, false},
    [ROLE_H4] = {put_heading, NULL, false}, [ROLE_H5] = {put_heading, NULL, false},
    [ROLE_CODE] = {put_code, NULL, false}, 
    [ROLE_LIST] = {NULL, "ul", true}, [ROLE_ITEM] = {put_item, NULL, false}, [ROLE_NUMBERED] = {put_item, NULL, false},
    [ROLE_FACTS] = {NULL, "dl", true}, [ROLE_FACT] = {put_fact, NULL, false},
    [ROLE_QUOTE] = {put_quote, NULL, false}, [ROLE_PULL_QUOTE] = {put_quote, NULL, false},
    [ROLE_BOX] = {NULL, "aside", true}, [ROLE_TABLE] = {web_table_put, NULL, false},
    [ROLE_FIGURE] = {web_figure_picture, NULL, false}, [ROLE_CHART] = {web_figure_chart, NULL, false}, [ROLE_QR] = {web_figure_qr, NULL, false},
    [ROLE_TOC] = {put_contents, NULL, false}, [ROLE_TOC_ITEM] = {put_contents_item, NULL, false},
    [ROLE_RULE] = {NULL, "hr", false},
};
/* clang-format on */

/* A plain paragraph needs no class: it is set in the type around it. */
static const char *class_of(enum role role)
{
    return role == ROLE_P ? "" : role_name(role);
}

static void put_void(struct writing *w, const char *tag)
{
    if (tag && *tag) buf_fmt(&w->out, "<%s%s>\n", tag, w->slash);
}

static bool is_headed(const struct node *sect)
{
    const struct node *n = sect->first;
    while (n &&
           (n->role == ROLE_OPENING || n->role == ROLE_PAIR || n->role == ROLE_SIDE || n->role == ROLE_KEEP))
        n = n->first;
    return n && n->role >= ROLE_H1 && n->role <= ROLE_H5;
}

void blocks_put(struct writing *w, const struct node *n)
{
    const struct way *way = &WAYS[n->role];
    if (way->put)
        way->put(w, n);
    else if (way->tag && way->group)
        put_group(w, n, n->role == ROLE_SECT && !is_headed(n) ? "div" : way->tag, class_of(n->role));
    else if (n->role == ROLE_RULE || n->role == ROLE_DIVIDER)
        put_void(w, way->tag);
    else if (n->first)
        put_group(w, n, "div", class_of(n->role));
    else
        put_text(w, n, way->tag ? way->tag : "p", class_of(n->role));
}

bool blocks_of_print(const struct node *n)
{
    return n->role == ROLE_SECT && (n->spare || (n->first && str_is(n->first->anchor, "contents")));
}

void blocks_inside(struct writing *w, const struct node *n)
{
    for (const struct node *c = n->first; c; c = c->next)
        if (!blocks_of_print(c)) blocks_put(w, c);
}

/* -- footnotes ------------------------------------------------------------------------------------------- */

static void put_back(struct writing *w, const struct node *n, struct str id)
{
    buf_put(&w->out, "<a class=\"back\" role=\"doc-backlink\"");
    writing_href(w, str_fmt(w->arena, "mark-%.*s", STR_ARGS(id)));
    buf_fmt(&w->out, " aria-label=\"↩ %.*s\">↩</a>", STR_ARGS(n->label));
}

static void put_note(struct writing *w, const struct node *n)
{
    struct str id = inline_note_id(w->arena, w, n->note);
    buf_fmt(&w->out, "<li id=\"%.*s\"", STR_ARGS(id));
    if (is_said_twice(w, n)) buf_fmt(&w->out, " class=\"%s\"", lang_tag(n->lang));
    if (n->lang != LANG_NONE) buf_fmt(&w->out, " lang=\"%s\"", lang_tag(n->lang));
    buf_put(&w->out, "><span class=\"label\">");
    inline_text(w, n, n->lang, n->label);
    buf_put(&w->out, "</span> ");
    blocks_inside(w, n);
    if (map_has_str(&w->marked, id)) put_back(w, n, id);
    buf_put(&w->out, "</li>\n");
}

void blocks_notes(struct writing *w)
{
    if (!w->tree->notes) return;
    buf_put(&w->out, "<ul class=\"notes\">\n");
    w->where = STYLE_NOTE;
    w->side++;
    for (const struct node *n = w->tree->notes; n; n = n->next) put_note(w, n);
    w->side--;
    w->where = STYLE_TEXT;
    buf_put(&w->out, "</ul>\n");
}
