#include "read/dialect/ruled_table.h"

#include "read/dialect/verbatim.h"

enum { COLUMNS_MOST = 64, HEAD_MOST = 12, ROWS_MOST = 5000 };

/* Columns, in characters as wide as a typewriter's: from … to. */
struct ruled_columns {
    size_t n;
    size_t from[COLUMNS_MOST], to[COLUMNS_MOST];
};

static struct str line_of(const struct ruled_table_lines *l, size_t line)
{
    return line <= l->source->nlines && !l->code[line] ? source_line(l->source, line) : (struct str){0};
}

static size_t offset_of(const struct ruled_table_lines *l, struct str line)
{
    return line.s ? (size_t)(line.s - l->source->text.s) : 0;
}

static bool is_blank(const struct ruled_table_lines *l, size_t line)
{
    struct str s = line_of(l, line);
    return verbatim_is_blank(s, 0, s.n);
}

/* Signs that stand above or below a letter, and joiners, take no column. */
static bool is_wide(uint32_t c)
{
    bool sign = (c >= 0x17B7 && c <= 0x17BD) || c == 0x17C6 || (c >= 0x17C9 && c <= 0x17D3) || c == 0x17DD;
    return !sign && (c < 0x200B || c > 0x200D);
}

/* The byte of a line at a column, or its end. */
static size_t byte_at(struct str s, size_t column)
{
    size_t at = 0;
    for (size_t seen = 0; at < s.n;) {
        size_t next = at;
        bool wide = is_wide(utf8_next(s, &next));
        if (wide && seen++ == column) return at;
        at = next;
    }
    return at;
}

/* -- dashes -- */

/* Runs of dashes with blanks between them, and nothing else: how many. */
static size_t dashes(struct str s, struct ruled_columns *columns)
{
    size_t n = 0, at = 0;
    while ((at = verbatim_skip(s, at, s.n)) < s.n) {
        size_t from = at;
        while (at < s.n && s.s[at] == '-') at++;
        if (at - from < 2 || n == COLUMNS_MOST) return 0;
        columns->from[n] = from;
        columns->to[n++] = at;
    }
    return columns->n = n;
}

/* Parts that two blanks or more part. */
static size_t wide_parts(struct str s, struct str *parts, size_t most)
{
    size_t n = 0, at = verbatim_skip(s, 0, s.n);
    while (at < s.n && n <= most) {
        size_t end = at, to = at;
        for (; end < s.n; to = end) {
            size_t blank = verbatim_skip(s, end, s.n);
            if (blank - end > 1 || blank == s.n || (blank > end && s.s[end] == '\t')) break;
            end = blank;
            utf8_next(s, &end);
        }
        if (n < most) parts[n] = str_sub(s, at, to);
        n++;
        at = verbatim_skip(s, to, s.n);
    }
    return n;
}

/* A line's cells: by the gaps between them where they are as many as the columns, else by where they stand.
 */
static void add_line(const struct ruled_table_lines *l, struct drawn_table *t, struct drawn_table_cell *row,
                     const struct ruled_columns *columns, size_t line)
{
    struct str s = line_of(l, line), text = l->source->text, parts[COLUMNS_MOST];
    bool gaps = wide_parts(s, parts, columns->n) == columns->n;
    for (size_t c = 0; c < columns->n; c++) {
        size_t from = c ? byte_at(s, columns->from[c]) : 0;
        size_t to = c + 1 < columns->n ? byte_at(s, columns->from[c + 1]) : s.n;
        struct str part = gaps ? parts[c] : str_sub(s, from, to);
        drawn_table_add(t, &row[c], text, offset_of(l, part), offset_of(l, part) + part.n, false);
    }
}

/* A single run of dashes: 1. Several: more. */
static size_t runs_at(const struct ruled_table_lines *l, size_t line, struct ruled_columns *columns)
{
    struct str s = line_of(l, line);
    return s.n ? dashes(s, columns) : 0;
}

/* Head, line of dashes, rows up to a blank line. Without a head a second line of dashes ends it. */
static size_t simple(const struct ruled_table_lines *l, size_t line, struct drawn_table *t)
{
    struct ruled_columns columns, other;
    bool headless = runs_at(l, line, &columns) > 1;
    size_t rule = line + !headless, at = rule + 1;
    if (runs_at(l, rule, &columns) < 2 || (!headless && is_blank(l, line)) || is_blank(l, at)) return 0;
    for (; at - rule < ROWS_MOST && !is_blank(l, at) && !runs_at(l, at, &other);) at++;
    bool closed = runs_at(l, at, &other) > 0;
    if (headless && (!closed || other.n != columns.n)) return 0;
    t->columns = columns.n;
    t->headless = headless;
    if (!headless) add_line(l, t, drawn_table_row(t), &columns, line);
    for (size_t i = rule + 1; i < at; i++) add_line(l, t, drawn_table_row(t), &columns, i);
    return at + closed - line;
}

/* Where the line of dashes between head and rows stands; 0: nowhere near. */
static size_t inner_rule(const struct ruled_table_lines *l, size_t line, struct ruled_columns *columns)
{
    for (size_t i = line + 1; i <= line + HEAD_MOST && !is_blank(l, i); i++) {
        size_t n = runs_at(l, i, columns);
        if (n) return n > 1 && i > line + 1 ? i : 0;
    }
    return 0;
}

/* Rows that blank lines part, a line of dashes above and below. */
static size_t multiline(const struct ruled_table_lines *l, size_t line, struct drawn_table *t)
{
    struct ruled_columns columns, other;
    size_t first = runs_at(l, line, &columns), rule, end;
    if (!first) return 0;
    t->headless = first > 1;
    rule = t->headless ? line : inner_rule(l, line, &columns);
    if (!rule) return 0;
    for (end = rule + 1; end - rule < ROWS_MOST && end <= l->source->nlines && !runs_at(l, end, &other);)
        end++;
    size_t last = runs_at(l, end, &other), blank = rule + 1;
    while (blank < end && !is_blank(l, blank)) blank++;
    if (t->headless && blank == end) return 0;
    if (!last || end == rule + 1 || (t->headless && last != first)) return 0;
    t->columns = columns.n;
    struct drawn_table_cell *row = t->headless ? NULL : drawn_table_row(t);
    for (size_t i = line + 1; i < rule; i++) add_line(l, t, row, &columns, i);
    row = NULL;
    for (size_t i = rule + 1; i < end; i++) {
        if (is_blank(l, i))
            row = NULL;
        else
            add_line(l, t, row ? row : (row = drawn_table_row(t)), &columns, i);
    }
    return end + 1 - line;
}

size_t ruled_table_dashes(struct ruled_table_lines *l, size_t line, struct drawn_table *t)
{
    struct drawn_table empty = {.arena = t->arena};
    size_t n = 0;
    if (!line_of(l, line).n) return 0;
    struct ruled_columns columns;
    bool ruled = runs_at(l, line, &columns) > 0;
    if (ruled) n = multiline(l, line, t);
    if (n) return n;
    *t = empty;
    return runs_at(l, ruled ? line : line + 1, &columns) > 1 ? simple(l, line, t) : 0;
}

/* -- tabs -- */

/* Tabs between words; 0 for a line that begins a list. */
static size_t inner_tabs(struct str s)
{
    size_t n = 0;
    if (!s.n || !memchr(s.s, '\t', s.n)) return 0;
    s = str_trim(s);
    for (size_t i = 0; i < s.n; i++) n += s.s[i] == '\t';
    const char *tab = n ? memchr(s.s, '\t', s.n) : NULL;
    struct str first = tab ? str_trim(str_sub(s, 0, (size_t)(tab - s.s))) : (struct str){0};
    bool mark = first.n && (utf8_count(first) == 1 || (first.n < 6 && strchr(".)-", first.s[first.n - 1])));
    return mark || (s.n && strchr("#>|", s.s[0])) ? 0 : n;
}

size_t ruled_table_tabs(struct ruled_table_lines *l, size_t line, struct drawn_table *t)
{
    size_t tabs = inner_tabs(line_of(l, line)), n = 1;
    if (!tabs || tabs >= COLUMNS_MOST) return 0;
    while (n < ROWS_MOST && inner_tabs(line_of(l, line + n)) == tabs) n++;
    if (n < 2) return 0;
    t->columns = tabs + 1;
    for (size_t i = 0; i < n; i++) {
        struct str rest = str_trim(line_of(l, line + i)), part;
        struct drawn_table_cell *row = drawn_table_row(t);
        for (size_t c = 0; c <= tabs && str_cut(&rest, '\t', &part); c++)
            drawn_table_add(t, &row[c], l->source->text, offset_of(l, part), offset_of(l, part) + part.n,
                            false);
    }
    return n;
}

/* -- grids -- */

static bool is_border(struct str s)
{
    size_t n = 0;
    s = str_trim(s);
    for (size_t i = 0; i < s.n; i++) {
        if (!strchr("+-=:", s.s[i])) return false;
        n += s.s[i] == '+';
    }
    return n > 1 && s.s[0] == '+' && s.s[s.n - 1] == '+';
}

/* Where a + of a border stands, in any of its lines. */
static bool find_columns(const struct ruled_table_lines *l, size_t line, size_t end,
                         struct ruled_columns *columns)
{
    enum { WIDTH_MOST = 1000 };
    bool corner[WIDTH_MOST] = {0};
    for (size_t i = line; i < end; i++) {
        struct str s = line_of(l, i);
        if (!is_border(s)) continue;
        for (size_t k = 0; k < s.n && k < WIDTH_MOST; k++) corner[k] |= s.s[k] == '+';
    }
    columns->n = 0;
    size_t before = SIZE_MAX;
    for (size_t k = 0; k < WIDTH_MOST; k++) {
        if (!corner[k]) continue;
        if (before != SIZE_MAX) {
            if (columns->n == COLUMNS_MOST) return false;
            columns->from[columns->n] = before;
            columns->to[columns->n++] = k;
        }
        before = k;
    }
    return columns->n > 0;
}

static bool is_rule(struct str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!strchr("-=:+", s.s[i])) return false;
    return s.n > 0;
}

static size_t bar_at(struct str s, size_t at)
{
    while (at < s.n && s.s[at] != '|') at++;
    return at < s.n ? at : s.n;
}

/* Where a line's cells are, between its bars: by their number where that is right, else by where they stand.
 */
static void grid_parts(struct str s, const struct ruled_columns *columns, struct str *parts, bool *barred)
{
    size_t bars = 0, at = 0;
    for (size_t i = 0; i < s.n; i++) bars += s.s[i] == '|' || (s.s[i] == '+' && !i);
    for (size_t c = 0; c < columns->n; c++) {
        size_t edge = byte_at(s, columns->from[c]), to = byte_at(s, columns->to[c]);
        if (bars == columns->n + 1) {
            edge = bar_at(s, at);
            at = to = bar_at(s, edge + 1);
        }
        barred[c] = edge < s.n && (s.s[edge] == '|' || s.s[edge] == '+');
        parts[c] = str_sub(s, edge + barred[c], to);
    }
}

struct grid_reader {
    const struct ruled_table_lines *lines;
    struct drawn_table *table;
    struct ruled_columns columns;
    size_t row;   /* the first cell of the row at hand; SIZE_MAX: none yet */
    bool by_line; /* each line is a row */
};

/* The cell that a column's text goes to: the one that covers it. */
static size_t owner_of(const struct grid_reader *g, size_t column)
{
    const struct drawn_table_cell *cells = g->table->cells.at;
    size_t n = g->columns.n, at = g->row + column;
    for (;; at -= cells[at].cover == DRAWN_TABLE_BY_LEFT ? 1 : n) {
        bool left = cells[at].cover == DRAWN_TABLE_BY_LEFT && at % n;
        if (!left && (cells[at].cover != DRAWN_TABLE_BY_ABOVE || at < n)) return at;
    }
}

/* - words, 1. words */
static bool is_item(struct str s)
{
    size_t n = 0;
    while (n < s.n && s.s[n] >= '0' && s.s[n] <= '9') n++;
    bool sign = n < s.n && strchr(n ? ".)" : "-*+", s.s[n]);
    return sign && n + 1 < s.n && s.s[n + 1] == ' ';
}

/* A line between borders. */
static void grid_text(struct grid_reader *g, struct str s, bool first)
{
    struct str parts[COLUMNS_MOST], text = g->lines->source->text;
    bool barred[COLUMNS_MOST];
    struct drawn_table_cell *row = &g->table->cells.at[g->row];
    grid_parts(s, &g->columns, parts, barred);
    for (size_t c = 0; c < g->columns.n; c++) {
        if (first && c && !barred[c] && row[c].cover == DRAWN_TABLE_OWN) row[c].cover = DRAWN_TABLE_BY_LEFT;
        struct str part = str_trim(parts[c]);
        bool item = is_item(part);
        size_t from = offset_of(g->lines, parts[c]);
        drawn_table_add(g->table, &g->table->cells.at[owner_of(g, c)], text, from, from + parts[c].n, item);
    }
}

/* A border that runs through some columns only: in the others the cell above goes on. */
static void grid_part_border(struct grid_reader *g, struct str s)
{
    struct str parts[COLUMNS_MOST], text = g->lines->source->text;
    bool barred[COLUMNS_MOST];
    size_t n = g->columns.n;
    drawn_table_row(g->table);
    g->row += n;
    grid_parts(s, &g->columns, parts, barred);
    for (size_t c = 0; c < n; c++) {
        struct drawn_table_cell *cells = g->table->cells.at;
        if (is_rule(str_trim(parts[c]))) continue;
        cells[g->row + c].cover = DRAWN_TABLE_BY_ABOVE;
        size_t from = offset_of(g->lines, parts[c]);
        drawn_table_add(g->table, &cells[owner_of(g, c)], text, from, from + parts[c].n, false);
    }
}

/* Text of a cell that began in a row above goes to that. */
static void grid_lines(struct grid_reader *g, size_t line, size_t end)
{
    bool fresh = true;
    for (size_t i = line; i < end; i++) {
        struct str s = line_of(g->lines, i);
        size_t lead = verbatim_skip(s, 0, s.n);
        bool part = (lead < s.n && s.s[lead] == '+') || str_find(s, STR("+--"), 0) != SIZE_MAX;
        if (is_border(s)) {
            fresh = true;
        } else if (part && g->row != SIZE_MAX) {
            grid_part_border(g, s);
            fresh = true;
            continue;
        } else {
            if (g->by_line || (fresh && (g->row == SIZE_MAX || is_border(line_of(g->lines, i - 1))))) {
                drawn_table_row(g->table);
                g->row = g->table->cells.n - g->table->columns;
            }
            grid_text(g, s, fresh);
            fresh = false;
        }
    }
}

/* As databases print it: a head of one line, one line below it, and below that no more, whose every line
 * begins with words. */
static bool is_line_a_row(const struct ruled_table_lines *l, size_t line, size_t end,
                          const struct ruled_columns *columns)
{
    struct str parts[COLUMNS_MOST];
    bool barred[COLUMNS_MOST];
    if (end < line + 6 || !is_border(line_of(l, line + 2))) return false;
    for (size_t i = line + 3; i + 1 < end; i++) {
        struct str s = line_of(l, i);
        if (is_border(s)) return false;
        grid_parts(s, columns, parts, barred);
        if (!str_trim(parts[0]).n) return false;
    }
    return true;
}

size_t ruled_table_grid(struct ruled_table_lines *l, size_t line, struct drawn_table *t)
{
    struct str s = line_of(l, line);
    if (line < l->no_grid || !s.n || !memchr(s.s, '+', s.n) || !is_border(s)) return 0;
    size_t end = line + 1, head = 0;
    for (; end - line < ROWS_MOST; end++) {
        s = str_trim(line_of(l, end));
        if (!s.n || (s.s[0] != '|' && s.s[0] != '+')) break;
        if (is_border(s) && memchr(s.s, '=', s.n) && !head) head = end;
    }
    l->no_grid = end;
    while (end > line + 1 && !is_border(line_of(l, end - 1))) end--;
    struct grid_reader g = {.lines = l, .table = t, .row = SIZE_MAX};
    if (end < line + 3 || !find_columns(l, line, end, &g.columns)) return 0;
    t->columns = g.columns.n;
    g.by_line = !head && is_line_a_row(l, line, end, &g.columns);
    t->headless = !head && !g.by_line;
    grid_lines(&g, line, end);
    return t->cells.n ? end - line : 0;
}
