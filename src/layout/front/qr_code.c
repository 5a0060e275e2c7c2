#include "layout/front/qr_code.h"

enum { QUIET = 4 /* squares around it (ISO/IEC 18004) */ };

/* A code's side without its quiet zone; a square is no smaller than LEAST of it. */
#define LEAST STYLE_MM(0.5)
static const int32_t SIDE[] = {
    [TYPE_PAGE] = STYLE_MM(25), [TYPE_CLOSE] = STYLE_MM(22),   [TYPE_DIGEST] = STYLE_MM(22),
    [TYPE_WALL] = STYLE_MM(38), [TYPE_SLIDES] = STYLE_MM(105),
};

/* Its quiet zone lies in margin and gutter. */
static bool in_corner(const struct layout_context *lay)
{
    return lay->print->type == TYPE_WALL;
}

static int32_t square_of(const struct layout_context *lay, const struct area *area, int width)
{
    int32_t square = SIDE[lay->print->type] / width;
    if (square < LEAST) square = LEAST;
    int quiet = in_corner(lay) && !area->colour ? 0 : 2 * QUIET;
    int32_t room = area->width / (width + quiet);
    return square < room || room < 1 ? square : room;
}

static bool same_run(const struct qr *q, int x, int n, int y)
{
    const bool *row = q->dark + y * q->width;
    for (int i = x; i < x + n; i++)
        if (!row[i]) return false;
    return (!x || !row[x - 1]) && (x + n == q->width || !row[x + n]);
}

static int run_at(const struct qr *q, int x, int y)
{
    int n = 0;
    while (x + n < q->width && q->dark[y * q->width + x + n]) n++;
    return n;
}

/* Rows that say the same at one place are one box: fewer things to draw, and no seams. */
static size_t put_squares(const struct node *node, int32_t left, int32_t top, int32_t square, struct item *it)
{
    const struct qr *q = node->qr;
    size_t count = 0;
    for (int y = 0; y < q->width; y++)
        for (int x = 0, n; x < q->width; x += n ? n : 1) {
            n = run_at(q, x, y);
            if (!n || (y && same_run(q, x, n, y - 1))) continue;
            int high = 1;
            while (y + high < q->width && same_run(q, x, n, y + high)) high++;
            it[count] =
                area_rect(node, left + x * square, top + y * square, n * square, high * square, STYLE_INK);
            it[count++].artifact = ARTIFACT_NONE;
        }
    return count;
}

/* The squares begin at the column's edge, or end at the other one: margin and gutter are wider than the quiet
 * zone. */
void qr_code_put(struct layout_context *lay, struct area *area, const struct node *node)
{
    const struct qr *q = node->qr;
    int32_t square = square_of(lay, area, q->width), quiet = QUIET * square, side = q->width * square;
    int32_t whole = side + 2 * quiet, left = area->x;
    if (area->align == ALIGN_RIGHT && !in_corner(lay)) left += area->width - side;
    if (area->align == ALIGN_CENTRE) left += (area->width - side) / 2;
    if (in_corner(lay)) left += area->width - side - (area->colour ? quiet : 0); /* on colour it is seen */
    struct item *it =
        ARENA_MANY(lay->job->keep, struct item, ((size_t)q->width + 1) * (size_t)q->width / 2 + 1);
    it[0] = area_rect(node, left - quiet, 0, whole, whole, STYLE_PAPER);
    size_t n = 1 + put_squares(node, left, quiet, square, it + 1);
    area_band(lay, area, it, n, whole, 0);
    area->galley->after = 0;
}
