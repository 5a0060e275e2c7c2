#include "khmer/spelling_order.h"

#include "khmer/cluster.h"
#include "khmer/letter.h"

const char *spelling_order_kind_name(enum spelling_order_kind kind)
{
    static const char *const names[SPELLING_ORDER_KINDS] = {
        [SPELLING_ORDER_GOOD] = "good",
        [SPELLING_ORDER_CONFUSABLE] = "confusable",
        [SPELLING_ORDER_RARE] = "rare",
        [SPELLING_ORDER_ODD] = "odd",
        [SPELLING_ORDER_DEPRECATED] = "deprecated",
        [SPELLING_ORDER_ORDER] = "order",
        [SPELLING_ORDER_COMPOUND] = "compound",
        [SPELLING_ORDER_SHIFTER] = "shifter",
        [SPELLING_ORDER_DOUBLED] = "doubled",
        [SPELLING_ORDER_ZW] = "zw",
        [SPELLING_ORDER_BROKEN] = "broken",
    };
    return names[kind];
}

/* What a letter is to the quick scan, in the order in which they stand; everything that it does not know is
 * left to cluster_read. */
enum spelling_order_step {
    STEP_BASE = '1',
    STEP_ROBAT,
    STEP_COENG,
    STEP_SHIFTER,
    STEP_VOWEL,
    STEP_SIGN,
    STEP_FINAL,
    STEP_OTHER
};

/* Of U+1780 to U+17FF, sixteen a line. */
static const char STEPS[] = "1111111111111111"
                            "1111111111111111"
                            "1111111111111111"
                            "1111885555555555"
                            "5555556774462666"
                            "6636888888888688"
                            "8888888888888888"
                            "8888888888888888";

static inline uint32_t khmer_at(struct str t, size_t at)
{
    if (at + 2 >= t.n || (unsigned char)t.s[at] != 0xE1 || ((unsigned char)t.s[at + 1] & 0xFE) != 0x9E)
        return 0;
    return 0x1780u + (((unsigned char)t.s[at + 1] & 1u) << 6) + ((unsigned char)t.s[at + 2] & 0x3Fu);
}

/* A lead byte of what may stand inside a syllable without being Khmer: ZWSP, ZWNJ, ZWJ, WJ, soft hyphen,
 * NBSP. */
static bool may_hide(unsigned char lead)
{
    return lead == 0xE2 || lead == 0xC2;
}

/* A cluster under way. */
struct spelling_order_scan {
    size_t from, coengs, signs;
    uint32_t vowel, coeng;
    enum spelling_order_step reached;
    bool independent;
};

/* Goes on with one letter at *at, which moves past a coeng. False: the cluster is not plainly in normal form.
 */
static bool takes(struct spelling_order_scan *s, struct str t, size_t *at, uint32_t c)
{
    enum spelling_order_step step = (enum spelling_order_step)STEPS[c - 0x1780];
    if (step < s->reached || (step == s->reached && step != STEP_COENG && step != STEP_SIGN)) return false;
    if (step == STEP_COENG) {
        uint32_t letter = khmer_at(t, *at + 3);
        if (!khmer_base(letter) || ++s->coengs > 2 || s->coeng == 0x179A || s->coeng == letter) return false;
        s->coeng = letter;
        *at += 3;
    }
    if (step == STEP_VOWEL) s->vowel = c;
    if (step == STEP_SIGN && (++s->signs > 1 || (s->vowel == 0x17BB && c == 0x17D0))) return false;
    if ((step == STEP_SHIFTER && !s->coengs) || (step == STEP_VOWEL && s->independent)) return false;
    s->reached = step;
    return true;
}

/* Moves *at, which stands at a base, past the clusters in normal form that follow each other; to the first
 * that is anything else, and false. */
static bool pass_clusters(struct str t, size_t *at)
{
    struct spelling_order_scan s = {0};
    for (uint32_t c; (c = khmer_at(t, *at)) != 0; *at += 3) {
        if (khmer_base(c))
            s = (struct spelling_order_scan){
                .from = *at, .reached = STEP_BASE, .independent = !khmer_consonant(c)};
        else if (STEPS[c - 0x1780] == STEP_OTHER && c >= 0x17D4)
            return true;
        else if (!takes(&s, t, at, c))
            return *at = s.from, false;
    }
    if (*at < t.n && may_hide((unsigned char)t.s[*at])) return *at = s.from, false;
    return true;
}

/* How far the text is plainly in normal form. */
static size_t plain_until(struct str t, size_t at)
{
    while (at < t.n) {
        unsigned char lead = (unsigned char)t.s[at];
        if (lead < 0xC2) {
            at = lead < 0x80 ? utf8_past_ascii(t, at) : at + 1;
            continue;
        }
        uint32_t c = khmer_at(t, at);
        if (khmer_base(c)) {
            if (!pass_clusters(t, &at)) return at;
        } else if (c && !khmer_mark(c)) {
            at += 3;
        } else if (c || may_hide(lead)) {
            return at;
        } else {
            utf8_next(t, &at);
        }
    }
    return at;
}

/* Calls with each cluster that the quick scan does not take. */
static bool next_cluster(struct str t, size_t *at, struct cluster_typed *c)
{
    *at = plain_until(t, *at);
    if (*at >= t.n) return false;
    *c = cluster_read(t, *at);
    *at = c->to;
    return true;
}

struct str spelling_order_mend(struct arena *a, struct str text)
{
    struct buf out = BUF(a);
    size_t done = 0;
    struct cluster_typed c;
    for (size_t at = 0; next_cluster(text, &at, &c);) {
        if (!c.changed) continue;
        buf_add(&out, str_sub(text, done, c.from));
        for (size_t i = 0; i < c.n; i++) buf_cp(&out, c.normal[i]);
        done = c.to;
    }
    if (!done) return text;
    buf_add(&out, str_sub(text, done, text.n));
    return buf_str(&out);
}

void spelling_order_check(struct arena *a, struct str text,
                          void (*told)(void *with, const struct spelling_order_fault *fault), void *with)
{
    struct cluster_typed c;
    for (size_t at = 0; next_cluster(text, &at, &c);) {
        if (!c.changed && c.kind != SPELLING_ORDER_ODD && c.kind != SPELLING_ORDER_BROKEN &&
            c.kind != SPELLING_ORDER_DEPRECATED)
            continue;
        struct buf normal = BUF(a);
        for (size_t i = 0; c.changed && i < c.n; i++) buf_cp(&normal, c.normal[i]);
        struct spelling_order_fault fault = {c.from, c.to, c.kind,
                                             c.changed ? buf_str(&normal) : (struct str){0}, c.circle};
        told(with, &fault);
    }
}

enum spelling_order_kind spelling_order_kind_of(struct arena *a, struct str text)
{
    (void)a;
    enum spelling_order_kind worst = SPELLING_ORDER_GOOD;
    struct cluster_typed c;
    for (size_t at = 0; at < text.n; at = c.to) {
        c = cluster_read(text, at);
        if (c.kind > worst) worst = c.kind;
        size_t from = at;
        uint32_t cp = utf8_next(text, &from);
        if ((cp == CP_ZWSP || cp == CP_WJ) && worst < SPELLING_ORDER_DEPRECATED) worst = SPELLING_ORDER_ZW;
    }
    return worst;
}

static bool folded_away(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == CP_SHY || (c >= 0x2000 && c <= 0x200F) ||
           c == 0x202F || c == CP_WJ || c == 0x3000 || c == 0xFEFF;
}

struct str spelling_order_fold(struct arena *a, struct str text)
{
    struct str mended = spelling_order_mend(a, text);
    struct buf out = BUF(a);
    uint32_t before = 0;
    for (size_t at = 0; at < mended.n;) {
        uint32_t c = utf8_next(mended, &at);
        if (folded_away(c)) continue;
        if (c == 0x178A && before == KHMER_COENG) c = 0x178F;
        if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
        buf_cp(&out, c);
        before = c;
    }
    return buf_str(&out);
}
