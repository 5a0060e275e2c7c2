#include "base/buf.h"

#include <stdio.h>

enum { OFTEN_ENOUGH = 48 }; /* bytes that a format writes, mostly: it need not be tried twice */

static void room(struct buf *b, size_t more)
{
    size_t need = b->n + more + 1;
    if (need <= b->cap) return;
    size_t cap = b->cap ? b->cap : 64;
    while (cap < need) cap *= 2;
    b->s = arena_extend(b->arena, b->s, b->cap, cap);
    b->cap = cap;
}

void buf_add(struct buf *b, struct str s)
{
    if (!s.n) return;
    room(b, s.n);
    memcpy(b->s + b->n, s.s, s.n);
    b->n += s.n;
}

void buf_put(struct buf *b, const char *c_string)
{
    buf_add(b, str_of(c_string));
}

void buf_byte_grown(struct buf *b, char c)
{
    room(b, 1);
    b->s[b->n++] = c;
}

void buf_cp(struct buf *b, uint32_t code_point)
{
    room(b, 4);
    b->n += utf8_put(b->s + b->n, code_point);
}

void buf_fmt(struct buf *b, const char *format, ...)
{
    va_list args;
    room(b, OFTEN_ENOUGH);
    va_start(args, format);
    int n = str_print(b->s + b->n, b->cap - b->n, format, args);
    va_end(args);
    if (n <= 0) return;
    if ((size_t)n >= b->cap - b->n) {
        room(b, (size_t)n);
        va_start(args, format);
        str_print(b->s + b->n, (size_t)n + 1, format, args);
        va_end(args);
    }
    b->n += (size_t)n;
}

void buf_u16(struct buf *b, uint32_t v)
{
    buf_byte(b, (char)(unsigned char)(v >> 8 & 255));
    buf_byte(b, (char)(unsigned char)(v & 255));
}

void buf_u32(struct buf *b, uint32_t v)
{
    buf_u16(b, v >> 16);
    buf_u16(b, v & 0xFFFF);
}

struct str buf_str(struct buf *b)
{
    room(b, 0);
    b->s[b->n] = 0;
    return (struct str){b->s, b->n};
}

void buf_json(struct buf *b, struct str s)
{
    buf_byte(b, '"');
    for (size_t at = 0; at < s.n;) { /* a file's name may be no UTF-8 */
        uint32_t c = utf8_next(s, &at);
        if (c == '\n') {
            buf_put(b, "\\n");
        } else if (utf8_control(c)) {
            buf_fmt(b, "\\u%04x", c);
        } else {
            if (c == '"' || c == '\\') buf_byte(b, '\\');
            buf_cp(b, c);
        }
    }
    buf_byte(b, '"');
}

void buf_percent(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.s[i];
        if (c > ' ' && c < 0x7F)
            buf_byte(b, s.s[i]);
        else
            buf_fmt(b, "%%%02X", c);
    }
}

/* No document of XML may hold them (XML 1.0, 2.2): controls but tab and line ends, U+FFFE, U+FFFF. */
static size_t unmarkable(struct str s, size_t i)
{
    unsigned char c = (unsigned char)s.s[i];
    if (c < ' ') return c != '\t' && c != '\n' && c != '\r';
    return i + 2 < s.n && c == 0xEF && (unsigned char)s.s[i + 1] == 0xBF && (unsigned char)s.s[i + 2] >= 0xBE
               ? 3
               : 0;
}

/* No sign of markup's, and not unmarkable. */
static inline bool is_plain(unsigned char c)
{
    return c >= ' ' && c != '"' && c != '&' && c != '<' && c != '>' && c != 0xEF;
}

static size_t markup_sign(struct buf *b, struct str s, size_t i)
{
    size_t left_out = unmarkable(s, i);
    if (left_out) return left_out;
    switch (s.s[i]) {
    case '&': buf_put(b, "&amp;"); break;
    case '<': buf_put(b, "&lt;"); break;
    case '>': buf_put(b, "&gt;"); break;
    case '"': buf_put(b, "&quot;"); break;
    default: buf_byte(b, s.s[i]);
    }
    return 1;
}

void buf_markup(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.n;) {
        size_t from = i;
        while (i < s.n && is_plain((unsigned char)s.s[i])) i++;
        buf_add(b, str_sub(s, from, i));
        if (i < s.n) i += markup_sign(b, s, i);
    }
}
