#include "privacy/contact/digit_words.h"

#include "privacy/contact/contact_text.h"
#include "privacy/contact/phone.h"

struct digit_word {
    const char *text;
    int value;
};

static bool is_digit_at(struct str t, size_t at)
{
    return at < t.n && phone_digit(t, &at) >= 0;
}

static int word_here(struct str t, size_t *at, const struct digit_word *words, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (contact_text_word(t, *at, words[i].text)) return *at += strlen(words[i].text), words[i].value;
    return -1;
}
#define WORD_HERE(t, at, words) word_here((t), (at), (words), sizeof(words) / sizeof *(words))

/* -- English --------------------------------------------------------------------------------------------- */

/* What begins like another stands before it. */
static const struct digit_word EN_ONES[] = {{"zero", 0},  {"one", 1},  {"two", 2},    {"three", 3},
                                            {"four", 4},  {"five", 5}, {"six", 6},    {"seven", 7},
                                            {"eight", 8}, {"nine", 9}, {"nought", 0}, {"oh", 0}};
static const struct digit_word EN_TEENS[] = {
    {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
    {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}};
static const struct digit_word EN_TENS[] = {{"twenty", 2},  {"thirty", 3}, {"forty", 4},
                                            {"fourty", 4},  {"fifty", 5},  {"sixty", 6},
                                            {"seventy", 7}, {"eighty", 8}, {"ninety", 9}};
static const struct digit_word EN_TIMES[] = {{"double", 2}, {"triple", 3}};

static bool english_begins(struct str t, size_t at)
{
    return WORD_HERE(t, &at, EN_ONES) >= 0 || WORD_HERE(t, &at, EN_TENS) >= 0;
}

/* A word ends here, or another digit begins: zeroonetwo, four52. */
static bool ends_english(struct str t, size_t end)
{
    return contact_text_ends(t, end) || is_digit_at(t, end) || english_begins(t, end);
}

static int english_ones(struct str t, size_t *at)
{
    size_t end = *at;
    int value = WORD_HERE(t, &end, EN_ONES);
    if (value < 0 && contact_text_whole(t, *at, "o") &&
        english_begins(t, contact_text_past_blanks(t, *at + 1)))
        return ++*at, 0;
    return value >= 0 && ends_english(t, end) ? *at = end, value : -1;
}

/* double five */
static int english_times(struct str t, size_t *at, int digit[DIGIT_WORDS_MOST])
{
    size_t end = *at;
    int times = WORD_HERE(t, &end, EN_TIMES);
    if (times < 0) return 0;
    end = contact_text_past_blanks(t, end);
    int value = english_ones(t, &end);
    if (value < 0) value = phone_digit(t, &end);
    if (value < 0) return 0;
    for (int i = 0; i < times; i++) digit[i] = value;
    return *at = end, times;
}

static int english_teen(struct str t, size_t *at, int digit[DIGIT_WORDS_MOST])
{
    size_t end = *at;
    int value = WORD_HERE(t, &end, EN_TEENS);
    if (value < 0 || !ends_english(t, end)) return 0;
    digit[0] = value / 10;
    digit[1] = value % 10;
    return *at = end, 2;
}

/* seventy-eight, seventy */
static int english_tens(struct str t, size_t *at, int digit[DIGIT_WORDS_MOST])
{
    size_t end = *at, more;
    digit[1] = 0;
    if ((digit[0] = WORD_HERE(t, &end, EN_TENS)) < 0 || !ends_english(t, end)) return 0;
    more = end < t.n && (t.s[end] == '-' || t.s[end] == ' ') ? end + 1 : end;
    int value = english_ones(t, &more);
    if (value > 0) digit[1] = value, end = more;
    return *at = end, 2;
}

static int english(struct str t, size_t *at, int digit[DIGIT_WORDS_MOST])
{
    int n = english_times(t, at, digit);
    if (!n) n = english_tens(t, at, digit);
    if (!n) n = english_teen(t, at, digit);
    if (n) return n;
    return (digit[0] = english_ones(t, at)) >= 0;
}

/* -- Khmer ----------------------------------------------------------------------------------------------- */

static const struct digit_word KM_ONES[] = {{"សូន្យ", 0},   {"ប្រាំបួន", 9}, {"ប្រាំបី", 8}, {"ប្រាំពីរ", 7},
                                            {"ប្រាំពិល", 7}, {"ប្រាំមួយ", 6}, {"ប្រាំ", 5},  {"បួន", 4},
                                            {"បី", 3},     {"ពីរ", 2},    {"មួយ", 1},   {"ពិរ", 2}};
static const struct digit_word KM_TENS[] = {{"ដប់", 1},   {"ម្ភៃ", 2},  {"ម៉្ភៃ", 2},  {"សាមសិប", 3}, {"សែសិប", 4},
                                            {"ហាសិប", 5}, {"ហុកសិប", 6}, {"ចិតសិប", 7}, {"ប៉ែតសិប", 8}, {"កៅសិប", 9}};

/* ហាសិបប្រាំ, ហាសិប */
static int khmer_tens(struct str t, size_t *at, int digit[DIGIT_WORDS_MOST])
{
    size_t end = *at;
    digit[1] = 0;
    if ((digit[0] = WORD_HERE(t, &end, KM_TENS)) < 0) return 0;
    size_t more = contact_text_past_zero(t, end);
    int value = WORD_HERE(t, &more, KM_ONES);
    if (value > 0) digit[1] = value, end = more;
    return *at = end, 2;
}

/* បី, បីរយ: a hundred adds no digit where tens follow, and a zero where ones do. */
static int khmer_ones(struct str t, size_t *at, int digit[DIGIT_WORDS_MOST])
{
    static const char HUNDRED[] = "រយ";
    if ((digit[0] = WORD_HERE(t, at, KM_ONES)) < 0) return 0;
    size_t end = contact_text_past_zero(t, *at);
    if (!contact_text_word(t, end, HUNDRED)) return 1;
    *at = end += strlen(HUNDRED);
    size_t tens = contact_text_past_zero(t, end), ones = tens;
    if (WORD_HERE(t, &tens, KM_TENS) >= 0) return 1;
    digit[1] = 0;
    return WORD_HERE(t, &ones, KM_ONES) >= 0 ? 2 : (digit[2] = 0, 3);
}

/* -- either ---------------------------------------------------------------------------------------------- */

int digit_words(struct str t, size_t *at, int digit[DIGIT_WORDS_MOST])
{
    if (*at >= t.n) return 0;
    if (!(t.s[*at] & 0x80)) return english(t, at, digit);
    int n = khmer_tens(t, at, digit);
    return n ? n : khmer_ones(t, at, digit);
}

bool digit_words_here(struct str t, size_t at)
{
    int digit[DIGIT_WORDS_MOST];
    return digit_words(t, &at, digit) > 0;
}

/* A bar is a one behind the zero that begins; elsewhere it parts. */
static bool is_bar_for_one(struct str t, size_t at)
{
    bool zero =
        at > 0 && t.s[at - 1] == '0' && (at < 2 || !(contact_text_name(t.s[at - 2]) || t.s[at - 2] == '|'));
    return zero && !(at + 2 < t.n && t.s[at + 2] == '|');
}

static int letter_value(struct str t, size_t at)
{
    char c = at < t.n ? t.s[at] : ' ';
    if (c == '|') return is_bar_for_one(t, at) ? 1 : -1;
    return c == 'O' || c == 'o' ? 0 : c == 'l' || c == 'I' ? 1 : -1;
}

/* A digit, perhaps behind more such letters, or behind a sign. */
static bool digit_follows(struct str t, size_t at, bool apart)
{
    enum { LETTERS = 3 };
    for (int i = 0; i < LETTERS && letter_value(t, at) >= 0; i++) at++;
    if (is_digit_at(t, at)) return true;
    size_t next = contact_text_past_blanks(t, at);
    if (next == at && at < t.n && t.s[at] && strchr("-.", t.s[at])) next++;
    return apart && next > at && is_digit_at(t, next);
}

int digit_words_letter(struct str t, size_t *at, bool first)
{
    size_t probe = *at > 0 ? contact_text_before(t, *at) : 0;
    int value = letter_value(t, *at);
    if (value < 0) return -1;
    bool ends = contact_text_ends(t, *at + 1), begins = contact_text_ends(t, *at);
    bool behind = digit_follows(t, *at + 1, first || (begins && ends));
    bool before = *at > 0 && !first && (phone_digit(t, &probe) >= 0 || letter_value(t, probe) >= 0);
    if (first ? !behind : !(before && (behind || ends)) && !(behind && begins)) return -1;
    return ++*at, value;
}
