/* name_columns: columns of a table of people that no head tells and whose cells look like names all the same:
 * a name in another script, a nickname. Nobody is called by them in print; they are names that a mask has to
 * know. */
#ifndef SASTRA_READ_TABLE_NAME_COLUMNS_H
#define SASTRA_READ_TABLE_NAME_COLUMNS_H

#include "read/table/columns.h"

enum { NAME_COLUMNS_MOST = 8 };

struct name_columns {
    size_t at[NAME_COLUMNS_MOST], n;
};

/* known: how many of t->at there are. scratch is used and given back. */
struct name_columns name_columns_find(struct arena *scratch, const struct columns *t, size_t known);

#endif
