#include "compose/scan.h"

#include "khmer/letter.h"
#include "khmer/order.h"

struct writer {
    struct arena *a;
    VEC(struct scan_letter) out;
    unsigned pending; /* marks for the next letter */
};

static bool zero_width(uint32_t c)
{
    return c == CP_ZWSP || c == CP_ZWNJ || c == CP_ZWJ || c == CP_WJ || c == CP_SHY || c == 0xFEFF;
}

/* Latin letters with a mark as the letters under it, as far as names are typed with them. */
static uint32_t bare(uint32_t c)
{
    static const char letters[] = "aaaaaaaceeeeiiiidnooooo/ouuuuyts";
    if (c >= 0xFF21 && c <= 0xFF5A) c -= 0xFEE0;
    if (c >= 0xC0 && c < 0xE0) c = (uint32_t)letters[c - 0xC0];
    if (c >= 0xE0 && c <= 0xFF && c != 0xF7) c = (uint32_t)letters[c - 0xE0];
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static bool is_letter(uint32_t c)
{
    if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
    if (c < 0xC0 || c == 0xD7 || c == 0xF7) return false;
    if (c >= 0x1780 && c <= 0x17FF) return khmer_base(c) || khmer_mark(c) || khmer_digit(c);
    return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFE00 && c <= 0xFF0F) &&
           c != 0xFFFD;
}

static bool is_stop(uint32_t c)
{
    return c == '.' || c == '!' || c == '?' || c == '\n' || c == ':' || c == 0x17D4 || c == 0x17D5 ||
           c == 0x2022;
}

static void add(struct writer *w, uint32_t c, size_t from, size_t to, unsigned marks)
{
    VEC_ADD(
        w->a, w->out,
        (struct scan_letter){c, (uint32_t)from, (uint32_t)to, marks | (marks & SCAN_START ? w->pending : 0)});
    if (marks & SCAN_START) w->pending = 0;
}

/* Where the cluster that begins at a Khmer letter ends: signs, and zero-width signs with a sign behind them.
 */
static size_t cluster_end(struct str t, size_t from, bool *plain)
{
    size_t end = from;
    uint32_t before = utf8_next(t, &end);
    int marks = 0;
    *plain = true;
    for (size_t at = end; at < t.n;) {
        uint32_t c = utf8_next(t, &at);
        bool hangs = khmer_mark(c) || (before == KHMER_COENG && khmer_base(c));
        if (!hangs && !zero_width(c)) break;
        if (zero_width(c)) continue;
        if (at - end > 3) *plain = false; /* passed over zero-width signs */
        if (++marks > 1 && before != KHMER_COENG) *plain = false;
        end = at;
        before = c;
    }
    return end;
}

static void add_cluster(struct writer *w, struct str t, size_t from, size_t to, bool plain)
{
    struct str one = str_sub(t, from, to);
    if (!plain) one = order_mend(w->a, one);
    uint32_t before = 0;
    unsigned marks = SCAN_START;
    for (size_t at = 0; at < one.n;) {
        uint32_t c = utf8_next(one, &at);
        if (zero_width(c)) continue;
        add(w, c == 0x178A && before == KHMER_COENG ? 0x178F : c, from, to, marks);
        before = c;
        marks = 0;
    }
}

struct scan scan_text(struct arena *a, struct str text)
{
    struct writer w = {.a = a, .pending = SCAN_GAP | SCAN_STOP};
    for (size_t at = 0; at < text.n;) {
        size_t from = at;
        bool plain;
        uint32_t c = utf8_next(text, &at);
        if (khmer_base(c)) {
            at = cluster_end(text, from, &plain);
            add_cluster(&w, text, from, at, plain);
        } else if (is_letter(c)) {
            add(&w, bare(c), from, at, SCAN_START | (c >= 'A' && c <= 'Z' ? SCAN_UPPER : 0));
        } else if (!zero_width(c)) {
            w.pending |= SCAN_GAP | (is_stop(c) ? SCAN_STOP : 0);
        }
    }
    return (struct scan){w.out.at, w.out.n};
}

struct str scan_str(struct arena *a, struct scan s)
{
    struct buf b = BUF(a);
    for (size_t i = 0; i < s.n; i++) buf_cp(&b, s.at[i].cp);
    return buf_str(&b);
}

bool scan_latin(uint32_t cp)
{
    return (cp >= 'a' && cp <= 'z') || (cp >= 0x100 && cp < 0x250);
}

static bool between_words(struct scan s, size_t i)
{
    if (!(s.at[i].marks & SCAN_START)) return false;
    return s.at[i].marks & SCAN_GAP || !scan_latin(s.at[i].cp) || !scan_latin(s.at[i - 1].cp);
}

bool scan_begins(struct scan s, size_t i)
{
    return i == 0 || (i < s.n && between_words(s, i));
}

bool scan_ends(struct scan s, size_t i)
{
    return i >= s.n || (i > 0 && between_words(s, i));
}
