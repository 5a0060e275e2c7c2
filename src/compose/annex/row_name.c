#include "compose/annex/row_name.h"

#include "base/unicode.h"

enum {                    /* letters */
       ROOM = 44,         /* on one line beside many columns */
       MOST = 108,        /* the same, were there nothing beside them, */
       COLUMN_TAKES = 14, /* and what each column of numbers takes of that; */
       HALF_MOST = 52,    /* the same of a table in two halves */
       HALF_TAKES = 9
};

size_t row_name_letters(struct str s)
{
    size_t n = 0;
    for (size_t at = 0; at < s.n;) n += !unicode_mark(utf8_next(s, &at));
    return n;
}

bool row_name_fits(const struct builder *p, const struct node *table, struct bi name)
{
    size_t columns = table->halves ? table->ncolumns / 2 : table->ncolumns, n = 0;
    for (size_t i = 0; i < p->nlangs; i++) n += row_name_letters(name.t[p->langs[i]]);
    if (table->halves) return n + HALF_TAKES * (columns - 1) <= HALF_MOST;
    return n <= ROOM || n + COLUMN_TAKES * (columns - 1) <= MOST;
}

void row_name_put(struct builder *p, struct node *row, struct bi name, bool on_one)
{
    if (on_one)
        builder_cell_line(p, row, name);
    else
        builder_cell(p, row, name);
}
