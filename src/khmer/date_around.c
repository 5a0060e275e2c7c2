#include "khmer/letter.h"
#include "khmer/line_class.h"
#include "khmer/number.h"

static bool latin(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t over(struct str t, size_t at, struct str word)
{
    return word.n <= t.n - at && str_eq(str_sub(t, at, at + word.n), word) ? at + word.n : at;
}

static size_t back_over(struct str t, size_t at, struct str word)
{
    return word.n <= at && str_eq(str_sub(t, at - word.n, at), word) ? at - word.n : at;
}

static size_t over_spaces(struct str t, size_t at)
{
    while (at < t.n && t.s[at] == ' ') at++;
    return at;
}

static size_t over_digits(struct str t, size_t at, int *count)
{
    *count = 0;
    for (size_t next = at; at < t.n && khmer_digit_value(utf8_next(t, &next)) >= 0; at = next) ++*count;
    return at;
}

static size_t back_over_digits(struct str t, size_t at)
{
    while (at && khmer_digit_value(utf8_before(t, at)) >= 0) at -= (unsigned char)t.s[at - 1] < 0x80 ? 1 : 3;
    return at;
}

/* Where the day begins that stands before a month; the month's own place where none does. */
static size_t day_before(struct str t, size_t at)
{
    size_t end = at;
    while (end && t.s[end - 1] == ' ') end--;
    size_t day = back_over_digits(t, end);
    if (day == end) return at;
    size_t named = back_over(t, day, STR("ទី"));
    return back_over(t, named, STR("ថ្ងៃ"));
}

/* Where the year ends that stands behind: ឆ្នាំ២០២៣, 2023; the place itself where none does. */
static size_t year_after(struct str t, size_t at)
{
    int count;
    size_t from = over_spaces(t, at < t.n && t.s[at] == ',' ? at + 1 : at);
    size_t to = over_digits(t, over_spaces(t, over(t, from, STR("ឆ្នាំ"))), &count);
    return count == 4 ? to : at;
}

/* The same where a day stands before it: March 14, 2023. */
static size_t day_after(struct str t, size_t at)
{
    int count;
    size_t to = over_digits(t, over_spaces(t, at), &count);
    return count == 1 || count == 2 ? year_after(t, to) : at;
}

/* ព.ស., គ.ស., ម.ស., ច.ស.: the Buddhist, the common, the great, the lesser. */
static bool names_era(struct str t, size_t at)
{
    static const uint32_t first[] = {0x1796, 0x1782, 0x1798, 0x1785};
    uint32_t cp = utf8_next(t, &at);
    bool any = false;
    for (size_t i = 0; i < sizeof first / sizeof *first; i++) any |= cp == first[i];
    return any && over(t, at, STR(".ស")) > at;
}

/* Where the year of an era ends whose name begins here: ព.ស. ២៥៦៦; the place itself where none does. */
static size_t era_end(struct str t, size_t at)
{
    int count = 0;
    size_t from = at, to = at;
    if (!names_era(t, at)) return at;
    utf8_next(t, &from);
    from = over(t, over(t, from, STR(".ស")), STR("."));
    to = over_digits(t, over_spaces(t, from), &count);
    return count ? to : at;
}

bool date_around(struct str text, size_t at, size_t *from, size_t *to)
{
    int month;
    *from = at;
    if ((*to = era_end(text, at)) > at) return true;
    size_t n = date_month_at(text, at, &month), end = at + n, named = back_over(text, at, STR("ខែ"));
    bool letters = n && latin(text.s[at]);
    if (!n || (letters && (text.s[at] > 'Z' || (at && latin(text.s[at - 1]))))) return false;
    *from = day_before(text, named);
    bool day = *from < named;
    if (!letters && !day && named == at) return false;
    if (!day) *from = named;
    *to = year_after(text, end);
    if (*to == end && letters && !day) *to = day_after(text, end);
    return day || *to > end;
}

/* Behind ខែ, or a number and a space, or as a word with a capital; an era's name. */
bool date_around_may_be(struct str t, size_t at)
{
    static const char month[] = "ខែ";
    size_t last = at, next = at;
    if (t.s[at] >= 'A' && t.s[at] <= 'Z')
        return !at || line_class_of(utf8_before(t, at)) != LINE_CLASS_LETTER;
    if (!khmer_letter(utf8_next(t, &next))) return false;
    if (next < t.n && t.s[next] == '.' && names_era(t, at)) return true;
    if (at >= sizeof month - 1 && !memcmp(t.s + at + 1 - sizeof month, month, sizeof month - 1)) return true;
    while (last && t.s[last - 1] == ' ') last--;
    return last && last < at && line_class_of(utf8_before(t, last)) == LINE_CLASS_DIGIT;
}
