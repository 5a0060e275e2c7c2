#include "layout/paragraph/line_breaks.h"

enum {
    COST_WORD = 8, /* between Khmer words; a space or a mark costs nothing */
    COST_TIED = 10,
    COST_LEANING = 12,
    COST_JOINT = 50,
    COST_HYPHEN = 240,
    COST_STUB = 2500,        /* a last line that is the rest of a word, of words that are read as one */
    COST_WORD_ALONE = 600,   /* one that is a short word, in Khmer */
    COST_TWO_HYPHENS = 4000, /* never, where the lines can end otherwise */
    COST_SYLLABLE = 900,
    COST_ANYWHERE = 2500,
    COST_SHORT_LAST = 350,
    COST_WORST = 10000
};

enum { STUB = 12 }; /* part of its measure that a justified paragraph's last line has at least */

#define SHORT_WORD STYLE_MM(12)

#define COST_LINE 1000000000000 /* more than all else that a line may cost */

/* What a line's end costs beside that, where lines are justified, where they are ragged. Spaces can give
 * instead of a hyphen; ragged lines have room enough without: a third of the measure left empty is better
 * than a compound parted, two fifths than a hyphen. */
static const struct {
    int32_t justified, ragged;
} MORE[] = {
    [BRK_HYPHEN] = {260, 560},  [BRK_JOINT] = {400, 900}, [BRK_COMPOUND] = {400, 900},
    [BRK_LEANING] = {220, 490}, [BRK_TIED] = {60, 160},   [BRK_FORCED] = {0, 0},
};

static int32_t penalty_of(uint8_t brk)
{
    switch ((enum brk)brk) {
    case BRK_SPACE:
    case BRK_MARK:
    case BRK_FORCED: return 0;
    case BRK_WORD: return COST_WORD;
    case BRK_TIED: return COST_TIED;
    case BRK_LEANING: return COST_LEANING;
    case BRK_COMPOUND:
    case BRK_JOINT: return COST_JOINT;
    case BRK_HYPHEN: return COST_HYPHEN;
    case BRK_SYLLABLE: return COST_SYLLABLE;
    case BRK_NONE: break;
    }
    return COST_ANYWHERE;
}

static void add_breakpoint(struct line_breaks *k, size_t at, uint8_t brk)
{
    struct breakpoint n = {.at = at, .penalty = penalty_of(brk), .brk = brk};
    VEC_ADD(k->arena, k->list, n);
}

/* No line starts with a note's mark, but with one of a row of them that no line could hold. */
static bool in_mark(const struct paragraph *p, size_t i)
{
    return p->runs[p->text.at[i].run].mark;
}

/* Worse breaks are opened only inside a stretch that no line could hold. */
static void open_between(struct line_breaks *k, const struct paragraph *p, size_t from, size_t to,
                         uint8_t level, int32_t extra)
{
    if (p->end[to] - p->at[from] + extra <= k->measure) return;
    size_t last = from;
    for (size_t i = from + 1; i < to; i++) {
        if (in_mark(p, i) && !in_mark(p, i - 1)) continue;
        if (level == BRK_SYLLABLE && p->text.at[i - 1].brk != BRK_SYLLABLE) continue;
        if (level == BRK_SYLLABLE) open_between(k, p, last, i, BRK_NONE, 0);
        add_breakpoint(k, i, level);
        if (in_mark(p, i) || str_is(p->text.at[i].glyphs->text, "/"))
            k->list.at[k->list.n - 1].penalty += COST_WORST;
        last = i;
    }
    if (level == BRK_SYLLABLE) open_between(k, p, last, to, BRK_NONE, extra);
}

/* U+1780 to U+17BF, A to Z: nearly all clusters begin so, and are no signs. */
static bool is_letter(struct str text)
{
    unsigned char first = text.n ? (unsigned char)text.s[0] : 0;
    return first == 0xE1 ? text.n > 1 && (unsigned char)text.s[1] == 0x9E
                         : (first | 32) >= 'a' && (first | 32) <= 'z';
}

/* An ellipsis, a quotation's end, what may stand between and after them. */
static bool closes(const struct cluster *c)
{
    static const struct str signs[] = {STR_INIT("…"), STR_INIT("."),  STR_INIT(","), STR_INIT(";"),
                                       STR_INIT("?"), STR_INIT("!"),  STR_INIT("”"), STR_INIT("’"),
                                       STR_INIT("»"), STR_INIT("\""), STR_INIT("'"), STR_INIT(")"),
                                       STR_INIT("]"), STR_INIT("។")};
    if (is_letter(c->glyphs->text)) return false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_eq(c->glyphs->text, signs[i])) return true;
    return false;
}

/* Nothing but such signs up to the next space. */
static bool only_closes(const struct paragraph *p, size_t i)
{
    size_t from = i;
    while (i < p->text.n && closes(&p->text.at[i])) i++;
    return i > from &&
           (i == p->text.n || paragraph_is_space(&p->text.at[i]) || p->text.at[i - 1].brk == BRK_FORCED);
}

/* What no line should begin with: spaces, the dots that part a line of facts, an address's strokes, an
 * ellipsis by itself. */
static bool stays(const struct paragraph *p, size_t i)
{
    const struct cluster *c = &p->text.at[i];
    return paragraph_is_space(c) || str_is(c->glyphs->text, "·") || str_is(c->glyphs->text, "/") ||
           only_closes(p, i);
}

void line_breaks_find(struct line_breaks *k, const struct paragraph *p)
{
    size_t last = 0, n = p->text.n;
    add_breakpoint(k, 0, BRK_FORCED);
    for (size_t i = 1; i <= n; i++) {
        uint8_t brk = i == n ? BRK_FORCED : p->text.at[i - 1].brk;
        if (brk < BRK_HYPHEN) continue;
        if (brk < BRK_FORCED && i < n && stays(p, i)) continue;
        open_between(k, p, last, i, BRK_SYLLABLE, brk == BRK_HYPHEN ? k->hyphen : 0);
        add_breakpoint(k, i, brk);
        last = i;
    }
}

struct line_end {  /* what all lines that end at a breakpoint have in common */
    size_t at;     /* without the spaces behind it */
    int64_t width; /* from the paragraph's beginning, as what follows */
    int32_t spaces, khmer;
};

/* Of lines that begin at a cluster or behind it. */
static struct line_end end_of(const struct line_breaks *k, const struct paragraph *p, size_t from,
                              const struct breakpoint *to)
{
    size_t at = paragraph_line_end(p, from, to->at);
    return (struct line_end){at, p->end[to->at] + (to->brk == BRK_HYPHEN ? k->hyphen : 0), p->spaces[at],
                             p->khmer[to->at]};
}

static struct justification_line line_of(const struct line_breaks *k, const struct paragraph *p,
                                         const struct breakpoint *from, const struct line_end *end)
{
    int64_t width = end->width - p->at[from->at];
    return (struct justification_line){.width = width < 0 ? 0 : width, /* spaces alone */
                                       .spaces = end->at > from->at ? end->spaces - p->spaces[from->at] : 0,
                                       .khmer = end->khmer - p->khmer[from->at],
                                       .em = p->style.size,
                                       .reach = k->reach};
}

struct justification_line line_breaks_line(const struct line_breaks *k, const struct paragraph *p,
                                           const struct breakpoint *from, const struct breakpoint *to)
{
    struct line_end end = end_of(k, p, from->at, to);
    return line_of(k, p, from, &end);
}

/* Where a line wants, or takes back, by of what it can well; 100 where that is all. */
static int64_t badness(int64_t by, int64_t whole, bool steep)
{
    if (whole <= 0) return by ? COST_WORST : 0;
    int64_t r = by * 1000 / whole;
    if (r > 9000) r = 9000;
    int64_t bad = steep ? r * r / 1000 * r / 10000 : r * r / 10000;
    return bad > COST_WORST ? COST_WORST : bad;
}

/* What a paragraph's last line costs for being short. */
static int64_t last_cost(const struct line_breaks *k, const struct breakpoint *from,
                         const struct justification_line *l)
{
    int64_t least = k->looseness == LOOSENESS_FILLED ? k->measure / 3 : k->measure / 6;
    if (!from->at) return 0;
    int64_t cost = l->width < least ? COST_SHORT_LAST * (least - l->width) / least : 0;
    bool alone = l->khmer && l->width < SHORT_WORD && k->measure > 4 * SHORT_WORD,
         one = from->brk == BRK_JOINT || from->brk == BRK_COMPOUND,
         parted = from->brk == BRK_HYPHEN ? !l->spaces : one && alone;
    return cost + (alone ? COST_WORD_ALONE : 0) + (parted ? COST_STUB : 0);
}

/* By how much a line may be narrower. */
static int64_t least_of(const struct line_breaks *k, const struct justification_line *l)
{
    return k->justified || k->looseness == LOOSENESS_SHORTER ? justification_least(l) : 0;
}

/* A line that is filled or short: how bad, and what it costs to be past all that it can give. */
static int64_t wanting(const struct line_breaks *k, const struct justification_line *l, int64_t slack)
{
    int64_t ragged = k->measure / 7; /* what a ragged line may want without looking empty */
    if (!k->justified) return badness(slack, ragged, false);
    struct justification_room room = justification_growth(l);
    return badness(slack, room.good, true) + (slack > room.most ? COST_WORST : 0);
}

/* What any line costs that ends at a breakpoint. */
static int64_t end_cost(const struct line_breaks *k, const struct breakpoint *to)
{
    return 10 + to->penalty + (k->justified ? MORE[to->brk].justified : MORE[to->brk].ragged);
}

static int64_t squared(const struct line_breaks *k, int64_t cost)
{
    return cost * cost + (k->looseness == LOOSENESS_SHORTER ? COST_LINE : 0);
}

/* The cost of one line between two breakpoints, or -1 where it does not fit; all: its end's. */
static int64_t line_cost(const struct line_breaks *k, const struct paragraph *p,
                         const struct breakpoint *from, const struct breakpoint *to,
                         const struct line_end *end, int64_t all)
{
    struct justification_line l = line_of(k, p, from, end);
    int64_t slack = k->measure - l.width;
    if (slack < 0) {
        int64_t least = least_of(k, &l);
        if (slack + least < 0) return -1;
        all += badness(-slack, least, true);
    } else if (to->brk != BRK_FORCED) {
        all += wanting(k, &l, slack);
    }
    if (to->brk == BRK_FORCED) all += last_cost(k, from, &l);
    if (to->brk == BRK_HYPHEN && from->brk == BRK_HYPHEN) all += COST_TWO_HYPHENS;
    return squared(k, all);
}

/* Breakpoints before the result are too far back for any line that ends at or after this one. */
static size_t first_near(const struct line_breaks *k, const struct paragraph *p, size_t lo, size_t j,
                         const struct line_end *end)
{
    const struct breakpoint *n = k->list.at;
    while (lo + 1 < j) {
        struct justification_line l = line_of(k, p, &n[lo], end);
        int64_t width = p->end[n[j].at] - p->at[n[lo].at];
        if (width - least_of(k, &l) <= k->measure) break;
        lo++;
    }
    return lo;
}

void line_breaks_choose(struct line_breaks *k, const struct paragraph *p)
{
    size_t lo = 0;
    for (size_t j = 1; j < k->list.n; j++) {
        struct breakpoint *to = &k->list.at[j];
        struct line_end end = end_of(k, p, k->list.at[lo].at, to);
        lo = first_near(k, p, lo, j, &end);
        to->before = j - 1;
        to->cost = INT64_MAX;
        int64_t all = end_cost(k, to), least = squared(k, all);
        for (size_t i = lo; i < j; i++) {
            if (k->list.at[i].cost >= to->cost - least) continue;
            int64_t c = line_cost(k, p, &k->list.at[i], to, &end, all);
            if (c < 0 || k->list.at[i].cost + c >= to->cost) continue;
            to->cost = k->list.at[i].cost + c;
            to->before = i;
        }
        if (to->cost == INT64_MAX) to->cost = k->list.at[j - 1].cost + (int64_t)COST_WORST * COST_WORST;
        if (to->brk == BRK_FORCED) lo = j;
    }
}

size_t line_breaks_lines(const struct line_breaks *k)
{
    size_t n = 0;
    for (size_t j = k->list.n - 1; j; j = k->list.at[j].before) n++;
    return n;
}

bool line_breaks_two_hyphens(const struct line_breaks *k)
{
    for (size_t j = k->list.n - 1; j; j = k->list.at[j].before)
        if (k->list.at[j].brk == BRK_HYPHEN && k->list.at[k->list.at[j].before].brk == BRK_HYPHEN)
            return true;
    return false;
}

size_t line_breaks_parted(const struct line_breaks *k)
{
    size_t n = 0;
    for (size_t j = k->list.n - 1; j; j = k->list.at[j].before)
        n += k->list.at[j].brk == BRK_JOINT || k->list.at[j].brk == BRK_COMPOUND;
    return n;
}

bool line_breaks_good(const struct line_breaks *k, const struct paragraph *p)
{
    for (size_t j = k->list.n - 1; j; j = k->list.at[j].before) {
        const struct breakpoint *to = &k->list.at[j];
        struct justification_line l = line_breaks_line(k, p, &k->list.at[to->before], to);
        if (to->penalty >= COST_SYLLABLE) return false;
        if (k->measure - l.width + justification_room(&l).least < 0) return false;
    }
    return true;
}

bool line_breaks_fits(const struct line_breaks *k, const struct paragraph *p)
{
    struct justification unused;
    for (size_t j = k->list.n - 1; j; j = k->list.at[j].before) {
        const struct breakpoint *to = &k->list.at[j];
        struct justification_line l = line_breaks_line(k, p, &k->list.at[to->before], to);
        int64_t slack = k->measure - l.width;
        if (to->penalty >= COST_SYLLABLE) return false;
        bool forced = to->brk == BRK_FORCED, alone = !to->before || k->list.at[to->before].brk == BRK_FORCED;
        if (forced && !alone && l.width < k->measure / STUB) return false;
        if (forced && slack >= 0) continue;
        if (!justification_give(&l, slack, &unused)) return false;
    }
    return true;
}
