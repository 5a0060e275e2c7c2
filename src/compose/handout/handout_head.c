#include "compose/handout/handout_head.h"

struct node *handout_head(struct builder *p, struct node *parent, enum role role, struct bi title,
                          struct node **heading)
{
    struct node *grid = builder_node(p, parent, ROLE_GRID); /* over the whole measure */
    grid->count = 1;
    struct node *head = builder_node(p, grid, ROLE_KEEP);
    builder_block(p, head, ROLE_SMALL, p->corpus->event.title);
    struct node *n = builder_block(p, head, role, title);
    if (heading) *heading = n;
    return head;
}
