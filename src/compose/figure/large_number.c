#include "compose/figure/large_number.h"

void large_number_written(struct builder *p, struct node *parent, struct bi number)
{
    enum lang l = p->langs[0];
    struct node *node = node_new(p->a, parent, ROLE_TOTAL, l, (struct place){0});
    node_text(p->a, node, number.t[l], l, (struct place){0});
}

void large_number_put(struct builder *p, struct node *parent, long n)
{
    large_number_written(p, parent, builder_number(p, n));
}

struct bi large_number_said(const struct builder *p, struct bi numbered, struct bi words)
{
    numbered.t[p->langs[0]] = words.t[p->langs[0]];
    return numbered;
}

struct bi large_number_words(struct builder *p, long n, struct bi words)
{
    return large_number_said(p, builder_join(p, builder_number(p, n), NO_BREAK, words), words);
}
