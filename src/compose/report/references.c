#include "compose/report/references.h"

#include "khmer/number.h"
#include "model/label.h"
#include "model/note_link.h"

enum { FIGURES, TABLES, KINDS, LIST_LEAST = 3 };

static const struct {
    enum word number, list;
    const char *anchor;
} KIND[KINDS] = {[FIGURES] = {WORD_FIGURE_NUMBER, WORD_LIST_OF_FIGURES, "list-of-figures"},
                 [TABLES] = {WORD_TABLE_NUMBER, WORD_LIST_OF_TABLES, "list-of-tables"}};

static size_t kind_of(const struct node *n)
{
    return n->role == ROLE_TABLE && !n->chart ? TABLES : FIGURES;
}

/* The node that follows in reading order. */
static struct node *after(struct node *n)
{
    if (n->first) return n->first;
    while (n && !n->next) n = n->parent;
    return n ? n->next : NULL;
}

static struct str name_of(struct builder *p, const struct node *n, enum lang l)
{
    struct bi number = {0};
    number.t[l] = number_plain(p->a, n->count, l);
    return words_fill(p->a, KIND[kind_of(n)].number, (const struct bi[WORD_ARGS + 1]){number}).t[l];
}

/* -- counting -- */

struct references_count {
    const struct node *pair, *side; /* at hand; or NULL */
    long now[KINDS];
    long start[KINDS], most[KINDS]; /* before the pair; after its first side */
};

static const struct node *side_of(const struct node *n)
{
    while (n && n->role != ROLE_SIDE) n = n->parent;
    return n;
}

/* The second side of a pair is counted as its first. */
static void enter_side(struct references_count *c, const struct node *side)
{
    const struct node *pair = side ? side->parent : NULL;
    if (side == c->side) return;
    bool second = pair && pair == c->pair;
    for (size_t k = 0; k < KINDS; k++) {
        long high = c->now[k] > c->most[k] ? c->now[k] : c->most[k];
        c->most[k] = second ? high : 0;
        c->now[k] = second ? c->start[k] : high;
        c->start[k] = c->now[k];
    }
    c->pair = pair;
    c->side = side;
}

static struct node *caption_of(struct builder *p, struct node *n)
{
    if (n->first && n->first->role == ROLE_CAPTION) return n->first;
    struct node *caption = builder_node(p, NULL, ROLE_CAPTION);
    caption->place = n->place;
    builder_lead(n, caption);
    return caption;
}

static void put_number(struct builder *p, struct node *caption, const struct node *n, enum lang l, bool words)
{
    struct span *s = node_text(p->a, caption, name_of(p, n, l), l, caption->place);
    s->style = SPAN_STRONG;
    if (words)
        node_text(p->a, caption, words_in(WORD_CAPTION_SIGN, l), l, caption->place)->style = SPAN_STRONG;
}

static void number_alone(struct builder *p, struct node *caption, const struct node *n)
{
    for (size_t i = 0; i < p->nlangs; i++) {
        if (i) node_text(p->a, caption, STR(" · "), LANG_NONE, caption->place);
        put_number(p, caption, n, p->langs[i], false);
    }
}

/* Where a language's line of the caption begins. */
static void say_number(struct builder *p, struct node *n)
{
    struct node *caption = caption_of(p, n);
    struct spans was = caption->spans;
    enum lang around = lang_or(node_lang(caption), p->langs[0]), begun = LANG_NONE;
    caption->spans = (struct spans){0};
    if (!was.n) number_alone(p, caption, n);
    for (size_t i = 0; i < was.n; i++) {
        enum lang l = lang_or(was.at[i].lang, around);
        bool start = was.at[i].kind != SPAN_BREAK && (!i || was.at[i - 1].kind == SPAN_BREAK);
        if (start && l != begun) put_number(p, caption, n, begun = l, true);
        *node_text(p->a, caption, was.at[i].text, l, was.at[i].place) = was.at[i];
    }
}

static void count(struct builder *p)
{
    struct references_count c = {0};
    for (struct node *n = p->tree->root; n; n = after(n)) {
        if (!n->numbered) continue;
        enter_side(&c, side_of(n));
        size_t k = kind_of(n);
        c.now[k] += !n->again;
        n->count = (int)c.now[k];
        say_number(p, n);
    }
}

/* -- references -- */

/* A heading's words in one language; in the one it has where it lacks that. */
static struct str heading_text(struct builder *p, const struct node *n, enum lang l)
{
    struct buf own = BUF(p->a), first = BUF(p->a);
    bool broken = false;
    for (size_t i = 0; i < n->spans.n; i++) {
        const struct span *s = &n->spans.at[i];
        broken |= s->kind == SPAN_BREAK;
        if (s->kind != SPAN_TEXT) continue;
        if (lang_or(s->lang, n->lang) == l) buf_add(&own, s->text);
        if (!broken) buf_add(&first, s->text);
    }
    return str_trim(buf_str(own.n ? &own : &first));
}

/* "Table 3" in running text stays on one line. */
static struct str held(struct arena *a, struct str name)
{
    struct buf out = BUF(a);
    for (size_t i = 0; i < name.n; i++)
        if (name.s[i] == ' ')
            buf_put(&out, "\u00a0");
        else
            buf_byte(&out, name.s[i]);
    return buf_str(&out);
}

/* What a reference leads to: a figure or table that has a number, a note's heading; or NULL. */
static const struct node *led_to(struct builder *p, struct str href)
{
    const struct node *n = map_get_str(&p->anchors, href);
    if (label_name(p->a, href).n) return n && n->count ? n : NULL;
    const struct note *note = note_link_find(p->corpus, href);
    return note ? map_get_str(&p->anchors, note->stem) : NULL;
}

static void settle_span(struct builder *p, struct span *s, enum lang l)
{
    const struct node *n = led_to(p, s->href);
    s->style &= ~(unsigned)SPAN_REFERENCE;
    if (n) {
        s->text = n->numbered ? held(p->a, name_of(p, n, l)) : heading_text(p, n, l);
        s->href = str_fmt(p->a, "#%.*s", STR_ARGS(n->anchor));
    } else {
        s->href = (struct str){0};
    }
}

/* Spans may be the note's own: they are copied before one changes. */
static void settle_spans(struct builder *p, struct node *n)
{
    struct spans *s = &n->spans;
    bool any = false;
    for (size_t i = 0; i < s->n; i++) any |= (s->at[i].style & SPAN_REFERENCE) != 0;
    if (!any) return;
    struct span *own = ARENA_MANY(p->a, struct span, s->n);
    memcpy(own, s->at, s->n * sizeof *own);
    s->at = own;
    for (size_t i = 0; i < s->n; i++)
        if (own[i].style & SPAN_REFERENCE)
            settle_span(p, &own[i], lang_or(lang_or(own[i].lang, node_lang(n)), p->langs[0]));
}

void references_settle(struct builder *p)
{
    count(p);
    for (struct node *n = p->tree->root; n; n = after(n)) settle_spans(p, n);
    for (struct node *note = p->tree->notes; note; note = note->next)
        for (struct node *n = note->first; n && n != note->next; n = after(n)) settle_spans(p, n);
}

/* -- lists -- */

static void add_words(struct builder *p, struct node *item, const struct node *n)
{
    const struct node *caption = n->first;
    if (item->spans.n) node_text(p->a, item, STR(""), LANG_NONE, n->place)->kind = SPAN_BREAK;
    for (size_t i = 0; i < caption->spans.n; i++) {
        const struct span *s = &caption->spans.at[i];
        if (s->kind == SPAN_NOTE || s->kind == SPAN_PICTURE) continue;
        struct span *mine = node_text(p->a, item, s->text, lang_or(s->lang, node_lang(caption)), s->place);
        mine->kind = s->kind;
        mine->style = s->style & SPAN_CODE;
    }
}

/* What has the number of the one before is on its line, in the other language. */
static void add_item(struct builder *p, struct node *list, struct node *n)
{
    struct node *last = list->last;
    bool same = last && last->target->count == n->count;
    struct node *item = same ? last : builder_node(p, list, ROLE_TOC_ITEM);
    if (!same) item->target = n;
    add_words(p, item, n);
}

static void list_of(struct builder *p, struct node *parent, size_t kind)
{
    int most = 0;
    for (struct node *n = p->tree->root; n; n = after(n))
        if (n->numbered && kind_of(n) == kind && n->count > most) most = n->count;
    if (most < LIST_LEAST) return;
    struct node *heading = builder_block(p, parent, ROLE_H1, words_of(KIND[kind].list));
    builder_anchor(p, heading, str_of(KIND[kind].anchor));
    struct node *list = builder_node(p, parent, ROLE_TOC);
    for (struct node *n = p->tree->root; n; n = after(n))
        if (n->numbered && kind_of(n) == kind) add_item(p, list, n);
}

void references_lists(struct builder *p, struct node *parent)
{
    for (size_t k = 0; k < KINDS; k++) list_of(p, parent, k);
    if (!parent->first) builder_drop(parent);
}
