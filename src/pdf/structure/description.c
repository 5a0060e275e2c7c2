#include "pdf/structure/description.h"

#include "base/buf.h"

struct description description_both(struct arena *a, const struct tree *tree, const struct str text[LANG_N])
{
    enum lang first = lang_or(tree->lang, (enum lang)0), second = lang_other(first);
    if (!text[first].n) return (struct description){text[second], second};
    if (!tree->both || !text[second].n) return (struct description){text[first], first};
    struct str both = str_fmt(a, "%.*s / %.*s", STR_ARGS(text[first]), STR_ARGS(text[second]));
    return (struct description){both, first};
}

/* -- figures -- */

struct description description_shown(struct arena *a, const struct tree *tree, const struct node *n)
{
    static const struct str nothing[LANG_N] = {STR_INIT("រូបភាព"), STR_INIT("Picture")};
    const struct picture *p = n->picture;
    struct description said = description_both(a, tree, n->alt);
    if (!said.text.n && p) said = description_both(a, tree, p->alt);
    if (!said.text.n && p) said = description_both(a, tree, p->caption);
    if (said.text.n) return said;
    said = description_both(a, tree, nothing);
    if (p) said.text = str_fmt(a, "%.*s: %.*s", STR_ARGS(said.text), STR_ARGS(p->path));
    return said;
}

/* -- blanks -- */

/* A node's text in one language; dots between the languages are nobody's. */
static struct str text_in(struct arena *a, struct spans s, enum lang own, enum lang l)
{
    struct buf out = BUF(a);
    for (size_t i = 0; i < s.n; i++) {
        enum lang lang = lang_or(s.at[i].lang, own);
        bool dot = str_is(str_trim(s.at[i].text), "·");
        if (s.at[i].kind == SPAN_BREAK && out.n) buf_byte(&out, ' ');
        if (s.at[i].kind == SPAN_TEXT && lang == l && !dot) buf_add(&out, s.at[i].text);
    }
    return str_trim(buf_str(&out));
}

static struct str digits(struct arena *a, int n, enum lang l)
{
    struct buf out = BUF(a);
    char one[4];
    if (n > 9) buf_add(&out, digits(a, n / 10, l));
    buf_add(&out, (struct str){one, utf8_put(one, lang_at(l)->zero + (uint32_t)(n % 10))});
    return buf_str(&out);
}

/* "5 (very useful)" */
static struct str point(struct arena *a, const struct node *scale, int at, enum lang own, enum lang l)
{
    struct spans end = at == 1 ? scale->low : at == scale->count ? scale->high : (struct spans){0};
    struct str number = digits(a, at, l), word = text_in(a, end, own, l);
    return word.n ? str_fmt(a, "%.*s (%.*s)", STR_ARGS(number), STR_ARGS(word)) : number;
}

struct description description_blank(struct arena *a, const struct tree *tree, const struct node *prompt,
                                     const struct node *blank, int at)
{
    static const struct str place[LANG_N] = {STR_INIT("កន្លែងសម្រាប់បំពេញ"), STR_INIT("space to fill in")};
    enum lang own = lang_or(node_lang(blank), tree->lang);
    struct str said[LANG_N] = {{0}};
    bool any = false;
    for (int i = 0; i < LANG_N; i++) {
        enum lang l = (enum lang)i;
        bool in_it = tree->both || l == own;
        struct str self = blank->role == ROLE_SCALE && in_it ? point(a, blank, at, own, l)
                                                             : text_in(a, blank->spans, own, l);
        if (blank->alt[l].n && in_it) self = blank->alt[l];
        said[i] = prompt ? text_in(a, prompt->spans, own, l) : (struct str){0};
        if (said[i].n && self.n) said[i] = str_fmt(a, "%.*s – %.*s", STR_ARGS(said[i]), STR_ARGS(self));
        if (!said[i].n) said[i] = self;
        any |= said[i].n > 0;
    }
    return description_both(a, tree, any ? said : place);
}
