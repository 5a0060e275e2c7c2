/* row_padding: the white that parts a table's rows. Pure. */
#ifndef SASTRA_LAYOUT_TABLE_ROW_PADDING_H
#define SASTRA_LAYOUT_TABLE_ROW_PADDING_H

#include "layout/layout_context.h"

struct row_padding {
    int32_t pad;  /* above and under a row's words; */
    int32_t rise; /* so much more above than under them */
    bool bands;   /* some rows have a tint: a day of the programme, which closes up as a whole */
    int32_t line; /* no row is lower: one of both halves, some of which hold Khmer; 0: rows are as they are */
};

struct row_padding_for { /* what its table has */
    bool halves, numbers;
};

struct row_padding row_padding_of(const struct layout_context *lay, const struct node *table,
                                  struct row_padding_for holds);

#endif
