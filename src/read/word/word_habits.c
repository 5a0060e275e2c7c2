#include "read/word/word_habits.h"

enum { HEADING_MOST = 120, COLUMNS_MOST = 20 };

/* -- tabs -- */

struct str word_habits_less_tabs(struct arena *a, struct str text)
{
    if (!text.n || !memchr(text.s, '\t', text.n)) return text;
    struct buf b = BUF(a);
    for (size_t i = 0; i < text.n; i++) {
        bool tab = text.s[i] == '\t';
        bool blank = b.n && b.s[b.n - 1] == ' ';
        if (!tab)
            buf_byte(&b, text.s[i]);
        else if (!blank)
            buf_byte(&b, ' ');
    }
    return buf_str(&b);
}

/* Columns that tabs part a line into; several tabs that follow one another part two. */
static size_t columns_of(const struct block *b)
{
    size_t n = 1;
    bool tab = true; /* those that begin a line indent it */
    if (b->kind != BLOCK_PARA) return 0;
    for (size_t i = 0; i < b->spans.n; i++) {
        const struct span *s = &b->spans.at[i];
        if (s->kind == SPAN_BREAK || s->kind == SPAN_PICTURE) return 0;
        for (size_t k = 0; k < s->text.n; k++) {
            bool here = s->text.s[k] == '\t';
            n += here && !tab;
            tab = here || (tab && s->text.s[k] == ' ');
        }
        tab = tab && s->kind == SPAN_TEXT;
    }
    return n;
}

struct word_habits_cells {
    struct arena *a;
    struct block *row, *cell;
    VEC(struct span) spans;
};

static void end_cell(struct word_habits_cells *c)
{
    if (!c->spans.n || !c->cell) return;
    struct span *last = &c->spans.at[c->spans.n - 1];
    while (last->text.n && last->text.s[last->text.n - 1] == ' ') last->text.n--;
    c->cell->spans.at = ARENA_MANY(c->a, struct span, c->spans.n);
    memcpy(c->cell->spans.at, c->spans.at, c->spans.n * sizeof *c->spans.at);
    c->cell->spans.n = c->spans.n;
    c->spans.n = 0;
    c->cell = NULL;
}

/* A span's text between two tabs. */
static void put_piece(struct word_habits_cells *c, const struct span *s, size_t from, size_t to)
{
    struct span piece = *s;
    piece.text = str_sub(s->text, from, to);
    piece.place = place_after(s->place, from);
    bool begins = s->kind == SPAN_TEXT && !c->spans.n;
    if (!piece.text.n && s->kind == SPAN_TEXT) return;
    while (begins && piece.text.n && piece.text.s[0] == ' ')
        piece.text = str_sub(piece.text, 1, piece.text.n);
    if (begins && !str_trim(piece.text).n) return; /* between two words it parts them */
    if (!c->cell) c->cell = block_new(c->a, c->row, BLOCK_CELL, piece.place);
    VEC_ADD(c->a, c->spans, piece);
}

static void put_row(struct arena *a, struct block *table, const struct block *para)
{
    struct word_habits_cells c = {.a = a, .row = block_new(a, table, BLOCK_ROW, para->place)};
    for (size_t i = 0; i < para->spans.n; i++) {
        const struct span *s = &para->spans.at[i];
        size_t from = 0;
        for (size_t k = 0; k < s->text.n; k++) {
            if (s->text.s[k] != '\t') continue;
            put_piece(&c, s, from, k);
            end_cell(&c);
            from = k + 1;
        }
        put_piece(&c, s, from, s->text.n);
    }
    end_cell(&c);
}

/* The blocks from first up to end, as a table in their place. */
static struct block *as_table(struct arena *a, struct block *container, struct block *before,
                              struct block *first, struct block *end, size_t columns)
{
    struct block *table = block_new(a, NULL, BLOCK_TABLE, first->place);
    table->parent = container;
    table->ncolumns = columns;
    table->aligns = ARENA_MANY(a, enum align, columns);
    for (struct block *b = first; b != end; b = b->next) put_row(a, table, b);
    for (struct block *row = table->first; row; row = row->next) {
        size_t n = 0;
        for (struct block *cell = row->first; cell; cell = cell->next) n++;
        for (; n < columns; n++) block_new(a, row, BLOCK_CELL, row->place);
    }
    table->next = end;
    if (before)
        before->next = table;
    else
        container->first = table;
    if (!end) container->last = table;
    return table;
}

static void find_tables(struct arena *a, struct block *container)
{
    for (struct block *b = container->first, *before = NULL; b; before = b, b = b->next) {
        size_t columns = columns_of(b);
        struct block *end = b->next;
        while (columns > 1 && end && columns_of(end) == columns) end = end->next;
        if (columns < 2 || columns > COLUMNS_MOST || end == b->next) continue;
        b = as_table(a, container, before, b, end, columns);
    }
}

/* -- bold lines -- */

static bool ends_sentence(struct str text)
{
    static const char *const ENDS[] = {".", "!", ";", ",", "។", "៕"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (str_ends(text, ENDS[i]) && !str_ends(text, "..")) return true;
    return false;
}

static bool is_bold_line(struct arena *scratch, const struct block *b)
{
    if (!b || b->kind != BLOCK_PARA || !b->spans.n) return false;
    for (size_t i = 0; i < b->spans.n; i++) {
        const struct span *s = &b->spans.at[i];
        bool blank = s->kind == SPAN_TEXT && !str_trim(s->text).n;
        if (s->kind == SPAN_PICTURE || s->kind == SPAN_BREAK) return false;
        if (s->kind == SPAN_TEXT && !blank && !(s->style & SPAN_STRONG)) return false;
    }
    struct str text = str_trim(spans_text(scratch, b->spans));
    return text.n && utf8_count(text) <= HEADING_MOST && !ends_sentence(text);
}

/* A note that has no title of its own begins with it: what ends in a colon is a part's heading. */
static bool is_title(struct arena *scratch, const struct block *container, const struct block *line)
{
    struct str text = str_trim(spans_text(scratch, line->spans));
    for (const struct block *b = container->first; b; b = b->next)
        if (b->kind == BLOCK_HEADING && b->level == 1) return false;
    return line == container->first && !str_ends(text, ":") && !str_ends(text, "៖");
}

static void find_headings(struct job *job, struct block *container)
{
    int level = 1;
    for (struct block *b = container->first; b; b = b->next) {
        struct block *next = b->next;
        if (b->kind == BLOCK_HEADING) level = b->level;
        bool two = is_bold_line(job->scratch, next);
        bool text = next && next->kind != BLOCK_HEADING && (!two || !is_bold_line(job->scratch, next->next));
        if (!text || !is_bold_line(job->scratch, b)) continue;
        b->level = is_title(job->scratch, container, b) ? 1 : level < 6 ? level + 1 : 6;
        b->kind = BLOCK_HEADING;
        for (size_t i = 0; i < b->spans.n; i++) b->spans.at[i].style &= ~(unsigned)SPAN_STRONG;
    }
}

/* -- all -- */

static struct block *after(struct block *b, const struct block *top)
{
    if (b->first) return b->first;
    while (b != top && !b->next) b = b->parent;
    return b == top ? NULL : b->next;
}

void word_habits_settle(struct job *job, struct block *container, bool headings)
{
    struct arena_mark mark = arena_mark(job->scratch);
    find_tables(job->keep, container);
    if (headings) find_headings(job, container);
    for (struct block *b = container; b; b = after(b, container))
        for (size_t i = 0; i < b->spans.n; i++)
            b->spans.at[i].text = word_habits_less_tabs(job->keep, b->spans.at[i].text);
    arena_reset(job->scratch, mark);
}
