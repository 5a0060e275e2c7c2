#include "read/format/csv.h"

#include "khmer/spelling_order.h"
#include "read/format/separator.h"

#include <csv.h>

enum { LOOK_FREELY = 1 << 23, LOOK_CLOSELY = 1 << 12, JOIN_MOST = 1 << 22 };

/* -- fields, each handed to libcsv with the sign that ends it -------------------------------------------- */

struct hurt { /* a cell with one quote: opened and never closed, or closed and never opened */
    size_t row, cell;
    bool opened;
};

struct csv_scan {
    struct job *job;
    const struct source *source;
    struct str text; /* up to the end of the table */
    size_t at, row_start, cell_start;
    char separator;
    size_t looked, joined; /* work done in vain, bounded */
    struct csv_parser parser;
    VEC(struct csv_cell) cells;
    VEC(struct csv_row) rows;
    VEC(struct hurt) hurts;
};

static bool is_end(char c)
{
    return c == '\n' || c == '\r';
}

/* The line end at a byte, if there is one: \n, \r\n or a lone \r. */
static size_t past_end(struct str text, size_t at)
{
    if (at < text.n && text.s[at] == '\r')
        at++;
    else if (at < text.n && text.s[at] == '\n')
        return at + 1;
    else
        return at;
    return at < text.n && text.s[at] == '\n' ? at + 1 : at;
}

static size_t skip_blanks(const struct csv_scan *s, size_t at)
{
    while (at < s->text.n && (s->text.s[at] == ' ' || s->text.s[at] == '\t') && s->text.s[at] != s->separator)
        at++;
    return at;
}

static bool ends_field(const struct csv_scan *s, size_t at)
{
    at = skip_blanks(s, at);
    return at >= s->text.n || s->text.s[at] == s->separator || is_end(s->text.s[at]);
}

/* The byte after the quote that closes the one before at; SIZE_MAX where none does. A lone quote inside is
 * the writer's own; but behind a separator, or on a later line, it opens another cell: then this one was
 * never closed. */
static size_t find_close(struct csv_scan *s, size_t at)
{
    size_t from = at, limit = s->looked > LOOK_FREELY ? LOOK_CLOSELY : SIZE_MAX;
    bool lines = false;
    for (; at < s->text.n && at - from < limit; at++) {
        char c = s->text.s[at];
        if (is_end(c)) lines = true;
        if (c != '"') continue;
        if (at + 1 < s->text.n && s->text.s[at + 1] == '"')
            at++;
        else if (ends_field(s, at + 1))
            return at + 1;
        else if (lines || (at > from && s->text.s[at - 1] == s->separator))
            break;
    }
    s->looked += at - from;
    return SIZE_MAX;
}

static size_t find_end(const struct csv_scan *s, size_t at)
{
    while (at < s->text.n && s->text.s[at] != s->separator && !is_end(s->text.s[at])) at++;
    return at;
}

/* A slice of the source where the cell stands there as it is; line ends inside a cell are \n. */
static struct str cell_text(struct arena *a, struct str raw, struct str text)
{
    if (!text.s) return str_sub(raw, 0, 0);
    if (!memchr(text.s, '\r', text.n)) return str_eq(raw, text) ? raw : str_copy(a, text);
    struct buf b = BUF(a);
    for (size_t i = 0; i < text.n; i++) {
        if (text.s[i] != '\r')
            buf_byte(&b, text.s[i]);
        else if (i + 1 >= text.n || text.s[i + 1] != '\n')
            buf_byte(&b, '\n');
    }
    return buf_str(&b);
}

static void add_cell(struct csv_scan *s, const char *bytes, size_t n)
{
    size_t at = s->cell_start;
    struct str raw = str_sub(s->text, at, at + n), text = {bytes, n};
    text = spelling_order_mend(s->job->keep, str_trim(cell_text(s->job->keep, raw, text)));
    VEC_ADD(s->job->scratch, s->cells, (struct csv_cell){.text = text, .place = place_in(s->source, at)});
}

static void on_cell(void *bytes, size_t n, void *scan)
{
    add_cell(scan, bytes, n);
}

static void add_row(struct csv_scan *s)
{
    struct arena *keep = s->job->keep;
    struct csv_row row = {.n = s->cells.n, .place = place_in(s->source, s->row_start)};
    row.cells = ARENA_MANY(keep, struct csv_cell, row.n);
    if (row.n) memcpy(row.cells, s->cells.at, row.n * sizeof *row.cells);
    VEC_ADD(keep, s->rows, row);
    s->cells.n = 0;
}

static void feed(struct csv_scan *s, const char *bytes, size_t n)
{
    csv_parse(&s->parser, bytes, n, on_cell, NULL, s);
}

static void hurt(struct csv_scan *s, enum diag_code code, size_t at)
{
    enum { TOLD_MOST = 100 };
    if (s->hurts.n < TOLD_MOST) diag_tell(s->job->diags, code, place_in(s->source, at), {0});
    VEC_ADD(s->job->scratch, s->hurts, (struct hurt){s->rows.n, s->cells.n, code == DIAG_CSV_QUOTE});
}

/* Where an unquoted cell ends in a quote that nothing opened (no inches: 12"), that quote; else its end. */
static size_t find_stray(const struct csv_scan *s, size_t from, size_t end)
{
    struct str cell = str_trim(str_sub(s->text, from, end));
    size_t last = cell.n ? (size_t)(cell.s - s->text.s) + cell.n - 1 : end;
    if (cell.n < 2 || s->text.s[last] != '"' || memchr(cell.s, '"', cell.n - 1)) return end;
    return s->text.s[last - 1] >= '0' && s->text.s[last - 1] <= '9' && cell.n < 4 ? end : last;
}

/* One field, from s->at to the sign that ends it. */
static void read_field(struct csv_scan *s)
{
    size_t from = skip_blanks(s, s->at), close = 0;
    bool quoted = from < s->text.n && s->text.s[from] == '"';
    if (quoted) close = find_close(s, from + 1);
    if (quoted && close == SIZE_MAX) hurt(s, DIAG_CSV_QUOTE, from++);
    bool whole = quoted && close != SIZE_MAX;
    size_t end = find_end(s, whole ? close : from), stray = quoted ? end : find_stray(s, from, end);
    if (stray < end) hurt(s, DIAG_CSV_STRAY, stray);
    s->cell_start = from + whole;
    feed(s, s->text.s + from, stray - from);
    s->at = end;
}

static void read_row(struct csv_scan *s)
{
    s->row_start = s->at;
    while (s->at < s->text.n && !is_end(s->text.s[s->at])) {
        read_field(s);
        if (s->at >= s->text.n || is_end(s->text.s[s->at])) break;
        feed(s, &s->separator, 1);
        s->at++;
        s->cell_start = s->at;
        if (s->at >= s->text.n || is_end(s->text.s[s->at])) break;
    }
    if (s->at > s->row_start) feed(s, "\n", 1);
    /* To libcsv a lone quote that is passed over is a blank line. */
    if (s->at > s->row_start && !s->cells.n) add_cell(s, "", 0);
    s->at = past_end(s->text, s->at);
    add_row(s);
}

static const size_t GONE = SIZE_MAX; /* as a row's width: joined to another, dropped at the end */

/* -- rows that a quote put out of step ------------------------------------------------------------------- */

/* The text from one cell to another as it stands in the source, else the two with between. */
static struct str span_text(struct csv_scan *s, struct csv_cell a, struct csv_cell b, const char *between)
{
    const char *from = s->source->text.s + a.place.offset, *to = b.text.s ? b.text.s + b.text.n : from;
    bool here = b.text.n && b.text.s >= s->text.s && to <= s->text.s + s->text.n && from < to;
    if (here) return spelling_order_mend(s->job->keep, str_trim((struct str){from, (size_t)(to - from)}));
    return str_join(s->job->keep, (struct str[]){a.text, b.text}, 2, str_of(between));
}

/* Cells from … to become one. */
static void join_cells(struct csv_scan *s, struct csv_row *row, size_t from, size_t to)
{
    row->cells[from].text = span_text(s, row->cells[from], row->cells[to], ", ");
    memmove(row->cells + from + 1, row->cells + to + 1, (row->n - to - 1) * sizeof *row->cells);
    row->n -= to - from;
}

/* The next row goes on where this one ends: a line end inside a cell. */
static void join_rows(struct csv_scan *s, struct csv_row *row, struct csv_row *next)
{
    s->joined += row->n + next->n;
    struct csv_cell *cells = ARENA_MANY(s->job->keep, struct csv_cell, row->n + next->n);
    memcpy(cells, row->cells, row->n * sizeof *cells);
    memcpy(cells + row->n - 1, next->cells, next->n * sizeof *cells);
    cells[row->n - 1].text = span_text(s, row->cells[row->n - 1], next->cells[0], "\n");
    s->joined += cells[row->n - 1].text.n;
    cells[row->n - 1].place = row->cells[row->n - 1].place;
    row->cells = cells;
    row->n += next->n - 1;
    next->n = GONE;
}

static size_t row_before(struct csv_scan *s, size_t i)
{
    for (; i-- > 0; s->joined++)
        if (s->rows.at[i].n != GONE) return i;
    return GONE;
}

/* Lines of the open cell that follow: rows too short to be any by themselves. */
static void join_following(struct csv_scan *s, struct hurt h, size_t wide)
{
    struct csv_row *row = &s->rows.at[h.row];
    bool last = h.cell + 1 == wide;
    for (size_t i = h.row + 1; (row->n < wide || last) && i < s->rows.n; i++) {
        struct csv_row *next = &s->rows.at[i];
        if (next->n == GONE || !next->n || next->n >= wide || s->joined > JOIN_MOST) break;
        join_rows(s, row, next);
    }
}

static void mend_row(struct csv_scan *s, struct hurt h, size_t wide)
{
    struct csv_row *row = &s->rows.at[h.row];
    if (row->n == GONE || wide < 2 || s->joined > JOIN_MOST) return;
    size_t before = row->n < wide && !h.opened ? row_before(s, h.row) : GONE;
    if (before != GONE && s->rows.at[before].n && s->rows.at[before].n < wide) {
        h.cell += s->rows.at[before].n - 1;
        join_rows(s, &s->rows.at[before], row);
        row = &s->rows.at[before];
    }
    if (h.opened) join_following(s, h, wide);
    size_t over = row->n > wide ? row->n - wide : 0;
    if (over && h.opened && h.cell + over < row->n)
        join_cells(s, row, h.cell, h.cell + over);
    else if (over && !h.opened && h.cell >= over && h.cell < row->n)
        join_cells(s, row, h.cell - over, h.cell);
    row->broken = row->n != wide;
}

static void mend_rows(struct csv_scan *s)
{
    size_t head = 0, kept = 0;
    while (head < s->rows.n && csv_blank(&s->rows.at[head])) head++;
    for (size_t i = 0; i < s->hurts.n; i++) mend_row(s, s->hurts.at[i], s->rows.at[head].n);
    for (size_t i = 0; i < s->rows.n; i++)
        if (s->rows.at[i].n != GONE) s->rows.at[kept++] = s->rows.at[i];
    s->rows.n = kept;
}

static void number_cells(struct csv_scan *s)
{
    for (size_t i = 0; i < s->rows.n; i++)
        for (size_t k = 0; k < s->rows.at[i].n; k++) s->rows.at[i].cells[k].place.column = (uint32_t)(k + 1);
}

/* -- a spreadsheet's cells ------------------------------------------------------------------------------- */

static struct csv_cell office_cell(struct job *job, const struct source *s, size_t i)
{
    struct str text = str_trim(source_line(s, i + 1));
    struct place place = {.source = s, .offset = s->lines[i], .column = s->cells[i].column};
    return (struct csv_cell){.text = spelling_order_mend(job->keep, text), .place = place};
}

/* Its cells stand in order, row by row. */
static struct csv_rows office_rows(struct job *job, const struct source *s)
{
    VEC(struct csv_row) rows = {0};
    for (size_t i = 0, n; i < s->nlines; i += n) {
        for (n = 1; i + n < s->nlines && s->cells[i + n].row == s->cells[i].row;) n++;
        struct csv_row row = {.n = n, .place = place_in(s, s->lines[i])};
        row.cells = ARENA_MANY(job->keep, struct csv_cell, n);
        for (size_t k = 0; k < n; k++) row.cells[k] = office_cell(job, s, i + k);
        VEC_ADD(job->keep, rows, row);
    }
    return (struct csv_rows){rows.at, rows.n};
}

struct csv_rows csv_read(struct job *job, const struct source *source, size_t from, size_t to)
{
    if (source->kind == SOURCE_CELLS) return office_rows(job, source);
    struct arena_mark mark = arena_mark(job->scratch);
    struct csv_scan s = {.job = job, .source = source, .text = str_sub(source->text, 0, to), .at = from};
    s.separator = separator_find(job->scratch, s.text, from, &s.at);
    csv_init(&s.parser, 0);
    csv_set_delim(&s.parser, (unsigned char)s.separator);
    while (s.at < s.text.n) read_row(&s);
    csv_free(&s.parser);
    if (s.hurts.n) mend_rows(&s);
    number_cells(&s);
    arena_reset(job->scratch, mark);
    return (struct csv_rows){s.rows.at, s.rows.n};
}

size_t csv_end(const struct csv_row *row)
{
    size_t end = row->n;
    while (end && !row->cells[end - 1].text.n) end--;
    return end;
}

bool csv_blank(const struct csv_row *row)
{
    return !csv_end(row);
}
