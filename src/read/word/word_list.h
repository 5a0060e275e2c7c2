/* word_list: items that follow one another, each with its level and number, to lists within lists. */
#ifndef SASTRA_READ_WORD_WORD_LIST_H
#define SASTRA_READ_WORD_WORD_LIST_H

#include "model/doc.h"

struct word_list_item { /* a paragraph as an item */
    unsigned level;     /* from 1; 0: it is none */
    enum counter counter;
    long number;
    char delimiter;
    bool goes_on; /* another paragraph of the item before it */
};

struct word_list {
    struct {
        struct block *list;
        unsigned level;
        long next;
    } open[DOC_DEPTH];
    size_t n;
};

/* The item that a paragraph of these facts stands in: the last one, or a new one, its lists opened in the
 * container. NULL: it goes on, but no list is open. */
struct block *word_list_take(struct arena *a, struct word_list *lists, struct block *container,
                             const struct word_list_item *item, struct place place);
/* What stands before an item in a cell, where no list can stand: its bullet or number and a space. */
struct str word_list_mark(struct arena *a, const struct word_list_item *item);
/* A mark that was typed where a paragraph begins – - • 1. a) ១- (១) ក. –, a blank after it: its bytes, 0:
 * none. */
size_t word_list_typed(struct str text, struct word_list_item *item);

#endif
