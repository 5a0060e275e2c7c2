#include "read/note/note_table.h"

#include "read/dialect/drawn_table.h"
#include "read/format/csv.h"
#include "read/note/pipe_table.h"

static void cut(struct note_table *r, struct block *block, struct str text, size_t from, size_t to)
{
    if (!text.n) return;
    struct note_table_cut c = {block, text, from, to, 0};
    VEC_ADD(r->job->scratch, r->cuts, c);
}

static struct str number(struct arena *a, size_t n)
{
    return str_fmt(a, "%zu", n);
}

static void tell_ragged(struct note_table *r, struct place place, size_t cells, size_t columns, size_t rows)
{
    struct arena *a = r->job->keep;
    diag_tell(r->job->diags, DIAG_TABLE_RAGGED, place, number(a, cells), number(a, columns), number(a, rows));
}

/* What stands in the place of a covered cell: a sign of dialect/drawn_table's. */
static bool is_cover(struct str text)
{
    return str_is(text, DRAWN_TABLE_LEFT) || str_is(text, DRAWN_TABLE_ABOVE);
}

/* Does the cell above go on in all of its columns, from c on? Else a badly drawn one would lie over others.
 */
static bool goes_on(struct block *const *above, const struct str *texts, size_t c, size_t columns)
{
    const struct block *up = above[c];
    size_t across = up->across ? up->across : 1, end = c;
    while (end < columns && end < c + across && above[end] == up && is_cover(texts[end])) end++;
    return end == c + across;
}

/* A cell that covers this one. above: by its columns, the cells of the row above and then of this one. */
static bool is_covered(struct block **above, const struct block *row, const struct str *texts, size_t c,
                       size_t columns)
{
    struct block *left = c ? above[c - 1] : NULL, *up = above[c];
    if (str_is(texts[c], DRAWN_TABLE_LEFT) && left && (left == up || left->parent == row)) {
        if (left != up) left->across = left->across ? left->across + 1 : 2;
        above[c] = left;
        return true;
    }
    if (!str_is(texts[c], DRAWN_TABLE_ABOVE) || !up || up->parent == row) return false;
    if (left == up) return true;
    if (!goes_on(above, texts, c, columns)) return false;
    up->down = up->down ? up->down + 1 : 2;
    return true;
}

/* Told once a table: they join nothing here. */
static void tell_sign(struct note_table *r, struct str text, size_t at)
{
    struct str s = str_trim(text);
    if (r->signs || !(str_is(s, "^") || str_is(s, "^^") || str_is(s, "<"))) return;
    r->signs = true;
    diag_tell(r->job->diags, DIAG_TABLE_SIGN, place_in(r->source, at), s);
}

static void take_head(struct block *row, struct str *text, struct pipe_table_cell *cell)
{
    size_t n = strlen(DRAWN_TABLE_HEAD);
    row->head = true;
    *text = str_sub(*text, n, text->n);
    cell->from += n;
}

static void pipe_row(struct note_table *r, struct block *table, const struct pipe_table *t, size_t i,
                     struct block **above)
{
    const struct pipe_table_row *row = &t->rows[i];
    struct place place = place_in(r->source, pipe_table_content(r->source, t, row->line));
    struct block *b = block_new(r->job->keep, table, BLOCK_ROW, place);
    struct str *texts = ARENA_MANY(r->job->scratch, struct str, t->columns);
    b->head = i == 0 && !t->headless;
    for (size_t c = 0; c < t->columns && c < row->n; c++)
        texts[c] = pipe_table_text(r->job->scratch, r->source, row->cells[c]);
    if (str_starts(texts[0], DRAWN_TABLE_HEAD)) take_head(b, &texts[0], &row->cells[0]);
    for (size_t c = 0; c < t->columns; c++) {
        struct pipe_table_cell cell = row->cells[c < row->n ? c : row->n - 1];
        if (c >= row->n) cell.from = cell.to;
        if (is_covered(above, b, texts, c, t->columns)) {
            b->head |= above[c]->parent->head;
            continue;
        }
        above[c] = block_new(r->job->keep, b, BLOCK_CELL, place_in(r->source, cell.from));
        tell_sign(r, texts[c], cell.from);
        cut(r, above[c], is_cover(texts[c]) ? (struct str){0} : texts[c], cell.from, cell.to);
    }
}

/* Where the first row stands that differs: the line of dashes, or another. */
static void tell_pipes(struct note_table *r, const struct pipe_table *t)
{
    size_t line = t->head + !t->headless, cells = t->rule_cells;
    if (!t->ragged) return;
    for (size_t i = 0; i < t->nrows && (!t->ruled || t->rule_cells == t->expected); i++) {
        line = t->rows[i].line;
        cells = t->rows[i].n;
        if (cells != t->expected) break;
    }
    tell_ragged(r, place_in(r->source, pipe_table_content(r->source, t, line)), cells, t->expected,
                t->ragged);
}

static void pipe_table(struct note_table *r, struct block *parent, const struct pipe_table *t)
{
    struct place place = place_in(r->source, pipe_table_content(r->source, t, t->head));
    struct block *table = block_new(r->job->keep, parent, BLOCK_TABLE, place);
    table->ncolumns = t->columns;
    table->aligns = ARENA_MANY(r->job->keep, enum align, t->columns);
    memcpy(table->aligns, t->aligns, t->columns * sizeof *t->aligns);
    if (!t->ruled) diag_tell(r->job->diags, DIAG_TABLE_NO_RULE, place);
    if (t->headless) diag_tell(r->job->diags, DIAG_TABLE_NO_HEAD, place);
    struct block **above = ARENA_MANY(r->job->scratch, struct block *, t->columns);
    r->signs = false;
    for (size_t i = 0; i < t->nrows; i++) pipe_row(r, table, t, i, above);
    tell_pipes(r, t);
}

/* Lines of text before a table, in one paragraph with it. */
static void lead(struct note_table *r, struct block *parent, const struct pipe_table *t)
{
    struct buf text = BUF(r->job->scratch);
    size_t to = t->from;
    for (size_t line = t->first; line < t->head; line++) {
        struct str s = source_line(r->source, line);
        size_t at = pipe_table_content(r->source, t, line);
        to = (size_t)(s.s - r->source->text.s) + s.n;
        if (text.n) buf_put(&text, "\n    "); /* so that it can begin no block */
        buf_add(&text, str_sub(r->source->text, at, to));
    }
    if (!text.n) return;
    struct block *para = block_new(r->job->keep, parent, BLOCK_PARA, place_in(r->source, t->from));
    cut(r, para, buf_str(&text), t->from, to);
}

/* The line of = or - that makes a paragraph a heading: then a rule that someone typed under a table. */
static bool is_underline(struct str line)
{
    size_t from = 0;
    while (from < line.n && strchr(" \t>", line.s[from])) from++;
    struct str s = str_trim(str_sub(line, from, line.n));
    for (size_t i = 0; i < s.n; i++)
        if (s.s[i] != s.s[0]) return false;
    return s.n && (s.s[0] == '-' || s.s[0] == '=');
}

bool note_table_pipes(struct note_table *r, struct block *parent, size_t from, size_t last, bool heading)
{
    struct pipe_table t;
    size_t first = place_position(place_in(r->source, from)).line;
    while (heading && last > first && !is_underline(source_line(r->source, last))) last--;
    if (last == first) return false;
    if (!pipe_table_find(r->job->scratch, r->source, from, last - heading, &t)) {
        if (t.likely) diag_tell(r->job->diags, DIAG_TABLE_UNSURE, place_in(r->source, from));
        return false;
    }
    lead(r, parent, &t);
    pipe_table(r, parent, &t);
    if (heading) block_new(r->job->keep, parent, BLOCK_RULE, place_at_line(r->source, last, 0));
    return true;
}

/* The note once more, in keep, as complaints point into it. */
static struct source *unquoted(struct note_table *r)
{
    if (r->unquoted) return r->unquoted;
    r->unquoted = ARENA_ONE(r->job->keep, struct source);
    *r->unquoted = *r->source;
    r->unquoted->text = str_copy(r->job->keep, r->source->text);
    return r->unquoted;
}

/* Quote marks before the lines of a fence, as blanks: what stands where does not change. */
static const struct source *without_quotes(struct note_table *r, size_t from, size_t to)
{
    if (from >= to || !memchr(r->source->text.s + from, '>', to - from)) return r->source;
    struct source *copy = unquoted(r);
    char *bytes = (char *)(uintptr_t)copy->text.s;
    bool start = true;
    for (size_t i = from; i < to; i++) {
        start = start ? strchr(" \t>\r\n", bytes[i]) != NULL : bytes[i] == '\n' || bytes[i] == '\r';
        if (start && bytes[i] == '>') bytes[i] = ' ';
    }
    return copy;
}

struct csv_grid {
    struct block *table;
    struct block **above; /* by its columns, the cells of the row above and then of the one at hand */
    struct str *texts;    /* of the row at hand, signs of covered cells as dialect/drawn_table's */
    size_t heads;         /* rows of the head yet to come */
};

static struct str csv_sign(struct str text)
{
    struct str s = str_trim(text);
    if (str_is(s, "^")) return STR(DRAWN_TABLE_ABOVE);
    return str_is(s, "<") ? STR(DRAWN_TABLE_LEFT) : text;
}

/* A sign that joins nothing is shown, as is one behind a backslash. */
static void csv_cell(struct note_table *r, struct block *row, const struct csv_cell *typed, bool sign)
{
    struct place place = place_in(r->source, typed ? typed->place.offset : row->place.offset);
    struct block *cell = block_new(r->job->keep, row, BLOCK_CELL, place);
    if (!typed || !typed->text.n) return;
    struct str text = typed->text;
    bool escaped = str_is(text, "\\^") || str_is(text, "\\<");
    if (sign) diag_tell(r->job->diags, DIAG_TABLE_COVER, place, str_trim(text));
    inlines_start(r->spanner, place.offset + escaped, r->source->text.n);
    inlines_lines(r->spanner, str_sub(text, escaped, text.n), 0);
    cell->spans = inlines_done(r->spanner);
}

static void csv_row(struct note_table *r, struct csv_grid *g, const struct csv_row *row)
{
    struct block *b = block_new(r->job->keep, g->table, BLOCK_ROW, place_in(r->source, row->place.offset));
    size_t n = g->table->ncolumns;
    b->head = g->heads > 0;
    g->heads -= b->head;
    for (size_t c = 0; c < n; c++) g->texts[c] = c < row->n ? csv_sign(row->cells[c].text) : (struct str){0};
    for (size_t c = 0; c < n; c++) {
        if (is_covered(g->above, b, g->texts, c, n)) {
            b->head |= g->above[c]->parent->head;
            continue;
        }
        csv_cell(r, b, c < row->n ? &row->cells[c] : NULL, is_cover(g->texts[c]));
        g->above[c] = b->last;
    }
}

static void csv_ragged(struct note_table *r, const struct csv_rows *rows, size_t columns)
{
    const struct csv_row *first = NULL;
    size_t n = 0;
    for (size_t i = 0; i < rows->n; i++) {
        const struct csv_row *row = &rows->at[i];
        if (!row->n || row->broken || row->n == columns) continue;
        if (!n++) first = row;
    }
    if (first) tell_ragged(r, place_in(r->source, first->place.offset), first->n, columns, n);
}

/* Rows that are not blank; the widths of the first and of the widest. */
static size_t measure(const struct csv_rows *rows, size_t *first, size_t *widest, size_t *cells)
{
    size_t n = 0;
    *first = *widest = *cells = 0;
    for (size_t i = 0; i < rows->n; i++) {
        size_t here = rows->at[i].n;
        if (!here) continue;
        if (!n++) *first = here;
        if (here > *widest) *widest = here;
        *cells += here;
    }
    return n;
}

bool note_table_csv(struct note_table *r, struct block *parent, struct place place, size_t first,
                    size_t lines, size_t heads)
{
    size_t from = place_at_line(r->source, first, 0).offset, end = first + lines, head, columns, cells;
    size_t to = end <= r->source->nlines ? place_at_line(r->source, end, 0).offset : r->source->text.n;
    struct csv_rows rows = csv_read(r->job, without_quotes(r, from, to), from, to);
    size_t n = measure(&rows, &head, &columns, &cells);
    csv_ragged(r, &rows, head);
    if (pipe_table_is_absurd(columns, n, cells)) return false;
    if (!n) return true;
    struct block *table = block_new(r->job->keep, parent, BLOCK_TABLE, place);
    table->ncolumns = columns;
    table->aligns = ARENA_MANY(r->job->keep, enum align, columns);
    struct csv_grid g = {.table = table, .heads = n > 1 && heads >= n ? n - 1 : heads};
    g.above = ARENA_MANY(r->job->scratch, struct block *, columns);
    g.texts = ARENA_MANY(r->job->scratch, struct str, columns);
    for (size_t i = 0; i < rows.n; i++)
        if (rows.at[i].n) csv_row(r, &g, &rows.at[i]);
    return true;
}

/* All that was cut out, as one text of paragraphs, with the note's link definitions. */
struct str note_table_text(struct note_table *r, const struct prepass *prepass)
{
    struct buf out = BUF(r->job->scratch);
    size_t line = 1;
    for (size_t i = 0; i < r->cuts.n; i++) {
        struct note_table_cut *c = &r->cuts.at[i];
        c->line = line;
        buf_put(&out, PREPASS_FLANK " "); /* whatever follows is a paragraph's text */
        size_t open = 0;
        if (!prepass_inline(&out, c->text, &open))
            diag_tell(r->job->diags, DIAG_BRACKETS_OPEN, place_in(r->source, c->from),
                      str_fmt(r->job->keep, "%d", PREPASS_OPEN_MOST));
        buf_put(&out, "\n\n");
        line += 2;
        for (size_t b = 0; b < c->text.n; b++) line += c->text.s[b] == '\n';
    }
    prepass_definitions(prepass, &out);
    return buf_str(&out);
}
