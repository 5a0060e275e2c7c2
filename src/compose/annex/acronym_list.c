#include "compose/annex/acronym_list.h"

#include <stdlib.h>

enum { SHORT_LIST = 36, SHORT_NAME = 64 }; /* entries, and bytes of a name: then it stands on one page */

struct acronym {
    struct str letters;
    struct bi name;
    struct place place;
};

static int acronym_cmp(const void *a, const void *b)
{
    const struct acronym *x = a, *y = b;
    int c = str_cmp(x->letters, y->letters);
    if (c) return c;
    return bi_cmp(x->name, y->name);
}

static size_t collect(struct builder *p, struct acronym **list)
{
    const struct corpus *c = p->corpus;
    VEC(struct acronym) all = {0};
    struct map had = MAP(p->a);
    for (size_t i = 0; i < c->nterms; i++)
        if (c->terms[i].acronym.n && !map_add_str(&had, c->terms[i].acronym))
            VEC_ADD(p->a, all, (struct acronym){c->terms[i].acronym, c->terms[i].term, c->terms[i].place});
    for (size_t i = 0; i < c->norganizations; i++) {
        const struct organization *o = &c->organizations[i];
        bool several = str_find(o->acronym, STR("/"), 0) != SIZE_MAX;
        if (o->acronym.n && !several && builder_has(o->name) && !map_add_str(&had, o->acronym))
            VEC_ADD(p->a, all, (struct acronym){o->acronym, o->name, o->place});
    }
    if (all.n) qsort(all.at, all.n, sizeof *all.at, acronym_cmp);
    *list = all.at;
    return all.n;
}

static bool is_short(const struct acronym *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (int l = 0; l < LANG_N; l++)
            if (utf8_count(list[i].name.t[l]) > SHORT_NAME) return false;
    return n > 1 && n <= SHORT_LIST;
}

static void entries(struct builder *p, struct node *parent, const struct acronym *list, size_t n,
                    enum two_up two)
{
    struct node *table = builder_table(p, parent, 2), *head = builder_row(p, table, true);
    table->fine = true;
    table->two_up = two;
    table->columns[0].whole = true;
    builder_cell(p, head, words_of(WORD_ACRONYM));
    builder_cell(p, head, words_of(WORD_MEANING));
    for (size_t i = 0; i < n; i++) {
        struct node *row = builder_row(p, table, false);
        row->place = list[i].place;
        builder_cell(p, row, bi_same(list[i].letters));
        builder_cell(p, row, list[i].name);
    }
}

void acronym_list_chapter(struct builder *p)
{
    struct acronym *list;
    size_t n = collect(p, &list);
    if (!n && !builder_has_faults(p, STR("glossary."))) return;
    struct node *sect = builder_chapter(p, p->tree->root, words_of(WORD_ACRONYMS), STR("acronyms"));
    builder_faults(p, sect, STR("glossary."));
    if (is_short(list, n))
        entries(p, builder_node(p, sect, ROLE_KEEP), list, n, TWO_UP_DOWN);
    else if (n)
        entries(p, sect, list, n, TWO_UP_NO);
}
