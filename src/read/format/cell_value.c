#include "read/format/cell_value.h"

#include "khmer/number.h"
#include "read/format/known_name.h"

bool cell_value_yesno(struct job *job, struct csv_cell cell)
{
    int yes = yesno_read(cell.text);
    if (yes < 0) diag_tell(job->diags, DIAG_VALUE_YESNO, cell.place, {0});
    return yes == 1;
}

struct date cell_value_date(struct job *job, struct csv_cell cell)
{
    struct date d = {0};
    if (cell.text.n && !date_read(cell.text, &d.year, &d.month, &d.day)) {
        diag_tell(job->diags, DIAG_VALUE_DATE, cell.place, {0});
        d = (struct date){0};
    }
    return d;
}

int cell_value_clock(struct job *job, struct csv_cell cell)
{
    int minutes = cell.text.n ? clock_read(cell.text) : -1;
    if (cell.text.n && minutes < 0) diag_tell(job->diags, DIAG_VALUE_CLOCK, cell.place, {0});
    return minutes;
}

int cell_value_word(struct job *job, struct csv_cell cell, const char *const *words, size_t n)
{
    if (!cell.text.n) return 0;
    struct str list[CELL_VALUE_WORDS];
    for (size_t i = 0; i < n; i++) {
        list[i] = str_of(words[i]);
        if (known_name_same(cell.text, list[i])) return (int)i;
    }
    diag_tell(job->diags, DIAG_VALUE_WORD, cell.place, cell.text, str_join(job->scratch, list, n, STR(", ")));
    return 0;
}
