#include "read/format/image.h"

#include "picture/jpeg_segments.h"
#include "picture/png_memory.h"
#include "read/drawing/rsvg.h"
#include "read/drawing/svg.h"
#include "read/format/files.h"
#include "read/format/icc.h"

#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>

#include <jerror.h>
#include <png.h>

enum { FILE_MOST = 100 << 20, PIXELS_MOST = 64 << 20, SCANS_MOST = 200, HELD_MOST = 1 << 18 };

/* -- how a picture is held (EXIF: CIPA DC-008, a TIFF directory) ------------------------------------------
 */

static unsigned two(struct str b, size_t at)
{
    return at + 2 <= b.n ? (unsigned)(unsigned char)b.s[at] << 8 | (unsigned char)b.s[at + 1] : 0;
}

static unsigned ordered(struct str b, size_t at, bool little)
{
    unsigned v = two(b, at);
    return little ? (v >> 8 | v << 8) & 0xFFFF : v;
}

static size_t ordered_long(struct str b, size_t at, bool little)
{
    size_t first = ordered(b, at, little), second = ordered(b, at + 2, little);
    return little ? second << 16 | first : first << 16 | second;
}

/* Tag 0x0112 of the first directory, a SHORT (some write a LONG): 1 to 8; 1 where it tells none. */
static unsigned tiff_orientation(struct str tiff)
{
    enum { ORIENTATION = 0x0112, LONG = 4, ENTRY = 12 };
    bool little = str_starts(tiff, "II");
    if (tiff.n < 8 || (!little && !str_starts(tiff, "MM"))) return 1;
    size_t at = ordered_long(tiff, 4, little), n = ordered(tiff, at, little);
    for (size_t entry = at + 2; n-- > 0 && entry + ENTRY <= tiff.n; entry += ENTRY) {
        if (ordered(tiff, entry, little) != ORIENTATION) continue;
        size_t v = ordered(tiff, entry + 2, little) == LONG ? ordered_long(tiff, entry + 8, little)
                                                            : ordered(tiff, entry + 8, little);
        return v >= 1 && v <= 8 ? (unsigned)v : 1;
    }
    return 1;
}

static void set_orientation(struct picture *p, struct str tiff)
{
    static const struct {
        bool mirror;
        int turn;
    } HELD[] = {{false, 0},  {true, 0},   {false, 180}, {true, 180},
                {true, 270}, {false, 90}, {true, 90},   {false, 270}};
    unsigned v = tiff_orientation(tiff);
    p->mirror = HELD[v - 1].mirror;
    p->turn = HELD[v - 1].turn;
}

/* -- PNG (ISO/IEC 15948) --------------------------------------------------------------------------------- */

struct png_bytes {
    struct str data;
    size_t at;
};

static void png_more(png_structp png, png_bytep to, size_t n)
{
    struct png_bytes *b = png_get_io_ptr(png);
    if (n > b->data.n - b->at) png_error(png, "short");
    memcpy(to, b->data.s + b->at, n);
    b->at += n;
}

static void png_quiet(png_structp png, png_const_charp text)
{
    (void)png;
    (void)text;
}

static void png_stop(png_structp png, png_const_charp text)
{
    (void)text;
    png_longjmp(png, 1);
}

/* 8 bits a sample, palettes and small greys spread out, transparency as alpha. */
static int png_transform(png_structp png, png_infop info)
{
    png_set_expand(png);
    png_set_scale_16(png);
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    return passes;
}

/* Rows of colour and alpha, to two planes; alpha only where some pixel is not opaque. */
static void split_alpha(struct arena *a, struct picture *p, const unsigned char *rows, int samples)
{
    size_t n = (size_t)p->width * p->height, colours = (size_t)p->channels;
    char *colour = arena_get(a, n * colours), *alpha = arena_get(a, n);
    bool clear = false;
    for (size_t i = 0; i < n; i++) {
        memcpy(colour + i * colours, rows + i * (size_t)samples, colours);
        alpha[i] = (char)rows[i * (size_t)samples + colours];
        clear |= rows[i * (size_t)samples + colours] != 255;
    }
    p->data = (struct str){colour, n * colours};
    if (clear) p->alpha = (struct str){alpha, n};
}

/* What a PDF reader can unpack itself: grey or RGB of 8 bits, opaque, rows in order. */
static bool png_is_plain(png_structp png, png_infop info)
{
    int kind = png_get_color_type(png, info);
    return (kind == PNG_COLOR_TYPE_GRAY || kind == PNG_COLOR_TYPE_RGB) && png_get_bit_depth(png, info) == 8 &&
           png_get_interlace_type(png, info) == PNG_INTERLACE_NONE &&
           !png_get_valid(png, info, PNG_INFO_tRNS);
}

static size_t png_length(struct str b, size_t at)
{
    const unsigned char *c = (const unsigned char *)b.s + at;
    return (size_t)c[0] << 24 | (size_t)c[1] << 16 | (size_t)c[2] << 8 | c[3];
}

/* The IDAT chunks' contents in one piece. libpng has read the file: lengths and checksums are right. */
static struct str png_packed(struct arena *a, struct str b)
{
    struct buf out = BUF(a);
    for (size_t at = 8; at + 12 <= b.n;) {
        size_t n = png_length(b, at);
        if (n > b.n - at - 12) break;
        if (!memcmp(b.s + at + 4, "IDAT", 4)) buf_add(&out, str_sub(b, at + 8, at + 8 + n));
        at += n + 12;
    }
    return buf_str(&out);
}

/* Is there a chunk of this kind before the picture's data? */
static bool png_has(struct str b, const char *kind)
{
    for (size_t at = 8; at + 12 <= b.n; at += png_length(b, at) + 12) {
        if (!memcmp(b.s + at + 4, kind, 4)) return true;
        if (!memcmp(b.s + at + 4, "IDAT", 4) || png_length(b, at) > b.n - at - 12) return false;
    }
    return false;
}

/* libpng has unpacked it, no further than ICC_MOST, and passed over one that is not sound. */
static struct str png_profile(struct job *job, png_structp png, png_infop info)
{
    png_charp name;
    png_bytep bytes;
    png_uint_32 n;
    int method;
    if (!png_get_iCCP(png, info, &name, &method, &bytes, &n)) return (struct str){0};
    return str_copy(job->scratch, (struct str){(const char *)bytes, n});
}

static void png_orientation(png_structp png, png_infop info, struct picture *p)
{
    png_bytep bytes;
    png_uint_32 n;
    if (png_get_eXIf_1(png, info, &n, &bytes)) set_orientation(p, (struct str){(const char *)bytes, n});
}

static enum diag_code png_rows(struct job *job, png_structp png, png_infop info, struct picture *p)
{
    png_read_info(png, info);
    p->width = png_get_image_width(png, info);
    p->height = png_get_image_height(png, info);
    if ((uint64_t)p->width * p->height > PIXELS_MOST) return DIAG_PICTURE_BIG;
    p->form = png_is_plain(png, info) ? PICTURE_PNG : PICTURE_RAW;
    int passes = png_transform(png, info), samples = png_get_channels(png, info);
    size_t stride = png_get_rowbytes(png, info);
    bool alpha = samples == 2 || samples == 4;
    struct arena *a = alpha || p->form == PICTURE_PNG ? job->scratch : job->keep;
    unsigned char *rows = arena_get(a, stride * p->height);
    for (int pass = 0; pass < passes; pass++)
        for (uint32_t y = 0; y < p->height; y++) png_read_row(png, rows + stride * y, NULL);
    png_read_end(png, info);
    png_orientation(png, info, p);
    p->channels = samples - alpha;
    p->profile = png_profile(job, png, info);
    if (alpha)
        split_alpha(job->keep, p, rows, samples);
    else if (p->form == PICTURE_RAW)
        p->data = (struct str){(const char *)rows, stride * p->height};
    return DIAG_LAST;
}

/* Each chunk up to the last is as long as it says: libpng takes memory for one before it reads it. */
static bool png_is_whole(struct str b)
{
    for (size_t at = 8; at + 12 <= b.n; at += png_length(b, at) + 12) {
        if (png_length(b, at) > b.n - at - 12) return false;
        if (!memcmp(b.s + at + 4, "IEND", 4)) return true;
    }
    return false;
}

/* DIAG_LAST where all is well, else what to tell. */
static enum diag_code png_decode(struct job *job, struct str bytes, struct picture *p)
{
    struct png_bytes in = {bytes, 0};
    struct memo_key key = memo_begin(MEMO_PIXELS);
    if (!png_is_whole(bytes)) return DIAG_PICTURE_BROKEN;
    if (job->memo) memo_add(&key, bytes);
    if (png_memory_find(job->memo, key, p)) {
        if (p->form == PICTURE_PNG) p->data = png_packed(job->keep, bytes);
        return DIAG_LAST;
    }
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, png_stop, png_quiet);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    volatile enum diag_code why = DIAG_PICTURE_BROKEN;
    if (info && !setjmp(png_jmpbuf(png))) {
        png_set_read_fn(png, &in, png_more);
        png_set_user_limits(png, PIXELS_MOST, PIXELS_MOST);
        png_set_chunk_malloc_max(png, ICC_MOST);
        why = png_rows(job, png, info, p);
    }
    png_destroy_read_struct(&png, &info, NULL);
    if (why == DIAG_LAST && p->form == PICTURE_PNG) p->data = png_packed(job->keep, bytes);
    if (why == DIAG_LAST) png_memory_keep(job->scratch, job->memo, key, p);
    return why;
}

/* -- SVG: drawn as PNG ----------------------------------------------------------------------------------- */

static enum diag_code svg_decode(struct job *job, struct str bytes, struct picture *p)
{
    struct str png = {0};
    enum rsvg_end end = rsvg_draw(job, bytes, &png);
    if (end != RSVG_DRAWN) return end == RSVG_ABSENT ? DIAG_PICTURE_DRAWER : DIAG_PICTURE_UNDRAWN;
    svg_words(job, bytes, p->alt);
    return png_decode(job, png, p);
}

/* -- JPEG: checked, and as it is less its metadata --------------------------------------------------------
 */

struct jpeg_check {
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf out;
    bool torn; /* data is missing or does not decode */
};

static void jpeg_stop(j_common_ptr c)
{
    struct jpeg_check *k = c->client_data;
    longjmp(k->out, 1);
}

static void jpeg_told(j_common_ptr c, int level)
{
    struct jpeg_check *k = c->client_data;
    int code = c->err->msg_code;
    if (level < 0 && (code == JWRN_HIT_MARKER || code == JWRN_JPEG_EOF || code == JWRN_HUFF_BAD_CODE ||
                      code == JWRN_MUST_RESYNC))
        k->torn = true;
}

/* A small file can ask for endless passes over a large picture. */
static void jpeg_step(j_common_ptr c)
{
    if (((j_decompress_ptr)c)->input_scan_number > SCANS_MOST) jpeg_stop(c);
}

static enum diag_code jpeg_header(struct jpeg_decompress_struct *d, struct picture *p)
{
    jpeg_read_header(d, TRUE);
    p->width = d->image_width;
    p->height = d->image_height;
    p->inks = d->num_components == 4;
    p->channels = p->inks ? 3 : d->num_components;
    if ((uint64_t)p->width * p->height > PIXELS_MOST) return DIAG_PICTURE_BIG;
    if (d->data_precision != 8 || d->arith_code || (p->channels != 1 && p->channels != 3))
        return DIAG_PICTURE_BROKEN;
    return DIAG_LAST;
}

/* All of its data goes through the decoder, at an eighth of its size, where that is quickest. */
static void jpeg_run(struct job *job, struct jpeg_decompress_struct *d)
{
    d->scale_num = 1;
    d->scale_denom = 8;
    d->dct_method = JDCT_IFAST;
    d->do_fancy_upsampling = FALSE;
    jpeg_start_decompress(d);
    unsigned char *row = arena_get(job->scratch, (size_t)d->output_width * (size_t)d->output_components);
    while (d->output_scanline < d->output_height) jpeg_read_scanlines(d, &row, 1);
    jpeg_finish_decompress(d);
}

static enum diag_code jpeg_decode(struct job *job, struct str bytes, struct picture *p)
{
    struct jpeg_check check = {0};
    struct jpeg_decompress_struct d = {0};
    volatile enum diag_code why = DIAG_PICTURE_BROKEN;
    d.err = jpeg_std_error(&check.errors);
    check.errors.error_exit = jpeg_stop;
    check.errors.emit_message = jpeg_told;
    check.progress.progress_monitor = jpeg_step;
    d.client_data = &check;
    if (!setjmp(check.out)) {
        jpeg_create_decompress(&d);
        d.progress = &check.progress;
        jpeg_mem_src(&d, (const unsigned char *)bytes.s, bytes.n);
        why = jpeg_header(&d, p);
        if (why == DIAG_LAST) {
            why = DIAG_PICTURE_BROKEN;
            jpeg_run(job, &d);
            if (!check.torn) why = DIAG_LAST;
        }
    }
    jpeg_destroy_decompress(&d);
    p->form = PICTURE_JPEG;
    return why;
}

/* What its segments tell; a large file's bytes are not held: picture/ has them again when they are set. */
static void jpeg_take(struct job *job, struct str bytes, struct picture *p, struct icc_parts *icc)
{
    struct jpeg_segment s = {0};
    for (size_t at = 2; jpeg_segment_next(bytes, &at, &s);) {
        if (s.marker == JPEG_EXIF && str_starts(s.inside, "Exif"))
            set_orientation(p, str_sub(s.inside, 6, s.inside.n));
        if (s.marker == JPEG_PROFILE) icc_add(icc, s.inside);
    }
    if (!p->file.n || bytes.n <= HELD_MOST) {
        p->file = (struct str){0};
        p->data = jpeg_segments_shown(job->keep, bytes);
        return;
    }
    p->sum = memo_begin(MEMO_STATE);
    memo_add(&p->sum, bytes);
}

/* -- kinds ----------------------------------------------------------------------------------------------- */

/* The name of a kind of picture that is not taken, by how it begins. */
static const char *other_kind(struct str b)
{
    static const struct {
        size_t at;
        const char *magic, *name;
    } KINDS[] = {{0, "GIF8", "GIF"},    {8, "WEBP", "WebP"},
                 {0, "BM", "BMP"},      {0, "II*", "TIFF"},
                 {0, "MM", "TIFF"},     {4, "ftypavif", "AVIF"},
                 {4, "ftyphe", "HEIC"}, {4, "ftypmi", "HEIC"},
                 {4, "ftypms", "HEIC"}, {4, "ftyp", "MP4"},
                 {0, "%PDF", "PDF"},    {0, "PK\x03\x04", "ZIP"},
                 {40, " EMF", "EMF"},   {0, "\xD7\xCD\xC6\x9A", "WMF"},
                 {0, "VCLMTF", "SVM"},  {0, "\x1F\x8B", "EMZ/WMZ"}};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (str_starts(str_sub(b, KINDS[i].at, b.n), KINDS[i].magic)) return KINDS[i].name;
    return "?";
}

/* *profiled: the file says that it has a profile; what could be had of it is in p->profile, in scratch. */
static enum diag_code decode(struct job *job, struct str bytes, struct picture *p, bool *profiled)
{
    if (str_starts(bytes, "\x89PNG\r\n\x1A\n")) {
        *profiled = png_has(bytes, "iCCP");
        return png_decode(job, bytes, p);
    }
    if (svg_is(bytes)) return svg_decode(job, bytes, p);
    if (!str_starts(bytes, "\xFF\xD8\xFF")) return bytes.n ? DIAG_PICTURE_KIND : DIAG_PICTURE_BROKEN;
    struct icc_parts icc = {0};
    enum diag_code why = jpeg_decode(job, bytes, p);
    if (why == DIAG_LAST) jpeg_take(job, bytes, p, &icc);
    *profiled = icc.count > 0 && !p->inks;
    if (!p->inks) p->profile = icc_joined(job->scratch, &icc);
    return why;
}

static void settle_profile(struct job *job, struct picture *p, bool profiled, struct str path,
                           struct place asked)
{
    struct str sound = icc_checked(p->profile, p->channels);
    if (p->inks) diag_tell(job->diags, DIAG_PICTURE_CMYK, asked, path);
    if (profiled && !sound.n) diag_tell(job->diags, DIAG_PICTURE_PROFILE, asked, path);
    p->profile = icc_is_srgb(sound) ? (struct str){0} : sound;
    if (p->profile.n) p->profile = str_copy(job->keep, p->profile);
}

/* -- one picture, however often it is asked for ---------------------------------------------------------- */

struct image_known {
    struct str path;
    struct picture *picture; /* NULL: told already */
    uint64_t hash, size;     /* of one that lies in another file; else 0 */
};

struct image_cache {
    VEC(struct image_known) all;
};

static const struct image_known *find_known(struct job *job, struct str path)
{
    if (!job->images) job->images = ARENA_ONE(job->keep, struct image_cache);
    for (size_t i = 0; i < job->images->all.n; i++)
        if (str_eq(job->images->all.at[i].path, path)) return &job->images->all.at[i];
    return NULL;
}

static struct picture *read_new(struct job *job, struct str path, struct place asked)
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct str bytes, real = files_picture(job, path, asked, FILE_MOST, &bytes);
    if (!real.s) return arena_reset(job->scratch, mark), NULL;
    const struct image_known *known = find_known(job, real); /* under its true name */
    if (known) return arena_reset(job->scratch, mark), known->picture;
    struct picture *p = ARENA_ONE(job->keep, struct picture);
    p->path = real;
    p->file = str_fmt(job->keep, "%.*s/%.*s", STR_ARGS(job->options->input), STR_ARGS(real));
    bool profiled = false;
    enum diag_code why = decode(job, bytes, p, &profiled);
    if (p->data.n) p->file = (struct str){0};
    if (why == DIAG_LAST)
        settle_profile(job, p, profiled, path, asked);
    else
        diag_tell(job->diags, why, asked, path, str_of(why == DIAG_PICTURE_KIND ? other_kind(bytes) : ""));
    arena_reset(job->scratch, mark);
    p = why == DIAG_LAST ? p : NULL;
    VEC_ADD(job->keep, job->images->all, (struct image_known){.path = real, .picture = p});
    return p;
}

static struct picture *asked_for(struct job *job, const struct picture *first, struct place asked)
{
    if (!first) return NULL;
    struct picture *p = ARENA_ONE(job->keep, struct picture);
    *p = *first;
    p->place = asked;
    return p;
}

/* A path as it was typed means another file in another folder's note. */
static struct str typed_key(struct job *job, struct str path, struct place asked)
{
    struct str note = asked.source ? asked.source->path : (struct str){0};
    while (note.n && note.s[note.n - 1] != '/') note.n--;
    return str_fmt(job->keep, "%.*s//%.*s", STR_ARGS(note), STR_ARGS(path));
}

struct picture *image_read(struct job *job, struct str path, struct place asked)
{
    struct str key = typed_key(job, path, asked);
    const struct image_known *known = find_known(job, key);
    struct picture *first = known ? known->picture : read_new(job, path, asked);
    if (!known) VEC_ADD(job->keep, job->images->all, (struct image_known){.path = key, .picture = first});
    return asked_for(job, first, asked);
}

/* name: of a picture in an address; empty for one in an office file. */
static struct picture *decode_inner(struct job *job, struct str path, struct str name, struct str bytes,
                                    struct place asked)
{
    struct arena_mark mark = arena_mark(job->scratch);
    struct picture *p = ARENA_ONE(job->keep, struct picture);
    bool profiled = false;
    enum diag_code why = bytes.n > FILE_MOST ? DIAG_PICTURE_BIG : decode(job, bytes, p, &profiled);
    p->path = path;
    if (why == DIAG_LAST)
        settle_profile(job, p, profiled, name.n ? name : path, asked);
    else if (why == DIAG_PICTURE_KIND && !name.n)
        diag_tell(job->diags, DIAG_WORD_PICTURE_KIND, asked, str_of(other_kind(bytes)));
    else
        diag_tell(job->diags, why, asked, name.n ? name : path,
                  str_of(why == DIAG_PICTURE_KIND ? other_kind(bytes) : ""));
    arena_reset(job->scratch, mark);
    return why == DIAG_LAST ? p : NULL;
}

static struct picture *inner(struct job *job, struct str path, struct str name, struct str bytes,
                             struct place asked)
{
    uint64_t hash = str_hash(bytes);
    find_known(job, path);
    for (size_t i = 0; i < job->images->all.n; i++) {
        const struct image_known *k = &job->images->all.at[i];
        if (k->size == bytes.n && bytes.n && k->hash == hash) return asked_for(job, k->picture, asked);
    }
    struct str file = files_same(job, "photos", bytes);
    struct image_known now = {.path = str_copy(job->keep, path), .hash = hash, .size = bytes.n};
    if (file.n) now.picture = image_read(job, file, asked);
    if (!now.picture) now.picture = decode_inner(job, now.path, name, bytes, asked);
    VEC_ADD(job->keep, job->images->all, now);
    return asked_for(job, now.picture, asked);
}

struct picture *image_bytes(struct job *job, struct str path, struct str bytes, struct place asked)
{
    return inner(job, path, (struct str){0}, bytes, asked);
}

/* -- pictures that an address holds ---------------------------------------------------------------------- */

struct str image_data_name(struct str address)
{
    size_t n = 0;
    while (n < address.n && address.s[n] != ';' && address.s[n] != ',') n++;
    return str_sub(address, 0, n);
}

/* 0 to 63, or -1 (RFC 4648, 4 and 5). */
static int base64_value(char c)
{
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

/* The bytes, up to the first sign that is none of base64's. */
static struct str base64_bytes(struct arena *a, struct str text)
{
    char *bytes = arena_raw(a, text.n / 4 * 3 + 4);
    size_t n = 0;
    uint32_t bits = 0;
    for (size_t i = 0, have = 0; i < text.n; i++) {
        int value = base64_value(text.s[i]);
        if (value < 0) break;
        bits = bits << 6 | (uint32_t)value;
        have += 6;
        if (have < 8) continue;
        have -= 8;
        bytes[n++] = (char)(bits >> have & 0xFF);
    }
    return (struct str){bytes, n};
}

/* A name that no other picture of the run has: what it is, and where it stands. */
static struct str data_path(struct job *job, struct str address, struct place asked)
{
    struct str name = image_data_name(address), place = place_text(job->scratch, asked);
    return str_fmt(job->keep, "%.*s (%.*s)", STR_ARGS(place), STR_ARGS(name));
}

struct picture *image_read_data(struct job *job, struct str address, struct place asked)
{
    struct arena_mark mark = arena_mark(job->scratch);
    size_t comma = str_find(address, STR(";base64,"), 0);
    struct str coded = comma == SIZE_MAX ? (struct str){0} : str_sub(address, comma + 8, address.n);
    struct str bytes = base64_bytes(job->scratch, coded.n / 4 * 3 > FILE_MOST ? (struct str){0} : coded);
    struct picture *p = inner(job, data_path(job, address, asked), image_data_name(address), bytes, asked);
    arena_reset(job->scratch, mark);
    return p;
}
