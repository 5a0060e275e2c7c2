#include "pdf/codes.h"

#include <string.h>

enum { BYTES = 256, CMAP_BLOCK = 100 };

static bool usable(size_t byte)
{
    return byte != '(' && byte != ')' && byte != '\\' && byte != '\r';
}

static void add(struct codes *c, bool taken[BYTES], size_t byte)
{
    if (taken[byte] || !usable(byte)) return;
    taken[byte] = true;
    c->order[c->n++] = (unsigned char)byte;
}

/* Those from a byte on: what numbers are written with, then signs and letters, then the rest. */
static void add_from(struct codes *c, bool taken[BYTES], size_t from)
{
    static const char numbers[] = "0123456789. -";
    for (const char *p = numbers; *p; p++)
        if ((unsigned char)*p >= from) add(c, taken, (unsigned char)*p);
    for (size_t byte = from > 0x20 ? from : 0x20; byte < BYTES; byte++) add(c, taken, byte);
    for (size_t byte = from; byte < 0x20; byte++) add(c, taken, byte);
}

static size_t usable_from(size_t from)
{
    size_t n = 0;
    for (size_t byte = from; byte < BYTES; byte++) n += usable(byte);
    return n;
}

static void give_space(struct codes *c, size_t space)
{
    unsigned char *at = memchr(c->order, ' ', c->singles);
    if (!at || !space || space > c->singles) return;
    *at = c->order[space - 1];
    c->order[space - 1] = ' ';
}

struct codes codes_for(size_t count, size_t space)
{
    struct codes c = {0};
    bool taken[BYTES] = {false};
    size_t all = usable_from(0);
    while (usable_from(c.last + 1u) + c.leads * all < count && c.last < BYTES - 1)
        c.leads += usable(++c.last);
    add_from(&c, taken, c.last + 1u);
    c.singles = c.n;
    add_from(&c, taken, 0);
    give_space(&c, space);
    return c;
}

/* The first byte of two that counts k before it. */
static unsigned lead(size_t k)
{
    unsigned byte = 1;
    for (;; byte++)
        if (usable(byte) && !k--) return byte;
}

unsigned codes_cid(const struct codes *c, size_t i)
{
    size_t at = i - 1;
    if (at < c->singles) return c->order[at];
    at -= c->singles;
    return lead(at / c->n) << 8 | c->order[at % c->n];
}

size_t codes_end(const struct codes *c)
{
    return (c->last + 1u) * BYTES;
}

void codes_put(struct buf *out, unsigned cid)
{
    if (cid >= BYTES) buf_byte(out, (char)(unsigned char)(cid >> 8));
    buf_byte(out, (char)(unsigned char)cid);
}

void codes_ranges(const struct codes *c, struct buf *out)
{
    buf_fmt(out, "%d begincodespacerange\n<%02X><FF>\n", c->leads ? 2 : 1, c->last + 1u);
    if (c->leads) buf_fmt(out, "<0100><%02XFF>\n", c->last);
    buf_put(out, "endcodespacerange\n");
}

struct str codes_name(struct arena *a, const struct codes *c)
{
    return str_fmt(a, "Sastra-%u-H", c->last);
}

/* A range may differ in its last byte alone; at most 100 in a block. */
static void put_pairs(const struct codes *c, struct buf *out)
{
    for (unsigned first = 1; first <= c->last; first++) {
        unsigned done = (first - 1) % CMAP_BLOCK, left = c->last - first + 1;
        if (!done) buf_fmt(out, "%u begincidrange\n", left < CMAP_BLOCK ? left : CMAP_BLOCK);
        buf_fmt(out, "<%02X00><%02XFF>%u\n", first, first, first << 8);
        if (done == CMAP_BLOCK - 1 || left == 1) buf_put(out, "endcidrange\n");
    }
}

struct str codes_cmap(struct arena *a, const struct codes *c)
{
    struct buf out = BUF(a);
    buf_fmt(&out,
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
            "/CIDSystemInfo 3 dict dup begin/Registry(Adobe)def/Ordering(Identity)def/Supplement 0 def end "
            "def\n/CMapName/%s def/CMapVersion 1 def/CMapType 1 def/WMode 0 def\n",
            codes_name(a, c).s);
    codes_ranges(c, &out);
    buf_fmt(&out, "1 begincidrange\n<%02X><FF>%u\nendcidrange\n", c->last + 1u, c->last + 1u);
    put_pairs(c, &out);
    buf_put(&out, "endcmap CMapName currentdict/CMap defineresource pop end end\n");
    return buf_str(&out);
}
