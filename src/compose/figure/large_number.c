#include "compose/figure/large_number.h"

void large_number_put(struct builder *p, struct node *parent, long n)
{
    enum lang l = p->langs[0];
    struct node *node = node_new(p->a, parent, ROLE_TOTAL, l, (struct place){0});
    node_text(p->a, node, builder_number(p, n).t[l], l, (struct place){0});
}

struct bi large_number_words(struct builder *p, long n, struct bi words)
{
    struct bi said = builder_join(p, builder_number(p, n), NO_BREAK, words);
    said.t[p->langs[0]] = words.t[p->langs[0]];
    return said;
}
