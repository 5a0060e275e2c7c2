#include "layout/fit/feathering.h"

enum {
    BALANCE_STEP = 4, /* per cent of a page: tries at a form's two pages, */
    LEAST_PART = 40   /* the lower down to so much */
};

/* -- fill -- */

static bool takes_air(const struct galley *s, size_t i, int32_t most)
{
    return i > s->from && s->boxes.at[i].airy && s->boxes.at[i].before < most;
}

/* Raises the lowest spaces above questions first, so that all come to be of one height. Returns what is left.
 */
static int32_t air(struct galley *s, int32_t left, int32_t most)
{
    while (left > 0) {
        int32_t lowest = most, next = most, n = 0;
        for (size_t i = s->from; i < s->to; i++)
            if (takes_air(s, i, lowest)) lowest = s->boxes.at[i].before;
        for (size_t i = s->from; i < s->to; i++) {
            if (takes_air(s, i, most) && s->boxes.at[i].before == lowest) n++;
            if (takes_air(s, i, next) && s->boxes.at[i].before > lowest) next = s->boxes.at[i].before;
        }
        int32_t each = n ? left / n : 0;
        if (each > next - lowest) each = next - lowest;
        if (each <= 0) return left;
        for (size_t i = s->from; i < s->to; i++)
            if (takes_air(s, i, most) && s->boxes.at[i].before == lowest) s->boxes.at[i].before += each;
        s->used += n * each;
        left -= n * each;
    }
    return left;
}

static int32_t more_lines(struct galley *s, int32_t left)
{
    for (bool any = true; any;) {
        any = false;
        for (size_t i = s->from; i < s->to; i++) {
            struct box *b = &s->boxes.at[i];
            if (!b->grows || b->height < 1 || b->height > left) continue;
            b->used += b->height;
            s->used += b->height;
            left -= b->height;
            any = true;
        }
    }
    return left;
}

/* What galley_fill does with what a page has left that holds what was taken. */
struct rest {
    int32_t white; /* nothing takes it */
    int32_t each;  /* so much more has each blank that takes lines; -1: there is none */
};

static struct rest rest_of(const struct galley *s, struct galley_room room, int32_t most)
{
    int32_t left = room.height - s->used - galley_notes_room(room.notes + s->notes), air = 0, grow = 0;
    for (size_t i = s->from; i < s->to; i++) {
        grow += s->boxes.at[i].grows;
        if (takes_air(s, i, most)) air += most - s->boxes.at[i].before;
    }
    if (grow) return (struct rest){0, left / grow};
    return (struct rest){left > air ? left - air : 0, -1};
}

/* How unlike two pages are, the first of which takes so much: what stays white, and how much more room a
 * blank has on one of them than on the other. -1: the second cannot hold the rest. */
static int32_t unlike(struct galley *s, struct galley_room room, int32_t height, int32_t second, int32_t most)
{
    struct galley_room first = room, next = room;
    size_t from = s->from;
    first.height = height;
    next.height = second;
    if (!galley_take(s, first) || s->partial || s->to >= s->boxes.n) return -1;
    struct rest a = rest_of(s, room, most);
    s->from = s->to;
    bool fits = galley_take(s, next) && s->to >= s->boxes.n && !s->partial;
    struct rest b = rest_of(s, next, most);
    s->from = from;
    int32_t uneven = a.each < 0 || b.each < 0 ? 0 : a.each > b.each ? a.each - b.each : b.each - a.each;
    return fits ? a.white + b.white + uneven : -1;
}

int32_t feathering_balance(struct galley *s, struct galley_room room, int32_t next, int32_t most)
{
    int32_t best = room.height, least = s->form ? unlike(s, room, room.height, next, most) : -1;
    for (int32_t part = 100 - BALANCE_STEP; least > 0 && part >= LEAST_PART; part -= BALANCE_STEP) {
        int32_t height = room.height / 100 * part, found = unlike(s, room, height, next, most);
        if (found < 0 || found >= least) continue;
        least = found;
        best = height;
    }
    return best;
}

void feathering_fill(struct galley *s, struct galley_room room, int32_t least, int32_t most)
{
    int32_t left = room.height - s->used - galley_notes_room(room.notes + s->notes);
    air(s, more_lines(s, air(s, left, least)), most);
}

/* -- heads -- */

/* Of a sheet, a page's boxes: asks: the first that is asked, at which its head ends. */
struct sheet_head {
    size_t first, asks, end;
    size_t next;  /* what is asked after that; end: nothing is */
    size_t blank; /* of the first, that takes lines; end: there is none */
    int32_t height;
    int32_t left; /* by the whole sheet; under 0: it needs more than a page */
};

static void measure_head(struct galley *s, int32_t page, struct sheet_head *h)
{
    size_t from = s->from;
    s->from = h->first;
    galley_take(s, (struct galley_room){.height = page, .force = true});
    h->left = s->to < h->end || s->partial ? -1 : page - s->used;
    for (size_t i = h->first; i < h->asks && i < s->to; i++)
        h->height += s->boxes.at[i].used + (i > h->first ? s->boxes.at[i].before : 0);
    s->from = from;
}

/* False where there is none, or nothing is asked on the sheet. */
static bool next_head(struct galley *s, int32_t page, size_t from, struct sheet_head *h)
{
    if (from >= s->boxes.n) return false;
    *h = (struct sheet_head){.first = from, .asks = from, .end = from + 1};
    while (h->end < s->boxes.n && !s->boxes.at[h->end].new_page) h->end++;
    while (h->asks < h->end && !s->boxes.at[h->asks].airy) h->asks++;
    h->next = h->asks < h->end ? h->asks + 1 : h->end;
    while (h->next < h->end && !s->boxes.at[h->next].airy) h->next++;
    h->blank = h->asks;
    while (h->blank < h->next && !s->boxes.at[h->blank].grows) h->blank++;
    if (h->next == h->end || h->blank == h->next) h->next = h->blank = h->end;
    if (h->asks > h->first && h->asks < h->end) measure_head(s, page, h);
    return h->height > 0;
}

/* The tallest of those that are by no more than this taller than the lowest. */
static int32_t common_height(const struct sheet_head *heads, size_t n, int32_t most)
{
    int32_t lowest = INT32_MAX, common = 0;
    for (size_t i = 0; i < n; i++)
        if (heads[i].height < lowest) lowest = heads[i].height;
    for (size_t i = 0; i < n; i++)
        if (heads[i].height - most <= lowest && heads[i].height > common) common = heads[i].height;
    return common;
}

/* As much above what is asked as there should be; so much less is left. */
static void set_air(struct box *b, struct sheet_head *h, int32_t least)
{
    int32_t more = least > b->before ? least - b->before : 0;
    if (more > h->left) more = h->left;
    b->before += more;
    h->left -= more;
    b->airy = false;
}

/* Half of the lines that are left on the sheet with the tallest head. */
static int lines_of_all(const struct galley *s, const struct sheet_head *heads, size_t n, int32_t common)
{
    for (size_t i = 0; i < n; i++)
        if (heads[i].height == common && heads[i].blank < heads[i].end)
            return (heads[i].left / s->boxes.at[heads[i].blank].height + 1) / 2;
    return 0;
}

/* The first takes its lines, and what its lower head leaves, so that the next stands where it does on all. */
static void level_next(struct galley *s, struct sheet_head *h, int32_t common, int lines)
{
    struct box *blank = &s->boxes.at[h->blank], *next = &s->boxes.at[h->next];
    int32_t lower = common - h->height, rows = lines + lower / blank->height, rest = lower % blank->height;
    if (lower < 0 || rows * blank->height + rest > h->left) return;
    blank->rows += rows;
    blank->grows = false;
    next->before += rest;
    next->airy = false;
}

void feathering_level_heads(struct arena *a, struct galley *s, int32_t page, int32_t least, int32_t most)
{
    VEC(struct sheet_head) heads = {0};
    struct sheet_head h;
    for (size_t i = 0; next_head(s, page, i, &h); i = h.end) VEC_ADD(a, heads, h);
    if (heads.n < 2) return;
    int32_t common = common_height(heads.at, heads.n, most);
    for (size_t i = 0; i < heads.n; i++) {
        if (heads.at[i].next == heads.at[i].end) continue;
        set_air(&s->boxes.at[heads.at[i].asks], &heads.at[i], least);
        set_air(&s->boxes.at[heads.at[i].next], &heads.at[i], least);
    }
    int lines = lines_of_all(s, heads.at, heads.n, common);
    for (size_t i = 0; i < heads.n; i++)
        if (heads.at[i].next < heads.at[i].end) level_next(s, &heads.at[i], common, lines);
}

/* -- spread -- */

/* None above what comes first. */
static int32_t parts_of(const struct galley *s)
{
    int32_t n = 0;
    for (size_t i = s->from + 1; i < s->to; i++) n += s->boxes.at[i].part;
    return n;
}

void feathering_spread(struct galley *s, struct galley_room room, int32_t most)
{
    int32_t left = room.height - s->used - galley_notes_room(room.notes + s->notes), n = parts_of(s);
    int32_t each = n ? left / n : 0;
    if (each > most) each = most;
    for (size_t i = s->from + 1; i < s->to && each > 0; i++) {
        if (!s->boxes.at[i].part) continue;
        s->boxes.at[i].before += each;
        s->used += each;
    }
}
