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

/* The alphabet has 33 letters; U+179D and U+179E are for Sanskrit alone. */
struct str number_khmer_letter(struct arena *a, long value)
{
    if (value < 1 || value > LETTERS) return number_khmer_digits(a, number_latin(a, value));
    uint32_t c = LETTER_KA + (uint32_t)(value - 1);
    struct buf out = BUF(a);
    buf_cp(&out, c >= LETTER_SANSKRIT ? c + 2 : c);
    return buf_str(&out);
}

long number_khmer_letter_value(uint32_t c)
{
    if (c < LETTER_KA || c > LETTER_QA || c == LETTER_SANSKRIT || c == LETTER_SANSKRIT + 1) return 0;
    return (long)(c - LETTER_KA) + 1 - (c > LETTER_SANSKRIT ? 2 : 0);
}

static bool listed(struct str word, const char *const *list)
{
    for (; *list; list++)
        if (str_eq_fold(word, str_of(*list))) return true;
    return false;
}

static int yesno_word(struct str word)
{
    static const char *const yes[] = {"yes", "y",   "true", "t",      "1",     "១",   "x",   "✓",
                                      "✔",   "☑",   "☒",    "ok",     "agree", "បាទ", "បាទ៎", "ចាស",
                                      "ចា៎ស", "ចាស៎", "ចា៎",   "យល់ព្រម",  "យល់ស្រប", "ព្រម", "មាន", "ត្រូវ",
                                      "ពិត",  "បាន", "យក",   "អនុញ្ញាត", "ចា",    NULL};
    static const char *const no[] = {"",        "no",    "n",       "false",    "f",        "0",    "០",
                                     "-",       "–",     "—",       "☐",        "none",     "ទេ",   "អត់",
                                     "អត់ទេ",    "អត់មាន", "គ្មាន",    "មិនមាន",    "មិន",       "មិនទេ", "មិនមែន",
                                     "មិនយល់ព្រម", "មិនព្រម", "មិនយល់ស្រប", "មិនអនុញ្ញាត", "disagree", NULL};
    word = str_trim(word);
    return listed(word, yes) ? 1 : listed(word, no) ? 0 : -1;
}

/* Both languages in one cell, parted by a slash or brackets, must agree. */
int yesno_read(struct str text)
{
    text = str_trim(text);
    if (str_ends(text, ")") || str_ends(text, ".")) text.n--;
    int all = -2;
    for (size_t i = 0, from = 0; i <= text.n; i++) {
        if (i < text.n && text.s[i] != '/' && text.s[i] != '(') continue;
        int one = yesno_word(str_sub(text, from, i));
        if (one < 0 || (all >= 0 && one != all)) return -1;
        all = one;
        from = i + 1;
    }
    return all;
}
