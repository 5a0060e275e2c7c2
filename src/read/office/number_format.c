#include "read/office/number_format.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { DECIMALS_MOST = 10, GENERAL_DIGITS = 10, DAY_SECONDS = 86400 };
static const double WHOLE_MOST = 1e15;     /* beyond, a double holds no decimals that anybody typed */
static const double SERIAL_MOST = 2958466; /* 1 January 10000 */

/* -- codes ----------------------------------------------------------------------------------------------- */

struct letters_of_code { /* which ones a code has */
    bool year, month, day, hour, second;
};

/* Past a part of a code that shows as it is: "text", \x, _x, *x. */
static size_t skip_literal(struct str code, size_t at)
{
    char c = code.s[at];
    if (c == '\\' || c == '_' || c == '*') return at + 2;
    if (c != '"') return at;
    for (at++; at < code.n && code.s[at] != '"';) at++;
    return at + 1;
}

/* [h], [mm] and [ss] count on; [Red], [>1], [$-409] show nothing. */
static size_t read_bracket(struct number_format *f, struct letters_of_code *l, struct str code, size_t at)
{
    char c = at + 1 < code.n ? (char)(code.s[at + 1] | 32) : 0;
    size_t end = at + 1;
    while (end < code.n && code.s[end] != ']') end++;
    bool same = end > at + 1;
    for (size_t i = at + 1; i < end; i++) same = same && (code.s[i] | 32) == c;
    if (same && (c == 'h' || c == 'm' || c == 's')) l->hour = f->elapsed = true;
    return end + 1;
}

static void read_letter(struct number_format *f, struct letters_of_code *l, char c, int *zeros)
{
    bool digit = c == '0' || c == '#' || c == '?', point = f->decimals >= 0;
    if (point && digit && f->decimals < DECIMALS_MOST) f->decimals++;
    if (!point && c == '.') f->decimals = 0;
    if (!point && c == '0') ++*zeros;
    if (c == '%') f->percent = true;
    switch (c | 32) {
    case 'y':
    case 'b': l->year = true; break;
    case 'm': l->month = true; break;
    case 'd': l->day = true; break;
    case 'h': l->hour = true; break;
    case 's': l->second = true; break;
    default: break;
    }
}

struct number_format number_format_read(struct str code)
{
    struct number_format f = {.decimals = -1};
    struct letters_of_code l = {0};
    int zeros = 0;
    bool plain = true;
    if (str_eq_fold(str_sub(code, 0, 7), STR("General")) || str_is(code, "@")) return f;
    for (size_t at = 0; at < code.n && code.s[at] != ';';) {
        char c = code.s[at];
        size_t next = skip_literal(code, at);
        if (next == at && c == '[') next = read_bracket(&f, &l, code, at);
        if (next == at) read_letter(&f, &l, c, &zeros), next = at + 1;
        plain = plain && (c == '0' || c == '.' || c == ';');
        if (c == 'E' || c == 'e' || c == '/') plain = false;
        at = next;
    }
    f.date = l.year || l.day || (l.month && !l.hour && !l.second);
    f.time = l.hour || l.second;
    f.seconds = l.second;
    f.zeros = plain && zeros > 1 ? zeros : 0;
    bool general =
        memchr(code.s ? code.s : "", 'E', code.n) || (memchr(code.s ? code.s : "", '/', code.n) && !f.date);
    if (general)
        f.decimals = -1;
    else if (f.decimals < 0 && zeros)
        f.decimals = 0;
    return f;
}

struct number_format number_format_builtin(unsigned long id)
{
    static const struct {
        unsigned long from, to;
        const char *code;
    } CODES[] = {{1, 1, "0"},          {2, 2, "0.00"},        {3, 3, "#,##0"},       {4, 4, "#,##0.00"},
                 {5, 6, "#,##0"},      {7, 8, "#,##0.00"},    {9, 9, "0%"},          {10, 10, "0.00%"},
                 {14, 17, "d/m/y"},    {18, 18, "h:m"},       {19, 19, "h:m:s"},     {20, 20, "h:m"},
                 {21, 21, "h:m:s"},    {22, 22, "d/m/y h:m"}, {27, 36, "d/m/y h:m"}, {37, 38, "#,##0"},
                 {39, 40, "#,##0.00"}, {41, 42, "#,##0"},     {43, 44, "#,##0.00"},  {45, 45, "m:s"},
                 {46, 46, "[h]:m:s"},  {47, 47, "m:s"},       {50, 58, "d/m/y h:m"}};
    for (size_t i = 0; i < sizeof CODES / sizeof *CODES; i++)
        if (id >= CODES[i].from && id <= CODES[i].to) return number_format_read(str_of(CODES[i].code));
    return number_format_read(STR("General"));
}

/* -- numbers --------------------------------------------------------------------------------------------- */

static double power_of_ten(int n)
{
    double p = 1;
    for (int i = 0; i < abs(n) && i < 400; i++) p *= 10;
    return p;
}

static int read_exponent(struct str t, size_t at)
{
    int sign = 1, value = 0;
    if (at < t.n && (t.s[at] == '-' || t.s[at] == '+')) sign = t.s[at++] == '-' ? -1 : 1;
    if (at == t.n) return 9999;
    for (; at < t.n; at++) {
        if (t.s[at] < '0' || t.s[at] > '9') return 9999;
        if (value < 1000) value = value * 10 + (t.s[at] - '0');
    }
    return sign * value;
}

/* In any locale of the process, as strtod() is not; exact enough for the digits that are shown. */
static bool read_number(struct str t, double *value)
{
    uint64_t digits = 0;
    int exponent = 0, seen = 0;
    bool minus = t.n && t.s[0] == '-', point = false;
    size_t at = minus || (t.n && t.s[0] == '+');
    for (; at < t.n && (t.s[at] | 32) != 'e'; at++) {
        bool digit = t.s[at] >= '0' && t.s[at] <= '9';
        if (!digit && (t.s[at] != '.' || point)) return false;
        seen += digit;
        exponent -= digit && point && digits < UINT64_C(100000000000000000);
        exponent += digit && !point && digits >= UINT64_C(100000000000000000);
        if (digit && digits < UINT64_C(100000000000000000)) digits = digits * 10 + (uint64_t)(t.s[at] - '0');
        point = point || !digit;
    }
    int more = at < t.n ? read_exponent(t, at + 1) : 0;
    if (!seen || seen > 400 || more == 9999) return false;
    exponent += more;
    *value = exponent < 0 ? (double)digits / power_of_ten(exponent) : (double)digits * power_of_ten(exponent);
    if (minus) *value = -*value;
    return isfinite(*value);
}

/* decimals: at most; zeros at their end are not written. */
static struct str write_number(struct arena *a, double value, int decimals, int zeros)
{
    double size = fabs(value), scaled;
    if (size >= WHOLE_MOST) return str_fmt(a, "%.0f", value);
    while (decimals > 0 && size * power_of_ten(decimals) >= 9e15) decimals--;
    scaled = round(size * power_of_ten(decimals));
    uint64_t all = (uint64_t)scaled, unit = (uint64_t)power_of_ten(decimals);
    const char *sign = value < 0 && all ? "-" : "";
    struct str whole = str_fmt(a, "%s%0*llu", sign, zeros, (unsigned long long)(all / unit));
    if (all % unit == 0) return whole;
    struct str t = str_fmt(a, "%.*s.%0*llu", STR_ARGS(whole), decimals, (unsigned long long)(all % unit));
    while (t.n && t.s[t.n - 1] == '0') t.n--;
    return t;
}

/* As many decimals as a cell of the format General has room for. */
static int general_decimals(double value)
{
    int whole = 1;
    while (whole < GENERAL_DIGITS && fabs(value) >= power_of_ten(whole)) whole++;
    return GENERAL_DIGITS - whole;
}

/* -- dates ----------------------------------------------------------------------------------------------- */

/* The Gregorian date so many days after 1 January 1970. */
static struct str write_day(struct arena *a, long days)
{
    long z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097, of_era = z - era * 146097;
    long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    long m = (5 * of_year + 2) / 153, day = of_year - (153 * m + 2) / 5 + 1, month = m < 10 ? m + 3 : m - 9;
    return str_fmt(a, "%04ld-%02ld-%02ld", year_of_era + era * 400 + (month <= 2), month, day);
}

/* Lotus 1-2-3 took 1900 for a leap year; its 29 February is day 60 to this day. */
static struct str write_serial(struct arena *a, long serial, bool is_1904)
{
    if (is_1904) return write_day(a, serial + 1462 - 25569);
    if (serial == 60) return STR("1900-02-29");
    return write_day(a, serial - 25569 + (serial < 60));
}

static struct str write_seconds(struct arena *a, long seconds)
{
    struct str t = str_fmt(a, "%02ld:%02ld", seconds / 3600, seconds / 60 % 60);
    return seconds % 60 ? str_fmt(a, "%.*s:%02ld", STR_ARGS(t), seconds % 60) : t;
}

static struct str write_time(struct arena *a, double value, const struct number_format *f, bool is_1904)
{
    long all = lround(value * DAY_SECONDS);
    if (!f->seconds) all -= all % 60;
    long day = all / DAY_SECONDS, left = all % DAY_SECONDS;
    if (f->elapsed && !f->date) return write_seconds(a, all);
    bool date = f->date && (day || is_1904 || !left), time = f->time || (f->date && !date);
    if (date && time && left)
        return str_fmt(a, "%.*s %.*s", STR_ARGS(write_serial(a, day, is_1904)),
                       STR_ARGS(write_seconds(a, left)));
    return date ? write_serial(a, day, is_1904) : write_seconds(a, left);
}

struct str number_format_write(struct arena *a, struct str typed, const struct number_format *f, bool is_1904)
{
    double value;
    if (!read_number(str_trim(typed), &value)) return typed;
    if ((f->date || f->time) && value >= 0 && value < SERIAL_MOST) return write_time(a, value, f, is_1904);
    double shown = f->percent ? value * 100 : value;
    int decimals = f->decimals >= 0 ? f->decimals : general_decimals(shown);
    struct str t = write_number(a, shown, decimals, f->zeros);
    return f->percent ? str_fmt(a, "%.*s%%", STR_ARGS(t)) : t;
}

/* -- ISO 8601 -------------------------------------------------------------------------------------------- */

/* 08:30:00.123Z → 08:30 */
static struct str short_time(struct str time)
{
    time = str_sub(time, 0, 8);
    return time.n < 8 || str_ends(time, ":00") ? str_sub(time, 0, 5) : time;
}

struct str number_format_iso(struct arena *a, struct str typed, bool date, bool time)
{
    struct str t = str_trim(typed), day = t;
    str_cut(&t, 'T', &day);
    if (day.n && memchr(day.s, ':', day.n)) return short_time(day);
    struct str clock = short_time(t);
    bool show = time && t.n && (!date || !str_is(clock, "00:00"));
    if (date && show) return str_fmt(a, "%.*s %.*s", STR_ARGS(day), STR_ARGS(clock));
    return show ? clock : day;
}

struct str number_format_duration(struct arena *a, struct str typed)
{
    long seconds = 0, number = 0;
    for (size_t i = 0; i < typed.n; i++) {
        char c = typed.s[i];
        if (c == '.' || c == ',' || number > 1000000) break;
        if (c >= '0' && c <= '9') {
            number = number * 10 + (c - '0');
            continue;
        }
        seconds += c == 'H'   ? number * 3600
                   : c == 'M' ? number * 60
                   : c == 'S' ? number
                   : c == 'D' ? number * DAY_SECONDS
                              : 0;
        number = 0;
    }
    seconds += number; /* of seconds with a fraction */
    return str_starts(typed, "PT") || str_starts(typed, "P") ? write_seconds(a, seconds) : typed;
}
