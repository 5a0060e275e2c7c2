#include "compose/annex/row_name.h"

#include "base/unicode.h"

enum {                    /* letters */
       ROOM = 44,         /* on one line beside many columns */
       MOST = 108,        /* the same, were there nothing beside them, */
       COLUMN_TAKES = 14, /* and what each column of numbers takes of that */
};

size_t row_name_letters(struct str s)
{
    size_t n = 0;
    for (size_t at = 0; at < s.n;) n += !unicode_mark(utf8_next(s, &at));
    return n;
}

bool row_name_fits(const struct builder *p, const struct node *table, struct bi name)
{
    size_t n = 0;
    for (size_t i = 0; i < p->nlangs; i++) n += row_name_letters(name.t[p->langs[i]]);
    return n <= ROOM || n + COLUMN_TAKES * (table->ncolumns - 1) <= MOST;
}

void row_name_put(struct builder *p, struct node *row, struct bi name, bool on_one)
{
    if (on_one)
        builder_cell_line(p, row, name);
    else
        builder_cell(p, row, name);
}
