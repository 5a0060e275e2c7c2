#include "khmer/segmentation.h"

#include "khmer/letter.h"

/* Costs in hundredths of a decade of probability, set by trial on hand-cut sentences. */
enum {
    COST_NONE = INT32_MAX / 2,
    UNKNOWN = 600,
    UNKNOWN_SYLLABLE = 150,
    UNKNOWN_BARE = 75,
    UNKNOWN_LEADS_BARE = 200,
    NAME_AFTER_TITLE = 400,
    NAME_SYLLABLE = 150,
    NAME_BARE = 80,
    SURNAME = 250,
    STARTS_WITH_CODA = 500,
    CUT_JOINED = 300,
    LISTED_ONE = 500,
    LISTED_TWO = 350,
    LISTED_LONG = 100,
    LISTED_ANNOUNCED = 60,
    LEARNT = 390, /* less than what is rare: two words of an event stand beside each other as two */
    UNKNOWN_MOST = 4,
    NAME_MOST = 3,
    WORD_MOST = 12,
    JOINT_LEAST = 3,
    JOINT_MOST_COST = 320,
    JOINT_WORD_COST = 400,
    RARE = 460, /* a word that no text which was counted uses, or once */
    RARE_BESIDE_LOAN = 400,
    RARE_BOTH = 440, /* of two words with a loanword's sign: rarer than what words-common.txt lists */
    PART_MOST = 4,   /* spoken syllables of each part of an unknown word, and of both */
    PARTS_MOST = 6
};

struct segmentation_node {
    int32_t best[SEGMENTATION_STATES];
    unsigned char length[SEGMENTATION_STATES], from[SEGMENTATION_STATES];
    bool known[SEGMENTATION_STATES];
};

struct segmentation_edge {
    size_t from, length;
    int32_t cost;
    unsigned char before, after;
    bool known;
};

static void relax(struct run *r, struct segmentation_edge e)
{
    struct segmentation_node *to = &r->nodes[e.from + e.length];
    if (e.cost >= to->best[e.after]) return;
    to->best[e.after] = e.cost;
    to->length[e.after] = (unsigned char)e.length;
    to->from[e.after] = e.before;
    to->known[e.after] = e.known;
}

static unsigned char cheapest(const struct segmentation_node *n)
{
    unsigned char s = SEGMENTATION_PLAIN;
    for (int i = SEGMENTATION_TITLE; i < SEGMENTATION_STATES; i++)
        if (n->best[i] < n->best[s]) s = (unsigned char)i;
    return s;
}

/* Goes on from a state with one syllable's symbols: the last unit, 0 where no word goes on so. */
static inline uint32_t step_over(const struct run *r, size_t syllable, uint32_t state)
{
    const struct syllable *at = &r->syllables.at[syllable];
    uint32_t unit = 0;
    for (size_t s = at[0].symbols; s < at[1].symbols; s++) {
        if (!state) return 0;
        unit = lexicon_next(state, r->symbols.at[s]);
        state = lexicon_state(unit);
    }
    return unit;
}

static void add_words(struct run *r, size_t i, size_t n, int32_t so_far, unsigned char before)
{
    uint32_t state = lexicon_root();
    int32_t titled = r->nodes[i].best[SEGMENTATION_TITLE];
    size_t last = i + WORD_MOST < n ? i + WORD_MOST : n;
    for (size_t k = i; k < last && state; k++) {
        uint32_t unit = step_over(r, k, state);
        int cost = lexicon_cost(unit);
        state = lexicon_state(unit);
        if (!cost) continue;
        unsigned char after = lexicon_title(unit) ? SEGMENTATION_TITLE : SEGMENTATION_PLAIN;
        relax(r, (struct segmentation_edge){i, k + 1 - i, so_far + cost, before, after, true});
        if (lexicon_surname(unit) && titled < COST_NONE)
            relax(r, (struct segmentation_edge){i, k + 1 - i, titled + SURNAME, SEGMENTATION_TITLE,
                                                SEGMENTATION_NAME, true});
    }
}

static uint32_t symbol_letter(unsigned char symbol)
{
    return symbol == 85 ? 0x17DD : 0x177Fu + symbol;
}

size_t segmentation_spoken(const struct run *r, size_t from, size_t to)
{
    size_t n = 0;
    for (size_t k = from; k < to; k++) n += k == from || !r->syllables.at[k].bare;
    return n;
}

/* What a listed name costs where nothing announces it: the shorter, the likelier it stands there by chance.
 */
static int32_t listed_cost(const struct run *r, size_t from, size_t to)
{
    size_t full = segmentation_spoken(r, from, to);
    return full > 2 ? LISTED_LONG : full == 2 ? LISTED_TWO : LISTED_ONE;
}

static void relax_name(struct run *r, size_t i, size_t to, int32_t so_far, unsigned char before)
{
    struct segmentation_node *node = &r->nodes[i];
    relax(r, (struct segmentation_edge){i, to - i, so_far + listed_cost(r, i, to), before, SEGMENTATION_PLAIN,
                                        true});
    for (int s = SEGMENTATION_TITLE; s <= SEGMENTATION_NAME; s++) {
        unsigned char after = s == SEGMENTATION_TITLE ? SEGMENTATION_NAME : SEGMENTATION_PLAIN;
        if (node->best[s] < COST_NONE)
            relax(r, (struct segmentation_edge){i, to - i, node->best[s] + LISTED_ANNOUNCED, (unsigned char)s,
                                                after, true});
    }
}

/* A path remembers lengths up to 255 syllables. */
static void add_names(struct run *r, const struct names *names, size_t i, size_t n, int32_t so_far,
                      unsigned char before)
{
    uint32_t state = 1;
    for (size_t k = i; k < n && k - i < 255; k++) {
        for (size_t s = r->syllables.at[k].symbols; s < r->syllables.at[k + 1].symbols; s++) {
            if (!r->symbols.at[s]) continue;
            state = names_next(names, state, symbol_letter(r->symbols.at[s]));
            if (!state) return;
        }
        if (names_learnt(names, state))
            relax(r, (struct segmentation_edge){i, k + 1 - i, so_far + LEARNT, before, SEGMENTATION_PLAIN,
                                                true});
        if (!names_ends(names, state)) continue;
        relax_name(r, i, k + 1, so_far, before);
        r->syllables.at[i].name = (unsigned char)(k + 1 - i);
    }
}

static void add_unknown(struct run *r, size_t i, size_t n, int32_t so_far, unsigned char before)
{
    const struct syllable *s = r->syllables.at;
    int32_t cost = so_far + UNKNOWN + (s[i].bare ? UNKNOWN_LEADS_BARE : 0);
    for (size_t k = i; k < n && k - i < UNKNOWN_MOST; k++) {
        if (k > i && s[k].odd) return;
        cost += s[k].bare && k > i ? UNKNOWN_BARE : UNKNOWN_SYLLABLE;
        relax(r, (struct segmentation_edge){i, k + 1 - i, cost, before, SEGMENTATION_PLAIN, false});
        if (s[k].odd) return;
    }
}

/* After a title, two names may follow; a bare consonant is the end of a syllable, not one more. */
static void add_titled(struct run *r, size_t i, size_t n, enum segmentation_state state)
{
    const struct syllable *s = r->syllables.at;
    int32_t cost = r->nodes[i].best[state] + NAME_AFTER_TITLE + (s[i].coda ? STARTS_WITH_CODA : 0);
    unsigned char after = state == SEGMENTATION_TITLE ? SEGMENTATION_NAME : SEGMENTATION_PLAIN;
    size_t bares = 0;
    for (size_t k = i; k < n && !s[k].odd; k++) {
        bares += s[k].bare;
        if (k + 1 - i > NAME_MOST + bares || k - i >= WORD_MOST) return;
        cost += s[k].bare && k > i ? NAME_BARE : NAME_SYLLABLE;
        int32_t lone = s[i].bare && k == i ? UNKNOWN_LEADS_BARE : 0;
        relax(r, (struct segmentation_edge){i, k + 1 - i, cost + lone, (unsigned char)state, after, false});
    }
}

static void begin(struct run *r, size_t n, enum segmentation_state before)
{
    if (n + 1 > r->cap) {
        r->cap = n + 1 > 64 ? 2 * (n + 1) : 64;
        r->nodes = ARENA_MANY(r->arena, struct segmentation_node, r->cap);
    }
    for (size_t i = 0; i <= n; i++)
        for (int s = 0; s < SEGMENTATION_STATES; s++) r->nodes[i].best[s] = COST_NONE;
    r->nodes[0].best[before] = 0;
}

static enum segmentation_state collect(struct run *r, size_t n)
{
    unsigned char state = cheapest(&r->nodes[n]), last = state;
    r->pieces.n = 0;
    for (size_t j = n; j > 0;) {
        const struct segmentation_node *node = &r->nodes[j];
        size_t i = j - node->length[state];
        int32_t cost = node->best[state] - r->nodes[i].best[node->from[state]];
        VEC_ADD(r->arena, r->pieces, (struct segmentation_piece){i, j, cost, node->known[state]});
        state = node->from[state];
        j = i;
    }
    for (size_t a = 0, b = r->pieces.n; a + 1 < b; a++, b--) {
        struct segmentation_piece swap = r->pieces.at[a];
        r->pieces.at[a] = r->pieces.at[b - 1];
        r->pieces.at[b - 1] = swap;
    }
    return last;
}

/* The cost of the word between two syllables; 0 where they hold none. */
static int word_cost(const struct run *r, size_t from, size_t to)
{
    uint32_t unit = 0, state = lexicon_root();
    for (size_t k = from; k < to; k++) {
        unit = state ? step_over(r, k, state) : 0;
        state = lexicon_state(unit);
    }
    return lexicon_cost(unit);
}

size_t segmentation_joint(const struct run *r, const struct segmentation_piece *p)
{
    size_t joint = 0;
    int least = INT32_MAX;
    uint32_t state = lexicon_root();
    if (!p->known || p->to - p->from < JOINT_LEAST || p->cost < JOINT_WORD_COST) return 0;
    for (size_t k = p->from; k + 1 < p->to && state; k++) {
        uint32_t unit = step_over(r, k, state);
        int first = lexicon_cost(unit);
        state = lexicon_state(unit);
        if (!first || first > JOINT_MOST_COST || r->syllables.at[k + 1].coda) continue;
        int rest = word_cost(r, k + 1, p->to);
        if (!rest || rest > JOINT_MOST_COST || first + rest >= least) continue;
        least = first + rest;
        joint = k + 1;
    }
    return joint;
}

/* ក, ស: a letter that is a word in the list, at the end of a name more often than by itself. */
static bool is_letter(const struct run *r, const struct segmentation_piece *p)
{
    const struct syllable *s = &r->syllables.at[p->from];
    return p->to - p->from == 1 && s[1].symbols - s[0].symbols == 1 && s->bare;
}

/* ៉ and ៊ are seldom written but in loanwords and names. */
static bool has_loan_sign(const struct run *r, const struct segmentation_piece *p)
{
    for (size_t s = r->syllables.at[p->from].symbols; s < r->syllables.at[p->to].symbols; s++) {
        uint32_t c = symbol_letter(r->symbols.at[s]);
        if (c == 0x17C9 || c == 0x17CA) return true;
    }
    return false;
}

/* The cost of the commoner of two pieces; what is unknown is rarer than all. */
static int32_t lesser_cost(const struct segmentation_piece *a, const struct segmentation_piece *b)
{
    int32_t first = a->known ? a->cost : COST_NONE, second = b->known ? b->cost : COST_NONE;
    return first < second ? first : second;
}

bool segmentation_is_one(const struct run *r, const struct segmentation_piece *a,
                         const struct segmentation_piece *b)
{
    if (is_letter(r, b)) return true;
    int32_t rare = lesser_cost(a, b);
    bool known = a->known && b->known;
    if (rare < (known ? RARE_BOTH : RARE_BESIDE_LOAN)) return false;
    if (r->syllables.at[b->from - 1].odd || r->syllables.at[b->from].odd) return false;
    if ((known || rare < RARE) && !has_loan_sign(r, a) && !has_loan_sign(r, b)) return false;
    size_t first = segmentation_spoken(r, a->from, a->to), rest = segmentation_spoken(r, b->from, b->to);
    return first <= PART_MOST && rest <= PART_MOST && first + rest <= PARTS_MOST;
}

enum segmentation_state segmentation_run(struct run *r, const struct names *names,
                                         enum segmentation_state before)
{
    size_t n = r->syllables.n - 1;
    begin(r, n, before);
    for (size_t i = 0; i < n; i++) {
        struct segmentation_node *node = &r->nodes[i];
        unsigned char state = cheapest(node);
        const struct syllable *s = &r->syllables.at[i];
        int32_t extra = s->joined ? CUT_JOINED : 0;
        for (int k = 0; k < SEGMENTATION_STATES; k++) node->best[k] += extra;
        int32_t so_far = node->best[state] + (s->coda ? STARTS_WITH_CODA : 0);
        if (so_far >= COST_NONE) continue;
        add_words(r, i, n, so_far, state);
        if (!names_empty(names)) add_names(r, names, i, n, so_far, state);
        add_unknown(r, i, n, so_far, state);
        for (int t = SEGMENTATION_TITLE; t <= SEGMENTATION_NAME; t++)
            if (node->best[t] < COST_NONE) add_titled(r, i, n, (enum segmentation_state)t);
    }
    return collect(r, n);
}
