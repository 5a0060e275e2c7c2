#include "read/table/columns.h"

#include "read/format/known_name.h"

#include <stdlib.h>

/* -- names ----------------------------------------------------------------------------------------------- */

static struct str all_names(struct arena *a, const struct columns_name *names, size_t n)
{
    struct buf b = BUF(a);
    for (size_t i = 0; i < n; i++) {
        if (i) buf_byte(&b, ',');
        buf_put(&b, names[i].name);
    }
    return buf_str(&b);
}

static bool column_used(const struct csv_rows *rows, size_t head, size_t column)
{
    for (size_t i = head + 1; i < rows->n; i++)
        if (column < rows->at[i].n && rows->at[i].cells[column].text.n) return true;
    return false;
}

static size_t find_name(const struct columns_name *names, size_t n, struct str word)
{
    for (size_t i = 0; i < n; i++)
        if (known_name_same(word, str_of(names[i].name))) return i;
    return SIZE_MAX;
}

static void tell_unknown(struct job *job, struct csv_cell head, const struct columns_name *names, size_t n)
{
    const char *known[COLUMNS_MOST];
    for (size_t i = 0; i < n; i++) known[i] = names[i].name;
    struct str near = known_name_nearest(head.text, known, n);
    if (near.n)
        diag_tell(job->diags, DIAG_COLUMN_UNKNOWN_NEAR, head.place, head.text, near);
    else
        diag_tell(job->diags, DIAG_COLUMN_UNKNOWN, head.place, head.text, all_names(job->scratch, names, n));
}

static void map_head(struct job *job, const struct csv_rows *rows, size_t head,
                     const struct columns_name *names, size_t n, struct columns *c)
{
    const struct csv_row *row = &rows->at[head];
    size_t unknown = 0;
    for (size_t i = 0; i < row->n; i++) {
        size_t k = find_name(names, n, row->cells[i].text);
        bool twice = k != SIZE_MAX && c->at[k] != SIZE_MAX;
        if (!row->cells[i].text.n) {
            if (column_used(rows, head, i))
                diag_tell(job->diags, DIAG_CSV_HEAD_EMPTY, row->cells[i].place, {0});
        } else if (twice && unknown++ < COLUMNS_MOST) {
            diag_tell(job->diags, DIAG_CSV_HEAD_TWICE, row->cells[i].place, {0});
        } else if (k != SIZE_MAX && !twice) {
            c->at[k] = i;
        } else if (!twice && unknown++ < COLUMNS_MOST) {
            tell_unknown(job, row->cells[i], names, n);
        }
    }
}

static bool any_name(const struct csv_row *row, const struct columns_name *names, size_t n)
{
    for (size_t i = 0; i < row->n; i++)
        if (find_name(names, n, row->cells[i].text) != SIZE_MAX) return true;
    return false;
}

/* Tells the first needed column that is missing. */
static bool lacks_needed(struct job *job, const struct csv_row *row, const struct columns_name *names,
                         size_t n, const struct columns *c)
{
    for (size_t i = 0; i < n; i++) {
        /* Of a pair _en, _km one is enough. */
        bool pair = str_ends(str_of(names[i].name), "_en") && c->at[i + 1] != SIZE_MAX;
        if (!names[i].needed || c->at[i] != SIZE_MAX || pair) continue;
        diag_tell(job->diags, DIAG_COLUMN_MISSING, row->place, str_of(names[i].name),
                  all_names(job->scratch, names, n));
        return true;
    }
    return false;
}

/* -- rows ------------------------------------------------------------------------------------------------ */

/* The first cell past the head's width that holds something; row->n where there is none. */
static size_t find_over(const struct csv_row *row, size_t wide)
{
    while (wide < row->n && !row->cells[wide].text.n) wide++;
    return wide < row->n ? wide : row->n;
}

/* The cells of every row, where two or more rows agree in having fewer than the first; else the first row's.
 */
static size_t common_width(const struct csv_rows *rows, size_t head)
{
    size_t wide = rows->at[head].n, common = 0, n = 0;
    for (size_t i = head + 1; i < rows->n; i++) {
        const struct csv_row *row = &rows->at[i];
        if (csv_blank(row)) continue;
        if (row->broken || row->n >= wide || (n++ && row->n != common)) return wide;
        common = row->n;
    }
    return n > 1 ? common : wide;
}

size_t columns_widths(struct job *job, struct csv_rows *rows, size_t head)
{
    size_t first = rows->at[head].n, wide = common_width(rows, head);
    if (wide < first)
        diag_tell(job->diags, DIAG_CSV_HEAD_WIDE, rows->at[head].cells[wide].place,
                  str_fmt(job->scratch, "%zu", first), str_fmt(job->scratch, "%zu", wide));
    for (size_t i = head + 1; i < rows->n; i++) {
        struct csv_row *row = &rows->at[i];
        size_t over = find_over(row, wide);
        row->in_step = !row->broken && row->n >= wide && over == row->n;
        if (row->in_step || row->broken || csv_blank(row)) continue;
        struct str has = str_fmt(job->scratch, "%zu", row->n), wants = str_fmt(job->scratch, "%zu", wide);
        if (row->n < wide)
            diag_tell(job->diags, DIAG_CSV_FEWER, row->place, has, wants);
        else
            diag_tell(job->diags, DIAG_CSV_MORE, row->cells[over].place, has, wants);
    }
    return wide;
}

void columns_settle(struct job *job, const struct csv_row *row, size_t told)
{
    if (!row->in_step) job->diags->list.n = told;
}

struct columns columns_read(struct job *job, const struct source *source, const struct columns_name *names,
                            size_t n)
{
    struct csv_rows rows = csv_read(job, source, 0, source->text.n);
    struct columns c = {.source = source};
    size_t head = 0;
    for (size_t i = 0; i < COLUMNS_MOST; i++) c.at[i] = SIZE_MAX;
    while (head < rows.n && csv_blank(&rows.at[head])) head++;
    if (head == rows.n) return c;
    if (any_name(&rows.at[head], names, n)) map_head(job, &rows, head, names, n, &c);
    if (lacks_needed(job, &rows.at[head], names, n, &c)) return c;
    c.wide = columns_widths(job, &rows, head);
    c.rows = rows.at + head + 1;
    c.n = rows.n - head - 1;
    return c;
}

/* -- cells ----------------------------------------------------------------------------------------------- */

struct csv_cell columns_cell(const struct columns *c, const struct csv_row *row, size_t column)
{
    size_t at = c->at[column];
    if (at < row->n) return row->cells[at];
    return (struct csv_cell){{0}, row->place};
}

struct bi columns_bi(const struct columns *c, const struct csv_row *row, size_t en, size_t km)
{
    struct csv_cell e = columns_cell(c, row, en), k = columns_cell(c, row, km);
    return (struct bi){.t = {[LANG_EN] = e.text, [LANG_KM] = k.text},
                       .at = {[LANG_EN] = e.place, [LANG_KM] = k.place}};
}

bool columns_consent(struct job *job, const struct csv_row *row, struct csv_cell cell)
{
    return row->in_step && cell_value_yesno(job, cell);
}

void columns_tell_consent(struct job *job, const struct csv_row *row)
{
    if (!row->in_step) diag_tell(job->diags, DIAG_CONSENT_ROW, row->place, {0});
}
