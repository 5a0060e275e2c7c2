#include "read/format/cell_value.h"

#include "khmer/number.h"
#include "read/format/known_name.h"

bool cell_value_yesno(struct job *job, struct csv_cell cell)
{
    int yes = cell.doubtful ? 0 : yesno_read(cell.text);
    if (cell.doubtful)
        diag_tell(job->diags, DIAG_VALUE_CROSS, cell.place, {0});
    else if (yes < 0)
        diag_tell(job->diags, DIAG_VALUE_YESNO, cell.place, {0});
    return yes == 1;
}

static struct str iso(struct arena *a, int year, int month, int day)
{
    return str_fmt(a, "%04d-%02d-%02d", year, month, day);
}

bool cell_value_is_date(struct str text)
{
    struct date d = {0};
    return date_read(text, &d.year, &d.month, &d.day);
}

struct date cell_value_date(struct job *job, struct csv_cell cell)
{
    struct date d = {0};
    bool in_table = cell.place.column > 0; /* elsewhere a number of five digits is no day */
    if (!cell.text.n) return d;
    if (in_table && date_serial(cell.text, &d.year, &d.month, &d.day)) return d;
    if (!date_read(cell.text, &d.year, &d.month, &d.day)) {
        diag_tell(job->diags, DIAG_VALUE_DATE, cell.place, {0});
        return (struct date){0};
    }
    if (date_either(cell.text))
        diag_tell(job->diags, DIAG_VALUE_DATE_EITHER, cell.place, iso(job->scratch, d.year, d.month, d.day),
                  iso(job->scratch, d.year, d.day, d.month));
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
