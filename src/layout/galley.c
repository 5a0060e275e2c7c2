#include "layout/galley.h"

#include "layout/fit/elastic.h"

enum {
    ENDLESS = INT32_MAX / 4,
    ROUNDS = 24,      /* to level a group whose sides both bring notes */
    LEVEL_ROUNDS = 4, /* to end a page in both languages */
    LITTLE = 3,
    LEAST_RULED = 3,
    RULES = 6000,    /* no higher are rules, and the space between them, over a first line */
    SHARED = 28,     /* per cent of a page: with so much left, what may share it begins there */
    MOST_WHITE = 38, /* the same: then what is kept together mildly is parted, */
    WHITE = 10,      /* per cent of a page: more is much, and parts what is kept together loosely */
    SHRINK_PART = 4, /* no more than a quarter of a page is pressed into it */
    PRESS_STEP = 10, /* thousandths of a page: tries at what misses it by little */
    PRESS_STEPS = 9,
    SPACE_SHRINKS = 35, /* per cent that a space may lose, */
    KEPT_SHRINKS = 40   /* lest what is kept together mildly be parted */
};

struct galley *galley_new(struct arena *a, int32_t x, int32_t width)
{
    struct galley *s = ARENA_ONE(a, struct galley);
    s->x = x;
    s->width = width;
    return s;
}

struct box *galley_last(struct galley *s)
{
    return s->boxes.n ? &s->boxes.at[s->boxes.n - 1] : NULL;
}

struct box *galley_add(struct arena *a, struct galley *s, struct box box, int32_t before)
{
    box.before = box.natural = before > s->after ? before : s->after;
    box.fixed = box.fixed || (s->boxes.n && galley_last(s)->keep);
    box.new_page = s->new_page;
    box.shares = s->shares;
    box.opens = s->opens;
    s->after = 0;
    s->new_page = s->shares = s->opens = false;
    VEC_ADD(a, s->boxes, box);
    return galley_last(s);
}

void galley_close(struct galley *s)
{
    for (size_t i = 0; i < s->boxes.n; i++)
        for (size_t k = 0; k < s->boxes.at[i].ncolumns; k++) {
            s->boxes.at[i].columns[k]->closed = true;
            galley_close(s->boxes.at[i].columns[k]);
        }
}

bool galley_done(const struct galley *s)
{
    return s->from >= s->boxes.n;
}

/* -- take -- */

static int32_t first_baseline(const struct galley *s, bool inner);

static int32_t box_first(const struct box *b, bool inner)
{
    if (b->kind == BOX_BAND) return b->first;
    int32_t first = -1;
    for (size_t i = 0; i < b->ncolumns; i++) {
        int32_t f = first_baseline(b->columns[i], inner);
        first = f > first ? f : first;
    }
    return first;
}

/* Under rules that come first, a table's: its head is level with a line beside it. inner: the galley stands
 * in one of those that are levelled; there cells of a head that have been set lower count, too. */
static int32_t first_baseline(const struct galley *s, bool inner)
{
    int32_t y = 0;
    for (size_t i = s->from; i < s->boxes.n && y <= RULES; i++) {
        const struct box *b = &s->boxes.at[i];
        int32_t first = box_first(b, true), before = i > s->from ? b->before : 0;
        if (first >= 0) return before + y + first;
        if (!b->nitems && (b->height || !inner)) return -1;
        y += before + b->height;
    }
    return -1;
}

static void level_columns(struct box *b)
{
    int32_t level = box_first(b, false);
    for (size_t i = 0; i < b->ncolumns; i++) {
        int32_t f = first_baseline(b->columns[i], false);
        b->columns[i]->shift = f < 0 ? 0 : level - f;
        b->columns[i]->levelled = b->columns[i]->closed;
    }
}

static int32_t box_notes(const struct box *b)
{
    int32_t n = 0;
    if (b->kind != BOX_GROUP)
        for (const struct box_note *f = b->notes; f; f = f->next) n += f->height;
    return n;
}

int32_t galley_notes_room(int32_t notes)
{
    return notes ? notes + GALLEY_NOTES_GAP : 0;
}

static int32_t columns_notes(const struct box *b)
{
    int32_t n = 0;
    for (size_t i = 0; i < b->ncolumns; i++) n += b->columns[i]->notes;
    return n;
}

static bool column_taken(const struct galley *s)
{
    return s->partial || s->to >= s->boxes.n;
}

static bool columns_done(const struct box *b)
{
    for (size_t i = 0; i < b->ncolumns; i++)
        if (b->columns[i]->to < b->columns[i]->boxes.n) return false;
    return true;
}

/* One try at all columns; false where one of them could not begin, whatever the others did. */
static bool take_columns(struct box *b, struct galley_room room, int32_t limit)
{
    bool all = true;
    int32_t notes = columns_notes(b);
    b->used = 0;
    for (size_t i = 0; i < b->ncolumns; i++) {
        struct galley *c = b->columns[i];
        struct galley_room r = room;
        notes -= c->notes;
        r.height = limit - c->shift;
        r.notes += notes;
        r.inner = true;
        if (galley_done(c)) {
            c->to = c->boxes.n;
            c->used = c->notes = 0;
            continue;
        }
        bool any = galley_take(c, r);
        notes += c->notes;
        all = all && (any || column_taken(c) || c->from);
        if (c->used + c->shift > b->used && any) b->used = c->used + c->shift;
    }
    return all;
}

/* Of the columns that are done here while another goes on, the lowest: with less than that much room all of
 * them go on. 0: no column goes on alone. */
static int32_t done_alone(const struct box *b)
{
    int32_t lowest = 0;
    if (!b->level || columns_done(b)) return 0;
    for (size_t i = 0; i < b->ncolumns; i++) {
        const struct galley *c = b->columns[i];
        int32_t used = c->used + c->shift;
        if (c->from < c->boxes.n && c->to >= c->boxes.n && (!lowest || used < lowest)) lowest = used;
    }
    return lowest;
}

/* Where a page ends in one language it ends in the other. False where it cannot: then as much is taken as
 * before. Beside much that goes on, a little may be done. */
static bool take_level(struct box *b, struct galley_room room, int32_t *notes)
{
    bool all = true;
    int32_t most = b->used, lowest = done_alone(b);
    for (int round = 0; round < LEVEL_ROUNDS && lowest && all; round++) {
        all = take_columns(b, room, lowest - 1);
        lowest = done_alone(b);
    }
    if (lowest || !all) all = take_columns(b, room, most);
    *notes = columns_notes(b);
    lowest = done_alone(b);
    return all && (!lowest || lowest < b->used / LITTLE);
}

/* All of it was taken when it was last looked at, and takes no less of another room. */
static bool stands(const struct box *b)
{
    for (size_t i = 0; i < b->ncolumns; i++) {
        const struct galley *c = b->columns[i];
        bool whole = !c->from && !c->partial && c->to >= c->boxes.n && c->levelled;
        if (!whole || !(c->rigid || !c->boxes.n)) return false;
    }
    return true;
}

/* What stands is not looked at again, box by box, where there is room for it. */
static bool take_standing(struct box *b, struct galley_room room, int32_t *notes)
{
    if (!stands(b)) return false;
    b->used = 0;
    *notes = columns_notes(b);
    for (size_t i = 0; i < b->ncolumns; i++) {
        const struct galley *c = b->columns[i];
        if (c->used + c->shift > b->used && c->boxes.n) b->used = c->used + c->shift;
    }
    if (b->used + galley_notes_room(room.notes + *notes) > room.height) return false;
    b->used += b->height;
    return true;
}

/* Sets b->used and *notes. Both sides' notes share the page's foot: what one side brings, the other must
 * yield. */
static bool take_group(struct box *b, struct galley_room room, int32_t *notes, bool *done)
{
    *done = take_standing(b, room, notes);
    if (*done) return true;
    level_columns(b);
    for (size_t i = 0; i < b->ncolumns; i++) b->columns[i]->notes = 0;
    int32_t limit = room.height;
    bool fits = false, all = false;
    for (int round = 0; round < (room.inner ? 1 : ROUNDS) && !fits; round++) {
        all = take_columns(b, room, limit);
        *notes = columns_notes(b);
        fits = b->used + galley_notes_room(room.notes + *notes) <= room.height;
        if (round >= 1) limit -= room.height / ROUNDS;
    }
    bool level = !done_alone(b) || take_level(b, room, notes);
    *done = columns_done(b);
    if (*done) b->used += b->height;
    if (room.force) return true;
    if (!fits || !level || !all) return false;
    return *done || !b->whole;
}

static bool take_ruled(struct box *b, struct galley_room room)
{
    int32_t n = (room.height - galley_notes_room(room.notes)) / (b->height > 0 ? b->height : 1);
    if (b->rows) {
        b->used = b->rows * b->height;
        return n >= b->rows || room.force;
    }
    if (n < LEAST_RULED && !room.force) return false;
    b->used = (n < 1 ? 1 : n) * b->height;
    return true;
}

/* What one box takes of a room; false where it does not fit, and nothing forces it. */
static bool take_box(struct box *b, struct galley_room room, int32_t *notes, bool *done)
{
    *done = true;
    *notes = box_notes(b);
    if (b->kind == BOX_GROUP) return take_group(b, room, notes, done);
    if (b->kind == BOX_RULED) return take_ruled(b, room);
    int32_t fit = room.height - galley_notes_room(*notes + room.notes) - b->caption;
    int32_t high = b->most ? b->most : b->height;
    b->used = b->least && fit >= b->least && fit < high ? fit : high;
    if (b->used < high) return true;
    return room.force || high + galley_notes_room(*notes + room.notes) <= room.height;
}

/* The space above a box; at a page's top there is none, but for a table's head that is shown again, as far
 * above its row as that stands under others. */
int32_t galley_space_above(const struct galley *s, size_t i)
{
    const struct box *b = &s->boxes.at[i];
    if (i != s->from) return b->before;
    return b->repeat ? b->repeat->used - (b->row ? b->lost : 0) : 0;
}

static void settle(struct galley *s, size_t to, bool partial, int32_t used, int32_t notes)
{
    s->to = to;
    s->partial = partial;
    s->used = used;
    s->notes = notes;
}

/* Where the page could end before something that may share it. */
struct turn {
    size_t to;
    int32_t used, notes;
    bool open; /* nothing says yet that what follows may stay */
};

/* What is put aside here comes before what begins anew. */
static bool has_aside(const struct galley *s, size_t to)
{
    for (size_t i = s->from; i < to; i++)
        if (s->boxes.at[i].aside) return true;
    return false;
}

/* At a box that wants a new page; true where it gets one. */
static bool turns(struct galley *s, struct galley_room room, size_t i, struct turn *turn)
{
    turn->open = false;
    if (!s->boxes.at[i].shares || has_aside(s, i)) return true;
    int32_t left = room.height - s->used - galley_notes_room(room.notes + s->notes);
    *turn = (struct turn){i, s->used, s->notes, left < (int32_t)((int64_t)room.height * SHARED / 100)};
    return false;
}

/* Of what goes on under a box, the page must show more than a beginning. */
static bool lacks_room(const struct galley *s, size_t i, int32_t left)
{
    const struct box *b = &s->boxes.at[i];
    return left < b->asks && i + 1 < s->boxes.n && !s->boxes.at[i + 1].new_page;
}

static bool is_rigid(const struct box *b)
{
    if (b->new_page || b->asks || b->at_foot || b->least) return false;
    return b->kind == BOX_GROUP ? stands(b) : b->kind == BOX_BAND || b->rows;
}

/* kept: what is no milder stays together. */
static bool take(struct galley *s, struct galley_room room, enum box_mild kept)
{
    int32_t y = 0, notes = 0;
    bool legal = false, more = true;
    struct turn turn = {.open = false};
    size_t i = s->from;
    settle(s, i, false, 0, 0);
    s->mildest = BOX_FIRM;
    s->rigid = true;
    for (; i < s->boxes.n && more; i++) {
        struct box *b = &s->boxes.at[i];
        if (b->new_page && i > s->from) {
            settle(s, i, false, y, notes);
            legal = true;
            if (turns(s, room, i, &turn)) return true;
        }
        int32_t space = galley_space_above(s, i), brings = 0;
        struct galley_room r = {room.height - y - space, room.notes + notes, room.force && i == s->from,
                                room.inner};
        bool done;
        if (!take_box(b, r, &brings, &done)) break;
        s->rigid = s->rigid && is_rigid(b);
        y += space + b->used;
        notes += brings;
        if (lacks_room(s, i, room.height - y - galley_notes_room(room.notes + notes)) && !r.force && legal)
            break;
        more = done && !b->at_foot;
        bool keeps = b->keep && b->mild <= kept;
        if (keeps && b->mild > s->mildest) s->mildest = b->mild;
        if (done && keeps && i + 1 < s->boxes.n && more) continue;
        if (done && b->hyphenated && more && legal && s->to == i && i + 1 < s->boxes.n) continue;
        legal = true;
        settle(s, done ? i + 1 : i, !done, y, notes);
    }
    if (turn.open && (s->to < s->boxes.n || s->partial)) settle(s, turn.to, false, turn.used, turn.notes);
    if (!legal && room.force && i > s->from) { /* nothing but keeps: give them up */
        settle(s, i, false, y, notes);
        legal = true;
    }
    return legal;
}

/* So much that what is kept together no more firmly than this is parted. */
static bool stays_white(const struct galley *s, struct galley_room room, enum box_mild kept)
{
    int32_t left = room.height - s->used - galley_notes_room(room.notes + s->notes);
    return left > (int64_t)room.height * (kept == BOX_LOOSE ? WHITE : MOST_WHITE) / 100;
}

bool galley_take(struct galley *s, struct galley_room room)
{
    bool any = take(s, room, BOX_LOOSE);
    while (s->mildest > BOX_FIRM && !room.inner && s->to < s->boxes.n && stays_white(s, room, s->mildest))
        any = take(s, room, s->mildest - 1);
    return any;
}

/* -- shrink -- */

static int32_t picture_give(const struct box *b)
{
    return b->least ? b->height - b->least : 0;
}

/* share: per cent of the space, of one that is not bound */
static int32_t space_give(const struct galley *s, size_t i, int32_t share)
{
    const struct box *b = &s->boxes.at[i];
    if (i > s->from && s->bound) return elastic_gives(b);
    return i == s->from ? 0 : (int32_t)((int64_t)b->before * share / 100);
}

/* Lines to write on take what they get: a page that has some is full as it is. */
static bool fills(const struct galley *s)
{
    for (size_t i = s->from; i < s->to; i++) {
        const struct box *b = &s->boxes.at[i];
        if ((b->kind == BOX_RULED && !b->rows) || b->at_foot) return true;
        for (size_t k = 0; k < b->ncolumns; k++)
            if (fills(b->columns[k])) return true;
    }
    return false;
}

static void shrink_box(struct galley *s, size_t i, int32_t share, int64_t wanted, int64_t all)
{
    struct box *b = &s->boxes.at[i];
    b->before -= (int32_t)((space_give(s, i, share) * wanted + all - 1) / all);
    if (b->least) b->most = b->height - (int32_t)((picture_give(b) * wanted + all - 1) / all);
}

static bool galley_ends(const struct galley *s)
{
    return s->to >= s->boxes.n || s->boxes.at[s->to].new_page;
}

static int32_t gives(const struct galley *s, int32_t share)
{
    int32_t give = 0;
    for (size_t i = s->from; i < s->to; i++) give += space_give(s, i, share) + picture_give(&s->boxes.at[i]);
    return give;
}

static int32_t overfull(const struct galley *s, struct galley_room room)
{
    return s->used + galley_notes_room(room.notes + s->notes) - room.height;
}

/* What was taken gives so much; false where it cannot. */
static bool press(struct galley *s, int32_t over, int32_t share)
{
    int32_t give = gives(s, share);
    if (over <= 0 || over > give) return false;
    for (size_t i = s->from; i < s->to; i++) shrink_box(s, i, share, over, give);
    return true;
}

/* A chapter that must begin a page follows. */
static bool must_end(const struct galley *s)
{
    return galley_ends(s) && (s->to >= s->boxes.n || !s->boxes.at[s->to].shares);
}

/* With so many steps more room, where more than up to to is taken. */
static bool takes_more(struct galley *s, struct galley_room room, int steps, size_t to)
{
    room.height += room.height * PRESS_STEP / 1000 * steps;
    return take(s, room, BOX_LOOSE) && (s->to > to || s->partial);
}

/* What is kept together, or begins a chapter, and misses a page by little is pressed into it, its own spaces
 * too, where else much of it stays white. */
static void press_next(struct galley *s, struct galley_room room)
{
    if (!take(s, room, BOX_LOOSE) || s->partial || must_end(s)) return;
    int32_t left = room.height - s->used - galley_notes_room(room.notes + s->notes);
    if (left < (int64_t)room.height * WHITE / 100) return;
    size_t to = s->to;
    int32_t share = stays_white(s, room, BOX_MILD) ? KEPT_SHRINKS : SPACE_SHRINKS;
    int least = 0, enough = PRESS_STEPS;
    if (!takes_more(s, room, enough, to)) return;
    while (enough - least > 1) {
        int middle = (least + enough) / 2;
        takes_more(s, room, middle, to) ? (enough = middle) : (least = middle);
    }
    if (!takes_more(s, room, enough, to)) return;
    int32_t over = overfull(s, room);
    if (over <= 0) over = room.height * PRESS_STEP / 1000 * enough; /* asked to be free below it */
    if (s->to > to && !fills(s)) press(s, over, share);
}

void galley_shrink(struct galley *s, struct galley_room room)
{
    struct galley_room more = room;
    more.height += room.height / SHRINK_PART;
    if (galley_done(s)) return;
    bool taken = galley_take(s, more) && !s->partial && galley_ends(s);
    if (taken && !fills(s) && press(s, overfull(s, room), SPACE_SHRINKS)) return;
    press_next(s, room);
}

/* -- heights -- */

int64_t galley_notes_height(const struct galley *s)
{
    int64_t height = 0;
    for (size_t i = 0; i < s->boxes.n; i++) {
        const struct box *b = &s->boxes.at[i];
        for (const struct box_note *f = b->notes; f; f = f->next) height += f->height;
        for (size_t k = 0; k < b->ncolumns; k++) height += galley_notes_height(b->columns[k]);
    }
    return height;
}

int32_t galley_height(struct galley *s)
{
    galley_take(s, (struct galley_room){.height = ENDLESS, .force = true});
    return s->used;
}

int32_t galley_height_of(const struct galley *s, size_t from, size_t to)
{
    int64_t sum = 0;
    for (size_t i = from; i < to; i++) {
        const struct box *b = &s->boxes.at[i];
        int32_t height = 0;
        for (size_t k = 0; k < b->ncolumns; k++) {
            int32_t h = galley_height(b->columns[k]);
            height = h > height ? h : height;
        }
        sum += b->before + height + b->height;
    }
    return sum < ENDLESS ? (int32_t)sum : ENDLESS;
}

size_t galley_kept_from(const struct galley *s, size_t i)
{
    while (i && s->boxes.at[i - 1].keep && !s->boxes.at[i].new_page) i--;
    return i;
}

int32_t galley_height_within(struct galley *s, int32_t most)
{
    galley_take(s, (struct galley_room){.height = most, .force = true});
    return s->to >= s->boxes.n && !s->partial && s->used < most ? s->used : most;
}
