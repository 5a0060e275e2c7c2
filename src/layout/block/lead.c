#include "layout/block/lead.h"

enum {
    INTRODUCTION_LINES = 14,
    SMALL_BLOCKS = 3,
    LEAD_LINES = 2 /* of a lead to a table; more are a paragraph */
};

static bool is_heading(enum role r)
{
    return r == ROLE_TITLE || (r >= ROLE_H1 && r <= ROLE_H5);
}

/* What a node is the last of: its pair, what is kept together; else NULL. */
static const struct node *ended_by(const struct node *node)
{
    const struct node *around = node->parent;
    if (!around || (around->role != ROLE_SIDE && around->role != ROLE_KEEP)) return NULL;
    return around->role == ROLE_SIDE ? around->parent : around;
}

static const struct node *after(const struct node *node)
{
    while (node && !node->next) node = ended_by(node);
    return node ? node->next : NULL;
}

/* What stands below a node; of a pair, what its sides begin with. */
static const struct node *below(const struct node *node)
{
    const struct node *next = after(node);
    return next && next->role == ROLE_PAIR && next->first ? next->first->first : next;
}

static bool ends_in_colon(const struct node *node)
{
    struct str last = node->spans.n ? str_trim(node->spans.at[node->spans.n - 1].text) : STR("");
    return str_ends(last, ":") || str_ends(last, "៖");
}

static bool under_heading(const struct node *node)
{
    const struct node *n = node->parent ? node->parent->first : NULL;
    while (n && n->next != node) n = n->next;
    return n && is_heading(n->role);
}

/* What it is the first of. */
static bool is_around(enum role r)
{
    return r == ROLE_SIDE || r == ROLE_PAIR || r == ROLE_LIST || r == ROLE_ITEM || r == ROLE_NUMBERED ||
           r == ROLE_QUOTE;
}

/* The first words under a heading, which may be those of a side, or of a list's first item. */
static bool begins_under_heading(const struct layout_context *lay, const struct node *node)
{
    const struct node *n = node;
    while (n != lay->headed && n->parent && is_around(n->parent->role) &&
           (n == n->parent->first || n->role == ROLE_SIDE))
        n = n->parent;
    return n == lay->headed;
}

static bool is_small(const struct node *n)
{
    const struct node *side = n->role == ROLE_PAIR ? n->first : NULL, *own = side ? side->first : n;
    return own && (own->role == ROLE_SMALL || own->role == ROLE_LEAD);
}

/* Nothing but small words stands between it and a heading. */
static bool is_near_heading(const struct node *node)
{
    const struct node *own = node->parent && node->parent->role == ROLE_SIDE ? node->parent->parent : node;
    bool near = false;
    for (const struct node *n = own->parent ? own->parent->first : own; n != own; n = n->next)
        near = is_heading(n->role) || (near && is_small(n));
    return near;
}

/* What stands below it, or below the small words after it where a heading stands over all of them. */
static const struct node *below_small(const struct node *node)
{
    const struct node *next = below(node), *over = next;
    for (size_t i = 1; over && over->role == ROLE_SMALL && i < SMALL_BLOCKS; i++) over = below(over);
    bool several = over && over != next && over->role != ROLE_SMALL;
    return several && is_near_heading(node) ? over : next;
}

/* A lead stays with the list's first item, words with their source, a few blocks of small words with the
 * table or the quotes below, a detail of a heading with its table. */
static bool leads(const struct node *node)
{
    const struct node *next = node->role == ROLE_SMALL ? below_small(node) : below(node);
    if (!next) return false;
    if (next == node->next && (next->role == ROLE_SOURCE || next->role == ROLE_CREDIT)) return true;
    if (node->role == ROLE_SMALL) return next->role == ROLE_TABLE || next->role == ROLE_QUOTE;
    if (node->role == ROLE_DETAIL) return next->role == ROLE_TABLE && under_heading(node);
    return node->role == ROLE_P && next->role == ROLE_LIST;
}

/* Small words right under a heading, so few lines that they are parted neither from it nor from what follows.
 */
static bool introduces(const struct layout_context *lay, const struct area *area, const struct node *node,
                       const struct paragraph *p)
{
    const struct node *last = node->parent && node->parent->role == ROLE_SIDE ? node->parent->parent : node;
    const struct node *n = last->parent ? last->parent->first : last;
    if (node->role != ROLE_SMALL || !lay->tree->toc || !last->next) return false;
    while (n->next != last && n != last && is_heading(n->role)) n = n->next;
    return is_heading(n->role) && n->next == last && p->width <= (int64_t)area->width * INTRODUCTION_LINES;
}

/* The first of the parts that words stand over, if it has a heading and stays in one piece; else NULL. */
static const struct node *first_part(const struct node *node)
{
    const struct node *own = node->parent && node->parent->role == ROLE_SIDE ? node->parent->parent : node,
                      *next = own->next, *head = next && next->role == ROLE_KEEP ? next->first : NULL;
    if (node->role != ROLE_LEAD && node->role != ROLE_DETAIL) return NULL;
    if (head && head->role == ROLE_PAIR) head = head->first ? head->first->first : NULL;
    return head && head->role == ROLE_H3 ? next : NULL;
}

static bool holds_chart(const struct node *part)
{
    const struct node *n = part ? part->first : NULL;
    while (n && n->role != ROLE_CHART) n = n->next;
    return n != NULL;
}

/* Words under the heading of several parts, each of which stays in one piece, stay with the first of them; no
 * page is left white for that but under a chart's. */
static void keep_part(const struct node *node, struct paragraph *p)
{
    const struct node *part = first_part(node);
    if (!part) return;
    p->style.keep = true;
    p->style.mild = !holds_chart(part);
}

/* What introduces a table stays with its first rows: a lead always, a paragraph if no page stays white. */
static void keep_table(const struct area *area, const struct node *node, struct paragraph *p)
{
    const struct node *next = below(node);
    if (node->role != ROLE_P || !next || next->role != ROLE_TABLE || next->chart) return;
    p->style.keep = true;
    p->style.mild = !ends_in_colon(node) && p->width > (int64_t)area->width * LEAD_LINES;
}

/* What follows are parts with headings of their own: a page may end before the first of them. */
static bool is_several(const struct node *node)
{
    const struct node *next =
        node->parent && node->parent->role == ROLE_SIDE ? node->parent->parent->next : node->next;
    return next && next->role == ROLE_SECT;
}

void lead_headed(struct layout_context *lay, const struct node *heading)
{
    lay->headed = after(heading);
}

void lead_keep(struct layout_context *lay, const struct area *area, const struct node *node,
               struct paragraph *p)
{
    p->style.under = begins_under_heading(lay, node);
    if (is_heading(node->role)) lead_headed(lay, node);
    if (leads(node)) p->style.keep = true;
    if (introduces(lay, area, node, p)) {
        p->style.whole = true;
        p->style.keep = !is_several(node);
    }
    keep_part(node, p);
    keep_table(area, node, p);
}
