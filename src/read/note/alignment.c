/* alignment: which block of the Khmer note says what which block of the English one says.
 *
 * The cheapest way through both lists, one block beside one or a gap (Needleman and Wunsch). What a pair
 * costs: another kind, another heading level, lengths out of proportion, numbers, links and pictures that
 * differ. Lists that are very long are only compared near the diagonal, so that time grows with their length.
 */
#include "read/note/note.h"

#include "khmer/letter.h"

enum {
    GAP = 650,         /* a block alone */
    LIKE_MOST = 1250,  /* two of a kind: less than two gaps, so that neighbours left over are partners */
    OTHER_KIND = 900,  /* a paragraph beside a list or a quote */
    NEVER = 4000,      /* a heading beside none, a table beside a paragraph … */
    STAND_IN = 300,    /* a picture beside one that is missing */
    OTHER_LEVEL = 350, /* a heading one level off */
    OCTAVE = 300,      /* twice as long as the rest of the note lets expect */
    LENGTH_MOST = 1200,
    SIGNS_DIFFER = 600, /* no number, link or picture in common */
    SIGNS_AGREE = 300,  /* all in common: taken off */
    MARK_OCTAVE = 250,  /* twice as many sentences, quotes … */
    MARK_MOST = 300,
    LOG = 16,             /* logarithms to base 2 are in sixteenths */
    CELLS_MOST = 1 << 22, /* compare all with all up to here */
    BAND = 500,           /* beyond it: so far off the diagonal */
    NARROW = 10           /* the first band that is tried */
};

/* Things that a translation has about as many of. */
enum mark {
    MARK_SENTENCE,
    MARK_QUESTION,
    MARK_QUOTE,
    MARK_BRACKET,
    MARK_STRONG,
    MARK_EMPH,
    MARK_NOTE,
    MARKS
};

struct trait {
    const struct block *block;
    uint64_t signs; /* one bit a number, link or picture */
    size_t letters, parts;
    size_t marks[MARKS];
    int log_letters, log_marks[MARKS]; /* asked of every pair that might be */
};

struct traits {
    struct trait *at;
    size_t n, letters;
};

/* -- what a block looks like -- */

static void add_sign(struct trait *t, uint64_t hash)
{
    t->signs |= (uint64_t)1 << (hash >> 58);
}

/* MARKS: none of them. */
static enum mark mark_of(uint32_t c)
{
    switch (c) {
    case 0x17D4:
    case 0x17D5:
    case '.':
    case '!': return MARK_SENTENCE;
    case '?': return MARK_QUESTION;
    case 0xAB:
    case 0x201C: return MARK_QUOTE;
    case '(': return MARK_BRACKET;
    default: return MARKS;
    }
}

static void add_text(struct trait *t, struct str s)
{
    uint64_t number = 0;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        if (!number && (khmer_letter(c) || (c | 32) - 'a' < 26)) { /* neither ends a number nor is a mark */
            t->letters++;
            continue;
        }
        int d = khmer_digit_value(c);
        if (d >= 0) number = number * 10 + (uint64_t)d + 1;
        if (number && (d < 0 || at == s.n)) add_sign(t, number * 0x9E3779B97F4A7C15u), number = 0;
        t->letters += c > ' ' && c != 0x200B;
        if (mark_of(c) != MARKS) t->marks[mark_of(c)]++;
    }
}

static void add_spans(struct trait *t, const struct spans *spans)
{
    for (size_t i = 0; i < spans->n; i++) {
        const struct span *s = &spans->at[i];
        if (s->kind == SPAN_TEXT) add_text(t, s->text);
        t->marks[MARK_STRONG] += (s->style & SPAN_STRONG) && !(i && (s[-1].style & SPAN_STRONG));
        t->marks[MARK_EMPH] += (s->style & SPAN_EMPH) && !(i && (s[-1].style & SPAN_EMPH));
        t->marks[MARK_NOTE] += s->kind == SPAN_NOTE;
        if (s->href.n) add_sign(t, str_hash(s->href) * 0x9E3779B97F4A7C15u);
        if (s->picture) add_sign(t, str_hash(s->picture->path) * 0x9E3779B97F4A7C15u);
    }
}

static int log2_of(size_t n)
{
    int whole = 0;
    n = n * LOG + LOG;
    for (size_t m = n; m >= 2 * LOG; m /= 2) whole++;
    return whole * LOG + (int)((n >> whole) - LOG);
}

static struct trait with_logs(struct trait t)
{
    t.log_letters = log2_of(t.letters);
    for (int i = 0; i < MARKS; i++) t.log_marks[i] = log2_of(t.marks[i]);
    return t;
}

static struct trait trait_of(const struct block *top)
{
    struct trait t = {.block = top};
    if (top->picture) add_sign(&t, str_hash(top->picture->path) * 0x9E3779B97F4A7C15u);
    for (const struct block *c = top->first; c; c = c->next) t.parts++;
    for (const struct block *b = top;;) {
        add_spans(&t, &b->spans);
        if (b->first) {
            b = b->first;
            continue;
        }
        while (b != top && !b->next) b = b->parent;
        if (b == top) return with_logs(t);
        b = b->next;
    }
}

static struct traits traits_of(struct arena *a, const struct doc *doc)
{
    VEC(struct trait) list = {0};
    struct traits out = {0};
    for (const struct block *b = doc ? doc->root->first : NULL; b; b = b->next) {
        struct trait t = trait_of(b);
        VEC_ADD(a, list, t);
        out.letters += t.letters;
    }
    out.at = list.at;
    out.n = list.n;
    return out;
}

/* -- what a pair costs -- */

static int absolute(int n)
{
    return n < 0 ? -n : n;
}

static bool is_text(enum block_kind k)
{
    return k == BLOCK_PARA || k == BLOCK_LIST || k == BLOCK_QUOTE;
}

/* What the reader leaves of a picture that is not there: its description. */
static bool is_stand_in(const struct block *a, const struct block *b)
{
    const struct spans *s = &a->spans;
    return a->kind == BLOCK_PARA && b->kind == BLOCK_FIGURE && s->n == 1 && (s->at[0].style & SPAN_EMPH);
}

static int kind_cost(const struct block *a, const struct block *b)
{
    if (a->kind == b->kind) return a->kind == BLOCK_HEADING ? absolute(a->level - b->level) * OTHER_LEVEL : 0;
    return is_text(a->kind) && is_text(b->kind) ? OTHER_KIND : NEVER;
}

static int sign_cost(const struct trait *a, const struct trait *b)
{
    if (!(a->signs | b->signs)) return 0;
    int all = __builtin_popcountll(a->signs | b->signs), common = __builtin_popcountll(a->signs & b->signs);
    return SIGNS_DIFFER - (SIGNS_DIFFER + SIGNS_AGREE) * common / all;
}

static int mark_cost(const struct trait *a, const struct trait *b)
{
    int c = 0;
    for (int i = 0; i < MARKS; i++) {
        if (a->log_marks[i] == b->log_marks[i]) continue; /* most have none */
        int off = absolute(a->log_marks[i] - b->log_marks[i]) * MARK_OCTAVE / LOG;
        c += off < MARK_MOST ? off : MARK_MOST;
    }
    return c;
}

/* expected: the logarithm of how much longer a side is than b side throughout the note. */
static int cost(const struct trait *a, const struct trait *b, int expected)
{
    if (is_stand_in(a->block, b->block) || is_stand_in(b->block, a->block)) return STAND_IN;
    int c = kind_cost(a->block, b->block);
    int length = absolute(a->log_letters - b->log_letters - expected) * OCTAVE / LOG;
    bool words =
        a->block->kind != BLOCK_CODE && a->block->kind != BLOCK_FIGURE && a->block->kind != BLOCK_RULE;
    if (words) c += (length < LENGTH_MOST ? length : LENGTH_MOST) / (a->block->kind == BLOCK_HEADING ? 2 : 1);
    if (a->block->kind == BLOCK_LIST && b->block->kind == BLOCK_LIST && a->parts != b->parts)
        c += OTHER_LEVEL;
    c += sign_cost(a, b) + mark_cost(a, b);
    bool alike = a->block->kind == b->block->kind && a->block->level == b->block->level;
    return alike && c > LIKE_MOST ? LIKE_MOST : c;
}

/* -- the cheapest way -- */

enum alignment_step { STEP_PAIR, STEP_A, STEP_B };

struct alignment_grid {
    const struct traits *a, *b;
    size_t half, width; /* of the band */
    int expected;
    unsigned char *steps;
};

static size_t low(const struct alignment_grid *g, size_t i)
{
    size_t middle = g->a->n ? i * g->b->n / g->a->n : 0;
    return middle > g->half ? middle - g->half : 0;
}

static size_t high(const struct alignment_grid *g, size_t i)
{
    size_t middle = g->a->n ? i * g->b->n / g->a->n : 0;
    return middle + g->half < g->b->n ? middle + g->half : g->b->n;
}

static void row(const struct alignment_grid *g, size_t i, const int *above, int *here)
{
    size_t from = low(g, i), to = high(g, i), above_from = i ? low(g, i - 1) : 0,
           above_to = i ? high(g, i - 1) : 0;
    for (size_t j = from; j <= to; j++) {
        int best = INT32_MAX;
        enum alignment_step step = STEP_PAIR;
        if (i && j && j - 1 >= above_from && j - 1 <= above_to)
            best = above[j - 1] + cost(&g->a->at[i - 1], &g->b->at[j - 1], g->expected);
        if (i && j >= above_from && j <= above_to && above[j] + GAP < best)
            best = above[j] + GAP, step = STEP_A;
        if (j > from && here[j - 1] + GAP < best) best = here[j - 1] + GAP, step = STEP_B;
        here[j] = i || j ? best : 0;
        g->steps[i * g->width + (j - from)] = (unsigned char)step;
    }
}

/* Returns what the cheapest way costs. */
static int solve(struct alignment_grid *g, struct arena *a)
{
    int *above = ARENA_MANY(a, int, g->b->n + 1), *here = ARENA_MANY(a, int, g->b->n + 1);
    g->steps = arena_get(a, (g->a->n + 1) * g->width);
    for (size_t i = 0; i <= g->a->n; i++) {
        row(g, i, above, here);
        int *swap = above;
        above = here;
        here = swap;
    }
    return above[g->b->n];
}

static void set_band(struct alignment_grid *g, size_t half)
{
    g->half = half;
    g->width = half * 2 < g->b->n ? half * 2 + 1 : g->b->n + 1;
}

static size_t with_signs(const struct traits *t)
{
    size_t n = 0;
    for (size_t i = 0; i < t->n; i++) n += t->at[i].signs != 0;
    return n;
}

/* What a way costs at the least that leaves the band: gaps on its way there and back, and signs that agree.
 */
static int64_t least_outside(const struct alignment_grid *g)
{
    int64_t uneven = (int64_t)(g->a->n > g->b->n ? g->a->n - g->b->n : g->b->n - g->a->n);
    int64_t gaps = 2 * ((int64_t)g->half + 1) - 3 * uneven;
    return gaps * GAP - (int64_t)with_signs(g->a) * SIGNS_AGREE;
}

/* Bands that grow until none of the ways outside is as cheap: the same way as by comparing all with all. */
static void solve_all(struct alignment_grid *g, struct arena *a)
{
    size_t n = g->a->n, m = g->b->n;
    for (size_t half = NARROW + 2 * (n > m ? n - m : m - n); half * 2 < m; half *= 2) {
        struct arena_mark mark = arena_mark(a);
        set_band(g, half);
        if (solve(g, a) < least_outside(g)) return;
        arena_reset(a, mark);
    }
    set_band(g, m);
    solve(g, a);
}

static void trace(const struct alignment_grid *g, struct note *note)
{
    size_t i = g->a->n, j = g->b->n, n = i + j;
    struct pair *all = note->pairs;
    while (i || j) {
        enum alignment_step step = g->steps[i * g->width + (j - low(g, i))];
        struct pair *p = &all[--n];
        *p = (struct pair){0};
        if (step != STEP_B) p->side[0] = g->a->at[--i].block;
        if (step != STEP_A) p->side[1] = g->b->at[--j].block;
    }
    note->npairs = g->a->n + g->b->n - n;
    memmove(all, all + n, note->npairs * sizeof *all);
}

/* -- what stands alone -- */

/* FILE:LINE in the other language, where the partner of pair i would stand. */
static struct str elsewhere(struct arena *a, const struct note *note, size_t i, enum lang other)
{
    const struct block *b = NULL;
    for (size_t j = i; j < note->npairs && !b; j++) b = note->pairs[j].side[other];
    for (size_t j = i; j-- > 0 && !b;) b = note->pairs[j].side[other];
    return place_text_line(a, b ? b->place : place_in(note->doc[other]->source, 0));
}

/* A title that one language has as a heading and the other in its front matter. */
static bool is_title(const struct note *note, const struct pair *p, enum lang lang)
{
    const struct doc *doc = note->doc[lang], *other = note->doc[lang_other(lang)];
    const struct block *b = p->side[lang];
    bool heading = b == doc->root->first && b->kind == BLOCK_HEADING && b->level == 1;
    return heading && other && doc->front.title_from_heading && other->front.title.n &&
           !other->front.title_from_heading;
}

/* A footnote that nobody calls, which the reader has put at the end and told. */
static bool is_left_over(const struct block *b)
{
    return b->kind == BLOCK_PARA && b->spans.n && str_starts(b->spans.at[0].text, "[^");
}

static bool alone(const struct pair *p, enum lang lang, enum lang other)
{
    return p->side[lang] && !p->side[other];
}

static void excuse(struct note *note)
{
    for (size_t i = 0; i < note->npairs; i++) {
        struct pair *p = &note->pairs[i];
        enum lang lang = p->side[0] ? (enum lang)0 : (enum lang)1;
        if (alone(p, lang, lang_other(lang)))
            p->excused = is_title(note, p, lang) || is_left_over(p->side[lang]);
    }
}

/* Neighbours that are alone on the same side are told together. */
void alignment_tell(struct job *job, const struct note *note)
{
    if (!note_is_whole(note)) return;
    for (size_t i = 0, next; i < note->npairs; i = next) {
        const struct pair *p = &note->pairs[i];
        enum lang lang = p->side[0] ? (enum lang)0 : (enum lang)1, other = lang_other(lang);
        next = i + 1;
        if (!alone(p, lang, other) || p->excused) continue;
        while (next < note->npairs && alone(&note->pairs[next], lang, other)) next++;
        struct str at = elsewhere(job->keep, note, next, other), many = str_fmt(job->keep, "%zu", next - i);
        enum diag_code code = next - i > 1 ? DIAG_PAIR_ALONE_MANY : DIAG_PAIR_ALONE;
        diag_tell(job->diags, code, p->side[lang]->place, at, many);
    }
}

/* What one side of a pair is called, both are: translators leave a label out. */
static void share_labels(struct note *note)
{
    for (size_t i = 0; i < note->npairs; i++) {
        struct block *side[LANG_N];
        for (int l = 0; l < LANG_N; l++) side[l] = (struct block *)(uintptr_t)note->pairs[i].side[l];
        for (int l = 0; l < LANG_N; l++) {
            struct block *other = side[lang_other((enum lang)l)];
            if (side[l] && other && side[l]->kind == other->kind && !side[l]->label.n)
                side[l]->label = other->label;
        }
    }
}

void alignment_pair(struct job *job, struct note *note)
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct traits a = traits_of(job->scratch, note->doc[0]), b = traits_of(job->scratch, note->doc[1]);
    struct alignment_grid g = {.a = &a, .b = &b};
    g.expected = log2_of(a.letters) - log2_of(b.letters);
    if (absolute(g.expected) > LOG) g.expected = 0;
    note->pairs = ARENA_MANY(job->keep, struct pair, a.n + b.n);
    if (a.n * b.n <= CELLS_MOST) {
        solve_all(&g, job->scratch);
    } else {
        set_band(&g, BAND + (a.n ? b.n / a.n : 0));
        solve(&g, job->scratch);
    }
    trace(&g, note);
    excuse(note);
    share_labels(note);
    arena_reset(job->scratch, mark);
}
