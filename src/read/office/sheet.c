#include "read/office/sheet.h"

#include "base/buf.h"
#include "read/format/encoding.h"

#include <stdlib.h>

enum { FAULTS_MOST = 100000, FONTS_MOST = 20 };

struct sheet_grid *sheet_new(struct job *job, struct str name)
{
    struct sheet_grid *s = ARENA_ONE(job->scratch, struct sheet_grid);
    s->job = job;
    s->name = name;
    return s;
}

/* -- cells ----------------------------------------------------------------------------------------------- */

static void count_hidden(struct sheet_hidden *h, uint32_t which, uint32_t across)
{
    if (h->n && h->last == which) return;
    if (!h->n) *h = (struct sheet_hidden){.first = which, .across = across};
    h->last = which;
    h->n++;
}

/* Told at the file as a whole: there is no such cell. */
static bool is_within(struct sheet_grid *s, uint32_t row, uint32_t column)
{
    if (row && column && row <= SHEET_ROWS_MOST && column <= SHEET_COLUMNS_MOST) return true;
    if (!s->beyond) sheet_tell(s, DIAG_SHEET_BIG, 0, 0, (struct str){0});
    s->beyond = true;
    return false;
}

static void add_cell(struct sheet_grid *s, uint32_t row, uint32_t column, struct str text)
{
    struct sheet_cell cell = {row, column, (uint32_t)s->cells.n, text};
    if (s->cells.n < SHEET_CELLS_MOST)
        VEC_ADD(s->job->scratch, s->cells, cell);
    else
        is_within(s, 0, 0);
}

void sheet_put(struct sheet_grid *s, uint32_t row, uint32_t column, struct str text)
{
    if (!str_trim(text).n || !is_within(s, row, column)) return;
    add_cell(s, row, column, text);
    if (s->row_is_hidden) count_hidden(&s->rows, row, column);
    if (s->column_is_hidden[column - 1]) count_hidden(&s->columns, column, row);
    s->column_is_hidden[column - 1] = false;
}

void sheet_repeat(struct sheet_grid *s, uint32_t row, uint32_t m, uint32_t column, uint32_t n,
                  struct str text)
{
    text = str_trim(text);
    if (!text.n) return;
    for (uint32_t i = 0; i < m; i++)
        for (uint32_t k = 0; k < n; k++) {
            if (s->beyond) return;
            sheet_put(s, row + i, column + k, text);
        }
}

void sheet_tell(struct sheet_grid *s, enum diag_code code, uint32_t row, uint32_t column, struct str argument)
{
    bool known = row && column && row <= SHEET_ROWS_MOST && column <= SHEET_COLUMNS_MOST;
    if ((row && !known) || (row && s->faults.n >= FAULTS_MOST)) return;
    if (known) add_cell(s, row, column, (struct str){0});
    VEC_ADD(s->job->scratch, s->faults, (struct sheet_fault){code, row, column, argument});
}

void sheet_tell_font(struct sheet_grid *s, uint32_t row, uint32_t column)
{
    if (s->fonts++ < FONTS_MOST) sheet_tell(s, DIAG_SHEET_FONT, row, column, (struct str){0});
    if (s->fonts != FONTS_MOST + 1) return;
    s->font_row = row;
    s->font_column = column;
}

void sheet_hide_columns(struct sheet_grid *s, uint64_t from, uint64_t to)
{
    for (uint64_t i = from; i <= to && i <= SHEET_COLUMNS_MOST; i++)
        if (i) s->column_is_hidden[i - 1] = true;
}

/* -- the source ------------------------------------------------------------------------------------------ */

static int by_cell(const void *left, const void *right)
{
    const struct sheet_cell *a = left, *b = right;
    if (a->row != b->row) return a->row < b->row ? -1 : 1;
    if (a->column != b->column) return a->column < b->column ? -1 : 1;
    return (a->number > b->number) - (a->number < b->number);
}

struct sheet_text { /* the source's text, and where in it each cell begins */
    struct sheet_grid *sheet;
    struct buf text;
    VEC(uint32_t) starts;
    VEC(struct source_cell) cells;
    uint32_t wide;
    bool full;
    bool garbled;      /* Khmer that was read as Western text */
    size_t lost;       /* of it, letters that cannot be brought back */
    size_t garbled_at; /* SIZE_MAX: nowhere */
};

/* Line ends as \n; no control characters. */
static void put_text(struct buf *b, struct str text)
{
    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.s[i];
        if (c == '\r' && i + 1 < text.n && text.s[i + 1] == '\n') continue;
        bool control = (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
        buf_byte(b, c == '\r' ? '\n' : control ? ' ' : (char)c);
    }
}

static void put_cell(struct sheet_text *g, uint32_t row, uint32_t column, struct str text)
{
    struct arena *keep = g->sheet->job->keep;
    size_t lost = 0;
    g->full = g->full || g->text.n + text.n > SHEET_BYTES_MOST;
    if (g->full) text = (struct str){0};
    struct str right = g->garbled ? encoding_regain(g->sheet->job->scratch, text, &lost) : text;
    if (!str_eq(right, text) && g->garbled_at == SIZE_MAX) g->garbled_at = g->text.n;
    g->lost += lost;
    VEC_ADD(keep, g->starts, (uint32_t)g->text.n);
    VEC_ADD(keep, g->cells, (struct source_cell){row, column});
    put_text(&g->text, right);
    buf_byte(&g->text, '\n');
}

/* A row of blank cells, or of those from *at on. One that is wholly blank is a single cell. */
static void put_row(struct sheet_text *g, uint32_t row, size_t *at)
{
    const struct sheet_grid *s = g->sheet;
    bool here = *at < s->cells.n && s->cells.at[*at].row == row;
    for (uint32_t column = 1; column <= (here ? g->wide : 1); column++) {
        struct str text = {0};
        for (; *at < s->cells.n && s->cells.at[*at].row == row && s->cells.at[*at].column == column; ++*at)
            if (!text.n) text = s->cells.at[*at].text;
        put_cell(g, row, column, text);
    }
}

/* What is left of the row that fills it is blank. */
static bool is_full(const struct sheet_text *g)
{
    return g->full || g->cells.n + g->wide > SHEET_CELLS_MOST;
}

static void measure(struct sheet_text *g)
{
    struct sheet_grid *s = g->sheet;
    struct buf sample = BUF(s->job->scratch);
    for (size_t i = 0; i < s->cells.n; i++) {
        if (s->cells.at[i].column > g->wide) g->wide = s->cells.at[i].column;
        if (sample.n < 1 << 20) buf_add(&sample, s->cells.at[i].text);
    }
    g->garbled = encoding_is_garbled(buf_str(&sample));
}

static const struct source *make_source(struct sheet_text *g, struct str path)
{
    struct arena *keep = g->sheet->job->keep;
    if (!g->cells.n) return source_new(keep, path, STR(""));
    return source_cells(keep, path, str_copy(keep, g->sheet->name), buf_str(&g->text), g->starts.at,
                        g->cells.at, g->cells.n);
}

/* Cells stand in order, and so do their starts. */
static struct place find_cell(const struct source *source, uint32_t row, uint32_t column)
{
    size_t low = 0, high = source->kind == SOURCE_CELLS ? source->nlines : 0;
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        const struct source_cell *c = &source->cells[mid];
        if (c->row < row || (c->row == row && c->column <= column))
            low = mid;
        else
            high = mid;
    }
    return place_in(source, row && high ? source->lines[low] : PLACE_WHOLE_FILE);
}

static void tell_fonts(struct sheet_grid *s)
{
    if (!s->font_row) return;
    struct str more = str_fmt(s->job->scratch, "%zu", s->fonts - FONTS_MOST);
    sheet_tell(s, DIAG_SHEET_FONT_MORE, s->font_row, s->font_column, more);
}

static void tell_hidden(struct sheet_grid *s, enum diag_code code, const struct sheet_hidden *h, uint32_t row,
                        uint32_t column)
{
    if (h->n) sheet_tell(s, code, row, column, str_fmt(s->job->scratch, "%zu", h->n));
}

static void tell_faults(const struct sheet_text *g, const struct source *source)
{
    const struct sheet_grid *s = g->sheet;
    for (size_t i = 0; i < s->faults.n; i++) {
        const struct sheet_fault *f = &s->faults.at[i];
        diag_tell(s->job->diags, f->code, find_cell(source, f->row, f->column), f->argument);
    }
    if (g->garbled_at != SIZE_MAX) encoding_tell_garbled(s->job, place_in(source, g->garbled_at), g->lost);
    encoding_check(s->job, source);
}

const struct source *sheet_source(struct sheet_grid *s, struct str path)
{
    struct sheet_text g = {.sheet = s, .text = BUF(s->job->keep), .garbled_at = SIZE_MAX};
    size_t at = 0;
    tell_fonts(s);
    tell_hidden(s, DIAG_SHEET_HIDDEN_ROWS, &s->rows, s->rows.first, s->rows.across);
    tell_hidden(s, DIAG_SHEET_HIDDEN_COLUMNS, &s->columns, s->columns.across, s->columns.first);
    if (s->cells.n) qsort(s->cells.at, s->cells.n, sizeof *s->cells.at, by_cell);
    measure(&g);
    uint32_t last = s->cells.n ? s->cells.at[s->cells.n - 1].row : 0;
    for (uint32_t row = 1; row <= last && !is_full(&g); row++) put_row(&g, row, &at);
    if (at < s->cells.n || g.full) is_within(s, 0, 0);
    const struct source *source = make_source(&g, str_copy(s->job->keep, path));
    tell_faults(&g, source);
    return source;
}
