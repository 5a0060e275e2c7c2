/* html_items: the signs of a list's items where no list can stand: in a table's cell, in a line. */
#ifndef SASTRA_READ_HTML_HTML_ITEMS_H
#define SASTRA_READ_HTML_HTML_ITEMS_H

#include "base/arena.h"
#include "read/html/html_tag.h"

enum { HTML_ITEMS_NEST = 8 };

struct html_items {
    long next[HTML_ITEMS_NEST]; /* 0: bullets */
    size_t depth;
};

/* The number that a list begins with; 0: it has bullets. */
long html_items_start(const struct html_tag *list);
/* One more tag of a list: what stands before an item that it opens, in the arena; else empty. */
struct str html_items_take(struct html_items *items, struct arena *a, const struct html_tag *tag);

#endif
