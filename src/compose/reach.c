#include "compose/reach.h"

/* -- addresses -- */

static bool mail_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c && strchr("._%+-", c));
}

/* How people write the sign so that no program shall read it, and as it is. */
static size_t at_sign(struct str t, size_t at)
{
    static const char *const signs[] = {"@", "＠", "[at]", "(at)", "{at}"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t n = strlen(signs[i]);
        if (at + n <= t.n && str_eq_fold(str_sub(t, at, at + n), str_of(signs[i]))) return n;
    }
    return 0;
}

/* Bytes of a blank or zero-width sign at a place; 0 where none stands there. */
static size_t blank_at(struct str t, size_t at)
{
    size_t next = at;
    uint32_t c = at < t.n ? utf8_next(t, &next) : 0;
    bool blank = c == ' ' || c == 0xA0 || c == 0x200B || c == 0x2060 || c == 0x202F || c == 0xFEFF;
    return blank ? next - at : 0;
}

static size_t blanks_before(struct str t, size_t at)
{
    while (at > 0) {
        size_t one = at - 1;
        while (one > 0 && ((unsigned char)t.s[one] & 0xC0) == 0x80) one--;
        if (!blank_at(t, one)) break;
        at = one;
    }
    return at;
}

static bool has_dot(struct str t, size_t from, size_t to)
{
    for (size_t i = from + 1; i + 1 < to; i++)
        if (t.s[i] == '.') return true;
    return false;
}

/* The address round the sign of n bytes; apart: blanks may stand beside it. */
static bool address(struct str t, size_t at, size_t n, bool apart, size_t *from, size_t *to)
{
    size_t left = at, right = at + n;
    if (apart) {
        left = blanks_before(t, at);
        for (size_t b; (b = blank_at(t, right)) != 0;) right += b;
    }
    *from = left;
    *to = right;
    while (*from > 0 && mail_byte(t.s[*from - 1])) --*from;
    while (*to < t.n && mail_byte(t.s[*to])) ++*to;
    while (*to > right && t.s[*to - 1] == '.') --*to;
    bool dot = has_dot(t, right, *to);
    if (*from == left && !apart && (dot || *to - right > 2)) return true; /* an account, or a Khmer name's */
    return *from<left && * to> right && (!apart || dot);
}

/* -- numbers -- */

/* A digit in either script, or -1; moves past it. */
static int digit_next(struct str t, size_t *at)
{
    size_t next = *at;
    uint32_t c = utf8_next(t, &next);
    int d = c >= '0' && c <= '9'         ? (int)(c - '0')
            : c >= 0x17E0 && c <= 0x17E9 ? (int)(c - 0x17E0)
            : c >= 0xFF10 && c <= 0xFF19 ? (int)(c - 0xFF10)
                                         : -1;
    if (d >= 0) *at = next;
    return d;
}

enum {
    GROUPS = 3,
    BETWEEN = 3, /* signs between two groups */
    MOST = 15,   /* digits of a number; more are several, unless they are a list of small ones */
    LOCAL = 64   /* letters of an address looked at behind digits */
};

struct digits {
    int n, groups, longest, value[GROUPS], length[GROUPS];
    size_t end, third; /* after the last digit; after the third group */
};

static bool parts_number(uint32_t c)
{
    return c == ' ' || c == '.' || c == '-' || c == '(' || c == ')' || c == '+' || c == '/' || c == '_' ||
           c == 0xA0 || c == 0x200B || c == 0x2060 || c == 0x202F || (c >= 0x2010 && c <= 0x2015) ||
           c == 0x2212 || c == 0xB7 || c == 0xFEFF;
}

static struct digits digits_read(struct str t, size_t at)
{
    struct digits d = {.end = at};
    int run = 0, between = 0;
    while (at < t.n) {
        int v = digit_next(t, &at);
        if (v < 0) {
            if (!parts_number(utf8_next(t, &at)) || ++between > BETWEEN) break;
            run = 0;
            continue;
        }
        d.n++;
        between = 0;
        if (run++ == 0) d.groups++;
        if (run > d.longest) d.longest = run;
        if (d.groups <= GROUPS && run <= 4) d.value[d.groups - 1] = d.value[d.groups - 1] * 10 + v;
        if (d.groups <= GROUPS) d.length[d.groups - 1] = run, d.third = at;
        d.end = at;
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

static bool is_phone(const struct digits *d)
{
    bool years = d->groups >= 2 && d->longest == 4 && is_year(d->value[0], d->length[0]) &&
                 is_year(d->value[1], d->length[1]);
    return d->n >= 8 && (d->n <= MOST || d->longest > 2) && !years;
}

/* The number's own sign and bracket before it. */
static size_t number_begin(struct str t, size_t from, size_t at)
{
    while (at > from && (t.s[at - 1] == '+' || t.s[at - 1] == '(')) at--;
    return at;
}

bool reach_next(struct str text, size_t from, size_t *begin, size_t *end, bool *mail)
{
    for (size_t i = from; i < text.n;) {
        size_t n = at_sign(text, i), probe = i;
        *mail = n > 0;
        if (n && (address(text, i, n, false, begin, end) || address(text, i, n, true, begin, end))) {
            if (*begin < from) *begin = from;
            return true;
        }
        if (digit_next(text, &probe) < 0) {
            utf8_next(text, &i);
            continue;
        }
        struct digits d = digits_read(text, i);
        bool date = is_date(&d);
        if (!date && is_phone(&d)) {
            /* the digits may be an address's first letters */
            size_t after = d.end;
            while (after < text.n && after < d.end + LOCAL && mail_byte(text.s[after])) after++;
            if (!at_sign(text, after)) {
                *begin = number_begin(text, from, i);
                *end = d.end;
                return true;
            }
            i = after;
            continue;
        }
        i = date ? d.third : d.end;
    }
    return false;
}
