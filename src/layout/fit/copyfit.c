#include "layout/fit/copyfit.h"

#include "layout/fit/elastic.h"

enum {
    MOST_WHITE = 22, /* per cent of the pages of a book's parts: with more, parts begin where others end */
    SHORT_PAGE = 40, /* per cent of a page: no chapter's last page should hold less, */
    FAIR_PAGE = 62,  /* so much is better, */
    GOOD_PAGE = 72,  /* and with so much no more is wanted */
    TWO_WHITE = 30,  /* of two pages the first leaves no more, where both can be one */
    SHORT_PART = 58, /* a part that takes no more of a page ends the page before it, where it fits there */
    GOES_ON = 70,    /* one with no more on its page is followed there */
    /* thousandths of spaces: */
    CLOSER_STEP = 50,
    CLOSEST = 600,
    CLOSEST_WHOLE = 500,  /* of all of a chapter that else ends with a page of a few lines, */
    CLOSEST_HALVES = 400, /* or that is two half-empty pages, */
    FEW = 15,             /* per cent of it */
    CLOSE_PARTS = 700,    /* of parts on one page: more would press them */
    WIDER_STEP = 40,
    WIDEST = 1280,
    EVENER = 200, /* so much closer or wider than fits, where that leaves less white among pages */
    EVENER_STEP = 25,
    EVENER_PAGES = 60, /* over more of them what one gains another loses */
    LITTLE_WHITE = 12, /* per cent of a page */
    TURNED_PAGES = 20, /* of a longer chapter, or one of more parts, none is tried at the head of a page */
    TURNED_PARTS = 20
};

/* Boxes from one that must begin a page up to the next, on how many pages; how much the last one holds. */
struct copyfit_chapter {
    size_t from, to, pages;
    int32_t last;
    int32_t scale; /* thousandths of its spaces */
    int64_t white; /* what its pages but the last leave: the squares of per cents */
    bool joined;   /* of parts, of which all but the first are short */
};

/* -- tried -- */

static bool must_begin(const struct box *b)
{
    return b->new_page && !b->shares;
}

static size_t chapter_end(const struct galley *s, size_t from)
{
    size_t to = from + 1;
    while (to < s->boxes.n && !must_begin(&s->boxes.at[to])) to++;
    return to;
}

/* As galley_emit does, but nothing is put. */
static void pass(struct galley *s)
{
    for (size_t i = s->from; i < s->to + s->partial; i++)
        for (size_t k = 0; k < s->boxes.at[i].ncolumns; k++) pass(s->boxes.at[i].columns[k]);
    if (s->from || s->to < s->boxes.n) s->levelled = false; /* what it is known by is a part's */
    s->from = s->to;
    s->partial = false;
}

static void rewind_columns(struct galley *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        for (size_t k = 0; k < s->boxes.at[i].ncolumns; k++) {
            struct galley *column = s->boxes.at[i].columns[k];
            rewind_columns(column, 0, column->boxes.n);
            column->from = 0;
            column->partial = false;
        }
}

/* Rows are set no wider: they stand under their head's rule as under each other's. */
static int32_t scaled(const struct box *b, int32_t scale)
{
    if (b->row && scale > 1000) return b->before;
    int32_t space = (int32_t)((int64_t)b->before * scale / 1000);
    if (scale > 1000) space += (int32_t)((int64_t)b->widens * (scale - 1000) / (WIDEST - 1000));
    if (space < elastic_least(b)) return elastic_least(b);
    return space > elastic_most(b) ? elastic_most(b) : space;
}

static void set_spaces(struct galley *s, size_t from, size_t to, int32_t scale)
{
    for (size_t i = from + 1; i < to; i++) {
        struct box *b = &s->boxes.at[i];
        if (scale < CLOSEST && !b->fixed && !b->widens)
            b->natural = (int32_t)((int64_t)b->natural * scale / CLOSEST);
        int32_t space = scaled(b, scale);
        b->lost = b->before > space ? b->before - space : 0;
        if (b->row && b->height > b->before - space) b->height -= b->before - space;
        b->before = space;
    }
}

/* None of what the page's spaces can take up. */
static int64_t square_of_white(const struct copyfit *c, int32_t used)
{
    int64_t white = 100 - (int64_t)used * 100 / c->height;
    return white > LITTLE_WHITE ? white * white : 0;
}

/* What is worth no further look: a try ends where it has more pages, or as much white. */
struct limit {
    size_t pages;
    int64_t white;
};

static const struct limit NO_LIMIT = {SIZE_MAX, INT64_MAX};

/* The chapter's pages with its spaces so. */
static struct copyfit_chapter tried_at(const struct copyfit *c, struct copyfit_chapter of, int32_t scale,
                                       struct limit limit)
{
    struct galley *s = c->galley;
    struct galley_room room = {.height = c->height, .force = true};
    struct arena_mark mark = arena_mark(c->scratch);
    size_t n = of.to - of.from, bytes = n * sizeof(struct box);
    struct box *before = ARENA_MANY(c->scratch, struct box, n);
    memcpy(before, s->boxes.at + of.from, bytes);
    of.scale = scale;
    of.pages = 0;
    of.white = 0;
    if (scale != 1000) set_spaces(s, of.from, of.to, scale);
    for (s->from = of.from; s->from < of.to && of.pages <= limit.pages && of.white < limit.white;
         of.pages++) {
        galley_shrink(s, room);
        galley_take(s, room);
        of.last = s->used + s->notes;
        if (s->to < of.to || s->partial) of.white += square_of_white(c, of.last);
        pass(s);
    }
    memcpy(s->boxes.at + of.from, before, bytes);
    rewind_columns(s, of.from, of.to);
    s->from = 0;
    arena_reset(c->scratch, mark);
    return of;
}

static bool holds(const struct copyfit *c, const struct copyfit_chapter *of, int32_t part)
{
    return (int64_t)of->last * 100 >= (int64_t)c->height * part;
}

/* -- chosen -- */

/* Two pages that are half empty, both: what stands on them may fit on one. */
static bool halves(const struct copyfit *c, const struct copyfit_chapter *of)
{
    return of->pages == 2 && of->white > TWO_WHITE * TWO_WHITE && !holds(c, of, FAIR_PAGE);
}

/* With a page less; as it was where spaces cannot give so much. */
static struct copyfit_chapter closer(const struct copyfit *c, const struct copyfit_chapter *of)
{
    int32_t from = of->scale < 1000 ? of->scale : 1000, least = holds(c, of, FEW) ? CLOSEST : CLOSEST_WHOLE;
    if (halves(c, of)) least = CLOSEST_HALVES;
    for (int32_t scale = from - CLOSER_STEP; of->pages > 1 && scale >= least; scale -= CLOSER_STEP) {
        struct copyfit_chapter tried = tried_at(c, *of, scale, (struct limit){of->pages - 1, INT64_MAX});
        if (tried.pages < of->pages) return tried;
    }
    return *of;
}

static struct copyfit_chapter wider(const struct copyfit *c, const struct copyfit_chapter *of)
{
    struct copyfit_chapter best = *of;
    for (int32_t scale = 1000 + WIDER_STEP; of->pages > 1 && scale <= WIDEST; scale += WIDER_STEP) {
        struct copyfit_chapter tried = tried_at(c, *of, scale, (struct limit){of->pages, INT64_MAX});
        if (tried.pages > of->pages || holds(c, &best, GOOD_PAGE)) break;
        bool enough = holds(c, &tried, holds(c, &best, SHORT_PAGE) ? FAIR_PAGE : SHORT_PAGE);
        if (enough && tried.last > best.last) best = tried;
    }
    return best;
}

/* On as many pages, with spaces that leave less white among them. */
static struct copyfit_chapter evener(const struct copyfit *c, const struct copyfit_chapter *of)
{
    struct copyfit_chapter best = *of;
    int32_t least = of->scale < CLOSE_PARTS ? of->scale : CLOSE_PARTS;
    if (of->pages > EVENER_PAGES) return best;
    for (int32_t by = -EVENER; by <= EVENER && best.white; by += EVENER_STEP) {
        int32_t scale = of->scale + by;
        if (scale < least || scale > WIDEST) continue;
        int32_t cost = by < 0 ? -by : by; /* no more than it is worth */
        struct copyfit_chapter tried = tried_at(c, *of, scale, (struct limit){of->pages, best.white - cost});
        tried.white += cost;
        bool full = tried.last >= of->last || holds(c, &tried, FAIR_PAGE);
        if (tried.pages == of->pages && full && tried.white < best.white) best = tried;
    }
    return best;
}

static int64_t white_of(const struct copyfit *c, const struct copyfit_chapter *of)
{
    return of->white + square_of_white(c, of->last);
}

/* The widest space that a chapter has above what begins one of its parts. */
static int32_t widest_space(const struct copyfit *c, const struct copyfit_chapter *of)
{
    int32_t widest = 0;
    for (size_t i = of->from + 1; i < of->to; i++) {
        const struct box *b = &c->galley->boxes.at[i];
        if (b->keep && b->natural > widest) widest = b->natural;
    }
    return widest;
}

/* With one of its largest parts at the head of a page, where that leaves less white in all: else its last
 * page would have a few lines. */
static struct copyfit_chapter turned(const struct copyfit *c, const struct copyfit_chapter *of)
{
    int32_t widest = widest_space(c, of);
    struct copyfit_chapter best = *of;
    struct box *chosen = NULL;
    if (of->pages > TURNED_PAGES) return best;
    for (size_t i = of->from + 1, tries = 0; i < of->to && tries < TURNED_PARTS; i++) {
        struct box *b = &c->galley->boxes.at[i];
        if (b->new_page || !b->keep || b->natural < widest) continue;
        tries++;
        b->new_page = true;
        struct copyfit_chapter tried = tried_at(c, *of, of->scale, (struct limit){of->pages, INT64_MAX});
        b->new_page = false;
        if (tried.pages != of->pages || white_of(c, &tried) >= white_of(c, &best)) continue;
        best = tried;
        chosen = b;
    }
    if (chosen) chosen->new_page = true;
    return best;
}

static struct copyfit_chapter fitted(const struct copyfit *c, size_t from)
{
    struct copyfit_chapter of = {.from = from, .to = chapter_end(c->galley, from)};
    of = tried_at(c, of, 1000, NO_LIMIT);
    if (holds(c, &of, GOOD_PAGE)) return of;
    bool fair = holds(c, &of, SHORT_PAGE) && !halves(c, &of);
    struct copyfit_chapter less = fair ? of : closer(c, &of);
    if (less.pages < of.pages) return less;
    of = wider(c, &of);
    return of.pages > 1 && !holds(c, &of, SHORT_PAGE) ? turned(c, &of) : of;
}

/* Of chapters that can be set on a page less, the one whose spaces give least; false where there is none. */
static bool spare_page(const struct copyfit *c, struct copyfit_chapter *all, size_t n)
{
    struct copyfit_chapter best = {.scale = 0}, *of = NULL;
    for (size_t i = 0; i < n; i++) {
        struct copyfit_chapter less = closer(c, &all[i]);
        if (less.pages >= all[i].pages || less.scale <= best.scale) continue;
        best = less;
        of = &all[i];
    }
    if (of) *of = best;
    return of != NULL;
}

/* Of chapters that were set on a page less, the one whose spaces gave most has that page after all. */
static void give_page(const struct copyfit *c, struct copyfit_chapter *all, size_t n)
{
    struct copyfit_chapter *most = NULL;
    for (size_t i = 0; i < n; i++)
        if (!all[i].joined && all[i].scale < (most ? most->scale : 1000)) most = &all[i];
    if (!most) return;
    struct copyfit_chapter as_is = tried_at(c, *most, 1000, NO_LIMIT);
    if (as_is.pages % 2 != most->pages % 2) *most = wider(c, &as_is);
}

/* -- given back -- */

static bool is_whole(const struct galley *s, size_t i)
{
    return i > s->from && i < s->to;
}

/* Whole, or the first row under a head that is shown again: what it gave can come back. */
static bool gave(const struct galley *s, size_t i)
{
    const struct box *b = &s->boxes.at[i];
    return b->lost && (is_whole(s, i) || (i == s->from && i < s->to && b->row && b->repeat));
}

static int32_t takes(const struct galley *s, size_t i)
{
    const struct box *b = &s->boxes.at[i];
    return i > s->from && !b->row ? elastic_takes(b) : 0;
}

/* What a page has left before the next one goes on is shared among its spaces, each within its bounds; none
 * to rows of tables. */
void copyfit_fill(struct galley *s, struct galley_room room)
{
    int32_t notes = room.notes + s->notes;
    int64_t left = room.height - s->used - galley_notes_room(notes), all = 0;
    if (s->to >= s->boxes.n || (!s->partial && must_begin(&s->boxes.at[s->to]))) return;
    for (size_t i = s->from; i < s->to + s->partial; i++) {
        if (s->boxes.at[i].at_foot) return;
        all += takes(s, i);
    }
    if (left > all) left = all;
    for (size_t i = s->from + 1; i < s->to + s->partial && left > 0; i++) {
        int32_t more = (int32_t)(takes(s, i) * left / all);
        s->boxes.at[i].before += more;
        s->used += more;
    }
}

/* A row's height and what is above it are white, both: the next rule moves by both. */
static void widen_row(struct galley *s, struct box *row, int32_t by)
{
    row->lost = row->lost > by ? row->lost - by : 0;
    row->before += by;
    row->height += by;
    row->used += by;
    s->used += 2 * by;
}

/* Of the page that was taken last; most where it has no rows. */
static int32_t rows_each(const struct galley *s, struct galley_room room, int32_t most)
{
    int32_t n = 0, left = room.height - s->used - galley_notes_room(room.notes + s->notes);
    for (size_t i = s->from; i < s->to; i++) n += is_whole(s, i) && s->boxes.at[i].row;
    int32_t each = n ? left / n / 2 : most;
    return each < 0 ? 0 : each < most ? each : most;
}

int32_t copyfit_rows_least(const struct copyfit *c, copyfit_height *height, const void *of, int32_t most)
{
    struct galley *s = c->galley;
    struct arena_mark mark = arena_mark(c->scratch);
    size_t from = s->from, n = s->boxes.n;
    struct box *before = ARENA_MANY(c->scratch, struct box, n);
    if (n) memcpy(before, s->boxes.at, n * sizeof *before);
    for (size_t page = 0; s->from < n; page++) {
        struct galley_room room = {.height = height(of, s, page), .force = true};
        if (!room.height) break;
        galley_shrink(s, room);
        galley_take(s, room);
        copyfit_give_back(s, room);
        most = rows_each(s, room, most);
        pass(s);
    }
    if (n) memcpy(s->boxes.at, before, n * sizeof *before);
    rewind_columns(s, from, n);
    s->from = from;
    arena_reset(c->scratch, mark);
    return most;
}

void copyfit_rows(struct galley *s, int32_t each)
{
    for (size_t i = s->from; i < s->to && each > 0; i++)
        if (is_whole(s, i) && s->boxes.at[i].row) widen_row(s, &s->boxes.at[i], each);
}

void copyfit_give_back(struct galley *s, struct galley_room room)
{
    int32_t notes = room.notes + s->notes;
    int64_t left = room.height - s->used - galley_notes_room(notes), lost = 0;
    for (size_t i = s->from; i < s->to; i++)
        if (gave(s, i)) lost += (int64_t)s->boxes.at[i].lost * (s->boxes.at[i].row ? 2 : 1);
    if (left > lost) left = lost;
    for (size_t i = s->from; i < s->to && left > 0; i++) {
        struct box *b = &s->boxes.at[i];
        if (!gave(s, i)) continue;
        int32_t back = (int32_t)(b->lost * left / lost);
        if (b->row) {
            widen_row(s, b, back);
        } else {
            b->before += back;
            s->used += back;
        }
    }
}

/* -- parts of the book -- */

/* All of them begin a page, unless much of these pages would be white: then none does. */
static void open_parts(const struct copyfit *c)
{
    struct galley *s = c->galley;
    int64_t used = 0, pages = 0;
    for (size_t i = 0, to; i < s->boxes.n; i = to) {
        for (to = i + 1; to < s->boxes.n && !s->boxes.at[to].opens && to != c->closing;) to++;
        if (!s->boxes.at[i].opens) continue;
        int32_t height = galley_height_of(s, i, to);
        used += height;
        pages += (height + c->height - 1) / c->height;
    }
    if ((pages * c->height - used) * 100 > pages * c->height * MOST_WHITE) return;
    for (size_t i = 0; i < s->boxes.n; i++)
        if (s->boxes.at[i].opens) s->boxes.at[i].shares = false;
}

static bool is_short(const struct copyfit *c, size_t part)
{
    int64_t height = galley_height_of(c->galley, part, chapter_end(c->galley, part));
    return height * 100 <= (int64_t)c->height * SHORT_PART;
}

/* A short part goes on under the one before where it saves its page, be it with less space. */
static bool joins(const struct copyfit *c, const struct copyfit_chapter *before)
{
    struct galley *s = c->galley;
    size_t at = before->to;
    if (at >= s->boxes.n || !s->boxes.at[at].opens) return false;
    if (!is_short(c, at)) return false;
    struct copyfit_chapter both = {.from = before->from, .to = chapter_end(s, at)};
    s->boxes.at[at].shares = true;
    both = tried_at(c, both, 1000, NO_LIMIT);
    if (both.pages > before->pages) both = closer(c, &both);
    s->boxes.at[at].shares = both.pages <= before->pages && both.scale >= CLOSE_PARTS;
    return s->boxes.at[at].shares;
}

/* Under a part that leaves much of its only page the next one begins, where either is short. */
static bool goes_on(const struct copyfit *c, const struct copyfit_chapter *part)
{
    struct galley *s = c->galley;
    size_t next = part->to;
    if (!s->boxes.at[part->from].opens || part->pages > 1 || holds(c, part, GOES_ON)) return false;
    if (next >= s->boxes.n || !s->boxes.at[next].opens) return false;
    s->boxes.at[next].shares = !holds(c, part, SHORT_PART) || is_short(c, next);
    return s->boxes.at[next].shares;
}

/* Unless it comes to as many pages, and the last of them is nearly white. */
static bool followed(const struct copyfit *c, struct copyfit_chapter *part)
{
    struct copyfit_chapter both = fitted(c, part->from), next;
    c->galley->boxes.at[part->to].shares = false;
    next = fitted(c, part->to);
    bool saves = both.pages < part->pages + next.pages;
    if (both.scale < CLOSE_PARTS || (!saves && !holds(c, &both, SHORT_PAGE))) return false;
    c->galley->boxes.at[part->to].shares = true;
    *part = both;
    return true;
}

void copyfit_chapters(const struct copyfit *c)
{
    struct galley *s = c->galley;
    size_t pages = 0;
    VEC(struct copyfit_chapter) all = {0};
    s->bound = true;
    open_parts(c);
    for (size_t from = 0; from < s->boxes.n; from = all.at[all.n - 1].to) {
        struct copyfit_chapter one = fitted(c, from);
        bool joined = false;
        for (; joins(c, &one); joined = true) one = fitted(c, from);
        if (goes_on(c, &one)) joined = followed(c, &one) || joined;
        one.joined = joined;
        VEC_ADD(c->scratch, all, one);
        pages += all.at[all.n - 1].pages;
    }
    if (c->closing && pages % 2 && !spare_page(c, all.at, all.n)) give_page(c, all.at, all.n);
    for (size_t i = 0; i < all.n; i++) {
        all.at[i] = evener(c, &all.at[i]);
        if (all.at[i].scale != 1000) set_spaces(s, all.at[i].from, all.at[i].to, all.at[i].scale);
    }
}
