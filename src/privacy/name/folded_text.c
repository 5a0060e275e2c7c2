#include "privacy/name/folded_text.h"

#include "base/unicode.h"
#include "khmer/letter.h"
#include "khmer/spelling_order.h"

struct folding {
    struct arena *a;
    VEC(struct folded_text_letter) out;
    unsigned pending; /* marks for the next letter */
};

static bool zero_width(uint32_t c)
{
    return c == CP_ZWSP || c == CP_ZWNJ || c == CP_ZWJ || c == CP_WJ || c == CP_SHY || c == 0xFEFF;
}

/* Cyrillic and Greek letters that look like a Latin one, in a name that was pasted. */
static uint32_t look_alike(uint32_t c)
{
    static const char pairs[][2] = {/* from U+0400 */ {0x05, 'S'},
                                    {0x06, 'I'},
                                    {0x08, 'J'},
                                    {0x10, 'A'},
                                    {0x12, 'B'},
                                    {0x15, 'E'},
                                    {0x1A, 'K'},
                                    {0x1C, 'M'},
                                    {0x1D, 'H'},
                                    {0x1E, 'O'},
                                    {0x20, 'P'},
                                    {0x21, 'C'},
                                    {0x22, 'T'},
                                    {0x25, 'X'},
                                    {0x30, 'a'},
                                    {0x35, 'e'},
                                    {0x3E, 'o'},
                                    {0x40, 'p'},
                                    {0x41, 'c'},
                                    {0x43, 'y'},
                                    {0x45, 'x'},
                                    {0x55, 's'},
                                    {0x56, 'i'},
                                    {0x58, 'j'}};
    for (size_t i = 0; c >= 0x400 && c < 0x460 && i < sizeof pairs / sizeof *pairs; i++)
        if (c - 0x400 == (unsigned char)pairs[i][0]) return (unsigned char)pairs[i][1];
    return c;
}

static bool is_letter(uint32_t c)
{
    if (c < 0x80) return folded_text_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'z');
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

static void add(struct folding *w, uint32_t c, size_t from, size_t to, unsigned marks)
{
    VEC_ADD(w->a, w->out,
            (struct folded_text_letter){c, (uint32_t)from, (uint32_t)to,
                                        marks | (marks & FOLDED_TEXT_START ? w->pending : 0)});
    if (marks & FOLDED_TEXT_START) w->pending = 0;
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

static void add_cluster(struct folding *w, struct str t, size_t from, size_t to, bool plain)
{
    struct str one = str_sub(t, from, to);
    if (!plain) one = spelling_order_mend(w->a, one);
    uint32_t before = 0;
    unsigned marks = FOLDED_TEXT_START;
    for (size_t at = 0; at < one.n;) {
        uint32_t c = utf8_next(one, &at);
        if (zero_width(c)) continue;
        add(w, c == 0x178A && before == KHMER_COENG ? 0x178F : c, from, to, marks);
        before = c;
        marks = 0;
    }
}

struct folded_text folded_text_of(struct arena *a, struct str text)
{
    struct folding w = {.a = a, .pending = FOLDED_TEXT_GAP | FOLDED_TEXT_STOP};
    for (size_t at = 0; at < text.n;) {
        size_t from = at;
        bool plain;
        uint32_t c = utf8_next(text, &at);
        if (khmer_base(c)) {
            at = cluster_end(text, from, &plain);
            add_cluster(&w, text, from, at, plain);
        } else if (unicode_accent(c) && w.out.n) {
            w.out.at[w.out.n - 1].to = (uint32_t)at;
        } else if (is_letter(c)) {
            c = look_alike(unicode_bare(c));
            bool upper = c >= 'A' && c <= 'Z';
            add(&w, upper ? c + 32 : c, from, at, FOLDED_TEXT_START | (upper ? FOLDED_TEXT_UPPER : 0));
        } else if (!zero_width(c)) {
            w.pending |= FOLDED_TEXT_GAP | (is_stop(c) ? FOLDED_TEXT_STOP : 0);
        }
    }
    return (struct folded_text){w.out.at, w.out.n};
}

/* Signs that are often left out, or typed twice; vowels and letters that are typed for one another. */
static uint32_t bone(uint32_t c)
{
    if ((c >= 0x17C7 && c <= 0x17D3) || c == 0x17DD || c == 0x17B4 || c == 0x17B5) return 0;
    switch (c) {
    case 0x17B8:
    case 0x17B9:
    case 0x17BA: return 0x17B7;
    case 0x17BC: return 0x17BB;
    case 0x17C6: return 0x1798;
    case 0x178A: return 0x178F;
    case 0x1785: return 0x1787;
    case 0x178E: return 0x1793;
    case 0x17A1: return 0x179B;
    default: return c;
    }
}

struct folded_text folded_text_bones(struct arena *a, struct folded_text s)
{
    struct folded_text out = {ARENA_MANY(a, struct folded_text_letter, s.n + 1), 0};
    unsigned pending = 0;
    for (size_t i = 0; i < s.n; i++) {
        struct folded_text_letter x = s.at[i];
        x.cp = bone(x.cp);
        bool below = i && s.at[i - 1].cp == KHMER_COENG; /* ស្ស is ស */
        bool same = out.n && !(x.marks & FOLDED_TEXT_GAP) && out.at[out.n - 1].cp == x.cp &&
                    (folded_text_latin(x.cp) || khmer_mark(x.cp) || below);
        bool last_h = x.cp == 'h' && i && !(x.marks & FOLDED_TEXT_GAP) && folded_text_latin(s.at[i - 1].cp) &&
                      folded_text_ends(s, i + 1);
        if (x.cp == 0 || same || last_h) {
            if (out.n)
                out.at[out.n - 1].to = x.to;
            else
                pending |= x.marks;
            continue;
        }
        x.marks |= pending;
        pending = 0;
        out.at[out.n++] = x;
    }
    return out;
}

size_t folded_text_clusters(struct folded_text s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += (s.at[i].marks & FOLDED_TEXT_START) != 0;
    return n;
}

bool folded_text_in(const struct folded_text_letter *at, size_t n, const struct names *words)
{
    uint32_t state = 1;
    for (size_t i = 0; i < n && state; i++) state = names_next(words, state, at[i].cp);
    return state > 1 && names_ends(words, state);
}

struct str folded_text_str(struct arena *a, struct folded_text s)
{
    struct buf b = BUF(a);
    for (size_t i = 0; i < s.n; i++) buf_cp(&b, s.at[i].cp);
    return buf_str(&b);
}

bool folded_text_latin(uint32_t cp)
{
    return (cp >= 'a' && cp <= 'z') || (cp >= 0x100 && cp < 0x250);
}

bool folded_text_digit(uint32_t cp)
{
    return (cp >= '0' && cp <= '9') || khmer_digit(cp);
}

static bool between_words(struct folded_text s, size_t i)
{
    if (!(s.at[i].marks & FOLDED_TEXT_START)) return false;
    return s.at[i].marks & FOLDED_TEXT_GAP || !folded_text_latin(s.at[i].cp) ||
           !folded_text_latin(s.at[i - 1].cp);
}

bool folded_text_begins(struct folded_text s, size_t i)
{
    return i == 0 || (i < s.n && between_words(s, i));
}

bool folded_text_ends(struct folded_text s, size_t i)
{
    return i >= s.n || (i > 0 && between_words(s, i));
}
