#include "read/csv.h"

#include "khmer/order.h"

#include <csv.h>

enum { SNIFF_BYTES = 1 << 16, SNIFF_ROWS = 20, LOOK_FREELY = 1 << 23, LOOK_CLOSELY = 1 << 12 };

static const char SEPARATORS[] = {',', ';', '\t'};

/* -- which separator ------------------------------------------------------------------------------------- */

struct tally {
    size_t header, here, rows, same;
    size_t tight; /* in the header, with no blank behind: prose has one */
};

static void end_row(struct tally *t, bool blank)
{
    if (blank && !t->rows) t->tight = 0;
    if (!blank && !t->rows) t->header = t->here;
    if (!blank) t->same += t->here == t->header;
    t->rows += !blank;
    t->here = 0;
}

/* How well a separator explains the first rows: those that have as many as the header, then how many that
 * has. */
static size_t score(struct str text, char separator)
{
    struct tally t = {0};
    bool quoted = false, blank = true;
    for (size_t i = 0; i < text.n && t.rows < SNIFF_ROWS; i++) {
        char c = text.s[i];
        if (c == '"') quoted = !quoted;
        if (!quoted && c == separator) {
            t.here++;
            t.tight += !t.rows && i + 1 < text.n && text.s[i + 1] != ' ';
        }
        bool end = !quoted && (c == '\n' || c == '\r');
        if (end) end_row(&t, blank);
        blank = end || (blank && (c == ' ' || memchr(SEPARATORS, c, sizeof SEPARATORS)));
    }
    if (t.rows < SNIFF_ROWS) end_row(&t, blank);
    return t.header ? (t.same << 40) + (t.tight << 20) + t.header : 0;
}

static char sniff(struct str text)
{
    char best = SEPARATORS[0];
    size_t most = 0;
    for (size_t i = 0; i < sizeof SEPARATORS; i++) {
        size_t here = score(text, SEPARATORS[i]);
        if (here > most) most = here, best = SEPARATORS[i];
    }
    return best;
}

/* -- fields, each handed to libcsv with the sign that ends it -------------------------------------------- */

struct scan {
    struct job *job;
    const struct source *source;
    struct str text; /* up to the end of the table */
    size_t at, row_start, cell_start;
    char separator;
    bool broken; /* rows are incomplete since an unclosed quote */
    size_t looked;
    struct csv_parser parser;
    VEC(struct csv_cell) cells;
    VEC(struct csv_row) rows;
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

static size_t skip_blanks(const struct scan *s, size_t at)
{
    while (at < s->text.n && (s->text.s[at] == ' ' || s->text.s[at] == '\t') && s->text.s[at] != s->separator)
        at++;
    return at;
}

static bool ends_field(const struct scan *s, size_t at)
{
    at = skip_blanks(s, at);
    return at >= s->text.n || s->text.s[at] == s->separator || is_end(s->text.s[at]);
}

/* The byte after the quote that closes the one before at; SIZE_MAX where none does. A lone quote inside is
 * the writer's own on the first line; on a later one it opens another cell: then this one was never closed.
 */
static size_t find_close(struct scan *s, size_t at)
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
        else if (lines)
            break;
    }
    s->looked += at - from;
    return SIZE_MAX;
}

static size_t find_end(const struct scan *s, size_t at)
{
    while (at < s->text.n && s->text.s[at] != s->separator && !is_end(s->text.s[at])) at++;
    return at;
}

/* A slice of the source where the cell stands there as it is; line ends inside a cell are \n. */
static struct str cell_text(struct arena *a, struct str raw, struct str text)
{
    if (!memchr(text.s ? text.s : "", '\r', text.n)) return str_eq(raw, text) ? raw : str_copy(a, text);
    struct buf b = BUF(a);
    for (size_t i = 0; i < text.n; i++) {
        if (text.s[i] != '\r')
            buf_byte(&b, text.s[i]);
        else if (i + 1 >= text.n || text.s[i + 1] != '\n')
            buf_byte(&b, '\n');
    }
    return buf_str(&b);
}

static void on_cell(void *bytes, size_t n, void *with)
{
    struct scan *s = with;
    size_t at = s->cell_start;
    struct str raw = str_sub(s->text, at, at + n), text = {bytes, n};
    text = order_mend(s->job->keep, str_trim(cell_text(s->job->keep, raw, text)));
    VEC_ADD(s->job->scratch, s->cells, (struct csv_cell){text, place_in(s->source, at)});
}

static void add_row(struct scan *s)
{
    struct arena *keep = s->job->keep;
    struct csv_row row = {.n = s->cells.n, .place = place_in(s->source, s->row_start), .broken = s->broken};
    row.cells = ARENA_MANY(keep, struct csv_cell, row.n);
    if (row.n) memcpy(row.cells, s->cells.at, row.n * sizeof *row.cells);
    /* Rows are whole again once one is as wide as the first. */
    if (s->rows.n && row.n == s->rows.at[0].n) s->broken = false;
    VEC_ADD(keep, s->rows, row);
    s->cells.n = 0;
}

static void feed(struct scan *s, const char *bytes, size_t n)
{
    csv_parse(&s->parser, bytes, n, on_cell, NULL, s);
}

/* One field, from s->at to the sign that ends it. */
static void read_field(struct scan *s)
{
    size_t from = skip_blanks(s, s->at), end;
    if (from < s->text.n && s->text.s[from] == '"') {
        size_t close = find_close(s, from + 1);
        if (close == SIZE_MAX) {
            diag_tell(s->job->diags, DIAG_CSV_QUOTE, place_in(s->source, from), {0});
            s->broken = true;
            s->cell_start = ++from;
            end = find_end(s, from);
        } else {
            s->cell_start = from + 1;
            end = find_end(s, close);
        }
    } else {
        s->cell_start = from;
        end = find_end(s, from);
    }
    feed(s, s->text.s + from, end - from);
    s->at = end;
}

static void read_row(struct scan *s)
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
    s->at = past_end(s->text, s->at);
    add_row(s);
}

/* "sep=;" on a first line of its own. */
static bool told_separator(struct str text, size_t from, char *separator, size_t *after)
{
    struct str t = str_sub(text, from, text.n);
    if (t.n < 5 || !str_eq_fold(str_sub(t, 0, 4), STR("sep=")) || is_end(t.s[4])) return false;
    if (t.n > 5 && !is_end(t.s[5])) return false;
    *separator = t.s[4];
    *after = from + 5;
    *after = past_end(text, *after);
    return true;
}

struct csv_rows csv_read(struct job *job, const struct source *source, size_t from, size_t to)
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct scan s = {.job = job, .source = source, .text = str_sub(source->text, 0, to), .at = from};
    if (!told_separator(s.text, from, &s.separator, &s.at))
        s.separator = sniff(str_sub(s.text, from, from + SNIFF_BYTES));
    csv_init(&s.parser, 0);
    csv_set_delim(&s.parser, (unsigned char)s.separator);
    while (s.at < s.text.n) read_row(&s);
    csv_free(&s.parser);
    arena_reset(job->scratch, mark);
    return (struct csv_rows){s.rows.at, s.rows.n};
}

bool csv_blank(const struct csv_row *row)
{
    for (size_t i = 0; i < row->n; i++)
        if (row->cells[i].text.n) return false;
    return true;
}
