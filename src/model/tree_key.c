#include "model/tree_key.h"

#include "base/map.h"

/* Whoever gives one of these another field adds it below, then its size here; tests/setup/test_tree_key.py
 * looks for each by name. */
_Static_assert(sizeof(void *) != 8 ||
                   (sizeof(struct node) == 272 && sizeof(struct span) == 80 && sizeof(struct tree) == 568 &&
                    sizeof(struct picture) == 280 && sizeof(struct bar) == 136 &&
                    sizeof(struct column) == 16 && sizeof(struct chart) == 40 && sizeof(struct print) == 56),
               "a key holds all fields");

struct tree_key {
    struct memo_key *key;
    struct map nodes; /* from 1, in the tree's order; footnotes too */
    size_t n;
};

static void number(struct tree_key *t, uint64_t n)
{
    memo_add_number(t->key, n);
}

static void text(struct tree_key *t, struct str s)
{
    memo_add(t->key, s);
}

static void texts(struct tree_key *t, const struct str s[LANG_N])
{
    for (int l = 0; l < LANG_N; l++) text(t, s[l]);
}

static void flags(struct tree_key *t, const bool *at, size_t n)
{
    uint64_t bits = 0;
    for (size_t i = 0; i < n; i++) bits |= (uint64_t)at[i] << i;
    number(t, bits);
}

/* 0: none, or one of another tree. */
static void reference(struct tree_key *t, const void *to)
{
    number(t, to ? map_number(&t->nodes, map_pointer(to)) : 0);
}

static void add_picture(struct tree_key *t, const struct picture *p)
{
    number(t, p != NULL);
    if (!p) return;
    number(t, (uint64_t)p->form << 32 | (uint64_t)p->channels << 16 | (uint64_t)p->turn << 1 | p->mirror);
    number(t, (uint64_t)p->width << 32 | p->height);
    text(t, p->path);
    text(t, p->data);
    memo_add_key(t->key, p->sum);
    number(t, p->inks);
    text(t, p->alpha);
    text(t, p->profile);
    texts(t, p->alt);
    texts(t, p->caption);
    text(t, p->credit);
}

static void add_spans(struct tree_key *t, struct spans s)
{
    number(t, s.n);
    for (size_t i = 0; i < s.n; i++) {
        const struct span *x = &s.at[i];
        number(t, (uint64_t)x->kind << 32 | (uint64_t)x->style << 8 | (uint64_t)x->lang);
        text(t, x->text);
        text(t, x->href);
        number(t, x->href.s != NULL);
        reference(t, x->note);
        text(t, x->note ? x->note->label : (struct str){0});
        add_picture(t, x->picture);
    }
}

static void add_chart(struct tree_key *t, const struct chart *c)
{
    number(t, c ? c->nbars + 1 : 0);
    if (!c) return;
    number(t, (uint64_t)c->most);
    number(t, (uint64_t)c->reach);
    flags(t, (const bool[]){c->stacked, c->scale}, 2);
    for (size_t i = 0; i < c->nbars; i++) {
        const struct bar *b = &c->bars[i];
        add_spans(t, b->label);
        number(t, (uint64_t)b->value);
        number(t, (uint64_t)b->lighter);
        texts(t, b->share);
        texts(t, b->count);
        texts(t, b->point);
        reference(t, b->row);
    }
}

static void add_columns(struct tree_key *t, const struct node *n)
{
    number(t, n->ncolumns);
    for (size_t i = 0; i < n->ncolumns; i++) {
        const struct column *c = &n->columns[i];
        number(t, (uint64_t)c->align << 32 | (uint32_t)c->width);
        flags(t, (const bool[]){c->number, c->heads_row, c->whole, c->alike, c->shorter}, 5);
    }
}

static void add_qr(struct tree_key *t, const struct qr *qr)
{
    size_t wide = qr ? (size_t)qr->width : 0;
    number(t, wide);
    for (size_t i = 0; i < wide; i++) text(t, (struct str){(const char *)(qr->dark + i * wide), wide});
}

static void add_own(struct tree_key *t, const struct node *n)
{
    const bool all[] = {n->breaks, n->flows,    n->opens,    n->spare, n->alone, n->head,
                        n->band,   n->sums,     n->at_foot,  n->quiet, n->fine,  n->whole,
                        n->remark, n->numbered, n->parallel, n->again, n->wide,  n->paler};
    number(t, (uint64_t)n->role << 32 | (uint64_t)n->lang);
    number(t, (uint64_t)(uint32_t)n->count << 32 | (uint32_t)n->tab);
    number(t, (uint64_t)n->across << 32 | n->down);
    number(t, n->two_up);
    flags(t, all, sizeof all);
    text(t, n->label);
    text(t, n->anchor);
    reference(t, n->target);
    reference(t, n->note);
    add_spans(t, n->spans);
    add_columns(t, n);
    add_picture(t, n->picture);
    add_chart(t, n->chart);
    add_qr(t, n->qr);
    texts(t, n->alt);
    add_spans(t, n->low);
    add_spans(t, n->high);
}

/* As deep as the tree's rules let it be. */
static void add_nodes(struct tree_key *t, const struct node *first)
{
    for (const struct node *n = first; n; n = n->next) {
        add_own(t, n);
        add_nodes(t, n->first);
        number(t, ROLES); /* no child more */
    }
}

static void count_nodes(struct tree_key *t, const struct node *first)
{
    for (const struct node *n = first; n; n = n->next) {
        map_put_number(&t->nodes, map_pointer(n), ++t->n);
        if (n->note) map_put_number(&t->nodes, map_pointer(n->note), t->n);
        count_nodes(t, n->first);
    }
}

static void add_head(struct tree_key *t, const struct tree *tree)
{
    text(t, tree->name);
    texts(t, tree->title.t);
    texts(t, tree->event.t);
    texts(t, tree->running.t);
    texts(t, tree->to_fill.t);
    texts(t, tree->mark.t);
    texts(t, tree->page_word.t);
    texts(t, tree->turned_word.t);
    number(t, (uint64_t)tree->colour << 8 | (uint64_t)tree->lang);
    flags(t, (const bool[]){tree->both, tree->toc, tree->has_colour, tree->system_faces}, 4);
    text(t, tree->author);
    text(t, tree->subject);
    number(t, (uint64_t)(uint32_t)tree->date.year << 16 | (uint64_t)(uint32_t)tree->date.month << 8 |
                  (uint64_t)(uint32_t)tree->date.day);
    number(t, (uint64_t)tree->epoch);
    number(t, tree->nattachments);
    for (size_t i = 0; i < tree->nattachments; i++) {
        const struct attachment *a = &tree->attachments[i];
        text(t, a->name);
        text(t, a->type);
        text(t, a->data);
        text(t, a->description);
    }
}

void tree_key_add(struct memo_key *k, struct arena *scratch, const struct tree *tree)
{
    struct arena_mark mark = arena_mark(scratch);
    struct tree_key t = {.key = k, .nodes = MAP(scratch)};
    count_nodes(&t, tree->root);
    count_nodes(&t, tree->notes);
    add_head(&t, tree);
    add_nodes(&t, tree->root);
    add_nodes(&t, tree->notes);
    arena_reset(scratch, mark);
}

void tree_key_add_print(struct memo_key *k, const struct print *p)
{
    struct tree_key t = {.key = k};
    const struct sheet *s = &p->sheet;
    const int32_t lengths[] = {s->width, s->height, s->inside, s->outside, s->top, s->bottom, s->first_top};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) number(&t, (uint32_t)lengths[i]);
    number(&t, (uint64_t)p->type << 32 | (uint32_t)p->up);
    number(&t, (uint32_t)p->fit_pages);
    flags(&t, (const bool[]){s->two_sided, p->close, p->booklet, p->leaf, p->shrink, p->spread}, 6);
}
