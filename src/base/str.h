/* str: borrowed slices of UTF-8, never NUL-terminated by promise.
 *
 * A slice does not own its bytes: they live in a source or in an arena. Strings made by str_fmt and str_copy
 * live in the arena given and are followed by a NUL byte, so that .s may go to a C function. */
#ifndef SASTRA_BASE_STR_H
#define SASTRA_BASE_STR_H

#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>

struct str {
    const char *s;
    size_t n;
};

#define STR(lit) ((struct str){(lit), sizeof(lit) - 1})
#define STR_INIT(lit)                                                                                        \
    {                                                                                                        \
        (lit), sizeof(lit) - 1                                                                               \
    }
/* For printf's %.*s */
#define STR_ARGS(x) (int)(x).n, (x).s

/* Inline: of a literal, its length is known when the program is built. */
static inline struct str str_of(const char *c_string)
{
    return (struct str){c_string, c_string ? strlen(c_string) : 0};
}
struct str str_copy(struct arena *a, struct str s);
struct str str_fmt(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
struct str str_vfmt(struct arena *a, const char *format, va_list args) __attribute__((format(printf, 2, 0)));
/* As vsnprintf, which does the same in three times the work: it is called for what is more than %s, %.*s,
 * %zu, %u and %d. */
int str_print(char *to, size_t room, const char *format, va_list args) __attribute__((format(printf, 3, 0)));
struct str str_join(struct arena *a, const struct str *parts, size_t n, struct str between);

static inline bool str_eq(struct str a, struct str b)
{
    return a.n == b.n && (!a.n || (a.s && b.s && !memcmp(a.s, b.s, a.n)));
}
static inline bool str_is(struct str a, const char *c_string)
{
    return str_eq(a, str_of(c_string));
}
/* ASCII case folded. */
bool str_eq_fold(struct str a, struct str b);
static inline unsigned char str_low(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}
/* Of a hexadecimal digit, 0 to 15; of all else -1. */
static inline int str_hex(char c)
{
    unsigned char low = str_low(c);
    return c >= '0' && c <= '9' ? c - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}
/* Inline: it is tried with many words at every letter, and the first bytes say no. */
static inline bool str_starts_fold(struct str s, const char *start)
{
    size_t i = 0;
    while (i < s.n && start[i] && str_low(s.s[i]) == str_low(start[i])) i++;
    return !start[i];
}
int str_cmp(struct str a, struct str b);
static inline bool str_starts(struct str s, const char *prefix)
{
    size_t n = strlen(prefix);
    return s.n >= n && (!n || (s.s && !memcmp(s.s, prefix, n)));
}
static inline bool str_ends(struct str s, const char *suffix)
{
    size_t n = strlen(suffix);
    return s.n >= n && (!n || (s.s && !memcmp(s.s + s.n - n, suffix, n)));
}
/* Offset of the first needle at or after from; SIZE_MAX where there is none. */
size_t str_find(struct str s, struct str needle, size_t from);
static inline struct str str_sub(struct str s, size_t from, size_t to)
{
    if (to > s.n) to = s.n;
    if (from > to) from = to;
    return (struct str){from ? s.s + from : s.s, to - from}; /* of none nothing is left to begin in */
}
/* White space taken off both ends: ASCII white space and utf8_blank's. */
struct str str_trim(struct str s);
/* Cut off and return the part of *rest before the first c; *rest keeps what follows it. False at the end. */
bool str_cut(struct str *rest, char c, struct str *part);

/* The code point at *at, which moves past it. Malformed bytes give U+FFFD and move one byte. */
static inline uint32_t utf8_next(struct str s, size_t *at);
/* The same, of any character. */
uint32_t utf8_any(struct str s, size_t *at);
/* The code point that ends just before at. */
uint32_t utf8_before(struct str s, size_t at);
/* Writes 1 to 4 bytes; returns how many. */
size_t utf8_put(char out[4], uint32_t cp);
size_t utf8_count(struct str s);
/* Blanks that keyboards and programs put in for a space: NBSP and its narrow kin, the Khmer space bar's ZWSP,
 * the full-width one, BOM. */
bool utf8_blank(uint32_t cp);
/* C0 (line ends and tabs too), DEL and C1: what steers a terminal. */
bool utf8_control(uint32_t cp);
/* Offset of the first byte that is not well-formed UTF-8 (RFC 3629), or s.n. */
size_t utf8_bad(struct str s);
/* Offset of the first byte at or after from that is not ASCII, or s.n. */
size_t utf8_past_ascii(struct str s, size_t from);
/* Offset of the first byte at or after from that is one of these signs, by their ASCII, or s.n. The text is
 * well-formed. */
size_t utf8_find_sign(struct str s, size_t from, const bool signs[128]);

/* Edit distance in code points, at most limit + 1; for "did you mean". ASCII case folded. */
size_t str_distance(struct str a, struct str b, size_t limit);
uint64_t str_hash(struct str s);

/* Inline for what texts are made of: ASCII, and what begins with E1, Khmer among it, which can be neither
 * overlong nor a surrogate. */
static inline uint32_t utf8_next(struct str s, size_t *at)
{
    if (!s.s) __builtin_unreachable(); /* *at < s.n: for the analyser, which does not see it */
    const unsigned char *p = (const unsigned char *)s.s + *at;
    if (p[0] < 0x80) return (*at)++, p[0];
    if (p[0] != 0xE1 || s.n - *at < 3 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80)
        return utf8_any(s, at);
    *at += 3;
    return 0x1000 | (p[1] & 63u) << 6 | (p[2] & 63u);
}

#endif
