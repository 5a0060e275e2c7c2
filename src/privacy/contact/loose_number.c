#include "privacy/contact/loose_number.h"

#include "privacy/contact/contact_text.h"
#include "privacy/contact/digit_words.h"
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
    bool letters;       /* for digits */
    struct str between; /* the word between groups */
};

static bool is_letter_before(struct str t, size_t least, size_t at)
{
    if (at <= least) return false;
    uint32_t c = utf8_before(t, at);
    return c < 0x80 && contact_text_name((char)c);
}

/* -- what stands for a digit ----------------------------------------------------------------------------- */

static bool begins_digit(struct str t, size_t at)
{
    size_t probe = at;
    return (at < t.n && phone_digit(t, &probe) >= 0) || digit_words_here(t, at);
}

static void put_digit(struct loose *x, int value, size_t end)
{
    if (x->n == DIGITS) return;
    x->digit[x->n] = value;
    x->group[x->n] = x->groups;
    x->end[x->n++] = end;
}

/* A digit, or the digits of a word; false where there is none. */
static bool take_digits(struct loose *x, size_t *at)
{
    int word[DIGIT_WORDS_MOST], value = phone_digit(x->text, at);
    if (value >= 0) return put_digit(x, value, *at), true;
    value = digit_words_letter(x->text, at, x->n == 0);
    if (value >= 0) return x->letters = true, put_digit(x, value, *at), true;
    int n = digit_words(x->text, at, word);
    x->spelt += n;
    for (int i = 0; i < n; i++) put_digit(x, word[i], *at);
    return n > 0;
}

/* -- what stands between --------------------------------------------------------------------------------- */

static size_t past_words(struct str t, size_t at)
{
    static const char *const WORDS[] = {"and",  "then",  "dash", "space", "dot", "minus", "after that",
                                        "star", "slash", "plus", "next",  "ហើយ", "រួច",    "បន្ទាប់មក",
                                        "និង",   "ដក",    "ចុច",   "បន្ត",   "សញ្ញា"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (contact_text_whole(t, at, WORDS[i])) return at + strlen(WORDS[i]);
    return at;
}

/* Punctuation, pictures, what combines with them; no letter of any script. */
static bool is_sign(uint32_t c)
{
    static const uint32_t RANGES[][2] = {{0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},
                                         {0xBB, 0xBF},     {0x17D4, 0x17D6}, {0x2000, 0x2BFF},
                                         {0x3000, 0x303F}, {0xFE00, 0xFE4F}, {0x1F000, 0x1FAFF}};
    if (c < 0x80) return !contact_text_name((char)c);
    for (size_t i = 0; i < sizeof RANGES / sizeof *RANGES; i++)
        if (c >= RANGES[i][0] && c <= RANGES[i][1]) return true;
    return false;
}

/* 078x452x913: behind a word of few letters that stands between the groups, the same each time. */
static size_t past_same_word(struct loose *x, size_t at)
{
    enum { BYTES = 18, FIRST = 3 };
    size_t end = at;
    while (end < x->text.n && end - at <= BYTES && !begins_digit(x->text, end)) {
        size_t next = end;
        if (is_sign(utf8_next(x->text, &next))) break;
        end = next;
    }
    struct str word = str_sub(x->text, at, end);
    bool first = x->n == FIRST && x->spelt == 0;
    if (!word.n || word.n > BYTES || !(first || (x->between.n && str_eq_fold(word, x->between)))) return at;
    x->between = word;
    return end;
}

/* Behind all signs and words between two groups. */
static size_t past_between(struct loose *x, size_t at)
{
    struct str t = x->text;
    for (int i = 0; i < SIGNS && at < t.n && !begins_digit(t, at); i++) {
        size_t next = contact_text_past_blanks(t, at);
        if (next == at) next = past_words(t, at);
        if (next == at) next = past_same_word(x, at);
        if (next == at && !is_sign(utf8_next(t, &next))) break;
        at = next;
    }
    return at;
}

static struct loose read_loose(struct str t, size_t at)
{
    struct loose x = {.text = t};
    while (x.n < DIGITS && at < t.n) {
        if (take_digits(&x, &at)) continue;
        size_t next = past_between(&x, at);
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

/* As many digits as a number has, 855 for the 0 or not, and no group cut; 0 where there are no such. */
static int length_of(const struct loose *x, bool country)
{
    int more = country ? 2 : 0, most = MOST + more;
    for (int n = x->n < most ? x->n : most; n >= LEAST + more; n--)
        if (n == x->n || x->group[n] != x->group[n - 1]) return n;
    return 0;
}

static bool begins_country(const struct loose *x)
{
    return x->n > 3 && x->digit[0] == 8 && x->digit[1] == 5 && x->digit[2] == 5;
}

/* May a number begin with what stands at a place: 0, 8 of 855, or a word or letter for them? */
static bool may_begin(struct str t, size_t at)
{
    size_t probe = at;
    int value = phone_digit(t, &probe);
    return value == 0 || value == 8 || (at < t.n && strchr("oOzZnNeElI", t.s[at]) && t.s[at]) ||
           contact_text_word(t, at, "សូន្យ") || contact_text_word(t, at, "ប្រាំបី");
}

/* l2 345 678: the zero is left out, and a letter stands for the first digit. */
static bool lacks_zero(const struct loose *x, int n)
{
    enum { FIRST = 2, MIDDLE = 3 };
    return x->letters && !x->spelt && x->group[n - 1] == 2 && n <= 9 && group_length(x, 0, n) == FIRST &&
           group_length(x, 1, n) == MIDDLE;
}

/* Behind what draws a key around the last digit. */
static size_t past_keycap(struct str t, size_t at)
{
    for (size_t next = at; next < t.n;) {
        uint32_t c = utf8_next(t, &next);
        if (c != 0xFE0F && c != 0x20E3) break;
        at = next;
    }
    return at;
}

bool loose_number(struct str text, size_t least, size_t at, size_t *end)
{
    enum { SPELT_LEAST = 3 };
    if (!may_begin(text, at) || is_letter_before(text, least, at)) return false;
    struct loose x = read_loose(text, at);
    bool country = begins_country(&x);
    int n = length_of(&x, country);
    bool begun = n && (country || (x.digit[0] == 0 && x.digit[1] != 0) || lacks_zero(&x, n));
    if (!begun) return false;
    if (x.spelt && x.spelt < SPELT_LEAST && !x.letters && x.group[n - 1] == 0 && x.n > n) return false;
    if (!x.spelt && !country && !has_groups(&x, n)) return false;
    *end = past_keycap(text, x.end[n - 1]);
    return true;
}
