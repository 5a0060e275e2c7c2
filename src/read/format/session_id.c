#include "read/format/session_id.h"

#include "base/buf.h"
#include "khmer/letter.h"
#include "khmer/number.h"

/* A number of one or two digits in either script; -1 where there is none. */
static int digits(struct str s, size_t *at)
{
    int value = -1;
    for (int i = 0; i < 3 && *at < s.n; i++) {
        size_t next = *at;
        int d = khmer_digit_value(utf8_next(s, &next));
        if (d < 0) break;
        if (i == 2) return -1;
        value = (value < 0 ? 0 : value) * 10 + d;
        *at = next;
    }
    return value;
}

/* A word in any capitals, or its first letter, with blanks and dashes around it. */
static bool word(struct str s, size_t *at, const char *name)
{
    struct str whole = str_of(name);
    size_t n = str_eq_fold(str_sub(s, *at, *at + whole.n), whole)            ? whole.n
               : str_eq_fold(str_sub(s, *at, *at + 1), str_sub(whole, 0, 1)) ? 1
                                                                             : 0;
    *at += n;
    return n > 0;
}

static bool gap(struct str s, size_t *at)
{
    size_t from = *at;
    while (*at < s.n && memchr(" -_.", s.s[*at], 4)) ++*at;
    return *at > from;
}

struct str session_id_read(struct arena *a, struct str text, size_t *used)
{
    size_t at = 0;
    bool named = word(text, &at, "day");
    if (named) gap(text, &at);
    int day = digits(text, &at);
    bool parted = gap(text, &at), second = word(text, &at, "session");
    if (second) gap(text, &at);
    int number = digits(text, &at);
    bool ends = at >= text.n || memchr(" -_.", text.s[at], 4);
    if (day < 1 || number < 1 || !ends || (named ? !second : !second && !parted)) return (struct str){0};
    *used = at;
    return str_fmt(a, "d%ds%02d", day, number);
}

struct str session_id_cell(struct arena *a, struct str text)
{
    size_t used = 0;
    struct str id = session_id_read(a, text, &used);
    return id.n && used == text.n ? id : text;
}

/* The month and day of a date, of one without a year too. */
static bool month_day(struct arena *a, struct str text, int *month, int *day)
{
    int year;
    if (date_read(text, &year, month, day)) return true;
    struct buf b = BUF(a);
    for (size_t i = 0; i < text.n; i++) buf_byte(&b, memchr("-/.", text.s[i], 3) ? ' ' : text.s[i]);
    buf_put(&b, " 2024"); /* it has a 29 February */
    return date_read(buf_str(&b), &year, month, day);
}

void session_id_dated(struct arena *a, struct str text, struct str ids[2])
{
    int month, day;
    ids[0] = ids[1] = (struct str){0};
    if (!month_day(a, text, &month, &day)) return;
    ids[0] = str_fmt(a, "d%ds%02d", month, day);
    ids[1] = str_fmt(a, "d%ds%02d", day, month);
}
