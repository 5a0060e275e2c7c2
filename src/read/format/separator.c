#include "read/format/separator.h"

#include <stdlib.h>

enum { KINDS = 4, LOOK_ALL = 1 << 23, LOOK_ONE = 1 << 14 };

static const char SEPARATORS[KINDS] = {',', ';', '\t', '|'};

struct line { /* how many of each stand in it, outside quotes */
    uint32_t n[KINDS];
};

struct separator_lines {
    struct str text;
    size_t looked; /* work done to see where quotes close, bounded */
    VEC(struct line) lines;
    size_t tight[KINDS]; /* with no blank behind: prose has one */
};

static bool is_end(char c)
{
    return c == '\n' || c == '\r';
}

static int kind_of(char c)
{
    for (int k = 0; k < KINDS; k++)
        if (SEPARATORS[k] == c) return k;
    return -1;
}

/* Behind the quote that closes the one before at; at where none does: then it is the writer's own. */
static size_t past_quoted(struct separator_lines *s, size_t at)
{
    size_t i = at;
    for (; i < s->text.n && i - at < LOOK_ONE && s->looked < LOOK_ALL; i++, s->looked++) {
        if (s->text.s[i] != '"') continue;
        bool doubled = i + 1 < s->text.n && s->text.s[i + 1] == '"';
        bool ends = i + 1 >= s->text.n || is_end(s->text.s[i + 1]) || kind_of(s->text.s[i + 1]) >= 0;
        if (!doubled && ends) return i + 1;
        if (doubled) i++;
    }
    return at;
}

/* One line's separators; blank ones are no lines. Returns where the next begins. */
static size_t look_at_line(struct separator_lines *s, struct arena *a, size_t at)
{
    struct line line = {0};
    bool fresh = true, blank = true;
    while (at < s->text.n && !is_end(s->text.s[at])) {
        char c = s->text.s[at++];
        int k = kind_of(c);
        if (c == '"' && fresh) at = past_quoted(s, at);
        blank &= k >= 0 || c == ' ';
        fresh = k >= 0 || (fresh && c == ' ');
        if (k < 0) continue;
        line.n[k]++;
        s->tight[k] += at < s->text.n && s->text.s[at] != ' ';
    }
    if (!blank) VEC_ADD(a, s->lines, line);
    return at + 1;
}

/* -- how well each explains the lines -------------------------------------------------------------------- */

struct fit {
    size_t score, first; /* the first line that has as many as most have */
};

static int by_number(const void *left, const void *right)
{
    uint32_t x = *(const uint32_t *)left, y = *(const uint32_t *)right;
    return (x > y) - (x < y);
}

/* Lines that have as many as most have, and half of those that have one more or less: rows are damaged so. */
static size_t explained(const uint32_t *sorted, size_t n, uint32_t many)
{
    size_t twice = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t far = sorted[i] > many ? sorted[i] - many : many - sorted[i];
        twice += !sorted[i] ? 0 : far == 0 ? 2 : far == 1;
    }
    return twice;
}

/* The number that most lines have, the larger of two; 0: none has any. */
static uint32_t most_common(const uint32_t *sorted, size_t n)
{
    uint32_t best = 0;
    for (size_t i = 0, most = 0, run; i < n; i += run) {
        for (run = 1; i + run < n && sorted[i + run] == sorted[i];) run++;
        if (sorted[i] && run >= most) most = run, best = sorted[i];
    }
    return best;
}

/* Shares are in thousandths: of the lines that it explains, and more where it makes many cells. */
static struct fit fit_of(const struct separator_lines *s, struct arena *a, int k)
{
    size_t n = s->lines.n;
    uint32_t *counts = ARENA_MANY(a, uint32_t, n);
    for (size_t i = 0; i < n; i++) counts[i] = s->lines.at[i].n[k];
    if (n) qsort(counts, n, sizeof *counts, by_number);
    uint32_t many = most_common(counts, n);
    struct fit f = {.first = SIZE_MAX};
    bool prose = !s->tight[k] && !(n && s->lines.at[0].n[k]);
    if (!many || prose) return f;
    f.score = explained(counts, n, many) * 500 / n * (many + 1) / (many + 2);
    for (size_t i = 0; i < n && f.first == SIZE_MAX; i++)
        if (s->lines.at[i].n[k] == many) f.first = i;
    return f;
}

/* The head has a table's own separator: cells alone may hold another, in every row of them. */
static int best_of(const struct separator_lines *s, const struct fit fits[KINDS])
{
    size_t first = SIZE_MAX, most = 0;
    int best = 0;
    for (int k = 0; k < KINDS; k++)
        if (fits[k].first < first) first = fits[k].first;
    for (int k = 0; k < KINDS; k++) {
        size_t score = fits[k].score + (fits[k].first == first ? fits[k].score / 3 : 0);
        bool tighter = score == most && s->tight[k] > s->tight[best];
        if (score > most || (score && tighter)) most = score, best = k;
    }
    return best;
}

/* -- "sep=;" --------------------------------------------------------------------------------------------- */

/* On a first line of its own, in quotes or not, filled up with empty cells or not. */
static bool is_told(struct str text, size_t from, char *separator, size_t *after)
{
    size_t at = from;
    while (at < text.n && (text.s[at] == '"' || text.s[at] == ' ')) at++;
    if (!str_eq_fold(str_sub(text, at, at + 4), STR("sep="))) return false;
    at += 4;
    if (at >= text.n || is_end(text.s[at]) || text.s[at] == '"') return false;
    char told = text.s[at];
    for (at++; at < text.n && !is_end(text.s[at]); at++)
        if (text.s[at] != '"' && text.s[at] != ' ' && kind_of(text.s[at]) < 0) return false;
    if (at + 1 < text.n && text.s[at] == '\r' && text.s[at + 1] == '\n') at++;
    *separator = told;
    *after = at < text.n ? at + 1 : at;
    return true;
}

char separator_find(struct arena *a, struct str text, size_t from, size_t *after)
{
    struct arena_mark mark = arena_mark(a);
    struct separator_lines s = {.text = text};
    struct fit fits[KINDS];
    char told;
    if (is_told(text, from, &told, after)) return told;
    for (size_t at = from; at < text.n;) at = look_at_line(&s, a, at);
    for (int k = 0; k < KINDS; k++) fits[k] = fit_of(&s, a, k);
    arena_reset(a, mark);
    *after = from;
    return SEPARATORS[best_of(&s, fits)];
}
