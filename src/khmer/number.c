#include "khmer/number.h"

#include "base/buf.h"
#include "khmer/letter.h"

enum {
    KHMER_ZERO = 0x17E0,
    LETTERS = 33,
    LETTER_KA = 0x1780,
    LETTER_SANSKRIT = 0x179D, /* and the one behind it */
    LETTER_QA = 0x17A2
};
static const long LARGEST = 1L << 53;

/* The digit at *at, which moves past it; -1, and no move, where there is none. */
static int next_digit(struct str t, size_t *at)
{
    size_t next = *at;
    uint32_t c = next < t.n ? utf8_next(t, &next) : 0;
    int digit = c >= '0' && c <= '9' ? (int)(c - '0') : khmer_digit(c) ? (int)(c - KHMER_ZERO) : -1;
    if (digit >= 0) *at = next;
    return digit;
}

bool number_read(struct str text, long *value)
{
    struct str t = str_trim(text);
    bool minus = str_starts(t, "-");
    size_t at = minus;
    long n = 0;
    if (at == t.n) return false;
    while (at < t.n) {
        int digit = next_digit(t, &at);
        if (digit < 0 || n > (LARGEST - digit) / 10) return false;
        n = n * 10 + digit;
    }
    *value = minus ? -n : n;
    return true;
}

/* A sign with three digits behind it parts thousands, with fewer decimals. */
bool number_read_decimal(struct str text, long *thousandths)
{
    enum { SCALE = 1000, DECIMALS = 3 };
    struct str t = str_trim(text);
    if (str_ends(t, "%")) t = str_trim(str_sub(t, 0, t.n - 1));
    long whole = 0, part = 0, digits = 0, scale = SCALE;
    bool sign = false;
    for (size_t at = 0; at < t.n;) {
        bool mark = t.s[at] == '.' || t.s[at] == ',';
        int digit = mark ? 0 : next_digit(t, &at);
        if (digit < 0 || (mark && (sign || !at++)) || whole > LARGEST / SCALE / SCALE / 10) return false;
        sign |= mark;
        if (mark) continue;
        if (sign && ++digits > DECIMALS) return false;
        *(sign ? &part : &whole) = *(sign ? &part : &whole) * 10 + digit;
        scale /= sign ? 10 : 1;
    }
    if (!t.n || (sign && !digits)) return false;
    *thousandths = digits == DECIMALS ? (whole * SCALE + part) * SCALE : whole * SCALE + part * scale;
    return true;
}

struct str number_khmer_digits(struct arena *a, struct str text)
{
    struct buf out = BUF(a);
    for (size_t i = 0; i < text.n; i++) {
        char c = text.s[i];
        if (c >= '0' && c <= '9')
            buf_cp(&out, (uint32_t)(KHMER_ZERO + c - '0'));
        else
            buf_byte(&out, c);
    }
    return buf_str(&out);
}

struct str number_digits(struct arena *a, struct str text, enum lang lang)
{
    return lang_at(lang)->zero == KHMER_ZERO ? number_khmer_digits(a, text) : text;
}

struct str number_latin(struct arena *a, long value)
{
    return str_fmt(a, "%ld", value);
}

struct str number_plain(struct arena *a, long value, enum lang lang)
{
    return number_digits(a, number_latin(a, value), lang);
}

struct str number_within(struct arena *a, struct str words, long value, enum lang lang)
{
    size_t at = str_find(words, STR("{n}"), 0);
    if (at == SIZE_MAX) return words;
    struct str n = number_plain(a, value, lang);
    return str_fmt(a, "%.*s%.*s%.*s", (int)at, words.s, STR_ARGS(n),
                   STR_ARGS(str_sub(words, at + 3, words.n)));
}

/* Digits in threes, with a sign for what is missing below zero. */
static struct str grouped(struct arena *a, unsigned long n, bool minus, char separator)
{
    struct str digits = str_fmt(a, "%lu", n);
    struct buf out = BUF(a);
    if (minus) buf_byte(&out, '-');
    for (size_t i = 0; i < digits.n; i++) {
        if (i && (digits.n - i) % 3 == 0) buf_byte(&out, separator);
        buf_byte(&out, digits.s[i]);
    }
    return buf_str(&out);
}

static unsigned long size_of(long value)
{
    return value < 0 ? 0UL - (unsigned long)value : (unsigned long)value;
}

struct str number_write(struct arena *a, long value, enum lang lang)
{
    return number_digits(a, grouped(a, size_of(value), value < 0, lang_at(lang)->grouping), lang);
}

struct str number_tenths(struct arena *a, long tenths, enum lang lang)
{
    unsigned long n = size_of(tenths);
    struct str whole = grouped(a, n / 10, tenths < 0, lang_at(lang)->grouping);
    return number_digits(a, str_fmt(a, "%.*s%c%lu", STR_ARGS(whole), lang_at(lang)->decimal, n % 10), lang);
}

struct str number_decimal(struct arena *a, long thousandths, enum lang lang)
{
    long part = thousandths % 1000;
    int width = 3;
    if (!part) return number_write(a, thousandths / 1000, lang);
    for (; part % 10 == 0; width--) part /= 10;
    struct str whole = number_write(a, thousandths / 1000, lang);
    struct str digits = number_digits(a, str_fmt(a, "%0*ld", width, part), lang);
    return str_fmt(a, "%.*s%c%.*s", STR_ARGS(whole), lang_at(lang)->decimal, STR_ARGS(digits));
}

/* The alphabet has 33 letters; U+179D and U+179E are for Sanskrit alone. */
struct str number_khmer_letter(struct arena *a, long value)
{
    if (value < 1 || value > LETTERS) return number_khmer_digits(a, number_latin(a, value));
    uint32_t c = LETTER_KA + (uint32_t)(value - 1);
    struct buf out = BUF(a);
    buf_cp(&out, c >= LETTER_SANSKRIT ? c + 2 : c);
    return buf_str(&out);
}

struct str number_latin_letter(struct arena *a, long value, bool upper)
{
    if (value < 1 || value > 26) return number_latin(a, value);
    return str_fmt(a, "%c", (char)((upper ? 'A' : 'a') + value - 1));
}

static const struct {
    long value;
    const char *signs;
} ROMAN[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
             {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
enum { ROMAN_N = sizeof ROMAN / sizeof *ROMAN, ROMAN_MOST = 3999 };

struct str number_roman(struct arena *a, long value, bool upper)
{
    struct buf out = BUF(a);
    if (value < 1 || value > ROMAN_MOST) return number_latin(a, value);
    for (size_t i = 0; i < ROMAN_N; i++)
        for (; value >= ROMAN[i].value; value -= ROMAN[i].value)
            for (const char *c = ROMAN[i].signs; *c; c++) buf_byte(&out, (char)(upper ? *c - 32 : *c));
    return buf_str(&out);
}

long number_roman_value(struct str text)
{
    long value = 0;
    size_t at = 0;
    for (size_t i = 0; i < ROMAN_N; i++) {
        struct str signs = str_of(ROMAN[i].signs);
        size_t most = signs.n == 2 || i % 4 == 2 ? 1 : 3,
               from = at; /* CM, D, CD; XC, L, XL; IX, V, IV: once */
        for (; most && str_eq_fold(str_sub(text, at, at + signs.n), signs) && at < text.n; most--) {
            at += signs.n;
            value += ROMAN[i].value;
        }
        if (at > from && i % 4) i += i % 4 == 1 ? 3 : 1; /* no IXI, no VIV, no IVI */
    }
    return at == text.n ? value : 0;
}

long number_khmer_letter_value(uint32_t c)
{
    if (c < LETTER_KA || c > LETTER_QA || c == LETTER_SANSKRIT || c == LETTER_SANSKRIT + 1) return 0;
    return (long)(c - LETTER_KA) + 1 - (c > LETTER_SANSKRIT ? 2 : 0);
}

/* Blanks inside do not tell words apart: the space bar of Khmer keyboards puts one between them. */
static bool same_word(struct str typed, struct str word)
{
    size_t at = 0, k = 0;
    while (at < typed.n) {
        uint32_t c = utf8_next(typed, &at);
        if (utf8_blank(c) || c == CP_ZWNJ || c == CP_ZWJ) continue;
        if (k == word.n) return false;
        uint32_t w = utf8_next(word, &k);
        if (c >= 'A' && c <= 'Z') c += 32;
        if (c != w) return false;
    }
    return k == word.n;
}

static bool listed(struct str word, const char *const *list)
{
    for (; *list; list++)
        if (same_word(word, str_of(*list))) return true;
    return false;
}

static const char *const YES[] = {
    "yes", "y",      "true", "t",     "1",          "១",           "x",       "×",   "✓",   "✔",   "☑",
    "☒",   "✅",      "ok",   "okay",  "agree",      "agreed",      "i agree", "បាទ", "បាទ៎", "ចាស", "ចា៎ស",
    "ចាស៎", "ចា៎",     "ចា",   "យល់ព្រម", "ខ្ញុំយល់ព្រម",    "យល់ស្រប",       "ព្រម",     "មាន", "ត្រូវ", "ពិត",  "បាន",
    "យក",  "អនុញ្ញាត", "មែន",  "yes!",  "yes please", "yes, please", "[x]",     "[✓]", NULL};
static const char *const NO[] = {"",
                                 "no",
                                 "n",
                                 "false",
                                 "f",
                                 "0",
                                 "០",
                                 "-",
                                 "–",
                                 "—",
                                 "☐",
                                 "none",
                                 "disagree",
                                 "not agreed",
                                 "i do not agree",
                                 "do not agree",
                                 "ទេ",
                                 "អត់",
                                 "អត់ទេ",
                                 "អត់មាន",
                                 "អត់ព្រម",
                                 "អត់យល់ព្រម",
                                 "គ្មាន",
                                 "មិនមាន",
                                 "មិន",
                                 "មិនទេ",
                                 "មិនមែន",
                                 "មិនយល់ព្រម",
                                 "មិនយល់ព្រមទេ",
                                 "ខ្ញុំមិនយល់ព្រម",
                                 "មិនព្រម",
                                 "មិនព្រមទេ",
                                 "មិនយល់ស្រប",
                                 "មិនអនុញ្ញាត",
                                 "មិនអនុញ្ញាតទេ",
                                 "មិនបាន",
                                 "មិនបានទេ",
                                 "អត់បាន",
                                 "អត់បានទេ",
                                 "no!",
                                 "no thanks",
                                 "no, thanks",
                                 "no thank you",
                                 "no, thank you",
                                 "[ ]",
                                 "[]",
                                 "□",
                                 NULL};

static int yesno_word(struct str word)
{
    word = str_trim(word);
    return listed(word, YES) ? 1 : listed(word, NO) ? 0 : -1;
}

static bool parts_words(uint32_t c)
{
    return c == '/' || c == '(' || c == 0xFF0F || c == 0xFF08;
}

/* The part of a cell from *at on; *at moves behind the sign that ends it. */
static struct str next_part(struct str text, size_t *at)
{
    size_t from = *at;
    while (*at < text.n) {
        size_t end = *at;
        if (parts_words(utf8_next(text, at))) return str_sub(text, from, end);
    }
    *at = text.n + 1;
    return str_sub(text, from, text.n);
}

/* Both languages in one cell, parted by a slash or brackets, must agree. */
int yesno_read(struct str text)
{
    text = str_trim(text);
    if (str_ends(text, ")") || str_ends(text, ".")) text.n--;
    if (str_ends(text, "）")) text.n -= strlen("）");
    int all = -2;
    for (size_t at = 0; at <= text.n;) {
        int one = yesno_word(next_part(text, &at));
        if (one < 0 || (all >= 0 && one != all)) return -1;
        all = one;
    }
    return all;
}

bool yesno_cross(struct str text)
{
    static const char *const crosses[] = {"x", "×", "☒", NULL};
    return listed(str_trim(text), crosses);
}

bool yesno_untick(struct str text)
{
    static const char *const signs[] = {"✗", "✘", "❌", "✖", "❎", NULL};
    return listed(str_trim(text), signs);
}

bool yesno_tick(struct str text)
{
    static const char *const ticks[] = {"✓", "✔", "☑", "✅", NULL};
    return listed(str_trim(text), ticks);
}
