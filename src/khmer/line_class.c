#include "khmer/line_class.h"

#include "khmer/letter.h"

static bool within(uint32_t c, uint32_t from, uint32_t to)
{
    return c >= from && c <= to;
}

static bool one_of(uint32_t c, const uint32_t *set, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (set[i] == c) return true;
    return false;
}
#define ONE_OF(c, ...)                                                                                       \
    one_of((c), (const uint32_t[]){__VA_ARGS__}, sizeof((const uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t))

static enum line_class ascii_sign(uint32_t c)
{
    if (within(c, '0', '9')) return LINE_CLASS_DIGIT;
    if (within(c | 32, 'a', 'z')) return LINE_CLASS_LETTER;
    switch (c) {
    case ' ':
    case '\t': return LINE_CLASS_SPACE;
    case '\n':
    case '\r':
    case '\v':
    case '\f': return LINE_CLASS_LINE;
    case '(':
    case '[':
    case '{': return LINE_CLASS_OPEN;
    case ')':
    case ']':
    case '}': return LINE_CLASS_CLOSE;
    case '"':
    case '\'': return LINE_CLASS_QUOTE;
    case '?':
    case '!': return LINE_CLASS_ASK;
    case ',':
    case ';': return LINE_CLASS_COMMA;
    case '.':
    case ':': return LINE_CLASS_POINT;
    case '%': return LINE_CLASS_UNIT;
    case '$': return LINE_CLASS_MONEY;
    case '-': return LINE_CLASS_HYPHEN;
    case '/': return LINE_CLASS_SLASH;
    case '*': return LINE_CLASS_MARK; /* of a note: stays with what it follows */
    default: return LINE_CLASS_LETTER;
    }
}

static enum line_class khmer_sign(uint32_t c)
{
    if (khmer_digit(c) || within(c, 0x17F0, 0x17F9)) return LINE_CLASS_DIGIT;
    if (c == KHMER_LEK_TOO) return LINE_CLASS_REPEAT;
    if (ONE_OF(c, 0x17D4, 0x17D5, 0x17D6, 0x17D8, 0x17DA)) return LINE_CLASS_STOP;
    if (c == 0x17DB) return LINE_CLASS_UNIT;
    return khmer_letter(c) ? LINE_CLASS_KHMER : LINE_CLASS_LETTER;
}

/* U+2000..U+2BFF: general punctuation, signs of money, symbols. */
static enum line_class punctuation_sign(uint32_t c)
{
    if (within(c, 0x2000, 0x200A) && c != 0x2007) return LINE_CLASS_SPACE;
    if (ONE_OF(c, 0x2007, 0x202F, 0x2011, CP_WJ)) return LINE_CLASS_GLUE;
    if (c == CP_ZWSP) return LINE_CLASS_ZWSP;
    if (within(c, 0x200C, 0x200F) || within(c, 0x202A, 0x202E) || within(c, 0x2061, 0x206F))
        return LINE_CLASS_MARK;
    if (within(c, 0x20D0, 0x20FF) || within(c, 0x2020, 0x2021) || within(c, 0x2070, 0x209C) || c == 0x2122)
        return LINE_CLASS_MARK;
    if (c == 0x2028 || c == 0x2029) return LINE_CLASS_LINE;
    if (c == 0x2010) return LINE_CLASS_HYPHEN;
    if (within(c, 0x2012, 0x2015) || ONE_OF(c, 0x2022, 0x2023, 0x25AA, 0x25CF, 0x25E6))
        return LINE_CLASS_DASH;
    if (ONE_OF(c, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039, 0x2329, 0x2045)) return LINE_CLASS_OPEN;
    if (ONE_OF(c, 0x2019, 0x201B, 0x201D, 0x201F, 0x203A, 0x232A, 0x2046)) return LINE_CLASS_CLOSE;
    if (within(c, 0x2024, 0x2026)) return LINE_CLASS_ELLIPSIS;
    if (within(c, 0x203C, 0x203D) || within(c, 0x2047, 0x2049)) return LINE_CLASS_ASK;
    if (within(c, 0x2030, 0x2034) || ONE_OF(c, 0x2103, 0x2109)) return LINE_CLASS_UNIT;
    if (within(c, 0x20A0, 0x20CF)) return LINE_CLASS_MONEY;
    if (within(c, 0x2600, 0x27BF)) return LINE_CLASS_IDEOGRAPH;
    return LINE_CLASS_LETTER;
}

/* U+3000 and above, as far as it has no spaces: CJK, Hangul, emoji. */
static enum line_class wide_sign(uint32_t c)
{
    if (c == 0x3000) return LINE_CLASS_SPACE;
    if (ONE_OF(c, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0xFF08, 0xFF3B,
               0xFF5B))
        return LINE_CLASS_OPEN;
    if (within(c, 0x3001, 0x3002) || within(c, 0x3009, 0x301B) || ONE_OF(c, 0x3005, 0x303B, 0x30FB, 0x30FC))
        return LINE_CLASS_CLOSE;
    if (ONE_OF(c, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D))
        return LINE_CLASS_CLOSE;
    if (within(c, 0x3099, 0x309A) || within(c, 0xFE00, 0xFE0F) || within(c, 0xFE20, 0xFE2F))
        return LINE_CLASS_MARK;
    if (within(c, 0x1F3FB, 0x1F3FF) || within(c, 0xE0000, 0xE0FFF)) return LINE_CLASS_MARK;
    if (c == 0xFEFF) return LINE_CLASS_GLUE;
    if (within(c, 0x3003, 0xA4CF) || within(c, 0xAC00, 0xD7A3) || within(c, 0xF900, 0xFAFF))
        return LINE_CLASS_IDEOGRAPH;
    if (within(c, 0xFF10, 0xFFDC) || within(c, 0x20000, 0x3FFFD)) return LINE_CLASS_IDEOGRAPH;
    if (within(c, 0x1F000, 0x1FAFF) && !within(c, 0x1F1E6, 0x1F1FF)) return LINE_CLASS_IDEOGRAPH;
    return LINE_CLASS_LETTER;
}

/* Marks of Thai and Lao, and the letters that one never starts a line with. */
static enum line_class thai_sign(uint32_t c)
{
    uint32_t low = c & 0x7F;
    if (c == 0xE2F || c == 0xE46 || c == 0xEC6) return LINE_CLASS_REPEAT;
    if (within(low, 0x50, 0x59)) return LINE_CLASS_DIGIT;
    if (low == 0x30 || within(low, 0x31, 0x3A) || low == 0x3C || low == 0x45 || within(low, 0x47, 0x4E))
        return LINE_CLASS_MARK;
    if (low == 0x3D || low == 0x2F) return c >= 0xE80 ? LINE_CLASS_MARK : LINE_CLASS_THAI;
    if (c == 0xE3F) return LINE_CLASS_MONEY;
    return LINE_CLASS_THAI;
}

enum line_class line_class_of(uint32_t c)
{
    if (c < 0x80) return ascii_sign(c);
    if (within(c, 0x1780, 0x17FF)) return khmer_sign(c);
    if (c < 0xE00) {
        if (c == 0x85) return LINE_CLASS_LINE;
        if (c == 0xA0) return LINE_CLASS_GLUE;
        if (c == CP_SHY) return LINE_CLASS_SOFT;
        if (c == 0xAB || c == 0xA1 || c == 0xBF) return LINE_CLASS_OPEN;
        if (c == 0xBB) return LINE_CLASS_CLOSE;
        if (c == 0xB0) return LINE_CLASS_UNIT;
        if (ONE_OF(c, 0xAE, 0xB2, 0xB3, 0xB9)) return LINE_CLASS_MARK;
        if (within(c, 0xA2, 0xA5)) return LINE_CLASS_MONEY;
        return within(c, 0x300, 0x36F) ? LINE_CLASS_MARK : LINE_CLASS_LETTER;
    }
    if (c <= 0xEFF) return thai_sign(c);
    if (c == 0x202F || within(c, 0x2000, 0x2BFF)) return punctuation_sign(c);
    if (within(c, 0x1AB0, 0x1AFF) || within(c, 0x1DC0, 0x1DFF)) return LINE_CLASS_MARK;
    return c < 0x3000 ? LINE_CLASS_LETTER : wide_sign(c);
}

bool line_class_is_word(enum line_class s)
{
    return s == LINE_CLASS_LETTER || s == LINE_CLASS_KHMER || s == LINE_CLASS_DIGIT || s == LINE_CLASS_THAI ||
           s == LINE_CLASS_IDEOGRAPH;
}

/* What no line starts with. */
static bool never_first(enum line_class s)
{
    return s == LINE_CLASS_CLOSE || s == LINE_CLASS_STOP || s == LINE_CLASS_REPEAT || s == LINE_CLASS_ASK ||
           s == LINE_CLASS_COMMA || s == LINE_CLASS_POINT || s == LINE_CLASS_UNIT;
}

static bool dash(enum line_class s)
{
    return s == LINE_CLASS_HYPHEN || s == LINE_CLASS_DASH;
}

/* Letters of any script; what a break between words may stand beside. */
static bool letter(enum line_class s)
{
    return s == LINE_CLASS_KHMER || s == LINE_CLASS_LETTER || s == LINE_CLASS_THAI ||
           s == LINE_CLASS_IDEOGRAPH;
}

static enum brk over_space(const struct seam *s)
{
    enum brk free = s->space ? BRK_SPACE : BRK_MARK;
    if (never_first(s->after) || s->before == LINE_CLASS_OPEN || s->before == LINE_CLASS_START)
        return BRK_NONE;
    if (s->after == LINE_CLASS_MONEY && s->before == LINE_CLASS_DIGIT && s->next != LINE_CLASS_DIGIT)
        return BRK_NONE;
    if (s->before == LINE_CLASS_MONEY && s->after == LINE_CLASS_DIGIT && s->second != LINE_CLASS_DIGIT)
        return BRK_NONE;
    if (dash(s->after) && s->space && (s->next == LINE_CLASS_SPACE || s->next == LINE_CLASS_ZWSP))
        return BRK_NONE;
    if (dash(s->before) && s->second == LINE_CLASS_START) return BRK_NONE;
    return free;
}

/* Beside a Khmer letter that follows at once. */
static enum brk before_khmer(const struct seam *s)
{
    switch (s->before) {
    case LINE_CLASS_LETTER:
    case LINE_CLASS_THAI:
    case LINE_CLASS_IDEOGRAPH:
    case LINE_CLASS_CLOSE:
    case LINE_CLASS_STOP:
    case LINE_CLASS_ASK:
    case LINE_CLASS_ELLIPSIS:
    case LINE_CLASS_UNIT:
    case LINE_CLASS_DASH: return BRK_MARK;
    case LINE_CLASS_REPEAT: return BRK_WORD;
    case LINE_CLASS_DIGIT: return s->next == LINE_CLASS_KHMER ? BRK_WORD : BRK_NONE; /* ១២អ */
    case LINE_CLASS_MONEY: return s->second == LINE_CLASS_DIGIT ? BRK_MARK : BRK_NONE;
    case LINE_CLASS_HYPHEN:
    case LINE_CLASS_SLASH: return letter(s->second) ? BRK_MARK : BRK_NONE;
    case LINE_CLASS_COMMA: return s->second == LINE_CLASS_KHMER ? BRK_MARK : BRK_NONE;
    case LINE_CLASS_POINT: return s->second == LINE_CLASS_POINT ? BRK_MARK : BRK_NONE; /* ... */
    case LINE_CLASS_SOFT: return BRK_HYPHEN;
    default: return BRK_NONE;
    }
}

/* Before a letter or digit of another script. */
static enum brk before_other(const struct seam *s)
{
    bool digit = s->after == LINE_CLASS_DIGIT,
         wide = s->after == LINE_CLASS_IDEOGRAPH || s->before == LINE_CLASS_IDEOGRAPH;
    switch (s->before) {
    case LINE_CLASS_KHMER: return digit ? BRK_NONE : BRK_MARK;
    case LINE_CLASS_STOP: return digit && s->second == LINE_CLASS_DIGIT ? BRK_NONE : BRK_MARK;
    case LINE_CLASS_REPEAT: return digit ? BRK_NONE : BRK_WORD;
    case LINE_CLASS_THAI: return digit ? BRK_NONE : s->after == LINE_CLASS_THAI ? BRK_JOINT : BRK_MARK;
    case LINE_CLASS_CLOSE: return wide || (s->khmer && !digit) ? BRK_MARK : BRK_NONE;
    case LINE_CLASS_ASK:
    case LINE_CLASS_ELLIPSIS: return s->khmer && !digit ? BRK_MARK : BRK_NONE;
    case LINE_CLASS_HYPHEN: return letter(s->second) && !digit ? BRK_MARK : BRK_NONE;
    case LINE_CLASS_DASH: return digit && s->second == LINE_CLASS_DIGIT ? BRK_NONE : BRK_MARK;
    case LINE_CLASS_SLASH: return letter(s->second) && !digit ? BRK_JOINT : BRK_NONE;
    case LINE_CLASS_SOFT: return BRK_HYPHEN;
    default: return wide && (letter(s->before) || s->before == LINE_CLASS_DIGIT) ? BRK_MARK : BRK_NONE;
    }
}

static enum brk before_open(const struct seam *s)
{
    if (letter(s->before) && s->before != LINE_CLASS_LETTER) return BRK_MARK;
    if (s->before == LINE_CLASS_STOP || s->before == LINE_CLASS_REPEAT) return BRK_MARK;
    if (s->before == LINE_CLASS_DASH) return BRK_MARK;
    bool word =
        s->before == LINE_CLASS_LETTER || s->before == LINE_CLASS_DIGIT || s->before == LINE_CLASS_CLOSE;
    return word && s->next == LINE_CLASS_KHMER ? BRK_MARK : BRK_NONE;
}

enum brk seam_break(const struct seam *s)
{
    if (s->before == LINE_CLASS_START) return BRK_NONE;
    if (s->before == LINE_CLASS_LINE) return BRK_FORCED;
    if (s->after == LINE_CLASS_SPACE || s->after == LINE_CLASS_ZWSP || s->after == LINE_CLASS_LINE)
        return BRK_NONE;
    if (s->space && !s->zwsp && s->after == LINE_CLASS_GLUE) return BRK_NONE; /* UAX 14, LB11 */
    if (s->space || s->zwsp) return over_space(s);
    if (s->before == LINE_CLASS_GLUE || s->after == LINE_CLASS_GLUE || s->after == LINE_CLASS_MARK ||
        s->after == LINE_CLASS_SOFT)
        return BRK_NONE;
    if (never_first(s->after) || s->after == LINE_CLASS_ELLIPSIS || s->after == LINE_CLASS_SLASH ||
        dash(s->after))
        return BRK_NONE;
    if (s->before == LINE_CLASS_OPEN || (s->before == LINE_CLASS_MONEY && s->after == LINE_CLASS_DIGIT))
        return BRK_NONE;
    if (dash(s->before) && s->second == LINE_CLASS_START) return BRK_NONE;
    if (s->after == LINE_CLASS_OPEN) return before_open(s);
    if (s->after == LINE_CLASS_KHMER) return before_khmer(s);
    if (s->after == LINE_CLASS_MONEY) return s->before == LINE_CLASS_KHMER ? BRK_MARK : BRK_NONE;
    return before_other(s);
}

static bool address_letter(char c)
{
    return within((unsigned char)c | 32, 'a', 'z') || within((unsigned char)c, '0', '9') ||
           (c && strchr("-._~:/?#[]@!$&'()*+,;=%", c));
}

static bool has_host(struct str s)
{
    if (str_find(s, STR("://"), 1) != SIZE_MAX) return true;
    if (s.n > 4 && str_eq_fold(str_sub(s, 0, 4), STR("www."))) return true;
    size_t at = str_find(s, STR("@"), 1);
    return at != SIZE_MAX && str_find(s, STR("."), at + 2) != SIZE_MAX;
}

size_t address_length(struct str text, size_t from, size_t *looked)
{
    size_t to = from;
    while (to < text.n && address_letter(text.s[to])) to++;
    *looked = to;
    while (to > from && strchr(".,;:!?'", text.s[to - 1])) to--;
    bool opened = memchr(text.s + from, '(', to - from) != NULL;
    if (to > from && text.s[to - 1] == ')' && !opened) to--;
    return has_host(str_sub(text, from, to)) ? to - from : 0;
}

void address_breaks(struct str text, size_t from, size_t to, unsigned char *brk)
{
    for (size_t i = from + 1; i < to; i++) {
        char before = text.s[i - 1], after = text.s[i];
        if (before == '/' && after != '/')
            brk[i] = BRK_JOINT;
        else if (strchr(".?#&=@", after) && before != '/')
            brk[i] = BRK_SYLLABLE;
    }
}

bool seam_lone_letter(struct str t, size_t end)
{
    if (!end || t.s[end - 1] != 'I') return false;
    if (!--end) return true;
    uint32_t before = utf8_before(t, end);
    enum line_class what = line_class_of(before);
    if (before != ' ') return what == LINE_CLASS_OPEN || what == LINE_CLASS_QUOTE;
    while (end && t.s[end - 1] == ' ') end--;
    what = end ? line_class_of(utf8_before(t, end)) : LINE_CLASS_START;
    return what == LINE_CLASS_START || what == LINE_CLASS_STOP || what == LINE_CLASS_ASK ||
           what == LINE_CLASS_ELLIPSIS || (what == LINE_CLASS_POINT && t.s[end - 1] == '.');
}
