#include "text/composite_glyphs.h"

enum {
    HEAD_SIZE = 54,
    HHEA_SIZE = 36,
    MAXP_SIZE = 32,
    GLYPHS_MOST = 65535,
    DEPTH_MOST = 8,
    /* component flags */
    WORDS = 1,
    ARE_XY = 2,
    HAVE_SCALE = 8,
    MORE = 0x20,
    HAVE_XY_SCALE = 0x40,
    HAVE_MATRIX = 0x80
};

struct composite_glyphs_box {
    int32_t x0, y0, x1, y1;
};

struct size { /* what maxp counts */
    uint32_t points, contours, depth;
    bool known;
};

struct gluing {
    struct arena *arena;
    const struct composite_glyphs_tables *t;
    size_t n, wide; /* glyphs; long metrics */
    bool is_long;
    struct buf glyf, loca, hmtx;
    struct composite_glyphs_box all;
    int32_t advance_most, lsb_least, rsb_least, extent_most;
    struct size most, *sizes; /* sizes: of the font's glyphs, as far as known */
    uint32_t parts_most;
};

static uint32_t u16(struct str s, size_t at)
{
    const unsigned char *p = (const unsigned char *)s.s;
    return at + 2 <= s.n ? (uint32_t)p[at] << 8 | p[at + 1] : 0;
}

static uint32_t u32(struct str s, size_t at)
{
    return u16(s, at) << 16 | u16(s, at + 2);
}

static int32_t s16(struct str s, size_t at)
{
    return (int16_t)u16(s, at);
}

static void put16(char *p, uint32_t v)
{
    p[0] = (char)(v >> 8);
    p[1] = (char)v;
}

static void put32(char *p, uint32_t v)
{
    put16(p, v >> 16);
    put16(p + 2, v & 0xFFFF);
}

static int32_t clamp(int32_t v, int32_t least, int32_t most)
{
    return v < least ? least : v > most ? most : v;
}

static int32_t clamp16(int32_t v)
{
    return clamp(v, INT16_MIN, INT16_MAX);
}

static int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

/* -- the font's own glyphs -- */

size_t composite_glyphs_first(const struct composite_glyphs_tables *t)
{
    return u16(t->maxp, 4);
}

static size_t loca_at(const struct gluing *g, size_t i)
{
    return g->is_long ? u32(g->t->loca, i * 4) : (size_t)u16(g->t->loca, i * 2) * 2;
}

/* The glyph's bytes; empty where it draws nothing. */
static struct str outline(const struct gluing *g, size_t glyph)
{
    if (glyph >= g->n) return (struct str){0};
    struct str s = str_sub(g->t->glyf, loca_at(g, glyph), loca_at(g, glyph + 1));
    return s.n >= 10 ? s : (struct str){0};
}

static int32_t lsb_of(const struct gluing *g, size_t glyph)
{
    return s16(g->t->hmtx, glyph < g->wide ? glyph * 4 + 2 : g->wide * 4 + (glyph - g->wide) * 2);
}

static uint32_t advance_of(const struct gluing *g, size_t glyph)
{
    return u16(g->t->hmtx, (glyph < g->wide ? glyph : g->wide - 1) * 4);
}

static size_t after_part(size_t at, uint32_t flags)
{
    at += flags & WORDS ? 8 : 6;
    return at + (flags & HAVE_MATRIX ? 8u : flags & HAVE_XY_SCALE ? 4u : flags & HAVE_SCALE ? 2u : 0u);
}

static void add_size(struct size *to, struct size part)
{
    to->points += part.points;
    to->contours += part.contours;
    if (part.depth + 1 > to->depth) to->depth = part.depth + 1;
}

static struct size size_of(const struct gluing *g, size_t glyph, unsigned depth)
{
    struct str s = outline(g, glyph);
    struct size size = {.known = true};
    if (!s.n || depth > DEPTH_MOST) return size;
    if (g->sizes[glyph].known) return g->sizes[glyph];
    int32_t contours = s16(s, 0);
    if (contours > 0) {
        size.contours = (uint32_t)contours;
        size.points = u16(s, 10 + 2 * ((size_t)contours - 1)) + 1;
    }
    uint32_t flags = contours < 0 ? MORE : 0;
    for (size_t at = 10; flags & MORE && at + 6 <= s.n; at = after_part(at, flags)) {
        flags = u16(s, at);
        add_size(&size, size_of(g, u16(s, at + 2), depth + 1));
    }
    g->sizes[glyph] = size;
    return size;
}

/* -- gluing one -- */

static void join(struct composite_glyphs_box *b, struct composite_glyphs_box part, bool first)
{
    if (first) {
        *b = part;
        return;
    }
    b->x0 = smaller(b->x0, part.x0);
    b->y0 = smaller(b->y0, part.y0);
    b->x1 = larger(b->x1, part.x1);
    b->y1 = larger(b->y1, part.y1);
}

/* A glyph alone is drawn with its xMin at its left side bearing; as a part it is drawn where its points are.
 */
static int32_t part_x(const struct gluing *g, const struct composite_glyphs_part *p)
{
    return clamp16(p->x + lsb_of(g, p->glyph) - s16(outline(g, p->glyph), 2));
}

static struct composite_glyphs_box part_box(const struct gluing *g, const struct composite_glyphs_part *p)
{
    struct str s = outline(g, p->glyph);
    int32_t x = part_x(g, p), y = clamp16(p->y);
    return (struct composite_glyphs_box){clamp16(s16(s, 2) + x), clamp16(s16(s, 4) + y),
                                         clamp16(s16(s, 6) + x), clamp16(s16(s, 8) + y)};
}

static size_t drawn_parts(const struct gluing *g, const struct composite_glyphs_glyph *x,
                          struct composite_glyphs_box *box, struct size *size)
{
    size_t n = 0;
    for (size_t i = 0; i < x->nparts; i++) {
        if (!outline(g, x->parts[i].glyph).n) continue;
        join(box, part_box(g, &x->parts[i]), n++ == 0);
        add_size(size, size_of(g, x->parts[i].glyph, 0));
    }
    return n;
}

static void write_glyph(struct gluing *g, const struct composite_glyphs_glyph *x, size_t drawn,
                        struct composite_glyphs_box b)
{
    buf_u16(&g->glyf, 0xFFFF);
    buf_u16(&g->glyf, (uint16_t)b.x0);
    buf_u16(&g->glyf, (uint16_t)b.y0);
    buf_u16(&g->glyf, (uint16_t)b.x1);
    buf_u16(&g->glyf, (uint16_t)b.y1);
    for (size_t i = 0; i < x->nparts; i++) {
        const struct composite_glyphs_part *p = &x->parts[i];
        if (!outline(g, p->glyph).n) continue;
        buf_u16(&g->glyf, WORDS | ARE_XY | (--drawn ? MORE : 0));
        buf_u16(&g->glyf, p->glyph);
        buf_u16(&g->glyf, (uint16_t)part_x(g, p));
        buf_u16(&g->glyf, (uint16_t)clamp16(p->y));
    }
    while (g->glyf.n & 3) buf_byte(&g->glyf, 0);
}

static void count_glyph(struct gluing *g, struct composite_glyphs_box b, int32_t advance, struct size size,
                        size_t parts)
{
    join(&g->all, b, false);
    g->lsb_least = smaller(g->lsb_least, b.x0);
    g->rsb_least = smaller(g->rsb_least, clamp16(advance - b.x1));
    g->extent_most = larger(g->extent_most, b.x1);
    if (size.points > g->most.points) g->most.points = size.points;
    if (size.contours > g->most.contours) g->most.contours = size.contours;
    if (size.depth > g->most.depth) g->most.depth = size.depth;
    if (parts > g->parts_most) g->parts_most = (uint32_t)parts;
}

static bool glue_one(struct gluing *g, const struct composite_glyphs_glyph *x)
{
    struct composite_glyphs_box b = {0, 0, 0, 0};
    struct size size = {0};
    for (size_t i = 0; i < x->nparts; i++)
        if (x->parts[i].glyph >= g->n) return false;
    size_t drawn = drawn_parts(g, x, &b, &size);
    int32_t advance = clamp(x->advance, 0, UINT16_MAX);
    if (drawn) {
        write_glyph(g, x, drawn, b);
        count_glyph(g, b, advance, size, drawn);
    }
    buf_u16(&g->hmtx, (uint32_t)advance);
    buf_u16(&g->hmtx, (uint16_t)b.x0);
    buf_u32(&g->loca, (uint32_t)g->glyf.n);
    g->advance_most = larger(g->advance_most, advance);
    return true;
}

/* -- the file -- */

static uint32_t checksum(struct str s)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < s.n; i += 4) {
        uint32_t v = 0;
        for (size_t k = 0; k < 4; k++) v = v << 8 | (i + k < s.n ? (unsigned char)s.s[i + k] : 0u);
        sum += v;
    }
    return sum;
}

static struct str build(struct arena *a, const char *const *tags, const struct str *tables, size_t n)
{
    struct buf out = BUF(a);
    buf_u32(&out, 0x00010000);
    buf_u16(&out, (uint32_t)n);
    buf_u16(&out, 64); /* searchRange, entrySelector, rangeShift for 4 to 7 tables */
    buf_u16(&out, 2);
    buf_u16(&out, (uint32_t)n * 16 - 64);
    size_t at = 12 + 16 * n, head_at = 0;
    for (size_t i = 0; i < n; i++) {
        if (!strcmp(tags[i], "head")) head_at = at;
        buf_put(&out, tags[i]);
        buf_u32(&out, checksum(tables[i]));
        buf_u32(&out, (uint32_t)at);
        buf_u32(&out, (uint32_t)tables[i].n);
        at += (tables[i].n + 3) & ~(size_t)3;
    }
    for (size_t i = 0; i < n; i++) {
        buf_add(&out, tables[i]);
        while (out.n & 3) buf_byte(&out, 0);
    }
    put32(out.s + head_at + 8, 0xB1B0AFBA - checksum((struct str){out.s, out.n}));
    return (struct str){out.s, out.n};
}

static char *copy_of(struct arena *a, struct str s, size_t n)
{
    char *p = arena_get(a, n);
    memcpy(p, s.s, s.n < n ? s.n : n);
    return p;
}

static struct str new_head(const struct gluing *g)
{
    char *p = copy_of(g->arena, g->t->head, HEAD_SIZE);
    put32(p + 8, 0);
    put16(p + 36, (uint16_t)g->all.x0);
    put16(p + 38, (uint16_t)g->all.y0);
    put16(p + 40, (uint16_t)g->all.x1);
    put16(p + 42, (uint16_t)g->all.y1);
    put16(p + 50, 1);
    return (struct str){p, HEAD_SIZE};
}

static struct str new_hhea(const struct gluing *g, size_t glyphs)
{
    char *p = copy_of(g->arena, g->t->hhea, HHEA_SIZE);
    put16(p + 10, (uint16_t)g->advance_most);
    put16(p + 12, (uint16_t)g->lsb_least);
    put16(p + 14, (uint16_t)g->rsb_least);
    put16(p + 16, (uint16_t)g->extent_most);
    put16(p + 34, (uint32_t)glyphs);
    return (struct str){p, HHEA_SIZE};
}

static uint32_t most_of(struct str maxp, size_t at, uint32_t own)
{
    uint32_t v = u16(maxp, at);
    v = v > own ? v : own;
    return v < UINT16_MAX ? v : UINT16_MAX;
}

static struct str new_maxp(const struct gluing *g, size_t glyphs)
{
    struct str old = g->t->maxp;
    char *p = copy_of(g->arena, old, MAXP_SIZE);
    put32(p, 0x00010000);
    put16(p + 4, (uint32_t)glyphs);
    put16(p + 10, most_of(old, 10, g->most.points));
    put16(p + 12, most_of(old, 12, g->most.contours));
    put16(p + 14, most_of(old, 14, 1)); /* maxZones: 1 at least */
    put16(p + 26, 0);                   /* no instructions are left */
    put16(p + 28, most_of(old, 28, g->parts_most));
    put16(p + 30, most_of(old, 30, g->most.depth));
    return (struct str){p, MAXP_SIZE};
}

static bool begin(struct gluing *g)
{
    const struct composite_glyphs_tables *t = g->t;
    g->n = composite_glyphs_first(t);
    g->wide = u16(t->hhea, 34);
    g->is_long = u16(t->head, 50) != 0;
    if (t->head.n < HEAD_SIZE || t->hhea.n < HHEA_SIZE || t->maxp.n < 6 || !g->wide || g->wide > g->n)
        return false;
    if (t->hmtx.n < g->wide * 4 + (g->n - g->wide) * 2) return false;
    if (t->loca.n < (g->n + 1) * (g->is_long ? 4u : 2u)) return false;
    g->all =
        (struct composite_glyphs_box){s16(t->head, 36), s16(t->head, 38), s16(t->head, 40), s16(t->head, 42)};
    g->advance_most = (int32_t)u16(t->hhea, 10);
    g->lsb_least = s16(t->hhea, 12);
    g->rsb_least = s16(t->hhea, 14);
    g->extent_most = s16(t->hhea, 16);
    size_t end = loca_at(g, g->n);
    if (end > t->glyf.n) return false;
    buf_add(&g->glyf, str_sub(t->glyf, 0, end));
    while (end > loca_at(g, g->n - 1) && g->glyf.n & 3) buf_byte(&g->glyf, 0); /* the last glyph's own */
    g->sizes = ARENA_MANY(g->arena, struct size, g->n);
    for (size_t i = 0; i < g->n; i++) {
        buf_u32(&g->loca, (uint32_t)loca_at(g, i));
        buf_u16(&g->hmtx, advance_of(g, i));
        buf_u16(&g->hmtx, (uint16_t)lsb_of(g, i));
    }
    buf_u32(&g->loca, (uint32_t)g->glyf.n);
    return true;
}

bool composite_glyphs_add(struct arena *a, const struct composite_glyphs_tables *t,
                          const struct composite_glyphs_glyph *glyphs, size_t n, struct str *program)
{
    struct gluing g = {.arena = a, .t = t, .glyf = BUF(a), .loca = BUF(a), .hmtx = BUF(a)};
    if (!begin(&g) || g.n + n > GLYPHS_MOST) return false;
    for (size_t i = 0; i < n; i++)
        if (!glue_one(&g, &glyphs[i])) return false;
    static const char *const tags[] = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"};
    struct str tables[] = {buf_str(&g.glyf), new_head(&g),     new_hhea(&g, g.n + n),
                           buf_str(&g.hmtx), buf_str(&g.loca), new_maxp(&g, g.n + n)};
    *program = build(a, tags, tables, sizeof tables / sizeof *tables);
    return true;
}
