#include "read/table/columns.h"

#include "khmer/number.h"
#include "read/format/known_name.h"
#include "read/table/row_fit.h"
#include "read/table/row_kind.h"
#include "read/table/row_shift.h"

#include <stdlib.h>

/* -- names ----------------------------------------------------------------------------------------------- */

static struct str all_names(struct arena *a, const struct column_name *names, size_t n)
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

/* In which language most of a column's cells are. LANG_NONE: they are empty. */
static enum lang column_lang(const struct csv_rows *rows, size_t head, size_t column)
{
    enum { ENOUGH = 200 };
    size_t counts[LANG_N] = {0}, filled = 0;
    for (size_t i = head + 1; i < rows->n && filled < ENOUGH; i++) {
        struct str text = column < rows->at[i].n ? rows->at[i].cells[column].text : (struct str){0};
        if (!text.n) continue;
        counts[lang_of_text(text)]++;
        filled++;
    }
    enum lang most = LANG_NONE;
    for (int l = LANG_N; l-- > 0 && filled;)
        if (most == LANG_NONE || counts[l] > counts[most]) most = (enum lang)l;
    return most;
}

/* The name that a cell of the head says. Where it does not say in which language, the column's cells do. */
static size_t find_name(const struct csv_rows *rows, size_t head, size_t column,
                        const struct column_name *names, size_t n, struct arena *scratch)
{
    struct column_name_found found = column_name_find(names, n, rows->at[head].cells[column].text);
    enum lang lang = found.open ? column_lang(rows, head, column) : LANG_NONE;
    if (lang == LANG_NONE) return found.name;
    size_t partner = column_name_partner(names, n, found.name);
    const char *end = str_fmt(scratch, "_%s", lang_tag(lang)).s;
    return partner != SIZE_MAX && str_ends(str_of(names[partner].name), end) ? partner : found.name;
}

static void tell_unknown(struct job *job, struct csv_cell head, const struct column_name *names, size_t n)
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
                     const struct column_name *names, size_t n, struct columns *c)
{
    const struct csv_row *row = &rows->at[head];
    size_t unknown = 0;
    for (size_t i = 0; i < row->n; i++) {
        size_t k = find_name(rows, head, i, names, n, job->scratch);
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

/* Tells the first of the columns that the table needs and has none of; "Name" alone is read as what its cells
 * tell, but is told as well. */
static bool lacks_needed(struct job *job, const struct csv_row *row, const struct column_name *names,
                         size_t n, const bool *seen)
{
    size_t i = column_name_lacking(names, n, seen);
    if (i != SIZE_MAX)
        diag_tell(job->diags, DIAG_COLUMN_MISSING, row->place, str_of(names[i].name),
                  all_names(job->scratch, names, n));
    return i != SIZE_MAX;
}

/* -- rows ------------------------------------------------------------------------------------------------ */

/* The first cell past the head's width that holds something; row->n where there is none. */
static size_t find_over(const struct csv_row *row, size_t wide)
{
    while (wide < row->n && !row->cells[wide].text.n) wide++;
    return wide < row->n ? wide : row->n;
}

bool columns_entry(const struct csv_row *row)
{
    return row->kind == CSV_ROW_ENTRY && !csv_blank(row);
}

/* Its cells as they belong, up to the last that holds something; what one column holds two of was one cell,
 * and stood parted by a comma. */
static void put_in_order(struct job *job, struct csv_row *row, const size_t *to)
{
    size_t wide = 0;
    for (size_t i = 0; i < row->n; i++)
        if (row->cells[i].text.n && to[i] >= wide) wide = to[i] + 1;
    struct csv_cell *cells = ARENA_MANY(job->keep, struct csv_cell, wide);
    for (size_t i = 0; i < wide; i++) cells[i].place = row->place;
    for (size_t i = 0; i < row->n; i++) {
        struct csv_cell from = row->cells[i];
        if (!from.text.n) continue;
        struct str before = cells[to[i]].text;
        if (before.n)
            cells[to[i]].text = str_join(job->keep, (struct str[]){before, from.text}, 2, STR(", "));
        else
            cells[to[i]] = from;
    }
    if (!row->as_typed) row->as_typed = row->cells, row->nas_typed = row->n;
    row->cells = cells;
    row->n = wide;
}

/* -- rows that agree in another width than the head's ---------------------------------------------------- */

/* All entries, two or more, of one width that is not the head's; 0: they do not agree. */
static size_t common_width(const struct csv_rows *rows, size_t head, const struct csv_row **all)
{
    size_t n = 0;
    for (size_t i = head + 1; i < rows->n; i++) {
        const struct csv_row *row = &rows->at[i];
        if (!columns_entry(row)) continue;
        if (row->broken || row->n == rows->at[head].n || (n && row->n != all[0]->n)) return 0;
        all[n++] = row;
    }
    return n > 1 ? n : 0;
}

/* Do all keep to the first columns, so that the last ones are missing, or empty cells stand behind? */
static bool keeps_place(struct arena *scratch, const struct csv_row *row, const struct column_type *types,
                        size_t wide)
{
    for (size_t i = 0; i < row->n; i++) {
        struct str text = row->cells[i].text;
        if (text.n && (i >= wide || !column_type_fits(scratch, &types[i], text))) return false;
    }
    return true;
}

static void tell_wide(struct job *job, const struct csv_row *head, size_t wide)
{
    if (wide < head->n)
        diag_tell(job->diags, DIAG_CSV_HEAD_WIDE, head->cells[wide].place,
                  str_fmt(job->scratch, "%zu", head->n), str_fmt(job->scratch, "%zu", wide));
}

/* Where every row has as many cells too few, or empty ones too many, they are read as one: by types, or else
 * as the last columns left out. False where they do not agree. */
static bool fit_all(struct job *job, struct csv_rows *rows, size_t head, const struct column_type *types)
{
    const struct csv_row *first = &rows->at[head],
                         **all = ARENA_MANY(job->scratch, const struct csv_row *, rows->n);
    size_t n = common_width(rows, head, all), wide = n ? all[0]->n : 0;
    if (!n) return false;
    size_t *to = ARENA_MANY(job->scratch, size_t, wide);
    enum row_fit fit = row_fit_find(job->scratch, types, first->n, all, n, false, to);
    for (size_t i = 0; i < n && fit < ROW_FIT_COUNTED; i++)
        if (!keeps_place(job->scratch, all[i], types, first->n)) return false;
    for (size_t i = 0; i < wide && fit < ROW_FIT_COUNTED; i++) to[i] = i;
    tell_wide(job, first, wide);
    for (size_t i = head + 1; i < rows->n; i++) {
        struct csv_row *row = &rows->at[i];
        if (!columns_entry(row)) continue;
        row->in_step = fit == ROW_FIT_SURE;
        put_in_order(job, row, to);
    }
    return true;
}

/* -- one row by itself ----------------------------------------------------------------------------------- */

static void tell_width(struct job *job, const struct csv_row *row, size_t wide)
{
    struct str has = str_fmt(job->scratch, "%zu", row->n), wants = str_fmt(job->scratch, "%zu", wide);
    if (row->broken || row->n == wide) return;
    size_t over = find_over(row, wide);
    if (row->n < wide)
        diag_tell(job->diags, DIAG_CSV_FEWER, row->place, has, wants);
    else
        diag_tell(job->diags, DIAG_CSV_MORE, row->cells[over < row->n ? over : wide].place, has, wants);
}

static void fit_row(struct job *job, struct csv_row *row, const struct column_type *types, size_t wide)
{
    struct arena_mark mark = arena_mark(job->scratch);
    const struct csv_row *one = row;
    size_t *to = ARENA_MANY(job->scratch, size_t, row->n);
    enum row_fit fit = row_fit_find(job->scratch, types, wide, &one, 1, true, to);
    tell_width(job, row, wide);
    if (fit < ROW_FIT_COUNTED) {
        row->kind = CSV_ROW_OUT;
        diag_tell(job->diags, DIAG_CSV_ROW_OUT, row->place, {0});
    } else {
        put_in_order(job, row, to);
    }
    arena_reset(job->scratch, mark);
}

/* A row as wide as the head whose cells may have moved all the same: it is read as it stands, but where more
 * than one of them says so, in one way alone. */
static void look_for_shift(struct job *job, struct csv_row *row, const struct column_type *types,
                           size_t named)
{
    struct arena_mark mark = arena_mark(job->scratch);
    size_t *to = ARENA_MANY(job->scratch, size_t, row->n);
    struct row_shift found = row_shift_find(job->scratch, types, named, row, to);
    row->aside = found.aside;
    if (row->aside) {
        diag_tell(job->diags, DIAG_CSV_SHIFTED, row->place, {0});
        row->in_step = false;
        if (found.sure) put_in_order(job, row, to);
    }
    arena_reset(job->scratch, mark);
}

/* -- crosses --------------------------------------------------------------------------------------------- */

static bool holds_yesno(const struct column_type *type)
{
    return type->kind == COLUMN_YESNO || type->kind == COLUMN_CONSENT || type->yesno;
}

/* Where others are ticked, a cross may be the opposite of a tick; one that is a tick's own partner is. */
static void find_doubtful(struct csv_rows *rows, size_t head, size_t column)
{
    bool ticks = false;
    for (size_t i = head + 1; i < rows->n && !ticks; i++)
        ticks = column < rows->at[i].n && yesno_tick(rows->at[i].cells[column].text);
    for (size_t i = head + 1; i < rows->n && ticks; i++) {
        struct csv_cell *cell = column < rows->at[i].n ? &rows->at[i].cells[column] : NULL;
        if (cell && yesno_cross(cell->text)) cell->doubtful = true;
        if (cell && yesno_untick(cell->text)) cell->text = STR("no");
    }
}

/* Only then does a row that may have moved matter: its other cells are told where they do not fit. */
static bool has_consent(const struct column_type *types, size_t wide)
{
    for (size_t i = 0; i < wide; i++)
        if (types[i].kind == COLUMN_CONSENT) return true;
    return false;
}

/* A deleted cell may leave nothing but the row's end: a yes that moved under another consent fits there. To
 * end before the last column is no habit where all but a few rows are filled to it: a tenth, of few rows a
 * third. Where it is one, an empty consent is a no like any other. */
static bool early_is_odd(const struct csv_rows *rows, size_t head, size_t named)
{
    enum { ENTRIES = 10, SHARE = 10, FEW_SHARE = 3 };
    size_t entries = 0, early = 0;
    for (size_t i = head + 1; i < rows->n; i++) {
        const struct csv_row *row = &rows->at[i];
        if (!columns_entry(row) || row->broken || row->n != rows->at[head].n) continue;
        entries++;
        early += csv_end(row) < named;
    }
    return early * (entries < ENTRIES ? FEW_SHARE : SHARE) <= entries;
}

static void doubt_early(struct job *job, struct csv_row *row)
{
    diag_tell(job->diags, DIAG_CSV_EARLY, row->place, {0});
    row->aside = 1;
    row->in_step = false;
}

void columns_fit(struct job *job, struct csv_rows *rows, size_t head, struct column_type *types)
{
    struct arena_mark mark = arena_mark(job->scratch);
    size_t wide = rows->at[head].n, named = csv_end(&rows->at[head]);
    bool consents = has_consent(types, wide), odd = consents && early_is_odd(rows, head, named);
    row_kind_find(job, rows, head, types);
    for (size_t i = 0; i < wide; i++)
        if (holds_yesno(&types[i])) find_doubtful(rows, head, i);
    column_type_settle(job->scratch, types, wide, rows->at + head + 1, rows->n - head - 1);
    bool agreed = fit_all(job, rows, head, types);
    for (size_t i = head + 1; i < rows->n && !agreed; i++) {
        struct csv_row *row = &rows->at[i];
        if (!columns_entry(row)) continue;
        row->in_step = !row->broken && row->n == wide;
        if (row->in_step && consents)
            look_for_shift(job, row, types, named);
        else if (!row->in_step)
            fit_row(job, row, types, wide);
        if (odd && row->in_step && csv_end(row) < named) doubt_early(job, row);
    }
    arena_reset(job->scratch, mark);
}

void columns_settle(struct job *job, const struct csv_row *row, size_t told)
{
    if (!row->in_step && row->as_typed) job->diags->list.n = told;
}

/* -- the table ------------------------------------------------------------------------------------------- */

/* Which names a row says, bare ones too or not; returns how many of its cells say one: 0 where all of them
 * may stand in an entry.
 */
static size_t find_seen(const struct csv_row *row, const struct column_name *names, size_t n, bool bare,
                        bool *seen)
{
    size_t known = 0, sure = 0;
    memset(seen, 0, n * sizeof *seen);
    for (size_t i = 0; i < row->n; i++) {
        struct column_name_found found = column_name_find(names, n, row->cells[i].text);
        if (found.name == SIZE_MAX || (found.bare && !bare)) continue;
        seen[found.name] = true;
        known++;
        sure += !found.weak;
    }
    if (sure) return known;
    memset(seen, 0, n * sizeof *seen);
    return 0;
}

/* Names enough for a head: what the table needs, and below the first row two of them. */
static bool is_head(const struct csv_row *row, const struct column_name *names, size_t n, bool first)
{
    bool seen[COLUMNS_MOST];
    return find_seen(row, names, n, true, seen) >= (first ? 1 : 2) &&
           column_name_lacking(names, n, seen) == SIZE_MAX;
}

/* A title may stand above the row that names the columns. rows->n: all are blank. */
static size_t find_head(struct job *job, const struct csv_rows *rows, const struct column_name *names,
                        size_t n)
{
    enum { TRIES = 10 };
    size_t first = 0, tries = 0;
    while (first < rows->n && csv_blank(&rows->at[first])) first++;
    for (size_t i = first; i < rows->n && tries < TRIES; i++) {
        if (csv_blank(&rows->at[i])) continue;
        if (is_head(&rows->at[i], names, n, i == first)) {
            struct str above = str_fmt(job->scratch, "%zu", tries);
            if (tries) diag_tell(job->diags, DIAG_REPLY_ABOVE, rows->at[first].place, above);
            return i;
        }
        tries++;
    }
    return first;
}

/* Words in a column "…_en" are English ones. */
static struct column_type type_of(struct arena *a, const struct column_name *name)
{
    struct column_type type = name->type;
    type.unticked = type.kind == COLUMN_WORDS;
    for (int l = 0; l < LANG_N && type.kind == COLUMN_WORDS; l++)
        if (str_ends(str_of(name->name), str_fmt(a, "_%s", lang_tag((enum lang)l)).s))
            type.kind = COLUMN_WRITTEN, type.lang = (enum lang)l;
    return type;
}

static void fit_columns(struct job *job, struct csv_rows *rows, size_t head, const struct column_name *names,
                        size_t n, const struct columns *c)
{
    struct column_type *types = ARENA_MANY(job->scratch, struct column_type, rows->at[head].n);
    for (size_t i = 0; i < n; i++)
        if (c->at[i] != SIZE_MAX) types[c->at[i]] = type_of(job->scratch, &names[i]);
    columns_fit(job, rows, head, types);
}

struct columns columns_read(struct job *job, const struct source *source, const struct column_name *names,
                            size_t n)
{
    struct csv_rows rows = csv_read(job, source, 0, source->text.n);
    struct columns c = {.source = source};
    size_t head = find_head(job, &rows, names, n);
    for (size_t i = 0; i < COLUMNS_MOST; i++) c.at[i] = SIZE_MAX;
    if (head == rows.n) return c;
    bool seen[COLUMNS_MOST];
    if (find_seen(&rows.at[head], names, n, true, seen)) map_head(job, &rows, head, names, n, &c);
    if (lacks_needed(job, &rows.at[head], names, n, seen)) return c;
    find_seen(&rows.at[head], names, n, false, seen);
    lacks_needed(job, &rows.at[head], names, n, seen);
    fit_columns(job, &rows, head, names, n, &c);
    c.wide = rows.at[head].n;
    c.rows = rows.at + head + 1;
    c.n = rows.n - head - 1;
    return c;
}

void columns_seen(struct job *job, const struct source *source, const struct column_name *names, size_t n,
                  bool *seen)
{
    size_t told = job->diags->list.n;
    struct csv_rows rows = csv_read(job, source, 0, source->text.n);
    size_t head = find_head(job, &rows, names, n);
    memset(seen, 0, n * sizeof *seen);
    if (head < rows.n && is_head(&rows.at[head], names, n, true))
        find_seen(&rows.at[head], names, n, true, seen);
    job->diags->list.n = told;
}

/* -- cells ----------------------------------------------------------------------------------------------- */

struct csv_cell columns_cell(const struct columns *c, const struct csv_row *row, size_t column)
{
    size_t at = c->at[column];
    if (at < row->n) return row->cells[at];
    return (struct csv_cell){.place = row->place};
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
    if (!row->in_step && !row->aside) diag_tell(job->diags, DIAG_CONSENT_ROW, row->place, {0});
}
