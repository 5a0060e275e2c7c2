#include "layout/paragraph/even_lines.h"

#include "khmer/line_class.h"

/* A line that is longer or shorter than the mean by a tenth of it costs UNEVEN / 100; all others beside that.
 */
enum {
    UNEVEN = 1000,
    COST_SPACE = 60,      /* between Latin words; where a phrase ends, nothing */
    COST_WORD = 150,      /* between Khmer ones */
    COST_TIED = 300,      /* behind a word that opens a phrase, before one that closes it */
    COST_PARTED = 600,    /* before a word that leans */
    COST_COMPOUND = 2000, /* inside a word, or words that are read as one */
    COST_IN_LIST = 10000, /* beside that: between two of the signs that part a list */
    COST_LAST = 1000000,  /* where nothing else is left */
    LINES_MOST = 8,
    BREAKS_MOST = 160
};

#define COST_NONE INT64_MAX

/* Breakpoints between two forced ends: from one to the other, on so many lines. */
struct stretch {
    size_t from, to, lines;
    int64_t mean;
    const char *sign; /* of several, parted by it; NULL: of one */
};

struct reached {
    int64_t cost;
    size_t before;
};

static bool ends_phrase(const struct cluster *c)
{
    static const char *const signs[] = {":", ";", ",", ".", "?", "!", "–", "—",
                                        "·", ")", "”", "»", "៖", "។", "…"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_is(c->glyphs->text, signs[i])) return true;
    return false;
}

/* What a Khmer number counts stands before it: "teachers 11". */
static bool begins_number(const struct paragraph *p, size_t at)
{
    struct str t = at < p->text.n ? p->text.at[at].glyphs->text : (struct str){0};
    size_t first = 0;
    return t.n && line_class_of(utf8_next(t, &first)) == LINE_CLASS_DIGIT;
}

/* Spaces part phrases in Khmer, but for one before a number; signs of punctuation in both. */
bool even_lines_phrase(const struct paragraph *p, size_t at)
{
    size_t last = at;
    while (last && paragraph_is_space(&p->text.at[last - 1])) last--;
    if (!last) return false;
    if (ends_phrase(&p->text.at[last - 1])) return true;
    return last < at && p->text.at[last - 1].khmer && !begins_number(p, at);
}

static bool is_after(const struct paragraph *p, size_t at, const char *sign)
{
    while (at && paragraph_is_space(&p->text.at[at - 1])) at--;
    return at && str_is(p->text.at[at - 1].glyphs->text, sign);
}

/* Of several in a row (who speaks) none is parted while a line may end between two. */
static int64_t in_list_cost(const struct paragraph *p, const struct stretch *s, const struct breakpoint *to)
{
    return !s->sign || to->brk == BRK_FORCED || is_after(p, to->at, s->sign) ? 0 : COST_IN_LIST;
}

static int64_t break_cost(const struct paragraph *p, const struct breakpoint *to)
{
    switch (to->brk) {
    case BRK_FORCED: return 0;
    case BRK_SPACE:
    case BRK_MARK: return even_lines_phrase(p, to->at) ? 0 : COST_SPACE;
    case BRK_WORD: return COST_WORD;
    case BRK_TIED: return COST_TIED;
    case BRK_LEANING: return COST_PARTED;
    case BRK_COMPOUND:
    case BRK_JOINT: return COST_COMPOUND;
    default: return COST_LAST;
    }
}

static int64_t line_cost(const struct line_breaks *k, const struct paragraph *p, size_t from, size_t to,
                         const struct stretch *s)
{
    int64_t width = line_breaks_line(k, p, &k->list.at[from], &k->list.at[to]).width;
    if (width > k->measure) return COST_NONE;
    int64_t by = s->mean > 0 ? (width - s->mean) * 1000 / s->mean : 0;
    return by * by / 1000 * UNEVEN / 1000 + break_cost(p, &k->list.at[to]) +
           in_list_cost(p, s, &k->list.at[to]);
}

static void reach(const struct line_breaks *k, const struct paragraph *p, const struct stretch *s,
                  const struct reached *last, struct reached *line)
{
    for (size_t j = s->from + 1; j <= s->to; j++) {
        struct reached *at = &line[j - s->from];
        for (size_t i = j; i-- > s->from;) {
            int64_t so_far = last[i - s->from].cost,
                    c = so_far < COST_NONE ? line_cost(k, p, i, j, s) : so_far;
            if (c < COST_NONE && so_far + c < at->cost) *at = (struct reached){so_far + c, i};
        }
    }
}

/* What it costs; COST_NONE: there is no such way, and nothing is changed. less: so is what costs as much. */
static int64_t choose(struct line_breaks *k, const struct paragraph *p, const struct stretch *s, int64_t less)
{
    size_t n = s->to - s->from + 1;
    struct reached *all = ARENA_RAW(k->arena, struct reached, (s->lines + 1) * n);
    for (size_t i = 0; i < (s->lines + 1) * n; i++) all[i] = (struct reached){COST_NONE, s->from};
    all[0].cost = 0;
    for (size_t line = 1; line <= s->lines; line++) reach(k, p, s, all + (line - 1) * n, all + line * n);
    int64_t cost = all[s->lines * n + n - 1].cost; /* none: a word wider than the measure */
    if (cost >= less) return COST_NONE;
    for (size_t line = s->lines, j = s->to; line > 0; line--) {
        k->list.at[j].before = all[line * n + j - s->from].before;
        j = k->list.at[j].before;
    }
    return cost;
}

static bool has_sign(const struct line_breaks *k, const struct paragraph *p, size_t from, size_t to,
                     const char *sign)
{
    for (size_t i = from + 1; i < to; i++)
        if (is_after(p, k->list.at[i].at, sign)) return true;
    return false;
}

/* People are parted by ; and a place's parts by commas. */
static const char *sign_of(const struct line_breaks *k, const struct paragraph *p, size_t from, size_t to)
{
    if (has_sign(k, p, from, to, ";")) return ";";
    return p->style.parts && has_sign(k, p, from, to, ",") ? "," : NULL;
}

/* A list has one line more where that spares it an end inside of one of those it names. */
static void choose_stretch(struct line_breaks *k, const struct paragraph *p, struct stretch s)
{
    int64_t cost = choose(k, p, &s, COST_NONE);
    if (!s.sign || !p->style.listed || cost < COST_IN_LIST || s.lines >= LINES_MOST) return;
    s.mean = s.mean * (int64_t)s.lines / (int64_t)(s.lines + 1);
    s.lines++;
    choose(k, p, &s, cost / COST_IN_LIST * COST_IN_LIST);
}

static size_t lines_between(const struct line_breaks *k, size_t from, size_t to)
{
    size_t n = 0;
    for (; to > from; to = k->list.at[to].before) n++;
    return n;
}

void even_lines_choose(struct line_breaks *k, const struct paragraph *p)
{
    for (size_t to = 1, from = 0; to < k->list.n; to++) {
        if (k->list.at[to].brk != BRK_FORCED) continue;
        struct stretch s = {from, to, lines_between(k, from, to), 0, sign_of(k, p, from, to)};
        s.mean = line_breaks_line(k, p, &k->list.at[from], &k->list.at[to]).width / (int64_t)s.lines;
        if (s.lines > 1 && s.lines <= LINES_MOST && to - from <= BREAKS_MOST) choose_stretch(k, p, s);
        from = to;
    }
}
