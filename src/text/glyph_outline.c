#include "text/glyph_outline.h"

enum { HEADER = 10, PARTS_DEEP = 8, PARTS_MOST = 4096, LOCA_FORMAT = 50, HEAD_LEAST = 54 };

/* Flags of a point, and of a part of a composite. */
enum { SHORT_X = 2, SHORT_Y = 4, REPEAT = 8, SAME_X = 16, SAME_Y = 32 };
enum { WORDS = 1, SCALE = 8, MORE = 32, TWO_SCALES = 64, FOUR_SCALES = 128 };

struct outlines {
    hb_blob_t *glyf, *loca;
    size_t glyphs;
    bool is_long;
    size_t parts; /* of one glyph: parts of parts could be more than anyone draws */
};

struct outline { /* the bytes of one */
    const unsigned char *at;
    size_t n;
};

static unsigned u16(const unsigned char *p)
{
    return (unsigned)p[0] << 8 | p[1];
}

static const unsigned char *bytes_of(hb_blob_t *table)
{
    return (const unsigned char *)hb_blob_get_data(table, NULL);
}

static size_t offset_of(const struct outlines *o, size_t glyph)
{
    const unsigned char *p = bytes_of(o->loca);
    if (!o->is_long) return u16(p + 2 * glyph) * (size_t)2;
    return (size_t)u16(p + 4 * glyph) << 16 | u16(p + 4 * glyph + 2);
}

/* False where it lies outside of its table: the file may have been cut short since it was opened. */
static bool outline_of(const struct outlines *o, size_t glyph, struct outline *g)
{
    size_t each = o->is_long ? 4 : 2;
    if (hb_blob_get_length(o->loca) < (glyph + 2) * each) return false;
    size_t from = offset_of(o, glyph), to = offset_of(o, glyph + 1);
    if (from > to || to > hb_blob_get_length(o->glyf)) return false;
    *g = (struct outline){to > from ? bytes_of(o->glyf) + from : NULL, to - from};
    return true;
}

static size_t coordinate_size(unsigned flags, unsigned is_short, unsigned same)
{
    return flags & is_short ? 1 : flags & same ? 0 : 2;
}

/* Flags of so many points, and behind them as many coordinates as they ask for. */
static bool points_whole(struct outline g, size_t at, size_t points)
{
    size_t wanted = 0;
    for (size_t done = 0, again; done < points; done += again) {
        if (at >= g.n) return false;
        unsigned flags = g.at[at++];
        again = 1;
        if (flags & REPEAT) {
            if (at >= g.n) return false;
            again += g.at[at++];
        }
        if (again > points - done) again = points - done; /* as others read it */
        wanted += again * (coordinate_size(flags, SHORT_X, SAME_X) + coordinate_size(flags, SHORT_Y, SAME_Y));
    }
    return wanted <= g.n - at;
}

static bool simple_whole(struct outline g, size_t contours)
{
    size_t at = HEADER + 2 * contours, points = 0;
    if (!contours) return true;
    if (at + 2 > g.n) return false;
    for (size_t i = 0; i < contours; i++) {
        size_t end = u16(g.at + HEADER + 2 * i) + (size_t)1;
        if (end < points) return false;
        points = end;
    }
    at += 2 + u16(g.at + at);
    return at <= g.n && points_whole(g, at, points);
}

static size_t part_size(unsigned flags)
{
    return (flags & WORDS ? 4u : 2u) + (flags & SCALE         ? 2u
                                        : flags & TWO_SCALES  ? 4u
                                        : flags & FOUR_SCALES ? 8u
                                                              : 0u);
}

static bool is_whole(struct outlines *o, size_t glyph, int depth);

static bool composite_whole(struct outlines *o, struct outline g, int depth)
{
    unsigned flags = MORE;
    for (size_t at = HEADER; flags & MORE;) {
        if (at + 4 > g.n || ++o->parts > PARTS_MOST) return false;
        flags = u16(g.at + at);
        if (!is_whole(o, u16(g.at + at + 2), depth + 1)) return false;
        at += 4 + part_size(flags);
        if (at > g.n) return false;
    }
    return true;
}

static bool is_whole(struct outlines *o, size_t glyph, int depth)
{
    struct outline g;
    if (glyph >= o->glyphs || depth > PARTS_DEEP || !outline_of(o, glyph, &g)) return false;
    if (!g.at) return true; /* it draws nothing */
    if (g.n < HEADER) return false;
    unsigned contours = u16(g.at);
    return contours < 0x8000 ? simple_whole(g, contours) : composite_whole(o, g, depth);
}

bool glyph_outline_whole(const struct face *f, const hb_set_t *glyphs)
{
    hb_blob_t *head = hb_face_reference_table(f->raw, HB_TAG('h', 'e', 'a', 'd'));
    bool whole = hb_blob_get_length(head) >= HEAD_LEAST;
    struct outlines o = {.glyf = hb_face_reference_table(f->raw, HB_TAG('g', 'l', 'y', 'f')),
                         .loca = hb_face_reference_table(f->raw, HB_TAG('l', 'o', 'c', 'a')),
                         .glyphs = hb_face_get_glyph_count(f->raw),
                         .is_long = whole && u16(bytes_of(head) + LOCA_FORMAT)};
    for (hb_codepoint_t g = HB_SET_VALUE_INVALID; whole && hb_set_next(glyphs, &g);)
        o.parts = 0, whole = is_whole(&o, g, 0);
    hb_blob_destroy(head);
    hb_blob_destroy(o.glyf);
    hb_blob_destroy(o.loca);
    return whole;
}
