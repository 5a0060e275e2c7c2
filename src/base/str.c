#include "base/str.h"

#include <limits.h>
#include <stdio.h>

struct str str_copy(struct arena *a, struct str s)
{
    char *p = arena_raw(a, s.n + 1);
    if (s.n) memcpy(p, s.s, s.n);
    p[s.n] = 0;
    return (struct str){p, s.n};
}

struct printing { /* as snprintf: what does not fit is counted all the same */
    char *to;
    size_t room, n;
};

static void print(struct printing *p, const char *s, size_t n)
{
    size_t fits = p->n < p->room ? p->room - p->n : 0;
    if (n && fits) memcpy(p->to + p->n, s, n < fits ? n : fits);
    p->n += n;
}

static void print_number(struct printing *p, uint64_t n)
{
    char digits[20];
    size_t at = sizeof digits;
    do digits[--at] = (char)('0' + n % 10);
    while (n /= 10);
    print(p, digits + at, sizeof digits - at);
}

/* What follows a %: what most formats hold; NULL: something else. Returns its last letter. */
static const char *print_one(struct printing *p, const char *f, va_list *args)
{
    if (f[0] == 's') {
        const char *s = va_arg(*args, const char *);
        return print(p, s, s ? strlen(s) : 0), f;
    }
    if (f[0] == '.' && f[1] == '*' && f[2] == 's') {
        int most = va_arg(*args, int);
        const char *s = va_arg(*args, const char *);
        return print(p, s, most > 0 ? strnlen(s, (size_t)most) : 0), f + 2;
    }
    if (f[0] == 'z' && f[1] == 'u') return print_number(p, va_arg(*args, size_t)), f + 1;
    if (f[0] == 'u') return print_number(p, va_arg(*args, unsigned)), f;
    if (f[0] == 'd') {
        int n = va_arg(*args, int);
        if (n < 0) print(p, "-", 1);
        return print_number(p, n < 0 ? 0u - (unsigned)n : (unsigned)n), f;
    }
    return NULL;
}

int str_print(char *to, size_t room, const char *format, va_list args)
{
    struct printing p = {.to = to, .room = room ? room - 1 : 0};
    va_list own;
    va_copy(own, args);
    const char *f = format;
    while (f && *f) {
        size_t plain = (size_t)(strchrnul(f, '%') - f);
        print(&p, f, plain);
        f += plain;
        if (*f) f = print_one(&p, f + 1, &own);
        if (f && *f) f++;
    }
    va_end(own);
    if (!f) return vsnprintf(to, room, format, args);
    if (room) to[p.n < room ? p.n : room - 1] = 0;
    return p.n > INT_MAX ? -1 : (int)p.n;
}

struct str str_vfmt(struct arena *a, const char *format, va_list args)
{
    char small[128]; /* most fit: written once */
    va_list again;
    va_copy(again, args);
    int n = str_print(small, sizeof small, format, args);
    size_t size = n > 0 ? (size_t)n : 0;
    char *p = arena_get(a, size + 1);
    if (size < sizeof small)
        memcpy(p, small, size);
    else
        str_print(p, size + 1, format, again);
    va_end(again);
    return (struct str){p, size};
}

struct str str_fmt(struct arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str s = str_vfmt(a, format, args);
    va_end(args);
    return s;
}

struct str str_join(struct arena *a, const struct str *parts, size_t n, struct str between)
{
    size_t size = 0;
    for (size_t i = 0; i < n; i++) size += parts[i].n + (i ? between.n : 0);
    char *p = arena_get(a, size + 1);
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        if (i && between.n) memcpy(p + at, between.s, between.n), at += between.n;
        if (parts[i].n) memcpy(p + at, parts[i].s, parts[i].n), at += parts[i].n;
    }
    return (struct str){p, size};
}

bool str_eq_fold(struct str a, struct str b)
{
    if (a.n != b.n) return false;
    for (size_t i = 0; i < a.n; i++)
        if (str_low(a.s[i]) != str_low(b.s[i])) return false;
    return true;
}

int str_cmp(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.s, b.s, n) : 0;
    return c ? c : (a.n > b.n) - (a.n < b.n);
}

size_t str_find(struct str s, struct str needle, size_t from)
{
    if (!needle.n) return from <= s.n ? from : SIZE_MAX;
    for (size_t i = from; i + needle.n <= s.n; i++) {
        const char *p = memchr(s.s + i, needle.s[0], s.n - needle.n - i + 1);
        if (!p) break;
        i = (size_t)(p - s.s);
        if (!memcmp(p, needle.s, needle.n)) return i;
    }
    return SIZE_MAX;
}

bool utf8_blank(uint32_t c)
{
    static const uint32_t BLANKS[] = {0xA0, 0x2007, 0x2009, 0x200B, 0x202F, 0x2060, 0x3000, 0xFEFF};
    for (size_t i = 0; c >= BLANKS[0] && i < sizeof BLANKS / sizeof *BLANKS; i++)
        if (c == BLANKS[i]) return true;
    return false;
}

bool utf8_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || utf8_blank(c);
}

struct str str_trim(struct str s)
{
    for (size_t at = 0; s.n;) {
        at = 0;
        if (!is_blank(utf8_next(s, &at))) break;
        s = str_sub(s, at, s.n);
    }
    while (s.n) {
        uint32_t c = utf8_before(s, s.n);
        char bytes[4];
        if (!is_blank(c)) break;
        s.n -= utf8_put(bytes, c);
    }
    return s;
}

bool str_cut(struct str *rest, char c, struct str *part)
{
    if (!rest->s) return false;
    const char *p = rest->n ? memchr(rest->s, c, rest->n) : NULL;
    if (!p) {
        *part = *rest;
        *rest = (struct str){0};
        return true;
    }
    size_t n = (size_t)(p - rest->s);
    *part = str_sub(*rest, 0, n);
    *rest = str_sub(*rest, n + 1, rest->n);
    return true;
}

/* RFC 3629: no overlong forms, no surrogates, nothing past U+10FFFF. 0 for malformed, else the length. */
static size_t sequence(struct str s, size_t at, uint32_t *cp)
{
    const unsigned char *p = (const unsigned char *)s.s + at;
    size_t left = s.n - at;
    if (p[0] < 0x80) return *cp = p[0], 1;
    if (p[0] >= 0xC2 && p[0] < 0xE0 && left > 1 && (p[1] & 0xC0) == 0x80)
        return *cp = (p[0] & 31u) << 6 | (p[1] & 63u), 2;
    if ((p[0] & 0xF0) == 0xE0 && left > 2 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
        *cp = (p[0] & 15u) << 12 | (p[1] & 63u) << 6 | (p[2] & 63u);
        return *cp >= 0x800 && (*cp < 0xD800 || *cp > 0xDFFF) ? 3 : 0;
    }
    if ((p[0] & 0xF8) == 0xF0 && left > 3 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80 &&
        (p[3] & 0xC0) == 0x80) {
        *cp = (p[0] & 7u) << 18 | (p[1] & 63u) << 12 | (p[2] & 63u) << 6 | (p[3] & 63u);
        return *cp >= 0x10000 && *cp <= 0x10FFFF ? 4 : 0;
    }
    return 0;
}

uint32_t utf8_any(struct str s, size_t *at)
{
    uint32_t cp = 0xFFFD;
    size_t n = sequence(s, *at, &cp);
    *at += n ? n : 1;
    return n ? cp : 0xFFFD;
}

uint32_t utf8_before(struct str s, size_t at)
{
    size_t from = at - 1;
    while (from > 0 && at - from < 4 && ((unsigned char)s.s[from] & 0xC0) == 0x80) from--;
    uint32_t cp = 0xFFFD;
    size_t n = sequence((struct str){s.s, at}, from, &cp);
    return n && from + n == at ? cp : 0xFFFD;
}

size_t utf8_put(char out[4], uint32_t cp)
{
    unsigned char *o = (unsigned char *)out;
    if (cp < 0x80) return o[0] = (unsigned char)cp, 1;
    if (cp < 0x800)
        return o[0] = (unsigned char)(0xC0 | cp >> 6), o[1] = (unsigned char)(0x80 | (cp & 63)), 2;
    if (cp < 0x10000) {
        o[0] = (unsigned char)(0xE0 | cp >> 12);
        o[1] = (unsigned char)(0x80 | (cp >> 6 & 63));
        o[2] = (unsigned char)(0x80 | (cp & 63));
        return 3;
    }
    o[0] = (unsigned char)(0xF0 | (cp >> 18 & 7));
    o[1] = (unsigned char)(0x80 | (cp >> 12 & 63));
    o[2] = (unsigned char)(0x80 | (cp >> 6 & 63));
    o[3] = (unsigned char)(0x80 | (cp & 63));
    return 4;
}

size_t utf8_count(struct str s)
{
    size_t n = 0;
    for (size_t at = 0; at < s.n; n++) utf8_next(s, &at);
    return n;
}

/* Eight bytes at once, as long as none of them has its highest bit. */
size_t utf8_past_ascii(struct str s, size_t from)
{
    const uint64_t high = UINT64_C(0x8080808080808080);
    for (uint64_t word; from + sizeof word <= s.n; from += sizeof word) {
        memcpy(&word, s.s + from, sizeof word);
        if (word & high) break;
    }
    while (from < s.n && (unsigned char)s.s[from] < 0x80) from++;
    return from;
}

/* What begins with E1, Khmer among it, has three bytes. */
size_t utf8_find_sign(struct str s, size_t from, const bool signs[128])
{
    while (from < s.n) {
        unsigned char c = (unsigned char)s.s[from];
        if (c == 0xE1)
            from += 3;
        else if (c < 0x80 && signs[c])
            return from;
        else
            from++;
    }
    return s.n;
}

size_t utf8_bad(struct str s)
{
    uint32_t cp;
    for (size_t at = 0; at < s.n;) {
        const unsigned char *p = (const unsigned char *)s.s + at;
        if (p[0] < 0x80) {
            at = utf8_past_ascii(s, at);
            continue;
        }
        bool three = p[0] == 0xE1 && s.n - at > 2 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80;
        size_t n = three ? 3 : sequence(s, at, &cp);
        if (!n) return at;
        at += n;
    }
    return s.n;
}

enum { DISTANCE_MOST = 64 };

static size_t decode(struct str s, uint32_t out[DISTANCE_MOST])
{
    size_t n = 0;
    for (size_t at = 0; at < s.n && n < DISTANCE_MOST;) {
        uint32_t c = utf8_next(s, &at);
        out[n++] = c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    return n;
}

static size_t least(size_t a, size_t b, size_t c)
{
    size_t m = a < b ? a : b;
    return m < c ? m : c;
}

size_t str_distance(struct str a, struct str b, size_t limit)
{
    uint32_t x[DISTANCE_MOST], y[DISTANCE_MOST];
    size_t row[DISTANCE_MOST + 1];
    size_t n = decode(a, x), m = decode(b, y);
    if ((n > m ? n - m : m - n) > limit) return limit + 1;
    for (size_t j = 0; j <= m; j++) row[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t up = row[j];
            row[j] = least(up + 1, row[j - 1] + 1, diagonal + (x[i - 1] != y[j - 1]));
            diagonal = up;
        }
    }
    return row[m] > limit ? limit + 1 : row[m];
}

uint64_t str_hash(struct str s)
{
    uint64_t h = 1469598103934665603u; /* FNV-1a */
    for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.s[i]) * 1099511628211u;
    return h;
}
