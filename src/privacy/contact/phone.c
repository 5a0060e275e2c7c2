#include "privacy/contact/phone.h"

#include "privacy/contact/amount.h"
#include "privacy/contact/contact_text.h"

enum {
    GROUPS = 24,
    BETWEEN = 3, /* signs between two groups */
    LEAST = 8,   /* digits */
    MOST = 64    /* digits looked at in one go */
};

struct digits {
    int n, groups, value[GROUPS], length[GROUPS];
    size_t end[GROUPS];      /* behind each group */
    uint32_t parted[GROUPS]; /* the one sign before each group; 0 where there are more */
    bool comma;
};

/* Raised, in circles, of mathematics: in runs of the code chart, and those that stand apart from them. */
static int odd_digit(uint32_t c)
{
    static const struct {
        uint32_t first, last;
        int value;
    } RUNS[] = {{0x2460, 0x2468, 1}, {0x2474, 0x247C, 1}, {0x2776, 0x277E, 1}, {0x2780, 0x2788, 1},
                {0x278A, 0x2792, 1}, {0x2080, 0x2089, 0}, {0x2074, 0x2079, 4}, {0x2070, 0x2070, 0},
                {0xB9, 0xB9, 1},     {0xB2, 0xB3, 2},     {0x24EA, 0x24EA, 0}, {0x24FF, 0x24FF, 0}};
    if (c >= 0x1D7CE && c <= 0x1D7FF) return (int)((c - 0x1D7CE) % 10);
    for (size_t i = 0; i < sizeof RUNS / sizeof *RUNS; i++)
        if (c >= RUNS[i].first && c <= RUNS[i].last) return RUNS[i].value + (int)(c - RUNS[i].first);
    return -1;
}

int phone_digit(struct str t, size_t *at)
{
    static const uint32_t zeros[] = {'0', 0x17E0, 0xFF10, 0x660, 0x6F0, 0xE50, 0xED0, 0x966, 0x1040, 0x9E6};
    size_t next = *at;
    uint32_t c = utf8_next(t, &next);
    int odd = c < 0x80 ? -1 : odd_digit(c);
    if (odd >= 0) return *at = next, odd;
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
        if (c >= zeros[i] && c <= zeros[i] + 9) return *at = next, (int)(c - zeros[i]);
    return -1;
}

static bool parts_number(uint32_t c)
{
    return contact_text_blank(c) || (c < 0x80 && c && strchr(".-()+/_,;*[]{}", (int)c)) ||
           (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xB7 || c == 0x2022;
}

static void begin_group(struct digits *d, uint32_t before, int between)
{
    d->length[d->groups] = d->value[d->groups] = 0;
    d->parted[d->groups++] = between == 1 ? before : 0;
}

static struct digits digits_read(struct str t, size_t at)
{
    struct digits d = {0};
    int between = 1;
    uint32_t before = 0;
    while (at < t.n && d.n < MOST) {
        int v = phone_digit(t, &at);
        if (v < 0) {
            before = utf8_next(t, &at);
            d.comma |= before == ',' || before == ';';
            if (!parts_number(before) || ++between > BETWEEN) break;
            continue;
        }
        if (between && d.groups == GROUPS) break;
        if (between) begin_group(&d, before, between);
        int g = d.groups - 1;
        between = 0;
        d.n++;
        if (d.length[g]++ < 4) d.value[g] = d.value[g] * 10 + v;
        d.end[g] = at;
    }
    return d;
}

static bool is_year(int v, int length)
{
    return length == 4 && ((v >= 1900 && v < 2200) || (v >= 2443 && v < 2743)); /* the Buddhist era too */
}

static bool is_date(const struct digits *d)
{
    if (d->groups < 3) return false;
    bool first = is_year(d->value[0], d->length[0]) && d->length[1] <= 2 && d->length[2] <= 2;
    bool last = is_year(d->value[2], d->length[2]) && d->length[0] <= 2 && d->length[1] <= 2;
    return (first && d->value[1] <= 12 && d->value[2] <= 31) ||
           (last && d->value[0] <= 31 && d->value[1] <= 31);
}

/* 09 00 11 30: groups of two, by twos a time of day at full five minutes. */
static bool is_times(const struct digits *d)
{
    if (d->groups % 2) return false;
    for (int i = 0; i < d->groups; i++) {
        if (d->length[i] != 2 || d->value[i] > (i % 2 ? 59 : 24)) return false;
        if (i % 2 && d->value[i] % 5) return false;
    }
    return true;
}

/* 5, 10, 15, 20 */
static bool is_list(const struct digits *d)
{
    for (int i = 0; i < d->groups; i++)
        if (d->length[i] > 2) return false;
    return d->comma;
}

static bool is_years(const struct digits *d)
{
    return d->groups >= 2 && is_year(d->value[0], d->length[0]) && is_year(d->value[1], d->length[1]);
}

static bool has_lengths(const struct digits *d, const char *lengths)
{
    if ((size_t)d->groups != strlen(lengths)) return false;
    for (int i = 0; i < d->groups; i++) {
        if (d->length[i] != lengths[i] - '0') return false;
        if (i && (!d->parted[i] || d->parted[i] == ',')) return false;
    }
    return true;
}

/* The groups that people write numbers in without 0 or +. */
static bool is_grouped(struct str t, size_t at, const struct digits *d)
{
    size_t end = d->end[d->groups - 1];
    static const char *const FORMS[] = {"233", "234", "334", "1334", "3334", "2234"};
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        if (has_lengths(d, FORMS[i])) return !amount_money(t, end) && !amount_counted(t, at, end);
    return false;
}

/* 0 1 1 2 3 5 8 13: each as much as the one before or more; one of three digits may end a number to call. */
static bool is_series(const struct digits *d)
{
    enum { CALLED_MOST = 12 };
    int single = 0, longest = 0;
    for (int i = 0; i < d->groups; i++) {
        single += d->length[i] == 1;
        if (d->length[i] > longest) longest = d->length[i];
        if (i && d->value[i] < d->value[i - 1]) return false;
    }
    return single > 3 && longest > 1 && (longest < 3 || d->n > CALLED_MOST);
}

/* 0.5 + 0.25, but not 0.9.7 */
static bool is_reckoning(const struct digits *d)
{
    int decimal = 0;
    for (int i = 0; i + 1 < d->groups; i++) {
        bool before = i && d->parted[i] == '.', behind = i + 2 < d->groups && d->parted[i + 2] == '.';
        decimal += d->length[i] == 1 && d->parted[i + 1] == '.' && !before && !behind;
    }
    return decimal > 1 || is_series(d);
}

/* 0 and a digit that is none; 00 before a country. */
static bool begins_local(struct str t, size_t at, const struct digits *d)
{
    int first = phone_digit(t, &at);
    if (d->length[0] == 1 && d->groups > 1) return first == 0 && d->value[1] > 0 && !is_reckoning(d);
    int second = phone_digit(t, &at);
    return first == 0 && (second > 0 || d->n > 10);
}

static bool begins_country(struct str t, size_t at, const struct digits *d)
{
    static const int code[] = {8, 5, 5};
    for (int i = 0; i < 3; i++)
        if (phone_digit(t, &at) != code[i]) return false;
    return d->length[0] == 3 || d->length[0] >= 11;
}

static bool plus_before(struct str t, size_t at)
{
    while (at > 0 && (t.s[at - 1] == '(' || t.s[at - 1] == ' ')) at--;
    return at > 0 && t.s[at - 1] == '+';
}

static bool after_isbn(struct str t, size_t at)
{
    size_t from = at > 10 ? at - 10 : 0;
    for (; from + 4 <= at; from++)
        if (str_eq_fold(str_sub(t, from, from + 4), STR("isbn"))) return true;
    return false;
}

/* One run of digits without a sign that makes it a number to call. */
static bool is_plain_run(const struct digits *d)
{
    int n = d->length[0];
    if (d->groups != 1 || n < LEAST) return false;
    return n > LEAST || !(d->value[0] >= 1900 && d->value[0] < 2100); /* 20240506 */
}

static bool is_decimal(const struct digits *d)
{
    bool sign = d->groups == 2 && (d->parted[1] == '.' || d->parted[1] == ',');
    if (!sign || d->length[0] > 3) return false;
    if (d->length[0] > 1) return d->value[0] >= 100 && d->length[1] != 9 && d->length[1] != 10;
    return d->value[1] > 999 || d->length[1] < 9; /* "5.012345678" may be the fifth number of a list */
}

/* All that is no number to call, though it may hold as many digits. */
static bool is_other(struct str t, size_t at, const struct digits *d)
{
    bool isbn = after_isbn(t, at) || (d->n == 13 && d->groups > 1 && d->length[0] == 3 &&
                                      (d->value[0] == 978 || d->value[0] == 979));
    return isbn || is_years(d) || is_times(d) || is_list(d);
}

/* An amount, not an account in its currency: no 0 begins it, and it is not as long as those are. */
static bool is_amount(struct str t, size_t at, const struct digits *d)
{
    enum { ACCOUNT_LEAST = 9 };
    return phone_digit(t, &at) > 0 && d->n < ACCOUNT_LEAST && amount_money(t, d->end[d->groups - 1]);
}

bool phone_other(struct str t, size_t at)
{
    size_t probe = at;
    if (at >= t.n || phone_digit(t, &probe) < 0) return false;
    struct digits d = digits_read(t, at);
    return (d.groups == 3 && is_date(&d)) || (d.groups == 2 && is_years(&d)) || is_times(&d) ||
           is_amount(t, at, &d);
}

bool phone_number(struct str t, size_t at, size_t *end)
{
    struct digits d = digits_read(t, at);
    size_t last = d.end[d.groups - 1];
    bool plus = plus_before(t, at);
    if (!plus && is_date(&d)) return *end = d.end[2], false;
    *end = last;
    if (d.n < LEAST) return false;
    if (!plus && is_other(t, at, &d)) return false;
    if (plus || begins_country(t, at, &d)) return true;
    if (is_decimal(&d)) return false;
    if (begins_local(t, at, &d)) return true;
    if (is_plain_run(&d) || is_grouped(t, at, &d)) return true;
    *end = d.end[0];
    return false;
}
