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
    COST_LAST = 1000000,  /* where nothing else is left */
    LINES_MOST = 8,
    BREAKS_MOST = 160
};

#define COST_NONE INT64_MAX

/* Breakpoints between two forced ends: from one to the other, on so many lines. */
struct stretch {
    size_t from, to, lines;
    int64_t mean;
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
                         int64_t mean)
{
    int64_t width = line_breaks_line(k, p, &k->list.at[from], &k->list.at[to]).width;
    if (width > k->measure) return COST_NONE;
    int64_t by = mean > 0 ? (width - mean) * 1000 / mean : 0;
    return by * by / 1000 * UNEVEN / 1000 + break_cost(p, &k->list.at[to]);
}

static void reach(const struct line_breaks *k, const struct paragraph *p, const struct stretch *s,
                  const struct reached *last, struct reached *line)
{
    for (size_t j = s->from + 1; j <= s->to; j++) {
        struct reached *at = &line[j - s->from];
        for (size_t i = j; i-- > s->from;) {
            int64_t so_far = last[i - s->from].cost,
                    c = so_far < COST_NONE ? line_cost(k, p, i, j, s->mean) : so_far;
            if (c < COST_NONE && so_far + c < at->cost) *at = (struct reached){so_far + c, i};
        }
    }
}

static void choose(struct line_breaks *k, const struct paragraph *p, const struct stretch *s)
{
    size_t n = s->to - s->from + 1;
    struct reached *all = ARENA_RAW(k->arena, struct reached, (s->lines + 1) * n);
    for (size_t i = 0; i < (s->lines + 1) * n; i++) all[i] = (struct reached){COST_NONE, s->from};
    all[0].cost = 0;
    for (size_t line = 1; line <= s->lines; line++) reach(k, p, s, all + (line - 1) * n, all + line * n);
    if (all[s->lines * n + n - 1].cost == COST_NONE) return; /* a word wider than the measure */
    for (size_t line = s->lines, j = s->to; line > 0; line--) {
        k->list.at[j].before = all[line * n + j - s->from].before;
        j = k->list.at[j].before;
    }
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
        struct stretch s = {from, to, lines_between(k, from, to), 0};
        s.mean = line_breaks_line(k, p, &k->list.at[from], &k->list.at[to]).width / (int64_t)s.lines;
        if (s.lines > 1 && s.lines <= LINES_MOST && to - from <= BREAKS_MOST) choose(k, p, &s);
        from = to;
    }
}
