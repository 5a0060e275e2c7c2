#include "read/note/list_sign.h"

#include "khmer/number.h"

enum { KA = 0x1780, DIGIT_ZERO = 0x17E0, DIGIT_NINE = 0x17E9, DIGITS_MOST = 9, CODE_BLANKS = 5 };

/* Bytes of blanks of any kind; *odd: one is no space or tab, or they are so many that CommonMark would take
 * what follows for code. */
static size_t blanks(struct str s, size_t at, bool *odd)
{
    size_t from = at, next = at, columns = 0;
    *odd = false;
    for (; at < s.n; at = next) {
        uint32_t c = utf8_next(s, &next);
        bool blank =
            c == ' ' || c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
        if (!blank) break;
        columns += c == '\t' ? 4 : 1;
        *odd |= c >= 0x80;
    }
    *odd |= columns >= CODE_BLANKS;
    return at - from;
}

static bool khmer_base(struct str s, size_t at)
{
    if (at >= s.n) return false;
    uint32_t c = utf8_next(s, &at);
    return c >= KA && c <= 0x17B3;
}

/* -- bullets -- */

/* Word's and other programs' own; U+F000 to U+F0FF are those of Symbol and Wingdings. */
static const uint32_t LOOSE[] = {0x2022, 0x25CF, 0x25AA, 0x25A0}; /* need no blank behind them */
static const uint32_t STRICT[] = {0x2013, 0xB7,   0x25CB, 0x25E6, 0x2023, 0x2043, 0x2219, 0x2010, 0x2011,
                                  0x27A2, 0x27A4, 0x25BA, 0x25B6, 0x2713, 0x2714, 0x2756, 0x25C6, 0x25C7,
                                  0x25A1, 0x25AB, 0x2981, 0x2212, 0x30FB, 0xA7,   0x2192, 0x27A1, 0x2794,
                                  0x2605, 0x2606, 0x25B8, 0x25B9, 0x25BB, 0x2726, 0x204C, 0x25CB};

static bool is_among(uint32_t c, const uint32_t *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] == c) return true;
    return false;
}

bool list_sign_is_sub(uint32_t c)
{
    static const uint32_t SUB[] = {'o', 0x25AA, 0x25E6, 0x25CB, 0xA7, 0xF0A7, 0xF06F, 0x2023, 0x25AB};
    return is_among(c, SUB, sizeof SUB / sizeof *SUB);
}

static bool read_bullet(struct str s, size_t at, bool starts, struct list_sign *sign)
{
    size_t i = at;
    uint32_t c = utf8_next(s, &i);
    bool odd, latin = c == '-' || c == '*' || c == '+';
    size_t gap = blanks(s, i, &odd);
    bool spaced = gap > 0 || i >= s.n, words = i + gap < s.n;
    bool loose = is_among(c, LOOSE, sizeof LOOSE / sizeof *LOOSE) || (c >= 0xF000 && c <= 0xF0FF);
    bool strict = is_among(c, STRICT, sizeof STRICT / sizeof *STRICT);
    bool circle = c == 'o' && words && (starts || odd || s.s[i] == '\t');
    bool section = c == 0xA7 && words && s.s[i + gap] >= '0' && s.s[i + gap] <= '9';
    if (!(loose || (strict && spaced) || (latin && odd && words) || (circle && gap)) || section) return false;
    *sign = (struct list_sign){.kind = LIST_SIGN_BULLET, .n = i + gap - at, .glyph = c};
    return true;
}

/* -- counters -- */

static long digit_of(uint32_t c)
{
    if (c >= '0' && c <= '9') return (long)(c - '0');
    return c >= DIGIT_ZERO && c <= DIGIT_NINE ? (long)(c - DIGIT_ZERO) : -1;
}

/* ១, ក, 1 or a at a byte: the byte after it; at where there is none. */
static size_t read_number(struct str s, size_t at, struct list_sign *sign)
{
    size_t next = at, i = at;
    uint32_t c = at < s.n ? utf8_next(s, &next) : 0;
    sign->number = number_khmer_letter_value(c);
    sign->kind = LIST_SIGN_KM_LETTER;
    if (sign->number) return next;
    size_t letters = at;
    while (letters < s.n && letters - at < DIGITS_MOST && strchr("ivxl", s.s[letters])) letters++;
    sign->number = letters > at + 1 ? number_roman_value(str_sub(s, at, letters)) : 0;
    sign->kind = LIST_SIGN_ROMAN;
    if (sign->number) return letters;
    if ((c | 32) >= 'a' && (c | 32) <= 'z') {
        sign->kind = c >= 'a' ? LIST_SIGN_LETTER : LIST_SIGN_UPPER;
        sign->number = (long)((c | 32) - 'a') + 1;
        sign->glyph = (uint32_t)number_roman_value(str_sub(s, at, next));
        return next;
    }
    sign->kind = c < 0x80 ? LIST_SIGN_NUMBER : LIST_SIGN_KM_NUMBER;
    for (int digits = 0; digit_of(c) >= 0 && digits < DIGITS_MOST; digits++) {
        sign->number = sign->number * 10 + digit_of(c);
        i = next;
        c = next < s.n ? utf8_next(s, &next) : 0;
    }
    return i;
}

/* A letter with its full stop behind no blank that shows: គ.ស. */
static bool abbreviates(struct str s, size_t at)
{
    uint32_t c = at < s.n ? utf8_next(s, &at) : 0;
    if (c != 0x200B) return false;
    c = at < s.n ? utf8_next(s, &at) : 0;
    return c >= KA && at < s.n && s.s[at] == '.';
}

/* ១. ១) (១) ១-: text may follow Khmer digits without a blank, but not a digit (១.២៣៤). ក. must have one after
 * it (គ.ស. is no list); ក) need not. Latin ones must. */
static bool read_counter(struct str s, size_t at, struct list_sign *sign)
{
    bool bracket = s.s[at] == '(', odd;
    size_t i = read_number(s, at + bracket, sign);
    if (i == at + bracket || i >= s.n || !strchr(bracket ? ")" : ".)-/", s.s[i])) return false;
    bool word = sign->kind == LIST_SIGN_LETTER || sign->kind == LIST_SIGN_UPPER; /* w/ is with */
    if (s.s[i] == '/' && (word || (i + 1 < s.n && digit_of((unsigned char)s.s[i + 1]) >= 0))) return false;
    char typed = s.s[i++];
    bool dash = typed == '-' || typed == '/';
    bool latin = sign->kind != LIST_SIGN_KM_NUMBER && sign->kind != LIST_SIGN_KM_LETTER;
    bool loose = !latin && !dash && (sign->kind == LIST_SIGN_KM_NUMBER || typed == ')');
    size_t gap = blanks(s, i, &odd);
    if (sign->kind == LIST_SIGN_KM_LETTER && typed == '.' && abbreviates(s, i)) return false;
    bool own = sign->kind == LIST_SIGN_NUMBER && !bracket && !dash && !odd; /* CommonMark's */
    bool range = dash && i + gap < s.n && digit_of((unsigned char)s.s[i + gap]) >= 0;
    bool follows = gap || (i >= s.n && !latin) || (loose && khmer_base(s, i));
    if (own || range || !follows || (latin && i + gap >= s.n)) return false;
    sign->delimiter = typed == ')' ? ')' : '.';
    sign->bracket = bracket;
    sign->n = i + (gap ? gap : 0) - at;
    return true;
}

bool list_sign_read(struct str line, size_t at, bool starts, struct list_sign *sign)
{
    *sign = (struct list_sign){0};
    return read_counter(line, at, sign) || read_bullet(line, at, starts, sign);
}
