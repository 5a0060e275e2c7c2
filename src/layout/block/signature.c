#include "layout/block/signature.h"

#include "layout/block.h"

enum {
    SIGNATURES_MOST = 12,
    ABOVE_ROLE = 100, /* per cent of a unit */
    ABOVE_SEAL = 40
};

/* Above the first line of a signature, and of all in a row. */
static void room_above(const struct layout_context *lay, struct area *area)
{
    if (area->galley->after < lay->look.signature) area->galley->after = lay->look.signature;
}

static bool is_strong(const struct node *line)
{
    return line->spans.n && line->spans.at[0].style & SPAN_STRONG;
}

/* Who signs, under the day; what is to be put there, under who signs. */
static bool begins_part(const struct node *line)
{
    const struct node *before = line->parent ? line->parent->first : line;
    while (before && before != line && before->next != line) before = before->next;
    return before && before != line && is_strong(before) != is_strong(line);
}

static void part_above(const struct layout_context *lay, struct area *area, const struct node *line)
{
    int32_t space = lay->look.unit * (is_strong(line) ? ABOVE_ROLE : ABOVE_SEAL) / 100;
    if (begins_part(line) && area->galley->after < space) area->galley->after = space;
}

void signature_line(struct layout_context *lay, struct area *area, const struct node *node)
{
    if (node->parent && node->parent->first == node) room_above(lay, area);
    part_above(lay, area, node);
    block_text(lay, area, node);
    if (!node->count) return;
    area_band(lay, area, NULL, 0, (int32_t)(STYLE_MM(100) / 100) * node->count, 0)->keep = true;
}

bool signature_is_row(const struct node *grid)
{
    int n = 0;
    for (const struct node *s = grid->first; s; s = s->next, n++) {
        if (s->role != ROLE_KEEP || !s->first) return false;
        for (const struct node *line = s->first; line; line = line->next)
            if (line->role != ROLE_SIGNER) return false;
    }
    return n > 1 && n <= grid->count && n <= SIGNATURES_MOST;
}

/* The lines that are next in all; true where the room for seals is. Where one has fewer lines before it, it
 * waits. */
static bool at_seals(const struct node *const *lines, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (lines[i] && !lines[i]->count) return false;
    return true;
}

/* One line of each, side by side; false where there is none. */
static bool put_level(struct layout_context *lay, struct area *area, const struct node **lines, size_t n)
{
    struct galley **columns = ARENA_MANY(lay->job->keep, struct galley *, n);
    int32_t width = (area->width - (int32_t)(n - 1) * lay->look.gutter) / (int32_t)n;
    bool seals = at_seals(lines, n), any = false;
    for (size_t i = 0; i < n; i++) {
        struct area c = area_column(lay, area, area->x + (int32_t)i * (width + lay->look.gutter), width);
        columns[i] = c.galley;
        if (!lines[i] || (lines[i]->count && !seals)) continue;
        any = true;
        part_above(lay, area, lines[i]);
        area_start(lay, lines[i]);
        signature_line(lay, &c, lines[i]);
        lines[i] = lines[i]->next;
    }
    if (any) area_group(lay, area, columns, n, true)->keep = true;
    return any;
}

void signature_row(struct layout_context *lay, struct area *area, const struct node *grid)
{
    const struct node *lines[SIGNATURES_MOST];
    size_t n = 0;
    for (const struct node *s = grid->first; s && n < SIGNATURES_MOST; s = s->next) {
        area_start(lay, s);
        lines[n++] = s->first;
    }
    if (!n) return;
    room_above(lay, area);
    while (put_level(lay, area, lines, n)) {
    }
    struct box *last = galley_last(area->galley);
    if (last) last->keep = false;
}
