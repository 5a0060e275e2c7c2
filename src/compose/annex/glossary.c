#include "compose/annex/glossary.h"

#include <stdlib.h>

struct glossary_list {
    const struct term **terms; /* in the order of the first language's */
    size_t n;
    enum lang langs[LANG_N]; /* the event's, that of the edition first */
    size_t nlangs;
    bool acronyms, meanings;
};

/* -- the terms, in order --------------------------------------------------------------------------------- */

struct sorted {
    struct str key;
    const struct term *term;
};

static int sorted_cmp(const void *a, const void *b)
{
    const struct sorted *x = a, *y = b;
    int c = str_cmp(x->key, y->key);
    return c ? c : bi_cmp(x->term->term, y->term->term);
}

/* Capitals and small letters alike. */
static struct str key_of(struct arena *a, struct str text)
{
    struct buf b = BUF(a);
    for (size_t i = 0; i < text.n; i++) {
        char c = text.s[i];
        buf_byte(&b, c >= 'A' && c <= 'Z' ? (char)(c + 32) : c);
    }
    return buf_str(&b);
}

static bool in_every_language(const struct glossary_list *g, struct bi text)
{
    for (size_t i = 0; i < g->nlangs; i++)
        if (!text.t[g->langs[i]].n) return false;
    return g->nlangs > 1;
}

/* By its meaning, or by its other language. An acronym without a meaning stands among the acronyms, in full.
 */
static bool is_told(const struct glossary_list *g, const struct term *t)
{
    if (builder_has(t->meaning)) return !bi_empty(t->term);
    return !t->acronym.n && in_every_language(g, t->term);
}

static void collect_terms(struct builder *p, struct glossary_list *g)
{
    const struct corpus *c = p->corpus;
    struct sorted *all = ARENA_MANY(p->a, struct sorted, c->nterms);
    for (size_t i = 0; i < c->nterms; i++) {
        const struct term *t = &c->terms[i];
        if (!is_told(g, t)) continue;
        all[g->n++] = (struct sorted){key_of(p->a, bi_get(t->term, g->langs[0], NULL)), t};
        g->acronyms |= t->acronym.n > 0;
        g->meanings |= builder_has(t->meaning);
    }
    if (g->n) qsort(all, g->n, sizeof *all, sorted_cmp);
    g->terms = ARENA_MANY(p->a, const struct term *, g->n);
    for (size_t i = 0; i < g->n; i++) g->terms[i] = all[i].term;
}

static struct glossary_list collect(struct builder *p)
{
    const struct event *e = &p->corpus->event;
    struct glossary_list g = {.nlangs = 0};
    g.langs[g.nlangs++] = p->langs[0];
    for (size_t i = 0; i < e->nlangs; i++)
        if (e->langs[i] != p->langs[0]) g.langs[g.nlangs++] = e->langs[i];
    collect_terms(p, &g);
    return g;
}

/* -- the table ------------------------------------------------------------------------------------------- */

static void head_row(struct builder *p, struct node *table, const struct glossary_list *g)
{
    struct node *head = builder_row(p, table, true);
    for (size_t i = 0; i < g->nlangs; i++)
        builder_cell(p, head, words_of(g->nlangs > 1 ? words_in_lang(g->langs[i]) : WORD_TERM));
    if (g->acronyms) builder_cell(p, head, words_of(WORD_ACRONYM));
    if (g->meanings) builder_cell(p, head, words_of(WORD_TERM_MEANS));
}

static void term_row(struct builder *p, struct node *table, const struct glossary_list *g,
                     const struct term *t)
{
    struct node *row = builder_row(p, table, false);
    row->place = t->place;
    for (size_t i = 0; i < g->nlangs; i++) builder_cell_in(p, row, t->term, g->langs[i]);
    if (g->acronyms) builder_cell(p, row, t->acronym.n ? bi_same(t->acronym) : (struct bi){0});
    if (g->meanings) builder_cell(p, row, t->meaning);
}

void glossary_chapter(struct builder *p)
{
    struct glossary_list g = collect(p);
    if (!g.n) return;
    struct node *sect = builder_chapter(p, p->tree->root, words_of(WORD_GLOSSARY), STR("glossary"));
    struct node *table = builder_table(p, sect, g.nlangs + g.acronyms + g.meanings);
    table->fine = true;
    head_row(p, table, &g);
    for (size_t i = 0; i < g.n; i++) term_row(p, table, &g, g.terms[i]);
}
