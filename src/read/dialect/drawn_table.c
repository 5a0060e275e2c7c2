#include "read/dialect/drawn_table.h"

#include "read/dialect/verbatim.h"

struct drawn_table_cell *drawn_table_row(struct drawn_table *t)
{
    size_t first = t->cells.n;
    for (size_t c = 0; c < t->columns; c++) VEC_ADD(t->arena, t->cells, (struct drawn_table_cell){0});
    return &t->cells.at[first];
}

void drawn_table_add(struct drawn_table *t, struct drawn_table_cell *cell, struct str text, size_t from,
                     size_t to, bool own_line)
{
    if (to > text.n) to = text.n;
    if (from >= to) return;
    from = verbatim_skip(text, from, to);
    struct str part = str_trim(str_sub(text, from, to));
    if (!part.n) return;
    from = (size_t)(part.s - text.s);
    struct drawn_table_piece p = {.from = from, .to = from + part.n, .own_line = own_line && cell->pieces.n};
    VEC_ADD(t->arena, cell->pieces, p);
}

void drawn_table_sign(struct drawn_table_cell *cell, struct str sign)
{
    if (cell->pieces.n && sign.n) cell->pieces.at[cell->pieces.n - 1].sign = sign;
}

/* A bar in the text is none of the table's. */
static void put_piece(struct rewriting *r, const struct drawn_table_piece *p)
{
    struct str text = r->from->text;
    size_t done = p->from;
    for (size_t i = p->from; i < p->to; i++) {
        bool plain = text.s[i] != '|' || (i > p->from && text.s[i - 1] == '\\');
        if (plain) continue;
        rewriting_keep(r, done, i);
        rewriting_put(r, STR("\\"), i);
        done = i;
    }
    rewriting_keep(r, done, p->to);
}

static void put_cell(struct rewriting *r, const struct drawn_table_cell *cell, size_t at)
{
    static const char *const SIGNS[] = {"", DRAWN_TABLE_LEFT, DRAWN_TABLE_ABOVE};
    rewriting_put(r, str_of(SIGNS[cell->cover]), at);
    for (size_t i = 0; cell->cover == DRAWN_TABLE_OWN && i < cell->pieces.n; i++) {
        const struct drawn_table_piece *p = &cell->pieces.at[i];
        if (i) rewriting_put(r, p->own_line ? STR("<br>") : STR(" "), p->from);
        rewriting_put(r, p->sign, p->from);
        put_piece(r, p);
    }
    rewriting_put(r, STR(" | "), at);
}

static void put_rule(const struct drawn_table *t, struct rewriting *r, size_t at)
{
    rewriting_put(r, STR("|"), at);
    for (size_t c = 0; c < t->columns; c++) rewriting_put(r, STR("---|"), at);
    rewriting_put(r, STR("\n"), at);
}

static size_t row_place(const struct drawn_table *t, size_t row, size_t at)
{
    for (size_t c = 0; c < t->columns; c++) {
        const struct drawn_table_cell *cell = &t->cells.at[row * t->columns + c];
        if (cell->pieces.n) return cell->pieces.at[0].from;
    }
    return at;
}

void drawn_table_put(const struct drawn_table *t, struct rewriting *r, size_t at)
{
    size_t rows = t->columns ? t->cells.n / t->columns : 0;
    rewriting_put(r, STR("\n"), at);
    if (t->headless) put_rule(t, r, at);
    for (size_t i = 0; i < rows; i++) {
        at = row_place(t, i, at);
        rewriting_put(r, STR("| "), at);
        if (i && i < t->heads) rewriting_put(r, STR(DRAWN_TABLE_HEAD), at);
        for (size_t c = 0; c < t->columns; c++) put_cell(r, &t->cells.at[i * t->columns + c], at);
        rewriting_put(r, STR("\n"), at);
        if (!i && !t->headless) put_rule(t, r, at);
    }
    rewriting_put(r, STR("\n"), at);
}
