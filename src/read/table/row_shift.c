#include "read/table/row_shift.h"

static size_t count_misfits(struct arena *scratch, const struct column_type *types, const struct csv_row *row)
{
    size_t n = 0;
    for (size_t i = 0; i < row->n; i++) {
        struct str text = row->cells[i].text;
        n += text.n && !column_type_fits(scratch, &types[i], text);
    }
    return n;
}

/* The columns that a deleted cell leaves the row short of, as far as is looked. */
static size_t columns_within(size_t named, size_t used)
{
    return named > used + ROW_FIT_ASIDE_MOST ? used + ROW_FIT_ASIDE_MOST : named;
}

struct row_shift row_shift_find(struct arena *scratch, const struct column_type *types, size_t named,
                                const struct csv_row *row, size_t *to)
{
    size_t misfits = count_misfits(scratch, types, row), wide;
    struct csv_row used = *row;
    const struct csv_row *one = &used;
    used.n = csv_end(row);
    if (!misfits) return (struct row_shift){0};
    wide = columns_within(named, used.n);
    enum row_fit fewer =
        used.n == wide ? ROW_FIT_NONE : row_fit_find(scratch, types, wide, &one, 1, false, to);
    size_t aside = used.n < wide ? wide - used.n : used.n - wide;
    if (fewer != ROW_FIT_NONE) return (struct row_shift){aside, misfits > 1 && fewer > ROW_FIT_SEVERAL};
    if (used.n < 2 || used.n > named) return (struct row_shift){0};
    /* one was put in, and an empty one at the end went for it */
    enum row_fit more = row_fit_find(scratch, types, used.n - 1, &one, 1, false, to);
    return (struct row_shift){more != ROW_FIT_NONE, misfits > 1 && more > ROW_FIT_SEVERAL};
}
