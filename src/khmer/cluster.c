#include "khmer/cluster.h"

#include "khmer/letter.h"

enum {
    VOWEL_AA = 0x17B6,
    VOWEL_II = 0x17B8,
    VOWEL_U = 0x17BB,
    VOWEL_OE = 0x17BE,
    VOWEL_YA = 0x17BF,
    VOWEL_E = 0x17C1,
    VOWEL_OO = 0x17C4,
    NIKAHIT = 0x17C6,
    MUUSIKATOAN = 0x17C9,
    TRIISAP = 0x17CA,
    ROBAT = 0x17CC,
    SAMYOK_SANNYA = 0x17D0,
    BATHAMASAT = 0x17D3,
    ATTHACAN = 0x17DD,
    LETTER_RO = 0x179A,
    LETTER_BA = 0x1794,
    DOTTED_CIRCLE = 0x25CC
};

/* A few letters of one kind; more than fit are one kind of fault or another. */
struct few {
    uint32_t at[4];
    size_t n;
    bool doubled, over;
};

/* A cluster taken apart. */
struct cluster_parts {
    uint32_t base;
    struct few robats, coengs, shifters, inherent, vowels, signs, finals;
    bool zwnj;     /* keeps a shifter up */
    bool zw;       /* a sign of no width was dropped */
    bool dangling; /* a coeng without a letter */
    bool doubled;
    bool circle, moved;
    uint32_t typed[CLUSTER_MOST]; /* without what was dropped */
    size_t n;
    bool over;
};

static bool is_vowel(uint32_t c)
{
    return c >= 0x17B6 && c <= 0x17C5;
}
static bool is_shifter(uint32_t c)
{
    return c == MUUSIKATOAN || c == TRIISAP;
}
static bool is_final(uint32_t c)
{
    return c == 0x17C7 || c == 0x17C8;
}
static bool is_inherent(uint32_t c)
{
    return c == 0x17B4 || c == 0x17B5;
}
static bool left_vowel(uint32_t c)
{
    return c >= 0x17C1 && c <= 0x17C3;
}
static bool is_base(uint32_t c)
{
    return khmer_base(c) || c == DOTTED_CIRCLE || c == 0xA0;
}
static bool is_mark(uint32_t c)
{
    return khmer_mark(c) && c != KHMER_COENG;
}
static bool zero_width(uint32_t c)
{
    return c == CP_ZWSP || c == CP_ZWNJ || c == CP_ZWJ || c == CP_WJ || c == CP_SHY;
}

static uint32_t peek(struct str t, size_t at)
{
    return at < t.n ? utf8_next(t, &at) : 0;
}

static size_t skip_zero_width(struct str t, size_t at)
{
    for (size_t next = at; next < t.n; at = next)
        if (!zero_width(utf8_next(t, &next))) break;
    return at;
}

static size_t skip_marks(struct str t, size_t at)
{
    for (size_t next = at; next < t.n; at = next) {
        uint32_t c = utf8_next(t, &next);
        if (!is_mark(c) && !zero_width(c)) break;
    }
    return at;
}

static void few_add(struct few *f, uint32_t c, bool dedupe)
{
    if (dedupe && f->n && f->at[f->n - 1] == c)
        f->doubled = true;
    else if (f->n == sizeof f->at / sizeof *f->at)
        f->over = true;
    else
        f->at[f->n++] = c;
}

static void typed_add(struct cluster_parts *p, uint32_t c)
{
    if (p->n == CLUSTER_MOST)
        p->over = true;
    else
        p->typed[p->n++] = c;
}

/* Where a part of a vowel stands: left, below, above, right of its base. */
static int vowel_place(uint32_t c)
{
    if (left_vowel(c)) return 1;
    if (c >= 0x17BB && c <= 0x17BD) return 2;
    return c == VOWEL_AA || c > VOWEL_OE ? 4 : 3;
}

static bool split_vowel(uint32_t c)
{
    return c == VOWEL_OE || c == VOWEL_YA || c == 0x17C0 || c == VOWEL_OO || c == 0x17C5;
}

/* Fonts show a circle where a vowel comes after one that stands further on. */
static void add_vowel(struct cluster_parts *p, uint32_t c)
{
    if (p->vowels.n) {
        uint32_t last = p->vowels.at[p->vowels.n - 1];
        p->circle = p->circle || split_vowel(c) || vowel_place(c) <= vowel_place(last);
    }
    p->circle = p->circle || p->finals.n;
    few_add(&p->vowels, c, c != VOWEL_E);
}

static void add_mark(struct cluster_parts *p, uint32_t c)
{
    typed_add(p, c);
    if (c == ROBAT)
        few_add(&p->robats, c, true);
    else if (is_inherent(c))
        few_add(&p->inherent, c, true);
    else if (is_vowel(c))
        add_vowel(p, c);
    else if (is_final(c))
        few_add(&p->finals, c, true);
    else if (!is_shifter(c))
        few_add(&p->signs, c, true);
    else {
        p->circle = p->circle || p->vowels.n || p->signs.n;
        few_add(&p->shifters, c, true);
    }
}

static void add_coeng(struct cluster_parts *p, uint32_t letter)
{
    typed_add(p, KHMER_COENG);
    typed_add(p, letter);
    p->circle = p->circle || p->vowels.n;
    few_add(&p->coengs, letter, false);
}

/* Reads on after a coeng sign: its letter, if there is one, through signs that slipped between; returns the
 * end. */
static size_t read_coeng(struct str t, size_t at, struct cluster_parts *p)
{
    size_t letter = skip_marks(t, at);
    while (peek(t, letter) == KHMER_COENG && letter == skip_zero_width(t, at)) {
        p->doubled = true;
        utf8_next(t, &letter);
        at = letter;
        letter = skip_marks(t, at);
    }
    if (!khmer_base(peek(t, letter))) {
        p->dangling = true;
        return at;
    }
    struct cluster_parts slipped = {0};
    while (at < letter) {
        uint32_t c = utf8_next(t, &at);
        if (zero_width(c))
            p->zw = true;
        else
            slipped.moved = true, add_mark(p, c);
    }
    add_coeng(p, utf8_next(t, &at));
    if (slipped.moved) p->circle = p->moved = true;
    return at;
}

/* Signs of no width at a place: those that a syllable swallows. Returns where they end. */
static size_t read_zero_width(struct str t, size_t at, struct cluster_parts *p)
{
    size_t end = skip_zero_width(t, at);
    uint32_t next = peek(t, end);
    bool inside = khmer_mark(next);
    while (at < end) {
        size_t after = at;
        uint32_t c = utf8_next(t, &after);
        bool joiner = c == CP_ZWNJ || c == CP_ZWJ;
        if (!inside && !joiner) break;
        bool keeps =
            c == CP_ZWNJ && !p->zwnj && !p->vowels.n && (p->shifters.n ? is_vowel(next) : is_shifter(next));
        if (keeps)
            p->zwnj = true, typed_add(p, c);
        else
            p->zw = true, p->circle = p->circle || inside;
        at = after;
    }
    return at;
}

static size_t read_parts(struct str t, size_t at, struct cluster_parts *p)
{
    uint32_t c = utf8_next(t, &at);
    if (left_vowel(c)) {
        add_mark(p, c);
        p->circle = p->moved = true;
        at = skip_zero_width(t, at);
        c = utf8_next(t, &at);
    }
    p->base = c;
    typed_add(p, c);
    while (at < t.n) {
        size_t next = at;
        c = utf8_next(t, &next);
        if (c == KHMER_COENG) {
            at = read_coeng(t, next, p);
        } else if (is_mark(c)) {
            add_mark(p, c);
            at = next;
        } else if (zero_width(c)) {
            next = read_zero_width(t, at, p);
            if (next == at) break;
            at = next;
        } else {
            break;
        }
    }
    return at;
}

static bool has(const struct few *f, uint32_t c)
{
    for (size_t i = 0; i < f->n; i++)
        if (f->at[i] == c) return true;
    return false;
}

static void drop(struct few *f, uint32_t c)
{
    size_t n = 0;
    for (size_t i = 0; i < f->n; i++)
        if (f->at[i] != c) f->at[n++] = f->at[i];
    f->n = n;
}

static bool above(uint32_t vowel)
{
    return (vowel >= 0x17B7 && vowel <= 0x17BA) || vowel == VOWEL_OE || vowel == VOWEL_YA;
}

/* Which shifter the letter takes: letters of the first series triisap, the others muusikatoan; ba takes both.
 */
static uint32_t shifter_of(uint32_t base, uint32_t vowel)
{
    static const char second[] = "គឃងជឈញឌឍទធនពភមយរលវ";
    char bytes[5] = {0};
    if (base == LETTER_BA)
        return vowel == VOWEL_II || vowel == 0x17BA || vowel == VOWEL_OE ? TRIISAP : MUUSIKATOAN;
    utf8_put(bytes, base);
    return strstr(second, bytes) ? MUUSIKATOAN : TRIISAP;
}

/* e and aa for oo, e and ii for oe. */
static bool join_vowels(struct cluster_parts *p)
{
    bool oo = has(&p->vowels, VOWEL_E) && has(&p->vowels, VOWEL_AA);
    bool oe = has(&p->vowels, VOWEL_E) && has(&p->vowels, VOWEL_II);
    if (oo == oe || p->vowels.n - has(&p->vowels, VOWEL_U) > 2) return false;
    drop(&p->vowels, VOWEL_E);
    drop(&p->vowels, oo ? VOWEL_AA : VOWEL_II);
    few_add(&p->vowels, oo ? VOWEL_OO : VOWEL_OE, false);
    return true;
}

/* u beside what stands above a letter: a shifter that was pushed down looks the same. */
static bool raise_u(struct cluster_parts *p)
{
    if (!has(&p->vowels, VOWEL_U) || p->shifters.n || p->vowels.n > 2) return false;
    uint32_t other = p->vowels.n == 2 ? p->vowels.at[p->vowels.at[0] == VOWEL_U] : 0;
    bool high = other ? above(other) || (other == VOWEL_AA && has(&p->signs, NIKAHIT))
                      : has(&p->signs, SAMYOK_SANNYA);
    if (!high) return false;
    drop(&p->vowels, VOWEL_U);
    few_add(&p->shifters, shifter_of(p->base, other), false);
    return true;
}

static bool broken(const struct cluster_parts *p)
{
    return p->dangling || p->over || p->coengs.n > CLUSTER_COENGS || p->coengs.over || p->shifters.n > 1 ||
           p->vowels.n > 1 || p->signs.n > CLUSTER_SIGNS || p->finals.n > 1 || p->robats.n > 1 ||
           p->inherent.n > 1;
}

static bool doubled(const struct cluster_parts *p)
{
    return p->doubled || p->shifters.doubled || p->vowels.doubled || p->signs.doubled || p->finals.doubled ||
           p->robats.doubled || p->inherent.doubled;
}

static void order_coengs(struct cluster_parts *p)
{
    struct few *c = &p->coengs;
    if (c->n != 2) return;
    if (c->at[0] == c->at[1]) {
        c->n = 1;
        p->doubled = true;
    } else if (c->at[0] == LETTER_RO) {
        c->at[0] = c->at[1];
        c->at[1] = LETTER_RO;
    }
}

static void put(struct cluster_typed *c, uint32_t cp)
{
    if (c->n < CLUSTER_MOST) c->normal[c->n++] = cp;
}

static void put_all(struct cluster_typed *c, const struct few *f)
{
    for (size_t i = 0; i < f->n; i++) put(c, f->at[i]);
}

/* base, robat, coengs, shifter, vowel, signs, final. */
static void build(struct cluster_typed *c, const struct cluster_parts *p)
{
    put(c, p->base);
    put_all(c, &p->robats);
    for (size_t i = 0; i < p->coengs.n; i++) {
        put(c, KHMER_COENG);
        put(c, p->coengs.at[i]);
    }
    put_all(c, &p->shifters);
    put_all(c, &p->inherent);
    if (p->zwnj) put(c, CP_ZWNJ);
    put_all(c, &p->vowels);
    put_all(c, &p->signs);
    put_all(c, &p->finals);
}

static bool independent(uint32_t c)
{
    return c >= 0x17A3 && c <= 0x17B3;
}

/* The kind of a cluster that is in normal form. */
static enum spelling_order_kind quiet_kind(const struct cluster_parts *p)
{
    if (p->base == 0x17A3 || p->base == 0x17A4 || p->inherent.n || has(&p->signs, BATHAMASAT))
        return SPELLING_ORDER_DEPRECATED;
    if (p->signs.n > 1 || has(&p->signs, ATTHACAN)) return SPELLING_ORDER_RARE;
    for (size_t i = 0; i < p->coengs.n; i++)
        if (independent(p->coengs.at[i])) return SPELLING_ORDER_RARE;
    return has(&p->coengs, 0x178A) || has(&p->coengs, 0x17A1) ? SPELLING_ORDER_CONFUSABLE
                                                              : SPELLING_ORDER_GOOD;
}

static struct cluster_typed read_cluster(struct str t, size_t from)
{
    struct cluster_parts p = {0};
    struct cluster_typed c = {.from = from, .to = read_parts(t, from, &p)};
    bool joined = join_vowels(&p), raised = raise_u(&p);
    if (p.zwnj && !p.vowels.n) p.zwnj = false, p.zw = true;
    if (broken(&p)) {
        c.kind = SPELLING_ORDER_BROKEN;
        c.circle = true;
        return c;
    }
    order_coengs(&p);
    build(&c, &p);
    bool same = c.n == p.n && !memcmp(c.normal, p.typed, c.n * sizeof *c.normal);
    c.changed = !same || p.zw || p.doubled;
    c.circle = c.changed && (p.circle || doubled(&p));
    if (p.zw)
        c.kind = SPELLING_ORDER_ZW;
    else if (doubled(&p))
        c.kind = SPELLING_ORDER_DOUBLED;
    else if (raised)
        c.kind = SPELLING_ORDER_SHIFTER;
    else if (joined && !p.moved)
        c.kind = SPELLING_ORDER_COMPOUND;
    else if (!same)
        c.kind = SPELLING_ORDER_ORDER;
    else
        c.kind = quiet_kind(&p);
    return c;
}

/* Signs that hang on nothing Khmer: broken, unless they are how lunar dates were once written. */
static struct cluster_typed read_stray(struct str t, size_t from)
{
    uint32_t before = from ? utf8_before(t, from) : 0;
    struct cluster_typed c = {
        .from = from, .to = skip_marks(t, from), .kind = SPELLING_ORDER_BROKEN, .circle = true};
    if (peek(t, from) == BATHAMASAT) {
        c.to = from;
        utf8_next(t, &c.to);
        c.kind = SPELLING_ORDER_DEPRECATED;
        c.circle = !khmer_digit(before);
    } else if (c.to == from) {
        utf8_next(t, &c.to);
        uint32_t next = peek(t, c.to);
        if (khmer_digit(before) && (khmer_digit(next) || next == 0x17D4)) {
            c.kind = SPELLING_ORDER_DEPRECATED;
            c.circle = false;
        }
    }
    return c;
}

static size_t skip_joiners(struct str t, size_t at)
{
    for (size_t next = at; next < t.n; at = next) {
        uint32_t c = utf8_next(t, &next);
        if (c != CP_ZWNJ && c != CP_ZWJ) break;
    }
    return at;
}

struct cluster_typed cluster_read(struct str t, size_t from)
{
    size_t next = from;
    uint32_t c = utf8_next(t, &next);
    if (is_base(c)) return read_cluster(t, from);
    if (left_vowel(c) && khmer_base(peek(t, skip_zero_width(t, next)))) return read_cluster(t, from);
    if (khmer_mark(c)) return read_stray(t, from);
    size_t joined = skip_joiners(t, from);
    if (joined > from && khmer_letter(peek(t, joined)))
        return (struct cluster_typed){.from = from, .to = joined, .kind = SPELLING_ORDER_ZW, .changed = true};
    return (struct cluster_typed){
        .from = from, .to = next, .kind = c == 0x17D8 ? SPELLING_ORDER_DEPRECATED : SPELLING_ORDER_GOOD};
}
