/* buf: bytes that grow, in an arena. Nothing to free. .s is NUL-terminated after buf_str only. */
#ifndef SASTRA_BASE_BUF_H
#define SASTRA_BASE_BUF_H

#include "base/str.h"

struct buf {
    struct arena *arena;
    char *s;
    size_t n, cap;
};

#define BUF(a) ((struct buf){.arena = (a)})

void buf_add(struct buf *b, struct str s);
void buf_put(struct buf *b, const char *c_string);
void buf_byte_grown(struct buf *b, char c); /* of buf_byte */
static inline void buf_byte(struct buf *b, char c)
{
    if (b->n + 1 < b->cap)
        b->s[b->n++] = c;
    else
        buf_byte_grown(b, c);
}
void buf_cp(struct buf *b, uint32_t code_point);
void buf_fmt(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Big-endian integers, for binary tables. */
void buf_u16(struct buf *b, uint32_t v);
void buf_u32(struct buf *b, uint32_t v);
/* The bytes so far; valid until the next addition. */
struct str buf_str(struct buf *b);
/* Text as a JSON string, quotes included (RFC 8259). */
void buf_json(struct buf *b, struct str s);
/* Text between tags, or in an attribute in double quotes (HTML, XML); what no XML may hold is left out. */
void buf_markup(struct buf *b, struct str s);
/* An address as browsers send it: blanks and what is not ASCII as %E1 (RFC 3986, 2.1). */
void buf_percent(struct buf *b, struct str s);

#endif
