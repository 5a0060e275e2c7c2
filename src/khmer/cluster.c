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
    LETTER_VO = 0x179C,
    LETTER_CHO = 0x1788,
    LETTER_BA = 0x1794,
    LETTER_SA = 0x179F,
    LETTER_HA = 0x17A0,
    LETTER_QA = 0x17A2,
    LETTER_NNO = 0x178E,
    LETTER_LA = 0x17A1,
    LETTER_SHA = 0x179D,
    LETTER_TTHA = 0x178B,
    DOTTED_CIRCLE = 0x25CC,
    CP_NBSP = 0xA0
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
    bool parted;   /* between a base and its signs */
    bool dangling; /* a coeng without a letter */
    bool doubled, moved;
    uint32_t typed[CLUSTER_MOST]; /* without signs of no width, but for a ZWNJ */
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
    return khmer_base(c) || c == DOTTED_CIRCLE || c == CP_NBSP;
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

static void add_mark(struct cluster_parts *p, uint32_t c)
{
    typed_add(p, c);
    if (c == ROBAT)
        few_add(&p->robats, c, true);
    else if (is_inherent(c))
        few_add(&p->inherent, c, true);
    else if (is_vowel(c))
        few_add(&p->vowels, c, c != VOWEL_E);
    else if (is_final(c))
        few_add(&p->finals, c, true);
    else
        few_add(is_shifter(c) ? &p->shifters : &p->signs, c, true);
}

static void add_coeng(struct cluster_parts *p, uint32_t letter)
{
    typed_add(p, KHMER_COENG);
    typed_add(p, letter);
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
    while (at < letter) {
        uint32_t c = utf8_next(t, &at);
        if (zero_width(c))
            p->zw = p->parted = true;
        else
            p->moved = true, add_mark(p, c);
    }
    add_coeng(p, utf8_next(t, &at));
    return at;
}

/* Signs of no width at a place: those that a syllable swallows. Returns where they end. */
static size_t read_zero_width(struct str t, size_t at, struct cluster_parts *p)
{
    size_t end = skip_zero_width(t, at);
    bool inside = khmer_mark(peek(t, end));
    while (at < end) {
        size_t after = at;
        uint32_t c = utf8_next(t, &after);
        if (!inside && c != CP_ZWNJ && c != CP_ZWJ) break;
        if (c == CP_ZWNJ && !p->zwnj)
            p->zwnj = true, typed_add(p, c);
        else
            p->zw = true, p->parted = p->parted || inside;
        at = after;
    }
    return at;
}

static size_t read_parts(struct str t, size_t at, struct cluster_parts *p)
{
    uint32_t c = utf8_next(t, &at);
    if (left_vowel(c)) {
        add_mark(p, c);
        p->moved = true;
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

/* Letters whose shifter is muusikatoan: the second series without a partner in the first, and ba. */
static bool weak(uint32_t c)
{
    static const char letters[] = "ងញណនបមយរលវឝឡ";
    char bytes[5] = {0};
    utf8_put(bytes, c);
    return strstr(letters, bytes) || c > 0x17A2;
}

/* Unicode Technical Note 61: muusikatoan where there is a ba, or no letter that takes triisap. */
static uint32_t shifter_of(const struct cluster_parts *p)
{
    bool strong = !weak(p->base);
    for (size_t i = 0; i < p->coengs.n; i++) strong = strong || !weak(p->coengs.at[i]);
    return strong && p->base != LETTER_BA && !has(&p->coengs, LETTER_BA) ? TRIISAP : MUUSIKATOAN;
}

static bool sinks_muusikatoan(uint32_t c)
{
    return weak(c) && c <= 0x17A2 && c != LETTER_NNO && c != LETTER_LA && c != LETTER_SHA;
}

/* Whether all fonts push the shifter down below what is written above, where it looks like u. */
static bool pushed_down(const struct cluster_parts *p)
{
    bool sinks = sinks_muusikatoan(p->base), ro = true;
    if (p->vowels.n && p->vowels.at[0] >= VOWEL_U) return false;
    for (size_t i = 0; i < p->coengs.n; i++) {
        sinks = sinks && sinks_muusikatoan(p->coengs.at[i]);
        ro = ro && p->coengs.at[i] == LETTER_RO;
    }
    if (p->shifters.at[0] == MUUSIKATOAN) return has(&p->coengs, LETTER_BA) || sinks;
    bool takes = p->base == LETTER_SA || p->base == LETTER_HA || p->base == LETTER_QA;
    return !has(&p->signs, SAMYOK_SANNYA) && (has(&p->coengs, LETTER_SA) || (ro && takes));
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
    few_add(&p->shifters, shifter_of(p), false);
    return true;
}

/* Whether a shifter stands below what is written above: ZWNJ keeps it up there, and stands nowhere else. */
static bool can_hold_up(const struct cluster_parts *p)
{
    if (p->shifters.n != 1) return false;
    if (!p->vowels.n) return has(&p->signs, SAMYOK_SANNYA) || has(&p->signs, ATTHACAN);
    uint32_t vowel = p->vowels.at[0];
    return above(vowel) || (vowel == VOWEL_AA && has(&p->signs, NIKAHIT));
}

static bool broken(const struct cluster_parts *p)
{
    return (p->base == CP_NBSP && p->n > 1) || p->dangling || p->over || p->coengs.n > CLUSTER_COENGS ||
           p->coengs.over || p->shifters.n > 1 || p->vowels.n > 1 || p->signs.n > CLUSTER_SIGNS ||
           p->finals.n > 1 || p->robats.n > 1 || p->inherent.n > 1;
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

/* A shifter of the other register than its letter's: it says nothing. Coengs may have one of their own. */
static bool other_register(const struct cluster_parts *p)
{
    if (!p->shifters.n || p->coengs.n || p->base == LETTER_BA || p->base == DOTTED_CIRCLE) return false;
    return p->shifters.at[0] != shifter_of(p);
}

/* The kind of a cluster that is in normal form. */
static enum spelling_order_kind quiet_kind(const struct cluster_parts *p)
{
    if (p->base == 0x17A3 || p->base == 0x17A4 || p->inherent.n || has(&p->signs, BATHAMASAT))
        return SPELLING_ORDER_DEPRECATED;
    if (other_register(p) || (independent(p->base) && p->vowels.n)) return SPELLING_ORDER_ODD;
    if (p->signs.n > 1 || has(&p->signs, ATTHACAN)) return SPELLING_ORDER_RARE;
    for (size_t i = 0; i < p->coengs.n; i++)
        if (independent(p->coengs.at[i])) return SPELLING_ORDER_RARE;
    return has(&p->coengs, 0x178A) || has(&p->coengs, 0x17A1) ? SPELLING_ORDER_CONFUSABLE
                                                              : SPELLING_ORDER_GOOD;
}

/* -- whether what was typed looks like its normal form -- */

/* A coeng and its letter are one. */
struct look_alike {
    uint32_t at[CLUSTER_MOST];
    size_t n;
};

enum { COENG_BIT = 0x10000 };

static struct look_alike typed_look(const struct cluster_parts *p)
{
    struct look_alike l = {.n = 0};
    for (size_t i = 0; i < p->n; i++) {
        bool coeng = p->typed[i] == KHMER_COENG && i + 1 < p->n;
        l.at[l.n++] = coeng ? p->typed[++i] | COENG_BIT : p->typed[i];
    }
    return l;
}

static bool below(uint32_t c)
{
    return c >= VOWEL_U && c <= 0x17BD;
}

/* Two that stand in the wrong order and yet where they should. */
static bool trade_unseen(uint32_t a, uint32_t b)
{
    if (a == (LETTER_RO | COENG_BIT)) return b & COENG_BIT;
    if (a & COENG_BIT) return b == ROBAT && a == (LETTER_VO | COENG_BIT);
    if (a == CP_ZWNJ) return is_shifter(b);
    return a == NIKAHIT && below(b);
}

static void trade_all(struct look_alike *l)
{
    for (size_t i = 1; i < l->n; i++)
        for (size_t k = i; k > 1 && trade_unseen(l->at[k - 1], l->at[k]); k--) {
            uint32_t swap = l->at[k];
            l->at[k] = l->at[k - 1];
            l->at[k - 1] = swap;
        }
}

static void join_look(struct look_alike *l)
{
    for (size_t i = 0; i + 1 < l->n; i++) {
        uint32_t after = l->at[i + 1];
        if (l->at[i] != VOWEL_E || (after != VOWEL_AA && after != VOWEL_II)) continue;
        l->at[i] = after == VOWEL_AA ? VOWEL_OO : VOWEL_OE;
        memmove(l->at + i + 1, l->at + i + 2, (--l->n - i - 1) * sizeof *l->at);
    }
}

/* Fonts do not agree on these. */
static bool fonts_differ(const struct cluster_parts *p, bool joined, bool raised)
{
    bool plain = !p->coengs.n && !p->robats.n, low = !p->shifters.n && !p->signs.n;
    bool held = p->zwnj && !(plain && !p->signs.n && p->shifters.at[0] == TRIISAP);
    if (held || ((raised || p->zwnj) && !pushed_down(p))) return true;
    bool aa = !p->vowels.n || p->vowels.at[0] == VOWEL_AA;
    if (p->robats.n && (joined || !low || !aa || p->coengs.n > 1)) return true;
    if (joined && (!low || p->base == LETTER_TTHA || p->base == LETTER_CHO)) return true;
    return has(&p->signs, NIKAHIT) && !raised && (p->coengs.n || p->shifters.n);
}

static bool looks_same(const struct cluster_parts *p, const struct cluster_typed *c, bool joined, bool raised)
{
    struct look_alike l = typed_look(p);
    if (p->parted || fonts_differ(p, joined, raised)) return false;
    if (l.at[l.n - 1] == CP_ZWNJ) l.n--;
    trade_all(&l);
    join_look(&l);
    struct cluster_typed look = {0};
    for (size_t i = 0; i < l.n; i++) {
        if (l.at[i] & COENG_BIT) put(&look, KHMER_COENG);
        put(&look, raised && l.at[i] == VOWEL_U ? p->shifters.at[0] : l.at[i] & ~(uint32_t)COENG_BIT);
    }
    return look.n == c->n && !memcmp(look.normal, c->normal, c->n * sizeof *c->normal);
}

static enum spelling_order_kind kind_of(const struct cluster_parts *p, bool joined, bool raised, bool same)
{
    if (p->zw) return SPELLING_ORDER_ZW;
    if (doubled(p)) return SPELLING_ORDER_DOUBLED;
    if (raised) return SPELLING_ORDER_SHIFTER;
    if (joined && !p->moved) return SPELLING_ORDER_COMPOUND;
    return same ? quiet_kind(p) : SPELLING_ORDER_ORDER;
}

static struct cluster_typed read_cluster(struct str t, size_t from)
{
    struct cluster_parts p = {0};
    struct cluster_typed c = {.from = from, .to = read_parts(t, from, &p)};
    bool joined = join_vowels(&p), raised = raise_u(&p);
    if (p.zwnj && !can_hold_up(&p)) p.zwnj = false, p.zw = true;
    if (broken(&p)) {
        c.kind = SPELLING_ORDER_BROKEN;
        c.circle = true;
        return c;
    }
    order_coengs(&p);
    build(&c, &p);
    bool same = c.n == p.n && !memcmp(c.normal, p.typed, c.n * sizeof *c.normal);
    c.changed = !same || p.zw || p.doubled;
    c.circle = c.changed && (doubled(&p) || !looks_same(&p, &c, joined, raised));
    c.kind = kind_of(&p, joined, raised, same);
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
