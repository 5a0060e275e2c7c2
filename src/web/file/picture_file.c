#include "web/file/picture_file.h"

#include <libdeflate.h>

enum { LEVEL = 6, GREY = 0, GREY_ALPHA = 4, RGB = 2, RGB_ALPHA = 6 };

/* -- JPEG ------------------------------------------------------------------------------------------------ */

/* 1 to 8, as Exif numbers the ways that a picture may lie. */
static unsigned orientation(const struct picture *p)
{
    static const unsigned char WAYS[2][4] = {{1, 6, 3, 8}, {2, 7, 4, 5}};
    return WAYS[p->mirror][p->turn / 90 % 4];
}

static struct str jpeg(struct arena *a, const struct picture *p)
{
    struct buf b = BUF(a);
    if (orientation(p) == 1 || p->data.n < 2) return p->data;
    buf_add(&b, str_sub(p->data, 0, 2));
    buf_add(&b, STR("\xFF\xE1\0\x22"
                    "Exif\0\0"
                    "MM\0\x2A\0\0\0\x08"
                    "\0\x01"
                    "\x01\x12\0\x03\0\0\0\x01\0"));
    buf_byte(&b, (char)orientation(p));
    buf_add(&b, STR("\0\0"
                    "\0\0\0\0"));
    buf_add(&b, str_sub(p->data, 2, p->data.n));
    return buf_str(&b);
}

/* -- PNG ------------------------------------------------------------------------------------------------- */

static void chunk(struct buf *b, const char *kind, struct str data)
{
    buf_u32(b, (uint32_t)data.n);
    size_t from = b->n;
    buf_put(b, kind);
    buf_add(b, data);
    buf_u32(b, libdeflate_crc32(0, b->s + from, b->n - from));
}

static struct str header(struct arena *a, uint32_t width, uint32_t height, int kind)
{
    struct buf b = BUF(a);
    buf_u32(&b, width);
    buf_u32(&b, height);
    buf_byte(&b, 8);
    buf_byte(&b, (char)kind);
    buf_add(&b, STR("\0\0\0"));
    return buf_str(&b);
}

static struct str deflated(struct arena *a, struct str raw)
{
    struct libdeflate_compressor *with = libdeflate_alloc_compressor(LEVEL);
    if (!with) arena_fail(a, raw.n);
    size_t most = libdeflate_zlib_compress_bound(with, raw.n);
    char *room = ARENA_RAW(a, char, most);
    size_t n = libdeflate_zlib_compress(with, raw.s, raw.n, room, most);
    libdeflate_free_compressor(with);
    return (struct str){room, n};
}

/* Where the pixel of the upright picture is stored. */
static size_t stored_at(const struct picture *p, size_t x, size_t y)
{
    size_t w = p->width, h = p->height, sx = x, sy = y;
    if (p->turn == 90) sx = y, sy = h - 1 - x;
    if (p->turn == 180) sx = w - 1 - x, sy = h - 1 - y;
    if (p->turn == 270) sx = w - 1 - y, sy = x;
    if (p->mirror) sx = w - 1 - sx;
    return sy * w + sx;
}

/* Each row without a filter: its 0, then the samples, the alpha behind the colours. */
static struct str rows(struct arena *a, const struct picture *p)
{
    size_t colours = (size_t)p->channels, width = (size_t)picture_width(p),
           height = (size_t)picture_height(p);
    struct buf b = BUF(a);
    for (size_t y = 0; y < height; y++) {
        buf_byte(&b, 0);
        for (size_t x = 0; x < width; x++) {
            size_t at = stored_at(p, x, y);
            buf_add(&b, str_sub(p->data, at * colours, (at + 1) * colours));
            if (p->alpha.n) buf_byte(&b, p->alpha.s[at]);
        }
    }
    return buf_str(&b);
}

static struct str png(struct arena *a, const struct picture *p)
{
    bool plain = p->form == PICTURE_PNG, grey = p->channels == 1, alpha = p->alpha.n > 0;
    int kind = grey ? (alpha ? GREY_ALPHA : GREY) : alpha ? RGB_ALPHA : RGB;
    uint32_t width = plain ? p->width : (uint32_t)picture_width(p),
             height = plain ? p->height : (uint32_t)picture_height(p);
    struct buf b = BUF(a);
    buf_add(&b, STR("\x89PNG\r\n\x1a\n"));
    chunk(&b, "IHDR", header(a, width, height, kind));
    if (p->profile.n) {
        struct buf profile = BUF(a);
        buf_add(&profile, STR("ICC\0\0"));
        buf_add(&profile, deflated(a, p->profile));
        chunk(&b, "iCCP", buf_str(&profile));
    }
    chunk(&b, "IDAT", plain ? p->data : deflated(a, rows(a, p)));
    chunk(&b, "IEND", (struct str){0});
    return buf_str(&b);
}

struct picture_file picture_file(struct arena *a, const struct picture *p)
{
    if (p->form == PICTURE_JPEG) return (struct picture_file){jpeg(a, p), "image/jpeg", ".jpg"};
    return (struct picture_file){png(a, p), "image/png", ".png"};
}
