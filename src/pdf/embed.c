#include "pdf/embed.h"

#include "pdf/codes.h"
#include "pdf/syntax.h"

enum { FLAG_FIXED = 1, FLAG_SERIF = 2, FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64, CMAP_BLOCK = 100, LEAST_RUN = 5 };

/* ISO 32000-1, 9.10.3; at most 100 entries a block. */
static struct str unicode_map(struct arena *a, const struct subset_font *f, const struct codes *codes)
{
    struct buf out = BUF(a);
    buf_put(&out, "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
                  "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                  "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n");
    codes_ranges(codes, &out);
    for (size_t from = 1; from < f->ncids; from += CMAP_BLOCK) {
        size_t to = from + CMAP_BLOCK < f->ncids ? from + CMAP_BLOCK : f->ncids;
        buf_fmt(&out, "%zu beginbfchar\n", to - from);
        for (size_t c = from; c < to; c++) {
            unsigned cid = codes_cid(codes, c);
            buf_fmt(&out, cid < 256 ? "<%02X>" : "<%04X>", cid);
            buf_byte(&out, '<');
            syntax_utf16_hex(&out, f->unicode[c]);
            buf_put(&out, ">\n");
        }
        buf_put(&out, "endbfchar\n");
    }
    buf_put(&out, "endcmap CMapName currentdict/CMap defineresource pop end end\n");
    return buf_str(&out);
}

/* What stands at each CID: cluster numbers, 0 where none does. */
static uint16_t *by_cid(struct arena *a, const struct subset_font *f, const struct codes *codes)
{
    uint16_t *at = ARENA_MANY(a, uint16_t, codes_end(codes));
    for (size_t i = 1; i < f->ncids; i++) at[codes_cid(codes, i)] = (uint16_t)i;
    return at;
}

static size_t same_widths(const struct subset_font *f, const uint16_t *at, size_t from, size_t end)
{
    size_t n = 1;
    while (from + n < end && f->widths[at[from + n]] == f->widths[at[from]]) n++;
    return n;
}

/* "first last w" for long runs of one width, "first [w w …]" for the rest (9.7.4.3). */
static void put_widths(struct buf *out, const struct subset_font *f, const uint16_t *at, size_t end)
{
    bool open = false;
    buf_put(out, "/DW 0/W[");
    for (size_t c = 0; c < end;) {
        size_t n = same_widths(f, at, c, end);
        int width = (int)f->widths[at[c]];
        if (n >= LEAST_RUN || (!width && !open)) {
            if (open) buf_byte(out, ']');
            if (width) buf_fmt(out, " %zu %zu %d", c, c + n - 1, width);
            open = false;
            c += n;
            continue;
        }
        if (!open) buf_fmt(out, " %zu[", c);
        buf_fmt(out, open ? " %d" : "%d", width);
        open = true;
        c++;
    }
    buf_put(out, open ? "]]" : "]");
}

static struct str glyph_map(struct arena *a, const struct subset_font *f, const uint16_t *at, size_t end)
{
    struct buf out = BUF(a);
    while (end && !at[end - 1]) end--;
    for (size_t c = 0; c < end; c++) buf_add(&out, str_sub(f->cid_to_gid, 2u * at[c], 2u * at[c] + 2u));
    return buf_str(&out);
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
    struct buf out = BUF(a);
    buf_put(&out, "/Type/FontDescriptor/FontName");
    syntax_name(&out, name);
    buf_fmt(&out, "/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle ", flags, thousandths(info, info->box[0]),
            thousandths(info, info->box[1]), thousandths(info, info->box[2]),
            thousandths(info, info->box[3]));
    syntax_milli(&out, (int64_t)(info->italic_angle * 1000));
    buf_fmt(&out, "/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 ", thousandths(info, info->ascender),
            thousandths(info, info->descender), thousandths(info, info->cap_height),
            50 + info->weight * info->weight / 4225);
    syntax_ref(&out, program);
    unsigned id = haru_new(h);
    haru_set(h, id, buf_str(&out));
    return id;
}

static unsigned descendant(struct haru *h, struct arena *a, const struct face_info *info, struct str name,
                           const struct subset_font *f, const struct codes *codes)
{
    const uint16_t *at = by_cid(a, f, codes);
    struct str length = str_fmt(a, "/Length1 %zu", f->program.n);
    unsigned program = haru_stream(h, length, f->program, true);
    unsigned described = descriptor(h, a, info, name, program);
    unsigned map = haru_stream(h, (struct str){0}, glyph_map(a, f, at, codes_end(codes)), true);
    struct buf out = BUF(a);
    buf_put(&out, "/Type/Font/Subtype/CIDFontType2/BaseFont");
    syntax_name(&out, name);
    buf_fmt(&out,
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %u 0 R"
            "/CIDToGIDMap %u 0 R",
            described, map);
    put_widths(&out, f, at, codes_end(codes));
    unsigned id = haru_new(h);
    haru_set(h, id, buf_str(&out));
    return id;
}

/* The CMap of a face's codes; WMode and CIDSystemInfo as in the CMap itself (ISO 19005-3, 6.2.11.3). */
static unsigned cmap(struct haru *h, struct arena *a, const struct codes *codes, unsigned *cmaps)
{
    unsigned *known = &cmaps[codes->last];
    struct str name = codes_name(a, codes);
    struct str keys = str_fmt(a,
                              "/Type/CMap/CMapName/%s/WMode 0"
                              "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
                              name.s);
    if (!*known) *known = haru_stream(h, keys, codes_cmap(a, codes), true);
    return *known;
}

static unsigned type0(struct haru *h, struct arena *a, const struct face_info *info,
                      const struct subset_font *f, unsigned *cmaps)
{
    struct codes codes = codes_for(f->ncids - 1, f->space);
    struct str name = str_fmt(a, "%s%.*s", f->name, STR_ARGS(info->postscript));
    unsigned below = descendant(h, a, info, name, f, &codes), encoding = cmap(h, a, &codes, cmaps);
    unsigned unicode = haru_stream(h, (struct str){0}, unicode_map(a, f, &codes), true);
    struct buf out = BUF(a);
    buf_put(&out, "/Type/Font/Subtype/Type0/BaseFont");
    syntax_name(&out, name);
    buf_fmt(&out, "/Encoding %u 0 R/DescendantFonts[%u 0 R]/ToUnicode %u 0 R", encoding, below, unicode);
    unsigned id = haru_new(h);
    haru_set(h, id, buf_str(&out));
    return id;
}

bool embed_all(struct haru *h, struct arena *a, const struct font_set *fonts, struct subset *subset,
               struct memo *memo, unsigned *cmaps, unsigned *ids, size_t *face)
{
    for (*face = 0; *face < font_set_count(fonts); ++*face) {
        struct subset_font f = {0};
        ids[*face] = 0;
        if (!subset_used(subset, *face)) continue;
        if (!subset_font(subset, memo, *face, &f)) return false;
        ids[*face] = type0(h, a, font_set_info(fonts, *face), &f, cmaps);
    }
    return true;
}
