#include "pdf/embed.h"

#include "pdf/put.h"

enum { FLAG_FIXED = 1, FLAG_SERIF = 2, FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64, CMAP_BLOCK = 100, LEAST_RUN = 5 };

static void put_hex4(struct buf *out, size_t code)
{
    buf_fmt(out, "<%04zX>", code);
}

/* ISO 32000-1, 9.10.3; at most 100 entries a block. */
static struct str unicode_map(struct arena *a, const struct subset_font *f)
{
    struct buf out = BUF(a);
    buf_put(&out, "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
                  "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                  "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
                  "1 begincodespacerange<0000><FFFF>endcodespacerange\n");
    for (size_t from = 1; from < f->ncids; from += CMAP_BLOCK) {
        size_t to = from + CMAP_BLOCK < f->ncids ? from + CMAP_BLOCK : f->ncids;
        buf_fmt(&out, "%zu beginbfchar\n", to - from);
        for (size_t c = from; c < to; c++) {
            put_hex4(&out, c);
            buf_byte(&out, '<');
            put_utf16_hex(&out, f->unicode[c]);
            buf_put(&out, ">\n");
        }
        buf_put(&out, "endbfchar\n");
    }
    buf_put(&out, "endcmap CMapName currentdict/CMap defineresource pop end end\n");
    return buf_str(&out);
}

static size_t same_widths(const struct subset_font *f, size_t from)
{
    size_t n = 1;
    while (from + n < f->ncids && f->widths[from + n] == f->widths[from]) n++;
    return n;
}

/* "first last w" for long runs of one width, "first [w w …]" for the rest (9.7.4.3). */
static void put_widths(struct buf *out, const struct subset_font *f)
{
    bool open = false;
    buf_put(out, "/DW 0/W[");
    for (size_t c = 0; c < f->ncids;) {
        size_t n = same_widths(f, c);
        if (n >= LEAST_RUN) {
            buf_fmt(out, "%s%zu %zu %d", open ? "]" : c ? " " : "", c, c + n - 1, (int)f->widths[c]);
            open = false;
            c += n;
            continue;
        }
        if (!open) buf_fmt(out, "%s%zu[", c ? " " : "", c);
        buf_fmt(out, open ? " %d" : "%d", (int)f->widths[c++]);
        open = true;
    }
    buf_put(out, open ? "]]" : "]");
}

static int thousandths(const struct face_info *info, int v)
{
    int em = info->units_per_em > 0 ? info->units_per_em : 1000;
    long long n = (long long)v * 1000;
    return (int)(n >= 0 ? (n + em / 2) / em : -((-n + em / 2) / em));
}

static unsigned descriptor(struct haru *h, struct arena *a, const struct face_info *info, struct str name,
                           unsigned program)
{
    int flags = FLAG_SYMBOLIC | (info->monospaced ? FLAG_FIXED : 0) | (info->serif ? FLAG_SERIF : 0) |
                (info->italic ? FLAG_ITALIC : 0);
    int weight = info->weight > 0 ? info->weight : 400;
    struct buf out = BUF(a);
    buf_put(&out, "/Type/FontDescriptor/FontName");
    put_name(&out, name);
    buf_fmt(&out, "/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle ", flags, thousandths(info, info->box[0]),
            thousandths(info, info->box[1]), thousandths(info, info->box[2]),
            thousandths(info, info->box[3]));
    put_milli(&out, (int64_t)(info->italic_angle * 1000));
    buf_fmt(&out, "/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 ", thousandths(info, info->ascender),
            thousandths(info, info->descender), thousandths(info, info->cap_height),
            50 + weight * weight / 4225);
    put_ref(&out, program);
    unsigned id = haru_new(h);
    haru_set(h, id, buf_str(&out));
    return id;
}

static unsigned descendant(struct haru *h, struct arena *a, const struct face_info *info, struct str name,
                           const struct subset_font *f)
{
    struct str length = str_fmt(a, "/Length1 %zu", f->program.n);
    unsigned program = haru_stream(h, length, f->program, true);
    unsigned described = descriptor(h, a, info, name, program);
    unsigned map = haru_stream(h, (struct str){0}, f->cid_to_gid, true);
    struct buf out = BUF(a);
    buf_put(&out, "/Type/Font/Subtype/CIDFontType2/BaseFont");
    put_name(&out, name);
    buf_fmt(&out,
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %u 0 R"
            "/CIDToGIDMap %u 0 R",
            described, map);
    put_widths(&out, f);
    unsigned id = haru_new(h);
    haru_set(h, id, buf_str(&out));
    return id;
}

static unsigned type0(struct haru *h, struct arena *a, const struct face_info *info,
                      const struct subset_font *f)
{
    struct str name = str_fmt(a, "%s%.*s", f->name, STR_ARGS(info->postscript));
    unsigned below = descendant(h, a, info, name, f);
    unsigned unicode = haru_stream(h, (struct str){0}, unicode_map(a, f), true);
    struct buf out = BUF(a);
    buf_put(&out, "/Type/Font/Subtype/Type0/BaseFont");
    put_name(&out, name);
    buf_fmt(&out, "/Encoding/Identity-H/DescendantFonts[%u 0 R]/ToUnicode %u 0 R", below, unicode);
    unsigned id = haru_new(h);
    haru_set(h, id, buf_str(&out));
    return id;
}

bool embed_all(struct haru *h, struct arena *a, const struct fonts *fonts, struct subset *subset,
               unsigned *ids, size_t *face)
{
    for (*face = 0; *face < fonts_count(fonts); ++*face) {
        struct subset_font f = {0};
        ids[*face] = 0;
        if (!subset_used(subset, *face)) continue;
        if (!subset_font(subset, *face, &f)) return false;
        ids[*face] = type0(h, a, fonts_info(fonts, *face), &f);
    }
    return true;
}
