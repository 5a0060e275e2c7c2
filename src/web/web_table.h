/* web_table: a table of a tree as one that scrolls by itself where it is wider than the screen. */
#ifndef SASTRA_WEB_WEB_TABLE_H
#define SASTRA_WEB_WEB_TABLE_H

#include "web/writing.h"

void web_table_put(struct writing *w, const struct node *table);

#endif
