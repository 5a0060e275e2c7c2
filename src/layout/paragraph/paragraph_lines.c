#include "layout/paragraph/paragraph_lines.h"
#include "layout/paragraph/paragraph_break.h"

static void line_notes(struct layout_context *lay, const struct paragraph *p, const struct paragraph_line *l)
{
    for (size_t i = l->from; i < l->to; i++) {
        const void *note = p->tags[p->text.at[i].tag].note;
        if (note) area_note(lay, map_get(&lay->marks, map_pointer(note)));
    }
}

/* Lines part where two of a paragraph stay together on either side, and three under a heading. */
static bool line_keeps(const struct paragraph *p, size_t i)
{
    if (i + 1 == p->nlines) return p->style.keep;
    return p->style.whole || i <= p->style.under || i + 2 == p->nlines;
}

static int32_t over(int32_t ink, int32_t room)
{
    return ink > room ? ink - room : 0;
}

/* What a line wants above its share of the leading, lest its ink come near the line before; less than
 * nothing where it may come nearer. Running text keeps its leading where the ink of two lines is apart at
 * all. */
static int32_t line_wants(const struct paragraph *p, size_t i)
{
    const struct paragraph_line *l = &p->lines[i], *before = l - 1;
    if (!i) return over(l->ink.above, l->depth);
    int32_t room = before->leading - before->depth + l->depth;
    int32_t turn = p->mixed && before->forced ? p->style.turn : 0;
    int32_t apart = p->style.further ? 0 : p->style.size / (turn < 0 ? 5 : 12);
    int32_t ink = before->ink.below + l->ink.above + apart - room;
    return ink > turn ? ink : turn;
}

/* All of a paragraph's lines stand as far apart as the one that wants most; one that wants much more than
 * its leading has that by itself. */
static int32_t all_want(const struct paragraph *p)
{
    int32_t most = 0, much = p->style.size * 12 / 100;
    for (size_t i = 1; i < p->nlines; i++) {
        int32_t wants = line_wants(p, i);
        if (wants > most && wants <= much) most = wants;
    }
    return most;
}

/* A letter has less white before it than this part of its size, a sign more. */
enum { SIGN = 5 };

static void put_line(struct layout_context *lay, struct area *area, const struct paragraph *p, size_t i,
                     int32_t all)
{
    const struct paragraph_line *l = &p->lines[i];
    int32_t under = l->leading - l->depth, wants = line_wants(p, i);
    struct box b = {.kind = BOX_BAND, .keep = line_keeps(p, i)};
    if (i + 1 == p->nlines && p->style.mild) b.mild = BOX_MILD;
    b.first = l->depth + (i && wants >= 0 && wants < all ? all : wants);
    b.height = b.first + under + (i + 1 == p->nlines ? over(l->ink.below, under) : 0);
    bool sign = p->style.signs && l->ink.left > p->style.size / SIGN;
    int32_t left = area->x - (p->style.flush || sign ? l->ink.left : 0);
    b.items = paragraph_finish(lay, p, l, left, b.first, area->width, &b.nitems);
    b.hyphenated = l->hyphen;
    b.turns = i && p->mixed && p->lines[i - 1].forced && p->lines[i - 1].leading != l->leading;
    line_notes(lay, p, l);
    area_add(lay, area, b, i || area->close ? 0 : p->style.before);
}

/* Of those that a document justifies all, or none; one that holds an address may differ, and one of two
 * lines.
 */
static void count_even(struct layout_context *lay, const struct paragraph *p, int32_t measure)
{
    if (!p->style.further || !p->style.justify || p->nlines < 2) return;
    if (p->ragged && (p->nlines == 2 || p->longest >= measure / 3)) return;
    lay->even.all++;
    lay->even.furthest += p->reach == REACH_FURTHEST;
    lay->even.unreached += p->ragged;
}

void paragraph_lines_put(struct layout_context *lay, struct area *area, struct paragraph *p)
{
    if (area->width < STYLE_JUSTIFIED || lay->look.large) p->style.justify = false;
    if (area->ragged || (lay->ragged && p->style.further)) p->style.justify = false;
    if (p->style.near) area->galley->after = 0;
    p->looseness = area->looseness;
    if (p->style.even)
        paragraph_break_balanced(lay, p, area->width);
    else
        paragraph_break(lay, p, area->width);
    count_even(lay, p, area->width);
    int32_t all = all_want(p);
    for (size_t i = 0; i < p->nlines; i++) put_line(lay, area, p, i, all);
    if (p->nlines) area->galley->after = p->style.after;
}
