#include "layout/table/row_padding.h"

enum { /* above and under a row's text */
       PAD = 2600,
       DAY_PAD = 1600, /* of a day of the programme in one language: two short days stand on one page; */
       KHMER_DAY_PAD = 5000, /* in Khmer, where each day has its own, and fills it; */
       LINES_PAD = 3900,     /* of rows that hold both languages, a line each; */
       FINE_PAD = 700,       /* in small type; */
       LISTED_PAD = 2600,    /* in that of a handout, both languages, a line each; */
       WORDS_PAD = 1050,     /* of words alone, in a report with Khmer; */
       FINE_BAND_PAD = 1600, /* where bands of tint end at the rules; */
       RULED_PAD = 2350,     /* of both languages, a line each; */
       STACKED_PAD = 3300,   /* the same where no rules part them */
       KHMER_RISE = 600,     /* Khmer rises by so much higher in its leading than it reaches down */
       HALVES_RISE = 250     /* the same where the other half's words may end lower */
};

static bool has_bands(const struct node *table)
{
    for (const struct node *row = table->first; row; row = row->next)
        if (row->band) return true;
    return false;
}

/* turns: in another language than before. */
static bool has_lines(const struct node *cell, bool turns)
{
    for (size_t i = 1; i + 1 < cell->spans.n; i++)
        if (cell->spans.at[i].kind == SPAN_BREAK &&
            (!turns || cell->spans.at[i - 1].lang != cell->spans.at[i + 1].lang))
            return true;
    return false;
}

static bool is_stacked(const struct node *table, bool turns)
{
    for (const struct node *row = table->first; row; row = row->next)
        for (const struct node *cell = row->head ? NULL : row->first; cell; cell = cell->next)
            if (has_lines(cell, turns)) return true;
    return false;
}

/* Small type in a report that holds Khmer. */
static bool rises(const struct layout_context *lay, const struct node *table)
{
    return table->fine && lay->tree->toc && (lay->tree->both || lay->tree->lang == LANG_KM);
}

/* A day of the programme, in a report in one language. */
static bool is_day(const struct layout_context *lay, const struct node *table)
{
    return !table->fine && !lay->tree->both && lay->tree->toc && has_bands(table);
}

static int32_t pad_of(const struct layout_context *lay, const struct node *table,
                      struct row_padding_for holds)
{
    bool both = lay->tree->both && (lay->tree->toc || (!table->fine && has_bands(table))),
         stacked = (holds.halves && is_stacked(table, false)) || (both && is_stacked(table, true));
    if (is_day(lay, table)) return lay->tree->lang == LANG_KM ? KHMER_DAY_PAD : DAY_PAD;
    if (!table->fine) return stacked ? LINES_PAD : PAD;
    if (has_bands(table)) return FINE_BAND_PAD;
    if (stacked) return holds.halves ? STACKED_PAD : RULED_PAD;
    if (lay->look.handout && table->columns[0].alike && is_stacked(table, true)) return LISTED_PAD;
    return rises(lay, table) && !holds.halves && !holds.numbers ? WORDS_PAD : FINE_PAD;
}

/* What stands in one half makes no row of the other higher than the next. */
static int32_t line_of(const struct layout_context *lay, const struct node *table)
{
    int32_t most = 0;
    for (const struct node *row = table->first; row; row = row->next)
        for (const struct node *cell = row->head ? NULL : row->first; cell; cell = cell->next)
            for (size_t i = 0; i < cell->spans.n; i++) {
                if (cell->spans.at[i].kind != SPAN_TEXT || !cell->spans.at[i].text.n) continue;
                enum style_where where = table->fine ? STYLE_FINE_TABLE : STYLE_TABLE;
                int32_t line = style_of(&lay->look, ROLE_CELL, cell->spans.at[i].lang, where).leading;
                most = line > most ? line : most;
            }
    return most;
}

struct row_padding row_padding_of(const struct layout_context *lay, const struct node *table,
                                  struct row_padding_for holds)
{
    struct row_padding p = {.pad = style_space(&lay->look, pad_of(lay, table, holds))};
    p.bands = has_bands(table);
    if (rises(lay, table)) p.rise = style_space(&lay->look, holds.halves ? HALVES_RISE : KHMER_RISE);
    if (holds.halves) p.line = line_of(lay, table);
    return p;
}
