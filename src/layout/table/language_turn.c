#include "layout/table/language_turn.h"

enum { NEARER = 17, AIR = 12 }; /* per cent of the way between two baselines; a part of the type's size */

size_t language_turn_line(const struct paragraph *p)
{
    for (size_t i = 1; p->mixed && i < p->nlines; i++)
        if (p->lines[i - 1].forced && p->lines[i - 1].leading != p->lines[i].leading) return i;
    return 0;
}

int32_t language_turn_nearer(const struct paragraph *p)
{
    size_t turn = language_turn_line(p);
    if (!turn) return 0;
    const struct paragraph_line *a = &p->lines[turn - 1], *b = &p->lines[turn];
    int32_t way = a->leading - a->depth + b->depth,
            spare = way - a->ink.below - b->ink.above - p->style.size / AIR, less = way * NEARER / 100;
    if (less > spare) less = spare;
    return a->leading < b->leading || less < 0 ? 0 : less;
}

/* How deep the baseline of a cell's line lies; behind an empty box the first is 1. */
static int32_t baseline(const struct language_turn_cell *c, size_t line)
{
    int32_t y = 0;
    for (size_t i = 0; i < line; i++) y += c->galley->boxes.at[i].before + c->galley->boxes.at[i].height;
    return y + c->galley->boxes.at[line].before + c->galley->boxes.at[line].first;
}

static bool has_baseline(const struct language_turn_cell *c)
{
    return c->galley->boxes.n > 1 && c->galley->boxes.at[1].first >= 0;
}

/* As far down as lets the lines end level, the first language's last of each. */
static int32_t lower_turned(const struct language_turn_cell *cells, size_t n)
{
    int32_t ends = 0, top = INT32_MAX;
    for (size_t i = 0; i < n; i++)
        if (cells[i].turn && baseline(&cells[i], cells[i].turn) > ends)
            ends = baseline(&cells[i], cells[i].turn);
    for (size_t i = 0; i < n; i++) {
        if (!cells[i].turn) continue;
        cells[i].galley->boxes.at[1].before += ends - baseline(&cells[i], cells[i].turn);
        if (baseline(&cells[i], 1) < top) top = baseline(&cells[i], 1);
    }
    return top;
}

/* Those that have one language, or no words, begin level with the first that turns, or with each other. */
void language_turn_level(const struct language_turn_cell *cells, size_t n)
{
    int32_t top = lower_turned(cells, n), deepest = 0;
    for (size_t i = 0; i < n; i++)
        if (!cells[i].turn && has_baseline(&cells[i]) && baseline(&cells[i], 1) > deepest)
            deepest = baseline(&cells[i], 1);
    if (top < deepest || top == INT32_MAX) top = deepest;
    for (size_t i = 0; i < n; i++)
        if (!cells[i].turn && has_baseline(&cells[i]))
            cells[i].galley->boxes.at[1].before += top - baseline(&cells[i], 1);
}

/* From its first line's, which will stand level with the others'. */
static int32_t turned_by(const struct language_turn_cell *c)
{
    return baseline(c, c->turn) - baseline(c, 0);
}

void language_turn_level_row(const struct language_turn_cell *cells, size_t n)
{
    int32_t deepest = 0;
    for (size_t i = 0; i < n; i++)
        if (cells[i].turn && turned_by(&cells[i]) > deepest) deepest = turned_by(&cells[i]);
    for (size_t i = 0; i < n; i++)
        if (cells[i].turn) cells[i].galley->boxes.at[cells[i].turn].before += deepest - turned_by(&cells[i]);
}
