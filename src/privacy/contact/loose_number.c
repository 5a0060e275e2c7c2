#include "privacy/contact/loose_number.h"

#include "privacy/contact/contact_text.h"
#include "privacy/contact/phone.h"

enum {
    DIGITS = 16,
    SIGNS = 4, /* between two groups, blanks beside each other counted once */
    LEAST = 8,
    MOST = 10 /* digits of a number at home, its 0 included */
};

struct loose {
    struct str text;
    int digit[DIGITS], group[DIGITS]; /* which group each is in */
    size_t end[DIGITS];
    int n, groups, spelt;
    bool letters; /* for digits */
};

static bool is_letter_before(struct str t, size_t least, size_t at)
{
    if (at <= least) return false;
    uint32_t c = utf8_before(t, at);
    return c < 0x80 && contact_text_name((char)c);
}

static bool is_digit_at(struct str t, size_t at)
{
    return at < t.n && phone_digit(t, &at) >= 0;
}

/* -- what stands for a digit ----------------------------------------------------------------------------- */

static int english_digit(struct str t, size_t *at)
{
    static const char *const WORDS[] = {"zero", "one",   "two",   "three", "four",   "five",
                                        "six",  "seven", "eight", "nine",  "nought", "oh"};
    static const int VALUES[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (!contact_text_word(t, *at, WORDS[i])) continue;
        size_t end = *at + strlen(WORDS[i]);
        if (end == t.n || !contact_text_name(t.s[end]) || is_digit_at(t, end)) return *at = end, VALUES[i];
    }
    return -1;
}

/* The longer ones begin with a shorter one. */
static int khmer_digit_word(struct str t, size_t *at)
{
    static const char *const WORDS[] = {"សូន្យ", "ប្រាំបួន", "ប្រាំបី", "ប្រាំពីរ", "ប្រាំពិល", "ប្រាំមួយ",
                                        "ប្រាំ", "បួន",    "បី",    "ពីរ",    "មួយ"};
    static const int VALUES[] = {0, 9, 8, 7, 7, 6, 5, 4, 3, 2, 1};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (contact_text_word(t, *at, WORDS[i])) return *at += strlen(WORDS[i]), VALUES[i];
    return -1;
}

/* O12, 0l2: beside a digit. */
static int digit_letter(struct str t, size_t *at, bool first)
{
    char c = *at < t.n ? t.s[*at] : ' ';
    int value = c == 'O' || c == 'o' ? 0 : c == 'l' || c == 'I' ? 1 : -1;
    bool before = *at > 0 && !first && contact_text_name(t.s[*at - 1]), behind = is_digit_at(t, *at + 1);
    if (value < 0 || !behind || (!before && !first)) return -1;
    ++*at;
    return value;
}

static bool begins_digit(struct str t, size_t at)
{
    return is_digit_at(t, at) || english_digit(t, &at) >= 0 || khmer_digit_word(t, &at) >= 0;
}

static int any_digit(struct loose *x, size_t *at)
{
    int value = phone_digit(x->text, at);
    if (value >= 0) return value;
    value = digit_letter(x->text, at, x->n == 0);
    if (value >= 0) return x->letters = true, value;
    value = english_digit(x->text, at);
    if (value < 0) value = khmer_digit_word(x->text, at);
    x->spelt += value >= 0;
    return value;
}

/* -- what stands between --------------------------------------------------------------------------------- */

static size_t past_words(struct str t, size_t at)
{
    static const char *const WORDS[] = {"and", "then", "dash", "space", "ហើយ", "រួច", "បន្ទាប់មក", "និង"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (contact_text_whole(t, at, WORDS[i])) return at + strlen(WORDS[i]);
    return at;
}

static bool is_sign(uint32_t c)
{
    return c < 0x80 ? !contact_text_name((char)c)
                    : c < 0x100 || (c >= 0x2000 && c < 0x2060) || c == 0x17D4 || c == 0x17D6;
}

/* Behind all signs and words between two groups. */
static size_t past_between(struct str t, size_t at)
{
    for (int i = 0; i < SIGNS && at < t.n && !begins_digit(t, at); i++) {
        size_t next = contact_text_past_blanks(t, at);
        if (next == at) next = past_words(t, at);
        if (next == at && !is_sign(utf8_next(t, &next))) break;
        at = next;
    }
    return at;
}

static struct loose read_loose(struct str t, size_t at)
{
    struct loose x = {.text = t};
    while (x.n < DIGITS && at < t.n) {
        int value = any_digit(&x, &at);
        if (value >= 0) {
            x.digit[x.n] = value;
            x.group[x.n] = x.groups;
            x.end[x.n++] = at;
            continue;
        }
        size_t next = past_between(t, at);
        if (next == at || !x.n) break;
        x.groups++;
        at = next;
    }
    return x;
}

/* -- is it one ------------------------------------------------------------------------------------------- */

static int group_length(const struct loose *x, int group, int n)
{
    int length = 0;
    for (int i = 0; i < n; i++) length += x->group[i] == group;
    return length;
}

/* Digit by digit, or in groups of which one is longer than a day's, an hour's. */
static bool has_groups(const struct loose *x, int n)
{
    int longest = 0, first = group_length(x, 0, n), groups = x->group[n - 1] + 1;
    for (int i = 0; i < groups; i++) {
        int length = group_length(x, i, n);
        if (length > longest) longest = length;
    }
    bool date = groups >= 3 && first == 2 && group_length(x, 1, n) == 2 && group_length(x, 2, n) == 4;
    return !date && (first == 1 ? longest == 1 : longest > 2);
}

/* As many digits as a number has, and no group cut; 0 where there are no such. */
static int length_of(const struct loose *x)
{
    for (int n = x->n < MOST ? x->n : MOST; n >= LEAST; n--)
        if (n == x->n || x->group[n] != x->group[n - 1]) return n;
    return 0;
}

bool loose_number(struct str text, size_t least, size_t at, size_t *end)
{
    enum { SPELT_LEAST = 3 };
    size_t probe = at;
    bool zero = phone_digit(text, &probe) == 0 || (at < text.n && strchr("oOzZnN", text.s[at])) ||
                contact_text_word(text, at, "សូន្យ");
    if (!zero || is_letter_before(text, least, at)) return false;
    struct loose x = read_loose(text, at);
    int n = length_of(&x);
    if (!n || x.digit[0] != 0 || x.digit[1] == 0) return false;
    if (x.spelt && x.spelt < SPELT_LEAST && !x.letters && x.group[n - 1] == 0) return false;
    if (!x.spelt && !has_groups(&x, n)) return false;
    *end = x.end[n - 1];
    return true;
}
