#include "khmer/letter.h"
#include "khmer/number.h"

#include <time.h>

enum { ITEMS = 3, MONTHS = 12 };

static const struct str month_km[MONTHS] = {STR_INIT("មករា"),  STR_INIT("កុម្ភៈ"),  STR_INIT("មីនា"),
                                            STR_INIT("មេសា"),  STR_INIT("ឧសភា"),  STR_INIT("មិថុនា"),
                                            STR_INIT("កក្កដា"), STR_INIT("សីហា"),   STR_INIT("កញ្ញា"),
                                            STR_INIT("តុលា"),   STR_INIT("វិច្ឆិកា"), STR_INIT("ធ្នូ")};
static const struct str month_en[MONTHS] = {STR_INIT("January"), STR_INIT("February"), STR_INIT("March"),
                                            STR_INIT("April"),   STR_INIT("May"),      STR_INIT("June"),
                                            STR_INIT("July"),    STR_INIT("August"),   STR_INIT("September"),
                                            STR_INIT("October"), STR_INIT("November"), STR_INIT("December")};

struct month_spelling {
    struct str s;
    int month;
};

/* Other spellings of months. */
static const struct month_spelling other_months[] = {
    {STR_INIT("កុម្ភះ"), 2},   {STR_INIT("មិនា"), 3},  {STR_INIT("មិថុនា"), 6}, {STR_INIT("កក្ដដា"), 7},
    {STR_INIT("វិច្ចិកា"), 11}, {STR_INIT("ធ្នូរ"), 12}, {STR_INIT("Sept"), 9},
};

/* Words that tell nothing. Where one starts another, the longer comes first. */
static const struct str passed_over[] = {
    STR_INIT("ថ្ងៃទី"),     STR_INIT("ថ្ងៃ"),       STR_INIT("ទី"),        STR_INIT("ខែ"),
    STR_INIT("ឆ្នាំ"),      STR_INIT("គ.ស"),       STR_INIT("គ.ស."),     STR_INIT("ច័ន្ទ"),
    STR_INIT("ចន្ទ"),      STR_INIT("អង្គារ"),     STR_INIT("ពុធ"),       STR_INIT("ព្រហស្បតិ៍"),
    STR_INIT("សុក្រ"),      STR_INIT("សៅរ៍"),       STR_INIT("អាទិត្យ"),    STR_INIT("Monday"),
    STR_INIT("Tuesday"),  STR_INIT("Wednesday"), STR_INIT("Thursday"), STR_INIT("Friday"),
    STR_INIT("Saturday"), STR_INIT("Sunday"),    STR_INIT("Mon"),      STR_INIT("Tues"),
    STR_INIT("Tue"),      STR_INIT("Wed"),       STR_INIT("Thurs"),    STR_INIT("Thu"),
    STR_INIT("Fri"),      STR_INIT("Sat"),       STR_INIT("Sun"),      STR_INIT("of"),
    STR_INIT("the"),      STR_INIT("st"),        STR_INIT("nd"),       STR_INIT("rd"),
    STR_INIT("th"),
};

struct date_item {
    int value, digits; /* digits 0: a month's name */
};

static bool latin_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* By the bytes that tell most: each letter of a text is held against each word. */
static bool starts_alike(const char *text, const char *word)
{
    return (unsigned char)word[0] < 0x80 ? ((text[0] ^ word[0]) | 32) == 32 : text[2] == word[2];
}

/* The length of a word that stands at a place; 0 where it does not, or is part of a longer Latin word. */
static size_t word_at(struct str t, size_t at, struct str word)
{
    if (!word.n || t.n - at < word.n || !starts_alike(t.s + at, word.s)) return 0;
    if (!str_eq_fold(str_sub(t, at, at + word.n), word)) return 0;
    bool cut = latin_letter(word.s[0]) && at + word.n < t.n && latin_letter(t.s[at + word.n]);
    return cut ? 0 : word.n;
}

/* What months begin with, and what the words passed over begin with. */
static bool may_begin(struct str text, struct str latin, struct str khmer)
{
    if (!text.n) return false;
    if ((unsigned char)text.s[0] < 0x80) return memchr(latin.s, str_low(text.s[0]), latin.n) != NULL;
    for (size_t i = 0; i < khmer.n && text.n > 2; i += 3)
        if (text.s[2] == khmer.s[i + 2] && !memcmp(text.s, khmer.s + i, 3)) return true;
    return false;
}

/* The length of a month's name, in full, in short or spelt otherwise; *month: which. */
static size_t month_at(struct str t, size_t at, int *month)
{
    if (!may_begin(str_sub(t, at, t.n), STR("jfmasond"), STR("មកឧសតវធ"))) return 0;
    bool latin = (unsigned char)t.s[at] < 0x80;
    for (int m = 0; m < MONTHS; m++) {
        size_t n = word_at(t, at, latin ? month_en[m] : month_km[m]);
        if (!n && latin) n = word_at(t, at, str_sub(month_en[m], 0, 3));
        if (n) return *month = m + 1, n;
    }
    for (size_t i = 0; i < sizeof other_months / sizeof *other_months; i++) {
        size_t n = word_at(t, at, other_months[i].s);
        if (n) return *month = other_months[i].month, n;
    }
    return 0;
}

/* The length of a month's name or a word to pass over; *month is 0 for the latter. */
static size_t literal_at(struct str t, size_t at, int *month)
{
    size_t n = month_at(t, at, month);
    if (n) return n;
    if (!may_begin(str_sub(t, at, t.n), STR("mtwfsonr"), STR("ថទខឆគចអពស"))) return 0;
    *month = 0;
    for (size_t i = 0; i < sizeof passed_over / sizeof *passed_over; i++)
        if ((n = word_at(t, at, passed_over[i]))) return n;
    return 0;
}

size_t date_month_at(struct str text, size_t at, int *month)
{
    *month = 0;
    return month_at(text, at, month);
}

static int digit_at(struct str t, size_t at, size_t *next)
{
    *next = at;
    uint32_t c = at < t.n ? utf8_next(t, next) : 0;
    return khmer_digit_value(c);
}

/* Up to four digits. */
static struct date_item number_at(struct str t, size_t *at)
{
    struct date_item n = {0};
    size_t next;
    for (int d; n.digits < 5 && (d = digit_at(t, *at, &next)) >= 0; *at = next) {
        n.value = n.value * 10 + d;
        n.digits++;
    }
    return n;
}

static bool separator(uint32_t c)
{
    return c == ' ' || c == '\t' || c == ',' || c == '.' || c == '/' || c == '-' || utf8_blank(c) ||
           c == 0xFF0C || (c >= 0x2010 && c <= 0x2013);
}

/* Three items, and how far they reach; false where the text holds less, or anything else between them. */
static bool read_items(struct str t, struct date_item items[ITEMS], size_t *at)
{
    for (size_t n = 0; n < ITEMS;) {
        size_t next;
        int month = 0;
        if (*at >= t.n) return false;
        if (digit_at(t, *at, &next) >= 0) {
            items[n] = number_at(t, at);
            if (items[n++].digits > 4) return false;
            continue;
        }
        size_t length = literal_at(t, *at, &month);
        if (month) items[n++] = (struct date_item){month, 0};
        if (length) {
            *at += length;
            continue;
        }
        next = *at;
        if (!separator(utf8_next(t, &next))) return false;
        *at = next;
    }
    return true;
}

/* The calendar has that day: where it has not, timegm moves on to one that it has. */
static bool is_day(int year, int month, int day)
{
    struct tm t = {.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day};
    timegm(&t);
    return t.tm_year == year - 1900 && t.tm_mon == month - 1 && t.tm_mday == day;
}

/* 2566 is 2023: no event is reported on that lies four hundred years ahead. */
static int full_year(struct date_item y)
{
    enum { ERA = 543, ERA_FROM = 2400, ERA_TO = 2700, CENTURY = 2000 };
    if (y.digits == 2) return CENTURY + y.value;
    return y.value >= ERA_FROM && y.value < ERA_TO ? y.value - ERA : y.value;
}

/* Day, month, year out of three items: which is which shows from the name of the month and the number of
 * digits; 3/13/2023 can only be month first. */
static bool assign(const struct date_item i[ITEMS], int *year, int *month, int *day)
{
    const struct date_item *y = &i[2], *m = &i[1], *d = &i[0];
    int names = (i[0].digits == 0) + (i[1].digits == 0) + (i[2].digits == 0);
    if (i[0].digits > 2)
        y = &i[0], d = &i[2];
    else if (i[0].digits == 0 || (!names && m->value > MONTHS))
        m = &i[0], d = &i[1];
    if (names > 1 || (names && m->digits) || d->digits < 1 || d->digits > 2 || m->digits > 2) return false;
    if (y->digits != 4 && (y->digits != 2 || (names && m != &i[1]))) return false;
    *year = full_year(*y);
    *month = m->value;
    *day = d->value;
    return *year >= 1 && is_day(*year, *month, *day);
}

/* A time, or nothing, to the text's end. */
static bool only_time_left(struct str t, size_t at)
{
    struct str rest = str_trim(str_sub(t, at, t.n));
    size_t next;
    while (rest.n && (rest.s[0] == ',' || rest.s[0] == '.')) rest = str_trim(str_sub(rest, 1, rest.n));
    if (!rest.n || str_starts(rest, "ម៉ោង") || word_at(rest, 0, STR("at")) || word_at(rest, 0, STR("គ.ស")))
        return true;
    bool apart = rest.s != t.s + at || rest.s[0] == 'T';
    if (rest.s[0] == 'T') rest = str_sub(rest, 1, rest.n);
    return apart && digit_at(rest, 0, &next) >= 0;
}

/* 04-Apr-23 is a spreadsheet's way; "4 April 23" and "4 April 10.30" may tell anything. */
static bool short_year_stands(struct str t, size_t end)
{
    for (char bytes[4]; end > 0;) {
        uint32_t c = utf8_before(t, end);
        size_t digit, at = end - utf8_put(bytes, c);
        if (digit_at(t, at, &digit) < 0) return c == '-' || c == '/';
        end = at;
    }
    return false;
}

bool date_read(struct str text, int *year, int *month, int *day)
{
    struct str t = str_trim(text);
    struct date_item items[ITEMS];
    size_t at = 0;
    int y, m, d;
    if (!read_items(t, items, &at) || !assign(items, &y, &m, &d) || !only_time_left(t, at)) return false;
    if (!items[1].digits && items[2].digits == 2 && !short_year_stands(t, at)) return false;
    *year = y;
    *month = m;
    *day = d;
    return true;
}

bool date_either(struct str text)
{
    struct date_item i[ITEMS];
    size_t at = 0;
    if (!read_items(str_trim(text), i, &at) || i[0].digits > 2 || !i[0].digits || !i[1].digits) return false;
    return i[0].value <= MONTHS && i[1].value <= MONTHS && i[0].value != i[1].value;
}

bool date_serial(struct str text, int *year, int *month, int *day)
{
    enum { FROM = 20000, TO = 80000, OF_1970 = 25569, SECONDS = 86400 }; /* 1954 to 2119 */
    struct str t = str_trim(text);
    long n;
    size_t whole = 0;
    while (whole < t.n && t.s[whole] != '.' && t.s[whole] != ',') whole++;
    for (size_t i = whole + 1; i < t.n; i++)
        if (t.s[i] < '0' || t.s[i] > '9') return false;
    if (!number_read(str_sub(t, 0, whole), &n) || n < FROM || n > TO) return false;
    time_t at = (time_t)(n - OF_1970) * SECONDS;
    struct tm day_of;
    if (!gmtime_r(&at, &day_of)) return false;
    *year = day_of.tm_year + 1900;
    *month = day_of.tm_mon + 1;
    *day = day_of.tm_mday;
    return true;
}

bool date_part(struct arena *a, struct str text)
{
    int year, month, day;
    struct str t = str_trim(text);
    if (date_read(t, &year, &month, &day)) return false;
    return date_read(str_fmt(a, "%.*s 2024", STR_ARGS(t)), &year, &month, &day) ||
           date_read(str_fmt(a, "1 %.*s", STR_ARGS(t)), &year, &month, &day) ||
           date_read(str_fmt(a, "%.*s-01", STR_ARGS(t)), &year, &month, &day);
}

bool date_month(struct arena *a, struct str text, int *year, int *month)
{
    int day;
    struct str t = str_trim(text);
    if (date_read(str_fmt(a, "%.*s 2024", STR_ARGS(t)), year, month, &day)) return false;
    return !date_read(t, year, month, &day) &&
           (date_read(str_fmt(a, "1 %.*s", STR_ARGS(t)), year, month, &day) ||
            date_read(str_fmt(a, "%.*s-01", STR_ARGS(t)), year, month, &day));
}

struct str date_write(struct arena *a, int year, int month, int day, enum lang lang)
{
    bool km = lang == LANG_KM;
    const char *name = km ? month_km[month - 1].s : month_en[month - 1].s;
    if (!km) return day ? str_fmt(a, "%d %s %d", day, name, year) : str_fmt(a, "%s %d", name, year);
    struct str s =
        day ? str_fmt(a, "ថ្ងៃទី%d ខែ%s ឆ្នាំ%d", day, name, year) : str_fmt(a, "ខែ%s ឆ្នាំ%d", name, year);
    return number_khmer_digits(a, s);
}

/* Twelve hours to add or take for a word after the time; -1 where something else stands there. */
static int half_day(struct str rest, int hour)
{
    rest = str_trim(rest);
    if (!rest.n) return 0;
    bool pm = str_eq_fold(rest, STR("pm")) || str_eq_fold(rest, STR("p.m.")) || str_is(rest, "ល្ងាច") ||
              str_is(rest, "រសៀល") || str_is(rest, "យប់");
    bool am = str_eq_fold(rest, STR("am")) || str_eq_fold(rest, STR("a.m.")) || str_is(rest, "ព្រឹក");
    if (!pm && !am) return -1;
    if (pm) return hour < 12 ? 12 : 0;
    return hour == 12 ? -12 : 0;
}

/* The minutes after a sign that parts them from the hours; 0 where there is none, -1 where it is wrong. */
static int minutes_at(struct str t, size_t *at)
{
    size_t next = *at;
    uint32_t c = next < t.n ? utf8_next(t, &next) : 0;
    if (c != ':' && c != '.' && c != 'h' && c != 'H' && c != 0x17D6) return 0;
    size_t ignored;
    if ((c | 32) == 'h' && digit_at(t, next, &ignored) < 0) return *at = next, 0;
    struct date_item minutes = number_at(t, &next);
    if (minutes.digits != 2 || minutes.value > 59) return -1;
    *at = next;
    return minutes.value;
}

int clock_serial(struct str text)
{
    enum { DAY = 24 * 60, DIGITS_MOST = 12 };
    const double near = 0.1; /* of a minute: as programs round */
    struct str t = str_trim(text);
    double part = 0, unit = 1;
    if (t.n < 3 || t.n > DIGITS_MOST + 2 || t.s[0] != '0' || (t.s[1] != '.' && t.s[1] != ',')) return -1;
    for (size_t i = 2; i < t.n; i++) {
        if (t.s[i] < '0' || t.s[i] > '9') return -1;
        part += (unit /= 10) * (t.s[i] - '0');
    }
    int minutes = (int)(part * DAY + 0.5);
    double off = part * DAY - minutes;
    return minutes < DAY && off < near && off > -near ? minutes : -1;
}

int clock_read(struct str text)
{
    struct str t = str_trim(text);
    size_t at = 0, colon;
    if (str_starts(t, "ម៉ោង")) t = str_trim(str_sub(t, strlen("ម៉ោង"), t.n));
    struct date_item hour = number_at(t, &at);
    colon = at;
    int minutes = minutes_at(t, &at);
    if (hour.digits < 1 || hour.digits > 2 || minutes < 0) return -1;
    bool bare = at == colon;
    if (!bare && at < t.n && t.s[at] == ':' && minutes_at(t, &at) < 0) return -1;
    struct str rest = str_sub(t, at, t.n);
    int half = half_day(rest, hour.value);
    if (half == -1 || (bare && !str_trim(rest).n) || hour.value > 23 || (half == 12 && hour.value > 12))
        return -1;
    return (hour.value + half) * 60 + minutes;
}

/* What parts two times at a place: its bytes, or 0. */
static size_t range_sign(struct str t, size_t at)
{
    static const char *const SIGNS[] = {"-", "–", "—", "−", "~", "to", "ដល់"};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (str_eq_fold(str_sub(t, at, at + strlen(SIGNS[i])), str_of(SIGNS[i]))) return strlen(SIGNS[i]);
    return 0;
}

static bool ends_in_digit(struct str t)
{
    uint32_t c = 0;
    for (size_t at = 0; at < t.n;) c = utf8_next(t, &at);
    return khmer_digit_value(c) >= 0;
}

bool clock_range(struct str text, int *start, int *end)
{
    enum { HALF_DAY = 12 * 60 };
    for (size_t at = 1; at < text.n; at++) {
        size_t n = range_sign(text, at);
        if (!n) continue;
        struct str first = str_trim(str_sub(text, 0, at)), last = str_trim(str_sub(text, at + n, text.n));
        *start = clock_read(first);
        *end = clock_read(last);
        if (*start < 0 || *end < 0) continue;
        bool once = ends_in_digit(first) && !ends_in_digit(last); /* the pm of 1:00–2:00 pm */
        if (once && *end >= HALF_DAY && *start + HALF_DAY <= *end) *start += HALF_DAY;
        return true;
    }
    return false;
}

struct str clock_write(struct arena *a, int minutes, enum lang lang)
{
    struct str s = str_fmt(a, "%02d:%02d", minutes / 60, minutes % 60);
    return number_digits(a, s, lang);
}
