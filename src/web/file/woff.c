#include "web/file/woff.h"

#include <libdeflate.h>

/* W3C WOFF 1.0: 3 (header, 44 bytes), 4 (an entry of 20 bytes a table), 5 (tables begin at multiples of 4).
 */
enum { LEVEL = 9, FONT_HEADER = 12, FONT_ENTRY = 16, HEADER = 44, ENTRY = 20, TABLES_MOST = 256 };

static uint32_t number(struct str s, size_t at, size_t bytes)
{
    uint32_t v = 0;
    for (size_t i = 0; i < bytes; i++) v = v << 8 | (unsigned char)s.s[at + i];
    return v;
}

static void pad(struct buf *b)
{
    while (b->n % 4) buf_byte(b, 0);
}

/* Deflated, or as it is where that is no longer. */
static struct str packed(struct arena *a, struct libdeflate_compressor *with, struct str table)
{
    char *room = ARENA_RAW(a, char, table.n + 1);
    size_t n = table.n ? libdeflate_zlib_compress(with, table.s, table.n, room, table.n - 1) : 0;
    return n ? (struct str){room, n} : table;
}

static bool is_font(struct str font, size_t *ntables)
{
    if (font.n < FONT_HEADER) return false;
    *ntables = number(font, 4, 2);
    if (*ntables > TABLES_MOST || font.n < FONT_HEADER + *ntables * FONT_ENTRY) return false;
    for (size_t i = 0; i < *ntables; i++) {
        size_t at = FONT_HEADER + i * FONT_ENTRY;
        if ((uint64_t)number(font, at + 8, 4) + number(font, at + 12, 4) > font.n) return false;
    }
    return true;
}

static void put_header(struct buf *b, struct str font, size_t ntables, size_t length, size_t whole)
{
    buf_put(b, "wOFF");
    buf_add(b, str_sub(font, 0, 4));
    buf_u32(b, (uint32_t)length);
    buf_u16(b, (uint32_t)ntables);
    buf_u16(b, 0);
    buf_u32(b, (uint32_t)whole);
    buf_u32(b, 1u << 16);                      /* version 1.0 */
    for (int i = 0; i < 5; i++) buf_u32(b, 0); /* no metadata, no private data */
}

struct str woff(struct arena *a, struct str font)
{
    size_t n = 0;
    struct libdeflate_compressor *with = is_font(font, &n) ? libdeflate_alloc_compressor(LEVEL) : NULL;
    if (!with) return (struct str){0};
    struct buf entries = BUF(a), tables = BUF(a), out = BUF(a);
    size_t whole = FONT_HEADER + n * FONT_ENTRY;
    for (size_t i = 0; i < n; i++) {
        size_t entry = FONT_HEADER + i * FONT_ENTRY, at = number(font, entry + 8, 4);
        struct str table = str_sub(font, at, at + number(font, entry + 12, 4)),
                   small = packed(a, with, table);
        buf_add(&entries, str_sub(font, entry, entry + 4));
        buf_u32(&entries, (uint32_t)(HEADER + n * ENTRY + tables.n));
        buf_u32(&entries, (uint32_t)small.n);
        buf_u32(&entries, (uint32_t)table.n);
        buf_u32(&entries, number(font, entry + 4, 4));
        buf_add(&tables, small);
        pad(&tables);
        whole += (table.n + 3) / 4 * 4;
    }
    libdeflate_free_compressor(with);
    put_header(&out, font, n, HEADER + entries.n + tables.n, whole);
    buf_add(&out, buf_str(&entries));
    buf_add(&out, buf_str(&tables));
    return buf_str(&out);
}
