/* tags: the tree's nodes as structure elements, and which element a painted item belongs to.
 *
 * Takes: a tree, its pages. Promises: elements in the tree's order, so that reading order is the tree's,
 * whatever the order on the page; headings skip no level; a footnote stands behind the block of its first
 * mark; every item has an element or is an artifact; links are elements only where an ITEM_LINK leads
 * somewhere. */
#ifndef SASTRA_PDF_STRUCTURE_TAGS_H
#define SASTRA_PDF_STRUCTURE_TAGS_H

#include "base/map.h"
#include "layout/page.h"
#include "pdf/structure/structure_elements.h"

struct tags {
    struct arena *arena;
    const struct tree *tree;
    struct structure_elements *elems;
    struct map slots;      /* node → struct tag_slot */
    struct map bodies;     /* footnote → its node's pointer */
    struct map links;      /* keys of spans and nodes that lead somewhere → the last Link element */
    struct elem *expected; /* there, until the text of a link has been painted */
    VEC(const struct node *) waiting; /* notes whose blocks are still to be walked */
    VEC(int) levels;                  /* of the headings that the last one stands under */
    const struct node *prompt;        /* or heading below the title, that blanks stand under */
};

struct tags tags_new(struct arena *a, struct haru *h, const struct tree *tree, const unsigned *pages,
                     size_t npages);
/* Before anything is painted: this ITEM_LINK leads somewhere. */
void tags_expect(struct tags *t, const struct item *link);
/* The element that an item's marked content belongs to; NULL: an artifact. tongue: the language of a text
 * that is in none of the document's; else NULL. */
struct elem *tags_leaf(struct tags *t, const struct item *it, const char *tongue);
/* A cluster of the Private Use Area, whose meaning must be told (ISO 19005-3, 6.2.11.7.3): stands in an item
 * alone. */
bool tags_private_letter(const struct cluster_glyphs *c); /* of tags_private */
static inline bool tags_private(const struct cluster_glyphs *c)
{
    return c->text.n && (unsigned char)c->text.s[0] >= 0xEE && tags_private_letter(c);
}
/* The Link element of an ITEM_LINK whose text has been painted. */
struct elem *tags_link(struct tags *t, const struct item *link);

#endif
