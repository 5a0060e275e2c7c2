#include "read/note/pipe_table.h"

static size_t offset(const struct source *s, const char *at)
{
    return (size_t)(at - s->text.s);
}

size_t pipe_table_content(const struct source *source, const struct pipe_table *t, size_t line)
{
    if (line == t->first) return t->from;
    struct str s = source_line(source, line);
    size_t at = 0;
    while (at < s.n && (s.s[at] == ' ' || s.s[at] == '\t' || s.s[at] == '>')) at++;
    return offset(source, s.s) + at;
}

/* The line from there on, without blanks at its end. */
static struct str content(const struct source *source, const struct pipe_table *t, size_t line)
{
    struct str s = source_line(source, line);
    size_t from = pipe_table_content(source, t, line) - offset(source, s.s);
    while (s.n > from && (s.s[s.n - 1] == ' ' || s.s[s.n - 1] == '\t')) s.n--;
    return str_sub(s, from, s.n);
}

/* The next | that no \ stands before, or s.n. */
static size_t bar(struct str s, size_t at)
{
    for (; at < s.n && s.s[at] != '|'; at++)
        if (s.s[at] == '\\') at++;
    return at < s.n ? at : s.n;
}

/* The parts between bars; a bar at either end opens or closes the row. */
static size_t split(struct str s, struct str *parts)
{
    size_t n = 0, at = s.n && s.s[0] == '|' ? 1 : 0;
    while (at < s.n || !n) {
        size_t to = bar(s, at);
        if (parts) parts[n] = str_sub(s, at, to);
        n++;
        at = to + 1;
        if (to == s.n) break;
    }
    return n;
}

/* -- the rule -- */

static size_t dash(struct str s, size_t at)
{
    if (s.s[at] == '-') return 1;
    size_t to = at;
    uint32_t c = utf8_next(s, &to);
    return c == 0x2013 || c == 0x2014 || c == 0x2212 ? to - at : 0;
}

static bool rule_cell(struct str s, enum align *align)
{
    s = str_trim(s);
    bool left = s.n && s.s[0] == ':', right = s.n > 1 && s.s[s.n - 1] == ':', any = false;
    struct str dashes = str_sub(s, left, s.n - right);
    for (size_t at = 0, n; at < dashes.n; at += n) {
        if (!(n = dash(dashes, at))) return false;
        any = true;
    }
    *align = left && right ? ALIGN_CENTRE : left ? ALIGN_LEFT : right ? ALIGN_RIGHT : ALIGN_DEFAULT;
    return any;
}

/* Number of columns that a line of dashes draws; 0 where it is none. */
static size_t rule(struct arena *a, struct str s, enum align **aligns)
{
    if (s.n < 2 || !memchr(s.s, '|', s.n) || !strchr("|:-\xE2", s.s[0])) return 0;
    size_t n = split(s, NULL);
    struct str *parts = ARENA_MANY(a, struct str, n);
    *aligns = ARENA_MANY(a, enum align, n);
    split(s, parts);
    for (size_t i = 0; i < n; i++)
        if (!rule_cell(parts[i], &(*aligns)[i])) return 0;
    return n;
}

static bool has_bar(struct str s)
{
    return bar(s, 0) < s.n;
}

static bool framed(struct str s)
{
    return s.n > 2 && s.s[0] == '|' && s.s[s.n - 1] == '|' && split(s, NULL) > 1;
}

/* -- rows -- */

static void read_row(struct arena *a, const struct source *source, const struct pipe_table *t, size_t line,
                     struct pipe_table_row *row)
{
    struct str s = content(source, t, line);
    row->n = split(s, NULL);
    row->line = line;
    row->cells = ARENA_MANY(a, struct pipe_table_cell, row->n);
    struct str *parts = ARENA_MANY(a, struct str, row->n);
    split(s, parts);
    for (size_t i = 0; i < row->n; i++) {
        struct str cell = str_trim(parts[i]);
        row->cells[i] = (struct pipe_table_cell){offset(source, cell.s), offset(source, cell.s) + cell.n};
    }
}

static void read_rows(struct arena *a, const struct source *source, size_t last, struct pipe_table *t)
{
    t->rows = ARENA_MANY(a, struct pipe_table_row, last - t->head + 1);
    for (size_t line = t->head; line <= last; line++) {
        if (t->ruled && line == t->head + !t->headless) continue;
        struct pipe_table_row *row = &t->rows[t->nrows++];
        read_row(a, source, t, line, row);
        if (!t->expected) t->expected = row->n;
        if (row->n > t->columns) t->columns = row->n;
        t->ragged += row->n != t->expected;
        t->cells += row->n;
    }
    t->ragged += t->ruled && t->rule_cells != t->expected;
    enum align *aligns = ARENA_MANY(a, enum align, t->columns);
    for (size_t i = 0; i < t->columns && i < t->rule_cells; i++) aligns[i] = t->aligns[i];
    t->aligns = aligns;
}

bool pipe_table_is_absurd(size_t columns, size_t rows, size_t cells)
{
    return rows && columns > (cells * 8 + (1 << 16)) / rows;
}

static bool looks_alike(const struct source *source, const struct pipe_table *t, size_t last)
{
    size_t n = split(content(source, t, t->first), NULL);
    for (size_t line = t->first + 1; line <= last; line++)
        if (split(content(source, t, line), NULL) != n) return false;
    return n > 1 && last > t->first;
}

bool pipe_table_find(struct arena *a, const struct source *source, size_t from, size_t last,
                     struct pipe_table *t)
{
    size_t first = place_position(place_in(source, from)).line;
    *t = (struct pipe_table){.first = first, .from = from, .head = first};
    bool all_framed = last > first && framed(content(source, t, first));
    for (size_t line = first; line <= last && !t->ruled; line++) {
        struct str s = content(source, t, line);
        bool below = line > first && has_bar(content(source, t, line - 1));
        t->headless = line == first && s.n > 2 && s.s[0] == '|' && s.s[s.n - 1] == '|';
        t->rule_cells = below || (t->headless && last > first) ? rule(a, s, &t->aligns) : 0;
        t->ruled = t->rule_cells > 0;
        if (t->ruled) t->head = line - !t->headless;
        all_framed = all_framed && framed(s);
    }
    t->headless = t->headless && t->ruled;
    t->likely = !t->ruled && !all_framed && looks_alike(source, t, last);
    if (!t->ruled && !all_framed) return false;
    read_rows(a, source, last, t);
    t->likely = pipe_table_is_absurd(t->columns, t->nrows, t->cells);
    return !t->likely;
}

struct str pipe_table_text(struct arena *a, const struct source *source, struct pipe_table_cell cell)
{
    struct str s = str_sub(source->text, cell.from, cell.to);
    if (!s.n || str_find(s, STR("\\|"), 0) == SIZE_MAX) return s;
    struct buf out = BUF(a);
    for (size_t i = 0; i < s.n; i++)
        if (s.s[i] != '\\' || i + 1 == s.n || s.s[i + 1] != '|') buf_byte(&out, s.s[i]);
    return buf_str(&out);
}
