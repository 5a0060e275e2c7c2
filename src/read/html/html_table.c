#include "read/html/html_table.h"

#include "khmer/number.h"
#include "read/dialect/verbatim.h"
#include "read/html/html_items.h"
#include "read/html/html_tag.h"

enum { COLUMNS_MOST = 64, SPAN_MOST = 1000, CELLS_MOST = 100000 };

struct html_cell {
    size_t row, column, across, down;
    bool head;
    VEC(struct drawn_table_piece) lines; /* its text, line by line */
};

struct html_reader {
    struct arena *arena;
    struct str text;
    VEC(struct html_cell) cells;
    size_t rows, columns, column; /* columns: in which cells begin; column: where the next cell of the row at
                                     hand may stand */
    size_t taken[COLUMNS_MOST];   /* rows, counted from the first, that a column is covered up to */
    bool in_cell, in_caption, in_head, failed;
    bool own_line;   /* the next text begins a line */
    struct str sign; /* and this stands before it */
    struct html_items items;
    struct str caption;
};

static size_t span_of(const struct html_tag *tag, const char *name)
{
    long n = 1;
    struct str value = html_tag_value(tag, name);
    if (!value.n || !number_read(value, &n) || n < 1) return 1;
    return n < SPAN_MOST ? (size_t)n : SPAN_MOST;
}

static void open_cell(struct html_reader *h, const struct html_tag *tag)
{
    if (!h->rows) h->rows = 1;
    size_t row = h->rows - 1;
    while (h->column < COLUMNS_MOST && h->taken[h->column] > row) h->column++;
    struct html_cell cell = {
        .row = row, .column = h->column, .head = h->in_head || tag->kind == HTML_TAG_HEAD_CELL};
    cell.across = span_of(tag, "colspan");
    cell.down = span_of(tag, "rowspan");
    h->failed |= cell.column >= COLUMNS_MOST;
    if (h->failed) return;
    size_t end = cell.column + cell.across < COLUMNS_MOST ? cell.column + cell.across : COLUMNS_MOST;
    for (size_t c = cell.column; c < end; c++) h->taken[c] = row + cell.down;
    h->column = end;
    if (cell.column + 1 > h->columns) h->columns = cell.column + 1;
    h->own_line = false;
    h->sign = (struct str){0};
    h->items.depth = 0;
    h->in_cell = true;
    VEC_ADD(h->arena, h->cells, cell);
}

/* Text between tags, a piece for each line. */
static void take_text(struct html_reader *h, size_t from, size_t to)
{
    if (h->in_caption && from < to && !h->caption.n) h->caption = str_trim(str_sub(h->text, from, to));
    if (!h->in_cell || !h->cells.n) return;
    struct html_cell *cell = &h->cells.at[h->cells.n - 1];
    struct str rest = str_sub(h->text, from, to), line;
    while (str_cut(&rest, '\n', &line)) {
        size_t at = (size_t)(line.s - h->text.s);
        if (verbatim_is_blank(line, 0, line.n)) continue;
        VEC_ADD(h->arena, cell->lines, (struct drawn_table_piece){at, at + line.n, h->own_line, h->sign});
        h->own_line = false;
        h->sign = (struct str){0};
    }
}

static bool begins_line(enum html_tag_kind kind)
{
    return kind == HTML_TAG_FRAME || kind == HTML_TAG_BREAK || kind == HTML_TAG_ITEM ||
           kind == HTML_TAG_LIST || kind == HTML_TAG_HEADING || kind == HTML_TAG_QUOTE;
}

static void take_tag(struct html_reader *h, const struct html_tag *tag)
{
    bool cell = tag->kind == HTML_TAG_CELL || tag->kind == HTML_TAG_HEAD_CELL;
    if (tag->kind == HTML_TAG_ROW || cell) h->in_cell = false;
    h->own_line |= begins_line(tag->kind);
    struct str sign = html_items_take(&h->items, h->arena, tag);
    if (sign.n) h->sign = sign;
    if (tag->kind == HTML_TAG_CAPTION) h->in_caption = !tag->closing;
    if (tag->kind == HTML_TAG_HEAD || tag->kind == HTML_TAG_GROUP)
        h->in_head = tag->kind == HTML_TAG_HEAD && !tag->closing;
    if (tag->kind == HTML_TAG_ROW && !tag->closing) {
        h->rows++;
        h->column = 0;
    }
    if (cell && !tag->closing) open_cell(h, tag);
}

/* Tags that make the table, or its lines; others belong to a cell's text. */
static bool is_structure(enum html_tag_kind kind)
{
    return kind >= HTML_TAG_TABLE || kind == HTML_TAG_FRAME || kind == HTML_TAG_BREAK;
}

/* The byte behind </table>; 0: it never comes. */
static size_t read_tags(struct html_reader *h, size_t at)
{
    size_t done = at;
    while (!h->failed && at < h->text.n) {
        const char *open = memchr(h->text.s + at, '<', h->text.n - at);
        if (!open) return 0;
        at = (size_t)(open - h->text.s);
        struct html_tag tag = html_tag_read(h->text, at);
        if (!tag.n || !is_structure(tag.kind)) {
            at++;
            continue;
        }
        take_text(h, done, at);
        done = at += tag.n;
        if (tag.kind == HTML_TAG_TABLE) return tag.closing ? at : 0;
        take_tag(h, &tag);
    }
    return 0;
}

static void put_cell(const struct html_reader *h, struct drawn_table *t, const struct html_cell *cell)
{
    for (size_t r = 0; r < cell->down && cell->row + r < h->rows; r++)
        for (size_t c = 0; c < cell->across && cell->column + c < h->columns; c++)
            t->cells.at[(cell->row + r) * t->columns + cell->column + c].cover = r   ? DRAWN_TABLE_BY_ABOVE
                                                                                 : c ? DRAWN_TABLE_BY_LEFT
                                                                                     : DRAWN_TABLE_OWN;
    struct drawn_table_cell *to = &t->cells.at[cell->row * t->columns + cell->column];
    for (size_t i = 0; i < cell->lines.n; i++) {
        const struct drawn_table_piece *p = &cell->lines.at[i];
        drawn_table_add(t, to, h->text, p->from, p->to, p->own_line);
        drawn_table_sign(to, p->sign);
    }
}

/* The first rows, as long as all cells that begin in them are of the head; a body is left. */
static size_t head_rows(const struct html_reader *h)
{
    size_t n = h->rows;
    for (size_t i = 0; i < h->cells.n; i++)
        if (!h->cells.at[i].head && h->cells.at[i].row < n) n = h->cells.at[i].row;
    return n < h->rows ? n : 1;
}

size_t html_table_read(struct str text, size_t at, struct drawn_table *t, struct str *caption)
{
    struct html_reader h = {.arena = t->arena, .text = text};
    struct html_tag tag = html_tag_read(text, at);
    if (tag.kind != HTML_TAG_TABLE || tag.closing) return 0;
    size_t end = read_tags(&h, at + tag.n);
    bool absurd = h.rows * h.columns > CELLS_MOST + 8 * h.cells.n;
    if (!end || h.failed || !h.cells.n || absurd) return 0;
    t->columns = h.columns;
    t->headless = !h.cells.at[0].head;
    t->heads = head_rows(&h);
    for (size_t r = 0; r < h.rows; r++) drawn_table_row(t);
    for (size_t i = 0; i < h.cells.n; i++) put_cell(&h, t, &h.cells.at[i]);
    *caption = h.caption;
    return end - at;
}
