#include "web/anchors.h"

#include "base/buf.h"

enum { WORDS_MOST = 60 };

struct anchor_naming {
    struct arena *arena;
    struct map ids, taken, numbers; /* numbers: by a name, its last number */
    struct str around;              /* the anchor that the last node with one of its own has */
};

static bool is_heading(const struct node *n)
{
    return n->role >= ROLE_H1 && n->role <= ROLE_H5;
}

/* Letters and digits of the document's languages; everything else is one hyphen. */
static struct str slug(struct arena *a, struct str text)
{
    struct buf b = BUF(a);
    for (size_t at = 0; at < text.n && b.n < WORDS_MOST;) {
        uint32_t cp = utf8_next(text, &at);
        bool plain = (cp >= 'a' && cp <= 'z') || (cp >= '0' && cp <= '9') || (cp >= 0x1780 && cp <= 0x17E9);
        if (cp >= 'A' && cp <= 'Z')
            buf_byte(&b, (char)(cp + 32));
        else if (plain)
            buf_cp(&b, cp);
        else if (b.n && b.s[b.n - 1] != '-')
            buf_byte(&b, '-');
    }
    while (b.n && b.s[b.n - 1] == '-') b.n--;
    return buf_str(&b);
}

static void keep(struct anchor_naming *k, const struct node *n, struct str one)
{
    struct str *kept = ARENA_ONE(k->arena, struct str);
    *kept = one;
    *map_at(&k->ids, map_pointer(n)) = kept;
}

/* The second of a name is NAME-2, and so on. */
static void name(struct anchor_naming *k, const struct node *n, struct str id)
{
    struct str one = id;
    if (map_has_str(&k->taken, id)) {
        void **at = map_at_str(&k->numbers, id);
        size_t *last = *at ? *at : ARENA_ONE(k->arena, size_t);
        *at = last;
        if (!*last) *last = 1;
        do one = str_fmt(k->arena, "%.*s-%zu", STR_ARGS(id), ++*last);
        while (map_has_str(&k->taken, one));
    }
    map_add_str(&k->taken, one);
    keep(k, n, one);
}

/* What a heading says, in the last language that it says it in; numbers left out. */
static struct str words_of(struct arena *a, const struct node *n)
{
    struct buf b = BUF(a);
    enum lang last = LANG_NONE;
    for (size_t i = 0; i < n->spans.n; i++) {
        const struct span *s = &n->spans.at[i];
        if (s->kind != SPAN_TEXT || s->style & SPAN_NUMBER) continue;
        enum lang own = lang_or(s->lang, node_lang(n));
        if (own != last) b.n = 0;
        last = own;
        buf_add(&b, s->text);
    }
    return buf_str(&b);
}

static void name_heading(struct anchor_naming *k, const struct node *at, const struct node *heading)
{
    struct str words = slug(k->arena, words_of(k->arena, heading));
    name(k, at,
         str_fmt(k->arena, "%.*s%s%.*s", STR_ARGS(k->around), k->around.n && words.n ? "-" : "",
                 STR_ARGS(words)));
}

/* Of a pair of headings the last one, else NULL. */
static const struct node *paired_heading(const struct node *pair)
{
    const struct node *last = NULL;
    for (const struct node *side = pair->first; side; side = side->next)
        if (side->first && is_heading(side->first)) last = side->first;
    return last;
}

static void visit(struct anchor_naming *k, const struct node *n)
{
    const struct node *pair = n->role == ROLE_PAIR ? paired_heading(n) : NULL;
    if (n->anchor.n) {
        keep(k, n, n->anchor);
        if (is_heading(n)) k->around = n->anchor;
    } else if (pair) {
        name_heading(k, n, pair);
    } else if (is_heading(n) && n->parent->role != ROLE_SIDE) {
        name_heading(k, n, n);
    }
}

/* Names of their own come first: none is given away to what only sounds like it. */
static void claim(struct anchor_naming *k, const struct node *n)
{
    for (const struct node *c = n->first; c; c = c->next) {
        if (c->anchor.n) map_add_str(&k->taken, c->anchor);
        claim(k, c);
    }
}

static void walk(struct anchor_naming *k, const struct node *n)
{
    visit(k, n);
    for (const struct node *c = n->first; c; c = c->next) walk(k, c);
}

struct map anchors_of(struct arena *a, const struct tree *tree)
{
    struct anchor_naming k = {.arena = a, .ids = MAP(a), .taken = MAP(a), .numbers = MAP(a)};
    claim(&k, tree->root);
    walk(&k, tree->root);
    return k.ids;
}
