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

static enum sign ascii_sign(uint32_t c)
{
    if (within(c, '0', '9')) return SIGN_DIGIT;
    if (within(c | 32, 'a', 'z')) return SIGN_LETTER;
    switch (c) {
    case ' ':
    case '\t': return SIGN_SPACE;
    case '\n':
    case '\r':
    case '\v':
    case '\f': return SIGN_LINE;
    case '(':
    case '[':
    case '{': return SIGN_OPEN;
    case ')':
    case ']':
    case '}': return SIGN_CLOSE;
    case '"':
    case '\'': return SIGN_QUOTE;
    case '?':
    case '!': return SIGN_ASK;
    case ',':
    case ';': return SIGN_COMMA;
    case '.':
    case ':': return SIGN_POINT;
    case '%': return SIGN_UNIT;
    case '$': return SIGN_MONEY;
    case '-': return SIGN_HYPHEN;
    case '/': return SIGN_SLASH;
    case '*': return SIGN_MARK; /* of a note: stays with what it follows */
    default: return SIGN_LETTER;
    }
}

static enum sign khmer_sign(uint32_t c)
{
    if (khmer_digit(c) || within(c, 0x17F0, 0x17F9)) return SIGN_DIGIT;
    if (c == KHMER_LEK_TOO) return SIGN_REPEAT;
    if (ONE_OF(c, 0x17D4, 0x17D5, 0x17D6, 0x17D8, 0x17DA)) return SIGN_STOP;
    if (c == 0x17DB) return SIGN_UNIT;
    return khmer_letter(c) ? SIGN_KHMER : SIGN_LETTER;
}

/* U+2000..U+2BFF: general punctuation, signs of money, symbols. */
static enum sign punctuation_sign(uint32_t c)
{
    if (within(c, 0x2000, 0x200A) && c != 0x2007) return SIGN_SPACE;
    if (ONE_OF(c, 0x2007, 0x202F, 0x2011, CP_WJ)) return SIGN_GLUE;
    if (c == CP_ZWSP) return SIGN_ZWSP;
    if (within(c, 0x200C, 0x200F) || within(c, 0x202A, 0x202E) || within(c, 0x2061, 0x206F)) return SIGN_MARK;
    if (within(c, 0x20D0, 0x20FF) || within(c, 0x2020, 0x2021) || within(c, 0x2070, 0x209C) || c == 0x2122)
        return SIGN_MARK;
    if (c == 0x2028 || c == 0x2029) return SIGN_LINE;
    if (c == 0x2010) return SIGN_HYPHEN;
    if (within(c, 0x2012, 0x2015) || ONE_OF(c, 0x2022, 0x2023, 0x25AA, 0x25CF, 0x25E6)) return SIGN_DASH;
    if (ONE_OF(c, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039, 0x2329, 0x2045)) return SIGN_OPEN;
    if (ONE_OF(c, 0x2019, 0x201B, 0x201D, 0x201F, 0x203A, 0x232A, 0x2046)) return SIGN_CLOSE;
    if (within(c, 0x2024, 0x2026)) return SIGN_ELLIPSIS;
    if (within(c, 0x203C, 0x203D) || within(c, 0x2047, 0x2049)) return SIGN_ASK;
    if (within(c, 0x2030, 0x2034) || ONE_OF(c, 0x2103, 0x2109)) return SIGN_UNIT;
    if (within(c, 0x20A0, 0x20CF)) return SIGN_MONEY;
    if (within(c, 0x2600, 0x27BF)) return SIGN_IDEOGRAPH;
    return SIGN_LETTER;
}

/* U+3000 and above, as far as it has no spaces: CJK, Hangul, emoji. */
static enum sign wide_sign(uint32_t c)
{
    if (c == 0x3000) return SIGN_SPACE;
    if (ONE_OF(c, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0xFF08, 0xFF3B,
               0xFF5B))
        return SIGN_OPEN;
    if (within(c, 0x3001, 0x3002) || within(c, 0x3009, 0x301B) || ONE_OF(c, 0x3005, 0x303B, 0x30FB, 0x30FC))
        return SIGN_CLOSE;
    if (ONE_OF(c, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D)) return SIGN_CLOSE;
    if (within(c, 0x3099, 0x309A) || within(c, 0xFE00, 0xFE0F) || within(c, 0xFE20, 0xFE2F)) return SIGN_MARK;
    if (within(c, 0x1F3FB, 0x1F3FF) || within(c, 0xE0000, 0xE0FFF)) return SIGN_MARK;
    if (c == 0xFEFF) return SIGN_GLUE;
    if (within(c, 0x3003, 0xA4CF) || within(c, 0xAC00, 0xD7A3) || within(c, 0xF900, 0xFAFF))
        return SIGN_IDEOGRAPH;
    if (within(c, 0xFF10, 0xFFDC) || within(c, 0x20000, 0x3FFFD)) return SIGN_IDEOGRAPH;
    if (within(c, 0x1F000, 0x1FAFF) && !within(c, 0x1F1E6, 0x1F1FF)) return SIGN_IDEOGRAPH;
    return SIGN_LETTER;
}

/* Marks of Thai and Lao, and the letters that one never starts a line with. */
static enum sign thai_sign(uint32_t c)
{
    uint32_t low = c & 0x7F;
    if (c == 0xE2F || c == 0xE46 || c == 0xEC6) return SIGN_REPEAT;
    if (within(low, 0x50, 0x59)) return SIGN_DIGIT;
    if (low == 0x30 || within(low, 0x31, 0x3A) || low == 0x3C || low == 0x45 || within(low, 0x47, 0x4E))
        return SIGN_MARK;
    if (low == 0x3D || low == 0x2F) return c >= 0xE80 ? SIGN_MARK : SIGN_THAI;
    if (c == 0xE3F) return SIGN_MONEY;
    return SIGN_THAI;
}

enum sign sign_of(uint32_t c)
{
    if (c < 0x80) return ascii_sign(c);
    if (within(c, 0x1780, 0x17FF)) return khmer_sign(c);
    if (c < 0xE00) {
        if (c == 0x85) return SIGN_LINE;
        if (c == 0xA0) return SIGN_GLUE;
        if (c == CP_SHY) return SIGN_SOFT;
        if (c == 0xAB || c == 0xA1 || c == 0xBF) return SIGN_OPEN;
        if (c == 0xBB) return SIGN_CLOSE;
        if (c == 0xB0) return SIGN_UNIT;
        if (ONE_OF(c, 0xAE, 0xB2, 0xB3, 0xB9)) return SIGN_MARK;
        if (within(c, 0xA2, 0xA5)) return SIGN_MONEY;
        return within(c, 0x300, 0x36F) ? SIGN_MARK : SIGN_LETTER;
    }
    if (c <= 0xEFF) return thai_sign(c);
    if (c == 0x202F || within(c, 0x2000, 0x2BFF)) return punctuation_sign(c);
    if (within(c, 0x1AB0, 0x1AFF) || within(c, 0x1DC0, 0x1DFF)) return SIGN_MARK;
    return c < 0x3000 ? SIGN_LETTER : wide_sign(c);
}

/* What no line starts with. */
static bool never_first(enum sign s)
{
    return s == SIGN_CLOSE || s == SIGN_STOP || s == SIGN_REPEAT || s == SIGN_ASK || s == SIGN_COMMA ||
           s == SIGN_POINT || s == SIGN_UNIT;
}

static bool dash(enum sign s)
{
    return s == SIGN_HYPHEN || s == SIGN_DASH;
}

/* Letters of any script; what a break between words may stand beside. */
static bool letter(enum sign s)
{
    return s == SIGN_KHMER || s == SIGN_LETTER || s == SIGN_THAI || s == SIGN_IDEOGRAPH;
}

static enum brk over_space(const struct seam *s)
{
    enum brk free = s->space ? BRK_SPACE : BRK_MARK;
    if (never_first(s->after) || s->before == SIGN_OPEN || s->before == SIGN_START) return BRK_NONE;
    if (s->after == SIGN_MONEY && s->before == SIGN_DIGIT && s->next != SIGN_DIGIT) return BRK_NONE;
    if (s->before == SIGN_MONEY && s->after == SIGN_DIGIT && s->second != SIGN_DIGIT) return BRK_NONE;
    if (dash(s->after) && s->space && (s->next == SIGN_SPACE || s->next == SIGN_ZWSP)) return BRK_NONE;
    if (dash(s->before) && s->second == SIGN_START) return BRK_NONE;
    return free;
}

/* Beside a Khmer letter that follows at once. */
static enum brk before_khmer(const struct seam *s)
{
    switch (s->before) {
    case SIGN_LETTER:
    case SIGN_THAI:
    case SIGN_IDEOGRAPH:
    case SIGN_CLOSE:
    case SIGN_STOP:
    case SIGN_ASK:
    case SIGN_ELLIPSIS:
    case SIGN_UNIT:
    case SIGN_DASH: return BRK_MARK;
    case SIGN_DIGIT:
    case SIGN_REPEAT: return BRK_WORD;
    case SIGN_MONEY: return s->second == SIGN_DIGIT ? BRK_MARK : BRK_NONE;
    case SIGN_HYPHEN:
    case SIGN_SLASH: return letter(s->second) ? BRK_MARK : BRK_NONE;
    case SIGN_COMMA: return s->second == SIGN_KHMER ? BRK_MARK : BRK_NONE;
    case SIGN_SOFT: return BRK_HYPHEN;
    default: return BRK_NONE;
    }
}

/* Before a letter or digit of another script. */
static enum brk before_other(const struct seam *s)
{
    bool digit = s->after == SIGN_DIGIT, wide = s->after == SIGN_IDEOGRAPH || s->before == SIGN_IDEOGRAPH;
    switch (s->before) {
    case SIGN_KHMER: return digit ? BRK_NONE : BRK_MARK;
    case SIGN_STOP: return digit && s->second == SIGN_DIGIT ? BRK_NONE : BRK_MARK;
    case SIGN_REPEAT: return digit ? BRK_NONE : BRK_WORD;
    case SIGN_THAI: return digit ? BRK_NONE : s->after == SIGN_THAI ? BRK_JOINT : BRK_MARK;
    case SIGN_CLOSE: return wide || (s->khmer && !digit) ? BRK_MARK : BRK_NONE;
    case SIGN_ASK:
    case SIGN_ELLIPSIS: return s->khmer && !digit ? BRK_MARK : BRK_NONE;
    case SIGN_HYPHEN: return letter(s->second) && !digit ? BRK_MARK : BRK_NONE;
    case SIGN_DASH: return digit && s->second == SIGN_DIGIT ? BRK_NONE : BRK_MARK;
    case SIGN_SLASH: return letter(s->second) && !digit ? BRK_JOINT : BRK_NONE;
    case SIGN_SOFT: return BRK_HYPHEN;
    default: return wide && (letter(s->before) || s->before == SIGN_DIGIT) ? BRK_MARK : BRK_NONE;
    }
}

static enum brk before_open(const struct seam *s)
{
    if (letter(s->before) && s->before != SIGN_LETTER) return BRK_MARK;
    if (s->before == SIGN_STOP || s->before == SIGN_REPEAT) return BRK_MARK;
    if (s->before == SIGN_DASH) return BRK_MARK;
    bool word = s->before == SIGN_LETTER || s->before == SIGN_DIGIT || s->before == SIGN_CLOSE;
    return word && s->next == SIGN_KHMER ? BRK_MARK : BRK_NONE;
}

enum brk seam_break(const struct seam *s)
{
    if (s->before == SIGN_START) return BRK_NONE;
    if (s->before == SIGN_LINE) return BRK_FORCED;
    if (s->after == SIGN_SPACE || s->after == SIGN_ZWSP || s->after == SIGN_LINE) return BRK_NONE;
    if (s->space && !s->zwsp && s->after == SIGN_GLUE) return BRK_NONE; /* UAX 14, LB11 */
    if (s->space || s->zwsp) return over_space(s);
    if (s->before == SIGN_GLUE || s->after == SIGN_GLUE || s->after == SIGN_MARK || s->after == SIGN_SOFT)
        return BRK_NONE;
    if (never_first(s->after) || s->after == SIGN_ELLIPSIS || s->after == SIGN_SLASH || dash(s->after))
        return BRK_NONE;
    if (s->before == SIGN_OPEN || (s->before == SIGN_MONEY && s->after == SIGN_DIGIT)) return BRK_NONE;
    if (dash(s->before) && s->second == SIGN_START) return BRK_NONE;
    if (s->after == SIGN_OPEN) return before_open(s);
    if (s->after == SIGN_KHMER) return before_khmer(s);
    if (s->after == SIGN_MONEY) return s->before == SIGN_KHMER ? BRK_MARK : BRK_NONE;
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
