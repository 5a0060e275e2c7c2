#include "text/face.h"

enum {
    UPEM_LEAST = 16,
    UPEM_MOST = 16384,
    NAME_MOST = 512,
    LOOKED = 7,
    WEIGHT_MOST = 1000 /* usWeightClass */
};

/* -- looking over -- */

struct face_table {
    const unsigned char *at;
    size_t n;
};

static uint32_t u16(const struct face_table *t, size_t at)
{
    return at + 2 <= t->n ? (uint32_t)t->at[at] << 8 | t->at[at + 1] : 0;
}

static uint32_t u32(const struct face_table *t, size_t at)
{
    return u16(t, at) << 16 | u16(t, at + 2);
}

static int s16(const struct face_table *t, size_t at)
{
    return (int16_t)u16(t, at);
}

static struct face_table of_blob(hb_blob_t *b)
{
    unsigned n = 0;
    const char *p = hb_blob_get_data(b, &n);
    return (struct face_table){(const unsigned char *)p, n};
}

/* HarfBuzz cuts a table short at the file's end in silence: a file that was cut short must be refused here.
 */
static bool directory_good(hb_blob_t *blob, unsigned index)
{
    struct face_table f = of_blob(blob);
    size_t at = 0;
    if (u32(&f, 0) == HB_TAG('t', 't', 'c', 'f')) at = u32(&f, 12 + 4 * (size_t)index);
    size_t n = u16(&f, at + 4);
    if (!n || at + 12 + 16 * n > f.n) return false;
    for (size_t i = 0; i < n; i++) {
        size_t from = u32(&f, at + 12 + 16 * i + 8), size = u32(&f, at + 12 + 16 * i + 12);
        if (from > f.n || size > f.n - from) return false;
    }
    return true;
}

static bool loca_good(const struct face_table *loca, size_t glyf, size_t glyphs, bool is_long)
{
    if (loca->n < (glyphs + 1) * (is_long ? 4u : 2u)) return false;
    size_t last = 0;
    for (size_t i = 0; i <= glyphs; i++) {
        size_t at = is_long ? u32(loca, i * 4) : u16(loca, i * 2) * (size_t)2;
        if (at < last || at > glyf) return false;
        last = at;
    }
    return true;
}

static bool metrics_good(const struct face_table *hhea, size_t hmtx, size_t glyphs)
{
    size_t wide = u16(hhea, 34);
    return hhea->n >= 36 && wide && wide <= glyphs && hmtx >= wide * 4 + (glyphs - wide) * 2;
}

struct looked {
    hb_blob_t *head, *maxp, *hhea, *hmtx, *loca, *glyf, *cmap;
};

static bool tables_good(const struct looked *l)
{
    struct face_table head = of_blob(l->head), maxp = of_blob(l->maxp), hhea = of_blob(l->hhea),
                      loca = of_blob(l->loca);
    size_t glyphs = u16(&maxp, 4), upem = u16(&head, 18);
    return head.n >= 54 && u32(&head, 12) == 0x5F0F3CF5 && upem >= UPEM_LEAST && upem <= UPEM_MOST &&
           glyphs && metrics_good(&hhea, hb_blob_get_length(l->hmtx), glyphs) &&
           loca_good(&loca, hb_blob_get_length(l->glyf), glyphs, u16(&head, 50) != 0);
}

static bool cmap_good(hb_blob_t *cmap)
{
    struct face_table t = of_blob(cmap);
    size_t n = u16(&t, 2);
    for (size_t i = 0; i < n && 4 + 8 * (i + 1) <= t.n; i++) {
        unsigned platform = u16(&t, 4 + 8 * i), encoding = u16(&t, 4 + 8 * i + 2);
        if (platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10))) return true;
    }
    return false;
}

static enum face_fault look(hb_blob_t *blob, unsigned index, hb_face_t *face)
{
    if (!directory_good(blob, index)) return FACE_DAMAGED;
#define TABLE(a, b, c, d) hb_face_reference_table(face, HB_TAG(a, b, c, d))
    struct looked l = {TABLE('h', 'e', 'a', 'd'), TABLE('m', 'a', 'x', 'p'), TABLE('h', 'h', 'e', 'a'),
                       TABLE('h', 'm', 't', 'x'), TABLE('l', 'o', 'c', 'a'), TABLE('g', 'l', 'y', 'f'),
                       TABLE('c', 'm', 'a', 'p')};
#undef TABLE
    enum face_fault fault = !hb_blob_get_length(l.glyf) ? FACE_OUTLINES
                            : !tables_good(&l)          ? FACE_DAMAGED
                            : !cmap_good(l.cmap)        ? FACE_NO_UNICODE
                                                        : FACE_GOOD;
    hb_blob_t *all[LOOKED] = {l.head, l.maxp, l.hhea, l.hmtx, l.loca, l.glyf, l.cmap};
    for (size_t i = 0; i < LOOKED; i++) hb_blob_destroy(all[i]);
    return fault;
}

/* -- what it says of itself -- */

static struct str name_of(hb_face_t *face, struct arena *a, hb_ot_name_id_t id)
{
    char text[NAME_MOST];
    unsigned n = sizeof text;
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &n, text);
    return str_trim(str_copy(a, (struct str){text, n < sizeof text ? n : sizeof text - 1}));
}

static void read_names(struct face *f, struct arena *a)
{
    f->legacy = name_of(f->hb, a, HB_OT_NAME_ID_FONT_FAMILY);
    f->full = name_of(f->hb, a, HB_OT_NAME_ID_FULL_NAME);
    f->info.family = name_of(f->hb, a, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (!f->info.family.n) f->info.family = f->legacy;
    f->info.postscript = name_of(f->hb, a, HB_OT_NAME_ID_POSTSCRIPT_NAME);
}

static void read_head(struct face *f)
{
    hb_blob_t *b = hb_face_reference_table(f->hb, HB_TAG('h', 'e', 'a', 'd'));
    struct face_table t = of_blob(b);
    for (size_t i = 0; i < 4; i++) f->info.box[i] = s16(&t, 36 + 2 * i);
    f->info.bold = u16(&t, 44) & 1;
    f->info.italic = u16(&t, 44) >> 1 & 1;
    hb_blob_destroy(b);
}

static void read_os2(struct face *f)
{
    hb_blob_t *b = hb_face_reference_table(f->hb, HB_TAG('O', 'S', '/', '2'));
    struct face_table t = of_blob(b);
    int weight = t.n >= 6 ? (int)u16(&t, 4) : 0;
    f->info.weight = weight >= 1 && weight <= WEIGHT_MOST ? weight : f->info.bold ? 700 : 400;
    if (t.n >= 64) {
        f->info.bold = f->info.bold || (u16(&t, 62) >> 5 & 1) || f->info.weight >= 600;
        f->info.italic = f->info.italic || (u16(&t, 62) & 1);
        f->info.serif =
            t.at[32] == 2 && t.at[33] >= 2 && t.at[33] <= 10; /* PANOSE: Latin text, serif styles */
    }
    if (t.n >= 90 && u16(&t, 0) >= 2) {
        f->info.x_height = s16(&t, 86);
        f->info.cap_height = s16(&t, 88);
    }
    hb_blob_destroy(b);
}

static void read_post(struct face *f)
{
    hb_blob_t *b = hb_face_reference_table(f->hb, HB_TAG('p', 'o', 's', 't'));
    struct face_table t = of_blob(b);
    if (t.n >= 16) {
        f->info.italic_angle = (double)(int32_t)u32(&t, 4) / 65536.0;
        f->info.monospaced = u32(&t, 12) != 0;
    }
    hb_blob_destroy(b);
}

/* The top of a letter's ink in font units; 0 where the face has none. */
static int top_of(const struct face *f, uint32_t cp)
{
    hb_glyph_extents_t e;
    hb_codepoint_t g = face_glyph(f, cp);
    return g && hb_font_get_glyph_extents(f->font, g, &e) ? e.y_bearing : 0;
}

static int32_t per_mille(const struct face *f, int units)
{
    return (int32_t)((int64_t)units * 1000 / f->info.units_per_em);
}

static void read_heights(struct face *f)
{
    hb_font_extents_t e = {0};
    hb_font_get_h_extents(f->font, &e);
    f->info.ascender = e.ascender;
    f->info.descender = e.descender;
    for (int l = 0; l < LANG_N; l++) f->letter[l] = per_mille(f, top_of(f, lang_at((enum lang)l)->tall));
    if (f->info.cap_height <= 0) f->info.cap_height = top_of(f, 'H') ? top_of(f, 'H') : f->info.ascender;
    if (f->info.x_height <= 0) f->info.x_height = top_of(f, 'x') ? top_of(f, 'x') : f->info.cap_height / 2;
}

/* -- opening -- */

static bool hidden(hb_tag_t tag)
{
    return tag == HB_TAG('m', 'o', 'r', 'x') || tag == HB_TAG('m', 'o', 'r', 't') ||
           tag == HB_TAG('k', 'e', 'r', 'x') || tag == HB_TAG('f', 'e', 'a', 't') ||
           tag == HB_TAG('t', 'r', 'a', 'k');
}

static hb_blob_t *table_shown(hb_face_t *face, hb_tag_t tag, void *raw)
{
    (void)face;
    return hidden(tag) ? NULL : hb_face_reference_table(raw, tag);
}

unsigned face_count(hb_blob_t *blob)
{
    return hb_face_count(blob);
}

enum face_fault face_open(struct face *f, struct arena *a, hb_blob_t *blob, unsigned index)
{
    *f = (struct face){.raw = hb_face_create(blob, index)};
    enum face_fault fault = look(blob, index, f->raw);
    if (fault) {
        face_close(f);
        return fault;
    }
    f->hb = hb_face_create_for_tables(table_shown, f->raw, NULL);
    hb_face_set_upem(f->hb, hb_face_get_upem(f->raw));
    hb_face_set_glyph_count(f->hb, hb_face_get_glyph_count(f->raw));
    f->font = hb_font_create(f->hb);
    f->info.units_per_em = (int)hb_face_get_upem(f->hb);
    f->variable = hb_ot_var_has_data(f->hb);
    read_names(f, a);
    read_head(f);
    read_os2(f);
    read_post(f);
    read_heights(f);
    f->circle = face_glyph(f, 0x25CC);
    hb_face_make_immutable(f->raw);
    hb_face_make_immutable(f->hb);
    hb_font_make_immutable(f->font);
    return FACE_GOOD;
}

void face_close(struct face *f)
{
    hb_font_destroy(f->font);
    hb_face_destroy(f->hb);
    hb_face_destroy(f->raw);
    f->font = NULL;
    f->hb = f->raw = NULL;
}

hb_codepoint_t face_glyph(const struct face *f, uint32_t cp)
{
    hb_codepoint_t g = 0;
    return hb_font_get_nominal_glyph(f->font, cp, &g) ? g : 0;
}

bool face_ignores(uint32_t cp)
{
    return cp == 0xAD || cp == 0x34F || cp == 0x61C || (cp >= 0x115F && cp <= 0x1160) || cp == 0x17B4 ||
           cp == 0x17B5 || (cp >= 0x180B && cp <= 0x180F) || (cp >= 0x200B && cp <= 0x200F) ||
           (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x206F) ||
           (cp >= 0xFE00 && cp <= 0xFE0F) || cp == 0xFEFF || (cp >= 0xFFF0 && cp <= 0xFFF8) ||
           (cp >= 0xE0000 && cp <= 0xE0FFF);
}

bool face_has(const struct face *f, uint32_t cp)
{
    return face_glyph(f, cp) || face_ignores(cp);
}
